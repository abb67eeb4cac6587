//! `rules/agree/stale-assumption.md`

use crate::corpus::facts::{Fact, Said};
use crate::corpus::{Corpus, Found};
use crate::fact::{Comparison, Moment};
use crate::finding::Level;
use crate::summary::{Ended, Export, Import};

pub fn check(corpus: &Corpus, found: &mut Found) {
    for (id, fact) in corpus.facts().all() {
        let Some(export) = fact.export() else { continue };
        let ended = fact.ended(export.it).map(told);
        for import in &fact.imports {
            match &ended {
                Some(ended) => superseded(corpus, found, id, export, *import, ended),
                None if !is_contradicted(fact, import.it) => changed(corpus, found, id, export, *import),
                None => {}
            }
        }
    }
}

/// Whether another value is assumed: the other rule says so, and who mends it looks at the fact anyway.
fn is_contradicted(fact: &Fact, import: &Import) -> bool {
    fact.compare(import).is_some_and(|it| it != Comparison::Same)
}

/// Why a fact holds no longer, in words.
fn told(ended: Ended) -> String {
    match ended {
        Ended::Superseded(successor) => format!("`{successor}` takes its place"),
        Ended::PageOver(status) => format!("its page says \u{201c}{}\u{201d}", status.trim()),
        Ended::Past(until) => format!("it held until {until}"),
    }
}

fn superseded(corpus: &Corpus, found: &mut Found, id: &str, export: Said<Export>, import: Said<Import>, ended: &str) {
    let by = corpus.owner_of(export.it.owner.as_deref(), export.text).map_or(String::new(), |it| format!(" by {it}"));
    let label = format!("`{}` was declared here{by}; {ended}", export.it.value);
    let elsewhere = corpus.elsewhere(export.place(export.it.spot), label.clone());
    let flag = found.flag(import.place(import.it.spot), format!("relies on `{id}`, and {ended}"));
    match export.text == import.text {
        true => flag.and(export.it.spot.span(), label),
        false => flag.and_in(elsewhere),
    };
    flag.message = Some(format!("this relies on `{id}`, which no longer holds"));
    flag.asks(format!("What holds instead of `{id}`, and is this text still right?"));
}

/// The fact was declared anew after somebody last looked: whether what is built on it still fits, nobody has said.
fn changed(corpus: &Corpus, found: &mut Found, id: &str, export: Said<Export>, import: Said<Import>) {
    let (Some(since), Some(seen)) = (export.it.since.as_deref(), import.it.seen.as_deref()) else { return };
    let is_later = Moment::read(since).zip(Moment::read(seen)).is_some_and(|(since, seen)| since.is_after(&seen));
    if !is_later {
        return;
    }
    let by = corpus.owner_of(export.it.owner.as_deref(), export.text).map_or(String::new(), |it| format!(", by {it}"));
    let label = format!("declared anew as {} on {since}{by}", export.it.value);
    let elsewhere = corpus.elsewhere(export.place(export.it.spot), label.clone());
    let spot = import.it.seen_spot.unwrap_or(import.it.spot);
    let flag = found.flag(import.place(spot), format!("last compared on {seen}; the fact is of {since}"));
    match export.text == import.text {
        true => flag.and(export.it.spot.span(), label),
        false => flag.and_in(elsewhere),
    };
    flag.message = Some(format!("`{id}` was declared anew after this was last compared with it"));
    flag.level = Some(Level::Warn);
    flag.suggest("renew the date, once what is built on it was compared", spot.span(), since.to_owned());
}
