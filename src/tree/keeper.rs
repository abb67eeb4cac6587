//! Who else looks after the links of a repository: programs that make a site of its texts, and programs that follow
//! links. Told by the names of their files, and by the words of those that run them.

use std::collections::HashMap;

use crate::words::address::local;

/// Files of programs that make a site: an address means there what their settings say. In small letters; `*` is any end.
const SITES: &[&str] = &[
    "mkdocs.yml",
    "writerside.cfg",
    "mkdocs.yaml",
    "properdocs.yml",
    "zensical.toml",
    "docusaurus.config.*",
    "siteconfig.js",
    "sidebars.*",
    "_config.yml",
    "_config.yaml",
    "_config.toml",
    "_config.ts",
    "_config.js",
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "antora.yml",
    "antora-playbook.*",
    "book.toml",
    "book.toml.*",
    "book.json",
    ".gitbook.yaml",
    "summary.md",
    "conf.py",
    "astro.config.*",
    ".eleventy.*",
    "eleventy.config.*",
    "gatsby-config.*",
    "theme.config.*",
    "_sidebar.md",
    "mint.json",
    "docfx.json",
    "typedoc.json",
    "typedoc.js",
    "typedoc.config.*",
    "doxyfile",
    "_quarto.yml",
    "_toc.yml",
    "myst.yml",
    "pelicanconf.py",
    "_pkgdown.yml",
    ".readthedocs.yml",
    ".readthedocs.yaml",
    "readthedocs.yml",
    "rspress.config.*",
    "source.config.ts",
    "retype.yml",
    "tech-docs.yml",
    "next.config.*",
    "docs.config.*",
    "_home.md",
    "_footer.md",
];

/// The same, of a name that other programs have for theirs.
const SETTINGS: &[&str] = &["config.toml", "config.yaml", "config.yml"];

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

/// Folders of such programs.
const SITE_FOLDERS: &[&str] = &[".vitepress", ".vuepress", ".docusaurus", ".obsidian", ".foam", ".jekyll"];

/// Files of programs that follow links.
const CHECKERS: &[&str] = &[
    "lychee.toml",
    ".lychee.toml",
    ".lycheeignore",
    ".lycheecache",
    ".markdown-link-check*",
    "markdown-link-check*",
    ".mlc.toml",
    "mlc_config.*",
    "mlc.toml",
    ".mlc_config.*",
    ".linkspector.yml",
    ".htmltest.yml",
    ".muffet*",
    ".linkcheck*",
    "linkcheck*",
    ".remarkrc*",
    ".liche*",
    "awesome_bot*",
];

/// Files that say which programs are run.
const RUNNERS: &[&str] = &[
    ".pre-commit-config.yaml",
    ".gitlab-ci.yml",
    "azure-pipelines.yml",
    "makefile",
    "package.json",
    "justfile",
    "taskfile.yml",
    ".travis.yml",
    "tox.ini",
    "noxfile.py",
    ".drone.yml",
    "mix.exs",
    "build.gradle",
];

/// Names of programs that follow links, where they are run.
const PROGRAMS: &[&str] = &[
    "lychee",
    "markdown-link-check",
    "linkspector",
    "htmltest",
    "html-proofer",
    "htmlproofer",
    "muffet",
    "awesome_bot",
    "remark-validate-links",
    "remark-lint-no-dead-urls",
    "linkcheck",
    "link-check",
    "check-links",
    "checklinks",
    "broken-link",
    "linkinator",
    "mdlink",
    "liche ",
    "ex_doc",
    "vitepress",
    "vuepress",
    "docusaurus",
    "mkdocs",
    "docsify",
    "sphinx-build",
    "jekyll",
    "hugo",
    "antora",
    "mdbook",
    "eleventy",
];

/// Runners that are read, at most: a repository of a thousand packages has as many.
const MOST_READ: usize = 40;

/// A site that is made deeper than this speaks of its own folder alone.
const DEEPEST: usize = 2;

/// Where links are kept by others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keepers {
    /// Folders whose documents are kept; the root is the empty one.
    folders: Vec<String>,
}

impl Keepers {
    /// Looks for them among the files of a repository.
    pub fn among(files: &[String], text: impl Fn(&str) -> Option<String>) -> Self {
        let mut folders: Vec<String> = files.iter().filter_map(|path| kept_folder(path, files)).collect();
        folders.extend(in_variants(files));
        let runners = files.iter().filter(|path| is_runner(path)).take(MOST_READ);
        let is_run = |text: &str| PROGRAMS.iter().any(|name| text.contains(name));
        if !folders.iter().any(String::is_empty)
            && runners.into_iter().any(|path| text(path).is_some_and(|it| is_run(&it)))
        {
            folders.push(String::new());
        }
        folders.sort();
        folders.dedup();
        Self { folders }
    }

    /// Whether a document lies in one of them.
    pub fn holds(&self, path: &str) -> bool {
        let is_in = |folder: &String| {
            folder.is_empty() || path.strip_prefix(folder.as_str()).is_some_and(|it| it.starts_with('/'))
        };
        self.folders.iter().any(is_in)
    }
}

/// The folder that a file speaks of, if it belongs to one of the programs.
fn kept_folder(path: &str, files: &[String]) -> Option<String> {
    let name = local::name(path).to_lowercase();
    let fits = |glob: &&str| match glob.strip_suffix('*') {
        Some(open) => name.starts_with(open),
        None => name == **glob,
    };
    let folder = local::folder(path);
    let in_folder = path.split('/').any(|part| SITE_FOLDERS.contains(&part));
    let is_of_site = SITES.iter().any(&fits) || SETTINGS.contains(&&*name) && has_content(folder, files);
    let is_site = in_folder || is_of_site && !is_sample(path);
    let depth = if folder.is_empty() { 0 } else { folder.split('/').count() };
    match () {
        _ if CHECKERS.iter().any(fits) => Some(String::new()),
        _ if is_site && depth <= DEEPEST => Some(String::new()),
        _ if is_site => Some(folder.to_owned()),
        _ => None,
    }
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
    fn others_are_told_by_their_files() {
        let holds = |files: &[&str], text: &str, path: &str| {
            let files: Vec<String> = files.iter().map(|it| (*it).to_owned()).collect();
            Keepers::among(&files, |_| Some(text.to_owned())).holds(path)
        };
        assert!(holds(&["docs/mkdocs.yml"], "", "README.md"));
        assert!(holds(&["lychee.toml"], "", "README.md"));
        assert!(holds(&[".github/workflows/docs.yml"], "uses: lycheeverse/lychee-action", "a/b.md"));
        assert!(holds(&["a/b/c/book.toml"], "", "a/b/c/src/d.md") && !holds(&["a/b/c/book.toml"], "", "README.md"));
        assert!(!holds(&["src/main.rs", ".github/workflows/ci.yml"], "run: cargo test", "README.md"));
        assert!(holds(&["site/config.toml", "site/content/a.md", "site/themes/b/c.css"], "", "README.md"));
        assert!(!holds(&["site/config.toml", "site/src/a.md"], "", "site/src/a.md"));
        let pages = ["a-js.md", "b-js.md", "c-js.md", "a-java.md", "b-java.md", "c-java.md", "d.md"];
        let pages = pages.map(|it| format!("docs/{it}"));
        let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
        assert!(holds(&pages, "", "docs/d.md") && !holds(&pages, "", "README.md"));
        assert!(!holds(&pages[..4], "", "docs/d.md"));
    }
}
