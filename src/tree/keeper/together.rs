//! Folders whose texts are read as one: pages that are written once for each language of programs, parts of a page,
//! sources that are named as the page which is made of them. Whoever links from one to another knows where that leads.

use std::collections::{HashMap, HashSet};

use super::site::{LISTING, folder_of_pages};
use super::{MOST_READ, is_sample};
use crate::words::address::local;

/// Languages of programs that pages are written for one by one.
const VARIANTS: &[&str] = &[
    "js",
    "ts",
    "javascript",
    "typescript",
    "python",
    "java",
    "csharp",
    "dotnet",
    "go",
    "ruby",
    "php",
    "kotlin",
    "swift",
    "rust",
];

/// Pages in several of them that make the source of a site.
const FEWEST_PAGES: usize = 3;

/// All of them; a folder may be told twice.
pub(super) fn folders(files: &[String], text: impl Fn(&str) -> Option<String>) -> impl Iterator<Item = String> {
    let whole_names = files.iter().filter_map(|path| of_whole_name(path));
    let settings = files.iter().filter(|path| LISTING.contains(&local::name(path)) && !is_sample(path));
    let parts: Vec<String> = settings.take(MOST_READ).flat_map(|path| of_parts(path, &text)).collect();
    in_variants(files).chain(brought_together(files, &text)).chain(whole_names).chain(parts)
}

/// The folders of texts that `--8<-- "part.md"` puts into pages which lie elsewhere, as the settings of their site name them:
/// `base_path: [parts]`. One in which whole pages lie is none.
fn of_parts(path: &str, text: &impl Fn(&str) -> Option<String>) -> Vec<String> {
    const KEY: &str = "base_path:";
    let settings = text(path).unwrap_or_default();
    let Some((_, rest)) = settings.split_once(KEY) else { return Vec::new() };
    let (first, below) = rest.split_once('\n').unwrap_or((rest, ""));
    let entries = below.lines().map_while(|line| line.trim_start().strip_prefix("- "));
    let named = first.split([',', '[', ']']).chain(entries).map(|it| it.trim().trim_matches(['"', '\'']));
    let folders = named.filter(|it| !it.is_empty()).filter_map(|it| local::resolved(local::folder(path), it));
    let pages = folder_of_pages(path, &settings);
    folders.filter(|it| !it.is_empty() && !format!("{pages}/").starts_with(&format!("{it}/"))).collect()
}

/// Folders whose pages are written once for each language of programs, and read without it in their names: `run-js.md` and
/// `run-java.md` as `run`.
fn in_variants(files: &[String]) -> impl Iterator<Item = String> {
    let mut pages: HashMap<(&str, &str), usize> = HashMap::new();
    for path in files {
        let stem = local::name(path).strip_suffix(".md").and_then(|stem| stem.rsplit_once('-'));
        if let Some((stem, _)) = stem.filter(|(_, language)| VARIANTS.contains(language)) {
            *pages.entry((local::folder(path), stem)).or_default() += 1;
        }
    }
    let mut folders: HashMap<&str, usize> = HashMap::new();
    for ((folder, _), variants) in pages {
        *folders.entry(folder).or_default() += usize::from(variants > 1);
    }
    folders.into_iter().filter(|(_, pages)| *pages >= FEWEST_PAGES).map(|(folder, _)| folder.to_owned())
}

/// Folders of texts that a page of HTML beside them brings together, as one of a standard does: a heading in one of them is
/// linked to from all others. `<section data-include="scope.md">`.
fn brought_together(files: &[String], text: &impl Fn(&str) -> Option<String>) -> Vec<String> {
    let texts = files.iter().filter(|path| path.ends_with(".md")).map(|path| local::folder(path));
    // Around the root lies everything else, too.
    let texts: HashSet<&str> = texts.filter(|folder| !folder.is_empty()).collect();
    let pages = files.iter().filter(|path| path.ends_with(".html") || path.ends_with(".htm"));
    let beside = pages.filter(|path| texts.contains(local::folder(path)) && !is_sample(path)).take(MOST_READ);
    let whole = beside.filter(|path| text(path).is_some_and(|it| includes_texts(&it)));
    whole.map(|path| local::folder(path).to_owned()).collect()
}

/// Whether a page of HTML takes a text over as a part of itself.
fn includes_texts(page: &str) -> bool {
    let mut values = ["data-include=", " src="].iter().flat_map(|name| page.split(name).skip(1));
    values.any(|rest| {
        let quote = rest.chars().next().filter(|it| matches!(it, '"' | '\''));
        let value = quote.and_then(|quote| rest[1..].split_once(quote));
        value.is_some_and(|(value, _)| value.ends_with(".md") && !value.contains(':'))
    })
}

/// "source/manual/a.html.md" is named as the page of a site that is made of it, all of which lies in one folder.
fn of_whole_name(path: &str) -> Option<String> {
    const ENDINGS: &[&str] = &[".html.md", ".html.markdown", ".html.md.erb"];
    if !ENDINGS.iter().any(|it| path.ends_with(it)) || is_sample(path) {
        return None;
    }
    const SOURCE: &str = "source/";
    let at = path.find(SOURCE).filter(|at| *at == 0 || path[..*at].ends_with('/'));
    Some(at.map_or(local::folder(path), |at| &path[..at + SOURCE.len() - 1]).to_owned())
}

#[cfg(test)]
mod tests {
    use super::of_parts;

    #[test]
    fn settings_name_the_folders_of_parts() {
        let parts = |settings: &str| of_parts("site/mkdocs.yml", &|_| Some(settings.to_owned()));
        assert_eq!(parts("snippets:\n  base_path:\n    - docs\n    - 'parts'\nnav:\n  - a.md\n"), ["site/parts"]);
        assert_eq!(
            parts("docs_dir: pages\nbase_path: [pages/parts, \"docs\", ..]\n"),
            ["site/pages/parts", "site/docs"]
        );
        assert!(parts("extra:\n  - parts\n").is_empty() && parts("base_path: .\n").is_empty());
    }
}
