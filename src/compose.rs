//! From the skeleton of a kind to a text: a new one with its questions, and an existing one with what it lacks.
//! Pure: what is known about today, the author and the folder is told by the caller.

pub mod fact;
pub mod fill;
mod header;
pub mod name;
pub mod new;
pub mod outcome;
pub mod outline;
mod piece;
mod place;
mod places;

/// A page to begin a rule of one's own with.
pub const RULE: &str = include_str!("compose/rule.md");

/// A question as it stands in front matter until somebody answers it, where what is a comment in the text is none.
fn header_comment(question: &str) -> String {
    format!("# {question}")
}
