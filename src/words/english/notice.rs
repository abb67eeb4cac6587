//! Sentences that ask for nothing in words: notices, replies, things handed over, trouble told. Trouble is an event that
//! somebody should act on; how software fails, as bug reports describe it, is another matter.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, in_pieces};

/// The writer wants nothing, and says so.
static NO_ASK: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:fyi|for (?:your )?information|no (?:action|reply|response|answer|review|need|rush)|nothing (?:to do|needed|for you)|just (?:so you know|letting|sharing|in case|wanted|a note|an? (?:update|fyi|heads.?up))",
        r"|heads.?up|for the record|(?:status|weekly|daily|quick) update|thanks for|thank you for|announc\w+|reminder|psa|til|note to self|informational)(?-u:\b)",
    ])
});

/// Something went wrong, and it happened: how things fail in general is no event.
static TROUBLE: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:(?:is|are|was|were|has been|have been|keeps?|kept|started|still|always|now) (?:failing|crashing|hanging|timing out|broken|down|stuck|locked out)|(?:has|have|just) (?:failed|crashed|broken|stopped)",
        r"|broke|went down|(?:stopped|stops|quit) (?:working|responding|sending|loading|building)|(?:doesn't|don't|does not|do not|isn't|is not|won't) (?:work|working|load|start|respond|open|build|compile|show up)",
        r"|(?:i|we|users|customers|they|everybody) (?:get|got|see|saw|are getting|keep getting|'m getting|have) (?:an?|the following|many|lots of) (?:\w+ )?errors?)(?-u:\b)",
    ])
});

/// Something is put before the reader: "I've opened a pull request".
static HANDED: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^(?:\W*(?:hi|hey|hello) )?(?:@[^ ]+|[^ ]+[:,]|[^ ]+ -) (?:",
        r"(?:i|we)(?:'ve| have|'d)? (?:just |also |now |already |finally )?(?:filed|opened|created|issued|submitted|raised|put up|made|pushed) (?:a|an|the|my|our|your|another|two|three|some|new|that|this) [^.;?]{0,120}",
        r"|here(?:'s| is| are) (?:the|my|a|an|our) (?:\w+ ){0,3}(?:pr|prs|pull request|pull req|patch|branch|draft|jira|ticket)(?-u:\b)[^.;?]{0,80}",
        r")$",
    ])
});

/// What can be handed over, so that it waits for somebody: a change, a ticket, a draft.
static WORK: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:prs?|pull[ -]?req(?:uest)?s?|merge requests?|mrs?|patch(?:es)?|patchset|jiras?|tickets?|issues?|bugs?|branch|drafts?|proposal|review)(?-u:\b)",
    ])
});

/// Whether a text begins as an answer to somebody does.
pub fn is_reply(text: &str) -> bool {
    static REPLY: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^(?:[@\w\[\]-]+[:,] )?(?:yes|yeah|yep|yup|no|nope|nah|ok|okay|sure|right|true|well|oh|ah|hm+|haha|lol|i (?:think|guess|believe|agree|see)|agreed|exactly|indeed|sorry|great|cool|nice|perfect|that's|it's|thanks|thank you|thx)(?-u:\b)",
        ])
    });
    REPLY.is_match(text.trim_start())
}

/// Whether a sentence says that nothing is wanted.
pub fn is_notice(sentence: &str) -> bool {
    NO_ASK.is_match(sentence)
}

/// Whether a sentence puts a thing before a person and stops there.
pub fn is_handed_over(sentence: &str) -> bool {
    HANDED.is_match(sentence.trim_end_matches(['.', '!', ' ', '\u{fffc}'])) && WORK.is_match(sentence)
}

/// Whether a sentence reports that something goes wrong.
pub fn is_trouble(sentence: &str) -> bool {
    TROUBLE.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_wanted_and_trouble() {
        assert!(is_notice("FYI, the queue stopped.") && !is_notice("The queue stopped."));
        assert!(is_trouble("The export has been failing since Monday.") && !is_trouble("A late job fails at once."));
        assert!(is_handed_over("@lena I've opened a pull request for it") && !is_handed_over("Opened a pull request"));
        assert!(is_reply("Yes, it stopped.") && !is_reply("Yesterday it stopped."));
    }
}
