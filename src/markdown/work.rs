//! How much work a text may make for the grammar. Each line of it takes microseconds and a kilobyte, each word a tenth of
//! that: a text of nothing but marks would take a hundred times what one takes that somebody has written.

/// What the grammar may still be asked to do for a text.
#[derive(Debug)]
pub(super) struct Work {
    left: usize,
    /// It is shown as few words as can be.
    pub is_quick: bool,
}

/// For texts up to a megabyte: this is more than anybody writes in one, if not all of it is plain.
const LEAST: usize = 700_000;

/// A line takes as much as so many words.
const LINE: usize = 10;

impl Work {
    /// What may be done for a text of so many bytes.
    pub fn of(bytes: usize) -> Self {
        Self { left: LEAST.max(bytes / 10 * 7), is_quick: true }
    }

    /// For a comparison that is worth any time: word by word, or not.
    pub fn any(is_quick: bool) -> Self {
        Self { left: usize::MAX, is_quick }
    }

    /// Takes what reading `text` needs, if so much is left.
    pub fn take(&mut self, text: &str) -> Asked {
        let needed = needed(text);
        let was_left = needed <= self.left;
        self.left -= if was_left { needed } else { 0 };
        Asked { needed, was_left }
    }

    /// Takes the same again, if it is answered as it was.
    pub fn take_again(&mut self, asked: Asked) -> bool {
        let is_same = (asked.needed <= self.left) == asked.was_left;
        self.left -= if is_same && asked.was_left { asked.needed } else { 0 };
        is_same
    }
}

/// What the grammar was asked to do for a part of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    needed: usize,
    pub was_left: bool,
}

impl Asked {
    /// It was not asked.
    pub const NOTHING: Self = Self { needed: 0, was_left: true };
}

/// The words and marks of a text, and its lines.
fn needed(text: &str) -> usize {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let mut last = b'\n';
    let mut needed = 0;
    for byte in text.bytes() {
        needed += match byte {
            b'\n' | b'\r' => LINE,
            _ if byte == last && byte == b' ' || is_letter(byte) && is_letter(last) => 0,
            _ => 1,
        };
        last = byte;
    }
    needed
}

#[cfg(test)]
mod tests {
    use super::{LEAST, LINE, Work, needed};

    #[test]
    fn words_marks_and_lines_are_counted() {
        assert_eq!(needed("ab  c\u{e9}!!\n"), 5 + LINE);
    }

    #[test]
    fn what_is_left_is_taken_once() {
        let lines = "_\n".repeat(LEAST / 2 / (LINE + 2));
        let mut work = Work::of(lines.len());
        let asked = [&lines, &lines, &lines, "a\n"].map(|text| work.take(text));
        assert_eq!(asked.map(|it| it.was_left), [true, true, false, true]);
        let mut again = Work::of(lines.len());
        assert!(asked.into_iter().all(|it| again.take_again(it)));
        assert!(!again.take_again(asked[0]) && again.take_again(asked[2]) && again.take_again(asked[3]));
    }
}
