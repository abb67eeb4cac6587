//! `rules/decide/undecided-decision.md`

use crate::document::{Document, Said};
use crate::finding::Findings;
use crate::slot::standing;
use crate::words::english::hedge;
use crate::words::{heading, tracker};

/// Where the decision itself stands.
const DECISION: &[&str] = &["decision", "decision outcome", "outcome", "chosen option", "our decision", "resolution"];

/// What follows from the decision, or was not taken, stands below it, and is not it.
const EFFECTS: &[&str] = &[
    "consequence",
    "positive consequence",
    "negative consequence",
    "pro",
    "con",
    "mitigation",
    "risk",
    "trade-off",
    "alternative",
    "alternative considered",
    "considered option",
    "option considered",
];

/// Links of a paragraph that are asked whether they lead to an issue: each of its sentences asks.
const MOST_LINKS: usize = 32;

pub fn check(doc: &Document, found: &mut Findings) {
    let parts = doc.under(DECISION);
    if parts.is_empty() || !standing::is_settled(doc) {
        return;
    }
    let prose = doc.prose();
    for Said { sentence, text, found: hit, .. } in doc.in_statements_with(&hedge::WORDS, hedge::find) {
        let Some(hit) = hit else { continue };
        let span = prose.span_in(sentence, &hit);
        let before = parts.partition_point(|part| part.start <= span.start);
        let Some(part) = parts[..before].last().filter(|part| part.contains(span)) else { continue };
        let is_effect = || {
            let is_named = |name: &str| EFFECTS.iter().any(|entry| heading::is_titled(name, entry));
            let mut inside = doc.sections_around(span.start).take_while(|it| part.contains(it.heading));
            inside.any(|it| is_named(&it.name))
        };
        // "TBD <sup>[2]</sup>": a note says what it hangs on.
        let rest = doc.text()[span.end..].trim_start();
        let is_noted = rest.starts_with("<sup") || rest.starts_with("[^");
        if !is_effect() && !is_noted {
            let flag = found.flag(span, "this is still open");
            // What is put off to a ticket is decided as far as it goes.
            let links = doc.links_in(doc.passages()[sentence.passage].span);
            if hedge::is_by_the_way(text, &hit)
                || links.iter().take(MOST_LINKS).any(|it| tracker::is_address(&it.target))
            {
                flag.unsure();
            }
        }
    }
}
