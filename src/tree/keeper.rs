//! Who else looks after the links of a repository: programs that make a site of its texts, and programs that follow
//! links. Told by the names of their files, and by the words of those that run them.

mod names;

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use crate::words::address::local;
use names::{APPS, CHECKERS, MAKERS, OF_ROOT, PROGRAMS, RUNNERS, SETTINGS, SITE_FOLDERS, SITES};

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

/// Settings that are read, at most, runners, and pages of HTML: a repository of a thousand packages has as many.
const MOST_READ: usize = 40;

/// Runners that lie deeper than this run nothing for the whole repository.
const DEEPEST: usize = 2;

/// Of a place where sites are shown: from which folder one is made.
const HOST: &str = "netlify.toml";

/// Settings that say so read texts beside their folder, and those may be any.
const OUTSIDE: &str = "../";

/// Where links are kept by others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keepers {
    /// Folders whose documents are kept, sorted; the root is the empty one.
    folders: Vec<String>,
    /// Folders from which a program looks for whatever is linked to in them, the innermost first.
    roots: Vec<String>,
}

impl Keepers {
    /// Looks for them among the files of a repository.
    pub fn among(files: &[String], text: impl Fn(&str) -> Option<String>) -> Self {
        let read = Cell::new(0);
        let some = |path: &str| (read.replace(read.get() + 1) < MOST_READ).then(|| text(path)).flatten();
        let mut folders: Vec<String> = files.iter().filter_map(|path| kept_folder(path, files, &some)).collect();
        folders.extend(in_variants(files));
        folders.extend(brought_together(files, &text));
        folders.extend(files.iter().filter_map(|path| of_whole_name(path)));
        // Of which texts a site is made its settings say, where they are here.
        let makers = if folders.is_empty() { MAKERS } else { &[] };
        let mut runners = files.iter().filter(|path| is_runner(path)).take(MOST_READ);
        let is_run = |text: &str| PROGRAMS.iter().chain(makers).any(|name| text.contains(name));
        if !folders.iter().any(String::is_empty) && runners.any(|path| text(path).is_some_and(|it| is_run(&it))) {
            folders.push(String::new());
        }
        folders.sort();
        folders.dedup();
        let mut roots: Vec<String> = files.iter().filter_map(|path| root_of_pages(path, &some)).collect();
        roots.sort_by_key(|it| std::cmp::Reverse(it.len()));
        Self { folders, roots }
    }

    /// The folder from which links of a document are followed as well.
    pub fn root(&self, path: &str) -> Option<&str> {
        let is_around = |root: &&String| local::folders(path).chain([""]).any(|it| it == root.as_str());
        self.roots.iter().find(is_around).map(String::as_str)
    }

    /// Whether a document lies in one of them.
    pub fn holds(&self, path: &str) -> bool {
        // There may be as many folders as documents.
        let mut around = local::folders(path).chain([""]);
        around.any(|it| self.folders.binary_search_by(|known| known.as_str().cmp(it)).is_ok())
    }
}

/// The folder that a file speaks of, if it belongs to one of the programs. A site is made of the texts around its settings:
/// what lies elsewhere is read where it lies.
fn kept_folder(path: &str, files: &[String], text: &impl Fn(&str) -> Option<String>) -> Option<String> {
    let name = local::name(path).to_lowercase();
    let fits = |glob: &&str| match glob.strip_suffix('*') {
        Some(open) => name.starts_with(open),
        None => name == **glob,
    };
    if CHECKERS.iter().any(fits) {
        return Some(String::new());
    }
    let own = own_folder(path);
    let folder = own.unwrap_or_else(|| folder_of_settings(path));
    let says = |words: &[&str]| text(path).is_some_and(|it| words.iter().any(|word| it.contains(word)));
    let is_of_site = || {
        SITES.iter().any(&fits)
            || SETTINGS.contains(&&*name) && has_content(folder, files)
            || fits(&APPS.0) && says(APPS.1)
            || name == HOST && says(&[OUTSIDE])
    };
    if own.is_none() && (!is_of_site() || is_sample(path)) {
        return None;
    }
    // At the root they speak of everything, whatever they say.
    let is_whole = folder.is_empty() || says(&[OUTSIDE]);
    Some(if is_whole { String::new() } else { folder.to_owned() })
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

/// Whether beside a file of settings lie the folders of a site by Hugo. `files` is in order.
fn has_content(folder: &str, files: &[String]) -> bool {
    let has = |part: &str| {
        let below = format!("{folder}{}{part}/", if folder.is_empty() { "" } else { "/" });
        files.get(files.partition_point(|it| *it < below)).is_some_and(|it| it.starts_with(&below))
    };
    has("content") && ["layouts", "themes", "archetypes"].into_iter().any(has)
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
fn brought_together(files: &[String], text: impl Fn(&str) -> Option<String>) -> Vec<String> {
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

/// What lies where tests and samples lie shows a site, and is none.
fn is_sample(path: &str) -> bool {
    path.split('/').any(|part| {
        matches!(part, "test" | "tests" | "testdata" | "fixtures" | "examples" | "example" | "vendor" | "node_modules")
    })
}

fn is_runner(path: &str) -> bool {
    let lower = path.to_lowercase();
    let name = local::name(&lower);
    let is_workflow = [".github/", ".circleci/", ".gitlab/", ".buildkite/", ".woodpecker", ".gitea/", ".forgejo/"]
        .iter()
        .any(|folder| lower.starts_with(folder))
        && (name.ends_with(".yml") || name.ends_with(".yaml"));
    is_workflow || RUNNERS.contains(&name) && lower.matches('/').count() <= DEEPEST
}

#[cfg(test)]
mod tests {
    use super::Keepers;

    #[test]
    fn one_program_follows_all_links_from_one_folder() {
        let root = |settings: &str, path: &str| {
            let files = ["docs/a/b.md", "docs/hotdoc.json"].map(str::to_owned);
            let keepers = Keepers::among(&files, |_| Some(settings.to_owned()));
            assert!(!keepers.holds(path), "what is nowhere is lost");
            keepers.root(path).map(str::to_owned)
        };
        assert_eq!(root(r#"{"index": "index.md"}"#, "docs/a/b.md").as_deref(), Some("docs"));
        assert_eq!(root(r#"{"index": "pages/index.md"}"#, "docs/pages/a/b.md").as_deref(), Some("docs/pages"));
        assert_eq!(root("{", "docs/a/b.md").as_deref(), Some("docs"));
        assert_eq!(root("{}", "README.md"), None);
    }

    #[test]
    fn others_are_told_by_their_files() {
        let holds = |files: &[&str], text: &str, path: &str| {
            let files: Vec<String> = files.iter().map(|it| (*it).to_owned()).collect();
            Keepers::among(&files, |_| Some(text.to_owned())).holds(path)
        };
        assert!(holds(&["a/source/manual/b.html.md"], "", "a/source/c.md"));
        assert!(!holds(&["a/source/manual/b.html.md"], "", "a/README.md"));
        assert!(holds(&["mkdocs.yml"], "", "README.md") && holds(&["docs/mkdocs.yml"], "", "docs/a/b.md"));
        assert!(!holds(&["docs/mkdocs.yml"], "docs_dir: .", "README.md"));
        assert!(holds(&["site/docusaurus.config.js"], "path: '../docs'", "docs/a.md"));
        assert!(holds(&["docs/.vitepress/config.ts"], "", "docs/a.md"));
        assert!(!holds(&["docs/.vitepress/config.ts"], "", "a.md") && holds(&[".vitepress/config.ts"], "", "a.md"));
        let moved = "base = \"www\"\ncommand = \"cp -r ../spec .\"";
        assert!(holds(&["netlify.toml"], moved, "spec/a.md") && !holds(&["netlify.toml"], "", "spec/a.md"));
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
