//! The weighing of a decision: what else was possible, why not, what gets better and what gets worse.

use std::ops::Range;

use super::{By, Evidence};
use crate::document::Document;
use crate::slot::{State, fill, standing};
use crate::text::Span;
use crate::words::english::assertion;
use crate::words::english::placeholder::is_placeholder;
use crate::words::english::{tradeoff, verdict};
use crate::words::list::is_among;
use crate::words::serial;

/// Where the effects of a decision are described.
const EFFECTS: &[&str] = &[
    "consequence",
    "positive consequence",
    "negative consequence",
    "implication",
    "effect",
    "impact",
    "outcome",
    "result",
    "trade-off",
    "tradeoff",
    "result and implication",
];

/// Where a decision is told from the other options.
const WEIGHING: &[&str] = &[
    "considered option",
    "option",
    "option considered",
    "alternative",
    "alternative considered",
    "considered alternative",
    "rejected alternative",
    "rejected idea",
    "alternative and future direction",
    "rationale and alternative",
    "drawback and alternative",
    "alternative approach",
    "alternative solution",
    "alternative design",
    "other option",
    "other approach",
    "pro and con of the option",
    "pro",
    "con",
    "decision",
    "decision outcome",
    "rationale",
    "argument",
];

/// Headings such as "Option 2: a queue": at least two, or it is no choice.
pub fn options(doc: &Document) -> Vec<Evidence> {
    let is_option = |name: &str| {
        ["option ", "alternative ", "approach ", "proposal ", "solution "].iter().any(|word| name.starts_with(word))
    };
    let sections = doc.sections().iter().filter(|it| is_option(&it.name)).map(|it| it.heading);
    let labels = doc.labels().iter().filter(|it| is_option(&it.name)).map(|it| it.key);
    let found: Vec<Evidence> = sections.chain(labels).map(|span| Evidence { span, by: By::Heading }).collect();
    if found.len() > 1 { found } else { Vec::new() }
}

/// What was chosen is set against something else, where the decision is told.
pub fn comparisons(doc: &Document) -> Vec<Evidence> {
    places(doc, &doc.under(&["decision", "decision outcome", "outcome", "rationale"]), tradeoff::comparisons)
}

/// A reason against an option: a drawback where options are weighed, or plain words of rejection anywhere.
pub fn rejection(doc: &Document) -> Vec<Evidence> {
    if doc.sections().is_empty() {
        return Vec::new();
    }
    let everything = Span::new(0, doc.text().len());
    let mut found = places(doc, &[everything], tradeoff::rejections);
    found.extend(places(doc, &doc.under(WEIGHING), tradeoff::drawbacks));
    found
}

/// The parts that tell of effects.
pub fn effect_parts(doc: &Document) -> Vec<Span> {
    doc.under(EFFECTS)
}

/// Of what is settled, a part that is designed in full: whoever wrote it may have left out to say that it is so.
pub fn settled_design(doc: &Document) -> Vec<Evidence> {
    const OTHERS: &str = "\
        status context background motivation introduction intro problem summary abstract date author decider \
        discussion reference link related resource changelog history revision note notes appendix question glossary \
        risk metadata table see issue goal driver requirement scope option alternative pro con";
    if !standing::is_settled(doc) {
        return Vec::new();
    }
    let is_other = |name: &str| {
        let words = || name.split([' ', '/']);
        words().any(|word| is_among(OTHERS, word)) || EFFECTS.contains(&name) || WEIGHING.contains(&name)
    };
    let title = doc.title().map(|it| it.heading);
    let parts = doc.sections().iter().filter(|it| Some(it.heading) != title && !is_other(&it.name));
    let filled = parts.filter(|it| fill::fill(doc, it.body) == State::Present);
    filled.map(|it| Evidence { span: it.heading, by: By::Heading }).collect()
}

/// A title that is the decision: "ADR 7: Use one queue". Below it some tell at once what follows.
pub fn asserted_title(doc: &Document) -> Vec<Evidence> {
    let Some(title) = doc.title() else { return Vec::new() };
    let words = serial::of_title(&title.title).map_or(title.title.as_str(), |(_, at)| &title.title[at..]);
    assertion::is_made(words).then_some(Evidence { span: title.heading, by: By::Heading }).into_iter().collect()
}

/// What gets better.
pub fn gains(doc: &Document) -> Vec<Evidence> {
    places(doc, &doc.under(EFFECTS), tradeoff::gains)
}

/// What gets worse, or has to be done because of it.
pub fn costs(doc: &Document) -> Vec<Evidence> {
    places(doc, &doc.under(EFFECTS), tradeoff::costs)
}

/// Effects that are neither praised nor complained of in words that we know.
pub fn effects(doc: &Document) -> Vec<Evidence> {
    if !gains(doc).is_empty() || !costs(doc).is_empty() {
        return Vec::new();
    }
    let filled = doc.under(EFFECTS).into_iter().filter(|part| fill::fill(doc, *part) == State::Present);
    filled.map(|part| Evidence { span: part.trimmed(doc.text()), by: By::Prose }).collect()
}

/// Reasons for the choice: they hint at what it is good for.
pub fn reasons(doc: &Document) -> Vec<Evidence> {
    places(doc, &doc.under(verdict::PARTS), tradeoff::reasons)
}

fn places(doc: &Document, parts: &[Span], find: fn(&str) -> Vec<Range<usize>>) -> Vec<Evidence> {
    let prose = doc.prose();
    let mut found = Vec::new();
    for index in doc.passages_of(parts) {
        if doc.passages()[index].place.is_heading() {
            continue;
        }
        let hits = find(prose.passage(index));
        // "[what gets better]" is the template's.
        if hits.is_empty() || is_placeholder(prose.passage(index)) {
            continue;
        }
        let start = prose.passage_range(index).start;
        let place = |hit: Range<usize>| prose.span(start + hit.start..start + hit.end);
        found.extend(hits.into_iter().map(|hit| Evidence { span: place(hit), by: By::Prose }));
    }
    found
}
