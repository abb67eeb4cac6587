//! The hour of a phrase that is known to name a time, with the offset right behind it: "17:00", "5:30 pm", "24:00",
//! "14:05:00-05:00". What no clock shows is told, and not passed over.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Time;

use super::Unread;
use crate::words::english::reading::Hours;
use crate::words::near;
use crate::words::pattern::{Captures, Pattern};
use crate::words::zone::{self, Meaning};

/// An hour, and the offset that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Clock {
    pub range: Range<usize>,
    pub hours: Hours,
    /// What the offset behind it means; none where no offset stands there.
    pub zones: Vec<Meaning>,
}

static CLOCK: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:(?P<word>(?:12 )?(?:noon|midday|midnight))(?-u:\b)",
        r"|(?P<hour>\d\d?)(?: ?(?P<alone>[ap])\.?m(?-u:\b)\.?",
        r"|[:h](?P<minute>\d\d)(?P<second>:\d\d(?:[.,]\d+)?)?(?: ?(?P<half>[ap])\.?m(?-u:\b)\.?)?",
        r"(?:(?P<zulu> ?z(?-u:\b))|(?P<offset> ?[+\x{2212}-]\d\d?(?::?\d\d)?(?-u:\b)))?))"
    ))
});

/// The first hour of a phrase that stands outside of what was read already. `is_iso` says that it is written as programs
/// do: then a dash behind it begins an offset.
pub fn find(text: &str, taken: &[Range<usize>], is_iso: bool) -> Result<Option<Clock>, Unread> {
    let is_free = |found: &Captures| found.get(0).is_some_and(|it| !near::overlaps(&it.range(), taken));
    let Some(found) = CLOCK.captures_iter(text).find(is_free) else { return Ok(None) };
    let range = found.get(0).map_or(0..0, |it| it.range());
    if let Some(word) = found.name("word") {
        let is_midnight = word.as_str().to_ascii_lowercase().ends_with("midnight");
        let hours = if is_midnight { Hours::Midnight } else { Hours::At(Time::constant(12, 0, 0, 0)) };
        return Ok(Some(Clock { range, hours, zones: Vec::new() }));
    }
    let offset = found.name("offset").filter(|it| is_iso || is_offset(it.as_str(), found.name("second").is_some()));
    let end = match (&offset, found.name("offset")) {
        (None, Some(other)) => other.start(),
        _ => range.end,
    };
    let clock = &text[range.start..offset.as_ref().or(found.name("zulu").as_ref()).map_or(end, |it| it.start())];
    let hours = hours(&found).ok_or_else(|| no_hour(clock))?;
    let zones = match (found.name("zulu"), &offset) {
        (Some(_), _) => zone::meanings("UTC"),
        (None, Some(offset)) => super::whose::offset(offset.as_str())?,
        (None, None) => Vec::new(),
    };
    Ok(Some(Clock { range: range.start..end, hours, zones }))
}

/// Whether a sign and digits behind an hour are an offset, and not the end of a span: "9:00-10:00".
fn is_offset(written: &str, has_seconds: bool) -> bool {
    let is_whole = !written.contains(':') && written.trim_start().chars().count() == "-0500".len();
    written.contains('+') || written.starts_with(' ') || has_seconds || is_whole
}

fn no_hour(clock: &str) -> Unread {
    let cure = "the hours of a day are 00:00 to 24:00, the last of which is its end, or 12 am to 11:59 pm";
    Unread::wrong(format!("`{clock}` is no hour of a day"), cure)
}

/// The hour that is written, where a clock shows it.
fn hours(found: &Captures) -> Option<Hours> {
    let number =
        |name: &str| found.name(name).and_then(|it| it.as_str().trim_start_matches(':').get(..2)?.parse().ok());
    let hour: i8 = found["hour"].parse().ok()?;
    let (minute, second): (i8, i8) = (number("minute").unwrap_or(0), number("second").unwrap_or(0));
    let half = found.name("half").or(found.name("alone")).map(|it| it.as_str().to_ascii_lowercase());
    let hour = match (half.as_deref(), hour) {
        (None, 24) if minute == 0 && second == 0 => return Some(Hours::DayEnd),
        (Some("p"), 1..=11) => hour + 12,
        (Some("a"), 12) => 0,
        // "17:00 pm" says it twice, "0 pm" and "17:00 am" say what cannot be.
        (Some("p"), 0) | (Some("a"), 13..) => return None,
        _ => hour,
    };
    // A leap second is the last one that a clock can tell.
    Time::new(hour, minute, if second == 60 { 59 } else { second }, 0).ok().map(Hours::At)
}
