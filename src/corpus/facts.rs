//! The table of facts: who declares each, and who relies on it. What is wrong with any of them it does not say.

use std::collections::{BTreeMap, HashSet};

use jiff::Timestamp;

use super::Place;
use crate::fact::{Comparison, Value, constant, number};
use crate::summary::{Ended, Export, Import, Summary};

/// Something that one of the documents says.
#[derive(Debug)]
pub struct Said<'c, T> {
    /// The number of the document in the corpus.
    pub text: usize,
    pub it: &'c T,
}

impl<T> Clone for Said<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Said<'_, T> {}

impl<T> Said<'_, T> {
    pub fn place(&self, spot: crate::summary::Spot) -> Place {
        Place { text: self.text, spot }
    }
}

/// All that is said of one fact, in the order of the paths.
#[derive(Debug, Clone, Default)]
pub struct Fact<'c> {
    pub exports: Vec<Said<'c, Export>>,
    pub imports: Vec<Said<'c, Import>>,
    /// Each value of the declarations that hold, once, as it is written and as it is read.
    declared: Vec<(&'c str, Value)>,
    /// The declaration that counts.
    counts: Option<Said<'c, Export>>,
    /// The moment of reading, where somebody said it.
    now: Option<Timestamp>,
}

/// What is declared in more ways than these is told of by another rule, and each that is assumed is held against all of them.
const MOST_DECLARED: usize = 64;

/// The last part of an id.
fn last(id: &str) -> &str {
    id.rsplit('.').next().unwrap_or(id)
}

/// Where more facts are declared than somebody knows, a misspelt one is looked for among the first.
const MOST_COMPARED: usize = 2000;

impl<'c> Fact<'c> {
    /// The declaration that counts: the first that holds, or the first at all.
    pub fn export(&self) -> Option<Said<'c, Export>> {
        self.counts
    }

    /// Once all of it is known: what is asked of each who relies on it.
    fn settle(&mut self, now: Option<Timestamp>) {
        self.now = now;
        let counts = self.current().next().or(self.exports.first().copied());
        let mut seen = HashSet::new();
        let values = self.current().map(|it| it.it.value.as_str()).filter(|it| seen.insert(*it));
        let declared = values.take(MOST_DECLARED).map(|it| (it, Value::read(it))).collect();
        (self.counts, self.declared) = (counts, declared);
    }

    /// The declarations that hold.
    pub fn current(&self) -> impl Iterator<Item = Said<'c, Export>> + use<'_, 'c> {
        self.exports.iter().filter(|it| self.ended(it.it).is_none()).copied()
    }

    /// Why one of its declarations holds no longer; none where it does.
    pub fn ended<'e>(&self, export: &'e Export) -> Option<Ended<'e>> {
        export.ended(self.now)
    }

    /// Whether a value is none of those that are declared. The words of a link may be about something else than the
    /// value, and of a number in code without a unit nobody can tell what it counts.
    pub fn is_contradicted(&self, said: &str, manner: Manner) -> bool {
        let value = Value::read(said);
        let (is_code, is_program) = match manner {
            Manner::Code(path) => (true, constant::is_program(path)),
            Manner::Link | Manner::Text => (false, false),
        };
        // `defaultPath` beside "data": what it names stands elsewhere. Beside another such word it is a value.
        let is_name = constant::is_name(said) || is_program && constant::is_bare_word(said);
        let is_alike =
            |it: &str| constant::is_name(it) == constant::is_name(said) && (!is_program || constant::is_kin(it, said));
        let is_declared_so = || self.declared.iter().all(|(it, _)| is_alike(it));
        if is_code && (constant::is_piece(said) || is_name && !is_declared_so()) {
            return false;
        }
        let is_open = |declared: &Value| match (value.measure(), declared.measure()) {
            // Nothing is less than any amount, whatever is counted.
            (Some(said), Some(declared)) if said.is_bare() => !said.is_zero() || declared.is_zero(),
            (Some(said), None) => said.is_bare(),
            // "10" is declared, and "10s" stands in the code: nobody said of what.
            (Some(_), Some(bare)) => bare.is_bare() && number::leading(&value.text) == number::leading(&declared.text),
            _ => false,
        };
        let is_other = |declared: &Value| match declared.compare(&value) {
            Comparison::Same => false,
            Comparison::Differs => true,
            Comparison::Unlike => manner != Manner::Link && !(is_code && is_open(declared)),
        };
        self.declared.iter().all(|(_, it)| is_other(it))
    }

    /// How what an importer assumes compares with what is declared; none where it assumes no value.
    pub fn compare(&self, import: &Import) -> Option<Comparison> {
        let declared = Value::read(&self.export()?.it.value);
        Some(declared.compare(&Value::read(import.value.as_deref()?)))
    }
}

/// Where an importer says what it assumes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner<'a> {
    Text,
    /// Between the brackets of a link.
    Link,
    /// In a constant of the file at this path.
    Code(&'a str),
}

/// Facts by their ids.
#[derive(Debug, Default)]
pub struct Facts<'c> {
    by_id: BTreeMap<&'c str, Fact<'c>>,
}

impl<'c> Facts<'c> {
    /// What is declared and assumed, as it holds at a moment. Where none is given, whatever is to end still holds.
    pub fn of(summaries: &[&'c Summary], now: Option<Timestamp>) -> Self {
        let mut by_id: BTreeMap<&str, Fact> = BTreeMap::new();
        for (text, summary) in summaries.iter().enumerate() {
            for it in &summary.exports {
                by_id.entry(&it.id).or_default().exports.push(Said { text, it });
            }
        }
        let facts = |it: &'c Summary| it.exports.iter().map(|export| (it.path.as_str(), export.id.as_str()));
        let in_files: HashSet<(&str, &str)> = summaries.iter().flat_map(|it| facts(it)).collect();
        for (text, summary) in summaries.iter().enumerate() {
            for it in &summary.imports {
                // A link to a heading is no assumption: only one to a fact of that file is.
                let is_of_fact = it.target.as_deref().is_none_or(|target| in_files.contains(&(target, &*it.id)));
                if is_of_fact {
                    by_id.entry(&it.id).or_default().imports.push(Said { text, it });
                }
            }
        }
        by_id.values_mut().for_each(|it| it.settle(now));
        Self { by_id }
    }

    /// All facts in the order of their ids, also those that are only assumed.
    pub fn all(&self) -> impl Iterator<Item = (&'c str, &Fact<'c>)> {
        self.by_id.iter().map(|(id, fact)| (*id, fact))
    }

    pub fn get(&self, id: &str) -> Option<&Fact<'c>> {
        self.by_id.get(id)
    }

    /// The declared fact whose id is most like this one; for who misspelt it.
    pub fn like(&self, id: &str) -> Option<&'c str> {
        const ALIKE: f64 = 0.8;
        const SAME_PART: f64 = 0.1;
        let score = |other: &str| {
            strsim::normalized_damerau_levenshtein(id, other) + if last(id) == last(other) { SAME_PART } else { 0.0 }
        };
        let declared = self.by_id.iter().filter(|(_, fact)| !fact.exports.is_empty()).map(|(id, _)| *id);
        // What differs more in length cannot be as like.
        let is_near = |other: &str| other.len().abs_diff(id.len()) * 3 <= other.len().max(id.len());
        let declared = declared.take(MOST_COMPARED).filter(|it| is_near(it)).map(|it| (it, score(it)));
        declared.filter(|it| it.1 > ALIKE).max_by(|one, other| one.1.total_cmp(&other.1)).map(|(id, _)| id)
    }
}

impl super::Corpus<'_> {
    /// Who answers for what is said in a document: who is named there, or else who answers for the document.
    pub fn owner_of<'a>(&'a self, named: Option<&'a str>, text: usize) -> Option<&'a str> {
        named.or_else(|| self.summaries()[text].owners.first().map(|it| it.name.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Facts, MOST_COMPARED};
    use crate::summary::fact::Export;
    use crate::summary::{Rare, Summary};

    #[test]
    fn of_many_facts_the_first_are_compared() {
        let export = |at: usize| Export { id: format!("door.{at:05}"), ..Export::default() };
        let rare = Rare { exports: (0..=MOST_COMPARED).map(export).collect(), ..Rare::default() };
        let summary = Summary { rare: rare.kept(), ..Summary::default() };
        let facts = [&summary];
        let facts = Facts::of(&facts, None);
        assert_eq!(facts.like("dor.00001"), Some("door.00001"));
        assert_ne!(facts.like("dor.02000"), Some("door.02000"));
    }
}
