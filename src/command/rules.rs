//! `pingless rules`: every rule, what it asks, and where it looks.

use crate::cli::{ColorArg, ListFormat, RuleArgs, Rules};
use crate::config::Choice;
use crate::report::rules as printer;
use crate::rule::Rule;
use crate::run::Exit;
use crate::run::console::{print, print_mistakes};
use crate::run::setup::Setup;

pub fn run(args: &Rules) -> Exit {
    let setup = match Setup::new(&args.rules) {
        Ok(setup) => setup,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    let RuleArgs { select, ignore, extend_select, .. } = &args.rules;
    let choice = Choice {
        select: (!select.is_empty()).then(|| select.clone()),
        extend_select: extend_select.clone(),
        ignore: ignore.clone(),
    };
    // The list is of all there are: what a configuration chooses among them, `pingless config` shows.
    let rules: Vec<&Rule> = setup.catalog.rules.iter().filter(|rule| choice.of(rule).unwrap_or(true)).collect();
    print(&match args.format {
        ListFormat::Human => printer::human(&rules, &setup.catalog),
        ListFormat::Json => printer::json(&rules, &setup.catalog),
    });
    Exit::Clean
}
