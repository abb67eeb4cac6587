//! `rules/ask/no-default-on-silence.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::words::english::{feedback, needed_by};

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let mut about_reply = doc.in_statements_with(&feedback::REPLY_WORDS, feedback::is_about_reply);
    let due = about_reply.find_map(|it| Some(prose.span_in(it.sentence, &needed_by::find(it.text)?)));
    // Few ask for an answer by a day, and whoever does may say anywhere what follows from none.
    if let Some(due) = due
        && doc.in_statements_with(&feedback::DEFAULT_WORDS, feedback::is_default).next().is_none()
    {
        // Some answers may not be taken for granted.
        found.flag(due, "and if nobody answers?").unsure();
    }
}
