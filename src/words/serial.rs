//! The numbers by which records of a series are called: `ADR-12`, `PEP 8`, `0012-use-a-queue.md`. Which records there
//! are, it does not know.

mod series;

use std::ops::Range;
use std::sync::LazyLock;

use super::address::local;
use super::digit::{first_digit, leading_digits};
use super::pattern::{Captures, Pattern};

pub use series::Series;

/// The number of a record, and the series that is named with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Serial {
    /// `adr`. None where the number stands alone.
    pub series: Option<Series>,
    pub number: u32,
}

impl Serial {
    /// As people write it.
    pub fn written(&self) -> String {
        match &self.series {
            Some(series) => format!("{}-{}", series.to_ascii_uppercase(), self.number),
            None => self.number.to_string(),
        }
    }
}

/// Words that stand before the number of a decision. Others are tickets, norms and names: `UTF-8`, `ISO 8601`.
const SERIES: &str = "adr|ladr|madr|pdr|tdr|edr|adl|pep|eip|erc|kep|tep|oep|bip|cip|simd|fip|frc|nep|snip|jep|aip|cep|hip|\
                      tip|mip|lip|se|msc|otep|fep|ipip|dep|acp|zip|gep|flip|bep|vep|sip|sep|cap|oip|tzip|scip|hipe";

/// Series whose numbers may be those of the internet's standards as well.
const NORMS: &str = "rfc|arc|dr|rip|lep";

static NAMED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?-u:\b)(?i:(?P<series>{SERIES})(?:[-_ #\u{{a0}}]|\\?_|-#)?|(?P<norm>{NORMS})(?:[-_]|[ #](?P<zero>0)|(?P<near>0)))(?P<number>\d{{1,5}})(?-u:\b)"
    ))
});

/// Whether a word (in small letters) stands before the number of a decision.
pub fn is_series(word: &str) -> bool {
    SERIES.split('|').chain(NORMS.split('|')).any(|it| it == word)
}

/// The name of a file or folder: an optional word, then the number, then a border.
static STEM: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"^(?:(?P<series>[A-Za-z]{2,6})[-_ ]?(?:rfc[-_ ]?)?)?(?P<number>0{0,4}\d{1,5})(?:[-_. ]|$)")
});

static TITLE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"^\W{0,3}(?:\w+ )??(?:(?P<series>[A-Za-z]{2,6})[-_ #]{0,2})?(?P<number>\d{1,5})[\])]?(?:\s*[:.\u{2013}\u{2014}|]|\s+-|\s|$)\s*",
    )
});

/// Words before a number that count something else.
const NO_SERIES: &[&str] =
    &["v", "ver", "version", "part", "step", "phase", "week", "day", "chapter", "vol", "no", "top", "the", "q", "fy"];

fn series(word: Option<&str>) -> Option<Series> {
    word.and_then(Series::of)
}

/// The number that a path gives its document: that of its file, or of its folder where the file is the folder's page.
pub fn of_path(path: &str) -> Option<Serial> {
    of_name(numbered(path)?)
}

/// What that name says behind the number: `use-a-queue.de` of `adr/0012-use-a-queue.de.md`.
pub fn behind_number(path: &str) -> Option<&str> {
    let name = numbered(path)?;
    let end = STEM.captures(name)?.get(0)?.end();
    Some(name[end..].trim_start_matches(['-', '_', ' ']))
}

/// The name in a path that has the number.
fn numbered(path: &str) -> Option<&str> {
    let mut parts = path.rsplit('/');
    let file = parts.next()?;
    let stem = file.rsplit_once('.').map_or(file, |it| it.0);
    let is_sort = || ["adr", "rfc", "decision", "proposal"].contains(&stem.to_ascii_lowercase().as_str());
    if local::is_folder_page(file) || is_sort() { parts.next() } else { Some(stem) }
}

/// The same for a name without an ending, as folders have it.
pub fn of_name(name: &str) -> Option<Serial> {
    let found = STEM.captures(name)?;
    let rest = &name[found.get(0)?.end()..];
    let number = &found["number"];
    let word = found.name("series").map(|it| it.as_str());
    let begins_date = number.len() == 4
        && (number.starts_with("19") || number.starts_with("20"))
        && rest.bytes().take(2).filter(u8::is_ascii_digit).count() == 2
        && word.is_none();
    let counts = word.is_some_and(|it| NO_SERIES.contains(&it.to_ascii_lowercase().as_str()));
    // `1.2.md` is a version.
    let is_version = rest.starts_with(|it: char| it.is_ascii_digit()) && name[..name.len() - rest.len()].ends_with('.');
    if begins_date || counts || is_version {
        return None;
    }
    Some(Serial { series: series(word), number: number.parse().ok()? })
}

/// The number at the head of a title, and where the words of the title begin.
pub fn of_title(title: &str) -> Option<(Serial, usize)> {
    let found = TITLE.captures(title)?;
    let word = found.name("series").map(|it| it.as_str());
    let end = found.get(0)?.end();
    let is_marked = found[0].trim_end().ends_with([':', '.', '-', '\u{2013}', '\u{2014}', '|', ']', ')']);
    let counts = word.is_some_and(|it| NO_SERIES.contains(&it.to_ascii_lowercase().as_str()));
    // "Drop Python 3.9".
    let is_version = found[0].ends_with('.') && title[end..].starts_with(|it: char| it.is_ascii_digit());
    // "4 ways to fail" and "Node 16 is gone" have no number; "ADR 4 Ways to fail" has.
    let is_known = word.is_some_and(|it| is_series(&it.to_ascii_lowercase()));
    if counts || is_version || !is_known && !is_marked || end >= title.len() && word.is_none() {
        return None;
    }
    Some((Serial { series: series(word), number: found["number"].parse().ok()? }, end))
}

/// Bytes. No longer word stands before the number of a decision, with what is between them.
const LONGEST_SERIES: usize = 12;

/// The digits of the longest number, with the zero before it.
const LONGEST_NUMBER: usize = 6;

/// Where [`NAMED`] matches, one after the other. Digits are rare, and what many words begin with is not.
fn named(text: &str) -> impl Iterator<Item = Captures<'_>> {
    // Asked of the whole text once, and not again for each number.
    let mut at = if NAMED.may_match(text) { 0 } else { text.len() };
    let mut end = 0;
    std::iter::from_fn(move || {
        loop {
            let first = at + first_digit(&text.as_bytes()[at..])?;
            let behind = first + text.as_bytes()[first..].iter().take_while(|it| it.is_ascii_digit()).count();
            let window = first.saturating_sub(LONGEST_SERIES).max(end)..(first + LONGEST_NUMBER).min(text.len());
            let found = NAMED.captures_in(text, window);
            end = found.as_ref().and_then(|it| it.get(0)).map_or(end, |it| it.end());
            at = behind.max(end);
            if found.is_some() {
                return found;
            }
        }
    })
}

/// Records of known series that a text names.
pub fn mentions(text: &str) -> impl Iterator<Item = (Range<usize>, Serial)> + '_ {
    let named = named(text).filter_map(|found| {
        // "codex/user-admin-adr-1" is a name of something else.
        if text[..found.get(0)?.start()].ends_with(['-', '_']) {
            return None;
        }
        let word = found.name("series").or(found.name("norm"))?.as_str();
        let number = found["number"].parse().ok()?;
        Some((found.get(0)?.range(), Serial { series: series(Some(word)), number }))
    });
    named.flat_map(|(range, serial)| {
        let further = further(&text[range.end..], range.end).into_iter();
        let further = further.map(move |(at, number)| (at, Serial { number, ..serial }));
        std::iter::once((range, serial)).chain(further)
    })
}

/// The numbers behind another one: "ADR 2 / 7 / 9" names three.
fn further(rest: &str, start: usize) -> Vec<(Range<usize>, u32)> {
    let mut found = Vec::new();
    let mut rest = rest;
    let end = start + rest.len();
    while let Some(digits) = rest.trim_start_matches(' ').strip_prefix('/').map(|it| it.trim_start_matches(' ')) {
        let length = leading_digits(digits);
        let from = end - digits.len();
        let is_number = (1..=4).contains(&length) && !digits[length..].starts_with(char::is_alphanumeric);
        let Some(number) = is_number.then(|| digits[..length].parse().ok()).flatten() else { break };
        found.push((from..from + length, number));
        rest = &digits[length..];
    }
    // "ADR 2/src/3": a path.
    if rest.starts_with('/') { Vec::new() } else { found }
}

static ALONE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r#"(?:^|[\s,;\[(#'"])(?:(?P<series>[A-Za-z]{2,6})[-_ #]?)?(?P<number>0{0,4}\d{1,5})(?:$|[\s,;:.\])'"])"#,
    )
});

/// What the value of a field calls, where it can be nothing but numbers of records: `0015`, `SIMD-0387`, `7702, 8141`.
pub fn in_value(text: &str) -> Vec<(Range<usize>, Serial)> {
    let named: Vec<_> = mentions(text).collect();
    if !named.is_empty() {
        return named;
    }
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = ALONE.captures_at(text, at) {
        let (Some(number), Some(whole)) = (found.name("number"), found.get(0)) else { break };
        let start = found.name("series").map_or(number.start(), |it| it.start());
        let is_year = number.len() == 4 && number.as_str().starts_with("20") && text.len() > number.end();
        if let Some(value) = number.as_str().parse().ok().filter(|_| !is_year) {
            let word = found.name("series").map(|it| it.as_str());
            out.push((start..number.end(), Serial { series: series(word), number: value }));
        }
        // A comma that ends one number begins the next.
        at = number.end().max(whole.start() + 1);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn around_digits_all_records_are_found() {
        let texts = [
            "ADR-12, adr12 and RFC-0007; rfc 0123 or RFC 2119",
            "pep 8pep9 see ADR\u{a0}7 (ADR\\_8) 1ADR-9 x ADR 123456 ADR 12345",
            "madr-1/2 12ADR3 \u{e9}ADR-4 hipe-#5 adr-6-adr-7 0 ADR",
        ];
        for text in texts {
            let place = |it: &Captures| it.get(0).map(|it| it.range());
            let slow: Vec<_> = NAMED.captures_iter(text).map(|it| place(&it)).collect();
            assert_eq!(named(text).map(|it| place(&it)).collect::<Vec<_>>(), slow, "{text}");
            assert!(slow.len() > 2, "{text}");
        }
    }

    fn path(path: &str) -> Option<String> {
        of_path(path).map(|it| it.written())
    }

    #[test]
    fn paths_have_numbers() {
        assert_eq!(path("docs/adr/0012-use-a-queue.md").as_deref(), Some("12"));
        assert_eq!(path("adr-7.md").as_deref(), Some("ADR-7"));
        assert_eq!(path("docs/ADR010-placement.md").as_deref(), Some("ADR-10"));
        assert_eq!(path("keps/1234-queues/README.md").as_deref(), Some("1234"));
        assert_eq!(path("keps/1234-queues/_index.md").as_deref(), Some("1234"));
        assert_eq!(path("minutes/2026-11-20.md"), None);
        assert_eq!(path("releases/v1.2.md"), None);
        assert_eq!(path("releases/1.2.md"), None);
        assert_eq!(path("20261120-queues.md"), None);
    }

    #[test]
    fn names_go_on_behind_numbers() {
        assert_eq!(behind_number("adr/0012-use-a-queue.de.md"), Some("use-a-queue.de"));
        assert_eq!(behind_number("adr/ADR-040-C2a-brief.md"), Some("C2a-brief"));
        assert_eq!(behind_number("keps/1234-queues/README.md"), Some("queues"));
        assert_eq!(behind_number("adr/0012.md"), Some(""));
        assert_eq!(behind_number("adr/notes.md"), None);
    }

    #[test]
    fn titles_and_texts_name_numbers() {
        let title = |text: &str| of_title(text).map(|(it, at)| (it.written(), text[at..].to_owned()));
        assert_eq!(title("ADR 12: Use a queue"), Some(("ADR-12".into(), "Use a queue".into())));
        assert_eq!(title("4. Use a queue"), Some(("4".into(), "Use a queue".into())));
        assert_eq!(title("4 queues are too many"), None);
        assert_eq!(title("Step 4: stop"), None);
        for name in ["Drop Python 3.9", "Node 16 is gone", "TLS 1.2 only", "COVID-19 rules end", "3.9 is gone"] {
            assert_eq!(title(name), None, "{name}");
        }
        assert_eq!(title("DEC-14: Use a queue"), Some(("DEC-14".into(), "Use a queue".into())));
        let named: Vec<String> = mentions("As ADR-12, PEP 8 and UTF-8 say; RFC 2119 and RFC-0007. By admin-adr-1.")
            .map(|it| it.1.written())
            .collect();
        assert_eq!(named, ["ADR-12", "PEP-8", "RFC-7"]);
        let value: Vec<String> = in_value("0015, 16").iter().map(|it| it.1.written()).collect();
        assert_eq!(value, ["15", "16"]);
        assert!(in_value("none").is_empty());
    }
}
