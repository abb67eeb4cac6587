//! Who takes a task on, and by when, as one line of a list says it.

use std::sync::LazyLock;

use regex::Regex;

use super::{date, person};

/// "Ada will write …", "Ada and Bo to check …".
static PROMISE: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"@?[A-Z][\w.-]+(?: [A-Z][\w.-]+)?";
    // "Time to recovery" is no promise: after a bare "to" the word has to be something that people do.
    let verb = concat!(
        r"add|ask|bring|check|clean|close|confirm|contact|coordinate|create|discuss|document|draft|email|file|find|",
        r"finish|fix|follow|get|give|help|investigate|lead|look|make|merge|move|open|organi[sz]e|ping|post|prepare|",
        r"propose|publish|put|raise|reach|reply|report|research|review|run|schedule|send|set|share|start|submit|sync|",
        r"take|talk|test|track|try|update|work|write"
    );
    let will = format!(r"(?:(?:will|is going to|has to|volunteer(?:s|ed) to) (?P<act>[a-z]+)|to (?:{verb})(?-u:\b))");
    Regex::new(&format!(r"^(?P<who>{name}(?:(?:,| and| or|/) ?{name})*) {will}")).expect("a constant pattern")
});

/// Words that begin a sentence with a capital letter and are no names.
const NO_NAMES: &[&str] = &[
    "I",
    "We",
    "You",
    "It",
    "This",
    "That",
    "These",
    "Those",
    "They",
    "There",
    "The",
    "What",
    "Need",
    "Needs",
    "How",
    "Work",
    "Plan",
    "Plans",
    "Try",
    "Going",
    "Want",
    "Able",
    "Access",
    "Link",
    "Links",
    "Changes",
    "Support",
    "Move",
    "Add",
    "Due",
    "Next",
    "Back",
    "Same",
    "Related",
    "Someone",
    "Somebody",
    "Everyone",
    "Nobody",
    "Team",
    "Time",
    "Users",
    "Subscribe",
    "Continue",
    "How",
    "Where",
    "When",
    "Want",
];

/// "Ada: write …", "[Ada] write …", "write … (Ada)", "owner: Ada".
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^@?[A-Z][a-z]+(?: [A-Z][a-z]+)?: [a-z]|^\[[A-Z][a-z]+(?: [A-Z][a-z]+)?\] ",
        r"|\((?:@?[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:(?:, | and | & |/)@?[A-Z][a-z]+(?: [A-Z][a-z]+)?)*)(?: [a-z ]+)?\)[.!]?$",
        r"|(?i)(?-u:\b)(?:(?:owner|assignee|dri|responsible)(?::| is) ?|(?:assigned to|owned by) )@?\w",
    ))
    .expect("a constant pattern")
});

/// A day that is named from the day of writing.
static SOON: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)(?-u:\b)(?:(?:by|before|until|on|due|this|next|coming) (?:the )?(?:next )?(?:end of )?(?:the |this |next )?",
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)?(?:day|week|month|sprint|quarter|meeting|release|call)",
        r"|tomorrow|today|eod|eow|q[1-4](?-u:\b)|end of (?:the |this |next )?(?:day|week|month|sprint|quarter|year))(?-u:\b)"
    ))
    .expect("a constant pattern")
});

/// Whether a line begins with somebody who will do something.
pub fn is_promise(line: &str) -> bool {
    PROMISE.captures(line).is_some_and(|found| {
        let first = found["who"].split([' ', ',', '/']).next().unwrap_or_default();
        let is_state = found.name("act").is_some_and(|act| matches!(act.as_str(), "be" | "not" | "have" | "no"));
        !NO_NAMES.contains(&first) && !first.ends_with("ed") && !is_state
    })
}

/// Whether somebody in particular is to do it.
pub fn has_owner(line: &str) -> bool {
    person::has_handle(line) || is_promise(line) || NAMED.is_match(line)
}

/// Whether a day is set for it, if only a relative one.
pub fn has_day(line: &str) -> bool {
    date::has_date(line) || SOON.is_match(line)
}

/// Whether the day can be told by whoever reads it, whenever.
pub fn has_exact_day(line: &str) -> bool {
    date::has_date(line)
}

#[cfg(test)]
mod tests {
    use super::{has_day, has_owner, is_promise};

    #[test]
    fn owners_in_their_forms() {
        assert!(is_promise("Ada will write the summary") && is_promise("Ada and Bo to check the logs"));
        assert!(!is_promise("This will break") && !is_promise("We will see") && !is_promise("Access to logs"));
        assert!(has_owner("[Ada] write the summary") && has_owner("Write the summary (Ada)"));
        assert!(has_owner("Ada: write the summary") && has_owner("@ada write it"));
        assert!(!has_owner("Write the summary (issue created)") && !has_owner("Write the summary"));
    }

    #[test]
    fn days_in_their_forms() {
        assert!(has_day("by 2026-11-20") && has_day("before next Friday") && has_day("next week"));
        assert!(!has_day("write the summary"));
    }
}
