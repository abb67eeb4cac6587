//! Promises of a few words and without an auxiliary: "Docs to follow.", "Tests come later." They are whole sentences: steps
//! and rules to follow are none.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, in_pieces};

/// What is still to be written or sent.
const OWED: &str = r"(?:docs|documentation|tests?|(?:more )?details|(?:the )?rest|more|(?:an? |the )?(?:fix(?:es)?|patch(?:es)?|PRs?|pull requests?|update|follow-?up)|screenshots|benchmarks|numbers|changelog|announcement)";

/// Whether a time, between what stands before and behind it, is promised so.
pub fn is_one(before: &str, time: &str, after: &str) -> bool {
    is_to_follow(time) && is_owed(before, after) || is_to_come(before, after)
}

/// "To follow" is a time only behind what is owed.
pub fn is_to_follow(time: &str) -> bool {
    time.eq_ignore_ascii_case("to follow")
}

/// Whether "to follow" is all that is said of something that is owed.
pub fn is_owed(before: &str, after: &str) -> bool {
    static LED: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"(?:^|[.;:,(] ?)\W*", OWED, " $"]));
    ends(after) && LED.is_match(before)
}

/// Whether something that is owed is told to come, and nothing else: "Tests come later."
fn is_to_come(before: &str, after: &str) -> bool {
    static LED: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"^\W*", OWED, " (?:come|comes|follow|follows) $"]));
    ends(after) && LED.is_match(before)
}

fn ends(after: &str) -> bool {
    after.trim_start_matches(['.', '!', ')', ' ']).is_empty()
}

#[cfg(test)]
mod tests {
    use crate::words::english::vague_promise::find;

    #[test]
    fn a_few_words_promise_as_well() {
        for text in [
            "Docs to follow.",
            "Flag added, tests to follow.",
            "More to follow!",
            "Tests come later.",
            "The rest follows soon.",
        ] {
            assert_eq!(find(text).len(), 1, "{text}");
        }
        for text in [
            "Steps to follow",
            "Rules and tests to follow when you lend.",
            "The tests to follow are slow.",
            "The tests run first, and docs come later in the list.",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
    }
}
