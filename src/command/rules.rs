//! `pingless rules`: every rule, what it asks, and where it looks.

use super::{Exit, print, print_mistakes};
use crate::cli::{ColorArg, ListFormat, Rules};
use crate::report::rules as printer;

pub fn run(args: &Rules) -> Exit {
    let setup = match super::setup::Setup::new(&args.rules) {
        Ok(setup) => setup,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    print(&match args.format {
        ListFormat::Human => printer::human(&setup.catalog),
        ListFormat::Json => printer::json(&setup.catalog),
    });
    Exit::Clean
}
