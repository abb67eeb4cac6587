//! What a procedure says beside its steps: how to see that it worked, how to get back, whom to call.

use super::{By, Evidence, said};
use crate::document::{Document, Place, Stand};
use crate::text::Span;
use crate::words::english::{deed, procedure, shell, verb};

/// Sections before the steps: looking at the fault is not looking at the outcome.
const BEFORE: &[&str] = &[
    "diagnosis",
    "diagnose",
    "investigation",
    "investigate",
    "troubleshooting",
    "meaning",
    "impact",
    "symptom",
    "prerequisite",
    "before you begin",
    "before you start",
    "pre-check",
    "requirement",
    "background",
    "overview",
];

/// A look at the outcome, once something was done.
pub fn verified(doc: &Document) -> Vec<Evidence> {
    let is_before = |span: Span| doc.sections_around(span.start).any(|section| BEFORE.contains(&section.name.as_str()));
    let mut places = said::places(doc, procedure::find_verification);
    places.retain(|place| place.by != By::Title && !is_before(place.span));
    places
}

/// The same words, wherever they stand.
pub fn verified_in_part(doc: &Document) -> Vec<Evidence> {
    said::places(doc, procedure::find_verification)
}

pub fn way_back(doc: &Document) -> Vec<Evidence> {
    said::places(doc, procedure::find_way_back)
}

pub fn escalation(doc: &Document) -> Vec<Evidence> {
    said::places(doc, procedure::find_escalation)
}

pub fn help_elsewhere(doc: &Document) -> Vec<Evidence> {
    said::places(doc, procedure::find_help)
}

/// Blocks of commands to be typed.
pub fn typed(doc: &Document) -> Vec<Evidence> {
    let typed = doc.code().iter().filter(|code| shell::is_commands(&code.info, doc.at(code.body)));
    typed.map(|code| Evidence { span: code.span, by: By::Code }).collect()
}

/// Blocks that are put into a file of settings.
pub fn settings(doc: &Document) -> Vec<Evidence> {
    const FORMS: &[&str] =
        &["yaml", "yml", "json", "toml", "ini", "env", "dotenv", "properties", "hcl", "terraform", "xml"];
    let is_settings = |info: &str| FORMS.contains(&info.split([' ', ',']).next().unwrap_or_default());
    let blocks = doc.code().iter().filter(|code| is_settings(&code.info));
    blocks.map(|code| Evidence { span: code.span, by: By::Code }).collect()
}

/// A call with its method: `POST /parcels`.
pub fn endpoints(doc: &Document) -> Vec<Evidence> {
    const METHODS: &[&str] = &["GET /", "POST /", "PUT /", "PATCH /", "DELETE /", "GET http", "POST http", "PUT http"];
    let prose = doc.prose();
    let code = prose.masks(0..prose.text().len()).filter(|(stand, _)| *stand == Stand::Code).map(|(_, span)| span);
    let blocks = doc.code().iter().map(|code| code.body);
    let calls = code.chain(blocks).filter(|span| METHODS.iter().any(|method| doc.at(*span).contains(method)));
    calls.map(|span| Evidence { span, by: By::Code }).collect()
}

/// Items of numbered lists, and sections that tell what to do, in a text that has two of them.
pub fn ordered(doc: &Document) -> Vec<Evidence> {
    let items = doc.items().iter().filter(|item| item.ordered && !item.quoted).filter_map(|item| item.passage);
    let told = items.filter(|passage| tells(doc.prose().passage(*passage)));
    let mut places: Vec<Evidence> =
        told.map(|passage| Evidence { span: doc.passages()[passage].span, by: By::List }).collect();
    let title = doc.title().map(|title| title.heading);
    let sections = doc.sections().iter().filter(|it| Some(it.heading) != title && verb::opens(&it.title));
    places.extend(sections.map(|it| Evidence { span: it.heading, by: By::Heading }));
    if places.len() > 1 { places } else { Vec::new() }
}

/// Anything that the reader is told to do.
pub fn orders(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, |sentence| tells(sentence).then_some(0..sentence.len()));
    places.retain(|place| place.by != By::Title);
    let items = doc.items().iter().filter_map(|item| item.passage);
    let items = items.filter(|passage| tells(doc.prose().passage(*passage))).map(|passage| &doc.passages()[passage]);
    places.extend(items.map(|it| Evidence { span: it.span, by: By::of(Place::Item) }));
    places
}

fn tells(text: &str) -> bool {
    deed::is_command(text) || verb::opens(text)
}

/// Whether a text speaks at all of looking at what comes of its steps, in words, in headings or in code.
pub fn speaks_of_checking(doc: &Document) -> bool {
    procedure::find_checking(doc.prose().text()).is_some()
        || doc.code().iter().any(|code| procedure::find_checking(doc.at(code.body)).is_some())
}

/// Whether a text speaks at all of a way back, of a copy, or of there being none.
pub fn speaks_of_way_back(doc: &Document) -> bool {
    let says = |text: &str| procedure::find_way_back(text).is_some() || procedure::is_safe(text);
    says(doc.prose().text()) || doc.code().iter().any(|code| says(doc.at(code.body)))
}
