//! `rules/complete/not-reproducible.md`

use super::nothing_to_search_for;
use crate::document::Document;
use crate::finding::Findings;
use crate::kind;
use crate::slot::shape::{self, bare_title};
use crate::words::english::{failure, offer};

/// With one of these, too, a reader can try it, or knows enough without trying.
const BEGINNINGS: &[&str] = &["bare-command", "cause", "hint-of-steps", "runnable-link"];

pub fn check(doc: &Document, found: &mut Findings) {
    let is_enclosed = shape::said(doc, offer::is_enclosed).next().is_some();
    let has_beginning = || doc.has_evidence() || shape::shows(doc, shape::TANGIBLE) || shape::shows(doc, BEGINNINGS);
    // Who wrote nothing is asked for all of it, and not for a part.
    if kind::is_issue(doc) && bare_title::is_title_alone(doc) {
        return;
    }
    if is_enclosed || has_beginning() || nothing_to_search_for::complaint(doc).is_some() {
        return;
    }
    let own: Vec<_> = shape::sentences(doc).collect();
    let told = own.iter().rev().find_map(|(sentence, text)| Some((sentence, failure::find_trouble(text)?)));
    let Some((sentence, trouble)) = told else { return };
    let clean = sentence.range.start + trouble.start..sentence.range.start + trouble.end;
    let flag = found.flag(doc.prose().span(clean), "doing what, with what, and saying what?");
    let is_visible = |text: &str| failure::is_general(text) || failure::find_effect(text).is_some();
    // Below a title that only complains, the body may describe it in words that we do not know.
    let is_title_alone = sentence.place.is_heading() && own.len() > 1;
    if is_title_alone
        || own.iter().any(|(_, text)| is_visible(text))
        || shape::shows(doc, &["expectation", "sign-of-steps"])
    {
        // Whoever looks at the right place may see it.
        flag.unsure();
    }
}
