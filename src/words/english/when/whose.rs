//! On whose clock a phrase is: the zones that it names by an abbreviation, an offset, an IANA name or a town, and "my time".

use std::ops::Range;
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::{self, Offset, TimeZone};

use super::Unread;
use crate::words::list::is_among;
use crate::words::near;
use crate::words::pattern::Pattern;
use crate::words::zone::{self, Meaning};

/// A zone in a phrase, and what it can mean; nothing, where it is that of whoever reads it.
#[derive(Debug, Clone, PartialEq)]
pub struct Whose {
    pub range: Range<usize>,
    pub zones: Vec<Meaning>,
    pub is_readers: bool,
}

static OFFSET: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?i)(?-u:\b)(?:UTC|GMT) ?[+\x{2212}-]\d\d?(?::?\d\d)?(?-u:\b)"));

static NAMED: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"(?-u:\b)[A-Za-z]+(?:/[A-Za-z\d_+-]*[A-Za-z\d])+"));

static OWN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:(?P<my>my(?: own)?(?: local)?)|(?:your|our)(?: own)?(?: local)?|(?:the )?local) time(?: ?zone)?(?-u:\b)",
    )
});

/// The zones of a phrase in their order. `writer` is the zone of whoever wrote it, where that is known.
pub fn all(text: &str, writer: Option<&TimeZone>) -> Result<Vec<Whose>, Unread> {
    let mut out = Vec::new();
    for found in OWN.captures_iter(text) {
        let Some(range) = found.get(0).map(|it| it.range()) else { continue };
        let is_readers = found.name("my").is_none();
        let zones = if is_readers { Vec::new() } else { of_writer(writer) };
        out.push(Whose { range, zones, is_readers });
    }
    for found in OFFSET.find_iter(text) {
        out.push(Whose { range: found.range(), zones: offset(found.as_str())?, is_readers: false });
    }
    for found in NAMED.find_iter(text) {
        let name = found.as_str();
        match TimeZone::get(name) {
            Ok(zone) => {
                let zones = vec![Meaning { zone, place: name.to_owned() }];
                out.push(Whose { range: found.range(), zones, is_readers: false });
            }
            Err(_) if name.split('/').all(|it| it.starts_with(char::is_uppercase)) => {
                return Err(Unread::wrong(
                    format!("`{name}` is no time zone"),
                    "use IANA names such as `Europe/Berlin`, or `UTC`",
                ));
            }
            Err(_) => {}
        }
    }
    let taken: Vec<Range<usize>> = out.iter().map(|it| it.range.clone()).collect();
    out.extend(in_words(text, &taken));
    out.sort_by_key(|it| it.range.start);
    Ok(out)
}

/// What an offset means: "UTC+5:30", "-0800". Told, where no clock runs so.
pub fn offset(written: &str) -> Result<Vec<Meaning>, Unread> {
    let zones = zone::meanings(&written.trim().to_uppercase());
    let no_offset = || {
        let cure = "offsets go from UTC-12 to UTC+14: `UTC-8`, `UTC+05:30`";
        Unread::wrong(format!("`{}` is no offset that a clock has", written.trim()), cure)
    };
    if zones.is_empty() { Err(no_offset()) } else { Ok(zones) }
}

/// The writer's own zone; where nobody knows it, the first and the last of all that people live by.
fn of_writer(writer: Option<&TimeZone>) -> Vec<Meaning> {
    let place = || "the writer".to_owned();
    match writer {
        Some(zone) => vec![Meaning { zone: zone.clone(), place: place() }],
        None => [14, -12]
            .map(|hours| Meaning { zone: TimeZone::fixed(tz::offset(hours)), place: place() })
            .into_iter()
            .collect(),
    }
}

/// Zones of up to three words: "ET", "Central European Time", "Los Angeles time", "Berlin".
fn in_words(text: &str, taken: &[Range<usize>]) -> Vec<Whose> {
    let words: Vec<Range<usize>> = words(text);
    let mut out: Vec<Whose> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found = (1..=3.min(words.len() - at)).rev().find_map(|count| {
            let range = words[at].start..words[at + count - 1].end;
            let zones = meanings(&text[range.clone()]);
            let is_free = !near::overlaps(&range, taken) && !zones.is_empty();
            is_free.then_some((count, Whose { range, zones, is_readers: false }))
        });
        at += found.as_ref().map_or(1, |(count, _)| *count);
        out.extend(found.map(|(_, it)| it));
    }
    out
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, letter)| letter.is_alphanumeric()) {
        match out.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + letter.len_utf8(),
            None => out.push(at..at + letter.len_utf8()),
        }
    }
    out
}

/// What words mean as a zone. Small letters are enough where they spell no other word.
fn meanings(words: &str) -> Vec<Meaning> {
    if is_among("cat eat wat", words) || words.contains('/') {
        return Vec::new();
    }
    let named = zone::meanings(words);
    let is_name = words.starts_with(char::is_uppercase) && words.len() > 3;
    if named.is_empty() && is_name { of_town(words) } else { named }
}

/// The zones of the IANA data that are called after a town.
fn of_town(words: &str) -> Vec<Meaning> {
    const CONTINENTS: &str = "Africa America Asia Atlantic Australia Europe Indian Pacific";
    let town = words.strip_suffix(" time").or_else(|| words.strip_suffix(" Time")).unwrap_or(words).replace(' ', "_");
    let is_of_town = |name: &str| {
        let (continent, rest) = name.split_once('/').unwrap_or_default();
        is_among(CONTINENTS, continent) && rest.rsplit('/').next().is_some_and(|it| it.eq_ignore_ascii_case(&town))
    };
    let mut out: Vec<Meaning> = Vec::new();
    for name in tz::db().available().filter(|it| is_of_town(it.as_str())) {
        let Ok(zone) = TimeZone::get(name.as_str()) else { continue };
        // Some towns have two names in the data, and one clock.
        if out.iter().all(|it| clock(&it.zone) != clock(&zone)) {
            out.push(Meaning { zone, place: name.as_str().to_owned() });
        }
    }
    out
}

/// How far a clock is from UTC in either half of a year.
fn clock(zone: &TimeZone) -> [Offset; 2] {
    // The middle of January and of July 2026.
    [1_768_478_400, 1_784_116_800].map(|at| zone.to_offset(Timestamp::from_second(at).unwrap_or_default()))
}
