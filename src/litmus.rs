//! If the team vanished for a day: which systems of a repository could somebody else pick up from the text alone?
//! From pages and files that were read to questions, each answered at a place or not at all. Pure: where texts come
//! from, which moment it is and how the outcome is printed, others know.

mod belong;
pub mod command;
mod figures;
mod gone;
mod index;
mod judge;
mod known;
mod meant;
pub mod page;
pub mod plain;
pub mod question;
pub mod read;
pub mod recipe;
mod seat;
mod system;
pub mod threads;
mod tongue;
pub mod trend;

use std::collections::HashMap;

use jiff::Timestamp;

pub use judge::judge;
pub use page::Page;
pub use question::Question;

use crate::owners::Codeowners;

/// What is known of a repository beside its pages.
#[derive(Debug, Clone, Copy, Default)]
pub struct World<'w> {
    /// What the repository is called.
    pub name: &'w str,
    /// Every file, sorted, from the root.
    pub files: &'w [String],
    pub owners: Option<&'w Owners>,
    /// The systems that the configuration names, with their folders.
    pub configured: &'w [(String, Vec<String>)],
    /// What is not asked of a system; of every system, where none is named.
    pub ignored: &'w [(Option<String>, Question)],
    pub now: Option<Timestamp>,
    /// When each file was last changed, in seconds since 1970. One that is not in it has not been changed for a year.
    pub changed: Option<&'w HashMap<String, i64>>,
    /// What was changed in the twelve months before `now`.
    pub touches: Option<&'w [Touch]>,
    pub threads: Option<&'w Threads>,
    /// Documents in forms that are not read.
    pub unread: usize,
}

/// A file of code owners and its text.
#[derive(Debug, Clone)]
pub struct Owners {
    pub parsed: Codeowners,
    pub text: String,
}

impl Owners {
    /// Reads a file that lies at `path` from the root.
    pub fn read(path: &str, text: String) -> Self {
        Self { parsed: Codeowners::read(path, &text), text }
    }
}

/// A change to a file. Who made it is a number that means nothing outside of this run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touch {
    pub who: u32,
    pub path: String,
}

impl World<'_> {
    fn is_ignored(&self, system: &str, question: Question) -> bool {
        let is_meant = |of: &Option<String>| of.as_deref().is_none_or(|it| it == system);
        self.ignored.iter().any(|(of, it)| *it == question && is_meant(of))
    }
}

/// What came of the test.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Litmus {
    /// The moment that it is about: what lies before is past. None where nobody knows one.
    pub now: Option<Timestamp>,
    /// In the order of their names.
    pub systems: Vec<System>,
    pub figures: Figures,
    /// Documents that were read.
    pub documents: usize,
    /// Documents in forms that are not read, such as reStructuredText.
    pub unread: usize,
}

/// A part of a repository that somebody may have to pick up.
#[derive(Debug, Clone, PartialEq)]
pub struct System {
    pub name: String,
    /// Its folders from the root, without `/` at their ends. The root itself is empty.
    pub paths: Vec<String>,
    pub by: By,
    /// One for each question that is asked of it, in the order of [`Question::ALL`].
    pub answers: Vec<Answer>,
    /// How many people changed it in the twelve months before `now`; none where no history tells.
    pub authors: Option<Authors>,
    /// Documents that belong to it.
    pub documents: usize,
}

/// How it is known that something is a system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// `[litmus.systems]` of the configuration says so.
    Configuration,
    /// CODEOWNERS gives the folder to somebody.
    Owners,
    /// The folder holds code that stands for itself.
    Folder,
    /// Nothing in the repository stands for itself: it is one system.
    Repository,
}

/// A question to a system, and what answers it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub question: Question,
    /// None: nobody can tell from the text.
    pub evidence: Option<Evidence>,
}

/// A place that answers a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// From the root of the repository.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// What stands there, in one short line, as its author wrote it: the words of a stranger.
    pub quote: String,
    /// It speaks of the whole repository, and not of this system alone.
    pub is_shared: bool,
}

/// How many people worked on something. It never says more, and never who.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authors {
    AtLeastThree,
    FewerThanThree,
}

/// A part of a whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub part: usize,
    pub all: usize,
}

/// What is counted over the repository and over threads. None where there is nothing to count, or nothing to count it by.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    /// Of the decisions, those whose only evidence is a chat.
    pub chat_only: Option<Share>,
    /// How long decisions that are not settled have waited.
    pub open_decisions: Option<Ages>,
    /// Of the documents that say when they have to be reviewed, those that were.
    pub reviewed: Option<Share>,
    /// What exported threads say.
    pub threads: Option<Threads>,
}

/// Ages in whole days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ages {
    pub count: usize,
    pub median: u32,
    pub oldest: u32,
}

/// What is counted over threads, of all people together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Threads {
    pub count: usize,
    /// Of the requests for a review, those that somebody looked at within eight working hours.
    pub reviewed_in_time: Option<Share>,
    /// Working minutes to the first review, in the median.
    pub first_review: Option<u32>,
    /// Of the designs that were decided, those that took at most five days.
    pub designs_in_time: Option<Share>,
    /// Days from a draft to its decision.
    pub designs: Option<Ages>,
    /// Of the threads that ended, those that say what came of them.
    pub with_outcome: Option<Share>,
    /// Of the threads that were answered, those that were answered by a link to a page.
    pub by_page: Option<Share>,
}

impl System {
    pub fn answered(&self) -> Share {
        Share { part: self.answers.iter().filter(|it| it.evidence.is_some()).count(), all: self.answers.len() }
    }
}

impl Litmus {
    /// Over all systems.
    pub fn answered(&self) -> Share {
        let shares = self.systems.iter().map(System::answered);
        shares.fold(Share::default(), |sum, it| Share { part: sum.part + it.part, all: sum.all + it.all })
    }
}

impl Share {
    /// In whole percent, rounded down: only what is whole is a hundred. Of nothing it is a hundred.
    pub fn percent(self) -> usize {
        (self.part * 100).checked_div(self.all).unwrap_or(100)
    }
}
