//! Time zones by the names that people write: `UTC`, `UTC+2`, `+05:30`, `Europe/Berlin`, `CET`, `Pacific time`.
//! A name that means several zones means none here.

use std::sync::LazyLock;

use jiff::tz::{Offset, TimeZone};
use regex::Regex;

/// A zone, and whether its name leaves no doubt: "CET" in July is said by people whose clocks show summer time.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    pub zone: TimeZone,
    pub is_exact: bool,
}

/// Names of zones whose clocks change, and where they are in force.
const REGIONS: &[(&str, &str)] = &[
    ("cet cest central european", "Europe/Berlin"),
    ("eet eest eastern european", "Europe/Athens"),
    ("wet west western european", "Europe/Lisbon"),
    ("et est edt eastern us eastern", "America/New_York"),
    ("ct cdt us central", "America/Chicago"),
    ("mt mst mdt mountain us mountain", "America/Denver"),
    ("pt pst pdt pacific us pacific", "America/Los_Angeles"),
    ("aest aedt", "Australia/Sydney"),
    ("nzst nzdt", "Pacific/Auckland"),
];

/// Zones whose clocks never change.
const FIXED: &[(&str, &str)] =
    &[("jst japan", "Asia/Tokyo"), ("kst", "Asia/Seoul"), ("sgt", "Asia/Singapore"), ("msk moscow", "Europe/Moscow")];

static OFFSET: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(?:UTC|GMT)? ?([+-])(\d\d?)(?::?([0-5]\d))?$").expect("a constant pattern"));

/// The zone that a name means.
pub fn named(name: &str) -> Option<Named> {
    let name = name.trim().trim_end_matches('.');
    let exact = |zone: TimeZone| Some(Named { zone, is_exact: true });
    if matches!(name.to_ascii_uppercase().as_str(), "UTC" | "GMT" | "Z" | "COORDINATED UNIVERSAL TIME") {
        return exact(TimeZone::UTC);
    }
    let name = name.replace('\u{2212}', "-");
    if let Some(found) = OFFSET.captures(&name) {
        let number = |at: usize| found.get(at).map_or(Some(0), |it| it.as_str().parse::<i32>().ok());
        let seconds = number(2)? * 3600 + number(3)? * 60;
        return exact(TimeZone::fixed(Offset::from_seconds(if &found[1] == "-" { -seconds } else { seconds }).ok()?));
    }
    if name.contains('/') {
        return exact(TimeZone::get(&name).ok()?);
    }
    let lower = name.to_lowercase();
    let bare = ["time", "standard", "daylight", "summer"].iter().fold(lower, |it, word| it.replace(word, ""));
    let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    let find = |list: &[(&str, &'static str)]| {
        let is_it = |names: &str| !bare.is_empty() && (names == bare || holds(names, &bare));
        list.iter().find(|(names, _)| is_it(names)).and_then(|(_, zone)| TimeZone::get(zone).ok())
    };
    find(FIXED).and_then(exact).or_else(|| find(REGIONS).map(|zone| Named { zone, is_exact: false }))
}

/// Whether a list of names, one behind the other, holds this one: of one word or of two.
fn holds(names: &str, name: &str) -> bool {
    let words: Vec<&str> = names.split(' ').collect();
    let one = words.iter().any(|word| *word == name && !matches!(name, "central" | "us" | "european"));
    one || words.windows(2).any(|pair| pair.join(" ") == name && name.contains(' ') && !is_code(pair[0]))
}

/// "cet cest" are two names.
fn is_code(word: &str) -> bool {
    word.len() <= 4 && word != "us"
}

#[cfg(test)]
mod tests {
    use super::named;

    fn name(text: &str) -> Option<(String, bool)> {
        let found = named(text)?;
        let shown = found.zone.iana_name().map(str::to_owned);
        let fixed = || found.zone.to_fixed_offset().map(|it| it.to_string()).unwrap_or_default();
        Some((shown.unwrap_or_else(fixed), found.is_exact))
    }

    #[test]
    fn zones_by_their_names() {
        assert_eq!(name("UTC"), Some(("UTC".to_owned(), true)));
        assert_eq!(name("UTC+2"), Some(("+02".to_owned(), true)));
        assert_eq!(name("+05:30"), Some(("+05:30".to_owned(), true)));
        assert_eq!(name("Europe/Berlin"), Some(("Europe/Berlin".to_owned(), true)));
        assert_eq!(name("CET"), Some(("Europe/Berlin".to_owned(), false)));
        assert_eq!(name("Central European Time"), Some(("Europe/Berlin".to_owned(), false)));
        assert_eq!(name("Pacific time"), Some(("America/Los_Angeles".to_owned(), false)));
        assert_eq!(name("JST"), Some(("Asia/Tokyo".to_owned(), true)));
        assert_eq!(name("IST"), None);
        assert_eq!(name("central time"), None);
        assert_eq!(name("local time"), None);
    }
}
