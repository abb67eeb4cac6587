//! Hours that a program keeps for whoever uses it: reminders, alarms, what a calendar shows. Each user has their own.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::near;
use crate::words::pattern::{Pattern, in_pieces};

/// Whether a time in a sentence is one that a reminder, an alarm or a screen shows: "it shows up at 8 am", "set the alarm to 7".
pub fn is_shown(sentence: &str, time: &Range<usize>) -> bool {
    static OF_TIMER: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:reminders?|alarms?|timers?|snooze[ds]?|quiet hours|do not disturb|notifications?)(?-u:\b)(?: [\w'-]+){0,6},? $",
            r"|(?-u:\b)(?:shows? up|shown|displayed|appears?|rings?|goes off|triggers?|fires?)(?: only)?(?: (?:at|as|for|from))? $",
        ])
    });
    static INSTEAD: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"^\.? (?:instead of|rather than) (?:at )?\d"]));
    is_scale(sentence, time)
        || OF_TIMER.is_match(near::behind(&sentence[..time.start]))
        || INSTEAD.is_match(near::ahead(&sentence[time.end..]))
}

/// "A wall of 5 m is 100 mm at 1:50": how much smaller a drawing is.
fn is_scale(sentence: &str, time: &Range<usize>) -> bool {
    const LENGTHS: &[&str] = &[" mm ", " cm ", "scale", "Scale", "SCALE"];
    let near = [near::behind(&sentence[..time.start]), near::ahead(&sentence[time.end..])];
    &sentence[time.start..time.end.min(time.start + 2)] == "1:"
        && LENGTHS.iter().any(|it| near.iter().any(|part| part.contains(it)))
}

#[cfg(test)]
mod tests {
    use super::is_shown;

    fn shown(sentence: &str, time: &str) -> bool {
        let start = sentence.find(time).expect("the sentence holds it");
        is_shown(sentence, &(start..start + time.len()))
    }

    #[test]
    fn a_reminder_has_the_hour_of_who_set_it() {
        assert!(shown("The reminder should only trigger at 11am.", "11am"));
        assert!(shown("I have the reminder set at 8 pm, but it comes too early.", "8 pm"));
        assert!(shown("I set it to 8 pm, and it shows up at 8 am.", "8 am"));
        assert!(shown("Set the alarm to 7 am", "7 am"));
        assert!(shown("It starts at 9 AM instead of 8 AM.", "9 AM"));
        assert!(!shown("The demo starts at 9 AM.", "9 AM"));
        assert!(shown("The wall must be 100 mm at 1:50.", "1:50") && !shown("The demo starts at 1:50.", "1:50"));
        assert!(!shown("Reminder of the meeting that Omar and Lena have asked for: it is at 9 AM.", "9 AM"));
    }
}
