//! Whom a message speaks to: a handle, a name at its head, or anybody. There a name may begin with a small letter, as in
//! chats; handles and the words that are nobody's name are those of any text.

use std::ops::Range;
use std::sync::LazyLock;

use super::person;
use crate::words::pattern::{Pattern, any_of};

/// `ada: …`, `Ada, …`, `Hi Ada`, `Dear Ada and Bob`.
static VOCATIVE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"^(?i:dear) (?P<desk>(?i:support|help ?desk|sales|billing|security|operations)(?: team)?)[,:!]",
        r"|^(?:(?i:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|thanks|thank you|ping)[ ,!]+(?:there[ ,]+)?)(?P<greeted>[A-Za-z][0-9A-Za-z_\x{C0}-\x{24F}-]{1,20})[ ,:!.-]",
        r"|^(?P<asked>[A-Za-z][0-9A-Za-z_\x{C0}-\x{24F}-]{1,20}),? (?i:(?:could|can|would|will|do|did|are|have|when|if|once) you)(?-u:\b)",
        r"|^(?P<called>[A-Za-z][0-9A-Za-z_\x{C0}-\x{24F}-]{1,20})(?:(?:, | and | or |,| & )[A-Za-z][0-9A-Za-z_\x{C0}-\x{24F}-]{1,20}){0,3}(?::+|,|\s-) ?\S"
    ))
});

/// Anybody, or everybody.
static ANYBODY: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"any(?:one|body)(?: else)?|some(?:one|body)(?: else)?|every(?:one|body)|folks|people|guys|all of you|hi all|hello all|hey all|dear all|hi there|y'all|reviewers?|maintainers?|experts?|the (?:team|group|community|list|devs?|developers|admins?)|channel|here|others|users|anyone's|(?:do|should|can|could|shall) we|team|you all|you guys",
    ])
});

/// Where a sentence names whom it speaks to; `opens` where it is the first of the message.
pub fn find(sentence: &str, opens: bool) -> Option<Range<usize>> {
    person::find_handle(sentence).or_else(|| {
        let called = VOCATIVE.captures(sentence).filter(|_| opens)?;
        let name = called.name("greeted").or_else(|| called.name("asked")).or_else(|| called.name("called"));
        let name = name.filter(|it| !person::is_nobody(it.as_str()));
        // A desk has no name, and somebody sits there all the same.
        called.name("desk").or(name).map(|it| it.range())
    })
}

/// Where a sentence speaks to anybody.
pub fn find_anybody(sentence: &str) -> Option<Range<usize>> {
    ANYBODY.find(sentence).map(|found| found.range())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn names_at_the_head_and_handles_anywhere() {
        for text in ["ada: the build is red", "Hi Ada, a question", "I ask @ada for the key", "@ada could you"] {
            assert!(find(text, true).is_some(), "{text}");
        }
        for text in ["Hello, a question", "However, it fails", "Hi all, a question", "mail me at a@example.com"] {
            assert!(find(text, true).is_none(), "{text}");
        }
    }
}
