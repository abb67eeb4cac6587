//! A text as the grammar can read it: the same length and the same lines, without what it stumbles over.

use std::borrow::Cow;

/// `text` with a letter in the place of every byte that means nothing for blocks but breaks the grammar:
/// `&`, because an entity in the brackets that open a block is an ERROR, and NUL. Front matter that ends with `...`
/// is made to end with `---`.
pub(super) fn for_grammar(text: &str) -> Cow<'_, str> {
    let end = yaml_end(text);
    if end.is_none() && !text.bytes().any(is_stumbling) {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    bytes.iter_mut().filter(|byte| is_stumbling(**byte)).for_each(|byte| *byte = b'x');
    if let Some(end) = end {
        bytes[end..end + 3].fill(b'-');
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

fn is_stumbling(byte: u8) -> bool {
    matches!(byte, b'&' | 0)
}

/// Where a line of `...` ends the front matter. A blank line before it means that there is no front matter.
fn yaml_end(text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut lines = text[start..].split_inclusive('\n');
    let mut at = start + lines.next().filter(|line| line.trim_end() == "---")?.len();
    for line in lines {
        match line.trim_end() {
            "..." => return Some(at),
            "---" | "" => return None,
            _ => at += line.len(),
        }
    }
    None
}
