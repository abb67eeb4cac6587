//! Names of time zones as people write them beside a clock time, and what their abbreviations stand for. Which half of
//! the year an abbreviation belongs to is computed from the rules of the zone; a clock is never read.

pub mod stamp;

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use regex::Regex;

/// Abbreviations that stand for a zone wherever they are written in capitals.
const NAMES: &str = concat!(
    "UTC|GMT|Zulu|[ECMPA][SD]T|AK[SD]T|HST|CES?T|EES?T|WES?T|MES?Z|BST|IST|JST|KST|SGT|HKT|PHT|WIB|ICT|PKT|NPT",
    "|MSK|BRT|CLT|AES?T|AEDT|AC[SD]T|AWST|NZ[SD]T|SAST|EAT|WAT|CAT|GST|AoE"
);

/// Words that name a zone with "time" behind them, or alone behind a clock time.
const REGIONS: &str = concat!(
    "Pacific|Eastern|East Coast|West Coast|Central|Mountain|Atlantic|Alaska|Hawaii|Western|European|Central European|Eastern European|Greenwich",
    "|Coordinated Universal|Universal|Indian?|Irish|British|UK|US|EU|Chinese|Beijing|Shanghai|Japan|Tokyo|Korean?|Seoul",
    "|Singapore|Sydney|Melbourne|Brisbane|London|Dublin|Lisbon|Paris|Madrid|Berlin|Amsterdam|Brussels|Zurich|Vienna|Rome",
    "|Prague|Warsaw|Stockholm|Oslo|Copenhagen|Helsinki|Athens|Kyiv|Istanbul|Moscow|Dubai|Israel|New York|NYC|Boston",
    "|Toronto|Chicago|Austin|Denver|Seattle|San Francisco|SF|Palo Alto|California|Los Angeles|LA|S[aã]o Paulo|Brazil"
);

/// A zone right behind a clock time, whatever is said of it otherwise: "10am ET", "9:00 (Berlin time)", "14:00Z".
static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        concat!(
            r"^(?:\.|,)?(?: ?[(\[]| in| at)? ?(?:(?i:{names}|[ECMP]T|UT|Z)(?-u:\b)|[+\u{{2212}}-] ?\d\d?(?::?\d\d)?(?-u:\b)",
            r"|(?:the )?(?:{regions})(?-u:\b)|(?:[A-Z][\w.]+ ){{1,3}}[Tt]ime(?-u:\b)|[A-Z]\w+/[A-Z]\w+",
            r"|(?i:(?:the )?(?:\w+ )?(?:local|my|your|our|server|system|host|cluster|office|site|venue)(?:'s)? time)(?-u:\b))"
        ),
        names = NAMES,
        regions = REGIONS
    ))
    .expect("a constant pattern")
});

/// A place whose clocks are meant by everything that happens there.
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"(?-u:\b)(?:(?i:local|your|my|our) time|in person|(?:{REGIONS}))(?-u:\b)"))
        .expect("a constant pattern")
});

/// A zone anywhere in a text that speaks of times.
static ANYWHERE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        concat!(
            r"(?-u:\b)(?:{names})(?-u:\b)|(?-u:\b)(?:{regions}) (?:Standard |Daylight |Summer )?[Tt]ime(?-u:\b)",
            r"|\d ?(?:[AaPp]\.?[Mm]\.?)? ?\(?(?:[ECMP]T|UT|et|pt)(?-u:\b)|(?-u:\b)(?i:utc|time ?-?zones?)(?-u:\b)|\d\d[zZ](?-u:\b)",
            r"|\d\d:\d\d(?::\d\d)?(?:\.\d+)? ?[+-]\d\d:?\d\d(?-u:\b)",
            r"|(?-u:\b)(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific|US|Etc)/[A-Z]\w+"
        ),
        names = NAMES,
        regions = REGIONS
    ))
    .expect("a constant pattern")
});

/// The zone right behind a clock time.
pub fn behind(after: &str) -> Option<Range<usize>> {
    BEHIND.find(after).map(|found| found.range())
}

/// A time with its zone as programs write it, in code or in an address too.
static STAMPED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\d ?(?:UTC|GMT)(?-u:\b)|<t(?:ime)?:[\dT:+-]+").expect("a constant pattern"));

/// Whether a text holds a time with its zone, be it in code.
pub fn is_stamped(text: &str) -> bool {
    STAMPED.is_match(text)
}

/// Whether an address leads to where a time is shown in the reader's own zone.
pub fn is_converter(address: &str) -> bool {
    const HOSTS: &[&str] =
        &["everytimezone", "timeanddate", "time.is/", "worldtimebuddy", "dateful", "savvytime", "arewemeetingyet", "calendar"];
    HOSTS.iter().any(|host| address.contains(host))
}

/// Whether a text names a zone at all.
pub fn is_named(text: &str) -> bool {
    ANYWHERE.is_match(text)
}

/// Whether a sentence names a place that tells its zone.
pub fn has_place(sentence: &str) -> bool {
    PLACE.is_match(sentence)
}

/// One of the zones that an abbreviation may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    pub place: &'static str,
    /// Minutes east of UTC.
    pub offset: i32,
    /// IANA names of zones that people call so: words of a text that settle it are matched with the others.
    pub zones: &'static [&'static str],
    /// Words that say that this one is meant.
    words: &'static [&'static str],
}

/// What an abbreviation stands for, where that is more than one thing.
pub fn meanings(abbreviation: &str) -> &'static [Meaning] {
    const fn meaning(
        place: &'static str,
        offset: i32,
        zones: &'static [&'static str],
        words: &'static [&'static str],
    ) -> Meaning {
        Meaning { place, offset, zones, words }
    }
    const AMBIGUOUS: &[(&str, &[Meaning])] = &[
        (
            "IST",
            &[
                meaning(
                    "India",
                    330,
                    &["Asia/Kolkata", "Asia/Calcutta"],
                    &["india", "indian", "bangalore", "bengaluru", "mumbai", "delhi", "pune", "hyderabad", "chennai"],
                ),
                meaning("Ireland", 60, &["Europe/Dublin"], &["ireland", "irish", "dublin"]),
                meaning("Israel", 120, &["Asia/Jerusalem", "Asia/Tel_Aviv"], &["israel", "aviv", "jerusalem", "haifa"]),
            ],
        ),
        (
            "CST",
            &[
                meaning(
                    "North America",
                    -360,
                    &["America/Chicago", "America/Winnipeg", "America/Mexico_City"],
                    &["chicago", "austin", "dallas", "houston", "texas", "mexico", "usa", "america", "pacific"],
                ),
                meaning(
                    "China",
                    480,
                    &["Asia/Shanghai", "Asia/Taipei"],
                    &["china", "chinese", "beijing", "shanghai", "shenzhen", "hangzhou", "taipei", "taiwan"],
                ),
                meaning("Cuba", -300, &["America/Havana"], &["cuba", "havana"]),
            ],
        ),
        (
            "BST",
            &[
                meaning(
                    "Britain",
                    60,
                    &["Europe/London"],
                    &["britain", "british", "london", "uk", "england", "scotland", "wales", "gmt"],
                ),
                meaning("Bangladesh", 360, &["Asia/Dhaka"], &["bangladesh", "dhaka"]),
            ],
        ),
        (
            "AST",
            &[
                meaning(
                    "Atlantic Canada",
                    -240,
                    &["America/Halifax"],
                    &["atlantic", "halifax", "canada", "nova", "bermuda"],
                ),
                meaning("Arabia", 180, &["Asia/Riyadh"], &["arabia", "saudi", "riyadh", "kuwait", "bahrain", "qatar"]),
            ],
        ),
    ];
    AMBIGUOUS.iter().find(|(name, _)| *name == abbreviation).map_or(&[], |(_, meanings)| meanings)
}

/// Whether a text in lower case holds words that say which of the zones is meant, and only one of them.
pub fn is_settled(meanings: &[Meaning], lower: &str) -> bool {
    let is_named = |meaning: &&Meaning| {
        let mut words = lower.split(|it: char| !it.is_alphanumeric());
        let (sign, minutes) = (if meaning.offset < 0 { '-' } else { '+' }, meaning.offset.abs());
        let offsets = [format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60), format!("utc{sign}{}", minutes / 60)];
        words.any(|word| meaning.words.contains(&word)) || offsets.iter().any(|offset| lower.contains(offset))
    };
    meanings.iter().filter(is_named).count() == 1
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

    fn zone(after: &str) -> Option<&str> {
        behind(after).map(|range| after[range].trim())
    }

    #[test]
    fn a_zone_stands_behind_its_time() {
        for after in [" UTC", "Z", " (ET)", " pst on Friday", "+02:00", " Berlin time", " Palo Alto time", " Pacific."]
        {
            assert!(zone(after).is_some(), "{after}");
        }
        for after in [" US/Pacific", " my time", " in your local time", " UK/5pm", " (China Standard Time)"] {
            assert!(zone(after).is_some(), "{after}");
        }
        for after in [" on Friday", " is the time", ", Ada", " – 15:00", " at the office", " eta"] {
            assert_eq!(zone(after), None, "{after}");
        }
    }

    #[test]
    fn a_text_names_its_zone_anywhere() {
        assert!(is_named("All times UTC.") && is_named("Time (PST)") && is_named("14:00Z") && is_named("10am PT"));
        assert!(is_named("2026-11-20T14:05:00+01:00") && is_named("as your timezone is"));
        assert!(!is_named("First time: 14:00, at the EASTER meeting; PT is physical training"));
    }

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
        let is_settled = |name: &str, text: &str| is_settled(meanings(name), text);
        assert!(is_settled("IST", "the team in bangalore"));
        assert!(!is_settled("IST", "india and ireland") && !is_settled("IST", "the indiana office"));
        assert!(meanings("EST").is_empty());
        assert_eq!([offset_text(330), offset_text(-300)], ["UTC+05:30", "UTC-05:00"]);
    }
}
