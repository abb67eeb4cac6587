//! Whether a text states a thing: present, partial or absent, with the places that say so.
//! The words that announce a slot come from its page; the shapes that show one are in `slot/`.
//! Knows no kind, no rule and no level.

mod fill;
mod heading;
mod look;
mod measure;

pub mod effects;
pub mod entries;
pub mod options;
pub mod review;
pub mod shape;
pub mod standing;

use std::borrow::Cow;

use crate::document::Place;
use crate::finding::Confidence;
use crate::text::Span;
use crate::words::phrase::Phrases;

pub use fill::fill;
pub use heading::Headings;
pub use look::{announced, look, look_briefly};

/// How a slot can be seen. Each part alone is enough.
#[derive(Debug)]
pub struct Slot {
    pub name: String,
    /// Headings and labels, normalised.
    pub headings: Headings,
    /// Front matter keys and header lines, normalised.
    pub fields: Vec<Cow<'static, str>>,
    pub shapes: Vec<&'static shape::Shape>,
    /// List 0: phrases that state it. List 1: phrases that state only a part of it.
    pub phrases: Phrases,
    /// Shapes that show only a part of it.
    pub partly: Vec<&'static shape::Shape>,
    /// What may be the answer after all. `None` where the page does not say what would leave a doubt.
    pub doubts: Option<Doubts>,
    /// It is given or not: "None" is no log, and "unknown" are no steps.
    pub is_to_be_given: bool,
}

impl Slot {
    /// Whether a field of this name, normalised, states it.
    pub fn is_field(&self, name: &str) -> bool {
        self.fields.iter().any(|it| it == name)
    }
}

/// Signs that leave an absence in doubt.
#[derive(Debug)]
pub struct Doubts {
    pub phrases: Phrases,
    pub shapes: Vec<&'static shape::Shape>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    Absent,
    Partial,
    Present,
}

impl State {
    pub fn word(self) -> &'static str {
        match self {
            State::Absent => "absent",
            State::Partial => "partial",
            State::Present => "present",
        }
    }
}

/// The form in which a text states a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    Heading,
    Metadata,
    Title,
    List,
    Table,
    Code,
    Link,
    Image,
    Prose,
}

impl By {
    /// The form of what is said at a place. Only a heading that is a title says something itself.
    pub fn of(place: Place) -> Self {
        match place {
            Place::Heading(_) => By::Title,
            Place::Item => By::List,
            Place::Cell => By::Table,
            Place::Paragraph => By::Prose,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            By::Heading => "heading",
            By::Metadata => "metadata",
            By::Title => "title",
            By::List => "list",
            By::Table => "table",
            By::Code => "code",
            By::Link => "link",
            By::Image => "image",
            By::Prose => "prose",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    pub span: Span,
    pub by: By,
}

/// What a text says of one slot.
#[derive(Debug, Clone)]
pub struct Answer {
    pub slot: String,
    pub state: State,
    /// How sure the state is.
    pub confidence: Confidence,
    pub evidence: Vec<Evidence>,
    /// What was counted from the text, where the slot is a length of time.
    pub value: Option<String>,
}
