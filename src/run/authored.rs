//! Whose words the message of a commit holds: only what its author wrote is judged.

use crate::input::git::Commit;
use crate::words::commit;
use crate::words::program::is_program;

/// Who wrote the message of a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authored {
    /// Whoever made the commit: it is judged.
    ByHand,
    /// Git, which put two histories together.
    Merge,
    /// A program.
    Bot,
    /// Git, as a note of the commit that it is to become a part of: it goes away before anybody reads it.
    Fixup,
}

impl Authored {
    pub fn of(commit: &Commit) -> Self {
        match () {
            _ if commit.parents > 1 || commit::is_of_merge(&commit.message) => Self::Merge,
            _ if is_program(&commit.author, &commit.email) => Self::Bot,
            _ if commit::is_made(&commit.message) => Self::Fixup,
            _ => Self::ByHand,
        }
    }
}
