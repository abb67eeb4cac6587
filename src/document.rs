//! A text as a model that answers questions in the field's words: sections, sentences, items, tables, links, fields.
//! Every question is answered at most once and only when asked; nobody above can tell what was parsed for it.
//! Knows no kind of document, no slot and no rule.

mod action;
mod anchor;
mod audience;
mod code;
mod comment;
mod course;
mod dated;
mod directive;
mod event;
mod example;
mod field;
mod html;
mod item;
mod label;
mod line;
mod link;
mod mask;
mod meeting;
mod own;
mod passage;
mod post;
mod procedure;
mod prose;
mod region;
mod section;
mod specific;
mod table;
mod whole;
mod written;
mod zoned;

use std::cell::OnceCell;

pub use action::{Action, LooseEnd, Owner};
pub use anchor::{Anchors, slug};
pub use code::CodeBlock;
pub use comment::Comment;
pub use course::Length;
pub use dated::Anchor;
pub use directive::Directive;
pub use event::{Course, Event};
pub use field::Field;
pub use item::Item;
pub use label::Labelled;
pub use link::{Link, bare_addresses};
pub use passage::{Passage, Place};
pub use post::Post;
pub use procedure::Change;
pub use prose::{MASK, Prose, Sentence, Stand};
pub use section::Section;
pub use table::{Row, Table};
pub use zoned::{Known, Zone};

use crate::markdown::{Ast, Blocks};
use crate::text::{Lines, Origin, Source, Span};
use crate::words::{commit, language};

/// A source as a model. Made for free: the first question does the work.
pub struct Document<'s> {
    source: &'s Source,
    /// Which parts the grammar reads; it changes no answer.
    ast: Ast,
    lines: OnceCell<Lines>,
    blocks: OnceCell<Blocks>,
    passages: OnceCell<passage::Passages>,
    prose: OnceCell<Prose>,
    own_sentences: OnceCell<Vec<usize>>,
    sections: OnceCell<Vec<Section>>,
    labels: OnceCell<Vec<Labelled>>,
    items: OnceCell<Vec<Item>>,
    tables: OnceCell<Vec<Table>>,
    links: OnceCell<Vec<Link>>,
    code: OnceCell<Vec<CodeBlock>>,
    comments: OnceCell<Vec<Comment>>,
    /// Comments in which a contract's question waits; known only to who knows the contract.
    open_questions: OnceCell<Vec<Span>>,
    fields: OnceCell<Vec<Field>>,
    directives: OnceCell<Vec<Directive>>,
    definitions: OnceCell<link::Definitions>,
    /// Whether the first section names the whole document.
    has_title: OnceCell<bool>,
    actions: action::Known,
    people: OnceCell<meeting::People>,
    courses: OnceCell<Vec<Course>>,
    dated: OnceCell<dated::Dated>,
    english: OnceCell<bool>,
    audience: audience::Audience,
    clock: zoned::Clock,
}

impl<'s> Document<'s> {
    pub fn new(source: &'s Source) -> Self {
        Self {
            source,
            ast: Ast::default(),
            lines: OnceCell::new(),
            blocks: OnceCell::new(),
            passages: OnceCell::new(),
            prose: OnceCell::new(),
            own_sentences: OnceCell::new(),
            sections: OnceCell::new(),
            labels: OnceCell::new(),
            items: OnceCell::new(),
            tables: OnceCell::new(),
            links: OnceCell::new(),
            code: OnceCell::new(),
            comments: OnceCell::new(),
            open_questions: OnceCell::new(),
            fields: OnceCell::new(),
            directives: OnceCell::new(),
            definitions: OnceCell::new(),
            has_title: OnceCell::new(),
            actions: action::Known::default(),
            people: OnceCell::new(),
            courses: OnceCell::new(),
            dated: OnceCell::new(),
            english: OnceCell::new(),
            audience: audience::Audience::default(),
            clock: zoned::Clock::default(),
        }
    }

    /// The same, with these parts of it parsed by the grammar.
    pub fn with_ast(self, ast: Ast) -> Self {
        Self { ast, ..self }
    }

    pub fn source(&self) -> &'s Source {
        self.source
    }

    pub fn text(&self) -> &'s str {
        &self.source.text
    }

    /// The text under a span.
    pub fn at(&self, span: Span) -> &'s str {
        span.of(&self.source.text)
    }

    pub fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(self.text()))
    }

    /// Whether it is MDX: Markdown with modules and expressions.
    fn is_mdx(&self) -> bool {
        self.source.path().is_some_and(|path| path.ends_with(".mdx"))
    }

    /// Whether it is a commit message that an editor still holds, with lines that will not be kept.
    fn is_draft(&self) -> bool {
        self.source.path().is_some_and(commit::is_message_file)
    }

    /// Whether it is the message of a commit: what it speaks of is the change beside it, and its first line its subject.
    pub fn is_of_commit(&self) -> bool {
        self.source.origin == Origin::Commit || self.is_draft()
    }

    fn blocks(&self) -> &Blocks {
        self.blocks.get_or_init(|| match self.is_draft() {
            true => Blocks::parse(&commit::kept(self.text()), self.ast),
            false => Blocks::parse(self.text(), self.ast),
        })
    }

    fn model(&self) -> &passage::Passages {
        self.passages.get_or_init(|| passage::Passages::of(self))
    }

    /// Every piece of running text, in order: headings, paragraphs, items, cells.
    pub fn passages(&self) -> &[Passage] {
        &self.model().list
    }

    /// What a person wrote, as clean text: code, addresses, quotations, comments and logs are masked out.
    pub fn prose(&self) -> &Prose {
        self.prose.get_or_init(|| Prose::of(self))
    }

    pub fn sections(&self) -> &[Section] {
        self.sections.get_or_init(|| section::all(self))
    }

    /// `Key: value` and bold-label lines, wherever they stand.
    pub fn labels(&self) -> &[Labelled] {
        self.labels.get_or_init(|| label::all(self))
    }

    pub fn items(&self) -> &[Item] {
        self.items.get_or_init(|| item::all(self))
    }

    pub fn tables(&self) -> &[Table] {
        self.tables.get_or_init(|| table::all(self))
    }

    /// Links and images, in order.
    pub fn links(&self) -> &[Link] {
        self.links.get_or_init(|| link::all(self))
    }

    pub fn code(&self) -> &[CodeBlock] {
        self.code.get_or_init(|| code::all(self))
    }

    /// What the text says of itself: front matter and the header lines at its top.
    pub fn fields(&self) -> &[Field] {
        self.fields.get_or_init(|| field::all(self))
    }

    /// The value of the first field of one of these names (normalised).
    pub fn field(&self, names: &[&str]) -> Option<&Field> {
        self.fields().iter().find(|field| names.contains(&field.name.as_str()))
    }

    /// Courses of events with clock times, in order.
    pub fn courses(&self) -> &[Course] {
        self.courses.get_or_init(|| event::all(self))
    }

    fn dated(&self) -> &dated::Dated {
        self.dated.get_or_init(|| dated::of(self))
    }

    /// Comments of the text and of its front matter, in order.
    pub fn comments(&self) -> &[Comment] {
        self.comments.get_or_init(|| comment::all(self))
    }

    /// Tells the document which of its comments are questions that wait for their answer: no hint of a template.
    pub fn set_open_questions(&self, comments: Vec<Span>) {
        let _ = self.open_questions.set(comments);
    }

    fn open_questions(&self) -> &[Span] {
        self.open_questions.get().map_or(&[], Vec::as_slice)
    }

    /// The `<!-- pingless: … -->` comments.
    pub fn directives(&self) -> &[Directive] {
        self.directives.get_or_init(|| directive::all(self))
    }

    pub fn is_english(&self) -> bool {
        *self.english.get_or_init(|| language::is_english(self.prose().text()))
    }

    /// The heading that names the whole document: its first, and the only one of the highest level used. Of several at
    /// level 1 the first names the document where no other text stands before it.
    pub fn title(&self) -> Option<&Section> {
        self.has_title.get_or_init(|| self.find_title()).then(|| &self.sections()[0])
    }

    /// The line by which others know the text: its title, if no other text stands before it, or the subject of a message.
    /// The first line of a commit that is being written is one, and the only line of any text.
    pub fn subject(&self) -> Option<Span> {
        let is_only = || self.passages().len() == 1 && !self.at(self.passages()[0].span).contains('\n');
        if self.is_of_commit() || self.sections().is_empty() && is_only() {
            return self.first_line();
        }
        let is_top = |title: &&Section| title.level == 1 && !self.has_words_before(title.heading.start);
        let named = || self.field(&["title"]).filter(|field| field.in_front_matter).map(|field| field.value);
        self.title().filter(is_top).map(|title| title.heading).or_else(named)
    }

    fn first_line(&self) -> Option<Span> {
        let first = self.passages().first()?.span.start;
        Some(self.lines().around(first, self.text()).trimmed(self.text()))
    }

    fn has_words_before(&self, offset: usize) -> bool {
        let end = self.prose().clean_range(Span::new(offset, offset)).start;
        self.prose().text()[..end].contains(char::is_alphanumeric)
    }

    fn find_title(&self) -> bool {
        let Some((first, others)) = self.sections().split_first() else { return false };
        let is_highest = first.level < passage::SUMMARY && others.iter().all(|section| section.level >= first.level);
        let is_alone = others.iter().all(|section| section.level > first.level);
        let is_top = || first.level == 1 && !self.has_words_before(first.heading.start);
        is_highest && (is_alone || is_top())
    }

    /// Where a finding about the whole document points: its title, or its first line with text.
    pub fn head(&self) -> Span {
        let first = || {
            let start = self.text().find(|it: char| !it.is_whitespace() && it != '\u{feff}').unwrap_or(0);
            self.lines().around(start, self.text()).trimmed(self.text())
        };
        let title = self.title().filter(|_| !self.is_of_commit()).map(|title| title.heading);
        title.or_else(|| self.first_line()).unwrap_or_else(first)
    }
}
