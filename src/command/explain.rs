//! `pingless explain`: a page, as its reader wants it.

use super::{Exit, complain, hand_over, print, print_mistakes};
use crate::cli::{ColorArg, RuleArgs};
use crate::config::did_you_mean;
use crate::report::explain;

pub fn run(name: &str, as_written: bool) -> Exit {
    let setup = match super::setup::Setup::new(&RuleArgs::default()) {
        Ok(setup) => setup,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    // A need is explained by the page of its kind.
    let page = setup.catalog.page(name).or_else(|| {
        let rule = setup.catalog.rule(name)?;
        Some(&setup.catalog.pages[rule.page])
    });
    match page {
        Some(page) => {
            if as_written {
                hand_over(&page.text)
            } else {
                print(&explain::page(page, &setup.catalog))
            }
            Exit::Clean
        }
        None => {
            let known = setup.catalog.rules.iter().map(|rule| &*rule.id).chain(setup.catalog.kind_names());
            let help = did_you_mean(name, known, "`pingless rules` lists all");
            complain(&format!("there is no rule or kind `{name}`"), &help)
        }
    }
}
