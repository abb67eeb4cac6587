//! We do what we ask of others: our own documents pass our own rules, notes included.

use std::process::Command;

#[test]
fn our_own_documents_leave_no_question() {
    let output = Command::new(env!("CARGO_BIN_EXE_pingless"))
        .args(["check", "--fail-on", "note", "README.md", "src", "rules"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("pingless starts");
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{shown}{}", String::from_utf8_lossy(&output.stderr));
}

/// Nothing is wrong with what is read, and the texts that show what is found are the only ones in which anything is.
#[test]
fn whoever_clones_us_and_checks_is_told_of_no_mistake() {
    let output = Command::new(env!("CARGO_BIN_EXE_pingless"))
        .args(["check", "--format", "concise"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("pingless starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("warning:") && !said.contains("error:"), "{said}");
    let shown = String::from_utf8_lossy(&output.stdout);
    let others: Vec<&str> = shown.lines().filter(|it| !it.starts_with("tests/texts/")).collect();
    assert!(!shown.is_empty() && others.is_empty(), "{others:#?}");
}
