//! Whether what follows a time without an end gives it one after all.

use std::sync::LazyLock;

use crate::words::english::deadline;
use crate::words::pattern::{Pattern, in_pieces};
use crate::words::{date, near, tracker};

/// What follows says by when after all: a date, an event, a condition; or that it is no promise: "later than".
pub fn is_bounded(time: &str, after: &str) -> bool {
    static BOUND: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^ as(?-u:\b)|^,? ?\(?(?:(?:perhaps |ideally |say )?within \d+|:? \(?(?:and |and/or )?(?:ideally |preferably )?(?:in|within)? ?the next \w+ (?:weeks|days|months)|of|when|once|after|if|unless|until|before|than|thereafter|afterwards?|enough|by|prior to|anyway|regardless|in (?:this|the (?:next|following)) (?:section|chapter|article|guide|post|page|tutorial|document|text|video)|(?:in|of|during) (?:the|this|its|our|that) (?:[\w-]+ ){0,2}(?:pipeline|process|flow|life-?cycle|workflow|procedure|sequence|algorithm|execution|computation|protocol))(?-u:\b)",
        ])
    });
    // "In a future release (>v0.5.0)", "soon with the v3 release".
    static VERSION: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^ with the (?:\S+ ){0,2}v?\d[\w.]* release(?-u:\b)|^(?: \((?:(?:currently |tentatively )?(?:targeted|planned|scheduled|expected) (?:for|in) (?:[a-z]+ )?)?|, (?:currently|tentatively|likely|probably|possibly) |,? (?:currently |tentatively |likely )?(?:targeted |targeting |planned |scheduled )(?:for |as |in )?)(?:after |from |since |not before |probably )?[<>=\x{2265}~]* ?(?:v?\d+\.\d|\x{fffc})",
        ])
    });
    // "Coming soon (stories 6.2 to 6.8)".
    static NUMBERED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^:? ?\((?:in |after |with )?(?:stor(?:y|ies)|epics?|phases?|sprints?|milestones?|iterations?|stages?|waves?) #?\d",
        ])
    });
    // "To be opt-out when the network and our people are ready".
    static FURTHER: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^(?: [\w'-]+){1,6},? (?:when|once|as soon as) (?:(?:the|our|all|both) \w+|\w+ and (?:the|our) \w+)",
        ])
    });
    static OF_SOMEBODY: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"^ by (?:the|a|an|our|us|me|[a-z]+s)(?-u:\b)"]));
    let near: String = after.chars().take(30).collect();
    let names_day = near.starts_with([',', '(']) || near.starts_with(" (") || near.starts_with(" - ");
    // "In a future version of the tool" is any of them.
    let is_of_thing = after.starts_with(" of ") && (time.ends_with("version") || time.ends_with("release"));
    // "Soon, ETA 1 day".
    let has_estimate = || near.trim_start_matches([' ', ',', '(', '-']).starts_with("ETA");
    has_estimate()
        || BOUND.is_match(after) && !OF_SOMEBODY.is_match(after) && !is_of_thing
        || near.contains(", at the latest ")
        || FURTHER.is_match(after)
        || VERSION.is_match(after)
        || NUMBERED.is_match(after)
        || date::has_date(&near)
        || names_day && deadline::names_time(&near)
        || is_tracked(after)
}

/// "We discuss it during today's call", and then "later": before those who sit there part.
pub fn is_of_call(before: &str) -> bool {
    const LONGEST: usize = 32;
    let last = near::behind_within(before, LONGEST);
    ["call ", "meeting ", "session "].iter().any(|it| last.ends_with(it))
        && ["during today", "in today", "during this ", "in this "].iter().any(|it| last.contains(it))
}

/// Whether a page that speaks to nobody rather hopes so: half of the readers ask nothing there.
pub fn is_loose(time: &str) -> bool {
    const LOOSE: &[&str] = &["shortly", "weeks", "months", "date", "stage", "permits", "permitting", "allows"];
    let last = time.rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
    LOOSE.contains(&last.as_str())
}

/// An issue beside the promise says where to look: "soon (#142)", "soon in owner/name#142".
fn is_tracked(after: &str) -> bool {
    let near: String = after.chars().take(60).collect();
    let clause = near.split(['.', ';', ',']).next().unwrap_or_default();
    tracker::find(clause).is_some()
}
