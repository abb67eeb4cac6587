//! What is struck out: whoever wrote it has withdrawn it, or done it. Knows no rule.

use memchr::memmem;

use super::Document;
use super::passage::Passage;
use crate::markdown::InlineKind;
use crate::text::{Span, holds};

/// The tags around it, where it has no marks.
const TAGS: &[&str] = &["s", "del", "strike"];

const MARK: &str = "~~";

impl Document<'_> {
    /// All that is struck out, in order, with the marks around it.
    pub fn struck(&self) -> &[Span] {
        self.struck.get_or_init(|| all(self))
    }

    /// Whether a place is struck out as a whole.
    pub fn is_struck(&self, at: Span) -> bool {
        at.is_in(self.struck())
    }
}

fn all(doc: &Document) -> Vec<Span> {
    if ![MARK, "</s", "</d", "</S", "</D"].iter().any(|it| holds(doc.text(), it)) {
        return Vec::new();
    }
    doc.passages().iter().flat_map(|passage| in_passage(doc, passage)).collect()
}

fn in_passage(doc: &Document, passage: &Passage) -> Vec<Span> {
    let text = doc.at(passage.span);
    if !text.contains(MARK) && !text.contains("</") {
        return Vec::new();
    }
    let inlines = passage.inlines(doc);
    let code: Vec<Span> = inlines.iter().filter(|it| it.kind == InlineKind::Code).map(|it| it.span).collect();
    let is_code = |at: usize| code[..code.partition_point(|it| it.start <= at)].last().is_some_and(|it| it.holds(at));
    let marks = memmem::find_iter(text.as_bytes(), MARK).map(|at| passage.span.start + at);
    let marks: Vec<usize> = marks.filter(|it| !is_code(*it)).collect();
    let pairs = marks.chunks_exact(2).map(|pair| Span::new(pair[0], pair[1] + MARK.len()));
    let mut struck: Vec<Span> = pairs.collect();
    let mut opened = None;
    for tag in inlines.iter().filter(|it| it.kind == InlineKind::Tag).map(|it| it.span) {
        let name = doc.at(tag).trim_start_matches(['<', '/']).trim_end_matches('>').trim();
        match TAGS.iter().any(|it| it.eq_ignore_ascii_case(name)) {
            true if !doc.at(tag).starts_with("</") => opened = Some(tag.start),
            true => struck.extend(opened.take().map(|start| Span::new(start, tag.end))),
            false => {}
        }
    }
    struck.sort_unstable_by_key(|it| it.start);
    struck
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    fn struck(text: &str) -> Vec<String> {
        let source = Source::unnamed("a.md", text);
        let doc = Document::new(&source);
        all(&doc).into_iter().map(|it| doc.at(it).to_owned()).collect()
    }

    #[test]
    fn marks_and_tags_come_in_pairs() {
        assert_eq!(struck("- ~~Ann: by Friday~~ and ~~so\n  on~~\n"), ["~~Ann: by Friday~~", "~~so\n  on~~"]);
        assert_eq!(struck("Of <s>it</s> and <DEL>all</DEL>."), ["<s>it</s>", "<DEL>all</DEL>"]);
    }

    #[test]
    fn a_mark_in_code_or_alone_strikes_nothing() {
        assert!(struck("A `~~` and ~~ one, `~~`.\n\nAnd ~~ another.\n").is_empty());
        assert!(struck("~~~\n~~a~~\n~~~\n").is_empty());
    }
}
