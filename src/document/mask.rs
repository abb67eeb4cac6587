//! What of a passage is not prose: code, addresses, quotations, images, tags, program output.

mod leftover;

use super::html;
use super::passage::Passage;
use super::{Document, alert};
use crate::markdown::{Content, Inline, InlineKind};
use crate::text::{Origin, Span};
use crate::words::address::bare::addresses;
use crate::words::{forge_command, log};

/// What a mask stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    Code,
    Address,
    Quotation,
    Image,
    Log,
    Other,
}

/// Bytes that are not prose, and what clean text has in their place.
#[derive(Debug, Clone, Copy)]
pub struct Mask {
    pub span: Span,
    pub leaves: Leaves,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaves {
    Stand(Stand),
    Space,
    Nothing,
}

/// Which marks stand in a piece of a text: most hold none, and nothing is looked for in those.
struct Marks {
    /// `<` or `]`.
    closes: bool,
    /// `:` or `@`.
    addresses: bool,
    /// A straight quotation mark, or what the other two begin with.
    quotes: bool,
}

impl Marks {
    /// No byte ends the loop and none is told by a branch, so that many are asked at a time.
    fn of(text: &str) -> Self {
        let (mut closes, mut addresses, mut quotes) = (0, 0, 0);
        for byte in text.bytes() {
            closes |= u8::from(byte == b'<') | u8::from(byte == b']');
            addresses |= u8::from(byte == b':') | u8::from(byte == b'@');
            quotes |= u8::from(byte == b'"') | u8::from(byte == 0xe2) | u8::from(byte == 0xc2);
        }
        Self { closes: closes > 0, addresses: addresses > 0, quotes: quotes > 0 }
    }
}

/// The masks of a passage, in order and without overlaps.
pub fn masks(doc: &Document, passage: &Passage) -> Vec<Mask> {
    let mut masks = Vec::new();
    let inlines = passage.inlines(doc);
    html_code(doc, inlines, &mut masks);
    inlines.iter().for_each(|inline| from_inline(doc, inline, &mut masks));
    if let Some(first) = passage.content.first() {
        alert_mark(doc, *first, &mut masks);
    }
    in_order(&mut masks);
    // What follows is found between those: a quotation mark inside code opens nothing.
    let known = masks.clone();
    let (is_mdx, has_www) = (doc.is_mdx(), doc.has_www());
    let is_message = doc.source().origin == Origin::Message;
    for piece in &passage.content {
        log_lines(doc, *piece, &mut masks);
        if is_message && doc.at(*piece).contains('/') {
            commands(doc, *piece, &mut masks);
        }
        let marks = Marks::of(doc.at(*piece));
        let may_be_left = marks.closes || marks.addresses || has_www;
        for gap in may_be_left.then(|| gaps(*piece, &known)).into_iter().flatten() {
            masks.extend(leftover::find(doc.at(gap)).into_iter().map(|it| nothing(it.after(gap.start))));
            masks.extend(addresses(doc.text(), gap, has_www).into_iter().map(|span| stand(span, Stand::Address)));
        }
        if marks.quotes {
            quotations(doc, *piece, &known, &mut masks);
        }
        if is_mdx {
            expressions(doc, *piece, &mut masks);
        }
    }
    in_order(&mut masks);
    masks
}

fn stand(span: Span, stand: Stand) -> Mask {
    Mask { span, leaves: Leaves::Stand(stand) }
}

fn nothing(span: Span) -> Mask {
    Mask { span, leaves: Leaves::Nothing }
}

/// Of masks that overlap, the one that begins first stays, and of those the longest.
fn in_order(masks: &mut Vec<Mask>) {
    masks.sort_by_key(|mask| (mask.span.start, std::cmp::Reverse(mask.span.end)));
    let mut end = 0;
    masks.retain(|mask| {
        let is_free = mask.span.start >= end;
        end = end.max(mask.span.end);
        is_free
    });
}

/// The parts of a piece that no mask covers.
fn gaps(piece: Span, masks: &[Mask]) -> Content {
    let first = masks.partition_point(|mask| mask.span.end <= piece.start);
    let mut out = Content::new();
    let mut at = piece.start;
    for mask in masks[first..].iter().take_while(|mask| mask.span.start < piece.end) {
        if mask.span.start > at {
            out.push(Span::new(at, mask.span.start));
        }
        at = at.max(mask.span.end);
    }
    if at < piece.end {
        out.push(Span::new(at, piece.end));
    }
    out
}

fn from_inline(doc: &Document, inline: &Inline, masks: &mut Vec<Mask>) {
    match inline.kind {
        InlineKind::Code => masks.push(stand(inline.span, Stand::Code)),
        InlineKind::Autolink => masks.push(stand(inline.span, Stand::Address)),
        InlineKind::Math => masks.push(stand(inline.span, Stand::Other)),
        InlineKind::Comment => masks.push(nothing(inline.span)),
        InlineKind::Tag => {
            let is_break = html::name(doc.at(inline.span)).is_some_and(html::is_block_tag);
            masks.push(Mask { span: inline.span, leaves: if is_break { Leaves::Space } else { Leaves::Nothing } });
        }
        InlineKind::Link if doc.at(inline.text).trim().starts_with('^') => masks.push(nothing(footnote(doc, inline))),
        // Brackets that no definition stands behind are text.
        _ if inline.is_reference && doc.destination(inline).is_none() => {}
        InlineKind::Image => masks.push(stand(inline.span, Stand::Image)),
        // The words of a link are prose; its brackets and its destination are not.
        InlineKind::Link => {
            masks.push(nothing(Span::new(inline.span.start, inline.text.start)));
            masks.push(nothing(Span::new(inline.text.end, inline.span.end)));
        }
    }
}

/// `[^1]`, and the colon of `[^1]: text`.
fn footnote(doc: &Document, inline: &Inline) -> Span {
    let before = doc.text()[..inline.span.start].chars().next_back();
    let opens_line = before.is_none_or(|it| matches!(it, '\n' | '\r'));
    let colon = usize::from(opens_line && doc.text()[inline.span.end..].starts_with(':'));
    Span::new(inline.span.start, inline.span.end + colon)
}

/// `<code>…</code>` and `<kbd>…</kbd>`.
fn html_code(doc: &Document, inlines: &[Inline], masks: &mut Vec<Mask>) {
    let mut open: Option<(&str, usize)> = None;
    for inline in inlines.iter().filter(|inline| inline.kind == InlineKind::Tag) {
        let tag = doc.at(inline.span);
        let name = html::name(tag).filter(|name| matches!(*name, "code" | "kbd" | "pre" | "samp"));
        match (name, open) {
            (Some(name), Some((opened, start))) if name == opened && tag.starts_with("</") => {
                masks.push(stand(Span::new(start, inline.span.end), Stand::Code));
                open = None;
            }
            (Some(name), None) if !tag.starts_with("</") => open = Some((name, inline.span.start)),
            _ => {}
        }
    }
}

fn log_lines(doc: &Document, piece: Span, masks: &mut Vec<Mask>) {
    let lines = piece.lines(doc.text()).map(|line| line.trimmed(doc.text()));
    let logs = lines.filter(|line| !line.is_empty() && log::is_log_line(doc.at(*line)));
    masks.extend(logs.map(|line| stand(line, Stand::Log)));
}

/// What the forge takes out of a message before anybody reads it.
fn commands(doc: &Document, piece: Span, masks: &mut Vec<Mask>) {
    let lines = piece.lines(doc.text()).map(|line| line.trimmed(doc.text()));
    masks.extend(lines.filter(|line| forge_command::is_command(doc.at(*line))).map(nothing));
}

/// A quotation longer than this, in bytes, is more likely an unpaired mark.
const LONGEST_QUOTATION: usize = 300;

/// What opens and what closes a quotation.
const MARKS: [(char, char); 5] =
    [('"', '"'), ('\u{201c}', '\u{201d}'), ('\u{ab}', '\u{bb}'), ('\u{201e}', '\u{201c}'), ('\u{2018}', '\u{2019}')];

fn quotations(doc: &Document, piece: Span, known: &[Mask], masks: &mut Vec<Mask>) {
    let text = doc.text();
    let is_ascii = doc.at(piece).is_ascii();
    for (open, close) in MARKS {
        if is_ascii && !open.is_ascii() || !doc.at(piece).contains(open) {
            continue;
        }
        let marks = gaps(piece, known);
        let marks = marks.iter().flat_map(|gap| {
            let found = gap.of(text).char_indices().filter(move |(at, letter)| {
                // Within a word it is an apostrophe: "it\u{2019}s".
                let closes =
                    || close != '\u{2019}' || !gap.of(text)[at + close.len_utf8()..].starts_with(char::is_alphanumeric);
                *letter == open || *letter == close && closes()
            });
            found.map(|(at, letter)| (gap.start + at, letter))
        });
        let mut opened: Option<usize> = None;
        for (at, letter) in marks {
            let end = at + letter.len_utf8();
            match opened.filter(|from| letter == close && at - from <= LONGEST_QUOTATION) {
                Some(from) if at > from + open.len_utf8() => {
                    masks.push(stand(Span::new(from, end), Stand::Quotation));
                    opened = None;
                }
                _ => opened = (letter == open && opens_quotation(text, at, end)).then_some(at),
            }
        }
    }
}

/// Whether a text that no mask was made of, as the title in a header, holds a quotation.
pub fn is_quoting(text: &str) -> bool {
    MARKS.iter().any(|(open, close)| {
        let opened = text.match_indices(*open).find(|(at, mark)| opens_quotation(text, *at, at + mark.len()));
        opened.is_some_and(|(at, mark)| text[at + mark.len()..].contains(*close))
    })
}

/// A quotation mark behind a letter is an inch, and one before white space closes something.
fn opens_quotation(text: &str, at: usize, end: usize) -> bool {
    let before = text[..at].chars().next_back().unwrap_or(' ');
    let after = text[end..].chars().next().unwrap_or(' ');
    !before.is_alphanumeric() && !after.is_whitespace()
}

/// `[!NOTE]` says what the box is, not what it says.
fn alert_mark(doc: &Document, piece: Span, masks: &mut Vec<Mask>) {
    let text = doc.at(piece);
    // In a line of its own it is a pair of brackets.
    let is_in_quote = || doc.text()[..piece.start].trim_end_matches(' ').ends_with('>');
    if let Some(mark) = alert::mark(text).filter(|_| is_in_quote()) {
        masks.push(nothing(Span::new(piece.start, piece.start + mark.len())));
    }
}

/// `{…}` of MDX with the braces inside it, and `<Tag of={…}>`.
fn expressions(doc: &Document, piece: Span, masks: &mut Vec<Mask>) {
    let text = doc.at(piece);
    let (mut brace, mut tag) = (None, None);
    let mut depth = 0usize;
    for (at, letter) in text.match_indices(['{', '}', '<', '>']) {
        match letter {
            "{" => {
                brace = brace.or(Some(at));
                depth += 1;
            }
            "}" => depth = depth.saturating_sub(1),
            "<" if depth == 0 && text[at + 1..].starts_with(|it: char| it.is_alphabetic() || it == '/') => {
                tag = Some(at);
            }
            ">" if depth == 0 => {
                masks.extend(tag.take().map(|from| nothing(Span::new(from, at + 1).after(piece.start))));
            }
            _ => {}
        }
        if depth == 0 {
            masks.extend(brace.take().map(|from| stand(Span::new(from, at + 1).after(piece.start), Stand::Code)));
        }
    }
}
