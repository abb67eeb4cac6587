//! A phrase that names a time, read on its own: "EOD Friday", "by 12/11 at 5pm CET". In sentences the deadlines have
//! their own module; here somebody asks what a phrase can mean, and is told which of its words nobody understood.

mod clock;
mod days;
mod left;
pub mod soon;
mod whose;

use std::ops::Range;
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use self::clock::Clock;
use self::days::Counted;
use self::whose::Whose;
use super::deadline;
use super::reading::{self, Cue, Hours, Reading, Setting, Stretch};
use crate::words::near;
use crate::words::pattern::{Pattern, any_of};
use crate::words::zone::{Meaning, season};

/// Why a phrase has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It names no time.
    Nothing,
    /// It names what no calendar, no clock or no zone has.
    Wrong { what: String, cure: String },
    /// Some of its words were not understood, and may change what the others mean.
    Partly { words: String, understood: String, cure: String },
}

impl Unread {
    fn wrong(what: String, cure: &str) -> Unread {
        Unread::Wrong { what, cure: cure.to_owned() }
    }
}

/// The words of a deadline, wherever they stand in its phrase.
static CUE: LazyLock<Pattern> =
    LazyLock::new(|| any_of(&["before|until|till|'til|by|due|deadline|no later than|not later than|at the latest"]));

/// Bytes. Whoever names one time needs fewer, and each word of a phrase is held against what the others are taken for.
const LONGEST: usize = 400;

/// Reads a phrase. `writer` is the zone of whoever wrote it, where that is known.
pub fn read(phrase: &str, setting: &Setting, writer: Option<&TimeZone>) -> Result<Reading, Unread> {
    if phrase.len() > LONGEST {
        return Err(Unread::wrong(
            format!("it has more than {LONGEST} bytes, and names more than a time"),
            "leave out what does not say when it is",
        ));
    }
    let (text, is_iso) = spaced(phrase);
    let text = text.as_str();
    let date = days::written(text, setting)?;
    let whose = whose::all(text, writer)?;
    let mut taken: Vec<Range<usize>> = date.iter().map(|it| it.range.clone()).collect();
    taken.extend(whose.iter().map(|it| it.range.clone()));
    let clock = clock::find(text, &taken, is_iso)?;
    let counted: Vec<Counted> = deadline::moments(text).map(|(range, moment)| Counted { range, moment }).collect();
    if date.is_none() && clock.is_none() && counted.is_empty() {
        return Err(left::over(text).unwrap_or(Unread::Nothing));
    }
    let house = setting.readers.place_of_meaning(text);
    let zones = zones(text, clock.as_ref(), &whose, house.as_ref().map(|it| it.1))?;

    let mut taken: Vec<Range<usize>> = date.iter().map(|it| it.range.clone()).collect();
    taken.extend(clock.iter().map(|it| it.range.clone()));
    taken.extend(zones.taken);
    taken.extend(house.iter().map(|it| it.0.clone()));
    taken.extend(CUE.find_iter(text).map(|it| it.range()));
    taken.extend(parts_of_day(text));
    let counted = beside(text, counted, &mut taken);
    if let Some(left) = left::told(text, &left::places(text, &taken), &taken) {
        return Err(left);
    }
    let days = days::together(text, date.as_ref(), &counted, setting)?;
    let part = Hours::part_of(text);
    let hours = match clock.map(|it| it.hours) {
        Some(hours) => hours.in_part(part),
        None => {
            let of_house = || Hours::written(house.as_ref()?.1);
            let of_moment = || counted.iter().find_map(|it| Hours::of(it.moment, &text[it.range.clone()]));
            of_house().or_else(of_moment).or(part).unwrap_or(Hours::Unsaid)
        }
    };
    let zones = in_season(text, settled(zones.meanings, zones.beside, &days)?, &days);
    Ok(Reading { days, hours, zones, cue: cue(text) })
}

/// What the words of a deadline make of it: of several the one that says most about its end.
fn cue(text: &str) -> Cue {
    let cues: Vec<Cue> = CUE.find_iter(text).map(|found| Cue::named(found.as_str())).collect();
    [Cue::Before, Cue::Until, Cue::By].into_iter().find(|it| cues.contains(it)).unwrap_or(Cue::At)
}

/// The phrase with a space between a day and its hour, and whether a program wrote them: `2026-11-20T14:05`.
fn spaced(phrase: &str) -> (String, bool) {
    let bytes = phrase.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let is_between = |at: usize| bytes[at] == b'T' && is_digit(at.checked_sub(1)) && is_digit(at.checked_add(1));
    let Some(at) = (0..bytes.len()).find(|at| is_between(*at)) else { return (phrase.to_owned(), false) };
    (format!("{} {}", &phrase[..at], &phrase[at + 1..]), true)
}

/// Words that name a part of the day.
fn parts_of_day(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_letter = |it: char| it.is_alphabetic();
    let starts = text.char_indices().filter(move |(at, it)| is_letter(*it) && !text[..*at].ends_with(is_letter));
    starts.filter_map(move |(at, _)| {
        let word = text[at..].split(|it| !is_letter(it)).next()?;
        Hours::names_part(word).then(|| at..at + word.len())
    })
}

/// The times that are counted from the day of writing, as far as no other word stands between: of "Friday or Monday" the
/// first alone.
fn beside(text: &str, counted: Vec<Counted>, taken: &mut Vec<Range<usize>>) -> Vec<Counted> {
    let mut out: Vec<Counted> = Vec::new();
    for it in counted {
        let end = |range: &Range<usize>| range.end;
        let from = taken.iter().map(end).filter(|end| *end <= it.range.start).max().unwrap_or(0);
        let is_apart = left::places(text, taken).iter().any(|left| from <= left.start && left.end <= it.range.start);
        let is_first = out.is_empty() && !taken.iter().any(|other| other.end <= it.range.start && is_apart);
        if is_first || !is_apart || near::overlaps(&it.range, taken.iter()) {
            taken.push(it.range.clone());
            out.push(it);
        }
    }
    out
}

/// The zones of a phrase.
struct Zones<'t> {
    meanings: Vec<Meaning>,
    /// A second name of the same: "-0800 (PST)", "+01:00[Europe/Berlin]".
    beside: Option<(&'t str, Vec<Meaning>)>,
    taken: Vec<Range<usize>>,
}

fn zones<'t>(text: &'t str, clock: Option<&Clock>, whose: &[Whose], house: Option<&str>) -> Result<Zones<'t>, Unread> {
    let of_clock = clock.map(|it| it.zones.clone()).unwrap_or_default();
    let (first, second) = if of_clock.is_empty() { (whose.first(), whose.get(1)) } else { (None, whose.first()) };
    let is_close = |it: &&Whose| text[..it.range.start].trim_end().ends_with(['(', '[']);
    let second = second.filter(is_close).filter(|it| !it.is_readers);
    let taken = first.into_iter().chain(second).map(|it| it.range.clone()).collect();
    let meanings = match (of_clock.is_empty(), first, house) {
        (false, ..) => of_clock,
        (true, Some(first), _) => first.zones.clone(),
        (true, None, Some(meaning)) => reading::zones(meaning),
        (true, None, None) => Vec::new(),
    };
    let beside = second.map(|it| (&text[it.range.clone()], it.zones.clone()));
    Ok(Zones { meanings, beside, taken })
}

/// What is left of the meanings of a zone that has two names.
fn settled(
    meanings: Vec<Meaning>,
    beside: Option<(&str, Vec<Meaning>)>,
    days: &[Stretch],
) -> Result<Vec<Meaning>, Unread> {
    let Some((name, others)) = beside else { return Ok(meanings) };
    let noon = |day: &Stretch| TimeZone::UTC.to_timestamp(day.first.at(12, 0, 0, 0)).ok();
    let at = days.first().and_then(noon).unwrap_or(Timestamp::UNIX_EPOCH);
    let is_same = |one: &Meaning| others.iter().any(|it| it.zone.to_offset(at) == one.zone.to_offset(at));
    let left: Vec<Meaning> = meanings.into_iter().filter(is_same).collect();
    if left.is_empty() {
        let cure = "leave out the zone that is wrong";
        return Err(Unread::wrong(format!("`{name}` is not the zone that stands before it"), cure));
    }
    Ok(left)
}

/// "17:00 EST" on a day in July: whoever wrote it may mean the clocks there, which are on EDT.
fn in_season(text: &str, mut meanings: Vec<Meaning>, days: &[Stretch]) -> Vec<Meaning> {
    // The same time in UTC says which it is.
    if meanings.len() != 1 || ["UTC", "GMT"].iter().any(|it| text.contains(it)) {
        return meanings;
    }
    let words = || text.split(|it: char| !it.is_ascii_alphabetic());
    let off = days.iter().find_map(|day| words().find_map(|word| season::off_season(word, day.first)));
    let clocks = off.and_then(|it| {
        let zone = TimeZone::fixed(Offset::from_seconds(it.offset * 60).ok()?);
        Some(Meaning { zone, place: it.in_force })
    });
    meanings.extend(clocks);
    meanings
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::words::readers::Readers;

    fn told(phrase: &str) -> Option<String> {
        let readers = Readers::default();
        // A Wednesday.
        let setting = Setting { written: Some(date(2026, 11, 18)), is_zone_stated: false, readers: &readers };
        let found = read(phrase, &setting, None).ok()?;
        let interval = found.interval(&readers)?;
        let days: Vec<String> = found.days.iter().map(|it| it.first.to_string()).collect();
        Some(format!("{}: {}", days.join(" or "), interval.hours()))
    }

    #[test]
    fn phrases_and_how_far_their_readings_lie_apart() {
        let told = |phrase| told(phrase).expect(phrase);
        assert_eq!(told("EOD Friday"), "2026-11-20: 33");
        assert_eq!(told("by 5pm Friday"), "2026-11-20: 26");
        assert_eq!(told("Friday 17:00 UTC"), "2026-11-20: 0");
        assert_eq!(told("2026-11-20T17:00Z"), "2026-11-20: 0");
        assert_eq!(told("Nov 20, 17:00 CET"), "2026-11-20: 0");
        assert_eq!(told("17:00 IST on Nov 20"), "2026-11-20: 5");
        assert_eq!(told("17:00 EST on July 10"), "2027-07-10: 1");
        assert_eq!(told("17:00 EST (UTC-5) on July 10"), "2027-07-10: 0");
        assert_eq!(told("17:00 EDT on July 10"), "2027-07-10: 0");
        assert_eq!(told("12/11"), "2026-12-11 or 2027-11-12: 8114");
        assert_eq!(told("next Friday at noon"), "2026-11-20 or 2026-11-27: 194");
        assert_eq!(told("tomorrow morning"), "2026-11-19: 32");
        assert_eq!(told("28.11."), "2026-11-28: 50");
        assert_eq!(told("by 28.11. at 17:00 UTC"), "2026-11-28: 0");
        assert_eq!(told("COB"), "2026-11-18: 33");
        assert_eq!(told("midnight on Friday"), "2026-11-20: 50");
    }

    #[test]
    fn what_names_no_time() {
        assert_eq!(told("at the end of it"), None);
        assert_eq!(told("the auth thing"), None);
    }

    #[test]
    fn what_is_long_is_no_phrase() {
        let readers = Readers::default();
        let setting = Setting { written: None, is_zone_stated: false, readers: &readers };
        let said = |count: usize| read(&"by friday ".repeat(count), &setting, None);
        assert!(matches!(said(LONGEST), Err(Unread::Wrong { .. })) && said(1).is_ok());
    }
}
