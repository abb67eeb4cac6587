//! What a task points at, and whoever does it has to find: somebody's draft, "stuff".

use std::sync::LazyLock;

use super::{Family, Reference};
use crate::words::pattern::{Match, OneOf, Pattern, in_pieces};

/// A piece of writing by its writer's name. In a task it has to be found.
static OWNED_BY_NAME: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?:^|[^\w@-])(?P<what>[A-Z][a-z]+(?:-[A-Z][a-z]+)?['\x{2019}]s (?:response|reply|answer|e-?mails?|messages?|comments?|feedback|draft|notes|slides|deck|spreadsheet|document|doc|sketch|mock-?up))(?-u:\b)",
    )
});

/// A thing without a name in a task: "get stuff on the agenda".
static BARE_STUFF: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:get|gets|do|fix|move|write|put|finish|clean up|update|add|send|merge|check|sort out|follow up on) (?P<what>(?:the |this |that |some |all (?:the )?|other )?(?:stuff|things))(?: (?:in|into|on|onto|up|out|off|over|to|for|before|by|done|ready|merged|sorted)(?-u:\b)|[.,;]|$)",
    ])
});

/// What both of them hold, wherever a task ends.
static OF_TASKS: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"'s (?:response|reply|answer|e-?mail|message|comment|feedback|draft|notes|slides|deck|spreadsheet|doc|sketch|mock-?up)",
        r"|(?:get|gets|do|fix|move|write|put|finish|clean up|update|add|send|merge|check|sort out|follow up on) (?:the |this |that |some |all (?:the )?|other )?(?:stuff|things)",
    ])
});

/// Without one of these, nothing is found in a task.
pub static WORDS_OF_TASKS: OneOf = OneOf::of(&[&OF_TASKS]);

/// Whether a text with tasks in it may hold a vague reference of one.
pub fn may_be_in_task(text: &str) -> bool {
    OF_TASKS.is_match(text)
}

/// The vague references of a task: what it is about has to be found by whoever does it.
pub fn find_in_task(task: &str) -> Option<Reference> {
    let owned = OWNED_BY_NAME.captures(task).and_then(|found| found.name("what"));
    let bare = || BARE_STUFF.captures(task).and_then(|found| found.name("what"));
    let found = |it: Match, family| Reference { range: it.range(), family };
    owned.map(|it| found(it, Family::Owned)).or_else(|| bare().map(|it| found(it, Family::Thing)))
}
