//! Blocks of plain text, read by lines: headings, paragraphs, lists, quotes, code, comments, definitions, tables.
//! Most text is this plain, and the grammar takes sixty times as long to say the same of it.
//! Knows when it does not know: what is not certainly plain is left to the grammar, all of it.

mod code;
mod heading;
mod html;
mod quote;
mod table;

use super::block::{Block, BlockKind, Content, FrontMatter, before_tag, push};
use super::bracket::{self, Bracketed};
use super::line::{self, Line};
use super::{cut, tag};
use crate::text::Span;

/// Adds the blocks of `chunk`, just as the grammar reads them; or adds nothing, where something in it is not plain.
pub(super) fn read(text: &str, chunk: Span, list: &mut Vec<Block>) -> Option<()> {
    let before = list.len();
    let mut reader = Reader { text, list, items: Vec::new(), quotes: Vec::new(), words: None, behind_code: None };
    let read = reader.all(chunk);
    if read.is_none() {
        list.truncate(before);
    }
    read
}

struct Reader<'r> {
    text: &'r str,
    list: &'r mut Vec<Block>,
    /// The list items that are open, the outermost first.
    items: Vec<Item>,
    /// The quotes that are open in the last of those.
    quotes: Vec<usize>,
    words: Option<Words>,
    /// How many blocks there were where code without fences ended, up to the next blank line.
    behind_code: Option<usize>,
}

/// An open list item.
#[derive(Debug, Clone, Copy)]
struct Item {
    list: usize,
    block: usize,
    /// The byte that ends its marker: `-`, `*`, `+`, `.` or `)`.
    mark: u8,
    /// The column where its text begins; what is indented as far stands in it.
    column: usize,
}

/// An open paragraph.
struct Words {
    start: usize,
    content: Content,
    /// The end of its last line.
    end: usize,
    /// Where a tag begins HTML in it.
    tag: Option<usize>,
}

impl Reader<'_> {
    fn all(&mut self, chunk: Span) -> Option<()> {
        let words = chunk.of(self.text);
        if !line::is_printable(words) {
            return None;
        }
        let front = if chunk.start == 0 { cut::plain_front(words) } else { None };
        let mut at = front.map_or(chunk.end - line::unmarked(words)?.len(), |end| self.front_matter(end));
        while at < chunk.end {
            at = self.line(self.line_at(at, chunk.end), chunk.end)?;
        }
        self.close(0);
        Some(())
    }

    /// Whether no list and no quote is open.
    fn stands_in_nothing(&self) -> bool {
        self.items.is_empty() && self.quotes.is_empty()
    }

    /// The front matter that a text begins with; gives where the text begins behind it.
    fn front_matter(&mut self, end: usize) -> usize {
        let form = if self.text.starts_with('-') { FrontMatter::Yaml } else { FrontMatter::Toml };
        self.add(BlockKind::FrontMatter(form), Span::new(0, end).trimmed(self.text), Vec::new());
        end
    }

    /// Whether the last block is a definition.
    fn is_below_definition(&self) -> bool {
        self.list.last().is_some_and(|it| matches!(it.kind, BlockKind::Definition { .. }))
    }

    fn line_at(&self, start: usize, end: usize) -> Line {
        Line::at(self.text, start, end).behind_tabs(self.text)
    }

    /// Reads a line, and those that belong to what begins in it; gives where the next one begins.
    fn line(&mut self, line: Line, end: usize) -> Option<usize> {
        if line.is_blank() {
            self.behind_code = None;
            self.end_words();
            self.close_quotes(0);
            return Some(line.next);
        }
        let inside = self.items.iter().take_while(|item| item.column <= line.indent).count();
        let indent = line.indent - self.column(inside);
        let words = line.words(self.text);
        if !line::is_plainly_spaced(words) {
            return None;
        }
        if !self.quotes.is_empty() && !self.items.is_empty() && !words.starts_with('>') {
            return self.is_lazy(words).then(|| self.go_on(&line, inside, None));
        }
        let tag = self.tag_in_container(line, words);
        if indent >= line::CODE {
            if self.words.is_none() {
                return self.indented(line, inside, end);
            }
            // An item that is indented as far is none, but for those behind a star.
            let item = line::marker(words).filter(|it| it.mark != b'*');
            let words = item.map_or(words, |marker| &words[marker.width..]);
            let goes_on = inside == self.items.len() && (tag.is_some() || !line::begins_block(words));
            return goes_on.then(|| self.go_on(&line, inside, tag));
        }
        let is_bracketed = words.starts_with('[') && self.words.is_none();
        let bracketed = if is_bracketed { bracket::bracketed(words) } else { Bracketed::Words };
        match words.as_bytes()[0] {
            b'#' if heading::may_be_marked(words) => self.heading(line, inside),
            b'`' | b'~' if line::fence(words).is_some() => self.fence(line, inside, end),
            b'-' | b'+' | b'*' | b'0'..=b'9' if line::marker(words).is_some() => self.item(line, inside, end),
            b'|' | b'-' | b':' if self.words.is_some() && line::may_be_delimiter(words) => self.table_below(line, end),
            b'|' => self.table(line, inside, end),
            b'<' if tag.is_some() => Some(self.text(&line, inside, tag)),
            b'<' if words.starts_with("<!--") => self.comment(line, inside, end),
            b'<' if tag::begins_block(words) => self.tags(line, inside, end),
            b'<' if self.stands_in_nothing() && tag::begins_code(words) => self.raw(line, end),
            // A definition is a paragraph until it ends, and such a tag ends none.
            b'<' if self.words.is_none() && tag::stands_alone(words) && !self.is_below_definition() => {
                self.tags(line, inside, end)
            }
            b'<' if self.stands_in_nothing() && tag::is_words(words, self.words.is_some()) => {
                Some(self.text(&line, inside, None))
            }
            b'[' if bracketed == Bracketed::Definition => self.definition(line, inside, end),
            b'[' if bracketed == Bracketed::Unclear => None,
            b'[' if self.words.is_some() && bracket::is_raw(words) => None,
            b'>' => self.quote(line, inside),
            b'=' | b'-' if self.is_underline(words) => self.underlined(line),
            b'-' | b'*' | b'_' if line::run(words).is_some_and(|it| it >= 3) => self.thematic_break(line, inside),
            _ if line::may_mean_more(words) => None,
            _ => Some(self.text(&line, inside, None)),
        }
    }

    /// A line of a paragraph: of the open one, or the first of another.
    fn text(&mut self, line: &Line, inside: usize, tag: Option<usize>) -> usize {
        if self.words.is_some() {
            return self.go_on(line, inside, tag);
        }
        // The grammar counts the spaces before a paragraph as its own, unless they have just ended an item, a quote
        // or code without fences.
        let is_behind_code = self.behind_code == Some(self.list.len());
        let is_ended = inside < self.items.len() || !self.quotes.is_empty() || is_behind_code;
        let start = if is_ended { line.text } else { line.behind_column(self.text, self.column(inside)) };
        self.close(inside);
        self.begin(start, line, tag);
        line.next
    }

    fn begin(&mut self, start: usize, line: &Line, tag: Option<usize>) {
        let content = Content::from_buf([Span::new(start, line.next)]);
        self.words = Some(Words { start, content, end: line.end, tag });
    }

    /// One more line of the open paragraph. What its items indent it by is no part of it.
    fn go_on(&mut self, line: &Line, inside: usize, tag: Option<usize>) -> usize {
        let is_lazy = inside < self.items.len() || !self.quotes.is_empty();
        let start = match is_lazy {
            _ if inside == 0 => line.start,
            true => line.text,
            false => line.behind_column(self.text, self.column(inside)),
        };
        let Some(words) = &mut self.words else { return line.next };
        match words.content.last_mut() {
            Some(last) if start == line.start => last.end = line.next,
            _ => words.content.push(Span::new(start, line.next)),
        }
        words.end = line.end;
        words.tag = words.tag.or(tag);
        line.next
    }

    fn end_words(&mut self) {
        let Some(words) = self.words.take() else { return };
        let tag = words.tag;
        let (span, content) = self.content(words);
        match tag {
            None => self.add(BlockKind::Paragraph, span, content),
            Some(tag) => {
                if let Some((span, content)) = before_tag(self.text, span, content, tag) {
                    self.add(BlockKind::Paragraph, span, content);
                }
                self.add(BlockKind::Html, Span::new(tag, span.end), Vec::new())
            }
        };
    }

    /// Where the words of a paragraph stand, without what the grammar leaves out behind them.
    fn content(&self, Words { start, mut content, end, .. }: Words) -> (Span, Content) {
        if let Some(last) = content.last_mut() {
            last.end = start.max(start + self.text[start..end].trim_end_matches([' ', '\t']).len());
        }
        (Span::new(start, end).trimmed(self.text), content)
    }

    /// Ends the paragraph, all quotes, and all items but the first `left`.
    fn close(&mut self, left: usize) {
        self.end_words();
        self.close_quotes(0);
        let end = self.list.last().map_or(0, |last| last.span.end);
        for item in self.items.drain(left.min(self.items.len())..) {
            self.list[item.block].span.end = end;
            self.list[item.list].span.end = end;
        }
    }

    /// Where the text of the last of so many items begins.
    fn column(&self, inside: usize) -> usize {
        inside.checked_sub(1).map_or(0, |last| self.items[last].column)
    }

    fn add(&mut self, kind: BlockKind, span: Span, content: impl Into<Content>) -> usize {
        let parent = self.quotes.last().copied().or(self.items.last().map(|item| item.block));
        push(self.list, Block::new(kind, span, content, parent))
    }

    fn definition(&mut self, line: Line, inside: usize, end: usize) -> Option<usize> {
        let next = self.line_at(line.next, end);
        let has_title = next.words(self.text).starts_with(['"', '\'', '(']);
        // A definition is a paragraph until it ends, so what is lazy below it stands in its item, too.
        let is_lazy = !next.is_blank() && next.indent < self.column(inside);
        if has_title || is_lazy {
            return None;
        }
        self.close(inside);
        let span = Span::new(line.text, line.end).trimmed(self.text);
        let close = span.start + span.of(self.text).find(']')?;
        let label = Span::new(span.start, close + 1);
        let behind = Span::new(close + 2, span.end).trimmed(self.text);
        let address = behind.of(self.text).split(' ').next().unwrap_or_default();
        let target = Span::new(behind.start, behind.start + address.len());
        self.add(BlockKind::Definition { label, target }, span, Vec::new());
        Some(line.next)
    }

    fn item(&mut self, line: Line, inside: usize, end: usize) -> Option<usize> {
        let words = line.words(self.text);
        let marker = line::marker(words)?;
        let inner = &words[marker.width..];
        // A paragraph of the same container goes on where a list does not begin with its first number.
        let may_go_on = self.words.is_some() && inside == self.items.len();
        let tag = self.tag_in_container(line, inner);
        let is_block = line::fence(inner).is_some() || inner.starts_with('>');
        if may_go_on && !marker.is_first || tag.is_none() && !is_block && line::begins_block(inner) {
            return None;
        }
        let next = self.items.get(inside).filter(|item| item.mark == marker.mark).map(|item| item.list);
        self.close(inside);
        let start = line.text;
        let ordered = marker.is_numbered;
        let list = match next {
            Some(list) => list,
            None => self.add(BlockKind::List { ordered }, Span::new(start, start), Vec::new()),
        };
        let task = line::task(inner);
        let item = Block::new(BlockKind::Item { task }, Span::new(start, start), Vec::new(), Some(list));
        let block = push(self.list, item);
        let column = line.indent + marker.width;
        self.items.push(Item { list, block, mark: marker.mark, column });
        if is_block {
            let rest = Line { indent: column, text: start + marker.width, ..line };
            let is_quote = inner.starts_with('>');
            return if is_quote { self.quote(rest, inside + 1) } else { self.fence(rest, inside + 1, end) };
        }
        let skipped = if task.is_some() { inner.len() - inner[line::TASK..].trim_start_matches(' ').len() } else { 0 };
        self.begin(start + marker.width + skipped, &line, tag);
        Some(line.next)
    }
}
