//! `rules/agree/index-drift.md`

use std::collections::BTreeMap;

use crate::corpus::decisions::{Decisions, folder, is_of_past, record};
use crate::corpus::{Corpus, Found, Place};
use crate::finding::quoted;
use crate::summary::{Decision, Spot, Summary};
use crate::words::english::status::Standing;

pub fn check(corpus: &Corpus, found: &mut Found) {
    let decisions = corpus.decisions();
    for (text, summary) in corpus.summaries().iter().enumerate() {
        if summary.log.is_empty() || summary.decision.is_some() || is_of_past(summary) {
            continue;
        }
        let rows: Vec<Row> = summary.log.iter().filter_map(|row| Row::of(corpus, row)).collect();
        let index = Index { corpus, decisions, text, summary, rows };
        index.standings(found);
        index.titles(found);
        if corpus.is_whole() {
            index.missing(found);
        }
    }
}

/// A line of an index, and the record to which it leads.
struct Row<'c> {
    row: &'c Decision,
    text: usize,
    record: &'c Decision,
}

impl<'c> Row<'c> {
    fn of(corpus: &Corpus<'c>, row: &'c Decision) -> Option<Self> {
        let text = corpus.at(row.path.as_deref()?)?;
        Some(Self { row, text, record: record(corpus, text)? })
    }
}

/// A document that lists records.
struct Index<'l, 'c> {
    corpus: &'l Corpus<'c>,
    decisions: &'l Decisions,
    text: usize,
    summary: &'c Summary,
    rows: Vec<Row<'c>>,
}

impl<'c> Index<'_, 'c> {
    fn place(&self, spot: Spot) -> Place {
        Place { text: self.text, spot }
    }

    fn path(&self, text: usize) -> &'c str {
        &self.corpus.summaries()[text].path
    }

    /// Whether it stands above the records or beside them: a list elsewhere may tell of something else.
    fn is_over(&self, text: usize) -> bool {
        let own = self.summary.path.rsplit_once('/').map_or("", |it| it.0);
        own.is_empty()
            || folder(self.path(text)).strip_prefix(own).is_some_and(|it| it.is_empty() || it.starts_with('/'))
    }

    fn standings(&self, found: &mut Found) {
        for Row { row, text, record } in self.rows.iter().filter(|it| self.is_over(it.text)) {
            let (Some(said), Some(true_one)) = (row.standing, record.standing) else { continue };
            let (Some((written, spot)), Some((status, own))) = (&row.status, &record.status) else { continue };
            // Where both write the same word, only a note of the record says more.
            let is_same = said == true_one
                || said.is_over() && true_one.is_over()
                || status.trim().eq_ignore_ascii_case(written.trim());
            // The record itself lags behind then, and that is said of it.
            let is_known = said == Standing::Replaced && self.decisions.is_replaced(self.corpus, *text);
            let is_long = |it: &str| it.split_whitespace().count() > FEW_WORDS;
            if is_same || is_known || is_long(status) || is_long(written) || row.rests() || record.rests() {
                continue;
            }
            let label = format!("the record itself says {}, not {}", quoted(status), quoted(written));
            let other = Place { text: *text, spot: *own };
            found.flag(self.place(*spot), label).and_in(self.corpus.elsewhere(other, "it stands like this")).unsure();
        }
    }

    fn titles(&self, found: &mut Found) {
        for Row { row, text, record } in self.rows.iter().filter(|it| self.is_over(it.text)) {
            if !is_another(&row.title, &record.title) {
                continue;
            }
            let label = format!("the record itself is called {}", quoted(&record.title));
            let other = Place { text: *text, spot: record.spot };
            let flag = found.flag(self.place(row.spot), label);
            flag.and_in(self.corpus.elsewhere(other, "it is called like this"));
            flag.asks("Which decision is meant here?").unsure();
        }
    }

    /// Records that it does not list, where it lists nearly all of their folder.
    fn missing(&self, found: &mut Found) {
        let mut folders: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
        for row in self.rows.iter().filter(|it| self.is_over(it.text)) {
            folders.entry(folder(self.path(row.text))).or_default().push(row);
        }
        for (folder, rows) in folders {
            let is_numbered = |it: &usize| record(self.corpus, *it).is_some_and(|it| it.serial.is_some());
            let all: Vec<usize> = self.decisions.within(folder).iter().copied().filter(is_numbered).collect();
            let is_listed = |text: usize| rows.iter().any(|it| it.text == text);
            let missing: Vec<usize> = all.iter().copied().filter(|it| !is_listed(*it)).collect();
            let listed = all.len() - missing.len();
            if missing.is_empty() || listed < FEWEST || missing.len() * NEARLY_ALL > all.len() {
                continue;
            }
            // A list of what was accepted leaves out what was not.
            let is_wanted = |text: &usize| {
                let standing = record(self.corpus, *text).and_then(|it| it.standing);
                rows.iter().any(|it| it.record.standing == standing) && !self.names(*text)
            };
            self.lacks(folder, &missing.into_iter().filter(is_wanted).collect::<Vec<_>>(), listed, found);
        }
    }

    /// Whether it leads there at all, be it in a sentence.
    fn names(&self, text: usize) -> bool {
        let path = self.path(text);
        let is_named = |place: &Option<Box<str>>| place.as_deref() == Some(path);
        let mut rows = self.summary.log.iter();
        let mut cited = self.summary.citations.iter();
        let number = record(self.corpus, text).and_then(|it| it.serial.as_ref()).map(|it| it.number);
        let has_number = |it: &Decision| it.path.is_none() && it.serial.as_ref().map(|it| it.number) == number;
        cited.any(|it| is_named(&it.path)) || rows.any(|it| is_named(&it.path) || has_number(it))
    }

    fn lacks(&self, folder: &str, missing: &[usize], listed: usize, found: &mut Found) {
        let Some(&first) = missing.first() else { return };
        let more = match missing.len() {
            1 => String::new(),
            2 => " and one more".to_owned(),
            many => format!(" and {} more", many - 1),
        };
        let place = if folder.is_empty() { "the root".to_owned() } else { format!("`{folder}`") };
        let verb = if more.is_empty() { "is" } else { "are" };
        let label = format!("{listed} records of {place} are listed here; `{}`{more} {verb} not", self.path(first));
        let flag = found.flag(self.place(self.summary.head), label);
        const SHOWN: usize = 3;
        for &text in missing.iter().take(SHOWN) {
            let spot = record(self.corpus, text).map_or_else(Spot::default, |it| it.spot);
            flag.and_in(self.corpus.elsewhere(Place { text, spot }, "not in the list"));
        }
        flag.asks("Does this record not count, or is the list behind?").unsure();
    }
}

/// A longer status tells of parts that stand otherwise.
const FEW_WORDS: usize = 6;
/// Fewer records that are listed make no index of a series.
const FEWEST: usize = 5;
/// At most one of so many is missing, or else the list means to hold some.
const NEARLY_ALL: usize = 5;

/// Whether two titles have no word in common, and each has enough of them to tell.
fn is_another(one: &str, other: &str) -> bool {
    let (one, other) = (stems(one), stems(other));
    const FEWEST_WORDS: usize = 2;
    one.len() >= FEWEST_WORDS && other.len() >= FEWEST_WORDS && !one.iter().any(|it| other.contains(it))
}

/// The beginnings of the words that say something, in small letters.
fn stems(title: &str) -> Vec<String> {
    let words = title.split(|it: char| !it.is_alphanumeric()).filter(|it| it.chars().count() > 3);
    words.map(|it| it.to_lowercase().chars().take(4).collect()).collect()
}
