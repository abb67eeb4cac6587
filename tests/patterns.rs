//! What patterns are made of is known when the program is built: one that is not in `expressions.json` is read and compiled
//! in every run, which takes longer than to read a message.
//! `SNAPSHOTS=overwrite cargo test --test patterns` writes the list anew.

#[path = "ast/texts.rs"]
#[allow(dead_code, reason = "others read the files, too")]
mod texts;

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

use clap::Parser;
use pingless::cli::Cli;
use pingless::command;
use pingless::config::Policy;
use pingless::examples;
use pingless::lint;
use pingless::rule::Catalog;
use pingless::text::Source;
use pingless::words::pattern;
use rayon::prelude::*;

/// Reads all examples, each as its page means it and as a text of its own, and a folder as a run does, which also holds
/// texts against each other.
fn read_all(root: &Path) {
    let catalog = Catalog::builtin();
    let policy = Policy { pedantic: true, ..Policy::default() };
    texts::examples().into_par_iter().for_each(|(name, text)| {
        lint::check(&Source::file(&name, text), &catalog, &policy);
    });
    texts::files().par_iter().for_each(|(name, text)| {
        let page = name.strip_prefix("tests/cases/").and_then(|it| catalog.page(it.strip_suffix(".md")?));
        let cases = page.and_then(|it| it.with_cases(name, text).ok());
        cases.iter().for_each(|it| drop(examples::run(it, &catalog)));
    });
    catalog.pages.par_iter().for_each(|it| drop(examples::run(it, &catalog)));
    let folder = tempfile::tempdir().expect("there is room");
    let (report, rules) = (folder.path().join("report.json"), root.join("rules"));
    let args = ["pingless", "check", "--isolated", "--pedantic", "--exit-zero", "--quiet", "--output-file"];
    let paths = [report, rules].map(|it| it.into_os_string());
    command::run(Cli::parse_from(args.map(Into::into).into_iter().chain(paths)).command);
}

#[test]
fn the_list_holds_every_expression() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    read_all(root);
    let used = pattern::used();
    let path = root.join("src/words/pattern/expressions.json");
    if env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        let written = serde_json::to_string_pretty(&used).expect("a list of texts") + "\n";
        return fs::write(&path, written).expect("expressions.json can be written");
    }
    let listed = fs::read_to_string(&path).expect("there is a list");
    let listed: BTreeSet<String> = serde_json::from_str(&listed).expect("a list of texts");
    let missing: Vec<&String> = used.difference(&listed).collect();
    assert!(missing.is_empty(), "not in the list: {missing:#?}\nSNAPSHOTS=overwrite cargo test --test patterns");
}
