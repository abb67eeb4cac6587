//! The litmus test as one versioned JSON object. Every key is always there; what is not known is null.

mod figures;

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::litmus::trend::{Point, Trend};
use crate::litmus::{self as test, Authors, By, Evidence, Litmus};
use crate::report::harmless;
use crate::report::json::{TOOL, Tool};
use figures::Figures;

/// What `pingless litmus --format json` prints.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Litmus test of a repository")]
struct Report<'l> {
    /// It grows when a field changes its meaning or goes.
    version: u32,
    tool: Tool,
    /// The moment that it is about; null where nobody knows one.
    now: Option<String>,
    /// Documents that were read.
    documents: usize,
    /// Documents in forms that are not read, such as reStructuredText.
    unread: usize,
    answered: Share,
    /// By their names.
    systems: Vec<System<'l>>,
    figures: Figures,
    /// How it came to this, the oldest commit first; null without `--since`.
    trend: Option<Vec<Moment<'l>>>,
}

/// A part of a whole.
#[derive(Serialize, JsonSchema)]
struct Share {
    part: usize,
    all: usize,
    /// Rounded down; of nothing it is 100.
    percent: usize,
}

/// A part of the repository that somebody may have to pick up.
#[derive(Serialize, JsonSchema)]
struct System<'l> {
    name: &'l str,
    /// Its folders from the root; the root itself is empty.
    paths: &'l [String],
    by: Known,
    /// Documents that belong to it.
    documents: usize,
    /// How many people changed it in the twelve months before `now`; null where no history tells.
    authors: Option<Crowd>,
    answered: Share,
    /// Those that are asked of it.
    questions: Vec<Question<'l>>,
}

/// How it is known that something is a system.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Known {
    Configuration,
    Codeowners,
    Folder,
    Repository,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Crowd {
    AtLeastThree,
    FewerThanThree,
}

#[derive(Serialize, JsonSchema)]
struct Question<'l> {
    /// Its name in configurations. It stays the same.
    id: &'static str,
    question: &'static str,
    answered: bool,
    /// Null: nobody can tell from the text.
    evidence: Option<Place<'l>>,
    /// Where an answer would be written.
    write: &'static str,
}

/// A place that answers a question.
#[derive(Serialize, JsonSchema)]
struct Place<'l> {
    /// From the root of the repository.
    path: &'l str,
    /// From 1.
    line: usize,
    /// What stands there, in one short line: the words of a stranger.
    quote: &'l str,
    /// It speaks of the whole repository, and not of this system alone.
    whole_repository: bool,
}

/// The outcome at one commit.
#[derive(Serialize, JsonSchema)]
struct Moment<'l> {
    commit: &'l str,
    /// When it was committed.
    at: String,
    answered: Share,
    systems: Vec<Past<'l>>,
}

/// A system as it was.
#[derive(Serialize, JsonSchema)]
struct Past<'l> {
    name: &'l str,
    answered: Share,
}

pub fn schema() -> Schema {
    crate::report::json::generator().into_root_schema_for::<Report>()
}

/// With how it came to this, where somebody asked.
pub fn print(litmus: &Litmus, trend: Option<&Trend>) -> String {
    let report = Report {
        version: 1,
        tool: TOOL,
        now: litmus.now.map(|it| it.to_string()),
        documents: litmus.documents,
        unread: litmus.unread,
        answered: litmus.answered().into(),
        systems: litmus.systems.iter().map(system).collect(),
        figures: Figures::of(&litmus.figures),
        trend: trend.map(|it| it.points.iter().map(moment).collect()),
    };
    harmless::object(&report)
}

impl From<test::Share> for Share {
    fn from(it: test::Share) -> Self {
        Self { part: it.part, all: it.all, percent: it.percent() }
    }
}

fn system(it: &test::System) -> System<'_> {
    let by = match it.by {
        By::Configuration => Known::Configuration,
        By::Owners => Known::Codeowners,
        By::Folder => Known::Folder,
        By::Repository => Known::Repository,
    };
    let authors = it.authors.map(|it| match it {
        Authors::AtLeastThree => Crowd::AtLeastThree,
        Authors::FewerThanThree => Crowd::FewerThanThree,
    });
    System {
        name: &it.name,
        paths: &it.paths,
        by,
        documents: it.documents,
        authors,
        answered: it.answered().into(),
        questions: it.answers.iter().map(question).collect(),
    }
}

fn question(it: &test::Answer) -> Question<'_> {
    fn place(it: &Evidence) -> Place<'_> {
        Place { path: &it.path, line: it.line, quote: &it.quote, whole_repository: it.is_shared }
    }
    Question {
        id: it.question.id(),
        question: it.question.words(),
        answered: it.evidence.is_some(),
        evidence: it.evidence.as_ref().map(place),
        write: it.question.place(),
    }
}

fn moment(it: &Point) -> Moment<'_> {
    let past = it.systems.iter().map(|(name, of)| Past { name, answered: (*of).into() });
    Moment { commit: &it.commit, at: it.at.to_string(), answered: it.answered().into(), systems: past.collect() }
}
