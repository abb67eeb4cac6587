//! How one decision is said to take the place of another, and the words that make a mention of it history.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of};

/// Fields and headings (normalised) that name what has taken the place of a record.
pub const BY: &[&str] = &[
    "superseded by",
    "superseded-by",
    "supersededby",
    "replacedby",
    "superceded by",
    "superceded-by",
    "superseeded by",
    "replaced by",
    "replaced-by",
    "obsoleted by",
    "obsoleted-by",
    "successor",
    "superseding adr",
];

/// The same for what a record takes the place of.
pub const OVER: &[&str] = &[
    "supersede",
    "supercede",
    "superseed",
    "superseding",
    "replace",
    "replacing",
    "obsolete",
    "supersedes",
    "replaces",
];

/// Fields that say why a record holds no longer.
pub const WHY: &[&str] =
    &["withdrawal-reason", "withdrawal reason", "withdrawn", "status note", "status-note", "deprecation-reason"];

static SUPERSEDED_BY: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:supersed|superced|superseed|replac|obsolet|deprecat|outdat|revok|overrul)ed[*_~`]*(?: and replaced)?(?: \([^()\n]{1,60}\))?(?: in full| entirely| completely)?:? (?:by|with|in favou?r of|through)",
        r"(?:deprecated|dropped|withdrawn|abandoned|rejected|closed) in favou?r of",
        r"successor(?: is|:)",
    ])
});

/// Says of which part something is said.
static HALF: LazyLock<Pattern> = LazyLock::new(|| any_of(&["half|part|parts|portion|portions|only|section|sections"]));

static SUPERSEDES: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[r"(?:this \w+ )?(?:supersedes|supercedes|superseeds|replaces|obsoletes|supersede|supersedes:)"])
});

static IN_PART: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "partially|partly|in[- ]part|parts of|part of|some of|sections? of|temporarily|for now",
        "may be|might be|could be|would be|will be|to be|should be|can be|if|until|unless|once",
        "n[o']t been|not|was previously|used to be",
        // "Superseded for the runtime by 12."
        r"(?:supersed|superced|replac)ed[*_ ]+(?:for|regarding|as to|only)",
        STILL,
    ])
});

/// Says that a part of what was replaced is not.
const STILL: &str = r"still (?:holds?|stands?|applies|apply|valid)|stands|remains? (?:in force|in effect|valid|accepted|the fallback|as (?:a|the) fallback)|(?:is|are) (?:retained|kept|preserved|unchanged)";

static HOLDS_ON: LazyLock<Pattern> = LazyLock::new(|| any_of(&[STILL]));

static REST_HOLDS: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:decision|claim|rules?|model|core|rest|others|paths?|guidance|remainder|everything else|direction|principles?)(?: [^\s.;]+){0,14} (?:is|are|remains?|stays?)(?: [^\s.;]+){0,3} (?:preserved|unchanged|in force|in effect|active|valid|retained)",
    ])
});

static HISTORY: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "was|were|had|has been|have been|did",
        "formerly|former|previously|previous|originally|original|earlier|initially|initial|prior|older|old|past|at the time|back then|first",
        "replaced|replaces|replace|replacing|replacement|superseded|supersedes|supersede|superseding|obsolete|obsoletes|obsoleted|supersession|supplants|succeeds|overrides|overrode",
        "deprecated|deprecates|withdrawn|rejected|retired|abandoned|stagnant|revoked|reversed|reverses|reverts|revert|reverting|legacy|historical|historically|history|archived|outdated",
        "no longer|used to|instead of|unlike|in contrast|contrary to|evolved from|evolution|derived from|based on|inspired by|builds on|extends|migrated|migrate|migration|moved from|away from|predecessor|predates",
        r"(?:adopted|chosen|recorded) (?:as|via|in)|successor (?:to|of)|stale|informs|removal of|pre-(?:adr|rfc)-?\d+|(?:added|amended|updated|revised|rewritten|corrected|implemented) (?:on )?\d{4}-\d\d-\d\d",
        "informed|similar|alternative|alternatives|compared|comparison|differs|difference|rather than|not|never|without|fails|failed|credits|thanks",
    ])
});

/// The words of a line behind which stands what has taken the place of its record.
pub fn superseded_by(text: &str) -> Option<Range<usize>> {
    let found = SUPERSEDED_BY.find(text)?.range();
    let clause = before(text, found.start);
    let after = &text[found.end..];
    // "Superseded by (in part): 12"
    let remark = after.trim_start().strip_prefix('(').and_then(|it| it.split_once(')')).map_or("", |it| it.0);
    let is_whole = is_of_whole(clause) && !IN_PART.is_match(clause) && !IN_PART.is_match(remark);
    // "Superseded (the first half) by 12"
    let is_whole = is_whole && !HALF.is_match(&text[found.clone()]);
    // What a later sentence says is of something else.
    let sentence = after.split(". ").next().unwrap_or_default();
    (is_whole && !HOLDS_ON.is_match(sentence)).then_some(found)
}

/// "The two limits below were", and on the next line "superseded by": whether a line goes on with what was said of a part.
pub fn is_of_part(last: &str, line: &str) -> bool {
    let first = line.trim_start().trim_start_matches(['*', '_', '`']).split_whitespace().next().unwrap_or_default();
    // "2026-11-22 Accepted" begins a line of its own.
    let is_loud = first.len() > 1 && first.contains(char::is_alphabetic) && first == first.to_uppercase();
    let opens = first.starts_with(char::is_lowercase) || is_loud;
    let last = last.trim_end();
    opens && last.ends_with(|it: char| it.is_alphanumeric() || it == ')') && !is_of_whole(before(last, last.len()))
}

/// Whether what is replaced is said to hold on in what matters: "The decision itself is preserved".
pub fn says_rest_holds(text: &str) -> bool {
    REST_HOLDS.is_match(text)
}

fn is_of_whole(clause: &str) -> bool {
    clause.split(|it: char| !it.is_alphanumeric()).all(|it| OF_THE_WHOLE.contains(&&*it.to_lowercase()))
}

/// The end of the word where a line begins with it and names something at once.
pub fn superseded(text: &str) -> Option<usize> {
    const WORDS: &[&str] = &["superseded", "superceded", "superseeded", "replaced"];
    let start = text.find(char::is_alphanumeric)?;
    let rest = &text[start..];
    let length = rest.find(|it: char| !it.is_alphanumeric())?;
    let names = rest[length..].trim_start_matches([' ', ':', '*', '_', '(', '-', '\u{2014}']).starts_with('[');
    (names && WORDS.contains(&&*rest[..length].to_lowercase())).then_some(start + length)
}

/// The same for what a record takes the place of.
pub fn supersedes(text: &str) -> Option<Range<usize>> {
    let found = SUPERSEDES.find(text)?.range();
    // "Replaces parts of [12](12.md)."
    let after = text[found.end..].split(['[', '(', '\n']).next().unwrap_or_default();
    let is_whole = !IN_PART.is_match(before(text, found.start)) && !IN_PART.is_match(after);
    (is_whole && !is_none(&text[found.end..])).then_some(found)
}

/// Words that stand before "superseded by" where a whole record is meant. "Routing superseded by" is a part of one.
const OF_THE_WHOLE: &[&str] = &[
    "",
    "this",
    "it",
    "the",
    "a",
    "adr",
    "rfc",
    "decision",
    "record",
    "proposal",
    "document",
    "design",
    "kep",
    "tep",
    "eip",
    "pep",
    "has",
    "have",
    "been",
    "is",
    "was",
    "now",
    "status",
    "note",
    "later",
    "since",
    "and",
    "but",
    "eventually",
    "fully",
    "completely",
    "entirely",
    "currently",
    "already",
    "update",
    "warning",
    "important",
    "accepted",
    "approved",
    "implemented",
    "final",
    "retired",
    "obsolete",
    "deprecated",
    "superseded",
    "rejected",
    "withdrawn",
    "closed",
    "archived",
    "stale",
    "reason",
    "in",
    "favor",
    "favour",
];

/// Letters before the words in which something may take them back.
const REACH: usize = 40;

fn before(text: &str, end: usize) -> &str {
    let before = &text[..end];
    let start = before.char_indices().nth_back(REACH).map_or(0, |it| it.0);
    before[start..].rsplit(['.', ';', '\n', '\u{2014}', '\u{2013}']).next().unwrap_or_default()
}

/// Whether words speak of what was, or hold it against something else: whoever reads them does not rely on it.
pub fn is_history(text: &str) -> bool {
    HISTORY.is_match(text)
}

/// Whether a status says that only a part was replaced.
pub fn is_in_part(text: &str) -> bool {
    IN_PART.is_match(text)
}

/// Whether the value of a field says that there is none.
pub fn is_none(value: &str) -> bool {
    let value = value.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    // "None (extends 12)" names what it does not replace.
    if value
        .strip_prefix("none")
        .is_some_and(|rest| rest.trim_start().starts_with(['(', ',', ';', ':', '-', '\u{2014}']))
    {
        return true;
    }
    matches!(
        value.as_str(),
        "" | "none" | "n/a" | "na" | "null" | "nil" | "no" | "tbd" | "nothing" | "not applicable" | "-"
    )
}
