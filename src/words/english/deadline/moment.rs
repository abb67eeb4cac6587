//! The times that people name: "EOD", "next Friday", "end of the week", "the next meeting".

use std::sync::LazyLock;

use crate::words::english::day::{Day, WEEKDAY};
use crate::words::english::number;
use crate::words::list::is_among;
use crate::words::pattern::{Captures, Pattern};

/// What a deadline names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    Day {
        day: Day,
        /// "EOD tomorrow".
        is_end: bool,
    },
    /// The end of a day that is not named.
    EndOfDay,
    /// "Tonight", "overnight", "this afternoon".
    PartOfDay,
    Lunch,
    /// "End of the week", "EOM".
    EndOf(Unit),
    /// "Next week", "this month".
    Within(Unit),
    /// "The next meeting".
    Event,
    /// "In two days".
    Span,
}

impl Moment {
    /// "EOD", "EOD tomorrow".
    pub fn is_end_of_day(self) -> bool {
        matches!(self, Moment::EndOfDay | Moment::Day { is_end: true, .. })
    }

    /// So many days after it was named it is nearly always over, as far as a calendar tells.
    pub fn most_days(self) -> Option<i32> {
        match self {
            Moment::Day { .. } | Moment::EndOfDay | Moment::PartOfDay => Some(7),
            Moment::EndOf(Unit::Week) => Some(7),
            Moment::Within(Unit::Week) => Some(14),
            Moment::EndOf(Unit::Month) => Some(31),
            Moment::Within(Unit::Month) => Some(62),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Week,
    Month,
    Quarter,
    Year,
    Sprint,
}

impl Unit {
    pub fn named(phrase: &str) -> Unit {
        let lower = phrase.to_lowercase();
        let units = [("month", Unit::Month), ("quarter", Unit::Quarter), ("year", Unit::Year)];
        let units = units.into_iter().chain([("sprint", Unit::Sprint), ("iteration", Unit::Sprint)]);
        let short = match lower.as_str() {
            "eom" => Some(Unit::Month),
            "eoq" => Some(Unit::Quarter),
            "eoy" => Some(Unit::Year),
            _ => None,
        };
        short.or(units.into_iter().find(|(word, _)| lower.contains(word)).map(|it| it.1)).unwrap_or(Unit::Week)
    }

    pub fn word(self) -> &'static str {
        match self {
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Quarter => "quarter",
            Unit::Year => "year",
            Unit::Sprint => "sprint",
        }
    }
}

/// Every time that is counted from the moment of writing, deadline or not.
pub static TIME: LazyLock<Pattern> = LazyLock::new(|| {
    let whose = "(?:the |my |your |our |this |that |next )?";
    let end = format!(
        r"(?:e\.o\.d|eod|c\.o\.b|cob|eob|{whose}end[ -]of[ -]{whose}(?:(?:business |working |work )?day|business)|close of (?:business|play))"
    );
    let weekday = format!(r"(?:{WEEKDAY}|(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri))");
    let day = format!(
        r"(?:(?:the )?day after tomorrow|today|tomorrow|next week(?:'s)? {weekday}|(?:(?:the|this) coming |this |next |coming |the )?{weekday}(?: (?:of )?next week)?)"
    );
    let part = r"(?:morning|afternoon|evening|night|noon|midnight|lunch(?:time)?)";
    let unit = r"(?:week(?:end)?|month|quarter|sprint|iteration)";
    Pattern::new(&format!(
        concat!(
            r"(?i)(?-u:\b)(?:(?P<end>{end})(?:,? (?:on |of )?(?P<after>{day}))?",
            r"|(?:the )?end[ -]of[ -](?P<whole>{day})",
            r"|(?P<day>{day})(?:['’]s)?(?:,? (?:at |by )?(?:the )?(?P<late>{end})|,? {part})?",
            r"|(?P<part>tonight|overnight|this (?:afternoon|evening)|later today|(?:at )?some(?: ?time| point) today)|(?P<lunch>lunch(?:time)?)",
            r"|(?P<close>eo[wmqy]|(?:the )?end[ -]of[ -]{whose}(?:working |work )?(?:{unit}|year))",
            r"|(?P<within>(?:(?:early|mid|late|later)[ -])?(?:next|this) {unit}|the (?:coming )?weekend",
            r"|(?:the )?next (?:couple of|few|two|three) weeks",
            r"|(?:with)?in the (?:next|coming) (?:day|week|month)(?: or (?:two|so))?|within this (?:week|month)",
            r"|(?:within|over|in) (?:the )?(?:next|coming) (?:couple of|{spelt}|\d\d?) (?:business |working )?(?:days|weeks|months))",
            r"|(?P<event>(?:the |our |my )?next (?:[\w'’-]+ ){{0,2}}(?:meeting|call|sync|stand-?up|retro(?:spective)?|plenary|check-in|1:1))",
            r"|(?P<span>within the next (?:few |couple of )?(?:business |working )?(?:days?|weeks?)|in (?:about |around )?(?:an?|{spelt}|\d\d?|a few|a couple(?: of)?|the (?:coming|next)(?: few| couple of)?) (?:business |working )?(?:days?|weeks?)))(?-u:\b)"
        ),
        end = end,
        day = day,
        part = part,
        unit = unit,
        spelt = number::ALTERNATIVES,
        whose = whose,
    ))
});

/// Who meets, and how often. Programs call and synchronise, too: "until the next start_node call", "the next breach sync".
const MEETS: &str = "\
    team weekly bi-weekly biweekly fortnightly monthly bi-monthly quarterly daily board community council committee \
    steering staff planning status project group working wg sig tsc dev developer developers contributor contributors \
    maintainer maintainers company customer partner vendor sales marketing leadership management exec zoom video phone \
    conference public governance design engineering eng ops infra sprint stakeholder stakeholders kickoff kick-off \
    review coordination onboarding interview";

/// Whether people come together in an event of this name. A call and a sync have to say so, unless nothing is said of them.
fn meets(event: &str) -> bool {
    let lower = event.to_lowercase();
    let mut words = lower.split_whitespace();
    let is_ours = words.next().is_some_and(|it| matches!(it, "our" | "my"));
    let Some((told, name)) = lower.rsplit_once("next ").map_or("", |it| it.1).rsplit_once(' ') else { return true };
    let is_of_people = |word: &str| is_among(MEETS, word) || word.ends_with("'s") || word.ends_with("\u{2019}s");
    is_ours || !matches!(name, "call" | "sync") || told.split(' ').any(is_of_people)
}

/// What a match of [`TIME`] names.
pub fn moment(found: &Captures) -> Option<Moment> {
    let day = |name: &str| found.name(name).and_then(|it| Day::named(it.as_str()));
    let text = |name: &str| found.name(name).map(|it| it.as_str());
    Some(match (day("after").or(day("whole")), day("day")) {
        (Some(day), _) => Moment::Day { day, is_end: true },
        (_, Some(day)) => Moment::Day { day, is_end: found.name("late").is_some() },
        _ if found.name("end").is_some() => Moment::EndOfDay,
        _ if found.name("lunch").is_some() => Moment::Lunch,
        _ if found.name("part").is_some() => Moment::PartOfDay,
        _ if found.name("event").is_some() => meets(text("event")?).then_some(Moment::Event)?,
        _ if found.name("span").is_some() => Moment::Span,
        _ => match (text("close"), text("within")) {
            (Some(close), _) => Moment::EndOf(Unit::named(close)),
            (_, within) => Moment::Within(Unit::named(within?)),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::meets;

    #[test]
    fn programs_call_and_synchronise_too() {
        for event in ["the next call", "next sync", "the next team call", "our next planned call", "next board meeting"]
        {
            assert!(meets(event), "{event}");
        }
        for event in ["the next planned start_node call", "the next breach sync", "the next planned call"] {
            assert!(!meets(event), "{event}");
        }
    }
}
