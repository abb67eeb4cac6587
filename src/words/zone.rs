//! What the name of a time zone means: an offset, an IANA name, or an abbreviation that several places share.
//! Zones in a text are found by `named`, `stamp` and `beside`.

pub mod beside;
pub mod named;
pub mod season;
pub mod stamp;

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

/// Abbreviations that stand for a zone wherever they are written in capitals, as alternatives of a pattern.
pub(super) const NAMES: &str = concat!(
    "UTC|UCT|GMT|Zulu|[ECMPA][SD]T|AK[SD]T|HST|CES?T|EES?T|WES?T|MES?Z|BST|I[SD]T|JST|KST|SGT|HKT|PHT|WIB|ICT|PKT|NPT",
    "|MSK|BRT|CLT|AES?T|AEDT|AC[SD]T|AWST|NZ[SD]?T|SAST|EAT|WAT|CAT|GST|AoE"
);

/// One reading of a zone's name.
#[derive(Debug, Clone, PartialEq)]
pub struct Meaning {
    pub zone: TimeZone,
    /// Where it is used, in words.
    pub place: String,
}

/// Minutes east of UTC, and who means it so.
type Row = (&'static str, &'static [(i32, &'static str)]);

/// What abbreviations mean. Those with several rows of meaning name no zone at all. Source: the zone data of IANA, and
/// for what is not in it (BST of Bangladesh, AoE) the usage that it records in its comments.
const ABBREVIATIONS: &[Row] = &[
    ("ACST", &[(570, "Central Australia")]),
    ("AEDT", &[(660, "Eastern Australia, summer")]),
    ("AEST", &[(600, "Eastern Australia")]),
    ("AKST", &[(-540, "Alaska")]),
    ("AOE", &[(-720, "anywhere on Earth")]),
    ("AST", &[(-240, "Atlantic Canada"), (180, "Arabia")]),
    ("AWST", &[(480, "Western Australia")]),
    ("BRT", &[(-180, "Brazil")]),
    ("BST", &[(60, "Britain, summer"), (360, "Bangladesh")]),
    ("CAT", &[(120, "Central Africa")]),
    ("CDT", &[(-300, "Central North America, summer"), (-240, "Cuba, summer")]),
    ("CEST", &[(120, "Central Europe, summer")]),
    ("CET", &[(60, "Central Europe")]),
    ("CST", &[(-360, "Central North America"), (480, "China"), (-300, "Cuba")]),
    ("EAT", &[(180, "East Africa")]),
    ("EDT", &[(-240, "Eastern North America, summer")]),
    ("EEST", &[(180, "Eastern Europe, summer")]),
    ("EET", &[(120, "Eastern Europe")]),
    ("EST", &[(-300, "Eastern North America")]),
    ("GMT", &[(0, "Greenwich")]),
    ("GST", &[(240, "the Gulf"), (-120, "South Georgia")]),
    ("HKT", &[(480, "Hong Kong")]),
    ("HST", &[(-600, "Hawaii")]),
    ("IDT", &[(180, "Israel, summer")]),
    ("IST", &[(330, "India"), (120, "Israel"), (60, "Ireland, summer")]),
    ("JST", &[(540, "Japan")]),
    ("KST", &[(540, "Korea")]),
    ("MDT", &[(-360, "Mountain North America, summer")]),
    ("MSK", &[(180, "Moscow")]),
    ("MST", &[(-420, "Mountain North America")]),
    ("NZDT", &[(780, "New Zealand, summer")]),
    ("NZST", &[(720, "New Zealand")]),
    ("PDT", &[(-420, "Pacific North America, summer")]),
    ("PKT", &[(300, "Pakistan")]),
    ("PST", &[(-480, "Pacific North America")]),
    ("SAST", &[(120, "South Africa")]),
    ("SGT", &[(480, "Singapore")]),
    ("UCT", &[(0, "UTC")]),
    ("UTC", &[(0, "UTC")]),
    ("WAT", &[(60, "West Africa")]),
    ("WEST", &[(60, "Western Europe, summer")]),
    ("WET", &[(0, "Western Europe")]),
    ("Z", &[(0, "UTC")]),
];

/// Names that follow the law of a place through the year.
const PLACES: &[(&str, &str)] = &[
    ("ET", "America/New_York"),
    ("CT", "America/Chicago"),
    ("MT", "America/Denver"),
    ("PT", "America/Los_Angeles"),
    ("EASTERN TIME", "America/New_York"),
    ("CENTRAL TIME", "America/Chicago"),
    ("MOUNTAIN TIME", "America/Denver"),
    ("PACIFIC TIME", "America/Los_Angeles"),
    ("CENTRAL EUROPEAN TIME", "Europe/Berlin"),
    ("COORDINATED UNIVERSAL TIME", "UTC"),
];

/// What a zone's name can mean. Nothing, where it is none; more than one meaning, where people differ.
pub fn meanings(name: &str) -> Vec<Meaning> {
    let name = name.trim();
    let upper = name.to_uppercase();
    let fixed = |minutes: i32| Offset::from_seconds(minutes * 60).ok().map(TimeZone::fixed);
    if let Some((_, rows)) = ABBREVIATIONS.iter().find(|(word, _)| *word == upper) {
        let rows = rows.iter();
        return rows.filter_map(|(it, place)| Some(Meaning { zone: fixed(*it)?, place: (*place).into() })).collect();
    }
    if let Some((_, zone)) = PLACES.iter().find(|(word, _)| *word == upper) {
        return TimeZone::get(zone).map(|it| Meaning { zone: it, place: (*zone).to_owned() }).into_iter().collect();
    }
    let sign = upper.trim_start_matches("UTC").trim_start_matches("GMT").trim();
    if let Some(zone) = offset(sign).and_then(fixed) {
        return vec![Meaning { zone, place: format!("UTC{sign}") }];
    }
    let is_iana = name.contains('/');
    let zone = is_iana.then(|| TimeZone::get(name).ok()).flatten();
    zone.map(|zone| Meaning { zone, place: name.to_owned() }).into_iter().collect()
}

/// Minutes east of UTC at noon of a day.
pub fn minutes_east(zone: &TimeZone, day: Date) -> Option<i32> {
    let noon = day.at(12, 0, 0, 0).to_zoned(zone.clone()).ok()?;
    Some(noon.offset().seconds() / 60)
}

/// Minutes of "+05:30", "-8", "+0200".
fn offset(text: &str) -> Option<i32> {
    let (sign, digits) = match text.chars().next()? {
        '+' => (1, &text[1..]),
        '-' => (-1, &text[1..]),
        '\u{2212}' => (-1, &text['\u{2212}'.len_utf8()..]),
        _ => return None,
    };
    let (hours, minutes) = match (digits.split_once(':'), digits.len()) {
        (Some(parts), _) => parts,
        (None, 4) if digits.is_ascii() => digits.split_at(2),
        (None, _) => (digits, "0"),
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let whole = sign * (hours * 60 + minutes);
    // No clock on Earth is further from UTC than these.
    (minutes < 60 && (-12 * 60..=14 * 60).contains(&whole)).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(name: &str) -> Vec<i32> {
        let at = jiff::Timestamp::UNIX_EPOCH;
        meanings(name).iter().map(|it| it.zone.to_offset(at).seconds() / 60).collect()
    }

    #[test]
    fn names_and_offsets() {
        assert_eq!(minutes("UTC"), [0]);
        assert_eq!(minutes("cet"), [60]);
        assert_eq!(minutes("UTC+5:30"), [330]);
        assert_eq!(minutes("-0800"), [-480]);
        assert_eq!(minutes("GMT \u{2212}3"), [-180]);
        assert_eq!(minutes("Europe/Berlin"), [60]);
        assert!(minutes("Europe/Belrin").is_empty());
        assert!(minutes("Mars").is_empty());
        assert!(minutes("+99").is_empty() && minutes("UTC-13").is_empty() && minutes("+14:30").is_empty());
    }

    #[test]
    fn what_has_a_meaning_is_found_in_a_text() {
        let names = regex::Regex::new(&format!("^(?i:{NAMES})$")).expect("a pattern");
        for (name, _) in ABBREVIATIONS.iter().filter(|(name, _)| *name != "Z") {
            assert!(names.is_match(name), "{name}");
        }
    }

    #[test]
    fn an_abbreviation_of_several_places_names_none() {
        assert_eq!(minutes("IST"), [330, 120, 60]);
        assert_eq!(minutes("BST").len(), 2);
    }
}
