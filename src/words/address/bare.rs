//! Addresses that stand bare in running text. Knows neither links nor what an address leads to.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::text::Span;

/// Addresses written bare: `https://…`, `www.…`, `name@host`. Punctuation at the end is not theirs.
pub fn bare_addresses(text: &str, piece: Span) -> Vec<Span> {
    /// A `w` alone stands in every other word.
    static WWW: LazyLock<Finder> = LazyLock::new(|| Finder::new(b"www."));
    addresses(text, piece, WWW.find(piece.of(text).as_bytes()).is_some())
}

/// The same where it is known whether a text may hold `www.`.
pub fn addresses(text: &str, piece: Span, has_www: bool) -> Vec<Span> {
    let inside = piece.of(text);
    let mut out = Vec::new();
    let mut at = 0;
    while let Some((start, end)) = next_address(inside, at, has_www) {
        out.push(Span::new(start, end).after(piece.start));
        at = end;
    }
    out
}

fn next_address(text: &str, from: usize, has_www: bool) -> Option<(usize, usize)> {
    let mut at = from;
    loop {
        let rest = &text.as_bytes()[at..];
        let found = if has_www { memchr::memchr3(b':', b'w', b'@', rest) } else { memchr::memchr2(b':', b'@', rest) };
        let found = at + found?;
        let rest = &text[found..];
        let start = match rest.as_bytes()[0] {
            b':' if rest.starts_with("://") => scheme_start(text, found, from),
            b'w' if rest.starts_with("www.") && !ends_with_word(&text[..found]) => Some(found),
            b'@' => mail_start(text, found, from),
            _ => None,
        };
        if let Some(start) = start {
            return Some((start, address_end(text, found)));
        }
        at = found + 1;
    }
}

fn ends_with_word(text: &str) -> bool {
    text.ends_with(|it: char| it.is_alphanumeric() || matches!(it, '.' | '/'))
}

fn scheme_start(text: &str, colon: usize, from: usize) -> Option<usize> {
    let before = &text[from..colon];
    let length = before.bytes().rev().take_while(|it| it.is_ascii_alphanumeric() || *it == b'+').count();
    (length > 1).then(|| colon - length)
}

/// The longest name before an `@`, and the longest host behind it.
const LONGEST_LOCAL: usize = 64;
const LONGEST_HOST: usize = 255;

fn mail_start(text: &str, at: usize, from: usize) -> Option<usize> {
    let is_local = |it: &u8| it.is_ascii_alphanumeric() || matches!(it, b'.' | b'_' | b'+' | b'-');
    let local = text.as_bytes()[from..at].iter().rev().take(LONGEST_LOCAL + 1);
    let length = local.take_while(|it| is_local(it)).count();
    let host = text.as_bytes()[at + 1..].iter().take(LONGEST_HOST + 1);
    let host = &text[at + 1..at + 1 + host.take_while(|it| is_local(it)).count()];
    let host = host.trim_end_matches(['.', '-', '_', '+']);
    let dot = host.rfind('.')?;
    let is_host = dot > 0 && host.len() - dot > 2 && host[dot + 1..].bytes().all(|it| it.is_ascii_alphabetic());
    (1..=LONGEST_LOCAL).contains(&length).then_some(at - length).filter(|_| is_host && host.len() <= LONGEST_HOST)
}

fn address_end(text: &str, from: usize) -> usize {
    let stop =
        |it: char| it.is_whitespace() || it.is_control() || matches!(it, '<' | '>' | '"' | '`' | '|' | '\u{201d}');
    let end = from + text[from..].find(stop).unwrap_or(text.len() - from);
    let mut address = &text[from..end];
    let closes = !address.contains('(');
    loop {
        let cut = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '\'', ']', '}']);
        let cut = match cut.strip_suffix(')') {
            Some(open) if closes => open,
            _ => cut,
        };
        if cut.len() == address.len() {
            return from + address.len();
        }
        address = cut;
    }
}
