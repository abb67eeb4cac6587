//! Sentences that call a declared fact by one of its aliases, and give another value of the same dimension.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::facts::Said;
use super::{Corpus, Place};
use crate::fact::{Comparison, Value};
use crate::summary::{Export, Quantity, Summary, print, prints};

/// Another value than the one that was declared, in a sentence that names the fact.
#[derive(Debug)]
pub struct Restated<'c> {
    pub id: &'c str,
    pub export: Said<'c, Export>,
    /// The document that holds the sentence.
    pub text: usize,
    pub quantity: &'c Quantity,
}

impl Restated<'_> {
    pub fn place(&self) -> Place {
        Place { text: self.text, spot: self.quantity.spot }
    }
}

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

/// All of them, in the order of the documents.
pub fn all<'c>(corpus: &Corpus<'c>) -> Vec<Restated<'c>> {
    let aliases = aliases(corpus);
    let mut all = Vec::new();
    if aliases.is_empty() {
        return all;
    }
    for (text, summary) in corpus.summaries().iter().enumerate().filter(|(_, it)| is_live(it)) {
        let quantities = &summary.quantities;
        for (at, quantity) in quantities.iter().enumerate() {
            let is_of = |other: Option<&Quantity>| other.is_some_and(|it| it.sentence == quantity.sentence);
            let is_alone = !is_of(at.checked_sub(1).map(|it| &quantities[it])) && !is_of(quantities.get(at + 1));
            let alias = is_alone.then(|| named(&aliases, quantity)).flatten();
            let Some(alias) = alias.filter(|it| it.value.compare(&Value::read(&quantity.text)) == Comparison::Differs)
            else {
                continue;
            };
            // The sentence before the marker is compared with it as well.
            let is_own = alias.export.text == text && alias.export.it.whole.line == quantity.spot.line;
            if !is_own {
                all.push(Restated { id: alias.id, export: alias.export, text, quantity });
            }
        }
    }
    all
}

fn is_live(summary: &Summary) -> bool {
    !summary.is_story && !summary.is_record && !summary.is_template()
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

/// The fact that the words around a quantity name, where no other word makes it the value of another case.
fn named<'a, 'c>(aliases: &'a HashMap<u32, Vec<Alias<'c>>>, quantity: &Quantity) -> Option<&'a Alias<'c>> {
    for side in [&quantity.before, &quantity.behind] {
        for at in 0..side.len() {
            let mut here = aliases.get(&side[at]).into_iter().flatten();
            let found =
                here.find(|it| side[at..].starts_with(&it.words) && is_plain(quantity, side, at, it.words.len()));
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

/// Whether no word around the alias makes it the value of another case.
fn is_plain(quantity: &Quantity, side: &[u32], at: usize, length: usize) -> bool {
    let is_before = std::ptr::eq(side, &*quantity.before);
    let other = if is_before { &quantity.behind } else { &quantity.before };
    let around = side[..at].iter().chain(&side[at + length..]).chain(other.iter());
    around.into_iter().all(|word| !SCOPE.contains(word))
}
