//! How right the program is on texts of other people, as far as it can be committed: counts without their words.
//! `tests/accuracy/figures.tsv` is what `measure.py` counted on labelled sets, `tests/accuracy/readings/*.tsv` what people
//! and labels said of single findings. From both follow the levels that rules may have, and the tables of ACCURACY.md.

#[path = "accuracy/figure.rs"]
mod figure;
#[path = "accuracy/reading.rs"]
mod reading;
#[path = "accuracy/tables.rs"]
mod tables;

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::{env, fs};

use figure::{Figure, wilson};
use pingless::finding::{Confidence, Level};
use pingless::rule::{Catalog, Check, Rule};
use reading::{Reading, Verdict};

/// Rules that only compare what stands in the text: dates with weekdays, times with times, comments with rules, a text with
/// its template. What they say follows from it; property tests and their pages prove it.
const ARITHMETIC: &[&str] = &[
    "backwards-timeline",
    // What somebody declared, and what somebody declared to rely on: compared after their units are converted.
    "contradicting-fact",
    "duplicate-fact",
    "impossible-date",
    "ineffective-assumption",
    "ineffective-comment",
    "missing-section",
    // The day until which a proposal may be objected to, which it names itself.
    "overdue-feedback",
    // A day and an interval that the page names itself, added up.
    "overdue-review",
    "misstated-fact",
    "stale-assumption",
    "unanswered-question",
    "unresolved-assumption",
    // The text is its template, word for word.
    "untouched-template",
    "unused-allow",
    "weekday-date-mismatch",
];

/// How often a note has to be right, of thirty readings or more.
const NOTE: f64 = 0.85;

/// Notes that are right less often and are shown all the same, with the share below which they may not fall. On these the
/// readers disagree most: the same sentence of the same minutes was called right by one and wrong by another.
const DISPUTED: &[(&str, f64)] = &[
    ("adr.status", 0.67),
    ("ambiguous-deadline", 0.61),
    ("ambiguous-numeric-date", 0.80),
    ("lost-conversation", 0.74),
    ("nobody-does-it", 0.76),
    ("private-link", 0.80),
    ("relative-date", 0.80),
    ("time-without-zone", 0.61),
    ("unscoped-period", 0.65),
    ("vague-promise", 0.77),
    ("vague-reference", 0.66),
];

/// What a reading calls its rule that judges what a text was taken for.
const KIND: &str = "kind";

/// Whether the default output may show it.
fn is_default(catalog: &Catalog, rule: &Rule) -> bool {
    match &rule.check {
        Check::Need { kind, need } => {
            catalog.kind(kind).is_some_and(|page| page.needs[*need].confidence == Confidence::High)
        }
        _ => !rule.preview,
    }
}

/// Whether a reading is of the program as it is, and of the output that shows the rule.
fn counts(catalog: &Catalog, reading: &Reading) -> bool {
    let is_shown = || catalog.rule(&reading.rule).is_some_and(|rule| is_default(catalog, rule));
    reading.verdict != Verdict::Mended && !(reading.is_pedantic && is_shown())
}

/// How many findings of a rule were right, and how many were read. What labels and people judged counts once.
fn judged<'r>(catalog: &Catalog, readings: &'r [Reading]) -> BTreeMap<&'r str, (usize, usize)> {
    let mut out: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut seen = HashSet::new();
    for reading in readings.iter().filter(|it| counts(catalog, it) && seen.insert(it.finding())) {
        let row = out.entry(&reading.rule).or_default();
        row.0 += usize::from(reading.verdict == Verdict::Right);
        row.1 += 1;
    }
    out
}

#[test]
fn every_level_is_earned() {
    let catalog = Catalog::builtin();
    let readings = reading::all();
    let judged = judged(&catalog, &readings);
    let mut complaints = Vec::new();
    for rule in catalog.rules.iter().filter(|rule| is_default(&catalog, rule)) {
        let (right, all) = judged.get(&*rule.id).copied().unwrap_or_default();
        let (lower, _) = wilson(right, all);
        let (least, count) = match rule.level {
            Level::Error => (0.90, 60),
            Level::Warn => (0.80, 30),
            Level::Note => {
                complaints.extend(noted(&catalog, rule, right, all));
                continue;
            }
        };
        let is_earned = lower >= least && all >= count || ARITHMETIC.contains(&&*rule.id);
        if !is_earned {
            let page = &catalog.pages[rule.page].path;
            let level = rule.level.word();
            complaints.push(format!(
                "{page}:1: `{}` was right {right} times of {all}: the lower end is {lower:.2}, and {level} asks for \
                 {least:.2} at {count}; read more of its findings, or make it a note",
                rule.id
            ));
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// What is wrong with showing a note by default, and with how it is told here.
fn noted(catalog: &Catalog, rule: &Rule, right: usize, all: usize) -> Option<String> {
    const ENOUGH: usize = 30;
    let share = right as f64 / all.max(1) as f64;
    let disputed = DISPUTED.iter().find(|(id, _)| *id == rule.id).map(|(_, least)| *least);
    let page = &catalog.pages[rule.page].path;
    let least = disputed.unwrap_or(NOTE);
    if all >= ENOUGH && share < least {
        let cure = "let `--pedantic` alone show what is weak of it";
        return Some(format!(
            "{page}:1: `{}` was right {right} times of {all}, which is below {least}; {cure}",
            rule.id
        ));
    }
    let is_better = disputed.is_some() && (all < ENOUGH || share >= NOTE);
    is_better.then(|| format!("tests/accuracy.rs:1: `{}` is disputed no more; strike it off the list", rule.id))
}

#[test]
fn no_finding_is_judged_two_ways() {
    let readings = reading::all();
    assert!(readings.len() > 50, "the readings are not found");
    let mut first: BTreeMap<_, &Reading> = BTreeMap::new();
    let mut complaints = Vec::new();
    for reading in &readings {
        let other = first.entry(reading.finding()).or_insert(reading);
        if other.verdict != reading.verdict {
            complaints.push(format!("{} and {}: {:?}", other.file, reading.file, reading.finding()));
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn every_reading_is_of_a_rule() {
    let catalog = Catalog::builtin();
    let readings = reading::all();
    let unknown: Vec<&Reading> =
        readings.iter().filter(|it| it.rule != KIND && catalog.rule(&it.rule).is_none()).collect();
    let told: Vec<String> = unknown.iter().map(|it| format!("{}: there is no rule `{}`", it.file, it.rule)).collect();
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

#[test]
fn the_page_of_figures_is_up_to_date() {
    const MARKS: (&str, &str) = ("<!-- figures -->\n", "<!-- /figures -->");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ACCURACY.md");
    let text = fs::read_to_string(&path).expect("there is a src/ACCURACY.md");
    let start = text.find(MARKS.0).map(|at| at + MARKS.0.len());
    let (Some(start), Some(end)) = (start, text.find(MARKS.1)) else {
        panic!("src/ACCURACY.md:1: put {MARKS:?} around the tables")
    };
    let catalog = Catalog::builtin();
    let readings = reading::all();
    let expected =
        tables::render(&catalog, &judged(&catalog, &readings), &Figure::all(), |rule| is_default(&catalog, rule));
    if env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        fs::write(&path, format!("{}{expected}{}", &text[..start], &text[end..])).expect("it can be written");
    } else {
        let cure = "write it anew with SNAPSHOTS=overwrite cargo test --test accuracy";
        assert!(text[start..end] == expected, "src/ACCURACY.md: the tables are not what was measured; {cure}");
    }
}

#[test]
fn the_interval_is_wilsons() {
    let (low, high) = wilson(30, 31);
    assert!((low - 0.838).abs() < 0.001 && (high - 0.994).abs() < 0.001, "{low} {high}");
    assert_eq!(wilson(0, 0), (0.0, 1.0));
}
