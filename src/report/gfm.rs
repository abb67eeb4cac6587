//! Words of strangers inside Markdown that GitHub renders: they stay words. No mention is made of them, no reference, no
//! link, no picture, no HTML, and no row of a table ends early.

pub mod comment;
mod exceptions;
mod questions;
pub mod summary;

use super::escape;

/// What cuts a name off from the sign that would make a mention or a reference of it; nobody sees it.
const CUT: char = '\u{200b}';

/// What is longer is cut: nobody reads it, and a comment has an end.
const LONGEST: usize = 400;

fn short(text: &str, most: usize) -> String {
    let text = text.trim();
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Words as a part of a line. What stands between backticks is code, as whoever wrote it meant.
pub fn words(text: &str) -> String {
    let line = escape::line(&short(text, LONGEST));
    let pieces: Vec<&str> = line.split('`').collect();
    let is_paired = pieces.len() % 2 == 1 && pieces.iter().skip(1).rev().skip(1).all(|it| !it.trim().is_empty());
    match is_paired {
        true => pieces.iter().enumerate().map(|(at, it)| if at % 2 == 1 { code(it) } else { plain(it) }).collect(),
        false => plain(&line),
    }
}

fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 16);
    let mut before = ' ';
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // No backslash keeps it from being mathematics; and GitHub's manual says to wrap it.
            '$' => out.push_str("<span>&#36;</span>"),
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
        // `17:00`.
        ':' if before.is_ascii_digit() && next.is_ascii_digit() => true,
        ':' => !next.is_alphanumeric() && next != '/' && next != '+' && next != '-' && next != '_',
        _ => false,
    }
}

/// Whether GitHub would make a mention, a reference, a link or a picture of what follows.
fn is_sign(letter: char, before: char, next: char) -> bool {
    match letter {
        '@' | '#' => !next.is_whitespace(),
        // `https://`, `:smile:`.
        ':' if before.is_ascii_digit() && next.is_ascii_digit() => false,
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
    let line = escape::line(&short(text, LONGEST)).replace('\t', " ");
    match () {
        _ if line.is_empty() => line,
        _ if !line.contains(['`', '|']) => format!("`{line}`"),
        _ => format!("<code>{}</code>", numbers(&line)),
    }
}

/// Every character that means something to anybody by its number. A link is made even of those, and inside of code.
fn numbers(line: &str) -> String {
    let mut out = String::with_capacity(line.len() * 2);
    let mut before = ' ';
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            ',' | '.' | '/' | '-' => out.push(letter),
            _ if letter.is_ascii_punctuation() => out.push_str(&format!("&#{};", u32::from(letter))),
            _ => out.push(letter),
        }
        if is_sign(letter, before, letters.peek().copied().unwrap_or(' ')) {
            out.push(CUT);
        }
        before = letter;
    }
    out
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
