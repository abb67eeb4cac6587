//! `rules/agree/duplicate-fact.md`

use crate::corpus::{Corpus, Found};
use crate::fact::{Comparison, Value};

pub fn check(corpus: &Corpus, found: &mut Found) {
    for (id, fact) in corpus.facts().all() {
        let mut exports = fact.current();
        let Some(first) = exports.next() else { continue };
        let value = Value::read(&first.it.value);
        for other in exports {
            let is_same = Value::read(&other.it.value).compare(&value) == Comparison::Same;
            let label = match is_same {
                true => "declared a second time".to_owned(),
                false => format!("`{}` here", other.it.value),
            };
            let by = corpus.owner_of(first.it.owner.as_deref(), first.text);
            let by = by.map_or(String::new(), |it| format!(", by {it}"));
            let here = format!("`{}` is declared here{by}", first.it.value);
            let elsewhere = corpus.elsewhere(first.place(first.it.spot), here.clone());
            let flag = found.flag(other.place(other.it.spot), label);
            match first.text == other.text {
                true => flag.and(first.it.spot.span(), here),
                false => flag.and_in(elsewhere),
            };
            flag.message = Some(format!("`{id}` is declared twice"));
            if !is_same {
                flag.asks(format!("Which one holds, {} or {}?", first.it.value, other.it.value));
            }
        }
    }
}
