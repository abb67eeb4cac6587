//! Such a time that leans on something told beside it: a condition, a question, so many minutes, or whom it is told of.

use std::sync::LazyLock;

use crate::words::near;
use crate::words::pattern::{Pattern, in_pieces};

pub fn is_one(before: &str, after: &str) -> bool {
    is_supposed(before)
        || is_asked(before, after)
        || is_waited_for(before)
        || is_guessed(before)
        || is_made_below(before)
        || is_of_reader(before, after)
        || is_passed_on(before)
        || is_state(before, after)
        || is_answered(before)
        || is_test(before, after)
        || is_led_up(after)
}

/// "So that a learner will soon be able to teach", "either a shop should need it soon, or it goes": what for, and a test.
fn is_test(before: &str, after: &str) -> bool {
    static FOR: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?-u:\b)so that an? (?:[\w-]+ ){1,3}(?:will|can|may) $"]));
    static EITHER: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?-u:\b)either (?:[\w-]+ ){1,5}should [^.;:]*$"]));
    let before = near::behind(before);
    FOR.is_match(before) || after.starts_with(", or ") && EITHER.is_match(before)
}

/// "(we will make this group momentarily):", above what makes it.
fn is_led_up(after: &str) -> bool {
    after.trim_end() == "):"
}

/// "You'll be late at first, but will soon catch up": the reader, named before. What others are to give, they may wait for.
fn is_of_reader(before: &str, after: &str) -> bool {
    static READER: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?:^|[.;:] )\W*you(?:['\x{2019}]ll|['\x{2019}]re|['\x{2019}]ve)? [^.;:?!]*(?-u:\b)(?:but|and)(?: then)? will $",
        ])
    });
    const GIVEN: &[&str] = &[" be ", " get ", " receive ", " hear ", " have ", " find "];
    !GIVEN.iter().any(|it| after.starts_with(it)) && READER.is_match(near::behind(before))
}

/// "We notify such groups that they are going to be closed soon": what others are told of themselves, again and again.
fn is_passed_on(before: &str) -> bool {
    static TOLD: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:notify|notifies|tells?|informs?|warns?|reminds?) (?P<whom>(?:[\w-]+ ){1,4})that (?:they|he|she|their|his|her)(?-u:\b)[^.;:]*$",
        ])
    });
    const READERS: &[&str] = &["you", "everyone", "everybody", "all", "us"];
    // "I'll tell Rosa that her lamp is mended soon" promises both.
    const AHEAD: &[&str] = &["will ", "'ll ", "\u{2019}ll ", "going to "];
    let before = near::behind(before);
    let Some(told) = TOLD.captures(before) else { return false };
    let is_ahead = told.get(0).is_some_and(|it| AHEAD.iter().any(|word| before[..it.start()].ends_with(word)));
    let whom = told["whom"].to_lowercase();
    !is_ahead && !whom.split(' ').any(|it| READERS.contains(&it))
}

/// "The pod status will soon transition to `Failed`": what a program shows.
fn is_state(before: &str, after: &str) -> bool {
    static STATE: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:status|state|phase|condition|pods?|containers?) will $"]));
    let goes_over = [" transition to ", " enter ", " go into "].iter().any(|it| after.starts_with(it));
    goes_over && STATE.is_match(near::behind(before))
}

/// "(yes, planning to move soon)", "one may expect it to come any day now": said aside, and what nobody is to bring about.
fn is_answered(before: &str) -> bool {
    static ASIDE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"\((?:yes|yeah|yep|no), [^()]*$|(?-u:\b)one (?:may|might|can|could) (?:well |also |now )?expect [^.;:]*$",
        ])
    });
    ASIDE.is_match(near::behind(before))
}

/// "I am trying to get it done": whoever tries says how eager they are, and names no time. Asked of others, it is a plea.
pub fn is_effort(before: &str, after: &str) -> bool {
    static TRYING: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"(?-u:\b)(?:i|we)(?:['\x{2019}](?:m|re)| am| are) (?:[\w-]+ )?trying to [^.;:?!]*$"])
    });
    !after.to_ascii_lowercase().contains("please") && TRYING.is_match(near::behind(before))
}

/// "It is out of scope, but if demand for it grows, we will add it in a later release": after what, it says.
fn is_supposed(before: &str) -> bool {
    static SUPPOSED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"(?-u:\b)(?:but|and|so|however,) if [^.;:,]+, (?:we|i|it|they)(?-u:\b)[^.;:,]*$"])
    });
    SUPPOSED.is_match(near::behind(before))
}

/// "Shall we talk soon about the tables?": who asks promises nothing.
fn is_asked(before: &str, after: &str) -> bool {
    static ASKED: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?:^|[.!?] )\W*(?:shall|should|could|can) we [^.;:?!]*$"]));
    ASKED.is_match(near::behind(before)) && near::ahead(after).trim_end().ends_with('?')
}

/// "It is likely that the workshop closes soon": who guesses promises nothing.
fn is_guessed(before: &str) -> bool {
    static GUESSED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"(?-u:\b)(?:it(?: is|'s)|seems) (?:very |quite |more than )?likely that [^.;:?!]*$"])
    });
    GUESSED.is_match(near::behind(before))
}

/// "It has a method, which we will write soon": further down in a lesson.
fn is_made_below(before: &str) -> bool {
    static MADE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"(?-u:\b)(?:which|that) we(?: will|'ll) (?:create|write|build|define|see|meet|look at) $"])
    });
    MADE.is_match(near::behind(before))
}

/// "Give it ten minutes, and it appears soon": so long as that.
fn is_waited_for(before: &str) -> bool {
    static WAITED_FOR: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:give (?:it|them|this)|wait|allow|takes?)(?: for| about| up to| around| another)? (?:an?|a few|a couple of|\d+|two|three|five|ten|fifteen|twenty|thirty) (?:second|minute|hour)s?(?-u:\b)[^.;:]*$",
        ])
    });
    WAITED_FOR.is_match(near::behind(before))
}

#[cfg(test)]
mod tests {
    use crate::words::english::vague_promise::find;

    #[test]
    fn what_is_told_beside_it_is_no_promise() {
        for text in [
            "You'll be late for the first rounds, but will soon catch up.",
            "We notify such shops that they are going to be closed soon.",
            "The pod status will soon transition to Failed.",
            "The old lamp is bright enough (yes, planning to replace it soon).",
            "The lamp is made, and one may expect it to arrive any day now.",
            "I am trying to mend it ASAP.",
            "Other lamps will hopefully learn it soon!",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
        for text in [
            "You sent the form, and will soon get an answer.",
            "You asked for it, but we will soon replace it.",
            "We notify you that they are going to be closed soon.",
            "The workshop will soon transition to oil lamps.",
            "The lamp is made, and will be here any day now.",
            "I will mend it ASAP.",
            "We are trying to mend it asap, please look at it.",
            "Rosa will hopefully mend it soon!",
        ] {
            assert_eq!(find(text).len(), 1, "{text}");
        }
    }
}
