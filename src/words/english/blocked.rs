//! What somebody waits for, and whether it is said who or what could end the waiting.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::list::is_among;
use crate::words::pattern::{OneOf, Pattern, in_pieces};

/// Names of the part of a text that says what is in the way.
pub const PARTS: &[&str] = &[
    "blocked",
    "blocker",
    "blocking",
    "blocked on",
    "blocked by",
    "anything blocking",
    "impediment",
    "what is blocked",
    "what's blocked",
    "stuck",
    "waiting on",
    "waiting for",
];

/// "I am blocked on design".
static BLOCKED: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:i'm|i am|we're|we are|(?:this|it|that|work|everything|progress)(?: is|'s)|is|are|currently|still|remains?) (?:currently |still |completely |totally |now |also |a bit |fully )?blocked(?-u:\b)",
    ])
});

/// Nothing is in the way.
static NOTHING: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^[^a-z0-9]*(?:blocked|blockers?|blocking|impediments?)?[^a-z0-9]*(?:(?:currently|presently|at (?:the|this) moment|for now|right now|still|so far)[, ]*)?(?:no *(?:$|[^a-z0-9 ])|(?:none|nothing|nope|not (?:currently|at the moment|yet|now|anymore|that i)|there (?:is|are) (?:no|nothing|none)|nil|n/?a|not? (?:blocked|blockers?|impediments?|really)|no (?:\w+ )?(?:blockers?|impediments?|issues?|problems?|obstacles?)|nobody|not applicable|all (?:good|clear)|0|zero|-|unblocked|clear)(?-u:\b))",
    ])
});

/// Who or what ends it: an action, a person, a team, an event.
static END: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:needs?|needed|need to|requires?|required|must|should|to be|until|once|when|after|before|from|with|ask(?:ed|ing)?|can(?:'t|not)?|could|please|will|review(?:s|er|ers|ed|ing)?|approv\w+|merg\w+|release[ds]?|fix(?:ed|es)?|vote|decid\w+|decision|confirm\w*|repl(?:y|ies)|response|answer|access|permission|team|group|wg|committee|maintainers?|vendor|customer|client|manager|admins?|legal|upstream|because|since|due to|so|which|cause[ds]?|by|for (?:the|an?|my|our)|if)(?-u:\b)|\?",
    ])
});

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&BLOCKED]);

/// Where a sentence says that somebody is blocked.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    let found = BLOCKED.find(sentence)?;
    let rest = sentence[found.end()..].trim_start().to_ascii_lowercase();
    // What it is blocked by stands before.
    let is_said_before = ["that", "this", "it", "these", "those", "the above"]
        .iter()
        .any(|it| ["on", "by"].iter().any(|by| rest.starts_with(&format!("{by} {it}"))));
    (!is_said_before).then(|| found.range())
}

/// Whether what stands under "Blocked" says that nothing is.
pub fn is_nothing(text: &str) -> bool {
    NOTHING.is_match(text.trim())
}

/// Whether a text says what could end the waiting: behind "blocked on" and "waiting for" stands what is waited for.
pub fn names_an_end(text: &str) -> bool {
    static WAITING: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:blocked|stuck|waiting|wait|held up|pending|blockers?)(?: (?:on|by|for|in|at|with))?(?-u:\b)",
        ])
    });
    // "Waiting for review": somebody's, and nothing says whose, nor of what.
    const ANYBODYS: &str = "review reviews approval approvals feedback response reply confirmation";
    let rest = WAITING.replace_all(text, " ");
    let mut words =
        rest.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty() && !is_among("a an the", it));
    let is_anybodys = words.next().is_some_and(|it| is_among(ANYBODYS, &it.to_lowercase())) && words.next().is_none();
    END.is_match(&rest) && !is_anybodys
}

#[cfg(test)]
mod tests {
    use super::{find, is_nothing, names_an_end};

    #[test]
    fn blocked_by_whom() {
        assert!(find("I'm blocked on design.").is_some() && find("The request is not a block.").is_none());
        for text in ["None", "- nothing", "Blocked: none.", "No blockers", "No.", "no", "No, all fine", "n/a"] {
            assert!(is_nothing(text), "{text}");
        }
        assert!(!is_nothing("No disk is left on the host"));
        assert!(!names_an_end("Blocked on design.") && !names_an_end("waiting for data"));
        assert!(!names_an_end("waiting for review") && !names_an_end("Waiting on approval."));
        assert!(names_an_end("waiting for the review of the words") && names_an_end("needs a decision"));
    }
}
