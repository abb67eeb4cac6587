//! Words of strangers inside Markdown that GitHub renders: they stay words. No mention is made of them, no reference, no
//! link, no picture, no HTML, and no row of a table ends early.

pub mod comment;
pub mod summary;

use super::escape;

/// What cuts a name off from the sign that would make a mention or a reference of it; nobody sees it.
const CUT: char = '\u{200b}';

/// Words as a part of a line.
pub fn words(text: &str) -> String {
    let line = escape::line(text.trim());
    let mut out = String::with_capacity(line.len() + 16);
    let mut before = ' ';
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // A backslash does not keep it from being mathematics.
            '$' => out.push_str("&#36;"),
            '\t' => out.push(' '),
            _ if letter.is_ascii_punctuation() && !is_plain(letter, before, next) => out.extend(['\\', letter]),
            _ => out.push(letter),
        }
        if is_sign(letter, before, next) {
            out.push(CUT);
        }
        before = letter;
    }
    out
}

/// Punctuation that means nothing where it stands in a line of prose.
fn is_plain(letter: char, before: char, next: char) -> bool {
    match letter {
        ',' | ';' | '?' | '"' | '\'' | '/' | '%' => true,
        '.' | ')' => !before.is_ascii_digit(),
        '-' | '+' | '=' => before.is_alphanumeric(),
        '(' => before != ']',
        ':' => !next.is_alphanumeric() && next != '/' && next != '+' && next != '-' && next != '_',
        _ => false,
    }
}

/// Whether GitHub would make a mention, a reference, a link or a picture of what follows.
fn is_sign(letter: char, before: char, next: char) -> bool {
    match letter {
        '@' | '#' => !next.is_whitespace(),
        // `https://`, `:smile:`.
        ':' => next == '/' || next.is_ascii_alphanumeric() || matches!(next, '+' | '-' | '_'),
        // `GH-12`.
        '-' => matches!(before, 'H' | 'h') && next.is_ascii_digit(),
        // `www.`.
        'w' | 'W' => matches!(before, 'w' | 'W') && next == '.',
        _ => false,
    }
}

/// Words as they were written, in one line of code, wherever it stands: in a cell of a table, too.
pub fn code(text: &str) -> String {
    let mut out = String::from("<code>");
    for letter in escape::line(text.trim()).chars() {
        match letter {
            '\t' => out.push(' '),
            ',' | '.' | '/' | '-' => out.push(letter),
            _ if letter.is_ascii_punctuation() => out.push_str(&format!("&#{};", u32::from(letter))),
            _ => out.push(letter),
        }
    }
    out + "</code>"
}

/// Text as it was written, in a fence that nothing in it can close.
pub fn fence(info: &str, text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    let text: String = text.lines().map(|line| escape::line(line) + "\n").collect();
    format!("{fence}{info}\n{text}{fence}\n")
}

fn longest_run(text: &str) -> usize {
    text.split(|it| it != '`').map(str::len).max().unwrap_or(0)
}

/// The name of a rule, linked to its page.
pub fn rule(id: &str, url: Option<&str>) -> String {
    match url {
        Some(url) => format!("[{}]({url})", code(id)),
        None => code(id),
    }
}
