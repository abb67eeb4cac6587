//! How programs make a site of texts, as their settings tell: what they make ids of beside headings as they are written, and
//! where they look for what a link names.

use super::is_sample;
use super::site::folder_of_pages;
use crate::document::Part;
use crate::words::address::local;

/// Settings that name the extensions of a program.
const EXTENDED: &[&str] = &["mkdocs.yml", "mkdocs.yaml", "properdocs.yml"];

/// Settings of a program that gives folded text an id.
const FOLDING: &str = ".gitbook.yaml";

/// Programs that are brought in there to find pages by their names, or from another folder, and settings that take over others,
/// which may bring one in.
const FINDERS: &[&str] =
    &["autolink", "ezlink", "roamlink", "wikilink", "obsidian", "hooks:", "monorepo", "multirepo", "INHERIT:"];

/// How a site is made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Making {
    /// What ids are made of, beside headings as they are written.
    pub parts: Vec<Part>,
    /// The file of another page is looked for from where the page lies that names it, and nowhere else.
    pub is_relative: bool,
}

/// What settings in a file say of it, and the folder of their pages.
pub(super) fn of_settings(path: &str, text: &impl Fn(&str) -> Option<String>) -> Option<(String, Making)> {
    let name = local::name(path);
    if is_sample(path) || name != FOLDING && !EXTENDED.contains(&name) {
        return None;
    }
    let settings = text(path)?;
    let parts: &[Part] = match () {
        _ if name == FOLDING => &[Part::Summary],
        _ if !says(&settings, &["pymdownx.emoji"]) => &[],
        _ if says(&settings, &["material.extensions.emoji", "materialx.emoji"]) => &[Part::Sign, Part::Icon],
        _ => &[Part::Sign],
    };
    let making = Making { parts: parts.to_vec(), is_relative: name != FOLDING && !says(&settings, FINDERS) };
    Some((folder_of_pages(path, &settings), making))
}

/// Whether settings hold one of these words outside of comments.
fn says(settings: &str, words: &[&str]) -> bool {
    let mut lines = settings.lines().filter(|line| !line.trim_start().starts_with('#'));
    lines.any(|line| words.iter().any(|it| line.contains(it)))
}

#[cfg(test)]
mod tests {
    use super::{Part, of_settings};

    #[test]
    fn settings_tell_how_a_site_is_made() {
        let made = |path: &str, settings: &str| of_settings(path, &|_| Some(settings.to_owned()));
        let parts = |path: &str, settings: &str| made(path, settings).map(|(folder, it)| (folder, it.parts));
        let (emoji, icons) = ("- pymdownx.emoji:\n", "- pymdownx.emoji:\n  index: material.extensions.emoji.twemoji\n");
        let docs = |parts: &[Part]| Some(("a/docs".to_owned(), parts.to_vec()));
        assert_eq!(parts("a/mkdocs.yml", emoji), docs(&[Part::Sign]));
        assert_eq!(parts("a/mkdocs.yml", icons), docs(&[Part::Sign, Part::Icon]));
        assert_eq!(parts("a/mkdocs.yml", "# - pymdownx.emoji\n"), docs(&[]));
        assert_eq!(parts(".gitbook.yaml", "root: ./pages/\n"), Some(("pages".to_owned(), vec![Part::Summary])));
        assert_eq!(made("book.json", emoji), None);
        let is_relative = |path: &str, settings: &str| made(path, settings).is_some_and(|(_, it)| it.is_relative);
        assert!(is_relative("mkdocs.yml", emoji) && !is_relative(".gitbook.yaml", ""));
        assert!(!is_relative("mkdocs.yml", "plugins:\n  - ezlinks\n"));
        assert!(!is_relative("mkdocs.yml", "INHERIT: ./base.yml\n"));
    }
}
