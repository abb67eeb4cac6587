//! Numbers between slashes that look like a date and count something.

use std::sync::LazyLock;

use crate::words::list::is_among;
use crate::words::near;
use crate::words::pattern::{Captures, Pattern};

/// Whether numbers between slashes count something: "recommendations 9/11/16", "1/5/50 domains", "1/5/15 min", "step 7/8/12".
pub fn are_counted(before: &str, after: &str) -> bool {
    static NAMED: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?:^|[ (])(?P<noun>\p{L}\p{Ll}{2,}s|[Ss]tep|[Pp]lan|[Pp]hase|[Tt]ask|[Ss]ection|[Cc]hapter|[Tt]ier) $",
        )
    });
    static MEASURED: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"^/\d|^\+|^ ?(?:[KMGT]i?B|[kM]bps|[mµn]s|min|px|%|x)(?-u:\b)|^ (?P<noun>\p{Ll}{3,}s)(?:[ .,;:)]|$)",
        )
    });
    // Of days, and of what is held on one: "the calls 1/5/26 and 1/7/26".
    const ON_DAYS: &str = "dates days meetings minutes notes calls sessions events deadlines releases versions reports updates entries \
        mondays tuesdays wednesdays thursdays fridays saturdays sundays was has this thus its does ends starts begins expires closes opens \
        lands ships launches reviews syncs retros demos slides agendas recordings posts works runs always since";
    let counts = |pattern: &Pattern, text: &str| {
        let noun = |it: &Captures| it.name("noun").map(|it| it.as_str().to_lowercase());
        pattern.captures(text).is_some_and(|it| noun(&it).is_none_or(|noun| !is_among(ON_DAYS, &noun)))
    };
    counts(&NAMED, near::behind(before)) || counts(&MEASURED, near::ahead(after))
}
