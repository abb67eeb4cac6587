//! JSON of other programs, read also where a string holds half a character: a program that cuts a text by its UTF-16 may
//! cut an emoji in two and write the rest as `\ud83d`. What cannot be read would never be answered.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

/// Reads a message. Half a character is read as U+FFFD, which is as long in UTF-16: places behind it stay where they were.
pub fn read<T: DeserializeOwned>(json: &[u8]) -> serde_json::Result<T> {
    serde_json::from_slice(json).or_else(|error| match mended(json) {
        Cow::Borrowed(_) => Err(error),
        Cow::Owned(json) => serde_json::from_slice(&json),
    })
}

/// The same JSON, with `\ufffd` in place of each escape that is half a character.
fn mended(json: &[u8]) -> Cow<'_, [u8]> {
    let mut out = Cow::Borrowed(json);
    let mut at = 0;
    while let Some(found) = json[at..].iter().position(|it| *it == b'\\') {
        at += found;
        at += match (unit(&json[at..]), json.get(at + 6..).and_then(unit)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(0xd800..=0xdfff), _) => {
                out.to_mut()[at..at + 6].copy_from_slice(br"\ufffd");
                6
            }
            // What stands behind any other backslash begins no escape.
            _ => 2,
        };
        at = at.min(json.len());
    }
    out
}

/// The number in an escape `\uXXXX` that stands first.
fn unit(json: &[u8]) -> Option<u16> {
    let digits = json.strip_prefix(br"\u")?.get(..4)?;
    let is_hex = digits.iter().all(u8::is_ascii_hexdigit);
    u16::from_str_radix(std::str::from_utf8(digits).ok().filter(|_| is_hex)?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, expected: &str) {
        assert_eq!(read::<String>(json.as_bytes()).expect("it is read"), expected, "{json}");
    }

    #[test]
    fn half_a_character_is_shown_as_one_that_nobody_knows() {
        check(r#""cut emoji \ud83d""#, "cut emoji \u{fffd}");
        check(r#""\uDE00 behind, \ud83d\u0041, \ud83d\ud83d\ude00""#, "\u{fffd} behind, \u{fffd}A, \u{fffd}😀");
        check(r#""\ud83d\n""#, "\u{fffd}\n");
    }

    #[test]
    fn what_is_whole_stays() {
        check(r#""\ud83d\ude00 \\ud83d \u0041""#, "😀 \\ud83d A");
        check(r#""\\\ud83d""#, "\\\u{fffd}");
        for broken in ["", "\"\\", r#""\ud8"#, r#""\ud83d"#, r#""\u+123""#, r#"{"a": \ud83d}"#] {
            assert!(read::<serde_json::Value>(broken.as_bytes()).is_err(), "{broken}");
        }
    }
}
