//! `pingless explain`: a page, as its reader wants it.

use super::{Exit, complain, hand_over, print, print_mistakes};
use crate::cli::{ColorArg, RuleArgs};
use crate::config::did_you_mean;
use crate::report::explain;
use crate::rule::{Catalog, Page};

pub fn run(name: &str, as_written: bool) -> Exit {
    // What is ours is explained also where a team's own pages cannot be read: their errors lead here.
    let ours = Catalog::builtin();
    if let Some(page) = asked(&ours, name) {
        return show(page, &ours, as_written);
    }
    let setup = match super::setup::Setup::new(&RuleArgs::default()) {
        Ok(setup) => setup,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    match asked(&setup.catalog, name) {
        Some(page) => show(page, &setup.catalog, as_written),
        None => {
            let known = setup.catalog.rules.iter().map(|rule| &*rule.id).chain(setup.catalog.kind_names());
            let help = did_you_mean(name, known, "`pingless rules` lists all");
            complain(&format!("there is no rule or kind `{name}`"), &help)
        }
    }
}

/// The page of a rule or a kind. A need is explained by the page of its kind.
fn asked<'c>(catalog: &'c Catalog, name: &str) -> Option<&'c Page> {
    catalog.page(name).or_else(|| Some(&catalog.pages[catalog.rule(name)?.page]))
}

fn show(page: &Page, catalog: &Catalog, as_written: bool) -> Exit {
    match as_written {
        true => hand_over(&page.text),
        false => print(&explain::page(page, catalog)),
    }
    Exit::Clean
}
