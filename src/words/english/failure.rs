//! How people say that something went wrong.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::list::is_among;
use crate::words::near;
use crate::words::pattern::{Match, Pattern, any_of, opening};

/// Verbs and nouns of failure, and capabilities denied.
static FAILURE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"fail(?:s|ed|ing|ures?)?|crash(?:es|ed|ing)?|hangs?|hung|hanging|freez(?:es?|ing)|fro(?:ze|zen)",
        r"throws?|threw|thrown|throwing|rais(?:es|ed)|br(?:eaks?|oken?|eaking)|stops? \w+ing|stopped|aborts?|aborted|quits?",
        r"(?:does|do|did|is|are|was|were|has|have|had|ca|wo|would|could|should)n't",
        r"(?:does|do|did|is|are|was|were|has|have|had|can|will|would|could|should) not",
        r"cannot|unable to|no longer|never|neither|not (?:possible|working|able|found|being|shown|visible)",
        r"ignor(?:es?|ed|ing)|miss(?:es|ing)|disappear(?:s|ed|ing)?|vanish(?:es|ed)?|los(?:es?|t|ing)|drop(?:s|ped|ping)?|skips?|skipped",
        r"wrong(?:ly)?|incorrect(?:ly)?|invalid|inconsistent(?:ly)?|unexpected(?:ly)?|mistaken(?:ly)?|duplicate[sd]?|corrupt(?:s|ed|ion)?",
        r"errors?|exceptions?|warnings?|segfaults?|segmentation fault|panics?|panicked|deadlocks?|time(?:s|d)? ?outs?|timed out",
        r"leak(?:s|ed|ing)?|slow(?:er|ly)?|stuck|endless(?:ly)?|infinite(?:ly)?|blank|empty|garbled|unreadable|too (?:many|much|large|small|long|early|late)",
        r"regression|broken|busted|typo|conflicts?|clash(?:es)?|denied|refused|rejected|races?|compromised|instead of|even though",
        r"undefined|null|NaN|[45]\d\d (?:error|response|status)|HTTP [45]\d\d",
    ])
});

/// What a thing does, told as a fact: enough where the fact itself is the fault.
static EFFECT: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"returns?|returned|shows?|showed|shown|displays?|displayed|prints?|printed|produc(?:es?|ed)|generates?|generated",
        r"gets?|got|getting|receiv(?:es?|ed|ing)|(?:I|we|you|they|users?) (?:can )?(?:see|saw)|seeing|noticed?|results? in|ends? up|ended up|becomes?|became",
        r"happens?|happened|occurs?|occurred|appears?|appeared|takes|took|contains?|remains?|stays?|overwrites?|overwritten",
    ])
});

/// Says that it fails, and not how.
static VAGUE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:(?:does|do|did|is|are|was|has|have)(?:n't| not)|never|not|no longer|stopped|won't|will not) (?:\w+ )?(?:to )?work(?:s|ed|ing)?(?: (?:properly|correctly|at all|anymore|any more|for me|on my (?:machine|computer|laptop|pc|phone|side|end)|as expected|right|well))*",
        r"(?:is|are|was|seems|got|gets|still|totally|completely|very)? ?(?:broken|busted|buggy|wrong|weird|strange|messed up|failing|odd)|(?:nothing|none of it) (?:\w+ )?(?:works?|working)|dont work|idk(?: why)?|(?:don't|do not) know(?: (?:what|why|how)(?: to do)?)?|what(?:'s| is| has)? happened|no idea|any (?:clue|idea)s?|broke|br(?:eaks|eaking)|fails?|failed|problems?|issues?|bugs?|trouble|errors?|unexpected(?: behaviou?r)?|regression",
    ])
});

/// Words beside a vague complaint that make it a description all the same.
const ENOUGH_BESIDE: usize = 5;

/// Words that carry nothing to search for.
const FILLERS: &[&str] = &[
    "the",
    "a",
    "an",
    "is",
    "are",
    "was",
    "i",
    "we",
    "you",
    "it",
    "its",
    "this",
    "that",
    "there",
    "have",
    "has",
    "had",
    "with",
    "of",
    "to",
    "in",
    "on",
    "at",
    "for",
    "from",
    "my",
    "our",
    "me",
    "us",
    "some",
    "any",
    "and",
    "or",
    "but",
    "so",
    "please",
    "hi",
    "hello",
    "hey",
    "thing",
    "things",
    "stuff",
    "just",
    "very",
    "really",
    "again",
    "still",
    "now",
    "today",
    "help",
    "asap",
    "thanks",
    "be",
    "by",
    "as",
    "all",
    "here",
    "getting",
    "get",
    "can",
    "could",
    "somebody",
    "someone",
    "anyone",
    "anybody",
    "fix",
    "urgent",
    "team",
    "folks",
    "guys",
    "look",
    "check",
    "take",
    "need",
    "really",
    "soon",
    "sir",
    "good",
    "day",
    "morning",
    "everybody",
    "everyone",
    "love",
    "since",
    "yesterday",
    "recently",
    "even",
    "plz",
    "pls",
];

/// Where a sentence says what failed, and not only that something did.
pub fn find_told(sentence: &str) -> Option<Range<usize>> {
    let found = find(sentence).or_else(|| find_effect(sentence))?;
    let rest = VAGUE.replace_all(sentence, " ");
    let is_told = find(&rest).or_else(|| find_effect(&rest)).is_some() && sentence.split_whitespace().count() > 3;
    (is_told || words_beside_complaint(sentence) >= ENOUGH_BESIDE).then_some(found)
}

/// Trouble that has a hundred causes, and shows itself only to who knows how.
static TROUBLE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"crash\w*|hangs?|hanging|freez\w+|froze\w*|slow\w*|lag(?:s|gy|ging)?|stuck|unresponsive|not respond\w*",
        r"drop(?:s|ped|ping)?|disconnect\w*|time(?:s|d)? ?outs?|leak\w*|broken|stopped working|buggy|unusable|unstable",
        r"(?:(?:does|do|did|is|are|was)(?:n't| not)|not|no longer|won't) (?:\w+ )?(?:work(?:s|ed|ing)?|load(?:s|ed|ing)?|start(?:s|ed|ing)?)",
    ])
});

/// Where a sentence tells of trouble that a reader cannot see without knowing how.
pub fn find_trouble(sentence: &str) -> Option<Range<usize>> {
    TROUBLE.find(sentence).map(|found| found.range())
}

/// What is always so can be seen by whoever looks.
static GENERAL: LazyLock<Pattern> =
    LazyLock::new(|| any_of(&[r"always|every\w*|each|all|anything|anywhere|never|no longer|whenever|only"]));

/// Whether a sentence says that something fails always and everywhere.
pub fn is_general(sentence: &str) -> bool {
    GENERAL.is_match(sentence)
}

/// Whether a sentence complains that something fails, in words that fit every fault.
pub fn is_complaint(sentence: &str) -> bool {
    VAGUE.is_match(sentence)
}

/// How many words with a meaning of their own a sentence has beside its complaint that something fails.
pub fn words_beside_complaint(sentence: &str) -> usize {
    let rest = VAGUE.replace_all(sentence, " ");
    let words = rest.split(|it: char| !it.is_alphanumeric() && !matches!(it, '\'' | '-' | '_' | '.' | '\u{fffc}'));
    words.filter(|word| !word.is_empty() && !FILLERS.contains(&word.to_lowercase().as_str())).count()
}

/// Where a sentence says that something failed.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    FAILURE.find_iter(sentence).map(|found| found.range()).find(|found| !is_planned(sentence, found))
}

/// "Code freeze on Monday": what is agreed for a while.
fn is_planned(sentence: &str, found: &Range<usize>) -> bool {
    const FROZEN: &str =
        "api branch change code content deployment feature hard holiday merge release soft string translation";
    let is_freeze = sentence[found.clone()].eq_ignore_ascii_case("freeze");
    is_freeze
        && near::behind(&sentence[..found.start]).split_whitespace().next_back().is_some_and(|word| {
            is_among(FROZEN, &word.trim_matches(|it: char| !it.is_alphabetic()).to_ascii_lowercase())
        })
}

/// Deeds that work on a thing, whatever its name.
static DEED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)^#?\s*(?:\[[^\]]*\] ?)*(?:[\w/,.|*-]+(?:\([^)]*\))?!?: *)*(?:\[[^\]]*\] ?)*",
        r"(?:add|allow|introduce|implement|improve|enhance|refactor|rework|rewrite|move|rename|use|display|show|emit|print",
        r"|return|log|report|support|expose|create|update|change|skip|ignore|drop|swallow|raise|throw|include|customi[sz]e",
        r"|style|redesign|restructure)(?:d|e?s|ed|ing)? ",
    ))
});

/// Names of what goes wrong where it is a thing to work on, and the deeds themselves.
static THING: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"errors?|exceptions?|warnings?|null|empty|blank|undefined|invalid|time ?outs?|too (?:many|large|long)|failures?",
        r"ignor(?:e|es|ed|ing)|skips?|skipped|drop(?:s|ped|ping)?|throws?|threw|throwing|rais(?:es|ed)",
    ])
});

/// Whether a title names a fault that the change ends. "Improve the error page" works on errors, and ends none.
pub fn is_ended(title: &str) -> bool {
    if !DEED.is_match(title) || is_of_texts(title) {
        return find(title).is_some();
    }
    find(&THING.replace_all(title, " ")).is_some()
}

/// Where a sentence says that something failed, and is not only about work on what goes by such a name.
pub fn beside_deed(sentence: &str) -> Vec<Range<usize>> {
    let things =
        if DEED.is_match(sentence) { THING.find_iter(sentence).map(|it| it.range()).collect() } else { Vec::new() };
    let found = FAILURE.find_iter(sentence).map(|found| found.range());
    found.filter(|it| !near::overlaps(it, &things)).take(near::MOST_IN_SENTENCE).collect()
}

/// Whether a title changes a limit that goes by the name of a fault, and names no other: "Change the default timeout".
pub fn is_of_setting(title: &str) -> bool {
    static SET: LazyLock<Pattern> = LazyLock::new(|| {
        opening(&[r"(?:change|increase|decrease|raise|lower|set|bump|reduce|adjust|extend|shorten|double|configure)"])
    });
    let is_limit = |found: Match| found.as_str().to_ascii_lowercase().replace(['-', ' '], "").starts_with("timeout");
    SET.is_match(title) && FAILURE.find_iter(title).all(is_limit)
}

/// Where a sentence says what a thing does.
pub fn find_effect(sentence: &str) -> Option<Range<usize>> {
    EFFECT.find(sentence).map(|found| found.range())
}

/// Whether a title is of words and not of code: what a fault of a text or a name is, everybody can guess.
pub fn is_of_texts(title: &str) -> bool {
    static TEXTS: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"docs?|document(?:ation|ed|s|ing)?|readme|comments?|announcements?|notes?|dates?|names?|links?|ur[li]s?|licen[cs]e|wording|captions?|headings?|titles?|agenda",
        ])
    });
    TEXTS.is_match(title)
}

#[cfg(test)]
mod tests {
    use super::{find, find_told, is_ended};

    #[test]
    fn a_title_ends_a_fault_or_works_on_it() {
        for title in ["Crash on an empty list", "Do not lose the cursor", "Show rows that were lost"] {
            assert!(is_ended(title), "{title}");
        }
        for title in ["Improve the error page", "feat(menu): Add a warning about long rows", "Skip drafts"] {
            assert!(!is_ended(title), "{title}");
        }
    }

    #[test]
    fn failures_are_told_in_many_ways() {
        for text in ["It crashes.", "The page doesn\u{2019}t load", "cannot save", "Wrong total", "404 error on login"]
        {
            assert!(find(text).is_some(), "{text}");
        }
        assert!(find("The chart has three rows").is_none());
        assert!(find("Code freeze on Monday").is_none() && find("String freeze fails").is_some());
        assert!(find("The API freezes").is_some());
    }

    #[test]
    fn a_complaint_is_no_description() {
        for text in ["It doesn't work", "Export is broken since the upgrade.", "There is a problem with the login"] {
            assert!(find_told(text).is_none(), "{text}");
        }
        for text in ["It crashes on save", "The export is broken for every account with more than one currency"] {
            assert!(find_told(text).is_some(), "{text}");
        }
    }
}
