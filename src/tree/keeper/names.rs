//! Names of programs that make sites of texts or follow links, and of their files. Knows nothing of where they lie.

/// Files of programs that make a site: an address means there what their settings say. In small letters; `*` is any end.
pub const SITES: &[&str] = &[
    "mkdocs.yml",
    "writerside.cfg",
    "project.ihp",
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
    "_quarto.yml",
    "_toc.yml",
    "myst.yml",
    "pelicanconf.py",
    "_pkgdown.yml",
    "rspress.config.*",
    "source.config.ts",
    "retype.yml",
    "tech-docs.yml",
    "docs.config.*",
    "quartz.config.*",
    "_home.md",
    "_footer.md",
];

/// Settings of programs that make a site of one folder beside them: the key that names it, and how it is called without.
pub const PAGES: &[(&str, &str, &str)] = &[
    ("mkdocs.yml", "docs_dir", "docs"),
    ("mkdocs.yaml", "docs_dir", "docs"),
    ("book.toml", "src", "src"),
    (".gitbook.yaml", "root", "."),
    // Nothing names it.
    ("quartz.config.ts", "content", "content"),
    ("quartz.config.yaml", "content", "content"),
];

/// Folders that Docusaurus looks into beside its settings.
pub const OF_DOCUSAURUS: &[&str] = &["docs", "blog", "src", "i18n", "versioned_docs"];

/// The same of programs that make any site, and the words of those that make one of texts.
pub const APPS: (&str, &[&str]) = ("next.config.*", &["nextra", "mdx", "markdoc", "contentlayer", "fumadocs"]);

/// The same, of a name that other programs have for theirs.
pub const SETTINGS: &[&str] = &["config.toml", "config.yaml", "config.yml"];

/// Settings of programs that look for each page from one folder, wherever the page lies that leads there. They say in JSON
/// which page is the first, and it lies in that folder.
pub const OF_ROOT: &[&str] = &["hotdoc.json"];

/// Folders of such programs.
pub const SITE_FOLDERS: &[&str] = &[".vitepress", ".vuepress", ".docusaurus", ".obsidian", ".foam", ".jekyll"];

/// Files of programs that follow links.
pub const CHECKERS: &[&str] = &[
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
    ".linkcheck*",
    "linkcheck*",
    ".remarkrc*",
    ".liche*",
    "awesome_bot*",
];

/// The same of programs that follow the links of the site that was made.
pub const SITE_CHECKERS: &[&str] = &[".htmltest.yml", ".muffet*"];

/// Files by which a folder is a package to itself.
pub const MANIFESTS: &[&str] = &[
    "package.json",
    "Cargo.toml",
    "go.mod",
    "pyproject.toml",
    "setup.py",
    "pom.xml",
    "build.gradle",
    "composer.json",
    "mix.exs",
    "Gemfile",
    "pubspec.yaml",
];

/// How documents are called that a forge shows first, or wherever something is written to a repository. In small letters.
pub const SHOWN: &[&str] =
    &["readme", "contributing", "code_of_conduct", "security", "support", "governance", "maintainers"];

/// Files that say which programs are run.
pub const RUNNERS: &[&str] = &[
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
pub const PROGRAMS: &[&str] = &[
    "lychee",
    "markdown-link-check",
    "linkspector",
    "awesome_bot",
    "remark-validate-links",
    "remark-lint-no-dead-urls",
    "linkinator",
    "mdlink",
    "liche ",
];

/// Names that people give to what follows links, whatever does it, and that several programs have.
pub const TASKS: &[&str] = &["link-check", "check-links", "checklinks", "broken-link", LINKCHECK];

/// The one of them under which some make a site and no more.
pub const LINKCHECK: &str = "linkcheck";

/// Words that stand before the name of a task which is told elsewhere what it does.
pub const CALLS: &[&str] = &["npm", "yarn", "pnpm", "bun", "make", "just", "task", "rake", "mix"];

/// Those of them that follow the links of one site: whose those are, its settings say.
pub const OF_ONE_SITE: &[&str] = &["-b linkcheck", "mdbook-linkcheck"];

/// The same of programs that follow the links of the site that was made.
pub const SITE_PROGRAMS: &[&str] = &["htmltest", "html-proofer", "htmlproofer", "muffet"];

/// Names of programs that make a site of texts, where they are run.
pub const MAKERS: &[&str] = &[
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
