//! What to do each time that something comes up: nobody said anything yet.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::near::{ahead, behind};
use crate::words::pattern::{Pattern, in_pieces};

/// What to do each time that something comes up: "if it drags on, move the discussion offline".
pub(super) static CONDITION: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[r"^\W*(?:if|when|whenever|once|should) (?:an?|any|discussions?|there|things?|you|someone|it)(?-u:\b)"])
});

/// The same behind it: "talk offline if it drags on".
pub(super) static IF_BEHIND: LazyLock<Pattern> =
    LazyLock::new(|| in_pieces(&[r"^ (?:if|when|whenever|where)(?-u:\b)"]));

pub(super) static IMPERATIVE: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[r"^(?:take|move|bring|continue|resolve|settle|talk|discuss|chat|speak|follow|meet)(?-u:\b)"])
});

/// "Follow up in Slack if they cannot come": an order of which it depends whether anybody talks.
pub(super) fn is_case(sentence: &str, range: &Range<usize>) -> bool {
    let opens = !behind(&sentence[..range.start]).contains(char::is_alphanumeric);
    opens && IMPERATIVE.is_match(&sentence[range.clone()]) && IF_BEHIND.is_match(ahead(&sentence[range.end..]))
}
