//! What minutes say first of the meeting that they are of: "Thank you for attending the meeting on 20 November". The next meeting
//! and the one before are of other days.

use std::sync::LazyLock;

use crate::words::date::{self, Mention};
use crate::words::near;
use crate::words::pattern::Pattern;

static THIS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)^\W*(?:(?:thanks|thank you)(?: all| everyone| everybody| to all)? for (?:attending|joining|coming to|being at|participating in|your participation in)",
        r"|(?:(?:these|here|this|below) (?:are|is) )?(?:the )?(?:meeting )?(?:minutes|notes|summary|recap|record) (?:of|from|for)) ",
        r"(?:the|our|this|today's) [^.;:,]*(?:meeting|call|sync)(?: (?:held|which took place|that took place))? (?:on|of) "
    ))
});

/// Words of what is done with the minutes of another day, or of the day of another meeting.
const OTHERS: &[&str] = &[
    "next",
    "previous",
    "last ",
    "prior",
    "earlier",
    "upcoming",
    "following",
    "before",
    "after",
    "since",
    "approv",
    "accept",
    "adopt",
    "review",
    "confirm",
    "publish",
    "read ",
    "amend",
];

/// The day that a sentence says of the meeting itself.
pub fn on(sentence: &str) -> Option<Mention> {
    let found = THIS.find(sentence)?;
    let lower = near::ahead(sentence).to_lowercase();
    if OTHERS.iter().any(|it| lower.contains(it)) {
        return None;
    }
    let rest = &sentence[found.end()..];
    let mention = date::mentions(near::ahead(rest)).into_iter().next().filter(|it| it.range.start == 0)?;
    let range = found.end() + mention.range.start..found.end() + mention.range.end;
    Some(Mention { range, ..mention })
}

#[cfg(test)]
mod tests {
    use super::on;

    #[test]
    fn minutes_say_when_they_met() {
        let day = |text: &str| on(text).and_then(|it| it.date()).map(|it| it.to_string());
        let november = Some("2026-11-20".to_owned());
        assert_eq!(
            day("Thank you for attending the gardeners' meeting on November 20, 2026! Below are the notes."),
            november
        );
        assert_eq!(day("These are the minutes of the meeting held on 2026-11-20."), november);
        assert_eq!(day("The minutes of the meeting of 2026-11-20 were approved."), None);
        assert_eq!(day("Minutes of the previous meeting on 2026-11-20."), None);
        assert_eq!(day("The next meeting is on 2026-11-20."), None);
        assert_eq!(day("Notes from the meeting on the roof of 2026-11-20"), None);
    }
}
