//! Who else looks after the links of a repository: programs that make a site of its texts, and programs that follow
//! links. Told by the names of their files, and by the words of those that run them.

mod names;
mod together;

use std::cell::Cell;

use crate::words::address::local;
use names::{
    APPS, CHECKERS, LINKCHECK, MAKERS, OF_ONE_SITE, OF_ROOT, PAGES, PROGRAMS, RUNNERS, SETTINGS, SHOWN, SHOWN_BY,
    SITE_CHECKERS, SITE_FOLDERS, SITE_PROGRAMS, SITES,
};

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
    /// Folders of whose documents a program follows the links, sorted; the root is the empty one.
    followed: Vec<String>,
    /// Folders of whose documents a site is made, sorted.
    sites: Vec<String>,
    /// Folders from which a program looks for whatever is linked to in them, the innermost first.
    roots: Vec<String>,
}

/// A folder of which somebody else looks after the links.
struct Kept {
    folder: String,
    by: By,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
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
        let mut kept: Vec<Kept> = files.iter().filter_map(|path| kept_folder(path, files, &some)).collect();
        kept.extend(together::folders(files, &text).map(|folder| Kept { folder, by: By::Follower }));
        let has_all = |by: By| kept.iter().any(|it| it.by == by && it.folder.is_empty());
        if !has_all(By::Follower) {
            // Of which texts a site is made its settings say, where they are here.
            let makers = if kept.is_empty() { MAKERS } else { &[] };
            kept.extend(ran(files, &text, makers).map(|by| Kept { folder: String::new(), by }));
        }
        let folders = |by: By| {
            let mut folders: Vec<String> = kept.iter().filter(|it| it.by == by).map(|it| it.folder.clone()).collect();
            folders.sort();
            folders.dedup();
            folders
        };
        let mut roots: Vec<String> = files.iter().filter_map(|path| root_of_pages(path, &some)).collect();
        roots.sort_by_key(|it| std::cmp::Reverse(it.len()));
        Self { followed: folders(By::Follower), sites: folders(By::Site), roots }
    }

    /// The folder from which links of a document are followed as well.
    pub fn root(&self, path: &str) -> Option<&str> {
        let is_around = |root: &&String| local::folders(path).chain([""]).any(|it| it == root.as_str());
        self.roots.iter().find(is_around).map(String::as_str)
    }

    /// Whether a document lies in one of them, and is read nowhere else.
    pub fn holds(&self, path: &str) -> bool {
        // There may be as many folders as documents.
        let is_in = |folders: &[String]| {
            let mut around = local::folders(path).chain([""]);
            around.any(|it| folders.binary_search_by(|known| known.as_str().cmp(it)).is_ok())
        };
        is_in(&self.followed) || !is_shown(path) && is_in(&self.sites)
    }
}

/// Whether a forge shows a document where everybody looks first: "README.md", "CONTRIBUTING.md", ".github/SECURITY.md".
fn is_shown(path: &str) -> bool {
    let name = path.strip_prefix(".github/").unwrap_or(path).to_lowercase();
    let stem = name.split('.').next().unwrap_or_default();
    !name.contains('/') && SHOWN.contains(&stem)
}

/// Who looks after all links, by the words of those that run programs.
fn ran(files: &[String], text: impl Fn(&str) -> Option<String>, makers: &[&str]) -> Option<By> {
    let mut is_site = false;
    let runs = |text: &str, programs: &[&str]| programs.iter().any(|name| text.contains(name));
    let is_followed =
        files.iter().filter(|path| is_runner(path)).take(MOST_READ).filter_map(|path| text(path)).any(|it| {
            is_site |= runs(&it, makers) || runs(&it, SITE_PROGRAMS);
            runs(&it, PROGRAMS) || it.contains(LINKCHECK) && !runs(&it, OF_ONE_SITE)
        });
    match is_followed {
        true => Some(By::Follower),
        false => is_site.then_some(By::Site),
    }
}

/// The folder that a file speaks of, if it belongs to one of the programs. A site is made of the texts around its settings:
/// what lies elsewhere is read where it lies.
fn kept_folder(path: &str, files: &[String], text: &impl Fn(&str) -> Option<String>) -> Option<Kept> {
    let name = local::name(path).to_lowercase();
    let fits = |glob: &&str| match glob.strip_suffix('*') {
        Some(open) => name.starts_with(open),
        None => name == **glob,
    };
    let whole = |by: By| Some(Kept { folder: String::new(), by });
    if CHECKERS.iter().any(&fits) {
        return whole(By::Follower);
    }
    if SITE_CHECKERS.iter().any(&fits) {
        return whole(By::Site);
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
    // Beside them lie the parts of pages, which bring in whatever they are made with.
    let are_settings = own.is_none() || name.starts_with("config");
    let says_outside = || are_settings && says(&[OUTSIDE]);
    let pages = PAGES.iter().find(|(settings, ..)| *settings == name).and_then(|(_, key, usual)| {
        let said = text(path).and_then(|it| value_of(&it, key)).unwrap_or_else(|| (*usual).to_owned());
        local::resolved(folder, &said).filter(|it| !it.is_empty() && has_texts(it, files))
    });
    // Who shows a site says of which settings it is made.
    let made_of =
        SHOWN_BY.contains(&&*name).then(|| text(path).and_then(|it| value_of(&it, "configuration"))).flatten();
    let made_of = made_of.map(|it| local::folder(&it).to_owned()).filter(|it| !it.is_empty());
    let folder = match pages.or(made_of) {
        Some(pages) if !says_outside() => pages,
        // At the root they speak of everything, whatever they say.
        _ if folder.is_empty() || says_outside() => String::new(),
        _ => folder.to_owned(),
    };
    Some(Kept { folder, by: By::Site })
}

/// What settings say behind a key at the beginning of a line: `docs_dir: pages`, `src = "pages"`.
fn value_of(settings: &str, key: &str) -> Option<String> {
    settings.lines().find_map(|line| {
        let value = line.trim_start().strip_prefix(key)?.trim_start().strip_prefix([':', '='])?;
        let value = value.split(" #").next().unwrap_or(value);
        Some(value.trim().trim_matches(['"', '\'']).to_owned())
    })
}

/// Whether anything lies below a folder. `files` is in order.
fn has_texts(folder: &str, files: &[String]) -> bool {
    let below = format!("{folder}/");
    files.get(files.partition_point(|it| *it < below)).is_some_and(|it| it.starts_with(&below))
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
    let has = |part: &str| has_texts(&format!("{folder}{}{part}", if folder.is_empty() { "" } else { "/" }), files);
    has("content") && ["layouts", "themes", "archetypes"].into_iter().any(has)
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
        assert!(holds(&["site/docusaurus.config.js"], "path: '../docs'", "docs/a.md"));
        assert!(holds(&["docs/.vitepress/config.ts"], "", "docs/a.md"));
        assert!(!holds(&["docs/.vitepress/config.ts"], "", "a.md") && holds(&[".vitepress/config.ts"], "", "a.md"));
        let shown = ["docs/conf.py", ".readthedocs.yml", "tools/a.md"];
        assert!(
            !holds(&shown, "sphinx:\n  configuration: docs/conf.py", "tools/a.md") && holds(&shown, "", "tools/a.md")
        );
        let part = ["docs/.vitepress/theme/a.vue"];
        assert!(!holds(&part, "import '../../../../b'", "a.md") && holds(&part, "", "docs/a.md"));
        assert!(holds(&["docs/.vitepress/config.ts"], "srcDir: '../'", "a.md"));
        assert!(!holds(&["docs/Makefile"], "linkcheck:\n\t$(SPHINXBUILD) -b linkcheck out", "tools/a.md"));
        assert!(holds(&["package.json"], "\"linkcheck\": \"node follow.js\"", "tools/a.md"));
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
