//! From the skeleton of a kind to a text: a new one with its questions, and an existing one with what it lacks.
//! Pure: what is known about today, the author and the folder is told by the caller.

pub mod fact;
pub mod fill;
mod header;
pub mod name;
pub mod new;
pub mod outcome;
mod outline;
mod piece;
mod place;

use crate::document::CommentForm;

/// A question as it stands in a text until somebody answers it.
fn comment(form: CommentForm, question: &str) -> String {
    form.around(question)
}

/// The same in front matter, where HTML is no comment.
fn header_comment(question: &str) -> String {
    format!("# {question}")
}
