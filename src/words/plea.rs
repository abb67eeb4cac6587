//! How people ask other people for something.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::pattern::{any_of, opening};

/// Words of asking that need no question mark.
static PLEA: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody|any of you|one of you|we|I|y'all|people|folks)",
        r"please|pls|plz|kindly|let (?:me|us) know|would you mind|do you mind|be so kind",
        r"any (?:ideas?|help|hints?|pointers?|suggestions?|thoughts?|advice|clues?|feedback|insights?|input|comments?)|(?:does|do|has|have|is|did) any(?:one|body)|any(?:one|body) (?:know|have|has|here|else|able|willing|seen|got|around|up)",
        r"(?:need|want|like|love|appreciate|looking for|welcome|asking for|hoping (?:for|to get)|grateful for|seek(?:ing)?) (?:\w+ ){0,3}(?:help|advice|input|feedback|thoughts|opinions?|guidance|suggestions?|pointers|review(?:er|s)?|confirmation|approval|assistance)",
        r"(?:how|what|why|where|which|when|who) (?:can|could|should|do|does|would|am|is|are|to) (?:I|we|you|one|this|it|the|that|there)|am I (?:missing|doing|wrong|right|correct)|(?:is|are) there (?:a|an|any|some|another)|is it (?:possible|ok|okay|normal|expected|safe)",
        r"(?:wondering|curious) (?:if|whether)|(?:would like to|wanted to|want to|like to) (?:ask|know|check)|I(?:'d| would) (?:be )?(?:like|love|appreciate|grateful|happy) (?:to|if|it|for)",
        r"would be (?:great|nice|good|helpful|appreciated|awesome|cool|wonderful|very) (?:if|to)|(?:much|greatly|really) appreciated|request(?:ing|s)? (?:a |for |your |an )|I(?:'d| would) (?:like|love|appreciate|prefer) (?:[@\w]+ ){1,6}to|shall (?:I|we)|may I|might I|could use|(?:needs?|ready for|awaiting|waiting for|requesting|up for) (?:a |your |another |some )?(?:review|eyes|approval|merge|feedback)",
        r"(?:@\w+|□) (?:can|could|would|please|do|are|is|have)|your (?:help|input|feedback|approval|review|opinion|thoughts)|take a look|have a look|review (?:this|these|my|it|□)|help (?:me|us)|thoughts",
    ])
});

/// A command to the reader at the head of a sentence.
static COMMAND: LazyLock<Regex> = LazyLock::new(|| {
    opening(&[
        r"(?:please |so |then |also )?(?:advise|confirm|review|approve|merge|fix|help|reply|respond|answer|tell|explain|clarify|send|share|provide|vote|decide|revert|advise)",
    ])
});

/// Where a sentence asks somebody for something.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    let plea = PLEA.find(sentence).or_else(|| COMMAND.find(sentence));
    plea.map(|it| it.range()).or_else(|| find_question(sentence))
}

/// Where a sentence is a question to somebody.
pub fn find_question(sentence: &str) -> Option<Range<usize>> {
    let marks = sentence.match_indices('?').map(|(at, _)| at);
    let mut asked = marks.filter(|at| is_question(&sentence[..*at]) && !is_aside(&sentence[at + 1..]));
    asked.next().map(|at| at..at + 1)
}

/// Words of something that was said where this reader was not.
static ELSEWHERE: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"as (?:discussed|mentioned|agreed|said|promised|talked about|you know)|like I said|see above|following up|per our (?:call|chat|conversation|discussion)|(?:from|in|on) (?:the|our|yesterday's|today's) (?:call|meeting|standup|chat)",
    ])
});

/// Whether a sentence leans on what was said elsewhere.
pub fn points_elsewhere(sentence: &str) -> bool {
    ELSEWHERE.is_match(sentence)
}

/// "(last week?)" doubts a word and asks nobody.
fn is_aside(after: &str) -> bool {
    after.starts_with(')')
}

/// A question mark ends words; one after nothing, or inside a pattern, asks for nothing.
fn is_question(before: &str) -> bool {
    before
        .chars()
        .next_back()
        .is_some_and(|it| it.is_alphanumeric() || matches!(it, '\u{fffc}' | ')' | '"' | '\'' | ' ' | '!'))
        && before.split_whitespace().count() > 1
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn asking_takes_many_forms() {
        for text in [
            "Could you approve it",
            "Any ideas?",
            "I was wondering whether it is safe",
            "Please merge",
            "Is it A or B?",
        ] {
            assert!(find(text).is_some(), "{text}");
        }
        assert!(find("It fails at noon.").is_none());
    }
}
