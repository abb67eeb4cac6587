//! Sentences that say nothing of a change: thanks, a plea for a review, and that it was tried.

use std::collections::HashSet;
use std::sync::LazyLock;

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
    use super::fits_every_change;

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
