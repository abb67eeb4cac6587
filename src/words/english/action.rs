//! What reads as something to do: a verb in front, a label, the words of a duty. Knows words, not lists or tables.

mod everybody;

use std::ops::Range;
use std::sync::LazyLock;

use super::{attendance, called, group, person, verb};
use crate::words::case;
use crate::words::list::is_among;
use crate::words::near;
use crate::words::pattern::{OneOf, Pattern};

pub use everybody::is_of_everybody;

/// The label of one action: "Action:", "AI:", "[ACTION]", "TODO:", "Action item for Ada:".
static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"^(?:\W{0,3}(?:(?P<sure>(?i:action items?|action points?|next action))|(?P<weak>(?i:action|follow-?up)|AI)|(?P<note>(?i:to-?do)))",
        r"(?: for (?P<owner>@?[\w][\w.'’-]*(?:(?: and |, | & )@?[\w][\w.'’-]*)*))?",
        r" ?(?:\((?:for )?(?P<in>@?[^()]{1,40})\))?[\])]?(?:(?:[:]|\u{2014}| -)[ \])]*|\] ?)|\W{0,2}\((?i:action(?: item)?|to-?do)\) |ACTION(?: \[(?P<box>@?[^\[\]]{1,40})\]:? | (?-u:\b)))"
    ))
});

/// Words between the one who acts and the verb.
static AUXILIARY: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)^(?:(?:please|also|maybe|possibly|potentially|perhaps|then|and|eventually|just|first|[a-z]{3,}ly),? )?",
        r"(?:(?:we|someone|somebody|everyone|everybody|anyone|all|they|the team|team|to|will|should|must|need|needs|have|has|going|plan|plans",
        r"|try|wants?|let's|be sure|make sure)(?-u:\b)[ ,:]*){0,4}(?:(?:also|maybe|please|then|still|not) )?"
    ))
});

static OBLIGATION: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^\W*(?:(?:we|they|someone|somebody|everyone|all|the team|you) )?(?:should|must|needs?(?: to)?|have to|has to)(?-u:\b)",
    )
});

/// What somebody says who takes a thing on, behind their name and a colon.
static SPOKEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"^ ?(?:I['\x{2019}]ll|I will|Will|will|I am going to|I plan to)(?: also| then| try to)? ")
});

static NOTE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"\b(?:TODO|FIXME|ACTION|AI): (?P<who>@?[A-Z][A-Za-z.-]{1,20}),? (?:could|can|would|will|please|to)(?-u:\b)[^.?!\n)]{0,300}",
    )
});

static ADVERB: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"^\W*[A-Za-z]{3,}ly "));

/// Behind a label, whatever the verb: "To rethink it".
static TO_DO: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"(?i)^\W*to (?:also |then )?(?P<verb>[a-z]+) (?:it|this|that|these|those|them|the|an?|our)(?-u:\b)")
});

static SETTLED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?i)^\W*(?:resolved|agreed|decided)(?:,? to| that we(?: will|'ll| should)?) "));

/// One action, read from its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Who does it, where somebody is named.
    pub owner: Option<Range<usize>>,
    /// Somebody says that they do it: "Ada will …", "Ada and Bo to …".
    pub is_promise: bool,
}

/// A label that announces one action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionLabel {
    pub end: usize,
    pub owner: Option<Range<usize>>,
    /// It can mean nothing else; "Action:" and "TODO:" can.
    pub is_sure: bool,
    /// "TODO:", which authors also write to themselves.
    pub is_note: bool,
}

/// The label in front of an action, where there is one.
pub fn label(text: &str) -> Option<ActionLabel> {
    let found = LABEL.captures(text)?;
    let owner = found.name("owner").or(found.name("in")).or(found.name("box")).map(|it| it.range());
    let owner = owner.filter(|range| person::is_person(&text[range.clone()]));
    Some(ActionLabel {
        end: found.get(0)?.end(),
        owner,
        is_sure: found.name("sure").is_some(),
        is_note: found.name("note").is_some(),
    })
}

/// Without one of these, nobody is asked by a note.
pub static NOTE_WORDS: OneOf = OneOf::of(&[&NOTE]);

/// Notes between other words that ask somebody for something by name: from the mark to the end of the sentence.
pub fn notes_to_people(text: &str) -> Vec<Range<usize>> {
    let found = NOTE.captures_iter(text).filter(|found| {
        found.name("who").is_some_and(|who| person::is_person(who.as_str()) && !person::is_nobody(who.as_str()))
    });
    found.filter_map(|found| found.get(0)).map(|it| it.range()).collect()
}

/// How what is to be done again and again begins: nobody is ever done with it.
const HABITS: &str = "always continuously periodically regularly routinely";

/// "Fix": no verb of a task is shorter.
const SHORTEST: usize = 3;

/// Reads an item as an action; `None` where it does not begin as one.
pub fn read(text: &str) -> Option<Reading> {
    let label = label(text);
    let start = label.as_ref().map_or(0, |label| label.end);
    let start = start + topic(&text[start..]).unwrap_or_default();
    let rest = &text[start..];
    if text.len() < SHORTEST || is_among(HABITS, &rest.split(' ').next().unwrap_or_default().to_lowercase()) {
        return None;
    }
    let led = label
        .as_ref()
        .and_then(|_| called::leading(rest))
        .or_else(|| person::leading(rest))
        .filter(|it| !is_aim(&rest[it.clone()]))
        .or_else(|| group::leading(rest).map(|(_, end)| 0..end));
    let led = led.or_else(|| label.as_ref().and_then(|_| person::acting(rest)));
    let task = start + led.as_ref().map_or(0, |led| led.end);
    let rest = &text[task..];
    let is_promise = led.is_some() && promises(&text[start..task], rest);
    let is_task = match text.ends_with('?') {
        // "Should we track them in issues?" is a topic; "Track them in issues?" is a task that is not settled.
        true => verb::opens(rest) || ADVERB.find(rest).is_some_and(|it| verb::opens_surely(&rest[it.end()..])),
        // Behind a label, "we should have …" is a task whatever the verb.
        false => opens_task(rest) || is_promise || label.as_ref().is_some_and(|it| is_duty(it, rest)),
    };
    if !is_task || is_open_talk(rest) || names_event(rest) || led.is_some() && attendance::is_told(rest) {
        return None;
    }
    let led = led.map(|led| start + led.start..start + led.end);
    let trailing = || person::mentioned(&text[task..]).map(|it| task + it.start..task + it.end);
    let owner = label.and_then(|label| label.owner).or(led).or_else(trailing);
    Some(Reading { owner, is_promise })
}

/// "The report: Ada to read it": where the words end that say what it is about. Behind them stands who takes it on.
fn topic(text: &str) -> Option<usize> {
    const LONGEST: usize = 60;
    const JOINT: &str = ": ";
    let start = near::ahead_within(text, LONGEST).find(JOINT)? + JOINT.len();
    let rest = &text[start..];
    let led = person::leading(rest)?;
    promises(&rest[led.clone()], &rest[led.end..]).then_some(start)
}

/// "Desire is to get there": no person.
fn is_aim(subject: &str) -> bool {
    const AIMS: &str = "desire goal aim idea intent intention plan hope purpose objective proposal suggestion thought";
    let first = subject.trim_start().split(' ').next().unwrap_or_default();
    is_among(AIMS, &first.to_lowercase()) && subject.contains(" is ")
}

/// "Rosa will present the draft": what is on the agenda of a meeting, and done at it.
pub fn is_talk(text: &str) -> bool {
    const VERBS: &str = "present demo demonstrate introduce walk lead";
    let joint = [" will ", " to "].iter().filter_map(|it| Some(text.find(it)? + it.len())).min();
    let verb = joint.and_then(|at| text[at..].split(|it: char| !it.is_alphanumeric()).next()).unwrap_or_default();
    is_among(VERBS, &verb.to_lowercase()) || text[joint.unwrap_or_default()..].starts_with("continue the demo")
}

/// Whether what stands behind a label is to be done: "we should have …"; behind one that can mean nothing else, also
/// "agreed to write …".
fn is_duty(label: &ActionLabel, rest: &str) -> bool {
    let is_verb = |verb: &str| !is_among("all both each some be have", &verb.to_lowercase());
    let is_to = || TO_DO.captures(rest).is_some_and(|it| is_verb(&it["verb"]));
    let settled = || SETTLED.find(rest).is_some_and(|it| verb::follows(&rest[it.end()..]));
    OBLIGATION.is_match(rest) || is_to() || label.is_sure && settled()
}

/// "Follow-up meeting: 20 November" is the name of an event, "Research User Group (RUG)" that of a group, "Open Summit CFP
/// closes July 16" a date to know, "Demo time!" a remark, and "Rosa: propose, Li, second" tells of a vote.
fn names_event(text: &str) -> bool {
    static EVENT: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(concat!(
            r"(?i)^\W*follow[- ]?up (?:meeting|call|session|sync|workshop)s?(?: (?:is|on|at|scheduled)(?-u:\b)|:| [-\x{2013}]|$)",
            r"|^\W*(?-i:(?:[A-Z][\w-]+ ){2,5}\([A-Z]{2,6}\))\W*$",
            r"|^\W*(?:prs?|demos?|reviews?|tests?|show|break|questions?|study|work|reports?) time\W*$",
            r"|(?-u:\b)(?:closes|ends|opens|begins|starts|expires) (?:on )?(?:\d\d? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?-u:\b)",
            r"|^\W*(?:propos|mov|motion)(?:e|es|ed|s)?,? (?:[\w.-]+,? ){0,3}second(?:s|ed)?\W*$"
        ))
    });
    EVENT.is_match(text)
}

/// Whether what stands behind a name tells of work or asks for it: "has been asked to help", "lots of progress", "who is open
/// to it?".
pub fn is_told(rest: &str) -> bool {
    static TOLD: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(concat!(
            r"(?i)^\W*(?:has|have been|had|was|were|wants|started|finished|lots of|(?:some |no |good |great )?progress|discussions? (?:on|with|about)",
            r"|we (?:want|would like|['\x{2019}]d like|are|have|had)|who (?:is|can|wants|has)|what (?:is|are|do|should)|can (?:someone|somebody|anyone)|should (?:we|i|\p{Lu}\w+))(?-u:\b)"
        ))
    });
    TOLD.is_match(rest)
}

/// What a meeting says to itself is no task: "should we …", "let's see", "postpone it", "see above".
fn is_open_talk(text: &str) -> bool {
    let text = text.trim_start_matches(|it: char| !it.is_alphanumeric()).to_ascii_lowercase();
    let is_put_off = ["postpone ", "defer ", "see above", "see below", "see notes"];
    let asks = ["should we ", "shall we ", "can we ", "do we ", "let's see", "let us see"];
    asks.iter().chain(&is_put_off).any(|it| text.starts_with(it))
}

/// Whether a task that begins so is taken on by whom it begins with: "Ada will …", "Ada to write …", not "Ada, to sum up …".
fn promises(subject: &str, task: &str) -> bool {
    const STATES: &[&str] = &["be", "have", "no", "not"];
    let first = task.trim_start().split(' ').next().unwrap_or_default();
    // "I'll see what I can do" promises to think of it.
    if task.trim_start().starts_with("see what ") || task.contains(" see what I can") {
        return false;
    }
    let is_act = first.starts_with(|it: char| it.is_lowercase()) && !STATES.contains(&first);
    let speaks =
        subject.trim_end().ends_with(':') && SPOKEN.find(task).is_some_and(|found| verb::follows(&task[found.end()..]));
    speaks
        || subject.ends_with(" will") && (is_act || verb::follows(task))
        || subject.ends_with(" to") && !subject.ends_with(", to") && verb::follows(task)
}

/// The same, behind "we should", "to", "will", "please".
fn opens_task(text: &str) -> bool {
    let text = text.trim_start_matches(|it: char| !it.is_alphanumeric());
    // "[PRIORITY] Refactor it".
    let is_tag = |it: &str| it.len() <= "PRIORITY 1".len() && !it.contains(|it: char| it.is_lowercase());
    let text = text.split_once("] ").filter(|(tag, _)| is_tag(tag)).map_or(text, |(_, rest)| rest);
    // "Work on the next release": in a list of what is to be done no topic.
    let is_work = ["work on ", "work with "].iter().any(|it| case::begins(text, it));
    is_work || verb::opens(text) || {
        let rest = AUXILIARY.find(text).map_or(text, |found| &text[found.end()..]);
        rest.len() < text.len() && verb::follows(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_promise_has_somebody_who_acts() {
        let is_promise = |text: &str| read(text).is_some_and(|it| it.is_promise);
        assert!(is_promise("Ada will tackle the summary"));
        assert!(is_promise("Ada and Bo to check the logs") && is_promise("Ada: will check the logs"));
        assert!(!is_promise("This will break") && !is_promise("We will see") && !is_promise("Ada will be late"));
        assert!(!is_promise("Access to logs") && !is_promise("Ada, to review both: the first is faster"));
        assert!(read("ACTION: Ada and Rosa discuss the details").is_some_and(|it| it.owner == Some(8..21)));
        assert!(!is_promise("Ada: write the summary") && !is_promise("Write the summary"));
    }

    #[test]
    fn a_name_is_no_task() {
        assert!(read("Research User Group (RUG)").is_none() && read("Follow-up meeting: 20 November").is_none());
        assert!(read("Demo time!").is_none() && read("Test time zones").is_some());
        assert!(read("Ada will try and call in from the train").is_none() && read("Ada will call them").is_some());
        assert!(read("ACTION: To regroop it for the next call.").is_some());
        assert!(read("Research user groups (RUG, TAG)").is_some());
        assert!(read("Work on the next release").is_some() && read("Work of the group").is_none());
    }
}
