//! Where a text can be cut so that its parts have the blocks of the whole: before a line without indentation that begins
//! with a letter or a hash, behind a blank line. It ends every list and quote; only a fence, raw HTML and front matter go
//! on over it. Knows these three, and no other block.

use crate::text::{Shared, Span, common};

use super::line::{self, Fence, Line};
use super::{neutral, tag};

/// The parts of a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Chunks {
    /// In order, without anything between them.
    pub list: Vec<Span>,
    /// Where the front matter ends; none where it does not.
    body: Option<usize>,
}

impl Chunks {
    /// Cuts a text. Before the first place that an earlier version does not share, and behind the last one, it is cut where
    /// that was: whatever stands before a cut, behind it nothing is open.
    pub fn of(text: &str, before: Option<(&Self, Shared)>) -> Self {
        let body = front_matter(text);
        let Some(mut at) = body else { return Self { list: vec![Span::new(0, text.len())], body } };
        let is_lost = !line::is_printable(text) || line::unmarked(text).is_none();
        let before = before.filter(|(it, _)| it.body == body && !is_lost);
        let mut list = before.map_or_else(Vec::new, |(it, shared)| it.head(shared).to_vec());
        let front = plain_front(text).filter(|it| !begins_otherwise_alone(&text[*it..]));
        let front = front.or_else(|| tab_behind(text, body));
        list.extend(front.filter(|_| list.is_empty()).map(|it| Span::new(0, it)));
        let mut start = list.last().map_or(0, |it| it.end);
        at = at.max(start);
        let mut cutter = Cutter { text, open: Open::Nothing, was_blank: start > 0, last: "", is_lost };
        while at < text.len() {
            let line = Line::at(text, at, text.len());
            if cutter.read(&line) && at > start {
                list.push(Span::new(start, at));
                start = at;
                if let Some((tail, shared)) = before.and_then(|(it, shared)| Some((it.tail(shared, at)?, shared))) {
                    list.extend(tail.iter().map(|it| shared.moved.span(*it)));
                    return Self { list, body };
                }
            }
            at = line.next;
        }
        if start < text.len() {
            list.push(Span::new(start, text.len()));
        }
        Self { list, body }
    }

    /// The parts that a later version begins with, without the last of them: how it goes on may be another.
    fn head(&self, shared: Shared) -> &[Span] {
        let whole = self.list.partition_point(|it| it.end <= shared.head);
        &self.list[..whole.saturating_sub(1)]
    }

    /// The parts that a later version has from a place on.
    fn tail(&self, shared: Shared, at: usize) -> Option<&[Span]> {
        let behind = Some(shared.moved.to - at).filter(|it| *it <= shared.tail)?;
        let was = shared.moved.from - behind;
        let first = self.list.binary_search_by_key(&was, |it| it.start).ok().filter(|first| *first > 0)?;
        Some(&self.list[first..])
    }

    /// How many parts at the beginning and at the end are those of an earlier version. The last part of a text is read in
    /// its own way.
    pub fn kept(&self, earlier: &Self, shared: Shared) -> (usize, usize) {
        let (old, now) = (&earlier.list, &self.list);
        let is_alike = |at: usize| (at + 1 == old.len()) == (at + 1 == now.len());
        let stays = |at: usize| is_alike(at) && shared.stays(old[at], now[at]);
        common(old.len(), now.len(), stays, |a, b| shared.moves(old[a], now[b]))
    }
}

/// Where the front matter ends; none where it does not.
fn front_matter(text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let first = Line::at(text, start, text.len());
    let mark = line::trimmed_end(first.words(text));
    if !matches!(mark, "---" | "+++") || first.indent >= line::CODE {
        return Some(start);
    }
    if let Some(end) = neutral::yaml_end(text) {
        return Some(Line::at(text, end, text.len()).next);
    }
    let mut at = first.next;
    while at < text.len() {
        let line = Line::at(text, at, text.len());
        if line.indent == 0 && line::trimmed_end(line.words(text)) == mark {
            return Some(line.next);
        }
        at = line.next;
    }
    None
}

/// Where front matter ends that is certainly some: the text behind it begins anew, with or without a blank line.
pub(super) fn plain_front(text: &str) -> Option<usize> {
    let mark = ["---\n", "+++\n"].into_iter().find(|mark| text.starts_with(mark))?;
    let front = &text[..front_matter(text)?];
    let inside = front[mark.len()..].strip_suffix(mark)?;
    let begins = inside.trim_start_matches('\n').starts_with(|it: char| it.is_ascii_alphanumeric());
    (begins && inside.ends_with('\n') && !inside.contains("\n...")).then_some(front.len())
}

/// Whether the grammar may read a beginning in another way where nothing stands before it: as front matter, or as the
/// mark of the order of bytes.
fn begins_otherwise_alone(text: &str) -> bool {
    let words = text.trim_start_matches(' ');
    ["---", "+++", "\u{feff}"].iter().any(|begin| words.starts_with(begin))
}

/// Where front matter ends, if there is a tab in the line behind it: the grammar counts how far it reaches from where the
/// front matter ended.
fn tab_behind(text: &str, body: Option<usize>) -> Option<usize> {
    let is_tabbed = |text: &str| text[..Line::at(text, 0, text.len()).end].contains('\t');
    let body = body.filter(|it| text[..*it].contains('\n'))?;
    let behind = &text[body..];
    (is_tabbed(behind) && !begins_otherwise_alone(behind)).then_some(body)
}

/// The parts that even a reading in one piece has.
pub(super) fn least(text: &str) -> Vec<Span> {
    match tab_behind(text, front_matter(text)) {
        Some(body) => vec![Span::new(0, body), Span::new(body, text.len())],
        None => vec![Span::new(0, text.len())],
    }
}

struct Cutter<'t> {
    text: &'t str,
    open: Open,
    was_blank: bool,
    /// The last line.
    last: &'t str,
    /// What is open may have ended with its list, or may be something else: nobody knows where it ends.
    is_lost: bool,
}

/// What may go on over a blank line, or hide the beginning of what does.
#[derive(Debug, Clone, Copy)]
enum Open {
    Nothing,
    /// A fence, and how far it is indented.
    Fence(Fence, usize),
    /// A comment or raw HTML, what ends it, and how far it is indented.
    Raw(End, usize),
    /// Other HTML, up to a blank line.
    Tags,
}

impl Cutter<'_> {
    /// Reads a line; whether the text may be cut before it.
    fn read(&mut self, line: &Line) -> bool {
        let words = line.words(self.text);
        let is_blank = words.bytes().all(|byte| matches!(byte, b' ' | b'\t'));
        let was_blank = std::mem::replace(&mut self.was_blank, is_blank);
        let last = std::mem::replace(&mut self.last, words);
        self.is_lost |= line::uncounted(words).is_some();
        match self.open {
            Open::Fence(fence, indent) => {
                self.is_lost |= line.indent < indent && !is_blank;
                if line::closes(words, fence) {
                    // What is indented further closes it or is code, by the list that it stands in.
                    self.is_lost |= line.indent > indent.max(line::CODE - 1);
                    self.open = Open::Nothing;
                }
                return false;
            }
            Open::Raw(end, indent) => {
                self.is_lost |= line.indent < indent && !is_blank;
                if end.is_in(words) {
                    let is_unseen = end == End::OfCode && tag::is_behind_marker(words);
                    self.is_lost |= tag::is_led(words, line.indent) || is_unseen;
                    self.open = Open::Nothing;
                }
                return false;
            }
            Open::Tags | Open::Nothing if line::may_be_half_a_row(words, last) => self.is_lost = true,
            Open::Tags if is_blank => self.open = Open::Nothing,
            Open::Tags | Open::Nothing => self.begin(line, words),
        }
        let begins = words.starts_with(|it: char| it.is_ascii_alphabetic() || it == '#');
        was_blank && line.indent == 0 && begins && !self.is_lost
    }

    fn begin(&mut self, line: &Line, words: &str) {
        let begun = match words.bytes().next() {
            Some(b'`' | b'~') => line::fence(words).map(|fence| Open::Fence(fence, line.indent)),
            Some(b'<') => match raw_html(words) {
                Raw::Open(end) => Some(Open::Raw(end, line.indent)),
                Raw::Closed => None,
                Raw::Other => {
                    self.is_lost = true;
                    None
                }
                Raw::Tags => return self.open = Open::Tags,
            },
            _ => None,
        };
        let Some(begun) = begun else { return };
        // Inside of other HTML it may begin nothing.
        self.is_lost |= matches!(self.open, Open::Tags);
        self.open = begun;
    }
}

/// What ends HTML in whatever line it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    OfComment,
    /// The tag of any code, not only of the one that was begun.
    OfCode,
}

impl End {
    fn is_in(self, words: &str) -> bool {
        match self {
            Self::OfComment => words.contains("-->"),
            Self::OfCode => tag::ends_code(words) || tag::ends(words, "</textarea>"),
        }
    }
}

/// HTML that a line begins.
enum Raw {
    /// It goes on up to a line that holds its end.
    Open(End),
    /// It ends in its line.
    Closed,
    /// It goes on up to a blank line, if it is HTML.
    Tags,
    /// Instructions and declarations, which nobody writes in Markdown.
    Other,
}

fn raw_html(words: &str) -> Raw {
    let begins = |begin: &str| words.get(1..1 + begin.len()).is_some_and(|start| start.eq_ignore_ascii_case(begin));
    let is_text = || tag::known_name(&words[1..]).is_some_and(|it| it.eq_ignore_ascii_case("textarea"));
    let end = match () {
        () if begins("!--") => End::OfComment,
        () if begins("?") || begins("!") => return Raw::Other,
        () if tag::begins_code(words) || is_text() => End::OfCode,
        () => return Raw::Tags,
    };
    if end.is_in(&words[2..]) { Raw::Closed } else { Raw::Open(end) }
}
