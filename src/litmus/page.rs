//! What one file says to somebody who picks a system up: each place that may answer a question, with what it is about.
//! Small and owned, so that it is kept when the text is gone. Which systems there are, it does not know.

use jiff::civil::Date;

use super::Question;
use super::recipe::Recipes;

/// What is kept of one file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// From the root of the repository.
    pub path: String,
    /// Its title in small letters, where it has one.
    pub title: String,
    /// It is a document, and not a file that only names an owner or a purpose.
    pub is_document: bool,
    /// The systems that it names in its front matter, in small letters.
    pub about: Vec<String>,
    pub said: Vec<Said>,
    /// The decision that it records, or those of its log.
    pub decisions: Vec<Decision>,
    /// What it lets be made or run by name.
    pub recipes: Recipes,
    /// The last day on which it may be relied on, by its own words.
    pub due: Option<Date>,
}

/// A place that may answer a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    pub question: Question,
    /// How good an answer it is: 0 is the best.
    pub rank: u8,
    /// From 1.
    pub line: usize,
    pub quote: String,
    /// The headings around it, in small letters.
    pub headings: Vec<String>,
    /// The paths in the repository that its part of the text leads to.
    pub leads_to: Vec<String>,
    /// The day of which it speaks, where it matters how old it is.
    pub day: Option<Date>,
    /// It only counts for the systems that it leads to.
    pub is_mention: bool,
}

/// A decision, as far as it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// It may still change.
    pub is_open: bool,
    pub day: Option<Date>,
    /// What was decided, or why, stands in a chat alone.
    pub is_chat_only: bool,
}
