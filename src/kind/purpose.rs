//! What a text says at its beginning that it is there for: to show how a thing is done, to be followed as a runbook, to answer
//! an alert. Knows no kind. What a text says is believed where it does the same, and that is counted elsewhere.

use std::sync::LazyLock;

use super::doing::Doing;
use crate::text::border;
use crate::words::phrase::Phrases;

/// So much of a text is its beginning.
pub(super) const BEGINNING: usize = 600;

/// What a page does that shows how: behind the words by which it calls itself.
static SHOWS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of_list([
        "explains how to",
        "describes how to",
        "shows how to",
        "shows you how to",
        "show you how to",
        "demonstrates how to",
        "covers how to",
        "documents how to",
        "outlines how to",
        "details how to",
        "explains the steps",
        "describes the steps",
        "outlines the steps",
        "describes the process",
        "walks you through",
        "walk you through",
        "walks through",
        "guides you through",
        "guide you through",
        "step-by-step instructions",
        "step by step instructions",
        "instructions on how to",
        "covers setting up",
        "covers installing",
        "covers deploying",
    ])
});
/// What a page that shows how calls itself: "this guide". A lesson and an example show as much, and are none.
const PAGES: &[&str] = &[
    "guide",
    "page",
    "document",
    "doc",
    "article",
    "topic",
    "section",
    "walkthrough",
    "how-to",
    "howto",
    "procedure",
    "checklist",
    "note",
    "recipe",
    "file",
];
/// Bytes between both: "this guide will help you get started, and shows how to".
const APART: usize = 80;
/// Words behind "this" of which one is the page.
const WORDS: usize = 3;

/// What a page says just before its steps.
static LEADS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of_list([
        "follow these steps",
        "follow the steps",
        "follow the instructions below",
        "perform the following steps",
        "complete the following steps",
        "use the following steps",
        "below are the steps",
        "here are the steps",
    ])
});

/// How a description or a first sentence begins that is nothing but the task: "How to move a till".
const HOW: &[&str] = &["how to ", "learn how to "];

/// The words by which a runbook speaks of itself. One of a machine "creates" or "updates" something, and is a script.
static RUNBOOK: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of_list([
        "this runbook covers",
        "this runbook describes",
        "this runbook explains",
        "this runbook outlines",
        "this runbook provides",
        "this runbook walks",
        "this runbook is",
        "this runbook when*",
        "this runbook if",
        "this runbook to",
        "follow this runbook",
        "use this runbook",
        "run this runbook",
        "this playbook covers",
        "this playbook describes",
        "this playbook outlines",
        "this playbook walks",
        "this playbook when*",
        "use this playbook",
    ])
});

/// The words by which a text calls what made its reader come, or itself.
static ALERT: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of_list([
        "this alert",
        "this alarm",
        "the alert",
        "the alarm",
        "this runbook",
        "this playbook",
        "alerts when",
        "alert fires",
        "when you are paged",
    ])
});

fn beginning<'d>(doing: &Doing<'d, '_>) -> &'d str {
    let text = doing.doc.prose().text();
    &text[..border(text, BEGINNING)]
}

pub(super) fn speaks_of_alert(doing: &Doing) -> bool {
    !ALERT.find(beginning(doing)).is_empty()
}

pub(super) fn is_called_runbook(doing: &Doing) -> bool {
    !RUNBOOK.find(beginning(doing)).is_empty()
}

/// Whether it says that it shows how something is done.
pub(super) fn shows_how(doing: &Doing) -> bool {
    let text = beginning(doing);
    opens_with_how(doing) || SHOWS.find(text).into_iter().any(|hit| is_of_page(&text[..hit.range.start]))
}

/// Whether it says that steps follow. Whoever reports a fault says the same of theirs.
pub(super) fn announces_steps(doing: &Doing) -> bool {
    !LEADS.find(beginning(doing)).is_empty()
}

fn opens_with_how(doing: &Doing) -> bool {
    let is_how = |text: &str| {
        let text = text.trim_start();
        HOW.iter().any(|it| text.get(..it.len()).is_some_and(|start| start.eq_ignore_ascii_case(it)))
    };
    let doc = doing.doc;
    let described = doc.field(&["description"]).filter(|it| it.in_front_matter).is_some_and(|it| is_how(&it.text));
    let first = || doc.passages().iter().position(|it| !it.place.is_heading());
    described || first().is_some_and(|at| is_how(doc.prose().passage(at)))
}

/// Whether what stands before the words is the page itself: "this guide will", "this".
fn is_of_page(before: &str) -> bool {
    let near = before[border(before, before.len().saturating_sub(APART))..].to_lowercase();
    let Some(at) = near.rfind("this ") else { return false };
    let named = near[at + "this ".len()..].trim_start();
    // "This short guide"
    let mut names = named.split(|it: char| !it.is_alphanumeric() && it != '-').take(WORDS);
    !named.contains(". ") && (named.is_empty() || names.any(|name| PAGES.contains(&name)))
}
