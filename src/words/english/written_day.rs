//! What makes a date of two numbers: "due 12/11", "Friday 12/11", and not "1/2 of them".

use std::sync::LazyLock;

use crate::words::near;
use crate::words::pattern::Pattern;

/// Words that have a date behind them, directly before it.
static DATED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?(?: the)?(?: \()?",
        r"|(?:due|deadline|eta|target(?: date)?|freeze|launch(?:es|ed|ing)?|go-?live|cut-?over|meetings?|calls?|syncs?|demo|retro",
        r"|stand-?up|release date|out of office|ooo|pto|vacation|holiday|maintenance|outage",
        r"|incident|opens|closes|starts|starting|begins|ends|ending|scheduled|planned|expires|dated?|effective|as of|week of)",
        r"(?: is| are| was| will be)?:?(?: by| on| for| from| until| before| starting| the week of| week of)?) ?\(?$"
    ))
});

/// A fraction, a count or a version stands here, whatever is beside it.
static COUNTED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)^ ?(?:of|cups?|inch(?:es)?|th|done|complete|passed|tests?|votes?|items?|steps?|points?|stars?|reviewers?|approvals?",
        r"|members|majority|split|scale|odds|time|chance|teams?|people|hours?|days|pages?",
        r"|(?:(?:next|this|last|per|each|every|in the next) )?(?:cycles?|iterations?|rounds?|tasks?|runs?|episodes?|epochs?|batch(?:es)?|sessions?))(?-u:\b)"
    ))
});

/// Whether two numbers between these words are a day and a month.
pub fn is_date(before: &str, after: &str) -> bool {
    DATED.is_match(near::behind(before)) && !is_progress(before) && !COUNTED.is_match(near::ahead(after))
}

/// Whether two numbers tell how far something has come: "burn-in target 6/12", "coverage target: 5/8".
fn is_progress(before: &str) -> bool {
    const OF: &[&str] = &["burn-in", "burnin", "progress", "completion", "coverage", "score", "streak", "soak"];
    let said = near::behind(before).trim_end().trim_end_matches(':').to_lowercase();
    said.strip_suffix(" target").is_some_and(|it| OF.iter().any(|word| it.ends_with(word)))
}

/// Whether "9/10" is a mark here: "Target: 9/10", "Maintenance: 4/10", beside what is planned for a day.
pub fn is_mark(before: &str, written: &str) -> bool {
    const MARKED: &[&str] = &["target", "maintenance"];
    let said = near::behind(before).trim_end().trim_end_matches([':', '*', '(']).to_lowercase();
    written.ends_with("/10") && MARKED.iter().any(|it| said.ends_with(it))
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_mark};

    #[test]
    fn nine_of_ten_is_a_mark() {
        assert!(is_mark("Security: 2/10, target: ", "9/10") && is_mark("**Maintenance:** ", "4/10"));
        assert!(!is_mark("Target date: ", "9/10") && !is_mark("Target: ", "9/11"));
    }

    #[test]
    fn words_make_a_date_of_two_numbers() {
        for before in ["Freeze on ", "due ", "It is due by ", "on Friday, ", "Meeting ", "Date: ", "the week of "] {
            assert!(is_date(before, " at noon"), "{before}");
        }
        for before in ["Python ", "about ", "by ", "from ", "since ", "page ", "Sunda "] {
            assert!(!is_date(before, ""), "{before}");
        }
        assert!(!is_date("planned ", " of the tests") && !is_date("target ", " next cycle"));
        assert!(!is_date("The burn-in target ", " is kept") && is_date("The release target ", " is kept"));
    }
}
