//! `rules/who/nobody-does-it.md`

use std::cell::LazyCell;

use crate::document::{Document, Given};
use crate::finding::Findings;
use crate::text::Span;
use crate::words::english::nobody::Voice;
use crate::words::near::ahead;

pub fn check(doc: &Document, found: &mut Findings) {
    if !doc.is_english() {
        return;
    }
    let given = LazyCell::new(|| Given::of(doc));
    for end in doc.loose_ends() {
        if given.says(doc.prose().clean(end.span)) {
            continue;
        }
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
        if !end.is_plain || is_opinion || is_settled(doc, end.span) {
            flag.unsure();
        }
    }
}

/// "Resolved: add a marker" is what was decided, and "See action 3" says where it is somebody's.
fn is_settled(doc: &Document, at: Span) -> bool {
    let line = doc.line_near(at);
    let start = ahead(line).trim_start_matches(|it: char| !it.is_alphanumeric()).to_ascii_lowercase();
    // "Maybe run a survey?" is not even agreed.
    let is_mused = start.starts_with("maybe ") && line.trim_end().ends_with('?');
    let is_resolved = || ["resolved:", "resolution:", "proposed resolution:"].iter().any(|it| start.starts_with(it));
    is_mused || is_resolved() || line.len() <= LONGEST_LINE && line.contains("See action")
}

/// Bytes. Each end would read all of a longer one.
const LONGEST_LINE: usize = 400;

fn begins_with_someone(said: &str) -> bool {
    let begins = |word: &&str| said.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    ["some", "any", "whoever", "one of us"].iter().any(begins)
}
