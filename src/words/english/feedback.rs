//! How a proposal calls for comments, and what it says will happen if none come.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{OneOf, Pattern, in_pieces};

/// "Please comment", "feedback is welcome", "seeking review".
static CALL: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:",
        r"please (?:\w+ )?(?:comment|review|respond|reply|vote|weigh in|leave (?:\w+ )?(?:comments?|feedback)|(?:share|give|provide|send|add|post) (?:\w+ ){0,2}(?:feedback|comments?|thoughts|opinions?|input|concerns|objections))",
        r"|(?:any |all |your |early )?(?:feedback|comments|review|reviews|input|opinions|suggestions|thoughts|objections)(?: and \w+)? (?:(?:is|are|would be|will be) )?(?:very |most |always |highly |much |greatly )?(?:welcome|welcomed|appreciated|requested|needed|wanted|encouraged|invited)",
        r"|(?:seeking|looking for|requesting|soliciting|inviting|invite|asking for|would like|we'd like|i'd like|welcome|call for|open for) (?:(?:your|any|some|more|early|further|public|initial|the|community|team) )*(?:feedback|comments?|review|reviews|input|opinions|approval)",
        r"|(?:let (?:me|us) know (?:what you think|your thoughts|if you (?:have|disagree|object)))",
        r")(?-u:\b)",
    ])
});

/// What happens without an answer.
static DEFAULT: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:",
        r"(?:if|when|unless|should|barring|absent|without|in the absence of)(?-u:\b)[^.?!]{0,40}(?-u:\b)(?:hear|objects?|objections?|objected|answers?|answered|repl(?:y|ies)|respon(?:se|ses|d|ds)|disagrees?|disagreement|feedback|comments?|concerns?|nobody|no one|none|opposition|veto\w*|silence)",
        r"|no (?:objections?|answer|response|reply|feedback|comments?|concerns?)(?-u:\b)|silence(?-u:\b)|lazy consensus|by default|default(?:s)? to|otherwise|or else|(?:accepted|approved|merged|adopted|closed|rejected) automatically|automatically (?:accepted|approved|merged|adopted|closed|rejected)",
        r"|(?:then|after (?:that|this|which)|afterwards) (?:we|i|it|this|the)(?-u:\b)[^.?!]{0,20}(?-u:\b)(?:will|'ll|is|are|merge|go|proceed)|(?:i|we)(?:'ll| will| plan to| intend to) (?:then )?(?:merge|proceed|go ahead|go with|accept|close|ship|deploy|start|assume)",
        r")(?-u:\b)",
    ])
});

/// A reply that is asked for: with a deadline beside it, it is a reply by a time.
static REPLY: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:comments?|repl(?:y|ies)|respon(?:d|ds|se|ses)|feedback|reviews?|answers?|votes?|voting|objections?|object|approv(?:e|al)|sign[ -]?off|decide|decision|let (?:me|us) know|rsvp|input|weigh in|speak up)(?-u:\b)",
    ])
});

/// Without one of these, a sentence speaks of no answer.
pub static REPLY_WORDS: OneOf = OneOf::of(&[&REPLY]);

/// Without one of these, it does not say what happens without one.
pub static DEFAULT_WORDS: OneOf = OneOf::of(&[&DEFAULT]);

/// Where a sentence calls for comments.
pub fn find_call(sentence: &str) -> Option<Range<usize>> {
    CALL.find(sentence).map(|found| found.range())
}

/// Whether a sentence says what happens without an answer.
pub fn is_default(sentence: &str) -> bool {
    DEFAULT.is_match(sentence)
}

/// Whether a sentence speaks of an answer.
pub fn is_about_reply(sentence: &str) -> bool {
    REPLY.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::{find_call, is_about_reply, is_default};

    #[test]
    fn calls_and_what_follows_from_silence() {
        for text in
            ["Please comment below.", "Feedback is very welcome.", "We are looking for early feedback on the names."]
        {
            assert!(find_call(text).is_some(), "{text}");
        }
        assert!(find_call("The review board meets weekly.").is_none());
        for text in ["Without objections we go ahead.", "If nobody answers, I merge it.", "Silence counts as a yes."] {
            assert!(is_default(text), "{text}");
        }
        assert!(!is_default("Please reply by Friday.") && is_about_reply("Please reply by Friday."));
    }
}
