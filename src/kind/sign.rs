//! Signs of a kind that stand in no name: what a text does to its reader. A page lists them by name.

use std::sync::LazyLock;

use super::doing::{Doing, asks_how};
use super::path;
use super::purpose::{BEGINNING, announces_steps, is_called_runbook, shows_how, speaks_of_alert};
use crate::document::Document;
use crate::text::{Origin, Span, border};
use crate::words::address::local;
use crate::words::digit::is_one_or_two;
use crate::words::phrase::Phrases;
use crate::words::{date, file_name, heading};

/// How much a sign says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    None,
    /// It confirms what a folder or a title says.
    Hint,
    /// It names the kind by itself.
    Proof,
}

pub struct Sign {
    pub name: &'static str,
    /// Whether it names the kind by itself.
    pub proves: fn(&Doing) -> bool,
    /// Whether it confirms what a folder or a title says. What proves a kind is not asked for this.
    pub hints: fn(&Doing) -> bool,
    /// How it is told to the reader.
    pub because: &'static str,
}

impl std::fmt::Debug for Sign {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(self.name)
    }
}

/// Every sign that a page may name.
pub static SIGNS: &[Sign] = &[
    Sign { name: "alert-title", proves: never, hints: is_alert, because: "its title is the name of an alert" },
    Sign {
        name: "alert-speech",
        proves: never,
        hints: speaks_of_alert,
        because: "it begins with the alert that calls for it",
    },
    Sign {
        name: "attendance",
        proves: lists_who_was_there,
        hints: never,
        because: "it says who was there, and on which day",
    },
    Sign { name: "days", proves: never, hints: |it| it.is_of_days(), because: "it has parts of several days" },
    Sign {
        name: "checklist",
        proves: never,
        hints: |it| it.boxes() > 2,
        because: "it lists what to do, in boxes to be ticked",
    },
    Sign { name: "instructions", proves: never, hints: is_instructive, because: "it tells its reader what to do" },
    Sign {
        name: "progress-issue",
        proves: tells_progress,
        hints: never,
        because: "it is one of a series that tells what goes on",
    },
    Sign {
        name: "runbook-speech",
        proves: |it| is_called_runbook(it) && is_instructive(it),
        hints: shows_how,
        because: "it calls itself a runbook, or says that it shows how",
    },
    Sign {
        name: "scoped-change",
        proves: says_its_bounds,
        hints: never,
        because: "it says what a change is to reach, and what not",
    },
    Sign { name: "task", proves: leads_through_task, hints: is_about_task, because: "it leads through a task" },
    Sign { name: "task-title", proves: never, hints: |it| it.speaks_of_task(), because: "its title names a task" },
];

/// The strongest of some signs, and how it is told. Whether one hints is asked only where a hint says something.
pub fn strongest(signs: &[&'static Sign], doing: &Doing, may_hint: bool) -> (Strength, &'static str) {
    let told = |strength, sign: &&'static Sign| (strength, sign.because);
    let proof = || signs.iter().rev().find(|it| (it.proves)(doing)).map(|it| told(Strength::Proof, it));
    let hint =
        || signs.iter().rev().filter(|_| may_hint).find(|it| (it.hints)(doing)).map(|it| told(Strength::Hint, it));
    proof().or_else(hint).unwrap_or((Strength::None, ""))
}

pub fn named(name: &str) -> Option<&'static Sign> {
    SIGNS.iter().find(|sign| sign.name == name)
}

/// What a periodical calls itself, and what it says at its beginning where it tells of work that goes on.
const SERIES: &[&str] = &["weekly", "newsletter", "monthly", "fortnightly", "this week in", "this month in"];
static PROGRESS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of_list(["past week*", "last week*", "this week", "progress", "since the last", "since our last"])
});

/// "Storage weekly #12", "This month in storage": an issue of a series, whose first lines speak of what was done.
fn tells_progress(doing: &Doing) -> bool {
    let is_issue = |title: &str| {
        let title = title.to_lowercase();
        let is_named = SERIES.iter().any(|it| title.contains(it));
        let is_numbered = || title.trim_end_matches(')').ends_with(|it: char| it.is_ascii_digit());
        is_named && (title.starts_with("this ") || is_numbered())
    };
    let text = doing.doc.prose().text();
    let beginning = || &text[..border(text, 2 * BEGINNING)];
    doing.title().is_some_and(is_issue) && !PROGRESS.find(beginning()).is_empty()
}

fn never(_: &Doing) -> bool {
    false
}

/// The text tells its reader what to do or to type. What hardly any text has is counted first.
fn is_instructive(doing: &Doing) -> bool {
    let commands = doing.commands();
    commands > 1 || commands > 0 && doing.tasks() + doing.orders() > 0 || doing.steps() > 1 || doing.orders() > 2
}

/// The title names a task, or the text says that it shows how, and steps lead through it.
fn leads_through_task(doing: &Doing) -> bool {
    // An issue asks the same, and shows what was tried.
    let path = doing.doc.source().path();
    let is_page = path.is_some_and(|path| path::tracker(path).is_none());
    let may_be_page = is_page || doing.doc.source().origin == Origin::Unnamed;
    if is_page && doing.title().is_some_and(|it| asks_how(it) && !it.contains('?')) {
        return is_instructive(doing)
            || !doing.doc.code().is_empty()
            || doing.steps() + doing.tasks() + doing.orders() > 0;
    }
    let commands = doing.commands();
    let has_steps = || doing.steps() > 2;
    let is_led = || has_steps() || commands > 1 && doing.tasks() + doing.orders() > 1;
    let says_so = || is_page && announces_steps(doing) || may_be_page && shows_how(doing);
    if says_so() && is_led() && !is_mostly_told(doing) || is_page && is_procedure(doing) {
        return true;
    }
    match commands > 0 && doing.is_of_task() {
        true => has_steps() || commands > 1 && doing.tasks() + doing.orders() > 2,
        false => commands > 1 && has_requirements(doing.doc) && has_steps(),
    }
}

/// "Setting up a till", with commands; or a task whose steps stand under a heading of their own, or behind what is needed.
fn is_procedure(doing: &Doing) -> bool {
    let is_named = || doing.doc.sections().iter().any(|it| matches!(it.name.as_str(), "step" | "procedure"));
    // A plan numbers its tasks: "34 - Move the till".
    let is_task = || doing.is_of_task() && doing.title().is_some_and(|it| it.starts_with(char::is_alphabetic));
    let is_told = doing.commands() > 1 && doing.is_of_doing()
        || is_named() && (is_task() || has_requirements(doing.doc)) && is_instructive(doing);
    is_told && !is_mostly_told(doing)
}

fn is_about_task(doing: &Doing) -> bool {
    doing.speaks_of_task() || shows_how(doing) || is_instructive(doing) && !is_mostly_told(doing)
}

/// A long page that orders something here and there: a guide to what a thing is, among those to what to do with it. A folder
/// that is called after how to do things holds no others.
fn is_mostly_told(doing: &Doing) -> bool {
    const LONG: usize = 60;
    const FEWEST: usize = 8;
    let is_of_howtos = |folder: &str| folder.replace(['-', '_'], "").starts_with("howto");
    if doing.doc.source().path().is_some_and(|path| local::folder(path).split('/').any(is_of_howtos)) {
        return false;
    }
    let sentences = doing.doc.prose().sentences().len();
    let told_to_do = || doing.commands() + doing.tasks() + doing.orders() + doing.steps();
    sentences > LONG && FEWEST * told_to_do() < sentences
}

/// What a change is to reach and what it leaves alone stand side by side, and how it is made stands under a heading too.
fn says_its_bounds(doing: &Doing) -> bool {
    const BOUNDS: &[&str] = &["non-goal", "non goal"];
    const HOW: &[&str] =
        &["design", "proposal", "proposed", "architecture", "approach", "implementation", "alternative"];
    let names = || doing.doc.sections().iter().map(|it| it.name.as_str());
    let is_bound = |name: &str| BOUNDS.iter().any(|it| name.starts_with(it));
    let is_how = |name: &str| HOW.iter().any(|it| name.starts_with(it));
    names().any(is_bound) && names().any(|it| it.ends_with("goal") && !is_bound(it)) && names().any(is_how)
}

/// What is needed first stands under a heading of its own.
fn has_requirements(doc: &Document) -> bool {
    const NAMES: &[&str] = &["prerequisite", "requirement", "pre-requisite", "before you begin", "before you start"];
    doc.sections().iter().any(|section| NAMES.contains(&section.name.as_str()))
}

/// A day in the title or the header, and who was there that day.
fn lists_who_was_there(doing: &Doing) -> bool {
    const NAMES: &[&str] = &[
        "attendee",
        "attending",
        "in attendance",
        "meeting attendee",
        "member present",
        "people present",
        "those present",
        "roll call",
        "attendance and apology",
        "attendee and apology",
        "apology for absence",
    ];
    // What is present in a text may be anything else, unless its title says the day.
    const IN_DATED_TITLE: &[&str] = &["present"];
    let doc = doing.doc;
    let first = doc.sections().first().map(|it| it.title.as_str());
    let is_title_dated = first.is_some_and(|it| date::has_date(it) || is_day(it));
    let is_file_dated = || doc.source().path().is_some_and(|it| file_name::date(it).is_some());
    let is_named = |name: &str| NAMES.contains(&name) || is_title_dated && IN_DATED_TITLE.contains(&name);
    // Further down, "Attendees: the whole team" is said of a meeting that is proposed.
    const TOP: usize = 80;
    let is_at_top = |key: Span| doc.passages().get(TOP).is_none_or(|it| key.start < it.span.start);
    let is_listed = || {
        doc.sections().iter().any(|it| is_named(&it.name))
            || doc.labels().iter().any(|it| is_at_top(it.key) && is_named(&it.name))
            || doc.fields().iter().any(|it| is_named(&it.name))
            || lines_over_lists(doc).any(|it| is_named(&heading::normalise(it)))
    };
    let is_dated = || {
        let of_header = doc.field(&["date", "meeting date", "when"]).is_some_and(|it| date::has_date(&it.text));
        is_title_dated || of_header || is_file_dated()
    };
    is_dated() && is_listed()
}

/// What stands alone over a list: "Attending", and below it who was.
fn lines_over_lists<'d>(doc: &'d Document) -> impl Iterator<Item = &'d str> {
    const LONGEST: usize = 40;
    let leads = doc.items().iter().filter_map(|it| it.lead(doc)).map(|it| doc.passages()[it].span);
    leads.filter(|it| it.len() <= LONGEST).map(|it| doc.at(it))
}

/// "5/7": a day of a year that its folder tells.
fn is_day(title: &str) -> bool {
    title.trim().split_once(['/', '.']).is_some_and(|(one, other)| is_one_or_two(one) && is_one_or_two(other))
}

/// The title is one word of several words with capital letters, as alerts are called: `DiskWillFillSoon`.
fn is_alert(doing: &Doing) -> bool {
    let Some(title) = doing.doc.title() else { return false };
    let name = title.title.trim().trim_matches('`');
    let mut humps = name.as_bytes().windows(2).filter(|it| it[0].is_ascii_lowercase() && it[1].is_ascii_uppercase());
    name.bytes().all(|byte| byte.is_ascii_alphanumeric()) && humps.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    fn strength(name: &str, text: &str) -> Strength {
        let (source, sign) = (Source::file("a.md", text.to_owned()), named(name).expect("it is a sign"));
        let doc = Document::new(&source);
        strongest(&[sign], &Doing::of(&doc), true).0
    }

    #[test]
    fn a_task_with_its_steps() {
        let steps = "1. Open the console.\n2. Create a bucket:\n\n   ```sh\n   make bucket\n   ```\n3. Copy the key:\n\n   ```sh\n   make key\n   ```\n";
        assert_eq!(strength("task", &format!("# Move the backups\n\n{steps}")), Strength::Proof);
        assert_eq!(strength("task", &format!("# Backups\n\n{steps}")), Strength::Hint);
        assert_eq!(strength("task", "# Move the backups\n\nThey are large.\n"), Strength::Hint);
        assert_eq!(strength("task", "# Backups\n\nThey are large.\n"), Strength::None);
        let needs = format!("# Backups\n\n## Prerequisites\n\nA key.\n\n## Steps\n\n{steps}4. Delete the old one.\n");
        assert_eq!(strength("task", &needs), Strength::Proof);
    }

    #[test]
    fn who_was_there_on_a_day() {
        assert_eq!(strength("attendance", "# Sync 2026-11-20\n\nAttending\n- Lena\n- Omar\n"), Strength::Proof);
        assert_eq!(strength("attendance", "# Sync 2026-11-20\n\nAttending\n\nLena and Omar.\n"), Strength::None);
        let there = "## In attendance\n\n- Lena\n- Omar\n";
        assert_eq!(strength("attendance", &format!("# 2026-11-20\n\n{there}")), Strength::Proof);
        assert_eq!(
            strength("attendance", "# Queue\n\n- **Date:** 2026-11-20\n- **Attendees:** Lena, Omar\n"),
            Strength::Proof
        );
        assert_eq!(strength("attendance", &format!("# Queue\n\n{there}")), Strength::None);
        assert_eq!(strength("attendance", "# 2026-11-20\n\nThe attendees of the fair were many.\n"), Strength::None);
    }

    #[test]
    fn an_alert_is_called_by_one_word() {
        assert_eq!(strength("alert-title", "# DiskWillFillSoon\n"), Strength::Hint);
        assert_eq!(strength("alert-title", "# Backups\n"), Strength::None);
        assert_eq!(strength("instructions", "# A\n\n```sh\nmake a\n```\n\n```sh\nmake b\n```\n"), Strength::Hint);
    }
}
