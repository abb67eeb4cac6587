//! Editions: the newest is what the pages say, older ones stay as they were, and a repository that names one sees the
//! same findings whatever the pages say later.

use std::path::Path;
use std::{env, fs};

use pingless::config::edition::{self, Edition};
use pingless::config::{Policies, Policy, Settings};
use pingless::finding::Level;
use pingless::lint;
use pingless::rule::Catalog;
use pingless::settle::Checked;
use pingless::text::Source;

#[test]
fn the_newest_edition_is_what_the_pages_say() {
    let catalog = Catalog::builtin();
    let newest = edition::all().next_back().expect("there is an edition").name;
    let path = format!("src/config/edition/{newest}.tsv");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(&path);
    let expected = edition::table(&catalog);
    if env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        return fs::write(file, expected).expect("it can be written");
    }
    let text = fs::read_to_string(file).expect("each edition has its table");
    let missing = |one: &str, other: &str| -> Vec<String> {
        one.lines().filter(|line| !other.lines().any(|it| it == *line)).map(str::to_owned).collect()
    };
    let (new, old) = (missing(&expected, &text), missing(&text, &expected));
    assert!(
        text == expected,
        "{path}:1: the pages say {new:?} and the table says {old:?}. Where {newest} is released, let the page say \
         `preview: true`, or begin an edition in src/config/edition.rs. Where it is not, write it anew with \
         SNAPSHOTS=overwrite cargo test --test editions"
    );
}

#[test]
fn an_edition_names_rules_that_are_there() {
    let catalog = Catalog::builtin();
    for edition in edition::all() {
        let path = format!("src/config/edition/{}.tsv", edition.name);
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).expect("it has a table");
        for (index, line) in text.lines().enumerate() {
            let rule = line.split('\t').next().unwrap_or_default();
            let place = format!("{path}:{}", index + 1);
            assert!(catalog.rule(rule).is_some(), "{place}: there is no rule `{rule}`; keep its id, or its old name");
            assert!(edition.of(rule).is_some(), "{place}: {line:?} is no row: rule, level, confidence");
        }
    }
}

const TEXT: &str = "The next call is at 9:00 PST on 14 July 2026.\n";
const RULE: &str = "ambiguous-zone";

fn policy(settings: &str) -> Policy {
    Policies::new(&Settings::parse("pingless.toml", settings).expect("it is a configuration")).of(None)
}

fn level(catalog: &Catalog, settings: &str) -> Option<Level> {
    let checked: Checked = lint::check(&Source::unnamed("a.md", TEXT), catalog, &policy(settings));
    checked.findings.iter().find(|it| it.rule == RULE).map(|it| it.level)
}

#[test]
fn an_edition_stays_when_pages_change() {
    const PINNED: &str = "edition = \"2026.1\"\n";
    let mut catalog = Catalog::builtin();
    let at = catalog.rules.iter().position(|rule| rule.id == RULE).expect("it is a rule");
    assert_eq!((level(&catalog, ""), level(&catalog, PINNED)), (Some(Level::Warn), Some(Level::Warn)));
    catalog.rules[at].level = Level::Error;
    assert_eq!((level(&catalog, ""), level(&catalog, PINNED)), (Some(Level::Error), Some(Level::Warn)));
    assert_eq!(level(&catalog, &format!("{PINNED}levels.{RULE} = \"note\"\n")), Some(Level::Note));
    catalog.rules[at].preview = true;
    assert_eq!((level(&catalog, ""), level(&catalog, PINNED)), (None, Some(Level::Warn)));
    assert_eq!(level(&catalog, "preview = true\n"), Some(Level::Error));
}

#[test]
fn what_came_later_is_not_in_an_edition() {
    let mut catalog = Catalog::builtin();
    let edition = Edition::named("2026.1").expect("it is known");
    let at = catalog.rules.iter().position(|rule| rule.id == RULE).expect("it is a rule");
    catalog.rules[at].id = "a-later-rule".into();
    assert!(edition.of("a-later-rule").is_none());
    assert!(policy("").enables(&catalog.rules[at]));
    assert!(!policy("edition = \"2026.1\"\n").enables(&catalog.rules[at]));
    assert!(policy("edition = \"2026.1\"\nextend-select = [\"a-later-rule\"]\n").enables(&catalog.rules[at]));
    // A team's own rule is no part of any edition.
    catalog.rules[at].is_builtin = false;
    assert!(policy("edition = \"2026.1\"\n").enables(&catalog.rules[at]));
}
