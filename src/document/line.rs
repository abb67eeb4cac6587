//! Lines of a text: which one a place is in, and what stands around it.

use super::Document;
use crate::text::{Span, border};

impl<'s> Document<'s> {
    /// The line around a place, as far as it is near: a line may be as long as the text.
    pub fn line_near(&self, span: Span) -> &'s str {
        self.at(self.span_near(span))
    }

    /// Where that is.
    pub fn span_near(&self, span: Span) -> Span {
        const NEAR: usize = 1000;
        let line = self.lines().around(span.start, self.text());
        let start = border(self.text(), line.start.max(span.start.saturating_sub(NEAR)));
        let end = border(self.text(), line.end.min(span.end + NEAR));
        Span::new(start, end)
    }

    /// The line of an offset, from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.lines().index(offset) + 1
    }

    /// The line of an offset, without its line end and the blanks around it, some of which are no ASCII.
    pub fn line_around(&self, offset: usize) -> Span {
        self.lines().around(offset, self.text()).trimmed(self.text())
    }

    /// Whether what stands at a place is the end of one entry of a log and the day of the next: "automate this" and, in the
    /// next line, "Thu 22:40 page".
    pub fn is_torn(&self, at: Span) -> bool {
        let begins =
            || self.text()[at.end..].trim_start_matches(' ').starts_with(|it: char| it == ':' || it.is_ascii_digit());
        self.at(at).contains('\n') && begins()
    }
}
