//! One report, printed in the form that was asked for. Printers only read; nothing here judges.

pub mod allows;
pub mod baseline;
mod before;
pub mod cached;
pub mod cap;
pub mod closing;
mod columns;
pub mod concise;
pub mod decisions;
pub mod diff;
mod each;
pub mod elsewhere;
pub mod escape;
pub mod explain;
pub mod facts;
mod form;
pub mod gfm;
pub mod github;
pub mod gitlab;
mod group;
mod harmless;
pub mod html;
pub mod human;
pub mod inspect;
pub mod json;
pub mod junit;
pub mod keys;
pub mod litmus;
mod next_steps;
mod place;
mod quote;
pub mod rdjson;
pub mod rules;
pub mod sarif;
pub mod slots;
mod snippet;
pub mod stream;
pub mod summary_row;
pub mod timings;
pub mod told;
pub mod trial;
pub mod uri;
pub mod url;
pub mod when;

pub use next_steps::next_steps;

use std::io::{self, Write};

use clap::ValueEnum;

use crate::rule::Catalog;
use crate::settle::Report;
use crate::settle::gate::{Gate, Surface};
use cap::Cap;

/// The forms of a report, as a command line names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The one comment for a pull request or an issue, in Markdown: what its own text leaves open; empty where that is nothing
    Comment,
    /// One line a finding
    Concise,
    /// Annotations of GitHub Actions
    Github,
    /// Code Quality of GitLab
    Gitlab,
    /// For people: carets, question, cure
    Human,
    /// One versioned JSON object
    Json,
    /// Each finding as it stands in the JSON report, one a line
    JsonLines,
    /// JUnit: a suite for each document, a failure for each finding
    Junit,
    /// One object for reviewdog
    Rdjson,
    /// One object a finding for reviewdog, each on a line
    Rdjsonl,
    /// SARIF 2.1.0
    Sarif,
    /// The summary of a step of GitHub Actions, in Markdown
    Summary,
}

impl Format {
    /// Whether programs alone read it: no line of it is an order to whoever runs the program.
    pub fn is_for_programs(self) -> bool {
        use Format::{Gitlab, Json, JsonLines, Rdjson, Rdjsonl, Sarif};
        matches!(self, Gitlab | Json | JsonLines | Rdjson | Rdjsonl | Sarif)
    }
}

/// What is known of those who will read a report, and where.
#[derive(Debug, Clone)]
pub struct Look {
    pub cap: Cap,
    /// They see colours.
    pub color: bool,
    /// Their terminal follows links.
    pub links: bool,
    /// The folder of the run, as seen from the root of its repository: empty, or with `/` at its end.
    pub folder: String,
    /// What fails the run.
    pub gate: Gate,
}

impl Look {
    /// For nobody in particular.
    pub fn plain(cap: Cap) -> Self {
        let gate = Gate { surface: Surface::Tree, fail_on: None };
        Self { cap, color: false, links: false, folder: String::new(), gate }
    }

    /// The name of a text as seen from the root of the repository, where it is a file in it.
    fn in_repository(&self, name: &str) -> String {
        let is_elsewhere = name.starts_with('/') || uri::has_drive(name);
        if is_elsewhere {
            return name.to_owned();
        }
        let mut parts: Vec<&str> = self.folder.split('/').filter(|it| !it.is_empty()).collect();
        for part in name.split('/') {
            match part {
                ".." if parts.last().is_some_and(|it| *it != "..") => drop(parts.pop()),
                "." => {}
                part => parts.push(part),
            }
        }
        parts.join("/")
    }
}

/// Writes the report, ready for where it goes. What programs read is written as it is made.
pub fn write(report: &Report, catalog: &Catalog, format: Format, look: &Look, to: &mut dyn Write) -> io::Result<()> {
    let text = match format {
        Format::Concise => return concise::write(report, to),
        Format::Gitlab => return gitlab::write(report, look, to),
        Format::Json => return json::write(report, catalog, to),
        Format::JsonLines => return json::write_lines(report, catalog, to),
        Format::Rdjson => return rdjson::write(report, catalog, to),
        Format::Rdjsonl => return rdjson::write_lines(report, catalog, to),
        Format::Sarif => return sarif::write(report, catalog, look, to),
        Format::Comment => gfm::comment::print(report, catalog, look),
        Format::Github => github::print(report, catalog, look),
        Format::Human => human::print(report, catalog, look),
        Format::Junit => junit::print(report, look.gate),
        Format::Summary => gfm::summary::print(report, catalog, look),
    };
    to.write_all(text.as_bytes())
}

/// The same as text.
pub fn print(report: &Report, catalog: &Catalog, format: Format, look: &Look) -> String {
    let mut out = Vec::new();
    write(report, catalog, format, look, &mut out).expect("there is room for it");
    String::from_utf8(out).expect("a report is text")
}

/// `1 error`, `2 errors`.
pub fn counted(number: usize, word: &str) -> String {
    if number == 1 { format!("1 {word}") } else { format!("{number} {word}s") }
}
