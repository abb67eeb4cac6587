//! A text as a model that answers questions in the field's words: sections, sentences, items, tables, links, fields.
//! Every question is answered at most once and only when asked; nobody above can tell what was parsed for it.
//! Knows no kind of document, no slot and no rule.

mod action;
mod alert;
mod anchor;
mod audience;
mod blank;
mod code;
mod comment;
mod course;
mod cut;
mod dated;
mod directive;
mod due;
mod event;
mod example;
mod field;
mod form;
mod html;
mod item;
mod label;
mod line;
mod link;
mod mail;
mod mask;
mod mdx;
mod meeting;
mod memory;
mod own;
mod parted;
mod passage;
mod planned;
mod post;
mod procedure;
mod prose;
pub mod region;
mod releases;
mod said_when;
mod section;
mod sheet;
mod shortcode;
mod specific;
mod speech;
mod struck;
mod table;
mod title;
mod whole;
mod written;
mod zoned;

use std::cell::OnceCell;

pub use action::{Action, Given, LooseEnd, Owner};
pub use anchor::{Anchors, Part, slug};
pub use code::CodeBlock;
pub use comment::{Comment, CommentForm};
pub use course::Length;
pub use dated::Anchor;
pub use directive::{Directive, TALKED, VERBS};
pub use event::{Course, Event};
pub use field::Field;
pub use item::Item;
pub use label::Labelled;
pub use link::Link;
pub use mask::{Stand, is_quoting};
pub use memory::{Memory, Outcome, Said};
pub use passage::{Passage, Place};
pub use post::Post;
pub use procedure::Alteration;
pub use prose::{MASK, Prose, Sentence};
pub use section::{Section, TYPED_MARK};
pub use table::{Row, Table};
pub use zoned::{Known, Zone};

use crate::markdown::{Ast, Blocks};
use crate::text::{Lines, Source, Span, border};
use crate::words::address::local;
use crate::words::{commit, edition, language};

/// A source as a model. Made for free: the first question does the work.
pub struct Document<'s> {
    source: &'s Source,
    /// Which parts the grammar reads; it changes no answer.
    ast: Ast,
    answers: Answers,
    actions: action::Known,
    counts: specific::Counts,
    audience: audience::Audience,
    clock: zoned::Clock,
    recall: memory::Recall<'s>,
}

/// What is answered once, as soon as somebody asks.
#[derive(Default)]
struct Answers {
    lines: OnceCell<Lines>,
    has_www: OnceCell<bool>,
    has_room: OnceCell<bool>,
    blocks: OnceCell<Blocks>,
    passages: OnceCell<passage::Passages>,
    prose: OnceCell<Prose>,
    own_sentences: OnceCell<Vec<usize>>,
    sections: OnceCell<Vec<Section>>,
    typed_marks: OnceCell<Vec<usize>>,
    /// Of each passage, by its number, before it is known what they announce.
    labels_in_lines: OnceCell<Vec<(usize, Labelled)>>,
    labels: OnceCell<Vec<Labelled>>,
    items: OnceCell<Vec<Item>>,
    tables: OnceCell<Vec<Table>>,
    links: OnceCell<Vec<Link>>,
    code: OnceCell<Vec<CodeBlock>>,
    comments: OnceCell<Vec<Comment>>,
    /// Comments in which a contract's question waits; known only to who knows the contract.
    open_questions: OnceCell<Vec<Span>>,
    /// Passages that a template put there; known only to who knows it.
    printed: OnceCell<Vec<usize>>,
    fields: OnceCell<Vec<Field>>,
    directives: OnceCell<Vec<Directive>>,
    definitions: OnceCell<link::Definitions>,
    /// Whether the first section names the whole document.
    has_title: OnceCell<bool>,
    people: OnceCell<meeting::People>,
    courses: OnceCell<Vec<Course>>,
    turns: OnceCell<Vec<Span>>,
    struck: OnceCell<Vec<Span>>,
    dated: OnceCell<dated::Dated>,
    planned: OnceCell<Vec<planned::Planned>>,
    english: OnceCell<bool>,
}

impl<'s> Document<'s> {
    pub fn new(source: &'s Source) -> Self {
        Self {
            source,
            ast: Ast::default(),
            answers: Answers::default(),
            actions: action::Known::default(),
            counts: specific::Counts::default(),
            audience: audience::Audience::default(),
            clock: zoned::Clock::default(),
            recall: memory::Recall::default(),
        }
    }

    /// The same, with these parts of it parsed by the grammar.
    pub fn with_ast(self, ast: Ast) -> Self {
        Self { ast, ..self }
    }

    /// The same, read with what is still known of the version before.
    pub fn with_memory(self, memory: &'s Memory) -> Self {
        Self { recall: memory::Recall::with(memory), ..self }
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
        self.answers.lines.get_or_init(|| self.read_lines())
    }

    /// The same where somebody asked for them.
    pub fn known_lines(&self) -> Option<&Lines> {
        self.answers.lines.get()
    }

    /// Whether it is MDX: Markdown with modules and expressions.
    pub fn is_mdx(&self) -> bool {
        self.source.path().is_some_and(local::is_mdx)
    }

    /// Whether it is a commit message that an editor still holds, with lines that will not be kept.
    fn is_draft(&self) -> bool {
        self.source.path().is_some_and(commit::is_message_file)
    }

    /// Whether it is the message of a commit: what it speaks of is the change beside it, and its first line its subject.
    pub fn is_of_commit(&self) -> bool {
        self.source.kind.as_deref() == Some(commit::KIND) || self.is_draft()
    }

    fn blocks(&self) -> &Blocks {
        self.answers.blocks.get_or_init(|| match () {
            _ if self.is_draft() => Blocks::parse(&commit::kept(self.text()), self.ast),
            _ if self.is_mdx() => Blocks::parse(&mdx::shown(self.text()), self.ast),
            _ if shortcode::is_in(self.text()) => Blocks::parse(&shortcode::shown(self.text()), self.ast),
            _ => self.read_blocks(),
        })
    }

    fn model(&self) -> &passage::Passages {
        self.answers.passages.get_or_init(|| {
            let passages = passage::Passages::of(self);
            self.recall_passages(&passages.list);
            passages
        })
    }

    /// Every piece of running text, in order: headings, paragraphs, items, cells.
    pub fn passages(&self) -> &[Passage] {
        &self.model().list
    }

    /// What a person wrote, as clean text: code, addresses, quotations, comments and logs are masked out.
    pub fn prose(&self) -> &Prose {
        self.answers.prose.get_or_init(|| self.read_prose())
    }

    pub fn sections(&self) -> &[Section] {
        self.answers.sections.get_or_init(|| section::all(self))
    }

    /// `Key: value` and bold-label lines, wherever they stand.
    pub fn labels(&self) -> &[Labelled] {
        self.answers.labels.get_or_init(|| label::all(self))
    }

    pub fn items(&self) -> &[Item] {
        self.answers.items.get_or_init(|| item::all(self))
    }

    pub fn tables(&self) -> &[Table] {
        self.answers.tables.get_or_init(|| table::all(self))
    }

    /// Links and images, in order.
    pub fn links(&self) -> &[Link] {
        self.answers.links.get_or_init(|| link::all(self))
    }

    pub fn code(&self) -> &[CodeBlock] {
        self.answers.code.get_or_init(|| code::all(self))
    }

    /// What the text says of itself: front matter and the header lines at its top.
    pub fn fields(&self) -> &[Field] {
        self.answers.fields.get_or_init(|| field::all(self))
    }

    /// The value of the first field of one of these names (normalised).
    pub fn field(&self, names: &[&str]) -> Option<&Field> {
        self.fields().iter().find(|field| names.contains(&field.name.as_str()))
    }

    /// What people said in a call, turn by turn, in a text that tells it word by word.
    pub fn turns(&self) -> &[Span] {
        self.answers.turns.get_or_init(|| speech::turns(self))
    }

    /// Courses of events with clock times, in order.
    pub fn courses(&self) -> &[Course] {
        self.answers.courses.get_or_init(|| event::all(self))
    }

    fn dated(&self) -> &dated::Dated {
        self.answers.dated.get_or_init(|| dated::of(self))
    }

    /// Comments of the text and of its front matter, in order.
    pub fn comments(&self) -> &[Comment] {
        self.answers.comments.get_or_init(|| comment::all(self))
    }

    /// Tells the document which of its comments are questions that wait for their answer: no hint of a template.
    pub fn set_open_questions(&self, comments: Vec<Span>) {
        let _ = self.answers.open_questions.set(comments);
    }

    fn open_questions(&self) -> &[Span] {
        self.answers.open_questions.get().map_or(&[], Vec::as_slice)
    }

    /// The `<!-- pingless: … -->` comments.
    pub fn directives(&self) -> &[Directive] {
        self.answers.directives.get_or_init(|| directive::all(self))
    }

    pub fn is_english(&self) -> bool {
        let sample = |text| &text[..border(text, language::SAMPLE)];
        let is_translated = || self.source().path().is_some_and(edition::is_translated);
        let read = || {
            let text = sample(self.prose().text());
            let is_english = self.once(text, language::is_english);
            is_english && (!is_translated() || self.once(text, language::is_plainly_english))
        };
        *self.answers.english.get_or_init(read)
    }
}
