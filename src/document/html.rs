//! The text and comments of an HTML block: enough to read what a person would see, and no more.

use std::ops::Range;

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

/// The value of an attribute of a tag, in whichever case its name is written, and where it stands.
pub fn attribute(tag: &str, name: &str) -> Option<Range<usize>> {
    attributes(tag).find(|(it, _)| tag[it.clone()].eq_ignore_ascii_case(name)).and_then(|(_, value)| value)
}

/// The attributes of a tag in order, each with its value if it has one: what stands in a value names none.
fn attributes(tag: &str) -> impl Iterator<Item = (Range<usize>, Option<Range<usize>>)> {
    let is_between = |it: char| is_space(it) || matches!(it, '/' | '>' | '"' | '\'' | '=');
    let mut at = if tag.starts_with('<') { past(tag, 0, |it| !is_space(it)) } else { 0 };
    std::iter::from_fn(move || {
        let start = past(tag, at, is_between);
        let end = past(tag, start, |it| !is_between(it));
        let equals = past(tag, end, is_space);
        at = end;
        if !tag[equals..].starts_with('=') {
            return (start < end).then_some((start..end, None));
        }
        let from = past(tag, equals + 1, is_space);
        let value = match tag[from..].chars().next() {
            Some(quote @ ('"' | '\'')) => from + 1..past(tag, from + 1, |it| it != quote),
            _ => from..past(tag, from, |it| !is_space(it) && it != '>'),
        };
        // Its quote is passed over before the next name.
        at = value.end;
        Some((start..end, Some(value)))
    })
}

fn is_space(it: char) -> bool {
    it.is_ascii_whitespace()
}

/// Where a tag goes on behind letters of a sort.
fn past(tag: &str, at: usize, is_passed: impl Fn(char) -> bool) -> usize {
    tag.len() - tag[at..].trim_start_matches(is_passed).len()
}

/// Tags that end a run of text as a paragraph does.
pub fn is_block_tag(name: &str) -> bool {
    const INLINE: &[&str] = &[
        "a", "b", "i", "em", "strong", "code", "kbd", "span", "sub", "sup", "u", "s", "del", "ins", "img", "small",
        "abbr",
    ];
    !INLINE.iter().any(|inline| name.eq_ignore_ascii_case(inline))
}

#[cfg(test)]
mod tests {
    use super::attribute;

    #[test]
    fn an_attribute_is_told_from_words_in_values() {
        let value = |tag: &'static str, name: &str| attribute(tag, name).map(|it| &tag[it]);
        assert_eq!(value("<A NAME=\"foot\">", "name"), Some("foot"));
        assert_eq!(value("<div title=\"see id=5 there\" id='mid'>", "id"), Some("mid"));
        assert_eq!(value("<img data-src=\"lazy.png\" src = a/b.png>", "src"), Some("a/b.png"));
        assert_eq!(value("<a hidden\nhref=\"x y\"\tid=z/>", "href"), Some("x y"));
        assert_eq!(value("<a hidden id=\"\">", "id"), Some(""));
        assert_eq!(value(" id=\"one", "id"), Some("one"));
        assert_eq!(value("<a = \"\u{e9}\" id=>", "id"), Some(""));
        assert_eq!(value("<a id", "id"), None);
        assert_eq!(value("<a>", "id"), None);
    }
}
