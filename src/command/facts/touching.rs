//! `pingless facts --touching PATH`: what two teams have to go through who depend on each other.

use std::path::Path;

use super::no_rows;
use crate::cli::{Facts, FactsFormat};
use crate::corpus::ledger::Fact;
use crate::input::name_of;
use crate::report::facts::agenda;
use crate::run::Exit;
use crate::run::console::{complain, print};
use crate::run::facts::{Gathered, Repository, seat};

pub fn run(args: &Facts, path: &Path, gathered: &Gathered, facts: &[Fact]) -> Result<Exit, Exit> {
    let (_, below) = seat(path);
    let is_read = |it: &Repository| it.summaries.iter().any(|it| it.path == below);
    if !gathered.repositories.iter().any(is_read) {
        let shown = name_of(path);
        let message = match path.exists() {
            true => format!("`{shown}` is not among the texts that are read"),
            false => format!("there is no file `{shown}`"),
        };
        return Err(complain(&message, "name a file below the paths, one that declares a fact or relies on one"));
    }
    let touched: Vec<&Fact> = facts.iter().filter(|it| it.touches(&below)).collect();
    match args.format {
        FactsFormat::Human => print(&agenda::human(&name_of(path), &below, &touched)),
        FactsFormat::Json => print(&agenda::json(&below, &touched)),
        FactsFormat::Csv => return Err(no_rows("an agenda")),
    }
    Ok(Exit::Clean)
}
