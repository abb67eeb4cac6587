//! `pingless/v1`: a finding's name that stays when its text is moved.
//!
//! It is made of the rule, the text under the label (small letters, single spaces, without the marks of emphasis)
//! and a number among equals in the file. No line, path, kind or heading is in it.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::document::Document;
use crate::finding::Finding;
use crate::words::letters::squeezed;

/// Gives every finding its fingerprint. `findings` are in the order of their places, and none was taken out before:
/// an exception for one must not rename the next.
pub fn assign(doc: &Document, findings: &mut [Finding]) {
    let mut seen: HashMap<(String, String), (Sha256, usize)> = HashMap::new();
    // One long comment may be at fault thousands of times: it is read once.
    for equals in findings.chunk_by_mut(|one, next| one.at.span == next.at.span && one.rule == next.rule) {
        let key = (equals[0].rule.clone(), doc.once(doc.at(equals[0].at.span), normal));
        let begun = |key: &(String, String)| (begin(&key.0, &key.1), 0);
        let (digest, number) = seen.entry(key).or_insert_with_key(begun);
        for finding in equals {
            finding.fingerprint = end(digest.clone(), *number);
            *number += 1;
        }
    }
}

/// The name that findings share which differ in their number only.
pub fn alike(rule: &str, text: &str) -> String {
    end(begin(rule, &normal(text)), 0)
}

/// The same for what is said of a whole text: whatever its title is.
pub fn alike_of_whole(rule: &str) -> String {
    alike(rule, "")
}

fn begin(rule: &str, text: &str) -> Sha256 {
    Sha256::new_with_prefix(format!("pingless/v1\0{rule}\0{text}\0"))
}

fn end(digest: Sha256, number: usize) -> String {
    short(digest.chain_update(number.to_string()))
}

/// The first half of a digest, as a name.
pub fn short(digest: Sha256) -> String {
    let mut name = whole(digest);
    name.truncate(32);
    name
}

/// A digest, as a name.
pub fn whole(digest: Sha256) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    digest.finalize().iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// A text without what may change while it stays the same.
pub fn normal(text: &str) -> String {
    let plain: String = text.chars().filter(|it| !matches!(it, '*' | '_' | '`' | '~')).collect();
    squeezed(&plain).to_lowercase()
}
