//! What makes an edit of a sentence an edit of what it says, and the words by which a text tells that it was edited.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of};

/// Words that bind, allow, or take back.
const BINDING: &[&str] = &[
    "not",
    "no",
    "never",
    "none",
    "only",
    "must",
    "shall",
    "should",
    "may",
    "cannot",
    "can't",
    "won't",
    "don't",
    "always",
    "all",
    "every",
    "any",
    "unless",
    "except",
    "optional",
    "optionally",
    "required",
    "mandatory",
    "instead",
    "without",
    "forbidden",
    "allowed",
    "deprecated",
];

static NOTE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "amend|amends|amended|amendment|amendments|update|updates|updated|revise|revises|revised|revision|revisions",
        "errata|erratum|correction|corrections|corrected|corrects|clarify|clarifies|clarified|clarification|addendum",
        "supersede|supersedes|superseded|superseding|replaces|replaced|retired|deprecated|reversed|no longer",
        "changelog|change log|edited|edit|originally|previously|since then|later|as of|history|note|status|landed|shipped",
        // A day beside a sentence says when it came.
        r"\d{4}-\d\d-\d\d",
    ])
});

/// "The decision below stands unchanged", in a note on another part of a record.
static UPHELD: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)decision(?: below| above| itself)?(?: (?:stands|still stands|still holds|holds)|,? (?:is|stays|remains) (?:unchanged|in force|as it (?:is|was)))(?-u:\b)",
    )
});

/// Whether an amendment says that the decision holds, whatever else it changes.
pub fn upholds(note: &str) -> bool {
    UPHELD.is_match(note)
}

/// Whether a word decides what has to be done.
pub fn binds(word: &str) -> bool {
    BINDING.contains(&word)
}

/// Whether a line says that the text around it was changed, or stands for something that was.
pub fn is_note(line: &str) -> bool {
    NOTE.is_match(line)
}

/// Whether two words are one: another form of it, another way to spell it, or a slip of the pen.
pub fn is_same_word(one: &str, other: &str) -> bool {
    if binds(one) || binds(other) || one.contains(|it: char| it.is_ascii_digit()) {
        return one == other;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let same = short.iter().zip(long.iter()).take_while(|(one, other)| one == other).count();
    let tail = short.iter().rev().zip(long.iter().rev()).take_while(|(one, other)| one == other).count();
    // "use", "uses", "using"; "teh", "the"
    let is_form = same >= 3 && same + 2 >= short.len() && long.len() <= short.len() + 3;
    let is_slip = long.len() >= 4 && same + tail + 2 >= long.len() && long.len() <= short.len() + 1;
    is_form || is_slip
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_amended_may_hold() {
        assert!(
            upholds("The second fact is new. The Decision below stands unchanged.")
                && upholds("the decision is unchanged")
        );
        assert!(!upholds("The decision is amended below.") && !upholds("This decision was changed."));
    }

    #[test]
    fn forms_and_slips_are_one_word() {
        assert!(
            is_same_word("use", "uses") && is_same_word("deploy", "deployed") && is_same_word("recieve", "receive")
        );
        assert!(!is_same_word("must", "most") && !is_same_word("redis", "kafka") && !is_same_word("15", "60"));
        assert!(!is_same_word("may", "many") && !is_same_word("minutes", "hours"));
    }
}
