//! What a sentence wants from its reader: questions and requests in all their forms, and the forms of wanting nothing.

use std::sync::LazyLock;

use regex::Regex;

use super::list::is_among;
use super::pattern::in_pieces;

/// A question or a request, in any form that we know. Rather one too many than one too few.
static ASK: LazyLock<Regex> = LazyLock::new(|| {
    in_pieces(&[
        r"\?|(?-u:\b)(?:",
        r"(?:can|could|would|will|may|might|shall|should|do|does|did|is|are|has|have) (?:you|u|someone|somebody|anyone|anybody|any of|we|i|people|folks|there|it be|either)",
        r"|please|pls|plz|kindly|let (?:me|us) know|(?:tell|show|send|give|ping|message|email|call|remind|help|point|bear with) (?:me|us)|get back to",
        r"|(?:i|we)(?:'d| would)? (?:really |also |just |still )?(?:need|want|like|love|appreciate|hope|request|ask|propose|suggest|wish|recommend)(?:ed|ing)?",
        r"|(?:i|we)(?:'m| am|'re| are| was| were) (?:\w+ )?(?:hoping|looking for|trying to find|asking|wondering|curious|interested|unsure|not sure|confused|requesting|proposing)",
        r"|needs? (?:your|a|an|some|more|to be|review|help|input|approval|from)|in need of|wondering|curious|(?:don't|do not|doesn't) (?:know|understand|get)|no idea|no clue|not sure|unsure",
        r"|any(?:one|body)|somebody|someone|who|whom|any (?:ideas?|help|suggestions?|thoughts?|pointers|advice|feedback|updates?|news|chance|plans?|way|reason)",
        r"|(?:would|could|might) be (?:\w+ )?(?:great|nice|good|helpful|appreciated|useful|lovely|awesome|better|cool)|could use|grateful|appreciate|appreciated|thanks in advance|welcome",
        r"|(?:ready|up|open|waiting|blocked|pending|due) (?:for|to|on|by)|review|approval|approve|approved by|sign-?off|vote|decision|decide|rsvp|feedback|opinions?|thoughts|requesting|proposal|action",
        r"|you (?:can|could|should|may|might|need|must|want|will|have to)|you'(?:ll|d)|your (?:call|turn|choice|input|view|help|suggestions?|thoughts)|feel free|up to you|join|help|looking for|should",
        r"|what|which|how|why|where|when is|whether|make sure|remember to|don't forget|be aware|beware|let's|lets",
        r")(?-u:\b)",
    ])
});

/// Verbs that begin a request to the reader.
const IMPERATIVES: &str = "\
    add answer approve assign book bring change check choose close comment confirm consider deploy do draft edit \
    ensure fill find fix follow get give go have install keep leave look merge move note open pick ping post pull \
    push put raise read rebase refer remove reply restart review revert roll run schedule see send set share sign \
    stop submit take tell test try update upload use verify wait watch write rerun retry remind avoid apply join \
    bump describe explain";

/// The writer wants nothing, and says so.
static NO_ASK: LazyLock<Regex> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:fyi|for (?:your )?information|no (?:action|reply|response|answer|review|need|rush)|nothing (?:to do|needed|for you)|just (?:so you know|letting|sharing|in case|wanted|a note|an? (?:update|fyi|heads.?up))",
        r"|heads.?up|for the record|(?:status|weekly|daily|quick) update|thanks for|thank you for|announc\w+|reminder|psa|til|note to self|informational)(?-u:\b)",
    ])
});

/// Something went wrong, and it happened: how things fail in general is no event.
static TROUBLE: LazyLock<Regex> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:(?:is|are|was|were|has been|have been|keeps?|kept|started|still|always|now) (?:failing|crashing|hanging|timing out|broken|down|stuck|locked out)|(?:has|have|just) (?:failed|crashed|broken|stopped)",
        r"|broke|went down|(?:stopped|stops|quit) (?:working|responding|sending|loading|building)|(?:doesn't|don't|does not|do not|isn't|is not|won't) (?:work|working|load|start|respond|open|build|compile|show up)",
        r"|(?:i|we|users|customers|they|everybody) (?:get|got|see|saw|are getting|keep getting|'m getting|have) (?:an?|the following|many|lots of) (?:\w+ )?errors?)(?-u:\b)",
    ])
});

/// Something is put before the reader: "I've opened a pull request".
static HANDED: LazyLock<Regex> = LazyLock::new(|| {
    in_pieces(&[
        r"^(?:\W*(?:hi|hey|hello) )?(?:@[\w-]+|[\w-]+:)[,:]? (?:i|we)(?:'ve| have)? (?:just |also )?(?:filed|opened|created|issued|submitted|raised|put up) (?:a|an|the|my|another|two|three|some) [^.,;]{0,60}$",
    ])
});

/// A longer beginning is no greeting.
const MOST_GREETING_WORDS: usize = 12;

/// Whether nothing but a greeting and names stands before.
pub fn is_left_edge(before: &str) -> bool {
    let mut words = before.split_whitespace();
    words.by_ref().take(MOST_GREETING_WORDS).all(is_greeting) && words.next().is_none()
}

fn is_greeting(word: &str) -> bool {
    const GREETINGS: &str = "hi hey hello yo all team folks everyone guys there and so ok also then just morning good";
    let plain = word.trim_matches(|it: char| !it.is_alphanumeric());
    let is_name =
        word.starts_with('@') || word.ends_with([':', ',']) && plain.starts_with(|it: char| it.is_alphabetic());
    plain.is_empty() || is_name || is_among(GREETINGS, &plain.to_ascii_lowercase())
}

/// Whether a sentence puts a question or a request into words: what is only implied does not count.
pub fn is_stated(sentence: &str) -> bool {
    static STATED: LazyLock<Regex> = LazyLock::new(|| {
        in_pieces(&[
            r"\?|(?-u:\b)(?:(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody)|(?:please|pls|kindly) [a-z]|let me know (?:if|whether|which|what|how|when|who|why)|(?:wondering|want to know|like to know|know|find out|figure out|understand) (?:if|whether|which|how|why|what))(?-u:\b)",
        ])
    });
    STATED.is_match(sentence) || is_imperative(sentence)
}

/// Whether a sentence asks for anything, in words or by implication.
pub fn is_ask(sentence: &str) -> bool {
    ASK.is_match(sentence) || is_imperative(sentence)
}

fn is_imperative(sentence: &str) -> bool {
    let words = sentence.split_whitespace().take(MOST_GREETING_WORDS);
    let plain = |word: &str| word.trim_matches(|it: char| !it.is_alphanumeric()).to_ascii_lowercase();
    let mut behind_greeting = words.skip_while(|word| is_greeting(word) && !is_among(IMPERATIVES, &plain(word)));
    behind_greeting.next().is_some_and(|word| is_among(IMPERATIVES, &plain(word)))
}

/// Whether a text begins as an answer to somebody does.
pub fn is_reply(text: &str) -> bool {
    static REPLY: LazyLock<Regex> = LazyLock::new(|| {
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
    HANDED.is_match(sentence.trim_end_matches(['.', '!', ' ', '\u{fffc}']))
}

/// Whether a sentence reports that something goes wrong.
pub fn is_trouble(sentence: &str) -> bool {
    TROUBLE.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_in_their_forms() {
        for text in
            ["Which one?", "Please merge it.", "Lena: rebase it first", "It would be great to know.", "Who can help"]
        {
            assert!(is_ask(text), "{text}");
        }
        assert!(!is_ask("The queue stopped at noon."));
        assert!(is_stated("Could you merge it") && !is_stated("It would be great to see it merged."));
    }

    #[test]
    fn nothing_wanted_and_trouble() {
        assert!(is_notice("FYI, the queue stopped.") && !is_notice("The queue stopped."));
        assert!(is_trouble("The export has been failing since Monday.") && !is_trouble("A late job fails at once."));
        assert!(is_handed_over("@lena I've opened a pull request for it") && !is_handed_over("Opened a pull request"));
        assert!(is_reply("Yes, it stopped.") && !is_reply("Yesterday it stopped."));
    }
}
