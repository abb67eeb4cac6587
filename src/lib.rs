#![doc = include_str!("ARCHITECTURE.md")]

pub mod later;
pub mod text;

pub mod finding;
pub mod markdown;
pub mod words;

pub mod fact;

pub mod document;

pub mod change;
pub mod kind;
pub mod owners;
pub mod slot;
pub mod thread;
pub mod tree;

pub mod summary;
pub mod template;

pub mod corpus;

pub mod checks;
pub mod rule;

pub mod config;
pub mod link;
pub mod settle;

pub mod fix;
pub mod lint;
pub mod litmus;
pub mod report;
pub mod trial;

pub mod compose;
pub mod payload;

pub mod editor;
pub mod examples;
pub mod input;
pub mod survey;

pub mod cli;

mod run;

pub mod command;
