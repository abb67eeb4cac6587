//! What is kept of a document when its text is gone: small, owned, and all that a check of many documents sees.
//! It says what stands there and where; what follows from it, and which other documents there are, it does not know.

mod citation;
mod claim;
mod decision;
mod exception;
pub mod fact;
mod link;
mod owner;
mod paragraph;
mod quantity;
mod review;

pub use citation::Citation;
pub use claim::Claim;
pub use decision::{Deadline, Decision, Evidence, Mention, Sort, feedback};
pub use exception::Exception;
pub use fact::{Constant, Export, Form, Import, Stated};
pub use link::Link;
pub use owner::{Owner, Who};
pub use paragraph::{BAND, MINIMA, Paragraph};
pub use quantity::{Quantity, print, prints};
pub use review::Review;

use jiff::Timestamp;

use crate::document::Document;
use crate::kind::{By, Recognised};
use crate::text::Span;

/// A place in the text of a summary.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// Bytes from the start of the text.
    pub start: u32,
    pub end: u32,
    /// From 1.
    pub line: u32,
}

impl Spot {
    pub fn of(doc: &Document, span: Span) -> Self {
        let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let line = doc.lines().index(span.start) + 1;
        Self { start: small(span.start), end: small(span.end), line: small(line) }
    }

    pub fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// Something at a place that cannot be what it was meant to be, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problem {
    pub spot: Spot,
    pub text: String,
}

/// What is kept of one document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Summary {
    /// What reports call it.
    pub name: String,
    /// Where it lies from the root of its repository, with `/`.
    pub path: String,
    /// Its kind, where that is sure.
    pub kind: Option<String>,
    /// Its kind was told by its wording alone.
    pub is_guess: bool,
    pub title: Option<String>,
    /// Its head, where what is said of the whole document is shown.
    pub head: Spot,
    pub is_english: bool,
    /// It is no document: code, configuration.
    pub is_plain: bool,
    /// Its kind is one whose documents tell what was so on their day, and nobody keeps them up.
    pub is_story: bool,
    /// It says of which day it is: it tells how things were then.
    pub is_record: bool,
    /// When it was last changed, as far as whoever handed it over knows.
    pub written: Option<Timestamp>,
    /// The local targets of its links.
    pub links: Vec<Link>,
    /// Where it names decisions.
    pub citations: Vec<Citation>,
    /// What it declares for others.
    pub exports: Vec<Export>,
    /// What it takes over from others.
    pub imports: Vec<Import>,
    /// What is written as an assumption, and checks nothing.
    pub problems: Vec<Problem>,
    /// Quantities in its sentences.
    pub quantities: Vec<Quantity>,
    /// The decision that it records.
    pub decision: Option<Box<Decision>>,
    /// Until when one may object to what it proposes, whatever kind of document it is.
    pub feedback: Option<Deadline>,
    /// Decisions in the rows of a log or an index.
    pub log: Vec<Decision>,
    /// Those who answer for it.
    pub owners: Vec<Owner>,
    /// Those whom it lists as having left.
    pub former: Vec<Owner>,
    pub review: Option<Review>,
    /// Where it says that the truth about something stands.
    pub claims: Vec<Claim>,
    /// Its longer paragraphs, as prints.
    pub paragraphs: Vec<Paragraph>,
    /// The exceptions that it makes for itself.
    pub exceptions: Vec<Exception>,
}

impl Summary {
    /// What is kept of a document that lies at `path` from the root of its repository.
    pub fn of(doc: &Document, recognised: &Recognised, path: &str) -> Self {
        let fact::All { exports, imports } = fact::all(doc, path);
        let mut summary = Self {
            name: doc.source().name.clone(),
            path: path.to_owned(),
            kind: recognised.sure().map(str::to_owned),
            is_guess: recognised.sure().is_some() && recognised.by == By::Wording,
            title: doc.title().map(|it| it.title.clone()),
            head: Spot::of(doc, doc.head()),
            is_english: doc.is_english(),
            is_plain: false,
            is_story: recognised.is_story,
            is_record: doc.is_record(),
            written: doc.source().written.map(|it| it.at),
            links: link::all(doc, path),
            citations: citation::all(doc, path),
            exports,
            imports,
            problems: Vec::new(),
            quantities: quantity::all(doc),
            decision: decision::of(doc, path, recognised).map(Box::new),
            feedback: decision::feedback(doc),
            log: decision::log(doc, path, recognised),
            owners: Owner::all(doc),
            former: Owner::former(doc),
            review: Review::of(doc),
            claims: claim::all(doc, path),
            paragraphs: paragraph::all(doc),
            exceptions: exception::all(doc),
        };
        // Thousands of them wait for each other: no list keeps room for what never came.
        summary.links.shrink_to_fit();
        summary.citations.shrink_to_fit();
        summary.quantities.shrink_to_fit();
        summary.paragraphs.shrink_to_fit();
        summary.log.shrink_to_fit();
        summary
    }
}
