//! How somebody notices that it is broken, and how what went wrong is undone: what is said of it in sentences.

use std::sync::LazyLock;

use super::Reader;
use super::aside::is_of_other_matter;
use crate::litmus::Question::{Notice, Undo};
use crate::text::Span;
use crate::words::english::procedure;
use crate::words::pattern::{Pattern, any_of};

/// Says by what somebody notices.
static NOTICED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:alert|alarm|page)s? (?:that )?(?:will )?(?:fires?|is fired|is raised|triggers?|is triggered|goes off|pages?|the on-call)|(?:pages|alerts|notifies) (?:the )?(?:on-call|oncall|person on|team|us)|(?:is|are) monitored (?:by|with|in|via|through)|we monitor (?:it|this|the)|(?:errors|exceptions|failures) (?:are|is) (?:reported|sent|tracked) (?:to|in)",
        r"health ?checks? (?:endpoints? )?(?:(?:is|are|runs?) )?(?:available |exposed |served )?(?:at|on|under|□)|(?:dashboards?|metrics|alerts) (?:is|are|live|can be found|at|in|on) (?:in|at|on|available|exposed|here|defined|grafana|datadog|□)",
    ])
});

/// Orders the way back.
static WAY_BACK: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:to|can be|you can|please|then) (?:roll(?:ed)? back|undo(?:ne)?|revert(?:ed)?|downgrade|back out|yank)(?: \S+){0,8}|roll (?:it |them )?back (?:by|with|to|using|via)|revert (?:the|this|your) (?:commit|merge|change|release|pull request|pr|deployment)|(?:previous|last good) (?:version|release|image|revision) (?:is|can be|may be) (?:restored|deployed|selected)|redeploy the (?:previous|last)",
    ])
});

/// What is undone, and not a setting or a file of the reader's.
static CHANGE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[r"deploy\w*|releases?|roll-?outs?|upgrade|commit|merge|migrations?|production|image|revision"])
});

/// What is tried by whoever works on it, and not what runs.
static TRIED: LazyLock<Pattern> =
    LazyLock::new(|| any_of(&[r"test|testing|staging|local|locally|your (?:branch|fork|pull request|pr|commits?)"]));

/// Thinks of the way back, and does not go it.
static WEIGHS: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"consider|should (?:we|it|you) (?:have|need)|how to|be able to|ability to|whether|easy to|hard to|difficult to|impossible|cannot|can't|able to",
    ])
});

pub fn way(reader: &Reader, body: Span) -> Option<Span> {
    const BACK: &[&str] = &["roll", "revert", "restor", "undo", "redeploy", "previous", "downgrad", "yank", " back "];
    let is_way = |text: &str| {
        // What points back says no way by itself.
        let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
        if matches!(first.as_str(), "this" | "that" | "these" | "it" | "they") {
            return false;
        }
        let lower = text.to_lowercase();
        text.split_whitespace().count() > 5 && BACK.iter().any(|it| lower.contains(it)) && !WEIGHS.is_match(text)
    };
    reader.sentences(body).find(|(_, text)| is_way(text)).map(|(span, _)| span)
}

pub fn told_notice(reader: &Reader, body: Span) -> Option<Span> {
    reader.sentences(body).find(|(_, text)| NOTICED.is_match(text)).map(|(span, _)| span)
}

pub fn way_back(reader: &mut Reader) {
    let all = Span::new(0, reader.doc.text().len());
    let found = reader.sentences(all).find(|(span, text)| {
        let is_of_change = reader.is_runbook() || CHANGE.is_match(text) && !TRIED.is_match(text);
        is_of_change
            && !WEIGHS.is_match(text)
            && WAY_BACK.is_match(text)
            && procedure::find_way_back(text).is_some()
            && !is_of_other_matter(reader, Undo, *span)
    });
    if let Some((span, _)) = found {
        reader.say(Undo, 2, span);
    }
}

/// An alert with a page of its own is noticed by it; in other texts a sentence says so.
pub fn noticed(reader: &mut Reader) {
    let all = Span::new(0, reader.doc.text().len());
    if reader.is_runbook() {
        const ALERT: &str = "meaning, alert, symptom, trigger, alert detail";
        let told =
            reader.parts(ALERT).into_iter().filter(|it| !it.is_title).find_map(|it| reader.first_sentence(it.body, 4));
        if let Some(span) = told {
            reader.say(Notice, 1, span);
            return;
        }
    }
    let is_about = reader.is_runbook() || matches!(reader.stem().as_str(), "monitoring" | "operations" | "ops");
    if is_about && let Some(span) = told_notice(reader, all) {
        reader.say(Notice, 3, span);
    }
}
