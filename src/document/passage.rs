//! Running text, piece by piece: what stands in a heading, a paragraph, a list item, a table cell.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use super::html::{self, Piece};
use super::mail::Answered;
use super::{Document, alert};
use crate::markdown::{Block, BlockKind, Content, Inline, InlineKind, inlines};
use crate::text::{Move, Span};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A heading and its level; a `<summary>` is a heading below all others.
    Heading(u8),
    Paragraph,
    Item,
    Cell,
}

impl Place {
    pub fn is_heading(self) -> bool {
        matches!(self, Place::Heading(_))
    }
}

/// The level of a `<summary>`: its section ends at the next heading or at `</details>`.
pub const SUMMARY: u8 = 7;

#[derive(Debug)]
pub struct Passage {
    pub place: Place,
    pub span: Span,
    /// The text, without the markers that a container puts before each line.
    pub content: Content,
    /// Somebody else's words: inside a block quote that is not an alert.
    pub quoted: bool,
    /// The grammar failed here: good for masking, not for findings.
    pub broken: bool,
    /// With the marks of its block: hashes, an underline.
    pub(super) marked: Span,
    /// The block of the list item around it.
    pub(super) item: Option<usize>,
    /// More stands before it than anybody writes: the grammar is not asked for its inlines.
    is_late: bool,
    inlines: OnceCell<Vec<Inline>>,
}

/// So many bytes of running text with marks are more than anybody writes in one text, and half a second for the grammar.
const MOST_MARKED: usize = 256 * 1024;

/// The fewest bytes that a passage counts for: the grammar has to begin in each.
const LEAST_MARKED: usize = 32;

impl Passage {
    pub fn inlines(&self, doc: &Document) -> &[Inline] {
        self.inlines.get_or_init(|| {
            let inlines = match self.is_late {
                true => inlines::scan(doc.text(), &self.content),
                false => inlines::parse(doc.text(), &self.content, doc.ast),
            };
            debug_assert!(inlines.is_sorted_by_key(|it| it.span.start), "inlines are out of order");
            inlines
        })
    }

    /// Whether a place in it stands at its beginning, but for marks and a number.
    pub fn opens_with(&self, at: Span, doc: &Document) -> bool {
        const FEW: usize = 4;
        let before = doc.at(Span::new(self.span.start.min(at.start), at.start));
        before.chars().filter(|it| it.is_alphanumeric()).nth(FEW).is_none()
    }

    /// Whether it is one of an earlier version, as far as its place and its form go.
    pub(super) fn is_like(&self, later: &Self, moved: Move) -> bool {
        let is_moved = |(a, b): (&Span, &Span)| moved.place(a.start) == b.start && moved.place(a.end) == b.end;
        self.place == later.place
            && (self.quoted, self.broken, self.is_late) == (later.quoted, later.broken, later.is_late)
            && self.content.len() == later.content.len()
            && self.content.iter().zip(&later.content).all(is_moved)
    }

    /// Takes over what the same passage was made of in an earlier version.
    pub(super) fn inherit(&self, earlier: &mut Self, moved: Move) {
        if let Some(mut inlines) = earlier.inlines.take() {
            if !moved.is_none() {
                inlines.iter_mut().for_each(|it| *it = it.moved(moved));
            }
            let _ = self.inlines.set(inlines);
        }
    }

    /// What stands between ticks.
    pub fn code<'p>(&'p self, doc: &'p Document) -> impl Iterator<Item = Span> + 'p {
        self.inlines(doc).iter().filter(|it| it.kind == InlineKind::Code).map(|it| it.text)
    }

    /// The text as it stands, in one line.
    pub fn raw(&self, doc: &Document) -> String {
        let words = self.content.iter().flat_map(|piece| doc.at(*piece).split_whitespace());
        words.collect::<Vec<_>>().join(" ")
    }
}

#[derive(Debug, Default)]
pub struct Passages {
    pub list: Vec<Passage>,
    /// Where a `<details>` ends.
    pub details_ends: Vec<usize>,
    /// HTML comments between blocks.
    pub comments: Vec<Span>,
    /// The blocks that are no comments, each container before what it holds.
    pub blocks: Vec<Span>,
}

impl Passages {
    pub fn of(doc: &Document) -> Self {
        let (count, is_mdx) = (doc.blocks().iter().count(), doc.is_mdx());
        let mut model = Self { list: Vec::with_capacity(count), blocks: Vec::with_capacity(count), ..Self::default() };
        // Whether the words in a quote are somebody else's, by the quote's block.
        let mut foreign: HashMap<usize, bool> = HashMap::new();
        let answered = Answered::of(doc);
        let mut code = html::OpenCode::default();
        for (index, block) in doc.blocks().iter() {
            if code.hides(block.span) {
                continue;
            }
            let quoted = block.quote().is_some_and(|quote| foreign.get(&quote).copied().unwrap_or(false))
                || answered.holds(block.span);
            if !(block.kind == BlockKind::Html && doc.at(block.span).starts_with("<!--")) {
                model.blocks.push(block.span);
            }
            match block.kind {
                BlockKind::Quote => {
                    foreign.insert(index, quoted || !is_alert(doc, index));
                }
                BlockKind::Html => {
                    let start = code.end().clamp(block.span.start, block.span.end);
                    model.html(doc, block, Span::new(start, block.span.end), quoted);
                }
                BlockKind::Heading { level } => model.push(Place::Heading(level), block, quoted),
                BlockKind::Paragraph if is_mdx && is_module_line(doc.at(block.span)) => {}
                BlockKind::Paragraph => {
                    let opens_item = block.item().is_some() && block.parent() == block.item();
                    let place = if opens_item { Place::Item } else { Place::Paragraph };
                    model.push(place, block, quoted);
                }
                BlockKind::Cell => model.push(Place::Cell, block, quoted),
                _ => {}
            }
            // The grammar takes what begins with `<h3>` for a paragraph.
            if matches!(block.kind, BlockKind::Html | BlockKind::Paragraph) && doc.at(block.span).starts_with('<') {
                code.read(doc.text(), block.span);
            }
        }
        model.tell_late(doc.text());
        model
    }

    /// Finds out before which passages stands too much that the grammar may be asked for.
    fn tell_late(&mut self, text: &str) {
        if text.len() + self.list.len() * LEAST_MARKED <= MOST_MARKED {
            return;
        }
        let mut marked = 0;
        for passage in &mut self.list {
            passage.is_late = marked > MOST_MARKED;
            if passage.content.iter().any(|piece| inlines::may_stand_in(piece.of(text))) {
                marked += passage.content.iter().map(|piece| piece.len()).sum::<usize>().max(LEAST_MARKED);
            }
        }
    }

    fn push(&mut self, place: Place, block: &Block, quoted: bool) {
        let (Some(first), Some(last)) = (block.content.first(), block.content.last()) else { return };
        self.list.push(Passage {
            place,
            span: Span::new(first.start, last.end),
            content: Content::from_slice(&block.content),
            quoted,
            broken: block.broken,
            marked: block.span,
            item: block.item(),
            is_late: false,
            inlines: OnceCell::new(),
        });
    }

    /// What a person would see of a part of an HTML block.
    fn html(&mut self, doc: &Document, block: &Block, part: Span, quoted: bool) {
        let mut place = Place::Paragraph;
        let mut open: Vec<Span> = Vec::new();
        let flush = |open: &mut Vec<Span>, place: Place, list: &mut Vec<Passage>| {
            let content = Content::from_vec(std::mem::take(open));
            let (Some(first), Some(last)) = (content.first(), content.last()) else { return };
            let span = Span::new(first.start, last.end);
            let (item, broken) = (block.item(), block.broken);
            let (is_late, inlines) = (false, OnceCell::new());
            list.push(Passage { place, span, content, quoted, broken, marked: span, item, is_late, inlines });
        };
        for piece in html::pieces(doc.text(), part) {
            match piece {
                Piece::Comment(span) => self.comments.push(span),
                Piece::Text(span) => open.extend(html_text(doc, span, block.quote().is_some())),
                Piece::Tag { name, close, span } if html::is_block_tag(name) => {
                    flush(&mut open, place, &mut self.list);
                    place = if close { Place::Paragraph } else { place_of(name) };
                    if close && name.eq_ignore_ascii_case("details") {
                        self.details_ends.push(span.start);
                    }
                }
                Piece::Tag { .. } => {}
            }
        }
        flush(&mut open, place, &mut self.list);
    }
}

/// The text of HTML, without the prefixes of the quote that it stands in.
fn html_text(doc: &Document, span: Span, in_quote: bool) -> Vec<Span> {
    let line = |line: Span| {
        let prefix = line.of(doc.text()).bytes().take_while(|byte| matches!(byte, b' ' | b'\t' | b'>')).count();
        Span::new(line.start + prefix, line.end)
    };
    let mut pieces = if in_quote { span.lines(doc.text()).map(line).collect() } else { vec![span] };
    pieces.iter_mut().for_each(|piece| *piece = piece.trimmed(doc.text()));
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn place_of(tag: &str) -> Place {
    match tag.to_ascii_lowercase().as_str() {
        "summary" => Place::Heading(SUMMARY),
        "li" => Place::Item,
        "td" | "th" => Place::Cell,
        heading if heading.len() == 2 && heading.starts_with('h') => match heading.as_bytes()[1] {
            digit @ b'1'..=b'6' => Place::Heading(digit - b'0'),
            _ => Place::Paragraph,
        },
        _ => Place::Paragraph,
    }
}

fn is_alert(doc: &Document, quote: usize) -> bool {
    let first = doc.blocks().children(quote).next();
    first.is_some_and(|(_, block)| alert::opens(doc.at(block.span)))
}

fn is_module_line(text: &str) -> bool {
    ["import ", "export "].iter().any(|word| text.starts_with(word))
}

impl Document<'_> {
    /// The passages that a span touches, by their numbers.
    pub fn passages_in(&self, span: Span) -> Range<usize> {
        let from = self.passages().partition_point(|passage| passage.span.end <= span.start);
        let to = self.passages().partition_point(|passage| passage.span.start < span.end);
        from..to.max(from)
    }

    /// The passages that some parts in their order touch, by their numbers, each once: a paragraph may hold thousands of parts.
    pub fn passages_of<'p>(&'p self, parts: &'p [Span]) -> impl Iterator<Item = usize> + 'p {
        let mut next = 0;
        parts.iter().flat_map(move |part| {
            let Range { start, end } = self.passages_in(*part);
            let start = start.max(next);
            next = next.max(end);
            start..end
        })
    }
}
