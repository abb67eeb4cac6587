//! What a question wants: to know something, or a deed, an opinion, how things stand.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of, opening};

/// How a question begins that asks for a fact or a reason.
static TO_KNOW: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"(?:(?:by the way|btw|also|so|and|but|ok|okay|hm+|hi|if so|then|out of curiosity|just curious|(?:sorry|thanks)(?: for [^,]+)?|i'm curious|can i ask|may i ask),? )*(?:what|what's|why|why's|how|how's|which|where|where's|who|when|does|doesn't|did|didn't|is|isn't|are|aren't|was|wasn't|were|has|hasn't|have|should|shouldn't|would it|could it|do you (?:have|know|see|think|use|get|remember|still (?:see|have|get)|happen to)|can you (?:\w+ )?(?:include the output|include the log|include your|post|share|tell|show|explain|confirm|elaborate|clarify|point|describe|say|reproduce|paste|attach)|could you (?:\w+ )?(?:include the output|include the log|include your|post|share|tell|show|explain|confirm|elaborate|clarify|point|describe|say|reproduce|paste|attach))",
    ])
});

/// Words of a question about how things stand, for a deed or an opinion: whoever ends the thread has answered it.
static OTHER: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"any (?:updates?|news|progress|plans?|thoughts?|chance|interest|ideas?)|(?:still|are you|you) (?:working|interested|planning|willing|able|around)|what(?:'s| is) the (?:status|state|plan|progress|eta|verdict|news)|status of|how(?:'s| is) (?:it|this|that) going|(?:do|did) you (?:mind|want|plan|intend)|mind \w+ing|(?:can|could|should|may) (?:this|we|it) (?:be )?(?:close|closed|merge|merged|reopen|reopened)|when (?:will|can|do|is|are)|ready (?:for|to)|thoughts|opinions?|supposed to (?:know|believe)|have you (?:joined|seen|read|had)|(?:is|are) there (?:any )?(?:progress|updates?|news|newer)|take a look|had (?:a chance|time)|what do you think|is this (?:still|ready|done)|anything else|are (?:you|we) (?:good|ok|okay|fine|happy|done|ready)|where are we|do you (?:still )?have (?:plans|time)|(?:are|is) (?:you|this|that|it) (?:serious|a joke|for real)",
    ])
});

/// Fewer words ask for nothing that could be looked up.
const FEWEST_WORDS: usize = 4;

/// Whether the words of a question ask for something that only its answer can tell.
pub fn is_to_know(words: &str) -> bool {
    let is_long = words.split_whitespace().count() >= FEWEST_WORDS || words.to_ascii_lowercase().starts_with("why");
    is_long && TO_KNOW.is_match(words) && !OTHER.is_match(words)
}

#[cfg(test)]
mod tests {
    use super::is_to_know;

    #[test]
    fn facts_are_told_from_deeds() {
        for text in [
            "is the cache on a network drive?",
            "What does the log say?",
            "btw, why is it so slow?",
            "can you share the configuration?",
            "does it happen on Tuesdays?",
        ] {
            assert!(is_to_know(text), "{text}");
        }
        for text in [
            "any update?",
            "mind testing it?",
            "Are you still working on it?",
            "should this be closed?",
            "right?",
            "are we good to close it?",
        ] {
            assert!(!is_to_know(text), "{text}");
        }
    }
}
