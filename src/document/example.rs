//! Places that a text shows as examples: what they say, nobody says.

use super::Document;
use super::passage::Place;
use crate::text::border;
use crate::words::near;

/// Items of one list that are looked back over.
const MOST_ITEMS: usize = 24;

/// Letters of the end of a paragraph that are read for what it leads to: each item below it asks.
const LONGEST_LEAD: usize = 400;

/// In bytes, with its colon. What is longer is a sentence.
const LONGEST_LABEL: usize = 40;

/// How the label of a story ends that was made up to show something: "**Detailed scenario:** Rosa runs a shop", "Case: I am late".
const STORIES: &[&str] = &["scenario", "use case", "user story"];

/// Headings over what people who were made up do, and need, and have no time for.
const OF_STORIES: &[&str] =
    &["user journey", "user stor", "user scenario", "user persona", "persona", "job to be done", "jtbd"];

impl Document<'_> {
    /// Whether a place stands below a heading of such stories: nobody waits for what they promise.
    pub fn is_story(&self, at: usize) -> bool {
        const MOST: usize = 4;
        let is_of_stories = |name: &str| OF_STORIES.iter().any(|it| name.starts_with(it) || name.ends_with(it));
        self.sections_around(at).take(MOST).any(|it| is_of_stories(&it.name))
    }

    /// Whether a passage is an example: by its own label, by the line above its list, or by a heading around it.
    pub fn is_example(&self, passage: usize) -> bool {
        let prose = self.prose();
        let says_so = |text: &str| text.to_lowercase().contains("example");
        let first = prose.passage(passage);
        // A label is short; whoever asks of each sentence of a long passage must not read all of it each time.
        let label = first[..border(first, LONGEST_LABEL)].split_once(':').is_some_and(|(label, _)| {
            let name = label.trim().to_lowercase();
            says_so(label) || name == "case" || STORIES.iter().any(|it| name.ends_with(it))
        });
        let start = self.passages()[passage].span.start;
        let is_below = || self.sections_around(start).any(|section| says_so(&section.name));
        let mut above = (0..passage).rev().take(MOST_ITEMS).filter(|at| self.passages()[*at].place != Place::Item);
        let is_listed = self.passages()[passage].place == Place::Item;
        let leads = |at: usize| near::behind_within(prose.passage(at), LONGEST_LEAD);
        let mut introduced = || is_listed && above.next().map(leads).is_some_and(|it| it.ends_with(':') && says_so(it));
        label || is_below() || introduced()
    }
}
