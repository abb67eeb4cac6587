//! What stands in the program that people install: licences, versions and sources, by the lists of `.github/deny.toml`.
//! Known faults are for `cargo deny`, which needs a list from elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

fn lists() -> toml::Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/deny.toml");
    fs::read_to_string(path).expect("the lists are there").parse().expect("they are TOML")
}

/// The words under `key` of a section, each of which may be a table with a `crate`.
fn words(section: &str, key: &str) -> Vec<String> {
    let lists = lists();
    let list = lists[section].get(key).and_then(|it| it.as_array()).expect("it is a list");
    let word = |it: &toml::Value| it.as_str().or_else(|| it.get("crate")?.as_str()).map(str::to_owned);
    list.iter().filter_map(word).collect()
}

fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("rustc runs where cargo does");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host").to_owned()
}

/// What cargo knows of everything that is built here.
fn metadata() -> Value {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // What other platforms would need was never downloaded here.
    let arguments = ["metadata", "--offline", "--locked", "--format-version", "1", "--filter-platform", &host()];
    let output = Command::new(cargo).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let output = output.expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo writes JSON")
}

/// The packages without which the program is not built: those of tests alone are left out.
fn shipped(metadata: &Value) -> Vec<&Value> {
    let nodes = metadata["resolve"]["nodes"].as_array().expect("there is a graph");
    let root = metadata["resolve"]["root"].as_str().expect("there is a root");
    let mut met = BTreeSet::from([root]);
    let mut waiting = vec![root];
    while let Some(id) = waiting.pop() {
        let node = nodes.iter().find(|it| it["id"] == id).expect("it is in the graph");
        for dep in node["deps"].as_array().into_iter().flatten() {
            let is_dev = dep["dep_kinds"].as_array().is_some_and(|kinds| kinds.iter().all(|it| it["kind"] == "dev"));
            let id = dep["pkg"].as_str().expect("it has an id");
            if !is_dev && met.insert(id) {
                waiting.push(id);
            }
        }
    }
    let packages = metadata["packages"].as_array().expect("there are packages");
    packages.iter().filter(|it| it["id"].as_str().is_some_and(|id| met.contains(id))).collect()
}

/// Whether an SPDX expression can be met by licences that are allowed.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let plain = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let plain = plain.replace(" WITH ", "\u{0}");
    // A value for each parenthesis that is open: alternatives, the last of which is a chain of AND.
    let mut open: Vec<Vec<bool>> = vec![vec![true]];
    let meet = |open: &mut Vec<Vec<bool>>, value: bool| {
        if let Some(last) = open.last_mut().and_then(|it| it.last_mut()) {
            *last &= value;
        }
    };
    for word in plain.split_whitespace() {
        match word {
            "AND" => {}
            "OR" => open.last_mut().expect("it is balanced").push(true),
            "(" => open.push(vec![true]),
            ")" => {
                let value = open.pop().expect("it is balanced").contains(&true);
                meet(&mut open, value);
            }
            licence => {
                let value = allowed.contains(&licence.replace('\u{0}', " WITH "));
                meet(&mut open, value);
            }
        }
    }
    open.len() == 1 && open[0].contains(&true)
}

#[test]
fn every_licence_is_one_that_may_be_passed_on() {
    let (metadata, allowed) = (metadata(), words("licenses", "allow"));
    let wrong = |it: &&&Value| !it["license"].as_str().is_some_and(|said| is_allowed(said, &allowed));
    let all = shipped(&metadata);
    assert!(all.len() > 50, "only {} packages were found", all.len());
    let wrong: Vec<String> = all.iter().filter(wrong).map(|it| format!("{}: {}", it["name"], it["license"])).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_package_comes_twice_and_none_is_banned() {
    let metadata = metadata();
    let (skipped, banned) = (words("bans", "skip"), words("bans", "deny"));
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for it in shipped(&metadata) {
        let (name, version) = (it["name"].as_str().expect("a name"), it["version"].as_str().expect("a version"));
        assert!(!banned.iter().any(|it| it == name), "{name} is banned");
        let is_old = |it: &String| it.split_once('@').is_some_and(|(of, old)| of == name && version.starts_with(old));
        if !skipped.iter().any(is_old) {
            versions.entry(name).or_default().push(version);
        }
    }
    let twice: Vec<_> = versions.iter().filter(|(_, all)| all.len() > 1).collect();
    assert!(twice.is_empty(), "{twice:?}: hold one back, or say in .github/deny.toml which waits for whom");
}

/// An exception that nothing needs any more hides the next one.
#[test]
fn every_exception_is_needed() {
    let metadata = metadata();
    let all = shipped(&metadata);
    for word in words("bans", "skip") {
        let (name, old) = word.split_once('@').expect("it names a version");
        let is_there =
            all.iter().any(|it| it["name"] == name && it["version"].as_str().is_some_and(|it| it.starts_with(old)));
        assert!(is_there, "{word} is in nothing that is shipped: take it out of .github/deny.toml");
    }
    for licence in words("licenses", "allow") {
        let is_named = all.iter().any(|it| it["license"].as_str().is_some_and(|it| it.contains(&licence)));
        assert!(is_named, "nothing is under {licence}: take it out of .github/deny.toml");
    }
}

#[test]
fn every_package_comes_from_the_registry_and_is_locked() {
    let lock: toml::Table = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock"))
        .expect("there is a lock file")
        .parse()
        .expect("it is TOML");
    let packages = lock["package"].as_array().expect("there are packages");
    for it in packages {
        let name = it["name"].as_str().expect("a name");
        let source = it.get("source").and_then(|it| it.as_str());
        let is_ours = name == "pingless" && source.is_none();
        let is_locked = source.is_some_and(|it| it.starts_with("registry+")) && it.get("checksum").is_some();
        assert!(is_ours || is_locked, "{name} comes from {source:?}");
    }
}

#[test]
fn an_expression_is_read_as_it_is_meant() {
    let allowed = ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
    for expression in [
        "MIT",
        "MIT OR GPL-3.0",
        "GPL-3.0/MIT",
        "(GPL-3.0 OR MIT) AND Zlib",
        "MIT AND (Zlib OR GPL-3.0)",
        "GPL-3.0 OR Apache-2.0 WITH LLVM-exception",
        "GPL-3.0 OR MIT AND Zlib",
    ] {
        assert!(is_allowed(expression, &allowed), "{expression}");
    }
    for expression in ["GPL-3.0", "", "MIT AND GPL-3.0", "(MIT OR Zlib) AND GPL-3.0", "Apache-2.0", "(MIT"] {
        assert_eq!(is_allowed(expression, &allowed), expression.is_empty(), "{expression}");
    }
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_else(|it| panic!("{path}: {it}"))
}

/// No line of code can allow what is forbidden to the whole crate.
#[test]
fn our_own_code_is_forbidden_to_be_unsafe() {
    let manifest: toml::Table = read("Cargo.toml").parse().expect("it is TOML");
    assert_eq!(manifest["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
}

#[test]
fn known_faults_are_looked_for_before_a_merge() {
    assert!(read(".github/workflows/ci.yml").contains("cargo deny --config .github/deny.toml check\n"));
    let excused = words("advisories", "ignore");
    assert!(excused.is_empty(), "each needs its reason, and this list with it: {excused:?}");
}
