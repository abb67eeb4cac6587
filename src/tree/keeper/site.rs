//! The folders of whose texts a program makes a site, as its settings have them: what lies beside them is read where it lies.

use super::names::{APPS, OF_DOCUSAURUS, PAGES, SETTINGS, SITE_FOLDERS, SITES};
use super::{fits, is_sample};
use crate::words::address::local;

/// Settings that say so read texts beside their folder.
const OUTSIDE: &str = "../";

/// The folders of the pages whose settings a file holds. `files` is in order.
pub fn folders(path: &str, files: &[String], text: &impl Fn(&str) -> Option<String>) -> Vec<String> {
    let name = local::name(path).to_lowercase();
    let own = own_folder(path);
    let folder = own.unwrap_or_else(|| folder_of_settings(path));
    let says = |words: &[&str]| text(path).is_some_and(|it| words.iter().any(|word| it.contains(word)));
    let is_of_site = || {
        SITES.iter().any(|glob| fits(glob, &name)) && may_be_book(path)
            || SETTINGS.contains(&&*name) && has_content(folder, files)
            || fits(APPS.0, &name) && says(APPS.1)
    };
    if own.is_none() && !is_of_site() {
        return Vec::new();
    }
    // A site among the samples is one to itself.
    if is_sample(path) {
        return vec![folder.to_owned()];
    }
    // Beside settings lie the parts of pages, which bring in whatever they are made with; and what is put together in Python
    // names the folders of its code.
    let are_settings = (own.is_none() || name.starts_with("config")) && name != "conf.py";
    let settings = if are_settings { text(path).unwrap_or_default() } else { String::new() };
    let mut folders = pages(&name, folder, &settings, files);
    let outside = values(&settings).filter(|it| it.starts_with(OUTSIDE));
    folders.extend(outside.filter_map(|it| local::resolved(folder, it)).filter(|it| has_texts(it, files)));
    folders
}

/// Settings that list the pages of their site, and the folders of what is put into them.
pub const LISTING: &[&str] = &["mkdocs.yml", "mkdocs.yaml"];

/// Pages that the settings in a file list and no file is: a script puts them there before the site is made. `files` is in order.
pub fn listed(path: &str, files: &[String], text: &impl Fn(&str) -> Option<String>) -> Vec<String> {
    const MOST: usize = 1_000;
    let name = local::name(path).to_lowercase();
    let settings = LISTING.contains(&&*name).then(|| text(path)).flatten().unwrap_or_default();
    let mut folders =
        if settings.is_empty() { Vec::new() } else { pages(&name, local::folder(path), &settings, files) };
    let Some(folder) = folders.pop() else { return Vec::new() };
    let named = values(&settings).filter(|it| it.ends_with(".md")).filter_map(|it| local::resolved(&folder, it));
    named.filter(|it| files.binary_search(it).is_err()).take(MOST).collect()
}

/// The folder of the pages that settings of this sort speak of.
pub fn folder_of_pages(path: &str, settings: &str) -> String {
    let name = local::name(path).to_lowercase();
    let of_it = PAGES.iter().find(|(known, ..)| *known == name);
    let said = of_it.map(|(_, key, usual)| value_of(settings, key).unwrap_or_else(|| (*usual).to_owned()));
    local::resolved(local::folder(path), &said.unwrap_or_default()).unwrap_or_default()
}

/// Where the pages lie beside their settings: in a folder that these name, in those that such a program looks into, or all around.
fn pages(name: &str, folder: &str, settings: &str, files: &[String]) -> Vec<String> {
    let below = |part: &str| local::resolved(folder, part).filter(|it| has_texts(it, files));
    if let Some((_, key, usual)) = PAGES.iter().find(|(settings, ..)| *settings == name) {
        let said = value_of(settings, key).unwrap_or_else(|| (*usual).to_owned());
        return vec![below(&said).unwrap_or_else(|| folder.to_owned())];
    }
    let inside: Vec<String> = match () {
        _ if name.starts_with("docusaurus.") => {
            let named = values(settings).filter(|it| !it.starts_with('.'));
            OF_DOCUSAURUS.iter().copied().chain(named).filter_map(below).filter(|it| it != folder).collect()
        }
        _ if name.starts_with("hugo.") || SETTINGS.contains(&name) => below("content").into_iter().collect(),
        _ => Vec::new(),
    };
    if inside.is_empty() { vec![folder.to_owned()] } else { inside }
}

/// A list of chapters is called so at the root; anywhere else a summary is what its name says.
fn may_be_book(path: &str) -> bool {
    !local::name(path).eq_ignore_ascii_case("summary.md") || path == "SUMMARY.md"
}

/// What settings say behind a key at the beginning of a line: `docs_dir: pages`, `src = "pages"`.
fn value_of(settings: &str, key: &str) -> Option<String> {
    settings.lines().find_map(|line| {
        let value = line.trim_start().strip_prefix(key)?.trim_start().strip_prefix([':', '='])?;
        let value = value.split(" #").next().unwrap_or(value);
        Some(value.trim().trim_matches(['"', '\'']).to_owned())
    })
}

/// The words of settings, without what stands around them.
fn values(settings: &str) -> impl Iterator<Item = &str> {
    let is_around = |it: char| it.is_whitespace() || "\"'`,;:=()[]{}".contains(it);
    settings.split(is_around).filter(|it| !it.is_empty())
}

/// Whether anything lies below a folder.
fn has_texts(folder: &str, files: &[String]) -> bool {
    let below = format!("{folder}/");
    folder.is_empty() || files.get(files.partition_point(|it| *it < below)).is_some_and(|it| it.starts_with(&below))
}

/// The folder that a file is about: Hugo's settings may lie in one of their own, as `docs/config/_default/hugo.toml` for `docs`.
fn folder_of_settings(path: &str) -> &str {
    let folder = local::folder(path);
    let around = folder.strip_suffix("config/_default").filter(|it| it.is_empty() || it.ends_with('/'));
    around.map_or(folder, |it| it.trim_end_matches('/'))
}

/// Where the folder of such a program lies, if a file lies in one.
fn own_folder(path: &str) -> Option<&str> {
    let mut parts = path.match_indices('/').scan(0, |start, (end, _)| {
        let part = *start..end;
        *start = end + 1;
        Some(part)
    });
    let found = parts.find(|it| SITE_FOLDERS.contains(&&path[it.clone()]))?;
    Some(path[..found.start].trim_end_matches('/'))
}

/// Whether beside a file of settings lie the folders of a site by Hugo.
fn has_content(folder: &str, files: &[String]) -> bool {
    let has = |part: &str| local::resolved(folder, part).is_some_and(|it| has_texts(&it, files));
    has("content") && ["layouts", "themes", "archetypes"].into_iter().any(has)
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn settings_list_pages_that_a_script_brings() {
        let listed = |settings: &str| {
            let files = ["docs/start.md", "guide/a.md", "mkdocs.yml"].map(str::to_owned);
            listed("mkdocs.yml", &files, &|_| Some(settings.to_owned()))
        };
        assert_eq!(listed("nav:\n  - Start: start.md\n  - 'Doors': 'doors.md'\n"), ["docs/doors.md"]);
        assert_eq!(listed("docs_dir: guide\nnav: [a.md, b.md]\n"), ["guide/b.md"]);
        assert!(listed("nav:\n  - start.md\n").is_empty() && listed("").is_empty());
    }
}
