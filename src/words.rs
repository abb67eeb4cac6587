//! Language without structure: sentences, phrases, headings, dates, people, requests.
//! Works on plain strings; knows nothing of Markdown, documents or rules.

pub mod action;
pub mod assignment;
pub mod date;
pub mod day;
pub mod deadline;
pub mod file_name;
pub mod heading;
pub mod language;
pub mod log;
pub mod mood;
pub mod person;
pub mod phrase;
pub mod sentence;
pub mod tradeoff;
pub mod verb;
