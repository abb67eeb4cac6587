//! What was decided, and why? Beside the answer, each decision is counted: whether it is open, since when, and whether
//! a chat is all the evidence there is.

use std::sync::LazyLock;

use super::{Reader, Role};
use crate::document::Table;
use crate::litmus::Question::Decisions;
use crate::litmus::page::Decision;
use crate::slot::shape::chat;
use crate::slot::standing;
use crate::text::Span;
use crate::words::address;
use crate::words::date;
use crate::words::english::status::{self, Standing};
use crate::words::english::{conversation, placeholder, reason};
use crate::words::pattern::{Pattern, any_of};

/// What is decided.
const OUTCOME: &str = "\
    decision, decision outcome, chosen option, our decision, the decision, decision made, resolution, outcome, proposal, \
    proposed solution, proposed design, recommendation, solution, conclusion, approach";

/// Of these, what is decided whatever its words.
const DECIDED: &[&str] =
    &["decision", "decision outcome", "chosen option", "our decision", "the decision", "decision made"];

/// Says what is done from now on.
static DOES: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"we(?:'ll| will| shall| should| have| are going to)? (?:use|add|keep|move|make|replace|switch|split|drop|remove|allow|propose|introduce|adopt|decided?|choose|chose|chosen|go|create|provide|need to)|(?:is|are) proposed|proposes?",
        r"propos(?:al|ed) (?:is|adds|introduces)|decided (?:to|on|that)|decision|cho(?:ose|se|sen)|introduc(?:e|es|ing)|agreed (?:to|on|that)",
    ])
});

/// Says how it was before.
static BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^\W*(?:currently|today|until now|at the moment|right now|as of|previously|options? \d|option [a-c](?-u:\b))",
    )
});

/// Says only that nothing comes of it.
static REFUSES: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^\W*(?:(?:final )?(?:decision|outcome|status|resolution)\W{1,3})?(?:rejected|declined|withdrawn|refused|not accepted|abandoned|deferred|postponed)(?-u:\b)",
    )
});

/// Says what somebody would like, or may come to.
static WISHED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:want|like|wish|going|plan|will|need) (?:to )?(?:propose|suggest)|to be (?:decided|determined|discussed)|not (?:yet )?decided|undecided|is based on|inspired by|no decision|tbd|draft|open question|this (?:section|document|adr|template) (?:describes?|contains?|is)|describes? (?:our|the) (?:response|decision)",
    ])
});

/// Why.
const WHY: &str = "\
    context, context and problem statement, rationale, reason, reasoning, motivation, why, problem, problem \
    statement, background, decision driver, justification, issue, consequence, argument, benefit";

/// Parts of other pages that tell of decisions.
const TOLD: &str = "\
    decision, design decision, architecture decision, architectural decision, key decision, technical decision, \
    rationale, design rationale, design principle, why rust, design choice, decision log, key design decision, \
    decision and rationale";

pub fn read(reader: &mut Reader) {
    if reader.role == Role::Record {
        record(reader);
    } else if matches!(reader.role, Role::Readme | Role::Guide | Role::Page) && !reader.is_kind("how-to") {
        for part in reader.parts(TOLD).into_iter().filter(|it| !it.is_title).take(2) {
            if let Some(span) = reasoned(reader, reader.lead(part)) {
                reader.say(Decisions, 2, span);
            }
        }
    }
    for table in reader.doc.tables() {
        log(reader, table);
    }
}

fn record(reader: &mut Reader) {
    let standing = standing::of(reader.doc);
    let is_settled = standing == Some(Standing::Settled);
    if reader.is_kind("decision-log") || reader.path.to_lowercase().ends_with("readme.md") {
        return;
    }
    let head = reader.doc.head();
    let is_chat_only = !chat::only_records(reader.doc).is_empty();
    let is_open = standing == Some(Standing::Open);
    let counts = reader.is_kind("adr") || is_open || is_settled;
    if counts {
        reader.page.decisions.push(Decision { is_open, day: reader.doc.written_at(head.start), is_chat_only });
    }
    // That decisions are recorded says nothing of the system.
    let stem = reader.stem();
    let is_of_records = ["architecture-decision", "architectural-decision", "use-adr", "decision-record"]
        .iter()
        .any(|it| stem.contains(it));
    if is_of_records {
        return;
    }
    let holds = is_settled || standing.is_none() && reader.is_kind("adr");
    if !holds || is_chat_only || is_draft(reader) {
        return;
    }
    // What is called a decision is one before what is called a proposal, as far as that says what is done.
    let mut named = OUTCOME.split(", ").flat_map(|name| reader.parts(name).into_iter().map(move |it| (name, it)));
    let outcome = named.find_map(|(name, part)| {
        let is_sure = DECIDED.contains(&name) && reader.is_kind("adr");
        // Who does not say that it was accepted has to call it a decision.
        if standing.is_none() && !is_sure {
            return None;
        }
        let is_it = |text: &str| {
            let words = text.split_whitespace().count();
            // A few words before a list say only that something follows.
            let is_bare = text.trim_end().ends_with(':') && words < 7;
            words > 2
                && !is_bare
                && !REFUSES.is_match(text)
                && (is_sure || DOES.is_match(text))
                && !BEFORE.is_match(text)
                && !WISHED.is_match(text)
        };
        // Of a proposal the parts below are details.
        let lead = reader.lead(part);
        let has_lead = reader.first_sentence(lead, 3).is_some();
        let body = if is_sure && !has_lead { part.body } else { lead };
        let mut all = reader.sentences(body).filter(|_| !part.is_title);
        all.find(|(_, text)| is_it(text)).map(|(span, _)| span)
    });
    let is_why = reader.parts(WHY).iter().any(|it| !it.is_title && reader.first_sentence(it.body, 5).is_some());
    let all = Span::new(0, reader.doc.text().len());
    let is_why = is_why || reader.sentences(all).any(|(_, text)| conversation::gives_reason(text));
    if let Some(span) = outcome.filter(|_| is_why) {
        reader.say(Decisions, 0, span);
    }
}

/// Whether the text, or where it lies, says that it is not finished.
fn is_draft(reader: &Reader) -> bool {
    const MARKS: &[&str] = &["draft", "wip", "proposed", "pending", "rejected", "declined", "withdrawn", "template"];
    let is_marked = |text: &str| text.split(|it: char| !it.is_alphabetic()).any(|word| MARKS.contains(&word));
    let title = reader.doc.title().map(|it| it.title.to_lowercase()).unwrap_or_default();
    let mut first = title.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty()).take(2);
    let is_titled = first.any(|it| matches!(it, "draft" | "wip"));
    is_titled || is_marked(&reader.path.to_lowercase())
}

/// The first sentence of a part that has a reason, where one has.
fn reasoned(reader: &Reader, body: Span) -> Option<Span> {
    let mut all = reader.sentences(body);
    all.find(|(_, text)| conversation::gives_reason(text) && DOES.is_match(text) && text.split_whitespace().count() > 5)
        .map(|(span, _)| span)
}

/// A log: what was decided, and why, in each of its rows.
fn log(reader: &mut Reader, table: &Table) {
    let Some(what) = table.column(&["decision", "decided", "what was decided"]) else { return };
    // A table that helps to decide has such a column as well.
    let is_record = matches!(reader.role, Role::Record | Role::Status);
    let mut around =
        table.rows.first().and_then(|it| it.span).into_iter().flat_map(|it| reader.doc.sections_around(it.start));
    if !is_record && !around.any(|it| it.name.contains("decision") || it.name.contains("decided")) {
        return;
    }
    let why = table.column(&["reason", "why", "rationale", "because", "context", "reasoning", "motivation"]);
    let (state, when) = (table.column(&["status", "state"]), table.column(&["date", "when", "decided on"]));
    let is_log = why.is_some() || when.is_some() || state.is_some();
    for row in table.rows.iter().filter(|_| is_log) {
        let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).copied();
        let text = |at: Option<usize>| cell(at).map_or("", |it| reader.doc.at(it)).trim();
        let Some(place) = cell(Some(what)).filter(|it| !placeholder::is_placeholder(reader.doc.at(*it))) else {
            continue;
        };
        let words = text(why);
        let has_reason = !words.is_empty() && !placeholder::is_placeholder(words)
            || why.is_none() && reason::find(text(Some(what))).is_some();
        let row = row.span.unwrap_or(place);
        let links = reader.doc.links_in(row);
        let is_chat_only =
            !has_reason && !links.is_empty() && links.iter().all(|it| address::leads_to_room(&it.target));
        let is_open = status::standing(text(state)) == Some(Standing::Open);
        let day = date::mentions(text(when)).first().and_then(|it| it.date());
        reader.page.decisions.push(Decision { is_open, day, is_chat_only });
        if has_reason && !is_open {
            reader.say(Decisions, 1, place);
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_written_as_headings_are_compared() {
        let all = [super::OUTCOME, super::WHY, super::TOLD];
        all.iter().flat_map(|it| it.split(", ")).for_each(|it| assert_eq!(crate::words::heading::normalise(it), it));
    }
}
