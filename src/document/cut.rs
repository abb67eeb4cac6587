//! What somebody wrote as a link and what is none, because a blank ends its address: `[plan](the plan.md)`. Knows nothing of
//! what lies there.

use memchr::{memchr, memchr2, memmem};

use super::{Document, Link};
use crate::markdown::{Inline, InlineKind};
use crate::text::Span;

/// What stands between the words and the address.
const JOINT: &str = "](";

/// Bytes that the words or the address have at most.
const MOST: usize = 400;

/// Inlines that begin in one link, or hold it.
const MOST_AROUND: usize = 16;

impl Document<'_> {
    /// Links that are shown as they are written. Their targets are those that they have as soon as their blanks are encoded.
    pub fn cut_links(&self) -> Vec<Link> {
        let joints = memmem::find_iter(self.text().as_bytes(), JOINT);
        joints.filter_map(|at| self.cut_link(at)).collect()
    }

    fn cut_link(&self, at: usize) -> Option<Link> {
        let text = self.text();
        if text[..at].ends_with('\\') {
            return None;
        }
        let place = address(text, at + JOINT.len())?;
        let start = words(text, at)?;
        let image = text[..start].ends_with('!');
        let span = Span::new(start - usize::from(image), place.end + 1);
        self.is_running_text(span).then(|| Link {
            span,
            text: Span::new(start + 1, at),
            target: self.at(place).replace(' ', "%20"),
            place,
            image,
        })
    }

    /// Whether a span is text that somebody wrote here, and neither code nor a part of another link.
    fn is_running_text(&self, span: Span) -> bool {
        let [passage] = &self.passages()[self.passages_in(span)] else { return false };
        let before = passage.inlines(self).partition_point(|it| it.span.start < span.end);
        let near = passage.inlines(self)[..before].iter().rev().take(MOST_AROUND);
        let mut around = near.filter(|it| it.span.overlaps(span));
        // An image may stand in its words, and these may look like a reference.
        let is_words = |it: &Inline| match it.kind {
            InlineKind::Image => true,
            InlineKind::Link => self.destination(it).is_none(),
            _ => false,
        };
        !passage.quoted && !passage.broken && around.all(|it| span.contains(it.span) && is_words(it))
    }
}

/// An address that begins here and holds a blank, up to the bracket that closes it in the same line. What ends a mark, stands
/// between angles or is followed by a title is a link.
fn address(text: &str, start: usize) -> Option<Span> {
    let bytes = &text.as_bytes()[start..text.len().min(start + MOST)];
    let first = memchr2(b' ', b')', bytes)?;
    if bytes[first] == b')' {
        return None;
    }
    let line = &bytes[..memchr(b'\n', bytes).unwrap_or(bytes.len())];
    let written = &line[..closing(line)?];
    let is_plain = !written.iter().any(|it| matches!(it, b'"' | b'\'' | b'<' | b'>' | b'`' | b'[' | b']'));
    (is_plain && written.trim_ascii() == written && written.contains(&b' '))
        .then(|| Span::new(start, start + written.len()))
}

/// Where a bracket closes that was opened before.
fn closing(line: &[u8]) -> Option<usize> {
    let mut open = 0_usize;
    for (at, byte) in line.iter().enumerate() {
        match byte {
            b'(' => open += 1,
            b')' if open == 0 => return Some(at),
            b')' => open -= 1,
            _ => {}
        }
    }
    None
}

/// Where the bracket before words that end here opens, in the same line.
fn words(text: &str, end: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[..end];
    let start = end.saturating_sub(MOST);
    let mut open = 0_usize;
    for (at, byte) in bytes[start..].iter().enumerate().rev() {
        match byte {
            b'\n' => return None,
            b']' => open += 1,
            b'[' if open == 0 => return Some(start + at).filter(|it| !text[..*it].ends_with('\\')),
            b'[' => open -= 1,
            _ => {}
        }
    }
    None
}
