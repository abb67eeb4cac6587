//! Shapes that show a slot without naming it: numbered steps, a log, a clock time with its zone.
//! A page lists them by name; each is one function from a document to the places where it is seen.

mod action;
mod ask;
mod change;
mod code;
mod decision;
mod environment;
mod expected;
mod failure;
mod hypothesis;
mod line;
mod log;
mod opening;
mod people;
mod picture;
mod reference;
mod remedy;
mod request;
mod said;
mod steps;
mod testing;
mod time;
mod version;
mod wish;

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

/// Every shape that a page may name.
pub static SHAPES: &[Shape] = &[
    Shape { name: "action-items", find: action::items },
    Shape { name: "addressee", find: request::named_addressee },
    Shape { name: "announced-steps", find: steps::announced },
    Shape { name: "anybody", find: request::anybody },
    Shape { name: "ask", find: ask::plea },
    Shape { name: "asking-title", find: ask::question },
    Shape { name: "background", find: request::background },
    Shape { name: "cause", find: hypothesis::cause },
    Shape { name: "change", find: change::what },
    Shape { name: "change-detail", find: reference::detail },
    Shape { name: "change-means", find: change::how },
    Shape { name: "clock-time", find: time::clock_times },
    Shape { name: "code-block", find: code::block },
    Shape { name: "command-line", find: steps::command_line },
    Shape { name: "comparisons", find: decision::comparisons },
    Shape { name: "condition", find: steps::condition },
    Shape { name: "contrast", find: expected::contrast },
    Shape { name: "costs", find: decision::costs },
    Shape { name: "date", find: time::dated },
    Shape { name: "dated-slug", find: time::dated_slug },
    Shape { name: "each-action-dated", find: action::all_dated },
    Shape { name: "each-action-owned", find: action::all_owned },
    Shape { name: "effects", find: decision::effects },
    Shape { name: "expectation", find: expected::norm },
    Shape { name: "failure", find: failure::told },
    Shape { name: "gains", find: decision::gains },
    Shape { name: "hurry", find: request::hurry },
    Shape { name: "image", find: picture::image },
    Shape { name: "issue-reference", find: reference::issue },
    Shape { name: "listed-steps", find: steps::listed },
    Shape { name: "long-question", find: request::long_question },
    Shape { name: "look-up", find: request::lookup },
    Shape { name: "narrated-steps", find: steps::narrated },
    Shape { name: "needed-by", find: request::needed_by },
    Shape { name: "opening-paragraph", find: opening::paragraph },
    Shape { name: "open-question", find: ask::open_question },
    Shape { name: "options", find: decision::options },
    Shape { name: "own-words", find: reference::own_words },
    Shape { name: "people-present", find: people::present },
    Shape { name: "people-with-initials", find: people::with_initials },
    Shape { name: "picture", find: picture::shown },
    Shape { name: "platform", find: environment::named },
    Shape { name: "program-output", find: log::output },
    Shape { name: "reason", find: change::why },
    Shape { name: "reasons", find: decision::reasons },
    Shape { name: "rejection", find: decision::rejection },
    Shape { name: "remedy", find: remedy::proposed },
    Shape { name: "runnable-link", find: code::runnable },
    Shape { name: "searchable-name", find: request::searchable },
    Shape { name: "some-action-dated", find: action::some_dated },
    Shape { name: "some-action-owned", find: action::some_owned },
    Shape { name: "source", find: code::source },
    Shape { name: "source-block", find: code::source_block },
    Shape { name: "statement", find: failure::statement },
    Shape { name: "tests-mentioned", find: testing::mentioned },
    Shape { name: "tests-run", find: testing::told },
    Shape { name: "time-zone", find: time::zone },
    Shape { name: "timeline", find: time::timeline },
    Shape { name: "tried", find: request::tried },
    Shape { name: "version", find: version::named },
    Shape { name: "wish", find: wish::told },
];

pub fn named(name: &str) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.name == name)
}
