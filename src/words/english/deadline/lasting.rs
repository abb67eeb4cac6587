//! What lasted until a time, and things that are told apart by theirs: nobody has to be in time for either. Knows the words
//! around a time.

use std::sync::LazyLock;

use super::promise;
use crate::words::case;
use crate::words::near;
use crate::words::pattern::Pattern;

/// "It worked until Monday", "until Monday we had three of these": that is over.
pub fn is_over(before: &str, after: &str) -> bool {
    static LASTED: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(concat!(
            r"(?i)(?-u:\b)(?:worked|functioned|ran|lasted|used to \w+|looked|behaved|stayed|remained)(?-u:\b)",
            r"[^.;]{0,60}$"
        ))
    });
    static TELLS: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"^,? (?:[Ii]t|[Ww]e|[Tt]hey|[Tt]here|I|(?:the|this|that|our|all) \w+) (?:had|was|were|did|saw|got|ran|used|worked)(?-u:\b)",
        )
    });
    // A word such as "until" stands between.
    let words = near::behind(before).trim_end();
    let led = words.rsplit_once(' ').map_or("", |(led, _)| led);
    let is_first = led.trim_matches(|it: char| !it.is_alphanumeric()).is_empty();
    is_first && TELLS.is_match(near::ahead(after)) || LASTED.is_match(led)
}

/// "Tasks due today are not shown": which ones, and not by when.
pub fn is_sort(due: &str, after: &str) -> bool {
    static GOES_ON: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)^ (?:are|do|don['\x{2019}]t|does|doesn['\x{2019}]t|should|must|have|get|show|appear)(?-u:\b)",
        )
    });
    case::begins(due, "due ") && GOES_ON.is_match(near::ahead(after))
}

/// Whether what stands before a week or a month tells of what was done in it.
pub fn is_reported(before: &str, after: &str) -> bool {
    promise::is_completed(before) || is_told_of(before, after)
}

/// "Lamps & Sons: shut down this week, showing …" tells of a firm, and shuts nothing down.
fn is_told_of(before: &str, after: &str) -> bool {
    const SAME_IN_PAST: &[&str] = &["shut down ", "split up ", "shut "];
    let is_past = SAME_IN_PAST.iter().any(|it| before.strip_suffix(it).is_some_and(|rest| rest.ends_with(": ")));
    let next = after.strip_prefix(", ").and_then(|it| it.split(' ').next()).unwrap_or_default();
    is_past && next.ends_with("ing")
}

#[cfg(test)]
mod tests {
    use crate::words::english::deadline::find;

    #[test]
    fn what_lasted_until_then_is_over() {
        assert!(find("It worked fine until Monday.").is_empty());
        assert!(find("It worked until Friday, now it does not work any more.").is_empty());
        assert!(find("Until Monday we had three of these a day.").is_empty());
        assert!(
            find("Tasks due today are not shown.").is_empty() && find("Tasks due Friday should be red.").is_empty()
        );
        assert!(!find("The vote is open until Friday.").is_empty() && !find("It is due today.").is_empty());
        assert!(!find("Until Monday we will hold it back.").is_empty());
    }
}
