//! Signs of a kind that stand in no name: what a text does to its reader. A page lists them by name.

use std::cell::OnceCell;

use crate::document::{Document, Place, Sentence};
use crate::words::date;
use crate::words::english::{deed, shell, verb};
use crate::words::heading;

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
        name: "attendance",
        proves: lists_who_was_there,
        hints: never,
        because: "it says who was there, and on which day",
    },
    Sign { name: "instructions", proves: never, hints: is_instructive, because: "it tells its reader what to do" },
    Sign { name: "task", proves: leads_through_task, hints: is_about_task, because: "it leads through a task" },
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

/// What a text does: how many of its parts tell their reader to do something. Each is counted once for all signs of all
/// kinds, when the first of them asks.
pub struct Doing<'d, 's> {
    doc: &'d Document<'s>,
    commands: OnceCell<usize>,
    headings: OnceCell<Headings>,
    items: OnceCell<Items>,
    orders: OnceCell<usize>,
}

/// Headings that tell something to do.
#[derive(Debug, Default)]
struct Headings {
    steps: usize,
    tasks: usize,
}

/// Items that begin with an order, and those of them that stand in numbered lists.
#[derive(Debug, Default)]
struct Items {
    orders: usize,
    steps: usize,
}

impl<'d, 's> Doing<'d, 's> {
    pub fn of(doc: &'d Document<'s>) -> Self {
        let (commands, orders) = (OnceCell::new(), OnceCell::new());
        Self { doc, commands, headings: OnceCell::new(), items: OnceCell::new(), orders }
    }

    /// Blocks of commands.
    fn commands(&self) -> usize {
        let (doc, is_commands) = (self.doc, shell::is_commands);
        *self.commands.get_or_init(|| doc.code().iter().filter(|it| is_commands(&it.info, doc.at(it.body))).count())
    }

    fn headings(&self) -> &Headings {
        self.headings.get_or_init(|| {
            let title = self.doc.title().map(|title| title.heading);
            let mut all = Headings::default();
            for section in self.doc.sections().iter().filter(|section| Some(section.heading) != title) {
                let is_task = is_task(&section.title);
                all.steps += usize::from(is_numbered(&section.title) && is_task || is_step(&section.name));
                all.tasks += usize::from(is_task);
            }
            all
        })
    }

    fn items(&self) -> &Items {
        self.items.get_or_init(|| {
            let prose = self.doc.prose();
            let is_order = |text: &str| deed::is_command(text) || verb::opens(text);
            let mut all = Items::default();
            for item in self.doc.items().iter().filter(|item| !item.quoted && item.task.is_none()) {
                if item.passage.is_some_and(|passage| is_order(prose.passage(passage))) {
                    all.orders += 1;
                    all.steps += usize::from(item.ordered);
                }
            }
            all
        })
    }

    /// Items of numbered lists, and numbered headings.
    fn steps(&self) -> usize {
        self.headings().steps + self.items().steps
    }

    /// Headings that name a task: "Create the bucket", "Creating the bucket".
    fn tasks(&self) -> usize {
        self.headings().tasks
    }

    /// Items and sentences that begin with an order.
    fn orders(&self) -> usize {
        let prose = self.doc.prose();
        let is_order = |it: &&Sentence| it.place == Place::Paragraph && deed::is_sentence_command(prose.said(it));
        self.items().orders + *self.orders.get_or_init(|| prose.sentences().iter().filter(is_order).count())
    }

    /// The title names a task: the heading of the first level, or else what the front matter calls it.
    fn is_of_task(&self) -> bool {
        let named =
            || self.doc.field(&["title"]).filter(|field| field.in_front_matter).map(|field| field.text.as_str());
        let title = self.doc.title().filter(|title| title.level == 1).map(|title| title.title.as_str());
        title.or_else(named).is_some_and(is_task)
    }
}

/// "1. Create the bucket", "Step 3".
fn is_numbered(title: &str) -> bool {
    title.trim_start().starts_with(|it: char| it.is_ascii_digit())
}

fn is_step(name: &str) -> bool {
    name.strip_prefix("step ").is_some_and(|rest| rest.starts_with(|it: char| it.is_ascii_digit()))
}

/// A title that names a task: an order, a verb in "-ing", or "How to".
fn is_task(title: &str) -> bool {
    let title = title.trim_start_matches(|it: char| !it.is_alphabetic());
    // One word orders nothing.
    if !title.contains(char::is_whitespace) {
        return false;
    }
    verb::opens(title) || verb::opens_in_ing(title) || asks_how(title)
}

fn asks_how(title: &str) -> bool {
    // Hardly any does, and to fold one takes longer than to see that.
    let is_how = |it: &[u8]| it.eq_ignore_ascii_case(b"how");
    title.as_bytes().windows(3).any(is_how) && {
        let name = heading::normalise(title);
        ["how to ", "how do i ", "how do we ", "how can i "].iter().any(|it| name.starts_with(it))
    }
}

fn never(_: &Doing) -> bool {
    false
}

/// The text tells its reader what to do or to type. What hardly any text has is counted first.
fn is_instructive(doing: &Doing) -> bool {
    let commands = doing.commands();
    commands > 1 || commands > 0 && doing.tasks() + doing.orders() > 0 || doing.steps() > 1 || doing.orders() > 2
}

/// The title names a task, and steps lead through it.
fn leads_through_task(doing: &Doing) -> bool {
    let commands = doing.commands();
    let has_steps = || doing.steps() > 2;
    match commands > 0 && doing.is_of_task() {
        true => has_steps() || commands > 1 && doing.tasks() + doing.orders() > 2,
        false => commands > 1 && has_requirements(doing.doc) && has_steps(),
    }
}

fn is_about_task(doing: &Doing) -> bool {
    doing.is_of_task() || is_instructive(doing)
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
    let doc = doing.doc;
    let is_named = |name: &str| NAMES.contains(&name);
    let is_listed = || {
        doc.sections().iter().any(|it| is_named(&it.name))
            || doc.labels().iter().any(|it| is_named(&it.name))
            || doc.fields().iter().any(|it| is_named(&it.name))
    };
    let is_dated = || {
        let of_header = doc.field(&["date", "meeting date", "when"]).is_some_and(|it| date::has_date(&it.text));
        of_header || doc.title().is_some_and(|it| date::has_date(&it.title))
    };
    is_dated() && is_listed()
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
