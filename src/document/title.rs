//! What a text is called, by itself and by others, and where a finding about all of it points.

use super::{Document, Section, passage};
use crate::text::{Origin, Span};
use crate::words::digit::holds_digit;
use crate::words::file_name;

impl Document<'_> {
    /// The heading that names the whole document: its first, and the only one of the highest level used. Of several at
    /// level 1 the first names the document where no other text stands before it.
    pub fn title(&self) -> Option<&Section> {
        self.answers.has_title.get_or_init(|| self.find_title()).then(|| &self.sections()[0])
    }

    /// Whether its path or its title says something of it.
    pub fn says_in_name(&self, says: impl Fn(&str) -> bool) -> bool {
        self.source().path().is_some_and(&says) || self.title().is_some_and(|it| says(it.short_title()))
    }

    /// Whether its path or its title says that it is a template.
    pub fn is_called_template(&self) -> bool {
        self.says_in_name(|name| file_name::names_form(&name.to_lowercase()))
    }

    /// The line by which others know the text: its title, if no other text stands before it, or the subject of a message.
    /// The first line of a commit that is being written is one, and the only line of any text.
    pub fn subject(&self) -> Option<Span> {
        let is_only = || self.passages().len() == 1 && !self.at(self.passages()[0].span).contains('\n');
        if self.is_of_commit() || self.sections().is_empty() && is_only() {
            return self.first_line();
        }
        let is_top = |title: &&Section| title.level == 1 && !self.has_words_before(title.heading.start);
        let named = || self.field(&["title"]).filter(|field| field.in_front_matter).map(|field| field.value);
        self.title().filter(is_top).map(|title| title.heading).or_else(named)
    }

    /// Whether a file begins with a heading of the second level, and has none of the first: its pages are titled so.
    pub fn begins_below_title(&self) -> bool {
        let sections = self.sections();
        let first = sections.first().filter(|it| it.level == 2 && self.source().origin == Origin::File);
        first.is_some_and(|it| !self.has_words_before(it.heading.start)) && sections.iter().all(|it| it.level > 1)
    }

    /// The first line of a file without headings, where it is short and has a number: "Meeting minutes 9/2".
    pub fn bare_title(&self) -> Option<&str> {
        const LONGEST: usize = 40;
        let may_have = self.source().origin == Origin::File && self.sections().is_empty();
        let first = self.passages().first().filter(|_| may_have)?;
        let line = self.at(self.line_around(first.span.start));
        let is_title =
            line.len() <= LONGEST && holds_digit(line) && line.starts_with(char::is_alphabetic) && !line.ends_with('.');
        is_title.then_some(line)
    }

    fn first_line(&self) -> Option<Span> {
        let first = self.passages().first()?.span.start;
        Some(self.lines().around(first, self.text()).trimmed(self.text()))
    }

    fn has_words_before(&self, offset: usize) -> bool {
        let end = self.prose().clean_range(Span::new(offset, offset)).start;
        self.prose().text()[..end].contains(char::is_alphanumeric)
    }

    fn find_title(&self) -> bool {
        let Some((first, others)) = self.sections().split_first() else { return false };
        let is_highest = first.level < passage::SUMMARY && others.iter().all(|section| section.level >= first.level);
        let is_alone = others.iter().all(|section| section.level > first.level);
        let is_top = || first.level == 1 && !self.has_words_before(first.heading.start);
        is_highest && (is_alone || is_top())
    }

    /// Where a finding about the whole document points: its title, or its first line with text.
    pub fn head(&self) -> Span {
        let first = || {
            let start = self.text().find(|it: char| !it.is_whitespace() && it != '\u{feff}').unwrap_or(0);
            self.lines().around(start, self.text()).trimmed(self.text())
        };
        let title = self.title().filter(|_| !self.is_of_commit()).map(|title| title.heading);
        title.or_else(|| self.first_line()).unwrap_or_else(first)
    }
}
