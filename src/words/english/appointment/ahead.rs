//! Whether what stands before a clock time puts something there that is still to come. Knows nothing of what comes again.

use std::sync::LazyLock;

use crate::words::pattern::Pattern;

/// "The deploy is at", "Release at": what is put out at a time, and has not been told of.
static PUT_OUT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:(?-u:\b)(?:deploy(?:ment)?|release|rollout|roll-out|launch|upgrade) (?:is|will be|starts|begins|goes out|moves|moved)(?: at| from| to| between)?",
        r"|^\W*(?:deploy(?:ment)?|release|rollout|roll-out|launch|upgrade)(?: at|:)) $"
    ))
});

/// Something will begin, end or be done.
static AHEAD: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:will|['’]ll|won['’]t|shall|going to|scheduled|planned|starts|begins|ends|opens|closes|takes place|please|must",
        r"|reschedul\w+|kicks? off|resumes?|(?:can|could|would|will) (?:you|we|everyone|everybody|anyone|anybody) (?:\w+ ){0,2}(?:join|come|call in|dial in|make it))(?-u:\b)"
    ))
});

/// What we are about to do at a time: "we are rebooting it at". A time is said of nothing else in this form.
static UNDER_WAY: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:we|i)(?:['’](?:re|m)| are| am) (?:\w+ly )?(?:rebooting|restarting|deploying|upgrading|migrating|releasing|shipping",
        r"|switching|merging|rolling|taking|shutting|stopping|starting|cutting|freezing|failing over|rotating|moving|presenting|leaving)(?-u:\b)"
    ))
});

/// Whether and until when people are there: "are you free at", "I'm away until".
static THERE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:are you|is (?:any|every)(?:one|body)|i['’]m|i am|we['’]re|we are) (?:\w+ )?(?:free|available|online|around|away|blocked|busy|offline|out)",
        r"(?: (?:at|from|until|till|between|around|after|before|to meet|to talk|for a \w+|today|tomorrow|tonight))*,? $"
    ))
});

/// What rests on a day of the week, as it is announced: "is read-only on Saturday from". What rests already does so since one.
static RESTS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:read-only|offline|unavailable|down|closed|frozen|locked|out of service) (?:on |this |next |again )*",
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:\w+ )?(?:from|between|at|after|starting|as of)? ?$"
    ))
});

/// A plan, in a form that tells what was as well: "is scheduled at", "due at".
static PLANNED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:(?:is|are|be|being|been|get) (?:\w+ )?(?:\w+ed)|(?:re-?)?scheduled|planned|needed)(?-u:\b)[^.;]{0,40}$",
    )
});

/// The same of a state that is to come, in the words of one that was: "will be down from", "we'll be back at".
static TO_COME: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"(?i)(?:(?-u:\b)(?:will|shall|going to|gonna|expected to|may|might)|['’]ll) (?:\w+ )?be (?:\w+ )*$")
});

/// Days to come, as they are called on the day before.
const NEXT: [&str; 2] = ["tonight", "tomorrow"];

/// Something is put out at the time.
pub fn is_put_out(before: &str) -> bool {
    PUT_OUT.is_match(before)
}

/// Something will be done or begin at the time, or we are about to do it.
pub fn is_ahead(before: &str) -> bool {
    AHEAD.is_match(before) || UNDER_WAY.is_match(before)
}

/// People are there from the time on, until then, or are asked whether they are; or what they use rests from then.
pub fn is_there(before: &str) -> bool {
    THERE.is_match(before) || RESTS.is_match(before)
}

/// What reads as if it had happened is a plan.
pub fn is_planned(before: &str) -> bool {
    PLANNED.is_match(before) || TO_COME.is_match(before)
}

/// Whether a day to come stands right beside the time.
pub fn is_of_next_day(before: &str, after: &str) -> bool {
    NEXT.iter().any(|day| after.trim_start().starts_with(day) || ends_with_day(before, day))
}

/// Whether a day stands right before a time: "tomorrow at", "tonight around".
fn ends_with_day(before: &str, day: &str) -> bool {
    let before = before.trim_end_matches([' ', ',', '(']);
    let plain = [" at", " from", " around", " about", " between"].iter().find_map(|it| before.strip_suffix(it));
    let day = plain.unwrap_or(before).trim_end_matches(',').strip_suffix(day);
    day.is_some_and(|it| !it.ends_with(char::is_alphanumeric))
}
