//! What English says: each file one thing that people say, with the words they say it in. What a second language says
//! stands in a folder beside this one; the tools that both are built with are in the folder above, and know no language.

pub mod action;
pub mod addressee;
pub mod ask;
pub mod attempt;
pub mod cause;
pub mod change;
pub mod conversation;
pub mod day;
pub mod deadline;
pub mod deed;
pub mod expectation;
pub mod failure;
pub mod hedge;
pub mod mood;
pub mod needed_by;
pub mod notice;
pub mod person;
pub mod placeholder;
pub mod reason;
pub mod reference;
pub mod remedy;
pub mod status;
pub mod template;
pub mod tradeoff;
pub mod vague_ask;
pub mod verb;
pub mod verification;
