//! Fixes: what is applied, that a second time changes nothing, that nothing else changes, and how files are written.

#[path = "fix/core.rs"]
mod core;
#[path = "fix/day.rs"]
mod day;
#[path = "fix/examples.rs"]
mod examples;
#[path = "fix/file.rs"]
mod file;
#[path = "fix/list.rs"]
mod list;
#[path = "fix/patch.rs"]
mod patch;
mod repository;
#[path = "fix/run.rs"]
mod run;
