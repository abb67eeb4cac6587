//! Dates that lack a part: "by March 3", "mid-June", "on Friday". Says which part, and whether the clause needs it.

use crate::words::pattern::{OneOf, Pattern};
use std::ops::Range;
use std::sync::LazyLock;

use super::reading::Cue;
use super::relative::clause;
use super::{deadline, mood};
use crate::words::{date, near, year};

/// A date that a later reader cannot complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partial {
    pub range: Range<usize>,
    pub lacks: Lacks,
    /// Something is due by then.
    pub is_due: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacks {
    /// "3 March".
    Year,
    /// "Mid-June": a range of days, and no year.
    DayAndYear,
    /// "On Friday".
    Date,
    /// "Until 2026-11-20": with that day, or without it?
    End,
}

static MONTH: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?-u:\b)(?:(?i:early|mid|late|the (?:beginning|start|middle|end) of)[ -])?",
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?-u:\b)"
    ))
});

static WEEKDAY: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?-u:\b)(?:on |this |this coming )(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?-u:\b)",
    )
});

/// "The last release of a year".
static OF_ANY_YEAR: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?i)(?-u:\b)(?:of (?:a|the|each|every) year|annual(?:ly)?|yearly)(?-u:\b)"));

/// Whether a quarter of one year stands in a name, as in `2026-Q3-storage.md` and "Goals for Q3 2026".
pub fn has_quarter(name: &str) -> bool {
    static INSIDE: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?:^|[^0-9])(?:19|20)\d\d[-_ /]{0,2}q[1-4](?:[^0-9]|$)|(?:^|[^a-z])q[1-4][-_ /]{0,2}(?:19|20)\d\d(?:[^0-9]|$)",
        )
    });
    INSIDE.is_match(name)
}

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&date::DATE, &MONTH, &WEEKDAY]);

/// The partial dates of one sentence that matter to what it says.
pub fn find(sentence: &str) -> Vec<Partial> {
    let mentions = date::mentions(sentence);
    let mut out = ends(sentence, &mentions);
    let days: Vec<Range<usize>> =
        mentions.into_iter().filter(|it| it.year.is_none() && it.exists()).map(|it| it.range).collect();
    let is_free = |range: &Range<usize>| !near::overlaps(range, &days);
    let is_time = |range: &Range<usize>| {
        // "May" and "March" are verbs as well: a preposition stands before a month.
        let before = &sentence[..range.start];
        ["in ", "by ", "until ", "before ", "since ", "for ", "during "].iter().any(|it| before.ends_with(it))
    };
    let months: Vec<Range<usize>> =
        MONTH.find_iter(sentence).map(|found| found.range()).filter(is_free).filter(is_time).collect();
    let weekdays = WEEKDAY.find_iter(sentence).map(|found| found.range());
    let sorts = [(Lacks::Year, days), (Lacks::DayAndYear, months), (Lacks::Date, weekdays.collect())];
    let is_any = sorts.iter().any(|(_, found)| !found.is_empty());
    if is_any && !year::is_named(sentence) && !mood::is_habit(sentence) && !OF_ANY_YEAR.is_match(sentence) {
        let all = sorts.into_iter().flat_map(|(lacks, found)| found.into_iter().map(move |range| (lacks, range)));
        out.extend(all.filter_map(|(lacks, range)| partial(sentence, range, lacks)));
    }
    out
}

fn partial(sentence: &str, range: Range<usize>, lacks: Lacks) -> Option<Partial> {
    let (before, after) = (near::behind(&sentence[..range.start]), near::ahead(&sentence[range.end..]));
    if mood::is_example(before) || mood::is_condition(before) || after.starts_with(['-', '/', '_']) {
        return None;
    }
    let cue = deadline::find_cue(before);
    let is_due = cue.is_some() && !mood::is_past(before);
    // A cue that ends in a preposition stands between the verb and its time.
    let before = before.trim_end_matches(' ');
    let bare = before.rsplit_once(' ').map_or("", |(rest, last)| if is_preposition(last) { rest } else { before });
    let said = format!("{bare} ");
    let is_told = is_due || clause::is_planned(&said, after) || clause::happened(&said, after);
    is_told.then_some(Partial { range, lacks, is_due })
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "in" | "on" | "by" | "until" | "before" | "since" | "for" | "during" | "around" | "the"
    )
}

/// "Until 2026-11-20" and "by 2026-11-20 00:00".
fn ends(sentence: &str, mentions: &[date::Mention]) -> Vec<Partial> {
    static AFTER: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"^(?:,? (?:at )?0?0:00| (?:at )?midnight)"));
    static SAID: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?-u:\b)(?:inclusive|included|exclusive|excluded|end of (?:the )?day|eod|aoe|\d\d?:\d\d|midnight|noon)(?-u:\b)",
        )
    });
    let ended = mentions.iter().filter(|it| it.date().is_some()).filter_map(|it| {
        let (before, after) = (near::behind(&sentence[..it.range.start]), near::ahead(&sentence[it.range.end..]));
        let cue = deadline::find_cue(before)?;
        // With an hour between them it says how much of the day is included.
        let words = before[cue.clone()].trim();
        let is_until = Cue::named(words) == Cue::Until && !words.contains(' ') && !SAID.is_match(after);
        let is_midnight = AFTER.is_match(after);
        let is_open = (is_until || is_midnight) && !mood::is_past(before) && !mood::is_condition(before);
        let start = it.range.start - (before.len() - cue.start);
        let end = it.range.end + AFTER.find(after).map_or(0, |found| found.end());
        is_open.then_some(Partial { range: start..end, lacks: Lacks::End, is_due: true })
    });
    ended.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(sentence: &str) -> Vec<(&str, Lacks, bool)> {
        find(sentence).into_iter().map(|it| (&sentence[it.range], it.lacks, it.is_due)).collect()
    }

    #[test]
    fn what_is_due_or_happened_needs_its_year() {
        assert_eq!(found("Send the numbers by 3 March."), [("3 March", Lacks::Year, true)]);
        assert_eq!(found("The old cluster was shut down on Nov 11."), [("Nov 11", Lacks::Year, false)]);
        assert_eq!(found("The new one will be available in mid-June."), [("mid-June", Lacks::DayAndYear, false)]);
        assert_eq!(found("The key was rotated on Friday."), [("on Friday", Lacks::Date, false)]);
        assert_eq!(found("Comments are open until 2026-11-20."), [("until 2026-11-20", Lacks::End, true)]);
    }

    #[test]
    fn habits_full_dates_and_examples_do_not() {
        assert!(found("It was released on 3 March 2026.").is_empty());
        assert!(found("Every year the list is closed by 3 March.").is_empty());
        assert!(found("For example, a rule that was added on 3 March.").is_empty());
        assert!(found("The lights are on in May.").is_empty());
        assert!(found("Comments are open until 2026-11-20 17:00 UTC.").is_empty());
    }
}
