//! What came of a talk, beside the place that recalls it: then its place is lost, and not its content.

use std::sync::LazyLock;

use regex::Regex;

use crate::words::near::ahead;
use crate::words::pattern::{in_pieces, opening};

static OUTCOME: LazyLock<Regex> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:outcome|result|conclusion|because|(?:decided|agreed) (?:to|that|on|against)|the reason|summary|tl;?dr|(?:consensus|agreement) (?:is|was)|summari[sz]ed?|written (?:up|down)|recorded|documented|posted|no (?:\w+ ){0,2}(?:object\w+|concerns))(?-u:\b)",
    ])
});

/// A sentence that begins with what was found or settled.
static OPENS_OUTCOME: LazyLock<Regex> = LazyLock::new(|| {
    opening(&[
        r"(?:we|they|it|he|she|i|both|all|everybody|everyone|(?:the )?(?:team|teams|group|board|council|committee|developers|participants|editors|maintainers))(?: \w+ly| have| had| also| all| was| were)* (?:agreed|decided|concluded|found|settled|approved|landed on)",
        r"(?:the )?(?:general |broad |rough |main )?(?:agreement|consensus|conclusions?|outcome|verdict|result|resolution|upshot|gist|decision|answer)(?: is| was| were|:| of| to)",
        r"in short|in summary|to sum up|so the plan|tl;?dr",
    ])
});

/// Behind a talk, in its own sentence: "discussed in Slack, will not be renamed".
static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    in_pieces(&[
        r"^[^.;,:\u{2013}\u{2014}-]{0,40} ?[,:\u{2013}\u{2014}-]+ (?:and |so |we |they |it |i |he |she ){0,2}(?:will|won't|shall|are going to|is going to|decided|agreed|settled|no|yes)(?-u:\b)",
    ])
});

/// Beside a link to a chat: the text itself goes on, and the chat has the rest.
static MORE: LazyLock<Regex> =
    LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:more|further|additional(?:ly)?|also|full)(?-u:\b)"]));

static REASON: LazyLock<Regex> = LazyLock::new(|| {
    in_pieces(&[r"(?-u:\b)(?:because|as (?:there|it|they|we|this)|since|due to|so that|in order to|therefore)(?-u:\b)"])
});

/// Whether a sentence also says what came of it; with `first`, only if it begins with that.
pub fn tells_outcome(sentence: &str, first: bool) -> bool {
    OPENS_OUTCOME.is_match(sentence) || !first && OUTCOME.is_match(sentence)
}

/// Whether the rest of a sentence, behind the talk that it recalls, says what came of it.
pub fn is_told_behind(rest: &str) -> bool {
    BEHIND.is_match(ahead(rest))
}

/// Whether a sentence says that there is more to read elsewhere.
pub fn is_more(sentence: &str) -> bool {
    MORE.is_match(sentence)
}

/// Whether a sentence gives a reason in plain words.
pub fn gives_reason(sentence: &str) -> bool {
    REASON.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::{is_told_behind, tells_outcome};

    #[test]
    fn what_came_of_a_talk() {
        for text in ["They agreed that it moves.", "General agreement was to wait.", "The conclusion: two of three."] {
            assert!(tells_outcome(text, true), "{text}");
        }
        assert!(tells_outcome("Settled on Slack: agreed to wait.", false));
        assert!(!tells_outcome("Settled on Slack.", false) && !tells_outcome("We talked because of it.", true));
        assert!(is_told_behind(", will not be renamed.") && is_told_behind(" with Bo: no change."));
        assert!(!is_told_behind(", as always.") && !is_told_behind(" yesterday."));
    }
}
