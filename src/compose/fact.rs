//! Markers of facts, written into a text that keeps every other byte: a declaration, an assumption, or the moment at which
//! somebody looked again. What is not certain to be read as it is meant is not written.

use super::piece::line_end;
use crate::document::Document;
use crate::fact::marker::{Key, Marker, Verb};
use crate::text::{Source, Span};

/// A marker, and the value that it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub at: Span,
    /// The end of the sentence around it: the marker stands behind that.
    pub behind: usize,
    /// What stands behind `pingless:`.
    pub body: String,
}

/// The body of a declaration.
pub fn declaration(id: &str, value: &str, owner: Option<&str>, since: &str, alias: Option<&str>) -> String {
    let owner = owner.map(|it| format!(" owner={}", quoted(it))).unwrap_or_default();
    let alias = alias.map(|it| format!(" alias=\"{it}\"")).unwrap_or_default();
    format!("fact {id} = {value}{owner} since={since}{alias}")
}

/// The body of an assumption.
pub fn assumption(id: &str, value: &str, seen: &str) -> String {
    format!("assumes {id} = {value} seen={seen}")
}

fn quoted(word: &str) -> String {
    if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.to_owned() }
}

/// The text with these markers, each in a comment behind the line of its value, and the numbers of those for which there
/// is no place where they would be read and change nothing else.
pub fn marked(text: &str, marks: &[Mark]) -> (String, Vec<usize>) {
    let mut order: Vec<usize> = (0..marks.len()).collect();
    // From the end: what is before stays where it was.
    order.sort_by_key(|number| std::cmp::Reverse((marks[*number].at.start, *number)));
    let (mut text, mut left) = (text.to_owned(), Vec::new());
    for number in order {
        match with(&text, &marks[number]) {
            Some(new) => text = new,
            None => left.push(number),
        }
    }
    left.sort_unstable();
    (text, left)
}

fn with(text: &str, mark: &Mark) -> Option<String> {
    let source = Source::unnamed("", text);
    let doc = Document::new(&source);
    let comment = format!("<!-- pingless: {} -->", mark.body);
    let block = doc.block_before(mark.at.start + 1);
    let ends = [Some(mark.at.end), block.map(|it| it.end)].into_iter().flatten();
    let sentence = [trimmed(text, mark.behind)].into_iter();
    let inline =
        sentence.chain(ends.map(|at| behind(&doc, at))).chain([mark.at.end]).map(|at| (at, format!(" {comment}")));
    let eol = line_end(text);
    let below = block.map(|it| {
        let line = doc.lines().around(it.end.max(it.start + 1) - 1, text);
        (line.start + doc.at(line).trim_end_matches(['\r', '\n']).len(), format!("{eol}{eol}{comment}"))
    });
    let places = inline.chain(below);
    let mut made = places.filter_map(|(at, piece)| {
        let (before, after) = (text.get(..at)?, text.get(at..)?);
        Some(format!("{before}{piece}{after}"))
    });
    made.find(|new| is_read(&doc, &Source::unnamed("", new.as_str()), &mark.body))
}

/// A place without the white space before it.
fn trimmed(text: &str, at: usize) -> usize {
    text.get(..at).map_or(at, |before| before.trim_end().len())
}

/// The end of the line around a place, before what a line ends with: the mark of a cell, spaces or a stroke that break it.
fn behind(doc: &Document, at: usize) -> usize {
    let line = doc.lines().around(at, doc.text());
    let text = doc.at(line).trim_end_matches(['\r', '\n']);
    let bare = text.trim_end().trim_end_matches(['|', '\\']).trim_end();
    line.start + bare.len()
}

/// Whether the marker is read in the new text, and everything else as before.
fn is_read(doc: &Document, new: &Source, body: &str) -> bool {
    let new = Document::new(new);
    let bodies = |doc: &Document| doc.directives().iter().map(|it| doc.at(it.body).to_owned()).collect::<Vec<_>>();
    let (before, mut after) = (bodies(doc), bodies(&new));
    let Some(own) = after.iter().position(|it| it == body) else { return false };
    after.remove(own);
    let words = |doc: &Document| doc.prose().text().split_whitespace().collect::<String>();
    before == after && words(doc) == words(&new) && doc.tables().len() == new.tables().len()
}

/// The text with the moment at which its assumptions of a fact were looked at again, and how many there are.
pub fn acknowledged(text: &str, id: &str, seen: &str, is_markdown: bool) -> (String, usize) {
    let source = Source::unnamed("", text);
    let bodies = if is_markdown { in_markdown(&Document::new(&source)) } else { in_lines(text) };
    let mut out = text.to_owned();
    let mut count = 0;
    for (body, is_listed) in bodies.into_iter().rev() {
        let told = body.of(text);
        let marker = if is_listed { Marker::assumption(told).ok() } else { Marker::read(told).and_then(Result::ok) };
        let Some(marker) = marker.filter(|it| it.verb == Verb::Assumes && it.id.text == id) else { continue };
        count += 1;
        match marker.part(Key::Seen) {
            Some(part) => out.replace_range(body.start + part.range.start..body.start + part.range.end, seen),
            None => out.insert_str(body.end, &format!(" seen={seen}")),
        }
    }
    (out, count)
}

/// The bodies of markers in a document, and whether each stands in a list of assumptions.
fn in_markdown(doc: &Document) -> Vec<(Span, bool)> {
    let listed = doc.front_matter().map(|it| in_front_matter(doc.text(), it)).unwrap_or_default();
    let comments = doc.directives().iter().map(|it| (it.body, false));
    let mut all: Vec<(Span, bool)> = listed.into_iter().map(|it| (it, true)).chain(comments).collect();
    all.sort_by_key(|it| it.0.start);
    all
}

/// The lines below `assumes:` in front matter, without what YAML puts around them.
fn in_front_matter(text: &str, front: Span) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut is_open = false;
    for line in front.lines(text) {
        let told = line.of(text);
        let bare = told.trim_start();
        let value = match bare.strip_prefix("assumes:") {
            Some(rest) if told.len() == bare.len() => {
                is_open = true;
                rest
            }
            _ if is_open && (bare.starts_with('-') || told.len() > bare.len()) => bare.trim_start_matches('-'),
            _ => {
                is_open = false;
                continue;
            }
        };
        let end = line.start + told.trim_end().len();
        let span = Span::new(line.start + told.len() - value.len(), end.max(line.start + told.len() - value.len()));
        let span = span.trimmed(text);
        let inside = span.of(text);
        let is_quoted = inside.len() > 1 && inside.starts_with(['"', '\'']) && inside.ends_with(&inside[..1]);
        let span = if is_quoted { Span::new(span.start + 1, span.end - 1) } else { span };
        spans.extend((!span.is_empty()).then_some(span));
    }
    spans
}

/// What ends a comment on its line in the languages that programs and settings are written in.
const CLOSERS: &[&str] = &["*/", "-->", "#}", "--%>", "%>", "*)", "-}", "=#", "|#", "]]", "\"\"\"", "'''"];

/// The bodies of markers in any other text: what stands behind `pingless:` on its line.
fn in_lines(text: &str) -> Vec<(Span, bool)> {
    const MARK: &str = "pingless:";
    let body = |(at, _): (usize, &str)| {
        let start = at + MARK.len();
        let end = text[start..].find(['\n', '\r']).map_or(text.len(), |end| start + end);
        let mut told = text[start..end].trim_end();
        while let Some(rest) = CLOSERS.iter().find_map(|it| told.strip_suffix(it)) {
            told = rest.trim_end();
        }
        (Span::new(start, start + told.len()).trimmed(text), false)
    };
    text.match_indices(MARK).map(body).collect()
}
