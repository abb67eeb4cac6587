//! `rules/complete/vague-title.md`

use crate::change::{self, KIND};
use crate::document::Document;
use crate::finding::Findings;
use crate::slot::shape;
use crate::text::{Origin, Span};
use crate::words::english::vague_title;
use crate::words::{commit, tracker};

pub fn check(doc: &Document, found: &mut Findings) {
    let Some(subject) = doc.subject() else {
        if doc.is_of_commit() && doc.text().trim().is_empty() {
            found.flag(doc.head(), "there is no message");
        }
        return;
    };
    let source = doc.source();
    // What is said in a line of a chat has no title.
    if source.origin == Origin::Message && doc.sections().is_empty() && !change::is_described_in(doc) {
        return;
    }
    let title =
        if doc.is_of_commit() { commit::told_subject(doc.at(subject)) } else { doc.at(doc.without_comments(subject)) };
    if doc.is_of_commit() && commit::is_trailer(title) {
        found.flag(subject, "this is for machines, and there is no subject");
        return;
    }
    // What an issue or a request is called was written as its title, whatever form stands below.
    let is_titled = source.origin == Origin::Issue || source.kind.as_deref() == Some(KIND);
    let is_vague = match change::is_described_in(doc) {
        true => vague_title::names_no_change(title),
        false => vague_title::names_nothing(title),
    };
    let is_part = !is_titled && doc.sections().len() > 1 && vague_title::is_of_form(title);
    // "AB-12 Refactor", and below it a list of what was done: the ticket and the list name it together.
    const LISTED: usize = 2;
    let is_listed = doc.is_of_commit() && title.len() < doc.at(subject).len() && doc.items().len() >= LISTED;
    let is_listed = is_listed && tracker::has_id(doc.at(subject));
    if is_vague && !is_part && !is_listed && !goes_on_below(doc, subject) {
        let flag = found.flag(subject, "this would fit a hundred others");
        // Whoever opens the commit is told the rest there.
        if doc.is_of_commit() && !shape::change::explanation(doc).is_empty() {
            flag.unsure();
        }
    }
}

/// Whether the subject of a commit goes on in its next line: git shows all of the first paragraph as one.
fn goes_on_below(doc: &Document, subject: Span) -> bool {
    let below = doc.text()[subject.end..].lines().nth(1).map(str::trim).unwrap_or_default();
    let says = |line: &str| !commit::is_trailer(line) && !vague_title::names_no_change(line);
    doc.is_of_commit() && !below.is_empty() && says(below)
}
