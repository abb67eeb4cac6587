//! Other places of a finding, in its own file or in others.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Range, position, range};
use crate::finding::{self, Finding};
use crate::report::elsewhere;
use crate::report::place::Places;
use crate::settle::Checked;

#[derive(Serialize, JsonSchema)]
pub struct Related<'r> {
    path: &'r str,
    range: Range,
    label: &'r str,
}

/// All of them, those of the same file first.
pub fn all<'r>(document: &'r Checked, finding: &'r Finding, places: &mut Places) -> Vec<Related<'r>> {
    let own = finding.related.iter().map(|label| related(document, label, places));
    own.chain(finding.elsewhere.iter().map(related_elsewhere)).collect()
}

fn related<'r>(document: &'r Checked, label: &'r finding::Label, places: &mut Places) -> Related<'r> {
    Related { path: &document.name, range: range(label.span, places), label: &label.text }
}

fn related_elsewhere(it: &finding::Elsewhere) -> Related<'_> {
    let [start, end] = elsewhere::ends(it).map(position);
    Related { path: &it.name, range: Range { start, end }, label: &it.label }
}
