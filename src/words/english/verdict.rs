//! How people say in a word what was decided, and how they send others elsewhere for the reason.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of, opening};

/// Names of the part of a record that says what was decided.
pub const PARTS: &[&str] = &["decision", "decision outcome", "outcome"];

static GIVEN: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"approved|accepted|rejected|declined|granted|denied|passed|failed|merged|postponed|deferred|withdrawn|yes|no|none|done|n/a|tbd|pending|unanimous\w*|\d+ (?:for|to)",
    ])
});

/// "See the thread for the reasons": the reason stands there and nowhere else.
static SENT: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"(?:please )?(?:see|read|check|refer to|look at):?(?P<led>(?: \S+)*?) (?:for|about|on|behind|explain\w*)? ?(?:the |our |its |this |all )*(?:rationale|reasoning|reasons?|motivation behind|why)",
        r"(?:please )?(?:see|read|check):? (?:the )?(?:rationale|reasoning|reasons?|why)",
        r"(?:for )?(?:the |our )?(?:rationale|reasoning|reasons?)(?P<told>(?: \S+)*?) (?:see|read|(?:is|are|was|were) (?:in|on|here|explained|discussed|described))",
    ])
});

/// A sentence of more words says something itself.
const MOST_WORDS: usize = 14;

/// So many words may stand between "see" and what is sought there, and behind the reason before "see". They are counted here:
/// in the expression each would need states of its own.
const MOST_LED: usize = 8;
const MOST_TOLD: usize = 5;

/// What is written already has these behind it, and there is more about it elsewhere.
const MORE: &[&str] = &[
    " additional details",
    " additional information",
    " more background",
    " further background",
    " additional context",
];

/// Whether some words say what was decided.
pub fn is_given(text: &str) -> bool {
    GIVEN.is_match(text)
}

/// Whether a sentence only leads to a reason.
pub fn is_sent_elsewhere(sentence: &str) -> bool {
    let is_short = |text: &str, most: usize| text.split_whitespace().count() <= most;
    SENT.captures(sentence).is_some_and(|found| {
        let has_few = |name: &str, most: usize| found.name(name).is_none_or(|it| is_short(it.as_str(), most));
        let adds = || MORE.iter().any(|it| sentence.contains(it));
        has_few("led", MOST_LED) && has_few("told", MOST_TOLD) && is_short(sentence, MOST_WORDS) && !adds()
    })
}

#[cfg(test)]
mod tests {
    use super::{is_given, is_sent_elsewhere};

    #[test]
    fn a_verdict_and_a_way_to_its_reason() {
        assert!(is_given("approved in Slack") && !is_given("the thread on keys"));
        for text in [
            "See this document for the rationale.",
            "See: why we keep it",
            "The reasoning is in the notes.",
            "See one two three four five six seven eight for the reasons",
            "The reasons one two three four five see",
        ] {
            assert!(is_sent_elsewhere(text), "{text}");
        }
        for text in [
            "See the guide for the flags.",
            "The reason is that it was slow.",
            "See one two three four five six seven eight nine for the reasons",
            "The reasons one two three four five six see",
        ] {
            assert!(!is_sent_elsewhere(text), "{text}");
        }
    }
}
