//! `rules/ask/vague-ask.md`

use crate::document::{Document, Place};
use crate::finding::{Findings, Level};
use crate::words::english::ask;
use crate::words::english::vague_ask::{self, Open};

/// A text that says more of its matter than this has told a story by the time it asks for help or for a view.
const SHORT_STORY: usize = 12;
/// A text that says more than this also tells what to look for.
const LONG_STORY: usize = 40;
/// A text that says less of its matter than this gives a thing and no purpose.
const FEWEST_WORDS: usize = 2;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let mut asks = Vec::new();
    let mut matter = 0;
    for sentence in prose.sentences().iter().filter(|it| !matches!(it.place, Place::Heading(_))) {
        let text = &prose.text()[sentence.range.clone()];
        let Some(vague) = vague_ask::find(text) else {
            if ask::is_stated(text) {
                return;
            }
            matter += vague_ask::content_words(text);
            continue;
        };
        matter +=
            vague_ask::content_words(&text[..vague.range.start]) + vague_ask::content_words(&text[vague.range.end..]);
        let start = sentence.range.start;
        asks.push((start + vague.range.start..start + vague.range.end, vague.open));
    }
    let Some((first, open)) = asks.first().cloned() else { return };
    let has_evidence = doc.has_evidence();
    let is_vague = match open {
        Open::Time => matter <= SHORT_STORY,
        Open::Look if has_evidence => matter < FEWEST_WORDS,
        Open::Look => matter <= LONG_STORY,
        Open::Review | Open::Opinion | Open::Progress | Open::Help => !has_evidence && matter <= SHORT_STORY,
    };
    if !is_vague {
        return;
    }
    let flag = found.flag(prose.span(first), open.unknown()).asks(open.question());
    if has_evidence && open == Open::Look {
        // The thing is there to be looked at: only the purpose is missing.
        flag.level = Some(Level::Note);
    }
    for (range, _) in &asks[1..] {
        flag.and(prose.span(range.clone()), "vague as well");
    }
}
