//! `rules/ask/review-without-deadline.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::standing::{self, Status};
use crate::words::english::status::Standing;
use crate::words::english::{feedback, needed_by};

/// Fields and headings that say until when.
const DEADLINES: &[&str] = &[
    "deadline",
    "review by",
    "comments by",
    "comment by",
    "feedback by",
    "decision by",
    "decide by",
    "decision date",
    "due",
    "due date",
    "needed by",
    "comment period",
    "review period",
    "review deadline",
    "comments due",
    "last call",
    "end date",
    "voting ends",
];

pub fn check(doc: &Document, found: &mut Findings) {
    let statuses = standing::statuses(doc);
    if !statuses.is_empty() && standing::of(doc) != Some(Standing::Open) {
        return;
    }
    let is_said = |text: &str| !text.trim().is_empty();
    if doc.field(DEADLINES).is_some_and(|field| is_said(&field.text)) || !doc.under(DEADLINES).is_empty() {
        return;
    }
    let prose = doc.prose();
    let mut call = None;
    for sentence in prose.sentences() {
        let text = prose.said(sentence);
        let asks = feedback::find_call(text);
        if needed_by::find(text).is_some() && (asks.is_some() || feedback::is_about_reply(text)) {
            return;
        }
        let start = sentence.range.start;
        call = call.or(asks.map(|it| start + it.start..start + it.end));
    }
    // Many proposals are open for years, and mean to be; and most words of calling for comments tell how others call.
    if let Some(call) = call {
        found.flag(prose.span(call), "until when?").unsure();
    } else if let Some(status) = statuses.iter().find(|it| is_open(doc, it)) {
        found.flag(status.span, "open until when?").unsure();
    }
}

/// A blank of a template is no status yet.
fn is_open(doc: &Document, status: &Status) -> bool {
    let text = doc.at(status.span).trim();
    let is_blank = text.starts_with(['[', '<', '{']) || ["TODO", "TBD"].contains(&text);
    status.standing() == Some(Standing::Open) && !is_blank
}
