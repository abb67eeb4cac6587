//! Rules: pages bound to what they check. One registry for all of them, built-in and the user's.
//! Knows pages, kinds, slots and checks; nothing of files, configuration or output.

mod bind;
mod catalog;
mod form;
mod head;
mod key;
mod mistake;
mod needs;
mod ours;
pub mod page;
mod phrases;
pub mod skeleton;
mod slot;

pub use catalog::{Catalog, KindPage, Need};
pub use head::Head;
use head::{AsksOf, ToldHead, Words};
pub use mistake::Mistake;
use ours::Ours;
pub use page::{Example, Page, Role, is_id};
pub use skeleton::Skeleton;

use std::borrow::Cow;
use std::sync::Arc;

use crate::checks::{
    ChangeCheck, CorpusCheck, DocumentCheck, EditCheck, SeatedCheck, TemplateCheck, ThreadCheck, TreeCheck,
};
use crate::finding::{Confidence, Level};
use crate::kind;
use crate::later::Later;

/// One thing that may be wrong, as its page defines it.
#[derive(Debug)]
pub struct Rule {
    /// The page's file stem; a need is `<kind>.<need>`.
    pub id: Cow<'static, str>,
    /// The page's folder: a reader's question.
    pub group: Cow<'static, str>,
    /// The page, as an index into [`Catalog::pages`].
    pub page: usize,
    pub level: Level,
    /// Where it looks; empty for every kind, and for documents of none.
    pub kinds: Words,
    /// Where it does not look, of every kind: a need of theirs asks the same.
    pub but: Words,
    /// Where it is too seldom right for the default output.
    pub doubted_in: Words,
    /// How sure its findings are at most.
    pub confidence: Confidence,
    pub told: Arc<Later<Told>>,
    /// Off unless asked for.
    pub preview: bool,
    pub asks_of: AsksOf,
    /// The binary carries its page; else somebody here wrote it.
    pub is_builtin: bool,
    pub check: Check,
}

/// What a rule says where it finds something. A run shows few rules: of our own pages it is read once one is shown, and of a
/// user's before, so that every mistake is told.
#[derive(Debug)]
pub struct Told {
    /// The fault.
    pub summary: Arc<str>,
    /// What the reader will ask because of it.
    pub question: Arc<str>,
    /// The cure, in one sentence.
    pub help: Option<Arc<str>>,
}

impl Told {
    /// As a definition says it; one without a summary has one that follows.
    fn of(head: ToldHead, summary: impl FnOnce() -> String) -> Self {
        let ToldHead { summary: said, question, help } = head;
        let [summary, question] = [said.unwrap_or_else(summary), question.unwrap_or_default()].map(Arc::from);
        Self { summary, question, help: help.map(Arc::from) }
    }
}

/// How a rule finds what is wrong.
#[derive(Debug)]
pub enum Check {
    /// Words, wherever they stand.
    Phrases(Box<phrases::PhraseCheck>),
    /// A slot that a kind of document has to fill: an index into the needs of its [`KindPage`].
    Need { kind: Cow<'static, str>, need: usize },
    /// Slots that are all absent from a document of one of the rule's kinds.
    Absent(Words),
    /// A shape, seen by code.
    Document(DocumentCheck),
    /// A shape, seen by code that may ask the files around the text.
    Seated(SeatedCheck),
    /// A shape, seen beside the change that the text describes.
    Change(ChangeCheck),
    /// A shape, seen beside what the text was before a change.
    Edit(EditCheck),
    /// A shape, seen beside the files around the text.
    Tree(TreeCheck),
    /// A shape, seen in the summaries of many documents.
    Corpus(CorpusCheck),
    /// A shape, seen in the messages of a thread.
    Thread(ThreadCheck),
    /// A shape, seen beside the repository's own template.
    Template(TemplateCheck),
    /// `allow` comments that do nothing.
    Ineffective,
    /// `allow` comments for what is found nowhere, judged when findings are settled.
    Unused,
    /// Questions of a contract that were left in comments.
    Questions,
}

impl Rule {
    /// Whether the rule looks at documents of this kind.
    pub fn applies_to(&self, kind: Option<&str>) -> bool {
        (self.kinds.is_empty() || names(&self.kinds, kind)) && !names(&self.but, kind)
    }

    /// Whether the rule looks at an issue of whatever sort, also where nobody could tell which.
    pub fn applies_to_issues(&self) -> bool {
        kind::OF_ISSUES.iter().all(|kind| names(&self.kinds, Some(kind)))
    }

    /// Whether only `--pedantic` shows what it finds in documents of this kind.
    pub fn is_doubted_in(&self, kind: Option<&str>) -> bool {
        names(&self.doubted_in, kind)
    }

    /// The kinds that it looks at, in words; none where it looks at all.
    pub fn looks_at(&self) -> Option<String> {
        match (self.kinds.as_slice(), self.but.as_slice()) {
            ([], []) => None,
            ([], but) => Some(format!("every document but {}", but.join(", "))),
            (kinds, _) => Some(kinds.join(", ")),
        }
    }

    /// Rules on times and references may ask what a word names: a word of the house answers them.
    pub fn is_about_names(&self) -> bool {
        matches!(&*self.group, "when" | "refer")
    }

    /// Whether it asks nothing of a text that was given up.
    pub fn is_about_work(&self) -> bool {
        matches!(self.asks_of, AsksOf::Work | AsksOf::Plan)
    }

    /// Whether it asks nothing of a text whose work is done.
    pub fn is_about_plans(&self) -> bool {
        self.asks_of == AsksOf::Plan
    }

    /// Whether it also asks of a text whose kind is asked nothing.
    pub fn is_lasting(&self) -> bool {
        self.asks_of == AsksOf::Lasting
    }

    /// Rules on dates, times, owners and files read any language; the others know English alone.
    pub fn reads_any_language(&self) -> bool {
        let is_of_any = matches!(&*self.group, "when" | "who") || self.is_lasting();
        is_of_any || matches!(self.check, Check::Tree(_) | Check::Corpus(_))
    }
}

impl Check {
    /// Whether it is about exceptions: nothing allows what it finds, and whoever may write one is asked.
    pub fn is_about_allows(&self) -> bool {
        matches!(self, Check::Ineffective | Check::Unused)
    }
}

/// Instead of a kind, texts of none.
pub const OTHER: &str = "other";

/// Whether a kind, or that there is none, is among some.
fn names(list: &Words, kind: Option<&str>) -> bool {
    list.iter().any(|it| it == kind.unwrap_or(OTHER))
}
