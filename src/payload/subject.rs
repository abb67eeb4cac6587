//! A pull request and an issue as we know them, whoever told us of them.

use crate::change::{self, Author, Change};
use crate::text::{Origin, Source};
use crate::words::commit;

/// A pull request: its words, and the change that they describe.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PullRequest {
    pub number: Option<u64>,
    pub title: String,
    /// Empty where there is none. Line ends are as they came.
    pub body: String,
    pub change: Change,
    pub labels: Vec<String>,
    /// Where they are known: an event does not list them.
    pub commits: Option<Vec<Commit>>,
    /// The commit that it builds on, and its own last one.
    pub base: Option<String>,
    pub head: Option<String>,
    /// It comes from another repository than the one that it is for, or from one that is gone.
    pub is_fork: bool,
}

/// A commit with its whole message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    pub id: String,
    pub message: String,
}

/// An issue: its words, and who wrote them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Issue {
    pub number: Option<u64>,
    pub title: String,
    pub body: String,
    pub author: Option<Author>,
    pub labels: Vec<String>,
}

/// Signs in a title by which forges and people mark what is not done yet.
const DRAFT: &[&str] = &["draft:", "wip:", "[draft]", "[wip]", "(draft)", "(wip)"];

impl PullRequest {
    /// A draft by its title is one, whatever the forge calls it.
    pub fn marked(mut self) -> Self {
        let title = self.title.trim_start().to_lowercase();
        self.change.is_draft |= DRAFT.iter().any(|it| title.starts_with(it));
        self
    }

    /// What reports call it.
    pub fn name(&self) -> String {
        named("pull request", self.number)
    }

    /// Title and body as one text. It has no file: its name is no path.
    pub fn source(&self) -> Source {
        let source = source(&self.name(), &self.title, &self.body);
        Source { kind: Some(change::KIND.to_owned()), ..source }
    }

    /// What may have been edited since the event: a re-run replays the old one.
    pub fn update(&mut self, live: PullRequest) {
        self.title = live.title;
        self.body = live.body;
        self.change.is_draft = live.change.is_draft;
    }
}

impl Issue {
    /// What reports call it.
    pub fn name(&self) -> String {
        named("issue", self.number)
    }

    /// Title and body as one text. It has no file: its name is no path.
    pub fn source(&self) -> Source {
        Source { origin: Origin::Issue, ..source(&self.name(), &self.title, &self.body) }
    }

    /// What may have been edited since the event: a re-run replays the old one.
    pub fn update(&mut self, live: Issue) {
        self.title = live.title;
        self.body = live.body;
        self.labels = live.labels;
    }
}

impl Commit {
    /// The message, named by the first digits of its commit.
    pub fn source(&self) -> Source {
        let short: String = self.id.chars().take(7).collect();
        commit::source(format!("commit {short}"), self.message.clone())
    }
}

fn named(word: &str, number: Option<u64>) -> String {
    number.map_or_else(|| word.to_owned(), |number| format!("{word} #{number}"))
}

fn source(name: &str, title: &str, body: &str) -> Source {
    let text = format!("{}{body}", head(title));
    Source { name: name.to_owned(), text, origin: Origin::Message, kind: None }
}

/// What stands before the body. A title is one line, whatever its sender put into it.
pub fn head(title: &str) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() { String::new() } else { format!("# {title}\n\n") }
}
