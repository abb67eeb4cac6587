//! Whether a text lists the releases of something. What a release is called, `words::version` knows.

use super::{Document, Section};
use crate::words::digit::holds_digit;
use crate::words::version;

impl Document<'_> {
    /// A list of releases, one heading for each: "Release v10.2", "Upgrading to 7.1".
    pub fn lists_releases(&self) -> bool {
        const SEVERAL: usize = 4;
        // What has more words beside the version is about something else.
        const LONGEST_REST: usize = 24;
        let is_named = |it: &Section| {
            version::find(&it.title).is_some_and(|version| it.title.len() - version.len() <= LONGEST_REST)
        };
        // Nearly no heading holds a digit.
        let is_release = |it: &Section| holds_digit(&it.title) && is_named(it);
        let mut of_level = [0; 7];
        self.sections().iter().filter(|it| is_release(it)).for_each(|it| of_level[usize::from(it.level).min(6)] += 1);
        of_level.iter().any(|it| *it >= SEVERAL)
    }
}
