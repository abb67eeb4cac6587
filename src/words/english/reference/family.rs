//! What vague references point at, and what their reader asks.

/// What a vague reference points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// "the export thing"
    Thing,
    /// "that ticket"
    Artefact,
    /// "as discussed"
    Talk,
    /// "was discussed last week"
    EarlierTalk,
    /// "you know the one"
    Shared,
    /// "one of her pull requests", "Omar's reply"
    Owned,
    /// "the steps shown on the last slide"
    Shown,
}

impl Family {
    pub const ALL: [Family; 7] = [
        Family::Thing,
        Family::Artefact,
        Family::Talk,
        Family::EarlierTalk,
        Family::Shared,
        Family::Owned,
        Family::Shown,
    ];

    /// What the reader cannot know, in a few words.
    pub fn unknown(self) -> &'static str {
        match self {
            Family::Thing => "which thing?",
            Family::Artefact | Family::Owned => "which one?",
            Family::Talk | Family::EarlierTalk => "where is it written?",
            Family::Shared => "only who was there knows",
            Family::Shown => "and what does it show?",
        }
    }

    /// What the reader will send back.
    pub fn question(self) -> &'static str {
        match self {
            Family::Thing => "Which thing do you mean?",
            Family::Artefact | Family::Owned => "Which one is meant, and where do I find it?",
            Family::Talk | Family::EarlierTalk => "What was said, and where can I read it?",
            Family::Shared => "What is meant, for somebody who was not there?",
            Family::Shown => "What stood there, for somebody who did not see it?",
        }
    }
}
