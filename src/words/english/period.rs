//! Spans of the calendar that a plan names by half: "in Q3", "next sprint", "the next release", "this summer". Which
//! year, whose season and which release it is, the words do not say.

use std::ops::Range;
use std::sync::LazyLock;

use super::{deadline, mood, verb};
use crate::words::date;
use crate::words::near::{ahead, behind};
use crate::words::pattern::{Captures, OneOf, Pattern, any_of, in_pieces, opening};

/// What is named by half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// "Q3", "H2"
    PartOfYear,
    /// "the coming quarter"
    Quarter,
    /// "FY27"
    BusinessYear,
    /// "next sprint"
    Sprint,
    /// "the next release"
    Release,
    /// "this summer"
    Season,
    /// "after the holidays"
    Holidays,
    /// "week 47"
    Week,
}

impl Sort {
    /// What is open, in a few words; less where the text has a date of its own.
    pub fn unknown(self, is_dated: bool) -> &'static str {
        match self {
            Sort::PartOfYear if is_dated => "of the calendar or of the business year?",
            Sort::PartOfYear => "of which year, and whose?",
            Sort::Quarter => "which months?",
            Sort::BusinessYear => "from which month?",
            Sort::Sprint => "which one, and when does it end?",
            Sort::Release => "which one, and when is it?",
            Sort::Season if is_dated => "whose, and which months?",
            Sort::Season => "of which year, and on which half of the earth?",
            Sort::Holidays => "which ones, and until which date?",
            Sort::Week => "counted how, and of which year?",
        }
    }

    pub fn question(self) -> &'static str {
        match self {
            Sort::PartOfYear => "Of which year, and does that year begin in January?",
            Sort::Quarter => "Which months of which year are meant?",
            Sort::BusinessYear => "In which month does that year begin?",
            Sort::Sprint => "Which sprint is that, and on which day does it end?",
            Sort::Release => "Which version is that, and when does it come out?",
            Sort::Season => "Which months of which year are meant?",
            Sort::Holidays => "Which holidays are meant, and on which date are they over?",
            Sort::Week => "Which dates are in that week?",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// With its preposition.
    pub range: Range<usize>,
    pub sort: Sort,
    /// Whoever writes does it, or asks for it.
    pub is_own: bool,
}

static PERIOD: LazyLock<Pattern> = LazyLock::new(|| {
    let lead =
        r"(?:in|by|for|during|until|till|before|after|from|to|into|over|around|early|late|mid|eta|target(?:ed|ing)?)";
    let part = r"(?:(?:the )?(?:early|late|mid|end of|beginning of|start of|middle of|first half of|second half of)[ -])?(?:the )?(?:calendar |fiscal )?";
    let season = "(?:summer|winter|autumn|spring)";
    let cycle = "(?:sprint|iteration|dev cycle|development cycle)";
    let holiday = "(?:christmas|xmas|easter|summer|winter|spring|holiday|festive|new year's|end[ -]of[ -]year|year[ -]end|thanksgiving)";
    Pattern::new(&format!(
        concat!(
            r"(?i)(?-u:\b)(?:(?:{lead}[ :]+)+{part}(?P<part>(?-i:[QH][1-4](?: ?[/&–-] ?[QH]?[1-4])?))",
            r"|(?:{lead} )?(?P<quarter>(?:the )?(?:next|this|current|coming|upcoming|following) quarter)",
            r"|{lead} {part}(?P<fiscal>(?-i:FY ?['’]?\d\d(?:\d\d)?))",
            r"|(?:{lead} )?(?P<sprint>(?:the |our )?(?:next|this|current|coming|upcoming|following) {cycle})",
            r"|{lead} (?P<release>(?:the |our |a )?(?:next|upcoming|coming) (?:(?:minor|major|patch|point|stable|public|planned|scheduled) )?(?:release|version)(?: or two)?)",
            r"|(?P<season>(?:{lead} )?(?:this|next|the coming|coming) (?:early |late )?{season}|{lead} (?:the )?(?:early |late |mid-)?{season}(?: or (?:early |late )?{season})?)",
            r"|(?P<holidays>(?:(?:shortly|right|just|soon|some ?time) )?(?:after|before|over|until|by) (?:the )?(?:{holiday} )?(?:holidays|holiday season|holiday break)|(?:(?:shortly|right|just|soon|some ?time) )?(?:after|before|over|until|by) (?:the )?{holiday} (?:break|vacations?)|(?:(?:shortly|right|just|soon|some ?time) )?(?:after|before|until|by) (?:the )?new year)",
            r"|{lead} (?P<week>(?:week|CW|KW|calendar week)[ -]?(?:[1-4]?\d|5[0-3]))",
            r")(?-u:\b)",
        ),
        lead = lead,
        part = part,
        season = season,
        cycle = cycle,
        holiday = holiday,
    ))
});

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&PERIOD]);

/// The periods that a sentence plans with and names by half.
pub fn find(sentence: &str) -> Vec<Period> {
    if names_calendar_year(sentence) {
        return Vec::new();
    }
    let mut deadlines = None;
    let sorts = [
        ("part", Sort::PartOfYear),
        ("quarter", Sort::Quarter),
        ("fiscal", Sort::BusinessYear),
        ("sprint", Sort::Sprint),
        ("release", Sort::Release),
        ("season", Sort::Season),
        ("holidays", Sort::Holidays),
        ("week", Sort::Week),
    ];
    let named = |found: Captures| {
        let (_, sort) = sorts.iter().find(|(name, _)| found.name(name).is_some())?;
        let range = found.get(0)?.range();
        // "In the next release 23.05": that one.
        if *sort == Sort::Release && has_version_behind(&sentence[range.end..]) {
            return None;
        }
        let is_own = is_planned(sentence, &range, *sort)?;
        // Another rule asks about a deadline.
        let deadlines = deadlines.get_or_insert_with(|| deadline::find(sentence));
        let is_deadline = deadline::is_in(&range, deadlines);
        (!is_deadline).then_some(Period { range, sort: *sort, is_own })
    };
    PERIOD.captures_iter(sentence).filter_map(named).collect()
}

fn has_version_behind(rest: &str) -> bool {
    let word = rest.trim_start_matches([' ', ',', '(', 'v']);
    word.len() < rest.len() && word.starts_with(|it: char| it.is_ascii_digit())
}

/// The same without a business year: "by FY27" is one of the periods.
fn names_calendar_year(text: &str) -> bool {
    static YEAR: LazyLock<Pattern> =
        LazyLock::new(|| Pattern::new(r"(?-u:\b)20\d\d(?-u:\b)|['’]\d\d(?-u:\b)|20\d\d[QH]\d"));
    YEAR.is_match(text)
}

/// Whether a year is written anywhere in a text, of the calendar or of a business.
pub fn names_year(text: &str) -> bool {
    static YEAR: LazyLock<Pattern> =
        LazyLock::new(|| Pattern::new(r"(?-u:\b)20\d\d(?-u:\b)|['’]\d\d(?-u:\b)|20\d\d[QqHh]\d|(?-u:\b)FY ?\d\d"));
    YEAR.is_match(text)
}

/// Whether something is planned for a period; and if so, whether by whoever writes.
fn is_planned(sentence: &str, range: &Range<usize>, sort: Sort) -> Option<bool> {
    static PLAN: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:planned|target(?:s|ed|ing)?|eta|due|ga|launch(?:es|ing)?|ship(?:s|ping)?|release(?:s|d)?|beta|scheduled|expected|slated|deadline|deliver(?:y|ed|s)?|goals?|planning|plans?|roadmap|coming|landing|starting|starts?) ?(?:is |are |it |this |them |to be |a |the )?$",
        ])
    });
    static OWN: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:i|we|let's|us)(?:'ll|'d|'re|'m)?(?-u:\b)|(?-u:\b)(?:please|can you|could you|will you)(?-u:\b)",
        ])
    });
    let before = behind(&sentence[..range.start]);
    let after = ahead(&sentence[range.end..]);
    if goes_on(after, sort)
        || deadline::is_completed(before)
        || mood::is_past(before)
        || mood::is_example(before)
        || mood::is_condition(before)
    {
        return None;
    }
    static DOUBT: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"would|'d have|anyway|due to|because of|affected|prior|what to expect|not|no|never|if|whether|unlikely|don't|doesn't|didn't|won't|wouldn't|can't|isn't|aren't|wasn't|weren't|shouldn't|haven't|hasn't|hadn't|couldn't|needn't|(?:look|looks|feel|feels) (?:nice|nicer|good|great|better|fine|right|pretty)",
        ])
    });
    let is_because = before.to_lowercase().ends_with("due ") && sentence[range.clone()].starts_with("to ");
    if is_because || DOUBT.is_match(before) || date::has_month(after) {
        return None;
    }
    if is_of_another_time(before, &sentence[range.clone()], sort) || is_of_each(before, after, sort) {
        return None;
    }
    // "The clocks go forward in the spring": each year.
    static CLOCKS: LazyLock<Pattern> =
        LazyLock::new(|| any_of(&["DST|daylight|summer time|clocks?|solstice|equinox|leap"]));
    if sort == Sort::Season && CLOCKS.is_match(sentence) {
        return None;
    }
    // What is done each time that a case comes up names no release.
    static CASE: LazyLock<Pattern> =
        LazyLock::new(|| opening(&[r"(?:when|whenever|once|if|as soon as) (?:your|you|an?|any|somebody|someone)"]));
    if sort == Sort::Release && CASE.is_match(sentence) {
        return None;
    }
    if mood::is_habit(before) || is_rule_of_house(sentence) || date::has_date(after) {
        return None;
    }
    let is_planned =
        mood::promises(before) || mood::defers(before) || verb::opens_order(before) || PLAN.is_match(before);
    let opens_plan = before.trim().is_empty() && mood::promises(after.split([',', ';', '.']).nth(1).unwrap_or(after));
    (is_planned || opens_plan).then(|| OWN.is_match(before) || OWN.is_match(after))
}

/// What is so with each release, or in each quarter: "six months after the next release", "in the next release, we could
/// turn it on", "from the current quarter (or the one before)".
fn is_of_each(before: &str, after: &str, sort: Sort) -> bool {
    static LENGTH: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:days?|weeks?|months?|years?|releases?|versions?) $"]));
    static MAY: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"^,? (?:(?:we|you|it|they|one) )?(?:can|could|might|may)(?-u:\b)"]));
    static OTHER: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"^ \(?or (?:the )?(?:previous|last|next|one)(?-u:\b)"]));
    match sort {
        Sort::Release => LENGTH.is_match(before) || MAY.is_match(after),
        _ => OTHER.is_match(after),
    }
}

/// What the words before a period make of it: the number of a question, or the time that something comes from.
fn is_of_another_time(before: &str, words: &str, sort: Sort) -> bool {
    static QUESTION: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:answers?|repl(?:y|ies)|response|question|see|refer|similar|respect|regard)(?: \w+)? $",
        ])
    });
    static RESULT: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:results?|success(?:es)?|challenges?|outcomes?|feedback|lessons|learnings?|notes|projects?|numbers|data|slides|recordings?)(?: (?:\w+ ){1,4}| )$",
        ])
    });
    let lower = words.to_lowercase();
    sort == Sort::PartOfYear && (lower.starts_with("to ") || lower.starts_with("from ")) && QUESTION.is_match(before)
        || lower.starts_with("from ") && RESULT.is_match(before)
}

/// What follows makes a name of it, or settles it: "Q3 2026", "the summer school", "Q2:".
fn goes_on(after: &str, sort: Sort) -> bool {
    static NAME: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^:|^ ?\((?:i\.e\.,? )?(?:\d|v\d|alpha|beta|rc)|^ (?:after|once) |^,? FY|^[/_]\w|^-\w|^(?: of)? (?:this|next|last|the (?:current|following|previous)) year|^'s(?-u:\b)|^ (?:school|intern\w*|camp|of code|programs?|programmes?|boot|security|framework|cleaning|planning|notes|cycles?|number|date|process|schedule|branch|candidate|manager|team|train|blog|tag)(?-u:\b)",
        ])
    });
    // "The summer hackathon" is no time.
    static NOUN: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^ (?:and|or|to|with|through|when|as|but|so|for|at|on|if|because|by|we|i|please)(?-u:\b)|^ [^\w]|^[^ \w]|^$",
        ])
    });
    NAME.is_match(after)
        || matches!(sort, Sort::Season | Sort::Quarter) && !NOUN.is_match(after)
        || sort == Sort::Release && after.starts_with(" of ")
}

/// A rule for every sprint and release: "any request …", "as needed".
fn is_rule_of_house(sentence: &str) -> bool {
    static RULE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:planning|phase|sprint|cycle|session|iteration|milestone) (?:begins|starts|ends|closes)(?-u:\b)|(?-u:\b)(?:any|anyone|as needed|if needed|where possible|whenever|each|every|must always|should always|usually|until)(?-u:\b)",
        ])
    });
    RULE.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::find;

    fn found(sentence: &str) -> Vec<&str> {
        find(sentence).into_iter().map(|it| &sentence[it.range]).collect()
    }

    #[test]
    fn a_plan_needs_a_whole_name() {
        assert_eq!(found("We will ship it in Q3."), ["in Q3"]);
        assert_eq!(found("GA is planned for late H2."), ["for late H2"]);
        assert_eq!(found("I'll pick it up next sprint."), ["next sprint"]);
        assert_eq!(found("The fix will be in the next release."), ["in the next release"]);
        assert_eq!(found("It should start shortly after the new year."), ["shortly after the new year"]);
        assert_eq!(found("We plan to move this summer."), ["this summer"]);
        assert_eq!(found("We will deploy in week 47."), ["in week 47"]);
    }

    #[test]
    fn names_and_stories_are_none() {
        assert!(found("We will ship it in Q3 2026.").is_empty());
        assert!(found("We shipped it in Q3.").is_empty());
        assert!(found("This should be read with the answer to Q3.").is_empty());
        assert!(found("The schedule of the next two months is affected by the holidays.").is_empty());
        assert!(found("Two groups should present the results from this summer at the next call.").is_empty());
        assert!(found("Planning begins for the ideas that we want to address in the next release.").is_empty());
        assert!(found("Use H2 for headings in Spring Boot.").is_empty());
        assert!(found("Any request will go into the next sprint as needed.").is_empty());
        assert!(found("The next iteration of the loop reads it.").is_empty());
    }
}
