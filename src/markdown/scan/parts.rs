//! What inlines are made of, byte by byte: destinations, labels, tags, escapes. Knows nothing of where they stand.

use super::super::inline::InlineKind;
use crate::text::Span;

/// Brackets nested deeper than this in a destination are no destination.
const DEEPEST: usize = 32;

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
            _ if byte.is_ascii_whitespace() => return (depth == 0).then_some(at),
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

/// Whether what follows the words of a link is an address, alone or with a title, a label, or nothing of a link.
pub fn has_plain_end(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let is_plain = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'[' | b'\\' | b'`' | b'$');
    match bytes.get(at) {
        Some(b'(') => destination(text, at).is_some_and(|(target, end)| {
            let is_spaced = |byte: &u8| is_plain(byte) || matches!(byte, b' ' | b'\n');
            !target.is_empty() && bytes[target.range()].iter().all(is_plain) && bytes[at..end].iter().all(is_spaced)
        }),
        // Of labels in a row nobody knows which belongs to which, nor what marks of emphasis do in one.
        Some(b'[') => {
            let is_label = |byte: &u8| is_plain(byte) && !matches!(byte, b'*' | b'~') || *byte == b' ';
            let length = bytes[at + 1..].iter().take_while(|byte| **byte != b']' && is_label(byte)).count();
            let end = at + 1 + length;
            bytes.get(end) == Some(&b']') && !matches!(bytes.get(end + 1), Some(b'[' | b'('))
        }
        _ => true,
    }
}

/// What a text begins with that stands in angles and is certainly that: a tag (`<br>`, `</code>`, `<a name="b">`), an address or a
/// comment, and how many bytes it has.
pub fn angles(bytes: &[u8]) -> Option<(InlineKind, usize)> {
    let rest = bytes.strip_prefix(b"<")?;
    if let Some(words) = rest.strip_prefix(b"!--") {
        let length = memchr::memchr2(b'>', b'<', words)?;
        let inside = words[..length].strip_suffix(b"--").filter(|_| words[length] == b'>')?;
        let is_plain =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'\n' | b',' | b'.' | b':' | b'/');
        return inside.iter().all(is_plain).then_some((InlineKind::Comment, length + 5));
    }
    let inside = &rest[..memchr::memchr(b'>', rest)?];
    let length = inside.len() + 2;
    let name_ends = |bytes: &[u8]| {
        bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count()
    };
    let name = inside.strip_prefix(b"/").unwrap_or(inside);
    if !name.first()?.is_ascii_alphabetic() {
        return None;
    }
    let mut left = &name[name_ends(name)..];
    if left.strip_prefix(b"://").is_some_and(|it| name_ends(name) > 1 && it.iter().all(is_of_address)) {
        return (name.len() == inside.len()).then_some((InlineKind::Autolink, length));
    }
    if name.len() == inside.len() {
        while let Some(attribute) = left.strip_prefix(b" ").filter(|it| it.first().is_some_and(u8::is_ascii_alphabetic))
        {
            let value = attribute[name_ends(attribute)..].strip_prefix(b"=\"")?;
            let end = value.iter().take_while(|byte| is_of_address(byte)).count();
            left = value[end..].strip_prefix(b"\"")?;
        }
        left = left.strip_suffix(b"/").unwrap_or(left);
    }
    left.trim_ascii_end().is_empty().then_some((InlineKind::Tag, length))
}

/// Whether what stands behind a `<` makes it a letter, whether or not anything closes it.
pub fn opens_nothing(behind: &[u8], is_closed: bool) -> bool {
    match behind.first() {
        // For the end of a comment the grammar looks everywhere.
        Some(b'!' | b'?') => false,
        Some(b'/') => !is_closed,
        Some(byte) if byte.is_ascii_alphabetic() => {
            let is_word = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b',');
            let words = behind.iter().take_while(is_word).count();
            !is_closed || behind.get(words) == Some(&b'>') && memchr::memchr2(b' ', b',', &behind[..words]).is_some()
        }
        Some(byte) => byte.is_ascii_graphic() || matches!(byte, b' ' | b'\n') || !is_closed,
        None => true,
    }
}

/// Whether a byte is one of an address, and no mark of anything else.
fn is_of_address(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'/' | b':' | b'.' | b'-' | b'_' | b'#' | b'?' | b'=' | b'%' | b'+' | b',' | b';')
}

/// Whether a backslash before a byte hides nothing that this scan looks for.
pub fn is_plainly_escaped(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'_' | b'~' | b'#' | b'|' | b'-' | b'.' | b' ' | b'\n')
}
