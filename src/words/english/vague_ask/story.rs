//! How much a text tells of its matter beside its ask: words with content, doubts, questions without their mark.

use std::sync::LazyLock;

use crate::words::list::is_among;
use crate::words::pattern::{Pattern, in_pieces};

/// Whoever has said so many sentences has told a story, whatever its words.
pub const MOST_SENTENCES: usize = 500;

/// Whether a sentence says what may be wrong with a thing: enough for who is to look at it.
pub fn names_a_doubt(sentence: &str) -> bool {
    static DOUBT: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:might|may|maybe|not sure|unsure|whether|concern\w*|worried|too [a-z]+|wonder\w*|seems?|looks like|still|broken|fail\w*|wrong|doesn't|does not|don't|isn't|can't|cannot|cant|dont|doesnt|unable|not able|should|expect\w*|problem|issue with|bug|error)(?-u:\b)",
        ])
    });
    DOUBT.is_match(sentence)
}

/// Whether a sentence says nothing but that an answer would be welcome: "Would be great to get feedback soon."
pub fn is_plea(sentence: &str) -> bool {
    static PLEA: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*(?:(?:it )?(?:would|'d) be (?:great|nice|good|lovely|helpful|awesome)|(?:i|we)(?: would|'d) (?:love|like|appreciate)|looking forward|hoping|happy) ",
            r"(?:to (?:get|have|hear|hearing|receive|receiving) |for )?(?:(?:your|some|any|early|quick|more|a bit of) )*(?:feedback|thoughts|opinions?|input|comments|answers?|reply|response|from you|back)",
            r"(?: (?:soon|asap|today|tomorrow|this week|quickly|on (?:this|that|it)|from you))*\W*$",
        ])
    });
    PLEA.is_match(sentence)
}

/// Whether a sentence is a question without its mark, or holds one: "which one should I take", "I try to find a way to".
pub fn asks_in_passing(sentence: &str) -> bool {
    static ASKS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^(?:\S+[:,] )?(?:so |and |also |or )?(?:what|which|where|how|why|who|whom|whose|should|is (?:it|there|this|that)|are (?:there|these|those)|does|do (?:you|we|i)|did) ",
            r"|(?-u:\b)(?:(?:find out|know|knows|figure out|understand|understanding|see|tell|wonder\w*) (?:if|whether|how|why|what|which|where (?:the|it|i))|find (?:where|out|an?|any|the)|(?:ways?|how|possible|able) to|trying to|instead of|supposed to)(?-u:\b)",
        ])
    });
    ASKS.is_match(sentence)
}

/// Whether a change that waits for a review is named: who is asked to look at it knows for what.
pub fn names_a_change(sentence: &str) -> bool {
    static CHANGE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:(?:sent|submitted|posted|pushed|filed|opened|created|uploaded|proposed)(?-u:\b)[^.?!]{0,40}(?-u:\b)(?:patch(?:es|set)?|prs?|pull requests?|mrs?|merge requests?|proposal|draft|series)|patch(?:es)? (?:on|to) the (?:mailing )?list)(?-u:\b)",
        ])
    });
    CHANGE.is_match(sentence)
}

/// Whether a sentence gives a look or a review its object: a deed that was asked for, somebody's words that stand beside it, or
/// the writer's own consent.
pub fn gives_object(sentence: &str) -> bool {
    static DONE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:fixed|updated|rebased|squashed|refactored|reworked|rewrote|renamed|applied|addressed|integrated|incorporated|implemented|re-?generated|re-?applied|amended|adjusted|tweaked|reworded)(?-u:\b)",
            r"|^(?:\W*(?:@\S+,?|ok|okay|yes|yep|thanks) )*\W*(?:all )?(?:done|pushed|changed|added|removed|merged|resolved)(?-u:\b)",
            r"|(?-u:\b)(?:i|we)(?:'ve| have)? (?:now |just |also |then )?(?:made|went with|split|moved|changed|added|removed|pushed|resolved|reverted|replaced) ",
            r"|(?-u:\b)(?:lgtm|looks good to me)(?-u:\b)",
            r"|(?-u:\b)at (?:the|my|your) (?:[\w-]+ )?(?:suggestions?|comments?|remarks?|reply|answer|proposal) (?:that )?(?:i|we)(?:'ve| have)? (?:left|made|wrote|posted|gave)(?-u:\b)",
        ])
    });
    DONE.is_match(sentence)
}

/// Words that carry an ask and say nothing of its object.
const FILLERS: &str = "\
    a an the this that it these my our your at on in to of for with by and or so if when whenever you u i we me us \
    can could would will may please pls plz thanks thank thx cheers hi hey hello all everyone folks team have get \
    got take chance time moment minute minutes sec second bit some point today tomorrow soon later now again here \
    there just also quick quickly pull request requests pr prs mr file link issue ticket is are be do does any \
    anyone someone somebody anybody great nice good morning afternoon kindly eod";

/// How many words of a sentence say anything of a matter: no greeting, no name before a colon, no courtesy.
pub fn content_words(text: &str) -> usize {
    let is_content = |word: &&str| {
        let plain = word.trim_matches(|it: char| !it.is_alphanumeric()).to_ascii_lowercase();
        !(plain.is_empty()
            || word.starts_with('@')
            || word.starts_with("<@")
            || word.ends_with(':')
            || is_among(FILLERS, &plain))
    };
    text.split_whitespace().filter(is_content).count()
}

#[cfg(test)]
mod tests {
    use super::{asks_in_passing, content_words, names_a_doubt};

    #[test]
    fn courtesy_is_no_content() {
        assert_eq!(content_words("Hi Lena: could you please, when you have a minute"), 0);
        assert_eq!(content_words("the retry page of the importer"), 3);
    }

    #[test]
    fn questions_and_doubts_in_passing() {
        assert!(
            asks_in_passing("Which end is better, the left or the right.") && !asks_in_passing("The page is done.")
        );
        assert!(names_a_doubt("It might be too small.") && !names_a_doubt("The page is done."));
    }
}
