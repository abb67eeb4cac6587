//! How people say what ought to happen: in so many words, by contrast, or by what was promised.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::pattern::any_of;

/// Says what ought to be.
static NORM: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"expect(?:s|ed|ing|ations?)?|supposed to|ought to|should(?:n't| not)?|must(?:n't| not)?|ideally|shall",
        r"needs? to (?:be|have|do|support|handle|accept|return|show)",
        r"would (?:like|love|expect|prefer)|(?:nice|good|better|great|helpful|useful|handy) (?:to|if)|would be (?:nice|good|great|better|useful|helpful|ideal|easier|handy)",
        r"all I wants? is|want (?:it|this|them|the \w+) to|I wish",
        r"the (?:correct|right|desired|intended|proper) (?:result|output|behaviou?rs?|value|one|order|way)",
        r"please (?:add|make|allow|change|provide|support|revert|consider)",
        r"it(?:'s| is| was) intended|why (?:not|(?:does|is|do|are|did|ca|wo)n't)",
        r"(?:could|can) be (?:avoided|improved|simplified|skipped|faster|shorter)",
    ])
});

/// Says so by the promise that is not kept.
static PROMISE: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"according to|as (?:documented|described|specified|stated|mentioned|advertised)|documented|documentation (?:says|states|describes)",
        r"docs (?:say|state)|the (?:spec(?:ification)?|readme|tutorial|manual|guide) (?:says|states|describes|promises)|from the (?:docs|documentation|readme)|based on (?:the )?(?:information|docs|documentation|spec)",
        r"violates?|contrary to|false (?:positive|negative|alarm)s?|unnecessar(?:y|ily)|no reason",
        r"(?:ha[sd]|have) (?:always )?worked|used to (?:work|be|have)",
    ])
});

/// The other side of a contrast: it works there, it fails here. A reader can mostly guess the rest.
static CONTRAST: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"work(?:s|ed|ing)? (?:fine|well|ok|okay|correctly|properly|great|flawlessly|perfectly|as|in|on|with|without|when|if|for|again|before|until|before|locally)",
        r"worked|(?:everything|it|this|that|all) works|no (?:problems?|issues?|errors?) (?:with|when|if|in|on|at|until)|(?:is|seems|looks|it's) (?:fine|ok|okay|correct)|fine (?:in|on|with|when|if)",
        r"does work|did work|succeeds?|before (?:the )?(?:upgrad|updat)\w+|previous(?:ly)?|older versions?|instead of|rather than|unlike|whereas|correct(?:ly)?",
    ])
});

pub fn find(sentence: &str) -> Option<Range<usize>> {
    let found = NORM.find_iter(sentence).find(|it| !asks_for_advice(&sentence[it.end()..], it.as_str()));
    found.or_else(|| PROMISE.find(sentence)).map(|it| it.range())
}

/// "What should I do?" asks for advice and expects nothing.
fn asks_for_advice(rest: &str, word: &str) -> bool {
    let opens = word.len() == "should".len() && word.eq_ignore_ascii_case("should");
    opens && [" I ", " we "].iter().any(|subject| rest.starts_with(subject))
}

/// Where a sentence says that the same thing works elsewhere.
pub fn find_contrast(sentence: &str) -> Option<Range<usize>> {
    CONTRAST.find(sentence).map(|found| found.range())
}

#[cfg(test)]
mod tests {
    use super::{find, find_contrast};

    #[test]
    fn a_norm_is_an_expectation_and_a_contrast_half_of_one() {
        assert!(find("It should print two rows").is_some());
        assert!(find("I expected a file").is_some());
        assert!(find("What should I do?").is_none());
        assert!(find("The token was unexpected").is_none());
        assert!(find_contrast("The same page works in another browser").is_some());
    }
}
