//! Keys that stand beside each other in one line: "Owner: @ada | Status: draft".
//! Knows where the text of one ends and the next begins; not what any of them says.

use memchr::{memchr, memchr_iter};

use crate::text::{Span, border};
use crate::words::list::is_among;

/// A line of more bytes is text, and no header.
const LONGEST: usize = 400;
/// A key of more bytes is a clause.
const LONGEST_KEY: usize = 40;
/// A key of more words is a clause.
const MOST_WORDS: usize = 3;

/// What stands between two keys, and in no sentence.
const BARS: &[char] = &['|', '\u{b7}', '\u{2022}'];
/// What stands between two keys, and in sentences as well.
const MARKS: &[char] = &[',', ';', '.', '(', '/', '\u{2013}', '\u{2014}', '-'];

/// The last words of keys that a sentence may be followed by, for no sentence goes on so.
const HEADERS: &str = "status state date created updated author authors owner owners version decision deciders reviewer reviewers \
                       approver approvers deadline due eta assignee severity priority impact duration time attendees participants \
                       facilitator scribe chair browser os platform device environment expected actual";

/// The pieces of a line that has several keys, each from its key up to the next; any other line is one piece.
pub fn pieces(line: &str) -> impl Iterator<Item = Span> {
    let bare = without_emphasis(line);
    let mut rest = Some(bare.start);
    std::iter::from_fn(move || {
        let start = rest?;
        let (end, next) = next_key(bare.of(line), start - bare.start)
            .map_or((bare.end, None), |(end, next)| (bare.start + end, Some(bare.start + next)));
        rest = next;
        Some(Span::new(start, end))
    })
}

/// The line without the marks that enclose all of it, where keys stand in them: "*Owner: @ada · Status: draft*".
fn without_emphasis(line: &str) -> Span {
    let whole = Span::new(0, line.len());
    let bare = ['*', '_'].into_iter().find_map(|mark| {
        let inside = line.strip_prefix(mark)?.strip_suffix(mark)?;
        let has_keys = inside.len() <= LONGEST && memchr_iter(b':', inside.as_bytes()).nth(1).is_some();
        (has_keys && !inside.contains(mark)).then(|| Span::new(1, line.len() - 1))
    });
    bare.unwrap_or(whole)
}

/// Where the piece that begins at `from` ends, and where the key behind it begins.
fn next_key(line: &str, from: usize) -> Option<(usize, usize)> {
    if line.len() > LONGEST {
        return None;
    }
    let first = memchr(b':', line.as_bytes())?;
    memchr_iter(b':', &line.as_bytes()[from..]).map(|it| from + it).find_map(|colon| {
        let is_key = line[colon + 1..].chars().next().is_none_or(|it| matches!(it, ' ' | '\t' | '*' | '_'));
        let start = key_before(line, colon).filter(|start| is_key && *start > from)?;
        let before = line[..start].trim_end();
        let end = before.trim_end_matches(BARS).trim_end_matches(MARKS).trim_end();
        // Behind what is no key itself only a bar tells one: "2026-11-20 · Owner: @ada", and no "I told him, status: none".
        (end.len() > from && (colon > first || before.ends_with(BARS))).then_some((end.len(), start))
    })
}

/// Where the key begins that a colon ends, with its marks.
fn key_before(line: &str, colon: usize) -> Option<usize> {
    let before = line[..colon].trim_end_matches(['*', '_']);
    let near = &before[border(before, before.len().saturating_sub(LONGEST_KEY))..];
    let is_of_key = |it: char| it.is_alphanumeric() || matches!(it, ' ' | '-');
    let key = near[near.trim_end_matches(is_of_key).len()..].trim_start();
    let last = key.split(' ').next_back().filter(|it| !it.is_empty())?;
    let is_header = || is_among(HEADERS, &last.to_ascii_lowercase());
    let leading = &before[..before.len() - key.len()];
    let unmarked = leading.trim_end_matches(['*', '_']);
    let (is_bold, is_short) = (unmarked.len() < leading.len(), key.split(' ').count() <= MOST_WORDS);
    let is_apart = unmarked.ends_with([' ', '\t']);
    let mark = unmarked.trim_end();
    match () {
        () if is_short && is_apart && (is_bold || mark.ends_with(BARS)) => Some(unmarked.len()),
        () if is_short && mark.ends_with(MARKS) && is_header() => Some(leading.len()),
        // "Owner: Ada Lo Status: draft"
        () if last.len() < key.len() && last.starts_with(char::is_uppercase) && is_header() => {
            Some(before.len() - last.len())
        }
        () => None,
    }
}

#[cfg(test)]
mod tests {
    fn pieces(line: &str) -> Vec<&str> {
        super::pieces(line).map(|it| it.of(line)).collect()
    }

    #[test]
    fn keys_stand_beside_each_other() {
        for line in [
            "Owner: @ada | Status: draft",
            "Owner: @ada. Status: draft",
            "Owner: @ada; Status: draft",
            "Owner: @ada \u{b7} Status: draft",
            "*Owner: @ada \u{b7} Status: draft*",
            "Owner: @ada Status: draft",
        ] {
            assert_eq!(pieces(line), ["Owner: @ada", "Status: draft"], "{line}");
        }
        assert_eq!(pieces("**Owner**: @ada, **Status**: draft"), ["**Owner**: @ada", "**Status**: draft"]);
        assert_eq!(pieces("**Owner:** Ada Lo **Status:** draft"), ["**Owner:** Ada Lo", "**Status:** draft"]);
        assert_eq!(
            pieces("Status: draft, last updated: today, by Bo"),
            ["Status: draft", "last updated: today, by Bo"]
        );
        assert_eq!(
            pieces("2026-11-20 \u{b7} Author: Ada \u{b7} a draft"),
            ["2026-11-20", "Author: Ada \u{b7} a draft"]
        );
        assert_eq!(pieces("Host: a | Port: 80 | Zone: b"), ["Host: a", "Port: 80", "Zone: b"]);
    }

    #[test]
    fn other_lines_are_whole() {
        for line in [
            "",
            "no key",
            "Status: draft",
            "Note: the current status: unknown",
            "Ask: can you look at https://example.com/a?b=c:d",
            "Time: 10:00, later 11:00",
            "*Only: one*",
            "Error: a, b: c",
            "I told him, status: none",
        ] {
            assert_eq!(pieces(line), [line]);
        }
    }
}
