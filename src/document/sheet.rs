//! Sheets for others to fill in: whoever uses one copies it, and its blanks are meant.

use super::Document;
use crate::text::Origin;
use crate::words::date;

impl Document<'_> {
    /// A sheet for others to fill in: most of what it asks for at its head is not there, and no day at all, or it is called a
    /// checklist and asks for something again and again. Whoever forgot a blank filled in others.
    pub fn is_sheet(&self) -> bool {
        const HEAD: usize = 8;
        const FEWEST: usize = 3;
        if self.source().origin != Origin::File {
            return false;
        }
        let is_blank = |value: &&str| {
            let value = value.trim_matches(['*', '_', ' ', '\\']);
            let is_held = |open: char, close: char| value.starts_with(open) && value.ends_with(close);
            (is_held('[', ']') || is_held('<', '>')) && value[1..].contains(|it: char| it.is_alphabetic())
        };
        let values = self.labels().iter().map(|it| self.at(it.value).trim()).filter(|it| !it.is_empty());
        let (blank, filled): (Vec<&str>, Vec<&str>) = values.take(HEAD).partition(is_blank);
        let is_checklist = || self.says_in_name(|it| it.to_ascii_lowercase().contains("checklist"));
        blank.len() >= FEWEST
            && (blank.len() > filled.len() || is_checklist())
            && !filled.into_iter().any(date::has_date)
    }
}
