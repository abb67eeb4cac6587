//! Files that are no documents and answer a question all the same: manifests that say what a thing is, lists of those who
//! own it, and what gives commands their names. Read line by line: no form is parsed, and a broken file only says less.

use super::Question::{Owner, Purpose};
use super::page::{Page, Said};
use super::read::{is_boilerplate, short};
use super::recipe::{self, Recipes};
use crate::words::address::local;
use crate::words::list::is_among;

/// Where a manifest says in a sentence what it is for.
const DESCRIBED: &[(&str, &[&str])] = &[
    ("package.json", &["\"description\":"]),
    ("composer.json", &["\"description\":"]),
    ("Cargo.toml", &["description ="]),
    ("pyproject.toml", &["description ="]),
    ("setup.cfg", &["description ="]),
    ("Chart.yaml", &["description:"]),
    ("pubspec.yaml", &["description:"]),
    ("galaxy.yml", &["description:"]),
    ("catalog-info.yaml", &["description:"]),
    ("catalog-info.yml", &["description:"]),
];

/// Fewer words are a name.
const ENOUGH: usize = 4;

/// Whether a file may say something, by its name.
pub fn is_read(path: &str) -> bool {
    let name = local::name(path);
    DESCRIBED.iter().any(|(it, _)| *it == name) || matches!(name, "OWNERS" | "MAINTAINERS") || recipe::is_read(name)
}

/// What such a file says.
pub fn read(path: &str, text: &str) -> Page {
    let name = local::name(path);
    let keys = DESCRIBED.iter().find(|(it, _)| *it == name).map_or(&[][..], |(_, keys)| keys);
    let mut page = Page { path: path.to_owned(), recipes: Recipes::of(name, text), ..Page::default() };
    let mut is_list = false;
    for (number, line) in text.lines().take(400).enumerate() {
        let line = line.trim();
        let value = keys.iter().find_map(|key| line.strip_prefix(key)).map(plain);
        let is_told = |value: &&str| {
            value.split_whitespace().count() >= ENOUGH && !is_boilerplate(value) && !only_names(path, value)
        };
        if let Some(value) = value.filter(is_told)
            && !page.said.iter().any(|it| it.question == Purpose)
        {
            page.said.push(said(Purpose, 3, number, value));
        }
        let has_owner = page.said.iter().any(|it| it.question == Owner);
        if name.starts_with("catalog-info") && line.starts_with("owner:") && !has_owner && line.len() > 7 {
            page.said.push(said(Owner, 0, number, line));
        }
        if name == "OWNERS" {
            let is_name = line.starts_with("- ") && is_list;
            is_list = is_name || line.starts_with("approvers:");
            if is_name && !has_owner {
                page.said.push(said(Owner, 1, number, line));
            }
        }
        if name == "MAINTAINERS" && line.contains('@') && !line.starts_with('#') && !has_owner {
            page.said.push(said(Owner, 1, number, line));
        }
    }
    page
}

/// Whether a sentence says no more than the folder is called: "The billing crate for Shop", in `shop-billing`. A library
/// or a proxy is something by itself.
fn only_names(path: &str, value: &str) -> bool {
    const PARTS: &str = "crate package module project workspace component chart helm umbrella";
    const BESIDE: &str = "a an the this our its of for in to with and";
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase().split(|it: char| !it.is_alphanumeric()).map(str::to_owned).collect()
    };
    let names = words(path.rsplit('/').nth(1).unwrap_or_default());
    let said = words(value);
    let is_known = |it: &String| it.is_empty() || is_among(PARTS, it) || is_among(BESIDE, it) || names.contains(it);
    said.iter().any(|it| is_among(PARTS, it)) && said.iter().all(is_known)
}

fn said(question: super::Question, rank: u8, number: usize, quote: &str) -> Said {
    let (headings, leads_to) = (Vec::new(), Vec::new());
    Said { question, rank, line: number + 1, quote: short(quote), headings, leads_to, day: None, is_mention: false }
}

/// A value without quotes and comma.
fn plain(value: &str) -> &str {
    value.trim().trim_end_matches(',').trim_matches(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn manifests_and_lists_say_something() {
        let quote = |path: &str, text: &str| read(path, text).said.first().map(|it| (it.line, it.quote.clone()));
        let cargo = "[package]\nname = \"a\"\ndescription = \"Turns usage records into invoices\"\n";
        assert_eq!(quote("a/Cargo.toml", cargo), Some((3, "Turns usage records into invoices".to_owned())));
        let named = "description = \"The billing crate for Shop\"\n";
        assert_eq!(quote("crates/shop-billing/Cargo.toml", named), None);
        assert!(quote("crates/shop-billing/Cargo.toml", "description = \"a billing library for shop\"\n").is_some());
        assert!(quote("crates/billing/Cargo.toml", named).is_some());
        assert_eq!(quote("a/package.json", "{\n\"description\": \"Shop\",\n}"), None);
        assert_eq!(quote("OWNERS", "reviewers:\n- bo\napprovers:\n- ana\n"), Some((4, "ana".to_owned())));
        assert_eq!(quote("catalog-info.yaml", "spec:\n  owner: team-a\n"), Some((2, "owner: team-a".to_owned())));
    }
}
