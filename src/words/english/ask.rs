//! How people ask other people for something: in words, with a question mark, by an order, by a hint.

mod order;

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of, in_pieces};
pub use order::is_left_edge;

/// Words of asking that need no question mark.
static PLEA: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody|any of you|one of you|we|I|y'all|people|folks)",
        r"please|pls|plz|kindly|let (?:me|us) know|would you mind|do you mind|be so kind",
        r"any (?:ideas?|help|hints?|pointers?|suggestions?|thoughts?|advice|clues?|feedback|insights?|input|comments?)|(?:does|do|has|have|is|did) any(?:one|body)|any(?:one|body) (?:know|have|has|here|else|able|willing|seen|got|around|up)",
        r"(?:need|want|like|love|appreciate|looking for|welcome|asking for|hoping (?:for|to get)|grateful for|seek(?:ing)?) (?:\w+ ){0,3}(?:help|advice|input|feedback|thoughts|opinions?|guidance|suggestions?|pointers|review(?:er|s)?|confirmation|approval|assistance)",
        r"(?:how|what|why|where|which|when|who) (?:can|could|should|do|does|would|am|is|are|to) (?:I|we|you|one|this|it|the|that|there)|am I (?:missing|doing|wrong|right|correct)|(?:is|are) there (?:a|an|any|some|another)|is it (?:possible|ok|okay|normal|expected|safe)",
        r"(?:wondering|curious) (?:if|whether)|(?:would like to|wanted to|want to|like to) (?:ask|know|check)|I(?:'d| would) (?:be )?(?:like|love|appreciate|grateful|happy) (?:to|if|it|for)",
        r"would be (?:great|nice|good|helpful|appreciated|awesome|cool|wonderful|very) (?:if|to)|(?:much|greatly|really) appreciated|(?:requesting|to request|^requests?) (?:a|for|your|an)|I(?:'d| would) (?:like|love|appreciate|prefer) (?:[@\w]+ ){1,6}to|shall (?:I|we)|may I|might I|could use|(?:needs?|ready for|awaiting|waiting for|requesting|up for) (?:a |your |another |some |the |the next )?(?:review|eyes|approval|merge|feedback)",
        r"(?:@\w+|□) (?:can|could|would|please|do|are|is|have)|your (?:help|input|feedback|approval|review|opinion|thoughts)|take a look|have a look|review (?:this|these|my|it|□)|help (?:me|us)|thoughts",
    ])
});

/// Words behind which an ask may hide: rather one too many than one too few.
static HINT: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:",
        r"(?:can|could|would|will|may|might|shall|should|do|does|did|is|are|has|have) (?:you|u|someone|somebody|anyone|anybody|any of|we|i|people|folks|there|it be|either)",
        r"|(?:tell|show|send|give|ping|message|email|call|remind|point|bear with) (?:me|us)|get back to",
        r"|(?:i|we)(?:'d| would)? (?:really |also |just |still )?(?:need|want|like|love|appreciate|hope|request|ask|propose|suggest|wish|recommend)(?:ed|ing)?",
        r"|(?:i|we)(?:'m| am|'re| are| was| were) (?:\w+ )?(?:hoping|looking for|trying to find|asking|wondering|curious|interested|unsure|not sure|confused|requesting|proposing)",
        r"|needs? (?:your|a|an|some|more|to be|review|help|input|approval|from)|in need of|wondering|curious|(?:don't|do not|doesn't) (?:know|understand|get)|no idea|no clue|not sure|unsure",
        r"|any(?:one|body)|somebody|someone|who|whom|any (?:updates?|news|chance|plans?|way|reason)",
        r"|(?:would|could|might) be (?:\w+ )?(?:great|nice|good|helpful|appreciated|useful|lovely|awesome|better|cool)|grateful|appreciate|appreciated|thanks in advance|welcome",
        r"|(?:ready|up|open|waiting|blocked|pending|due) (?:for|to|on|by)|review|approval|approve|approved by|sign-?off|vote|decision|decide|rsvp|feedback|opinions?|requesting|proposal|action",
        r"|you (?:can|could|should|may|might|need|must|want|will|have to)|you'(?:ll|d)|your (?:call|turn|choice|input|view|help|suggestions?|thoughts)|feel free|up to you|join|help|looking for|should",
        r"|what|which|how|why|where|when is|whether|make sure|remember to|don't forget|be aware|beware|let's|lets",
        r")(?-u:\b)",
    ])
});

/// Where a sentence asks somebody for something.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    let plea = PLEA.find(sentence).map(|it| it.range());
    plea.or_else(|| order::find_answer(sentence)).or_else(|| find_question(sentence))
}

/// Where a description of a change asks its reader for something: "Fix webhooks" tells what was done, whoever says it in the form
/// of an order.
pub fn find_beside_change(sentence: &str) -> Option<Range<usize>> {
    let plea = PLEA.find(sentence).map(|it| it.range());
    plea.or_else(|| order::find_verdict(sentence)).or_else(|| find_question(sentence))
}

/// Where a sentence is a question to somebody.
pub fn find_question(sentence: &str) -> Option<Range<usize>> {
    let mut marks = sentence.match_indices('?').map(|(at, _)| at).peekable();
    marks.peek()?;
    // One word asks for nothing.
    let second = sentence.split_whitespace().nth(1)?;
    let from = second.as_ptr() as usize - sentence.as_ptr() as usize;
    let ends_words = |at: &usize| *at > from && is_end(&sentence[..*at]) && !is_aside(&sentence[at + 1..]);
    marks.find(ends_words).map(|at| at..at + 1)
}

/// Whether a question is put to its reader: it says "you".
pub fn is_to_reader(sentence: &str) -> bool {
    let is_you =
        |word: &str| matches!(word.to_ascii_lowercase().as_str(), "you" | "your" | "yours" | "you're" | "you've");
    find_question(sentence).is_some() && sentence.split(|it: char| !it.is_alphanumeric() && it != '\'').any(is_you)
}

/// "(last week?)" doubts a word and asks nobody.
fn is_aside(after: &str) -> bool {
    after.starts_with(')')
}

/// A question mark ends words; one after nothing, or inside a pattern, asks for nothing.
fn is_end(before: &str) -> bool {
    let last = before.chars().next_back();
    last.is_some_and(|it| it.is_alphanumeric() || matches!(it, '\u{fffc}' | ')' | '"' | '\'' | ' ' | '!'))
}

/// Whether a sentence puts a question or a request into words: what is only implied does not count.
pub fn is_stated(sentence: &str) -> bool {
    find(sentence).is_some() || sentence.contains('?') || order::is_order(sentence)
}

/// Whether a sentence asks for anything, in words or by implication.
pub fn is_ask(sentence: &str) -> bool {
    is_stated(sentence) || HINT.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asking_takes_many_forms() {
        for text in [
            "Could you approve it",
            "Any ideas?",
            "I was wondering whether it is safe",
            "Please merge",
            "Lena: review it first",
            "Is it A or B?",
        ] {
            assert!(find(text).is_some(), "{text}");
        }
        for text in ["Fix webhooks.", "Merge the two lists", "Help texts are shorter", "Provide a default"] {
            assert!(find_beside_change(text).is_none(), "{text}");
        }
        assert!(find_beside_change("Review it by commits").is_some() && find_beside_change("@ada merge it").is_some());
        assert!(find("It fails at noon.").is_none() && !is_ask("The queue stopped at noon."));
    }

    #[test]
    fn orders_and_hints_ask_too() {
        for text in ["Which one?", "Lena: rebase it first", "It would be great to know.", "Who can help"] {
            assert!(is_ask(text), "{text}");
        }
        assert!(is_stated("Lena: rebase it first") && !is_stated("A fix would be helpful."));
    }
}
