//! Marks of emphasis, as far as they can cost the grammar a link. Knows no emphasis: it masks nothing.

/// Whether there is a mark that may be one of emphasis.
pub(super) fn has_marks(text: &str) -> bool {
    memchr::memchr3(b'*', b'_', b'~', text.as_bytes()).is_some()
}

/// Whether the marks of emphasis are of one sort and come in pairs: among others the grammar loses links. An underscore
/// inside a word is no mark, but of several in a row nobody knows.
pub(super) fn is_paired(text: &str) -> bool {
    let bytes = text.as_bytes();
    if is_underlined_inside(bytes) {
        return false;
    }
    let is_letter = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let mut marks = memchr::memchr3_iter(b'*', b'_', b'~', bytes).filter(|at| {
        let is_inside = bytes[*at] == b'_' && is_letter(at.checked_sub(1)) && is_letter(Some(at + 1));
        !is_inside
    });
    let Some(first) = marks.next() else { return true };
    let (mut count, mut run, mut length, mut last) = (1, 1, None, first);
    for at in marks {
        if bytes[at] != bytes[first] {
            return false;
        }
        if at == last + 1 {
            run += 1;
        } else {
            if *length.get_or_insert(run) != run {
                return false;
            }
            (count, run) = (count + 1, 1);
        }
        last = at;
    }
    bytes[first] != b'~' && count % 2 == 0 && length == Some(run)
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
