//! `rules/agree/contradicting-fact.md`

use crate::corpus::facts::{Manner, Said};
use crate::corpus::{Corpus, Found};
use crate::fact::{Comparison, Value};
use crate::summary::{Export, Form, Import, Spot};

pub fn check(corpus: &Corpus, found: &mut Found) {
    for (id, fact) in corpus.facts().all() {
        let Some(export) = fact.current().next() else { continue };
        for import in &fact.imports {
            let assumed = import.it.value.as_deref().map(|value| (value, import.it.spot, IN_TEXT));
            // What is assumed is what a constant is to say, also where nobody declares it as yet.
            let constant = import.it.constant.as_ref();
            let constant = constant.and_then(|it| Some((it.value.as_deref()?, it.spot, IN_CODE)));
            for (value, spot, what) in assumed.into_iter().chain(constant) {
                let said = Assumed { value, spot, what };
                let manner = match import.it.form {
                    _ if said.is_code() => Manner::Code(&corpus.summaries()[import.text].path),
                    Form::Link => Manner::Link,
                    _ => Manner::Text,
                };
                if fact.is_contradicted(value, manner) {
                    flag(corpus, found, id, export, *import, said);
                }
            }
        }
    }
}

const IN_TEXT: &str = "is assumed here";
const IN_CODE: &str = "stands in the code";

struct Assumed<'a> {
    value: &'a str,
    spot: Spot,
    what: &'static str,
}

impl Assumed<'_> {
    fn is_code(&self) -> bool {
        self.what == IN_CODE
    }
}

fn flag(corpus: &Corpus, found: &mut Found, id: &str, export: Said<Export>, import: Said<Import>, said: Assumed) {
    let declared = &export.it.value;
    let who = |owner: Option<&str>| owner.map_or(String::new(), |it| format!(", by {it}"));
    let by = who(corpus.owner_of(import.it.owner.as_deref(), import.text));
    let declared_by = who(corpus.owner_of(export.it.owner.as_deref(), export.text));
    let since = export.it.since.as_ref().map_or(String::new(), |it| format!(", since {it}"));
    let (one, other) = (Value::read(declared), Value::read(said.value));
    let unlike = match one.compare(&other) {
        Comparison::Unlike => format!(": {}, and not {}", other.what(), one.what()),
        _ => String::new(),
    };
    let declared_here = format!("`{declared}` is declared here{declared_by}{since}");
    let elsewhere = corpus.elsewhere(export.place(export.it.spot), declared_here.clone());
    let flag = found.flag(import.place(said.spot), format!("`{}` {}{by}{unlike}", said.value, said.what));
    match export.text == import.text {
        true => flag.and(export.it.spot.span(), declared_here),
        false => flag.and_in(elsewhere),
    };
    let verb = if said.is_code() { "says" } else { "assumes" };
    flag.message = Some(format!("this {verb} {} for `{id}`, which is declared as {declared}", said.value));
    flag.asks(format!("Which one holds, {declared} or {}?", said.value));
    if !said.is_code() {
        flag.suggest(format!("write {declared}"), said.spot.span(), declared.clone());
    }
}
