//! What a message is for that asks nobody for anything: it tells of an incident, hands work on, or says how far work is.
//! Told by its own words; headings and labels are none of its business.

use std::ops::Range;
use std::sync::LazyLock;

use crate::text::border;
use crate::words::pattern::{Pattern, in_pieces};

/// What a message tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// Something does not work, works again, or will not work for a while.
    Incident,
    /// Work that somebody else goes on with.
    Handover,
    /// What is done, and what comes.
    Progress,
}

/// Bytes. A longer message says in the beginning what it is for.
const LONGEST: usize = 1500;

/// Whoever asks wants an answer, whatever else is told.
static ASKED: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"\?|(?-u:\b)(?:can|could|would|will) (?:you|some\w*|any\w*|one of|whoever)(?-u:\b)",
        r"|(?-u:\b)please (?:check|look|review|send|let me|grant|fix|help|advise|confirm|revoke|add|sign|fill|approve|tell|have a|take a)",
        r"|(?-u:\b)(?:i|we) (?:need|want|would like) ",
    ])
});

static INCIDENT: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^\W*(?:inc(?:ident)?[-_ #]\d+|incident (?:update|notice|report|resolved)|(?:resolved|mitigated|investigating|identified|monitoring)(?: ?[:\x{2013}\x{2014}-]| \d)",
        r"|update on the (?:outage|incident|disruption|maintenance)|(?:scheduled |planned |emergency )?maintenance(?: (?:tonight|tomorrow|window|on|this|next)(?-u:\b)|:)|outage(?: update)?(?: ?[:\x{2013}\x{2014}-]|: ))",
        r"|(?-u:\b)next update (?:at|in|by|within|will|is)(?-u:\b)|(?-u:\b)(?:we(?:'ll| will)|will) (?:next |be )?updat(?:e|ing) here",
        r"|(?-u:\b)we(?:'re| are) (?:aware of|(?:currently |still )?investigating) |(?-u:\b)we(?:'ve| have)? mitigated |(?-u:\b)backlog is (?:draining|being|cleared)",
        r"|(?-u:\b)(?:incident|outage|disruption) (?:has been|is now|is|was|has) (?:resolved|mitigated|reoccurred|over)(?-u:\b)",
        r"|^\W*heads[- ]up\W+[^.?!]*(?-u:\b)(?:is|are) (?:down|unavailable|degraded|slow|failing|broken|offline)(?-u:\b)",
        r"|(?-u:\b)(?:is|are) (?:down|unavailable|degraded|slow|failing|offline)(?-u:\b)[^.?!]*(?-u:\b)(?:we(?:'re| are)|team is) (?:looking into|working on|investigating|on it)",
    ])
});

static HANDOVER: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^\W*(?:(?:shift |session )?hand-?(?:over|off)(?: to|:| notes| \d| \x{2014}| -)|shift (?:notes|report|summary)|end of shift|eod (?:notes|hand-?(?:over|off))|signing off)",
        r"|(?-u:\b)(?:over to you (?:for|until|now|tonight)|handing (?:this |it )?over to |you(?:'ll| will)? (?:take|are taking) over|takes over from (?:me|us))",
    ])
});

static PROGRESS: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^\W*(?:(?:hi|hey|hello|dear) [^,.!?]*[,!] *)?(?:(?:(?:a|the|our|weekly|daily|sprint|monthly|bi-?weekly|quarterly|quick|short|brief|project|team|progress|status) )*(?:weekly|daily|sprint|progress|status|quick|short|brief|team) (?:update|report|status)(?: for| from| on| of| week|,|:)",
        r"|status (?:week|kw)(?-u:\b)|stand-?up(?: notes| update)?:|done (?:this|last) (?:week|sprint|month)(?-u:\b))",
        r"|(?-u:\b)yesterday: [^?]*(?-u:\b)today: ",
    ])
});

/// What a message tells, and the words that say so.
pub fn telling(text: &str) -> Option<(Telling, Range<usize>)> {
    let text = &text[..border(text, LONGEST)];
    let told = [(Telling::Incident, &INCIDENT), (Telling::Handover, &HANDOVER), (Telling::Progress, &PROGRESS)];
    let found = told.into_iter().find_map(|(what, pattern)| Some((what, pattern.find(text)?.range())))?;
    let is_asked = || match found.0 {
        // Who takes over is told what to do.
        Telling::Handover => text.contains('?'),
        Telling::Incident | Telling::Progress => ASKED.is_match(text),
    };
    (!is_asked()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::Telling::{self, Handover, Incident, Progress};

    fn telling(text: &str) -> Option<Telling> {
        super::telling(text).map(|it| it.0)
    }

    #[test]
    fn what_asks_nobody_tells_something() {
        assert_eq!(telling("[INC-12] 14:20 UTC - uploads fail in the north."), Some(Incident));
        assert_eq!(telling("Heads up: the wiki is down for some, we're looking into it."), Some(Incident));
        assert_eq!(telling("RESOLVED 09:42 UTC: the mail delays are over."), Some(Incident));
        assert_eq!(
            telling("14:10 UTC\n\nThe power is still out. We will next update here at 15:00 UTC."),
            Some(Incident)
        );
        assert_eq!(telling("The search is slow. Could you look? Next update at 15:00."), None);
        assert_eq!(telling("Handover to Kenji, as of 17:30 UTC: the copy is at 60 %."), Some(Handover));
        assert_eq!(telling("@bo over to you for the night. The queue is drained."), Some(Handover));
        assert_eq!(telling("Weekly update, team Blue\nShipped: the filter."), Some(Progress));
        assert_eq!(telling("yesterday: merged #12. today: the retry queue."), Some(Progress));
        assert_eq!(telling("Quick update on this?"), None);
        assert_eq!(telling("Can you check the export?"), None);
        assert_eq!(telling("The export crashes when I click Save."), None);
    }
}
