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
            // An id of its own is no word of it: "1.2.0 {#v1-2-0}", "1.2.0 ## {: #v1-2-0 }".
            let title = it.title.split('{').next().unwrap_or_default().trim_end_matches([' ', '#']);
            version::find(title).is_some_and(|version| title.len() - version.len() <= LONGEST_REST)
        };
        // Nearly no heading holds a digit.
        let is_release = |it: &Section| holds_digit(&it.title) && is_named(it);
        let mut of_level = [0; 7];
        self.sections().iter().filter(|it| is_release(it)).for_each(|it| of_level[usize::from(it.level).min(6)] += 1);
        of_level.iter().any(|it| *it >= SEVERAL)
    }
}

#[cfg(test)]
mod tests {
    use super::Document;
    use crate::text::Source;

    #[test]
    fn an_id_of_a_heading_is_no_word_of_it() {
        let lists =
            |headings: [&str; 4]| Document::new(&Source::unnamed("a", headings.join("\n\nOak.\n\n"))).lists_releases();
        assert!(lists([
            "## [1.2.0](https://a.b) - 2026-08-11 ## {: #doors-of-oak-v1.2.0 }",
            "## 1.1.0 {#v1-1-0-of-all-the-doors-of-oak}",
            "## 1.0.1",
            "## 1.0.0 - 2026-05-02",
        ]));
        let plan = "## 1.2.0, and what else is to be made of oak";
        assert!(!lists([plan, plan, "## 1.0.1", "## 1.0.0"]));
    }
}
