//! What would mend it: a change named in words, a correction in signs, a diff.

use super::{By, Evidence, said};
use crate::document::Document;
use crate::words::english::remedy;

pub fn proposed(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, |sentence| remedy::find(sentence).or_else(|| remedy::find_correction(sentence)));
    let diffs = doc.code().iter().filter(|code| is_diff(&code.info, doc.at(code.body)));
    places.extend(diffs.map(|code| Evidence { span: code.span, by: By::Code }));
    places
}

fn is_diff(info: &str, body: &str) -> bool {
    info.starts_with("diff") || body.starts_with("diff --git ") || body.contains("\n@@ -")
}
