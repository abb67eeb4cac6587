//! `pingless schema`: the JSON Schema of what we read and of what we print.

use crate::cli::SchemaOf;
use crate::report::{allows, decisions, facts, inspect, json, litmus, rules, stream, trial, when};
use crate::run::Exit;
use crate::run::console::hand_out;

pub fn run(of: SchemaOf) -> Exit {
    let schema = match of {
        SchemaOf::Config => schemars::schema_for!(crate::config::Settings),
        SchemaOf::Facts => facts::schema(),
        SchemaOf::Decisions => decisions::schema(),
        SchemaOf::When => when::schema(),
        SchemaOf::Allows => allows::schema(),
        SchemaOf::Rules => rules::schema(),
        SchemaOf::Trial => trial::schema(),
        SchemaOf::Inspect => inspect::schema(),
        SchemaOf::Link => stream::link_schema(),
        SchemaOf::Stream => stream::schema(),
        SchemaOf::StreamInput => schemars::schema_for!(crate::payload::line::Form),
        SchemaOf::Litmus => litmus::schema(),
        SchemaOf::Thread => schemars::schema_for!(crate::payload::thread::ndjson::LineForm),
        SchemaOf::Report => json::schema(),
    };
    hand_out(&(serde_json::to_string_pretty(&schema).expect("a schema is plain JSON") + "\n"));
    Exit::Clean
}
