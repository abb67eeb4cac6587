//! Where rules are explained to those who have no pingless at hand: the pages of this repository.

use crate::rule::{Catalog, Check, Rule};

/// Where the project lives.
pub const HOME: &str = "https://github.com/pingless/pingless";

/// The address of a rule's page; a need is explained in a section of the page of its kind. A user's page has none.
pub fn rule(rule: &Rule, catalog: &Catalog) -> Option<String> {
    let page = catalog.pages.get(rule.page).filter(|_| catalog.is_builtin(rule.page))?;
    let section = match &rule.check {
        Check::Need { kind, need } => {
            // Its heading is its name in words, of which GitHub makes the name again.
            format!("#{}", catalog.kind(kind)?.needs[*need].slot.name)
        }
        _ => String::new(),
    };
    Some(format!("{HOME}/blob/main/{}{section}", page.path))
}

/// The address of the page of the rule with this id.
pub fn of(id: &str, catalog: &Catalog) -> Option<String> {
    catalog.rule(id).and_then(|it| rule(it, catalog))
}
