//! What headings say of the actions below them: when they are due, or that nobody is to do them yet.

use super::Reader;
use crate::document::Item;
use crate::words::date;
use crate::words::english::by_when;

impl Reader<'_, '_> {
    /// "Release scheduled for 20 November 2026" stands above, and says when all releasing is due.
    pub(super) fn is_scheduled(&self, offset: usize, text: &str) -> bool {
        let lower = text.to_lowercase();
        self.doc.sections_around(offset).take(1).any(|it| {
            let is_same =
                || it.name.split(' ').any(|word| word.len() > 4 && word != "scheduled" && lower.contains(word));
            it.name.contains("scheduled ") && date::has_date(it.short_title()) && is_same()
        })
    }

    /// "Next steps (tomorrow)", "Follow up before Monday (11/20)", "Action items for sprint 4" stands above, as a heading or as
    /// the label of the list.
    pub(super) fn is_due_by_heading(&self, offset: usize) -> bool {
        const AROUND: usize = 3;
        const TIMES: &[&str] = &[
            "tomorrow",
            "today",
            "tonight",
            "this week",
            "next week",
            "this sprint",
            "next sprint",
            "before the meeting",
            "before meeting",
        ];
        let is_time = |title: &str| {
            let title = title.to_lowercase();
            TIMES.iter().any(|it| title.contains(it))
        };
        // "Today's talk:" is a label as well.
        let is_led_by_time = |key: &str| {
            let lower = key.to_lowercase();
            let times = || TIMES.iter().filter_map(|it| Some(&lower[lower.find(it)?..]));
            times().any(|it| {
                lower.len() == it.len() && !it.contains('\'') || lower[..lower.len() - it.len()].ends_with('(')
            })
        };
        let label = self.doc.label_at(offset).map(|it| self.doc.at(it.key));
        if label.is_some_and(is_led_by_time) {
            return true;
        }
        let mut around = self.doc.sections_around(offset).take(AROUND).map(|it| it.short_title());
        around.any(|title| is_time(title) || self.doc.once(title, by_when::is_due_in_title))
    }

    /// "Future work", "Ideas", and what the next meeting is about: what nobody is to do yet.
    pub(super) fn is_for_later(&self, item: &Item, offset: usize) -> bool {
        const NAMES: &[&str] = &["future", "idea", "someday", "wishlist", "nice-to-have", "long-term", "long term"];
        let section = self.doc.sections_around(offset).next();
        section.is_some_and(|it| NAMES.iter().any(|name| it.name.starts_with(name))) || self.is_below_next_meeting(item)
    }
}
