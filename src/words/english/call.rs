//! Calls that are asked for: "can we hop on a call?", "quick sync?".

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Pattern, in_pieces};

/// A talk in place of a message.
static TALK: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:",
        r"(?:hop|jump|get|go|be|join|hopping|jumping|getting) (?:on|onto|in|into)(?: to)? (?:a|an|the)(?: \w+)? (?:call|phone|zoom|huddle|hangout|chat|video call|vidyo|skype|meet|meeting|vc)",
        r"|(?:have|do|schedule|set up|setup|arrange|organi[sz]e|book|grab|find) (?:a|an|some|another)(?: (?:quick|short|brief|small|little|zoom|video|phone|skype|voice|1:1|15|30|five|ten)(?: ?-?min(?:ute)?s?)?)* (?:call|sync|huddle|video ?call|phone call|catch-?up|chat|time to (?:talk|chat|sync))",
        r"|(?:a|for a)? ?(?:quick|short) (?:call|sync|chat|huddle|zoom)",
        r"|(?:got|have) time for a call|(?:prefer|rather|like to) (?:to )?(?:explain|discuss)(?: (?:it|this|that))? (?:in person|on a call)",
        r"|(?:can|could|shall|should) (?:we|you and i) (?:talk|chat|sync|sync up|catch up|discuss (?:this|it) (?:live|offline|in person|on a call))",
        r")(?-u:\b)",
        r"|^\W*(?:(?:please|pls|@\S+),? )*call me(?: (?:back|asap|please|pls|now))*[.!?]*$|^\W*(?:(?:hi|hey|hello|@\S+),? )*(?:we|i) need to (?:talk|speak)(?: (?:to|with) you)?(?: (?:now|today|asap))*[.!?]*$",
    ])
});

/// Said of the past, of others, or of what the writer will do.
static TOLD: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:had|did|was|were|after|during|before|since|yesterday|last|they|he|she|will|we'll|i'll|going to|when we|if you|who|that)(?-u:\b)[^.?!]{0,40}$",
    ])
});

/// Where a sentence asks for a talk.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    let found = TALK
        .find_iter(sentence)
        .find(|found| !TOLD.is_match(crate::words::near::behind(&sentence[..found.start()])))?;
    let text = found.as_str();
    let start = found.end() - text.trim_start().len();
    Some(start..found.end())
}

/// Whether a sentence only asks when the talk could be: "let us know a good time".
pub fn asks_for_time(sentence: &str) -> bool {
    static TIME: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:(?:let (?:me|us) know|tell (?:me|us)|suggest|share) (?:a|some|any|your|which|what) (?:\w+ )?(?:times?|slots?|availability)|(?:ping|call|message|tell) me when you(?:'re| are) (?:back|free|around|available)|when (?:are you|is) (?:free|available)|what time (?:works|suits|is good))(?-u:\b)",
        ])
    });
    TIME.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn talks_that_are_asked_for() {
        for text in [
            "Can we hop on a call about it?",
            "Lena: a quick chat?",
            "Could we talk about it?",
            "call me",
            "@omar call me asap",
            "We need to talk.",
        ] {
            assert!(find(text).is_some(), "{text}");
        }
        for text in [
            "We had a quick call about it.",
            "The call returns zero.",
            "After a short sync we agreed.",
            "We need to talk about the pool.",
            "They call me Ada",
        ] {
            assert!(find(text).is_none(), "{text}");
        }
    }
}
