//! What `.github/SECURITY.md` claims, one test a claim: a stranger's text, page, configuration, event, name or object runs
//! nothing, reads nothing outside, fetches nothing and moves no terminal.
#![cfg(unix)]

#[path = "security/claims.rs"]
mod claims;
#[path = "security/git.rs"]
mod git;
#[path = "security/names.rs"]
mod names;
#[path = "security/outside.rs"]
mod outside;
mod repository;
#[path = "security/terminal.rs"]
mod terminal;
