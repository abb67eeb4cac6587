//! `pingless/v1`: a finding's name that stays when its text is moved.
//!
//! It is made of the rule, the text under the label (small letters, single spaces, without the marks of emphasis)
//! and a number among equals in the file. No line, path, kind or heading is in it.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::document::Document;
use crate::finding::Finding;

/// Gives every finding its fingerprint. `findings` are in the order of their places, and none was taken out before:
/// an exception for one must not rename the next.
pub fn assign(doc: &Document, findings: &mut [Finding]) {
    let mut seen: HashMap<(String, String), usize> = HashMap::new();
    for finding in findings {
        let text = normal(doc.at(finding.at.span));
        let number = seen.entry((finding.rule.clone(), text.clone())).or_default();
        finding.fingerprint = of(&finding.rule, &text, *number);
        *number += 1;
    }
}

/// The name that findings share which differ in their number only.
pub fn alike(rule: &str, text: &str) -> String {
    of(rule, &normal(text), 0)
}

fn of(rule: &str, text: &str, number: usize) -> String {
    let digest = Sha256::digest(format!("pingless/v1\0{rule}\0{text}\0{number}"));
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// A text without what may change while it stays the same.
pub fn normal(text: &str) -> String {
    let plain: String = text.chars().filter(|it| !matches!(it, '*' | '_' | '`' | '~')).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
