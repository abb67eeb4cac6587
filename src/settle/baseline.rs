//! Findings that were there before somebody began to look: known, counted, never shown. Pure: the file is read by
//! `run` and written by `report`.
//!
//! An entry stands for findings that are alike in one text, with their number. It holds no line, so that other edits
//! leave it alone; and where its text is gone it counts for any other: a renamed file keeps its debt.

mod apply;

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::Checked;
use super::fingerprint::alike;
use crate::finding::Finding;
use crate::words::letters::squeezed;
use apply::take_out;
pub use apply::{Applied, Judged, apply};

/// The version of the file's form.
pub const VERSION: u64 = 1;
/// How fingerprints are made.
pub const FINGERPRINT: &str = "pingless/v1";

/// Everything that is known, by path, rule and fingerprint.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: BTreeMap<Name, Known>,
}

/// What is known of one sort of finding in one text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    count: usize,
    /// What a person reads of it.
    text: String,
}

/// What tells an entry from all others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Name {
    path: String,
    rule: String,
    fingerprint: String,
}

/// One line of the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Entry {
    pub path: String,
    pub rule: String,
    /// That of the first of its like.
    pub fingerprint: String,
    pub count: usize,
    /// The first words under the label.
    #[serde(default)]
    pub text: String,
}

#[derive(Deserialize)]
struct Head {
    #[serde(rename = "pingless-baseline")]
    version: u64,
    #[serde(default)]
    fingerprint: Option<String>,
}

/// A file that is no baseline which this version understands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// From 1.
    pub line: usize,
    pub message: String,
    pub help: &'static str,
}

/// Letters of the text under a label that a line shows.
const LONGEST_TEXT: usize = 60;

const ANEW: &str = "take the file as it was in a good commit, or delete it and write it anew with `pingless baseline`";

impl Baseline {
    /// Reads the file. Order and lines that say the same twice do not matter: both come of merges.
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim_start_matches('\u{feff}')));
        let wrong = |line: usize, message: &str, help: &'static str| Wrong { line, message: message.to_owned(), help };
        let (_, first) = lines.next().unwrap_or((1, ""));
        conflict(1, first)?;
        let head: Head = object(first).map_err(|_| wrong(1, "it does not begin as a baseline", ANEW))?;
        if head.version != VERSION || head.fingerprint.is_some_and(|it| it != FINGERPRINT) {
            let help = "update pingless, or delete the file and write it anew with `pingless baseline`";
            return Err(wrong(1, "it is a baseline of another version of pingless", help));
        }
        let mut baseline = Self::default();
        for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            conflict(number, line)?;
            let entry: Entry = object(line).map_err(|error| wrong(number, &no_entry(line, &error), ANEW))?;
            baseline.add(entry, usize::max);
        }
        Ok(baseline)
    }

    /// The findings of a text, as entries.
    pub fn take_in(&mut self, path: &str, document: &Checked) {
        for finding in &document.findings {
            self.add(entry(path, finding, document.text.at(finding.at.span)), |known, one| known + one);
        }
    }

    fn add(&mut self, entry: Entry, join: impl Fn(usize, usize) -> usize) {
        let Entry { path, rule, fingerprint, count, text } = entry;
        let known = self.entries.entry(Name { path, rule, fingerprint }).or_insert(Known { count: 0, text });
        known.count = join(known.count, count);
    }

    /// The entries, in the order of the file.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        self.entries.iter().map(|(name, known)| Entry {
            path: name.path.clone(),
            rule: name.rule.clone(),
            fingerprint: name.fingerprint.clone(),
            count: known.count,
            text: known.text.clone(),
        })
    }

    /// How many findings are known.
    pub fn count(&self) -> usize {
        total(self.entries.values().map(|known| &known.count))
    }

    /// Only the entries of some paths.
    pub fn of_paths(&self, keep: impl Fn(&str) -> bool) -> Self {
        let entries = self.entries.iter().filter(|(name, _)| keep(&name.path));
        Self { entries: entries.map(|(name, known)| (name.clone(), known.clone())).collect() }
    }

    /// Both together, where they may speak of the same findings.
    pub fn or(mut self, other: &Self) -> Self {
        other.entries().for_each(|entry| self.add(entry, usize::max));
        self
    }

    /// Both together, where each speaks of findings of its own.
    pub fn and(mut self, other: &Self) -> Self {
        other.entries().for_each(|entry| self.add(entry, usize::saturating_add));
        self
    }

    /// The entries of texts that are gone: they count for any other.
    pub fn gone(&self, is_there: impl Fn(&str) -> bool) -> Self {
        let mut is_gone: HashMap<&str, bool> = HashMap::new();
        let entries = self.entries.iter();
        let gone = entries.filter(|(name, _)| *is_gone.entry(&name.path).or_insert_with(|| !is_there(&name.path)));
        Self { entries: gone.map(|(name, known)| (name.clone(), known.clone())).collect() }
    }

    /// Takes out of one text what is known of it, or of texts that are gone.
    pub fn take_from(&self, path: &str, document: &mut Checked, gone: &Self) {
        let mut text = Judged { path: path.to_owned(), document, taken: HashMap::new() };
        let (mut open, mut applied) = (self.counts_of(path), Applied::default());
        take_out(&mut text, &mut open, &mut applied);
        self.take_out_of_whole(&mut text, &mut open, &mut applied);
        take_out(&mut text, &mut gone.counts(), &mut applied);
    }

    /// How often each sort is known, wherever.
    fn counts(&self) -> HashMap<String, usize> {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for (name, known) in &self.entries {
            let count = counts.entry(name.fingerprint.clone()).or_default();
            *count = count.saturating_add(known.count);
        }
        counts
    }

    fn counts_of(&self, path: &str) -> HashMap<String, usize> {
        self.of_path(path).map(|(name, known)| (name.fingerprint.clone(), known.count)).collect()
    }

    fn of_path(&self, path: &str) -> impl Iterator<Item = (&Name, &Known)> {
        let first = Name { path: path.to_owned(), rule: String::new(), fingerprint: String::new() };
        self.entries.range(first..).take_while(move |(name, _)| name.path == path)
    }

    /// Takes out what is said of a whole text and was known under another title.
    fn take_out_of_whole(&self, text: &mut Judged, open: &mut HashMap<String, usize>, applied: &mut Applied) {
        let Judged { path, document, .. } = text;
        let kept = &document.text;
        document.findings.retain(|it| {
            if !it.is_of_whole {
                return true;
            }
            let mut of_rule = self.of_path(path).filter(|(name, _)| name.rule == it.rule);
            let is_left = |(name, _): &(&Name, &Known)| open.get(&name.fingerprint).is_some_and(|count| *count > 0);
            let Some((known, _)) = of_rule.find(is_left) else { return true };
            open.entry(known.fingerprint.clone()).and_modify(|count| *count -= 1);
            applied.known += 1;
            applied.living.add(entry(path, it, kept.at(it.at.span)), |known, one| known + one);
            false
        });
    }
}

/// A file may claim any number.
fn total<'n>(counts: impl Iterator<Item = &'n usize>) -> usize {
    counts.fold(0, |all, count| all.saturating_add(*count))
}

/// `under` is what stands under its label.
fn entry(path: &str, finding: &Finding, under: &str) -> Entry {
    let fingerprint = alike(&finding.rule, under);
    Entry { path: path.to_owned(), rule: finding.rule.clone(), fingerprint, count: 1, text: short(under) }
}

/// One object; a list of its values would be read as one, too.
fn object<'l, T: Deserialize<'l>>(line: &'l str) -> serde_json::Result<T> {
    let is_object = line.trim_start().starts_with('{');
    serde_json::from_str(if is_object { line } else { "" })
}

/// What keeps a line from being an entry. Where it is the caret says, not the reader of JSON, who saw this line alone.
fn no_entry(line: &str, error: &serde_json::Error) -> String {
    let error = error.to_string();
    match line.trim_start().starts_with('{') {
        true => format!("it is no entry of a baseline: {}", error.split(" at line ").next().unwrap_or_default()),
        false => "it is no entry of a baseline".to_owned(),
    }
}

/// What marks a merge that nobody finished.
fn conflict(line: usize, text: &str) -> Result<(), Wrong> {
    let is_mark = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| text.starts_with(mark));
    let message = "a merge was not finished here".to_owned();
    let help = "keep the lines of both sides without the marks, then run `pingless baseline --prune`";
    if is_mark { Err(Wrong { line, message, help }) } else { Ok(()) }
}

/// The first words of a text, in one line.
fn short(text: &str) -> String {
    let words = squeezed(text);
    if words.chars().count() <= LONGEST_TEXT {
        return words;
    }
    words.chars().take(LONGEST_TEXT).chain(['\u{2026}']).collect()
}
