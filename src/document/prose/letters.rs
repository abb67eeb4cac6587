//! How the letters of a text are read: as they are written, or as a mark of emphasis or escape. Knows nothing
//! of where they stand.

/// How many bytes a text begins with that are read as they are written: words, with one space between two of them.
pub fn plain(text: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += text[at..].iter().take_while(|it| PLAIN[usize::from(**it)]).count();
        let is_between = |next: &u8| at > 0 && text[at] == b' ' && PLAIN[usize::from(*next)];
        if !text.get(at + 1).is_some_and(is_between) {
            return at;
        }
        at += 1;
    }
}

/// Whether a byte is read as it is written, whatever stands beside it.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        plain[byte as usize] = byte.is_ascii_graphic() && !matches!(byte, b'&' | b'*' | b'_' | b'~' | b'\\');
        byte += 1;
    }
    plain
};

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
