//! Sentences that say nothing of a change: thanks, a plea for a review, and that it was tried.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::words::pattern::{Pattern, in_pieces};

/// Whether a sentence only says that there is nothing, or leads back to the title or the commits: "See title", "No description
/// provided.", ":rocket:".
pub fn says_nothing(sentence: &str) -> bool {
    const LONGEST: usize = 60;
    static NOTHING: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^[\W_]*(?:(?:please )?(?:see|read|check|refer to) (?:the |my |individual )*(?:title|commits?|commit (?:messages?|titles?|descriptions?|logs?|history)|subject|diff|code|changes|files|patch|issue)(?: above| below| for details| itself)?",
            r"|(?:it is |it's |this is )?(?:fairly |pretty |quite )?(?:obvious|trivial)(?: change| fix)?|(?:(?:will|to|to be|i'll) )?fill(?:ed)?(?: (?:this|it))?(?: (?:in|out))? later|(?:my )?(?:very )?first (?:ever )?(?:pr|pull request|contribution)",
            r"|(?:(?:many|much) )?(?:thanks|thank you|thx)(?: (?:so much|very much|a lot|again|in advance))?(?: for (?:your|the|all|reviewing|looking)(?: \w+){0,4})?(?:,? (?:and )?(?:we|i) (?:\w+ )?appreciate (?:it|this|that))?",
            r"|(?:exactly )?(?:as|like|what) (?:(?:in|per) )?(?:the )?(?:pr )?(?:title|subject|commit message)s?(?: says?| said| suggests?| states?| describes?)?|(?:the )?title says it(?: all)?|self[ -]explanatory",
            r"|no (?:further |additional )?description(?: (?:provided|needed|necessary|given|available))?|no response|not available|lgtm)[\W_]*$",
        ])
    });
    let is_shortcode = |word: &str| {
        let name = word.strip_prefix(':').and_then(|it| it.strip_suffix(':')).unwrap_or_default();
        !name.is_empty()
            && name.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || matches!(it, b'_' | b'-' | b'+'))
    };
    let is_mark =
        |word: &str| is_shortcode(word) || !word.contains(char::is_alphanumeric) && !word.contains('\u{fffc}');
    sentence.len() <= LONGEST && (sentence.split_whitespace().all(is_mark) || NOTHING.is_match(sentence))
}

/// Words of a plea for a review, and of what every author may say of having tried a change.
static PLAIN: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "a about all also am and any are as at be can changes check cheers comments could everyone everything feedback fine \
     folks for guys have hello here hey hi i if in is it kindly know leave let look looks me merge my need needed on or \
     opinion our ping please pls pr ptal pull ready regards request required review reviewing same share sir so \
     suggestions take team thank thanks that the there thing think this thoughts time to us want we welcome what when \
     would you your \
     been browser built ci computer done env environment existing laptop local locally machine machines manual manually \
     ok okay plan pass passed passes passing phone run running setup successfully system test tested testing tests was well \
     work worked working works yes"
        .split_ascii_whitespace()
        .collect()
});

/// Whether a sentence holds no other words, so that it could stand under every change.
pub fn fits_every_change(sentence: &str) -> bool {
    let words = sentence.split_whitespace().filter(|it| !it.starts_with('@') && !it.starts_with('#'));
    let trimmed = words.map(|it| it.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase());
    trimmed.filter(|it| it.contains(char::is_alphabetic)).all(|it| PLAIN.contains(it.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{fits_every_change, says_nothing};

    #[test]
    fn what_leads_back_to_the_title() {
        for text in [
            "See title",
            "as the title says",
            "See commits",
            "See commit message.",
            "_No response_",
            ":rocket: 🎉",
            "No description provided.",
            "As title.",
            "Not Available",
            "^",
            "see diff",
            "Obvious.",
            "trivial",
            "fill later",
            "My first PR!",
            "Many thanks for your contribution, we really appreciate it.",
        ] {
            assert!(says_nothing(text), "{text}");
        }
        for text in [
            "See the title of the third menu",
            "The title is cut off",
            "No description was shown",
            "8",
            "See the diff of the two lists",
            "The trivial case",
            "Thank Ada for the pool",
        ] {
            assert!(!says_nothing(text), "{text}");
        }
    }

    #[test]
    fn what_could_stand_under_every_change() {
        for text in
            ["Please review and share your feedback.", "Tested locally", "@ada PTAL, thanks!", "All tests pass."]
        {
            assert!(fits_every_change(text), "{text}");
        }
        for text in ["Please review the retries", "Tested with 200 requests a second", "It leaks"] {
            assert!(!fits_every_change(text), "{text}");
        }
    }
}
