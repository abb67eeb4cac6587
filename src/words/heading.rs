//! What a heading says, whatever its dress: numbering, emoji, markup, plural and spelling are folded away.

use std::borrow::Cow;

/// The words of a heading in the form that pages are compared in.
pub fn normalise(heading: &str) -> String {
    // To look for the letter takes no search to be made ready.
    let spelt = match heading.as_bytes().contains(&b'&') {
        true => Cow::Owned(heading.replace(" & ", " and ")),
        false => Cow::Borrowed(heading),
    };
    let plain = plain(without_shortcode(&spelt));
    #[expect(
        clippy::manual_pattern_char_comparison,
        reason = "words are so short that a search for bytes takes longer"
    )]
    let words = plain.split(|it: char| it == ' ').map(bare);
    let words = words.filter(|word| !word.is_empty()).skip_while(|word| is_number(word));
    let mut out = String::with_capacity(plain.len());
    for word in words {
        if !out.is_empty() {
            out.push(' ');
        }
        fold(word, &mut out);
    }
    out
}

/// Headings in that form, each once.
pub fn normalised(headings: &[impl AsRef<str>]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for heading in headings.iter().map(|it| normalise(it.as_ref())) {
        if !out.contains(&heading) {
            out.push(heading);
        }
    }
    out
}

/// A heading without the emoji that it begins with, as a forge lets one write it: ":memo: Action items".
fn without_shortcode(heading: &str) -> &str {
    let behind = heading.strip_prefix(':').and_then(|it| it.split_once(": "));
    let is_code = |it: &str| it.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'_' | b'+' | b'-'));
    behind.filter(|(code, _)| is_code(code)).map_or(heading, |(_, rest)| rest)
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    let is_mark = |it: &u8| matches!(it, b'.' | b'-' | b'/' | b'\'');
    let start = word.bytes().take_while(is_mark).count();
    let behind = word[start..].bytes().rev().take_while(is_mark).count();
    &word[start..word.len() - behind]
}

/// A heading in small letters, without marks, and with no more than is its name.
fn plain(heading: &str) -> Cow<'_, str> {
    // As nearly all are that pages list.
    if heading.bytes().all(|it| it == b' ' || it.is_ascii_lowercase()) {
        return Cow::Borrowed(heading);
    }
    let letters: Vec<u8> = heading.bytes().map(|it| LETTERS[usize::from(it)]).collect();
    if !letters.contains(&ODD) {
        return Cow::Owned(String::from_utf8(letters).expect("they are of ASCII"));
    }
    let mut plain = String::with_capacity(heading.len());
    let mut depth = 0usize;
    let last_close = heading.bytes().rposition(|it| matches!(it, b')' | b']' | b'>')).unwrap_or(0);
    for (at, character) in heading.char_indices() {
        match character {
            // "[optional]", "(if any)" and HTML comments say something about the heading, not its name.
            '(' | '[' | '<' if at < last_close => depth += 1,
            ')' | ']' | '>' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '\u{2019}' => plain.push('\''),
            '*' | '`' | '~' | '#' => {}
            '\0'..='\x7f' => plain.push(char::from(letter(character as u8))),
            _ if character.is_alphanumeric() => plain.extend(character.to_lowercase()),
            _ => plain.push(' '),
        }
    }
    Cow::Owned(plain)
}

/// A letter of ASCII as it is in the name of a heading.
const fn letter(byte: u8) -> u8 {
    match byte {
        b'\'' | b'-' | b'/' | b'.' => byte,
        _ if byte.is_ascii_alphanumeric() => byte.to_ascii_lowercase(),
        _ => b' ',
    }
}

/// In place of a byte that says something about the heading, or is none of ASCII.
const ODD: u8 = 0;

/// The same of every byte that is not odd, to be looked up.
const LETTERS: [u8; 256] = {
    let mut letters = [ODD; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        let is_odd = matches!(byte, b'(' | b')' | b'[' | b']' | b'<' | b'>' | b'*' | b'`' | b'~' | b'#');
        letters[byte as usize] = if is_odd { ODD } else { letter(byte) };
        byte += 1;
    }
    letters
};

/// Whether a normalised heading is the title `entry` (normalised too), or a longer form of it:
/// "steps to reproduce the crash" is "steps to reproduce".
#[inline]
pub fn is_titled(heading: &str, entry: &str) -> bool {
    // Most begin with another letter, and every heading is held against every entry.
    if heading.bytes().next() != entry.bytes().next() {
        return false;
    }
    match heading.strip_prefix(entry) {
        Some("") => true,
        Some(rest) => rest.starts_with(' ') && entry.contains(' '),
        None => false,
    }
}

/// Whether a normalised heading is one word or more (normalised too), or begins with them: "date of the call" with "date".
pub fn begins_with(heading: &str, words: &str) -> bool {
    // Most begin with another letter.
    heading.bytes().next() == words.bytes().next()
        && heading.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// A normalised heading without the article that it begins with: "the context" is the context.
pub fn without_article(heading: &str) -> Option<&str> {
    // Nearly no heading begins so, and every slot asks for it.
    let may_have = matches!(heading.as_bytes().first(), Some(b't' | b'o' | b'a'));
    let without = ["the ", "our ", "an ", "a "].iter().filter(|_| may_have).find_map(|it| heading.strip_prefix(it));
    // "A and B" are two, and the first is called so.
    without.filter(|it| !it.starts_with("and "))
}

/// Whether a generator of pages writes the heading: `<%= page.title %>`, `{{ title }}`. It tells nothing by itself.
pub fn is_filled_in(title: &str) -> bool {
    let title = title.trim();
    [("<%", "%>"), ("{{", "}}"), ("{%", "%}")]
        .iter()
        .any(|(open, close)| title.starts_with(open) && title.ends_with(close))
}

/// A heading of more words is a sentence, and like no other.
const MOST_WORDS: usize = 20;

/// Whether two headings (normalised) of some length have most of their words in common.
pub fn is_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split(' ').count();
    if words(one).max(words(other)) > MOST_WORDS {
        return false;
    }
    let common = one.split(' ').filter(|word| other.split(' ').any(|it| it == *word)).count();
    common >= 2 && common * 5 >= (words(one) + words(other) - common.min(words(other))) * 3
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') || matches!(word, "ii" | "iii" | "iv" | "vi")
}

/// Puts one spelling for a word, so that number and British or American spelling do not matter.
fn fold(word: &str, out: &mut String) {
    let is_british = |it: &[u8]| it == b"iour";
    let word = if word.as_bytes().windows(4).any(is_british) {
        Cow::Owned(word.replace("iour", "ior"))
    } else {
        Cow::Borrowed(word)
    };
    match word.as_bytes() {
        [stem @ .., b'i', b'e', b's'] if stem.len() > 2 => out.extend([&word[..stem.len()], "y"]),
        [.., b's' | b'u' | b'i' | b'\'', b's'] | [.., b'i', b'e', b's'] => out.push_str(&word),
        [stem @ .., b's'] if stem.len() > 2 => out.push_str(&word[..stem.len()]),
        _ => out.push_str(&word),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_titled, normalise};

    #[test]
    fn dress_is_folded_away() {
        assert_eq!(normalise("3.1 🚀 **Expected behaviours** [optional]:"), "expected behavior");
        assert_eq!(normalise("Motivation (why?)"), "motivation");
        assert_eq!(normalise(":memo: Action Items"), normalise("Action items"));
        assert_eq!(normalise("Status"), "status");
        assert_eq!(normalise("Background & Motivation"), "background and motivation");
        assert_eq!(normalise("Latency < 5 ms"), "latency 5 ms");
        assert_eq!(normalise("What went well / badly"), "what went well badly");
    }

    #[test]
    fn a_longer_form_is_the_same_heading_only_where_the_entry_is_specific() {
        assert!(is_titled("step to reproduce the crash", "step to reproduce"));
        assert!(!is_titled("decision driver", "decision"));
        assert!(!is_titled("decisions", "decision"));
    }
}
