//! What several documents state, and could declare once: numbered, with the sentences, for a person to choose.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Printed, object};
use crate::report::{counted, escape};

/// A quantity that recurs.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Suggestion {
    /// What `--accept` takes, from 1. It is another one once something was accepted.
    pub number: usize,
    /// The id that it would get, which `--accept` takes as well.
    pub id: String,
    /// What the texts call it.
    pub subject: String,
    /// What most documents say.
    pub value: String,
    pub documents: usize,
    /// How many of them say it.
    pub agreeing: usize,
    /// The first one would declare it.
    pub places: Vec<Place>,
}

/// One of the documents.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Place {
    pub path: String,
    /// From 1.
    pub line: usize,
    pub value: String,
    /// It says what most say.
    pub agrees: bool,
    pub sentence: String,
}

/// With `--suggest`: what could be declared once.
#[derive(Serialize, JsonSchema)]
pub(super) struct Suggestions<'s> {
    /// It grows when a field changes its meaning or goes.
    version: u32,
    suggestions: &'s [Suggestion],
}

/// One versioned JSON object.
pub fn json(rows: &[Suggestion]) -> String {
    object(&Printed::Suggestions(Suggestions { version: 1, suggestions: rows }))
}

/// So many places of a suggestion are shown to people.
const SHOWN: usize = 4;
/// So many letters of a sentence.
const LONGEST: usize = 100;

/// For people: the number, what it is, and who says it in which words.
pub fn human(rows: &[Suggestion]) -> String {
    rows.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn one(row: &Suggestion) -> String {
    let others = row.documents - row.agreeing;
    let differing = match others {
        0 => String::new(),
        1 => ", 1 says something else".to_owned(),
        _ => format!(", {others} say something else"),
    };
    let count = counted(row.agreeing, "document");
    let mut out =
        format!("{}. {}: {} ({count}{differing})\n", row.number, escape::line(&row.subject), escape::line(&row.value));
    out.push_str(&format!("   id      {}\n", escape::line(&row.id)));
    for (index, it) in shown(row).into_iter().enumerate() {
        let mark = match index {
            0 => "declare",
            _ if it.agrees => "assume",
            _ => "differs",
        };
        let place = escape::line(&format!("{}:{}", it.path, it.line));
        out.push_str(&format!("   {mark:7} {place}: {}\n", escape::line(&cut(&it.sentence, &it.value))));
    }
    let hidden = row.places.len().saturating_sub(SHOWN);
    if hidden > 0 {
        out.push_str(&format!("   and {hidden} more\n"));
    }
    out
}

/// Those that say something else are shown in any case, as far as there is room.
fn shown(row: &Suggestion) -> Vec<&Place> {
    let differs = |it: &&Place| !it.agrees;
    let (others, same): (Vec<&Place>, Vec<&Place>) = row.places.iter().skip(1).partition(differs);
    let room = SHOWN - 1;
    let first = same.len().min(room.saturating_sub(others.len().min(room - 1)));
    row.places.iter().take(1).chain(same.into_iter().take(first)).chain(others).take(SHOWN).collect()
}

/// The part of a sentence around its value.
fn cut(sentence: &str, value: &str) -> String {
    let letters: Vec<char> = sentence.chars().collect();
    if letters.len() <= LONGEST {
        return sentence.to_owned();
    }
    let at = sentence.find(value).map_or(0, |at| sentence[..at].chars().count());
    let start = at.saturating_sub(LONGEST / 2).min(letters.len() - LONGEST);
    let end = start + LONGEST;
    let part: String = letters[start..end].iter().collect();
    let (before, after) = (if start > 0 { "…" } else { "" }, if end < letters.len() { "…" } else { "" });
    format!("{before}{}{after}", part.trim())
}

/// The closing line, for standard error.
pub fn summary(rows: &[Suggestion]) -> String {
    match rows.len() {
        0 => "no quantity recurs in several documents\n".to_owned(),
        count => format!(
            "{}: `pingless facts --accept ID --owner @WHO` declares one, `--dry-run` shows what it would write\n",
            counted(count, "suggestion")
        ),
    }
}
