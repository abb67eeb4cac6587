//! One report, printed in the form that was asked for. Printers only read; nothing here judges.

pub mod concise;
pub mod escape;
pub mod explain;
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

use crate::rule::Catalog;
use crate::settle::Report;

/// The forms of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Human,
    Concise,
    Json,
    Sarif,
}

/// The report as text, ready for standard output.
pub fn print(report: &Report, catalog: &Catalog, format: Format, color: bool) -> String {
    match format {
        Format::Human => human::print(report, color),
        Format::Concise => concise::print(report),
        Format::Json => json::print(report),
        Format::Sarif => sarif::print(report, catalog),
    }
}
