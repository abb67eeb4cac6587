//! The kind that the wording of a text speaks for: a linear model over its cues, with its weights in a table. It is the
//! last resort, for texts whose path, title and headings tell nothing, and it says which cues made its verdict.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::SURE;
use super::cue::{self, Seen};
use crate::document::Document;

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

/// The least that is shown at all, unless a folder says that it is an issue: a few short lines are no bug report for
/// want of anything else.
const LEAST: f32 = 0.43;

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
pub(super) struct Verdict {
    pub kind: &'static str,
    /// 0 to 1, as often as it was right on texts with labels.
    pub confidence: f32,
    /// Its title settles it, where it is known that the text is an issue: see [`SETTLED`].
    pub is_settled: bool,
    /// The cues that spoke for it, the strongest first.
    pub because: Vec<String>,
}

/// Cues of a title that settle what an issue is, where the rest of its words speaks for the same: a crash is nothing that
/// anybody asks for, and "How do I" in front of no fault is a question. Of the labelled issues 97 in a hundred of the first
/// are reports, and 91 to 100 of the others what they are called; of what a title fails to do, or denies, only two in three are.
const SETTLED: &[(&str, &str, &[&str])] = &[
    ("bug-report", "title names what nobody wants", ASKING),
    ("feature-request", "title says whose wish it is", &[]),
    ("feature-request", "title asks for more", FAILING),
    ("question", "title asks how", FAILING),
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

/// What its author calls it, and what a form for faults asks.
const CALLED_BUG: &[&str] = &["it is called a bug", "title calls it a bug"];
const CALLED_WISH: &[&str] = &["it is called a wish", "title calls it a wish", "form asks for a wish"];
const OF_FAULTS: &[&str] = &["form asks for steps", "form asks what happened", "form asks what was expected"];
const FAILING_TITLE: &[&str] =
    &["title names an error", "title names a failure", "title names what nobody wants", "title denies something"];

/// What a text is by its title and its form, where all its words speak for another kind. Who is new to a thing writes a report
/// as others write a question: it is a report all the same where its title asks nothing and its author calls it a bug, or
/// fills in all that a form for faults asks, or names a failure above two parts of it. And "Is there an option to sort it?" asks, whatever it would be nice to have.
fn by_form(kind: &str, seen: &[Seen]) -> Option<&'static str> {
    let count = |names: &[&str]| seen.iter().filter(|it| names.contains(&it.name)).count();
    let has = |names: &[&str]| count(names) > 0;
    let is_filled_in = || count(OF_FAULTS) == OF_FAULTS.len() || count(OF_FAULTS) > 1 && has(FAILING_TITLE);
    let is_reported = || has(CALLED_BUG) || is_filled_in();
    let asks_whether = || has(&["title with a question mark"]) && has(&["title asks whether"]);
    match kind {
        "question" if !has(ASKING) && is_reported() => Some("bug-report"),
        "feature-request" if !has(CALLED_WISH) && asks_whether() => Some("question"),
        _ => None,
    }
}

/// The likeliest kind of a text in English; `none` where it must be one of the others.
pub(super) fn read(doc: &Document, is_issue: bool) -> Option<Verdict> {
    if !doc.is_english() {
        return None;
    }
    let seen = cue::seen(doc);
    let settled = |kind: &str| is_settled(kind, &seen);
    let spoken: Vec<Spoken> = seen.iter().filter_map(Spoken::of).collect();
    let always = row(ALWAYS).unwrap_or_default();
    let score = |kind: usize| {
        let rows = std::iter::once(&always).chain(spoken.iter().map(|it| &it.weights));
        rows.filter_map(|row| row.get(kind)).sum::<f32>()
    };
    let mut chances: Vec<(usize, f32)> = (0..KINDS.len()).map(|kind| (kind, score(kind).exp())).collect();
    chances.retain(|(kind, _)| !is_issue || is_of_issue(KINDS[*kind]));
    let total: f32 = chances.iter().map(|(_, chance)| chance).sum();
    let (likeliest, chance) = chances.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let of_form = by_form(KINDS[likeliest], &seen);
    let kind = KINDS.iter().position(|it| of_form == Some(it)).unwrap_or(likeliest);
    let name = KINDS[kind];
    // As sure as it is that this is an issue of some sort; nobody has counted how often the form is right.
    let most = if of_form.is_some() { GUESS } else { 1.0 };
    let confidence = confidence(likeliest, chance / total).min(most);
    let is_told = name != NONE && (is_issue || !is_of_issue(name) || confidence >= LEAST);
    let is_settled = of_form.is_none() && settled(name);
    is_told.then(|| Verdict { kind: name, confidence, is_settled, because: because(spoken, kind) })
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
    use super::{KINDS, lines, read, row};
    use crate::document::Document;
    use crate::text::Source;

    fn check(text: &str, expected: Option<&str>) {
        let source = Source::unnamed("text", text);
        let verdict = read(&Document::new(&source), false);
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
            read(&Document::new(&source), true).map(|it| (it.kind, it.is_settled))
        };
        let crash = "# The editor crashes on startup\n\nSince 3.2 it closes as soon as a window is opened.";
        assert_eq!(settled(crash), Some(("bug-report", true)));
        let asked = "# Why does the editor crash on startup?\n\nI am new to this. Can anyone help me? Thanks!";
        assert!(settled(asked).is_some_and(|it| !it.1));
        let how = "# How do I sort the slots by tenant?\n\nI found nothing about it in the guide.";
        assert_eq!(settled(how), Some(("question", true)));
        let wrong = "# The third column is empty\n\nSince 3.2 it is.";
        assert!(settled(wrong).is_some_and(|it| !it.1));
    }

    #[test]
    fn a_form_tells_a_report_from_a_question() {
        let kind = |text: &str| {
            let source = Source::unnamed("text", text);
            read(&Document::new(&source), true).map(|it| (it.kind, it.confidence < super::SURE))
        };
        let words = "hello, i am new to this and i cannot get my list to sort. i tried it twice. can anyone help me?";
        let told = |title: &str, form: &str| kind(&format!("# {title}\n\n{form}{words}\n"));
        assert_eq!(told("my list", ""), Some(("question", false)));
        assert_eq!(told("my list", "### Issue type\n\nBug\n\n### Text\n\n"), Some(("bug-report", true)));
        assert_eq!(
            told("how do i sort my list", "### Issue type\n\nBug\n\n### Text\n\n").map(|it| it.0),
            Some("question")
        );
        let form = "### Expected behavior\n\na list\n\n### Actual behavior\n\n";
        assert_eq!(told("sorting fails", form).map(|it| it.0), Some("bug-report"));
        let wish = "An option for it would be nice to have, and users with many reports would like it.";
        assert_eq!(kind(&format!("# Add an option to sort\n\n{wish}\n")).map(|it| it.0), Some("feature-request"));
        assert_eq!(kind(&format!("# Is there an option to sort?\n\n{wish}\n")).map(|it| it.0), Some("question"));
    }

    #[test]
    fn every_row_is_a_cue_and_has_a_weight_for_each_kind() {
        let names = lines().skip(1).filter_map(|line| line.split('\t').next());
        let rows: Vec<Vec<f32>> = names.filter_map(row).collect();
        assert!(rows.len() > 50 && rows.iter().all(|row| row.len() == KINDS.len()));
    }
}
