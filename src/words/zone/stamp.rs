//! A clock time with its zone beside it: "10am EST", "14:00-15:00 (IST)", "9:00 my time".

use crate::words::pattern::{OneOf, Pattern};
use std::ops::Range;
use std::sync::LazyLock;

use super::{NAMES, season};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The clock time and its zone.
    pub range: Range<usize>,
    /// The zone alone.
    pub zone: Range<usize>,
    /// The zone is somebody's: "my time", "local time".
    pub is_of_somebody: bool,
}

static STAMP: LazyLock<Pattern> = LazyLock::new(|| {
    let clock = r"(?:\d\d?[:.]\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?|\d\d?(?: ?[AaPp]\.?[Mm]\.?)|noon|midnight|EOD|COB|end of day)";
    Pattern::new(&format!(
        concat!(
            r"(?-u:\b){clock} ?(?:[(\[]|in |at )?(?:(?P<zone>{names}|[ECMP]T|Z)(?-u:\b)",
            r"|(?P<own>(?i:(?:(?:your|their|his|her|each|everyone's|the) own )?(?:my|your|our|the )? ?(?:local )?time))(?-u:\b))"
        ),
        clock = clock,
        names = NAMES
    ))
});

/// What every such time begins with: a few letters that are rare, where an hour alone is not.
static HOUR: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"\d[:.]\d\d|\d ?[AaPp]\.?[Mm]|(?-u:\b)(?:noon|midnight|EOD|COB|end of day)"));

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&HOUR]);

/// "Local time", "my time" and their like.
static SOMEBODYS: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?i)^(?:(?:my|your|our) (?:local )?|the local |local )time$"));

/// Each reader's own time is no question, nor is the time of a place that is named.
static SAID: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:each|every|their|respective|own|convert\w*|shown|display\w*|user's|users'|viewer's|wherever|whichever",
        r"|your (?:hackathon|event|venue|office|site|city|campus|region|country|workshop)|anywhere|formatted?|pars\w+|type|function|returns?|object|time ?-?zone)(?-u:\b)"
    ))
});

/// The clock times of a sentence that have a zone right behind them.
pub fn find(text: &str) -> Vec<Stamp> {
    let found = STAMP.captures_iter(text).filter_map(|found| {
        let range = found.get(0)?.range();
        if text[..range.start].ends_with(['.', ':', '/']) {
            return None;
        }
        if let Some(zone) = found.name("zone") {
            return Some(Stamp { range, zone: zone.range(), is_of_somebody: false });
        }
        let own = found.name("own").filter(|own| SOMEBODYS.is_match(own.as_str().trim()))?;
        let start = own.end() - own.as_str().trim_start().len();
        Some(Stamp { range, zone: start..own.end(), is_of_somebody: true })
    });
    found.collect()
}

/// Whether it stays open whose time "local time" is.
pub fn is_whose_unsaid(text: &str, stamp: &Stamp) -> bool {
    // "Local time in Lisbon", "local time (Lisbon)".
    let after = text[stamp.range.end..].trim_start_matches([' ', '(', ',', ')']);
    let is_placed = after.strip_prefix("in ").or(after.strip_prefix("at ")).or(after.strip_prefix("of ")).is_some();
    let is_named = text[stamp.range.end..].trim_start().starts_with('(');
    !is_placed && !is_named && !SAID.is_match(text)
}

impl Stamp {
    /// It stands for one zone only, and says with the other times of its sentence which zones those have.
    pub fn is_plain(&self, text: &str) -> bool {
        !self.is_of_somebody && !season::is_shared(&text[self.zone.clone()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_belongs_to_the_time_beside_it() {
        let zones = |text: &str| find(text).into_iter().map(|it| text[it.zone].to_owned()).collect::<Vec<_>>();
        assert_eq!(zones("10am EST, 14:00-15:00 (IST) and 9:00 my time"), ["EST", "IST", "my time"]);
        assert_eq!(zones("at 9:30 in your local time"), ["your local time"]);
        assert_eq!(zones("the CST (a concrete syntax tree), the PST team, 3 EST files, 9:30 time slot"), [""; 0]);
    }

    #[test]
    fn a_place_says_whose_time_it_is() {
        let is_unsaid = |text: &str| find(text).first().is_some_and(|it| is_whose_unsaid(text, it));
        assert!(is_unsaid("Call me at 9:00 my time") && is_unsaid("by EOD local time"));
        assert!(!is_unsaid("Reserve an hour of your event before 9 PM local time"));
        assert!(!is_unsaid("at 9:00 local time in Lisbon") && !is_unsaid("each office starts at 9:00 local time"));
    }
}
