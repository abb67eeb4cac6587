//! The facts of now against those of a commit: what breaks those who rely on them, and who has to be told.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Declaration, Printed, object, place};
use crate::corpus::ledger::{Change, Changed, Declared, Severity, Told};
use crate::report::{counted, escape};

/// With `--diff`: what is not as it was.
#[derive(Serialize, JsonSchema)]
pub(super) struct Changes<'f> {
    /// It grows when a field changes its meaning or goes.
    version: u32,
    /// As it was named.
    base: &'f str,
    /// The commit that was compared: where the history of this one and of the base part.
    commit: &'f str,
    changes: Vec<Row<'f>>,
}

/// A fact that changed.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Change")]
struct Row<'f> {
    id: &'f str,
    /// `added`, `removed`, `value` or `rest`.
    change: &'static str,
    /// Those who rely on it have to do something.
    breaking: bool,
    because: &'f str,
    before: Option<Declaration<'f>>,
    after: Option<Declaration<'f>>,
    /// Those who rely on it now.
    told: Vec<Person<'f>>,
}

/// A text whose people have to be told.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Told")]
struct Person<'f> {
    path: &'f str,
    /// From 1.
    line: u32,
    owner: Option<&'f str>,
    /// It says already what is declared now.
    followed: bool,
}

/// One versioned JSON object.
pub fn json(base: &str, commit: &str, changes: &[Changed]) -> String {
    object(&Printed::Changes(Changes { version: 1, base, commit, changes: changes.iter().map(row).collect() }))
}

fn row(it: &Changed) -> Row<'_> {
    Row {
        id: &it.id,
        change: match it.change {
            Change::Added => "added",
            Change::Removed => "removed",
            Change::Value => "value",
            Change::Rest => "rest",
        },
        breaking: it.severity == Severity::Breaking,
        because: it.because,
        before: it.before.as_ref().map(Declaration::of),
        after: it.after.as_ref().map(Declaration::of),
        told: it.told.iter().map(person).collect(),
    }
}

fn person(it: &Told) -> Person<'_> {
    Person { path: &it.at.name, line: it.at.line, owner: it.owner.as_deref(), followed: it.has_followed }
}

/// For people: what breaks first.
pub fn human(base: &str, changes: &[Changed]) -> String {
    if changes.is_empty() {
        return format!("no fact has changed since {}\n", escape::line(base));
    }
    let mut out = String::new();
    for (title, severity) in [("breaking", Severity::Breaking), ("compatible", Severity::Compatible)] {
        let mut chosen = changes.iter().filter(|it| it.severity == severity).peekable();
        if chosen.peek().is_some() {
            let gap = if out.is_empty() { "" } else { "\n" };
            out.push_str(&format!("{gap}{title}\n"));
            chosen.for_each(|it| out.push_str(&one(it)));
        }
    }
    out
}

fn one(it: &Changed) -> String {
    let value = |side: &Option<Declared>| side.as_ref().map(|it| escape::line(&it.value)).unwrap_or_default();
    let what = match it.change {
        Change::Added => format!("added, {}", value(&it.after)),
        Change::Removed => format!("removed, was {}", value(&it.before)),
        Change::Value => format!("{} → {}", value(&it.before), value(&it.after)),
        Change::Rest => format!("{}, {}", value(&it.after), rest(it)),
    };
    let mut out = format!("  {}: {what} ({})\n", escape::line(&it.id), it.because);
    let side = it.after.as_ref().or(it.before.as_ref());
    if let Some(side) = side {
        let owner = side.owner.as_deref().unwrap_or("no owner is named");
        out.push_str(&format!("    declared: {} ({})\n", escape::line(&place(&side.at)), escape::line(owner)));
    }
    for it in &it.told {
        let owner = it.owner.as_deref().unwrap_or("no owner is named");
        let state = if it.has_followed { "has followed" } else { "to be told" };
        out.push_str(&format!("    {state}: {} ({})\n", escape::line(&place(&it.at)), escape::line(owner)));
    }
    out
}

/// What is not as it was besides the value.
fn rest(it: &Changed) -> String {
    let (Some(was), Some(is)) = (&it.before, &it.after) else { return String::new() };
    let pairs = [
        ("owner", &was.owner, &is.owner),
        ("since", &was.since, &is.since),
        ("decided by", &was.decided_by, &is.decided_by),
    ];
    let side = |it: &Option<String>| it.as_deref().map_or_else(|| "nobody said".to_owned(), escape::line);
    let changed = pairs.into_iter().filter(|(_, was, is)| was != is);
    let mut said: Vec<String> = changed.map(|(word, was, is)| format!("{word} {} → {}", side(was), side(is))).collect();
    if was.value != is.value {
        said.push(format!("written {} before", escape::line(&was.value)));
    }
    said.join(", ")
}

/// The closing line, for standard error.
pub fn summary(changes: &[Changed]) -> String {
    let breaking = changes.iter().filter(|it| it.severity == Severity::Breaking).count();
    let told = changes.iter().flat_map(|it| &it.told).filter(|it| !it.has_followed).count();
    format!("{}: {breaking} breaking, {} to be told\n", counted(changes.len(), "change"), counted(told, "text"))
}
