//! Text of strangers, made harmless for a terminal: control and bidirectional characters are shown as escapes.

/// Whether a character could move the cursor, change colours or reorder what is read.
pub fn is_unsafe(character: char) -> bool {
    let is_bidi =
        matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_invisible = matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}');
    character.is_control() && character != '\t' || is_bidi || is_invisible
}

/// A text of one line, with every unsafe character as `\u{…}`.
pub fn line(text: &str) -> String {
    if !text.contains(is_unsafe) {
        return text.to_owned();
    }
    text.chars().map(|it| if is_unsafe(it) { it.escape_unicode().to_string() } else { it.to_string() }).collect()
}
