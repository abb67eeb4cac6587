//! Where rules are explained to those who have no pingless at hand: the pages of this repository.

use crate::rule::{Catalog, Check, Page, Rule};

/// Where the project lives.
pub const HOME: &str = "https://github.com/pingless/pingless";

/// The address of a rule's page; a need is explained in a section of the page of its kind. A user's page has none.
pub fn rule(rule: &Rule, catalog: &Catalog) -> Option<String> {
    let page = catalog.pages.get(rule.page).filter(|_| catalog.is_builtin(rule.page))?;
    let section = match &rule.check {
        Check::Need { kind, need } => {
            // Its heading is its name in words, of which GitHub makes the name again.
            let name = &catalog.kind(kind)?.needs[*need].name;
            if has_section(page, name) { format!("#{name}") } else { String::new() }
        }
        _ => String::new(),
    };
    Some(format!("{HOME}/blob/main/{}{section}", page.path))
}

/// The address of the page of the rule with this id.
pub fn of(id: &str, catalog: &Catalog) -> Option<String> {
    catalog.rule(id).and_then(|it| rule(it, catalog))
}

/// Whether a section explains a need; headings inside of examples are none of the page.
fn has_section(page: &Page, need: &str) -> bool {
    let mut is_example = false;
    page.body().lines().any(|line| {
        is_example ^= line.starts_with("````");
        let title = line.strip_prefix("## ").filter(|_| !is_example);
        title.is_some_and(|it| it.trim().to_ascii_lowercase().replace(' ', "-") == need)
    })
}
