//! What sort of file a changed path is: by globs alone, ours and those of the house.

use crate::words::glob::{self, Glob, Path, Spelt};

/// A sort of file. A path is of the first sort in `sort.txt` that has a glob for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// What a package manager resolved.
    Lock,
    /// Other people's code.
    Vendored,
    /// Written by a program.
    Generated,
    /// Recorded or sample data that tests compare with.
    Fixture,
    Test,
    /// Changes the form of stored data.
    Migration,
    /// What runs, and where.
    Infrastructure,
    /// Switches of what is on.
    Flag,
    /// What builds and checks the repository.
    Ci,
    Docs,
    /// Which other packages are used.
    Manifest,
    /// What a page or a window looks like.
    Ui,
    Source,
    Other,
}

// The globs of `sort.txt`, in its order.
include!(concat!(env!("OUT_DIR"), "/sorts.rs"));

/// Globs of the house; a path that one of them matches is of its sort, whatever ours say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sorts {
    own: Vec<(Sort, String)>,
}

impl Sorts {
    /// Globs as in `.gitignore`; one that does not compile matches nothing.
    pub fn new(own: Vec<(Sort, String)>) -> Self {
        Self { own }
    }

    /// The sort of a path from the root of its repository, with `/`.
    pub fn of(&self, path: &str) -> Sort {
        self.all([path])[0]
    }

    /// The sorts of many paths.
    pub fn all<'p>(&self, paths: impl IntoIterator<Item = &'p str>) -> Vec<Sort> {
        let own = globs(self.own.iter().map(|(sort, glob)| (*sort, glob.as_str())));
        let of = |path: Path| first(&own, &path).or_else(|| first(&OURS, &path)).unwrap_or(Sort::Other);
        paths.into_iter().map(Path::of).map(of).collect()
    }
}

fn first(globs: &[(Sort, Glob)], path: &Path) -> Option<Sort> {
    globs.iter().find(|(_, glob)| glob.is_match_of(path)).map(|(sort, _)| *sort)
}

fn globs<'g>(rows: impl Iterator<Item = (Sort, &'g str)>) -> Vec<(Sort, Glob)> {
    rows.filter_map(|(sort, glob)| Some((sort, Glob::new(glob).ok()?))).collect()
}

/// Whether nobody here wrote what lies at a path: it came with somebody else's code.
pub fn is_vendored(path: &str) -> bool {
    Sorts::default().of(path) == Sort::Vendored
}

/// Whether a file at a path says how a program is to write the code.
pub fn configures_formatter(path: &str) -> bool {
    const NAMES: &[&str] = &[
        ".clang-format",
        ".editorconfig",
        ".php-cs-fixer.php",
        ".rubocop.yml",
        ".rustfmt.toml",
        ".scalafmt.conf",
        ".style.yapf",
        ".swiftformat",
        "rustfmt.toml",
    ];
    let name = path.rsplit('/').next().unwrap_or(path);
    NAMES.contains(&name) || name.starts_with(".prettierrc") || name.starts_with(".php-cs-fixer")
}

impl Sort {
    /// Whether a reviewer reads it line by line.
    pub fn is_read(self) -> bool {
        !matches!(self, Sort::Lock | Sort::Vendored | Sort::Generated | Sort::Fixture)
    }

    /// Whether a change of it alone changes what nobody runs.
    pub fn is_about_words(self) -> bool {
        matches!(self, Sort::Docs | Sort::Ci)
    }

    /// Whether it is there to show that something works.
    pub fn is_test(self) -> bool {
        matches!(self, Sort::Test | Sort::Fixture)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_told_in_many_languages() {
        for path in [
            "src/App.UnitTests/PoolFacts.cs",
            "Pool.Specs/A.cs",
            "t/01-basic.t",
            "test.sh",
            "web/pool.e2e.ts",
            "src/pool/test.rs",
            "src/suites/test-readline.js",
            "src/tests_exhaustive.h",
        ] {
            assert_eq!(Sorts::default().of(path), Sort::Test, "{path}");
        }
        assert_eq!(Sorts::default().of("src/App.Units/Pool.cs"), Sort::Source);
    }

    /// A brace before the end of a folder's name costs each run an automaton.
    #[test]
    fn no_glob_of_ours_has_a_brace_in_a_folder() {
        let is_dear = |glob: &str| glob.split_once('}').is_some_and(|(_, rest)| rest.contains('/'));
        let dear: Vec<&str> = OURS.iter().map(|(_, glob)| glob.as_str()).filter(|it| is_dear(it)).collect();
        assert_eq!(dear, [""; 0]);
    }

    #[test]
    fn every_glob_compiles() {
        let has = |sort: Sort| OURS.iter().any(|(it, _)| *it == sort);
        assert!(OURS.iter().all(|(_, glob)| Glob::new(glob.as_str()).is_ok()));
        let named = [
            Sort::Lock,
            Sort::Vendored,
            Sort::Fixture,
            Sort::Generated,
            Sort::Test,
            Sort::Migration,
            Sort::Infrastructure,
            Sort::Flag,
            Sort::Ci,
            Sort::Docs,
            Sort::Manifest,
            Sort::Ui,
            Sort::Source,
        ];
        assert!(named.into_iter().all(has) && !has(Sort::Other));
    }

    #[test]
    fn a_path_tells_its_sort() {
        let of = |path: &str| Sorts::default().of(path);
        for (path, sort) in [
            ("Cargo.lock", Sort::Lock),
            ("web/package-lock.json", Sort::Lock),
            ("vendor/lib/a.go", Sort::Vendored),
            ("api/v1/thing.pb.go", Sort::Generated),
            ("src/__snapshots__/a.test.js.snap", Sort::Fixture),
            ("tests/test_pool.py", Sort::Test),
            ("src/pool_test.go", Sort::Test),
            ("app/migrations/0042_drop_email.py", Sort::Migration),
            ("db/migrate/20240101_add_index.rb", Sort::Migration),
            ("infra/main.tf", Sort::Infrastructure),
            ("deploy/k8s/pool.yaml", Sort::Infrastructure),
            ("internal/k8s/client.go", Sort::Source),
            ("terraform/lang/eval.go", Sort::Source),
            ("docs/migrations/v5-to-v6.md", Sort::Docs),
            ("tests/unit/mock_test.py", Sort::Test),
            ("store/mock_store.go", Sort::Generated),
            ("src/download-metadata.json", Sort::Generated),
            ("config/feature_flags.yml", Sort::Flag),
            (".github/workflows/ci.yml", Sort::Ci),
            ("README.md", Sort::Docs),
            ("go.mod", Sort::Manifest),
            ("web/src/Button.vue", Sort::Ui),
            ("src/pool.rs", Sort::Source),
            ("src/latest/pool.rs", Sort::Source),
            ("data/table.bin", Sort::Other),
        ] {
            assert_eq!(of(path), sort, "{path}");
        }
        let own = Sorts::new(vec![(Sort::Migration, "schema/*.sql".to_owned())]);
        assert_eq!(own.of("schema/7.sql"), Sort::Migration);
    }
}
