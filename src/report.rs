//! One report, printed in the form that was asked for. Printers only read; nothing here judges.

pub mod allows;
pub mod baseline;
mod before;
pub mod cap;
pub mod concise;
pub mod escape;
pub mod explain;
pub mod first;
pub mod gfm;
pub mod github;
mod group;
pub mod human;
pub mod inspect;
pub mod json;
mod place;
pub mod replay;
pub mod rules;
pub mod sarif;
mod snippet;
pub mod summary;
mod uri;
pub mod url;

use crate::rule::Catalog;
use crate::settle::Report;
use cap::Cap;

/// The forms of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Comment,
    Concise,
    Github,
    Human,
    Json,
    JsonLines,
    Sarif,
    Summary,
}

/// What is known of those who will read a report.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    pub cap: Cap,
    /// They see colours.
    pub color: bool,
}

/// The report as text, ready for where it goes.
pub fn print(report: &Report, catalog: &Catalog, format: Format, look: &Look) -> String {
    match format {
        Format::Comment => gfm::comment::print(report, catalog, &look.cap),
        Format::Concise => concise::print(report, &look.cap),
        Format::Github => github::print(report, catalog, &look.cap),
        Format::Human => human::print(report, &look.cap, look.color),
        Format::Json => json::print(report, catalog),
        Format::JsonLines => json::lines(report, catalog),
        Format::Sarif => sarif::print(report, catalog),
        Format::Summary => gfm::summary::print(report, catalog, &look.cap),
    }
}
