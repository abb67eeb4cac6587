//! What takes its course, and nobody promises it: a state that lasts for a moment, and what the world will be like.

use std::sync::LazyLock;

use super::clause::Clause;
use super::mode::Mode;
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
        LazyLock::new(|| in_pieces(&[r"(?:^|[^\w])(?:due|ending|expiring|that are coming up) ?$"]));
    static OF_ONE: LazyLock<Pattern> = LazyLock::new(|| any_of(&["is|are|be|has|have|was|were"]));
    let is_of_one = || OF_ONE.is_match(clause.text) && !clause.text.contains(" that are ");
    matches!(clause.mode, Mode::None | Mode::Duty) && SORT.is_match(clause.text) && !is_of_one()
}

/// "It should be mended soon" says how much it matters, and promises nothing. What "should be out soon" is promised.
pub fn is_weight(clause: &Clause) -> bool {
    static MENDED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^ ?be (?:addressed|corrected|dealt with|done|fixed|handled|looked at|mended|resolved|reviewed|taken care of) ?$",
        ])
    });
    clause.mode == Mode::Duty && MENDED.is_match(clause.verb) && !clause.is_own() && !clause.is_plea()
}

/// "Soon we'll have a table that holds all of them": how far an explanation has come.
pub fn is_step(words: &str, after: &str) -> bool {
    static HAVE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"^,? ?we(?:'ll| will) have an? (?:[\w-]+ ){1,3}(?:where|that|which|in which|with which)(?-u:\b)"])
    });
    words == "Soon" && HAVE.is_match(after)
}

/// "The batch will soon be drawn", "the copy will soon catch up": how a thing goes on by itself.
pub fn goes_on(clause: &Clause) -> bool {
    static STEP: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^ ?(?:catch up|converge|recover|reconnect|time out|wear off|fade|be (?:rendered|drawn|painted|invoked|executed|processed|evicted|freed|destroyed|disposed|flushed))(?-u:\b)",
        ])
    });
    clause.mode == Mode::Promise && clause.is_split() && !clause.is_own() && STEP.is_match(clause.after)
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
            "Soon we'll have a table that holds all of them.",
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
            "A fix should land soon.",
            "A door will soon be added.",
            "The shop will soon open.",
            "The parser will soon be finished.",
            "The old door will soon go away.",
            "Soon we'll have a shop.",
            "More doors coming up soon!",
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
