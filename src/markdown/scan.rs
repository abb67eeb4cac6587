//! Inlines by a scan in one pass: for text that is so plain that the grammar says the same, and for text on which it
//! could spend seconds and gigabytes.
//! Knows code, links, images, angles and comments; nothing of emphasis, which masks nothing.

use std::collections::HashMap;

use super::emphasis;
use super::inline::{Inline, InlineKind};
use crate::text::Span;

/// Brackets nested deeper than this in a destination are no destination.
const DEEPEST: usize = 32;

/// The inlines of one piece of text, in the order of their starts.
pub(super) fn inlines(text: &str, piece: Span) -> Vec<Inline> {
    let mut scan = Scan::new(piece.of(text));
    let mut at = 0;
    while at < scan.bytes.len() {
        at = scan.step(at);
    }
    let mut out = scan.out;
    out.iter_mut().for_each(|inline| *inline = moved(inline, piece.start));
    out.sort_by_key(|inline| (inline.span.start, std::cmp::Reverse(inline.span.end)));
    out
}

/// The same of several pieces, where the grammar certainly reads them so too.
pub(super) fn certain(text: &str, content: &[Span]) -> Option<Vec<Inline>> {
    // To the grammar a NUL is the end of the text, but only sometimes.
    if content.iter().any(|piece| memchr::memchr(0, piece.of(text).as_bytes()).is_some()) {
        return None;
    }
    let has_links = content.iter().any(|piece| memchr::memchr(b'[', piece.of(text).as_bytes()).is_some());
    let around = || &text[content[0].start..content[content.len() - 1].end];
    if has_links && !emphasis::is_paired(around()) {
        return None;
    }
    let mut out = Vec::new();
    for piece in content {
        let mut scan = Scan::new(piece.of(text));
        let mut at = 0;
        while let Some(next) = memchr::memchr3(b'`', b'[', b']', &scan.bytes[at..]).map(|next| at + next) {
            if has_doubt(&scan.bytes[at..next]) {
                return None;
            }
            at = scan.step(next);
            if scan.is_doubtful {
                return None;
            }
        }
        if has_doubt(&scan.bytes[at..]) || !scan.open.is_empty() {
            return None;
        }
        let first = out.len();
        out.extend(scan.out.iter().map(|inline| moved(inline, piece.start)));
        out[first..].sort_by_key(|inline: &Inline| (inline.span.start, std::cmp::Reverse(inline.span.end)));
    }
    Some(out)
}

/// What may begin or hide something that is not plain: an escape, an angle, a formula.
fn has_doubt(bytes: &[u8]) -> bool {
    memchr::memchr3(b'\\', b'<', b'$', bytes).is_some()
}

fn moved(inline: &Inline, offset: usize) -> Inline {
    let Inline { kind, span, text, target, is_reference } = *inline;
    let target = target.map(|span| span.after(offset));
    Inline { kind, span: span.after(offset), text: text.after(offset), target, is_reference }
}

struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    /// For each run of backticks, where the next run of the same length begins.
    closing: HashMap<usize, usize>,
    /// Open brackets: where, and whether an image opens there.
    open: Vec<(usize, bool)>,
    /// A link ends here: it holds no other link, so the brackets before it open none.
    links_from: usize,
    /// No `-->` follows any more.
    comments_end: bool,
    /// Something was read that the grammar may read in another way.
    is_doubtful: bool,
    out: Vec<Inline>,
}

impl<'t> Scan<'t> {
    fn new(text: &'t str) -> Self {
        let closing = closing(&runs(text.as_bytes(), b'`'));
        Self {
            text,
            bytes: text.as_bytes(),
            closing,
            open: Vec::new(),
            links_from: 0,
            comments_end: false,
            is_doubtful: false,
            out: Vec::new(),
        }
    }

    /// Reads what begins at `at`; gives where the next thing may begin.
    fn step(&mut self, at: usize) -> usize {
        match self.bytes[at] {
            b'\\' if self.bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at + 2,
            b'`' => self.code(at),
            b'<' => self.angle(at).unwrap_or(at + 1),
            b'[' => {
                let is_image = at > 0 && self.bytes[at - 1] == b'!';
                self.is_doubtful |= !self.open.is_empty();
                self.open.push((at, is_image));
                at + 1
            }
            b']' => self.close(at),
            _ => at + 1,
        }
    }

    fn add(&mut self, kind: InlineKind, span: Span, text: Span, target: Option<Span>, is_reference: bool) {
        self.out.push(Inline { kind, span, text, target, is_reference });
    }

    fn code(&mut self, at: usize) -> usize {
        let length = self.bytes[at..].iter().take_while(|byte| **byte == b'`').count();
        let Some(close) = self.closing.get(&at).copied() else {
            self.is_doubtful = true;
            return at + length;
        };
        let end = close + length;
        let inside = &self.bytes[at + length..close];
        // The grammar takes a longer run in the middle for the end, and a comment in the code that ends behind it for one.
        let opens = |at: usize| matches!(inside.get(at + 1), Some(b'!' | b'?'));
        self.is_doubtful |= inside.contains(&b'`') || memchr::memchr_iter(b'<', inside).any(opens);
        self.add(InlineKind::Code, Span::new(at, end), Span::new(at + length, close), None, false);
        end
    }

    fn angle(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        if rest.starts_with("<!--") {
            let end = (!self.comments_end).then(|| rest.find("-->")).flatten().map(|found| at + found + 3);
            self.comments_end = end.is_none();
            let span = Span::new(at, end?);
            self.add(InlineKind::Comment, span, span, None, false);
            return end;
        }
        let close =
            rest[1..].find(['<', '>']).map(|found| at + 1 + found).filter(|close| self.bytes[*close] == b'>')?;
        let (span, inside) = (Span::new(at, close + 1), Span::new(at + 1, close));
        let words = inside.of(self.text);
        let is_address = (words.contains(':') || words.contains('@')) && !words.contains(char::is_whitespace);
        if is_address {
            self.add(InlineKind::Autolink, span, inside, Some(inside), false);
        } else if words.trim_start_matches('/').starts_with(|it: char| it.is_ascii_alphabetic()) {
            self.add(InlineKind::Tag, span, span, None, false);
        } else {
            return None;
        }
        Some(close + 1)
    }

    fn close(&mut self, at: usize) -> usize {
        let Some((open, is_image)) = self.open.pop() else {
            self.is_doubtful = true;
            return at + 1;
        };
        let words = Span::new(open + 1, at);
        let is_plain = !(words.is_empty() || is_image && words.of(self.text).contains('`'));
        // Asked no more once there is a doubt: each answer may look far ahead.
        self.is_doubtful = self.is_doubtful || !is_plain || !has_plain_end(&self.bytes[at + 1..]);
        let (end, target, is_reference) = match self.bytes.get(at + 1) {
            Some(b'(') => match destination(self.text, at + 1) {
                Some((target, end)) => (end, target, false),
                None => return at + 1,
            },
            Some(b'[') => match label(self.bytes, at + 1) {
                Some(label) => (label.end + 1, if label.is_empty() { words } else { label }, true),
                None => return at + 1,
            },
            _ => (at + 1, words, true),
        };
        if words.is_empty() && is_reference || !is_image && open < self.links_from {
            return at + 1;
        }
        let (kind, start) = if is_image { (InlineKind::Image, open - 1) } else { (InlineKind::Link, open) };
        if !is_image {
            self.links_from = at;
        }
        self.add(kind, Span::new(start, end), words, Some(target), is_reference);
        end
    }
}

/// Whether what follows the words of a link is an address alone, a label, or nothing of a link.
fn has_plain_end(bytes: &[u8]) -> bool {
    let is_plain = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'(' | b'<' | b'[' | b'\\' | b'`' | b'$');
    let length = |close: u8| {
        let length = bytes[1..].iter().position(|byte| *byte == close)?;
        bytes[1..1 + length].iter().all(is_plain).then_some(length)
    };
    match bytes.first() {
        Some(b'(') => length(b')').is_some_and(|length| length > 0),
        // Of labels in a row nobody knows which belongs to which.
        Some(b'[') => length(b']').is_some_and(|length| !matches!(bytes.get(length + 2), Some(b'[' | b'('))),
        _ => true,
    }
}

/// The runs of a mark.
pub(super) fn runs(bytes: &[u8], mark: u8) -> Vec<Span> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(start) = memchr::memchr(mark, &bytes[at..]).map(|next| at + next) {
        at = start + bytes[start..].iter().take_while(|byte| **byte == mark).count();
        runs.push(Span::new(start, at));
    }
    runs
}

/// For each run, where the next one of the same length begins.
pub(super) fn closing(runs: &[Span]) -> HashMap<usize, usize> {
    let mut next = HashMap::new();
    runs.iter().rev().filter_map(|run| Some((run.start, next.insert(run.len(), run.start)?))).collect()
}

/// `(target)` and `(target "title")`, from the opening bracket: the target, and where it all ends.
fn destination(text: &str, open: usize) -> Option<(Span, usize)> {
    let bytes = text.as_bytes();
    let start = open + 1 + spaces(&bytes[open + 1..]);
    let (target, after) = match bytes.get(start)? {
        b'<' => {
            let close = start + 1 + text[start + 1..].find(['<', '>', '\n'])?;
            (bytes[close] == b'>').then_some((Span::new(start + 1, close), close + 1))?
        }
        _ => {
            let end = start + bare_length(&bytes[start..])?;
            (Span::new(start, end), end)
        }
    };
    let next = after + spaces(&bytes[after.min(bytes.len())..]);
    match bytes.get(next)? {
        b')' => Some((target, next + 1)),
        quote @ (b'"' | b'\'') => {
            let title_end = next + 1 + text[next + 1..].find(char::from(*quote))?;
            let close = title_end + 1 + spaces(&bytes[title_end + 1..]);
            (bytes.get(close) == Some(&b')')).then_some((target, close + 1))
        }
        _ => None,
    }
}

fn spaces(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// The bytes of a destination without angles: up to white space, or the bracket that nothing in it opened.
fn bare_length(bytes: &[u8]) -> Option<usize> {
    let mut depth = 0;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'(' if depth == DEEPEST => return None,
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            _ if byte.is_ascii_whitespace() => return Some(at),
            _ => {}
        }
    }
    None
}

/// What stands in the brackets that open at `open`.
fn label(bytes: &[u8], open: usize) -> Option<Span> {
    let length = bytes[open + 1..].iter().position(|byte| matches!(byte, b'[' | b']'))?;
    (bytes[open + 1 + length] == b']').then(|| Span::new(open + 1, open + 1 + length))
}
