//! What a procedure does to a running system, and whether anything in its text looks after that.

use super::passage::Place;
use super::{Document, Stand};
use crate::text::Span;
use crate::words::english::procedure;

/// What stands before a command on its line: a number, a label, so many words and bytes of them.
const MOST_MARKS: usize = 3;
const LONGEST_MARKS: usize = 400;

/// A step that changes a running system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alteration {
    pub span: Span,
    /// It can hardly be taken back.
    pub is_destructive: bool,
    /// It clears away what was only there for the work.
    pub cleans_up: bool,
}

impl Document<'_> {
    /// Commands and orders that change a running system, in order.
    pub fn alterations(&self) -> Vec<Alteration> {
        let prose = self.prose();
        let inline =
            prose.masks(0..prose.text().len()).filter(|(stand, _)| *stand == Stand::Code).map(|(_, span)| span);
        let typed = inline.filter(|span| self.opens_line(span.start)).chain(self.code().iter().map(|code| code.body));
        let mut changes: Vec<Alteration> = typed
            .flat_map(|code| {
                let found =
                    procedure::changing_commands(self.at(code)).map(move |range| Span::from(range).after(code.start));
                found.collect::<Vec<_>>()
            })
            .map(|span| {
                let line = self.line_near(span).trim();
                let is_destructive = procedure::is_destructive(line);
                Alteration { span: span.trimmed(self.text()), is_destructive, cleans_up: false }
            })
            .collect();
        let own = prose.sentences().iter().filter(|it| matches!(it.place, Place::Item | Place::Paragraph));
        for sentence in own {
            let text = prose.said(sentence);
            if procedure::orders_change(text) {
                let span = prose.span(sentence.range.clone());
                // As it stands: its commands are masked in clean text.
                let is_destructive = procedure::is_destructive(self.at(span));
                changes.push(Alteration { span, is_destructive, cleans_up: false });
            }
        }
        for change in &mut changes {
            change.cleans_up = self.cleans_up(change.span.start);
            change.is_destructive &= !change.cleans_up;
        }
        changes.sort_by_key(|change| change.span.start);
        changes
    }

    /// Whether a place is in a part that cleans up after the work.
    fn cleans_up(&self, offset: usize) -> bool {
        const NAMES: &[&str] = &[
            "clean up",
            "cleanup",
            "cleaning up",
            "uninstall",
            "teardown",
            "tear down",
            "undo",
            "remove",
            "removing",
            "delete",
            "deleting",
        ];
        const ANYWHERE: &[&str] = &["clean up", "cleanup", "cleaning up", "tear down", "teardown"];
        self.sections_around(offset).any(|section| {
            NAMES.iter().any(|name| section.name.starts_with(name))
                || ANYWHERE.iter().any(|it| section.name.contains(it))
        })
    }

    /// Only marks stand before it on its line: a command of its own, and not one that is spoken of.
    fn opens_line(&self, offset: usize) -> bool {
        let line = self.lines().around(offset, self.text());
        let before = self.text().get(line.start..offset).unwrap_or_default();
        before.len() <= LONGEST_MARKS
            && !before.trim_end().ends_with(['.', ','])
            && before.split_whitespace().count() <= MOST_MARKS
    }
}
