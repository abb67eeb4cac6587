//! `pingless explain`: a page, as its reader wants it.

use crate::cli::{ColorArg, RuleArgs};
use crate::config::{Settings, did_you_mean};
use crate::report::{explain, keys, rules};
use crate::rule::{Catalog, Page, Rule};
use crate::run::Exit;
use crate::run::console::{complain, hand_over, print, print_mistakes};
use crate::run::setup::Setup;

/// By this word the keys of a configuration are explained, unless a page of a team is called so.
const CONFIG: &str = "config";

pub fn run(name: &str, as_written: bool) -> Exit {
    // What is ours is explained also where a team's own pages cannot be read: their errors lead here.
    let ours = Catalog::builtin();
    if let Some(page) = asked(&ours, name) {
        return show(page, name, &ours, as_written);
    }
    let setup = match Setup::new(&RuleArgs::default()) {
        Ok(setup) => setup,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    match asked(&setup.catalog, name) {
        Some(page) => show(page, name, &setup.catalog, as_written),
        None if name == CONFIG && !as_written => {
            let schema = serde_json::to_value(schemars::schema_for!(Settings)).expect("a schema is plain JSON");
            print(&keys::human(&schema));
            Exit::Clean
        }
        // A group has no page: its rules are what it is.
        None if as_written && (name == CONFIG || setup.catalog.is_selector(name)) => {
            complain(&format!("`{name}` has no page"), "leave out `--page`")
        }
        None if setup.catalog.is_selector(name) => {
            let rules: Vec<&Rule> = setup.catalog.rules.iter().filter(|it| it.is_selected_by(name)).collect();
            print(&rules::human(&rules, &setup.catalog));
            Exit::Clean
        }
        None => {
            let kinds: Vec<&str> = setup.catalog.kind_names().collect();
            let known = setup.catalog.rules.iter().map(|rule| &*rule.id).chain(kinds.iter().copied());
            let all = format!("`pingless rules` lists all rules; kinds are {}", kinds.join(", "));
            let help = did_you_mean(name, known, &all);
            complain(&format!("there is no rule or kind `{name}`"), &help)
        }
    }
}

/// The page of a rule or a kind. A need is explained by the page of its kind.
fn asked<'c>(catalog: &'c Catalog, name: &str) -> Option<&'c Page> {
    catalog.page(name).or_else(|| Some(&catalog.pages[catalog.rule(name)?.page]))
}

fn show(page: &Page, name: &str, catalog: &Catalog, as_written: bool) -> Exit {
    match catalog.rule(name).filter(|rule| rule.id != page.id) {
        _ if as_written => hand_over(&page.text),
        Some(need) => print(&explain::need(need, page, catalog)),
        None => print(&explain::page(page, catalog)),
    }
    Exit::Clean
}
