//! "TBD" in the place of a time: behind its name, before words of time, in the cell of a table.

use std::sync::LazyLock;

use super::Strength;
use crate::words::date;
use crate::words::pattern::{Pattern, any_of, in_pieces};

/// "TBD" where a time should stand: behind the name of a time, or before words of time.
pub fn undecided(before: &str, after: &str) -> Option<Strength> {
    static TIME_NAME: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            // "The date of the freeze is still to be decided", "when it begins is to be announced"
            r"(?:^|[.;:,] )(?:(?:the|our|its|an?|exact|final|precise|actual|new|release|start|end|due|launch|target) ){0,4}(?:date|deadline|eta|timeline|schedule|timing|day) (?:of|for) (?:[\w'-]+ ){0,5}?[\w'-]+(?: ?: | (?:is |are |still |yet |remains |remain ){1,3})$",
            r"|(?-u:\b)next (?:[\w-]+ )?(?:meeting|call|session|sync|workshop)s?(?: date)?(?: (?:is|are|will be))? ?:? ?(?:is |still |to be )?$",
            r"|^when [^.;:?]{3,60} (?:is |are |has |have |will be |remains )(?:still |yet )?$",
            r"|(?-u:\b)(?:(?:[\w-]+ ){0,3}(?:date|deadline|when|eta|due|timeline|schedule|timestamp|(?:start|end|launch|release|activation|meeting) time|milestone|target)|ga|alpha|beta|stable|launch)(?: date)?(?: \([^()]*\))? ?(?:is|are|still|[:=|–—-])? ?(?:is |are |still )?$",
        ])
    });
    static TIME_AFTER: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^,? (?:in|at|for|during|after|with) (?:(?:an?|the|our) )?(?:(?:later|next|future|subsequent|upcoming|following|first|initial) )?(?:alpha|beta|ga|stable|graduation|release|version|milestone|phase|sprint|quarter|date|time|point|stage|iteration)(?-u:\b)|^,? (?:later|soon)(?-u:\b)",
        ])
    });
    // "TBD in Phase 3" says when, as far as the plan does.
    static NUMBERED: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)^,? \(?(?:in|at|during|after|before|with|until|for) (?:phase|stage|step|milestone|sprint|week|day|iteration|cycle|round|part|section) \d",
        )
    });
    // "To be determined at the time of each call" says when, and "by the lead" who does it each time.
    let is_told = [" at the time of ", " at the point of ", " by "].iter().any(|it| after.starts_with(it))
        || NUMBERED.is_match(after);
    // "TBD but aiming for December", "TBD, most likely in March"
    let is_aimed = || {
        let near: String = after.chars().take(LONGEST_AIM).collect();
        ["aim", "likely", "probably", "target", "tentativ", "hop", "expect"].iter().any(|it| near.contains(it))
            && date::has_month(near.split(['.', ';']).next().unwrap_or_default())
    };
    // "TBD (~2-3 days after release)"
    let is_after = || {
        let aside =
            after.trim_start().strip_prefix('(').and_then(|it| it.split_once(')')).map_or("", |(aside, _)| aside);
        [" after ", " before ", "once "].iter().any(|it| aside.contains(it))
    };
    let is_told = is_told || is_aimed() || is_after();
    // "The date for which nothing is given is to be determined" is a rule.
    let is_told = is_told || before.contains(" which ");
    // "It is yet to be determined when the old one goes"; what is "to be decided when it is built" has its time.
    let is_asked = || after.starts_with(" when ") && before.trim_end().to_ascii_lowercase().ends_with("it is yet");
    (!is_told && (is_asked() || TIME_NAME.is_match(before) || TIME_AFTER.is_match(after))).then_some(Strength::Firm)
}

/// Whether what leads to a table says that some of its times are estimates or unknown: whoever knows will not say earlier.
pub fn says_unknown(lead: &str) -> bool {
    static UNKNOWN: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"estimates?|estimated|(?:not|n't) (?:yet |clearly |officially |publicly )*(?:been )?(?:confirm\w*|announce\w*|publish\w*|state|stated|say|known|decided|fixed|set)|(?:unknown|to be (?:announced|confirmed|decided|determined)) (?:dates?|days?|times?|until|yet|so far)",
        ])
    });
    UNKNOWN.is_match(lead)
}

/// Whether the name of a column or a row is that of a time, in any spelling: "FORK_TIMESTAMP", "Release date".
pub fn names_time(name: &str) -> bool {
    static NAME: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?:^|[^a-z])(?:date|deadline|when|eta|due|timestamp|start time|end time|release time|target date|timeline|milestone|go-?live|end of life|eol)(?:[^a-z]|$)",
        )
    });
    // "Date accuracy" is a measure, and "last updated" is no day to come.
    static OTHER: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?:dates?|times?) (?:accuracy|format|range|coverage|zone|type|field|column|parsing)|last (?:updated?|modified|changed|seen|run)",
        )
    });
    name.len() <= LONGEST_NAME && NAME.is_match(name) && !OTHER.is_match(name)
}

const LONGEST_NAME: usize = 48;

/// Letters between an open day and the month that is aimed at.
const LONGEST_AIM: usize = 40;

/// Whether a cell names what has to be over first: "phase 2 complete", "after the audit".
pub fn is_done_first(text: &str) -> bool {
    static FIRST: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:complete[d]?|completion|done|approv(?:al|ed)|merged|sign-?off|finished|launch(?:ed)?|released?|after|once)(?-u:\b)",
        ])
    });
    FIRST.is_match(text)
}

/// Whether a whole cell or value is left for later.
pub fn is_left_open(text: &str) -> bool {
    const LATER: &[&str] = &[
        "tbd",
        "tba",
        "tbc",
        "to be decided",
        "to be determined",
        "to be announced",
        "to be confirmed",
        "soon",
        "coming soon",
    ];
    let text = text.trim_matches(|it: char| !it.is_alphanumeric());
    LATER.iter().any(|it| it.eq_ignore_ascii_case(text))
}
