//! The schemas that are committed, and what they say of our own output.

use std::path::Path;
use std::{env, fs};

use pingless::config::Settings;
use pingless::report::{Format, json};
use pingless::settle::Report;
use serde_json::{Value, json};

use crate::{report_text, sample};

fn valid(value: &Value) -> Result<(), String> {
    let schema = serde_json::to_value(json::schema()).expect("a schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let errors: Vec<String> = validator.iter_errors(value).map(|it| format!("{}: {it}", it.instance_path())).collect();
    if errors.is_empty() { Ok(()) } else { Err(errors.join("\n")) }
}

fn printed(report: &Report) -> Value {
    serde_json::from_str(&report_text(report, &sample::catalog(), Format::Json)).expect("it is JSON")
}

#[test]
fn our_report_is_valid() {
    assert_eq!(valid(&printed(&sample::report(&sample::catalog()))), Ok(()));
    assert_eq!(valid(&printed(&Report::default())), Ok(()));
}

#[test]
fn the_schema_can_fail() {
    let faults: [fn(&mut Value); 6] = [
        |it| it["version"] = json!(2),
        |it| it["diagnostics"][0]["level"] = json!("info"),
        |it| it["diagnostics"][0]["range"]["start"]["line"] = json!(0),
        |it| it["diagnostics"][0]["text"] = json!("x".repeat(201)),
        |it| it["diagnostics"][0]["help"] = json!(7),
        |it| drop(it["diagnostics"][0].as_object_mut().expect("an object").remove("url")),
    ];
    for (number, fault) in faults.iter().enumerate() {
        let mut report = printed(&sample::report(&sample::catalog()));
        fault(&mut report);
        assert!(valid(&report).is_err(), "fault {number} goes unseen");
    }
}

/// `SNAPSHOTS=overwrite cargo test --test report` writes them anew. A changed key of the report needs a new version.
#[test]
fn the_committed_schemas_are_what_is_printed() {
    let schemas = [("report", json::schema()), ("config", schemars::schema_for!(Settings))];
    for (name, schema) in schemas {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/schema/{name}.json"));
        let printed = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        if env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
            fs::write(&path, &printed).expect("the schema can be written");
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == printed, "{} is not what `pingless schema {name}` prints", path.display());
    }
}
