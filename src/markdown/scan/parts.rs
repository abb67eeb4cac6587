//! What inlines are made of, byte by byte: destinations, labels, what stands in angles, escapes. Knows nothing of where they stand.

use crate::markdown::inline::InlineKind;
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

/// Whether nothing in a part of a text opens anything; the spaces given may stand in it.
fn is_plain(part: &[u8], spaces: &[u8]) -> bool {
    let is_mark = |byte: &u8| matches!(byte, b'<' | b'[' | b'\\' | b'`' | b'$');
    part.iter().all(|byte| byte.is_ascii_graphic() && !is_mark(byte) || spaces.contains(byte))
}

/// Whether the grammar certainly reads the same address, alone or with a title, in brackets that take up `whole`.
pub fn is_plain_destination(bytes: &[u8], whole: Span, target: Span) -> bool {
    !target.is_empty() && is_plain(&bytes[target.range()], b"") && is_plain(&bytes[whole.range()], b" \n")
}

/// Whether the grammar certainly reads the same label: of some in a row nobody knows which belongs to which, nor what marks of
/// emphasis do in one.
pub fn is_plain_label(bytes: &[u8], label: Span) -> bool {
    let inside = &bytes[label.range()];
    let is_in_row = matches!(bytes.get(label.end + 1), Some(b'[' | b'('));
    !is_in_row && is_plain(inside, b" ") && memchr::memchr2(b'*', b'~', inside).is_none()
}

/// What a text begins with that certainly stands in angles, and how many bytes it has: a comment, a tag or an address.
pub fn angles(bytes: &[u8]) -> Option<(InlineKind, usize)> {
    let rest = bytes.strip_prefix(b"<")?;
    if let Some(words) = rest.strip_prefix(b"!--") {
        return Some((InlineKind::Comment, "<!--".len() + comment_length(words)?));
    }
    // Looked for only where it may close something: many may open in a row.
    let may_be_named = rest.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/');
    let inside = &rest[..may_be_named.then(|| memchr::memchr(b'>', rest)).flatten()?];
    let kind = match inside {
        inside if is_tag(inside) => InlineKind::Tag,
        inside if is_address(inside) || is_mailbox(inside) => InlineKind::Autolink,
        _ => return None,
    };
    Some((kind, inside.len() + "<>".len()))
}

/// The bytes of a comment behind its opening, with its end, where it holds words and no mark that may mean more.
fn comment_length(words: &[u8]) -> Option<usize> {
    let length = memchr::memchr2(b'>', b'<', words)?;
    let inside = words[..length].strip_suffix(b"--").filter(|_| words[length] == b'>')?;
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b" \n,.:/=\"'();?!#@+%-".contains(byte);
    // Two dashes may end it, and so may one at either end.
    let is_dashed = inside.starts_with(b"-") || inside.ends_with(b"-") || memchr::memmem::find(inside, b"--").is_some();
    (!is_dashed && inside.iter().all(is_plain)).then_some(length + 1)
}

/// Whether angles hold a tag: `br`, `/code`, `hr /`, `a name="b"`.
fn is_tag(inside: &[u8]) -> bool {
    let closing = inside.strip_prefix(b"/");
    let (name, mut rest) = named(closing.unwrap_or(inside));
    while let (None, Some(attribute)) = (closing, rest.strip_prefix(b" ")) {
        let (key, behind) = named(attribute);
        let Some(value) = behind.strip_prefix(b"=\"").filter(|_| !key.is_empty()) else { break };
        let length = value.iter().take_while(|byte| is_of_address(byte)).count();
        let Some(behind) = value[length..].strip_prefix(b"\"") else { return false };
        rest = behind;
    }
    let rest = rest.strip_suffix(b"/").filter(|_| closing.is_none()).unwrap_or(rest);
    // Of names with an underscore the grammar takes some for those of tags, and others not.
    // A form feed beside the end of a line ends the tag's name for the grammar now, and now the tag.
    !name.is_empty() && !name.contains(&b'_') && !rest.contains(&b'\x0c') && rest.trim_ascii_end().is_empty()
}

/// Whether angles hold an address with its scheme: `https://example.com`.
fn is_address(inside: &[u8]) -> bool {
    let (scheme, rest) = named(inside);
    scheme.len() > 1
        && !scheme.contains(&b'_')
        && rest.strip_prefix(b"://").is_some_and(|it| it.iter().all(is_of_address))
}

/// Whether angles hold the address of a mailbox: `ada@example.com`.
fn is_mailbox(inside: &[u8]) -> bool {
    const LONGEST_LABEL: usize = 63;
    let Some(at) = memchr::memchr(b'@', inside) else { return false };
    let (user, host) = (&inside[..at], &inside[at + 1..]);
    let is_of_user = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-');
    let is_label = |label: &[u8]| {
        let ends = [label.first(), label.last()];
        let is_of_label = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
        ends.iter().all(|it| it.is_some_and(u8::is_ascii_alphanumeric))
            && label.len() <= LONGEST_LABEL
            && label.iter().all(is_of_label)
    };
    !user.is_empty() && user.iter().all(is_of_user) && host.split(|byte| *byte == b'.').all(is_label)
}

/// The name that bytes begin with, as tags and their attributes have one, and what stands behind it.
fn named(bytes: &[u8]) -> (&[u8], &[u8]) {
    let is_begun = bytes.first().is_some_and(u8::is_ascii_alphabetic);
    let is_of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    bytes.split_at(if is_begun { bytes.iter().take_while(is_of_name).count() } else { 0 })
}

/// Whether what stands behind a `<` makes it a letter, whether or not anything closes it.
pub fn opens_nothing(behind: &[u8], is_closed: bool) -> bool {
    match behind.first() {
        _ if !is_closed => true,
        Some(b'!' | b'?') => false,
        Some(b'/') => false,
        Some(byte) if byte.is_ascii_alphabetic() => {
            let is_word = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b',');
            let words = behind.iter().take_while(is_word).count();
            behind.get(words) == Some(&b'>') && memchr::memchr2(b' ', b',', &behind[..words]).is_some()
        }
        Some(b' ' | b'\n') | None => true,
        // Nearly any mark may begin the address of a mailbox.
        Some(byte) => {
            let word = behind.split(|byte| b" \n<>".contains(byte)).next().unwrap_or_default();
            byte.is_ascii_graphic() && !word.contains(&b'@')
        }
    }
}

/// Whether a byte is one of an address, and no mark of anything else.
fn is_of_address(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || b"/:.-_#?=%+,;".contains(byte)
}

/// Whether a backslash before a byte hides nothing that this scan looks for.
pub fn is_plainly_escaped(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'_' | b'~' | b'#' | b'|' | b'-' | b'.' | b' ' | b'\n')
}
