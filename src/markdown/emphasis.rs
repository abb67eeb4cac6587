//! Marks of emphasis, as far as they can cost the grammar a link. Knows no emphasis: it masks nothing.

/// Whether there is a mark that may be one of emphasis.
pub(super) fn has_marks(text: &str) -> bool {
    memchr::memchr3(b'*', b'_', b'~', text.as_bytes()).is_some()
}

/// Whether the marks of emphasis come in pairs of one sort of which one may open and the next may close, with whole brackets
/// between them: among others the grammar loses links. An underscore inside a word is no mark, but of several in a row
/// nobody knows.
pub fn is_paired(bytes: &[u8]) -> bool {
    if is_underlined_inside(bytes) {
        return false;
    }
    let mut marks = marks(bytes).peekable();
    // What opened, and where it ended.
    let mut open: Option<(u8, usize, usize)> = None;
    while let Some(first) = marks.next() {
        let mut end = first + 1;
        while marks.next_if(|at| *at == end && bytes[end] == bytes[first]).is_some() {
            end += 1;
        }
        let (mark, count) = (bytes[first], end - first);
        let (before, after) = (first.checked_sub(1).map(|at| bytes[at]), bytes.get(end).copied());
        let (inside, outside) = if open.is_none() { (after, before) } else { (before, after) };
        if !leans_to(inside, outside) {
            return false;
        }
        open = match open {
            None => Some((mark, count, end)),
            Some((of, many, from)) if (of, many) == (mark, count) && has_whole_brackets(&bytes[from..first]) => None,
            Some(_) => return false,
        };
    }
    open.is_none()
}

/// Whether there is no more than one mark of one letter, wherever it stands: that costs nothing.
pub(super) fn is_alone(bytes: &[u8]) -> bool {
    marks(bytes).nth(1).is_none()
}

/// Where marks of emphasis stand that no word and no backslash makes letters of.
fn marks(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let is_letter = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let is_inside = move |at: usize| bytes[at] == b'_' && is_letter(at.checked_sub(1)) && is_letter(Some(at + 1));
    memchr::memchr3_iter(b'*', b'_', b'~', bytes).filter(move |at| !is_inside(*at) && !is_escaped(bytes, *at))
}

/// Whether a backslash before a mark makes a letter of it.
fn is_escaped(bytes: &[u8], at: usize) -> bool {
    bytes[..at].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

/// Whether marks belong to what they stand before or behind, whatever is beyond them. Of other letters than those of ASCII
/// nobody here knows whether they are marks themselves.
fn leans_to(inside: Option<u8>, outside: Option<u8>) -> bool {
    let is_apart = outside.is_none_or(|it| it.is_ascii_whitespace() || it.is_ascii_punctuation());
    inside.is_some_and(|it| it.is_ascii_alphanumeric() || !it.is_ascii_whitespace() && is_apart)
}

/// Whether each bracket that opens in a part of a text closes in it, as far as their numbers tell.
fn has_whole_brackets(part: &[u8]) -> bool {
    let left = |open: u8, close: u8| -> i32 {
        part.iter().map(|byte| i32::from(*byte == open) - i32::from(*byte == close)).sum()
    };
    left(b'[', b']') == 0 && left(b'(', b')') == 0
}

/// Whether underscores stand between letters of a word, other than one between letters of ASCII.
fn is_underlined_inside(bytes: &[u8]) -> bool {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let mut ends = 0;
    for at in memchr::memchr_iter(b'_', bytes) {
        if at < ends {
            continue;
        }
        ends = at + bytes[at..].iter().take_while(|byte| **byte == b'_').count();
        let around = [at.checked_sub(1).and_then(|before| bytes.get(before)), bytes.get(ends)];
        let is_plain = ends == at + 1 && around.iter().flatten().all(|byte| byte.is_ascii());
        if !is_plain && around.iter().all(|it| it.is_some_and(is_word)) {
            return true;
        }
    }
    false
}
