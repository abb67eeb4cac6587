//! `rules/when/unclear-clock.md`

use crate::document::{Document, Place};
use crate::finding::Findings;
use crate::words::english::countdown::{self, Sort};

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let mut has_rhythm = false;
    for sentence in prose.sentences().iter().filter(|it| !matches!(it.place, Place::Heading(_))) {
        let start = sentence.range.start;
        for countdown in countdown::find(&prose.text()[sentence.range.clone()]) {
            // What a rhythm means is asked once.
            if countdown.sort == Sort::Twice && has_rhythm {
                continue;
            }
            has_rhythm |= countdown.sort == Sort::Twice;
            let span = prose.span(start + countdown.range.start..start + countdown.range.end);
            let flag = found.flag(span, countdown.sort.unknown()).asks(countdown.sort.question());
            let is_sure = match countdown.sort {
                Sort::Window | Sort::Alternate => true,
                Sort::Twice => countdown.is_set,
                _ => false,
            };
            if !is_sure {
                flag.unsure();
            }
        }
    }
}
