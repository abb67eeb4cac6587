//! Running text as it stands, marks and all, and the sections that hold nothing but a comment.

use super::{Document, Section};
use crate::markdown::InlineKind;
use crate::text::{Span, holds};

impl Document<'_> {
    /// Running text with its brackets and tags, cut where code, addresses, quotations, logs or comments stand.
    pub fn written(&self) -> Vec<Span> {
        let prose = self.prose();
        let mut out = Vec::new();
        let mut masks: Vec<Span> = prose.masks(0..prose.text().len()).map(|(_, span)| span).collect();
        let passages = || self.passages().iter().filter(|passage| !passage.quoted);
        if holds(self.text(), "<!--") {
            let aside = passages().filter(|it| self.at(it.span).contains("<!--")).flat_map(|it| it.inlines(self));
            masks.extend(aside.filter(|it| it.kind == InlineKind::Comment).map(|it| it.span));
            masks.sort_unstable();
        }
        let mut masks = masks.into_iter().peekable();
        for passage in passages() {
            for content in &passage.content {
                let mut at = content.start;
                while let Some(mask) = masks.next_if(|mask| mask.start < content.end) {
                    if mask.start > at {
                        out.push(Span::new(at, mask.start));
                    }
                    at = at.max(mask.end);
                }
                if at < content.end {
                    out.push(Span::new(at, content.end));
                }
            }
        }
        out
    }

    /// The comment that is all there is below a heading, where no section inside it says more.
    pub fn only_comment(&self, section: &Section) -> Option<Span> {
        let body = section.body.trimmed(self.text());
        let mut rest = self.at(body);
        let mut end = body.start;
        while let Some(inside) = rest.strip_prefix("<!--") {
            let close = inside.find("-->")? + "<!---->".len();
            end += close + (rest[close..].len() - rest[close..].trim_start().len());
            rest = rest[close..].trim_start();
        }
        let is_directive = self.directives().iter().any(|it| body.overlaps(it.span));
        let is_question = self.open_questions().iter().any(|it| body.overlaps(*it));
        (rest.is_empty() && end > body.start && !is_directive && !is_question).then_some(body)
    }
}
