//! Sentences that call a declared fact by one of its aliases, and give another value of the same dimension.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::corpus::facts::Said;
use crate::corpus::{Corpus, Found, Place};
use crate::fact::{Comparison, Value};
use crate::summary::{Export, Quantity, Summary, print, prints};

/// An alias of a fact, as prints of its words.
struct Alias<'c> {
    id: &'c str,
    export: Said<'c, Export>,
    value: Value,
    words: Vec<u32>,
}

/// Words that say of which case, or of which time, a sentence speaks.
const SCOPES: &str = "staging test tests testing dev development local locally sandbox demo preview example examples \
    default defaults before was were previously formerly former old older until then originally initially used earlier \
    more less than version versions v1 v2 if when unless except instead rather not never no without would could might may \
    suppose imagine assume proposal propose proposed consider considered between from maximum minimum max min least most \
    up average typically usually about around roughly approximately legacy deprecated future later after every other \
    reduce reduced increase increased raise raised lower lowered change changed changing shorten extend double half \
    and or versus vs compared whereas while but per each total remaining left within exceed exceeds over under beyond";

static SCOPE: LazyLock<HashSet<u32>> = LazyLock::new(|| SCOPES.split_whitespace().map(print).collect());

/// Kinds of document that say how things were, how they may be, or how they are elsewhere.
const NOT_LIVE: &[&str] = &[
    "meeting-notes",
    "postmortem",
    "changelog",
    "incident-update",
    "status-update",
    "blog",
    "thread",
    "bug-report",
    "pull-request",
    "commit-message",
    "handoff",
    "on-call-handover",
    "template",
    "question",
    "feature-request",
];

pub fn check(corpus: &Corpus, found: &mut Found) {
    let aliases = aliases(corpus);
    if aliases.is_empty() {
        return;
    }
    for (text, summary) in corpus.summaries().iter().enumerate().filter(|(_, it)| is_live(it)) {
        for quantity in &summary.quantities {
            let is_alone = summary.quantities.iter().filter(|it| it.sentence == quantity.sentence).count() == 1;
            if is_alone {
                compare(corpus, found, &aliases, text, quantity);
            }
        }
    }
}

fn is_live(summary: &Summary) -> bool {
    !summary.is_record && summary.kind.as_deref().is_none_or(|it| !NOT_LIVE.contains(&it))
}

/// The aliases by their first words.
fn aliases<'c>(corpus: &Corpus<'c>) -> HashMap<u32, Vec<Alias<'c>>> {
    let mut all: HashMap<u32, Vec<Alias>> = HashMap::new();
    for (id, fact) in corpus.facts().all() {
        let Some(export) = fact.current().next() else { continue };
        let value = Value::read(&export.it.value);
        if value.measure().is_none_or(|it| it.is_count()) {
            continue;
        }
        for alias in &export.it.aliases {
            let words = prints(alias);
            // One word alone names too many things.
            if let (Some(first), true) = (words.first(), words.len() > 1) {
                all.entry(*first).or_default().push(Alias { id, export, value: value.clone(), words });
            }
        }
    }
    all
}

fn compare(corpus: &Corpus, found: &mut Found, aliases: &HashMap<u32, Vec<Alias>>, text: usize, quantity: &Quantity) {
    for side in [&quantity.before, &quantity.behind] {
        for at in 0..side.len() {
            for alias in aliases.get(&side[at]).into_iter().flatten() {
                if side[at..].starts_with(&alias.words) && is_plain(quantity, side, at, alias.words.len()) {
                    return flag(corpus, found, alias, text, quantity);
                }
            }
        }
    }
}

/// Whether no word around the alias makes it the value of another case.
fn is_plain(quantity: &Quantity, side: &[u32], at: usize, length: usize) -> bool {
    let is_other = std::ptr::eq(side, &*quantity.before);
    let other = if is_other { &quantity.behind } else { &quantity.before };
    let around = side[..at].iter().chain(&side[at + length..]).chain(other.iter());
    around.into_iter().all(|word| !SCOPE.contains(word))
}

fn flag(corpus: &Corpus, found: &mut Found, alias: &Alias, text: usize, quantity: &Quantity) {
    let (declared, id) = (&alias.export.it.value, alias.id);
    if alias.value.compare(&Value::read(&quantity.text)) != Comparison::Differs {
        return;
    }
    let is_own = alias.export.text == text && alias.export.it.whole.line == quantity.spot.line;
    if is_own {
        return;
    }
    let by = corpus.owner_of(alias.export.it.owner.as_deref(), alias.export.text);
    let by = by.map_or(String::new(), |it| format!(", by {it}"));
    let label = format!("`{id}` is declared here as `{declared}`{by}");
    let elsewhere = corpus.elsewhere(alias.export.place(alias.export.it.spot), label.clone());
    let flag = found.flag(Place { text, spot: quantity.spot }, format!("`{id}` is {declared}")).unsure();
    match alias.export.text == text {
        true => flag.and(alias.export.it.spot.span(), label),
        false => flag.and_in(elsewhere),
    };
    flag.asks(format!("Is this `{id}`, and is it {} or {declared}?", quantity.text));
    flag.suggest(format!("write {declared}"), quantity.spot.span(), declared.clone());
}
