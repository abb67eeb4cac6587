//! `rules/agree/misstated-fact.md`

use crate::corpus::restated::{self, Restated};
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
    for it in restated::all(corpus).iter().filter(|it| !is_told(corpus, it)) {
        restate(corpus, found, it);
    }
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

/// Whether a marker stands behind the sentence: it was compared with that.
fn is_told(corpus: &Corpus, it: &Restated) -> bool {
    let summary = &corpus.summaries()[it.text];
    let beside = summary.exports.iter().filter_map(|it| it.beside.as_ref());
    let beside = beside.chain(summary.imports.iter().filter_map(|it| it.beside.as_ref()));
    beside.into_iter().any(|beside| beside.spot == it.quantity.spot)
}

/// A sentence elsewhere names the fact, and gives another value.
fn restate(corpus: &Corpus, found: &mut Found, it: &Restated) {
    let (declared, id) = (&it.export.it.value, it.id);
    let by = corpus.owner_of(it.export.it.owner.as_deref(), it.export.text);
    let by = by.map_or(String::new(), |it| format!(", by {it}"));
    let label = format!("`{id}` is declared here as `{declared}`{by}");
    let elsewhere = corpus.elsewhere(it.export.place(it.export.it.spot), label.clone());
    let flag = found.flag(it.place(), format!("`{id}` is {declared}")).unsure();
    match it.export.text == it.text {
        true => flag.and(it.export.it.spot.span(), label),
        false => flag.and_in(elsewhere),
    };
    flag.asks(format!("Is this `{id}`, and is it {} or {declared}?", it.quantity.text));
    flag.suggest(format!("write {declared}"), it.quantity.spot.span(), declared.clone());
}
