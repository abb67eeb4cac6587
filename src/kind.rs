//! What sort of document a text is, and why we think so. A kind is a name: a user's page makes one.
//! Knows the signals that pages list; nothing of what a document of a kind has to hold.

use globset::{GlobBuilder, GlobMatcher};

use crate::document::Document;
use crate::text::Origin;
use crate::words::heading;
use crate::words::phrase::Phrases;

/// Below this a kind is shown but turns no rule on.
pub const SURE: f32 = 0.9;

/// The kind of a message on standard input.
pub const MESSAGE: &str = "request";

/// A kind and how its documents are recognised.
#[derive(Debug)]
pub struct Kind {
    pub name: String,
    /// Globs over the path; a page may be recognised by its folder or its file name.
    pub paths: Vec<Glob>,
    /// Phrases in the title.
    pub titles: Phrases,
    /// Headings and labels, normalised, of which several together are typical of this kind alone.
    pub headings: Vec<String>,
    /// A kind that asks for nothing: a README, a licence.
    pub is_target: bool,
}

#[derive(Debug, Clone)]
pub struct Glob {
    text: String,
    matcher: GlobMatcher,
    /// It speaks of the file's name, not only of its folder.
    names_file: bool,
}

impl Glob {
    /// A pattern without a slash stands for a file of that name in any folder. Letters match in any case.
    pub fn new(pattern: &str) -> Result<Self, globset::Error> {
        let anywhere = if pattern.contains('/') { pattern.to_owned() } else { format!("**/{pattern}") };
        let matcher =
            GlobBuilder::new(&anywhere).case_insensitive(true).literal_separator(true).build()?.compile_matcher();
        let last = pattern.rsplit('/').next().unwrap_or_default();
        let names_file = !matches!(last, "*" | "**" | "*.md");
        Ok(Self { text: pattern.to_owned(), matcher, names_file })
    }

    pub fn is_match(&self, path: &str) -> bool {
        self.matcher.is_match(path)
    }
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

    fn explicit(kind: &str, because: &str) -> Self {
        let kind = (kind != "none").then(|| kind.to_owned());
        Self { kind, confidence: 1.0, because: vec![because.to_owned()] }
    }
}

/// Explicit words first, then the path, the file name, the title, the headings.
pub fn recognise<'k>(doc: &Document, kinds: impl Iterator<Item = &'k Kind> + Clone) -> Recognised {
    if let Some(found) = explicit(doc, kinds.clone()) {
        return found;
    }
    let mut best = Recognised { kind: None, confidence: 0.0, because: Vec::new() };
    let mut best_detail = 0;
    for kind in kinds {
        let Some((confidence, detail, because)) = evidence(doc, kind) else { continue };
        if (confidence, detail) > (best.confidence, best_detail) {
            best = Recognised { kind: Some(kind.name.clone()), confidence, because };
            best_detail = detail;
        }
    }
    best
}

fn explicit<'k>(doc: &Document, kinds: impl Iterator<Item = &'k Kind> + Clone) -> Option<Recognised> {
    if let Some(kind) = &doc.source().kind {
        return Some(Recognised::explicit(kind, "given for this file"));
    }
    let is_known = |name: &&str| *name == "none" || kinds.clone().any(|kind| kind.name == *name);
    let told =
        doc.directives().iter().find_map(|it| doc.at(it.body).strip_prefix("kind=")).map(str::trim).filter(is_known);
    if let Some(kind) = told {
        return Some(Recognised::explicit(kind, "a pingless comment says so"));
    }
    let field = doc.fields().iter().find(|field| field.in_front_matter && field.name == "kind");
    if let Some(kind) = field.map(|field| field.text.as_str()).filter(is_known) {
        return Some(Recognised::explicit(kind, "its front matter says so"));
    }
    (doc.source().origin == Origin::Message).then(|| Recognised::explicit(MESSAGE, "a message on standard input"))
}

/// The strongest signal of one kind: how sure it is, how specific, and in words.
fn evidence(doc: &Document, kind: &Kind) -> Option<(f32, usize, Vec<String>)> {
    let by_path = doc.source().path().and_then(|path| {
        let matched = kind.paths.iter().filter(|glob| glob.is_match(path));
        let best = matched.max_by_key(|glob| (glob.names_file, glob.text.len()))?;
        let confidence = match (kind.is_target, best.names_file) {
            // A README among the decisions is a README.
            (false, true) => 0.98,
            (_, false) => 0.97,
            (true, true) => 0.95,
        };
        Some((confidence, best.text.len(), vec![format!("path {}", best.text)]))
    });
    by_path.or_else(|| by_title(doc, kind)).or_else(|| by_headings(doc, kind))
}

fn by_title(doc: &Document, kind: &Kind) -> Option<(f32, usize, Vec<String>)> {
    let title = doc.title()?;
    let hit = kind.titles.find(&title.title).into_iter().next()?;
    let words = &title.title[hit.range];
    Some((0.92, words.len(), vec![format!("title \u{201c}{words}\u{201d}")]))
}

fn by_headings(doc: &Document, kind: &Kind) -> Option<(f32, usize, Vec<String>)> {
    let sections = doc.sections().iter().map(|section| &section.name);
    let labels = doc.labels().iter().filter(|label| label.bold || label.value.is_empty()).map(|label| &label.name);
    let names: Vec<&String> = sections.chain(labels).collect();
    let seen: Vec<&String> =
        kind.headings.iter().filter(|entry| names.iter().any(|name| heading::is_titled(name, entry))).collect();
    let confidence = match seen.len() {
        0 | 1 => return None,
        2 => 0.6,
        3 => 0.8,
        _ => SURE,
    };
    let quoted: Vec<String> = seen.iter().take(4).map(|name| format!("\u{201c}{name}\u{201d}")).collect();
    Some((confidence, seen.len(), vec![format!("headings {}", quoted.join(", "))]))
}
