//! Zones as people write them in a text: alone, beside a clock time, and as words that say which zone a text has.
//! What they mean `zone` says.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::Pattern;

use super::NAMES;

/// Words that name a zone with "time" behind them, or alone behind a clock time.
const REGIONS: &str = concat!(
    "Pacific|Eastern|East Coast|West Coast|Central|Mountain|Mtn|mtn|Atlantic|Alaska|Hawaii|Western|European|Central European|Eastern European|Greenwich",
    "|Coordinated Universal|Universal|Indian?|Irish|British|UK|US|EU|Chinese|Beijing|Shanghai|Japan|Tokyo|Korean?|Seoul",
    "|Singapore|Sydney|Melbourne|Brisbane|London|Dublin|Lisbon|Paris|Madrid|Berlin|Amsterdam|Brussels|Zurich|Vienna|Rome",
    "|Prague|Geneva|CERN|Warsaw|Stockholm|Oslo|Copenhagen|Helsinki|Athens|Kyiv|Istanbul|Moscow|Dubai|Israel|New York|NYC|Boston",
    "|Toronto|Chicago|Austin|Denver|Seattle|San Francisco|SF|Palo Alto|California|Los Angeles|LA|S[aã]o Paulo|Brazil"
);

/// Towns after which a meeting or a fair is called, and hardly ever a time.
const TOWNS: &str = concat!(
    "San Diego|San Jos[eé]|Portland|Atlanta|Vancouver|Montr[eé]al|Barcelona|Valencia|Munich|Hamburg|Milan|Budapest|Edinburgh",
    "|Bangalore|Bengaluru|Hyderabad|Mumbai|Hong Kong|Taipei|Osaka|Kyoto|Bangkok|Salt Lake City|Buenos Aires|Cape Town|Nairobi"
);

/// An offset from UTC. "22:00-23:00", "09:00-10:30" and "10:00-11:00" are spans: no clock is so far behind it, or hardly any,
/// and hardly any by a part of an hour.
const OFFSET: &str = r"(?:\+\d\d:?\d\d|-(?:(?:0\d|10):?00|0[239]:?30))";

/// Whether a text begins with an offset: what stands behind the name of a zone that several have.
pub fn begins_with_offset(text: &str) -> bool {
    static LEADING: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(&format!(r"^(?:UTC|GMT)?{OFFSET}(?-u:\b)")));
    LEADING.is_match(text)
}

/// A zone right behind a clock time, whatever is said of it otherwise: "10am ET", "9:00 (Berlin time)", "14:00Z".
static BEHIND: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        concat!(
            r"^(?:\.|,)?(?: ?[(\[]| in| at)? ?(?:(?i:{names}|[ECMP]T|UT|Z|any ?where on earth)(?-u:\b)|(?:\+ ?\d\d?|[\u{{2212}}-] ?(?:0?\d|10))(?::?\d\d)?(?-u:\b)",
            r"|(?:the )?(?:{regions}|pacific|eastern|central|mountain)(?-u:\b)|(?:(?:pacific|eastern|central|mountain) |(?:[A-Z][\w.]+ ){{1,3}})[Tt]ime(?-u:\b)|[A-Z]\w+/[A-Z]\w+",
            r"|(?i:(?:the )?(?:\w+ )?(?:local|my|your|our|server|system|host|cluster|office|site|venue)(?:'s)? time)(?-u:\b))"
        ),
        names = NAMES,
        regions = REGIONS
    ))
});

/// A place whose clocks are meant by everything that happens there.
static PLACE: LazyLock<Pattern> = LazyLock::new(|| {
    let venue = "in[ -]person|on-?site|booth|pavilion|venue|hotel|lobby|ballroom|kubecon|tpac|conference cent(?:er|re)|exhibit hall";
    Pattern::new(&format!(r"(?-u:\b)(?:(?i:(?:local|your|my|our) time|{venue})|(?:{REGIONS}|{TOWNS}))(?-u:\b)"))
});

/// A zone anywhere in a text that speaks of times.
static ANYWHERE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        concat!(
            r"(?-u:\b)(?:{names}|[Aa]nywhere on [Ee]arth)(?-u:\b)|(?-u:\b)(?:{regions}) (?:Standard |Daylight |Summer )?[Tt]ime(?-u:\b)",
            r"|\d ?(?:[AaPp]\.?[Mm]\.?)? ?\(?(?:[ECMP]T|UT|et|pt|[ecmp][sd]t|ces?t|gmt|bst|ist|jst)(?-u:\b)|(?-u:\b)(?i:utc|time ?-?zones?)(?-u:\b)|\d\d[zZ](?-u:\b)",
            r"|\d\d:\d\d(?::\d\d)?(?:\.\d+)? ?{offset}(?-u:\b)",
            r"|\d:\d\d ?(?:[AaPp]\.?[Mm]\.?)? ?\(?(?:{regions})(?-u:\b)",
            r"|(?-u:\b)(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific|US|Etc)/[A-Z]\w+"
        ),
        names = NAMES,
        offset = OFFSET,
        regions = REGIONS
    ))
});

/// Names and offsets, each alone.
static ZONE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        concat!(
            r"(?-u:\b)(?:{names}|[ECMP]T)(?-u:\b)",
            r"|\d[zZ](?-u:\b)|{offset}(?-u:\b)|(?-u:\b)(?:UTC|GMT) ?[+-]\d|(?-u:\b)(?:US|[A-Z][a-z]+)/[A-Z][a-z]+(?:_[A-Z][a-z]+)*(?-u:\b)",
            r"|(?-u:\b)[Tt]imes?(?: are| is)?(?: all)?(?: in)? (?:US )?(?:Eastern|Pacific|Central|Mountain|[ECMP]T)(?-u:\b)",
            r"|(?-u:\b)(?:Central|Eastern|Western|Pacific|Mountain|Coordinated Universal)(?: [A-Z][a-z]+)* [Tt]ime(?-u:\b)"
        ),
        names = NAMES,
        offset = OFFSET
    ))
});

/// Names of time zones and offsets from UTC, wherever they stand.
pub fn all(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    ZONE.find_iter(text).map(|found| found.range())
}

/// Whether one of them stands in a text.
pub fn has(text: &str) -> bool {
    ZONE.is_match(text)
}

/// The zone right behind a clock time.
pub fn behind(after: &str) -> Option<Range<usize>> {
    BEHIND.find(after).map(|found| found.range())
}

/// A time with its zone as programs write it, in code or in an address too.
static STAMPED: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"\d ?(?:UTC|GMT)(?-u:\b)|<t(?:ime)?:[\dT:+-]+"));

/// Whether a text holds a time with its zone, be it in code.
pub fn is_stamped(text: &str) -> bool {
    STAMPED.is_match(text)
}

/// Whether what stands for a place is one that people go to, and no call.
pub fn is_venue(place: &str) -> bool {
    static CALL: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?-u:\b)(?:online|virtual\w*|remote\w*|zoom|webex|hangouts?|jitsi|skype|teams|slack|discord|irc|matrix|gitter|youtube|video|phone|dial|hybrid|tb[dca])(?-u:\b)|meet\.|https?:|www\.",
        )
    });
    place.contains(char::is_alphabetic) && !CALL.is_match(place)
}

/// Whether a text names a room or a house where people meet: whoever is there knows its clock.
pub fn has_venue(text: &str) -> bool {
    static VENUE: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(concat!(
            r"(?-u:\b)(?:[Ii]n[- ]person|[Oo]n[- ]?site)(?-u:\b)|(?-u:\b)(?:[Rr]oom|[Hh]all|[Aa]uditorium) [A-Z\d]",
            r"|(?-u:\b)(?:Council|Town|City|Village|Parish|Community|Township|Municipal|County) (?:Chambers?|Hall|Offices?|Building),? ",
            r"|(?-u:\b)[A-Z]\w+ (?:Museum|Hotel|Cent(?:er|re)|Hall|Theat(?:er|re)|University|Auditorium|Pavilion|Arena|Ballroom)(?-u:\b)"
        ))
    });
    VENUE.is_match(text) || has_address(text)
}

/// Whether it names a house in a street: "12 Lantern Hill Road".
pub fn has_address(text: &str) -> bool {
    static ADDRESS: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(concat!(
            r"(?-u:\b)[1-9]\d* (?:[NESW]\.? )?(?:[A-Z][A-Za-z'’]+ )+",
            r"(?:RD|ROAD|Rd|Road|ST|STREET|St|Street|AVE|AVENUE|Ave|Avenue|LN|LANE|Ln|Lane|BLVD|Blvd|Boulevard|DR|DRIVE|Drive|HWY|HIGHWAY|Highway|WAY|Way|PL|Place|SQ|Square)(?-u:\b)"
        ))
    });
    ADDRESS.is_match(text)
}

/// Whether an address leads to where a time is shown in the reader's own zone.
pub fn is_converter(address: &str) -> bool {
    const HOSTS: &[&str] =
        &["everytimezone", "timeanddate", "time.is/", "worldtimebuddy", "dateful", "savvytime", "arewemeetingyet"];
    HOSTS.iter().any(|host| address.contains(host))
}

/// Whether an address leads to a calendar, which shows what is in it in the reader's own zone as well.
pub fn is_calendar(address: &str) -> bool {
    address.contains("calendar")
}

/// Whether a text names a zone at all.
pub fn is_named(text: &str) -> bool {
    ANYWHERE.is_match(text)
}

/// Whether a sentence names a place that tells its zone.
pub fn has_place(sentence: &str) -> bool {
    PLACE.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(after: &str) -> Option<&str> {
        behind(after).map(|range| after[range].trim())
    }

    #[test]
    fn a_zone_stands_behind_its_time() {
        for after in [
            " UTC",
            "Z",
            " (ET)",
            " pst on Friday",
            "+02:00",
            " Berlin time",
            " Palo Alto time",
            " Pacific.",
            " central",
            "-05:00",
            " -0300",
            "-3",
        ] {
            assert!(zone(after).is_some(), "{after}");
        }
        for after in
            [" US/Pacific", " pacific time and", " my time", " in your local time", " UK/5pm", " (China Standard Time)"]
        {
            assert!(zone(after).is_some(), "{after}");
        }
        for after in
            [" on Friday", " is the time", ", Ada", " – 15:00", " at the office", " eta", "-23:00 on Friday", "-11:00"]
        {
            assert_eq!(zone(after), None, "{after}");
        }
    }

    #[test]
    fn names_and_offsets_alone() {
        assert!(has("14:05 UTC") && has("2026-11-20T14:05Z") && has("09:00 +05:30") && has("14:05 SAST"));
        assert!(
            has("Times are America/New_York.") && has("US/Pacific") && has("All times PT") && has("Times in Eastern.")
        );
        assert!(!has("Central is the word") && !has("he spent some time PTing"));
        assert!(!has("my time") && !has("the EASTER team, est. 2026"));
    }

    #[test]
    fn a_text_names_its_zone_anywhere() {
        assert!(is_named("All times UTC.") && is_named("Time (PST)") && is_named("14:00Z") && is_named("10am PT"));
        assert!(is_named("down ~10:25 am edt") && is_named("(9:30 cet)") && !is_named("it was the best at 10, gist 3"));
        assert!(is_named("2026-11-20T14:05:00+01:00") && is_named("as your timezone is"));
        assert!(is_named("09:00-03:30") && !is_named("22:00-23:00, 10:00-11:00 and 09:00-10:30 on Friday"));
        assert!(!is_named("First time: 14:00, at the EASTER meeting; PT is physical training"));
    }
}
