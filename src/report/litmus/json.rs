//! The litmus test as one versioned JSON object. Every key is always there; what is not known is null.

use serde_json::{Value, json};

use super::trend;
use crate::litmus::trend::Trend;
use crate::litmus::{Ages, Answer, Authors, By, Figures, Litmus, Share, System, Threads};
use crate::report::escape;

/// With how it came to this, where somebody asked.
pub fn print(litmus: &Litmus, trend: Option<&Trend>) -> String {
    let mut value = value(litmus);
    value["trend"] = trend.map_or(Value::Null, trend::json);
    escape::json(serde_json::to_string_pretty(&value).expect("plain data")) + "\n"
}

/// The object itself, for forms that hold it.
pub fn value(litmus: &Litmus) -> Value {
    json!({
        "version": 1,
        "tool": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "now": litmus.now.map(|it| it.to_string()),
        "documents": litmus.documents,
        "unread": litmus.unread,
        "answered": share(litmus.answered()),
        "systems": litmus.systems.iter().map(system).collect::<Vec<_>>(),
        "figures": figures(&litmus.figures),
    })
}

pub(super) fn share(it: Share) -> Value {
    json!({ "part": it.part, "all": it.all, "percent": it.percent() })
}

fn ages(it: Ages) -> Value {
    json!({ "count": it.count, "median_days": it.median, "oldest_days": it.oldest })
}

fn system(it: &System) -> Value {
    let by = match it.by {
        By::Configuration => "configuration",
        By::Owners => "codeowners",
        By::Folder => "folder",
        By::Repository => "repository",
    };
    let authors = it.authors.map(|it| match it {
        Authors::AtLeastThree => "at-least-three",
        Authors::FewerThanThree => "fewer-than-three",
    });
    json!({
        "name": it.name,
        "paths": it.paths,
        "by": by,
        "documents": it.documents,
        "authors": authors,
        "answered": share(it.answered()),
        "questions": it.answers.iter().map(answer).collect::<Vec<_>>(),
    })
}

fn answer(it: &Answer) -> Value {
    let evidence = it
        .evidence
        .as_ref()
        .map(|it| json!({ "path": it.path, "line": it.line, "quote": it.quote, "whole_repository": it.is_shared }));
    json!({
        "id": it.question.id(),
        "question": it.question.words(),
        "answered": it.evidence.is_some(),
        "evidence": evidence,
        "write": it.question.place(),
    })
}

fn figures(it: &Figures) -> Value {
    json!({
        "decisions_only_in_chat": it.chat_only.map(share),
        "open_decisions": it.open_decisions.map(ages),
        "reviewed_in_time": it.reviewed.map(share),
        "threads": it.threads.as_ref().map(threads),
    })
}

fn threads(it: &Threads) -> Value {
    json!({
        "count": it.count,
        "first_review_within_eight_working_hours": it.reviewed_in_time.map(share),
        "median_working_minutes_to_first_review": it.first_review,
        "designs_within_five_days": it.designs_in_time.map(share),
        "designs": it.designs.map(ages),
        "with_outcome": it.with_outcome.map(share),
        "answered_by_page": it.by_page.map(share),
    })
}
