//! Text of strangers, made harmless for a terminal: control, bidirectional and invisible characters are shown as escapes.

use std::borrow::Cow;

/// Whether a character could move the cursor, change colours, reorder what is read or stand in it unseen.
pub fn is_unsafe(character: char) -> bool {
    // Nearly all of them are plain.
    if matches!(character, ' '..='~') {
        return false;
    }
    let is_bidi =
        matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    character.is_control() && character != '\t' || is_bidi || is_invisible(character)
}

/// What takes no room, or looks like a space and is none. A joiner (U+200D) and the variation selectors up to U+FE0F are
/// not among them: emoji are made of them.
fn is_invisible(character: char) -> bool {
    let is_separator = matches!(character, '\u{2028}' | '\u{2029}');
    let is_joint = matches!(character, '\u{200b}' | '\u{200c}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    let is_obsolete = matches!(character, '\u{206a}'..='\u{206f}' | '\u{17b4}' | '\u{17b5}' | '\u{fff9}'..='\u{fffb}');
    let is_hint = matches!(character, '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{1d173}'..='\u{1d17a}');
    let is_filler = matches!(character, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{2800}');
    // Tags and further selectors can carry a whole text that nobody sees.
    is_separator || is_joint || is_obsolete || is_hint || is_filler || matches!(character, '\u{e0000}'..='\u{e0fff}')
}

/// A text of one line, with every unsafe character as `\u{…}`.
pub fn line(text: &str) -> String {
    if !text.contains(is_unsafe) {
        return text.to_owned();
    }
    text.chars().map(|it| if is_unsafe(it) { it.escape_unicode().to_string() } else { it.to_string() }).collect()
}

/// A text of many lines that stay lines, with every other unsafe character as `\u{…}`.
pub fn lines(text: &str) -> Cow<'_, str> {
    // Nearly all of what is said is plain, and known to be so at a glance.
    if text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~' | b'\t' | b'\n')) {
        return Cow::Borrowed(text);
    }
    let is_line_end = |at: usize, it: char| it == '\n' || it == '\r' && text[at + 1..].starts_with('\n');
    if !text.char_indices().any(|(at, it)| is_unsafe(it) && !is_line_end(at, it)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for (at, it) in text.char_indices() {
        if is_unsafe(it) && !is_line_end(at, it) { out.extend(it.escape_unicode()) } else { out.push(it) }
    }
    Cow::Owned(out)
}

/// Text for those who run programs and obey what these print: GitHub's runner takes a line that begins with `::`, or
/// holds `##[` anywhere, for an order; Azure Pipelines and TeamCity one with `##name[`.
pub fn orders(text: &str) -> Cow<'_, str> {
    if !text.contains("::") && !text.contains("##") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for line in text.split_inclusive(['\n', '\r']) {
        let words = line.trim_start();
        let indent = &line[..line.len() - words.len()];
        out.push_str(indent);
        let words = match words.strip_prefix("::") {
            Some(rest) => {
                out.push_str(r"\u{3a}:");
                rest
            }
            None => words,
        };
        out.push_str(&bracketed(words, r"#\u{23}"));
    }
    Cow::Owned(out)
}

/// The text with `##` written in another way where a word in brackets may follow.
fn bracketed<'t>(text: &'t str, instead: &str) -> Cow<'t, str> {
    if !text.contains("##") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(at) = rest.find("##") {
        let behind = &rest[at + 2..];
        let is_order = behind.trim_start_matches(|it: char| it.is_ascii_alphanumeric()).starts_with('[');
        let (copied, end) = if is_order { (instead, at + 2) } else { ("#", at + 1) };
        out.push_str(&rest[..at]);
        out.push_str(copied);
        rest = &rest[end..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// JSON that means the same, with every unsafe character as `\uXXXX`. A serialiser escapes what is below U+0020, so
/// those that are left of them are line ends between its tokens; the others stand in strings.
pub fn json(json: String) -> String {
    // A number sign stands in strings only.
    let json = match bracketed(&json, "#\\u0023") {
        Cow::Borrowed(_) => json,
        Cow::Owned(json) => json,
    };
    let is_raw = |it: char| it >= ' ' && is_unsafe(it);
    if !json.contains(is_raw) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 64);
    for character in json.chars() {
        if is_raw(character) {
            let mut units = [0; 2];
            out.extend(character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            out.push(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One of each sort: C0, delete, C1, a mark, an override, an isolate, a separator, a byte order mark, a tag.
    const UNSAFE: &str = "\0\x1b\r\n\x7f\u{85}\u{9b}\u{61c}\u{200f}\u{202e}\u{2066}\u{2028}\u{feff}\u{e0041}";

    #[test]
    fn what_people_write_is_safe() {
        for text in ["a\tb", "naïve café", "日本語", "שלום", "👩\u{200d}💻 ❤\u{fe0f}", "a\u{301}", "\\u{1b}"]
        {
            assert!(!text.contains(is_unsafe), "{text:?}");
            assert_eq!(line(text), text);
            assert_eq!(json(text.to_owned()), text);
        }
    }

    #[test]
    fn what_moves_a_terminal_is_unsafe() {
        assert!(UNSAFE.chars().all(is_unsafe));
    }

    #[test]
    fn what_nobody_sees_is_unsafe() {
        let unseen =
            "\u{ad}\u{34f}\u{115f}\u{180e}\u{200b}\u{200c}\u{2060}\u{206a}\u{2800}\u{3164}\u{ffa0}\u{fff9}\u{e0100}";
        assert!(unseen.chars().all(is_unsafe));
        assert_eq!(line("a\u{200b}b\u{ad}c.md"), r"a\u{200b}b\u{ad}c.md");
        assert_eq!(lines("a\u{2060}\nb"), "a\\u{2060}\nb");
    }

    #[test]
    fn a_line_stays_one_line() {
        assert_eq!(line("a\n\u{1b}[2Jb\u{202e}c.md"), r"a\u{a}\u{1b}[2Jb\u{202e}c.md");
        assert!(!line(UNSAFE).contains(|it: char| !it.is_ascii_graphic()));
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(lines("a\tb\r\nc\n"), "a\tb\r\nc\n");
        assert_eq!(lines("a\rb\u{1b}[1A\r\n\u{202e}\r"), "a\\u{d}b\\u{1b}[1A\r\n\\u{202e}\\u{d}");
    }

    #[test]
    fn json_is_harmless_and_means_the_same() {
        let value = serde_json::json!({ UNSAFE: [UNSAFE, "é 😀"] });
        for plain in [serde_json::to_string_pretty(&value), serde_json::to_string(&value)] {
            let escaped = json(plain.expect("plain data"));
            assert!(escaped.chars().all(|it| it == '\n' || !is_unsafe(it)), "{escaped:?}");
            assert_eq!(serde_json::from_str::<serde_json::Value>(&escaped).expect("it is JSON"), value);
        }
        assert_eq!(json("\"\u{e0041}\"".to_owned()), "\"\\udb40\\udc41\"");
    }
}
