//! Pages that a program puts in order by a number before their names, which no address holds: `2.guide/1.doors.md` is shown as
//! `guide/doors`, and linked to so.

mod grav;

use std::collections::HashSet;

use crate::words::address::local;
use crate::words::digit::leading_digits;
use grav::Grav;

/// Packages that make such sites, as settings name them.
const MAKERS: &[&str] = &["\"@nuxt/content\"", "\"docus\"", "\"undocs\""];

/// Settings that are read, at most.
const MOST_READ: usize = 40;

/// The pages of a repository and their folders, without what puts them in order.
#[derive(Debug, Default)]
pub struct Ordered {
    all: HashSet<String>,
    grav: Grav,
}

impl Ordered {
    /// Looks for them among the files of a repository.
    pub fn among(files: &[String], text: impl Fn(&str) -> Option<String>) -> Self {
        let pages = || files.iter().filter(|path| path.ends_with(".md"));
        let numbered = pages().filter(|path| path.split('/').any(|part| plain(part).len() < part.len()));
        let around: HashSet<&str> = numbered.flat_map(|path| local::folders(path).chain([""])).collect();
        let is_settings = |path: &&String| local::name(path) == "package.json" && around.contains(local::folder(path));
        let read = files.iter().filter(is_settings).take(MOST_READ);
        let made = read.filter(|path| text(path).is_some_and(|it| MAKERS.iter().any(|name| it.contains(name))));
        let roots: HashSet<&str> = made.map(|path| local::folder(path)).collect();
        let is_made = |path: &&String| local::folders(path).chain([""]).any(|it| roots.contains(it));
        let mut all = HashSet::new();
        for path in pages().filter(|_| !roots.is_empty()).filter(is_made) {
            all.extend(local::folders(path).map(shown));
            all.insert(shown(path));
        }
        Self { all, grav: Grav::among(files, &text) }
    }

    /// Whether a path leads to one.
    pub fn has(&self, path: &str) -> bool {
        !self.all.is_empty() && self.all.contains(&shown(path.trim_end_matches('/'))) || self.grav.has(path)
    }
}

/// A path as an address has it.
fn shown(path: &str) -> String {
    let parts: Vec<&str> = path.strip_suffix(".md").unwrap_or(path).split('/').map(plain).collect();
    parts.join("/")
}

/// A name without the number that puts it in order.
fn plain(part: &str) -> &str {
    let (digits, rest) = part.split_at(leading_digits(part));
    rest.strip_prefix('.').filter(|rest| !digits.is_empty() && !rest.is_empty()).unwrap_or(part)
}

#[cfg(test)]
mod tests {
    use super::Ordered;

    #[test]
    fn numbers_are_no_part_of_an_address() {
        let files = ["content/1.guide/2.doors.md", "content/1.guide/index.md", "package.json"].map(str::to_owned);
        let ordered = |settings: &str| Ordered::among(&files, |_| Some(settings.to_owned()));
        let site = ordered(r#"{"dependencies": {"@nuxt/content": "^2.0.0"}}"#);
        assert!(site.has("content/guide/doors") && site.has("content/1.guide/doors/") && site.has("content/guide"));
        assert!(!site.has("content/guide/locks") && !ordered("{}").has("content/guide/doors"));
    }
}
