//! What sort of document a text is, and why we think so. A kind is a name: a user's page makes one.
//! Knows the signals that pages list; nothing of what a document of a kind has to hold.

mod asked;
mod path;
pub mod sign;
mod signature;

pub use asked::is_asked;
pub use path::{Glob, Paths};

use sign::Sign;

use crate::document::Document;
use crate::text::Origin;
use crate::words::phrase::Phrases;

/// Below this a kind is shown but turns no rule on.
pub const SURE: f32 = 0.9;

/// The kind of a message on standard input whose own words name no other.
pub const MESSAGE: &str = "request";

/// A kind and how its documents are recognised.
#[derive(Debug)]
pub struct Kind {
    pub name: String,
    /// Globs over the path; a page may be recognised by its folder or its file name.
    pub paths: Paths,
    /// Phrases in the title.
    pub titles: Phrases,
    /// Words of a title that speak of such documents: "guide", "template".
    pub unless: Phrases,
    /// Headings and labels, normalised, of which several together are typical of this kind alone.
    pub headings: Vec<String>,
    /// What a text of this kind does, whatever its names.
    pub signs: Vec<&'static Sign>,
    /// What its contract asks. Where one of these stands in a comment, the text was begun from its skeleton.
    pub questions: Vec<String>,
    /// A kind that asks for nothing: a README, a licence.
    pub is_target: bool,
}

/// A kind as recognised in one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Recognised {
    pub kind: Option<String>,
    /// 0 to 1; [`SURE`] and above turn the kind's rules on.
    pub confidence: f32,
    pub because: Vec<String>,
}

impl Recognised {
    /// The kind whose rules apply.
    pub fn sure(&self) -> Option<&str> {
        self.kind.as_deref().filter(|_| self.confidence >= SURE)
    }

    /// A message that has the headings of a template.
    pub fn by_template(kind: &str, path: &str) -> Self {
        Self { kind: Some(kind.to_owned()), confidence: SURE, because: vec![format!("it has the headings of {path}")] }
    }

    fn explicit(kind: &str, because: &str) -> Self {
        let kind = (kind != "none").then(|| kind.to_owned());
        Self { kind, confidence: 1.0, because: vec![because.to_owned()] }
    }
}

/// What speaks for one kind in one document.
#[derive(Debug)]
struct Evidence<'k> {
    kind: &'k Kind,
    confidence: f32,
    /// Of two kinds that are equally sure, the one with the more specific evidence wins.
    detail: usize,
    because: Vec<String>,
}

/// Explicit words first, then the file's name, then folder, title and headings together. What a name settles is
/// not parsed.
pub fn recognise<'k>(doc: &Document, kinds: impl Iterator<Item = &'k Kind> + Clone) -> Recognised {
    if let Some(found) = explicit(doc, kinds.clone()) {
        return found;
    }
    let path = doc.source().path();
    let kinds: Vec<(&Kind, Option<&Glob>)> =
        kinds.map(|kind| (kind, path.and_then(|path| kind.paths.best(path)))).collect();
    let by_name = kinds.iter().filter_map(|(kind, glob)| path::named(kind, (*glob)?));
    let found = strongest(by_name).or_else(|| {
        let names = signature::Names::of(doc);
        let signed = || kinds.iter().filter_map(|(kind, glob)| signature::read(doc, &names, kind, *glob));
        asked::read(doc, &kinds, signed()).or_else(|| strongest(signed()))
    });
    let is_message = doc.source().origin == Origin::Message;
    match found.filter(|found| !is_message || found.kind.is_target && found.confidence >= SURE) {
        Some(found) => {
            Recognised { kind: Some(found.kind.name.clone()), confidence: found.confidence, because: found.because }
        }
        None if is_message => Recognised::explicit(MESSAGE, "a message on standard input"),
        None => Recognised { kind: None, confidence: 0.0, because: Vec::new() },
    }
}

fn strongest<'k>(evidence: impl Iterator<Item = Evidence<'k>>) -> Option<Evidence<'k>> {
    evidence.reduce(|best, next| {
        let is_better = (next.confidence, next.detail) > (best.confidence, best.detail);
        if is_better { next } else { best }
    })
}

fn explicit<'k>(doc: &Document, kinds: impl Iterator<Item = &'k Kind> + Clone) -> Option<Recognised> {
    if let Some(kind) = &doc.source().kind {
        return Some(Recognised::explicit(kind, "given for this file"));
    }
    let is_known = |name: &&str| *name == "none" || kinds.clone().any(|kind| kind.name == *name);
    // Most texts hold neither, and then nothing has to be parsed to know it.
    if doc.text().contains("pingless") {
        let told = doc.directives().iter().find_map(|it| doc.at(it.body).strip_prefix("kind="));
        if let Some(kind) = told.map(str::trim).filter(is_known) {
            return Some(Recognised::explicit(kind, "a pingless comment says so"));
        }
    }
    if doc.text().trim_start_matches('\u{feff}').starts_with(['-', '+']) {
        let field = doc.fields().iter().find(|field| field.in_front_matter && field.name == "kind");
        if let Some(kind) = field.map(|field| field.text.as_str()).filter(is_known) {
            return Some(Recognised::explicit(kind, "its front matter says so"));
        }
    }
    None
}
