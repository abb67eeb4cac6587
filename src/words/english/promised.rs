//! What a text promises for a day that can be told: "will be removed by March 2026", "ETA 2026-Q3", "due 2026-11-20".
//! Knows the last day of each promise; not whether it has passed.

use crate::words::pattern::{Captures, Pattern};
use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::given_name::is_given_name;
use super::{deadline, mood, verb};
use crate::words::date::{self, MONTH, month};
use crate::words::list::is_among;
use crate::words::near;

/// A promise, and the last day on which it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promised {
    /// The words that name the day.
    pub range: Range<usize>,
    pub last: Date,
    /// The words around it promise or ask for it; otherwise only a preposition does.
    pub is_promise: bool,
}

/// Months, quarters, halves and years that are named with their year.
static PERIOD: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        concat!(
            r"(?-u:\b)(?:(?P<month>(?i:{month})) (?:of )?(?P<my>20\d\d)",
            r"|(?P<part>[QH][1-4]) ?(?:/|of )?(?P<py>20\d\d)|(?P<iy>20\d\d)[ /-]?(?P<ipart>[QH][1-4])|(?P<year>20\d\d))(?-u:\b)"
        ),
        month = MONTH
    ))
});

/// What one sentence promises for days that can be told.
pub fn find(sentence: &str) -> Vec<Promised> {
    let days = date::mentions(sentence);
    let is_free = |range: &Range<usize>| !near::overlaps(range, days.iter().map(|day| &day.range));
    let dated = days.iter().filter_map(|it| Some((it.range.clone(), it.date()?, false)));
    let periods = PERIOD.captures_iter(sentence).filter_map(|found| {
        let range = found.get(0)?.range();
        Some((range.clone(), last_day(&found)?, found.name("year").is_some())).filter(|_| is_free(&range))
    });
    dated.chain(periods).filter_map(|(range, last, is_year)| promised(sentence, range, last, is_year)).collect()
}

fn last_day(found: &Captures) -> Option<Date> {
    let year = |name: &str| found.name(name).and_then(|it| it.as_str().parse::<i16>().ok());
    let (year, month) = if let Some(name) = found.name("month") {
        (year("my")?, month(name.as_str())?)
    } else if let Some(part) = found.name("part").or(found.name("ipart")) {
        let number = part.as_str()[1..].parse::<i8>().ok()?;
        let length = if part.as_str().starts_with('H') { 6 } else { 3 };
        (year("py").or(year("iy"))?, (number * length).min(12))
    } else {
        (year("year")?, 12)
    };
    Some(Date::new(year, month, 1).ok()?.last_of_month())
}

fn promised(sentence: &str, range: Range<usize>, last: Date, is_year: bool) -> Option<Promised> {
    let (before, after) = (near::behind(&sentence[..range.start]), near::ahead(&sentence[range.end..]));
    if is_name(before, after) || mood::is_condition(before) || mood::is_example(before) || mood::is_habit(before) {
        return None;
    }
    let cue = deadline::find_cue(before).or_else(|| find_end(before));
    let head = cue.as_ref().map_or(before, |cue| &before[..cue.start]);
    let is_due = cue.as_ref().is_some_and(|cue| NOUN.is_match(&before[cue.clone()]));
    let opens = head.trim_matches(|it: char| !it.is_alphanumeric()).is_empty();
    let is_timed = cue.is_some() || TIMED.is_match(before);
    if !is_timed || is_year && cue.is_none() && !PLANNED.is_match(before) {
        return None;
    }
    let told = if opens { after } else { head };
    let is_ordered = cue.is_some() && verb::opens(head);
    let is_promise = is_due || PROMISE.is_match(clause(told)) || UNDECIDED.is_match(sentence) || is_ordered;
    let is_past = mood::is_past(before) || opens && mood::is_past(after) || PERFECT.is_match(head);
    let is_kept = is_promise || cue.is_some();
    let is_told = || is_value(before) || is_reported(before) || is_course(told) || is_held(told);
    (is_kept && !is_past && !is_told()).then_some(Promised { range, last, is_promise })
}

/// The last part of what stands before a day: another one has a verb of its own.
fn clause(told: &str) -> &str {
    told.rsplit([';', ':']).next().filter(|it| it.contains(' ')).unwrap_or(told)
}

static NOUN: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"(?i)(?-u:\b)(?:due|deadline|ETA|targets?)(?-u:\b)"));

/// "By the end of", "before mid-", "no later than early".
fn find_end(before: &str) -> Option<Range<usize>> {
    static END: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?-u:\b)(?:by|before|until|due|ETA:?) (?:the )?(?:(?:end|start|beginning|middle) of |early[ -]|mid[ -]|late[ -])(?:the )?$",
        )
    });
    END.find(before).map(|found| found.range())
}

/// A preposition that may place a plan in time.
static TIMED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:in|on|for|at|during|around|from|starting|to|late|early|end of|mid-?)(?: the)?(?: end of| start of| first half of| second half of)?[ -]$",
    )
});

static PLANNED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:will(?: \w+){1,3}|planned|scheduled|slated|targeted|due|expected)(?: \w+){0,3} (?:in|for|by|at|during)(?: (?:the )?(?:end|start|beginning) of| early| late)? $",
    )
});

static PROMISE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:(?:will|shall|going to|plan(?:s|ning)? (?:to|on)|hop(?:e|es|ing) to|aim(?:s|ing)? (?:to|for)|intends? to",
        r"|(?:is|are|be) (?:expected|scheduled|planned|targeted|slated|due|set)|to be \w+ed)(?-u:\b)|\w['’]ll(?-u:\b))"
    ))
});

/// It had happened by then: nothing is promised.
static PERFECT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:(?:has|have|had) (?:\w+ )?(?:been )?\w+ed|(?:was|were|had been) (?:\w+ly )?(?:to be|due|planned|expected|scheduled|supposed|slated|set|going to))(?-u:\b)",
    )
});

/// "The clock is set to 2010-01-01", "it takes the latest copy made before that day", "the Department of Town Planning on
/// 20 April": nothing takes place on that day.
fn is_value(before: &str) -> bool {
    static OLDER: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?P<led>\w+) (?:created|made|taken|recorded|written) before $|(?-u:\b)from (?:[\w-]+ ){0,3}(?:logs|entries|events|copies|snapshots|backups) before $",
        )
    });
    // "It will be made before that day" promises it.
    let is_older = |it: &Captures| it.name("led").is_none_or(|led| !is_among("be been being get gets", led.as_str()));
    const DUE: &[&str] = &["date", "deadline", "launch", "release", "go-live", "day"];
    let is_set =
        before.ends_with(" set to ") && !DUE.iter().any(|it| before.contains(it)) || before.ends_with(" defaults to ");
    let is_office = before.ends_with(" Planning on ") && before.contains("epartment of ");
    let is_ours = [" have ", "e'll ", " we will "].iter().any(|it| before.contains(it));
    is_set || is_office || !is_ours && OLDER.captures(before).as_ref().is_some_and(is_older)
}

/// "Acme announced that their service will be discontinued in February": who reports what others will do.
fn is_reported(before: &str) -> bool {
    static ANNOUNCED: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?-u:\b)(?P<who>[A-Z][\w.-]+) (?:has |have |had |recently |just )*announced that (?:they|it|their|its)(?-u:\b)[^.;:]*$",
        )
    });
    const OURS: &str = "we i it they team project maintainers";
    let is_ours = |who: &str| is_among(OURS, &who.to_lowercase()) || is_given_name(who);
    ANNOUNCED.captures(before).is_some_and(|it| !is_ours(&it["who"]))
}

/// "Door 18 will leave long-term support on that day": by the calendar of whoever supports it, and it needs no deed of ours.
fn is_course(told: &str) -> bool {
    static COURSE: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(concat!(
            r"(?i)(?-u:\b)(?:will (?:exit|leave|reach|go|lose)|going) (?:(?:out of|its|the) )*(?:(?:standard|mainstream) )*",
            r"(?:lts|(?:long[- ]term|extended|active|security) support|end[- ]of[- ](?:life|support)|eol)(?-u:\b)"
        ))
    });
    COURSE.is_match(told) && !told.to_lowercase().contains("our ")
}

/// "It is believed to be related to the change of May 2022": what somebody thinks of what was, where nothing else is promised.
fn is_held(told: &str) -> bool {
    static HELD: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?-u:\b)(?:believed|thought|said|known|found|reported|considered|assumed|seems?|appears?|proved|turned out) to be(?-u:\b)",
        )
    });
    static AHEAD: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?-u:\b)(?:will|shall|going to|plan(?:s|ned|ning)?|aims?|intends?|expected|scheduled|slated|due|must|should|needs?|has to|have to)(?-u:\b)|\w['’]ll(?-u:\b)",
        )
    });
    HELD.is_match(told) && !AHEAD.is_match(told)
}

static UNDECIDED: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"(?-u:\b)(?:TBD|TBA|TBC)(?-u:\b)"));

/// "v2026.1", "the 2026 roadmap", "RFC 2026": a number or a name.
fn is_name(before: &str, after: &str) -> bool {
    before.ends_with(['.', '/', '_', '#', 'v', '=', '$', '\u{20ac}']) || after.starts_with(['/', '_', '%']) || {
        let mut rest = after.chars();
        matches!((rest.next(), rest.next()), (Some('.' | '-'), Some(it)) if it.is_alphanumeric())
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    fn found(sentence: &str) -> Vec<(String, bool)> {
        find(sentence).into_iter().map(|it| (it.last.to_string(), it.is_promise)).collect()
    }

    #[test]
    fn promises_with_a_last_day() {
        assert_eq!(found("The flag will be removed by March 2026."), [("2026-03-31".to_owned(), true)]);
        assert_eq!(found("We plan to drop it in Q3 2026."), [("2026-09-30".to_owned(), true)]);
        assert_eq!(found("By 2026-11-20, we will have moved."), [("2026-11-20".to_owned(), true)]);
        assert_eq!(found("ETA: 2026-11-20"), [("2026-11-20".to_owned(), true)]);
        assert_eq!(found("The price list is TBD by 2026-11-20."), [("2026-11-20".to_owned(), true)]);
        assert_eq!(found("Rotate the key before 2026-11-20."), [("2026-11-20".to_owned(), true)]);
        assert_eq!(found("It will be gone by the end of 2026."), [("2026-12-31".to_owned(), true)]);
    }

    #[test]
    fn what_was_and_what_only_bears_a_year() {
        assert!(found("It was removed by March 2026.").is_empty());
        assert!(found("The 2026 roadmap will be long.").is_empty());
        assert!(found("If it lands by March 2026, the flag will go.").is_empty());
        assert!(found("See the notes of 2026-11-20.").is_empty());
        assert!(found("In 2026 we moved.").is_empty());
        assert!(found("The clock is set to January 1, 2010, where nobody set it.").is_empty());
        assert!(found("Door 18 will exit Long Term Support on April 30, 2025, so plan for it.").is_empty());
        assert!(found("The fault is believed to be related to their change in May 2022.").is_empty());
        assert!(found("It was provided by the Department of Town Planning on April 20, 2009.").is_empty());
        assert!(found("It will make a new shop from the latest copy made before April 1st 2020.").is_empty());
        assert!(found("Acme announced that their old door will be discontinued in February 2023.").is_empty());
        assert_eq!(found("We announced that the old door will be removed in February 2023.").len(), 1);
        assert_eq!(found("The queue seems to be slow, and will be replaced by March 2026.").len(), 1);
        assert_eq!(found("The list will be recorded before 2026-11-20.").len(), 1);
        assert_eq!(found("We will delete the records by March 2026.").len(), 1);
        assert_eq!(found("Rosa announced that we will remove it by March 2026.").len(), 1);
        assert_eq!(found("We are planning on a release in March 2026.").len(), 1);
        assert_eq!(found("It is set to land on 2026-11-20.").len(), 1);
        assert_eq!(found("We are planning on moving it by March 2026.").len(), 1);
    }
}
