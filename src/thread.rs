//! Messages of several people about one thing, in their order: what a check of a thread looks at beside its text.
//! Knows no forge and no chat: `payload` makes it.

pub mod ending;
mod letter;
pub mod question;
pub mod talk;

pub use letter::{Said, write};
pub use talk::Talk;

use crate::text::Span;

/// The kind of every thread.
pub const KIND: &str = "thread";

/// Seconds between a comment and the closing that came with it.
const AT_ONCE: u64 = 120;

/// A thread. One text holds all of its messages, so that a finding may point at several of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Thread {
    pub about: About,
    pub state: State,
    /// A commit, or another change or thread, took the matter over: it is the outcome.
    pub by_change: bool,
    /// When it was closed, in seconds since 1970 in UTC, where that is known.
    pub closed_at: Option<i64>,
    /// Shut by moderators: spam, off topic, too heated.
    pub is_shut: bool,
    pub messages: Vec<Message>,
}

impl Thread {
    /// Whether its outcome stands elsewhere, in what was merged, or nobody is asked for one.
    pub fn has_ended_otherwise(&self) -> bool {
        self.state == State::Merged || self.by_change || self.is_shut
    }

    /// Whether a message was sent in the moment of closing: whoever closes with a comment says why.
    pub fn is_closed_with(&self, message: &Message) -> bool {
        message.at.zip(self.closed_at).is_some_and(|(at, closed)| at.abs_diff(closed) <= AT_ONCE)
    }
}

/// What the people of a thread talk about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum About {
    /// An issue, a question, a plan.
    #[default]
    Matter,
    /// A change that moves while it is reviewed.
    Patch,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum State {
    /// A chat is neither open nor closed.
    #[default]
    Unknown,
    Open,
    Closed,
    Merged,
}

/// One message. `body` is its place in the text of the thread, with the marks before its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub author: String,
    pub is_bot: bool,
    /// Somebody who decides here: an owner, a member, a collaborator.
    pub has_say: bool,
    /// When it was sent, in seconds since 1970 in UTC, where that is known.
    pub at: Option<i64>,
    /// The line that says who wrote it, and when.
    pub head: Span,
    pub body: Span,
}
