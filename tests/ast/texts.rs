//! Every text that this repository has: its Markdown, what its tests read, and the examples of its pages.

use std::fs;
use std::path::Path;

use ignore::WalkBuilder;
use pingless::rule::{Catalog, Page};

/// The examples of all pages and cases, by their place.
pub fn examples() -> Vec<(String, String)> {
    let catalog = Catalog::builtin();
    let mut texts: Vec<(String, String)> = catalog.pages.iter().flat_map(of).collect();
    for (path, text) in files().into_iter().filter(|(path, _)| path.starts_with("tests/cases/")) {
        texts.extend(catalog.pages[0].with_cases(&path, &text).iter().flat_map(of));
    }
    texts
}

fn of(page: &Page) -> Vec<(String, String)> {
    let named = |line: usize| format!("{}:{line}", page.path);
    page.examples.iter().map(|it| (named(it.line), it.text.of(&page.text).to_owned())).collect()
}

/// Markdown, and whatever else lies in a folder of the tests; data and programs are no documents.
pub fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_text = |path: &str| match path.rsplit_once('.').map(|it| it.1) {
        Some("md") => true,
        Some("rs" | "py" | "tsv" | "json" | "ndjson" | "toml" | "sh") => false,
        _ => path.starts_with("tests/"),
    };
    let walk = WalkBuilder::new(root).hidden(false).filter_entry(|entry| entry.file_name() != ".git").build();
    let named = walk.filter_map(Result::ok).filter(|entry| entry.file_type().is_some_and(|it| it.is_file()));
    let mut files: Vec<(String, String)> = named
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/");
            let text = is_text(&path).then(|| fs::read_to_string(entry.path()).ok()).flatten()?;
            Some((path, text))
        })
        .collect();
    files.sort();
    files
}

pub fn all() -> Vec<(String, String)> {
    files().into_iter().chain(examples()).collect()
}
