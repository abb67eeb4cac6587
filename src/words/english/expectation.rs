//! How people say what ought to happen: in so many words, by contrast, or by what was promised.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Match, Pattern, any_of};

/// Says what ought to be.
static NORM: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"expect(?:s|ed|ing|ations?)?|supposed to|ought to|should(?:n't| not)?|must(?:n't| not)?|ideally|shall",
        r"needs? to (?:be|have|do|support|handle|accept|return|show)",
        r"(?:would|I'd|we'd) (?:like|love|expect|prefer)|(?:nice|good|better|great|helpful|useful|handy) (?:to|if)|would be (?:\w+ ){0,2}(?:nice|cool|good|great|better|useful|helpful|ideal|easier|handy)|consider \w+ing|would allow",
        r"all I wants? is|(?:I|we|users) want (?:it|this|them|the \w+) to|I wish (?:it|there|this|that|the)",
        r"the (?:correct|right|desired|intended|proper) (?:result|output|behaviou?rs?|value|one|order|way)",
        r"please (?:add|make|allow|change|provide|support|revert|consider)",
        r"it(?:'s| is| was) intended|why not|why (?:does|ca|wo)n't",
        r"is there (?:some|any|a|no) way (?:to|of)|(?:could|can) be (?:avoided|improved|simplified|skipped|faster|shorter)",
    ])
});

/// Says so by the promise that is not kept.
static PROMISE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"as (?:documented|described|specified|stated|mentioned|advertised)|(?:is|are|was|well) documented|documentation (?:says|states|describes)",
        r"docs (?:say|state)|the (?:spec(?:ification)?|readme|tutorial|manual|guide) (?:says|states|describes|promises)|from the (?:docs|documentation|readme)|based on (?:the )?(?:information|docs|documentation|spec)",
        r"violates?|contrary to|false (?:positive|negative|alarm)s?|no reason",
        r"instead of being \w+|(?:goes|going|leads?|leading|points?|pointing|redirects?|redirected|jumps?|loads?|loading|trying to (?:load|open|reach|read)) (?:[^ ]+ ){1,6}instead of",
        r"(?:ha[sd]|have) (?:always )?worked|(?:it|they|that|this|which) used to",
    ])
});

/// The other side of a contrast: it works there, it fails here. A reader can mostly guess the rest.
static CONTRAST: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"work(?:s|ed) (?:in|on|with|without|if|again|before|until|locally|fine|well|correctly|perfectly|properly)|it worked|work(?:s|ed|ing) (?:\w+ )?as expected|(?:does|did) work|succeeds?|□ works?|(?:does not|doesn't|did not|didn't) (?:happen|occur|fail|crash) (?:when|if|in|on|with|for|before|until)|(?:and|then|but|way) (?:it|everything|this|that|they) (?:all )?works?|works? (?:flawlessly|perfectly)",
        r"(?:is|seems|looks|it's) (?:fine|ok|okay) (?:in|on|with|when|if|until|before)|fine (?:in|on|with|until|before)|unlike|whereas",
        r"before (?:the )?(?:upgrad|updat)\w+|(?:in|with|on) (?:the )?(?:previous|older|earlier|prior) (?:versions?|releases?|builds?)",
    ])
});

/// Before a contrast it denies it: "does not work on", and "working" that never was.
static DENIED: LazyLock<Pattern> =
    LazyLock::new(|| any_of(&[r"not|(?:do|does|did|is|was|wo|ca|have|has)n't|never|no longer|stopped"]));

/// Speaks of expecting and expects nothing: a question, or praise of what works.
static UNMEANT: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:is|was) (?:this|that|it) (?:the )?(?:expected|intended)|as (?:was )?expected|not expect(?:ed|ing)|(?:what|which|how|where|when) should|should (?:I|we)(?: \w+)?|if I should|expected by|which (?:\w+ ){0,4}the correct",
        r"(?:I|we|you) must|must be (?:thought|missing|something|some|an?|due|because|escaped)|must (?:have|fix|rm)|used to (?:fail|crash|break|throw|happen|hang)",
        r"(?:maybe|perhaps) (?:\w+ ){0,5}must|I should (?:either |probably |maybe |just )*(?:make|fix|change|add|move|rename|rewrite|mention|note|point|say)|why can't I",
        r"(?:may|might|will|would) need to|need(?:s|ed)? to be (?:fixed|investigated|done|checked|looked|reviewed|updated|changed)",
        r"(?:would|'d) like (?:someone|somebody|you|your|help|to (?:know|ask|report|understand|thank|mention|point))|(?:better|good|nice|great) to (?:fix|know|hear|see)|please (?:\w+ )?(?:fix|change) (?:it|this|that)",
        r"should (?:\w+ )?(?:fix|solve|resolve) (?:it|this|that|the (?:issue|problem|bug))|should (?:\w+ )?(?:help|suffice|do it|be enough|be (?:\w+ )?(?:fixed|investigated|refactored|back-?ported|back ported|reviewed))|you expected:|shouldn't be (?:too )?(?:hard|difficult)|as it should|must be missing|should I",
    ])
});

/// Where a sentence says what ought to happen.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    let is_meant =
        |it: &Match| !UNMEANT.find_iter(sentence).any(|not| not.start() < it.end() && it.start() < not.end());
    let found = NORM.find_iter(sentence).find(is_meant);
    found.or_else(|| PROMISE.find(sentence)).map(|it| it.range())
}

/// Whether a line shows how another one has to read: "Should be:".
pub fn is_correction(line: &str) -> bool {
    static CORRECTION: LazyLock<Pattern> =
        LazyLock::new(|| Pattern::new(r"(?i)^(?:it )?should (?:be|read|say|look like)(?: this)? ?:"));
    CORRECTION.is_match(line)
}

/// Where a sentence says that the same thing works elsewhere, or did once.
pub fn find_contrast(sentence: &str) -> Option<Range<usize>> {
    CONTRAST.find_iter(sentence).find(|it| !DENIED.is_match(&sentence[..it.start()])).map(|it| it.range())
}

#[cfg(test)]
mod tests {
    use super::{find, find_contrast};

    #[test]
    fn a_norm_is_an_expectation_and_a_contrast_half_of_one() {
        assert!(find("It should print two rows").is_some());
        assert!(find("I expected a file").is_some());
        assert!(find("What should I do?").is_none());
        assert!(find("The second call works as expected").is_none());
        assert!(find("The token was unexpected").is_none());
        assert!(find_contrast("The same page works in another browser").is_some());
        assert!(find_contrast("The page does not work in any browser").is_none());
    }
}
