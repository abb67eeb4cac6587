//! "As soon as possible": who is asked to hurry, or promises to.

use std::sync::LazyLock;

use super::clause::Clause;
use super::mode::Mode;
use super::{Strength, announced, leaning};
use crate::words::pattern::{Pattern, in_pieces};

/// Somebody is asked to hurry, or promises to. A program that does a thing as soon as possible promises nothing.
pub fn hurry(clause: &Clause, before: &str, after: &str) -> Option<Strength> {
    static NEEDED: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:need|needs|needed|want|wanted|require|required)(?: \w+){0,4} $"]));
    let is_said = match clause.mode {
        Mode::Wish if leaning::is_effort(before, after) => return None,
        Mode::Promise | Mode::Duty if announced::is_by_name(clause) || announced::is_task(clause) => true,
        Mode::Promise | Mode::Duty | Mode::Wish => clause.is_own() || clause.is_plea(),
        Mode::Maybe => clause.is_plea() && !clause.is_own(),
        Mode::None => clause.is_order() || clause.is_plea() || NEEDED.is_match(before),
    };
    let is_order_of_manual = clause.mode == Mode::None && !clause.is_plea();
    let goes_on = after.starts_with(" as ");
    let is_said = is_said || comes_out(before);
    (is_said && !goes_on).then_some(if is_order_of_manual { Strength::Weak } else { Strength::InSpeech })
}

/// "The patch will be out ": whoever says so of a thing means to publish it. What will be ready or there, a program makes.
pub fn comes_out(before: &str) -> bool {
    static RELEASED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:fix|hotfix|bugfix|patch|release|update|version)(?: \w+)? (?:will|shall) be (?:out|released|published|shipped|available) $",
        ])
    });
    RELEASED.is_match(before)
}
