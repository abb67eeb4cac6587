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
        LazyLock::new(|| in_pieces(&[r"(?:^|[^\w])(?:due|starting|ending|expiring|coming up) ?$"]));
    static OF_ONE: LazyLock<Pattern> = LazyLock::new(|| any_of(&["is|are|be|has|have|was|were"]));
    let is_of_one = || OF_ONE.is_match(clause.text) && !clause.text.contains(" that are ");
    matches!(clause.mode, Mode::None | Mode::Duty) && SORT.is_match(clause.text) && !is_of_one()
}

/// "Soon we'll have a table that": how far an explanation has come.
pub fn is_step(words: &str, after: &str) -> bool {
    let after = after.trim_start_matches([',', ' ']);
    words == "Soon" && ["we'll have ", "we\u{2019}ll have ", "we will have "].iter().any(|it| after.starts_with(it))
}

/// "The batch will soon be drawn", "the copy will soon catch up": how a program goes on. What people make of one is released,
/// added or dropped.
pub fn goes_on(clause: &Clause) -> bool {
    static STEP: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^ ?(?:catch up|converge|recover|reconnect|time out|be (?:rendered|drawn|painted|called|invoked|executed|processed|handled|evicted|freed|collected|destroyed|disposed|scheduled|flushed|sent|received|closed))(?-u:\b)",
        ])
    });
    clause.mode == Mode::Promise && clause.is_split() && !clause.is_own() && STEP.is_match(clause.after)
}
