//! What can be made and run by name: the targets of makefiles, the scripts of packages. Of a command whose name none of
//! them has, everybody who types it learns only that the page is older than the code. Read line by line, as far as names
//! are spelt out; where some may come from elsewhere, nothing is said to be missing.

use std::collections::HashSet;

use crate::words::list::is_among;

/// The names that files of a repository give.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recipes {
    targets: Names,
    scripts: Names,
    /// Packages that no registry has: they are not to be published.
    private: HashSet<String>,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Names {
    known: HashSet<String>,
    /// There may be others.
    is_open: bool,
}

impl Names {
    fn lack(&self, name: &str) -> bool {
        !self.is_open && !self.known.is_empty() && !self.known.contains(name)
    }

    fn add(&mut self, others: &Names) {
        self.known.extend(others.known.iter().cloned());
        self.is_open |= others.is_open;
    }
}

/// Whether a file of this name gives names.
pub fn is_read(name: &str) -> bool {
    matches!(name, "Makefile" | "makefile" | "GNUmakefile" | "package.json")
}

impl Recipes {
    /// Those of one file.
    pub fn of(name: &str, text: &str) -> Self {
        match name {
            "package.json" => {
                Self { scripts: scripts(text), private: private(text, "\"name\":", "private: true"), ..Self::default() }
            }
            "pubspec.yaml" => Self { private: private(text, "name:", "publish_to: none"), ..Self::default() },
            "Cargo.toml" => Self { private: private(text, "name =", "publish = false"), ..Self::default() },
            _ if is_read(name) => Self { targets: targets(text), ..Self::default() },
            _ => Self::default(),
        }
    }

    /// Those of all files: which of them is meant where a command is typed, only its page knows.
    pub fn all<'r>(files: impl Iterator<Item = &'r Recipes>) -> Self {
        let mut all = Self::default();
        for it in files {
            all.targets.add(&it.targets);
            all.scripts.add(&it.scripts);
            all.private.extend(it.private.iter().cloned());
        }
        all
    }

    /// Whether a line of commands names one that is nowhere.
    pub fn lack(&self, line: &str) -> bool {
        line.trim_start_matches("$ ").split(['&', ';', '|']).any(|it| self.lacks_one(it))
    }

    fn lacks_one(&self, command: &str) -> bool {
        let mut words = command.split_whitespace().skip_while(|it| it.contains('='));
        let program = words.next().unwrap_or_default();
        if self.adds_private(program, words.clone()) {
            return true;
        }
        match program {
            "make" | "gmake" => {
                let mut words = words.skip_while(|it| it.contains('='));
                words.next().is_some_and(|it| is_name(it) && self.targets.lack(it))
            }
            "npm" | "pnpm" | "yarn" if words.next().is_some_and(|it| is_among("run run-script", it)) => {
                words.next().is_some_and(|it| is_name(it) && self.scripts.lack(it))
            }
            _ => false,
        }
    }

    /// Whether a command gets a package from a registry that has none of that name: `yarn add @shop/till`.
    fn adds_private<'c>(&self, program: &str, words: impl Iterator<Item = &'c str>) -> bool {
        let adds = |it: &str| matches!(it, "add" | "install" | "i" | "pub");
        let is_registry = matches!(program, "npm" | "pnpm" | "yarn" | "dart" | "flutter" | "cargo");
        let mut words = words.peekable();
        is_registry && words.peek().is_some_and(|it| adds(it)) && words.any(|it| self.private.contains(it))
    }
}

/// The name of a package, where its manifest says that it stays where it is.
fn private(text: &str, name: &str, mark: &str) -> HashSet<String> {
    let is_private = text.lines().any(|it| it.trim().trim_end_matches(',').replace(['\'', '"'], "") == mark);
    let value = text.lines().find_map(|it| it.trim().strip_prefix(name)).filter(|_| is_private);
    value.map(|it| it.trim_matches([' ', '"', '\'', ',']).to_owned()).into_iter().collect()
}

/// A name as it is typed: no switch, no file, and nothing that stands for another.
fn is_name(word: &str) -> bool {
    word.starts_with(|it: char| it.is_ascii_alphabetic())
        && word.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.' | ':'))
}

fn targets(text: &str) -> Names {
    let mut names = Names::default();
    let paths = paths(text);
    for line in text.lines().filter(|it| !it.starts_with(['\t', '#'])).map(str::trim) {
        let first = line.split_whitespace().next().unwrap_or_default();
        names.is_open |= is_among("include -include sinclude", first) || line.contains("$(eval");
        let Some((before, after)) = line.split_once(':') else { continue };
        if before.contains(['=', '"', '\'']) || after.trim_start_matches(':').starts_with('=') {
            continue;
        }
        let is_open = |it: &str| it.contains('%') || it.contains('$') && !paths.contains(variable(it));
        names.is_open |= before.split_whitespace().any(is_open);
        names.known.extend(before.split_whitespace().map(str::to_owned));
    }
    names
}

/// The variables that stand for files, and for no names that are typed: `SERVER`, where `SERVER := bin/server`. The first
/// value counts.
fn paths(text: &str) -> HashSet<&str> {
    let mut seen = HashSet::new();
    let assigned = text.lines().filter_map(|line| line.split_once('='));
    let values = assigned.map(|(before, value)| (before.trim_end_matches([':', '?', ' ']), value));
    values.filter(|(name, value)| seen.insert(*name) && value.contains('/')).map(|(name, _)| name).collect()
}

/// The name of a variable: `SERVER` of `$(SERVER)`.
fn variable(word: &str) -> &str {
    word.strip_prefix("$(").and_then(|it| it.strip_suffix(')')).unwrap_or(word)
}

fn scripts(text: &str) -> Names {
    let mut names = Names::default();
    let mut lines = text.lines().map(str::trim).skip_while(|it| !it.starts_with("\"scripts\""));
    let Some(opening) = lines.next() else { return names };
    names.is_open = !opening.ends_with('{');
    let names_of = lines.take_while(|it| !it.starts_with('}')).filter_map(|it| it.strip_prefix('"')?.split('"').next());
    names.known.extend(names_of.map(str::to_owned));
    names
}

#[cfg(test)]
mod tests {
    use super::Recipes;

    #[test]
    fn what_is_not_there_is_told_where_all_names_are_known() {
        let make = "A := 1\nB ::= 2\n.PHONY: test\n\ntest: unit e2e ## all of it\n\techo: no\nunit e2e:\n\tx\n";
        let package = "{\n  \"scripts\": {\n    \"dev\": \"vite\",\n    \"test:all\": \"x\"\n  },\n  \"a\": {}\n}\n";
        let files = [Recipes::of("Makefile", make), Recipes::of("package.json", package)];
        let all = Recipes::all(files.iter());
        let till = [
            Recipes::of("package.json", "{\n  \"name\": \"@shop/till\",\n  \"private\": true,\n  \"a\": {}\n}\n"),
            Recipes::of("pubspec.yaml", "name: shop_core\npublish_to: 'none'\n"),
            Recipes::of("Cargo.toml", "[package]\nname = \"shop\"\npublish = false\n"),
            Recipes::of("Cargo.toml", "[package]\nname = \"open\"\n"),
        ];
        let till = Recipes::all(till.iter());
        for line in ["yarn add -D @shop/till", "dart pub add shop_core", "cargo install shop"] {
            assert!(till.lack(line), "{line}");
        }
        for line in ["yarn add react", "cargo add open", "cargo run -p shop", "yarn workspace @shop/till test"] {
            assert!(!till.lack(line), "{line}");
        }
        for line in
            ["make lint", "$ A=1 make B=2 lint", "npm run start", "cd web && yarn run lint", "make unit && make all"]
        {
            assert!(all.lack(line), "{line}");
        }
        for line in
            ["make", "make e2e", "make A=1 unit", "npm run test:all", "npm test", "yarn lint", "make -C web lint"]
        {
            assert!(!all.lack(line), "{line}");
        }
        let binary = Recipes::of("Makefile", "SERVER ?= $(OUT)/server\n$(SERVER):\n\tx\ncheck: $(SERVER)\n");
        assert!(binary.lack("make test") && !binary.lack("make check"));
        for open in ["include more.mk\na:\n", "%.o: %.c\n", "$(EACH):\n\tx\n", "$(eval $(call one))\na:\n", ""] {
            assert!(!Recipes::of("Makefile", open).lack("make test"), "{open}");
        }
        assert!(!Recipes::of("package.json", "{\"scripts\": {\"a\": \"b\"}}").lack("npm run test"));
    }
}
