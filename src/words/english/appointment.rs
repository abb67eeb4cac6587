//! What a clock time in a sentence is there for: somebody has to be in time for it, it comes again and again, or it is
//! told. Judged from the words beside it.

mod ahead;

use std::ops::Range;
use std::sync::LazyLock;

use super::mood;
use crate::words::pattern::Pattern;
use crate::words::zone::named;
use crate::words::{date, near};

/// What a clock time is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// Something has to be done by then.
    Deadline,
    /// People meet, or something begins or ends, at a time to come.
    Meeting,
    /// It comes again and again.
    Habit,
    /// Something happened then.
    Past,
    /// Nothing beside it says.
    Unsaid,
}

/// The words that make a time a deadline, directly before it.
static DUE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:by|before|until|till|no later than|not later than|at the latest(?: by)?|due(?: is|:)?(?: at| by)?",
        r"|deadline(?: is| will be|:)?(?: at| by)?|clos(?:es?|ing) at|expires? at|cut-?off(?: is|:)?(?: at)?|ETA(?: is|:)?)",
        r"(?: (?:about|around|approximately|roughly|\p{L}+day,?(?: at)?|(?:today|tomorrow),?(?: at)?|\d{1,2}\.\d{1,2}\.\d{4},?(?: at)?))?[ (]*$"
    ))
});

/// What is held at a time, and what begins or ends at one.
static HELD: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:meet(?:ing|up)?s?|calls?|syncs?|stand-?ups?|webinars?|office hours?|workshops?|retros?",
        r"|conferences?|demos?|hangouts?|interviews?|huddles?|town ?halls?|all[- ]hands|trainings?|presentations?",
        r"|maintenance|downtime|windows?|freeze|cut-?over|go-?live|migration|switch-?over|embargo|handover|hand-?off|shifts?",
        r"|reminders?|next update|another update|join us|see you|let['’]s meet|catch up|reconvene)(?-u:\b)"
    ))
});

/// The words that put something at a time, directly before it.
static AT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:(?-u:\b)(?:at|from|starting|starts|begins|between|and|to|until|around|about|@|for|,)",
        r"|(?-u:\b)\p{L}{3,6}days?,?|(?-u:\b)(?:today|tomorrow|tonight),?|[@:\u{2013}\u{2014}-])[ (]*$"
    ))
});

static AGAIN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:every|each) (?:\w+ ){0,2}(?:day|night|morning|evening|weekday|week|month|hour|\w+day)s?(?-u:\b)",
        r"|(?-u:\b)(?:daily|nightly|weekly|bi-?weekly|fortnightly|monthly|weekdays|(?:mon|tues|wednes|thurs|fri|satur|sun)days)(?-u:\b)"
    ))
});

/// A stamp that a program or an author leaves: nobody has to be in time for it.
static STAMP: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:(?:last )?(?:updated?|modified|edited|changed|generated|created|exported|posted|published|retrieved",
        r"|accessed|written|saved|captured|recorded|uploaded|commit(?:ted)?|screenshot|screen shot|snapshot|adjourned",
        r"|called to order|signed|sent|wrote|said|wak(?:e|es|ing)))(?-u:\b)"
    ))
});

/// A door has the time of its house, a hearing that of its town; "even at 2am" and "when it breaks at 2am" are any hour.
static OF_PLACE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:even|not|breaks|fails|crashes|dies) at $|(?-u:\b)hearings? (?:(?:is|are|will be|to be) )?(?:scheduled|held|set) (?:for|on|at) [^.;]{0,24}$|\d+ ?min(?:ute)?s?\.?, until $|(?-u:\b)(?:buildings?|doors?|lobby|reception|garage|cafeteria|gym|entrance)",
        r"(?: (?:will|is|are))? (?:open|close|lock)(?:s|ed)?(?-u:\b)|(?-u:\b)(?:dinner|breakfast|banquet|barbecue|picnic)(?-u:\b)[^.;]*$"
    ))
});

/// Behind a time: who is there is in its zone.
static AT_VENUE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^\)?,? (?:in|at) (?:the |our )?(?:\w+ )?(?:convention cent(?:er|re)|conference cent(?:er|re)|expo|exhibition hall|exhibit hall|ballroom|lobby|booth|venue|auditorium|places|restaurants?)(?-u:\b)",
    )
});

/// A place in a recording is counted from its beginning.
static MEDIA: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:record(?:ing|ed)s?|videos?|youtube|watch|demos?|slides?|clip|timestamps?|1970-01-01|in our (?:case|example)|such as)(?-u:\b)",
    )
});

/// "The demo is at 15:00", "Demo: 26 Nov 2026, 15:00": people come to it.
static GIVEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)demos? (?:is|are|will be|starts?|begins?|moves?|moved) (?:at|on|to|from) (?:[^.;:]{0,24} )?$|^[^\p{L}]*(?:\w+ ){0,2}demos?: [^.;:]{3,28} $",
    )
});

/// A verb of the past right before a time: "it ended at", "began around".
static HAPPENED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:(?:opened|opens|started|began|closed|closes|ended|convened|adjourned|adjourns|joined|left) (?:the |this |our )?(?:meeting|call|session)|\w{2,}ed|began|ran|broke|fell|came|got|sent|saw|found|took|rose|hit|back|up|down|since|spent|left|met)",
        r"(?: \w+ly)?(?: (?:on|from|since) [^.;]{0,40})?(?: (?:at|from|around|about|by|between|again|until|till|approximately|tonight|today|,))*[ (~]*$"
    ))
});

/// "Meeting ended at": whatever its line says before.
static ENDED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?-u:\b)(?:meeting|call|session|sync|stand-?up|retro) (?:was )?(?:ended|adjourned|concluded|closed|dismissed|finished|started|began)",
        r"(?: \w+ly)?(?: at| around| about|:| @)? [(~]?$"
    ))
});

/// "Meeting end at", in minutes.
static CLOSES: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:meeting|call|session|sync|stand-?up|retro) (?:ends?|starts?|begins?|closes?|adjourns?)(?: at| around| about|:| @)? [(~]?$",
    )
});

/// Right before a time that a program shows, or should, and before one at which somebody counted: "displays 10 AM", "was
/// expecting 5 PM", "as of 2026-11-20 11:05".
static VALUE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:displays|displayed|expecting|expected|prints|printed|returns|returned|instead of|as of(?: [\d/.-]+)?,?) $",
    )
});

/// What people of several places come to, or a machine does.
static FOR_ALL: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:^|[^-\w])(?:meet(?:s|ings?|-?ups?)?|calls?|syncs?|stand-?ups?|sessions?|webinars?|workshops?|retros?|office hours?",
        r"|hangouts?|huddles?|town ?halls?|all[- ]hands|conferences?|jobs?|cron\w*|backups?|runs?|batch|scripts?|builds?|nightly",
        r"|pipelines?|exports?|imports?|schedule[sd]?|maintenance|downtime|freeze|releases?|deadline|windows?|cut-?over|embargo)(?-u:\b)"
    ))
});

/// Whether a time in this sentence is one for people of several places, or for a machine: a handbook also says when its
/// office opens, and by when those who are ill call.
pub fn is_for_all(sentence: &str) -> bool {
    FOR_ALL.is_match(sentence)
}

/// Whether what stands before a time says that somebody meets at it, or that something rests: "we meet on 20 November at".
pub fn is_held(before: &str) -> bool {
    HELD.is_match(near::behind(before))
}

/// Whether what stands before a time of minutes says when the meeting began or ended: "Meeting end at".
pub fn is_end_of_meeting(before: &str) -> bool {
    CLOSES.is_match(near::behind(before))
}

/// What the clock time at `clock` is there for.
pub fn of(sentence: &str, clock: &Range<usize>) -> Option<Occasion> {
    let (before, after) = (near::behind(&sentence[..clock.start]), near::ahead(&sentence[clock.end..]));
    // "5 PM sections": one for each of five people; "3 AM phone calls" and "a 2am page" are those of any night.
    const OF_NO_DAY: &[&str] = &[
        " sections",
        " rows",
        " columns",
        " cards",
        " tabs",
        " phone",
        " page",
        " pages",
        " alert",
        " wake",
        " incident",
        " outage",
    ];
    // "At certain hours (2am, 3am, etc.)" names none of them.
    let is_series = after.split(')').next().is_some_and(|it| it.ends_with(", etc.") || it.ends_with(", etc"));
    let is_count = OF_NO_DAY.iter().any(|it| after.starts_with(it))
        || is_series
        || is_at_house(after)
        || is_of_any_night(before, &sentence[clock.clone()]);
    let is_local = OF_PLACE.is_match(before) || AT_VENUE.is_match(after) || is_count;
    // "The page would differ at midnight" supposes.
    let is_supposed = before.contains(" would ") && !before.contains(" would like") || VALUE.is_match(before);
    if is_supposed || mood::is_example(before) || STAMP.is_match(before) || is_local {
        return None;
    }
    if !ends_with_half(&sentence[clock.clone()]) && MEDIA.is_match(sentence) && !GIVEN.is_match(before) {
        return None;
    }
    if AGAIN.is_match(before) || AGAIN.is_match(after) {
        // "We used to meet daily at 10:00."
        return (!before.contains("used to ")).then_some(Occasion::Habit);
    }
    let is_past = mood::is_past(before)
        || ENDED.is_match(before)
        || HAPPENED.is_match(before) && !ahead::is_planned(before) && !ahead::is_there(before);
    let is_put = AT.is_match(before) || before.trim().is_empty();
    let has_day = date::mentions(before).last().is_some_and(|it| before.len() - it.range.end <= 12)
        || date::mentions(after).first().is_some_and(|it| it.range.start <= 12)
        || ahead::is_of_next_day(before, after);
    Some(match () {
        () if is_past => Occasion::Past,
        () if mood::is_condition(before) => Occasion::Unsaid,
        () if DUE.is_match(before) => Occasion::Deadline,
        () if (is_put || has_day) && HELD.is_match(before) || HELD.is_match(after) && is_put => Occasion::Meeting,
        () if ahead::is_put_out(before) || ahead::is_there(before) => Occasion::Meeting,
        // "The run of 2026-05-04 21:58": nobody appoints anything to the minute.
        () if has_day && is_to_the_minute(&sentence[clock.clone()]) => Occasion::Past,
        () if has_day || is_put && ahead::is_ahead(before) => Occasion::Meeting,
        () => Occasion::Unsaid,
    })
}

/// Whether whoever is paged at that hour stands for any night: "an engineer paged at 3am". Who "was paged at 3:12" was it once.
fn is_of_any_night(before: &str, clock: &str) -> bool {
    const LEADS: &[&str] = &["paged at ", "woken at ", "woken up at ", "awake at "];
    const ONCE: &[&str] = &[" was", " were", " got", " I"];
    let led = LEADS.iter().find_map(|it| before.strip_suffix(it));
    let is_once = |led: &str| ONCE.iter().any(|it| led.trim_end().ends_with(it));
    !clock.contains([':', '.']) && led.is_some_and(|it| !is_once(it))
}

/// Whether a house is named right behind a time: "13:00-17:00 @ Harbour House", where a handle calls somebody.
fn is_at_house(after: &str) -> bool {
    const LONGEST: usize = 6;
    let end = after.trim_start_matches(['-', '\u{2013}', ' ']);
    let end = end.trim_start_matches(|it: char| it.is_ascii_digit() || it == ':');
    let place = end.trim_start().strip_prefix("@ ").filter(|_| after.len() - end.len() <= LONGEST + 3);
    place.is_some_and(|it| named::is_venue(it.split(['.', ';', '\n']).next().unwrap_or_default()))
}

/// Whether a time is none that people choose: 21:58, and neither 14:05 nor 23:59.
fn is_to_the_minute(clock: &str) -> bool {
    let minute = clock.split_once([':', '.']).and_then(|(_, it)| it.get(..2)?.parse::<u8>().ok());
    minute.is_some_and(|it| it % 5 != 0 && it != 59)
}

fn ends_with_half(clock: &str) -> bool {
    clock.trim_end_matches('.').ends_with(['m', 'M'])
}

#[cfg(test)]
mod tests {
    use super::Occasion::{self, Deadline, Habit, Meeting, Past, Unsaid};
    use crate::words::clock;

    fn of(sentence: &str) -> Option<Occasion> {
        super::of(sentence, &clock::find(sentence).first().expect("a clock time").range)
    }

    #[test]
    fn the_words_beside_a_time_say_what_it_is_for() {
        assert_eq!(of("Send it by 14:00."), Some(Deadline));
        assert_eq!(of("Deadline: 26.04.2027 23:59"), Some(Deadline));
        assert_eq!(of("The demo is at 15:00."), Some(Meeting));
        assert_eq!(of("Demo: 26 Nov 2026, 15:00"), Some(Meeting));
        assert_eq!(of("Can you join at 15:00?"), Some(Meeting));
        assert_eq!(of("22:00-23:00 on Friday 27 November"), Some(Meeting));
        assert_eq!(of("In the demo at 15:00 it fails"), None);
        assert_eq!(of("Demo: 15:00"), None);
        assert_eq!(of("A leak means wet floors and 3 AM phone calls."), None);
        assert_eq!(of("The lunch is on Tuesday at 12:30 in the convention center."), None);
        assert_eq!(of("The call is on Tuesday at 14:00."), Some(Meeting));
        assert_eq!(of("The freeze starts 2026-11-20 at 14:00."), Some(Meeting));
        assert_eq!(of("The job runs daily at 02:00."), Some(Habit));
        assert_eq!(of("We used to meet daily at 10:00."), None);
        assert!(
            super::is_for_all("We meet daily at 10:00.") && !super::is_for_all("Tell us by 10:00 when you are ill.")
        );
        assert_eq!(of("The database went away at 14:00."), Some(Past));
        assert_eq!(of("The shop opens 14:00 or so"), Some(Unsaid));
        assert_eq!(of("The database will be down from 22:00 to 23:00."), Some(Meeting));
        assert_eq!(of("The database was down from 22:00 to 23:00."), Some(Past));
        assert_eq!(of("It is down since 22:00, and will be."), Some(Past));
        assert_eq!(of("We'll restart the broker at 17:30."), Some(Meeting));
        assert_eq!(of("We are rebooting the mail host at 23:00."), Some(Meeting));
        assert_eq!(of("I'm seeing this at 23:00."), Some(Unsaid));
        assert_eq!(of("Are you free at 14:00?"), Some(Meeting));
        assert_eq!(of("I'm blocked until 14:00."), Some(Deadline));
        assert_eq!(of("Prod is read-only on Saturday from 22:00."), Some(Meeting));
        assert_eq!(of("Prod was down Saturday at 22:00."), Some(Past));
        assert_eq!(of("Reboot tonight at 23:00."), Some(Meeting));
        assert_eq!(of("Lunch at 12:30 tomorrow?"), Some(Meeting));
        assert_eq!(of("It crashed tonight at 23:00."), Some(Past));
        assert_eq!(of("Ada will be there Meeting ended at 15:37"), Some(Past));
        assert_eq!(of("The dinner is on Thursday, November 21, at 21:00."), None);
        assert!(super::is_end_of_meeting("Meeting end at ") && !super::is_end_of_meeting("The meeting moves to "));
        assert_eq!(of("Last updated 2026-11-20 14:00"), None);
        assert_eq!(of("For example 14:00"), None);
        assert_eq!(of("The rest was expecting 5 PM for the test."), None);
        assert_eq!(of("Ready (2026-05-04 21:58)"), Some(Past));
        assert_eq!(of("Ready (2026-05-04 21:59)"), Some(Meeting));
        assert_eq!(of("It would show another page at midnight."), None);
        assert_eq!(of("Who has had a 2 AM incident knows."), None);
        assert_eq!(of("As of 2026-11-20 11:05 there are 14."), None);
        assert_eq!(of("We meet on 2026-11-20 13:00-17:00 @ Harbour House"), None);
        assert_eq!(of("We meet on 2026-11-20 13:00-17:00 @ Zoom"), Some(Meeting));
    }
}
