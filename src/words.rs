//! Language without structure: sentences, phrases, headings, dates, people, requests.
//! Works on plain strings; knows nothing of Markdown, documents or rules.

pub mod action;
pub mod address;
pub mod addressee;
pub mod assignment;
pub mod attempt;
pub mod cause;
pub mod change;
pub mod date;
pub mod day;
pub mod deadline;
pub mod deed;
pub mod expectation;
pub mod failure;
pub mod file_name;
pub mod heading;
pub mod language;
pub mod log;
pub mod mood;
pub mod needed_by;
pub mod output;
pub mod pattern;
pub mod person;
pub mod phrase;
pub mod placeholder;
pub mod platform;
pub mod plea;
pub mod reason;
pub mod remedy;
pub mod sentence;
pub mod tracker;
pub mod tradeoff;
pub mod verb;
pub mod verification;
pub mod version;
