//! The recipes for engines of data, as their users run them: the same findings as `check` in each repository.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use pingless::rule::{Catalog, Check};
use serde_json::{Value, json};

use crate::client;
use crate::corpora;

const NOW: &str = "2026-11-20T09:00:00Z";
const FLAGS: [&str; 4] = ["--isolated", "--pedantic", "--now", NOW];

fn recipe(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real/recipes").join(name)
}

#[track_caller]
fn done(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().expect("it starts");
    let out = String::from_utf8_lossy(&stdout).into_owned();
    assert!(status.success(), "{command:?}: {out}{}", String::from_utf8_lossy(&stderr));
    out
}

/// An empty folder with `texts.ndjson`, a line for each text of each repository below it, and what `check` finds there.
fn texts(name: &str) -> (PathBuf, BTreeSet<String>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("engines").join(name);
    let _ = fs::remove_dir_all(&folder);
    let catalog = Catalog::builtin();
    let (mut lines, mut found) = (String::new(), BTreeSet::new());
    for corpus in corpora::of_examples(&catalog) {
        let repo = format!("\"{}'s\" {}", corpus.name, '\u{e9}');
        let root = folder.join("repositories").join(&corpus.name);
        for (path, text) in &corpus.files {
            let file = root.join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, text).expect("a file");
            lines +=
                &(json!({"id": format!("{repo}/{path}"), "repo": repo, "path": path, "text": text}).to_string() + "\n");
        }
        done(Command::new("git").args(["init", "--quiet"]).current_dir(&root));
        let mut check = Command::new(env!("CARGO_BIN_EXE_pingless"));
        let report =
            check.args(["check", "--format", "json"]).args(FLAGS).current_dir(&root).output().expect("it runs");
        let report: Value = serde_json::from_slice(&report.stdout).expect("JSON");
        for it in report["diagnostics"].as_array().expect("a list") {
            let looks_around = |id: &str| catalog.rule(id).is_some_and(|rule| matches!(rule.check, Check::Tree(_)));
            if !it["rule"].as_str().is_some_and(looks_around) {
                found.insert(told(&repo, it));
            }
        }
    }
    fs::write(folder.join("texts.ndjson"), lines).expect("a file");
    (folder, found)
}

fn told(repo: &str, it: &Value) -> String {
    let range = [&it["range"]["start"]["line"], &it["range"]["start"]["offset"], &it["range"]["end"]["offset"]];
    json!([repo, it["path"], it["rule"], it["level"], it["message"], it["label"], range]).to_string()
}

/// What DuckDB makes of a statement.
fn sql(duckdb: &Path, folder: &Path, statement: &str) -> String {
    done(Command::new(duckdb).arg("-c").arg(statement).current_dir(folder))
}

fn parquet(duckdb: &Path, folder: &Path) {
    sql(duckdb, folder, "COPY (FROM read_json('texts.ndjson')) TO 'texts.parquet' (FORMAT parquet)");
}

/// The findings of a table, one line each.
fn findings(duckdb: &Path, folder: &Path, columns: &str, table: &str) -> BTreeSet<String> {
    let copy = format!("COPY (SELECT {columns} FROM read_parquet('{table}')) TO 'findings.ndjson' (FORMAT json)");
    sql(duckdb, folder, &copy);
    let text = fs::read_to_string(folder.join("findings.ndjson")).expect("a file");
    let rows = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    rows.map(|row| told(row["repo"].as_str().expect("a repository"), &row)).collect()
}

fn duckdb() -> Option<PathBuf> {
    client::find("DuckDB", &["engines/bin/duckdb"])
}

#[test]
fn duckdb_finds_what_check_finds() {
    let Some(duckdb) = duckdb() else { return };
    let (folder, expected) = texts("duckdb");
    parquet(&duckdb, &folder);
    let mut command = Command::new("sh");
    command.arg(recipe("duckdb.sh")).args(["texts.parquet", "findings.parquet"]).args(FLAGS).current_dir(&folder);
    command.env("PINGLESS", env!("CARGO_BIN_EXE_pingless")).env("DUCKDB", &duckdb);
    done(&mut command);
    let columns = r#"repo, path, rule, level, message, label, {'start': {'line': line, 'offset': "start"}, 'end': {'offset': "end"}} AS range"#;
    let found = findings(&duckdb, &folder, columns, "findings.parquet");
    assert_eq!(found, expected);
    client::tell(&format!("DuckDB: {} findings, the same as check", found.len()));
}

#[test]
#[ignore = "starts a virtual machine: cargo test --test real -- --ignored"]
fn spark_finds_what_check_finds() {
    let (Some(duckdb), Some(submit)) = (duckdb(), client::find("Spark", &["engines/bin/spark-submit"])) else { return };
    let (folder, expected) = texts("spark");
    parquet(&duckdb, &folder);
    let mut command = Command::new(&submit);
    command.args(["--master", "local[2]"]).arg(recipe("spark.py")).args(["texts.parquet", "findings.parquet"]);
    command.current_dir(&folder).env("PINGLESS", env!("CARGO_BIN_EXE_pingless")).env("PINGLESS_FLAGS", FLAGS.join(" "));
    // Workers take the Python of the system, unless somebody says which.
    command.env("PYSPARK_PYTHON", submit.with_file_name("python"));
    done(&mut command);
    let found = findings(&duckdb, &folder, "*", "findings.parquet/*.parquet");
    assert_eq!(found, expected);
    client::tell(&format!("Spark: {} findings, the same as check", found.len()));
}

/// A broken line fails both, whatever else they print.
#[test]
fn a_broken_line_fails_the_recipe() {
    let Some(duckdb) = duckdb() else { return };
    let (folder, _) = texts("broken");
    fs::write(folder.join("texts.ndjson"), "{\"id\": 1, \"repo\": \"a\", \"path\": \"\", \"text\": \"x\"}\n")
        .expect("a file");
    parquet(&duckdb, &folder);
    let mut command = Command::new("sh");
    command.arg(recipe("duckdb.sh")).args(["texts.parquet", "findings.parquet"]).current_dir(&folder);
    command.env("PINGLESS", env!("CARGO_BIN_EXE_pingless")).env("DUCKDB", &duckdb);
    assert!(!command.output().expect("it starts").status.success());
}
