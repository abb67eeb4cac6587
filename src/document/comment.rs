//! What an author says aside: HTML comments, those of MDX, where HTML has none, and those of front matter. Only of the text
//! itself, never in code.

use super::Document;
use crate::markdown::{BlockKind, InlineKind};
use crate::text::Span;
use crate::words::address::local;

/// How a text says something aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CommentForm {
    #[default]
    Html,
    /// In MDX an HTML comment ends the build.
    Mdx,
}

impl CommentForm {
    /// That of the texts of this name.
    pub fn of(path: &str) -> Self {
        if local::is_mdx(path) { CommentForm::Mdx } else { CommentForm::Html }
    }

    /// The marks that it opens and closes with.
    fn marks(self) -> (&'static str, &'static str) {
        match self {
            CommentForm::Html => ("<!--", "-->"),
            CommentForm::Mdx => ("{/*", "*/}"),
        }
    }

    /// These words as a comment.
    pub fn around(self, words: &str) -> String {
        let (open, close) = self.marks();
        format!("{open} {words} {close}")
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Comment {
    /// With its marks.
    pub span: Span,
    /// What it says.
    pub body: Span,
}

impl Comment {
    /// A comment of the text, and not of its front matter.
    pub fn is_of_text(&self, doc: &Document) -> bool {
        [CommentForm::Html, CommentForm::Mdx].iter().any(|it| doc.at(self.span).starts_with(it.marks().0))
    }
}

/// Whether words are none, but comments.
pub fn is_aside(mut words: &str) -> bool {
    loop {
        words = words.trim_start();
        let inside = words.strip_prefix("<!--").map(|it| (it, "-->"));
        let inside = inside.or_else(|| words.strip_prefix("{/*").map(|it| (it, "*/}")));
        let Some((inside, close)) = inside else { return words.is_empty() };
        let Some((_, rest)) = inside.split_once(close) else { return false };
        words = rest;
    }
}

pub fn all(doc: &Document) -> Vec<Comment> {
    let mut comments = Vec::new();
    if doc.text().contains(CommentForm::Html.marks().0) {
        let inline = doc.passages().iter().flat_map(|passage| passage.inlines(doc));
        let inline = inline.filter(|it| it.kind == InlineKind::Comment).map(|it| it.span);
        let html = |span| told(doc, span, CommentForm::Html);
        comments.extend(doc.model().comments.iter().copied().chain(inline).filter_map(html));
    }
    if doc.is_mdx() && doc.text().contains(CommentForm::Mdx.marks().0) {
        comments.extend(in_mdx(doc).into_iter().filter_map(|span| told(doc, span, CommentForm::Mdx)));
    }
    if doc.text().trim_start_matches('\u{feff}').starts_with(['-', '+']) {
        comments.extend(front_matter(doc));
    }
    comments.sort();
    comments.dedup();
    comments
}

/// Those of MDX in a text that is none, where they are shown as they are written.
pub(super) fn foreign(doc: &Document) -> impl Iterator<Item = Comment> {
    let is_held = !doc.is_mdx() && doc.text().contains(CommentForm::Mdx.marks().0);
    let spans = if is_held { in_mdx(doc) } else { Vec::new() };
    spans.into_iter().filter_map(|span| told(doc, span, CommentForm::Mdx))
}

/// The comments of MDX: expressions that hold nothing else, outside of code.
fn in_mdx(doc: &Document) -> Vec<Span> {
    let (open, close) = CommentForm::Mdx.marks();
    let mut found = Vec::new();
    for passage in doc.passages() {
        let code: Vec<Span> = passage.code(doc).collect();
        let mut at = passage.span.start;
        while let Some(next) = doc.at(Span::new(at, passage.span.end)).find(open) {
            let start = at + next;
            let Some(length) = doc.at(Span::new(start, passage.span.end)).find(close) else { break };
            at = start + length + close.len();
            let span = Span::new(start, at);
            let beside = code.partition_point(|it| it.end <= span.start);
            if !code.get(beside).is_some_and(|it| it.overlaps(span)) {
                found.push(span);
            }
        }
    }
    found
}

fn told(doc: &Document, span: Span, form: CommentForm) -> Option<Comment> {
    let (open, close) = form.marks();
    let inside = doc.at(span).strip_prefix(open)?;
    let inside = inside.strip_suffix(close).unwrap_or(inside);
    let start = span.start + open.len();
    Some(Comment { span, body: Span::new(start, start + inside.len()).trimmed(doc.text()) })
}

impl Document<'_> {
    /// How something is said aside in a text like this one.
    pub fn comment_form(&self) -> CommentForm {
        if self.is_mdx() { CommentForm::Mdx } else { CommentForm::Html }
    }

    /// What is left of a span without the comments at its edges: they say nothing of what it is.
    pub fn without_comments(&self, span: Span) -> Span {
        let mut rest = span.trimmed(self.text());
        // Nearly every text ends with a letter, and begins with one.
        if !self.at(rest).ends_with(['>', '}']) && !self.at(rest).starts_with(['<', '{']) {
            return rest;
        }
        let first = self.comments().partition_point(|it| it.span.start < rest.start);
        for comment in &self.comments()[first..] {
            if comment.span.start > rest.start || comment.span.end > rest.end {
                break;
            }
            rest = Span::new(comment.span.end, rest.end).trimmed(self.text());
        }
        let behind = self.comments().partition_point(|it| it.span.start < rest.end);
        for comment in self.comments()[..behind].iter().rev() {
            if comment.span.end < rest.end || comment.span.start < rest.start {
                break;
            }
            rest = Span::new(rest.start, comment.span.start).trimmed(self.text());
        }
        rest
    }

    /// The front matter, with its fences.
    pub fn front_matter(&self) -> Option<Span> {
        let mut blocks = self.blocks().iter().take(2);
        blocks.find(|(_, block)| matches!(block.kind, BlockKind::FrontMatter(_))).map(|(_, block)| block.span)
    }
}

fn front_matter(doc: &Document) -> Vec<Comment> {
    let lines = doc.front_matter().into_iter().flat_map(|span| span.lines(doc.text()));
    let comment = |line: Span| {
        let start = line.start + in_line(doc.at(line))?;
        Some(Comment { span: Span::new(start, line.end), body: Span::new(start + 1, line.end).trimmed(doc.text()) })
    };
    lines.filter_map(comment).collect()
}

/// Where a comment begins in a line of YAML or TOML: "Issue #12" holds none, and neither does a quoted value.
pub fn in_line(line: &str) -> Option<usize> {
    let indent = line.len() - line.trim_start().len();
    if line[indent..].starts_with('#') {
        return Some(indent);
    }
    let value = line.find([':', '=']).map_or(0, |separator| separator + 1);
    let value = value + (line[value..].len() - line[value..].trim_start().len());
    let quote = line[value..].chars().next().filter(|it| matches!(it, '"' | '\''));
    let from = quote.and_then(|quote| line[value + 1..].rfind(quote).map(|end| value + 1 + end)).unwrap_or(value);
    if line[from..].starts_with("# ") {
        return Some(from);
    }
    line[from..].find(" # ").map(|found| from + found + 1)
}

#[cfg(test)]
mod tests {
    use super::in_line;

    #[test]
    fn a_comment_of_front_matter_stands_behind_a_space() {
        assert_eq!(in_line("date: # when?"), Some(6));
        assert_eq!(in_line("  # when?"), Some(2));
        assert_eq!(in_line("title: Issue #12"), None);
        assert_eq!(in_line("title: \"a # b\" # when?"), Some(15));
        assert_eq!(in_line("title: 'a # b"), Some(10));
    }
}
