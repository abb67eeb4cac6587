//! What is listed and told of phrases and histories, beside the schema that `pingless schema` prints of it.

use serde_json::{Map, Value, json};

use crate::repository::Repository;

const RECORD: &str = "# 1. One queue\n\nStatus: accepted\nDate: 2026-11-20\nDeciders: Ana\nSuperseded by: ADR-9\n\n\
                      ## Decision\n\nWe will use it, as said in https://acme.slack.com/archives/C1/p1.\n";
const NOTE: &str = "# Note\n\nIt comes by EOD tomorrow. <!-- pingless: allow ambiguous-deadline: one room -->\n";

/// A repository with something to list, and two changes of which the second repairs what the first one brought.
fn repository(name: &str) -> Repository {
    let config = "ignore = [\"vague-promise\"] # we know\n\n[levels]\nvague-ask = \"note\"\n";
    let made = Repository::with(name, &[("pingless.toml", config), ("adr/0001-queue.md", RECORD), ("a.md", NOTE)]);
    made.write("b.md", "# B\n\nPlease fix the export by EOD tomorrow.\n");
    made.write("c.md", "# C\n\nPlease answer by EOD tomorrow.\n");
    made.commit("Ask");
    made.write("b.md", "# B\n\nPlease fix the export by 2026-11-20 17:00 UTC.\n");
    made.commit("Say when");
    made
}

/// What such a command prints, each with where it has an entry that a schema could miss.
const RUNS: [(&str, &[&str], &str); 11] = [
    ("decisions", &[], "/decisions/0/unresolved/0"),
    ("allows", &[], "/allows/2/path"),
    ("inspect", &["adr/0001-queue.md"], "/slots/decision/evidence/0/by"),
    ("inspect", &["c.md"], "/findings/0/related"),
    ("inspect", &["gone.md"], "/error"),
    ("rules", &[], "/rules/0/question"),
    ("rules", &["--isolated", "--preview"], "/rules/0/question"),
    ("trial", &["--since", "9y"], "/ended/0/how"),
    ("when", &["EOD Friday", "--at", "2026-11-18", "--readers", "Europe/Berlin"], "/readings/0/latest"),
    ("when", &["12/11/2026"], "/days/1/last"),
    ("when", &["EOD"], "/open/0"),
];

#[test]
fn each_has_the_form_of_its_schema() {
    let at = repository("listed");
    for (command, args, entry) in RUNS {
        let schema: Value = serde_json::from_str(&at.pingless(&["schema", command]).out).expect("JSON");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let format = if command == "inspect" { "ndjson" } else { "json" };
        let run = at.pingless(&[&[command, "--format", format], args].concat());
        let told: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{command}: {error}: {run:?}"));
        let errors: Vec<String> =
            validator.iter_errors(&told).map(|it| format!("{}: {it}", it.instance_path())).collect();
        assert!(errors.is_empty(), "{command} {args:?}: {errors:#?}");
        assert!(told.pointer(entry).is_some(), "{command} {args:?}: an empty list has any form: {told:#}");
        assert!(!validator.is_valid(&Value::Object(Map::new())), "{command}: the schema can fail");
        let keys = |it: &Value| it.as_object().map(|it| it.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
        if schema["properties"].is_object() {
            assert_eq!(keys(&schema["properties"]), keys(&told), "{command}: each key is described");
        }
        assert!(schema["title"].as_str().is_some_and(|it| it.contains(' ')), "{command}: nobody's title");
    }
}

#[test]
fn a_level_that_does_not_exist_is_seen() {
    let at = repository("level");
    let schema: Value = serde_json::from_str(&at.pingless(&["schema", "rules"]).out).expect("JSON");
    let mut told: Value = serde_json::from_str(&at.pingless(&["rules", "-f", "json"]).out).expect("JSON");
    told["rules"][0]["level"] = json!("info");
    assert!(!jsonschema::validator_for(&schema).expect("a schema").is_valid(&told));
}
