//! Whether somebody keeps a document up to date, by where it lies and what it is: only of such documents does it matter
//! that two of them explain the same.

use super::Summary;
use crate::change::{Sort, Sorts};
use crate::words::{edition, of_its_day};

/// Beside stories: documents that stay as they were written.
const NOT_KEPT: &[&str] = &["adr", "decision-log", "design-doc", "licence", "request"];

const TEMPLATE: &str = "template";

/// Parts of paths of texts that stand alone on purpose, or that nobody reads as documents.
const APART: &[&str] =
    &["demo", "example", "fixture", "licence", "license", "sample", "skeleton", TEMPLATE, "themes/", "boilerplate"];

impl Summary {
    /// Whether somebody here keeps it up to date.
    pub fn is_kept(&self) -> bool {
        let path = self.path.to_lowercase();
        let is_apart = || APART.iter().any(|it| path.contains(it));
        let is_foreign =
            || matches!(Sorts::default().of(&path), Sort::Vendored | Sort::Fixture | Sort::Generated | Sort::Test);
        let is_said =
            self.is_story || self.is_template() || self.kind.as_deref().is_some_and(|it| NOT_KEPT.contains(&it));
        !is_said && !of_its_day::says(&path) && !edition::is_left(&path) && !is_apart() && !is_foreign()
    }

    /// Whether others fill it in, by its kind.
    pub fn is_template(&self) -> bool {
        self.kind.as_deref() == Some(TEMPLATE)
    }

    /// Whether it tells of its day, is filled in by others, or is of one of these kinds.
    pub fn is_set_aside(&self, kinds: &[&str]) -> bool {
        self.is_story || self.is_template() || self.kind.as_deref().is_some_and(|it| kinds.contains(&it))
    }

    /// Whether others may fill it in, and keep its words: its path alone says no more.
    pub fn may_be_form(&self) -> bool {
        self.is_template() || self.path.to_lowercase().contains(TEMPLATE)
    }
}
