//! Abbreviations that say less than they seem to: those that several places share, and those of one half of the year on a
//! day of the other. Which half that is follows from the rules of the zone; a clock is never read.

use std::collections::HashSet;

use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Words of a text that say which place an abbreviation is of: its name, minutes east of UTC, the words in lower case.
const WORDS: &[(&str, i32, &[&str])] = &[
    (
        "IST",
        330,
        &[
            "asia",
            "apac",
            "india",
            "indian",
            "bangalore",
            "bengaluru",
            "mumbai",
            "delhi",
            "pune",
            "hyderabad",
            "chennai",
            "nse",
            "bse",
            "sensex",
            "sebi",
            "kolkata",
            "rupee",
            "rupees",
            "lakh",
            "crore",
        ],
    ),
    ("IST", 60, &["ireland", "irish", "dublin"]),
    ("IST", 120, &["israel", "aviv", "jerusalem", "haifa"]),
    (
        "CST",
        -360,
        &[
            "chicago",
            "austin",
            "dallas",
            "houston",
            "texas",
            "mexico",
            "usa",
            "america",
            "pacific",
            "wisconsin",
            "nebraska",
            "illinois",
        ],
    ),
    ("CST", 480, &["china", "chinese", "beijing", "shanghai", "shenzhen", "hangzhou", "taipei", "taiwan"]),
    ("CST", -300, &["cuba", "havana"]),
    ("BST", 60, &["britain", "british", "london", "uk", "england", "scotland", "wales", "gmt"]),
    ("BST", 360, &["bangladesh", "dhaka"]),
    ("AST", -240, &["atlantic", "halifax", "canada", "bermuda"]),
    ("AST", 180, &["arabia", "saudi", "riyadh", "kuwait", "bahrain", "qatar"]),
    ("GST", 240, &["gulf", "emirates", "uae", "dubai", "oman", "muscat", "dhabi", "gcc", "mena"]),
    ("GST", -120, &["grytviken"]),
];

/// Whether an abbreviation is that of several places, and people of each use it.
pub fn is_shared(name: &str) -> bool {
    WORDS.iter().any(|(word, ..)| *word == name)
}

/// The abbreviations of which a text in lower case says which of their places is meant, and says it of one alone.
pub fn settled(lower: &str) -> Vec<&'static str> {
    let words: HashSet<&str> = lower.split(|it: char| !it.is_alphanumeric()).collect();
    let is_said = |(_, minutes, own): &&(&str, i32, &[&str])| {
        let offset = offset_text(*minutes).to_lowercase();
        let is_offset =
            lower.contains(offset.trim_start_matches("utc")) || lower.contains(offset.trim_end_matches(":00"));
        is_offset || own.iter().any(|word| words.contains(word))
    };
    let said: Vec<&str> = WORDS.iter().filter(is_said).map(|it| it.0).collect();
    said.iter().copied().filter(|name| said.iter().filter(|it| *it == name).count() == 1).collect()
}

/// An abbreviation that belongs to one half of the year, on a day of the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OffSeason {
    /// What the clocks there are called on that day.
    pub in_force: String,
    /// The offset of the abbreviation as it is written, in minutes east of UTC.
    pub written: i32,
    /// The offset that is in force there on that day.
    pub offset: i32,
    pub city: &'static str,
}

/// The abbreviations of places that change their clocks: the zone, its city and the offset in minutes. Those that are
/// as well the time of a neighbour who never changes them (MST of Arizona, AEST of Queensland, EET of Cairo) are left out.
const SEASONAL: &[(&str, &str, &str, i32)] = &[
    ("EST", "America/New_York", "New York", -300),
    ("EDT", "America/New_York", "New York", -240),
    ("CDT", "America/Chicago", "Chicago", -300),
    ("MDT", "America/Denver", "Denver", -360),
    ("PST", "America/Los_Angeles", "Los Angeles", -480),
    ("PDT", "America/Los_Angeles", "Los Angeles", -420),
    ("BST", "Europe/London", "London", 60),
    ("CET", "Europe/Berlin", "Berlin", 60),
    ("CEST", "Europe/Berlin", "Berlin", 120),
    ("EEST", "Europe/Helsinki", "Helsinki", 180),
    ("AEDT", "Australia/Sydney", "Sydney", 660),
    ("NZST", "Pacific/Auckland", "Auckland", 720),
    ("NZDT", "Pacific/Auckland", "Auckland", 780),
];

/// The clocks of the place that an abbreviation is known for, in both halves of the year.
pub fn clocks(abbreviation: &str) -> Option<TimeZone> {
    let (_, zone, ..) = SEASONAL.iter().find(|(name, ..)| *name == abbreviation)?;
    TimeZone::get(zone).ok()
}

/// Whether the place that an abbreviation is known for has other clocks on that day.
pub fn off_season(abbreviation: &str, day: Date) -> Option<OffSeason> {
    let (_, zone, city, written) = SEASONAL.iter().find(|(name, ..)| *name == abbreviation)?;
    let zone = TimeZone::get(zone).ok()?;
    // On the days of the change both are right for some hours.
    let info = |hour: i8| {
        let noon = day.at(hour, 0, 0, 0).to_zoned(zone.clone()).ok()?.timestamp();
        let info = zone.to_offset_info(noon);
        Some((info.offset().seconds() / 60, info.abbreviation().to_owned()))
    };
    let ((offset, in_force), (late, _)) = (info(0)?, info(23)?);
    (offset == late && offset != *written).then_some(OffSeason { in_force, written: *written, offset, city })
}

/// An offset as it is written: `UTC-05:00`.
pub fn offset_text(minutes: i32) -> String {
    let (sign, minutes) = (if minutes < 0 { '-' } else { '+' }, minutes.abs());
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_abbreviation_has_its_half_of_the_year() {
        let off = |name: &str, month: i8| off_season(name, date(2026, month, 15)).map(|it| (it.in_force, it.offset));
        assert_eq!(off("EST", 7), Some(("EDT".to_owned(), -240)));
        assert_eq!(off("CEST", 1), Some(("CET".to_owned(), 60)));
        assert_eq!(off("NZST", 1), Some(("NZDT".to_owned(), 780)));
        assert_eq!((off("EST", 1), off("CEST", 7), off("MST", 7), off("UTC", 7)), (None, None, None, None));
        // The day of the change.
        assert_eq!(off_season("EST", date(2026, 3, 8)), None);
    }

    #[test]
    fn words_settle_what_is_meant() {
        assert_eq!(settled("the team in bangalore"), ["IST"]);
        assert_eq!(settled("15:00 ist (+05:30)"), ["IST"]);
        assert_eq!(settled("india and ireland, and the office in austin"), ["CST"]);
        assert!(settled("the indiana office").is_empty());
        assert!(is_shared("CST") && !is_shared("EST"));
        assert_eq!([offset_text(330), offset_text(-300)], ["UTC+05:30", "UTC-05:00"]);
    }
}
