//! A repository's own templates as contracts: which sections they ask for, and what a text made of it answers.
//! Pure: templates are found and read above. Knows no rule and no level; what a slot asks comes with it.

mod compare;
mod fit;
mod form;
mod hint;
mod outline;
mod printed;

use crate::text::Source;
use crate::words::address::local;
use crate::words::english::status;
use crate::words::{file_name, serial};

pub use compare::{Answered, Compared, Comparison, Standing, compare};
pub use fit::{by_label, fit, made_of};
pub use printed::printed;

/// A template, and what it asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Template {
    /// What reports call it.
    pub path: String,
    /// Where it lies from the root of its repository, as the texts that are held against it say it of themselves.
    place: String,
    pub purpose: Purpose,
    /// How it names itself: its name, title, labels and file name.
    pub about: String,
    pub parts: Vec<Part>,
    /// It is a form, and each answer begins with its label.
    is_form: bool,
    /// All that can be seen in it, folded: what a text looks like that nobody wrote anything into.
    whole: String,
    /// The same with its comments.
    raw: String,
    /// The paragraphs that it says to everybody, folded.
    printed: Vec<String>,
}

/// Which texts are made of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Issue,
    PullRequest,
    /// The documents of the folder that it lies in.
    Folder,
}

/// One thing that a template asks for, under a heading or a label of its own.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    pub label: String,
    /// The label, normalised.
    pub name: String,
    /// From 1.
    pub line: usize,
    pub demand: Demand,
    /// It wants words of the writer's own, and not a choice among given ones.
    is_written: bool,
    /// What has to be ticked below it, folded.
    boxes: Vec<String>,
    /// What stands there before anybody answers, folded.
    hints: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Demand {
    /// It may be left out, or is only there to be ticked.
    Optional,
    /// It is asked for, without a word on whether it may be left out.
    Expected,
    /// The template says that it has to be there.
    Required,
}

impl Demand {
    pub fn word(self) -> &'static str {
        match self {
            Demand::Optional => "optional",
            Demand::Expected => "expected",
            Demand::Required => "required",
        }
    }
}

/// What is wrong with a template, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// From 1.
    pub line: usize,
    pub message: String,
    pub help: String,
}

/// Nobody answers more than this.
const MOST_PARTS: usize = 100;

impl Template {
    /// Reads a template by what its path says it is.
    pub fn parse(source: &Source) -> Result<Self, Malformed> {
        let path = source.name.to_ascii_lowercase();
        let is_form = path.ends_with(".yml") || path.ends_with(".yaml");
        let mut template = if is_form { form::parse(source)? } else { outline::parse(source) };
        template.parts.truncate(MOST_PARTS);
        Ok(template)
    }
}

/// Where a template lies, as evidence of what it is for.
fn place(source: &Source) -> &str {
    source.path().unwrap_or(&source.name)
}

impl Purpose {
    fn of(path: &str) -> Self {
        let path = path.to_ascii_lowercase();
        match () {
            _ if path.contains("pull_request_template") => Purpose::PullRequest,
            _ if path.contains("issue_template") => Purpose::Issue,
            _ => Purpose::Folder,
        }
    }
}

/// Whether a path is one of those at which a repository keeps the templates of its issues and pull requests.
pub fn is_template_path(path: &str) -> bool {
    Purpose::of(path) != Purpose::Folder
}

/// How a template calls itself by its file's name.
fn stem(path: &str) -> &str {
    let name = local::name(path);
    name.split('.').next().unwrap_or_default()
}

/// Whether a file with a number of its own says that it is settled: "0006-move-to-one-template.md" is a decision about a template.
pub fn is_record(source: &Source) -> bool {
    // A day is a number as well.
    const FIRST_LINES: usize = 40;
    let is_mark = |it: char| !it.is_alphanumeric();
    let says = |line: &str| {
        let lower = line.trim_matches(is_mark).to_lowercase();
        let state = lower.strip_prefix("status").unwrap_or(&lower).trim_matches(is_mark);
        let is_open = || matches!(status::standing(state), None | Some(status::Standing::Open));
        !line.contains('|') && status::is_plain(state) && !is_open()
    };
    let has_number = || serial::of_path(&source.name).is_some_and(|it| it.number > 0);
    let is_one = has_number() || file_name::date(&source.name).is_some();
    is_one && source.text.lines().take(FIRST_LINES).any(says)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_settled_record_about_a_template_is_none() {
        let is_record_of = |name: &str, text: &str| is_record(&Source::file(name, text));
        let settled = "# 6. Move to one template\n\n## Status\n\nAccepted\n";
        assert!(is_record_of("docs/adr/0006-move-to-one-template.md", settled));
        assert!(is_record_of("docs/adr/2026-11-20-move-to-one-template.md", "# Move\n\n* Status: accepted\n"));
        assert!(!is_record_of("docs/adr/template.md", settled) && !is_record_of("docs/adr/0000-template.md", settled));
        let open = "# N. Title\n\nStatus: proposed | accepted\n";
        assert!(!is_record_of("docs/adr/0001-template.md", open));
    }
}
