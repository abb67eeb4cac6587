//! What the changed lines of a file hold, where both of its forms can be read: comments alone, or tests beside the code.

use crate::words::address::local;
use crate::words::near;

/// What is known of the lines that changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Inside {
    /// The code is as it was: comments differ, or what documents it.
    pub is_of_comments: bool,
    /// Tests that the file holds beside its code are among what was added or changed.
    pub has_tests: bool,
}

/// Which marks a language has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marks {
    /// `// …` and `/* … */`; a quote ends with its line.
    Slashes,
    /// The same; strings go on over lines, and `'` also names a lifetime.
    Rust,
    /// `# …`.
    Hash,
    /// `# …`, and a string of three quotes where a statement begins.
    Python,
    /// `# …`, and a string of three quotes behind `@doc` and its like.
    Elixir,
}

/// The marks of a file by its ending; none where we do not know them well enough.
fn marks(path: &str) -> Option<Marks> {
    const SLASHES: &[&str] = &[
        "go", "java", "kt", "kts", "scala", "js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "c", "h", "cc", "hh",
        "cpp", "hpp", "cxx", "hxx", "cs", "swift", "dart",
    ];
    let (_, ending) = local::name(path).rsplit_once('.')?;
    match ending {
        "rs" => Some(Marks::Rust),
        "py" | "pyx" => Some(Marks::Python),
        "ex" | "exs" => Some(Marks::Elixir),
        "rb" => Some(Marks::Hash),
        _ => SLASHES.contains(&ending).then_some(Marks::Slashes),
    }
}

/// Whether both forms of a file at this path are worth reading.
pub fn is_readable(path: &str) -> bool {
    marks(path).is_some()
}

impl Inside {
    /// What lies between two forms of the file at a path.
    pub fn between(path: &str, before: &str, after: &str) -> Self {
        let Some(marks) = marks(path) else { return Self::default() };
        let is_of_comments = before != after && code(before, marks) == code(after, marks);
        Self { is_of_comments, has_tests: marks == Marks::Rust && has_new_tests(before, after) }
    }
}

/// Tests were added, or the module that holds them was written in.
fn has_new_tests(before: &str, after: &str) -> bool {
    let count = |text: &str| text.lines().filter(|line| is_test(line.trim_start())).count();
    let module = module_of_tests(after);
    count(after) > count(before) || !module.is_empty() && module != module_of_tests(before)
}

/// `#[test]`, `#[tokio::test(flavor = "…")]`, `#[rstest]`.
fn is_test(line: &str) -> bool {
    let Some(name) = line.strip_prefix("#[") else { return false };
    let name = &name[..name.find([']', '(']).unwrap_or(name.len())];
    let name = name.rsplit("::").next().unwrap_or(name);
    ["test", "rstest", "test_case", "quickcheck", "wasm_bindgen_test", "bench"].contains(&name)
}

/// What stands behind `#[cfg(test)] mod …`: mostly the end of the file.
fn module_of_tests(text: &str) -> &str {
    let mut rest = text;
    while let Some(at) = rest.find("#[cfg(test)]") {
        rest = &rest[at + "#[cfg(test)]".len()..];
        let mut words =
            near::ahead(rest).split_whitespace().skip_while(|it| it.starts_with("#[") || it.starts_with("pub"));
        if words.next() == Some("mod") {
            return rest;
        }
    }
    ""
}

/// The code of a text without its comments, without empty lines and what ends a line unseen.
fn code(text: &str, marks: Marks) -> String {
    let mut reader = Reader { text, at: 0, code: String::with_capacity(text.len()), marks };
    while reader.at < text.len() {
        reader.step();
    }
    let lines = reader.code.lines().map(str::trim_end).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    code: String,
    marks: Marks,
}

impl Reader<'_> {
    fn step(&mut self) {
        let rest = &self.text[self.at..];
        let has_slashes = matches!(self.marks, Marks::Slashes | Marks::Rust);
        // What a compiler is told: "//go:build linux".
        if has_slashes && rest.starts_with("//") && !rest.starts_with("//go:") {
            self.at += line(rest);
        } else if has_slashes && rest.starts_with("/*") {
            self.at += rest[2..].find("*/").map_or(rest.len(), |it| it + 4);
        } else if !has_slashes && rest.starts_with('#') && self.is_behind_blank() {
            self.at += line(rest);
        } else if let Some(long) = self.long_string(rest) {
            match self.is_document() {
                true => self.at += long,
                false => self.keep(long),
            }
        } else if rest.starts_with(['"', '\'', '`']) {
            let long = self.string(rest);
            self.keep(long);
        } else {
            self.keep(rest.chars().next().map_or(1, char::len_utf8));
        }
    }

    fn keep(&mut self, bytes: usize) {
        self.code.push_str(&self.text[self.at..self.at + bytes]);
        self.at += bytes;
    }

    fn is_behind_blank(&self) -> bool {
        self.text[..self.at].chars().next_back().is_none_or(char::is_whitespace)
    }

    /// How long a string of three quotes is that begins here.
    fn long_string(&self, rest: &str) -> Option<usize> {
        let is_python = self.marks == Marks::Python;
        let quotes = rest.get(..3).filter(|it| *it == "\"\"\"" || is_python && *it == "'''")?;
        let ends = || rest[3..].match_indices(quotes).map(|(at, _)| at + 3).find(|at| !rest[..*at].ends_with('\\'));
        matches!(self.marks, Marks::Python | Marks::Elixir).then(|| ends().map_or(rest.len(), |at| at + 3))
    }

    /// Whether the string of three quotes that begins here only documents what stands around it.
    fn is_document(&self) -> bool {
        let near = near::behind(&self.code);
        let line = near.rsplit('\n').next().unwrap_or_default();
        if self.marks == Marks::Elixir {
            let said = line.trim().trim_end_matches("~S").trim_end_matches("~s").trim_end();
            return ["@doc", "@moduledoc", "@typedoc", "@shortdoc"].contains(&said);
        }
        // What is passed on or named stands behind one of these marks.
        let before = near[..near.len() - line.len()].trim_end();
        line.trim().trim_start_matches(['r', 'R', 'u', 'U']).is_empty()
            && !before.ends_with(['(', ',', '=', '[', '{', '+', '\\'])
    }

    /// How long a string, a letter or a stray quote is that begins here.
    fn string(&self, rest: &str) -> usize {
        let quote = rest.as_bytes()[0];
        if self.marks == Marks::Rust && quote != b'"' {
            let mut letters = rest.char_indices().skip(1);
            let is_escaped = letters.next().is_some_and(|(_, it)| it == '\\');
            let end = letters.find(|(at, it)| *it == '\'' || !is_escaped || *at > 12);
            return end.filter(|(_, it)| *it == '\'').map_or(1, |(at, _)| at + 1);
        }
        let goes_on = quote == b'`' || self.marks == Marks::Rust;
        let mut is_escaped = false;
        for (at, byte) in rest.bytes().enumerate().skip(1) {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = true,
                b'\n' if !goes_on => return at,
                _ if byte == quote => return at + 1,
                _ => {}
            }
        }
        rest.len()
    }
}

/// How long the rest of a line is, without its end.
fn line(rest: &str) -> usize {
    rest.find('\n').unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::Inside;

    fn is_of_comments(path: &str, before: &str, after: &str) -> bool {
        Inside::between(path, before, after).is_of_comments
    }

    #[test]
    fn comments_of_many_languages() {
        for (path, before, after) in [
            ("a.go", "x := 1 // one\n", "// The first.\nx := 1\n"),
            ("a.ts", "/** Old. */\nlend();\n", "/**\n * New: `'`.\n */\n\nlend(); // now\n"),
            ("a.rs", "/// Lends.\nfn lend<'a>() {}\n", "/// Lends a slot's \"twin\".\nfn lend<'a>() {}\n"),
            ("a.py", "def lend():\n    \"\"\"Lend.\"\"\"\n    return 1\n", "def lend():\n    return 1  # slot\n"),
        ] {
            assert!(is_of_comments(path, before, after), "{path}");
        }
        let doc = |words: &str| format!("  @doc \"\"\"\n  {words}\n  \"\"\"\n  def lend, do: 1\n");
        assert!(is_of_comments("a.ex", &doc("Old."), &doc("New.\n\n  # With more")));
        assert!(is_of_comments("a.ex", &doc("Old."), &doc("New:\n\n      ~L\\\"\"\"\n      it's\n      \\\"\"\"")));
    }

    #[test]
    fn code_is_no_comment() {
        for (path, before, after) in [
            ("a.go", "x := 1\n", "x := 2\n"),
            ("a.go", "//go:build linux\n", "//go:build darwin\n"),
            ("a.ts", "get('http://a')\n", "get('http://b')\n"),
            ("a.ts", "glob('src/**/*.ts')\n", "glob('lib/**/*.ts')\n"),
            ("a.py", "QUERY = \"\"\"one\"\"\"\n", "QUERY = \"\"\"two\"\"\"\n"),
            ("a.py", "ask(\n\"\"\"one\"\"\")\n", "ask(\n\"\"\"two\"\"\")\n"),
            ("a.rs", "let q = '\"'; lend(\"a\");\n", "let q = '\"'; lend(\"b\");\n"),
            ("a.rs", "let it = \"\n  // one\n\";\n", "let it = \"\n  // two\n\";\n"),
            ("a.sh", "# one\n", "# two\n"),
            ("a.go", "x\n", "x\n"),
        ] {
            assert!(!is_of_comments(path, before, after), "{path}: {before}");
        }
    }

    #[test]
    fn tests_beside_the_code() {
        let has = |before: &str, after: &str| Inside::between("src/a.rs", before, after).has_tests;
        assert!(has("", "#[test]\nfn it_lends() {}\n"));
        assert!(has("", "#[tokio::test(flavor = \"multi_thread\")]\nasync fn it_lends() {}\n"));
        let module = |body: &str| format!("fn lend() {{}}\n#[cfg(test)]\nmod tests {{\n{body}\n}}\n");
        assert!(has(&module("one"), &module("two")));
        assert!(!has(&module("one"), &module("one").replace("lend", "take")));
        assert!(!has("", "#[cfg(test)]\nuse x;\nfn lend() {}\n") && !has("#[test]\nfn it() {}\n", ""));
    }

    #[test]
    fn what_never_ends() {
        for text in ["/*", "\"", "'", "'\\", "\"\"\"", "`é", "#[cfg(test)]", "'é", "/*é", "@doc \"\"\"é", "\\"] {
            for path in ["a.go", "a.rs", "a.py", "a.ex", "a.rb"] {
                let _ = Inside::between(path, text, "");
            }
        }
    }
}
