//! Links and images: in brackets, by reference, between angles, in HTML, or bare in the text.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

use super::Document;
use super::html::{self, Piece};
use crate::markdown::{BlockKind, Inline, InlineKind};
use crate::text::{Span, holds};
use crate::words::address::{self, bare::addresses};
use crate::words::letters::squeezed;
use crate::words::near;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub span: Span,
    /// The words of a link, the alternative text of an image; the address itself where there are no words.
    pub text: Span,
    pub target: String,
    /// Where the target is written: in the link itself, or in the definition of its label.
    pub place: Span,
    pub image: bool,
}

/// Links that hold one place: an image may lie in a link, and what it holds in both.
const MOST_AROUND: usize = 8;

/// The targets of reference links, by their labels.
pub type Definitions = HashMap<String, Span>;

pub fn definitions(doc: &Document) -> Definitions {
    let mut definitions = HashMap::new();
    for (_, block) in doc.blocks().iter() {
        if let BlockKind::Definition { label, target } = block.kind {
            // `[^1]: Sometimes.` is a note of one word.
            let name = label_name(doc.at(label).trim_matches(['[', ']'])).filter(|it| !it.starts_with('^'));
            if let Some(name) = name {
                definitions.entry(name).or_insert(target);
            }
        }
    }
    definitions
}

/// Labels are compared in small letters and with single spaces. What is longer than CommonMark lets one be is none.
fn label_name(label: &str) -> Option<String> {
    const LONGEST: usize = 999;
    let is_label = label.len() <= LONGEST || label.chars().nth(LONGEST).is_none();
    is_label.then(|| squeezed(label).to_lowercase())
}

impl Link {
    /// Whether its words are the name of an address that stands below: with others it would be no link. `[#12]`, `[#12][]`
    pub fn is_called_by_words(&self, doc: &Document) -> bool {
        !self.span.contains(self.place) && matches!(doc.at(Span::new(self.text.end, self.span.end)), "]" | "][]")
    }

    /// Whether the address itself stands in the text.
    pub fn is_bare(&self) -> bool {
        self.span == self.place
    }
}

impl Document<'_> {
    /// Whether a link stands inside code: an address that is shown, and followed by nobody.
    pub fn is_code(&self, link: &Link) -> bool {
        let is_code = |inlines: &[Inline]| {
            // In code nothing else begins, so of those before the link only the nearest may hold it.
            let end = inlines.partition_point(|it| it.span.start <= link.span.start);
            let is_near = |it: &&Inline| it.kind == InlineKind::Code || it.span.start < link.span.start;
            let nearest = inlines[..end].iter().rev().find(is_near);
            nearest.is_some_and(|it| it.kind == InlineKind::Code && it.span.contains(link.span))
        };
        self.passages()[self.passages_in(link.span)].iter().any(|passage| is_code(passage.inlines(self)))
    }

    /// What stands before a link in its line, and what follows it there and in the next ones.
    pub fn words_beside(&self, link: &Link) -> (&str, &str) {
        let text = self.text();
        let before = near::behind(&text[..link.span.start]).rsplit('\n').next().unwrap_or_default();
        (before, near::ahead(&text[link.span.end..]))
    }

    /// Whether a span lies in a link or an image.
    pub fn is_in_link(&self, span: Span) -> bool {
        self.links_begun(span.start + 1).any(|link| link.span.contains(span))
    }

    /// The link of whose words a span is a part.
    pub fn link_with_words(&self, span: Span) -> Option<&Link> {
        self.links_begun(span.start + 1).find(|link| link.text.contains(span))
    }

    /// Whether a span is of words that are the name of an address, and not of the whole link.
    pub fn is_name_of_address(&self, span: Span) -> bool {
        let is_in = |link: &&Link| link.text.overlaps(span) && !span.contains(link.span);
        self.links_begun(span.end).filter(is_in).any(|link| link.is_called_by_words(self))
    }

    /// Those of the links that begin before a place which may reach it, the nearest first.
    fn links_begun(&self, before: usize) -> impl Iterator<Item = &Link> {
        let end = self.links().partition_point(|link| link.span.start < before);
        self.links()[..end].iter().rev().take(MOST_AROUND)
    }

    /// The links and images that begin in a span. A sentence that begins with a link begins behind its bracket.
    pub fn links_in(&self, span: Span) -> &[Link] {
        let is_behind_bracket = self.text()[..span.start].ends_with('[');
        let start = span.start - usize::from(is_behind_bracket);
        let from = self.links().partition_point(|link| link.span.start < start);
        let to = self.links().partition_point(|link| link.span.start < span.end);
        &self.links()[from..to.max(from)]
    }

    /// Whether an address may begin with `www.`: nearly no text holds it, and then it is looked for in no passage.
    pub(super) fn has_www(&self) -> bool {
        *self.answers.has_www.get_or_init(|| holds(self.text(), "www."))
    }

    /// Whether a link leads to where people talk, or keep what they wrote: of most texts none does, and several rules ask.
    pub fn has_room(&self) -> bool {
        let is_room = |link: &Link| self.leads_to_room(link);
        *self.answers.has_room.get_or_init(|| self.links().iter().any(is_room))
    }

    /// Whether a link does.
    pub fn leads_to_room(&self, link: &Link) -> bool {
        !link.image && self.once(&link.target, address::leads_to_room)
    }

    /// Where a link or an image leads. Without a definition behind it a reference is text.
    pub(super) fn destination(&self, inline: &Inline) -> Option<&str> {
        self.destination_span(inline).map(|span| self.at(span))
    }

    /// The labels that a definition stands behind.
    pub(super) fn reference_labels(&self) -> HashSet<String> {
        self.answers.definitions.get_or_init(|| definitions(self)).keys().cloned().collect()
    }

    fn destination_span(&self, inline: &Inline) -> Option<Span> {
        let target = inline.target?;
        let target = match inline.is_reference {
            true => *self.answers.definitions.get_or_init(|| definitions(self)).get(&label_name(self.at(target))?)?,
            false => target,
        };
        let written = self.at(target);
        let start = target.start + (written.len() - written.trim_start_matches('<').len());
        Some(Span::new(start, start + self.at(Span::new(start, target.end)).trim_end_matches('>').len()))
    }
}

/// Bytes that the targets of all references may have together, where the text itself has fewer. What lies beyond is text: so
/// forges read it, because a long definition that is called again and again would be a page without end.
const MOST_REFERRED: usize = 100_000;

pub fn all(doc: &Document) -> Vec<Link> {
    let mut links = Vec::new();
    let mut left = doc.text().len().max(MOST_REFERRED);
    let passages = || doc.passages().iter().filter(|passage| !passage.quoted && !passage.broken);
    let mut pieces: Vec<Span> = Vec::with_capacity(doc.passages().len());
    passages().for_each(|passage| pieces.extend_from_slice(&passage.content));
    // What a reading finds is known by its type alone, so each of the two is one.
    let bare = match doc.has_www() {
        true => doc.in_spans(pieces, |it| addresses(it, Span::new(0, it.len()), true)),
        false => doc.in_spans(pieces, |it| addresses(it, Span::new(0, it.len()), false)),
    };
    let mut bare = bare.into_iter().peekable();
    for passage in passages() {
        for inline in passage.inlines(doc) {
            match inline.kind {
                InlineKind::Tag => links.extend(from_tag(doc, inline.span)),
                InlineKind::Link | InlineKind::Image | InlineKind::Autolink => {
                    let Some(place) = doc.destination_span(inline) else { continue };
                    if is_inclusion(doc, inline, place) {
                        continue;
                    }
                    if inline.is_reference {
                        let Some(rest) = left.checked_sub(place.len()) else { continue };
                        left = rest;
                    }
                    links.push(Link {
                        span: inline.span,
                        text: inline.text,
                        target: doc.at(place).to_owned(),
                        place,
                        image: inline.kind == InlineKind::Image,
                    });
                }
                InlineKind::Code | InlineKind::Comment | InlineKind::Math => {}
            }
        }
        let comments = LazyCell::new(|| comments(passage.inlines(doc)).collect::<Vec<_>>());
        for piece in &passage.content {
            let Some((_, found)) = bare.next_if(|(of, _)| of == piece) else { continue };
            let found = found.into_iter().map(|it| it.after(piece.start));
            for span in found.filter(|it| !is_in(*it, &comments)) {
                links.push(Link { span, text: span, target: doc.at(span).to_owned(), place: span, image: false });
            }
        }
    }
    links.extend(in_blocks(doc));
    leave_asides_out(doc, &mut links);
    links.sort_by_key(|link| (link.span.start, std::cmp::Reverse(link.span.end)));
    // An address inside the brackets of a link is that link's, not one of its own.
    let mut end = 0;
    links.retain(|link| {
        let is_own = link.span.start >= end || link.image;
        end = end.max(link.span.end);
        is_own
    });
    links
}

/// What a text of MDX says aside stands in marks that no grammar of Markdown knows.
fn leave_asides_out(doc: &Document, links: &mut Vec<Link>) {
    if doc.is_mdx() && !links.is_empty() {
        let asides = doc.comments();
        let aside = |link: &Link| asides.get(asides.partition_point(|it| it.span.end <= link.span.start));
        links.retain(|link| !aside(link).is_some_and(|it| it.span.contains(link.span)));
    }
}

/// `[!code-csharp[Door](~/door.cs#Door)]`, `[!INCLUDE [door](~/door.md)]`: DocFX puts there what lies below the folder of its
/// settings.
fn is_inclusion(doc: &Document, inline: &Inline, place: Span) -> bool {
    const NAMES: &[&str] = &["code", "include"];
    const LONGEST: usize = 40;
    let text = doc.text();
    if !doc.at(place).starts_with("~/") || !near::ahead(&text[inline.span.end..]).trim_start().starts_with(']') {
        return false;
    }
    let before = near::behind_within(&text[..inline.span.start], LONGEST).trim_end_matches(' ');
    let name = before.rsplit_once("[!").map_or("", |it| it.1).split('-').next().unwrap_or_default();
    NAMES.iter().any(|it| it.eq_ignore_ascii_case(name))
}

/// The links of blocks that are no running text.
fn in_blocks(doc: &Document) -> Vec<Link> {
    let mut links = Vec::new();
    for (_, block) in doc.blocks().iter() {
        match block.kind {
            BlockKind::Html => {
                for piece in html::pieces(doc.text(), block.span) {
                    if let Piece::Tag { span, .. } = piece {
                        links.extend(from_tag(doc, span));
                    }
                }
            }
            BlockKind::Definition { label, target } => links.extend(of_note(doc, label, target)),
            _ => {}
        }
    }
    links
}

/// `[^1]: [guide](guide.md)`: the note is a link, and to the grammar where a definition leads.
fn of_note(doc: &Document, label: Span, target: Span) -> Option<Link> {
    let (words, address) = doc.at(target).strip_prefix('[')?.strip_suffix(')')?.split_once("](")?;
    let is_note = doc.at(label).trim_start_matches('[').starts_with('^');
    let place = Span::new(target.end - 1 - address.len(), target.end - 1);
    let text = Span::new(target.start + 1, target.start + 1 + words.len());
    let link = || Link { span: target, text, target: address.to_owned(), place, image: false };
    (is_note && !address.contains(['(', '['])).then(link)
}

fn comments(inlines: &[Inline]) -> impl Iterator<Item = Span> {
    inlines.iter().filter(|it| it.kind == InlineKind::Comment).map(|it| it.span)
}

/// Whether a span begins in one of others, which are in order and apart.
fn is_in(span: Span, others: &[Span]) -> bool {
    let before = &others[..others.partition_point(|other| other.start <= span.start)];
    before.last().is_some_and(|other| span.start < other.end)
}

/// `<img src="a.png">`, `<a href="a.md">`.
fn from_tag(doc: &Document, span: Span) -> Option<Link> {
    let tag = doc.at(span);
    let name = html::name(tag)?;
    let image = name.eq_ignore_ascii_case("img") || name.eq_ignore_ascii_case("video");
    if !image && !name.eq_ignore_ascii_case("a") {
        return None;
    }
    let value = html::attribute(tag, if image { "src" } else { "href" })?;
    let target = tag[value.clone()].to_owned();
    Some(Link { span, text: span, target, place: Span::from(value).after(span.start), image })
}
