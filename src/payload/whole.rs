//! JSON of other programs, read also where a string holds half a character: a program that cuts a text by its UTF-16 may
//! cut an emoji in two and write the rest as `\ud83d`. What cannot be read would never be answered.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use crate::words::digit::hex;

/// Reads a message. Half a character is read as U+FFFD, which is as long in UTF-16: places behind it stay where they were.
pub fn read<T: DeserializeOwned>(json: &[u8]) -> serde_json::Result<T> {
    serde_json::from_slice(json).or_else(|error| match mended(json) {
        Cow::Borrowed(_) => Err(error),
        Cow::Owned(json) => serde_json::from_slice(&json),
    })
}

/// What is wrong with a message, in the words of who wrote it: what our own types are called tells nobody anything.
pub fn said(error: &serde_json::Error) -> String {
    let text = error.to_string();
    if let Some((before, rest)) = text.split_once("expected struct ") {
        let behind = rest.trim_start_matches(|it: char| it.is_alphanumeric() || it == '_');
        return format!("{before}expected an object{behind}");
    }
    if text.starts_with("data did not match any variant") {
        return "it has none of the forms that are known".to_owned();
    }
    const NUMBERS: [&str; 6] = ["u8", "u16", "u32", "u64", "i64", "usize"];
    let plain = |word: &'static str| match word {
        "ident" => "a value",
        "a sequence" => "a list",
        "a map" => "an object",
        _ => "a number",
    };
    let words = NUMBERS.into_iter().chain(["ident", "a sequence", "a map"]);
    let found = words.map(|word| (format!("expected {word}"), plain(word)));
    let is_whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    for (expected, plain) in found {
        if let Some((before, rest)) = text.split_once(&expected)
            && is_whole(rest)
        {
            return format!("{before}expected {plain}{rest}");
        }
    }
    text
}

/// The same JSON, as long, with `\ufffd` in place of each escape that is half a character.
pub fn mended(json: &[u8]) -> Cow<'_, [u8]> {
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
    hex(digits)?.try_into().ok()
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
    fn types_of_ours_are_not_named() {
        #[derive(Debug, serde::Deserialize)]
        struct View {
            #[expect(dead_code, reason = "only its type counts")]
            number: u64,
        }
        let told = |json: &str| said(&read::<View>(json.as_bytes()).expect_err("it is no view"));
        assert_eq!(told("null"), "invalid type: null, expected an object at line 1 column 4");
        assert_eq!(told(r#"{"number": "x"}"#), r#"invalid type: string "x", expected a number at line 1 column 14"#);
        assert_eq!(told("nu"), "EOF while parsing a value at line 1 column 2");
        assert_eq!(
            said(&read::<Vec<u8>>(b"1").expect_err("no list")),
            "invalid type: integer `1`, expected a list at line 1 column 1"
        );
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
