//! The reports for programs: every place is counted anew, every byte is harmless, every contract holds.

#[path = "report/cap.rs"]
mod cap;
#[path = "report/concise.rs"]
mod concise;
#[path = "report/elsewhere.rs"]
mod elsewhere;
#[path = "report/exchange.rs"]
mod exchange;
#[path = "report/gfm.rs"]
mod gfm;
#[path = "report/github.rs"]
mod github;
#[path = "report/group.rs"]
mod group;
#[path = "report/hostile.rs"]
mod hostile;
#[path = "report/json.rs"]
mod json;
#[path = "report/listed.rs"]
mod listed;
#[path = "report/machine.rs"]
mod machine;
mod repository;
#[path = "report/run.rs"]
mod run;
#[path = "report/sample.rs"]
mod sample;
#[path = "report/sarif.rs"]
mod sarif;
#[path = "report/schema.rs"]
mod schema;

#[path = "report/url.rs"]
mod url;

use pingless::report::cap::Cap;
use pingless::report::{self, Format, Look};
use pingless::rule::Catalog;
use pingless::settle::Report;

/// Where an offset stands, counted in another way than ours: line, then columns in UTF-8, UTF-16 and characters.
fn counted(text: &str, offset: usize) -> [usize; 4] {
    let before = text[..offset].replace("\r\n", "\n").replace('\r', "\n");
    let line = before.rsplit('\n').next().unwrap_or_default();
    let lines = before.matches('\n').count() + 1;
    // Elsewhere than at the beginning of a text it is a letter.
    let line = line.strip_prefix('\u{feff}').filter(|_| lines == 1).unwrap_or(line);
    [lines, line.len() + 1, line.encode_utf16().count() + 1, line.chars().count() + 1]
}

/// The report as a program reads it, for whom nothing is left out.
fn report_text(report: &Report, catalog: &Catalog, format: Format) -> String {
    report::print(report, catalog, format, &Look::plain(Cap::NONE))
}

/// Whether printing it could do anything but print.
fn is_harmless(text: &str) -> bool {
    let is_fine = |it: char| it == '\n' || !it.is_control() && !"\u{202a}\u{202c}\u{202e}\u{feff}".contains(it);
    text.chars().all(is_fine)
}
