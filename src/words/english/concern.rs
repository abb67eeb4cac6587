//! Titles that name several changes at once.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, in_pieces};

/// What a change does, as titles say it.
const VERB: &str = r"(?:add|fix|remove|drop|delete|refactor|rename|move|update|upgrade|bump|improve|implement|support|change|replace|introduce|rework|clean|cleanup|simplify|optimi[sz]e|rewrite|split|extract|migrate|document|test|enable|disable)(?:e?s|e?d|ing)?";

static SEVERAL: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?:(?-u:\b)",
        VERB,
        r"(?-u:\b)[^,;+&]{3,60}(?:,| and|;| \+| &|, and) (?:also )?",
        VERB,
        r"(?-u:\b) \w+|(?:^|[;,] )(?:feat|fix|perf|refactor)(?:\([^)]*\))?: .{3,60}[;,+&] (?:feat|fix|perf|refactor)(?:\([^)]*\))?: )",
    ])
});

/// Whether a title tells of two changes, each with its own verb.
pub fn are_several(title: &str) -> bool {
    SEVERAL.is_match(title)
}

#[cfg(test)]
mod tests {
    use super::are_several;

    #[test]
    fn two_deeds_and_one_with_two_objects() {
        assert!(are_several("Add a pool for each tenant and rename the limits"));
        assert!(!are_several("Add a pool and a limit for each tenant"));
        assert!(!are_several("Rework the connection pool"));
    }
}
