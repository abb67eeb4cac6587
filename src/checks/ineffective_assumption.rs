//! `rules/agree/ineffective-assumption.md`

use crate::corpus::{Corpus, Found, Place};
use crate::fact::{Comparison, Value};

pub fn check(corpus: &Corpus, found: &mut Found) {
    for (text, summary) in corpus.summaries().iter().enumerate() {
        for it in &summary.problems {
            let flag = found.flag(Place { text, spot: it.spot }, it.text.clone());
            // A document has no other: what is wrong with its comments is said when it is read.
            if !summary.is_plain {
                flag.asks("Which of its facts are compared?").otherwise("a part of this text is not compared: part it");
            }
        }
        for import in &summary.imports {
            let Some(constant) = &import.constant else { continue };
            let place = Place { text, spot: constant.spot };
            match (&constant.value, &import.value) {
                (None, _) => drop(found.flag(place, "neither its line nor the next one holds such a constant")),
                (Some(value), Some(assumed)) if is_bare(value, assumed) => {
                    found.flag(place, format!("of what? add `unit=` to the marker, as in `unit=s`, for {assumed}"));
                }
                _ => {}
            }
        }
    }
}

/// Whether a constant is a number without a unit, and what is assumed has one.
fn is_bare(constant: &str, assumed: &str) -> bool {
    let (constant, assumed) = (Value::read(constant), Value::read(assumed));
    constant.measure().is_some_and(|it| it.is_bare()) && constant.compare(&assumed) == Comparison::Unlike
}
