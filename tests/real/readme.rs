//! What the README tells people to copy, as it is printed.

use std::fs;
use std::path::Path;

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

#[test]
fn what_is_to_be_copied_is_short() {
    assert_eq!((workflow().lines().count(), hooks().lines().count()), (15, 6));
}
