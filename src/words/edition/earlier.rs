//! Folders in which the documents of earlier releases are kept beside those of a later one: `docs/2.7/` beside `docs/2.8/`,
//! `v1.15-docs/` beside `docs/`. Told by paths alone: most of what such a folder holds lies under the same name in a later one.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{AGES, is_put_away};
use crate::words::list::is_among;

/// The folders of a repository that are kept as they were at a release.
#[derive(Debug, Default)]
pub struct Earlier(HashSet<String>);

/// The pages of one release, by their way from its folder.
#[derive(Default)]
struct Release<'p> {
    folders: HashSet<&'p str>,
    pages: Vec<&'p str>,
}

/// Releases lie together where their folders are called alike but for the version, in the same folder or one for what was put
/// away in it.
type Row<'p> = BTreeMap<Version, Release<'p>>;

/// Its numbers; the one of `1.x` is the last of all.
type Version = Vec<u32>;

impl Earlier {
    /// Looks for them among the files of a repository, which are in order.
    pub fn among<S: AsRef<str>>(files: &[S]) -> Self {
        let mut rows: HashMap<(String, String), Row> = HashMap::new();
        for path in files.iter().map(AsRef::as_ref).filter(|it| is_page(it)) {
            let Some((folder, (version, rest))) = of_release(path) else { continue };
            let around = folder.rsplit_once('/').map_or("", |it| it.0);
            let release = rows.entry((without_put_away(around), rest)).or_default().entry(version).or_default();
            release.folders.insert(folder);
            release.pages.push(&path[folder.len() + 1..]);
        }
        let mut all = HashSet::new();
        for ((around, rest), row) in &rows {
            let mut later: HashSet<&str> = of_today(files, around, rest).collect();
            for release in row.values().rev() {
                if is_kept(release, &later) {
                    all.extend(release.folders.iter().map(|it| (*it).to_owned()));
                }
                later.extend(&release.pages);
            }
        }
        Self(all)
    }

    /// Whether a document may lie in one of them, as its path alone tells.
    pub fn may_hold(path: &str) -> bool {
        of_release(path).is_some()
    }

    /// Whether a document lies in one of them.
    pub fn holds(&self, path: &str) -> bool {
        !self.0.is_empty() && path.match_indices('/').any(|(end, _)| self.0.contains(&path[..end]))
    }
}

/// Whether the pages of a release were taken over into a later one. Lessons that are numbered alike have few of the same name.
fn is_kept(release: &Release, later: &HashSet<&str>) -> bool {
    const FEWEST: usize = 5;
    let shared = release.pages.iter().filter(|it| later.contains(**it)).count();
    shared >= FEWEST && shared * 2 >= release.pages.len()
}

fn is_page(path: &str) -> bool {
    [".md", ".mdx", ".markdown"].iter().any(|it| path.ends_with(it))
}

/// The outermost folder of a release around a page of documents, with its version and what else its name says.
fn of_release(path: &str) -> Option<(&str, (Version, String))> {
    let mut start = 0;
    let mut is_of_documents = false;
    for (end, _) in path.match_indices('/') {
        let part = path[start..end].to_ascii_lowercase();
        if is_of_each(&part) {
            return None;
        }
        if let Some((version, rest)) = version(&part) {
            return (is_of_documents || holds_documents(&rest)).then_some((&path[..end], (version, rest)));
        }
        is_of_documents |= holds_documents(&part);
        start = end + 1;
    }
    None
}

/// Folders of documents that are written for readers.
fn holds_documents(part: &str) -> bool {
    is_among("book content doc docs documentation guide guides help manual manuals pages site website", part)
}

/// Folders in which each release has texts of its own, under the same names.
fn is_of_each(part: &str) -> bool {
    let first = part.split(['-', '_']).next().unwrap_or_default();
    is_among(
        "adr adrs blog changelog changelogs changes decisions history meetings migration migrations minutes",
        first,
    ) || is_among("news notes posts release releases releasenotes reports upgrade upgrades upgrading", first)
        && version(part).is_none()
}

/// `2.7`, `v1.15-docs`, `version-0.7.x`: the version, and the other words of the name. A folder `v2` may be a part of the
/// product, and `2024.11` is a month.
fn version(part: &str) -> Option<(Version, String)> {
    if !part.contains('.') {
        return None;
    }
    let (mut found, mut rest) = (None, Vec::new());
    for word in part.split(['-', '_', ' ']) {
        match numbers(word) {
            Some(version) if found.is_none() => found = Some(version),
            Some(_) => return None,
            None => rest.push(word),
        }
    }
    rest.retain(|it| !is_among("release releases ver version", it));
    found.map(|version| (version, rest.join("-")))
}

fn numbers(word: &str) -> Option<Version> {
    const YEARS: std::ops::Range<u32> = 1900..2100;
    let word = word.strip_prefix('v').unwrap_or(word);
    let number = |it: &str| if it == "x" { Some(u32::MAX) } else { it.parse::<u32>().ok() };
    let all: Version = word.contains('.').then(|| word.split('.').map(number).collect()).flatten()?;
    all.first().is_some_and(|it| *it < u32::MAX && !YEARS.contains(it)).then_some(all)
}

/// A folder without those in it for what was put away: `docs/archive` lies where `docs` does.
fn without_put_away(folder: &str) -> String {
    let parts: Vec<&str> = folder.split('/').filter(|it| !is_put_away(it) && !AGES.contains(it)).collect();
    parts.join("/")
}

/// The pages of the folder that has the name of the releases and no version, where there is one.
fn of_today<'f, S: AsRef<str>>(files: &'f [S], around: &str, rest: &str) -> impl Iterator<Item = &'f str> {
    let slash = if around.is_empty() { "" } else { "/" };
    let folder = if rest.is_empty() { None } else { Some(format!("{around}{slash}{rest}/")) };
    let first = folder.as_deref().map_or(files.len(), |it| files.partition_point(|path| path.as_ref() < it));
    let below = files[first..].iter().map(AsRef::as_ref);
    below.map_while(move |path| path.strip_prefix(folder.as_deref()?)).filter(|it| is_page(it))
}

#[cfg(test)]
mod tests {
    use super::Earlier;

    const PAGES: [&str; 6] = ["a.md", "b.md", "c/d.md", "c/e.md", "c/f.md", "g.md"];

    fn earlier(folders: &[&str]) -> Earlier {
        let mut files: Vec<String> =
            folders.iter().flat_map(|it| PAGES.iter().map(move |page| format!("{it}/{page}"))).collect();
        files.sort();
        Earlier::among(&files)
    }

    #[test]
    fn of_several_releases_the_last_one_is_read() {
        let docs = earlier(&["content/docs/2.7", "content/docs/2.8", "content/docs/2.10", "content/docs/archive/1.4"]);
        assert!(docs.holds("content/docs/2.7/c/d.md") && docs.holds("content/docs/2.8/z.md"));
        assert!(docs.holds("content/docs/archive/1.4/a.md"));
        assert!(!docs.holds("content/docs/2.10/a.md") && !docs.holds("content/docs/a.md"));
        assert!(!earlier(&["docs/2.7"]).holds("docs/2.7/a.md"));
        assert!(earlier(&["docs/version-0.7.x", "docs/version-0.8.x"]).holds("docs/version-0.7.x/a.md"));
        assert!(!earlier(&["docs/de/2.7", "docs/en/2.8"]).holds("docs/de/2.7/a.md"));
    }

    #[test]
    fn what_has_no_version_is_later_than_all() {
        let site = ["content/docs", "content/v1.9-docs", "content/v1.10-docs"];
        let all = earlier(&site);
        assert!(all.holds("content/v1.9-docs/a.md") && all.holds("content/v1.10-docs/a.md"));
        assert!(!all.holds("content/docs/a.md"));
        assert!(!earlier(&site[1..]).holds("content/v1.10-docs/a.md"));
    }

    #[test]
    fn what_each_release_has_for_itself_is_no_copy() {
        for folders in [
            ["docs/api/v1", "docs/api/v2"],
            ["docs/releases/1.1", "docs/releases/1.2"],
            ["releases/release-1.1", "releases/release-1.2"],
            ["src/1.1", "src/1.2"],
            ["docs/minutes/1.1", "docs/minutes/1.2"],
            ["docs/2025.11", "docs/2025.12"],
            ["docs/1.1-to-1.2", "docs/1.2-to-1.3"],
        ] {
            assert!(!earlier(&folders).holds(&format!("{}/a.md", folders[0])), "{folders:?}");
        }
        let lessons = ["docs/1.1/a.md", "docs/1.1/b.md", "docs/1.2/a.md", "docs/1.2/b.md"];
        assert!(!Earlier::among(&lessons).holds("docs/1.1/a.md"));
    }
}
