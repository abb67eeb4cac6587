//! The SARIF validator of the standard's editors, with the rules that code scanning has besides.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::{client, logs, sample};

/// The native program: the package's own script passes `;` to a shell.
const PROGRAMS: [&str; 3] = [
    "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool",
    "node_modules/@microsoft/sarif-multitool-darwin/Sarif.Multitool",
    "node_modules/@microsoft/sarif-multitool-win32/Sarif.Multitool.exe",
];

/// Nobody fetches two hundred addresses for a test: that each rule has its page, `tests/report/url.rs` proves in the
/// checkout.
const CONFIG: &str = r#"{"SARIF2006.UrisShouldBeReachable.Options": {"RuleEnabled": "Disabled"}}"#;

/// What we know and do not change: messages are text and not templates (2002), a log knows no repository (2003), ids are
/// words (2009) and some rules are of a user's own and have no page on the web (2012), nobody needs every snippet with its
/// surroundings (2010, 2011), and who names an absolute path gets one (2016).
const KNOWN: [&str; 7] = ["SARIF2002", "SARIF2003", "SARIF2009", "SARIF2010", "SARIF2011", "SARIF2012", "SARIF2016"];

type Fault = fn(&mut Value);

pub fn program() -> Option<PathBuf> {
    client::find("sarif-multitool", &PROGRAMS)
}

/// Starts it in a folder on a log, and reads what it writes. The exit status is 0 whatever it finds.
fn run(program: &Path, folder: &Path, name: &str, log: &str, arguments: &[&str]) -> Value {
    let input = client::file(&format!("{name}.sarif"), log);
    let output = input.with_extension("out.sarif");
    // What an earlier run left must not stand for this one.
    let _ = fs::remove_file(&output);
    let run = Command::new(program)
        .current_dir(folder)
        .args(arguments)
        .args(["--log", "ForceOverwrite", "--output"])
        .args([&output, &input])
        .output()
        .expect("it starts");
    assert!(run.status.success(), "{run:?}");
    serde_json::from_slice(&fs::read(&output).expect("it writes a log")).expect("it is JSON")
}

fn results(log: &Value) -> &[Value] {
    log["runs"][0]["results"].as_array().map_or(&[], Vec::as_slice)
}

/// How often each rule spoke, by its level.
fn verdicts(program: &Path, name: &str, log: &str) -> BTreeMap<(String, String), usize> {
    let config = client::file(&format!("{name}.config.json"), CONFIG);
    let config = config.to_str().expect("a plain path");
    let arguments = ["validate", "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note", "--config", config];
    let verdict = run(program, Path::new("."), name, log, &arguments);
    // A log that it cannot load has no verdicts either; every log of ours has some.
    assert!(!results(&verdict).is_empty(), "{name} was not read");
    let mut counts = BTreeMap::new();
    for result in results(&verdict) {
        let level = result["level"].as_str().unwrap_or("warning").to_owned();
        let rule = result["ruleId"].as_str().unwrap_or_default().to_owned();
        *counts.entry((level, rule)).or_default() += 1;
    }
    counts
}

#[test]
fn our_logs_have_no_errors_and_no_new_warnings() {
    let Some(program) = program() else { return };
    for (name, log) in logs::SARIF.iter() {
        let verdicts = verdicts(&program, name, log);
        let of = |level: &str| -> usize { verdicts.iter().filter(|((it, _), _)| it == level).map(|(_, n)| n).sum() };
        let (errors, warnings, notes) = (of("error"), of("warning"), of("note"));
        client::tell(&format!("sarif-multitool on {name}: errors {errors}, warnings {warnings}, notes {notes}"));
        let is_known = |(level, rule): &(String, String)| level != "error" && KNOWN.contains(&rule.as_str());
        assert!(verdicts.keys().all(is_known), "{name}: {verdicts:?}");
        assert_eq!(warnings, 0, "{name}: {verdicts:?}");
    }
}

#[test]
fn it_sees_what_is_wrong() {
    let Some(program) = program() else { return };
    let faults: [(&str, &str, Fault); 4] = [
        ("SARIF1007", "a line 0", |run| {
            run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = json!(0);
        }),
        ("SARIF1009", "an index of no rule", |run| run["results"][0]["ruleIndex"] = json!(1_000_000)),
        ("SARIF1001", "a name that is the id", |run| {
            let rule = &mut run["tool"]["driver"]["rules"][0];
            rule["name"] = rule["id"].clone();
        }),
        ("GH2012", "a rule without help", |run| {
            drop(run["tool"]["driver"]["rules"][0].as_object_mut().expect("a rule").remove("help"));
        }),
    ];
    // All in one log, for each start of it takes seconds.
    let (_, log) = &logs::SARIF[0];
    let mut log: Value = serde_json::from_str(log).expect("it is JSON");
    faults.iter().for_each(|(_, _, inject)| inject(&mut log["runs"][0]));
    let verdicts = verdicts(&program, "faults", &log.to_string());
    for (expected, fault, _) in faults {
        assert!(verdicts.keys().any(|(_, rule)| rule == expected), "{fault}: {verdicts:?}");
    }
}

/// It opens the files and cuts out what stands at our places: it has to be the text that we meant.
#[test]
fn it_finds_our_places() {
    let Some(program) = program() else { return };
    // It opens no file whose URI has an escape.
    let folder = sample::folder("real-places");
    fs::remove_dir_all(folder.join("docs")).expect("the sample has it");
    // Places are told from the root of a repository: this is one.
    let is_made = Command::new("git").args(["init", "-q"]).current_dir(&folder).status().expect("git starts");
    assert!(is_made.success(), "git init: {is_made}");
    for (number, (_, text)) in sample::TEXTS.iter().enumerate() {
        fs::write(folder.join(format!("text-{number}.md")), text).expect("a file");
    }
    let log = logs::run(&folder, &["check", "-q", "-f", "sarif"]);
    let mut log: Value = serde_json::from_str(&log).expect("it is JSON");
    let listed = log["runs"][0]["results"].as_array_mut().expect("a list");
    listed
        .retain(|result| place(result)["artifactLocation"]["uri"].as_str().is_some_and(|uri| uri.starts_with("text-")));
    let mut meant = Vec::new();
    for result in listed {
        let region = &mut result["locations"][0]["physicalLocation"]["region"];
        meant.extend(region.as_object_mut().and_then(|region| region.remove("snippet")));
    }
    assert!(meant.len() > 10, "only {} places", meant.len());
    let told = run(&program, &folder, "places", &log.to_string(), &["rewrite", "--insert", "RegionSnippets"]);
    let seen: Vec<Value> = results(&told).iter().map(|result| place(result)["region"]["snippet"].clone()).collect();
    assert_eq!(seen, meant);
    client::tell(&format!("sarif-multitool finds the text at {} of {} places", seen.len(), meant.len()));
}

fn place(result: &Value) -> &Value {
    &result["locations"][0]["physicalLocation"]
}
