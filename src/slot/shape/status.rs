//! The state of a work in other forms than a field or a sentence: in the heading itself ("Overall status: on track"), quoted below
//! it, or in a line of its own near the top.

use super::{By, Evidence};
use crate::document::{Document, Passage};
use crate::text::Span;
use crate::words::english::placeholder::is_placeholder;
use crate::words::english::{amendment, status};
use crate::words::list::is_among;
use crate::words::near;

/// Headings that carry their own answer.
pub fn in_heading(doc: &Document) -> Vec<Evidence> {
    let is_state =
        |name: &str| ["overall status", "status", "state", "project status"].iter().any(|it| name.starts_with(it));
    let told = doc.sections().iter().filter(|section| {
        let value = section.title.split_once(':').map(|(_, value)| value.trim_matches(['*', ' ', ':']));
        is_state(&section.name) && value.is_some_and(|value| !value.is_empty() && !is_placeholder(value))
    });
    told.map(|section| Evidence { span: section.heading, by: By::Heading }).collect()
}

/// Names of headings over where a decision stands.
const NAMES: &str = "status state";

/// Where a decision stands, in whatever dress: "## Status - accepted", "> Accepted" below such a heading, "**DEPRECATED**" or
/// "> This record was superseded by …" near the top.
pub fn stated(doc: &Document) -> Vec<Evidence> {
    let own = doc.sections().iter().filter(|it| is_among(NAMES, it.name.split(' ').next().unwrap_or_default()));
    let below = own.clone().filter(|it| is_among(NAMES, &it.name)).filter_map(|it| below(doc, it.lead));
    let beside = own.filter(|it| {
        let parts = [" - ", " \u{2013} ", " \u{2014} "].iter().find_map(|joint| it.title.split_once(joint));
        parts.is_some_and(|(name, value)| is_among(NAMES, &name.trim().to_lowercase()) && status::is_stage(value))
    });
    let heading = beside.map(|it| it.heading).chain(below).map(|span| Evidence { span, by: By::Heading });
    heading.chain(near_top(doc)).chain(upheld(doc)).collect()
}

/// What stands below a heading and says how far a thing is, quoted or not.
fn below(doc: &Document, lead: Span) -> Option<Span> {
    const MOST: usize = 4;
    let passages = doc.passages_in(lead).take(MOST).map(|it| doc.passages()[it].span).filter(|it| lead.contains(*it));
    let mut passages = passages.map(|it| (it, bare(doc.at(it))));
    passages.find(|(_, text)| status::is_stage(text)).map(|it| it.0)
}

/// A line before the second heading that is a status in bold, or a remark in a quotation that another record has taken its place.
fn near_top(doc: &Document) -> impl Iterator<Item = Evidence> {
    const MOST: usize = 8;
    let body = doc.passages().iter().skip(usize::from(doc.passages().first().is_some_and(|it| it.place.is_heading())));
    let top = body.take(MOST).take_while(|it| !it.place.is_heading());
    let says = |it: &&Passage| match doc.at(it.span) {
        text if it.quoted => tells_of_end(text),
        // An alert is read as text.
        text if text.len() <= LONGEST && text.to_lowercase().contains("supersedes this") => true,
        text => {
            ["**", "__"].iter().any(|mark| text.starts_with(mark) && text.ends_with(mark)) && status::is_plain(text)
        }
    };
    top.filter(says).map(|it| Evidence { span: it.span, by: By::Prose })
}

/// A quoted amendment that says that the decision holds: "> Amended 2026-11-20: … The decision below is unchanged."
fn upheld(doc: &Document) -> impl Iterator<Item = Evidence> {
    const MOST: usize = 24;
    const LONGEST: usize = 2000;
    let says = |it: &&Passage| amendment::upholds(&near::ahead_within(doc.at(it.span), LONGEST).replace("\n> ", " "));
    let quoted = doc.passages().iter().take(MOST).filter(|it| it.quoted).filter(says);
    quoted.map(|it| Evidence { span: it.span, by: By::Prose })
}

/// Bytes of a remark at the top.
const LONGEST: usize = 600;

/// Whether a remark says that the text holds no longer.
fn tells_of_end(text: &str) -> bool {
    const TOLD: &[&str] = &[
        "superseded by",
        "superceded by",
        "supersedes this",
        "replaces this",
        "been deprecated",
        "replaced by",
        "been superseded",
    ];
    let lower = || text.to_lowercase().replace("\n> ", " ");
    text.len() <= LONGEST && TOLD.iter().any(|it| lower().contains(it))
}

/// Words without the marks of a quotation or a list before them.
fn bare(text: &str) -> &str {
    text.trim_matches(['>', ' ', '-', '*', '_', '\n', '`'])
}
