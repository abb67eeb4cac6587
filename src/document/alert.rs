//! What opens a quote that is none: the author's own words in a box. It knows how boxes are written, and not what a rule
//! makes of them.

use crate::words::list::is_among;

/// The mark of a box, as forges and note-takers read it: `[!NOTE]`, `[!todo]-`. What somebody else said is called so, too.
pub fn mark(inside: &str) -> Option<&str> {
    const LONGEST: usize = 24;
    let name = inside.strip_prefix("[!")?;
    let length = name.bytes().take(LONGEST).position(|it| !it.is_ascii_alphanumeric() && it != b'-')?;
    let is_own = length > 0 && !is_among("quote cite quotation", &name[..length].to_ascii_lowercase());
    let is_closed = name[length..].starts_with(']');
    (is_own && is_closed).then(|| &inside[.."[!".len() + length + "]".len()])
}

/// Words that people put in bold before what they say in a box, since before forges knew any.
const WORDS: &str = "note notes tip hint info important warning caution danger attention deprecated deadline update reminder \
                     todo status owner action";

/// What people draw there.
const SIGNS: &[&str] = &[
    "\u{26a0}",
    "\u{2139}",
    "\u{1f4a1}",
    "\u{1f4dd}",
    "\u{2757}",
    "\u{1f6a8}",
    "\u{1f4e2}",
    "\u{1f4cc}",
    ":warning:",
    ":information_source:",
    ":bulb:",
    ":memo:",
    ":pencil:",
    ":exclamation:",
    ":rotating_light:",
];

/// Whether what stands in a quote is its author's own.
pub fn opens(inside: &str) -> bool {
    mark(inside).is_some() || SIGNS.iter().any(|it| inside.starts_with(it)) || opens_in_bold(inside)
}

/// "**Note:** …", "**Note**: …", "**Deprecated.**", and `**Warning**` on a line of its own.
fn opens_in_bold(inside: &str) -> bool {
    let Some(rest) = inside.strip_prefix("**").or_else(|| inside.strip_prefix("__")) else { return false };
    let end = rest.find(|it: char| !it.is_ascii_alphabetic()).unwrap_or(rest.len());
    let (word, rest) = rest.split_at(end);
    let bare = rest.trim_start_matches(['*', '_']);
    let is_line = bare.len() < rest.len() && bare.trim_start_matches([' ', '\\', '\r']).starts_with('\n');
    let is_word = || is_among(WORDS, &word.to_ascii_lowercase());
    (rest.starts_with([':', '.']) || bare.starts_with(':') || is_line) && is_word()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_its_authors_own() {
        for inside in [
            "[!NOTE]\nx",
            "[!todo]- Title",
            "[!my-box] x",
            "**Note:** x",
            "**warning**: x",
            "**Warning**\nx",
            "__Note__\r\nx",
            "**Deprecated.** x",
            "**Deadline:** x",
            "\u{26a0}\u{fe0f} x",
            ":warning: x",
        ] {
            assert!(opens(inside), "{inside}");
        }
        for inside in
            ["[!quote] x", "[!] x", "[!x", "**Note** that x", "**Ada:** x", "Note: x", "**Note", "", "[!\u{e9}]"]
        {
            assert!(!opens(inside), "{inside}");
        }
        assert_eq!(mark("[!todo]- Title"), Some("[!todo]"));
    }
}
