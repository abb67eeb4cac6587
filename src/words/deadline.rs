//! Deadlines that are a different moment for each reader: "by EOD", "before next Friday", "will land next week".
//! The preposition is the rule, not the phrase: "at the end of the day" is an idiom, "today" alone is small talk.

mod unanswered;

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::day::Day;
use super::{date, mood, verb};

/// A phrase that fixes a moment only for who knows when and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// With the words that make it a deadline.
    pub range: Range<usize>,
    /// Only what names the day, where something does.
    pub day_range: Option<Range<usize>>,
    pub moment: Moment,
    /// "Until Friday" may hold the Friday or not.
    is_until: bool,
    has_hour: bool,
    has_zone: bool,
    /// A preposition or a noun makes it a deadline; without one, only a promise does.
    pub is_explicit: bool,
}

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
    /// "Tonight", "this afternoon".
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Week,
    Month,
    Quarter,
    Year,
    Sprint,
}

impl Unit {
    fn named(phrase: &str) -> Unit {
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

    fn word(self) -> &'static str {
        match self {
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Quarter => "quarter",
            Unit::Year => "year",
            Unit::Sprint => "sprint",
        }
    }
}

static TIME: LazyLock<Regex> = LazyLock::new(|| {
    let whose = "(?:the |my |your |our |this |that |next )?";
    let end = format!(
        r"(?:e\.o\.d|eod|c\.o\.b|cob|{whose}end[ -]of[ -]{whose}(?:business |working |work )?day|close of (?:business|play))"
    );
    let weekday = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri))";
    let day = format!(
        r"(?:(?:the )?day after tomorrow|today|tomorrow|next week(?:'s)? {weekday}|(?:(?:the|this) coming |this |next |coming |the )?{weekday}(?: (?:of )?next week)?)"
    );
    let part = r"(?:morning|afternoon|evening|night|noon|midnight|lunch(?:time)?)";
    let unit = r"(?:week(?:end)?|month|quarter|sprint|iteration)";
    Regex::new(&format!(
        concat!(
            r"(?i)(?-u:\b)(?:(?P<end>{end})(?:,? (?:on |of )?(?P<after>{day}))?",
            r"|(?P<day>{day})(?:['’]s)?(?:,? (?:at |by )?(?:the )?(?P<late>{end})|,? {part})?",
            r"|(?P<part>tonight|this (?:afternoon|evening)|later today)|(?P<lunch>lunch(?:time)?)",
            r"|(?P<close>eo[wmqy]|(?:the )?end[ -]of[ -]{whose}(?:working |work )?(?:{unit}|year))",
            r"|(?P<within>(?:(?:early|mid|late|later)[ -])?(?:next|this) {unit}|the (?:coming )?weekend",
            r"|(?:the )?next (?:couple of|few|two|three) weeks)",
            r"|(?P<event>(?:the |our |my )?next (?:[\w'’-]+ ){{0,2}}(?:meeting|call|sync|stand-?up|retro(?:spective)?|plenary|check-in|1:1))",
            r"|(?P<span>in (?:about |around )?(?:an?|one|two|three|four|five|\d\d?|a few|a couple(?: of)?|the (?:coming|next)(?: few| couple of)?) (?:business |working )?(?:days?|weeks?)))(?-u:\b)"
        ),
        end = end,
        day = day,
        part = part,
        unit = unit,
        whose = whose,
    ))
    .expect("a constant pattern")
});

/// The words that make a time a deadline, directly before it. A clock time may stand between.
static CUE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)(?-u:\b)(?:(?P<until>until|till|[’']til)|by|before|(?:no|not) later than|at the latest|due(?: date)?(?: is|:)?(?: by| on| for)?",
        r"|deadline(?: is| will be|:)?(?: by| on| for| at)?|ETA(?: is|:)?(?: by| on)?|targets?(?: is| date)?:?)",
        r"(?: (?:around|about|approximately|roughly|at least|sometime|some time|early|late|at))?",
        r"(?: (?:\d\d?(?::\d\d)?(?: ?[ap]\.?m\.?)?|noon|midnight)(?:,? [A-Z]{2,4})?,?(?: on)?)? $"
    ))
    .expect("a constant pattern")
});

/// An event that is announced: "board meeting this Friday", "the next call is".
static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)(?-u:\b)(?:meeting|call|sync|demo|release|launch|deploy(?:ment)?|presentation|session|review|freeze|cut-?off)",
        r"(?: (?:is|will be|are))?(?: on| scheduled for| planned for)? $"
    ))
    .expect("a constant pattern")
});

static LOOKS_BACK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?-u:\b)(?:discussed|held|raised|proposed|mentioned|agreed|presented|decided|missed)(?-u:\b)")
        .expect("a constant pattern")
});

/// Ends of a text behind which a time says how long or when something was, not by when it will be.
static NO_PROMISE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)(?:(?-u:\b)(?:no|nothing)(?: \w+){0,4} |(?-u:\b)(?:during|over|throughout|within|since|from|of|the|last|previous|past) |[-–/]",
        r"|(?-u:\b)(?:the|a|all|any|these|those|what|that|which|who|regressions|issues|changes)(?: \w+)? \w+ed )$"
    ))
    .expect("a constant pattern")
});

/// The subject and verb of a clause that opens with its time: "Tomorrow we will …", "next week to talk about".
static GOES_ON_AS_PROMISE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:,? (?:[\w’'-]+ ){0,3}(?:will|should|shall|going to|to (?:be|talk|discuss|review|start|finish|land|ship|merge))(?-u:\b)|,? \w+['’]ll )")
        .expect("a constant pattern")
});

/// The open deadlines of one sentence.
pub fn find(sentence: &str) -> Vec<Deadline> {
    TIME.captures_iter(sentence).filter_map(|found| deadline(sentence, &found)).collect()
}

/// Whether a time of the future is named at all, deadline or not.
pub fn names_time(text: &str) -> bool {
    TIME.is_match(text)
}

fn deadline(sentence: &str, found: &Captures) -> Option<Deadline> {
    let time = found.get(0)?;
    let (before, after) = (&sentence[..time.start()], &sentence[time.end()..]);
    let moment = moment(found)?;
    if goes_on_as_name(after) || is_settled(sentence, time.start(), after) {
        return None;
    }
    let cue = CUE.captures(before).and_then(|cue| Some((cue.get(0)?.start(), cue.name("until").is_some())));
    let says_nothing = |start: usize| mood::is_past(&sentence[..start]) || mood::is_example(&sentence[..start]);
    let (start, is_until) = match cue {
        Some((start, is_until)) if is_due(sentence, start, moment, is_until) && !says_nothing(start) => {
            (start, is_until)
        }
        Some(_) => return None,
        None if is_promised(before, after, moment) && !says_nothing(time.start()) => (time.start(), false),
        None => return None,
    };
    if mood::is_habit(sentence) {
        return None;
    }
    let day_range = found.name("after").or(found.name("day")).map(|day| day.range());
    Some(Deadline {
        range: start..time.end(),
        day_range,
        moment,
        is_until,
        has_hour: date::has_clock_time(&sentence[start..]),
        has_zone: date::has_zone(sentence),
        is_explicit: cue.is_some(),
    })
}

fn moment(found: &Captures) -> Option<Moment> {
    let day = |name: &str| found.name(name).and_then(|it| Day::named(it.as_str()));
    let text = |name: &str| found.name(name).map(|it| it.as_str());
    Some(match (day("after"), day("day")) {
        (Some(day), _) => Moment::Day { day, is_end: true },
        (_, Some(day)) => Moment::Day { day, is_end: found.name("late").is_some() },
        _ if found.name("end").is_some() => Moment::EndOfDay,
        _ if found.name("lunch").is_some() => Moment::Lunch,
        _ if found.name("part").is_some() => Moment::PartOfDay,
        _ if found.name("event").is_some() => Moment::Event,
        _ if found.name("span").is_some() => Moment::Span,
        _ => match (text("close"), text("within")) {
            (Some(close), _) => Moment::EndOf(Unit::named(close)),
            (_, within) => Moment::Within(Unit::named(within?)),
        },
    })
}

/// "EOD-price", "Monday.com", "end of week 3", "end of the month of May": a name, or settled by what follows.
fn goes_on_as_name(after: &str) -> bool {
    let mut letters = after.chars();
    let (first, second) = (letters.next(), letters.next());
    let is_joined = matches!(first, Some('-' | '_' | '.' | '/')) && second.is_some_and(char::is_alphanumeric);
    let is_counted = first == Some(' ') && second.is_some_and(|it| it.is_ascii_digit()) && !date::has_clock_time(after);
    is_joined || is_counted || after.starts_with(" of ") || DAY_OF_MONTH.is_match(after)
}

static DAY_OF_MONTH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^,? \(?(?:the )?\d\d?(?:st|nd|rd|th)(?-u:\b)|^,? \(?\d\d?[/.]\d\d?(?-u:\b)")
        .expect("a constant pattern")
});

/// A date behind the phrase, or just before it, says which day is meant.
fn is_settled(sentence: &str, start: usize, after: &str) -> bool {
    const NEAR: usize = 24;
    date::has_date(after) || date::mentions(&sentence[..start]).last().is_some_and(|it| start - it.range.end <= NEAR)
}

/// Whether a preposition before this time makes a deadline of it.
fn is_due(sentence: &str, start: usize, moment: Moment, is_until: bool) -> bool {
    let before = &sentence[..start];
    let cue = sentence[start..].split(' ').next().unwrap_or_default().to_lowercase();
    match moment {
        // "Until today" and "before today" look back; "by lunch" alone is a habit of the house.
        Moment::Day { day: Day::Today, is_end: false } if is_until || cue == "before" => false,
        // "Until next month, take care": a farewell.
        Moment::Within(_) if is_until && before.trim().is_empty() => false,
        Moment::Span => false,
        _ if mood::is_condition(before) => {
            matches!(moment, Moment::Day { .. } | Moment::EndOfDay) && mood::promises(sentence)
        }
        _ => true,
    }
}

/// Whether a time without a preposition is promised or asked for.
fn is_promised(before: &str, after: &str, moment: Moment) -> bool {
    let is_own_word = !after.starts_with("'s") && !after.starts_with("\u{2019}s") && !after.starts_with(" or ");
    let is_today = matches!(moment, Moment::Day { day: Day::Today, .. } | Moment::EndOfDay | Moment::Lunch);
    if is_today || !is_own_word {
        return false;
    }
    if before.ends_with('(') {
        return after.starts_with(')')
            || after.starts_with([',', '\u{2014}', '\u{2013}'])
            || after.starts_with(" \u{2014}");
    }
    let opening = before.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    if matches!(opening.as_str(), "" | "on" | "in" | "during") {
        return GOES_ON_AS_PROMISE.is_match(after);
    }
    if NO_PROMISE.is_match(before) {
        return false;
    }
    let is_wanted = mood::promises(before) || mood::defers(before) || orders(before);
    match moment {
        Moment::EndOf(_) | Moment::Within(Unit::Sprint) => false,
        // "The code that works today must work tomorrow."
        Moment::Day { day: Day::Tomorrow, .. } if before.to_lowercase().contains("today") => false,
        Moment::Event => is_wanted && leads_to_event(before),
        Moment::Day { .. } if ANNOUNCED.is_match(before) => !LOOKS_BACK.is_match(before),
        _ => is_wanted && !mood::is_condition(before),
    }
}

/// Whether the words begin with an order, behind a speaker's name too.
fn orders(before: &str) -> bool {
    verb::opens(before) || before.rsplit_once(": ").is_some_and(|(_, said)| verb::opens(said))
}

fn leads_to_event(before: &str) -> bool {
    let lower = before.to_lowercase();
    let is_way_there = [" go to ", " going to ", " come to ", " invited to "].iter().any(|word| lower.ends_with(word));
    let before = lower.strip_suffix("the ").unwrap_or(&lower);
    !is_way_there && [" at ", " to ", " for ", " in "].iter().any(|word| before.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::find;

    fn found(sentence: &str) -> Vec<&str> {
        find(sentence).into_iter().map(|it| &sentence[it.range]).collect()
    }

    #[test]
    fn a_preposition_makes_the_deadline() {
        assert_eq!(found("Please merge by EOD tomorrow."), ["by EOD tomorrow"]);
        assert_eq!(found("Send it by tomorrow EOD or before Friday."), ["by tomorrow EOD", "before Friday"]);
        assert_eq!(found("The deadline is next Friday, ETA tomorrow."), ["deadline is next Friday", "ETA tomorrow"]);
        assert_eq!(found("Reply by 5pm Friday"), ["by 5pm Friday"]);
        assert!(found("At the end of the day, EODHD sells the EOD price.").is_empty());
        assert!(found("Try Monday.com by end of week 3").is_empty());
    }

    #[test]
    fn a_promise_makes_one_too() {
        assert_eq!(found("We will reconvene tomorrow after the break"), ["tomorrow"]);
        assert_eq!(found("Review the draft next week"), ["next week"]);
        assert!(found("No updates this week.").is_empty());
        assert!(found("Next week's check-ins").is_empty());
    }

    #[test]
    fn stories_habits_and_conditions_make_none() {
        assert!(found("We wanted to get it out by Friday at the latest").is_empty());
        assert!(found("Every sprint ends by Friday").is_empty());
        assert!(found("If the job runs before the end of the month, the total is wrong").is_empty());
        assert!(found("Please reply by Friday 2026-11-20").is_empty());
    }
}
