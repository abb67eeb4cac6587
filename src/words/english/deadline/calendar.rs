//! Times that are a calendar's, a program's or a weekly slot's: a reader is told which days there are, and nobody has to be
//! done by one. Knows the words around a time.

use std::ops::Range;
use std::sync::LazyLock;

use super::moment::{Moment, Unit};
use crate::words::case;
use crate::words::english::day::{Day, WEEKDAY as DAY};
use crate::words::near;
use crate::words::pattern::{Pattern, any_of, in_pieces};

/// Whether a time is only shown. `before` goes up to it, `cue` is what of that makes a deadline of it: "by ", "due ", "".
pub fn is_shown(before: &str, cue: &str, time: &str, after: &str, moment: Moment) -> bool {
    let led = near::behind(&before[..before.len() - cue.len()]);
    let (before, after) = (near::behind(before), near::ahead(after));
    let is_weekday = || matches!(moment, Moment::Day { day: Day::Coming(_), is_end: false });
    let is_day = || is_range(led, cue, after) || is_list(before, after) || is_name(before, cue);
    let is_of_each = || cue.is_empty() && (is_slot(before, after) || is_rule(before));
    is_weekday() && (is_day() || is_of_each())
        || is_state(before, &(before.len() - cue.len()..before.len()), after)
        || cue.eq_ignore_ascii_case("by ") && is_done_by(led, time, moment)
        || time.eq_ignore_ascii_case("overnight") && (is_of_any_night(before) || is_compared(before))
        || moment == Moment::Event && is_asked_in(before)
        || cue.eq_ignore_ascii_case("until ") && need_not_wait(led)
}

/// "Never wait until Friday": whatever it is, it is due before.
fn need_not_wait(led: &str) -> bool {
    static NO_WAIT: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:never|not|don't|no need to|without|instead of) (?:wait|waiting) $"]));
    NO_WAIT.is_match(led)
}

/// A weekday in full or shortened, and of each week.
const ANY_DAY: &str = "(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?s?";
/// Before the last of some.
const AND: &str = "(?:(?:and|or|&) )?";

/// "Monday through Friday", "open Monday till Thursday". "Moved from Monday to Thursday" says what comes in its place.
fn is_range(led: &str, cue: &str, after: &str) -> bool {
    static UP_TO: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"^s? ?(?:through|thru|till|until|-|\x{2013}) ?(?:mon|tue|wed|thu|fri|sat|sun)"]));
    static FROM: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?-u:\b)", ANY_DAY, r"(?: (?:through|thru) | ?[-\x{2013}] ?)$"]));
    static WEEKDAY: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"(?-u:\b)", ANY_DAY, " $"]));
    // "From Monday to Thursday", of what does not move.
    static TO: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"(?-u:\b)from (?:on )?", ANY_DAY, " to $"]));
    static MOVES: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:re-?schedul|mov|postpon|shift|push|chang|switch|defer|delay|swap|brought|bring|slip|bump)",
        ])
    });
    let is_until = ["until ", "till "].iter().any(|it| cue.eq_ignore_ascii_case(it));
    let is_span = || cue.is_empty() && TO.is_match(led) && !MOVES.is_match(led);
    UP_TO.is_match(after) || FROM.is_match(led) || is_until && WEEKDAY.is_match(led) || is_span()
}

/// Three weekdays in a row, or two that are told apart: which days there are.
fn is_list(before: &str, after: &str) -> bool {
    static BEHIND: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&["^,? ", AND, "(?:", DAY, r")(?-u:\b)"]));
    static AHEAD: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:", DAY, "),? ", AND, "$"]));
    static THREE: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&["(?:", DAY, ",? ", AND, "){2}", DAY]));
    static PAIR: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&["^, ", DAY, r"(?-u:\b)|(?-u:\b)", DAY, ", $"]));
    let is_beside = BEHIND.is_match(after) || AHEAD.is_match(before);
    let told_apart = || after.contains("respectively");
    let is_third = || {
        const REACH: usize = 60;
        // Which of the weekdays it is does not matter.
        let around = format!("{}Monday{}", near::behind_within(before, REACH), near::ahead_within(after, REACH));
        THREE.is_match(&around)
    };
    PAIR.is_match(after) || PAIR.is_match(before) || is_beside && (told_apart() || is_third())
}

/// "What a SQL Saturday is", "like Casual Friday": the name of an event.
fn is_name(before: &str, cue: &str) -> bool {
    static NAMED: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(r"(?-u:\b)(?:[Aa]n?|[Tt]he|like|every|such as|called) (?:[A-Z][a-z]+|[A-Z]{3,5}) $")
    });
    static OF_CLOCK: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(r"(?-u:\b)(?:EOD|COB|EOB|UTC|GMT|[A-Z]{1,2}[SD]?T|Next|This|Coming|Last|Late|Early) $")
    });
    cue.is_empty() && NAMED.is_match(before) && !OF_CLOCK.is_match(before)
}

/// A slot of each week: "switch the meeting cadence to Thursday", "to Thursday mornings", "activated only on Saturday".
fn is_slot(before: &str, after: &str) -> bool {
    static EACH: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"bi-?weekly|fortnightly|cadence|weekdays?|meetings|calls|stand-?ups|office hours|calendar|cron(?:tab|job)?|repeats?|repeating|the week (?:starts|begins)|(?:starts|begins) on (?:a )?",
            r"week to (?:start|begin)|(?:first day|start) of (?:the )?week|defaults? (?:to|is)",
        ])
    });
    static PARTS: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"^ (?:mornings|afternoons|evenings|nights)(?-u:\b)"]));
    static ONLY: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"(?-u:\b)only (?:on )?$"]));
    PARTS.is_match(after) || ONLY.is_match(before) || EACH.is_match(before)
}

/// What a program is to do on a day: "one schedule for Monday", "the job must run on Monday".
fn is_rule(before: &str) -> bool {
    static RULE: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"(?:schedule|trigger|alarm|reminder|timer|rule|notification|cron) (?:for|on|to (?:run|fire|trigger)(?: on| at)?)",
            r"(?:the |a |my |each |this )?(?:job|task|script|timer|alarm|reminder|trigger|workflow|pipeline) (?:should|must|will|to|needs to|has to) (?:only )?(?:run|fire|trigger|start|ring|go off)(?: only)?(?: on| at)?",
        ])
    });
    RULE.find(before).is_some_and(|it| before[it.range().end..].trim().is_empty())
}

/// Whether `cue` is a "due" by which a program tells its tasks apart, finds them or shows them: "finds tasks due today", "due soon,
/// overdue".
pub fn is_state(before: &str, cue: &Range<usize>, after: &str) -> bool {
    static FINDS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:show|list|filter|find|fetch|get|send|remind|display|highlight|sort|select|count|color|colour|create|add|query|return|load|see|open)(?:s|ed|ing)?(?-u:\b)",
            r"[^.;:]{0,60}?(?-u:\b)(?:tasks?|to-?dos?|items?|cards?|homework|assignments?|reminders?|invoices?|bills?|books?|loans?|payments?|events?|notes?|issues?|tickets?) (?:(?:that |which )?(?:is |are |will be ))?$",
        ])
    });
    static SAYS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:says|shows|displays|reads|claims|marked)(?: that)?(?: (?:it|this|they))?(?: as| is| are)? $",
        ])
    });
    static STATE: LazyLock<Pattern> = LazyLock::new(|| any_of(&["overdue|past due|upcoming"]));
    static ALONE: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"^\W*(?:\w+ )?(?:tasks?|to-?dos?|items?|cards?|tickets?) $"]));
    static CHOSEN: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:select|choose|pick|click|tap|press)(?: on)? [\W]*$"]));
    // "Amber: due today", "the other filters (due today, due this week) are left out".
    static LEGEND: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*(?:red|orange|amber|yellow|green|blue|gr[ae]y|purple|pink|white|black)\W*(?::|=|-|\x{2013}|\x{2014}|->|\x{2192}) ?$",
        ])
    });
    static FILTERS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:filters?|views?|tabs?|sections?|groups?|buckets?|badges?) ?\(due (?:[^()]*, (?:due )?)?$",
        ])
    });
    let is_due = case::begins(&before[cue.clone()], "due");
    let (led, after) = (near::behind(&before[..cue.start]), near::ahead(after));
    let is_alone = || ALONE.is_match(led) && !after.contains(char::is_alphanumeric);
    FILTERS.is_match(near::behind(before))
        || is_due
            && (FINDS.is_match(led)
                || LEGEND.is_match(led) && !after.contains(char::is_alphanumeric)
                || SAYS.is_match(led)
                || CHOSEN.is_match(led)
                || STATE.is_match(after)
                || STATE.is_match(led)
                || is_alone())
}

/// "No row is changed by this iteration": what changes it.
fn is_done_by(led: &str, time: &str, moment: Moment) -> bool {
    static PASSIVE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:is|are|was|were|not|been)(?: \w+ly)? (?:\w+ed|set|made|written|given|taken|kept|left|built|sent|run) $",
        ])
    });
    let is_one = matches!(moment, Moment::Within(Unit::Sprint | Unit::Month | Unit::Quarter));
    is_one && case::begins(time, "this ") && PASSIVE.is_match(led)
}

/// "Kept overnight", "holding overnight": that says how long; "vendors who wrote overnight" did so in any night.
fn is_of_any_night(before: &str) -> bool {
    static LASTS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:who|whose [^.;:]{1,30}|which|that) (?:\w{2,}ed|came|sent|wrote|fell|broke|ran|got) $|",
            r"(?-u:\b)(?:hold(?:s|ing)?|held|carr(?:y|ies|ied|ying)|keep(?:s|ing)?|kept|stay(?:s|ed|ing)?|charg(?:e|es|ed|ing)|sit(?:s|ting)?|grow(?:s|ing)?|soak(?:s|ed|ing)?|rest(?:s|ed|ing)?|stor(?:e|es|ed|ing)|park(?:s|ed|ing)?)(?: \w+){0,3} $",
        ])
    });
    LASTS.is_match(before)
}

/// "A quiet hour, like overnight": what hour is meant, and not which day.
fn is_compared(before: &str) -> bool {
    ["like ", "such as "].iter().any(|it| before.ends_with(it))
}

/// Who is asked to a meeting: "let us invite her to the next meeting".
fn is_asked_in(before: &str) -> bool {
    static INVITED: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?-u:\b)invit(?:e|es|ed|ing)(?-u:\b)[^.;:]{0,60} (?:to|for) $"]));
    INVITED.is_match(before)
}

#[cfg(test)]
mod tests {
    use crate::words::english::deadline::find;

    #[test]
    fn what_a_calendar_or_a_program_shows_is_no_deadline() {
        for text in [
            "Please run it Monday through Friday.",
            "We deploy Monday till Thursday.",
            "There will be tea from Monday to Thursday around 15:00.",
            "The task will run on all weekdays (Monday, Tuesday, Wednesday).",
            "The two hours should be set on Saturday and Sunday respectively.",
            "I need one schedule for Monday.",
            "Let's move our open meetings to Thursday mornings.",
            "Can we switch the meeting cadence to Thursday?",
            "Move the biweekly call to Wednesday.",
            "It should be active only on Saturday.",
            "The calendar should start on Monday.",
            "The job must run on Monday.",
            "Create a task due tomorrow.",
            "Change the default to Sunday.",
            "Allow week to start at Monday or Sunday.",
            "Show tasks due this week.",
            "Select Due this week from the list",
            "Task due today",
            "Green: Due this week",
            "More filters (due today, this week) were left out.",
            "Finds open tasks due today, sends reminders.",
            "Remind students about homework due tomorrow.",
            "It says that it is due today.",
            "Colours: overdue (red), due today (amber), upcoming.",
            "Events like SQL Saturday will go there.",
            "We need to say what a Data Saturday is.",
            "No row is changed by this iteration.",
            "Bots should avoid holding overnight.",
            "It should be run at a quiet hour, like overnight.",
            "Confirm three orders whose vendors wrote overnight.",
            "Write it down at once, never wait until end of day.",
            "Let us invite Lena to the next meeting.",
        ] {
            assert!(find(text).is_empty(), "{text}: {:?}", find(text));
        }
    }

    #[test]
    fn what_somebody_waits_for_is_one() {
        for text in [
            "Please send the slides on Monday.",
            "We will meet on Monday and Tuesday.",
            "The report is due today.",
            "Slides are due Friday!",
            "Report: due this week",
            "Please have the tasks of the sprint done by Friday.",
            "We will move the release from Monday to Thursday.",
            "It must be fixed by this sprint.",
            "We will deploy it overnight.",
            "Bring the draft to the next meeting.",
            "I will ask Omar on Friday.",
            "The week of the migration will start on Monday.",
        ] {
            assert!(!find(text).is_empty(), "{text}");
        }
    }
}
