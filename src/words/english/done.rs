//! What says of something to do that it is over, void, or taken up elsewhere.

use std::sync::LazyLock;

use crate::words::list::is_among;
use crate::words::pattern::Pattern;

static DONE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^\W*\[[~-]\] |^\W*(?:see|catch) (?:you|y['’]?all|everyone)(?-u:\b)|^\W*approve (?:the )?(?:previous |last |prior )?(?:meeting(?:['’]s)? )?(?:minutes|agenda)(?: of [^.;]{0,40})?\W*$|^\W*(?:done|completed?|failed|closed|fixed|resolved|cancell?ed|wontfix|n/?a|none|nothing|no (?:new )?(?:actions?|action items?|updates)|x\])(?-u:\b)|(?:\(|\[|\. |[-–—:,] ?)(?:already )?(?:done|complete|completed|closed|merged|shipped|fixed|cancell?ed|obsolete|filed in[^()]{0,80})\W{0,2}$|[-–—:] (?:now|already) done(?-u:\b)|[(\[_*]already (?:done|complete|completed|finished)(?:\W*$| as of)|[-–—] ?done:|\. (?:done|completed): |[-–—] confirmed(?-u:\b)|[-–—] ?(?-i:DONE)(?-u:\b)|[✅✔☑]|^\W{0,4}[✓∞]",
    )
});

/// "(picked up as #11 in the next sprint)", "(#18, Sprint 3)": where it was taken up, behind all that is to be done.
static TAKEN_UP: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)\((?:picked up|taken up|taken over|continued|tracked|planned|done|fixed|landed) (?:as|in|under|by|with) (?:#\d+|sprint \d+)[^()]*\)\W*$",
        r"|\(#\d+,? (?:in )?(?:sprint|iteration|milestone) ?\d+\)\W*$"
    ))
});

/// The one word of a state in which nothing is left to do.
const OVER: &str = "done complete completed finished closed fixed resolved adopted implemented shipped delivered deployed released \
                    merged landed cancelled canceled wontfix";

/// Whether a word, or two, says that something is over and nothing else: "Resolved", "**Finished**:", "Won't do".
pub fn is_over(state: &str) -> bool {
    // Longer than any of these with what may stand around it.
    const LONGEST: usize = 24;
    let word = state.trim_matches(|it: char| !it.is_alphanumeric());
    state.len() <= LONGEST && {
        let lower = word.to_lowercase();
        is_among(OVER, &lower) || matches!(lower.as_str(), "won't do" | "won\u{2019}t do" | "wont do")
    }
}

/// Whether an action is over, void or taken up elsewhere, by its own words: "failed", "none", "approve the minutes".
pub fn needs_nobody(text: &str) -> bool {
    DONE.is_match(text) || TAKEN_UP.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::{is_over, needs_nobody};

    #[test]
    fn a_state_is_over_or_goes_on() {
        assert!(["Resolved", "**Finished**", "Cancelled:", "Won't do", "done."].into_iter().all(is_over));
        assert!(!["", "Open", "In progress", "Complete the list", "Released in May", "n/a"].into_iter().any(is_over));
    }

    #[test]
    fn there_may_be_nothing_to_do() {
        assert!(
            needs_nobody("**FAILED**")
                && needs_nobody("None.")
                && needs_nobody("No new action items")
                && needs_nobody("Write the summary (done)")
                && needs_nobody("Set up the shelf (already done)")
                && needs_nobody("Rosa shares the list. _(Already completed as of this report)_")
        );
        assert!(
            needs_nobody("Write the summary (picked up as #4 in Sprint 2).")
                && needs_nobody("Order the keys (#7, Sprint 3)")
        );
        assert!(!needs_nobody("Write the summary (#4)") && !needs_nobody("Order the keys, as planned in Sprint 3"));
        assert!(!needs_nobody("Write the summary") && !needs_nobody("Notify everybody"));
    }
}
