//! A text by the questions of its kind: where each is answered.

use super::{code, short, words};
use crate::rule::KindPage;
use crate::settle::Checked;
use crate::slot::{Answer, By, Evidence, State};
use crate::text::{Span, line_start};

/// The longest quote, in characters.
const LONGEST_QUOTE: usize = 60;
/// A quote of fewer letters says nothing without its line.
const SHORTEST_QUOTE: usize = 12;
/// Letters before a short one where its line is too long to be quoted.
const MOST_BEFORE: usize = 40;

/// A table; empty where the kind asks nothing.
pub fn questions(document: &Checked, page: &KindPage) -> String {
    let mut rows = String::new();
    for need in &page.needs {
        let answer = document.slots.iter().find(|it| it.slot == need.name);
        if let (Some(question), Some(answer)) = (need.question(), answer) {
            // What nobody asks of this text is no row of it.
            if answer.state > State::Absent || is_missed(question, document) {
                rows.push_str(&format!("| {} | {} |\n", words(question), whereabouts(answer, document)));
            }
        }
    }
    if rows.is_empty() { rows } else { format!("\n| a reader asks | answered |\n|---|---|\n{rows}") }
}

fn is_missed(question: &str, document: &Checked) -> bool {
    let is_asked = document.findings.iter().any(|finding| *finding.question == *question);
    is_asked || document.gaps.iter().any(|gap| gap.question == question)
}

fn whereabouts(answer: &Answer, document: &Checked) -> String {
    let quote = answer.evidence.first().map(|it| code(&quote(document.text.text(), it)));
    match (answer.state, quote) {
        (State::Absent, _) => "**not found**".to_owned(),
        (State::Present, quote) => quote.unwrap_or_else(|| "yes".to_owned()),
        (State::Partial, Some(quote)) => format!("in part: {quote}"),
        (State::Partial, None) => "in part".to_owned(),
    }
}

/// The words that answer, or the line around them. A heading only announces the answer: the words below it are one.
fn quote(text: &str, evidence: &Evidence) -> String {
    let Span { start, end } = evidence.span;
    if evidence.by == By::Heading
        && let Some(said) = said_below(&text[end..])
    {
        return short(said, LONGEST_QUOTE);
    }
    let first = text[start..end].lines().next().unwrap_or_default().trim_start_matches(['#', ' ']).trim();
    if first.chars().count() >= SHORTEST_QUOTE {
        return short(first, LONGEST_QUOTE);
    }
    let line_end = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
    let line = text[line_start(text, start)..line_end].trim_start_matches(['#', ' ']);
    let line_start = line_end - line.len();
    let start = start.max(line_start);
    let before = text[line_start..start].chars().count();
    if before + first.chars().count() <= LONGEST_QUOTE {
        return short(line, LONGEST_QUOTE);
    }
    let near = text[line_start..start].char_indices().rev().take(MOST_BEFORE);
    // Whole words; where there is none, from the evidence on.
    let from = near.filter(|(_, it)| it.is_whitespace()).last().map_or(start, |(at, _)| line_start + at);
    format!("…{}", short(&text[from..line_end], LONGEST_QUOTE))
}

/// The first words behind a heading or a label, before the next heading.
fn said_below(text: &str) -> Option<&str> {
    let lines = text.lines().map(|line| line.trim_start_matches([' ', '\t', ':', '*', '_']).trim_end());
    let mut own = lines.enumerate().take_while(|(at, line)| *at == 0 || !line.starts_with('#'));
    own.find(|(_, line)| !line.starts_with('<') && line.contains(char::is_alphanumeric)).map(|(_, line)| line)
}
