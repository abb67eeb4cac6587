//! Two clock times beside each other that tell one moment in two zones: "12:00 ET (17:00 UTC)", "9am PST / 6pm CET". Whether they
//! may be the same moment on a day; which of the two is meant, nobody can tell.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{NAMES, meanings, minutes_east, season};
use crate::words::pattern::{Captures, Pattern};

/// One of the two, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The clock time and its zone.
    pub range: Range<usize>,
    pub zone: Range<usize>,
    /// It is the beginning of a span: "12-1 ET".
    pub is_span: bool,
    /// Minutes of the day. Without a half, an hour before one in the afternoon may be of either.
    minutes: Vec<i32>,
    /// Neither "am" nor "pm" stands there.
    is_bare: bool,
    has_minutes: bool,
}

/// Two times that cannot be the same moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Apart {
    /// What the first one is in the zone of the second, in minutes of the day, by the reading that comes nearest.
    pub other: i32,
    /// What the second one is in the zone of the first.
    pub one: i32,
}

const DAY: i32 = 24 * 60;

/// Nobody tells more moments in one sentence.
const MOST: usize = 16;

/// Minutes. "12:59 AM PT (8:00 UTC)" is the same moment, for whoever rounds.
const ROUNDED: i32 = 10;

/// Minutes. Times that are further apart are two moments, but for a half of the day that was mixed up.
const NEAR: i32 = 3 * 60;

static PAIR: LazyLock<Pattern> = LazyLock::new(|| {
    let half = r" ?[AaPp]\.?[Mm](?-u:\b)\.?";
    let clock = |it: usize| {
        format!(
            concat!(
                r"(?P<hour{it}>\d\d?)(?:[:.](?P<minute{it}>\d\d))?(?P<half{it}>{half})?",
                r"(?P<span{it}> ?[-\x{{2013}}] ?\d\d?(?:[:.]\d\d)?(?P<end{it}>{half})?)? ?\(?(?P<zone{it}>{names}|[ECMP]T|(?:Eastern|Central|Mountain|Pacific) [Tt]ime)(?-u:\b)"
            ),
            it = it,
            half = half,
            names = NAMES
        )
    };
    Pattern::new(&format!(
        r"(?-u:\b)(?P<one>{})\)? ?(?:/|\||=|\(|\[|,? ?(?:i\.e\.,?|aka|which is|that is)) ?(?P<other>{})",
        clock(1),
        clock(2)
    ))
});

/// Those that stand beside each other in a sentence, in order.
pub fn pairs(text: &str) -> Vec<[Told; 2]> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = PAIR.captures_at(text, at).filter(|_| out.len() < MOST) {
        let (Some(whole), Some(other)) = (found.get(0), found.name("other")) else { break };
        // The second one may be the first of the next pair.
        at = other.start().max(whole.start() + 1);
        if text[..whole.start()].ends_with(['.', ':', '-', '/', '$', '#', ',']) {
            continue;
        }
        const ONE: [&str; 7] = ["one", "span1", "zone1", "hour1", "minute1", "half1", "end1"];
        const OTHER: [&str; 7] = ["other", "span2", "zone2", "hour2", "minute2", "half2", "end2"];
        if let (Some(mut one), Some(mut other)) = (told(&found, ONE), told(&found, OTHER)) {
            // "10 ET / 2 UTC" may be anything.
            if [&one, &other].iter().all(|it| it.is_bare && !it.has_minutes) {
                continue;
            }
            // "10:00 UTC / 17:00 PT": who counts to 24 does so in both.
            let is_counted_on =
                [&one, &other].iter().any(|it| matches!(it.minutes[..], [minutes] if it.is_bare && minutes > DAY / 2));
            for it in [&mut one, &mut other].into_iter().filter(|it| is_counted_on && it.is_bare) {
                it.minutes.truncate(1);
            }
            out.push([one, other]);
        }
    }
    out
}

fn told(found: &Captures, [whole, span, zone, hour, minute, half, end]: [&str; 7]) -> Option<Told> {
    let number = |name: &str| found.name(name).map_or(Some(0), |it| it.as_str().parse::<i32>().ok());
    let has_minutes = found.name(minute).is_some();
    let (hour, minute) = (number(hour)?, number(minute)?);
    if hour > 24 || minute > 59 {
        return None;
    }
    let is_afternoon = |it: &str| it.contains(['p', 'P']);
    // "11-1pm": the end says nothing of the beginning.
    let hours = match found.name(half).map(|it| is_afternoon(it.as_str())) {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(true) => vec![hour % 12 + 12],
        Some(false) => vec![hour % 12],
        // Nobody says twelve alone of midnight.
        None if hour >= 12 => vec![hour % 24],
        None => vec![hour % 12, hour % 12 + 12],
    };
    let minutes = hours.into_iter().map(|it| it * 60 + minute).collect();
    let is_bare = found.name(half).or(found.name(end)).is_none();
    let range = |name: &str| found.name(name).map(|it| it.range());
    Some(Told {
        range: range(whole)?,
        zone: range(zone)?,
        is_span: found.name(span).is_some(),
        minutes,
        is_bare,
        has_minutes,
    })
}

/// How far two times are apart that cannot be one moment, on each of some days. Nothing where they may be one on any of them,
/// or are as plainly two.
pub fn apart(text: &str, [one, other]: &[Told; 2], days: &[Date]) -> Option<Apart> {
    let (one_name, other_name) = (&text[one.zone.clone()], &text[other.zone.clone()]);
    if one_name == other_name {
        return None;
    }
    let mut nearest: Option<(i32, Apart)> = None;
    for day in days {
        let (ours, theirs) = (offsets(one_name, *day), offsets(other_name, *day));
        for (minutes, east) in pairs_of(&one.minutes, &ours) {
            for (others, further_east) in pairs_of(&other.minutes, &theirs) {
                let here = (minutes - east + further_east).rem_euclid(DAY);
                let there = (others - further_east + east).rem_euclid(DAY);
                let distance = (here - others).rem_euclid(DAY).min((others - here).rem_euclid(DAY));
                if distance <= ROUNDED {
                    return None;
                }
                let is_slip = distance <= NEAR || distance == DAY / 2;
                if is_slip && nearest.as_ref().is_none_or(|(least, _)| distance < *least) {
                    nearest = Some((distance, Apart { other: here, one: there }));
                }
            }
        }
    }
    nearest.map(|(_, apart)| apart)
}

fn pairs_of(minutes: &[i32], offsets: &[i32]) -> impl Iterator<Item = (i32, i32)> {
    minutes.iter().flat_map(|minute| offsets.iter().map(move |offset| (*minute, *offset)))
}

/// Names by which people mean the clocks of a place in both halves of the year, though a neighbour has them all year.
const LOOSE: &[(&str, &str)] = &[
    ("CST", "America/Chicago"),
    ("MST", "America/Denver"),
    ("GMT", "Europe/London"),
    ("WET", "Europe/Lisbon"),
    ("EET", "Europe/Helsinki"),
    ("AEST", "Australia/Sydney"),
];

/// Minutes east of UTC that a name may stand for on a day.
fn offsets(name: &str, day: Date) -> Vec<i32> {
    let upper = name.to_uppercase();
    let loose = || LOOSE.iter().find(|(it, _)| *it == upper).and_then(|(_, zone)| TimeZone::get(zone).ok());
    let zones = meanings(name).into_iter().map(|it| it.zone).chain(season::clocks(&upper).or_else(loose));
    let mut offsets: Vec<i32> = zones.filter_map(|it| minutes_east(&it, day)).collect();
    offsets.sort_unstable();
    offsets.dedup();
    offsets
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn apart_on(text: &str, days: &[Date]) -> Vec<Option<(i32, i32)>> {
        let hours = |it: Apart| (it.other / 60, it.one / 60);
        pairs(text).iter().map(|it| apart(text, it, days).map(hours)).collect()
    }

    #[test]
    fn one_moment_has_one_time_in_each_zone() {
        let (winter, summer) = (date(2026, 1, 15), date(2026, 6, 25));
        let text = "Thursdays 12-1 ET (5pm UTC)";
        assert_eq!(apart_on(text, &[winter]), [None]);
        assert_eq!(apart_on(text, &[summer]), [Some((16, 13))]);
        assert_eq!(apart_on(text, &[winter, summer]), [None], "the day is not known");
        assert_eq!(apart_on("12:30 UTC = 6 AM IST", &[winter]), [Some((18, 0))]);
        assert_eq!(apart_on("9am PT / 12pm ET / 6pm CEST", &[summer]), [None, None]);
        assert_eq!(apart_on("9am PT / 12pm ET / 5pm CEST", &[summer]), [None, Some((18, 11))]);
    }

    #[test]
    fn who_says_est_in_summer_means_new_york() {
        let summer = [date(2025, 9, 22)];
        assert_eq!(apart_on("16:00 CEST (10:00 EST/14:00 GMT)", &summer), [None, None]);
        assert_eq!(apart_on("10-11am EST / 2-3 UTC", &summer), [None]);
        assert!(pairs("10-11 EST / 3-4 UTC").is_empty());
        assert_eq!(apart_on("16:00 CEST (11:00 EST)", &summer), [Some((10, 17))]);
    }

    #[test]
    fn other_moments_are_none_of_it() {
        let day = [date(2026, 1, 15)];
        assert_eq!(apart_on("08:00 UTC / 17:00 PST, 10:00 UTC / 17:00 PT", &day), [None, None], "two calls");
        assert_eq!(apart_on("08:00 UTC / 09:00 UTC", &day), [None]);
        assert!(pairs("at 08:00 UTC and 17:00 PST, or $12 ET (5pm UTC)").is_empty());
    }
}
