//! What the words of a link say it leads to, held against its address: the number of an issue, the key of a ticket, a
//! record of a series, a version, a day, another address. Which of the two is right, it does not know.

use std::ops::Range;
use std::sync::LazyLock;

use super::{local, without_scheme};
use crate::words::digit::{leading_digits, numbers};
use crate::words::pattern::Pattern;
use crate::words::{case, date, file_name, serial};

/// Two names of what a link leads to, of which one is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// Where the words say it.
    pub said: Range<usize>,
    /// What the address says.
    pub leads: String,
    /// Where it says so, if the words can stand there as they are.
    pub place: Option<Range<usize>>,
}

impl Mismatch {
    fn between(said: Range<usize>, address: &str, leads: Range<usize>) -> Self {
        Self { said, leads: address[leads.clone()].to_owned(), place: Some(leads) }
    }
}

/// A number in front of a title or alone, with nothing before it but the sort of thing it is of and its repository. A
/// number of one digit counts what the text itself lists.
static NUMBER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"^\W{0,3}(?:(?i:(?:issue|pr|pull request|merge request|mr|bug|ticket|discussion|see)s?:? (?:no\.? ?)?))?",
        r"(?:[\w.-]{1,60}/[\w.-]{1,60} ?|[\w.-]{1,60})?(?:#|\b!|\bGH-)(?P<id>\d{2,7})(?-u:\b)"
    ))
});

/// The same without a mark before the number.
static CALLED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"^\W{0,3}(?i:issue|pr|pull request|merge request|bug|ticket|discussion) (?:no\.? ?)?(?P<id>\d{2,7})(?-u:\b)",
    )
});

/// Where a forge or a tracker writes the number of what it shows.
const NUMBERED: &[&str] = &[
    "/issues/",
    "/pull/",
    "/pulls/",
    "/merge_requests/",
    "/discussions/",
    "/work_items/",
    "/ticket/",
    "/show_bug.cgi?id=",
];

static KEY: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"^\W{0,3}(?P<id>[A-Z][A-Z0-9]{1,14}-\d{1,6})(?-u:\b)"));

/// Where a tracker writes the key of a ticket.
const KEYED: &[&str] = &["/browse/", "selectedIssue=", "/issue/"];

/// Where the words of a link and its address differ in what they name.
pub fn mismatch(words: &str, address: &str) -> Option<Mismatch> {
    if let Some(mail) = address.strip_prefix("mailto:") {
        return of_mail(words, mail, address.len() - mail.len());
    }
    if !has_other_number(words, address) {
        return None;
    }
    of_number(words, address)
        .or_else(|| of_key(words, address))
        .or_else(|| of_record(words, address))
        .or_else(|| of_version(words, address))
        .or_else(|| of_day(words, address))
        .or_else(|| of_address(words, address))
}

/// Whether the words hold a number that the address does not: nearly all that name one name the same.
fn has_other_number<'w>(words: &'w str, address: &'w str) -> bool {
    let plain = |text: &'w str| numbers(text).map(|it| text[it].trim_start_matches('0'));
    plain(words).any(|it| !plain(address).any(|other| it == other)) && numbers(address).next().is_some()
}

fn value(text: &str) -> Option<u64> {
    text.parse().ok()
}

fn of_number(words: &str, address: &str) -> Option<Mismatch> {
    let start = behind(address, NUMBERED)?;
    let leads = start..start + leading_digits(&address[start..]);
    let goes_on = address[leads.end..].starts_with(|it: char| it.is_alphanumeric() || it == '-' || it == '_');
    let number = value(&address[leads.clone()]).filter(|_| !goes_on)?;
    let said = NUMBER.captures(words).or_else(|| CALLED.captures(words))?.name("id")?.range();
    // A link can stand for two of them, and lead to one.
    let names_it = || numbers(words).filter_map(|it| value(&words[it])).any(|it| it == number);
    // "Question #10" of a comment counts what stands in that.
    let is_of_comment = ["#issuecomment-", "#discussion_r", "#note_"].iter().any(|it| address.contains(it));
    let is_small = || value(&words[said.clone()]).is_some_and(|said| said < number / 10);
    let counts_inside = is_of_comment && is_small() && !words[..said.start].contains('/');
    // "proposals#0021" is the number of the proposal, and the address that of its pull request.
    let is_record = words[said.clone()].starts_with('0');
    (!is_record && !counts_inside && !names_it()).then(|| Mismatch::between(said, address, leads))
}

fn of_key(words: &str, address: &str) -> Option<Mismatch> {
    let start = behind(address, KEYED)?;
    let rest = &address[start..];
    let leads = start..start + rest.find(|it: char| !it.is_ascii_alphanumeric() && it != '-').unwrap_or(rest.len());
    let said = KEY.captures(words)?.name("id")?.range();
    let key = &address[leads.clone()];
    let is_key = key.split_once('-').is_some_and(|it| it.1.len() == leading_digits(it.1) && !it.1.is_empty());
    let names_it =
        words.split(|it: char| !it.is_ascii_alphanumeric() && it != '-').any(|it| it.eq_ignore_ascii_case(key));
    (is_key && !names_it).then(|| Mismatch::between(said, address, leads))
}

/// "RFC 9119", which leads to `rfc9110`.
fn of_record(words: &str, address: &str) -> Option<Mismatch> {
    let page = address.split(['#', '?']).next().unwrap_or_default().trim_end_matches('/');
    let name = local::name(page);
    let leads = serial::of_path(page)?;
    let (said, _) = serial::of_title(words)?;
    let series = said.series.as_deref().filter(|it| serial::is_series(it))?;
    let opens = words.trim_start_matches(|it: char| !it.is_alphanumeric());
    if !case::begins(opens, series) {
        return None;
    }
    let is_same_series = match leads.series.as_deref() {
        Some(other) => other == series,
        // "ADR 11", and a file beside it that is called `0012-use-a-queue.md`.
        None => !address.contains("://") && name.starts_with('0') && name.len() > leading_digits(name),
    };
    if !is_same_series || said.number == leads.number || said.number == 0 || leads.number == 0 {
        return None;
    }
    let in_page = numbers(page).find(|it| it.start >= page.len() - name.len())?;
    Some(Mismatch::between(numbers(words).next()?, address, in_page))
}

/// "2.9.15", which leads to the tag `v2.19.15`. What has fewer parts is a series of versions.
fn of_version(words: &str, address: &str) -> Option<Mismatch> {
    let number = |text: &str| {
        let start = usize::from(text.starts_with('v'));
        let is_version = text[start..].split('.').all(|it| !it.is_empty() && it.len() == leading_digits(it));
        (is_version && text.contains('.')).then_some(start..text.len())
    };
    let said = number(words)?;
    let start = behind(address, &["/tag/", "/tags/"])?;
    let tag = number(&address[start..])?;
    let leads = start + tag.start..start + tag.end;
    let parts = |text: &str| text.split('.').count();
    let (one, other) = (&words[said.clone()], &address[leads.clone()]);
    (one != other && parts(one) == parts(other)).then(|| Mismatch::between(said, address, leads))
}

/// "2026-11-06", which leads to `minutes/2026-11-20.md`.
fn of_day(words: &str, address: &str) -> Option<Mismatch> {
    let mention = date::only(words)?;
    let said = mention.date()?;
    // "What followed from 2026-11-06, in short" may be of another day.
    let is_border = words[..mention.range.start].trim().is_empty() || words[mention.range.end..].trim().is_empty();
    let path = address.split(['#', '?']).next().filter(|it| !it.contains("://") && !file_name::is_copy(it))?;
    let leads = file_name::date(path).filter(|_| is_border)?;
    (said != leads).then(|| Mismatch { said: mention.range, leads: leads.to_string(), place: None })
}

/// The address of one mailbox, which leads to another one.
fn of_mail(words: &str, mail: &str, start: usize) -> Option<Mismatch> {
    // The full stop of the sentence may stand inside of the link.
    let (words, mail) = (words.trim_end_matches('.'), mail.split('?').next()?);
    let is_mail = |it: &str| {
        let is_plain = |it: u8| it.is_ascii_alphanumeric() || b"@.-_+".contains(&it);
        it.bytes().all(is_plain)
            && it.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    let is_other = is_mail(words) && is_mail(mail) && !words.eq_ignore_ascii_case(mail);
    let place = Some(start..start + mail.len());
    is_other.then(|| Mismatch { said: 0..words.len(), leads: mail.to_owned(), place })
}

/// An address in the place of words, which is that of another number at the same host.
fn of_address(words: &str, address: &str) -> Option<Mismatch> {
    if !words.starts_with("http") || !address.starts_with("http") || words.contains([' ', '\\', '*', '\u{2026}']) {
        return None;
    }
    // What stands behind a mark of a place in its page is another name.
    if words.contains('#') || address.contains('#') {
        return None;
    }
    let scheme = |text: &str| text.len() - without_scheme(text).len();
    let of_path = |text: &str| {
        let start = scheme(text);
        numbers(text).filter(|it| it.start >= start).collect::<Vec<_>>()
    };
    let (said, leads) = (of_path(words), of_path(address));
    let shape = |text: &str, numbers: &[Range<usize>]| {
        let mut at = scheme(text);
        let mut shape = String::with_capacity(text.len());
        for number in numbers {
            shape.push_str(&text[at..number.start]);
            shape.push('0');
            at = number.end;
        }
        shape.push_str(&text[at..]);
        shape.trim_end_matches('/').to_lowercase()
    };
    let mut pairs = said.iter().zip(&leads);
    let is_same_shape = said.len() == leads.len() && shape(words, &said) == shape(address, &leads);
    let (said, leads) = pairs.find(|(said, leads)| words[(*said).clone()] != address[(*leads).clone()])?;
    is_same_shape.then(|| Mismatch::between(said.clone(), address, leads.clone()))
}

/// Where an address goes on behind the first of some marks.
fn behind(address: &str, marks: &[&str]) -> Option<usize> {
    marks.iter().filter_map(|mark| address.find(mark).map(|at| at + mark.len())).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(words: &str, address: &str) -> Option<(String, String)> {
        mismatch(words, address).map(|it| (words[it.said].to_owned(), it.leads))
    }

    fn two(said: &str, leads: &str) -> Option<(String, String)> {
        Some((said.to_owned(), leads.to_owned()))
    }

    #[test]
    fn numbers_of_issues_are_compared() {
        let at = "https://git.example/o/r/pull/1752#issuecomment-7";
        assert_eq!(told("#1751", at), two("1751", "1752"));
        assert_eq!(told("PR #1751: Retry", at), two("1751", "1752"));
        assert_eq!(told("`o/r#1751`", at), two("1751", "1752"));
        assert_eq!(told("pull request 1751", at), two("1751", "1752"));
        assert_eq!(told("#1752", at), None);
        assert_eq!(told("Question #10", at), None);
        assert_eq!(told("o/r#10", at), two("10", "1752"));
        assert_eq!(told("#1751, #1752", at), None);
        assert_eq!(told("Meeting #17", at), None);
        assert_eq!(told("The fix for #1751", at), None);
        assert_eq!(told("#1", at), None);
        assert_eq!(told("proposals#0021", at), None);
        assert_eq!(told("#1751", "https://git.example/o/r/issues/17-a-title"), None);
    }

    #[test]
    fn keys_and_records_are_compared() {
        assert_eq!(told("OPS-12", "https://tickets.example/browse/OPS-21?focus=1"), two("OPS-12", "OPS-21"));
        assert_eq!(told("OPS-12", "https://tickets.example/browse/ops-12"), None);
        assert_eq!(told("AES-256", "https://a.example/browse/aes"), None);
        assert_eq!(told("RFC 9119 - Semantics", "https://norms.example/rfc/rfc9110.html#a"), two("9119", "9110"));
        assert_eq!(told("ADR-0011", "docs/adr/0012-use-a-queue.md"), two("0011", "0012"));
        assert_eq!(told("ADR-0012", "docs/adr/0012-use-a-queue.md"), None);
        assert_eq!(told("Amend ADR-0011", "docs/adr/0012-use-a-queue.md"), None);
        assert_eq!(told("RFC 84", "https://git.example/o/r/pull/153"), None);
        assert_eq!(told("UTF-8", "docs/0012-utf-16.md"), None);
    }

    #[test]
    fn addresses_are_compared() {
        assert_eq!(told("https://git.example/o/r/pull/37", "https://git.example/o/r/pull/34"), two("37", "34"));
        assert_eq!(told("http://logs.example/26/1120/", "https://logs.example/26/11120"), two("1120", "11120"));
        assert_eq!(told("https://git.example/o/r/pull/37", "https://git.example/o/r/pull/37#a"), None);
        assert_eq!(told("https://git.example/o/r/37", "https://git.example/o/q/34"), None);
        assert_eq!(told("http2://git.example/37", "http3://git.example/34"), two("37", "34"));
        assert_eq!(told("https://git.example/…/37", "https://git.example/o/r/34"), None);
    }

    #[test]
    fn versions_days_and_mailboxes_are_compared() {
        assert_eq!(told("v2.9.15", "https://git.example/o/r/releases/tag/v2.19.15"), two("2.9.15", "2.19.15"));
        assert_eq!(told("2.9", "https://git.example/o/r/releases/tag/2.9.15"), None);
        assert_eq!(told("2.9.1", "https://git.example/o/r/releases/tag/v2.9.1"), None);
        assert_eq!(told("2026-11-06", "minutes/2026-11-20.md"), two("2026-11-06", "2026-11-20"));
        assert_eq!(told("Minutes of 6 November 2026", "20261120.md#actions"), two("6 November 2026", "2026-11-20"));
        assert_eq!(told("2026-11-20", "minutes/2026-11-20.md"), None);
        assert_eq!(told("6 November 2026", "20-november-2026-3.md"), None);
        assert_eq!(told("2026-11-20 and 2026-11-06", "minutes/2026-11-20.md"), None);
        assert_eq!(told("ada@a.example", "mailto:li@a.example?subject=b"), two("ada@a.example", "li@a.example"));
        assert_eq!(told("ada@a.example", "mailto:Ada@a.example"), None);
        assert_eq!(told("ada@a.example.", "mailto:ada@a.example"), None);
        assert_eq!(told("write to us", "mailto:ada@a.example"), None);
    }
}
