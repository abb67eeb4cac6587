//! What only those know who were there: "in the usual way", "the same as last time".

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Pattern, in_pieces};

pub static SHARED: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:you know (?:the one|which one|what i mean|the drill)|(?:in |by |via )?the usual (?:way|place|channel|spot|suspects|procedure|process|thing|steps apply)|remember (?:when we|that time)|the (?:other|same) one as (?:last time|before)|(?:the )?same (?:(?:error|issue|problem|bug|setup|question|story|procedure) )?as last time|the (?:thing|issue|bug|problem|ticket) from (?:yesterday|last time|last week|the other day|this morning)|that (?:one )?(?:thing|problem|bug|issue) (?:from|we had) (?:before|last time|the other day))(?-u:\b)",
        r"|^\W*(?:the )?same (?:error|issue|problem|bug|setup|story|procedure) as before(?:$|[.,;!?])|^\W*(?:please |pls )?(?:like|as) last time,? (?:please|pls)(?-u:\b)",
    ])
});

/// The first of a sentence that does not say itself what is meant: "the usual way to restore a table" does.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    let is_told = |it: &Range<usize>| {
        sentence[it.clone()].ends_with("usual way")
            && [" to ", " of "].iter().any(|of| sentence[it.end..].starts_with(of))
    };
    SHARED.find_iter(sentence).map(|it| it.range()).find(|it| !is_told(it))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_way_may_be_told() {
        assert!(find("The usual way to restore a table is in the guide").is_none());
        assert!(find("Restore it in the usual way").is_some() && find("Use the usual process of ours").is_some());
    }
}
