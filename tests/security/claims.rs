//! The threat model names the tests that show what it claims.

use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// `tests/FILE.rs`, or `tests/FILE.rs: NAME` where one test shows it.
#[test]
fn every_claim_names_a_test_that_is_there() {
    let text = read(".github/SECURITY.md");
    let mut claims = 0;
    for line in text.lines().filter(|line| line.starts_with('|') && line.contains("tests/")) {
        let shown = line.trim_end_matches([' ', '|']).rsplit('|').next().unwrap_or_default();
        for word in shown.split('`').skip(1).step_by(2) {
            let (file, test) = word.split_once(": ").unwrap_or((word, ""));
            let code = read(file);
            assert!(code.contains(&format!("fn {test}(")), "{file} has no test `{test}`: {line}");
            claims += 1;
        }
    }
    assert!(claims > 15, "only {claims} claims were found");
}
