//! The facts of a repository as a list: who declares what, who relies on it, and whether they say the same. What somebody
//! prints, compares with an earlier state, or takes to a meeting; what is wrong with a text, the checks say.

mod changed;

pub use changed::{Change, Changed, Severity, Told, changed};

use super::{Corpus, facts};
use crate::fact::{Comparison, Value};
use crate::summary::{Export, Import, Summary};

/// A fact with all that speak of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    pub id: String,
    /// The declarations by their places. The first one counts; none where others rely on what nobody declares.
    pub declared: Vec<Declared>,
    /// Those who rely on it, by their places.
    pub importers: Vec<Importer>,
}

/// One declaration.
#[derive(Debug, Clone, PartialEq)]
pub struct Declared {
    pub at: At,
    pub value: String,
    pub owner: Option<String>,
    pub since: Option<String>,
    pub decided_by: Option<String>,
    pub aliases: Vec<String>,
    /// It holds: nothing took its place, and its time is not over.
    pub is_current: bool,
}

/// One who relies on a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Importer {
    pub at: At,
    /// What is assumed; none where the fact is only named.
    pub value: Option<String>,
    pub owner: Option<String>,
    pub seen: Option<String>,
    pub state: State,
}

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// What reports call the text.
    pub name: String,
    /// Where it lies from the root of its repository.
    pub path: String,
    /// From 1.
    pub line: u32,
}

/// What an importer says beside what is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Agrees,
    Differs,
    /// No value is restated: nothing can differ.
    Named,
    /// Nobody declares it.
    Unresolved,
}

impl Fact {
    /// The declaration that counts.
    pub fn first(&self) -> Option<&Declared> {
        self.declared.first()
    }

    /// The other declarations that hold: there should be none.
    pub fn declared_again(&self) -> impl Iterator<Item = &Declared> {
        self.declared.iter().skip(1).filter(|it| it.is_current)
    }

    /// Those of them that say something else.
    pub fn contradicted(&self) -> impl Iterator<Item = &Declared> {
        let first = self.first().map(|it| it.value.clone());
        self.declared_again().filter(move |it| first.as_deref().is_some_and(|first| !is_same(first, &it.value)))
    }

    /// Those who rely on another value than the one that is declared.
    pub fn astray(&self) -> impl Iterator<Item = &Importer> {
        self.importers.iter().filter(|it| it.state == State::Differs)
    }

    pub fn is_in_conflict(&self) -> bool {
        self.contradicted().next().is_some() || self.astray().next().is_some()
    }

    /// Whether `check` finds an error in what is said of it.
    pub fn is_wrong(&self) -> bool {
        self.declared_again().next().is_some() || self.is_in_conflict()
    }

    /// Whether a text declares it or relies on it.
    pub fn touches(&self, path: &str) -> bool {
        self.paths().any(|it| it == path)
    }

    /// Where the texts lie that declare it or rely on it.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let places = self.declared.iter().map(|it| &it.at).chain(self.importers.iter().map(|it| &it.at));
        places.map(|it| it.path.as_str())
    }
}

/// Whether two values say the same, in whatever unit.
pub fn is_same(one: &str, other: &str) -> bool {
    Value::read(one).compare(&Value::read(other)) == Comparison::Same
}

/// The facts of a corpus by their ids.
pub fn ledger(corpus: &Corpus) -> Vec<Fact> {
    let summary = |text: usize| &corpus.summaries()[text];
    let fact = |(id, fact): (&str, &facts::Fact)| {
        // The declaration that counts goes first.
        let place = |it: &facts::Said<Export>| it.place(it.it.spot);
        let counting = fact.export().map(|it| place(&it));
        let mut all: Vec<_> = fact.exports.iter().collect();
        all.sort_by_key(|it| Some(place(it)) != counting);
        let declared = all.into_iter().map(|it| declared(summary(it.text), it.it, fact.ended(it.it).is_none()));
        Fact {
            id: id.to_owned(),
            declared: declared.collect(),
            importers: fact.imports.iter().map(|it| importer(summary(it.text), it.it, fact)).collect(),
        }
    };
    corpus.facts().all().map(fact).collect()
}

fn at(summary: &Summary, line: u32) -> At {
    At { name: summary.name().to_owned(), path: summary.path.to_string(), line }
}

fn declared(summary: &Summary, it: &Export, is_current: bool) -> Declared {
    Declared {
        at: at(summary, it.spot.line),
        value: it.value.clone(),
        owner: it.owner.clone().or_else(|| owner(summary)),
        since: it.since.clone(),
        decided_by: it.decided_by.clone(),
        aliases: it.aliases.clone(),
        is_current,
    }
}

fn importer(summary: &Summary, it: &Import, fact: &facts::Fact) -> Importer {
    // Where a constant is held against the marker, it is what the text does; the marker is what it says.
    let constant = it.constant.as_ref().and_then(|it| it.value.as_deref());
    let is_other = constant.is_some_and(|it| fact.is_contradicted(it, facts::Manner::Code(&summary.path)));
    let differs = |first: &str| is_other || it.value.as_deref().is_some_and(|own| !is_same(first, own));
    let state = match (fact.export(), &it.value) {
        (None, _) => State::Unresolved,
        (Some(first), _) if differs(&first.it.value) => State::Differs,
        (Some(_), None) if constant.is_none() => State::Named,
        _ => State::Agrees,
    };
    Importer {
        at: at(summary, it.spot.line),
        value: constant.map(str::to_owned).or_else(|| it.value.clone()),
        owner: it.owner.clone().or_else(|| owner(summary)),
        seen: it.seen.clone(),
        state,
    }
}

/// Who answers for a document as a whole.
fn owner(summary: &Summary) -> Option<String> {
    summary.owners.first().map(|it| it.name.clone()).filter(|it| !it.is_empty())
}
