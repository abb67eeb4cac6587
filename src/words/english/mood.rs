//! What a clause does with what it says: promises it, tells it as past, states a habit, sets a condition.
//! Judged from the words to the left, as a reader does; no grammar is built.

use std::sync::LazyLock;

use super::day::WEEKDAY;
use super::number;
use crate::words::near;
use crate::words::pattern::{Pattern, in_pieces};

fn pattern(words: &str) -> Pattern {
    in_pieces(&[r"(?-u:\b)(?:", words, r")(?-u:\b)"])
}

static PAST: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(concat!(
        "(?:was|were) (?:going|planning|hoping|about|supposed) to|(?:planned|set out|intended|hoped|meant|aimed|promised) to|was|were|had|did|didn't|wasn't|weren't|hadn't|wanted|got|went|came|took|made|tried|failed|happened|appeared|occurred",
        "|used to|(?:should|could|would) have \\w+ed|would've|should've",
        "|(?:that|which|who) (?:wrapped|ended|shipped|landed|finished|closed|launched|met|released)"
    ))
});

static OPEN: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(concat!(
        "will|shall|should|must|needs?|have to|has to|going to|please|let's|let us|can|could|would|may|might|to be",
        "|is|are|wants?|plans?|hopes?|aims?|expects?|due"
    ))
});

static PROMISE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:will|shall|should|must|going to|gonna|plan(?:s|ning)? (?:to|on)|hop(?:e|es|ing) to",
        r"|aim(?:s|ing)? (?:to|for)|expect(?:s|ed|ing)?|intends? to|needs?|have to|has to|to be|tr(?:y|ies|ying) to",
        r"|wants? to|let['’]s|let us|please|can you|could you|would you|can we|could we|due|scheduled|planned|targeted|slated)(?-u:\b)",
        r"|['’](?:ll)(?-u:\b)"
    ))
});

static DEFERRAL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(concat!(
        "defer(?:red|ring)?|postpon(?:e|ed|ing)|push(?:ed|ing)?|mov(?:e|ed|ing)|delay(?:ed|ing)?|punt(?:ed|ing)?",
        "|(?:re-?)?schedul(?:e|ed|ing)|carr(?:y|ied)(?: this| it)? over|bump(?:ed|ing)?|kick(?:ed|ing)? (?:\\w+ ){0,3}(?:to|over|back|down|out)|revisit|reconvene|resume"
    ))
});

static HABIT: LazyLock<Pattern> = LazyLock::new(|| {
    let unit = format!(
        r"(?:other |single |business |working |first |second |third |fourth |last |1st |2nd |3rd |4th )?(?:day|week|month|quarter|year|sprint|iteration|cycle|release|meeting|milestone|time|morning|evening|night|{WEEKDAY})s?"
    );
    pattern(&format!(
        "(?:every|each|per|a given|any given) {unit}|every (?:\\d+|{spelt}|few) {unit}|always|regular(?:ly)?|usual|recurring|usually|typically|generally|normally|often|sometimes|whenever|anyone who|those who|(?:contributor|member|speaker|person|employee|volunteer|engineer|maintainer|project|photo|quote|tip|question|bug|user) of the (?:week|month|quarter|year)|(?:once|twice) (?:a|per) \\w+|weekly|daily|monthly|quarterly|(?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:on|during) (?:weekdays|weekends)|during the week[^.;]* weekend",
        spelt = number::ALTERNATIVES
    ))
});

static CONDITION: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^\W*(?:and |but |or |so |also |even |only |say )*(?:if|when|whenever|unless|in case|as long as|suppose|supposing|assuming|where)(?-u:\b)",
    )
});

/// "If so I'll try it": the promise is the clause, whatever stands before it.
static OWN_PROMISE: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"(?-u:\b)(?:I|[Ww]e)(?:['’]ll| will)(?-u:\b)"));

static EXAMPLE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        "e\\.g|i\\.e|for example|for instance|such as|imagine|suppose|hypothetical(?:ly)?|as in|an example|in (?:our|this|the|my) example",
    )
});

/// "(ex: out until 7/12)".
static EXAMPLE_OF: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"(?i)(?-u:\b)(?:ex|examples?):"));

static DENIAL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        "invalid|(?:not|never) (?:be )?(?:a )?valid|there (?:is|are) no|(?:does not|doesn't|never) exists?|no such|impossible|nonsense|bogus|(?:is|are|be|gets?) (?:rejected|clamped)",
    )
});

/// The words before a place promise, plan or ask for something: "will", "should", "please".
pub fn promises(before: &str) -> bool {
    PROMISE.is_match(clause(before))
}

/// The words before a place promise what their writer will do: "we'll", "I will".
pub fn promises_itself(before: &str) -> bool {
    OWN_PROMISE.is_match(clause(before))
}

/// Whether what stands before a time is what its writer has in mind, and nothing that a reader is to have or to do: "I am
/// planning to use it ".
pub fn plans_for_itself(before: &str) -> bool {
    static PLANS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:i|we)(?:['\x{2019}](?:m|re)| am| are| was| were)? (?:\w+ )?(?:planning (?:to|on)|plan (?:to|on)|expect(?:ing)? to|hop(?:e|ing) to|intend(?:ing)? to|thinking (?:of|about)) [^.;:?!]*$",
        ])
    });
    PLANS.is_match(before)
}

/// The words before a place put something off: "deferred to", "move this to".
pub fn defers(before: &str) -> bool {
    DEFERRAL.is_match(clause(before))
}

/// The last verb before a place that has a tense is in the past.
pub fn is_past(before: &str) -> bool {
    if is_missed(before) {
        return true;
    }
    // "Was going to" ends behind "going to".
    let last = |pattern: &Pattern| pattern.find_iter(before).last().map(|found| found.end());
    last(&PAST).is_some_and(|past| last(&OPEN).is_none_or(|open| open <= past))
}

/// The first verb behind a place that has a tense is in the past: "(by the end of the day) nobody wanted to merge".
pub fn goes_on_in_past(after: &str) -> bool {
    let first = |pattern: &Pattern| pattern.find(near::ahead(after)).map(|found| found.start());
    first(&PAST).is_some_and(|past| first(&OPEN).is_none_or(|open| past <= open))
}

/// The words before a place tell what goes on as before: "will continue to work on it", with nothing due.
pub fn goes_on(before: &str) -> bool {
    static ON: LazyLock<Pattern> = LazyLock::new(|| {
        pattern("continu(?:e|es|ed|ing) (?:to|with|working)|(?:keep|keeps|kept|keeping) (?:working|doing|looking)")
    });
    ON.is_match(clause(before))
}

/// The sentence tells what happens again and again.
pub fn is_habit(sentence: &str) -> bool {
    HABIT.is_match(sentence)
}

/// The clause that ends here is a condition: "if the job runs before …".
pub fn is_condition(before: &str) -> bool {
    let clause = clause(before);
    CONDITION.is_match(clause) && !OWN_PROMISE.is_match(clause)
}

/// The words before a time say that something is not done or cannot be done in it: "cannot be implemented".
pub fn denies_ability(before: &str) -> bool {
    static NOT: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(r"(?i)(?-u:\b)(?:not|never|cannot|nothing|unable|hardly)(?-u:\b)|n['’]t(?-u:\b)")
    });
    NOT.is_match(before)
}

/// What ought to have been was not, and is not asked for: "it should have been discussed on". Who "should have a draft" has
/// none yet.
pub fn is_missed(before: &str) -> bool {
    const OUGHT: &[&str] = &["should have ", "could have ", "ought to have ", "should\u{2019}ve ", "should've "];
    let last = near::behind_within(before, LONGEST_VERB);
    let is_done = |behind: &str| {
        let verb = behind.split(' ').next().unwrap_or_default();
        verb == "been" || verb.ends_with("ed")
    };
    OUGHT.iter().filter_map(|it| last.split_once(it)).any(|(_, behind)| is_done(behind))
}

pub fn is_example(before: &str) -> bool {
    EXAMPLE.is_match(before) || EXAMPLE_OF.is_match(before)
}

/// The sentence says that what it names does not exist: "September 31 is not a valid date".
pub fn denies(sentence: &str) -> bool {
    DENIAL.is_match(sentence)
}

/// Letters of a verb with its auxiliaries.
const LONGEST_VERB: usize = 40;

/// The last clause of a text, by its punctuation.
fn clause(before: &str) -> &str {
    let start = before
        .rfind([';', ':', ',', '(', '\u{2014}', '\u{2013}'])
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    // "…, but" and "…, and" go on with the subject and the mood of the clause before them.
    let rest = &before[start..];
    let lower = rest.trim_start().to_lowercase();
    let goes_on = ["and ", "but ", "or ", "which ", "so "].iter().any(|word| lower.starts_with(word));
    if goes_on || rest.trim().is_empty() || !rest.contains(' ') { before } else { rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_has_in_mind_is_no_order() {
        assert!(plans_for_itself("I am planning to use it ") && plans_for_itself("We hope to publish ours "));
        assert!(
            !plans_for_itself("I plan to merge it, so please look at it ? ") && !plans_for_itself("You plan to do it ")
        );
        assert!(!plans_for_itself("I need it "));
    }

    #[test]
    fn the_last_verb_with_a_tense_decides() {
        assert!(is_past("We wanted to get it out"));
        assert!(is_past("We didn\u{2019}t get it out") && is_past("We didn't get it out"));
        assert!(is_past("We landed it while the freeze was on"));
        assert!(is_past("Move on to what the sprints that wrapped"));
        assert!(goes_on("Rosa will continue to work on the queue") && !goes_on("Keep it on the agenda for the"));
        assert!(!is_past("I was told that it will land") && is_past("I was going to propose that it"));
        assert!(!is_past("Send me the numbers"));
    }

    #[test]
    fn conditions_are_clauses() {
        assert!(is_condition("If the job runs"));
        assert!(!is_condition("If you agree, merge it"));
    }
}
