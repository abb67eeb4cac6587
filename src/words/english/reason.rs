//! How people say why they change something: a cause, a purpose, or the trouble that it ends.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::failure;
use crate::words::pattern::any_of;

static REASON: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"because|so that|in order to|due to|since|as (?:a result|it|the|there|we|this)|therefore|thus|hence|otherwise|so (?:it|we|users?|the|i|you|they)|which (?:is|was|means|caused|causes|leads|led|makes|made)",
        r"to (?:avoid|allow|prevent|ensure|reduce|keep|make|improve|enable|support|help|fix|let|simplify|match|satisfy|comply|be able|speed|get rid|stop|provide|give|align|unblock|facilitate|address)",
        r"the (?:reason|motivation|goal|aim|purpose|problem|issue|bug|idea|need|intention)|motivat(?:ed|ion|es)|needed|required|necessary|no longer|used to|previously|currently|before this|until now|at the moment|right now|so far",
        r"(?:allow|enabl|prevent|avoid|improv|reduc|simplif|ensur|eliminat|speed|mak|help|address|solv|resolv|restor|support)(?:e|es|ed|ing|s|ies|ying|ied) (?:us|users?|the|it|a|an|this|that|for|to|up|□|\w+)",
        r"instead of|rather than|without (?:this|it|having)|would (?:be|have|not|otherwise|cause|fail)|should(?:n't)? (?:be|not|have)|users? (?:can|could|cannot|can't|want|need|will|may)|inconsisten\w+|confus\w+|outdated|deprecated|duplicat\w+|unused|redundant|better|faster|easier|cleaner|safer|more (?:\w+)",
    ])
});

/// Where a sentence gives a reason, or tells of the trouble behind a change.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    REASON.find(sentence).map(|found| found.range()).or_else(|| failure::find(sentence))
}

/// A title that is its own reason.
static SELF_EVIDENT: LazyLock<Regex> = LazyLock::new(|| {
    let routine = concat!(
        r#"bump|revert "|revert:|merge (?:branch|pull|remote|upstream)|release (?:v?\d|\d)|prepare (?:for )?(?:the )?release"#,
        r"|(?:(?:auto-?)?fix(?:ed|es|ing)?|correct(?:ed|s)?)(?: \w+){0,3} (?:typos?|spelling|grammar|whitespace|indentation)",
        r"|typos?(?-u:\b)|update (?:dependenc|changelog|readme|translations?|license|copyright)|upgrade dependenc",
        r"|add (?:\w+ )*licen[sc]e|\[?automated|(?:\S+ ){0,3}(?:semi-)?automat(?:ic|ed) (?:update|sync)",
        r"|(?:update|upgrade)s? .* to v?\d+\.\d|v?\d+(?:\.\d+)+\s*$|(?:\S+ ){1,4}bump (?:\S+ ){0,2}from",
        // What is published beside the code.
        r"|(?:add|create|update|publish)(?:ed|s|ing)? (?:\S+ ){0,5}(?:notes|agenda)(?-u:\b)|(?:create|add) \d{4}-\d\d-\d\d",
        r"|(?:\S+ ){0,6}(?:(?:minutes|meeting notes|blog posts?|notes (?:of|from|for))(?-u:\b)|notes$|reports?$)",
        // What is wrong or useless by its name.
        r"|(?:fix(?:ed|es|ing)?|update|repair) (?:\S+ ){0,5}links?$",
        r"|(?:fix(?:ed|es|ing)?|update|repair) (?:\S+ ){0,3}(?:broken|dead|stale) (?:\S+ ){0,2}links?",
        r"|remove(?:d|s)? (?:\S+ ){0,2}(?:unused|dead|obsolete|old|duplicated?|redundant|unnecessary|superfluous|stale)(?-u:\b)",
    );
    Regex::new(&format!(r"(?i)^#?\s*(?:\w+(?:\([^)]*\))?!?: ?)?(?:\[[^\]]*\] ?)*(?:{routine})"))
        .expect("a constant pattern")
});

/// Whether nobody asks why of a change with this title.
pub fn is_self_evident(title: &str) -> bool {
    SELF_EVIDENT.is_match(title)
}

#[cfg(test)]
mod tests {
    use super::{find, is_self_evident};

    #[test]
    fn reasons_and_their_own_titles() {
        assert!(find("Moved the check up so that drafts are skipped").is_some());
        assert!(find("Adds a menu").is_none());
        assert!(is_self_evident("Fix a typo in the guide"));
        assert!(is_self_evident("chore: update the parser to 2.4.1"));
        assert!(!is_self_evident("Rewrite the scheduler"));
    }
}
