//! `rules/who/nobody-does-it.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::words::english::nobody::Voice;

pub fn check(doc: &Document, found: &mut Findings) {
    if !doc.is_english() {
        return;
    }
    for end in doc.loose_ends() {
        let label = match end.voice {
            Voice::Someone if doc.at(end.span).contains("volunteer") => "who volunteers?",
            Voice::Someone if doc.at(end.span).contains("whoever") => "who is that?",
            Voice::Someone => "who is this someone?",
            Voice::Everyone => "who of them?",
            Voice::We | Voice::WeWill => "who of us?",
            Voice::Passive | Voice::Unsaid | Voice::Order => "by whom?",
        };
        let flag = found.flag(end.span, label);
        if end.is_timed {
            flag.asks("Who does this?");
        }
        // "Someone should work on this" is as often an opinion as a task; "need someone to work on this" is none.
        let is_opinion = end.voice == Voice::Someone && begins_with_someone(doc.at(end.span));
        if !end.is_plain || is_opinion {
            flag.unsure();
        }
    }
}

fn begins_with_someone(said: &str) -> bool {
    let begins = |word: &&str| said.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    ["some", "any", "whoever", "one of us"].iter().any(begins)
}
