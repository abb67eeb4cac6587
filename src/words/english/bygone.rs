//! Words around the name of a thing that say why it need not be there: it went, or it is still to be made.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of};

static GONE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "removed|removing|remove|removes|deleted|delete|deletes|dropped|gone|renamed|moved|moves|migrated|replaced|replaces|superseded",
        "formerly|previously|originally|old|older|legacy|deprecated|obsolete|historical|historically|archived|retired",
        "no longer|used to|was|were|had|until|before|instead of|not anymore|does not exist|doesn't exist|is missing|in the past",
        "no|not|never|without",
    ])
});

static TO_BE_MADE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "create|creates|created|creating|generate|generates|generated|generating|write|writes|written|produce|produces|produced",
        "output|outputs|save|saves|saved|add|adds|adding|copy|copies|copied|rename|put|place|download|downloads|downloaded|downloading",
        "transpile|transpiles|transpiled|bundle|bundles|bundled|emit|emits|emitted|absent|build|builds|built|compile|compiles|compiled|extract|unpack|clone|cloned|checkout|check out|touch|mkdir|init|new",
        "your|example|examples|e.g|eg|for instance|such as|like|would|could|might|may|if|optional|optionally|similar|placeholder|sample",
        "another repository|upstream|branch|fork|other repo|separate repo|repository|repo",
    ])
});

/// Headings over what went, and over what a change did.
static HEADING: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "removed|deleted|obsolete|former|files? (?:changed|modified|affected)|(?:changed|modified|affected) files?|files? (?:created|added)",
    ])
});

/// Whether a heading, normalised, stands over what need not be there any more.
pub fn is_heading(name: &str) -> bool {
    HEADING.is_match(name)
}

/// Whether a sentence says of something that it is not there any more.
pub fn is_told(sentence: &str) -> bool {
    GONE.is_match(sentence)
}

/// Whether a sentence says that something is made by the reader, or stands for others like it.
pub fn is_to_be_made(sentence: &str) -> bool {
    TO_BE_MADE.is_match(sentence)
}
