//! How people say what they changed, and by what means.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of};

static CHANGE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:add|remov|replac|mov|renam|updat|chang|refactor|rewr[io]t|extract|introduc|implement|creat|delet|extend|convert|migrat|split|merg|improv|modif|adjust|expos|handl|fix|us|set|wrap|cach|bundl|upgrad|inherit|switch|drop|simplif|enabl|disabl|mak|return|check|includ|pass|copi|integrat|cleaned? up|increas|reduc|allow|appl|call|sort|filter|normali[sz]|pars|generat|register|swap|ensur|restructur|reorgani[sz]|provid|support|kill|prevent)(?:e|es|ed|s|ing|ten|te|ies|ied|y|t)?",
    ])
});

/// Where a sentence says what was done.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    CHANGE.find(sentence).map(|found| found.range())
}

/// How large a change is: "+180, -40", "12 files".
static SIZE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)\+\d+ ?[,/] ?[-\x{2212}\x{2013}]\d+|(?-u:\b)\d[\d,.]* (?:changed |new |added )?(?:lines?|files|commits|loc|pages|minutes|min)(?-u:\b)",
    )
});

/// Where a sentence says how large a change is.
pub fn find_size(sentence: &str) -> Option<Range<usize>> {
    SIZE.find(sentence).map(|found| found.range())
}

#[cfg(test)]
mod tests {
    use super::{find, find_size};

    #[test]
    fn deeds_on_code() {
        assert!(find("Moves the check into the loader").is_some());
        assert!(find("Thanks a lot").is_none());
    }

    #[test]
    fn how_large_it_is() {
        assert!(find_size("A small one (+180, -40)").is_some() && find_size("12 files, mostly moved").is_some());
        assert!(find_size("It adds 12 menus").is_none());
    }
}
