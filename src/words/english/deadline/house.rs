//! Whether a time is of one case or of each: a handbook says by when each of its readers has to do a thing, each in another
//! week. Knows words, not pages.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::date;
use crate::words::english::verb;
use crate::words::list::is_among;
use crate::words::near;
use crate::words::pattern::{Pattern, any_of, in_pieces};

/// Whether a sentence is of one case, and somebody in it promises or asks: a handbook also says by when each of its
/// readers has to do a thing, each in another week.
pub fn is_addressed(sentence: &str) -> bool {
    static ADDRESSED: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(concat!(
            r"(?i)(?-u:\b)(?:(?:I|we|he|she|they)(?:['’]ll|['’]re| will| are going| plan| hope| aim| need| should| want)|please|pls|let['’]s|let us|(?:can|could|would|will) (?:you|we|I|some(?:one|body)|any(?:one|body))",
            r"|deadline|due|eta|freeze|release[sd]?|meeting|call|review)(?-u:\b)|@\w|^\W*(?-i:[A-Z][\w.-]+(?: [A-Z][\w.-]+)?)(?: will |['’]ll |: )"
        ))
    });
    ADDRESSED.is_match(sentence) || verb::opens(sentence)
}

/// Whether a page of no day sets a deadline: it says so, or asks its reader for something, or "EOD" does, which is written by
/// whoever waits for something. Whatever else is due there is due in each case, or was once.
pub fn is_set(sentence: &str, time: &Range<usize>) -> bool {
    let is_asked = if is_sort(sentence, time) {
        asks_reader(&sentence[..time.start]) || asks_reader(&sentence[time.end..])
    } else {
        asks_reader(sentence)
    };
    is_asked || is_shorthand(&sentence[time.clone()])
}

/// "Tasks due today", "bills due in next 7 days": what a screen or a search calls things of a sort, others on each day. "Your
/// slides are due tomorrow" is said of some.
fn is_sort(sentence: &str, time: &Range<usize>) -> bool {
    static COUNTED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"^due (?:(?:for )?(?:today|tomorrow)$|this week$|(?:in|within) (?:the )?(?:next )?\d+ days$)"])
    });
    static OF_SOME: LazyLock<Pattern> = LazyLock::new(|| any_of(&["the|your|our|my|their|these"]));
    let before = near::behind(&sentence[..time.start]).trim_end();
    let last = before.rsplit(|it: char| !it.is_alphabetic()).next().unwrap_or_default();
    let is_plural = last.len() > 3 && last.ends_with('s') && !last.ends_with("ss");
    is_plural && COUNTED.is_match(&sentence[time.clone()]) && !OF_SOME.is_match(before)
}

/// Whether a sentence asks its reader for something, or says itself that it sets a deadline.
fn asks_reader(sentence: &str) -> bool {
    static ASKS: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?-u:\b)(?:please|pls|(?:can|could|would|will) (?:you|some(?:one|body)|any(?:one|body))|let (?:me|us) know|deadline|due|eta|freeze)(?-u:\b)|@\w",
        )
    });
    ASKS.is_match(sentence)
}

/// Abbreviations that look like a time and that a text spells out as something else: "End of Burst (EOB)".
pub fn spelled_out(text: &str) -> impl Iterator<Item = &str> {
    const OF_TIME: &str = "business day week month quarter year play";
    const LETTERS: usize = 3;
    let named = move |(at, _): (usize, &str)| {
        let short = text.get(at + 1..at + 1 + LETTERS)?;
        let last = near::behind_within(&text[..at], 24).split_whitespace().next_back()?.to_lowercase();
        let is_its = last.starts_with(|it: char| short.to_lowercase().ends_with(it));
        (is_its && text[at + 1 + LETTERS..].starts_with(')') && !is_among(OF_TIME, &last)).then_some(short)
    };
    text.match_indices("(EO").chain(text.match_indices("(CO")).filter_map(named)
}

/// "Thu Nguyen will help": days that are the first name of somebody here.
pub fn people(text: &str) -> impl Iterator<Item = &str> {
    let is_name = |word: &str| {
        word.starts_with(|it: char| it.is_uppercase())
            && word[1..].starts_with(|it: char| it.is_lowercase())
            && date::month(word).is_none()
    };
    let follows = move |rest: &str| {
        let word = rest.split(|it: char| !it.is_alphabetic()).next().unwrap_or_default();
        word.is_ascii() && is_name(word)
    };
    let named = move |day: &'static str| text.match_indices(day).any(|(at, _)| follows(&text[at + day.len()..]));
    ["Thu ", "Mon ", "Sun "].into_iter().filter(move |day| named(day)).map(|day| &day[..3])
}

/// Whether a time is written as an abbreviation: "EOD Friday", "COB".
fn is_shorthand(phrase: &str) -> bool {
    let mut words = phrase.split(|it: char| !it.is_alphanumeric() && it != '.');
    words.any(|it| is_among("eod eow eom eoq eoy cob c.o.b e.o.d", &it.to_lowercase()))
}

/// Whether what is due is due so in each case: "all requests are answered by the end of the day", "by the end of the day
/// before you start", "not before Monday if you call at the weekend", "the copy is made overnight", "Thursday homework is
/// due Monday".
pub fn is_of_each_case(sentence: &str, range: &Range<usize>) -> bool {
    static ALL: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*(?:(?:all|every|each|any)(?: of)? |(?:you['’]ll|you will) come back|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s)? \w+ (?:is|are) due)",
        ])
    });
    static CASE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^ (?:prior to|before|after|following|of) (?:your?|each|any|an?|the)(?-u:\b)|(?-u:\b)if (?:your?|it|an?|any|someone|somebody)(?-u:\b)",
        ])
    });
    ALL.is_match(sentence)
        || CASE.is_match(&sentence[range.end..])
        || sentence[range.clone()].eq_ignore_ascii_case("overnight")
}

/// Whether somebody waits for what is due: it is called a deadline, or is due by "EOD".
pub fn is_waited_for(sentence: &str, time: &Range<usize>) -> bool {
    let before = near::behind(&sentence[..time.start]);
    is_shorthand(&sentence[time.clone()]) || before.contains("eadline")
}

/// Whether a name is that of a plan.
pub fn is_plan(name: &str) -> bool {
    const PLANS: &str = "plan plans planning roadmap roadmaps proposal proposals goal goals okr okrs milestone milestones strategy \
        budget schedule objectives backlog";
    name.to_lowercase().split(|it: char| !it.is_alphanumeric()).any(|it| is_among(PLANS, it))
}

/// Whether a name is that of standing rules: "their term lasts until others are elected at the next Annual Meeting", in
/// bylaws, means another one in each year.
pub fn is_rule_book(name: &str) -> bool {
    const BOOKS: &[&str] = &["bylaws", "by-laws", "constitution", "articles of association", "statutes"];
    let name = name.to_lowercase();
    BOOKS.iter().any(|it| name.contains(it))
}

/// Whether the last sentence of what leads to a list says of which case its steps are: "If a key is lost, do this:".
pub fn opens_case(lead: &str) -> bool {
    static OPENS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?:^|[.:!?\n] ?)\W*(?:(?-i:If|When|Whenever)|if|when|whenever|once|each time|every time) (?:an?|any|each|every|the|someone|somebody|your?|it)(?-u:\b)[^.!?]*$",
        ])
    });
    OPENS.is_match(lead.trim_end_matches([':', '.', ' ', '\n']))
}

/// Whether something is put off until then, and nobody has to be done by it: "deferred until next week".
fn is_put_off(sentence: &str, range: &Range<usize>) -> bool {
    static PUT_OFF: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:(?:defer|postpon|push|punt|delay|put off|wait|hold off)(?:e|ed|red|s|es|ing|ring)?(?: [\w'-]+){0,5}",
            r"|(?:leav|keep)(?:e|es|ing|s)?(?: [\w'-]+){0,3} (?:on the agenda|note)|keep(?:s|ing)? note) ?$",
        ])
    });
    let is_until = ["until", "till"].iter().any(|it| sentence[range.clone()].starts_with(it));
    is_until && PUT_OFF.is_match(near::behind(&sentence[..range.start]))
}

/// Whether nothing is due: it is put off, or only hoped for where nobody `is_asked` for it.
pub fn is_left_open(sentence: &str, range: &Range<usize>, is_asked: bool) -> bool {
    is_put_off(sentence, range) || !is_asked && is_hoped(sentence, range)
}

/// Whether somebody only says how things stand, and what is hoped for: "hopefully it is done by the end of the week".
fn is_hoped(sentence: &str, range: &Range<usize>) -> bool {
    static HOPED: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&["hopefully|hoping|hopes?|may|maybe|might|on track|expect(?:s|ed|ing)?|(?:i|we) think|try(?:ing)? to"])
    });
    HOPED.is_match(near::behind(&sentence[..range.start]))
}

/// Whether nobody has to be in time: a sentence tells of a case that is only thought of, "a client whose first call is on
/// Friday will wait until Wednesday", or says that nobody waits.
pub fn supposes(sentence: &str) -> bool {
    static ONE: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"^\W*an? \w+ (?:whose|that|who|which) "]));
    ONE.is_match(sentence) || needs_none(sentence) || is_of_council(sentence)
}

/// "I will ask at the next meeting for a list", "to hold office until the next annual meeting": a notice that is given to that
/// meeting, and a term that its rules count.
fn is_of_council(sentence: &str) -> bool {
    static NOTICE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*i will (?:ask|move|propose) at the next (?:[a-z]+ ){0,3}meeting (?:for|that|if|whether|how|what|why|when|the)(?-u:\b)",
            r"|(?-u:\b)(?:hold|holds|remain in|stay in|continue in) office until(?-u:\b)",
        ])
    });
    NOTICE.is_match(sentence)
}

/// Whether a sentence says that nobody waits or meets: "we do not need to wait until the next meeting".
fn needs_none(sentence: &str) -> bool {
    static NONE: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"(?:(?:do|does|did|will|should)n't|not|no longer|no|without) (?:need(?:ed)?|have|having|reason|want|see (?:the|any) need|the need) (?:to )?(?:wait|meet|hold|have another)",
        ])
    });
    NONE.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::english::deadline;

    fn is_of_each(sentence: &str) -> bool {
        is_of_each_case(sentence, &deadline::find(sentence).first().expect("a deadline").range)
    }

    #[test]
    fn a_screen_names_a_sort_of_things() {
        let is_set = |sentence: &str| is_set(sentence, &deadline::find(sentence).first().expect("a deadline").range);
        for sentence in ["Invoices due in next 14 days", "Search for cards due tomorrow."] {
            assert!(!is_set(sentence), "{sentence}");
        }
        for sentence in [
            "The slides are due tomorrow.",
            "Invoices due tomorrow, please.",
            "Slides due on Friday",
            "Your slides: due tomorrow",
            "Essays due this Friday",
        ] {
            assert!(is_set(sentence), "{sentence}");
        }
    }

    #[test]
    fn a_handbook_speaks_of_each_case() {
        assert!(is_of_each("All requests will be answered by the end of the working day."));
        assert!(is_of_each("You will get the letter by the end of the business day before your first day."));
        assert!(is_of_each("You'll come back to it tomorrow, or next week."));
        assert!(supposes("A case whose first call is on Friday will be late on Wednesday."));
        assert!(supposes("We do not need to wait until the next meeting."));
        assert!(supposes("He doesn't see the need to have another meeting next week."));
        assert!(!supposes("We need to wait until the next meeting."));
        assert!(is_of_each("Nobody will answer until Monday if your car breaks down at the weekend."));
        assert!(!is_of_each("The requests of this release will be answered by the end of the day."));
    }
}
