//! Who else looks after the links of a repository: programs that make a site of its texts, and programs that follow
//! links. Told by the names of their files, and by the words of those that run them.

mod making;
mod names;
mod run;
mod site;
mod together;

use std::cell::Cell;
use std::collections::BTreeSet;

use crate::words::address::local;
use crate::words::copied;
pub use making::Making;
use names::{CHECKERS, MANIFESTS, OF_ROOT, SHOWN, SITE_CHECKERS};
pub use site::listed;

/// Settings that are read, at most, runners, and pages of HTML: a repository of a thousand packages has as many.
const MOST_READ: usize = 40;

/// Where links are kept by others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keepers {
    /// Folders of whose documents a program follows the links, sorted; the root is the empty one.
    followed: Vec<String>,
    /// Folders of whose documents a site is made, sorted.
    sites: Vec<String>,
    /// Folders from which a program looks for whatever is linked to in them, the innermost first.
    roots: Vec<String>,
    /// Folders of whose documents a program makes pages that find each other by the names of their files.
    by_name: Vec<String>,
    /// How sites are made, by the folders of their pages.
    makings: Vec<(String, Making)>,
}

/// A folder of which somebody else looks after the links.
struct Kept {
    folder: String,
    by: Keeper,
}

/// Who looks after links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Keeper {
    /// A program that follows them, or knows where they lead.
    Follower,
    /// A site is made of its texts, and an address means there what its settings say. What a forge shows of them is read there
    /// as well.
    Site,
}

impl Keepers {
    /// Looks for them among the files of a repository.
    pub fn among(files: &[String], text: impl Fn(&str) -> Option<String>) -> Self {
        let read = Cell::new(0);
        let some = |path: &str| (read.replace(read.get() + 1) < MOST_READ).then(|| text(path)).flatten();
        let mut kept: Vec<Kept> = files.iter().flat_map(|path| kept_folders(path, files, &some)).collect();
        kept.extend(together::folders(files, &text).map(|folder| Kept { folder, by: Keeper::Follower }));
        let has_all = |by: Keeper| kept.iter().any(|it| it.by == by && it.folder.is_empty());
        if !has_all(Keeper::Follower) {
            kept.extend(run::kept(files, &text, &kept));
        }
        let folders = |by: Keeper| {
            let mut folders: Vec<String> = kept.iter().filter(|it| it.by == by).map(|it| it.folder.clone()).collect();
            folders.sort();
            folders.dedup();
            folders
        };
        let mut roots: Vec<String> = files.iter().filter_map(|path| root_of_pages(path, &some)).collect();
        roots.sort_by_key(|it| std::cmp::Reverse(it.len()));
        let by_name = files.iter().flat_map(|path| folders_by_name(path, files, &some)).collect();
        let makings = files.iter().filter_map(|path| making::of_settings(path, &some)).collect();
        Self { followed: folders(Keeper::Follower), sites: folders(Keeper::Site), roots, by_name, makings }
    }

    /// Whether a page is found from a document by the name of its file, wherever that lies.
    pub fn finds_by_name(&self, path: &str) -> bool {
        local::folders(path).any(|it| self.by_name.iter().any(|folder| folder == it))
    }

    /// The innermost folder around a document of whose documents a site is made.
    pub fn site(&self, path: &str) -> Option<&str> {
        let known = |folder: &str| self.sites.binary_search_by(|it| it.as_str().cmp(folder)).ok();
        let places = [""].into_iter().chain(local::folders(path));
        places.filter_map(known).last().map(|at| self.sites[at].as_str())
    }

    /// How the innermost site around a document is made.
    pub fn making(&self, path: &str) -> Option<&Making> {
        let is_around = |folder: &str| local::folders(path).chain([""]).any(|it| it == folder);
        let around = self.makings.iter().filter(|(folder, _)| !is_shown(path) && is_around(folder));
        around.max_by_key(|(folder, _)| folder.len()).map(|(_, making)| making)
    }

    /// The folder from which links of a document are followed as well.
    pub fn root(&self, path: &str) -> Option<&str> {
        let is_around = |root: &&String| local::folders(path).chain([""]).any(|it| it == root.as_str());
        self.roots.iter().find(is_around).map(String::as_str)
    }

    /// Who looks after the links of a document, where it lies in one of their folders and is read nowhere else.
    pub fn of(&self, path: &str) -> Option<Keeper> {
        // There may be as many folders as documents.
        let is_in = |folders: &[String]| {
            let mut around = local::folders(path).chain([""]);
            around.any(|it| folders.binary_search_by(|known| known.as_str().cmp(it)).is_ok())
        };
        match () {
            _ if is_in(&self.followed) => Some(Keeper::Follower),
            _ if !is_shown(path) && is_in(&self.sites) => Some(Keeper::Site),
            _ => None,
        }
    }
}

/// Whether a forge shows a document where everybody looks first: "README.md", "CONTRIBUTING.md", ".github/SECURITY.md".
fn is_shown(path: &str) -> bool {
    let name = path.strip_prefix(".github/").unwrap_or(path).to_lowercase();
    let stem = name.split('.').next().unwrap_or_default();
    !name.contains('/') && SHOWN.contains(&stem)
}

/// The folders that a file speaks of, if it belongs to one of the programs.
fn kept_folders(path: &str, files: &[String], text: &impl Fn(&str) -> Option<String>) -> Vec<Kept> {
    let name = local::name(path).to_lowercase();
    let checked = |by: Keeper| vec![Kept { folder: checked_folder(path, files).to_owned(), by }];
    match () {
        _ if CHECKERS.iter().any(|glob| fits(glob, &name)) => checked(Keeper::Follower),
        _ if SITE_CHECKERS.iter().any(|glob| fits(glob, &name)) => checked(Keeper::Site),
        _ => site::folders(path, files, text).into_iter().map(|folder| Kept { folder, by: Keeper::Site }).collect(),
    }
}

/// The folder of whose texts a program follows the links by settings of its own: all of them, wherever these lie, but for those
/// of a copy, a sample or a package, which are of that alone. `files` is in order.
fn checked_folder<'p>(path: &'p str, files: &[String]) -> &'p str {
    let folder = local::folder(path);
    let has = |name: &&str| files.binary_search_by(|it| it.as_str().cmp(&format!("{folder}/{name}"))).is_ok();
    let is_of_part = is_sample(path) || !folder.is_empty() && MANIFESTS.iter().any(has);
    if is_of_part { folder } else { "" }
}

/// Whether a name is meant; `*` is any end.
fn fits(glob: &str, name: &str) -> bool {
    match glob.strip_suffix('*') {
        Some(open) => name.starts_with(open),
        None => name == glob,
    }
}

/// The folder from which a program follows all links, if a file holds its settings.
fn root_of_pages(path: &str, text: &impl Fn(&str) -> Option<String>) -> Option<String> {
    if !OF_ROOT.contains(&local::name(path)) || is_sample(path) {
        return None;
    }
    let settings = text(path).and_then(|it| serde_json::from_str::<serde_json::Value>(&it).ok());
    let first = settings.as_ref().and_then(|it| it.get("index")?.as_str()).unwrap_or_default();
    local::resolved(local::folder(path), local::folder(first))
}

/// The folders of pages that a program for documentation makes of them, if a file holds its settings, which name them: "guides"
/// beside a `mix.exs` with `Path.wildcard("guides/*.md")`.
fn folders_by_name(path: &str, files: &[String], text: &impl Fn(&str) -> Option<String>) -> Vec<String> {
    const SETTINGS: (&str, &str) = ("mix.exs", "ex_doc");
    if local::name(path) != SETTINGS.0 || is_sample(path) {
        return Vec::new();
    }
    let Some(settings) = text(path).filter(|it| it.contains(SETTINGS.1)) else { return Vec::new() };
    let root = path.strip_suffix(SETTINGS.0).unwrap_or_default();
    let pages = files.iter().filter(|it| it.ends_with(".md")).filter_map(|it| it.strip_prefix(root));
    let folders: BTreeSet<&str> = pages.filter_map(|it| it.split_once('/')).map(|(folder, _)| folder).collect();
    let named = folders.into_iter().filter(|folder| settings.contains(&format!("\"{folder}/")));
    named.map(|folder| format!("{root}{folder}")).collect()
}

/// What lies where tests and samples lie shows a site, and is none.
fn is_sample(path: &str) -> bool {
    const FOLDERS: &[&str] = &["test", "tests", "testdata", "fixtures", "examples", "example"];
    is_copy(path) || path.split('/').any(|part| FOLDERS.contains(&part))
}

/// What lies where programs of others lie runs nothing here.
fn is_copy(path: &str) -> bool {
    path.split('/').any(|part| copied::is_folder(part) || part.starts_with(".venv"))
}

#[cfg(test)]
mod tests {
    use super::Keepers;

    #[test]
    fn one_program_follows_all_links_from_one_folder() {
        let root = |settings: &str, path: &str| {
            let files = ["docs/a/b.md", "docs/hotdoc.json"].map(str::to_owned);
            let keepers = Keepers::among(&files, |_| Some(settings.to_owned()));
            assert!(keepers.of(path).is_none(), "what is nowhere is lost");
            keepers.root(path).map(str::to_owned)
        };
        assert_eq!(root(r#"{"index": "index.md"}"#, "docs/a/b.md").as_deref(), Some("docs"));
        assert_eq!(root(r#"{"index": "pages/index.md"}"#, "docs/pages/a/b.md").as_deref(), Some("docs/pages"));
        assert_eq!(root("{", "docs/a/b.md").as_deref(), Some("docs"));
        assert_eq!(root("{}", "README.md"), None);
    }

    #[test]
    fn a_program_may_find_pages_by_their_names() {
        let finds = |settings: &str, path: &str| {
            let files = ["a/mix.exs", "a/guides/b/c.md", "a/notes/d.md"].map(str::to_owned);
            Keepers::among(&files, |_| Some(settings.to_owned())).finds_by_name(path)
        };
        let settings = "{:ex_doc, \"~> 0.31\"}, extras: Path.wildcard(\"guides/*/*.md\")";
        assert!(finds(settings, "a/guides/b/c.md") && !finds(settings, "a/notes/d.md"));
        assert!(!finds("extras: [\"guides/b/c.md\"]", "a/guides/b/c.md") && !finds(settings, "guides/b/c.md"));
    }

    #[test]
    fn what_lies_in_a_copy_or_a_package_is_of_that_alone() {
        let holds = |files: &[&str], text: &str, path: &str| {
            let files: Vec<String> = files.iter().map(|it| (*it).to_owned()).collect();
            Keepers::among(&files, |_| Some(text.to_owned())).of(path).is_some()
        };
        let copied = ["vendor/a/.lycheeignore", "third_party/b/Makefile", "tests/c/lychee.toml"];
        assert!(!holds(&copied, "lychee .", "README.md") && holds(&copied, "", "tests/c/d.md"));
        let of_package = ["packages/a/.lycheeignore", "packages/a/package.json"];
        assert!(!holds(&of_package, "", "README.md") && holds(&of_package, "", "packages/a/README.md"));
        assert!(holds(&of_package[..1], "", "README.md"));
    }

    #[test]
    fn others_are_told_by_their_files() {
        let holds = |files: &[&str], text: &str, path: &str| {
            let files: Vec<String> = files.iter().map(|it| (*it).to_owned()).collect();
            Keepers::among(&files, |_| Some(text.to_owned())).of(path).is_some()
        };
        assert!(holds(&["a/source/manual/b.html.md"], "", "a/source/c.md"));
        assert!(!holds(&["a/source/manual/b.html.md"], "", "a/README.md"));
        assert!(holds(&["mkdocs.yml"], "", "docs/a.md") && holds(&["docs/mkdocs.yml"], "", "docs/a/b.md"));
        assert!(!holds(&["mkdocs.yml"], "", "README.md") && !holds(&["mkdocs.yml"], "", ".github/CONTRIBUTING.md"));
        assert!(holds(&["mkdocs.yml"], "", "docs/README.md") && holds(&["mkdocs.yml", "lychee.toml"], "", "README.md"));
        assert!(!holds(&["Makefile"], "sphinx-build .", "README.md") && holds(&["Makefile"], "sphinx-build .", "a.md"));
        assert!(!holds(&["tox.ini"], "htmltest out", "README.md") && holds(&["tox.ini"], "lychee .", "README.md"));
        assert!(!holds(&["docs/mkdocs.yml"], "docs_dir: .", "README.md"));
        let of_folder = ["docs/a.md", "mkdocs.yml", "tools/b.md"];
        assert!(holds(&of_folder, "", "docs/a.md") && !holds(&of_folder, "", "tools/b.md"));
        assert!(holds(&of_folder, "docs_dir: tools # pages", "tools/b.md"));
        assert!(holds(&of_folder, "docs_dir: 'tools'", "tools/b.md") && holds(&of_folder, "docs_dir: .", "tools/b.md"));
        let book = ["book.toml", "src/a.md"];
        assert!(holds(&book, "", "src/a.md") && !holds(&book, "src = \"pages\"", "README.md"));
        assert!(holds(&["docs/.vitepress/config.ts"], "", "docs/a.md"));
        assert!(!holds(&["docs/.vitepress/config.ts"], "", "a.md") && holds(&[".vitepress/config.ts"], "", "a.md"));
        assert!(!holds(&[".readthedocs.yml", "docs/conf.py", "tools/a.md"], "", "tools/a.md"));
        let sample = ["README.md", "tests/site/a.md", "tests/site/conf.py"];
        assert!(holds(&sample, "../..", "tests/site/a.md") && !holds(&sample, "../..", "tests/b.md"));
        let part = ["docs/.vitepress/theme/a.vue"];
        assert!(!holds(&part, "import '../../../../b'", "a.md") && holds(&part, "", "docs/a.md"));
        assert!(holds(&["docs/.vitepress/config.ts", "guide/a.md"], "srcDir: '../guide'", "guide/a.md"));
        assert!(!holds(&["docs/Makefile"], "linkcheck:\n\t$(SPHINXBUILD) -b linkcheck out", "tools/a.md"));
        assert!(holds(&["package.json"], "\"linkcheck\": \"node follow.js\"", "tools/a.md"));
        let outside = ["docs/a.md", "other/b.md", "site/docs/c.md", "site/docusaurus.config.js"];
        assert!(holds(&outside, "path: '../docs'", "docs/a.md") && !holds(&outside, "path: '../docs'", "other/b.md"));
        assert!(holds(&outside, "", "site/docs/c.md") && !holds(&outside, "", "site/README.md"));
        let whole = ["docs/a.md", "docusaurus.config.ts", "guide/c.md", "tools/b.md"];
        assert!(holds(&whole, "path: 'guide'", "guide/c.md") && !holds(&whole, "path: 'guide'", "tools/b.md"));
        assert!(!holds(&["docs/conf.py", "lib/a.md"], "sys.path.insert(0, '../lib')", "lib/a.md"));
        assert!(holds(&["SUMMARY.md"], "", "a/b.md") && !holds(&["meetings/summary.md"], "", "meetings/a.md"));
        assert!(holds(&[".gitbook.yaml", "docs/a.md"], "root: ./docs/", "docs/a.md"));
        assert!(!holds(&[".gitbook.yaml", "docs/a.md"], "root: ./docs/", "tools/a.md"));
        assert!(holds(&["next.config.js"], "require('nextra')", "docs/a.md"));
        assert!(!holds(&["next.config.js"], "images: {}", "docs/a.md"));
        assert!(holds(&["lychee.toml"], "", "README.md"));
        assert!(holds(&[".github/workflows/docs.yml"], "uses: lycheeverse/lychee-action", "a/b.md"));
        assert!(holds(&["a/b/c/book.toml"], "", "a/b/c/src/d.md") && !holds(&["a/b/c/book.toml"], "", "README.md"));
        assert!(!holds(&["src/main.rs", ".github/workflows/ci.yml"], "run: cargo test", "README.md"));
        assert!(holds(&["site/config.toml", "site/content/a.md", "site/themes/b/c.css"], "", "site/content/a.md"));
        assert!(!holds(&["site/config.toml", "site/src/a.md"], "", "site/src/a.md"));
        let of_hugo = ["docs/config/_default/hugo.toml", "docs/content/a.md"];
        assert!(holds(&of_hugo, "", "docs/content/a.md") && !holds(&of_hugo, "", "README.md"));
        let standard = ["spec/index.html", "spec/scope.md", "README.md"];
        let included = "<section data-include='scope.md' data-include-format='markdown'></section>";
        assert!(holds(&standard, included, "spec/scope.md") && !holds(&standard, included, "README.md"));
        assert!(!holds(&standard, "<a href=\"scope.md\"></a><img src=\"a.png\">", "spec/scope.md"));
        let pages = ["a-js.md", "b-js.md", "c-js.md", "a-java.md", "b-java.md", "c-java.md", "d.md"];
        let pages = pages.map(|it| format!("docs/{it}"));
        let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
        assert!(holds(&pages, "", "docs/d.md") && !holds(&pages, "", "README.md"));
        assert!(!holds(&pages[..4], "", "docs/d.md"));
    }
}
