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
mod upkeep;

pub use citation::Citation;
pub use claim::Claim;
pub use decision::{Deadline, Decision, Evidence, Mention, Sort, feedback};
pub use exception::Exception;
pub use fact::{Constant, Ended, Export, Form, Import, Stated};
pub use link::Link;
pub use owner::{Owner, Who};
pub use paragraph::{BAND, MINIMA, Paragraph};
pub use quantity::{Quantity, print, prints};

use std::ops::{Deref, DerefMut};
use std::sync::LazyLock;

use jiff::Timestamp;
use thin_vec::ThinVec;

use crate::document::Document;
use crate::kind::{By, Recognised};
use crate::text::{Name, Span};

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

/// What is kept of one document. Thousands of them wait for each other, and most of their lists are empty: those take the
/// room of one address, and what few documents have stands behind one for all of it. It is read and written as if it stood
/// here.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Summary {
    /// What reports call it, where that is not its path.
    pub name: Option<Name>,
    /// Where it lies from the root of its repository, with `/`.
    pub path: Name,
    /// Its kind, where that is sure.
    pub kind: Option<Name>,
    /// Its kind was told by its wording alone.
    pub is_guess: bool,
    /// Its head, where what is said of the whole document is shown.
    pub head: Spot,
    pub is_english: bool,
    /// It is no document: code, configuration.
    pub is_plain: bool,
    /// Its kind is one whose documents tell what was so on their day, and nobody keeps them up.
    pub is_story: bool,
    /// It says of which day it is: it tells how things were then.
    pub is_record: bool,
    /// The local targets of its links.
    pub links: ThinVec<Link>,
    /// Where it names decisions.
    pub citations: ThinVec<Citation>,
    /// The decision that it records.
    pub decision: Option<Box<Decision>>,
    /// Those who answer for it.
    pub owners: ThinVec<Owner>,
    /// Its longer paragraphs, as prints, where somebody keeps it up to date or fills it in.
    pub paragraphs: ThinVec<Paragraph>,
    /// What few documents have, of one that has any of it.
    pub rare: Option<Box<Rare>>,
}

/// What few documents have, or few runs ask for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rare {
    pub title: Option<Box<str>>,
    /// When it was last changed, as far as whoever handed it over knows.
    pub written: Option<Timestamp>,
    /// What it declares for others.
    pub exports: ThinVec<Export>,
    /// What it takes over from others.
    pub imports: ThinVec<Import>,
    /// What is written as a fact or an assumption, and checks nothing.
    pub problems: ThinVec<Problem>,
    /// Quantities in its sentences.
    pub quantities: ThinVec<Quantity>,
    /// Until when one may object to what it proposes, whatever kind of document it is.
    pub feedback: Option<Deadline>,
    /// Decisions in the rows of a log or an index.
    pub log: ThinVec<Decision>,
    /// Those whom it lists as having left.
    pub former: ThinVec<Owner>,
    /// Where it says that the truth about something stands.
    pub claims: ThinVec<Claim>,
    /// The exceptions that it makes for itself.
    pub exceptions: ThinVec<Exception>,
}

impl Rare {
    /// As a summary keeps it: nothing, where there is nothing.
    pub fn kept(self) -> Option<Box<Self>> {
        (self != Self::default()).then(|| Box::new(self))
    }
}

impl Deref for Summary {
    type Target = Rare;

    fn deref(&self) -> &Rare {
        static NONE: LazyLock<Rare> = LazyLock::new(Rare::default);
        self.rare.as_deref().unwrap_or(&NONE)
    }
}

/// Makes room for it: whoever has nothing to write does not ask.
impl DerefMut for Summary {
    fn deref_mut(&mut self) -> &mut Rare {
        self.rare.get_or_insert_default()
    }
}

impl Summary {
    /// What is kept of a name: of thousands of documents most are called by their paths.
    fn other_name(name: &Name, path: &str) -> Option<Name> {
        (*name != *path).then(|| name.clone())
    }

    /// Whether it declares a fact under a name that running text may have for it.
    pub fn has_aliases(&self) -> bool {
        self.exports.iter().any(|it| !it.aliases.is_empty())
    }

    /// What reports call it.
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.path)
    }

    /// What is kept of a document that lies at `path` from the root of its repository.
    pub fn of(doc: &Document, recognised: &Recognised, path: &str) -> Self {
        let mut summary = Self::lean(doc, recognised, path);
        let whole = Rare {
            title: doc.title().map(|it| it.title.as_str().into()),
            quantities: quantity::all(doc).into(),
            ..summary.rare.map(|it| *it).unwrap_or_default()
        };
        summary.rare = whole.kept();
        if let Some(decision) = &mut summary.decision {
            decision.evidence = decision::evidence(doc).into();
        }
        summary
    }

    /// The same without what was a fifth of all that is kept: the quantities of its sentences, which matter where somebody
    /// declares a fact under a name that running text has for it, and what no check asks for: its title, and where its decision
    /// was talked over.
    pub fn lean(doc: &Document, recognised: &Recognised, path: &str) -> Self {
        let fact::All { exports, imports, beyond, untried } = fact::all(doc, path);
        let rare = Rare {
            title: None,
            written: doc.source().written.map(|it| it.at),
            exports: exports.into(),
            imports: imports.into(),
            problems: beyond.into_iter().chain(untried).collect(),
            quantities: ThinVec::new(),
            feedback: decision::feedback(doc),
            log: decision::log(doc, path, recognised).into(),
            former: Owner::former(doc).into(),
            claims: claim::all(doc, path).into(),
            exceptions: exception::all(doc).into(),
        };
        let mut summary = Self {
            name: Self::other_name(&doc.source().name, path),
            path: doc.source().name.or(path),
            kind: recognised.sure().and_then(|_| recognised.kind.clone()),
            is_guess: recognised.sure().is_some() && recognised.by == By::Wording,
            head: Spot::of(doc, doc.head()),
            is_english: doc.is_english(),
            is_plain: false,
            is_story: recognised.is_story,
            is_record: doc.is_record(),
            links: link::all(doc, path).into(),
            citations: citation::all(doc, path).into(),
            decision: decision::of(doc, path, recognised).map(Box::new),
            owners: Owner::all(doc).into(),
            paragraphs: ThinVec::new(),
            rare: rare.kept(),
        };
        if summary.is_kept() || summary.may_be_form() {
            summary.paragraphs = paragraph::all(doc).into();
        }
        summary
    }
}
