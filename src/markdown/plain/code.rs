//! Code, between fences or indented. Knows no inlines.

use super::Reader;
use crate::markdown::block::BlockKind;
use crate::markdown::line::{self, Line};
use crate::text::Span;

impl Reader<'_> {
    /// Code up to the fence that closes it, indented at least as far as the item that it stands in.
    pub(super) fn fence(&mut self, line: Line, inside: usize, end: usize) -> Option<usize> {
        let column = self.column(inside);
        let is_countable = line.indent >= column && line::uncounted(line.words(self.text)).is_none();
        let fence = line::fence(line.words(self.text)).filter(|_| is_countable)?;
        // The name of no language begins with a comma, and the grammar may give up one that does.
        if line.words(self.text)[fence.length..].trim_start_matches([' ', '\t']).starts_with(',') {
            return None;
        }
        self.close(inside);
        let mut at = line.next;
        while at < end {
            let next = self.line_at(at, end);
            let is_inside = next.indent >= column || next.is_blank() && at > line.next;
            if !is_inside || line::uncounted(next.words(self.text)).is_some() {
                return None;
            }
            if next.indent < column + line::CODE && line::closes(next.words(self.text), fence) {
                let start = line.text;
                let span = Span::new(start, next.end).trimmed(self.text);
                let info = Span::new(start + fence.length, line.end).trimmed(self.text);
                let info = (!info.is_empty()).then_some(info);
                let first = self.line_at(line.next, end).behind_column(self.text, column);
                let body = if at == line.next { Span::new(span.end, span.end) } else { Span::new(first, at) };
                self.add(BlockKind::Code { info, body }, span, Vec::new());
                return Some(next.next);
            }
            at = next.next;
        }
        None
    }

    /// Code without fences, up to the last line that is indented as far.
    pub(super) fn indented(&mut self, line: Line, inside: usize, end: usize) -> Option<usize> {
        // The grammar takes the mark of a quote for none of code's.
        let is_odd = |it: &Line| it.words(self.text).starts_with('>');
        // Below a definition, marks of lists are none of code's either.
        let is_open = inside < self.items.len() || !self.quotes.is_empty();
        if is_open || self.is_below_definition() || is_odd(&line) {
            return None;
        }
        let code = self.column(inside) + line::CODE;
        let (mut last, mut at) = (line, line.next);
        // Spaces that would be code are some to the grammar, even where nothing stands behind them.
        let mut is_spaced = false;
        while at < end {
            let next = self.line_at(at, end);
            at = next.next;
            if next.is_blank() {
                is_spaced |= next.indent >= code;
                continue;
            }
            if next.indent < code {
                break;
            }
            if is_odd(&next) {
                return None;
            }
            (last, is_spaced) = (next, false);
        }
        if is_spaced {
            return None;
        }
        let span = Span::new(line.text, last.end).trimmed(self.text);
        // Of nothing but white space, that of other scripts included, it matters where it ends.
        if span.is_empty() {
            return None;
        }
        self.add(BlockKind::Code { info: None, body: span }, span, Vec::new());
        self.behind_code = Some(self.list.len());
        Some(last.next)
    }
}
