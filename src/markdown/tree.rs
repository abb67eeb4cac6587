//! From the grammar's tree to blocks: one walk without recursion.

use std::cell::RefCell;
use std::sync::LazyLock;

use tree_sitter::{Language, Node, Parser, TreeCursor};

use super::block::{Block, BlockKind, Content, FrontMatter, append, before_tag, push};
use super::work::{Asked, Work};
use super::{line, neutral, rescan};
use crate::text::{Move, Span};

/// Adds the blocks of a part of a text; what the grammar was asked to do for them, and whether it could read all of it.
pub(super) fn read(text: &str, chunk: Span, work: &mut Work, list: &mut Vec<Block>) -> (Asked, bool) {
    let words = chunk.of(text);
    let neutral = neutral::for_grammar(words, work.is_quick);
    let readable = neutral.text.as_bytes();
    // A heading at the very end needs its line end, and raw HTML in a list the line that ends it. No text is copied for it.
    let tail = if chunk.end == text.len() { "\n" } else { "x\n" };
    let parse = |parser: &mut Parser| {
        let mut read = |offset: usize, _| match offset {
            _ if offset < readable.len() => &readable[offset..],
            _ => tail.as_bytes().get(offset - readable.len()..).unwrap_or_default(),
        };
        parser.parse_with_options(&mut read, None, None)
    };
    let asked = work.take(&neutral.text);
    let tree = asked.was_left.then(|| PARSER.with_borrow_mut(parse)).flatten();
    let mut builder = Builder { text: words, html: &neutral.html, list: Vec::new(), open: Vec::new() };
    match &tree {
        Some(tree) => builder.walk(&mut tree.walk()),
        None => rescan::lines(words, Span::new(0, words.len()), None, &mut builder.list),
    }
    append(list, builder.list, Move { from: 0, to: chunk.start }, 0);
    (asked, tree.is_some_and(|tree| !tree.root_node().has_error()))
}

thread_local! {
    static PARSER: RefCell<Parser> = RefCell::new(parser());
}

fn parser() -> Parser {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_md::LANGUAGE.into()).expect("the grammar fits its runtime");
    parser
}

/// What the walk does with a node of the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Syntax {
    /// Says nothing itself; its children may.
    Descend,
    Skip,
    Heading,
    Paragraph,
    List,
    Item,
    Quote,
    Code,
    Html,
    Table,
    Row {
        header: bool,
    },
    Cell,
    Break,
    Definition,
    FrontMatter(FrontMatter),
    Broken,
}

static SYNTAX: LazyLock<Vec<Syntax>> = LazyLock::new(|| {
    let language: Language = tree_sitter_md::LANGUAGE.into();
    let of = |id: u16| match language.node_kind_for_id(id).unwrap_or_default() {
        "document" | "section" => Syntax::Descend,
        "atx_heading" | "setext_heading" => Syntax::Heading,
        "paragraph" => Syntax::Paragraph,
        "list" => Syntax::List,
        "list_item" => Syntax::Item,
        "block_quote" => Syntax::Quote,
        "fenced_code_block" | "indented_code_block" => Syntax::Code,
        "html_block" => Syntax::Html,
        "pipe_table" => Syntax::Table,
        "pipe_table_header" => Syntax::Row { header: true },
        "pipe_table_row" => Syntax::Row { header: false },
        "pipe_table_cell" => Syntax::Cell,
        "thematic_break" => Syntax::Break,
        "link_reference_definition" => Syntax::Definition,
        "minus_metadata" => Syntax::FrontMatter(FrontMatter::Yaml),
        "plus_metadata" => Syntax::FrontMatter(FrontMatter::Toml),
        _ => Syntax::Skip,
    };
    (0..language.node_kind_count() as u16).map(of).collect()
});

fn syntax(node: Node, is_root: bool) -> Syntax {
    match node.is_error() {
        // An ERROR at the root still holds whole blocks; one further down holds fragments.
        true if is_root => Syntax::Descend,
        true => Syntax::Broken,
        false => SYNTAX.get(usize::from(node.kind_id())).copied().unwrap_or(Syntax::Skip),
    }
}

struct Builder<'t> {
    text: &'t str,
    /// Where HTML begins that the grammar has read as a paragraph.
    html: &'t [usize],
    list: Vec<Block>,
    /// The containers around the cursor: one entry for each level of the tree.
    open: Vec<Option<usize>>,
}

impl Builder<'_> {
    /// Visits every node that can be a block, in order, without recursion.
    fn walk(&mut self, cursor: &mut TreeCursor) {
        loop {
            let node = cursor.node();
            let syntax = syntax(node, self.open.is_empty());
            let made = node.is_named().then(|| self.visit(node, syntax)).flatten();
            let inside = made.or_else(|| self.open.last().copied().flatten());
            if descends(syntax) && cursor.goto_first_child() {
                self.open.push(inside);
                continue;
            }
            while !cursor.goto_next_sibling() {
                if !cursor.goto_parent() {
                    return;
                }
                self.open.pop();
            }
        }
    }

    fn visit(&mut self, node: Node, syntax: Syntax) -> Option<usize> {
        // The line that was added is no part of the text.
        if node.start_byte() >= self.text.len() {
            return None;
        }
        let span = self.trimmed(node);
        let parent = self.open.last().copied().flatten();
        let (kind, content) = match syntax {
            Syntax::Descend | Syntax::Skip => return None,
            Syntax::Broken => {
                rescan::lines(self.text, span, parent, &mut self.list);
                return None;
            }
            Syntax::Heading => self.heading(node),
            Syntax::Paragraph => return self.paragraph(node, span, parent),
            Syntax::Cell => (BlockKind::Cell, vec![span]),
            Syntax::List => (BlockKind::List { ordered: is_ordered(node) }, Vec::new()),
            Syntax::Item => (BlockKind::Item { task: task(node) }, Vec::new()),
            Syntax::Quote => (BlockKind::Quote, Vec::new()),
            Syntax::Code => (self.code(node, span), Vec::new()),
            Syntax::Html => (BlockKind::Html, Vec::new()),
            Syntax::Table => (BlockKind::Table, Vec::new()),
            Syntax::Row { header } => (BlockKind::Row { header }, Vec::new()),
            Syntax::Break => (BlockKind::Break, Vec::new()),
            Syntax::Definition => (self.definition(node)?, Vec::new()),
            Syntax::FrontMatter(form) => (BlockKind::FrontMatter(form), Vec::new()),
        };
        Some(self.add(kind, span, content, parent))
    }

    fn add(&mut self, kind: BlockKind, span: Span, content: impl Into<Content>, parent: Option<usize>) -> usize {
        push(&mut self.list, Block::new(kind, span, content, parent))
    }

    /// A paragraph, and the HTML that ends it.
    fn paragraph(&mut self, node: Node, span: Span, parent: Option<usize>) -> Option<usize> {
        let content = self.inline_of(node);
        let first = self.html.partition_point(|at| *at < span.start);
        let html = self.html.get(first).copied().filter(|at| *at < span.end);
        let Some(html) = html else { return Some(self.add(BlockKind::Paragraph, span, content, parent)) };
        if let Some((span, content)) = before_tag(self.text, span, content.into(), html) {
            self.add(BlockKind::Paragraph, span, content, parent);
        }
        Some(self.add(BlockKind::Html, Span::new(html, span.end), Vec::new(), parent))
    }

    fn heading(&self, node: Node) -> (BlockKind, Vec<Span>) {
        let mut level = 1;
        let mut content = Vec::new();
        for child in children(node) {
            match child.kind() {
                "inline" => content = self.without_closing_hashes(pieces(child)),
                "paragraph" => content = self.inline_of(child),
                marker => level = marker.bytes().find(u8::is_ascii_digit).map_or(level, |digit| digit - b'0'),
            }
        }
        (BlockKind::Heading { level }, content)
    }

    fn without_closing_hashes(&self, mut content: Vec<Span>) -> Vec<Span> {
        let last = content.pop().and_then(|last| line::without_closing_hashes(self.text, last));
        content.extend(last);
        content.retain(|piece| !piece.is_empty());
        content
    }

    fn inline_of(&self, node: Node) -> Vec<Span> {
        let mut content: Vec<Span> =
            children(node).into_iter().find(|it| it.kind() == "inline").map(pieces).unwrap_or_default();
        content.iter_mut().for_each(|piece| *piece = self.within(*piece));
        content.retain(|piece| !piece.is_empty());
        content
    }

    fn code(&self, node: Node, span: Span) -> BlockKind {
        let find = |kind| children(node).into_iter().find(|child| child.kind() == kind);
        let fence = find("fenced_code_block_delimiter");
        // The grammar's own node for it leaves out marks that it begins with.
        let info = fence.and_then(|it| line::rest(self.text, self.within(it.byte_range().into()).end));
        let body = match find("code_fence_content") {
            Some(content) => self.without_last_prefix(self.within(content.byte_range().into())),
            None if fence.is_some() => Span::new(span.end, span.end),
            None => span,
        };
        BlockKind::Code { info, body }
    }

    fn definition(&self, node: Node) -> Option<BlockKind> {
        let find = |kind| children(node).into_iter().find(|child| child.kind() == kind);
        let label = self.trimmed(find("link_label")?);
        let target = self.trimmed(find("link_destination")?);
        Some(BlockKind::Definition { label, target })
    }

    /// A node's bytes without the white space and the next line's prefix that the grammar adds at its end.
    fn trimmed(&self, node: Node) -> Span {
        let span = self.within(node.byte_range().into());
        let inside = span.of(self.text);
        let start = span.start + (inside.len() - inside.trim_start().len());
        let mut end = inside.trim_end();
        while let Some(before) = before_prefix(end) {
            end = before.trim_end();
        }
        Span::new(start, (span.start + end.len()).max(start))
    }

    /// The body of code without the prefix of the line that closes it.
    fn without_last_prefix(&self, body: Span) -> Span {
        Span::new(body.start, body.start + before_prefix(body.of(self.text)).map_or(body.len(), str::len))
    }

    /// The line end that was added to the text is not part of it.
    fn within(&self, span: Span) -> Span {
        Span::new(span.start.min(self.text.len()), span.end.min(self.text.len()))
    }
}

/// What stands before the prefix of a container that ends the text, with its line end.
fn before_prefix(text: &str) -> Option<&str> {
    let prefix = text.bytes().rev().take_while(|byte| matches!(byte, b' ' | b'\t' | b'>')).count();
    let before = &text[..text.len() - prefix];
    (prefix > 0 && before.ends_with(['\n', '\r'])).then_some(before)
}

fn descends(syntax: Syntax) -> bool {
    use Syntax::*;
    matches!(syntax, Descend | List | Item | Quote | Table | Row { .. })
}

fn children(node: Node<'_>) -> Vec<Node<'_>> {
    let mut cursor = node.walk();
    node.named_children(&mut cursor).collect()
}

fn is_ordered(list: Node) -> bool {
    let marker = list.named_child(0).and_then(|item| item.named_child(0));
    marker.is_some_and(|marker| matches!(marker.kind(), "list_marker_dot" | "list_marker_parenthesis"))
}

fn task(item: Node) -> Option<bool> {
    // The box is the second child; further children can be thousands of blocks.
    (0..3).filter_map(|at| item.named_child(at)).find_map(|child| match child.kind() {
        "task_list_marker_checked" => Some(true),
        "task_list_marker_unchecked" => Some(false),
        _ => None,
    })
}

/// The bytes of an inline node without the prefixes of lines that continue it: its own splitter forgets the first.
fn pieces(node: Node) -> Vec<Span> {
    let mut start = node.start_byte();
    let mut out = Vec::new();
    for cut in children(node) {
        if cut.start_byte() > start {
            out.push(Span::new(start, cut.start_byte()));
        }
        start = start.max(cut.end_byte());
    }
    if node.end_byte() > start {
        out.push(Span::new(start, node.end_byte()));
    }
    out
}
