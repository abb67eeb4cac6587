//! In which languages a folder is written, as its files and manifests tell, and which of them a command tests.

use crate::words::list::is_among;

/// Languages that are built with the same tools, each a bit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tongues(u16);

/// The names of a language's files, of its manifests, and of what its tests are started with.
const TONGUES: &[(&str, &str, &str)] = &[
    ("rs", "Cargo.toml", "cargo"),
    ("go", "go.mod", "go"),
    ("py", "pyproject.toml setup.py setup.cfg", "pytest py.test tox nox python python3 hatch pdm"),
    (
        "js jsx ts tsx mjs cjs vue svelte",
        "package.json deno.json",
        "npm yarn pnpm bun npx jest vitest mocha nx lerna turbo deno",
    ),
    ("java kt kts scala", "pom.xml build.gradle build.gradle.kts build.sbt", "mvn ./mvnw gradle ./gradlew sbt"),
    ("rb", "Gemfile", "rspec rake rails bundle bin/rspec"),
    ("php", "composer.json", "phpunit composer"),
    ("cs fs", "", "dotnet"),
    ("ex exs", "mix.exs", "mix"),
    ("dart", "pubspec.yaml", "dart flutter"),
    ("swift", "Package.swift", "swift"),
    ("hs", "stack.yaml", "stack cabal"),
];

impl Tongues {
    fn known_by(is_it: impl Fn(&(&str, &str, &str)) -> bool) -> Self {
        let bits = TONGUES.iter().enumerate().filter(|(_, it)| is_it(it)).map(|(bit, _)| 1 << bit);
        Self(bits.sum())
    }

    /// The language of a file, by how its name ends.
    pub fn of_ending(ending: &str) -> Self {
        Self::known_by(|it| is_among(it.0, ending))
    }

    /// The language that a file is the manifest of.
    pub fn of_manifest(name: &str) -> Self {
        Self::known_by(|it| is_among(it.1, name))
    }

    /// The language whose tests a command starts; none for a target that may start any.
    fn of_command(line: &str) -> Option<Self> {
        let found = Self::known_by(|it| line.split_whitespace().any(|word| is_among(it.2, word)));
        (found != Self::default()).then_some(found)
    }

    pub fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether a folder with manifests of these languages is left out where the root is built in `root`: what tests all
    /// packages of a module in Go goes into no other module.
    pub fn stand_alone(self, root: Self) -> bool {
        self.0 & root.0 & Self::of_manifest("go.mod").0 != 0
    }

    /// Whether a command at the root, which is built in the languages `root`, may test what is written in these.
    pub fn are_tested(self, line: &str, root: Self) -> bool {
        self.0 & Self::of_command(line).unwrap_or(root).0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Tongues;

    #[test]
    fn a_command_tests_what_its_tools_know() {
        let (go, python, chart) = (Tongues::of_ending("go"), Tongues::of_ending("py"), Tongues::of_ending("tpl"));
        let root = Tongues::of_manifest("go.mod");
        assert!(go.are_tested("go test ./...", root) && go.are_tested("make test", root));
        for other in [python, chart] {
            assert!(!other.are_tested("make test", root) && !other.are_tested("go test ./...", root));
        }
        assert!(python.are_tested("uv run pytest", root));
        assert!(!Tongues::of_ending("ts").are_tested("mix test", Tongues::of_manifest("package.json")));
    }
}
