//! Shapes that show a slot without naming it: numbered steps, a log, a clock time with its zone.
//! A page lists them by name; each is one function from a document to the places where it is seen.

mod action;
mod ask;
pub mod bare_title;
pub mod change;
pub mod chat;
mod code;
pub(super) mod decision;
mod design;
mod environment;
mod expected;
mod failure;
mod hypothesis;
mod incident;
mod line;
mod log;
mod log_entry;
pub mod open_date;
mod opening;
mod people;
pub mod picture;
mod postmortem;
mod procedure;
pub mod reference;
mod remedy;
mod request;
mod said;
mod status;
mod steps;
pub mod testing;
mod time;
mod version;
mod wish;

pub use procedure::{speaks_of_checking, speaks_of_way_back};

use super::{By, Evidence};
use crate::document::Document;

pub struct Shape {
    pub name: &'static str,
    pub find: fn(&Document) -> Vec<Evidence>,
}

impl std::fmt::Debug for Shape {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(self.name)
    }
}

pub use said::own as sentences;
pub use said::read as said;

/// Every shape that a page may name.
pub static SHAPES: &[Shape] = &[
    Shape { name: "abstract", find: design::summary },
    Shape { name: "action-items", find: action::items },
    Shape { name: "addressee", find: request::named_addressee },
    Shape { name: "announced-steps", find: steps::announced },
    Shape { name: "anybody", find: request::anybody },
    Shape { name: "as-of-clock", find: time::as_of_clock },
    Shape { name: "ask", find: ask::plea },
    Shape { name: "ask-of-reviewer", find: ask::of_reviewer },
    Shape { name: "asserted-title", find: decision::asserted_title },
    Shape { name: "asking-title", find: ask::question },
    Shape { name: "background", find: request::background },
    Shape { name: "bare-command", find: steps::bare_command },
    Shape { name: "byline", find: design::byline },
    Shape { name: "cause", find: hypothesis::cause },
    Shape { name: "change", find: change::what },
    Shape { name: "change-detail", find: reference::detail },
    Shape { name: "change-means", find: change::how },
    Shape { name: "change-size", find: change::size },
    Shape { name: "clock-time", find: time::clock_times },
    Shape { name: "code-block", find: code::block },
    Shape { name: "command-line", find: steps::command_line },
    Shape { name: "comparisons", find: decision::comparisons },
    Shape { name: "contrast", find: expected::contrast },
    Shape { name: "costs", find: decision::costs },
    Shape { name: "date", find: time::dated },
    Shape { name: "dated-events", find: time::dated_events },
    Shape { name: "dated-slug", find: time::dated_slug },
    Shape { name: "each-action-dated", find: action::all_dated },
    Shape { name: "each-action-owned", find: action::all_owned },
    Shape { name: "effect-of-deed", find: steps::effect },
    Shape { name: "effects", find: decision::effects },
    Shape { name: "endpoints", find: procedure::endpoints },
    Shape { name: "escalation", find: procedure::escalation },
    Shape { name: "expectation", find: expected::norm },
    Shape { name: "explanation", find: change::explanation },
    Shape { name: "failure", find: failure::told },
    Shape { name: "gains", find: decision::gains },
    Shape { name: "goals", find: design::goals },
    Shape { name: "header-time", find: time::clock_in_header },
    Shape { name: "header-zone", find: time::zone_in_header },
    Shape { name: "help-elsewhere", find: procedure::help_elsewhere },
    Shape { name: "hint-of-steps", find: steps::hinted },
    Shape { name: "hurry", find: request::hurry },
    Shape { name: "image", find: picture::image },
    Shape { name: "incident-state", find: incident::state },
    Shape { name: "instant", find: time::instant },
    Shape { name: "issue-reference", find: reference::issue },
    Shape { name: "legend", find: log_entry::legend },
    Shape { name: "listed-steps", find: steps::listed },
    Shape { name: "logged-affected", find: log_entry::affected },
    Shape { name: "logged-date", find: log_entry::date },
    Shape { name: "logged-deadline", find: log_entry::deadline },
    Shape { name: "logged-decision", find: log_entry::decision },
    Shape { name: "logged-discussion", find: log_entry::discussion },
    Shape { name: "logged-owner", find: log_entry::owner },
    Shape { name: "logged-reason", find: log_entry::reason },
    Shape { name: "logged-state", find: log_entry::state },
    Shape { name: "long-question", find: request::long_question },
    Shape { name: "look-up", find: request::lookup },
    Shape { name: "many-sections", find: design::many_sections },
    Shape { name: "motive", find: change::motive },
    Shape { name: "motive-hint", find: change::hint },
    Shape { name: "narrated-steps", find: steps::narrated },
    Shape { name: "needed-by", find: request::needed_by },
    Shape { name: "next-meeting", find: time::next_meeting },
    Shape { name: "next-update", find: incident::next_update },
    Shape { name: "noticed", find: postmortem::noticed },
    Shape { name: "occasion", find: steps::occasion },
    Shape { name: "open-incident", find: incident::open },
    Shape { name: "open-question", find: ask::open_question },
    Shape { name: "opening-paragraph", find: opening::paragraph },
    Shape { name: "options", find: decision::options },
    Shape { name: "ordered-steps", find: procedure::ordered },
    Shape { name: "orders", find: procedure::orders },
    Shape { name: "outlook", find: design::outlook },
    Shape { name: "own-words", find: reference::own_words },
    Shape { name: "owning-team", find: design::owning_team },
    Shape { name: "passed-on", find: people::passed_on },
    Shape { name: "people-present", find: people::present },
    Shape { name: "people-with-initials", find: people::with_initials },
    Shape { name: "picture", find: picture::shown },
    Shape { name: "platform", find: environment::named },
    Shape { name: "program-output", find: log::output },
    Shape { name: "promised-update", find: incident::promised_update },
    Shape { name: "reason", find: change::why },
    Shape { name: "reasons", find: decision::reasons },
    Shape { name: "rejection", find: decision::rejection },
    Shape { name: "remedy", find: remedy::proposed },
    Shape { name: "named-code", find: code::named },
    Shape { name: "runnable-link", find: code::runnable },
    Shape { name: "searchable-name", find: request::searchable },
    Shape { name: "settings-block", find: procedure::settings },
    Shape { name: "settled-design", find: decision::settled_design },
    Shape { name: "severe", find: incident::severe },
    Shape { name: "severity-level", find: postmortem::severity },
    Shape { name: "sign-of-steps", find: steps::signed },
    Shape { name: "some-action-dated", find: action::some_dated },
    Shape { name: "some-action-owned", find: action::some_owned },
    Shape { name: "source", find: code::source },
    Shape { name: "source-block", find: code::source_block },
    Shape { name: "state-in-heading", find: status::in_heading },
    Shape { name: "stated-status", find: status::stated },
    Shape { name: "statement", find: failure::statement },
    Shape { name: "subject", find: change::subject },
    Shape { name: "tests-mentioned", find: testing::mentioned },
    Shape { name: "tests-run", find: testing::told },
    Shape { name: "time-to-detect", find: time::to_detect },
    Shape { name: "time-to-restore", find: time::to_restore },
    Shape { name: "time-zone", find: time::zone },
    Shape { name: "timeline", find: time::timeline },
    Shape { name: "told-steps", find: steps::told },
    Shape { name: "tried", find: request::tried },
    Shape { name: "typed-commands", find: procedure::typed },
    Shape { name: "verified", find: procedure::verified },
    Shape { name: "verified-in-part", find: procedure::verified_in_part },
    Shape { name: "version", find: version::named },
    Shape { name: "way-back", find: procedure::way_back },
    Shape { name: "wish", find: wish::told },
    Shape { name: "workaround", find: incident::workaround },
];

pub fn named(name: &str) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.name == name)
}

/// What can be tried, searched for or looked at: a text with one of these says something, whatever else it leaves out.
pub const TANGIBLE: &[&str] = &[
    "announced-steps",
    "code-block",
    "command-line",
    "image",
    "issue-reference",
    "listed-steps",
    "narrated-steps",
    "picture",
    "program-output",
    "remedy",
    "searchable-name",
    "source",
];

/// Whether a text shows one of several shapes. A name that is none shows nothing.
pub fn shows(doc: &Document, names: &[&str]) -> bool {
    debug_assert!(names.iter().all(|name| named(name).is_some()), "no such shape among {names:?}");
    SHAPES.iter().any(|shape| names.contains(&shape.name) && !(shape.find)(doc).is_empty())
}
