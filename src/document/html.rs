//! The text and comments of an HTML block: enough to read what a person would see, and no more.

use crate::text::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    Comment(Span),
    /// A tag, by its name in the text's own case; `close` for `</name>`.
    Tag {
        name: &'t str,
        close: bool,
        span: Span,
    },
    Text(Span),
}

/// Cuts `region` into comments, tags and text. What is never closed runs to the end.
pub fn pieces(text: &str, region: Span) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut at = region.start;
    // Set once no `-->` or `>` follows, so that a text full of openings is not searched again for each.
    let (mut comments_end, mut tags_end) = (false, false);
    while at < region.end {
        let rest = &text[at..region.end];
        let Some(open) = rest.find('<') else {
            out.push(Piece::Text(Span::new(at, region.end)));
            break;
        };
        if open > 0 {
            out.push(Piece::Text(Span::new(at, at + open)));
        }
        let start = at + open;
        let rest = &text[start..region.end];
        if rest.starts_with("<!--") && !comments_end {
            let end = rest.find("-->").map(|close| start + close + 3);
            comments_end = end.is_none();
            at = end.unwrap_or(region.end);
            out.push(Piece::Comment(Span::new(start, at)));
        } else if let Some((name, close)) = tag_name(rest).filter(|_| !tags_end) {
            let end = rest.find('>').map(|close| start + close + 1);
            tags_end = end.is_none();
            at = end.unwrap_or(region.end);
            out.push(Piece::Tag { name, close, span: Span::new(start, at) });
            at = skip_raw(text, region, at, name, close);
        } else {
            out.push(Piece::Text(Span::new(start, start + 1)));
            at = start + 1;
        }
    }
    out
}

fn tag_name(rest: &str) -> Option<(&str, bool)> {
    let inside = &rest[1..];
    let (inside, close) = inside.strip_prefix('/').map_or((inside, false), |inside| (inside, true));
    let length = inside.find(|it: char| !it.is_ascii_alphanumeric() && it != '-').unwrap_or(inside.len());
    (length > 0 && inside.as_bytes()[0].is_ascii_alphabetic()).then(|| (&inside[..length], close))
}

/// Preformatted text that a block of HTML opens and does not close, because a blank line ended the block: what follows up to
/// its end is code, whatever Markdown makes of it.
#[derive(Debug, Default)]
pub struct OpenCode {
    end: usize,
    /// Nothing closes it any more, so that nobody looks again.
    is_never_closed: bool,
}

impl OpenCode {
    /// Where it ends, if there is any.
    pub fn end(&self) -> usize {
        self.end
    }

    /// Whether all of a block lies in it.
    pub fn hides(&self, block: Span) -> bool {
        block.start < self.end && block.end <= self.end
    }

    /// Looks at a block of HTML.
    pub fn read(&mut self, text: &str, block: Span) {
        let inside = block.of(text);
        let opens = |at: usize| inside[at + "<pre".len()..].starts_with(['>', ' ', '\n']);
        let Some(open) = inside.rfind("<pre").filter(|at| opens(*at)) else { return };
        if self.is_never_closed || inside[open..].contains("</pre") {
            return;
        }
        match text[block.end..].find("</pre") {
            Some(at) => self.end = block.end + at,
            None => self.is_never_closed = true,
        }
    }
}

/// The contents of scripts, styles and preformatted text are not read.
fn skip_raw(text: &str, region: Span, at: usize, name: &str, close: bool) -> usize {
    let is_raw = ["script", "style", "pre", "code", "textarea"].iter().any(|raw| name.eq_ignore_ascii_case(raw));
    if !is_raw || close {
        return at;
    }
    let is_end = |found: usize| {
        let close = text.get(found + 2..found + 2 + name.len());
        found + 2 + name.len() <= region.end && close.is_some_and(|close| close.eq_ignore_ascii_case(name))
    };
    let mut ends = text[at..region.end].match_indices("</").map(|(found, _)| at + found);
    ends.find(|found| is_end(*found)).unwrap_or(region.end)
}

/// The name of a tag that is written out.
pub fn name(tag: &str) -> Option<&str> {
    tag.starts_with('<').then(|| tag_name(tag)).flatten().map(|(name, _)| name)
}

/// The value of an attribute of a tag.
pub fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut at = 0;
    while let Some(found) = tag[at..].find(name).map(|found| at + found) {
        let value = tag[found + name.len()..].trim_start().strip_prefix('=').map(str::trim_start);
        let opens = tag[..found].ends_with([' ', '\n', '\t', '\r', '"', '\'']);
        if let Some(value) = value.filter(|_| opens) {
            return match value.chars().next()? {
                quote @ ('"' | '\'') => value[1..].split(quote).next(),
                _ => value.split([' ', '>', '/', '\n', '\t']).next(),
            };
        }
        at = found + name.len();
    }
    None
}

/// Tags that end a run of text as a paragraph does.
pub fn is_block_tag(name: &str) -> bool {
    const INLINE: &[&str] = &[
        "a", "b", "i", "em", "strong", "code", "kbd", "span", "sub", "sup", "u", "s", "del", "ins", "img", "small",
        "abbr",
    ];
    !INLINE.iter().any(|inline| name.eq_ignore_ascii_case(inline))
}
