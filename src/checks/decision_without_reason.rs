//! `rules/decide/decision-without-reason.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::slot::entries::{self, Entry, Part};
use crate::text::Span;
use crate::words::address::local;
use crate::words::english::{reason, tradeoff, verdict};
use crate::words::serial;

/// So many entries make a habit.
const HABIT: usize = 3;
/// A context of more words than these gives a reason by itself: it tells of the trouble.
const CONTEXT_WORDS: usize = 20;

const CONTEXT: &[&str] = &[
    "context",
    "context and problem statement",
    "problem",
    "problem statement",
    "background",
    "motivation",
    "rationale",
    "reason",
    "why",
    "decision driver",
    "driver",
    "argument",
    "introduction",
    "summary",
    "purpose",
    "issue",
];

pub fn check(doc: &Document, found: &mut Findings) {
    if is_record(doc) {
        return record(doc, found);
    }
    // One number, or one status, for all of it: the sections are parts of one decision.
    let is_titled = doc.title().is_some_and(|it| serial::of_title(&it.title).is_some_and(|it| it.0.series.is_some()));
    let is_numbered = || doc.source().path().is_some_and(|it| serial::of_path(it).is_some());
    if is_titled || is_numbered() || doc.sections().iter().any(|section| section.name == "status") {
        return;
    }
    let entries = entries::all(doc);
    let with_reason = entries.iter().filter(|entry| has_reason(doc, entry)).count();
    if entries.len() >= HABIT {
        // The parts of a long decision look like entries, where nothing says that the text holds many.
        let is_log = is_called_log(doc);
        // What most entries of a log say, a reader expects of all of them.
        if with_reason * 3 >= entries.len() * 2 {
            for entry in entries.iter().filter(|entry| !has_reason(doc, entry)) {
                let flag = found.flag(entry.name, "nothing says why");
                if !is_log {
                    flag.unsure();
                }
            }
        } else if with_reason == 0 {
            let flag = found.flag(doc.head(), "no entry says why").of_whole();
            if !is_log {
                flag.unsure();
            }
        }
    }
}

/// "Decision log", "decisions.md".
fn is_called_log(doc: &Document) -> bool {
    let is_many = |name: &str| {
        let lower = name.to_ascii_lowercase();
        ["decisions", "log", "register"].iter().any(|it| lower.contains(it))
    };
    let file = doc.source().path().map(local::name);
    file.is_some_and(is_many) || doc.title().is_some_and(|it| is_many(&it.title))
}

/// Whether the decision has a section of its own below the title: the text is about one decision.
fn is_record(doc: &Document) -> bool {
    let is_top = |parent: Option<usize>| parent.is_none_or(|parent| Some(doc.sections()[parent].heading) == title(doc));
    let mut named = doc.sections().iter().filter(|it| verdict::PARTS.contains(&it.name.as_str()) && is_top(it.parent));
    named.next().is_some() && named.next().is_none()
}

fn title(doc: &Document) -> Option<Span> {
    doc.title().map(|title| title.heading)
}

/// A single decision: neither a word of a reason nor a context that is one.
fn record(doc: &Document, found: &mut Findings) {
    let Some(decision) = doc.under(verdict::PARTS).into_iter().next() else { return };
    let words: usize =
        doc.under(CONTEXT).into_iter().map(|part| doc.prose().clean(part).split_whitespace().count()).sum();
    let tells_trouble = || {
        let mut told = doc.under(CONTEXT).into_iter().flat_map(|part| doc.passages_in(part));
        told.any(|index| reason::tells_trouble(doc.prose().passage(index)))
    };
    if words <= CONTEXT_WORDS && !tells_trouble() && !is_reasoned(doc, Span::new(0, doc.text().len())) {
        let first = doc.passages_in(decision).map(|index| doc.passages()[index].span).next();
        found.flag(first.unwrap_or_else(|| doc.head()), "nothing says why");
    }
}

fn has_reason(doc: &Document, entry: &Entry) -> bool {
    let prose = doc.prose();
    let is_told = |index: usize| match entry.name.contains(doc.passages()[index].span) {
        true => tells_beside_deed(prose.passage(index)),
        false => tells_why(prose.passage(index)),
    };
    entry.part(Part::Reason).is_some()
        || entry.part(Part::Discussion).is_some()
        || said_in(doc, entry.span).any(is_told)
}

/// Whether any sentence gives a reason.
fn is_reasoned(doc: &Document, part: Span) -> bool {
    said_in(doc, part).any(|index| tells_why(doc.prose().passage(index)))
}

/// The passages of a part that are no headings.
fn said_in<'d>(doc: &'d Document, part: Span) -> impl Iterator<Item = usize> + 'd {
    doc.passages_in(part).filter(|index| !doc.passages()[*index].place.is_heading())
}

fn tells_why(text: &str) -> bool {
    reason::find(text).is_some() || tradeoff::weighs(text) || tradeoff::says_why(text)
}

/// Whether a decision gives its reason itself. What it does is none: "Drop the support of old browsers", "Freeze deploys".
fn tells_beside_deed(text: &str) -> bool {
    /// With fewer words it says what is done, and with what.
    const SHORT: usize = 8;
    let has_digit = |word: &str| word.contains(|it: char| it.is_ascii_digit());
    let dated = text.split(' ').take_while(|word| has_digit(word)).map(|word| word.len() + 1).sum::<usize>();
    let deed = text.get(dated..).unwrap_or_default();
    let Some((_, rest)) = deed.split_once(' ') else { return false };
    let weighs = if rest.split_whitespace().count() < SHORT { tradeoff::surely_weighs } else { tradeoff::weighs };
    reason::find(rest).is_some() || weighs(rest) || tradeoff::says_why(rest)
}
