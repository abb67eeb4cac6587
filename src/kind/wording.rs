//! The kind that the wording of a text speaks for: a linear model over its cues, with its weights in a table. It is the
//! last resort, for texts whose path, title and headings tell nothing, and it says which cues made its verdict.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::cue::{self, Seen};
use super::{Kind, Recognised, SURE, path};
use crate::document::Document;
use crate::text::Origin;
use crate::words::export;

/// What `tests/accuracy/train.py` learnt: a row for each cue, a column for each kind.
const TABLE: &str = include_str!("wording.tsv");
/// The row that holds for every text.
const ALWAYS: &str = "*";
/// The row that says, for each kind, from which chance on it is right nine times in ten.
const LINE: &str = "sure from";
/// A text that is neither report, wish, question nor change.
const NONE: &str = "none";

/// The most that is shown of what is not sure.
const GUESS: f32 = 0.89;

/// The least chance that is shown at all, unless a folder says that it is an issue: a few short lines are no bug report for
/// want of anything else.
const LEAST: f32 = 0.3;

/// How much likelier a file of a repository is none of these than a text whose place says nothing.
const PAGES: f32 = 4.0;

/// What is known of a text before it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prior {
    /// A tracker: it is one of the kinds that one holds.
    Tracker,
    /// A repository: mostly a page.
    Repository,
    Unknown,
}

/// So many cues explain a verdict.
const TOLD: usize = 4;

/// The lines of the table, with that of the kinds.
fn lines() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter(|line| !line.starts_with('#'))
}

/// The kinds of the columns.
static KINDS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| lines().next().unwrap_or_default().split('\t').skip(1).collect());

/// The weights of each row as they are written, by its cue. A text has few cues, and no other row is read.
static ROWS: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| lines().skip(1).filter_map(|line| line.split_once('\t')).collect());

/// What one row says.
fn row(name: &str) -> Option<Vec<f32>> {
    Some(ROWS.get(name)?.split('\t').filter_map(|it| it.parse().ok()).collect())
}

/// What the wording of a text speaks for.
#[derive(Debug)]
struct Verdict {
    kind: &'static str,
    /// 0 to 1, as often as it was right on texts with labels.
    confidence: f32,
    /// Its title settles it, where it is known that the text is an issue: see [`SETTLED`].
    is_settled: bool,
    /// The cues that spoke for it, the strongest first.
    because: Vec<String>,
}

/// Cues of a title that settle what an issue is, where the rest of its words speaks for the same: a crash is nothing that
/// anybody asks for, and "How do I" in front of no fault is a question. Of the labelled issues 97 in a hundred of the first
/// are reports, and 91 to 100 of the others what they are called; of what a title fails to do, or denies, only two in three are.
const SETTLED: &[(&str, &str, &[&str])] = &[
    ("bug-report", "title names what nobody wants", ASKING),
    ("feature-request", "title says whose wish it is", &[]),
    ("feature-request", "title asks for more", FAILING),
    ("question", "title asks how", FAILING),
    ("question", "title says that it is a question", &[]),
];
const ASKING: &[&str] = &[
    "title asks how",
    "title asks what or why",
    "title asks whether",
    "title with a question mark",
    "title calls it a question",
];
const FAILING: &[&str] =
    &["title names an error", "title names a failure", "names an error", "tells a failure", "an error in a block"];

fn is_settled(kind: &str, seen: &[Seen]) -> bool {
    let has = |name: &str| seen.iter().any(|it| it.name == name);
    SETTLED.iter().any(|(of, cue, unless)| *of == kind && has(cue) && !unless.iter().any(|it| has(it)))
}

/// Bytes. A longer file of a repository is a page: its words are not looked at.
const LONGEST_ISSUE: usize = 20_000;

/// The last resort. In a repository a file is a page before it is anything else, and a message without a title is a
/// request: there the wording has to be sure. Where a folder says that it is an issue, it only has to say which.
pub(super) fn kind_of<'k>(doc: &Document, kinds: impl Iterator<Item = &'k Kind>) -> Option<Recognised> {
    let path = doc.source().path().map(export::plain);
    let folder = path.as_deref().and_then(path::tracker);
    let is_issue = doc.source().origin == Origin::Issue;
    let is_tracked = is_issue || folder.is_some();
    let may_guess = is_tracked || doc.source().origin == Origin::Unnamed;
    let is_page = !may_guess && doc.text().len() > LONGEST_ISSUE;
    if is_page || doc.source().origin == Origin::Message && doc.title().is_none() {
        return None;
    }
    let prior = match (is_tracked, may_guess) {
        (true, _) => Prior::Tracker,
        (false, true) => Prior::Unknown,
        (false, false) => Prior::Repository,
    };
    let verdict = read(doc, prior).filter(|it| may_guess || it.confidence >= SURE)?;
    let confidence = if may_guess && verdict.is_settled { verdict.confidence.max(SURE) } else { verdict.confidence };
    let mut because = verdict.because;
    if let Some(folder) = folder {
        because.insert(0, format!("it lies in `{folder}`"));
    }
    Recognised::worded(verdict.kind, kinds, confidence, because)
}

/// The likeliest kind of a text in English; `none` where it must be one of the others.
fn read(doc: &Document, prior: Prior) -> Option<Verdict> {
    if !doc.is_english() {
        return None;
    }
    let is_issue = prior == Prior::Tracker;
    let seen = cue::seen(doc);
    let settled = |kind: &str| is_settled(kind, &seen);
    let spoken: Vec<Spoken> = seen.iter().filter_map(Spoken::of).collect();
    let always = row(ALWAYS).unwrap_or_default();
    let score = |kind: usize| {
        let rows = std::iter::once(&always).chain(spoken.iter().map(|it| &it.weights));
        rows.filter_map(|row| row.get(kind)).sum::<f32>()
    };
    let weight = |kind: usize| if prior == Prior::Repository && KINDS[kind] == NONE { PAGES } else { 1.0 };
    let mut chances: Vec<(usize, f32)> =
        (0..KINDS.len()).map(|kind| (kind, weight(kind) * score(kind).exp())).collect();
    chances.retain(|(kind, _)| !is_issue || is_of_issue(KINDS[*kind]));
    let total: f32 = chances.iter().map(|(_, chance)| chance).sum();
    let (kind, chance) = chances.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let name = KINDS[kind];
    let chance = chance / total;
    let confidence = confidence(kind, chance);
    let is_told = name != NONE && (is_issue || !is_of_issue(name) || chance >= LEAST);
    is_told.then(|| Verdict { kind: name, confidence, is_settled: settled(name), because: because(spoken, kind) })
}

/// A cue that was seen, and what it adds to each kind.
struct Spoken<'c> {
    cue: &'c Seen,
    weights: Vec<f32>,
}

impl<'c> Spoken<'c> {
    fn of(cue: &'c Seen) -> Option<Self> {
        Some(Self { weights: row(cue.name)?, cue })
    }

    fn weight(&self, kind: usize) -> f32 {
        self.weights.get(kind).copied().unwrap_or_default()
    }
}

/// A chance as the confidence that it deserves: the kind's line is where [`SURE`] begins.
fn confidence(kind: usize, chance: f32) -> f32 {
    let line = row(LINE).and_then(|row| row.get(kind).copied()).unwrap_or(1.0);
    if chance < line { (SURE * chance / line).min(GUESS) } else { SURE + (1.0 - SURE) * (chance - line) / (1.0 - line) }
}

/// Whether the wording can speak for a kind at all.
pub(super) fn knows(kind: &str) -> bool {
    KINDS.contains(&kind)
}

/// The kinds that a tracker of issues holds.
fn is_of_issue(kind: &str) -> bool {
    kind != NONE && kind != "pull-request"
}

/// The cues that speak for a kind, in words.
fn because(mut spoken: Vec<Spoken>, kind: usize) -> Vec<String> {
    spoken.retain(|it| it.weight(kind) > 0.0);
    spoken.sort_by(|a, b| b.weight(kind).total_cmp(&a.weight(kind)));
    let told = spoken.into_iter().take(TOLD).map(|Spoken { cue, .. }| match &cue.words {
        Some(words) => format!("{}: \u{201c}{words}\u{201d}", cue.name),
        None => cue.name.to_owned(),
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::{KINDS, Prior, lines, read, row};
    use crate::document::Document;
    use crate::text::Source;

    fn check(text: &str, expected: Option<&str>) {
        let source = Source::unnamed("text", text);
        let verdict = read(&Document::new(&source), Prior::Unknown);
        assert_eq!(verdict.as_ref().map(|it| it.kind), expected, "{verdict:?}");
    }

    #[test]
    fn each_kind_has_its_words() {
        check("# Export crashes with an error when I click Save\n\nIt worked in 2.2.", Some("bug-report"));
        check("# Add dark mode\n\nIt would be nice to have an option for it.", Some("feature-request"));
        check("# How do I turn dark mode on?\n\nI am new to this. Can anyone help me? Thanks!", Some("question"));
    }

    #[test]
    fn a_title_settles_what_the_rest_speaks_for() {
        let settled = |text: &str| {
            let source = Source::unnamed("text", text);
            read(&Document::new(&source), Prior::Tracker).map(|it| (it.kind, it.is_settled))
        };
        let crash = "# The editor crashes on startup\n\nSince 3.2 it closes as soon as a window is opened.";
        assert_eq!(settled(crash), Some(("bug-report", true)));
        let asked = "# Why does the editor crash on startup?\n\nI am new to this. Can anyone help me? Thanks!";
        assert!(settled(asked).is_some_and(|it| !it.1));
        let how = "# How do I sort the slots by tenant?\n\nI found nothing about it in the guide.";
        assert_eq!(settled(how), Some(("question", true)));
        let called = "# Question: which column is the tenant's?\n\nThe table has three of that name.";
        assert_eq!(settled(called), Some(("question", true)));
        let wrong = "# The third column is empty\n\nSince 3.2 it is.";
        assert!(settled(wrong).is_some_and(|it| !it.1));
    }

    #[test]
    fn every_row_is_a_cue_and_has_a_weight_for_each_kind() {
        let names = lines().skip(1).filter_map(|line| line.split('\t').next());
        let rows: Vec<Vec<f32>> = names.filter_map(row).collect();
        assert!(rows.len() > 50 && rows.iter().all(|row| row.len() == KINDS.len()));
    }
}
