//! The outline: headings and what stands below them. Setext headings and `<summary>` count like any other.

use memchr::memmem;

use super::Document;
use super::passage::{Place, SUMMARY};
use crate::text::{Span, border};
use crate::words::heading;

/// A mark whose space does not break, as some keyboards make it: renderers show it as text, and readers see a heading.
pub const TYPED_MARK: &str = "#\u{a0}";

#[derive(Debug, Clone)]
pub struct Section {
    pub heading: Span,
    /// Where its marks begin, and what stands above it ends.
    start: usize,
    /// What the heading says, as it is read.
    pub title: String,
    /// The same, normalised, for comparison, as far as names go.
    pub name: String,
    /// What stands before a mark, normalised: "Motivation: why is this necessary?" and "Motivation, in short" are the motivation.
    pub before_mark: Option<String>,
    /// What stands in brackets at its end, normalised: "Discussion (Context)" is the context, by the name that a form has
    /// for it.
    pub in_brackets: Option<String>,
    /// 1 to 6; 7 for a `<summary>`.
    pub level: u8,
    /// Everything below the heading, with the sections inside it.
    pub body: Span,
    /// The part of the body before the first section inside it.
    pub lead: Span,
    /// The section around it.
    pub parent: Option<usize>,
}

/// Bytes. What is longer is no name, and what stands below it asks for it again and again.
const LONGEST_NAME: usize = 400;

impl Section {
    /// The title, as far as titles go that somebody wrote.
    pub fn short_title(&self) -> &str {
        Self::short(&self.title)
    }

    /// A title, as far as titles go that somebody wrote.
    pub fn short(title: &str) -> &str {
        &title[..border(title, LONGEST_NAME)]
    }
}

pub fn all(doc: &Document) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let end = doc.text().len();
    for (index, passage) in doc.passages().iter().enumerate() {
        let Place::Heading(level) = passage.place else { continue };
        if passage.quoted {
            continue;
        }
        let title = match passage.broken {
            true => passage.raw(doc),
            false => doc.prose().readable(doc, doc.prose().passage_range(index)),
        };
        // On one line many may stand, and it is read once.
        let same = sections.last().map(|it| it.body.start).filter(|it| passage.marked.end < *it);
        let behind = Span::new(passage.marked.end, end);
        let body = same.or_else(|| Some(behind.lines(doc.text()).next()?.end)).unwrap_or(end);
        sections.push(Section {
            heading: passage.span,
            start: passage.marked.start,
            name: doc.once(Section::short(&title), heading::normalise),
            before_mark: before_mark(&title).map(heading::normalise),
            in_brackets: in_brackets(&title).map(heading::normalise),
            title,
            level,
            body: Span::new(body, end),
            lead: Span::new(body, end),
            parent: None,
        });
    }
    close(doc, &mut sections);
    sections
}

fn before_mark(title: &str) -> Option<&str> {
    const MARKS: [&str; 5] = [" - ", " \u{2013} ", " \u{2014} ", "\u{2014}", ", "];
    /// What a dash begins with.
    const WIDE: u8 = 0xe2;
    let title = Section::short(title);
    // Nearly no heading goes on behind its name, and one look tells it.
    if !title.bytes().any(|it| matches!(it, b':' | b',' | b'-' | WIDE)) {
        return None;
    }
    // "test, refactor: close it earlier" is about both.
    let colon = title.find(": ");
    Some(&title[..colon.or_else(|| MARKS.iter().filter_map(|mark| title.find(mark)).min())?])
}

fn in_brackets(title: &str) -> Option<&str> {
    Some(Section::short(title.trim_end().strip_suffix(')')?).rsplit_once(" (")?.1)
}

/// Ends each section where one of its own level or above begins.
fn close(doc: &Document, sections: &mut [Section]) {
    let mut open: Vec<usize> = Vec::new();
    for index in 0..sections.len() {
        let (start, level) = (sections[index].start, sections[index].level);
        if let Some(before) = index.checked_sub(1) {
            let lead = &mut sections[before].lead;
            lead.end = lead.end.min(start).max(lead.start);
        }
        while let Some(last) = open.pop_if(|last| sections[*last].level >= level) {
            let body = &mut sections[last].body;
            body.end = body.end.min(start).max(body.start);
        }
        sections[index].parent = open.last().copied();
        open.push(index);
    }
    let ends = &doc.model().details_ends;
    for section in sections.iter_mut().filter(|section| section.level == SUMMARY) {
        let after = ends.partition_point(|end| *end < section.body.start);
        if let Some(end) = ends.get(after).copied().filter(|end| *end < section.body.end) {
            section.body.end = end;
            section.lead.end = section.lead.end.min(end);
        }
    }
}

impl Document<'_> {
    /// Where some of [`TYPED_MARK`] stand: each slot that is absent asks for them, and nearly no text has one.
    pub fn typed_marks(&self) -> &[usize] {
        const MOST: usize = 64;
        let find = || memmem::find_iter(self.text().as_bytes(), TYPED_MARK).take(MOST).collect();
        self.answers.typed_marks.get_or_init(find)
    }

    /// The innermost section around an offset.
    pub fn section_at(&self, offset: usize) -> Option<&Section> {
        let sections = self.sections();
        let mut index = sections.partition_point(|section| section.heading.start <= offset).checked_sub(1)?;
        loop {
            let section = &sections[index];
            if section.heading.holds(offset)
                || section.body.start <= offset && offset < section.body.end.max(section.body.start + 1)
            {
                return Some(section);
            }
            index = section.parent?;
        }
    }

    /// The sections around an offset, the innermost first.
    pub fn sections_around(&self, offset: usize) -> impl Iterator<Item = &Section> {
        let first = self.section_at(offset);
        std::iter::successors(first, |section| section.parent.map(|parent| &self.sections()[parent]))
    }
}
