//! Whether a text holds a digit, and where: what asks for moments and quantities asks this of each sentence first.

use std::ops::Range;

/// Bytes that the processor looks at together. To stop at the first digit, each would be looked at by itself.
const TOGETHER: usize = 32;

pub fn holds_digit(text: &str) -> bool {
    text.as_bytes().chunks(TOGETHER).any(any)
}

/// Where the first digit stands.
pub fn first_digit(text: &[u8]) -> Option<usize> {
    let near = text.chunks(TOGETHER).position(any)? * TOGETHER;
    Some(near + text[near..].iter().position(u8::is_ascii_digit)?)
}

/// How many digits a text begins with.
pub fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Whether a text is one digit or two, as days and months have.
pub fn is_one_or_two(text: &str) -> bool {
    matches!(text.len(), 1 | 2) && text.bytes().all(|it| it.is_ascii_digit())
}

/// A number that is written with these digits to the base of sixteen, and with nothing else: no sign before it.
pub fn hex(digits: &[u8]) -> Option<u32> {
    let is_plain = digits.iter().all(u8::is_ascii_hexdigit);
    u32::from_str_radix(std::str::from_utf8(digits).ok().filter(|_| is_plain)?, 16).ok()
}

/// Where digits stand together, each run as one.
pub fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + first_digit(&text.as_bytes()[at..])?;
        at = start + leading_digits(&text[start..]);
        Some(start..at)
    })
}

fn any(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |any, it| any | it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{first_digit, hex, holds_digit, numbers};

    #[test]
    fn a_number_of_digits_has_no_sign() {
        assert_eq!([hex(b"2F"), hex(b"0"), hex(b"ffffffff")], [Some(47), Some(0), Some(u32::MAX)]);
        assert_eq!([hex(b""), hex(b"+5"), hex(b"-5"), hex(b"fffffffff"), hex("\u{664}".as_bytes())], [None; 5]);
    }

    #[test]
    fn numbers_are_found_whole() {
        let text = "12, v3\u{664}.045";
        let found: Vec<&str> = numbers(text).map(|it| &text[it]).collect();
        assert_eq!(found, ["12", "3", "045"]);
        assert_eq!(numbers("none").next(), None);
    }

    #[test]
    fn a_digit_is_found_wherever_it_stands() {
        assert!(!holds_digit("") && !holds_digit(&"no \u{664} here, ".repeat(9)));
        assert_eq!(first_digit(b""), None);
        for at in 0..70 {
            let text = format!("{}7{}9", " ".repeat(at), "x".repeat(70 - at));
            assert_eq!((holds_digit(&text), first_digit(text.as_bytes())), (true, Some(at)));
        }
    }
}
