//! A stream and a link of its summaries say what one `check` of the same files says.

use std::collections::BTreeSet;
use std::fs;
use std::process::Stdio;

use pingless::link;
use pingless::rule::Catalog;
use serde_json::{Value, json};

use super::repository::{Repository, Run};
use super::{corpora, rows};

/// What is compared of a finding: all that both can tell.
fn told(it: &Value) -> String {
    let place = |range: &Value| json!([range["start"]["offset"], range["end"]["offset"]]);
    let related = |it: &Value| json!([it["path"], it["range"]["start"]["offset"], it["label"]]);
    let related: Vec<Value> = it["related"].as_array().expect("a list").iter().map(related).collect();
    let line = &it["range"]["start"]["line"];
    let words = ["path", "rule", "level", "confidence", "message", "question", "help", "label", "kind", "url"];
    json!([words.map(|key| &it[key]), line, place(&it["range"]), related]).to_string()
}

fn fed(made: &Repository, args: &[&str], input: &str) -> Run {
    let file = made.root.join(".git/in.ndjson");
    fs::write(&file, input).expect("a file");
    let mut command = made.command(env!("CARGO_BIN_EXE_pingless"));
    command.args(args).stdin(Stdio::from(fs::File::open(file).expect("a file")));
    Run::of(&command.output().expect("it runs"))
}

/// Each finding of `check`, and each of `stream` and `link`.
pub fn both(made: &Repository, args: &[&str]) -> [Vec<String>; 2] {
    let report = made.pingless(&[&["check", "--format", "json"], args].concat());
    let report: Value = serde_json::from_str(&report.out).unwrap_or_else(|it| panic!("{it}: {report:?}"));
    let mut checked: Vec<String> = report["diagnostics"].as_array().expect("a list").iter().map(told).collect();
    let paths = report["files"].as_array().expect("a list").iter().map(|it| it["path"].as_str().expect("a path"));
    let owners = pingless::owners::PLACES.iter().filter(|it| made.root.join(it).is_file()).copied();
    let lines: String = paths
        .chain(owners)
        .map(|path| json!({"id": path, "path": path, "text": made.read(path)}).to_string() + "\n")
        .collect();
    let streamed = fed(made, &[&["stream", "--on-disk", "--emit", "diagnostics,summaries"], args].concat(), &lines);
    assert_eq!((streamed.status, streamed.said.as_str()), (0, ""));
    let linked = fed(made, &[&["link"], args].concat(), &streamed.out);
    assert_eq!((linked.status, linked.said.as_str()), (0, ""), "{}", linked.out);
    let alone = rows(&streamed).into_iter().flat_map(|row| row["diagnostics"].as_array().cloned().expect("a list"));
    let mut found: Vec<String> = alone.chain(rows(&linked)).map(|it| told(&it)).collect();
    checked.sort();
    found.sort();
    [checked, found]
}

/// Every example of every page whose rule looks at many documents, as a repository of its own.
#[test]
fn every_rule_of_a_corpus_finds_the_same() {
    let catalog = Catalog::builtin();
    let of_corpus = || catalog.rules.iter().filter(|rule| link::is_of_corpus(rule)).map(|rule| &*rule.id);
    let mut fired: BTreeSet<&str> = BTreeSet::new();
    for corpus in corpora::of_examples(&catalog) {
        let made = Repository::new(&format!("same-{}", corpus.name));
        corpus.files.iter().for_each(|(path, text)| made.write(path, text));
        let [checked, found] = both(&made, &["--pedantic", "--now", &corpus.now]);
        assert_eq!(checked, found, "{}", corpus.name);
        fired.extend(of_corpus().filter(|id| found.iter().any(|it| it.contains(&format!("\"{id}\"")))));
    }
    // The examples have no history, and no row of a stream carries one.
    assert_eq!(fired, of_corpus().filter(|id| *id != "stuck-proposal").collect());
}

/// Any repository of Markdown: `PINGLESS_REPOSITORY=… cargo test --test stream -- --ignored`.
#[test]
#[ignore = "needs a repository, which PINGLESS_REPOSITORY names"]
fn a_real_repository_is_judged_the_same() {
    let root = std::env::var_os("PINGLESS_REPOSITORY").expect("PINGLESS_REPOSITORY names a repository");
    let made = Repository { root: root.into() };
    let [checked, found] = both(&made, &["--isolated", "--pedantic", "--now", "2026-11-20T09:00:00Z"]);
    assert_eq!(checked, found);
    println!("{} findings, the same", found.len());
}
