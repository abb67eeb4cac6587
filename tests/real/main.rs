//! Our reports, workflows, hooks and packages in the hands of programs that other people wrote. `.ci/real-clients`
//! installs them; what is not there is skipped by its name.

mod assistants;
mod client;
#[path = "../stream/corpora.rs"]
#[allow(dead_code, reason = "the engines ask for no moment")]
mod corpora;
mod editors;
mod engines;
mod events;
mod hooks;
mod json_schema;
mod logs;
mod multitool;
mod packages;
mod page;
mod readme;
#[path = "../report/sample.rs"]
mod sample;
mod vscode;
mod workflows;
