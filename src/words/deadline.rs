//! Deadlines that are a different moment for each reader: "by EOD", "before next Friday".
//! The preposition is the rule, not the phrase: "at the end of the day" is an idiom. A small seam: a full engine of
//! time replaces it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::date;

/// A phrase that fixes a moment only for who knows when and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    pub range: Range<usize>,
    /// It ends a day, so whose day and which hour matter.
    pub is_end_of_day: bool,
    /// It names a day only from the day of writing.
    pub is_relative: bool,
}

impl Deadline {
    /// What a reader cannot know, in a few words.
    pub fn unknown(&self) -> &'static str {
        match (self.is_relative, self.is_end_of_day) {
            (true, true) => "which day, and whose end of it?",
            (false, true) => "whose end of day, and at what hour?",
            _ => "counted from when, and until what hour?",
        }
    }
}

static DEADLINE: LazyLock<Regex> = LazyLock::new(|| {
    let end = r"(?:e\.?o\.?d\.?|c\.?o\.?b\.?|(?:the )?end of (?:the )?(?:business )?day|close of (?:business|play)|tonight|midnight)";
    let day = r"(?:today|tomorrow|tonight|(?:next |this |coming )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)";
    let period = r"(?:eow|(?:the )?end of (?:the |this |next )?(?:week|month|sprint)|next (?:week|month)|this week)";
    Regex::new(&format!(
        r"(?i)(?-u:\b)(?:by|before|until|till|no later than|due)(?: the)? (?:(?P<end>{end})(?: (?:on )?(?P<after>{day}))?|(?P<day>{day})(?: (?P<late>{end}))?|(?P<period>{period}))(?-u:\b)"
    ))
    .expect("a constant pattern")
});

/// The open deadlines of one sentence. A date beside one settles it.
pub fn find(sentence: &str) -> Vec<Deadline> {
    let found = DEADLINE.captures_iter(sentence).map(|it| Deadline {
        range: it.get(0).expect("the whole match").range(),
        is_end_of_day: it.name("end").or(it.name("late")).is_some(),
        is_relative: it.name("end").is_none() || it.name("after").is_some(),
    });
    found.filter(|it| !date::has_date(&sentence[it.range.start..])).collect()
}
