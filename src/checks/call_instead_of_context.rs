//! `rules/ask/call-instead-of-context.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::words::english::vague_ask::{self, Open};
use crate::words::english::{ask, call};

/// A message that says more of its matter can be answered without a call.
const SHORT_STORY: usize = 12;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let mut first = None;
    let mut matter = 0;
    for (number, sentence) in prose.statements().enumerate() {
        // Nothing that follows takes back what was said.
        if matter > SHORT_STORY || number > vague_ask::MOST_SENTENCES {
            return;
        }
        let text = prose.said(sentence);
        let talk = call::find(text);
        let is_of_talk = talk.is_some() || call::asks_for_time(text);
        if !is_of_talk && ask::is_stated(text) && vague_ask::find(text).is_none() {
            return;
        }
        // Who asks for a minute is told so by another rule.
        if vague_ask::find(text).is_some_and(|vague| vague.open == Open::Time) {
            return;
        }
        let start = sentence.range.start;
        let (before, after) = talk.as_ref().map_or((text, ""), |it| (&text[..it.start], &text[it.end..]));
        matter += vague_ask::content_words(before) + vague_ask::content_words(after);
        first = first.or(talk.map(|it| start + it.start..start + it.end));
    }
    if let Some(talk) = first.filter(|_| matter <= SHORT_STORY && !doc.has_evidence()) {
        found.flag(prose.span(talk), "about which question?");
    }
}
