//! A file that defines a composite action, and every script in files of this kind and in workflows.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
pub struct Action {
    #[serde(default)]
    pub inputs: BTreeMap<String, Input>,
    #[serde(default)]
    pub outputs: BTreeMap<String, Output>,
    pub runs: Runs,
}

#[derive(Deserialize)]
pub struct Input {
    #[serde(default)]
    pub default: String,
}

#[derive(Deserialize)]
pub struct Output {
    pub value: String,
}

#[derive(Deserialize)]
pub struct Runs {
    pub steps: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Step {
    pub id: Option<String>,
    pub name: Option<String>,
    pub r#if: Option<String>,
    pub run: Option<String>,
    pub uses: Option<String>,
    #[serde(default)]
    pub with: BTreeMap<String, String>,
    pub shell: Option<String>,
    pub working_directory: Option<String>,
    #[serde(default)]
    pub env: BTreeMap<String, String>,
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn action(path: &str) -> Action {
    let text = fs::read_to_string(root().join(path)).expect("it is there");
    serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All actions and workflows that we write, with their paths from the root.
pub fn files() -> Vec<(String, Value)> {
    let folders = [".github/workflows", ".github/examples"];
    let listed = folders.iter().flat_map(|folder| {
        let entries = fs::read_dir(root().join(folder)).expect("a folder");
        entries.map(|entry| entry.expect("an entry").path()).collect::<Vec<PathBuf>>()
    });
    let mut paths: Vec<PathBuf> =
        listed.chain(["action.yml", ".github/comment/action.yml"].map(|it| root().join(it))).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a file");
        let name = path.strip_prefix(root()).expect("it is below").to_string_lossy().replace('\\', "/");
        (name, serde_saphyr::from_str(&text).expect("it is YAML"))
    };
    paths.into_iter().map(read).collect()
}

/// What is wrong with a definition, by the house's rules about texts from outside.
pub fn complaints(name: &str, value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    let mut open = vec![("", value)];
    while let Some((key, value)) = open.pop() {
        match value {
            Value::String(text) => out.extend(complaint(key, text).map(|it| format!("{name}: {it}"))),
            Value::Array(items) => open.extend(items.iter().map(|it| (key, it))),
            Value::Object(map) => {
                if map.contains_key("pull_request_target") {
                    out.push(format!("{name}: `pull_request_target` gives strangers a token that may write"));
                }
                open.extend(map.iter().map(|(key, it)| (key.as_str(), it)));
            }
            _ => {}
        }
    }
    out
}

fn complaint(key: &str, text: &str) -> Option<String> {
    let is_pinned = |it: &str| {
        it.starts_with("pingless/pingless")
            || it.starts_with("./")
            || it.split_once('@').is_some_and(|(_, at)| at.len() == 40 && at.bytes().all(|it| it.is_ascii_hexdigit()))
    };
    match key {
        "run" if text.contains("${{") => Some(format!("an expression in `run`, pass it through `env`: {text}")),
        "run" if text.lines().count() > 12 => Some(format!("a long script; put it into a file: {text}")),
        "uses" if !is_pinned(text) => Some(format!("`{text}` is not pinned to a commit")),
        "on" | "run" | "uses" => {
            text.contains("pull_request_target").then(|| format!("`pull_request_target` in `{key}`"))
        }
        _ => None,
    }
}

#[test]
fn no_text_from_outside_reaches_a_script() {
    let said: Vec<String> = files().iter().flat_map(|(name, value)| complaints(name, value)).collect();
    assert!(said.is_empty(), "{said:#?}");
}

#[test]
fn what_is_wrong_is_seen() {
    let bad = [
        "steps: [{run: 'echo ${{ github.event.pull_request.title }}'}]",
        "on: pull_request_target",
        "on: {pull_request_target: {types: [opened]}}",
        "on: [push, pull_request_target]",
        "steps: [{uses: someone/something@v1}]",
    ];
    for text in bad {
        let value: Value = serde_saphyr::from_str(text).expect("it is YAML");
        assert_eq!(complaints("bad.yml", &value).len(), 1, "{text}");
    }
}
