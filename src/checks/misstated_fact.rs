//! `rules/agree/misstated-fact.md`

mod restated;

use crate::corpus::{Corpus, Found, Place};
use crate::fact::{Comparison, Value};
use crate::summary::{Spot, Stated};

pub fn check(corpus: &Corpus, found: &mut Found) {
    for (text, summary) in corpus.summaries().iter().enumerate() {
        let exports = summary.exports.iter().map(|it| (Some(it.value.as_str()), it.beside.as_ref(), it.spot));
        let imports = summary.imports.iter().map(|it| (it.value.as_deref(), it.beside.as_ref(), it.spot));
        for (value, beside, spot) in exports.chain(imports) {
            if let (Some(value), Some(beside)) = (value, beside) {
                beside_marker(found, text, value, beside, spot);
            }
        }
    }
    restated::check(corpus, found);
}

/// A sentence says something else than the marker behind it.
fn beside_marker(found: &mut Found, text: usize, value: &str, beside: &Stated, spot: Spot) {
    if Value::read(value).compare(&Value::read(&beside.value)) != Comparison::Differs {
        return;
    }
    let flag = found.flag(Place { text, spot: beside.spot }, format!("`{}` for people", beside.value));
    flag.and(spot.span(), format!("`{value}` for programs"));
    flag.message = Some("this sentence says something else than the marker behind it".to_owned());
    flag.asks(format!("Which one holds, {} or {value}?", beside.value));
}
