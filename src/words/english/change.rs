//! How people say what they changed, and by what means.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::words::pattern::any_of;

static CHANGE: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"(?:add|remov|replac|mov|renam|updat|chang|refactor|rewr[io]t|extract|introduc|implement|creat|delet|extend|convert|migrat|split|merg|improv|modif|adjust|expos|handl|fix|us|set|wrap|cach|bundl|upgrad|inherit|switch|drop|simplif|enabl|disabl|mak|return|check|includ|pass|copi|integrat|cleaned? up|increas|reduc|allow|appl|call|sort|filter|normali[sz]|pars|generat|register|swap|ensur|restructur|reorgani[sz]|provid|support|kill|prevent)(?:e|es|ed|s|ing|ten|te|ies|ied|y|t)?",
    ])
});

/// Where a sentence says what was done.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    CHANGE.find(sentence).map(|found| found.range())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn deeds_on_code() {
        assert!(find("Moves the check into the loader").is_some());
        assert!(find("Thanks a lot").is_none());
    }
}
