//! Texts that stand for others: a form of which nothing is filled in, a letter that a program sends to many, what is quoted.

use super::{Document, Labelled};
use crate::text::{Span, border};
use crate::words::address::local;
use crate::words::list::is_among;
use crate::words::near;

impl Document<'_> {
    /// "Plan of the visit: [NAME_OF_GUEST]", and below it tables in which nothing stands: a form that whoever needs it copies.
    pub fn is_blank_form(&self) -> bool {
        const LEAST: usize = 3;
        let is_empty = |cell: &Span| cell.is_empty() || self.at(*cell).trim().is_empty();
        let is_open = |cells: &[Span]| cells.len() > 1 && cells[1..].iter().all(is_empty);
        let names_blank = || self.title().is_some_and(|it| holds_blank(self.at(it.heading)));
        self.is_first_of_series()
            || self.is_open_throughout()
            || names_blank()
                && self.tables().iter().flat_map(|it| &it.rows).filter(|it| is_open(&it.cells)).count() >= LEAST
    }

    /// "Rules of the house for [Name of House]", and below it such blanks in place of each name.
    fn is_open_throughout(&self) -> bool {
        const LEAST: usize = 4;
        const LONGEST_TITLE: usize = 200;
        const LONGEST: usize = 32 * 1024;
        let names_blank = |it: &str| it.len() <= LONGEST_TITLE && it.contains(" for [") && blanks(it).next().is_some();
        let title = self.title().map(|it| self.at(it.heading)).filter(|it| names_blank(it));
        title.is_some() && blanks(&self.text()[..border(self.text(), LONGEST)]).nth(LEAST).is_some()
    }

    /// "0000/problem.md", called "Problem of {NAME}": what each later folder is copied from.
    fn is_first_of_series(&self) -> bool {
        const LEAST: usize = 3;
        let is_zero = |it: &str| it.len() >= LEAST && it.bytes().all(|it| it == b'0');
        let in_folder = || self.source().path().is_some_and(|it| is_zero(local::name(local::folder(it))));
        in_folder() && self.title().is_some_and(|it| self.at(it.heading).contains(['{', '[', '<']))
    }

    /// "date: YYYY-MM-DD", below "Required fields": how the value of each is written.
    pub fn is_form_of_field(&self, label: &Labelled) -> bool {
        const FIELDS: &str = "field fields header headers metadata frontmatter properties attributes schema";
        let section = self.section_at(label.key.start).filter(|_| self.at(label.value).contains("YY"));
        section.is_some_and(|it| it.name.split([' ', '-']).any(|word| is_among(FIELDS, word)))
    }

    /// Whether a place is in a part of a text with fields that a program fills in, as in a letter: "Hi {{first_name}}".
    pub fn is_for_program(&self, at: usize) -> bool {
        const LONGEST: usize = 4 * 1024;
        let part = self.section_at(at).map(|it| it.lead).filter(|it| it.holds(at) && it.len() <= LONGEST);
        part.is_some_and(|it| holds_field(self.at(it)))
    }

    /// Whether a place stands between marks of quotation in its paragraph.
    pub fn is_quoted_at(&self, at: Span) -> bool {
        let around = self.passages_in(at).next().map(|it| self.passages()[it].span).filter(|it| it.contains(at));
        around.is_some_and(|it| near::is_quoted(self.at(it), &(at.start - it.start..at.end - it.start)))
    }
}

/// "[Name]", "[Name of House]": no box, no link and no address.
fn blanks(text: &str) -> impl Iterator<Item = &str> {
    const LEAST: usize = 3;
    let parts = text.split('[').skip(1).filter_map(|it| it.split_once(']'));
    let parts = parts.filter(|(_, after)| !after.starts_with(['(', '[', ':'])).map(|(inside, _)| inside);
    parts.filter(|it| {
        it.len() >= LEAST
            && it.starts_with(char::is_uppercase)
            && it.chars().all(|it| it.is_alphabetic() || matches!(it, ' ' | '/' | '-'))
    })
}

/// "[CLIENT_NAME]".
fn holds_blank(title: &str) -> bool {
    const LEAST: usize = 3;
    let is_letter = |it: char| it.is_ascii_uppercase() || matches!(it, '_' | ' ');
    let mut inside = title.split('[').skip(1).filter_map(|it| it.split_once(']')).map(|(inside, _)| inside);
    inside.any(|it| it.len() >= LEAST && it.chars().all(is_letter))
}

/// "{{first_name}}", "{{#each guests}}"; `${{ secrets.KEY }}` is another language.
fn holds_field(text: &str) -> bool {
    let is_name = |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_lowercase() || it == '_');
    let mut parts = text.split("{{");
    let mut before = parts.next().unwrap_or_default();
    parts.any(|part| {
        let is_field = !before.ends_with('$')
            && part.split_once("}}").is_some_and(|(inside, _)| is_name(inside) || inside.starts_with('#'));
        before = part;
        is_field
    })
}
