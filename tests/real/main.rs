//! Our reports in the hands of programs that other people wrote. `.ci/real-clients` installs them; what is not there
//! is skipped by its name.

mod client;
mod json_schema;
mod logs;
mod multitool;
#[path = "../report/sample.rs"]
mod sample;
