//! What is said to come on a day without a "will": "we're cutting the branch on Thursday", "the freeze starts on Monday",
//! "rollout next Friday". What the day is, and whether anybody waits for it, it does not know.

use std::sync::LazyLock;

use super::moment::Moment;
use crate::words::english::day::Day;
use crate::words::near;
use crate::words::pattern::{Pattern, any_of};

static ENDS_CLAUSE: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"^(?:[.,;:!?)]|$| please| and | if | so )"));

/// Whether the words behind a time say nothing more of it.
pub fn ends_clause(after: &str) -> bool {
    ENDS_CLAUSE.is_match(after)
}

/// "We're cutting the branch on Thursday", "Releasing tomorrow", "the shop goes live on Monday", "the certificate expires next
/// week".
static UNDER_WAY: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:(?-u:\b)(?:we['\x{2019}]re|we are|i['\x{2019}]m|i am) (?:cutting|releasing|deploying|shipping|going live|switching|migrating|launching|tagging|upgrading|rolling out)",
        r"|^\W*(?:going live|releasing|deploying|shipping|launching|rolling out)",
        r"|(?-u:\b)(?:release|version|shop|site|page|change|feature|fix|patch|update|app) (?:goes|go) (?:out|live)",
        r"|(?-u:\b)(?:cert|certificate|token|licen[cs]e|contract|trial|domain)(?: (?:for|of) (?:the )?\S+)? (?:expires|ends|runs out)",
        r"|(?-u:\b)(?:freeze|rollout|roll-out|migration|launch|deployment|maintenance|downtime|cut-?over|switch-?over|embargo|upgrade|vote|voting|beta)",
        r" (?:starts|begins|ends|opens|closes|happens|takes place|kicks off)",
        r")(?: [^ .;:,?]+){0,5}? (?:on )?$"
    ))
});

/// "It is going live next week", "layout support landing next month", "recordings available next week", "have it all ready on
/// Monday": said of one day, and with it of what comes.
static OF_ONE_DAY: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:(?-u:\b)(?:(?:is|are|am)|['\x{2019}](?:s|re|m)) (?:also |now |hopefully |currently )?",
        r"(?:going (?:live|out|in)|coming (?:out|back|up)|arriving|opening|closing|starting|ending|kicking off|resuming|moving|merging|publishing|releasing|launching|landing|shipping|deploying|submitting|presenting|hosting)",
        r"(?: [^ .;:,?]+){0,5}?",
        r"|[\w)] (?:going live|landing|launching|shipping|arriving|starting|available|expected|coming (?:out|back))",
        r"|^\W*(?:[\w.@-]+: )?(?:starting|coming|landing)",
        r"|^\W*(?:[\w.@-]+: )?have (?:[^ .;:,?]+ ){1,6}?(?:ready|done|finished|prepared|merged)",
        r") (?:early |on |for )?$"
    ))
});

/// What is told of a day that was, or of each: nothing comes.
static NOT_TO_COME: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[r"was|were|had|not|never|n't|isn't|aren't|if|when|whether|who|which|that|what|how|before|until|after"])
});

/// "We ship next Friday". "We ship on Friday" is as often said of each.
static BY_US: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:^|[.:;,] |(?-u:\b)(?:and|so|then|that) )\W*(?:we|i) (?:ship|release|deploy|launch|roll out|roll (?:it|this|that) out|go live|cut over|migrate)",
        r"(?: [^ .;:,?]+){0,5}? $"
    ))
});

/// "Rollout next Friday", "Code freeze: Monday", "Deployment EOD tomorrow": all that is said, and it is said of one.
static ALL_THAT_IS_SAID: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)^\W*(?:the |our |code |feature |production |prod |planned )?(?:freeze|rollout|roll-out|migration|release|launch|deploy(?:ment)?|maintenance(?: window)?|downtime|cut-?over",
        r"|switch-?over|go-?live|upgrade)(?::| is| will be| is planned| is set| is due)?(?: on| for)? $"
    ))
});

/// "Heads up: the API changes next week", "Reminder that the office is closed tomorrow": whoever opens so announces.
static OPENS_NOTICE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^\W*(?:heads[- ]?up|fyi|psa|(?:a |just a )?(?:friendly |gentle |quick )?reminder|announcement)(?: (?:all|everyone|everybody|team|folks|that))?[ :,!.\x{2013}\x{2014}-]",
    )
});

/// Whether what stands before a time says that something will be so then.
pub fn is_to_come(before: &str, time: &str, after: &str, moment: Moment) -> bool {
    let near = near::behind(before);
    let is_question = after.starts_with('?');
    if is_question || !ends_clause(after) {
        return false;
    }
    let is_one =
        matches!(moment, Moment::Day { .. } | Moment::EndOfDay) || time.to_ascii_lowercase().starts_with("next ");
    let is_counted = !matches!(moment, Moment::Day { day: Day::Coming(_), is_end: false }) || time.contains(' ');
    UNDER_WAY.is_match(near)
        || is_one && is_counted && near.len() == before.len() && OPENS_NOTICE.is_match(near)
        || is_one && near.len() == before.len() && ALL_THAT_IS_SAID.is_match(near)
        || is_one && is_counted && BY_US.is_match(near)
        || is_one && OF_ONE_DAY.is_match(near) && !NOT_TO_COME.is_match(near)
}

#[cfg(test)]
mod tests {
    use crate::words::english::deadline::find;

    fn found(sentence: &str) -> Vec<&str> {
        find(sentence).into_iter().map(|it| &sentence[it.range]).collect()
    }

    #[test]
    fn what_is_announced_needs_no_will() {
        assert_eq!(found("Rollout EOD Friday."), ["EOD Friday"]);
        assert_eq!(found("The rollout is next Friday."), ["next Friday"]);
        assert_eq!(found("The freeze starts on Monday."), ["Monday"]);
        assert_eq!(found("We ship it to all shops next week."), ["next week"]);
        assert_eq!(found("We migrate tomorrow morning."), ["tomorrow morning"]);
        assert_eq!(found("Heads up: the API changes next week."), ["next week"]);
        assert_eq!(found("The new importer is going live next week."), ["next week"]);
        assert_eq!(found("Faster search, with filters landing next month"), ["next month"]);
        assert_eq!(found("Recordings available next week"), ["next week"]);
        assert_eq!(found("Ada: starting tomorrow"), ["tomorrow"]);
        assert_eq!(found("Have all pages ready on Monday, so that we can print them."), ["Monday"]);
        assert_eq!(found("Reminder that the office is closed tomorrow"), ["tomorrow"]);
    }

    #[test]
    fn what_is_so_each_time_or_was_so_is_none() {
        assert!(found("We ship on Friday.").is_empty());
        assert!(found("Whether it is going live next week is open.").is_empty());
        assert!(found("The seal was not going out on Monday.").is_empty());
        assert!(found("The queue is growing this week.").is_empty());
        assert!(found("The freeze ended on Monday.").is_empty());
        assert!(found("Progress on the migration this week").is_empty());
        assert!(found("FYI: the API changed on Monday.").is_empty());
        assert!(found("FYI we heard of it on Monday.").is_empty());
        assert!(found("What the rollout next Friday means for us").is_empty());
    }
}
