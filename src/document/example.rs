//! Places that a text shows as examples: what they say, nobody says.

use super::Document;
use super::passage::Place;

/// Items of one list that are looked back over.
const MOST_ITEMS: usize = 24;

impl Document<'_> {
    /// Whether a passage is an example: by its own label, by the line above its list, or by a heading around it.
    pub fn is_example(&self, passage: usize) -> bool {
        let prose = self.prose();
        let says_so = |text: &str| text.to_lowercase().contains("example");
        let first = prose.passage(passage);
        let label = first.split_once(':').is_some_and(|(label, _)| label.len() < 40 && says_so(label));
        let start = self.passages()[passage].span.start;
        let is_below = || self.sections_around(start).any(|section| says_so(&section.name));
        let mut above = (0..passage).rev().take(MOST_ITEMS).filter(|at| self.passages()[*at].place != Place::Item);
        let is_listed = self.passages()[passage].place == Place::Item;
        let mut introduced = || {
            is_listed && above.next().is_some_and(|at| prose.passage(at).ends_with(':') && says_so(prose.passage(at)))
        };
        label || is_below() || introduced()
    }
}
