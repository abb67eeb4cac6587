//! A JSON Schema validator of other people, on both formats: the multitool is silent on a log that it cannot load.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::{client, logs, multitool};

fn program() -> Option<PathBuf> {
    client::find("check-jsonschema", &["venv/bin/check-jsonschema", "venv/Scripts/check-jsonschema.exe"])
}

/// The schema of the standard comes with the multitool.
fn sarif_schema() -> Option<PathBuf> {
    let schema = multitool::program()?.with_file_name("sarif-2.1.0.json");
    assert!(schema.is_file(), "{} is gone", schema.display());
    Some(schema)
}

fn report_schema() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/schema/report.json")
}

/// What it says, if anything is wrong.
fn errors(program: &Path, schema: &Path, file: &Path) -> Option<String> {
    let output = Command::new(program).arg("--schemafile").arg(schema).arg(file).output().expect("it starts");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (!output.status.success()).then_some(text)
}

fn all_are_valid(program: &Path, schema: &Path, logs: &[(&str, String)], extension: &str) {
    for (name, text) in logs {
        let file = client::file(&format!("schema-{name}.{extension}"), text);
        assert_eq!(errors(program, schema, &file), None, "{name}");
    }
    client::tell(&format!("check-jsonschema on {} {extension} reports: 0 errors", logs.len()));
}

/// The same with a level that does not exist, at this place.
fn must_fail(program: &Path, schema: &Path, text: &str, level: &str, extension: &str) {
    let mut log: Value = serde_json::from_str(text).expect("it is JSON");
    *log.pointer_mut(level).expect("a finding has a level") = json!("info");
    let file = client::file(&format!("schema-fault.{extension}"), &log.to_string());
    let errors = errors(program, schema, &file).expect("the fault goes unseen");
    assert!(errors.contains("'info' is not one of"), "{errors}");
}

#[test]
fn sarif_is_what_the_standard_says() {
    let (Some(program), Some(schema)) = (program(), sarif_schema()) else { return };
    all_are_valid(&program, &schema, &logs::SARIF, "sarif");
    must_fail(&program, &schema, &logs::SARIF[0].1, "/runs/0/results/0/level", "sarif");
}

#[test]
fn json_is_what_our_schema_says() {
    let Some(program) = program() else { return };
    all_are_valid(&program, &report_schema(), &logs::JSON, "json");
    must_fail(&program, &report_schema(), &logs::JSON[0].1, "/diagnostics/0/level", "json");
}
