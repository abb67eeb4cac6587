//! What the README tells people to copy, as it is printed.

use std::fs;
use std::path::Path;
use std::process::Command;

/// The one block of this language that holds these words.
pub fn block(language: &str, words: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(path).expect("there is a README.md");
    let opening = format!("```{language}\n");
    let blocks = text.split(opening.as_str()).skip(1).map(|it| it.split("```").next().unwrap_or_default());
    let found: Vec<&str> = blocks.filter(|it| it.contains(words)).collect();
    assert_eq!(found.len(), 1, "blocks of {language} with `{words}`");
    found[0].to_owned()
}

pub fn workflow() -> String {
    block("yaml", "uses: pingless/pingless@")
}

pub fn hooks() -> String {
    block("yaml", "repos:\n")
}

/// Every command with its flags, from the blocks that a shell is given.
fn commands() -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(path).expect("there is a README.md");
    let blocks = text.split("```sh\n").skip(1).map(|it| it.split("```").next().unwrap_or_default());
    let lines = blocks.flat_map(str::lines).filter_map(|line| line.split(" #").next()?.split_once("pingless "));
    lines.map(|(_, flags)| flags.split_whitespace().map(|it| it.trim_matches('"').to_owned()).collect()).collect()
}

#[test]
fn the_commands_have_the_flags_that_are_printed() {
    let commands = commands();
    assert!(commands.len() > 5, "{commands:?}");
    for flags in commands {
        let run = Command::new(env!("CARGO_BIN_EXE_pingless")).args(&flags).arg("--help").output().expect("it starts");
        assert!(run.status.success(), "{flags:?}: {}", String::from_utf8_lossy(&run.stderr));
    }
}

#[test]
fn what_is_to_be_copied_is_short() {
    assert_eq!((workflow().lines().count(), hooks().lines().count()), (15, 6));
    // `pingless init` writes the same.
    assert_eq!(workflow(), include_str!("../../src/survey/workflow.yml"));
    assert_eq!(hooks(), include_str!("../../src/survey/hook.yaml"));
}
