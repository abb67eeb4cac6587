//! Reports that are nothing but a complaint: "The export is broken again, please fix it." They are known by all of their words.

use std::sync::LazyLock;

use super::courtesy;
use crate::words::pattern::{Pattern, in_pieces};

/// A thing, that it fails, and a plea at most. Who says more says what happens, or does something about it.
static COMPLAINT: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^\W*(?:(?:hi|hey|hello)(?: all| there| team| everyone)?\W+)?",
        r"(?:(?:the|our|my|your|this|all) )?(?:[a-z][\w/-]* ){0,2}[a-z][\w/-]*",
        r"(?: (?:(?:is|are|seems?(?: to be)?|looks?|keeps?|just|got)(?: (?:still|now|again|totally|completely|all|somehow|currently))? (?:broken|busted|down|failing|crashing|unusable|buggy|not working)",
        r"|(?:(?:just|still|now|always|suddenly) )?(?:crashes|crashed|fails|failed|breaks|broke|hangs|freezes|stopped working)",
        r"|(?:(?:still|just|suddenly) )?(?:does|do)(?: not|n['\x{2019}]t) work))",
        r"(?: (?:again|anymore|any more|now|today|still|for me|at all|completely|all the time))*",
        r"(?:[ ,.!;\x{2013}\x{2014}-]+(?:please|pls|plz|kindly)(?: (?:fix|help|check|look|look into|have a look|take a look))?(?: (?:it|this|at it|at this|into it|into this))?(?: (?:asap|soon|quickly|urgently))?|[ ,.!]+(?:any ideas|any idea|help))?\W*$",
    ])
});

/// Words that make the subject a clause, or the complaint an answer.
const SAYS_MORE: &[&str] =
    &["if", "when", "not", "nothing", "what", "why", "who", "where", "it's", "that", "which", "fixed"];

/// Whether a sentence is nothing but a complaint.
pub fn is_all(sentence: &str) -> bool {
    const LONGEST: usize = 120;
    let says_more = || {
        let words =
            sentence.split_whitespace().map(|it| it.trim_matches(|it: char| !it.is_alphanumeric() && it != '\''));
        words.take(4).any(|word| SAYS_MORE.iter().any(|it| word.eq_ignore_ascii_case(it)))
    };
    sentence.len() <= LONGEST && COMPLAINT.is_match(sentence) && !says_more()
}

/// Whether a sentence adds nothing to a complaint.
pub fn is_beside(sentence: &str) -> bool {
    courtesy::says_nothing(sentence) || courtesy::fits_every_change(sentence)
}

#[cfg(test)]
mod tests {
    use super::is_all;

    #[test]
    fn a_thing_fails_and_nothing_else_is_said() {
        for text in [
            "The export is broken again, please fix it.",
            "prod is down",
            "it is broken again, please fix",
            "App crashes.",
            "Login doesn\u{2019}t work anymore!",
        ] {
            assert!(is_all(text), "{text}");
        }
        for text in [
            "The export is broken again: after \"Export all\" the file ends.",
            "The build is broken, I'm on it",
            "Staging is down for maintenance until noon",
            "Deploys fail with E4031",
            "prod was down",
            "The app crashes when I rotate my iPad",
            "If it breaks, please fix it",
            "Login fails on Android 13",
            "That is broken",
            "Break the list down",
        ] {
            assert!(!is_all(text), "{text}");
        }
    }
}
