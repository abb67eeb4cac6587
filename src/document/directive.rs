//! `<!-- pingless: … -->`, and in MDX `{/* pingless: … */}`: what an author tells the linter. Only comments of the text
//! itself count, never code.

use super::comment::{self, is_aside};
use super::{Comment, Document};
use crate::text::{MARK, Span, holds};
use crate::words::case;

/// Ends the matter of a thread: its people talk, and nobody asks for the rest in writing.
pub const TALKED: &str = "sync-better";

/// What a directive may begin with, those of facts among them.
pub const VERBS: &[&str] = &["allow", "allow-file", "kind", TALKED, "fact", "assumes"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    /// The whole comment.
    pub span: Span,
    /// What stands after `pingless:`.
    pub body: Span,
    /// Nothing else stands on its lines but marks of quotes and items: it speaks of what follows, not of its own line.
    pub alone: bool,
}

pub fn all(doc: &Document) -> Vec<Directive> {
    if !holds(doc.text(), MARK) {
        return Vec::new();
    }
    doc.comments().iter().filter(|it| it.is_of_text(doc)).filter_map(|it| directive(doc, it)).collect()
}

/// Bytes. What stands further in its line no person put there.
const FARTHEST: usize = 4096;

fn directive(doc: &Document, comment: &Comment) -> Option<Directive> {
    let span = comment.span;
    let told = doc.at(comment.body).strip_prefix(MARK)?;
    let body = Span::new(comment.body.end - told.len(), comment.body.end).trimmed(doc.text());
    let before = doc.lines().around(span.start, doc.text());
    let after = doc.lines().around(span.end, doc.text());
    let before = &doc.text()[before.start..span.start];
    // The byte order mark is no text.
    let before = if span.start == before.len() { before.trim_start_matches('\u{feff}') } else { before };
    let behind = &doc.text()[span.end..after.end];
    // A line of many comments is read once for all of them.
    let alone = before.len() <= FARTHEST && behind.len() <= FARTHEST && is_mark(before) && is_aside(behind);
    Some(Directive { span, body, alone })
}

/// Whether words before a comment are none, but other comments and the marks of the quote or the item that it stands in.
fn is_mark(before: &str) -> bool {
    let comments = before.find(['<', '{']).unwrap_or(before.len());
    let (before, comments) = before.split_at(comments);
    if !is_aside(comments) {
        return false;
    }
    let is_of_item = |it: &str| {
        let number = it.strip_suffix(['.', ')']).unwrap_or_default();
        matches!(it, "-" | "*" | "+") || !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit())
    };
    before.split_whitespace().all(|it| it.bytes().all(|it| it == b'>') || is_of_item(it))
}

impl Document<'_> {
    /// What a directive speaks of: on a line of its own of the next block; behind text of that line, and of the sentence
    /// that ends there.
    pub fn spoken_of(&self, directive: &Directive) -> Span {
        let end = directive.span.end;
        match directive.alone {
            true => self.below(directive.span).or_else(|| self.block_after(end)).unwrap_or(Span::new(end, end)),
            false => self.beside(directive.span),
        }
    }

    /// What goes on below a comment in the same paragraph: MDX has comments that are blocks of their own to it, and none to
    /// Markdown.
    fn below(&self, comment: Span) -> Option<Span> {
        let passage = self.passages().get(self.passages_in(comment).start)?.span;
        let rest = Span::new(comment.end, passage.end.max(comment.end)).trimmed(self.text());
        (passage.contains(comment) && !rest.is_empty()).then_some(rest)
    }

    /// The line of a comment, from where its sentence begins: an editor may have wrapped it.
    fn beside(&self, comment: Span) -> Span {
        let line = self.lines().around(comment.start, self.text());
        let prose = self.prose();
        let words = prose.clean_range(Span::new(line.start, comment.start));
        let ended = words.end.checked_sub(1).filter(|_| !words.is_empty()).and_then(|last| prose.sentence_at(last));
        let start = ended.map_or(line.start, |it| prose.span(it.range.clone()).start);
        Span::new(start.min(line.start), line.end)
    }

    /// What begins otherwise than a directive, is meant the same, and has no effect: `<!-- Pingless: allow …`,
    /// `<!-- pingless allow …`.
    pub fn misspelt_directives(&self) -> Vec<Span> {
        const NAME: &str = "pingless";
        let is_meant = |body: &str| {
            let is_named = case::begins(body, NAME);
            let rest = || body[NAME.len()..].trim_start_matches([' ', ':', '=']);
            let is_verb = |verb: &str| VERBS.iter().any(|it| it.eq_ignore_ascii_case(verb));
            is_named && !body.starts_with(MARK) && is_verb(rest().split([' ', '=', ':']).next().unwrap_or_default())
        };
        let comments = self.comments().iter().filter(|it| is_meant(self.at(it.body)) && it.is_of_text(self));
        comments.map(|it| it.body).collect()
    }

    /// Directives in comments of another form than this text has, which have no effect: `{/* pingless: … */}` outside of MDX,
    /// `# pingless: …` in front matter.
    pub fn misplaced_directives(&self) -> Vec<Span> {
        if !holds(self.text(), MARK) {
            return Vec::new();
        }
        let is_directive = |it: &Comment| self.at(it.body).starts_with(MARK);
        let others = self.comments().iter().copied().filter(|it| !it.is_of_text(self)).chain(comment::foreign(self));
        others.filter(is_directive).map(|it| it.body).collect()
    }

    /// The outermost block that begins after `offset`; comments between blocks do not count.
    pub fn block_after(&self, offset: usize) -> Option<Span> {
        let blocks = &self.model().blocks;
        blocks.get(blocks.partition_point(|block| block.start < offset)).copied()
    }

    /// The outermost block that begins before `offset`.
    pub fn block_before(&self, offset: usize) -> Option<Span> {
        let blocks = &self.model().blocks;
        blocks.partition_point(|block| block.start < offset).checked_sub(1).map(|number| blocks[number])
    }
}
