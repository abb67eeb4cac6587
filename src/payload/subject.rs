//! A pull request and an issue as we know them, whoever told us of them.

use crate::change::{self, Author, Change};
use crate::text::{Origin, Source, Written, line_end};
use crate::words::commit;
use crate::words::letters::squeezed;

/// A pull request: its words, and the change that they describe.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PullRequest {
    pub number: Option<u64>,
    pub title: String,
    /// Empty where there is none. Line ends are as they came.
    pub body: String,
    pub change: Change,
    /// Where they are known: an event does not list them.
    pub commits: Option<Vec<Commit>>,
    /// The commit that it builds on, and its own last one.
    pub base: Option<String>,
    pub head: Option<String>,
    /// It comes from another repository than the one that it is for, or from one that is gone.
    pub is_fork: bool,
    pub moments: Moments,
}

/// What an event was about, which somebody may have edited since: a re-run replays the old one.
pub trait Edited: Sized {
    fn number(&self) -> Option<u64>;

    /// Takes over what the forge says of it by now.
    fn update(&mut self, live: Self);
}

/// A commit with its whole message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    pub id: String,
    pub message: String,
    pub written: Option<Written>,
}

/// An issue: its words, and who wrote them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Issue {
    pub number: Option<u64>,
    pub title: String,
    pub body: String,
    pub author: Option<Author>,
    pub labels: Vec<String>,
    pub moments: Moments,
}

/// When it was opened, and when somebody last touched it: the moment of the event that tells of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moments {
    pub opened: Option<Written>,
    pub touched: Option<Written>,
    /// When its words were written: as it was opened, where nobody is known to have edited them since.
    pub written: Option<Written>,
}

impl Moments {
    /// As a payload writes them.
    pub fn read(opened: Option<&str>, touched: Option<&str>) -> Self {
        let opened = opened.and_then(Written::read);
        Self { opened, touched: touched.and_then(Written::read), written: opened }
    }

    /// The same, if title or body are others than it was opened with: some words are newer than others then, and nobody
    /// knows which.
    pub fn edited_if(self, is_edited: bool) -> Self {
        Self { written: self.written.filter(|_| !is_edited), ..self }
    }

    /// The text with what is known of its time.
    fn beside(self, source: Source) -> Source {
        Source { written: self.written, now: self.touched.or(self.opened).map(|it| it.at), ..source }
    }
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
        self.moments.beside(Source { kind: Some(change::KIND.to_owned()), ..source })
    }
}

impl Edited for PullRequest {
    fn number(&self) -> Option<u64> {
        self.number
    }

    fn update(&mut self, live: Self) {
        reword((&mut self.title, &mut self.body, &mut self.moments), (live.title, live.body, live.moments));
        self.change.is_draft = live.change.is_draft;
        self.change.reviewers = live.change.reviewers.or(self.change.reviewers.take());
    }
}

impl Issue {
    /// What reports call it.
    pub fn name(&self) -> String {
        named("issue", self.number)
    }

    /// Title and body as one text. It has no file: its name is no path.
    pub fn source(&self) -> Source {
        self.moments.beside(Source { origin: Origin::Issue, ..source(&self.name(), &self.title, &self.body) })
    }
}

impl Edited for Issue {
    fn number(&self) -> Option<u64> {
        self.number
    }

    fn update(&mut self, live: Self) {
        reword((&mut self.title, &mut self.body, &mut self.moments), (live.title, live.body, live.moments));
        self.labels = live.labels;
    }
}

/// Takes over newer words, and when somebody last touched them.
fn reword(
    (title, body, moments): (&mut String, &mut String, &mut Moments),
    (new_title, new_body, live): (String, String, Moments),
) {
    *moments = moments.edited_if((&new_title, &new_body) != (&*title, &*body));
    moments.touched = live.touched.or(moments.touched);
    (*title, *body) = (new_title, new_body);
}

impl Commit {
    /// The message, named by the first digits of its commit.
    pub fn source(&self) -> Source {
        let short: String = self.id.chars().take(7).collect();
        Source { written: self.written, ..commit::source(commit::name(&short, &self.message), self.message.clone()) }
    }
}

fn named(word: &str, number: Option<u64>) -> String {
    number.map_or_else(|| word.to_owned(), |number| format!("{word} #{number}"))
}

fn source(name: &str, title: &str, body: &str) -> Source {
    let text = format!("{}{body}", head(title, body));
    Source::new(name, text, Origin::Message)
}

/// What stands before the body, with line ends as in there. A title is one line, whatever its sender put into it.
pub fn head(title: &str, body: &str) -> String {
    let title = squeezed(title);
    let end = line_end(body);
    if title.is_empty() { String::new() } else { format!("# {title}{end}{end}") }
}
