//! Facts as a table, as conflicts, as JSON and as rows for a spreadsheet. Ids, values and owners are the words of strangers.

pub mod agenda;
pub mod difference;
pub mod suggestions;

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::{columns, counted, escape, harmless};
use crate::corpus::ledger::{At, Declared, Fact, Importer, State};

/// What `pingless facts --format json` prints, of whichever of its tasks.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(title = "pingless facts, what is printed")]
enum Printed<'f> {
    Facts(List<'f>),
    Suggestions(suggestions::Suggestions<'f>),
    Changes(difference::Changes<'f>),
    Agenda(agenda::Agenda<'f>),
}

/// The facts of a repository: all of them, or with `--conflicts` those about which texts disagree or that are declared twice.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Facts")]
struct List<'f> {
    /// It grows when a field changes its meaning or goes.
    version: u32,
    /// By their ids.
    facts: Vec<Row<'f>>,
}

/// A fact with all that speak of it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Fact")]
pub(super) struct Row<'f> {
    id: &'f str,
    /// As it is declared; none where others rely on what nobody declares.
    value: Option<&'f str>,
    /// Texts disagree about it.
    conflict: bool,
    /// The declarations; the first one counts.
    declared: Vec<Declaration<'f>>,
    importers: Vec<Reliance<'f>>,
}

/// A declaration.
#[derive(Serialize, JsonSchema)]
pub(super) struct Declaration<'f> {
    path: &'f str,
    /// From 1.
    line: u32,
    value: &'f str,
    owner: Option<&'f str>,
    /// Since when it holds, as it is written.
    since: Option<&'f str>,
    decided_by: Option<&'f str>,
    /// What running text calls it.
    aliases: &'f [String],
}

/// A text that relies on a fact.
#[derive(Serialize, JsonSchema)]
pub(super) struct Reliance<'f> {
    path: &'f str,
    /// From 1.
    line: u32,
    /// What it assumes; none where it only names the fact.
    value: Option<&'f str>,
    owner: Option<&'f str>,
    /// When somebody last compared it, as it is written.
    seen: Option<&'f str>,
    /// `agrees`, `differs`, `named` (no value is restated) or `unresolved` (nobody declares it).
    state: &'static str,
}

impl<'f> Row<'f> {
    pub(super) fn of(fact: &'f Fact) -> Self {
        Self {
            id: &fact.id,
            value: fact.first().map(|it| it.value.as_str()),
            conflict: fact.is_in_conflict(),
            declared: fact.declared.iter().map(Declaration::of).collect(),
            importers: fact.importers.iter().map(Reliance::of).collect(),
        }
    }
}

impl<'f> Declaration<'f> {
    pub(super) fn of(it: &'f Declared) -> Self {
        Self {
            path: &it.at.name,
            line: it.at.line,
            value: &it.value,
            owner: it.owner.as_deref(),
            since: it.since.as_deref(),
            decided_by: it.decided_by.as_deref(),
            aliases: &it.aliases,
        }
    }
}

impl<'f> Reliance<'f> {
    fn of(it: &'f Importer) -> Self {
        Self {
            path: &it.at.name,
            line: it.at.line,
            value: it.value.as_deref(),
            owner: it.owner.as_deref(),
            seen: it.seen.as_deref(),
            state: state(it.state),
        }
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::Agrees => "agrees",
        State::Differs => "differs",
        State::Named => "named",
        State::Unresolved => "unresolved",
    }
}

pub fn schema() -> Schema {
    super::json::generator().into_root_schema_for::<Printed>()
}

/// One versioned JSON object.
pub fn json(facts: &[&Fact]) -> String {
    object(&Printed::Facts(List { version: 1, facts: facts.iter().map(|it| Row::of(it)).collect() }))
}

fn object(it: &Printed) -> String {
    harmless::object(it)
}

/// The columns of the table and of the rows.
const COLUMNS: [&str; 6] = ["fact", "value", "owner", "since", "importers", "place"];

fn cells(fact: &Fact) -> [String; 6] {
    let first = fact.first();
    let said = |it: Option<&String>| it.cloned().unwrap_or_else(|| "-".to_owned());
    [
        fact.id.clone(),
        first.map_or_else(|| "(nobody declares it)".to_owned(), |it| it.value.clone()),
        said(owners(fact).as_ref()),
        said(first.and_then(|it| it.since.as_ref())),
        importers(fact),
        places(fact).unwrap_or_else(|| fact.importers.first().map(|it| place(&it.at)).unwrap_or_default()),
    ]
}

/// All who declare it: where that is more than one, one of them has to go.
fn declarations(fact: &Fact) -> impl Iterator<Item = &Declared> {
    fact.first().into_iter().chain(fact.declared_again())
}

/// Their owners, each once.
fn owners(fact: &Fact) -> Option<String> {
    let mut all: Vec<&str> = Vec::new();
    for owner in declarations(fact).filter_map(|it| it.owner.as_deref()) {
        if !all.contains(&owner) {
            all.push(owner);
        }
    }
    (!all.is_empty()).then(|| all.join("; "))
}

/// Where they stand; none where nobody declares it.
fn places(fact: &Fact) -> Option<String> {
    let all: Vec<String> = declarations(fact).map(|it| place(&it.at)).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// How many rely on it, and how many of them on another value.
fn importers(fact: &Fact) -> String {
    let (count, astray) = (fact.importers.len(), fact.astray().count());
    match astray {
        0 => count.to_string(),
        1 => format!("{count}, 1 differs"),
        _ => format!("{count}, {astray} differ"),
    }
}

pub fn place(at: &At) -> String {
    format!("{}:{}", at.name, at.line)
}

/// For people: one line a fact.
pub fn table(facts: &[&Fact]) -> String {
    let mut rows = vec![COLUMNS.map(str::to_owned)];
    rows.extend(facts.iter().map(|it| cells(it).map(|cell| escape::line(&cell))));
    if rows.len() == 1 {
        return String::new();
    }
    let widths = columns::widths(&rows);
    let line = |row: &[String; 6]| {
        let padded = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

/// For people: what each side says, and who answers for it.
pub fn conflicts(facts: &[&Fact]) -> String {
    facts.iter().map(|it| conflict(it)).collect::<Vec<_>>().join("\n")
}

fn conflict(fact: &Fact) -> String {
    let mut out = format!("{}\n", escape::line(&fact.id));
    if let Some(first) = fact.first() {
        out.push_str(&side(
            "declared",
            &first.value,
            &first.at,
            first.owner.as_deref(),
            first.since.as_deref(),
            "since",
        ));
    }
    for it in fact.declared_again() {
        out.push_str(&side("declared as well", &it.value, &it.at, it.owner.as_deref(), it.since.as_deref(), "since"));
    }
    for it in fact.astray() {
        let value = it.value.as_deref().unwrap_or("-");
        out.push_str(&side("assumed", value, &it.at, it.owner.as_deref(), it.seen.as_deref(), "seen"));
    }
    out
}

/// One side: what it says, where, whose it is, and from when it is.
fn side(word: &str, value: &str, at: &At, owner: Option<&str>, moment: Option<&str>, when: &str) -> String {
    let owner = owner.unwrap_or("no owner is named");
    let moment = moment.map(|it| format!(", {when} {it}")).unwrap_or_default();
    format!(
        "  {word}: {} in {} ({}{})\n",
        escape::line(value),
        escape::line(&place(at)),
        escape::line(owner),
        escape::line(&moment)
    )
}

/// One row a fact, as RFC 4180 has it.
pub fn csv(facts: &[&Fact]) -> String {
    let mut out = COLUMNS.join(",") + "\r\n";
    for fact in facts {
        let first = fact.first();
        let said = |it: Option<&String>| it.cloned().unwrap_or_default();
        let row = [
            fact.id.clone(),
            said(first.map(|it| &it.value)),
            said(owners(fact).as_ref()),
            said(first.and_then(|it| it.since.as_ref())),
            fact.importers.len().to_string(),
            places(fact).unwrap_or_default(),
        ];
        out.push_str(&(row.map(|cell| field(&cell)).join(",") + "\r\n"));
    }
    out
}

/// A cell that stays one, and that no spreadsheet takes for a formula. A name as in `@identity` is none.
fn field(cell: &str) -> String {
    let cell = escape::line(cell);
    let is_name =
        cell.strip_prefix('@').is_some_and(|it| it.chars().all(|it| it.is_alphanumeric() || "-_/.".contains(it)));
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t']) && !is_name;
    let guard = if is_formula { "'" } else { "" };
    match cell.contains(['"', ',', ';']) || is_formula {
        true => format!("\"{guard}{}\"", cell.replace('"', "\"\"")),
        false => cell,
    }
}

/// The closing line, for standard error.
pub fn summary(facts: &[Fact]) -> String {
    if facts.is_empty() {
        let form = "<!-- pingless: fact ID = VALUE owner=@TEAM -->";
        return format!("no fact is declared: write `{form}`, or see `pingless facts --suggest`\n");
    }
    let count = |is: fn(&Fact) -> bool| facts.iter().filter(|it| is(it)).count();
    let relied: usize = facts.iter().map(|it| it.importers.len()).sum();
    let told = |number: usize, what: &str| if number > 0 { format!(", {what}") } else { String::new() };
    let [twice, alone] = [count(|it| it.is_wrong() && !it.is_in_conflict()), count(|it| it.declared.is_empty())];
    let unresolved = told(alone, &format!("{} declared by nobody here", counted(alone, "name")));
    let (twice, declared) = (told(twice, &format!("{twice} declared twice")), facts.len() - alone);
    format!(
        "{}, {}, {}{twice}{unresolved}\n",
        counted(declared, "fact"),
        counted(relied, "importer"),
        counted(count(Fact::is_in_conflict), "conflict")
    )
}
