//! Lines that programs put around the words of others: who said it, and when. Nobody has to be in time for that.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, in_pieces};

/// "Original issue reported on code.google.com by … on 8 Jul 2009 at 4:29", "Reported by ada on 2011-10-03 19:59", "On Thu,
/// Jan 14, 2016 at 10:22 AM, Chris wrote:".
static HEAD: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^\W*(?:original(?:ly)? (?:issue |comment |post |report |bug |ticket )?(?:reported|commented|posted|created|opened|filed|submitted|written|by)",
        r"|(?:issue |comment |ticket |bug )?(?:reported|commented|posted|created|opened|filed|submitted|imported|migrated) (?:by|from) \S+ (?:on|at)|in (?:gitlab|github|gitea|bitbucket|jira|redmine|trac) by \S+ (?:on|at)) ",
        r"|^\W*on [^\n]{0,120}\d[^\n]{0,120} wrote ?:?\W*$",
    ])
});

/// Whether a sentence is such a line.
pub fn is_one(sentence: &str) -> bool {
    HEAD.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::is_one;

    #[test]
    fn who_said_it_and_when() {
        for line in [
            "Original issue reported on code.google.com by □ on 8 Jul 2009 at 4:29",
            "Original comment by □ on 27 Feb 2014 at 7:49",
            "Reported by ada on 2011-10-03 19:59",
            "In GitLab by ada on Mar 14, 2017, 13:00",
            "On Thu, Jan 14, 2016 at 10:22 AM, Chris wrote:",
        ] {
            assert!(is_one(line), "{line}");
        }
        for line in [
            "On Thursday at 10:22 we meet with whoever wrote it",
            "It was reported at 4:29",
            "Created by Bo, the list opens at 9:00",
            "The original meeting is moved to 9:00",
        ] {
            assert!(!is_one(line), "{line}");
        }
    }
}
