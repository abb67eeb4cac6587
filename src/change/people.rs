//! Who opened a pull request or an issue, as far as the forge says.

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Author {
    pub login: String,
    /// It is a program: nobody answers its reader.
    pub is_bot: bool,
    /// How it belongs to the repository, where that is known.
    pub association: Option<Association>,
}

/// How somebody belongs to a repository.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Association {
    /// Owners, members and collaborators.
    Insider,
    /// Something of theirs was merged before.
    Contributor,
    /// Nothing of theirs was ever merged here.
    FirstTime,
}

impl Author {
    /// Whether they were never here before.
    pub fn is_first_time(&self) -> bool {
        self.association == Some(Association::FirstTime)
    }
}

impl Association {
    /// The words of the forge: `author_association`.
    pub fn of(word: &str) -> Option<Self> {
        match word {
            "OWNER" | "MEMBER" | "COLLABORATOR" => Some(Self::Insider),
            "CONTRIBUTOR" => Some(Self::Contributor),
            // `NONE` is somebody of whom nothing was merged.
            "FIRST_TIME_CONTRIBUTOR" | "FIRST_TIMER" | "NONE" => Some(Self::FirstTime),
            _ => None,
        }
    }
}
