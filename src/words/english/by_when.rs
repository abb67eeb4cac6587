//! Whether words say by when, in whatever way: a day, an hour, or what has to happen first.

use std::sync::LazyLock;

use super::{deadline, number};
use crate::words::date;
use crate::words::list::is_among;
use crate::words::near;
use crate::words::pattern::Pattern;

/// "By next time", "week of the 26th", "after the form is filled": held to, if not to a day.
static OF_MEETING: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)\b(?:at (?:the|our|their) next (?:[\w-]+ )*(?:meeting|call|sync|session|stand-?up|workshop)\b|(?:by|until|before) (?:the )?next time|week of (?:the )?\d|later in the day",
        r"|(?:after|once) [^.;:?]{3,48} (?:is|are|has been|have been|gets|lands|merges) ",
        r"(?:out|in|done|ready|merged|released|published|approved|accepted|finished|complete[d]?|filled|available|live|closed|over)\b)"
    ))
});

/// "After the mail goes out", "before the launch", "before we merge it".
static OF_EVENT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)\b(?:(?:after|once|when) [^.;:?]{3,48} (?:goes out|answers|replies|responds|(?:is|are|has been|have been) (?:sent|created|filed|signed))\b",
        r"|once [^.;:?]{3,48} (?:completes|finishes|lands|merges|passes|succeeds|closes|ends)\b",
        r"|after (?:this|today['’]s) (?:meeting|call|sync|stand-?up|session|workshop|review|retro)\b",
        r"|post-(?:meeting|call|release|launch)(?:[.,;:)]|$)|after the (?:meeting|call|sync|stand-?up|session|workshop|review|retro)(?:[.,;:)]|$)",
        r"|before (?:the |our |this )?(?:next |first |final )?(?:\w+ )?(?:release|launch|freeze|vote|conference|event|go-live|workshop|summit|demo|presentation|cutover|deadline)\b",
        r"|before we (?:can )?(?:finali[sz]e|release|ship|launch|merge|vote|publish|announce|deploy|go live|start|tag)\b)"
    ))
});

/// "By 8/20", "by the 20th", "by week 34", "by Jan", "by noon": told in fewer words than a day has.
static IN_SHORT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)\b(?:(?:by|on|before|until|due) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}[/.]\d{1,2}\b|(?:cw|kw|wk|week) ?\d{1,2}\b",
        r"|(?:end of )?h[12]\b|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|noon\b|midnight\b|christmas\b|easter\b|new year))"
    ))
});

/// "Every morning", "daily standups": as often as that, and nobody is ever done with it.
static RECURRING: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)\b(?:(?:every|each) (?:(?:work(?:ing)? ?|week ?)?day|morning|evening|night|week|month|quarter|sprint|(?:mon|tues|wednes|thurs|fri)day)\b|(?:daily|weekly|fortnightly|monthly)(?: (?:stand-?ups?|updates?|check-?ins?|reports?))?(?:[.,;)]|$))",
    )
});

/// "Within two weeks"; of what "ends within a month" nothing is said to be due then.
static WITHIN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?i)\bwithin (?:an?|{}|\d{{1,2}}) (?:business |working )?(?:hour|day|week|month)s?\b",
        number::ALTERNATIVES
    ))
});

fn is_within(text: &str) -> bool {
    const CLAUSES: &[&str] = &[" that ", " which ", " who ", " if ", " when "];
    WITHIN.find(text).is_some_and(|found| !CLAUSES.iter().any(|it| text[..found.start()].contains(it)))
}

/// Where the time ends that a text begins with: "By 2026-11-26:", "For next session:".
pub fn leading(text: &str) -> Option<usize> {
    const LONGEST: usize = 40;
    let (first, _) = text.split_once(' ')?;
    let end = text.find(": ").filter(|it| *it <= LONGEST)?;
    let is_time = |it: &str| date::has_date(it) || ["next ", "tomorrow", "today"].iter().any(|word| it.contains(word));
    (is_among("by for until before at", &first.to_lowercase()) && is_time(&text[..end].to_lowercase()))
        .then_some(end + 2)
}

/// Whether a title says by when what stands below it is due: "Follow up before Monday (11/20)", "To do by 20 November". Of what is
/// to be done also "on Monday"; "Meeting on Monday" tells when it was.
pub fn is_due_in_title(title: &str) -> bool {
    const ACTIONS: &[&str] =
        &["action", "follow", "todo", "to do", "to-do", "task", "next step", "deadline", "assignment", "homework"];
    // "Action items for sprint 4": which has its days.
    static ITERATION: LazyLock<Pattern> =
        LazyLock::new(|| Pattern::new(r"(?i)\b(?:for|in|during|by|before) (?:sprint|iteration|milestone) #?\d"));
    let lower = title.to_lowercase();
    // "Preparation before the meeting": which is what all the others have in mind.
    const MEETING: &[&str] = &["before the meeting", "before the call", "before our meeting"];
    if lower.starts_with("pre-meeting") || MEETING.iter().any(|it| lower.contains(it)) {
        return true;
    }
    let are_actions = || ACTIONS.iter().any(|it| lower.contains(it));
    let is_led = |at: usize| deadline::find_cue(near::behind(&title[..at])).is_some();
    // "Action items for 2026-11-20" are as often those of that day.
    let is_put = |at: usize| [" on ", " for ", "(", ": "].iter().any(|it| title[..at].ends_with(it));
    let mut counted = deadline::moments(title).filter(|it| it.1 != deadline::Moment::Lunch).map(|it| it.0.start);
    counted.any(|at| is_led(at) || are_actions() && is_put(at))
        || date::mentions(title).iter().any(|it| is_led(it.range.start))
        || (IN_SHORT.is_match(title) || ITERATION.is_match(title)) && are_actions()
}

/// Whether a text gives any point in time that an action can be held to.
pub fn is_told(text: &str) -> bool {
    is_set(text)
        || OF_EVENT.is_match(text)
        || IN_SHORT.is_match(text)
        || RECURRING.is_match(text)
        || is_within(text)
        || leading(text).is_some()
}

/// The same, where it is plain that something is due then.
pub fn is_set(text: &str) -> bool {
    date::has_date(text) || date::has_month(text) || deadline::names_time(text) || OF_MEETING.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::{is_due_in_title, is_set, is_told};

    #[test]
    fn a_title_says_when_all_below_is_due() {
        for due in [
            "Follow up before Monday (11/20)",
            "Pre-Meeting Preparation",
            "Follow up on Monday",
            "Follow up by 2023-11-20",
            "To do by 20 November 2023, 17:00 UTC",
            "Next steps (by 11/20)",
            "By Saturday",
            "Action items for Sprint 3",
        ] {
            assert!(is_due_in_title(due), "{due}");
        }
        for open in
            ["Meeting on Monday", "Notes for 2023-11-20", "Action items", "Follow up of the call", "Demo on 11/20"]
        {
            assert!(!is_due_in_title(open), "{open}");
        }
    }

    #[test]
    fn a_term_has_many_forms() {
        for told in [
            "Ada: send it by 8/20",
            "Ada: send it by the 20th",
            "Ada: send it by week 34",
            "Ada: send it within two weeks",
            "Ada: tally the votes after the mail goes out",
            "Ada: send the poll right after the meeting",
            "Ada will send the poll after this call, and book a room",
            "Ada: fix the tests before the next release",
            "Ada: read it before we finalise the charter",
            "Ada: read the log every morning",
            "Everyone: post daily standups",
        ] {
            assert!(is_told(told) && !is_set(told), "{told}");
        }
        for open in [
            "Ada: add 8/20 to the list",
            "Ada: say when the release is",
            "Ada: say what changed after the meeting of the board",
            "Ada: go on within the team",
            "Ada: mend the daily build of the docs",
            "Ada: alert on keys that end within a week",
        ] {
            assert!(!is_told(open), "{open}");
        }
    }
}
