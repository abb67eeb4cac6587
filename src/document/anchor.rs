//! The places inside a text that a link may name: its headings, as forges turn them into ids, ids of HTML, and targets of MyST.

mod filled_in;
mod ids;
mod named;
mod of_sites;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Document;
use super::html::{self, Piece};
use super::passage::{Passage, Place, SUMMARY};
use crate::fact::marker::{Marker, Verb, is_id};
use crate::markdown::{BlockKind, InlineKind};
use crate::text::Span;
use crate::words::letters::squeezed;
use crate::words::pattern::Pattern;

pub use ids::Anchors;
use ids::without_selectors;
use named::{bracketed, marked};
pub use of_sites::Part;

impl Document<'_> {
    /// What a link into this text may name.
    pub fn anchors(&self) -> Anchors {
        let mut anchors = Anchors { is_open: filled_in::is_filled_in(self.text()), ..Anchors::default() };
        // A program may put a title above the text that stands in the header.
        anchors.ids.extend(self.field(&["title"]).filter(|it| it.in_front_matter).map(|it| slug(&it.text)));
        let mut numbered = Numbered::default();
        for passage in self.passages() {
            let Place::Heading(level) = passage.place else { continue };
            let (text, named) = heading(self, passage);
            if level == SUMMARY {
                anchors.of_sites.push((Part::Summary, slug(&text)));
                continue;
            }
            anchors.of_sites.extend(of_sites::undrawn(&text));
            anchors.ids.extend(named.iter().cloned());
            let mut shown = None;
            for text in variants(&text) {
                let id = numbered.id(slug(&text));
                shown = Some(id.clone());
                anchors.ids.insert(id);
            }
            // Where marks are taken off, a forge does so: the other one is no more than let pass, as is what a heading does not
            // call itself.
            anchors.headings.extend(named.into_iter().next_back().or(shown));
        }
        let tags = tags(self);
        for span in &tags {
            let tag = self.at(*span);
            let named = ["id", "name"].iter().filter_map(|it| html::attribute(tag, it));
            anchors.ids.extend(named.map(|it| tag[it].trim_end_matches('/').to_lowercase()));
        }
        anchors.ids.extend(self.declared().chain(targets(self.text())).chain(written(self.text())));
        // Some of them are headings of the model as well, and then they have these ids already.
        let mut numbered = Numbered::default();
        for text in written_out(self, &tags) {
            let id = numbered.id(slug(&text));
            if anchors.ids.insert(id.clone()) {
                anchors.headings.push(id);
            }
        }
        anchors
    }
}

/// The ids of headings that are called the same: the second has a number behind it.
#[derive(Default)]
struct Numbered(HashMap<String, usize>);

impl Numbered {
    fn id(&mut self, slug: String) -> String {
        let count = self.0.entry(slug.clone()).or_default();
        let id = if *count == 0 { slug } else { format!("{slug}-{count}") };
        *count += 1;
        id
    }
}

impl Document<'_> {
    /// The ids of facts that are declared here, in comments and in the first cells of rows: a link may name them.
    fn declared(&self) -> impl Iterator<Item = String> {
        let markers = self.directives().iter().filter_map(|it| match Marker::read(self.at(it.body)) {
            Some(Ok(marker)) if marker.verb == Verb::Fact => Some(marker.id.text.to_lowercase()),
            _ => None,
        });
        let tables = self.tables().iter().filter(|it| it.column(&["fact", "id"]).is_some());
        let cells = tables.flat_map(|it| {
            it.column(&["fact", "id"])
                .into_iter()
                .flat_map(|at| it.rows.iter().filter_map(move |row| row.cells.get(at)))
        });
        let cells = cells.map(|it| self.at(*it).trim_matches(['`', ' ', '*']).to_lowercase());
        markers.chain(cells.filter(|it| is_id(it)))
    }
}

/// `(name)=` on a line of its own: so MyST names what stands below it.
fn targets(text: &str) -> impl Iterator<Item = String> {
    let name = |line: &str| line.trim().strip_prefix('(')?.strip_suffix(")=").map(str::to_lowercase);
    text.lines().filter_map(name).filter(|it| !it.is_empty())
}

/// Ids that programs for sites let an author write anywhere: `[a door]{#door}`, `{: anchor="door"}`, `$$$door$$$a door`.
fn written(text: &str) -> impl Iterator<Item = String> {
    let is_letter = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_' | '.' | ':');
    let id = move |rest: &str| rest[..rest.find(|it| !is_letter(it)).unwrap_or(rest.len())].to_lowercase();
    let braces = text.match_indices('{').filter_map(|(at, _)| text[at + 1..].trim_start_matches(' ').strip_prefix('#'));
    let dollars = text.match_indices("$$$").map(|(at, mark)| &text[at + mark.len()..]);
    let quoted = text.match_indices("anchor=\"").map(|(at, mark)| &text[at + mark.len()..]);
    braces.chain(quoted).chain(dollars).map(id).filter(|it| !it.is_empty())
}

/// What a heading says without its marks, and the ids that it gives itself (`{#id}`, `{id="id"}`).
fn heading(doc: &Document, passage: &Passage) -> (String, Vec<String>) {
    let hidden = hidden(doc, passage);
    let mut text = String::new();
    let mut next = 0;
    for piece in &passage.content {
        let mut at = piece.start;
        while let Some(span) = hidden.get(next).filter(|span| span.start < piece.end) {
            if span.start > at {
                text.push_str(doc.at(Span::new(at, span.start)));
            }
            at = at.max(span.end);
            next += 1;
        }
        text.push_str(doc.at(Span::new(at.min(piece.end), piece.end)));
        text.push(' ');
    }
    let text = if text.contains("](") { TARGET.replace_all(&text, "").into_owned() } else { text };
    let text = text.trim_end().trim_end_matches('#').trim_end();
    let own = text.strip_suffix('}').and_then(|open| open.rsplit_once('{'));
    // A page of MDX hides them in a comment.
    let bare = |it: &str| it.trim().trim_start_matches("/*").trim_end_matches("*/").trim().to_owned();
    match own.map(|(before, attributes)| (before, bare(attributes))) {
        Some((before, attributes)) if attributes.starts_with(['#', ':', '.']) => {
            let ids = attributes.split_whitespace().filter_map(|it| it.trim_start_matches(':').strip_prefix('#'));
            // A forge that knows no such ids takes the braces for words.
            (before.trim_end().to_owned(), ids.map(str::to_lowercase).chain([slug(text)]).collect())
        }
        Some((before, attributes)) => match html::attribute(&attributes, "id") {
            Some(id) => (before.trim_end().to_owned(), vec![attributes[id].to_lowercase(), slug(text)]),
            None => (text.to_owned(), Vec::new()),
        },
        None => match marked(text) {
            Some((before, id)) => (before.to_owned(), vec![id.to_lowercase(), slug(text)]),
            None => (text.to_owned(), bracketed(text).into_iter().collect()),
        },
    }
}

/// The markup of a heading, in order: tags, comments, pictures, the brackets and the target of a link, ticks of code.
fn hidden(doc: &Document, passage: &Passage) -> Vec<Span> {
    let mut spans = Vec::new();
    for it in passage.inlines(doc) {
        match it.kind {
            InlineKind::Math => {}
            InlineKind::Link if it.is_reference && doc.destination(it).is_none() => {}
            InlineKind::Tag | InlineKind::Comment | InlineKind::Image => spans.push(it.span),
            InlineKind::Link | InlineKind::Code | InlineKind::Autolink => {
                spans.extend([Span::new(it.span.start, it.text.start), Span::new(it.text.end, it.span.end)]);
            }
        }
    }
    spans.sort();
    spans
}

/// Where a link leads whose words hold brackets themselves, which the parser takes for another: "[<sup>[top]</sup>](#top)".
static TARGET: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"\]\([^()\s]*\)"));

static ENTITY: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"&#?[A-Za-z0-9]{1,20};"));

/// A heading as it may be read: underscores at the borders of words may be marks of emphasis.
fn variants(text: &str) -> Vec<String> {
    let text = ENTITY.replace_all(text, "").into_owned();
    let plain = without_marks(&text);
    if plain == text { vec![text] } else { vec![text, plain] }
}

/// Without underscores where words begin and end.
fn without_marks(text: &str) -> String {
    let is_word = |it: Option<char>| it.is_some_and(|it| it.is_alphanumeric() || it == '_');
    let is_ink = |it: Option<char>| it.is_some_and(|it| !it.is_whitespace());
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('_') {
        let (before, marks) = rest.split_at(at);
        let behind = marks.trim_start_matches('_');
        out.push_str(before);
        let (last, next) = (out.chars().next_back(), behind.chars().next());
        let is_mark = !is_word(last) && is_ink(next) || !is_word(next) && is_ink(last);
        if !is_mark {
            out.push_str(&marks[..marks.len() - behind.len()]);
        }
        rest = behind;
    }
    out + rest
}

/// The id that GitHub makes of a heading: small letters with their marks, in any script, no punctuation, a hyphen for each
/// space.
pub fn slug(text: &str) -> String {
    let is_kept = |it: &char| match it.is_ascii() {
        true => it.is_ascii_alphanumeric() || matches!(it, '_' | '-' | ' '),
        false => regex_syntax::is_word_character(*it),
    };
    let kept: String = text.to_lowercase().chars().filter(is_kept).collect();
    without_selectors(&kept).replace(' ', "-")
}

/// What the headings say that are written as tags: a forge gives them ids as well.
fn written_out(doc: &Document, tags: &[Span]) -> Vec<String> {
    let mut said = Vec::new();
    let is_heading = |name: &str| matches!(name.as_bytes(), [b'h' | b'H', b'1'..=b'6']);
    let mut open = None;
    for span in tags {
        let tag = doc.at(*span);
        let is_close = tag.starts_with("</");
        if !html::name(tag).is_some_and(is_heading) {
            continue;
        }
        if let Some(start) = open.filter(|start| is_close && *start <= span.start) {
            said.push(shown(doc, Span::new(start, span.start)));
        }
        open = (!is_close).then_some(span.end);
    }
    said
}

/// What of a piece of HTML is neither tag nor comment, each blank of it once: code is no text of its own there, and stands in a
/// heading as its words.
fn shown(doc: &Document, span: Span) -> String {
    let mut text = String::new();
    let mut at = span.start;
    for piece in html::pieces(doc.text(), span) {
        if let Piece::Tag { span, .. } | Piece::Comment(span) = piece {
            text.push_str(doc.at(Span::new(at, span.start)));
            at = span.end;
        }
    }
    text.push_str(doc.at(Span::new(at, span.end)));
    squeezed(&ENTITY.replace_all(&text, ""))
}

/// The tags in blocks and in lines, in order.
fn tags(doc: &Document) -> Vec<Span> {
    let mut spans = Vec::new();
    if !doc.text().contains('<') {
        return spans;
    }
    for (_, block) in doc.blocks().iter().filter(|(_, block)| block.kind == BlockKind::Html) {
        let pieces = html::pieces(doc.text(), block.span).into_iter();
        spans.extend(pieces.filter_map(|it| if let Piece::Tag { span, .. } = it { Some(span) } else { None }));
    }
    for passage in doc.passages() {
        let inlines = passage.inlines(doc);
        spans.extend(inlines.iter().filter(|it| it.kind == InlineKind::Tag).map(|it| it.span));
    }
    spans.sort();
    spans
}

#[cfg(test)]
mod tests {
    use super::{slug, variants};

    #[test]
    fn letters_of_any_script_stay_with_their_marks() {
        for (heading, id) in [
            ("एक मुद्दे पर प्रतिक्रिया", "एक-मुद्दे-पर-प्रतिक्रिया"),
            ("ไทย:", "ไทย"),
            ("বাংলা", "বাংলা"),
            ("ქართული ენა", "ქართული-ენა"),
            ("Größe & Maß", "größe--maß"),
            ("C++ / C#", "c--c"),
            ("日本語、中文", "日本語中文"),
        ] {
            assert_eq!(slug(heading), id);
        }
    }

    #[test]
    fn marks_of_emphasis_are_no_part_of_a_heading() {
        assert_eq!(variants("read _Linux_ _Mac_"), ["read _Linux_ _Mac_", "read Linux Mac"]);
        assert_eq!(variants("__init__ of a_b and _c"), ["__init__ of a_b and _c", "init of a_b and c"]);
        assert_eq!(variants("find_by"), ["find_by"]);
        assert_eq!(variants("a _ b"), ["a _ b"]);
    }
}
