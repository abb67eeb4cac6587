//! `rules/refer/lost-conversation.md`

use std::cell::LazyCell;
use std::sync::LazyLock;

use crate::change::{self, sort::is_vendored};
use crate::document::{Document, Said};
use crate::finding::{Findings, Flag, Level};
use crate::slot::shape::chat;
use crate::text::{Origin, Span};
use crate::words::case;
use crate::words::date;
use crate::words::english::{conversation, oracle};
use crate::words::file_name;
use crate::words::near::{ahead, behind};
use crate::words::pattern::{Pattern, in_pieces, opening};
use crate::words::tracker;

/// Whoever speaks of all of them speaks of a rule.
static PROCESS: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"(?:all|any|each|every|(?:PRs?|pull requests|issues|changes|proposals) (?:that|which|with))(?-u:\b)[^.;]{3,100} (?:is|are|will be|should be|must be|gets?)",
    ])
});

/// Bytes between a talk and the address of it.
const NEAR: usize = 16;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let (mut talks, mut to_come, mut weak) = (Vec::new(), Vec::new(), Vec::new());
    let told = chat::only_records(doc);
    for Said { index, sentence, text, found } in doc.in_sentences_with(&conversation::WORDS, conversation::find) {
        let Some(talk) = found.filter(|_| !sentence.place.is_heading()) else { continue };
        let span = prose.span_in(sentence, &talk.range);
        // What has a date is a record: what it says of talks took place, and its own day's talk is in it. A request has
        // only the day on which it was opened, and holds no talk.
        let is_record = doc.is_of_commit() || doc.is_record_at(span.start);
        let is_none = if is_record { talk.is_of_the_day } else { talk.is_open && !doc.is_message() };
        let is_none = is_none || talk.is_agreed && !(is_record && doc.is_minutes());
        // "A trace from your conversation": of each reader with the program that a page is about.
        let is_of_reader = !is_record && !doc.is_message() && text[talk.range.clone()].contains(" your ");
        let is_none = is_none || is_of_reader;
        let (before, rest) = (&text[..talk.range.start], &text[talk.range.end..]);
        // "What did she say in person?" asks for it, and "if you were told in private" supposes one.
        let is_supposed = text.trim_end().ends_with('?') || !is_record && text.starts_with("If ");
        // "You should have discussed it on a call", "make sure that it was discussed": what a guide asks for.
        let is_asked_for = || ["make sure ", "ensure "].iter().any(|it| case::begins(text.trim_start(), it));
        let is_supposed = is_supposed || behind(before).trim_end().ends_with("should have") || is_asked_for();
        // "All changes are discussed in the chat": how it goes each time, and nothing that was said.
        let is_process = !is_record && PROCESS.is_match(behind(before));
        // "Stand-up (async in the chat)" says how it is held, and "in the call on 6 March" where its minutes are.
        let is_manner =
            before.ends_with('(') && rest.starts_with([')', ',']) && case::begins(&text[talk.range.clone()], "async ");
        let is_of_day = || is_dated(ahead(rest)) && doc.source().path().is_some_and(|it| file_name::date(it).is_some());
        let is_supposed = is_supposed || is_process || is_manner || is_of_day();
        let is_told = conversation::has_outcome(text)
            || conversation::is_said_at_once(rest)
            // In minutes, what somebody heard elsewhere is told by the way, and not for those who were not there.
            || doc.is_message() && conversation::is_reported(rest)
            || talk.is_past && conversation::is_told_behind(before, rest, talk.is_call)
            || conversation::is_told_afterwards(before, rest)
            || conversation::is_activity(before, &text[talk.range.clone()])
            // Where it was approved, and by whom, is all that there is to it.
            || case::begins(&text[talk.range.clone()], "approved by ")
            || chat::is_told_after(doc, index)
            || !talk.is_to_come && chat::is_told_in_cell(doc, index)
            || change::is_described_in(doc) && is_source(before, &text[talk.range.clone()]);
        // Where it is all that is said of a decision, that is what is asked for.
        let whole = prose.span(sentence.range.clone());
        let is_decision = told.iter().any(|place| whole.overlaps(*place));
        if !is_none && !is_supposed && !is_told && !is_decision && !chat::has_public_link(doc, sentence) {
            match talk.is_to_come {
                true if WISH.is_match(behind(before)) || is_tracked_in_row(doc, span) => weak.push(span),
                true => to_come.push(span),
                false => talks.push(span),
            }
        }
    }
    let mut links = chat::bare_messages(doc);
    links.retain(|span| told.binary_search(span).is_err() && !is_right_behind(doc, &talks, *span));
    // A timeline is the talk of those who were there, written out.
    let (written_out, links): (Vec<Span>, Vec<Span>) = links.into_iter().partition(|it| is_of_timeline(doc, *it));
    weak.extend(written_out);
    report(doc, found, (talks, to_come), links, weak);
}

/// Flags what was said and what is still to be, the links to it, and what weaker signs tell of.
fn report(
    doc: &Document,
    found: &mut Findings,
    (talks, to_come): (Vec<Span>, Vec<Span>),
    links: Vec<Span>,
    weak: Vec<Span>,
) {
    let oracles = oracles(doc);
    // Asked last, because most texts have nothing to ask it for.
    let is_clean = [&talks, &to_come, &links, &weak, &oracles].iter().all(|it| it.is_empty());
    if is_clean || doc.source().path().is_some_and(is_vendored) {
        return;
    }
    flag(found, doc, talks, "what was said there?");
    if let Some(flag) = flag(found, doc, to_come, "what came of it?") {
        flag.asks("What came of that, and where can I read it?");
    }
    flag(found, doc, links, "only members can open this");
    if let Some(flag) = flag(found, doc, weak, "where can I read it?") {
        flag.unsure();
    }
    for span in oracles {
        found.flag(span, "and who asks them while they sleep?").asks("What would they say?").unsure();
    }
}

/// Before a talk: somebody would like it, and nobody says that it takes place.
static WISH: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[r"(?:would|['\x{2019}]d) (?:like|prefer|want) to $|would be (?:helpful|useful|good|nice|great) to $"])
});

fn is_of_timeline(doc: &Document, link: Span) -> bool {
    doc.section_at(link.start).is_some_and(|it| it.name.contains("timeline"))
}

/// "| [#12](…/issues/12) | Hinges | … Continue offline |": who wants to know what came of it looks there.
fn is_tracked_in_row(doc: &Document, at: Span) -> bool {
    let first = doc.cells_around(at).first().map(|cell| doc.links_in(*cell)).unwrap_or_default();
    first.iter().any(|link| tracker::is_address(&link.target))
}

/// "Mostly makes the tables uniform, as discussed offline", "the steps are based on those that Mira told me offline": a change says
/// what it does, and from where that came.
fn is_source(before: &str, talk: &str) -> bool {
    const SAID: usize = 5;
    let before = behind(before);
    let is_as = case::begins(talk, "as ") || before.ends_with(", as ");
    let is_based = ["based on those ", "based on what "].iter().any(|it| before.contains(it));
    is_based || is_as && before.split_whitespace().nth(SAID).is_some()
}

/// Whether a day with its month follows: " on 6 March", " on Mar-6".
fn is_dated(rest: &str) -> bool {
    let day = rest.strip_prefix(" on ").unwrap_or_default();
    let mut words = day.split(|it: char| !it.is_alphanumeric()).take(2);
    day.get(..10).is_some_and(date::has_date) || words.any(|it| it.len() > 2 && date::month(it).is_some())
}

/// "Discussed in Discord here:", and its address: one question asks for both.
fn is_right_behind(doc: &Document, talks: &[Span], link: Span) -> bool {
    let behind = talks.partition_point(|talk| talk.end <= link.start);
    // "We decided it in [Slack](…)": its words are those of the talk.
    if talks.get(behind).is_some_and(|talk| talk.overlaps(link)) {
        return true;
    }
    let before = behind.checked_sub(1);
    let between = before.map(|index| Span::new(talks[index].end, link.start));
    between.is_some_and(|it| it.len() <= NEAR && !doc.at(it).contains(['.', ';', ',']))
}

/// Sections that say whom to ask, and for what.
const WHOM_TO_ASK: &[&str] = &[
    "owner",
    "contact",
    "escalation",
    "support",
    "help",
    "getting help",
    "maintainer",
    "reviewer",
    "team",
    "people",
    "questions",
    "author",
];

/// Steps that send a reader to one person in whose head the answer is.
fn oracles(doc: &Document) -> Vec<Span> {
    let prose = doc.prose();
    if doc.source().path().is_none() || doc.is_of_commit() {
        return Vec::new();
    }
    let whom_to_ask = LazyCell::new(|| doc.under(WHOM_TO_ASK));
    let is_told = |at: usize| {
        let after = whom_to_ask.partition_point(|part| part.end <= at);
        whom_to_ask.get(after).is_some_and(|part| part.holds(at))
    };
    let found = doc
        .in_statements_with(&oracle::WORDS, oracle::find)
        .filter_map(|it| Some(prose.span_in(it.sentence, &it.found?)));
    found.filter(|span| doc.written_at(span.start).is_none() && !is_told(span.start)).collect()
}

/// What a message leaves out can still be written into it; the notes of a talk are as they are.
fn flag<'f>(found: &'f mut Findings, doc: &Document, places: Vec<Span>, label: &str) -> Option<&'f mut Flag> {
    let is_message = doc.source().origin != Origin::File;
    let flag = found.flag_all(&places, label)?;
    flag.level = is_message.then_some(Level::Warn);
    flag.is_firm = is_message;
    Some(flag)
}
