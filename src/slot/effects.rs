//! Both sides of what a decision brings: what gets better, and what gets worse.

use super::shape::decision;
use super::{State, fill};
use crate::document::Document;
use crate::text::Span;
use crate::words::english::tradeoff;
use crate::words::list::is_among;

const GAINS: &[&str] = &["positive consequence", "benefit", "advantage", "pro", "positive", "good", "positive outcome"];

const COSTS: &[&str] = &[
    "negative consequence",
    "drawback",
    "disadvantage",
    "con",
    "negative",
    "bad",
    "risk",
    "risk and mitigation",
    "downside",
    "trade-off",
    "tradeoff",
    "limitation",
    "compromise",
    "cost",
    "neutral",
    "neutral consequence",
    "caveat",
    "impact",
    "mitigation",
    "consideration",
    "design consideration",
];

/// What a text says of the effects.
#[derive(Debug)]
pub struct Sides {
    pub has_gain: bool,
    /// Its words leave no doubt that something gets better.
    pub surely_gains: bool,
    pub has_cost: bool,
    /// Something in the part may be a price in words that we do not know.
    pub may_cost: bool,
    /// The first words of the part that tells of effects. `None` where there is no such part, or nothing in it.
    pub place: Option<Span>,
}

pub fn read(doc: &Document) -> Sides {
    let filled = |names: &[&str]| doc.under(names).into_iter().any(|part| fill::fill(doc, part) == State::Present);
    let parts = decision::effect_parts(doc);
    let place = parts.iter().find_map(|part| first_words(doc, *part));
    let has_gain = !decision::gains(doc).is_empty() || filled(GAINS);
    // "Negative consequences: N/A" was thought of.
    let is_none = |part: &Span| {
        let said = doc.prose().clean(*part).trim_matches(|it: char| !it.is_alphanumeric());
        is_among("n/a na none nothing", &said.to_lowercase())
    };
    let has_none = || doc.under(COSTS).iter().any(is_none);
    let has_cost = !decision::costs(doc).is_empty()
        || filled(COSTS)
        || has_none()
        || !tradeoff::concessions(doc.prose().text()).is_empty();
    let surely_gains = filled(GAINS) || parts.iter().any(|part| tradeoff::surely_gains(doc.prose().clean(*part)));
    let may_cost = parts.into_iter().any(|part| tradeoff::may_cost(doc.prose().clean(part)));
    Sides { has_gain, surely_gains, has_cost, may_cost, place }
}

fn first_words(doc: &Document, part: Span) -> Option<Span> {
    let passages = doc.passages_in(part).map(|index| &doc.passages()[index]);
    let mut written = passages.filter(|it| !it.place.is_heading() && !it.quoted);
    written.next().map(|it| doc.line_around(it.span.start))
}
