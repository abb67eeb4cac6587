//! What a text owes its readers, slot by slot: what it states and where, what it states in part, and what is missing.

use lsp_types::{CodeLens, Command, Range};
use serde_json::{Value, json};

use super::Page;
use super::fill;
use crate::rule::KindPage;
use crate::slot::{Answer, State};
use crate::text::Span;

/// What puts the question of a slot into the text: its arguments are the text and the slot.
pub const FILL: &str = "pingless.fill";
/// The command of a lens that only tells something: whoever runs it is told so. No editor has to know one without a name.
pub const TELL: &str = "pingless.tell";

/// Above the text what it is and how much of its contract it keeps; each missing part beside that; above each place what
/// it states.
pub fn lenses(page: &Page) -> Vec<CodeLens> {
    let Some(kind) = page.kind().filter(|it| it.kind.is_target && !it.needs.is_empty()) else { return Vec::new() };
    let slots = &page.checked.slots;
    let head = page.sheet.range(page.document().head(), &page.source.text);
    let mut lenses = vec![telling(head, summary(kind, slots))];
    let missing = fill::open(page, kind);
    lenses.extend(missing.iter().map(|need| {
        let slot = &need.name;
        lens(head, format!("missing: {}", words(slot)), FILL, vec![json!(page.uri), json!(slot)])
    }));
    let mut places: Vec<(Span, [Vec<String>; 2])> = Vec::new();
    for answer in slots.iter().filter(|it| it.state != State::Absent) {
        let Some(first) = answer.evidence.first() else { continue };
        let line = page.sheet.line(first.span.start, &page.source.text);
        let at = places.iter().position(|(at, _)| at.start == line.start).unwrap_or_else(|| {
            places.push((line, Default::default()));
            places.len() - 1
        });
        places[at].1[usize::from(answer.state == State::Partial)].push(words(&answer.slot));
    }
    lenses.extend(places.into_iter().map(|(line, told)| {
        let range = page.sheet.range(line, &page.source.text);
        let parts = ["states", "states in part"].into_iter().zip(&told).filter(|(_, all)| !all.is_empty());
        let title = parts.map(|(word, all)| format!("{word} {}", all.join(", "))).collect::<Vec<_>>().join("; ");
        telling(range, title)
    }));
    lenses
}

/// `postmortem: 7 of 11 stated, 1 in part`
fn summary(kind: &KindPage, slots: &[Answer]) -> String {
    let count = |state: State| slots.iter().filter(|it| it.state == state).count();
    let partly = match count(State::Partial) {
        0 => String::new(),
        some => format!(", {some} in part"),
    };
    format!("{}: {} of {} stated{partly}", kind.kind.name, count(State::Present), slots.len())
}

/// The name of a slot as words.
fn words(slot: &str) -> String {
    slot.replace('-', " ")
}

fn telling(range: Range, title: String) -> CodeLens {
    let arguments = vec![json!(title)];
    lens(range, title, TELL, arguments)
}

fn lens(range: Range, title: String, command: &str, arguments: Vec<Value>) -> CodeLens {
    let command = Command { title, command: command.to_owned(), arguments: Some(arguments) };
    CodeLens { range: Range::new(range.start, range.start), command: Some(command), data: None }
}
