//! Messages of several people about one thing, in their order: what a check of a thread looks at beside its text.
//! Knows no forge and no chat: `payload` makes it.

use crate::text::Span;

/// A thread. One text holds all of its messages, so that a finding may point at several of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Thread {
    pub messages: Vec<Message>,
}

/// One message. `body` is its place in the text of the thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub author: String,
    pub is_bot: bool,
    /// When it was sent, in seconds since 1970 in UTC, where that is known.
    pub at: Option<i64>,
    pub body: Span,
}
