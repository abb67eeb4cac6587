//! Lengths of time that people are given, without the moment from which they count: "72 hours to comment". And rhythms
//! that two readers count differently: "biweekly", "odd weeks".

use std::cell::LazyCell;
use std::ops::Range;
use std::sync::LazyLock;

use super::{mood, number};
use crate::words::date;
use crate::words::near::{ahead, behind};
use crate::words::pattern::{OneOf, Pattern, any_of, in_pieces};
use crate::words::time_of_day::has_clock_time;
use crate::words::zone::named;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// "72 hours to comment"
    Window,
    /// "within 5 business days"
    WorkingTime,
    /// "biweekly"
    Twice,
    /// "fortnightly"
    Fortnight,
    /// "odd weeks"
    Alternate,
    /// "a weekly sync"
    Rhythm,
    /// "when the clocks change"
    Clocks,
}

impl Sort {
    pub fn unknown(self) -> &'static str {
        match self {
            Sort::Window => "counted from when?",
            Sort::WorkingTime => "whose hours, zone and holidays?",
            Sort::Twice => "twice in each, or once in every two?",
            Sort::Fortnight => "from which date on?",
            Sort::Alternate => "counted how?",
            Sort::Rhythm => "on which day, at what time, in whose zone?",
            Sort::Clocks => "in which country?",
        }
    }

    pub fn question(self) -> &'static str {
        match self {
            Sort::Window => "From which moment does it count, and do weekends count?",
            Sort::WorkingTime => "Whose working days and hours are these, in which zone, with which holidays?",
            Sort::Twice => "Twice in each, or once in every two, and beginning when?",
            Sort::Fortnight => "Every two weeks, beginning on which date?",
            Sort::Alternate => "Which weeks are these, by their dates?",
            Sort::Rhythm => "On which day, at what time and in whose zone is it?",
            Sort::Clocks => "Whose clocks are meant, and what is the time for everybody else?",
        }
    }

    /// What is wrong, where it is not that a time is counted from nowhere.
    pub fn fault(self) -> Option<&'static str> {
        match self {
            Sort::Twice => Some("this rhythm is read in two ways"),
            Sort::WorkingTime => Some("working days and hours differ from place to place"),
            Sort::Clocks => Some("clocks change on other days elsewhere, or never"),
            Sort::Window | Sort::Fortnight | Sort::Alternate | Sort::Rhythm => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Countdown {
    pub range: Range<usize>,
    pub sort: Sort,
    /// It holds for its reader here, and is not only named or a habit: "we will meet biweekly".
    pub is_set: bool,
}

const LENGTH: &str = r"(?:\d+|{spelt}|a)(?: ?(?:-|–|to) ?\d+)?(?: |-)?(?:(?P<UNIT>business|working|work) )?(?:h|hrs?|hours?|days?|weeks?)";
const ANSWER: &str = r"(?:comment|object|vote|review|respond|reply|answer|weigh in|speak up|raise (?:concerns|objections)|give feedback|provide feedback|approve|react|chime in|decide)";
const TALK: &str = r"(?:comments?|comment period|feedback|votes?|voting|the poll|poll|review|discussion|consultation|lazy consensus|final comment period|fcp)";

static WINDOW: LazyLock<Pattern> = LazyLock::new(|| {
    let length = LENGTH.replace("?P<UNIT>", "?:").replace("{spelt}", number::ALTERNATIVES);
    Pattern::new(&format!(
        concat!(
            r"(?i)(?-u:\b)(?:(?P<to>{length}) to {answer}",
            r"|(?:open (?:for {talk} )?for|{talk} (?:(?:is|are|will be|stays?|remains?|will (?:stay|remain)) open (?:for )?|(?:will )?(?:run|last|close|end)s? (?:in|after|for) |period (?:is|of|will be) |window (?:is|of) |: ?))(?:the next |another |at least )?(?P<open>{length})",
            r"|(?P<within>{answer}(?:s|ed)? (?:[\w'-]+ ){{0,5}}within (?:\d+|{spelt})(?: ?(?:-|–|to) ?\d+)? (?:hours?|days?|weeks?))",
            r")(?-u:\b)"
        ),
        length = length,
        answer = ANSWER,
        spelt = number::ALTERNATIVES,
        talk = TALK,
    ))
});

static WORKING: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?i)(?-u:\b)(?:(?:within|in|after|under|every) (?:about |around |up to |the next |at most )?(?:\d+|{spelt}|a few|a couple of)(?: ?(?:-|–|to) ?\d+)? ?(?:business|working) (?:hours?|days?)|(?:during|outside(?: of)?|within|in) (?:(?:normal|regular|our|usual|standard|core) )?(?:business|working|office) hours)(?-u:\b)",
        spelt = number::ALTERNATIVES
    ))
});

static RHYTHM: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:(?P<twice>bi-?(?:weekly|monthly|annual(?:ly)?))",
        r"|(?P<fortnight>fortnight(?:ly)?)|(?P<alternate>(?:on |in |during )(?:odd|even)(?:-numbered)? weeks|(?:odd|even)-numbered weeks|(?:on |in |during )?(?:alternate|alternating) weeks)",
        r"|(?P<rhythm>(?:weekly|monthly|quarterly) (?:\w+ ){0,2}(?:sync|meeting|call|stand-?up|check-in|retro))",
        r"|(?P<clocks>(?:the )?clocks (?:change|go (?:back|forward))|summer time|daylight savings?(?: time)?))(?-u:\b)"
    ))
});

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&WINDOW, &WORKING, &RHYTHM]);

/// Everything in a sentence that is counted from nowhere.
pub fn find(sentence: &str) -> Vec<Countdown> {
    let mut found: Vec<Countdown> = windows(sentence).chain(working(sentence)).chain(rhythms(sentence)).collect();
    found.sort_by_key(|it| it.range.start);
    found
}

// What the whole sentence says is asked once for all that is found in it: a long one may hold thousands.

fn windows(sentence: &str) -> impl Iterator<Item = Countdown> + '_ {
    let has_date = LazyCell::new(move || date::has_date(sentence));
    WINDOW.captures_iter(sentence).filter_map(move |found| {
        let range = found.get(0)?.range();
        let length = found.name("to").or(found.name("open")).or(found.name("within"))?;
        let is_set = found.name("within").is_none();
        let before = behind(&sentence[..length.start()]);
        // "Come back in two weeks to vote": then, and no shorter.
        let is_then = found.name("to").is_some() && before.ends_with("in ");
        // "Such a vote is open for two weeks": each of them.
        let is_any = behind(&sentence[..range.start]).to_ascii_lowercase().ends_with("such a ");
        let is_open = !is_then && !is_any && !starts(sentence, &range) && !*has_date && !mood::is_past(before);
        is_open.then_some(Countdown { range, sort: Sort::Window, is_set })
    })
}

fn working(sentence: &str) -> impl Iterator<Item = Countdown> + '_ {
    let is_placed = LazyCell::new(move || named::has(sentence) || has_clock_time(sentence));
    WORKING.find_iter(sentence).filter_map(move |found| {
        let is_open = !*is_placed && !mood::is_past(behind(&sentence[..found.start()]));
        is_open.then_some(Countdown { range: found.range(), sort: Sort::WorkingTime, is_set: false })
    })
}

fn rhythms(sentence: &str) -> impl Iterator<Item = Countdown> + '_ {
    let names_turn = LazyCell::new(move || names_turn(sentence));
    let is_of_clocks = LazyCell::new(move || has_clock_time(sentence) && !named::has(sentence));
    RHYTHM.captures_iter(sentence).filter_map(move |found| {
        let range = found.get(0)?.range();
        let is = |name: &str| found.name(name).is_some();
        let sort = match () {
            () if is("twice") => Sort::Twice,
            () if is("fortnight") => Sort::Fortnight,
            () if is("alternate") => Sort::Alternate,
            () if is("clocks") => Sort::Clocks,
            () => Sort::Rhythm,
        };
        let is_open = match sort {
            Sort::Clocks => *is_of_clocks,
            _ => !*names_turn && !mood::is_past(behind(&sentence[..range.start])),
        };
        // "A monthly or biweekly rhythm" leaves the choice to whoever reads it.
        let is_choice = behind(&sentence[..range.start]).trim_end().ends_with(" or");
        let is_set = !is_choice && sets(sentence, &range);
        (is_open && !is_name(sentence, &range)).then_some(Countdown { range, sort, is_set })
    })
}

/// Whether somebody is told to follow a rhythm: "we will meet biweekly", "moved to a biweekly cadence".
fn sets(sentence: &str, range: &Range<usize>) -> bool {
    static SET: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:meets?|moved?|moving|switch(?:ed|ing)?|chang(?:e|ed|ing)|schedul(?:e|ed|ing)|propos(?:e|ed|ing|al)|shift(?:ed|ing)?|go(?:ing)?|runs?|happens?|occurs?|(?:is|are|be)(?: held| done| sent| paid| published| released| reviewed)?|make (?:this|it)|have|hold|send(?: out)?) (?:to |at |on )?(?:an? )?$",
        ])
    });
    static RHYTHM_NOUN: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"^ (?:basis|cadence|schedule|rhythm|interval|rotation)(?-u:\b)"]));
    let before = behind(&sentence[..range.start]);
    let after = &sentence[range.end..];
    // "Reviewed biweekly" sets it; "the biweekly meeting" only names it.
    let is_adverb = !after.trim_start_matches(' ').starts_with(char::is_alphanumeric);
    // "If necessary, there will be bi-weekly calls."
    let is_set = SET.is_match(before) || RHYTHM_NOUN.is_match(after) || is_adverb && mood::promises(before);
    // Beside "weekly", it is every other week, and so are wages and the habits of others.
    static KNOWN: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"(?:(?-u:\b)weekly or|(?-u:\b)paid|(?-u:\b)(?:some|many|most)(?-u:\b)[^.;:]{0,90}) $"])
    });
    let is_known = KNOWN.is_match(before);
    is_set && !is_known && !mood::is_condition(before) && !after.starts_with(':')
}

/// What stands beside it says from when it counts, or until when.
fn starts(sentence: &str, range: &Range<usize>) -> bool {
    static START: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"after|from|since|once|when|whenever|upon|following|starting|beginning|as of|until|if|before|each|every|any",
        ])
    });
    static GOES_ON: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"^ (?:of|notice|period)(?-u:\b)"]));
    START.is_match(behind(&sentence[..range.start]))
        || START.is_match(ahead(&sentence[range.end..]))
        || GOES_ON.is_match(&sentence[range.end..])
}

/// A weekday, a date or "every two weeks" beside a rhythm says which turn is meant.
pub fn names_turn(sentence: &str) -> bool {
    static TURN: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|every (?:two|2|four|4|other|second)|once every|twice|one week|two weeks|2 weeks|fourteen days|next one|\d+(?:st|nd|rd|th)|first|second|calendar|january|february|march|april|june|july|august|september|october|november|december",
        ])
    });
    TURN.is_match(sentence) || date::has_date(sentence)
}

/// The units of rhythms that are read in two ways, and whether a text says anywhere how they are counted: "every two weeks".
pub fn settled(text: &str) -> [(&'static str, bool); 3] {
    static EVERY: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[concat!(
            r"every (?:(?:two|2) (?P<weeks>week)s|(?:other|second|2nd) (?P<week>week)|(?:two|2) (?P<months>month)s|(?:other|second|2nd) (?P<month>month)",
            r"|(?:two|2) (?P<years>year)s|(?:other|second|2nd) (?P<year>year)|(?:six|6) (?P<half>month)s)",
            r"|twice (?:a|per|each|every) (?:(?P<tw>week)|(?P<tm>month)|(?P<ty>year))"
        )])
    });
    // "Feedback sessions twice a year" say nothing of calls.
    static MEETING: LazyLock<Pattern> =
        LazyLock::new(|| any_of(&["meets?|meetings?|calls?|syncs?|frequency|cadence|schedule|rhythm"]));
    let mut told = [("week", false), ("month", false), ("annual", false)];
    for found in EVERY.captures_iter(text) {
        let at = found.get(0).map_or(0..0, |it| it.range());
        let before = behind(&text[..at.start]).rsplit('\n').next().unwrap_or_default();
        let after = ahead(&text[at.end..]).split('\n').next().unwrap_or_default();
        if !MEETING.is_match(before) && !MEETING.is_match(after) {
            continue;
        }
        let is = |names: &[&str]| names.iter().any(|it| found.name(it).is_some());
        told[0].1 |= is(&["weeks", "week", "tw"]);
        told[1].1 |= is(&["months", "month", "tm"]);
        told[2].1 |= is(&["years", "year", "half", "ty"]);
    }
    told
}

/// Part of a longer name: "#biweekly-sync", "The Fortnightly".
fn is_name(sentence: &str, range: &Range<usize>) -> bool {
    let before = sentence[..range.start].chars().next_back();
    let after = sentence[range.end..].chars().next();
    let joins = |it: Option<char>| it.is_some_and(|it| matches!(it, '-' | '_' | '/' | '#' | '.' | '@'));
    joins(before) || after.is_some_and(|it| matches!(it, '-' | '_' | '/' | '@'))
}

#[cfg(test)]
mod tests {
    use super::{Sort, find, settled};

    fn sorts(sentence: &str) -> Vec<Sort> {
        find(sentence).into_iter().map(|it| it.sort).collect()
    }

    #[test]
    fn a_window_needs_a_start() {
        assert_eq!(sorts("You have 72 hours to comment."), [Sort::Window]);
        assert_eq!(sorts("The vote is open for 5 days."), [Sort::Window]);
        assert_eq!(sorts("You have eight days to comment."), [Sort::Window]);
        assert!(sorts("You have 72 hours to comment from the day of the post.").is_empty());
        assert!(sorts("The token is valid for 72 hours.").is_empty());
        assert!(sorts("Let people read it, and come back in 2 weeks to vote on it.").is_empty());
    }

    #[test]
    fn a_text_says_how_it_counts() {
        let told = |text: &str| settled(text).into_iter().filter(|it| it.1).map(|it| it.0).collect::<Vec<_>>();
        assert_eq!(told("Frequency: every two weeks, or twice a year"), ["week", "annual"]);
        assert!(told("We meet biweekly.\nThe list is sent every two weeks.").is_empty());
        assert_eq!(told("We meet every other month, every six weeks at most"), ["month"]);
    }

    #[test]
    fn rhythms_are_counted_twice() {
        assert_eq!(sorts("We meet biweekly."), [Sort::Twice]);
        assert!(find("We meet biweekly.")[0].is_set && !find("The biweekly call went well.")[0].is_set);
        assert!(sorts("We meet biweekly, on Tuesdays.").is_empty());
        assert!(find("It runs on a biweekly rhythm.")[0].is_set);
        assert!(!find("It runs on a monthly or biweekly rhythm.")[0].is_set);
        assert!(!find("We are paid biweekly.")[0].is_set && !find("Some teams meet biweekly.")[0].is_set);
        assert_eq!(sorts("The on-call changes in odd weeks."), [Sort::Alternate]);
        assert_eq!(sorts("We reply within 3 business days."), [Sort::WorkingTime]);
    }
}
