//! `rules/when/unclear-clock.md`

use std::cell::LazyCell;

use crate::document::{Document, Place, Said, Sentence};
use crate::finding::Findings;
use crate::words::english::countdown::{self, Sort};

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let mut has_rhythm = false;
    // "We hold biweekly calls", and further on "Frequency: every two weeks": asked once of a text.
    let settled = LazyCell::new(|| countdown::settled(prose.text()));
    for Said { index, sentence, text, found: countdowns } in doc.in_statements_with(&countdown::WORDS, countdown::find)
    {
        let is_told_below = LazyCell::new(|| is_told_below(doc, index));
        let is_settled = |rhythm: &str| settled.iter().any(|(unit, told)| *told && rhythm.contains(unit));
        for countdown in countdowns {
            let is_declared = countdown.sort == Sort::WorkingTime && doc.readers().business_hours.is_some();
            // What a rhythm means is asked once.
            let is_told =
                || has_rhythm || *is_told_below || is_settled(&text[countdown.range.clone()].to_ascii_lowercase());
            if is_declared || countdown.sort == Sort::Twice && is_told() {
                continue;
            }
            has_rhythm |= countdown.sort == Sort::Twice;
            let span = prose.span_in(sentence, &countdown.range);
            let flag = found.flag(span, countdown.sort.unknown()).asks(countdown.sort.question());
            flag.message = countdown.sort.fault().map(str::to_owned);
            let is_sure = match countdown.sort {
                // The rules of a house speak of every vote, and minutes often count from the step before; a message
                // speaks of this one.
                Sort::Window => countdown.is_set && doc.is_message() && !doc.is_record(),
                // What is linked says when it is, and in a talk the rhythm is somebody else's, or a thought.
                Sort::Twice => {
                    let is_thought = text.starts_with("If ")
                        || [" would ", "whether it be ", "whether it is ", " was never "]
                            .iter()
                            .any(|it| text.contains(it));
                    let is_told = doc.has_link(sentence.range.clone()) || doc.has_speaker(sentence);
                    countdown.is_set && !is_thought && !is_told
                }
                _ => false,
            };
            if !is_sure {
                flag.unsure();
            }
        }
    }
}

/// "- We meet biweekly", and in the item behind it "Tuesdays at 10:30"; or in the next sentence of the same paragraph.
fn is_told_below(doc: &Document, index: usize) -> bool {
    let sentences = doc.prose().sentences();
    let here = &sentences[index];
    let is_beside = |it: &&Sentence| it.passage == here.passage || it.place == Place::Item && here.place == Place::Item;
    let next = sentences.get(index + 1).filter(is_beside);
    next.is_some_and(|it| countdown::names_turn(doc.prose().said(it)))
}
