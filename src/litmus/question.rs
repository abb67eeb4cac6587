//! What somebody has to know who picks up a system that they never saw, and where the answer would be written.
//! Knows nothing of how an answer is found.

/// A question to a system, in the order in which somebody asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    Purpose,
    Owner,
    Run,
    Test,
    Deploy,
    Notice,
    Undo,
    Decisions,
    InFlight,
    Holder,
    Blocked,
    Ask,
    Reply,
}

impl Question {
    pub const ALL: [Question; 13] = [
        Question::Purpose,
        Question::Owner,
        Question::Run,
        Question::Test,
        Question::Deploy,
        Question::Notice,
        Question::Undo,
        Question::Decisions,
        Question::InFlight,
        Question::Holder,
        Question::Blocked,
        Question::Ask,
        Question::Reply,
    ];

    /// Its name in configurations and reports. It stays the same.
    pub fn id(self) -> &'static str {
        match self {
            Question::Purpose => "purpose",
            Question::Owner => "owner",
            Question::Run => "run",
            Question::Test => "test",
            Question::Deploy => "deploy",
            Question::Notice => "notice",
            Question::Undo => "undo",
            Question::Decisions => "decisions",
            Question::InFlight => "in-flight",
            Question::Holder => "holder",
            Question::Blocked => "blocked",
            Question::Ask => "ask",
            Question::Reply => "reply",
        }
    }

    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }

    /// In the words of whoever picks the system up.
    pub fn words(self) -> &'static str {
        match self {
            Question::Purpose => "What is it?",
            Question::Owner => "Who owns it?",
            Question::Run => "How do I run or use it?",
            Question::Test => "How do I test it?",
            Question::Deploy => "How do I deploy or release it?",
            Question::Notice => "How do I notice that it is broken?",
            Question::Undo => "How do I undo a change that went wrong?",
            Question::Decisions => "What was decided, and why?",
            Question::InFlight => "What is in flight?",
            Question::Holder => "Who has what is in flight?",
            Question::Blocked => "What is blocked, and by what?",
            Question::Ask => "Where do I ask?",
            Question::Reply => "When does an answer come?",
        }
    }

    /// Where an answer would be written.
    pub fn place(self) -> &'static str {
        match self {
            Question::Purpose => "what it does and for whom, in a sentence under the title of its README",
            Question::Owner => "a line in CODEOWNERS, or `Owner:` at the top of its README",
            Question::Run => "a section `Running` in its README, with the command",
            Question::Test => "a section `Testing` in its README, with the command",
            Question::Deploy => "a section `Deployment` in its README, or a how-to, with the command",
            Question::Notice => "a section `Monitoring` in its README, or a run-book for each alert",
            Question::Undo => "a section `Rollback` in its run-book, with the command",
            Question::Decisions => "a decision record: `pingless new adr`",
            Question::InFlight => "a status update with a date: `pingless new status-update`",
            Question::Holder => "a name behind each item of the status update",
            Question::Blocked => "a line `Blocked:` in the status update, be it `none`",
            Question::Ask => "a section `Support` in its README, with the channel",
            Question::Reply => "beside the channel: `answers within one working day`",
        }
    }
}
