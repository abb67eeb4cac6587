//! A text by the questions of its kind: where each is answered.

use super::{code, short, words};
use crate::rule::KindPage;
use crate::settle::Checked;
use crate::slot::{Answer, State};

/// The longest quote, in characters.
const LONGEST_QUOTE: usize = 60;
/// A quote of fewer letters says nothing without its line.
const SHORTEST_QUOTE: usize = 12;

/// A table; empty where the kind asks nothing.
pub fn questions(document: &Checked, page: &KindPage) -> String {
    let mut rows = String::new();
    for need in &page.needs {
        let answer = document.slots.iter().find(|it| it.slot == need.slot.name);
        if let (Some(question), Some(answer)) = (&need.question, answer) {
            let is_missed = document.gaps.iter().any(|gap| gap.question == *question);
            rows.push_str(&format!("| {} | {} |\n", words(question), whereabouts(answer, document, is_missed)));
        }
    }
    if rows.is_empty() {
        return rows;
    }
    let table = format!("\n| a reader asks | answered |\n|---|---|\n{rows}");
    let asked = match document.findings.is_empty() {
        true => "",
        false => ": what is asked for is bold, or in the list above",
    };
    match rows.contains("| not found |") {
        true => format!("{table}\nNot every text has to answer all of these{asked}.\n"),
        false => table,
    }
}

fn whereabouts(answer: &Answer, document: &Checked, is_missed: bool) -> String {
    let quote = answer.evidence.first().map(|it| code(&quote(&document.text, it.span.start, it.span.end)));
    match (answer.state, quote) {
        (State::Absent, _) if is_missed => "**not found**".to_owned(),
        (State::Absent, _) => "not found".to_owned(),
        (State::Present, quote) => quote.unwrap_or_else(|| "yes".to_owned()),
        (State::Partial, Some(quote)) => format!("in part: {quote}"),
        (State::Partial, None) => "in part".to_owned(),
    }
}

/// The words that answer, or the line around them.
fn quote(text: &str, start: usize, end: usize) -> String {
    let first = text[start..end].lines().next().unwrap_or_default().trim_start_matches(['#', ' ']).trim();
    if first.chars().count() >= SHORTEST_QUOTE {
        return short(first, LONGEST_QUOTE);
    }
    let line_start = text[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let line_end = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
    let line = text[line_start..line_end].trim_start_matches(['#', ' ']);
    let line_start = line_end - line.len();
    let start = start.max(line_start);
    let before = text[line_start..start].chars().count();
    match before + SHORTEST_QUOTE <= LONGEST_QUOTE {
        true => short(line, LONGEST_QUOTE),
        false => format!("…{}", short(&text[start..line_end], LONGEST_QUOTE)),
    }
}
