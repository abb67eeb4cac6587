//! What inlines are made of, byte by byte: destinations, labels, tags, escapes. Knows nothing of where they stand.

use crate::text::Span;

/// Brackets nested deeper than this in a destination are no destination.
const DEEPEST: usize = 32;

/// Bytes. A longer tag has more than a name.
const LONGEST_TAG: usize = 16;

/// `(target)` and `(target "title")`, from the opening bracket: the target, and where it all ends.
pub fn destination(text: &str, open: usize) -> Option<(Span, usize)> {
    let bytes = text.as_bytes();
    let start = open + 1 + spaces(&bytes[open + 1..]);
    let (target, after) = match bytes.get(start)? {
        b'<' => {
            let close = start + 1 + text[start + 1..].find(['<', '>', '\n'])?;
            (bytes[close] == b'>').then_some((Span::new(start + 1, close), close + 1))?
        }
        _ => {
            let end = start + bare_length(&bytes[start..])?;
            (Span::new(start, end), end)
        }
    };
    let next = after + spaces(&bytes[after.min(bytes.len())..]);
    match bytes.get(next)? {
        b')' => Some((target, next + 1)),
        quote @ (b'"' | b'\'') => {
            let title_end = next + 1 + text[next + 1..].find(char::from(*quote))?;
            let close = title_end + 1 + spaces(&bytes[title_end + 1..]);
            (bytes.get(close) == Some(&b')')).then_some((target, close + 1))
        }
        _ => None,
    }
}

fn spaces(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// The bytes of a destination without angles: up to white space, or the bracket that nothing in it opened.
fn bare_length(bytes: &[u8]) -> Option<usize> {
    let mut depth = 0;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'(' if depth == DEEPEST => return None,
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            _ if byte.is_ascii_whitespace() => return Some(at),
            _ => {}
        }
    }
    None
}

/// What stands in the brackets that open at `open`.
pub fn label(bytes: &[u8], open: usize) -> Option<Span> {
    let length = bytes[open + 1..].iter().position(|byte| matches!(byte, b'[' | b']'))?;
    (bytes[open + 1 + length] == b']').then(|| Span::new(open + 1, open + 1 + length))
}

/// Whether what follows the words of a link is an address alone, a label, or nothing of a link.
pub fn has_plain_end(bytes: &[u8]) -> bool {
    let is_plain = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'(' | b'<' | b'[' | b'\\' | b'`' | b'$');
    let length = |close: u8| {
        let length = bytes[1..].iter().position(|byte| *byte == close)?;
        bytes[1..1 + length].iter().all(is_plain).then_some(length)
    };
    match bytes.first() {
        Some(b'(') => length(b')').is_some_and(|length| length > 0),
        // Of labels in a row nobody knows which belongs to which.
        Some(b'[') => length(b']').is_some_and(|length| !matches!(bytes.get(length + 2), Some(b'[' | b'('))),
        _ => true,
    }
}

/// The bytes of the tag without attributes that a text begins with: `<br>`, `</code>`, `<hr />`.
pub fn tag(bytes: &[u8]) -> Option<usize> {
    let rest = bytes.strip_prefix(b"<")?;
    let inside = &rest[..memchr::memchr(b'>', &rest[..rest.len().min(LONGEST_TAG)])?];
    let name = inside.strip_prefix(b"/").or(inside.strip_suffix(b"/")).unwrap_or(inside).trim_ascii_end();
    let is_name = name.first().is_some_and(u8::is_ascii_alphabetic) && name.iter().all(u8::is_ascii_alphanumeric);
    is_name.then_some(inside.len() + 2)
}

/// Whether a backslash before a byte hides nothing that this scan looks for.
pub fn is_plainly_escaped(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'_' | b'~' | b'#' | b'|' | b'-' | b'.' | b' ' | b'\n')
}
