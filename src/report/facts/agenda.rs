//! What two teams go through that depend on each other: the facts of one document, and who is on the other side.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Printed, Row, object, place};
use crate::corpus::ledger::{Declared, Fact, Importer, State};
use crate::report::{counted, escape};

/// With `--touching`: what one document declares or relies on.
#[derive(Serialize, JsonSchema)]
pub(super) struct Agenda<'f> {
    /// It grows when a field changes its meaning or goes.
    version: u32,
    /// From the root of its repository.
    path: &'f str,
    facts: Vec<Row<'f>>,
}

/// One versioned JSON object.
pub fn json(path: &str, facts: &[&Fact]) -> String {
    object(&Printed::Agenda(Agenda { version: 1, path, facts: facts.iter().map(|it| Row::of(it)).collect() }))
}

/// For people: what disagrees first.
pub fn human(name: &str, path: &str, facts: &[&Fact]) -> String {
    let name = escape::line(name);
    if facts.is_empty() {
        return format!("{name} declares no fact and relies on none\n");
    }
    let (open, agreed): (Vec<&Fact>, Vec<&Fact>) = facts.iter().copied().partition(|it| is_open(it));
    let mut out = format!("{name}: {}, {} to agree on\n", counted(facts.len(), "fact"), open.len());
    for (title, facts) in [("to agree on", open), ("agreed", agreed)] {
        if !facts.is_empty() {
            out.push_str(&format!("\n{title}\n"));
            facts.iter().for_each(|it| out.push_str(&item(it, path)));
        }
    }
    let people = people(facts, path);
    if !people.is_empty() {
        out.push_str(&format!("\nto invite: {}\n", escape::line(&people.join(", "))));
    }
    out
}

fn is_open(fact: &Fact) -> bool {
    fact.is_wrong() || fact.declared.is_empty()
}

fn item(fact: &Fact, path: &str) -> String {
    let value = fact.first().map_or("nobody declares it", |it| it.value.as_str());
    let mut out = format!("  {}: {}\n", escape::line(&fact.id), escape::line(value));
    for it in &fact.declared {
        let own = if it.at.path == path { "declared here" } else { "declared" };
        out.push_str(&line(own, &place(&it.at), it.owner.as_deref(), &declaration(fact, it)));
    }
    for it in &fact.importers {
        let own = if it.at.path == path { "assumed here" } else { "assumed" };
        out.push_str(&line(own, &place(&it.at), it.owner.as_deref(), &assumption(it)));
    }
    out
}

fn line(own: &str, place: &str, owner: Option<&str>, state: &str) -> String {
    let owner = owner.unwrap_or("no owner is named");
    format!("    {own}: {} ({}): {}\n", escape::line(place), escape::line(owner), escape::line(state))
}

fn declaration(fact: &Fact, it: &Declared) -> String {
    match fact.contradicted().any(|other| other.at == it.at) {
        true => format!("says {}", it.value),
        false => it.since.as_ref().map_or_else(|| "in force".to_owned(), |since| format!("in force since {since}")),
    }
}

fn assumption(it: &Importer) -> String {
    let seen = it.seen.as_ref().map(|it| format!(", seen {it}")).unwrap_or_default();
    match (it.state, &it.value) {
        (State::Differs, Some(value)) => format!("differs: {value}{seen}"),
        (State::Named, _) => format!("names it without a value{seen}"),
        (State::Unresolved, Some(value)) => format!("relies on {value}{seen}"),
        (State::Unresolved, None) => format!("relies on it{seen}"),
        _ => format!("agrees{seen}"),
    }
}

/// The owners of the other side, each once, in the order of their names.
fn people(facts: &[&Fact], path: &str) -> Vec<String> {
    let mut people: Vec<String> = Vec::new();
    for fact in facts {
        let declared = fact.declared.iter().map(|it| (&it.at, &it.owner));
        let importers = fact.importers.iter().map(|it| (&it.at, &it.owner));
        let others = declared.chain(importers).filter(|(at, _)| at.path != path);
        people.extend(others.filter_map(|(_, owner)| owner.clone()));
    }
    people.sort();
    people.dedup();
    people
}
