//! How people say what a thing should do that it does not do yet.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of, opening};

static WISH: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:would|might|could|may) (?:also |really |even )?be (?:\w+ )?(?:nice|great|good|useful|helpful|handy|awesome|cool|better|easier|lovely|ideal|sufficient|enough)|(?:it'd|that'd) be|nice to have|I(?:'d| would) (?:really |also )?(?:love|like|prefer)|(?:I|we) (?:wish|want|need|propose|suggest|recommend|request)",
        r"(?:please|could (?:you|we)|can (?:you|we)|would you|let's|why not|how about|what about|consider|recommend|suggest|propose) (?:\w+ ){0,2}(?:add\w*|support\w*|allow\w*|provid\w*|mak\w+|implement\w*|expos\w*|includ\w*|introduc\w*|enabl\w*|us\w+|show\w*|chang\w+|remov\w+|accept\w*|document\w*|mov\w+|have|having|a|an|the|different)",
        r"(?:should|must|could|ought to|needs? to|has to) (?:\w+ )?(?:be|have|allow|support|show|accept|return|provide|include|use|do|let|offer|ignore|warn|contain|take|work)",
        r"(?:feature|enhancement|improvement|change) (?:request|proposal)|(?:this|the|a|my) (?:feature|proposal|suggestion|enhancement|improvement|idea|change) (?:is|would|could|will|should|to)|(?:proposal|suggestion|idea|proposed \w+|solution):",
        r"(?:add|adding|allow|allowing|support|supporting|provide|providing|implement|implementing|expose|exposing|introduce|introducing|have|having) (?:an? |the |some |for )?(?:\w+ ){0,2}(?:option|ability|setting|switch|flag|support|way|method|function|parameter|button|api|hook|command|mode|filter|field|shortcut)",
        r"(?:option|ability|setting|switch|flag|way|possibility|possible) to|let (?:□|the \w+|users?|people) (?:\w+ )?(?:accept|take|support|show|print|return|read|write|choose|set|use|run|export|import)|we should (?:\w+ly )?\w+|support for|(?:would|could) (?:allow|let|enable|help|make)|worth \w+ing",
    ])
});

/// A title that orders a change, or names what is wished for.
static TITLE: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"(?:\w+ ?[:\]] ?)?(?:add|support|allow|enable|implement|provide|introduce|expose|extend|offer|include|create|show|give|let|make|improve|change|move|use|update|refactor|rename|remove|drop|replace|deprecate|simplify|clarify|split|merge|convert|switch|consider|adopt|reduce|increase|force|check|document|warn|need|ability|option|better|more|stop|avoid|prevent|don't|do not|please|feature|proposal|suggestion|request|rfe|rfc|idea)",
    ])
});

/// Where a sentence says what should be.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    WISH.find(sentence).map(|found| found.range())
}

/// Where a title says what should be: "Add a dark mode", "Dark mode support".
pub fn find_in_title(title: &str) -> Option<Range<usize>> {
    let named = || title.trim_end().ends_with(" support").then_some(0..title.len());
    find(title).or_else(|| TITLE.find(title).map(|found| found.range())).or_else(named)
}

#[cfg(test)]
mod tests {
    use super::{find, find_in_title};

    #[test]
    fn a_wish_says_what_should_be() {
        for text in ["It would be nice to sort it.", "We need a way to undo it", "The list should be sorted"] {
            assert!(find(text).is_some(), "{text}");
        }
        assert!(find("The list is not sorted.").is_none());
    }

    #[test]
    fn a_title_orders_or_names_it() {
        for text in ["Sort the list", "Passkey login"] {
            assert!(find_in_title(text).is_none(), "{text}");
        }
        for text in ["Allow passkeys", "[Login] Add passkeys", "Passkey support"] {
            assert!(find_in_title(text).is_some(), "{text}");
        }
    }
}
