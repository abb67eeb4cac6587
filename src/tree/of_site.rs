//! Where links lead of which a program makes those of a site. An address means there what its settings say, but for one that
//! names the file of another page: every such program reads that from where it stands.

use super::{Around, Entry};
use crate::words::address::local::{self, Local};
use crate::words::edition::is_language;

/// Folders of pages that nobody shows.
const PUT_AWAY: &[&str] = &["_build", "unused", "archive", "archives", "themes"];

/// Languages in which a page may lie under another ending: `doors.de.md` for `doors.md`.
const LANGUAGES: &[&str] = &["en", "zh", "zh-CN", "zh_CN", "ja", "ko", "de", "fr", "es", "pt", "pt-BR", "ru", "it"];

/// Whether a page of a site misses a file, or a part of one, that every program for sites looks for at the same place.
pub fn is_missed(around: &Around, target: &Local, is_of_file: bool) -> bool {
    if is_of_file { names_page(around, target) } else { !target.is_rooted && !shares_parts(around) }
}

/// Whether a target names the file of a page, and no program finds that elsewhere.
fn names_page(around: &Around, target: &Local) -> bool {
    let Some(stem) = target.path.strip_suffix(".md").filter(|_| !target.is_rooted) else { return false };
    let is_put_away = || around.path.split('/').any(|part| PUT_AWAY.contains(&part));
    // Some look for a bare path from any folder around.
    let is_bare = !target.path.starts_with('.');
    let is_around = || {
        let mut folders = [""].into_iter().chain(local::folders(&around.path));
        folders.any(|folder| local::resolved(folder, &target.path).is_some_and(|it| around.entry(&it).is_some()))
    };
    let Some(page) = local::resolved(around.folder(), stem) else { return false };
    let translated = |language: &&str| around.entry(&format!("{page}.{language}.md")).is_some();
    // An earlier edition may have what this one has not any more, and a page of it is made as well.
    let name = stem.trim_start_matches("../").trim_start_matches("./");
    let is_of_edition = || around.named(&format!("{name}.md")).iter().any(|file| file.contains("versioned_docs/"));
    let is_relative = || around.making().is_some_and(|it| it.is_relative);
    !(is_put_away() || is_bare && !is_relative() && is_around() || LANGUAGES.iter().any(translated) || is_of_edition())
}

/// Settings of programs for which a fragment may name a part of any page.
const SHARING: &[&str] = &["conf.py", "myst.yml", "_toc.yml"];

/// Whether a fragment that no heading makes may lead to a part of another page.
fn shares_parts(around: &Around) -> bool {
    lies_in(around, local::folders(&around.path).chain([""]), SHARING)
}

/// Whether a file of one of these names lies in one of some folders.
fn lies_in<'f>(around: &Around, mut folders: impl Iterator<Item = &'f str>, names: &[&str]) -> bool {
    let is_there = |path: Option<String>| path.is_some_and(|it| around.entry(&it).is_some());
    folders.any(|folder| names.iter().any(|name| is_there(local::resolved(folder, name))))
}

/// Whether the pages around a text are made by Doxygen, for which a fragment names any page or part. Settings at the root are
/// for the whole project, whose texts the forge shows.
pub fn is_of_doxygen(around: &Around) -> bool {
    lies_in(around, local::folders(&around.path), &["Doxyfile", "Doxyfile.in"])
}

/// Whether a target leads to what lies beside all pages, in the folder from which the first version of Docusaurus takes
/// pictures for each of them: `assets/door.png` of `docs/guide/doors.md` is `docs/assets/door.png`.
pub fn is_beside_pages(around: &Around, target: &Local) -> bool {
    const SETTINGS: &[&str] = &["siteConfig.js", "sidebars.json"];
    const OF_LATER: &[&str] = &["docusaurus.config.js", "docusaurus.config.ts"];
    let path = target.path.trim_start_matches("./");
    let has = |names: &[&str]| names.iter().any(|it| !around.named(it).is_empty());
    let is_there = |folder: &str| around.entry(&format!("{folder}/{path}")) == Some(Entry::File);
    let is_of_pages = || local::folders(&around.path).any(|it| local::name(it) == "docs" && is_there(it));
    !target.is_rooted && path.starts_with("assets/") && is_of_pages() && has(SETTINGS) && !has(OF_LATER)
}

/// Whether a target is the way from page to page on a site where each page is a folder: `../hinges/` of `guide/doors.md` is
/// `guide/hinges.md`. Nobody writes so for readers of the files, whatever program makes the site.
pub fn is_way_of_folders(around: &Around, target: &Local) -> bool {
    let is_name = !local::name(target.path.trim_end_matches('/')).contains('.');
    let stem = around.path.strip_suffix(".md").or_else(|| around.path.strip_suffix(".mdx"));
    let own = stem.filter(|_| target.path.starts_with("../") && is_name && !local::is_folder_page(&around.path));
    let page = own.and_then(|it| local::resolved(it, target.path.trim_end_matches('/')));
    // A folder that a README stands for is meant by readers of the files, who are one level off.
    let is_shown = |it: &str| local::name(it).to_ascii_lowercase().starts_with("readme");
    let is_page = |it: &str| !is_shown(it) && around.entry(it) == Some(Entry::File);
    page.is_some_and(|it| local::pages_of(&it).any(|it| is_page(&it)))
}

/// Whether a target is a file of the same catalogue of DocC, which finds pictures by their names: `door.png` of `Shop.docc/Shop.md`
/// is `Shop.docc/Images/door.png`.
pub fn is_in_catalogue(around: &Around, path: &str) -> bool {
    const ENDING: &str = ".docc/";
    let catalogue = around.path.find(ENDING).map(|at| &around.path[..at + ENDING.len()]);
    catalogue.is_some_and(|it| around.named(local::name(path)).iter().any(|found| found.starts_with(it)))
}

/// Whether a page is MDX that a target calls Markdown, on a site of Astro: its own program cuts the ending off.
pub fn is_called_mdx(around: &Around, path: &str) -> bool {
    const SETTINGS: &[&str] = &["astro.config.mjs", "astro.config.ts", "astro.config.js"];
    let is_page = || path.ends_with(".md") && around.entry(&format!("{path}x")) == Some(Entry::File);
    is_page() && SETTINGS.iter().any(|it| !around.named(it).is_empty())
}

/// Whether the pages around a text are made by DocFX, to which `~/` is the folder of its settings, and nobody's home.
pub fn is_of_docfx(around: &Around) -> bool {
    lies_in(around, local::folders(&around.path).chain([""]), &["docfx.json"])
}

/// Whether an address from the root of a site is that of a page in the tree, though it looks like one of a disk:
/// `/home/doors` is `home/doors.mdx`, at the root or in a folder around the text.
pub fn is_page_from_root(around: &Around, target: &str) -> bool {
    let Some(target) = local::parse(target).filter(|it| it.is_rooted) else { return false };
    let mut folders = [""].into_iter().chain(local::folders(&around.path));
    folders.any(|folder| {
        let place = local::resolved(folder, &target.path);
        place
            .is_some_and(|it| around.entry(&it).is_some() || local::pages_of(&it).any(|it| around.entry(&it).is_some()))
    })
}

/// Whether what a target names lies in a folder that a program for sites serves from the root.
pub fn is_served(around: &Around, target: &Local) -> bool {
    let below = target.path.trim_start_matches("./");
    below.contains('/')
        && around.named(below).into_iter().any(|file| {
            let folder = file.strip_suffix(below).and_then(|it| it.strip_suffix('/'));
            folder.is_some_and(|it| matches!(local::name(it), "public" | "static" | "assets"))
        })
}

/// Whether a path stands in a folder of a language, and the same page is there in another one: what is not translated yet is
/// read there.
pub fn is_of_translation(around: &Around, path: &str) -> bool {
    path.match_indices('/').any(|(end, _)| {
        let is_page = |file: &str| file.ends_with(&path[end..]);
        is_language(&local::name(&path[..end]).to_lowercase())
            && around.named(&path[end + 1..]).into_iter().any(is_page)
    })
}
