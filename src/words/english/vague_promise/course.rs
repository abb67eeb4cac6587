//! What takes its course, and nobody promises it: a state that lasts for a moment, and what the world will be like.

use std::sync::LazyLock;

use super::clause::Clause;
use super::mode::Mode;
use crate::words::case;
use crate::words::pattern::{Pattern, any_of, in_pieces};

/// "The stream is paused momentarily", "the load will momentarily spike": for a moment; "the site should be up momentarily":
/// whoever starts it waits. What somebody does momentarily, they do at once.
pub fn is_length(clause: &Clause, words: &str, after: &str) -> bool {
    let goes_on = after.strip_prefix(' ').is_some_and(|it| it.starts_with(|it: char| it.is_ascii_lowercase()));
    let is_before_verb = || matches!(clause.verb.trim(), "" | "be") && clause.mode != Mode::None && goes_on;
    words.eq_ignore_ascii_case("momentarily")
        && (clause.is_halt() || clause.mode == Mode::Duty || is_before_verb() && !clause.is_own())
}

/// "Soon, agents will be everywhere": all of a sort, and none of ours.
pub fn is_prophecy(words: &str, after: &str) -> bool {
    let subject = after.strip_prefix(", ").and_then(|it| it.split_once(" will ")).map_or("", |it| it.0);
    words == "Soon" && subject.ends_with('s') && subject.bytes().all(|it| it.is_ascii_lowercase()) && subject != "this"
}

/// "Due soon", "contracts ending soon", "tasks that are coming up soon": what a list calls things of a sort. "The release is due
/// soon" is of one.
pub fn is_sort(clause: &Clause) -> bool {
    static SORT: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?:^|[^\w])(?:due|starting|ending|expiring|coming up) ?$"]));
    static OF_ONE: LazyLock<Pattern> = LazyLock::new(|| any_of(&["is|are|be|has|have|was|were"]));
    let is_of_one = || OF_ONE.is_match(clause.text) && !clause.text.contains(" that are ");
    matches!(clause.mode, Mode::None | Mode::Duty) && SORT.is_match(clause.text) && !is_of_one()
}

/// "It should be mended soon" says how much it matters, and promises nothing. What "is to be" or "is due" is promised, and so is
/// what "should be added soon".
pub fn is_weight(clause: &Clause) -> bool {
    static COMES: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^ ?be (?:added|released|published|supported|merged|shipped|removed|deprecated|announced)(?-u:\b)",
        ])
    });
    let auxiliary = &clause.text[clause.subject.len()..];
    let is_need =
        || ["should", "must", "ought", "need", "has to", "have to"].iter().any(|it| case::begins(auxiliary, it));
    clause.mode == Mode::Duty && is_need() && !clause.is_own() && !clause.is_plea() && !COMES.is_match(clause.verb)
}

/// "Soon we'll have a table that": how far an explanation has come.
pub fn is_step(words: &str, after: &str) -> bool {
    let after = after.trim_start_matches([',', ' ']);
    words == "Soon" && ["we'll have ", "we\u{2019}ll have ", "we will have "].iter().any(|it| after.starts_with(it))
}

/// "The batch will soon be drawn", "the novelty will soon wear off": how a thing goes on by itself. What people make of one is
/// added, released or dropped.
pub fn goes_on(clause: &Clause) -> bool {
    static MADE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^ ?(?:also )?(?:",
            r"(?:be (?:\w+ly )?)?(?:add|releas|publish|support|remov|deprecat|dropp?|replac|updat|mov|merg|fix|mend|announc|delet|disabl|enabl|open|launch|includ|extend|migrat|renam|retir|requir|post|upload|shar|provid|integrat|introduc|implement|chang|convert|improv|offer|adopt|allow|switch|join|stopp?|clos|deploy|archiv|redirect|simplif|translat|document|discontinu|unifi|start|end)(?:e|ed|es|y|ied)?",
            r"|be (?:able|available|possible|ready|live|online|there|gone|out|made|split|rewritten|sunset|in|on|a|an|the|part|based|using|coming)",
            r"|get|have|receive|come|follow|ship|land|begin|appear|surface|see|find|need|become|contain|work|run|be shipped|use|take",
            r")(?-u:\b)",
        ])
    });
    clause.mode == Mode::Promise && clause.is_split() && !clause.is_own() && !MADE.is_match(clause.after)
}

#[cfg(test)]
mod tests {
    use crate::words::english::vague_promise::{Strength, find};

    fn found_with(sentence: &str) -> Vec<Strength> {
        find(sentence).into_iter().map(|it| it.strength).collect()
    }

    #[test]
    fn what_goes_on_by_itself_is_told_from_what_people_make() {
        for sentence in [
            "Due soon",
            "Contracts expiring soon:",
            "It shows tasks that are coming up soon.",
            "Soon we'll have a table.",
            "High: should be mended soon.",
            "It must be done soon.",
            "The batch will soon be drawn.",
            "The novelty will soon wear off.",
            "It will soon catch up.",
        ] {
            assert!(found_with(sentence).iter().all(|it| *it == Strength::InTalk), "{sentence}");
        }
        for sentence in [
            "The release is due soon.",
            "A patch is to be released soon.",
            "That should be added soon.",
            "The shop will be starting soon.",
            "A door will soon be added.",
            "The shop will soon open.",
        ] {
            assert!(found_with(sentence).contains(&Strength::Firm), "{sentence}");
        }
        for sentence in [
            "We'll talk soon about locks.",
            "Again, we'll come to it in due course.",
            "These will all be discussed in more detail in due course.",
        ] {
            assert_eq!(found_with(sentence), [Strength::Weak], "{sentence}");
        }
    }
}
