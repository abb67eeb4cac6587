//! What is struck out: whoever wrote it has withdrawn it, or done it. Knows no rule.

use std::ops::Range;

use memchr::{memchr, memmem};

use super::Document;
use super::passage::Passage;
use crate::markdown::InlineKind;
use crate::text::Span;

/// The tags around it, where it has no marks.
const TAGS: &[&str] = &["s", "del", "strike"];

/// One or two of them, as forges read it; what is alone, as in "~5 minutes", strikes nothing out.
const MARK: char = '~';

impl Document<'_> {
    /// All that is struck out, in order, with the marks around it.
    pub fn struck(&self) -> &[Span] {
        self.answers.struck.get_or_init(|| all(self))
    }

    /// Whether a place is struck out as a whole.
    pub fn is_struck(&self, at: Span) -> bool {
        at.is_in(self.struck())
    }
}

fn all(doc: &Document) -> Vec<Span> {
    if !may_be_struck(doc.text().as_bytes()) {
        return Vec::new();
    }
    doc.passages().iter().flat_map(|passage| in_passage(doc, passage)).collect()
}

/// Whether a text holds a mark, or the end of a tag that begins as one of the tags does.
fn may_be_struck(text: &[u8]) -> bool {
    let begins_tag = |at: usize| matches!(text.get(at + 2), Some(b's' | b'S' | b'd' | b'D'));
    memchr(MARK as u8, text).is_some() || memmem::find_iter(text, "</").any(begins_tag)
}

fn in_passage(doc: &Document, passage: &Passage) -> Vec<Span> {
    let text = doc.at(passage.span);
    if !text.contains(MARK) && !text.contains("</") {
        return Vec::new();
    }
    let inlines = passage.inlines(doc);
    let code: Vec<Span> = inlines.iter().filter(|it| it.kind == InlineKind::Code).map(|it| it.span).collect();
    let is_code = |at: usize| code[..code.partition_point(|it| it.start <= at)].last().is_some_and(|it| it.holds(at));
    let mut struck = Vec::new();
    let mut open: [Option<usize>; 2] = [None; 2];
    for run in runs(text).filter(|it| !is_code(passage.span.start + it.start)) {
        let border = Border::around(text, &run);
        let opened = &mut open[run.len() - 1];
        // Whoever writes two of them means it, whatever stands beside them.
        let is_sure = run.len() > 1;
        match opened.take_if(|_| is_sure || border.can_close) {
            Some(start) => struck.push(Span::new(start, run.end).after(passage.span.start)),
            None if is_sure || border.can_open => *opened = Some(run.start),
            None => {}
        }
    }
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

/// Where one or two marks stand together.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    const MOST: usize = 2;
    let mut at = 0;
    let next = move || {
        let start = at + memchr(MARK as u8, &text.as_bytes()[at..])?;
        at = start + text[start..].bytes().take_while(|it| *it == MARK as u8).count();
        Some(start..at)
    };
    std::iter::from_fn(next).filter(|it| it.len() <= MOST)
}

/// What a run of marks can do by what it stands between, as with marks of emphasis.
struct Border {
    can_open: bool,
    can_close: bool,
}

impl Border {
    fn around(text: &str, run: &Range<usize>) -> Self {
        let (before, after) = (text[..run.start].chars().next_back(), text[run.end..].chars().next());
        let is_blank = |it: Option<char>| it.is_none_or(char::is_whitespace);
        let is_sign = |it: Option<char>| it.is_some_and(|it| !it.is_alphanumeric() && !it.is_whitespace());
        let faces = |inner, outer| !is_blank(inner) && (!is_sign(inner) || is_blank(outer) || is_sign(outer));
        Border { can_open: faces(after, before), can_close: faces(before, after) }
    }
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
        assert_eq!(struck("* ~Li: send it~ and ~~this ~~\n"), ["~Li: send it~", "~~this ~~"]);
        assert_eq!(struck("Of <s>it</s> and <DEL>all</DEL>."), ["<s>it</s>", "<DEL>all</DEL>"]);
    }

    #[test]
    fn a_mark_in_code_or_alone_strikes_nothing() {
        assert!(struck("A `~~` and ~~ one, `~~`.\n\nAnd ~~ another.\n").is_empty());
        assert!(struck("From ~5 to ~10 minutes, ~5\u{2013}~10; ~/a and ~/b; ~~~a~~~.\n").is_empty());
        assert!(struck("~~~\n~~a~~\n~~~\n").is_empty());
    }
}
