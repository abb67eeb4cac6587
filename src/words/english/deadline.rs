//! Deadlines that are a different moment for each reader: "by EOD", "before next Friday", "will land next week".
//! The preposition is the rule, not the phrase: "at the end of the day" is an idiom, "today" alone is small talk.

mod beside;
mod calendar;
mod due;
pub mod event;
pub mod house;
mod lasting;
mod moment;
mod preposition;
mod programme;
mod promise;
mod to_come;
mod unanswered;
pub mod written_out;

use crate::words::pattern::{Captures, OneOf, Pattern};
use std::cell::LazyCell;
use std::ops::Range;
use std::sync::LazyLock;

use super::day::Day;
use super::mood;
use super::reading::{self, Cue, Hours};
use crate::words::zone::Meaning;
use crate::words::zone::named;
use crate::words::{date, near};
use beside::{date_beside, goes_on_as_name, is_of_owner, is_settled, which_day};
pub use beside::{is_countdown, is_counted, is_horizon, is_of_plan, is_term};
pub use calendar::is_state;
use due::is_due;
pub use house::{is_addressed, is_left_open, is_of_each_case, is_set, opens_case, supposes};
use moment::TIME;
pub use moment::{Moment, Unit};
pub use promise::{is_completed, is_topic};
pub use unanswered::Unanswered;

/// A phrase that fixes a moment only for who knows when and where it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Deadline {
    /// With the words that make it a deadline.
    pub range: Range<usize>,
    /// Only what names the day, where something does.
    pub day_range: Option<Range<usize>>,
    pub moment: Moment,
    /// The time alone, as it is written.
    pub phrase: String,
    cue: Cue,
    /// A time on the clock beside it.
    hours: Option<Hours>,
    /// The date beside it.
    date: Option<date::Mention>,
    /// A zone is named in its sentence; what it can mean is in `zones`, where it is one that we know.
    has_zone: bool,
    zones: Vec<Meaning>,
    /// An event that is to come stands right before it.
    pub is_of_event: bool,
    /// The sentence speaks of parts of an event: "the opening session on Monday" is the Monday of that event.
    pub is_of_programme: bool,
    /// A preposition or a noun makes it a deadline; without one, only a promise does.
    pub is_explicit: bool,
}

/// The words that make a time a deadline, directly before it. A clock time may stand between.
static CUE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:until|till|[’']til|by|before|(?:no|not) later than|at the latest|due(?: date)?(?: is|:)?(?: by| on| for)?",
        r"|deadline(?: is| will be|:)?(?: by| on| for| at)?|ETA(?: is|:)?(?: by| on)?|target|targets?(?: is| date|:)+)",
        r"(?: (?:around|about|approximately|roughly|at least|sometime|some time|early|late|at))?",
        r"(?: (?:\d\d?(?::\d\d)?(?: ?[ap]\.?m\.?)?|noon|midnight)(?:,? [A-Z]{2,4})?,?(?: on)?)? $"
    ))
});

impl Deadline {
    /// It could be meant of one week as of any: "at the next meeting", "on Monday", "towards the end of the sprint".
    pub fn recurs(&self) -> bool {
        match self.moment {
            Moment::Event | Moment::EndOf(Unit::Sprint) | Moment::Within(Unit::Sprint) => true,
            Moment::Day { day: Day::Coming(_), .. } | Moment::EndOf(_) => !self.is_explicit,
            _ => false,
        }
    }
}

/// What stands further away says nothing about a time; it also bounds the work on a sentence that is all times.
const REACH: usize = 400;

/// The open deadlines of one sentence.
pub fn find(sentence: &str) -> Vec<Deadline> {
    let mut last = 0;
    let mut out = Vec::new();
    // A sentence may be all times, and is asked for its zones once.
    let is_zoned = LazyCell::new(|| named::has(sentence));
    for found in TIME.captures_iter(sentence).take(near::MOST_IN_SENTENCE) {
        let Some(time) = found.get(0) else { continue };
        // "Tomorrow (Friday)" is one time, said twice.
        let is_said_again = last > 0 && sentence[last..time.start()].trim() == "(";
        last = time.end();
        if !is_said_again {
            out.extend(deadline(sentence, &found, &is_zoned));
        }
    }
    out
}

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&TIME]);

/// Whether what stands at a place is asked for as a deadline: then no other rule asks for it.
pub fn is_in(place: &Range<usize>, deadlines: &[Deadline]) -> bool {
    near::overlaps(place, deadlines.iter().map(|it| &it.range))
}

/// The part of a sentence that can say something about a time in it.
fn around(sentence: &str, time: Range<usize>) -> Range<usize> {
    let start = (time.start.saturating_sub(REACH)..=time.start).find(|at| sentence.is_char_boundary(*at));
    let end = (time.end..=time.end + REACH).rev().find(|at| sentence.is_char_boundary(*at));
    start.unwrap_or(time.start)..end.unwrap_or(sentence.len())
}

/// The words at the end of a text that make a deadline of the time behind them.
pub fn find_cue(before: &str) -> Option<Range<usize>> {
    let near = near::behind(before);
    let found = CUE.find(near)?.range();
    let offset = before.len() - near.len();
    Some(offset + found.start..offset + found.end)
}

/// All moments that a text names, deadlines or not, and where.
pub fn moments(text: &str) -> impl Iterator<Item = (Range<usize>, Moment)> + '_ {
    TIME.captures_iter(text).filter_map(|found| Some((found.get(0)?.range(), moment::moment(&found)?)))
}

/// Whether a time of the future is named at all, deadline or not.
pub fn names_time(text: &str) -> bool {
    TIME.is_match(text)
}

fn deadline(whole: &str, found: &Captures, is_zoned: &LazyCell<bool, impl FnOnce() -> bool>) -> Option<Deadline> {
    let time = found.get(0)?;
    let around = around(whole, time.range());
    let (sentence, offset) = (&whole[around.clone()], around.start);
    let (before, after) = (&whole[offset..time.start()], &whole[time.end()..around.end]);
    let moment = moment::moment(found)?;
    // What decides most often is asked first: a text may be all times.
    let found_cue = CUE.find(near::behind(before));
    let cue = found_cue.map(|found| (before.len() - found.as_str().len(), Cue::named(found.as_str())));
    let (start, kind) = cue.unwrap_or((before.len(), Cue::At));
    let is_deadline = match cue {
        Some(_) => is_due(sentence, start..time.end() - offset, moment, kind == Cue::Until),
        // "What they hope to do next week" is a topic, "What will I do this week?" a question of each week.
        None if whole.starts_with("What ") && !(whole.ends_with('?') && whole.starts_with("What about ")) => false,
        None => promise::is_promised(before, time.as_str(), after, moment) && !mood::goes_on(before),
    };
    if !is_deadline || goes_on_as_name(after) || is_of_owner(time.as_str(), after) {
        return None;
    }
    let date = date_beside(before, after);
    let is_settled = is_settled(sentence, before, after, moment, date.is_some());
    let is_reported = matches!(moment, Moment::Within(_)) && lasting::is_reported(before, after);
    if programme::is_counted_from(before, time.as_str(), moment, after)
        || is_settled
        || is_reported
        || mood::is_habit(sentence)
    {
        return None;
    }
    // "It will not change overnight", "leave it running overnight": that says how long, and by no night.
    let is_idiom = is_good_wish(before)
        || time.as_str().eq_ignore_ascii_case("overnight") && (mood::denies_ability(before) || promise::lasts(before));
    if is_idiom || kind == Cue::Until && lasting::is_over(before, after) || lasting::is_sort(&sentence[start..], after)
    {
        return None;
    }
    if calendar::is_shown(before, &before[start..], time.as_str(), after, moment) {
        return None;
    }
    if mood::is_past(&before[..start]) || mood::is_example(&before[..start]) {
        return None;
    }
    let day = found.name("after").or(found.name("whole")).or(found.name("day")).map(|day| day.range());
    let (moment, day_range) = which_day(moment, day, whole, &around)?;
    let zone = if **is_zoned { named::all(sentence).next() } else { None };
    Some(Deadline {
        range: offset + start..time.end(),
        day_range,
        moment,
        phrase: time.as_str().to_owned(),
        cue: kind,
        hours: Hours::written(&sentence[start..]),
        date,
        has_zone: zone.is_some(),
        zones: zone.map(|it| reading::zones_at(sentence, it)).unwrap_or_default(),
        is_of_event: promise::announces(before),
        is_of_programme: cue.is_none() && programme::is_day_of_event(sentence, moment, time.as_str()),
        is_explicit: cue.is_some() || matches!(moment, Moment::EndOfDay | Moment::Day { is_end: true, .. }),
    })
}

/// "Feel better by the next meeting": what one says to who is ill.
fn is_good_wish(before: &str) -> bool {
    let led = near::behind_within(before, 24).to_lowercase();
    ["feel better ", "get well ", "get better "].iter().any(|it| led.contains(it))
}

#[cfg(test)]
mod tests {
    use super::find;

    fn found(sentence: &str) -> Vec<&str> {
        find(sentence).into_iter().map(|it| &sentence[it.range]).collect()
    }

    #[test]
    fn a_preposition_makes_the_deadline() {
        assert_eq!(found("Please merge by EOD tomorrow."), ["by EOD tomorrow"]);
        assert_eq!(found("Send it by tomorrow EOD or before Friday."), ["by tomorrow EOD", "before Friday"]);
        assert_eq!(found("The deadline is next Friday, ETA tomorrow."), ["deadline is next Friday", "ETA tomorrow"]);
        assert_eq!(found("Reply by 5pm Friday"), ["by 5pm Friday"]);
        assert!(found("At the end of the day, EODHD sells the EOD price.").is_empty());
        assert!(found("Try Monday.com by end of week 3").is_empty());
        assert!(found("We need it by the end of this week's meeting.").is_empty());
        assert!(found("We have ten minutes before lunch.").is_empty());
        assert_eq!(found("Please reply by tomorrow (Friday)."), ["by tomorrow"]);
        assert_eq!(found("We will move to Friday morning next month."), ["next month"]);
        assert!(found("Do not build it on 2/1 EOD.").is_empty());
        assert!(found("Prevent people from opening it on the weekend.").is_empty());
        assert_eq!(found("We will move it on the weekend."), ["the weekend"]);
        assert!(found("A second one follows if a fault hasn't been fixed by Monday.").is_empty());
        assert!(found("Will see how it goes next week.").is_empty());
        assert!(found("Publish a post that can be used for point 2 next month.").is_empty());
        assert!(found("This week we will go over what happened.").is_empty());
    }

    #[test]
    fn an_end_of_day_needs_no_preposition_where_it_is_asked_for() {
        assert_eq!(found("Please send it EOD tomorrow."), ["EOD tomorrow"]);
        assert_eq!(found("I need this EOD, thanks"), ["EOD"]);
        assert!(found("Please check the EOD price.").is_empty());
        assert!(found("The job will run at end of day.").is_empty());
    }

    #[test]
    fn a_promise_makes_one_too() {
        assert_eq!(found("We will reconvene tomorrow after the break"), ["tomorrow"]);
        assert_eq!(found("Review the draft next week"), ["next week"]);
        assert!(found("No updates this week.").is_empty());
        assert!(found("Next week's check-ins").is_empty());
        assert!(found("A bot will move all of them to the next sync point.").is_empty());
        assert!(found("See you next month.").is_empty());
        assert!(found("This month we will cover the new queue and the old one.").is_empty());
        assert_eq!(found("Next week we will cover the new queue."), ["Next week"]);
        assert!(found("Topics for discussion this week").is_empty());
        assert!(found("What they hope to accomplish next week").is_empty());
        assert!(found("PR: (activity this week / total activity) summary").is_empty());
        assert!(found("Ran the first debriefing meeting this week, with five guests").is_empty());
        assert!(found("We rolled back to before the weekend.").is_empty());
        assert!(found("Kicked off the work on exports this quarter.").is_empty());
        assert!(found("Please join our calls every first Tuesday.").is_empty());
        assert!(found("The team will elect a speaker of the month by the end of the month.").is_empty());
    }

    #[test]
    fn stories_habits_and_conditions_make_none() {
        assert!(found("We wanted to get it out by Friday at the latest").is_empty());
        assert!(found("By the end of the day nobody wanted to merge.").is_empty());
        assert!(found("Jobs that are due tomorrow run at night.").is_empty());
        assert_eq!(found("By the end of the day we need what was sent."), ["By the end of the day"]);
        assert!(found("Every sprint ends by Friday").is_empty());
        assert!(found("Keep it open for 48 hours during the week (72 hours on the weekend)").is_empty());
        assert!(found("If the job runs before the end of the month, the total is wrong").is_empty());
        assert!(found("Please reply by Friday 2026-11-20").is_empty());
        assert!(found("Feel better by next meeting").is_empty());
        assert!(found("The move of the till is put off, with no fixed deadline today.").is_empty());
        assert_eq!(found("There is no till yet, and the deadline is Friday."), ["deadline is Friday"]);
        assert!(found("**Lamps & Sons:** shut down this week, showing how thin the market is.").is_empty());
        assert_eq!(found("Shut down the old lamps this week, keeping the logs."), ["this week"]);
    }
}
