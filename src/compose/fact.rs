//! Markers of facts, written into a text that keeps every other byte: a declaration, an assumption, or the moment at which
//! somebody looked again. What is not certain to be read as it is meant is not written.

use crate::document::Document;
use crate::summary::{Form, Import};
use crate::text::{Source, Span, line_end};

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

/// What the body of either says of which fact, without who and when: `fact a.b = 5 min`.
pub fn said(body: &str) -> &str {
    let ends = [" owner=", " since=", " seen="].into_iter().filter_map(|it| body.find(it));
    &body[..ends.min().unwrap_or(body.len())]
}

fn quoted(word: &str) -> String {
    if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.to_owned() }
}

/// The text with these markers, each in a comment behind the line of its value, and the numbers of those for which there
/// is no place where they would be read and change nothing else.
pub fn marked(source: &Source, marks: &[Mark]) -> (String, Vec<usize>) {
    let mut order: Vec<usize> = (0..marks.len()).collect();
    // From the end: what is before stays where it was.
    order.sort_by_key(|number| std::cmp::Reverse((marks[*number].at.start, *number)));
    let (mut source, mut left) = (source.clone(), Vec::new());
    for number in order {
        match with(&source, &marks[number]) {
            Some(new) => source.text = new,
            None => left.push(number),
        }
    }
    left.sort_unstable();
    (source.text, left)
}

fn with(source: &Source, mark: &Mark) -> Option<String> {
    let text = source.text.as_str();
    let doc = Document::new(source);
    let comment = doc.comment_form().around(&format!("pingless: {}", mark.body));
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
    made.find(|new| is_read(&doc, &Source { text: new.clone(), ..source.clone() }, &mark.body))
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
    before == after && words(doc) == words(&new) && doc.tables().len() == new.tables().len()
}

/// What a text says, without blanks and without what it says aside: in MDX that leaves a letter, as other expressions do.
fn words(doc: &Document) -> String {
    let (prose, mut at, mut said) = (doc.prose(), 0, String::new());
    for comment in doc.comments() {
        let aside = prose.clean_range(comment.span);
        said.extend(prose.text().get(at..aside.start));
        at = at.max(aside.end);
    }
    said.extend(prose.text().get(at..));
    said.split_whitespace().collect()
}

/// The text with the moment at which somebody looked again at these of its assumptions. A link says nothing of the kind.
pub fn acknowledged<'i>(text: &str, imports: impl Iterator<Item = &'i Import>, seen: &str) -> String {
    let mut imports: Vec<&Import> = imports.filter(|it| it.form != Form::Link).collect();
    imports.sort_by_key(|it| it.spot);
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for it in imports {
        let (range, seen) = match it.seen_spot.map(|it| it.span().range()) {
            Some(range) => (range, seen.to_owned()),
            None => {
                let behind = behind_value(text, it);
                (behind..behind, format!(" seen={seen}"))
            }
        };
        // Two markers of one comment may have one moment.
        let Some(between) = text.get(at..range.start) else { continue };
        out.push_str(between);
        out.push_str(&seen);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Behind the value of an assumption, and the quote that ends it.
fn behind_value(text: &str, import: &Import) -> usize {
    let span = import.spot.span();
    let is_quoted = text[..span.start].ends_with('"') && text[span.end..].starts_with('"');
    span.end + usize::from(is_quoted)
}
