//! `rules/who/missing-owner.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::words::english::{person, placeholder};

/// Fields and headings that name who stands behind a text.
const NAMES: &[&str] = &[
    "author",
    "owner",
    "decider",
    "decision maker",
    "decision-maker",
    "approver",
    "approved by",
    "decided by",
    "driver",
    "dri",
    "accountable",
    "responsible",
    "champion",
    "lead",
    "sponsor",
    "proposed by",
    "created by",
    "written by",
    "submitted by",
    "contact",
    "proposer",
    "shepherd",
    "shepherd-leader",
    "co-author",
    "editor",
    "maintainer",
    "participant",
    "stakeholder",
    "people involved",
    "team",
    "owning-sig",
    "reviewer",
    "review manager",
    "consulted",
    "by",
    "creator",
    "decision owner",
    "signatory",
    "signoff",
    "prepared by",
    "feature owner",
    "informed",
    "who",
    "person",
    "people",
];

pub fn check(doc: &Document, found: &mut Findings) {
    let is_named = |name: &str| NAMES.contains(&name);
    let is_said = |text: &str| !text.trim().is_empty() && !placeholder::is_placeholder(text);
    let in_fields = doc.fields().iter().any(|field| is_named(&field.name) && is_said(&field.text));
    let in_labels = || doc.labels().iter().any(|label| is_named(&label.name) && is_said(doc.at(label.body)));
    let in_sections = || doc.sections().iter().any(|section| is_named(&section.name) && is_said(doc.at(section.body)));
    let in_columns = || doc.tables().iter().any(|table| table.columns.iter().any(|name| is_named(name)));
    if !in_fields && !in_labels() && !in_sections() && !in_columns() && !is_in_opening(doc) {
        found.flag(doc.head(), "nobody is named").unsure().of_whole();
    }
}

/// Whether the lines before the second heading name somebody: "by @ada", "(Ada Lind, 2026-11-20)".
fn is_in_opening(doc: &Document) -> bool {
    let opening = doc.passages().iter().enumerate().skip(1);
    let mut opening = opening.take_while(|(_, it)| !it.place.is_heading()).take(6);
    opening.any(|(index, passage)| {
        let text = doc.prose().passage(index);
        person::has_handle(doc.at(passage.span))
            || text.starts_with("by ")
            || text.starts_with("By ")
            || text.contains(" by ")
    })
}
