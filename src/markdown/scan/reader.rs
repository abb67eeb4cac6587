//! The reading of one text for inlines: what opens and closes where, and whether the grammar may read it in another way.
//! Knows one pass, and nothing of pieces.

use std::ops::Range;

use super::parts::{
    angles, destination, is_plain_destination, is_plain_label, is_plainly_escaped, label, opens_nothing,
};
use super::ticks::{Closing, closing, runs};
use crate::markdown::emphasis;
use crate::markdown::inline::{Inline, InlineKind};
use crate::text::Span;

/// The grammar counts the marks around code in one byte.
const MOST_MARKS: usize = 255;

/// A text that is read for inlines, and what was found in it so far.
pub struct Scan<'t> {
    text: &'t str,
    pub bytes: &'t [u8],
    /// Which runs of backticks belong together.
    closing: Closing,
    /// Open brackets: where, and whether an image opens there.
    pub open: Vec<(usize, bool)>,
    /// The last mark of code or angle that was passed, and how far was looked for one.
    passed: (Option<usize>, usize),
    /// A link ends here: it holds no other link, so the brackets before it open none.
    links_from: usize,
    /// No `-->` follows any more.
    comments_end: bool,
    /// The last `>`.
    last_close: Option<usize>,
    /// There are marks of emphasis.
    has_marks: bool,
    /// With those in code and in addresses, they come in no pairs.
    is_unpaired: bool,
    /// Something was read that the grammar may read in another way.
    pub is_doubtful: bool,
    pub out: Vec<Inline>,
}

impl<'t> Scan<'t> {
    pub fn new(text: &'t str, is_unpaired: bool) -> Self {
        let closing = closing(&runs(text.as_bytes(), b'`'));
        Self {
            text,
            bytes: text.as_bytes(),
            closing,
            open: Vec::new(),
            passed: (None, 0),
            links_from: 0,
            comments_end: false,
            last_close: memchr::memrchr(b'>', text.as_bytes()),
            has_marks: emphasis::has_marks(text),
            is_unpaired,
            is_doubtful: false,
            out: Vec::new(),
        }
    }

    /// Reads what begins at `at`; gives where the next thing may begin.
    pub fn step(&mut self, at: usize) -> usize {
        match self.bytes[at] {
            b'\\' if self.bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at + 2,
            b'`' => self.code(at),
            b'<' => self.angle(at).unwrap_or(at + 1),
            b'[' => {
                let is_image = at > 0 && self.bytes[at - 1] == b'!';
                self.is_doubtful |= self.open.last().is_some_and(|(_, in_image)| *in_image);
                self.open.push((at, is_image));
                at + 1
            }
            b']' => self.close(at),
            _ => at + 1,
        }
    }

    /// Reads what stands between code and brackets: what certainly stands in angles, and what only looks as if something began
    /// there.
    pub fn words(&mut self, part: Range<usize>) {
        let bytes = self.bytes;
        let mut at = part.start;
        while let Some(next) = bytes.get(at..part.end).and_then(|rest| memchr::memchr3(b'\\', b'<', b'$', rest)) {
            at += next;
            let is_closed = self.last_close.is_some_and(|last| last > at);
            let found = if is_closed { angles(&bytes[at..part.end]) } else { None };
            let is_certain = match bytes[at] {
                b'<' => found.is_some() || !self.is_unpaired && opens_nothing(&bytes[at + 1..], is_closed),
                // A formula ends where another one stands.
                b'$' => memchr::memchr_iter(b'$', bytes).nth(1).is_none(),
                _ => bytes.get(at + 1).is_some_and(is_plainly_escaped),
            };
            // Of emphasis that begins before a bracket and ends in it, nobody knows what it costs.
            let is_crossed = bytes[at] == b'<' && self.has_marks && !self.open.is_empty();
            self.is_doubtful |= !is_certain || is_crossed;
            // Asked no more: each answer may look far ahead.
            if self.is_doubtful {
                return;
            }
            at += match found {
                Some((kind, length)) => {
                    self.add_angles(kind, Span::new(at, at + length));
                    length
                }
                None if bytes[at] == b'\\' => 2,
                None => 1,
            };
        }
    }

    /// What stands in angles: an address is read without them.
    fn add_angles(&mut self, kind: InlineKind, span: Span) {
        let inside = (kind == InlineKind::Autolink).then(|| Span::new(span.start + 1, span.end - 1));
        self.add(kind, span, inside.unwrap_or(span), inside, false);
    }

    fn add(&mut self, kind: InlineKind, span: Span, text: Span, target: Option<Span>, is_reference: bool) {
        self.out.push(Inline { kind, span, text, target, is_reference });
    }

    fn code(&mut self, at: usize) -> usize {
        let length = self.bytes[at..].iter().take_while(|byte| **byte == b'`').count();
        let Some(close) = self.closing.of(at) else {
            self.is_doubtful = true;
            return at + length;
        };
        let end = close + length;
        let inside = &self.bytes[at + length..close];
        // The grammar takes a longer run in the middle for the end, and a comment in the code that ends behind it for one.
        let opens = |at: usize| matches!(inside.get(at + 1), Some(b'!' | b'?'));
        self.is_doubtful |=
            length > MOST_MARKS || inside.contains(&b'`') || memchr::memchr_iter(b'<', inside).any(opens);
        self.add(InlineKind::Code, Span::new(at, end), Span::new(at + length, close), None, false);
        end
    }

    fn angle(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        if rest.starts_with("<!--") {
            let end = (!self.comments_end).then(|| rest.find("-->")).flatten().map(|found| at + found + 3);
            self.comments_end = end.is_none();
            self.add_angles(InlineKind::Comment, Span::new(at, end?));
            return end;
        }
        if opens_nothing(&rest.as_bytes()[1..], true) {
            return None;
        }
        let close =
            rest[1..].find(['<', '>']).map(|found| at + 1 + found).filter(|close| self.bytes[*close] == b'>')?;
        let words = &self.text[at + 1..close];
        let is_address = (words.contains(':') || words.contains('@')) && !words.contains(char::is_whitespace);
        let is_tag = words.trim_start_matches('/').starts_with(|it: char| it.is_ascii_alphabetic());
        if !is_address && !is_tag {
            return None;
        }
        self.add_angles(if is_address { InlineKind::Autolink } else { InlineKind::Tag }, Span::new(at, close + 1));
        Some(close + 1)
    }

    /// Whether a mark of code or an angle stands in words that end where the reading is. Images hold images, and each byte is
    /// looked at once for all of them.
    fn is_marked(&mut self, words: Span) -> bool {
        let (last, seen) = self.passed;
        let found = memchr::memrchr2(b'`', b'<', &self.bytes[seen..words.end]).map(|at| seen + at);
        self.passed = (found.or(last), words.end);
        self.passed.0.is_some_and(|at| at >= words.start)
    }

    fn close(&mut self, at: usize) -> usize {
        let Some((open, is_image)) = self.open.pop() else {
            self.is_doubtful = true;
            return at + 1;
        };
        let words = Span::new(open + 1, at);
        let next = self.bytes.get(at + 1);
        // A description goes on to the next bracket that closes, where nothing stands in its own.
        let is_plain = match (is_image, words.is_empty()) {
            (true, true) => next == Some(&b'('),
            (false, true) => next != Some(&b'[') && self.open.is_empty(),
            (true, false) => next != Some(&b'[') && !self.is_marked(words),
            (false, false) => true,
        };
        self.is_doubtful |= !is_plain;
        let (end, target, is_reference) = match next {
            Some(b'(') => {
                let found = destination(self.text, at + 1);
                let is_plain = |(target, end)| is_plain_destination(self.bytes, Span::new(at + 1, end), target);
                self.is_doubtful |= !found.is_some_and(is_plain);
                let Some((target, end)) = found else { return at + 1 };
                (end, target, false)
            }
            Some(b'[') => {
                let found = label(self.bytes, at + 1);
                self.is_doubtful |= !found.is_some_and(|label| is_plain_label(self.bytes, label));
                let Some(label) = found else { return at + 1 };
                (label.end + 1, if label.is_empty() { words } else { label }, true)
            }
            _ => (at + 1, words, true),
        };
        if words.is_empty() && is_reference || !is_image && open < self.links_from {
            return at + 1;
        }
        let (kind, start) = if is_image { (InlineKind::Image, open - 1) } else { (InlineKind::Link, open) };
        if !is_image {
            self.links_from = at;
        }
        let words = if words.is_empty() { Span::new(end, end) } else { words };
        self.add(kind, Span::new(start, end), words, Some(target), is_reference);
        end
    }
}
