//! `rules/ask/vague-ask.md`

use crate::document::{Document, Place};
use crate::finding::{Findings, Level};
use crate::slot::shape;
use crate::words::english::vague_ask::{self, Open};
use crate::words::english::{ask, knock};
use crate::words::output;

/// A text that says more of its matter than this has told a story by the time it asks for help or for a view.
const SHORT_STORY: usize = 12;
/// A text that says more than this also tells what to look for.
const LONG_STORY: usize = 40;
/// More words beside a call for somebody who knows the matter may be the question.
const ASIDE: usize = 4;
/// More words beside a plea for news may name the item.
const NEWS: usize = 3;
/// A text that says less of its matter than this gives a thing and no purpose.
const FEWEST_WORDS: usize = 2;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    if knock::find(prose.text()).is_some() {
        return;
    }
    let mut asks = Vec::new();
    let mut matter = 0;
    let (mut has_doubt, mut has_error) = (false, false);
    for sentence in prose.sentences().iter().filter(|it| !matches!(it.place, Place::Heading(_))) {
        let text = &prose.text()[sentence.range.clone()];
        let Some(vague) = vague_ask::find(text) else {
            if ask::is_stated(text) || vague_ask::asks_in_passing(text) {
                return;
            }
            matter += vague_ask::content_words(text);
            has_doubt |= vague_ask::names_a_doubt(text);
            has_error |= output::find_named(text).is_some();
            continue;
        };
        let (before, after) = (&text[..vague.range.start], &text[vague.range.end..]);
        matter += vague_ask::content_words(before) + vague_ask::content_words(after);
        has_doubt |= vague_ask::names_a_doubt(before) || vague_ask::names_a_doubt(after);
        has_error |= output::find_named(text).is_some();
        if vague_ask::asks_in_passing(before) && vague.open != Open::Time {
            return;
        }
        let start = sentence.range.start;
        asks.push((start + vague.range.start..start + vague.range.end, vague.open));
    }
    let Some((first, open)) = asks.first().cloned() else { return };
    let has_evidence = doc.has_evidence() || has_error;
    let is_shown = !doc.links().is_empty() || doc.code().iter().any(|it| !it.body.is_empty());
    let is_vague = match open {
        Open::Time => matter <= SHORT_STORY && !(has_doubt && matter > ASIDE),
        Open::Look if has_evidence => matter < FEWEST_WORDS,
        Open::Look => matter <= LONG_STORY && !has_doubt,
        Open::Expert => matter <= ASIDE && !is_shown,
        Open::Start => matter <= LONG_STORY && !is_shown,
        Open::Way => matter <= LONG_STORY && !has_doubt,
        Open::Oddity => matter <= SHORT_STORY && !has_doubt && !shape::shows(doc, &["program-output", "image"]),
        Open::Progress => !has_evidence && matter <= NEWS,
        Open::Review | Open::Opinion | Open::Help => !has_evidence && matter <= SHORT_STORY,
    };
    if !is_vague {
        return;
    }
    let flag = found.flag(prose.span(first), open.unknown()).asks(open.question());
    if has_evidence && open == Open::Look {
        // The thing is there to be looked at: only the purpose is missing.
        flag.message = Some("this says what to look at, and not for what".to_owned());
        flag.level = Some(Level::Note);
    }
    for (range, _) in &asks[1..] {
        flag.and(prose.span(range.clone()), "vague as well");
    }
}
