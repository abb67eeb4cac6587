//! The words of times that end nowhere. What they are said of, they do not know.

use std::ops::Range;
use std::sync::LazyLock;

use super::terse;
use crate::words::near::{MOST_IN_SENTENCE, behind};
use crate::words::pattern::{Captures, OneOf, Pattern, in_pieces};

/// What such words leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// "soon", "shortly", "in the coming weeks"
    Soon,
    /// "later", "some time later"
    Later,
    /// "at a later date", "in a future release"
    LaterDate,
    /// "eventually", "at some point", "in the future"
    Eventually,
    /// "ASAP"
    Hurry,
    /// "urgently", "P0"
    Urgent,
    /// "when I get a chance"
    WhenIDo,
    /// "when you have time"
    WhenYouDo,
    /// "TBD" in the place of a date
    Undecided,
}

impl Bound {
    /// What is open, in a few words.
    pub fn unknown(self) -> &'static str {
        match self {
            Bound::Soon | Bound::Later | Bound::Eventually => "by when, or after what?",
            Bound::LaterDate => "which one, and when is it?",
            Bound::Hurry | Bound::Urgent => "by when is it too late?",
            Bound::WhenIDo | Bound::WhenYouDo => "by when, or what if never?",
            Bound::Undecided => "who decides it, and by when?",
        }
    }

    /// What is wrong, where it is no promise: who asks for something promises nothing.
    pub fn message(self) -> Option<&'static str> {
        matches!(self, Bound::Hurry | Bound::Urgent).then_some("nothing says by when this is needed")
    }

    pub fn question(self) -> &'static str {
        match self {
            Bound::Soon | Bound::Later | Bound::Eventually => "By when, or after which event?",
            Bound::LaterDate => "Which one is that, and when will it be?",
            Bound::Hurry | Bound::Urgent => "By when is it needed, and what breaks if it comes later?",
            Bound::WhenIDo | Bound::WhenYouDo => "By when, and what happens if there is no time for it?",
            Bound::Undecided => "Who decides when that is, and by when?",
        }
    }
}

static PHRASE: LazyLock<Pattern> = LazyLock::new(|| {
    let unit = "(?:moment|minute|sec(?:ond)?)";
    let free = "(?:(?:a|some|the|any|enough|more|another|spare|free|few) ){0,2}(?:spare |free )?(?:chance|time|moment|minutes?|sec(?:ond)?|cycles|bandwidth|opportunity|capacity)";
    let event = "(?:(?:minor|major|patch|point|feature|follow-?up|separate) )?(?:release|version|meeting|call|session|pull request|PR|patch|milestone|sprint|iteration|update|post|RFC|KEP|proposal|KIP|EIP|PEP|ADR)";
    Pattern::new(&format!(
        concat!(
            r"(?i)(?-u:\b)(?:",
            r"(?P<soon>(?:(?:very|really|pretty|quite|fairly|relatively|rather) )?soon(?:ish)?|shortly|momentarily|before long|(?:get|circle|come) back to you|any (?:day|time|minute) now|one of these days|in due (?:course|time)|in a {unit}|in (?:the )?(?:very )?near(?:-term)? future|in the (?:coming|upcoming|next few|next couple(?: of)?|following few) (?:few |couple of )?(?:days|weeks|months)|over the (?:coming|next few) (?:days|weeks|months)|to follow)",
            r"|(?P<date>(?:at|on) (?:a|some) (?:later|future) (?:date|time|point|stage|day)|(?:in|with) (?:a|some|one of the) (?:later|future|subsequent|coming|upcoming) {event}s?)",
            r"|(?P<ever>eventually|at some (?:later |future )?(?:point|stage)(?: in (?:the )?(?:future|time))?|some ?day|one day|in (?:the|some) (?:\w+ )?future|in future|(?:further )?down the (?:road|line)|in the (?:long|longer|short|medium)(?: |-)(?:term|run))",
            r"|(?P<later>(?:(?:some ?time|sometime) )?later(?: on)?)",
            r"|(?P<hurry>ASAP|a\.s\.a\.p\.?|as soon as possible|as quickly as possible|as soon as (?:I|we|you) can)",
            r"|(?P<urgent>urgently|(?:is|it's|this is) (?:\w+ )?urgent|with high(?:est)? priority|(?-i:P[01]))",
            r"|(?P<mine>(?:when|whenever|once|as soon as|if) (?:I|we) (?:next )?(?:get|have|find|can find|can get) {free}|(?:when|once|if) (?:I|we) get (?:a)?round to (?:it|this|that)|(?:when|once) things (?:calm|settle|slow|quiet) down|(?:when|if|as) time (?:permits|allows)|time permitting)",
            r"|(?P<yours>(?:when|whenever|once|as soon as|if) you (?:next )?(?:get|have|find|can find) {free}|at your (?:earliest |own )?(?:convenience|leisure)|whenever you can)",
            r"|(?P<open>(?-i:TBD|TBA|TBC|tbd|tba|tbc)|to be (?:determined|decided|announced|confirmed))",
            r")(?-u:\b)",
        ),
        unit = unit,
        event = event,
        free = free,
    ))
});

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&PHRASE]);

/// The words of such times in a sentence that are whole: "as soon as" and "no later than" hold none.
pub fn find(sentence: &str) -> Vec<(Range<usize>, Bound)> {
    const NAMES: &[(&str, Bound)] = &[
        ("soon", Bound::Soon),
        ("date", Bound::LaterDate),
        ("ever", Bound::Eventually),
        ("later", Bound::Later),
        ("hurry", Bound::Hurry),
        ("urgent", Bound::Urgent),
        ("mine", Bound::WhenIDo),
        ("yours", Bound::WhenYouDo),
        ("open", Bound::Undecided),
    ];
    let named = |found: Captures| {
        let (name, bound) = NAMES.iter().find(|(name, _)| found.name(name).is_some())?;
        Some((found.name(name)?.range(), *bound))
    };
    let found = PHRASE.captures_iter(sentence).take(MOST_IN_SENTENCE);
    found.filter_map(named).filter(|(range, _)| is_whole(sentence, range)).collect()
}

/// Whether the words stand for themselves, by the words directly beside them.
fn is_whole(sentence: &str, range: &Range<usize>) -> bool {
    static PART_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?:(?-u:\b)(?:as|too|so|how|any ?time|no|not|sooner or|sooner rather than|or|and|than|the|a|until|till|much|years?|months?|weeks?|days?|hours?|minutes?|seconds?|moments?|lines?|bit|little|sections?|described|shown|discussed|explained|mentioned|see|where|for) |[-/_.]|[\w’']\()$",
        )
    });
    let before = &sentence[..range.start];
    let after = &sentence[range.end..];
    let is_joined = after.starts_with(['-', '_', '/', '='])
        || after.starts_with('.') && after[1..].starts_with(char::is_alphanumeric);
    let is_mere_later = sentence[range.clone()].to_lowercase().starts_with("later");
    let is_soon = sentence[range.clone()].to_lowercase().ends_with("soon");
    let is_of_noun = sentence[range.clone()].eq_ignore_ascii_case("in future") && after.starts_with(' ');
    // "Work to be done in the near future" is some of all work, and "for use at a later time" says what for.
    static OF_ANY: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"(?-u:\b)(?:(?:work|tasks?|things?) to be (?:\w+ed|done|made|built)|for (?:re-?)?use) $"])
    });
    // "Shortly, we need three things": in short.
    static WILL: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"(?-u:\b)will(?-u:\b)|'ll(?-u:\b)|going to"]));
    let is_summary = sentence[range.clone()].eq_ignore_ascii_case("shortly")
        && after.starts_with(',')
        && !before.contains(char::is_alphanumeric)
        && !WILL.is_match(after);
    // "To talk shortly about the reasons": in few words.
    static SPEAKS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"(?-u:\b)(?:talk|speak|explain|describe|discuss|present|introduce|mention|summari[sz]e) $"])
    });
    let is_brief = sentence[range.clone()].eq_ignore_ascii_case("shortly")
        && (SPEAKS.is_match(before) || after.starts_with(" with what "));
    let is_led = terse::is_to_follow(&sentence[range.clone()]) && !terse::is_owed(before, after);
    let is_sign = before.ends_with(':') && after.starts_with(':');
    // "In a second row", "someone soon to be nominated".
    static NOUN: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"^ (?:[a-z]+)(?-u:\b)"));
    let is_counted = sentence[range.clone()].to_lowercase().ends_with(" second") && NOUN.is_match(after);
    let is_designate = is_soon
        && [" to be ", " to expire"].iter().any(|it| after.starts_with(it))
        && !before.trim_end().ends_with([',', ':']);
    // "Before long answers": answers that are long.
    static THINGS: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"^ [a-z]+[^s\W]s(?-u:\b)"));
    let is_length = sentence[range.clone()].eq_ignore_ascii_case("before long") && THINGS.is_match(after);
    let is_answer = sentence[range.clone()].to_lowercase().ends_with("back to you");
    !(is_joined
        || is_answer && !is_left_open(before, after)
        || is_of_noun
        || is_summary
        || is_brief
        || is_sign
        || OF_ANY.is_match(before)
        || is_counted
        || is_designate
        || is_length
        || is_led
        || (is_mere_later || is_soon) && PART_BEFORE.is_match(before) && !ends_clause(before))
}

/// "I'll get back to you.": who waits for whom, and for how long? What follows may say it, and what others do is a custom.
fn is_left_open(before: &str, after: &str) -> bool {
    const OWN: &[&str] = &["i will ", "i'll ", "i\u{2019}ll ", ", will ", "and will "];
    let lower = behind(before).to_lowercase();
    let is_own = lower.trim() == "will" || OWN.iter().any(|it| lower.ends_with(it));
    is_own && !after.contains(char::is_alphanumeric)
}

/// "… and soon", "or later we will": a conjunction may open a clause.
fn ends_clause(before: &str) -> bool {
    let trimmed = before.trim_end();
    let lower = trimmed.to_lowercase();
    lower == "and" || lower == "so" || lower.ends_with(", and") || lower.ends_with(", so") || lower.ends_with(". and")
}
