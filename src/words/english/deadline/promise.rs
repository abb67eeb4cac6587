//! Times that are deadlines without a preposition, because somebody promises, orders or announces something for them.

use std::sync::LazyLock;

use super::moment::{Moment, Unit};
use super::to_come::{ends_clause, is_to_come};
use crate::words::case;
use crate::words::date;
use crate::words::english::day::Day;
use crate::words::english::{mood, verb};
use crate::words::near;
use crate::words::pattern::Pattern;

/// An event that is announced: "board meeting this Friday", "the next call is".
static ANNOUNCED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:meeting|call|sync|demo|release|launch|deploy(?:ment)?|presentation|session|review|freeze|cut-?off|discussion)",
        r"(?: (?:is|will be|are))?(?: on| for| scheduled for| planned for)? $"
    ))
});

static LOOKS_BACK: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:discussed|held|raised|proposed|mentioned|agreed|presented|decided|missed)(?-u:\b)|^\W*(?:ran|had|held|attended|met)(?-u:\b)",
    )
});

/// Ends of a text behind which a time says how long or when something was, not by when it will be.
static NO_PROMISE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:(?-u:\b)(?:no|nothing)(?: \w+){0,4} |(?-u:\b)(?:not|during|over|throughout|within|since|from|of|the|some|an?|any|our|your|their|last|previous|past|all) |[-–/]",
        r"|(?-u:\b)(?:the|a|all|any|these|those|what|that|which|who|regressions|issues|changes)(?: \w+)? \w+ed )$"
    ))
});

static GIVES_REASON: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?i)(?-u:\b)(?:due to|because of|on account of) [^,;.]{0,60}$"));

/// The subject and verb of a clause that opens with its time: "Tomorrow we will …", "next week to talk about".
static GOES_ON_AS_PROMISE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^(?:,? (?:[\w’'-]+ ){0,3}(?:will|should|shall|going to|to (?:be|talk|discuss|review|start|finish|land|ship|merge))(?-u:\b)|,? \w+['’]ll )",
    )
});

/// The same with a longer subject, of a time that is still to begin: "Next week one of the editors of the group will come".
static GOES_ON_LONGER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)^,? (?:[\w’'-]+ ){4,9}(?:will|going to)(?-u:\b)",
        r"|^,? is (?:the |our |an? )?(?:[\w-]+ ){0,3}(?:meeting|call|sync|demo|release|launch|deploy(?:ment)?|freeze|cut-?off|deadline|workshop|vote|election)(?-u:\b)"
    ))
});

/// Behind a time that opens a sentence: the words of a thing, and not somebody who does it.
static OPENS_NOUN: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"^ (?:\w+-\w+|\w+ed|\w+s) "));

static LABEL_OF_EVENT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^: (?:[\w-]+ ){0,3}(?:meeting|call|sync|demo|release|launch|deploy(?:ment)?|freeze|cut-?off)(?-u:\b)",
    )
});

/// "See you next month": nobody waits for it.
static FAREWELL: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"(?i)(?-u:\b)(?:see|catch|meet) (?:you|y['’]?all|everyone)(?: all| there| again)?(?: in| at| on)? $")
});

/// "Questions for discussion this week", "this month we cover": the table of contents of a text that comes each week.
static IS_TOPIC: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:questions?|topics?|items?|points?|agenda|themes?)(?: (?:for|to|of|we(?:['’]ll| will)?))?(?: (?:discuss(?:ion|ed)?|cover(?:ed)?|review(?:ed)?|(?:the )?agenda))? $",
    )
});

/// Behind a time that opens its clause: "This month we will cover".
static TELLS_CONTENTS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^,? (?:[\w’'-]+ ){0,3}?(?:we|I|will)(?:['’]ll| will| are|['’]re)?(?: be| going to)* (?:cover|go over|look (?:at|back)|featur|highlight|celebrat|introduc|explor|focus|talk(?:ing)? about)",
    )
});

/// "Will see how it goes next week", "notes that can be used next month": nobody waits for either.
static IS_OPEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:see how (?:it|this|that|things|they) (?:goes|go|works?|turns? out)|(?:chew|sleep|ponder|mull) (?:on|over|about) (?:it|this|that)|(?:that|which) can (?:be )?\w+(?: [^\s.;:,]+){0,4}) $|^\W*(?:see|learn|read|find out|discover|check out|hear|watch) (?:what|how|about|which|who|why)(?-u:\b)",
    )
});

/// Who stays away for once, or comes, or does not do a thing: nobody waits for it.
static IS_ABSENT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:(?:can(?:no|['’])t|won['’]t|unable to|not (?:be )?able to) (?:make it|join(?: us)?|attend)(?: \w+){0,3}",
        r"|(?:will not|won['’]t) (?:meet|be here|be there|be around|be in)",
        r"|(?:will|['’]ll|plans? to|hopes? to) (?:also )?(?:join|attend|visit)(?: (?:us|the (?:call|meeting|sync)))?",
        r"|(?:will|['’]ll) be (?:away|absent|off|out(?: of (?:the )?office)?|back|travell?ing|on (?:vacation|holiday|leave|pto))) $"
    ))
});

/// Who has time, or none; what nobody wants or has to do then; and a day that is only thought of: "act as if it was on Monday".
static IS_NO_PLAN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:(?-u:\b)(?:will|is|am|are|['’](?:ll|s|m|re)) (?:be )?(?:\w+ )?(?:free|busy|around|online|reachable|unavailable|swamped)",
        r"|(?-u:\b)(?:i|he|she|we)(?: will|['’]ll| am| is| are|['’]m|['’]s|['’]re) (?:be )?(?:\w+ )?available",
        r"|(?-u:\b)(?:do|does|did)(?: not|n['’]t) (?:\w+ )?(?:want to|wanna|need to|have to)(?-u:\b)[^.;,:?]*",
        r"|(?-u:\b)(?:like|as if|as though) (?:it|that|this)(?:['’]s| is| was| were)(?: due)?)(?: on| for| all| at)? $"
    ))
});

/// "Which we discuss later today": the agenda of those who sit there.
static IS_TALK: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:discuss|talk|cover|chat|come back)(?:ing|ed)?(?: (?:about|to)(?: \w+){1,3}| (?:it|this|that))? $",
    )
});

/// "We put this on the agenda for", "to be discussed at": what those who meet will speak of then. To put it there is a task.
static IS_ON_AGENDA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:on (?:the|our) agenda|discuss(?:ed|ion|ing)?|talk(?:ed|ing)? about)(?: (?:it|this|that|them|these|again|further|more)){0,2}(?: (?:for|of|at|in|on|during))?(?: the| our)? $",
    )
});

/// "Proceed to next week": the next part of a plan that counts in weeks. "Go to next month": what a key does in a calendar.
static STEPS_ON: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:proceed|continue|advance|move on|go on|skip|navigate|jump|scroll)(?: ahead)? to $|^\W*go(?:es)? (?:back )?to $",
    )
});

/// "Run it again next week, and it reads the same": an order that is a condition.
static TELLS_RESULT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"(?i)^, and (?:it|you|they|this|that|all|everything|nothing|(?:the|your) \w+)(?:['\x{2019}]ll)? ")
});

/// "9am to 5pm, Monday to Friday": the days of a working week.
static REST_OF_WEEK: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?i)^(?: ?[-\u{2013}] ?| to | through | thru | until | till )(?:fri|sat|sun)"));

/// "Submit quotes for next week" names the next issue of a series, "scheduled for next week" a time.
fn is_issue_of_week(before: &str, moment: Moment) -> bool {
    static PUT: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(concat!(
            r"(?i)(?-u:\b)(?:\w*schedul\w*|plan\w*|slated|set|due|aim\w*|target\w*|on track|postpone\w*|mov\w+|defer\w*|push\w*",
            r"|book\w*|wait\w*|leav\w+|left|keep|put|tabled?|up|on|over|back|ready|hop\w+|shoot\w*)(?: (?:it|that|this|them|things|off))? for $"
        ))
    });
    matches!(moment, Moment::Within(Unit::Week)) && before.ends_with("for ") && !PUT.is_match(before)
}

/// Whether a time without a preposition is promised or asked for.
pub fn is_promised(before: &str, time: &str, after: &str, moment: Moment) -> bool {
    let is_of_now = time.to_ascii_lowercase().starts_with("this ");
    let is_own_word = !after.starts_with("'s")
        && !after.starts_with("\u{2019}s")
        && !after.starts_with(" or ")
        && !is_in_legend(before, after);
    let is_today = matches!(moment, Moment::Day { day: Day::Today, is_end: false } | Moment::Lunch);
    let is_working_week = time.to_ascii_lowercase().starts_with("mon") && REST_OF_WEEK.is_match(after);
    if is_today || !is_own_word || is_working_week || STEPS_ON.is_match(near::behind(before)) {
        return false;
    }
    if verb::opens_order(before) && !mood::promises(before) && TELLS_RESULT.is_match(after) {
        return false;
    }
    if let Some(said) = before.strip_suffix('(') {
        return is_said_beside(said, after);
    }
    // "Tomorrow: design meeting" announces it.
    if before.trim_matches(|it: char| !it.is_alphanumeric()).is_empty() && LABEL_OF_EVENT.is_match(after) {
        return true;
    }
    let opening = before.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    if matches!(opening.as_str(), "" | "on" | "in" | "during" | "hopefully") {
        let is_next = || ["next ", "tomorrow"].iter().any(|it| case::begins(time, it));
        // "This iteration will be quick": what is told of, and no time.
        return !matches!(moment, Moment::Within(Unit::Sprint)) && opens_promise(is_of_now, moment, after)
            || is_next() && GOES_ON_LONGER.is_match(near::ahead(after));
    }
    // "To do this quarter:" is the name of a list, and "due to …" gives a reason.
    let is_name = matches!(moment, Moment::Within(_)) && after == ":" && before.ends_with("for ");
    if NO_PROMISE.is_match(before) || GIVES_REASON.is_match(before) || is_name {
        return false;
    }
    if is_idle(before) || is_issue_of_week(before, moment) || is_opening_line(before, is_of_now) {
        return false;
    }
    let is_wanted =
        !is_any_weekend(before, time) && (mood::promises(before) || mood::defers(before) || verb::opens_order(before));
    let is_wanted = is_wanted || is_to_come(before, time, after, moment);
    match moment {
        Moment::Within(Unit::Sprint) => false,
        // "I'll send it end of day", but "jobs will run at end of day" and "send the EOD price".
        Moment::EndOfDay | Moment::EndOf(_) | Moment::Day { is_end: true, .. } => {
            is_wanted && !before.ends_with("at ") && ends_clause(after)
        }
        // "Overnight builds" are a name.
        Moment::PartOfDay => {
            is_wanted && !IS_TALK.is_match(before) && !mood::is_condition(before) && ends_clause(after)
        }
        // "The code that works today must work tomorrow."
        Moment::Day { day: Day::Tomorrow, .. } if before.to_lowercase().contains("today") => false,
        Moment::Event => is_wanted && leads_to_event(before),
        Moment::Day { .. } | Moment::Within(Unit::Week) if ANNOUNCED.is_match(before) => announces(before),
        _ => is_wanted && !mood::is_condition(before),
    }
}

/// Nobody waits for it, comes or has time: nothing is promised.
fn is_idle(before: &str) -> bool {
    IS_OPEN.is_match(before) || IS_ABSENT.is_match(before) || IS_NO_PLAN.is_match(near::behind(before))
}

/// Whether a time in brackets is told of what stands before them: "the freeze (Friday)".
fn is_said_beside(said: &str, after: &str) -> bool {
    // "2026-05-26T13:45Z (Tuesday, when the market opens)" says which one.
    let is_dated = said.trim_end().ends_with(|it: char| it.is_ascii_digit() || it == 'Z');
    !is_dated && [")", ",", "\u{2014}", "\u{2013}", " \u{2014}"].iter().any(|it| after.starts_with(it))
}

/// Whether a clause that opens with its time promises something for it.
fn opens_promise(is_of_now: bool, moment: Moment, after: &str) -> bool {
    // "Next week we will cover …" announces a day; of this week or month, the text itself is what comes.
    let is_contents = is_of_now && TELLS_CONTENTS.is_match(after);
    // "End of day checked-in code should be tested": a sort of code.
    let is_attribute = moment.is_end_of_day() && OPENS_NOUN.is_match(after);
    GOES_ON_AS_PROMISE.is_match(after) && !is_contents && !is_attribute
}

/// "Keep people from opening it on the weekend".
fn is_any_weekend(before: &str, time: &str) -> bool {
    time.eq_ignore_ascii_case("the weekend") && before.ends_with("on ") && !mood::promises(before)
}

/// "(activity this week / total activity)" says what is counted.
fn is_in_legend(before: &str, after: &str) -> bool {
    after.starts_with(" / ") && before.rfind(['(', ')']).is_some_and(|at| before[at..].starts_with('('))
}

/// Whether the words before a time name an event that is to come.
pub fn announces(before: &str) -> bool {
    ANNOUNCED.is_match(before) && !LOOKS_BACK.is_match(before)
}

/// What opens or closes a text that comes each week or month, and is no plan.
fn is_opening_line(before: &str, is_of_now: bool) -> bool {
    FAREWELL.is_match(before) || is_of_now && IS_TOPIC.is_match(before)
}

/// Whether the words before a time say what will be spoken of then.
pub fn is_topic(before: &str) -> bool {
    IS_ON_AGENDA.is_match(before)
}

/// Whether something is put off or brought to an event. "Find a room for the next meeting" has no deadline, and who
/// goes to it promises nothing.
fn leads_to_event(before: &str) -> bool {
    let lower = before.to_lowercase();
    let lower = lower.strip_suffix("the ").unwrap_or(&lower);
    let ends = |words: &[&str]| words.iter().any(|word| lower.ends_with(word));
    let is_way_there = ends(&[" go to ", " going to ", " come to ", " invited to "]);
    let is_put_off = mood::defers(before) || lower.contains("agenda");
    !is_way_there && (ends(&[" at ", " to ", " in "]) || ends(&[" for "]) && is_put_off)
}

/// "October 19/20th (Monday)": the days stand in front.
pub fn ends_with_days(before: &str) -> bool {
    static DAYS: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(&format!(
            r"(?i)(?-u:\b)(?:{MONTH})\.? {day}(?: ?[/&-] ?{day})?,? \(?$",
            MONTH = date::MONTH,
            day = r"\d\d?(?:st|nd|rd|th)?"
        ))
    });
    DAYS.is_match(near::behind(before))
}

/// "This has been finished this quarter" reports, whatever was ordered before it.
pub fn is_completed(before: &str) -> bool {
    static COMPLETED: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?-u:\b)(?:has|have) (?:been |also |now |already ){0,2}(?:complet|finish|releas|land|shipp|clos|fix|merg|launch|add|deliver|publish|achiev|resolv|remov)ed $",
        )
    });
    COMPLETED.is_match(near::behind(before))
}

/// Somebody waits, or leaves a thing to itself.
pub fn lasts(before: &str) -> bool {
    static LASTS: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?-u:\b)(?:wait(?:s|ed|ing)?|(?:leav(?:e|es|ing)|left|let|keep) (?:it|them|this|that|these|the|your|everything))(?-u:\b)[^.;]{0,60}$|(?-u:\b)(?:leave|left) $",
        )
    });
    LASTS.is_match(near::behind(before))
}
