//! `rules/who/nobody-does-it.md`

use std::cell::LazyCell;

use crate::document::{Document, Given, LooseEnd};
use crate::finding::Findings;
use crate::text::Span;
use crate::words::case;
use crate::words::english::nobody::Voice;
use crate::words::english::person::{is_nobody, leading};
use crate::words::near::ahead;

pub fn check(doc: &Document, found: &mut Findings) {
    if !doc.is_english() {
        return;
    }
    let given = LazyCell::new(|| Given::to_somebody(doc));
    for end in doc.loose_ends() {
        if given.says(doc.prose().clean(end.span)) || is_taken_below(doc, end.span) || doc.is_assigned(end.span) {
            continue;
        }
        let label = match end.voice {
            Voice::Someone if doc.at(end.span).contains("volunteer") => "who volunteers?",
            Voice::Someone if doc.at(end.span).contains("whoever") => "who is that?",
            Voice::Someone => "who is this someone?",
            Voice::Everyone => "who of them?",
            Voice::We | Voice::WeWill => "who of us?",
            Voice::Passive | Voice::Unsaid | Voice::Order => "by whom?",
        };
        let flag = found.flag(end.span, label);
        if end.is_timed {
            flag.asks("Who does this?");
        }
        // "Someone should work on this" is as often an opinion as a task; "need someone to work on this" is none.
        let is_opinion = end.voice == Voice::Someone && begins_with_someone(doc.at(end.span));
        if !end.is_plain || is_opinion || is_settled(doc, end.span) || is_said(doc, end) {
            flag.unsure();
        }
    }
}

/// "Resolved: add a marker" is what was decided, and "See action 3" says where it is somebody's.
fn is_settled(doc: &Document, at: Span) -> bool {
    let line = doc.line_near(at);
    let start = ahead(line).trim_start_matches(|it: char| !it.is_alphanumeric()).to_ascii_lowercase();
    // "Maybe run a survey?" is not even agreed.
    let is_mused = start.starts_with("maybe ") && line.trim_end().ends_with('?');
    let is_resolved =
        || ["resolved:", "resolution:", "proposed resolution:", "decision:"].iter().any(|it| start.starts_with(it));
    is_mused || is_of_meeting(&start) || is_resolved() || line.len() <= LONGEST_LINE && line.contains("See action")
}

/// "Will discuss the draft in the next meeting": those who sit there do it.
fn is_of_meeting(start: &str) -> bool {
    const WORDS: &[&str] = &["review ", "discuss ", "read ", "revisit ", "go over ", "set aside "];
    let act = start.strip_prefix("will ").or_else(|| start.strip_prefix("we will ")).unwrap_or(start);
    let mut times =
        ["in", "at"].iter().flat_map(|at| ["the next", "our next", "next"].map(|next| format!("{at} {next} ")));
    let is_next = |it: String| {
        let rest = start.split_once(&*it).map_or("", |(_, rest)| rest);
        ["meeting", "call", "session", "sync"].iter().any(|it| rest.starts_with(it))
    };
    WORDS.iter().any(|it| act.starts_with(it)) && times.any(is_next)
}

/// "Need to create mappings", and in one of the next lines "Omar to create mappings".
fn is_taken_below(doc: &Document, at: Span) -> bool {
    const NEAR: usize = 6;
    let words = |text: &str| -> Vec<String> {
        let words = ahead(text).split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let said = words(doc.at(at));
    let Some(act) = said.iter().position(|it| it == "to").and_then(|it| said.get(it + 1..it + 3)) else { return false };
    let next = doc.passages_in(at).end;
    let below = (next..doc.passages().len()).take(NEAR).take_while(|it| !doc.passages()[*it].place.is_heading());
    below.map(|it| doc.at(doc.passages()[it].span)).any(|text| {
        let led = leading(text).map(|it| it.end);
        led.is_some_and(|end| {
            doc.may_be_person(text[..end].trim_end().trim_end_matches(" to").trim_end_matches(" will"))
                && words(&text[end..]).starts_with(act)
        })
    })
}

/// Bytes. Each end would read all of a longer one.
const LONGEST_LINE: usize = 400;

/// "AL: need to write it down", in minutes: what a person says that it needs is an opinion as often as a task, and "AL: will write
/// it down" is theirs.
fn is_said(doc: &Document, end: &LooseEnd) -> bool {
    let said = || ahead(doc.prose().passage(doc.prose().passage_at(doc.prose().clean_range(end.span).start)));
    let is_person = |who: &str| doc.may_be_person(who) || doc.may_speak(who) || is_initials(who);
    let is_need = ["need", "will "].iter().any(|it| case::begins(doc.at(end.span), it));
    is_need && end.voice != Voice::Someone && said().split_once(": ").is_some_and(|(who, _)| is_person(who.trim()))
}

/// Of two or three, as people are called in notes: "QA", "CI" and "TODO" are things.
fn is_initials(who: &str) -> bool {
    matches!(who.len(), 2 | 3) && who.bytes().all(|it| it.is_ascii_uppercase()) && !is_nobody(who)
}

fn begins_with_someone(said: &str) -> bool {
    ["some", "any", "whoever", "one of us"].iter().any(|it| case::begins(said, it))
}
