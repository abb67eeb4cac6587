//! Years by their four digits, in a text and in a name.

use std::sync::LazyLock;

use super::pattern::Pattern;

static YEAR: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"(?-u:\b)(?:19|20)\d\d(?-u:\b)"));

/// Where a text names years.
pub fn all(text: &str) -> impl Iterator<Item = usize> + '_ {
    YEAR.find_iter(text).map(|found| found.start())
}

/// Whether a text names one.
pub fn is_named(text: &str) -> bool {
    YEAR.is_match(text)
}

/// Whether one stands in a name, as in `2026-plan.md` and `goals-2026h2`.
pub fn is_in_name(name: &str) -> bool {
    static INSIDE: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"(?:^|[^0-9])(?:19|20)\d\d(?:[^0-9]|$)"));
    INSIDE.is_match(name)
}
