//! People who took part, named in a row.

use std::sync::LazyLock;

use regex::Regex;

use super::{By, Evidence};
use crate::document::{Document, Place};

/// "Ada Lovelace (AL)": minutes name their speakers so.
static WITH_INITIALS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\p{Lu}[\p{L}.'-]+ [\p{L}.' -]+\(\p{Lu}{2,4}\)").expect("a constant pattern"));

/// Fewer names in one paragraph are people that it speaks of.
const MANY: usize = 3;

/// A paragraph that is a list of people with their initials.
pub fn with_initials(doc: &Document) -> Vec<Evidence> {
    let mut found = Vec::new();
    for (index, passage) in doc.passages().iter().enumerate() {
        if passage.place == Place::Paragraph && WITH_INITIALS.find_iter(doc.prose().passage(index)).count() >= MANY {
            found.push(Evidence { span: passage.span, by: By::Prose });
        }
    }
    found
}
