//! The inlines of one block's text, read by their marks where those are certain, and else with the grammar.

use std::cell::RefCell;

use tree_sitter::{Node, Parser, Point, Range};

use super::inline::{Inline, InlineKind};
use super::{Ast, hide, scan};
use crate::text::Span;

/// Beyond these an inline parse can take seconds and gigabytes; such text is scanned instead.
const MAX_BYTES: usize = 4 * 1024;
const MAX_DELIMITERS: usize = 256;

/// The inlines of a block whose text stands in `content`.
pub fn parse(text: &str, content: &[Span], ast: Ast) -> Vec<Inline> {
    if !content.iter().any(|piece| may_stand_in(piece.of(text))) {
        return Vec::new();
    }
    let certain = (ast == Ast::OnDemand).then(|| scan::certain(text, content)).flatten();
    if let Some(certain) = certain {
        return certain;
    }
    let bytes = content.iter().map(|piece| piece.len()).sum::<usize>();
    let delimiters = || content.iter().flat_map(|piece| piece.of(text).bytes()).filter(|byte| is_delimiter(*byte));
    if bytes > MAX_BYTES || delimiters().count() > MAX_DELIMITERS {
        return scanned(text, content);
    }
    parse_tree(text, content)
}

/// The same where the grammar has been asked enough.
pub fn scan(text: &str, content: &[Span]) -> Vec<Inline> {
    if !content.iter().any(|piece| may_stand_in(piece.of(text))) {
        return Vec::new();
    }
    scan::certain(text, content).unwrap_or_else(|| scanned(text, content))
}

fn scanned(text: &str, content: &[Span]) -> Vec<Inline> {
    content.iter().flat_map(|piece| scan::inlines(text, *piece)).collect()
}

/// Whether something in a text may open an inline. No byte ends the loop and none is told by a branch, so that many are asked
/// at a time.
pub fn may_stand_in(text: &str) -> bool {
    let is = |byte: u8, mark: u8| u8::from(byte == mark);
    text.bytes().fold(0, |found, it| found | is(it, b'`') | is(it, b'[') | is(it, b'<') | is(it, b'$')) > 0
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'*' | b'_' | b'[' | b'!' | b'<' | b'`' | b'~' | b'$')
}

thread_local! {
    static PARSER: RefCell<Parser> = RefCell::new(parser());
}

fn parser() -> Parser {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_md::INLINE_LANGUAGE.into()).expect("the grammar fits its runtime");
    parser
}

fn parse_tree(text: &str, content: &[Span]) -> Vec<Inline> {
    // Only bytes count for the parse; the points are never read.
    let point = |byte| Point { row: 0, column: byte };
    let ranges: Vec<Range> = content
        .iter()
        .map(|it| Range {
            start_byte: it.start,
            end_byte: it.end,
            start_point: point(it.start),
            end_point: point(it.end),
        })
        .collect();
    let words = &text.as_bytes()[..content.last().map_or(0, |last| last.end)];
    let hidden = hide::from_grammar(text, content);
    let tree = PARSER.with_borrow_mut(|parser| {
        parser.set_included_ranges(&ranges).ok()?;
        parser.parse_with_options(&mut |at, _| readable(words, &hidden, at), None, None)
    });
    let Some(tree) = tree else { return Vec::new() };
    let mut out = Vec::new();
    let mut cursor = tree.walk();
    loop {
        let node = cursor.node();
        let found = node.is_named().then(|| inline(node, text)).flatten();
        // A link's text can hold code and images; nothing else that is kept holds anything.
        let is_closed = found.as_ref().is_some_and(|it| it.kind != InlineKind::Link);
        out.extend(found);
        if !is_closed && cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return out;
            }
        }
    }
}

/// What the grammar reads from a place on: up to a NUL, at which its scanner would take the text for ended, or up to what
/// is hidden from it; letters in the place of both.
fn readable<'t>(words: &'t [u8], hidden: &[Span], at: usize) -> &'t [u8] {
    const LETTERS: &[u8] = &[b'x'; 64];
    let next = hidden.get(hidden.partition_point(|it| it.end <= at));
    let end = match next {
        Some(next) if next.start <= at => return &LETTERS[..LETTERS.len().min(next.end - at)],
        Some(next) => next.start,
        None => words.len(),
    };
    let rest = words.get(at..end).unwrap_or_default();
    match memchr::memchr(0, rest) {
        Some(0) => b"x",
        Some(length) => &rest[..length],
        None => rest,
    }
}

fn inline(node: Node, text: &str) -> Option<Inline> {
    let span = Span::from(node.byte_range());
    let child = |kind| {
        let mut cursor = node.walk();
        node.named_children(&mut cursor).find(|it| it.kind() == kind).map(|it| Span::from(it.byte_range()))
    };
    let empty = Span::new(span.end, span.end);
    // The grammar takes a label for ended where the text ends without its bracket.
    let label = |span: Span| {
        let is_closed = span.len() > 1 && span.of(text).ends_with([']', '>']);
        is_closed.then(|| Span::new(span.start + 1, span.end - 1))
    };
    let (kind, inside, target, is_reference) = match node.kind() {
        "code_span" => (InlineKind::Code, without(span, text, '`'), None, false),
        "latex_block" if hide::is_formula(span.of(text).trim_matches('$')) => {
            (InlineKind::Math, without(span, text, '$'), None, false)
        }
        "inline_link" => {
            let words = child("link_text").unwrap_or(empty);
            let nothing = span.of(text).ends_with("()").then(|| Span::new(span.end - 1, span.end - 1));
            (InlineKind::Link, words, child("link_destination").or(nothing), false)
        }
        "full_reference_link" => {
            let target = label(child("link_label")?)?;
            (InlineKind::Link, child("link_text").unwrap_or(empty), Some(target), true)
        }
        "collapsed_reference_link" | "shortcut_link" => {
            let words = child("link_text").unwrap_or(empty);
            (InlineKind::Link, words, Some(words), true)
        }
        "image" => {
            let words = child("image_description").unwrap_or(empty);
            let by_label = match child("link_label") {
                Some(it) => Some(label(it)?),
                None => None,
            };
            let is_reference = child("link_destination").is_none();
            (InlineKind::Image, words, child("link_destination").or(by_label).or(Some(words)), is_reference)
        }
        "uri_autolink" | "email_autolink" => {
            let inside = label(span)?;
            (InlineKind::Autolink, inside, Some(inside), false)
        }
        "html_tag" if span.of(text).starts_with("<!--") => (InlineKind::Comment, span, None, false),
        "html_tag" => (InlineKind::Tag, span, None, false),
        _ => return None,
    };
    Some(Inline { kind, span, text: inside, target, is_reference })
}

fn without(span: Span, text: &str, mark: char) -> Span {
    let inside = span.of(text);
    let marks = inside.len() - inside.trim_start_matches(mark).len();
    if 2 * marks >= inside.len() { span } else { Span::new(span.start + marks, span.end - marks) }
}
