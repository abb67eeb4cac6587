//! What a clause does with a time in it: plans something for it, tells that something happened, or only talks.

use std::sync::LazyLock;

use crate::words::case;
use crate::words::date;
use crate::words::english::mood;
use crate::words::near;
use crate::words::pattern::Pattern;

fn pattern(words: &str) -> Pattern {
    Pattern::new(&format!("(?i)(?:{words})"))
}

/// Contrasts, user stories, dialogues: nobody acts on their days.
pub fn is_rhetoric(sentence: &str) -> bool {
    static TODAY: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(?-u:\b)today(?-u:\b)"));
    static OTHER: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(?-u:\b)(?:tomorrow|yesterday)(?-u:\b)"));
    static STORY: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^\W*as an? [\w -]{2,40}, (?:I|we)(?-u:\b)"));
    static THOUGHT: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(?-u:\b)(?:imagine|suppose|let's say|say,) "));
    TODAY.is_match(sentence) && OTHER.is_match(sentence)
        || THOUGHT.is_match(sentence)
        || is_sort(sentence)
        || begins_with_as(sentence) && STORY.is_match(sentence)
}

/// "Some are a translation of a page that was written last month", beside "some are mistakes": one of a sort, on no day.
fn is_sort(sentence: &str) -> bool {
    const SORTS: &[&str] =
        &["some are a ", "some are an ", "others are a ", "others are an ", "a few are a ", "many are a "];
    let bare = sentence.trim_start_matches(|it: char| !it.is_alphabetic());
    let is_in_clause =
        || [" that was ", " that were ", " which was ", " which were "].iter().any(|it| bare.contains(it));
    SORTS.iter().any(|it| case::begins(bare, it)) && is_in_clause()
}

/// "Keeps events for sessions that ended last week", "Carts that were left six months ago": whichever those are on any day.
pub fn is_of_any(before: &str, after: &str) -> bool {
    static ANY: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"(?-u:\b)(?:for|of|with|like|as) [a-z-]+s (?:that|which|who) [a-z]+ed $|\([a-z-]+s (?:that|which|who) [a-z]+ed $",
        )
    });
    // "Rooms that closed last week were moved" tells of some.
    static ALONE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^\W*[a-z-]+s (?:that|which|who) [a-z]+ed $"));
    let before = near::behind(before);
    let is_ours = ["We ", "I ", " we ", " I "].iter().any(|it| before.contains(it));
    !is_ours && ANY.is_match(before) || !after.contains(char::is_alphabetic) && ALONE.is_match(before)
}

/// Whether the first word may be "as": most begin with another.
fn begins_with_as(sentence: &str) -> bool {
    let bare = sentence.trim_start_matches(|it: char| !it.is_alphabetic());
    case::begins(bare, "as") || !sentence.is_ascii()
}

/// A date beside it says which day is meant.
pub fn is_settled(before: &str, after: &str) -> bool {
    const NEAR: usize = 24;
    date::has_date(near::ahead_within(after, 60))
        || date::mentions(before).last().is_some_and(|it| before.len() - it.range.end <= NEAR)
        || YEAR_NEAR.is_match(after)
}

static YEAR_NEAR: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"^,? ?\(?(?:in |of )?(?:[A-Z][a-z]+,? )?(?:19|20)\d\d(?-u:\b)"));

/// "Last week of every cycle", "the last month's data", "over the last year", "tomorrow-night", "last year's model".
pub fn is_part_of_name(before: &str, after: &str) -> bool {
    static LEFT: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(concat!(
            r"(?-u:\b)(?:the|a|an|every|each|per|any|over|during|throughout|within|since|from|of|than|until|till|like|or|vs\.?",
            r"|(?:my|your|our|their|its|his|her)|['’]s) $|[-/–—_=<>≤≥]$|[<>≤≥] $"
        ))
    });
    static RIGHT: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:['’]s(?-u:\b)|[-/_=]\w| of (?:the|each|every|an?|its|our)(?-u:\b)| or (?:so|more|less)(?-u:\b)|\.\w)",
        )
    });
    let is_timed_day = |it: &str| it.ends_with("the ");
    LEFT.is_match(before) && !(is_timed_day(before) && after.starts_with(" ago")) || RIGHT.is_match(after)
}

/// Words that promise or plan it, and who speaks means an event and no rule of behaviour.
pub fn is_planned(before: &str, after: &str) -> bool {
    static PLAN: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(concat!(
            r"(?-u:\b)(?:we|I|they|team|group|he|she|@[\w-]+)(?:['’]ll| will| (?:are |am |is )?(?:going to|plan(?:ning)? (?:to|on)|hop(?:e|ing) to|aim(?:ing)? to|intend(?:ing)? to|expect(?:ing)?(?: to)?))(?-u:\b)",
            r"|(?-u:\b)(?:will|to|shall|should|going to) be (?:\w+ly )?(?:\w+ and )?(?:released|removed|dropped|deleted|shipped|published|announced|deprecated|migrated|retired|replaced|enabled|disabled|switched|merged|launched|moved|decommissioned|turned (?:off|on)|shut down|added|available|ready|done|completed|finished|rolled out|revisited|reviewed)(?-u:\b)",
            r"|(?-u:\b)(?:will|should|going to) (?:land|ship|launch|happen|start|begin|arrive|follow|expire|move|switch|migrate|end|retire|stop|close|open)(?-u:\b)",
            r"|(?-u:\b)(?:planned|scheduled|slated|targeted|expected|postponed|deferred|moved) (?:for|to)(?-u:\b)"
        ))
    });
    static GOES_ON: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^,? (?:(?:we|I)['’]ll|(?:[\w'’-]+ ){1,4}(?:will|(?:plans?|hopes?|intends?|aims?|is going|are going) to))(?-u:\b)",
        )
    });
    let opens = before.trim_matches(|it: char| !it.is_alphanumeric()).is_empty();
    let clause = before.rsplit([';', ':', '(']).next().unwrap_or(before);
    // "Every new API will be removed in nine months" is how a house does it.
    static RULE: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"(?-u:\b)(?:every|each|any|all) (?:[\w-]+ ){1,3}(?:will|shall|should|must)(?-u:\b)"));
    if RULE.is_match(clause) {
        return false;
    }
    if opens {
        return GOES_ON.is_match(after);
    }
    PLAN.is_match(clause) && !mood::is_past(clause) && !mood::goes_on(clause) && is_free(after)
}

/// Something happened, and the time says when: "was released last week", "Last month we moved".
pub fn happened(before: &str, after: &str) -> bool {
    static DONE: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(concat!(
            r"(?-u:\b)(?:(?:was|were|has been|have been|had been|got|just|been) (?:\w+ly )?(?:\w+ and )?(?:\w{2,}ed|built|made|put|set|sent|shut|cut|broken|begun|written|taken|chosen|found|given|split|rebuilt|rewritten|done|lost|held|met|run|left|kept|sold|bought|brought|hit|stolen|frozen|thrown|drawn)",
            r"|(?:we|I|they|team|he|she) (?:\w+ly |just |finally |first |then )?(?:\w{2,}ed|built|made|put|sent|shut|cut|broke|began|wrote|took|chose|found|gave|split|rebuilt|rewrote|did|went|had|ran|left|met|held)",
            r"|landed|shipped|launched|happened|started|began|ended|broke|failed|moved|released|announced|expired|died|retired|closed|opened|merged|stopped|went (?:live|down|out|away)|came out|took place)(?-u:\b)[^.;:]{0,80}$"
        ))
    });
    static OPENS: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            "^,? (?:[\\w’'-]+ ){1,5}?(?:was|were|(?:has|have) been|\\w{3,}ed|built|made|sent|shut|cut|broke|began|wrote|took|chose|found|gave|ran|held|met)(?-u:\\b)",
        )
    });
    let opens = before.trim_matches(|it: char| !it.is_alphanumeric()).is_empty();
    let clause = before.rsplit([';', '(', '\u{2014}']).next().unwrap_or(before);
    // "The office is closed on 1 May."
    static STATE: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(r"(?-u:\b)(?:is|are|be|being|gets?|['’]s|['’]re) (?:\w+ly )?\w+ed(?-u:\b)[^.;:]{0,80}$")
    });
    // "Not only what landed yesterday": a thought.
    static RELATIVE: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"(?-u:\b)(?:what|whatever|anything|something|those|any|a|an) (?:that |which |who )?(?:[\w-]+ ){0,2}(?:was |were )?\w+ed(?-u:\b)[^.;:]{0,80}$",
        )
    });
    if STATE.is_match(clause) || RELATIVE.is_match(clause) {
        return false;
    }
    if opens {
        return OPENS.is_match(after) && !after.contains(['?']);
    }
    DONE.is_match(clause) && !mood::is_condition(clause) && !mood::promises(clause) && is_free(after)
}

/// What follows ends the clause or goes on with another thing: "last year budget" is a name.
pub fn is_free(after: &str) -> bool {
    static ENDS: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:$|[.,;:!)\]\u{2014}\u{2013}]| (?:and|but|so|if|to|in|on|at|by|for|with|when|because|as|after|before|that|which|where|while|from|via|using|the|we|I|it|due|since|\u{2013}|\u{2014}|-|\()(?-u:\b|))",
        )
    });
    ENDS.is_match(after)
}
