//! Signs of a kind that stand in no name: what a text does to its reader. A page lists them by name.

use std::cell::OnceCell;

use crate::document::{Document, Place};
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
    pub read: fn(&Doing) -> Strength,
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
    Sign { name: "alert-title", read: alert_title, because: "its title is the name of an alert" },
    Sign { name: "instructions", read: instructions, because: "it tells its reader what to do" },
    Sign { name: "task", read: task, because: "it leads through a task" },
];

pub fn named(name: &str) -> Option<&'static Sign> {
    SIGNS.iter().find(|sign| sign.name == name)
}

/// What a text does, counted once for all signs of all kinds, when the first of them asks.
pub struct Doing<'d, 's> {
    doc: &'d Document<'s>,
    told: OnceCell<Told>,
}

impl<'d, 's> Doing<'d, 's> {
    pub fn of(doc: &'d Document<'s>) -> Self {
        Self { doc, told: OnceCell::new() }
    }

    fn told(&self) -> &Told {
        self.told.get_or_init(|| told(self.doc))
    }
}

/// So many parts of a text tell its reader to do something.
#[derive(Debug, Default)]
struct Told {
    /// Items of numbered lists, and numbered headings.
    steps: usize,
    /// Headings that name a task: "Create the bucket", "Creating the bucket".
    tasks: usize,
    /// Items and sentences that begin with an order.
    orders: usize,
    /// Blocks of commands.
    commands: usize,
}

fn told(doc: &Document) -> Told {
    let mut told = Told::default();
    for item in doc.items().iter().filter(|item| !item.quoted && item.task.is_none()) {
        let Some(text) = item.passage.map(|passage| doc.prose().passage(passage)) else { continue };
        let orders = usize::from(deed::is_command(text) || verb::opens(text));
        told.orders += orders;
        told.steps += if item.ordered { orders } else { 0 };
    }
    let title = doc.title().map(|title| title.heading);
    for section in doc.sections().iter().filter(|section| Some(section.heading) != title) {
        told.steps += usize::from(is_numbered(&section.title) && is_task(&section.title) || is_step(&section.name));
        told.tasks += usize::from(is_task(&section.title));
    }
    let prose = doc.prose();
    let own = prose.sentences().iter().filter(|it| it.place == Place::Paragraph);
    told.orders += own.map(|it| prose.said(it)).filter(|it| deed::is_sentence_command(it)).count();
    told.commands = doc.code().iter().filter(|code| shell::is_commands(&code.info, doc.at(code.body))).count();
    told
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

fn is_instructive(told: &Told) -> bool {
    told.steps > 1 || told.commands > 0 && told.tasks + told.orders > 0 || told.commands > 1 || told.orders > 2
}

fn hint_if(holds: bool) -> Strength {
    if holds { Strength::Hint } else { Strength::None }
}

/// The text tells its reader what to do or to type.
fn instructions(doing: &Doing) -> Strength {
    hint_if(is_instructive(doing.told()))
}

/// The title names a task, and steps lead through it.
fn task(doing: &Doing) -> Strength {
    let (doc, told) = (doing.doc, doing.told());
    let named = doc.field(&["title"]).filter(|field| field.in_front_matter).map(|field| field.text.as_str());
    let title = doc.title().filter(|title| title.level == 1).map(|title| title.title.as_str());
    let has_task = title.or(named).is_some_and(is_task);
    let is_led = match has_task {
        true => told.steps > 2 && told.commands > 0 || told.commands > 1 && told.tasks + told.orders > 2,
        false => told.steps > 2 && told.commands > 1 && has_requirements(doc),
    };
    if is_led { Strength::Proof } else { hint_if(has_task || is_instructive(told)) }
}

/// What is needed first stands under a heading of its own.
fn has_requirements(doc: &Document) -> bool {
    const NAMES: &[&str] = &["prerequisite", "requirement", "pre-requisite", "before you begin", "before you start"];
    doc.sections().iter().any(|section| NAMES.contains(&section.name.as_str()))
}

/// The title is one word of several words with capital letters, as alerts are called: `DiskWillFillSoon`.
fn alert_title(doing: &Doing) -> Strength {
    let Some(title) = doing.doc.title() else { return Strength::None };
    let name = title.title.trim().trim_matches('`');
    let humps = name.as_bytes().windows(2).filter(|it| it[0].is_ascii_lowercase() && it[1].is_ascii_uppercase());
    hint_if(name.bytes().all(|byte| byte.is_ascii_alphanumeric()) && humps.count() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    fn strength(name: &str, text: &str) -> Strength {
        let source = Source::file("a.md", text.to_owned());
        (named(name).expect("it is a sign").read)(&Doing::of(&Document::new(&source)))
    }

    #[test]
    fn a_task_with_its_steps() {
        let steps = "1. Open the console.\n2. Create a bucket:\n\n   ```sh\n   make bucket\n   ```\n3. Copy the key:\n\n   ```sh\n   make key\n   ```\n";
        assert_eq!(strength("task", &format!("# Move the backups\n\n{steps}")), Strength::Proof);
        assert_eq!(strength("task", &format!("# Backups\n\n{steps}")), Strength::Hint);
        assert_eq!(strength("task", "# Move the backups\n\nThey are large.\n"), Strength::Hint);
        assert_eq!(strength("task", "# Backups\n\nThey are large.\n"), Strength::None);
    }

    #[test]
    fn an_alert_is_called_by_one_word() {
        assert_eq!(strength("alert-title", "# DiskWillFillSoon\n"), Strength::Hint);
        assert_eq!(strength("alert-title", "# Backups\n"), Strength::None);
        assert_eq!(strength("instructions", "# A\n\n```sh\nmake a\n```\n\n```sh\nmake b\n```\n"), Strength::Hint);
    }
}
