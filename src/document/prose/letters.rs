//! How the letters of a text are read: as they are written, or as a mark of emphasis or escape. Knows nothing
//! of where they stand.

/// How many bytes a text begins with that are read as they are written: words, with one space between two of them.
pub fn plain(text: &[u8]) -> usize {
    let is_word = |at: usize| text.get(at).is_some_and(|it| is_plain(*it));
    let is_read = |at: &usize| is_word(*at) || *at > 0 && text.get(*at) == Some(&b' ') && is_word(at + 1);
    (0..text.len()).take_while(is_read).count()
}

/// Whether a byte is read as it is written, whatever stands beside it.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'&' | b'*' | b'_' | b'~' | b'\\')
}

/// Whether a letter is a mark of emphasis or escape, by the letters beside it.
pub fn is_mark(previous: char, letter: char, next: char) -> bool {
    match letter {
        _ if previous == '\\' => false,
        '*' => true,
        '_' | '~' => letter == next || letter == previous || !(previous.is_alphanumeric() && next.is_alphanumeric()),
        '\\' => next.is_ascii_punctuation(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn words_are_read_as_they_are_written() {
        let check = |text: &str, expected: &str| assert_eq!(&text[..plain(text.as_bytes())], expected, "{text:?}");
        check("two words, one (space) *here*", "two words, one (space)");
        check("two  spaces", "two");
        check(" before", "");
        check("at the end ", "at the end");
        check("a line\nand its next", "a line");
        check("it\u{2019}s", "it");
        check("AT&amp;T", "AT");
        check("snake_case", "snake");
    }
}
