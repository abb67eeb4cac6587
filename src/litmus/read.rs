//! Reads a document for what it says to somebody who picks a system up. Each question has its file in `read/`; here is
//! what they share: which documents may answer at all, and how a place becomes a short quote.

mod announced;
mod aside;
mod channel;
mod contact;
mod decided;
mod fit;
mod flight;
mod mishap;
mod operate;
mod owner;
mod purpose;
mod role;
mod saying;
mod typed;

pub use aside::is_of_a_piece;
pub use purpose::is_boilerplate;
pub use role::is_aside;

use super::Question;
use super::page::{Page, Said};
use crate::document::Document;
use crate::kind::Recognised;
use crate::slot::standing;
use crate::slot::{State, fill};
use crate::text::Span;
use crate::words::address;
use crate::words::address::local;
use crate::words::english::status::Standing;
use crate::words::english::template;
use crate::words::list::is_among;
use crate::words::{date, heading};
use role::Role;

/// Letters of a quote.
const LONGEST_QUOTE: usize = 96;
/// More places of one document are a reference work.
const MOST_SAID: usize = 400;

/// Reads a document that lies at `path` from the root.
pub fn document(doc: &Document, recognised: &Recognised, path: &str) -> Page {
    let kind = recognised.sure();
    let about = doc.fields().iter().filter(|it| ABOUT.contains(&it.name.as_str()) && it.in_front_matter);
    let about = about.flat_map(|it| it.text.split(',').map(|name| name.trim().to_lowercase())).collect();
    let title = doc.title().map(|it| it.title.to_lowercase()).unwrap_or_default();
    let page = Page { path: path.to_owned(), title, is_document: true, about, due: due(doc), ..Page::default() };
    let mut reader = Reader { doc, kind, path, role: role::of(doc, kind, path), page };
    if reader.role != Role::Silent {
        decided::read(&mut reader);
    }
    if reader.role != Role::Silent && !is_past(doc) {
        purpose::read(&mut reader);
        owner::read(&mut reader);
        operate::read(&mut reader);
        flight::read(&mut reader);
        contact::read(&mut reader);
    }
    reader.page.said.truncate(MOST_SAID);
    reader.page
}

const ABOUT: &[&str] = &["system", "systems", "service", "services", "component", "components"];

/// Fields that say until when a text is to be relied on.
const DUE: &[&str] = &["review by", "next review", "review due", "expires", "expiry", "valid until", "review before"];

fn due(doc: &Document) -> Option<jiff::civil::Date> {
    let fields = doc.fields().iter().filter(|it| DUE.contains(&it.name.as_str()));
    fields.filter_map(|it| date::mentions(&it.text).first()?.date()).next()
}

/// Whether the text says that it holds no longer.
fn is_past(doc: &Document) -> bool {
    standing::of(doc).is_some_and(Standing::is_over)
}

/// A document under the eyes of somebody who picks a system up.
struct Reader<'d> {
    doc: &'d Document<'d>,
    kind: Option<&'d str>,
    path: &'d str,
    role: Role,
    page: Page,
}

impl<'d> Reader<'d> {
    fn is_kind(&self, name: &str) -> bool {
        self.kind == Some(name)
    }

    /// Whether it tells what to do when something is broken: by its kind, or by its folder.
    fn is_runbook(&self) -> bool {
        let is_in = |part: &str| is_among(role::RUNBOOKS, &part.to_lowercase());
        self.is_kind("runbook") || self.kind.is_none() && self.path.split('/').any(is_in)
    }

    /// The stem of the file in small letters, with hyphens.
    fn stem(&self) -> String {
        let file = local::name(self.path).to_lowercase();
        file.split('.').next().unwrap_or_default().replace('_', "-")
    }

    /// Whether the text is about the whole of what lies around it, and not about one task: the first page of a folder, or
    /// one for those who work there.
    fn is_of_whole(&self) -> bool {
        let is_near = self.path.matches('/').count() < 4;
        self.role == Role::Readme || self.is_kind("contributing") || is_near && role::is_of_developers(&self.stem())
    }

    /// Whether the text tells those who keep it running what to do.
    fn is_of_operations(&self) -> bool {
        self.is_runbook() || role::is_of_operations(&self.stem())
    }

    /// What stands in a part before a heading in it.
    fn lead(&self, part: Part) -> Span {
        let inside = self.doc.sections().iter().find(|it| it.heading.start >= part.body.start.max(part.head.end));
        let end = inside.map_or(part.body.end, |it| it.heading.start.clamp(part.body.start, part.body.end));
        Span::new(part.body.start, end)
    }

    /// A place that answers a question.
    fn say(&mut self, question: Question, rank: u8, at: Span) {
        let quote = self.quote(at);
        self.say_as(question, rank, at, quote);
    }

    fn say_as(&mut self, question: Question, rank: u8, at: Span, quote: String) {
        if quote.is_empty() || self.page.said.len() >= MOST_SAID {
            return;
        }
        let line = self.doc.lines().index(at.start) + 1;
        let is_known = |it: &Said| it.question == question && it.line == line;
        if self.page.said.iter().any(is_known) {
            return;
        }
        let headings = self.doc.sections_around(at.start).map(|it| it.title.to_lowercase()).collect();
        let leads_to = self.leads_to(at);
        self.page.said.push(Said { question, rank, line, quote, headings, leads_to, day: None, is_mention: false });
    }

    /// Where the links of a place lead, and those of its section where that is not the whole text.
    fn leads_to(&self, at: Span) -> Vec<String> {
        let title = self.doc.title().map(|it| it.heading);
        let section = self.doc.section_at(at.start).filter(|it| Some(it.heading) != title);
        let links = self.doc.links_in(section.map_or(at, |it| Span::new(it.heading.start, it.lead.end)));
        let mut paths: Vec<String> = links.iter().filter_map(|it| self.resolved(&it.target)).collect();
        paths.sort();
        paths.dedup();
        paths.truncate(16);
        paths
    }

    fn resolved(&self, target: &str) -> Option<String> {
        let path = local::parse(target)?.path_from(self.path)?;
        Some(path.trim_end_matches('/').to_owned()).filter(|it| !it.is_empty())
    }

    /// What stands at a place, in one short line.
    fn quote(&self, at: Span) -> String {
        let prose = self.doc.prose();
        let said = prose.readable(self.doc, prose.clean_range(at));
        let said = if said.trim().is_empty() { self.doc.at(at).to_owned() } else { said };
        short(&said)
    }

    /// The parts of the text whose headings or labels have one of these names, each with what announces it. Something
    /// stands in each of them that is no placeholder, and not only a way into a chat.
    fn parts(&self, names: &str) -> Vec<Part> {
        let is_named = |name: &str| names.split(", ").any(|entry| heading::is_titled(name, entry));
        let title = self.doc.title().map(|it| it.heading);
        let sections = self.doc.sections().iter().filter(|it| is_named(&it.name));
        let sections = sections.map(|it| Part { head: it.heading, body: it.body, is_title: Some(it.heading) == title });
        let labels = self.doc.labels().iter().filter(|it| it.bold && is_named(&it.name));
        let labels = labels.map(|it| Part { head: it.key, body: it.body, is_title: false });
        sections.chain(labels).filter(|it| self.is_filled(it.body)).collect()
    }

    fn is_filled(&self, body: Span) -> bool {
        fill(self.doc, body) != State::Absent && !self.is_chat_only(body)
    }

    /// Whether nothing stands there but links into a chat.
    fn is_chat_only(&self, body: Span) -> bool {
        let links = self.doc.links_in(body);
        let words = self.doc.prose().clean(body).split_whitespace().filter(|it| it.chars().any(char::is_alphabetic));
        !links.is_empty() && links.iter().all(|it| address::leads_to_room(&it.target)) && words.count() < 6
    }

    /// The sentences of a part that are neither headings nor hints of a template, with their clean text.
    fn sentences(&self, body: Span) -> impl Iterator<Item = (Span, &'d str)> + use<'d> {
        let doc = self.doc;
        let prose = doc.prose();
        let range = prose.clean_range(body);
        let from = prose.sentences().partition_point(|it| it.range.start < range.start);
        let inside = prose.sentences()[from..].iter().take_while(move |it| it.range.start < range.end);
        let own = inside.filter(|it| !it.place.is_heading() && !doc.passages()[it.passage].quoted);
        let own = own.map(move |it| (prose.span(it.range.clone()), prose.said(it)));
        own.filter(|(_, text)| template::find(text).is_empty() && !template::is_unwritten(text))
    }

    /// The first sentence of a part with so many words.
    fn first_sentence(&self, body: Span, words: usize) -> Option<Span> {
        let is_long = |text: &str| text.split_whitespace().filter(|it| it.chars().any(char::is_alphanumeric)).count();
        self.sentences(body).find(|(_, text)| is_long(text) >= words).map(|(span, _)| span)
    }
}

/// A part of a text, and the heading or label that announces it.
#[derive(Debug, Clone, Copy)]
struct Part {
    head: Span,
    body: Span,
    /// It is the whole text, under its title.
    is_title: bool,
}

/// One line, without marks at its beginning, and not longer than a reader takes in.
pub fn short(text: &str) -> String {
    let words = text.split_whitespace().filter(|it| !it.starts_with('\u{fffc}')).collect::<Vec<_>>().join(" ");
    let words = words.trim_start_matches(['-', '*', '>', '#', '|', '+', ' ']);
    let words = words.strip_prefix("$ ").unwrap_or(words);
    cut(words)
}

/// As much of a line as a reader takes in.
pub fn cut(words: &str) -> String {
    if words.chars().count() <= LONGEST_QUOTE {
        return words.to_owned();
    }
    let mut cut: String = words.chars().take(LONGEST_QUOTE - 1).collect();
    if let Some(space) = cut.rfind(' ').filter(|it| *it > LONGEST_QUOTE / 2) {
        cut.truncate(space);
    }
    cut + "…"
}
