//! Globs over paths, as in `.gitignore` and in any case. One is compiled once a path holds what it spells out: to compile
//! all that a run might ask takes longer than to read a text.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use globset::GlobBuilder;
use memchr::{memchr2, memmem};
use regex_automata::meta::Regex;
use regex_automata::util::syntax;

#[derive(Debug, Clone)]
pub struct Glob {
    text: Cow<'static, str>,
    /// The names of files and folders that it spells out, as [`bits`]; found out once a path ends as the pattern does.
    names: OnceLock<u64>,
    /// Where its longest run of letters stands; found out once a path may have those names.
    run: OnceLock<Range<usize>>,
    /// Where the letters begin that it ends with.
    end: usize,
    /// It stands for every name that ends with them.
    is_ending: bool,
    matcher: OnceLock<Regex>,
}

impl Glob {
    /// A pattern without a slash stands for a file of that name in any folder. Letters match in any case.
    pub fn new(pattern: &str) -> Result<Self, globset::Error> {
        parsed(pattern)?;
        Ok(Self::ours(pattern.to_owned()))
    }

    /// One of our own, which is right: it is not even read before a path may match it.
    pub fn ours(pattern: impl Into<Cow<'static, str>>) -> Self {
        let text = pattern.into();
        let end = end(&text);
        let is_ending = matches!(&text[..end], "*" | "**/*");
        Self { text, names: OnceLock::new(), run: OnceLock::new(), end, is_ending, matcher: OnceLock::new() }
    }

    /// The pattern as it is written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The same as [`Glob::is_match`], sooner where many globs are asked.
    pub fn is_match_of(&self, path: &Path) -> bool {
        (self.is_ending || self.may_match(path)) && self.is_match(path.text)
    }

    fn may_match(&self, path: &Path) -> bool {
        let names = || *self.names.get_or_init(|| names(&self.text));
        let run = || &self.text.as_bytes()[self.run.get_or_init(|| longest_run(&self.text)).clone()];
        let holds = |run: &[u8]| run.is_empty() || find(path.text.as_bytes(), run).is_some();
        ends_with(path.text, &self.text[self.end..]) && names() & !path.names == 0 && holds(run())
    }

    pub fn is_match(&self, path: &str) -> bool {
        match self.is_ending {
            true => ends_with(path, &self.text[self.end..]),
            false => holds(path, &self.text) && self.matcher.get_or_init(|| compiled(&self.text)).is_match(path),
        }
    }
}

/// A path that many globs are asked about: which names it may have is told sooner than whether one of them matches.
#[derive(Debug, Clone, Copy)]
pub struct Path<'p> {
    text: &'p str,
    names: u64,
}

impl<'p> Path<'p> {
    pub fn of(text: &'p str) -> Self {
        Self { text, names: bits(text, |_| false) }
    }

    pub fn as_str(&self) -> &'p str {
        self.text
    }
}

/// The names that a pattern spells out in ASCII, for others have cases of their own; of one with escapes or choices, none.
fn names(pattern: &str) -> u64 {
    let is_odd = |byte: u8| matches!(byte, b'*' | b'?' | b'[' | b']' | b'!') || !byte.is_ascii();
    match pattern.bytes().any(|it| matches!(it, b'\\' | b'{' | b'}')) {
        true => 0,
        false => bits(pattern, is_odd),
    }
}

/// The names of files and folders in a path, in any case, but for those with an odd byte: a bit for each of 64 sorts of names.
fn bits(path: &str, is_odd: impl Fn(u8) -> bool) -> u64 {
    let (mut all, mut sum, mut is_name) = (0, 0u32, true);
    let bit = |sum: u32, is_name: bool| u64::from(is_name) << (sum.wrapping_mul(0x9e37_79b9) >> 26);
    for byte in path.bytes() {
        match byte {
            b'/' => {
                all |= bit(sum, is_name);
                (sum, is_name) = (0, true);
            }
            _ => {
                sum = sum.wrapping_mul(31).wrapping_add(byte.to_ascii_lowercase().into());
                is_name &= !is_odd(byte);
            }
        }
    }
    all | bit(sum, is_name)
}

/// Where the letters begin that every path ends with; of a pattern with escapes, none are known.
fn end(pattern: &str) -> usize {
    if pattern.contains('\\') {
        return pattern.len();
    }
    let is_letter = |it: &u8| it.is_ascii_alphanumeric() || matches!(it, b'.' | b'_' | b'-');
    pattern.len() - pattern.bytes().rev().take_while(|it| is_letter(it)).count()
}

/// Whether a path ends with some letters, in any case.
fn ends_with(path: &str, letters: &str) -> bool {
    let path = path.as_bytes();
    path.len().checked_sub(letters.len()).is_some_and(|at| path[at..].eq_ignore_ascii_case(letters.as_bytes()))
}

fn parsed(pattern: &str) -> Result<globset::Glob, globset::Error> {
    let anywhere = if pattern.contains('/') { pattern.to_owned() } else { format!("**/{pattern}") };
    GlobBuilder::new(&anywhere).case_insensitive(true).literal_separator(true).build()
}

/// A glob, compiled for a few paths: to find all states beforehand takes longer than to read a text.
fn compiled(pattern: &str) -> Regex {
    // Names are bytes.
    let syntax = syntax::Config::new().utf8(false).dot_matches_new_line(true);
    let config = Regex::config().utf8_empty(false).dfa(false).onepass(false);
    let built =
        parsed(pattern).ok().and_then(|it| Regex::builder().syntax(syntax).configure(config).build(it.regex()).ok());
    built.expect("a glob that was read before, or is ours")
}

/// Whether a path holds what a pattern spells out, one run of letters after the other, in any case.
fn holds(path: &str, pattern: &str) -> bool {
    let mut rest = path.as_bytes();
    runs(pattern).all(|run| {
        let Some(at) = find(rest, run) else { return false };
        rest = &rest[at + run.len()..];
        true
    })
}

fn find(path: &[u8], run: &[u8]) -> Option<usize> {
    let first = *run.first()?;
    let begins = |at: &usize| path.get(*at..at + run.len()).is_some_and(|it| it.eq_ignore_ascii_case(run));
    memchr::memchr2_iter(first.to_ascii_lowercase(), first.to_ascii_uppercase(), path).find(begins)
}

/// Where the longest run of letters stands in a pattern.
fn longest_run(pattern: &str) -> Range<usize> {
    let longest = runs(pattern).max_by_key(|it| it.len()).unwrap_or_default();
    let start = memmem::find(pattern.as_bytes(), longest).unwrap_or_default();
    start..start + longest.len()
}

/// The runs of letters outside of brackets, which stand in every path that a pattern matches; of a pattern with escapes,
/// nothing.
fn runs(pattern: &str) -> impl Iterator<Item = &[u8]> {
    // A bracket that a class begins with does not end it.
    let odd = ["\\", "[]", "[!]", "[^]"];
    let is_odd =
        memchr2(b'\\', b'[', pattern.as_bytes()).is_some_and(|at| odd.iter().any(|it| pattern[at..].contains(it)));
    let pattern = if is_odd { &[] } else { pattern.as_bytes() };
    let (mut depth, mut is_class) = (0usize, false);
    let mut is_letter = move |at: usize| {
        match pattern[at] {
            b'[' => is_class = true,
            b']' => is_class = false,
            b'{' if !is_class => depth += 1,
            b'}' if !is_class => depth = depth.saturating_sub(1),
            _ => {}
        }
        // Two stars take the slashes around them for their own.
        let is_taken = || pattern[..at].ends_with(b"**") || pattern[at + 1..].starts_with(b"**");
        let is_spelt = match pattern[at] {
            b'/' => !is_taken(),
            it => it.is_ascii_alphanumeric() || matches!(it, b'.' | b'_' | b'-'),
        };
        is_spelt && depth == 0 && !is_class
    };
    let mut places = 0..;
    let ends = move |_: &u8| !places.next().is_some_and(&mut is_letter);
    pattern.split(ends).filter(|run| !run.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Glob, Path, compiled, runs};

    #[test]
    fn a_path_needs_what_a_glob_spells_out() {
        let check = |pattern: &str, expected: &[&str]| {
            let runs: Vec<&str> = runs(pattern).filter_map(|it| std::str::from_utf8(it).ok()).collect();
            assert_eq!(runs, expected, "{pattern}");
        };
        check("**/docs/ADRs-and/[0-9]*.md", &["docs/ADRs-and/", ".md"]);
        check("*.{yml,yaml}", &["."]);
        check("**/kubernetes/**/*.{yml,yaml}", &["kubernetes", "."]);
        check("docs/**", &["docs"]);
        check("**", &[]);
        check(r"\*readme", &[]);
        check("[]a]b", &[]);
        check("{a,[}]bc}d", &["d"]);
    }

    #[test]
    fn runs_of_letters_stand_one_after_the_other() {
        let is_match = |pattern: &str, path: &str| Glob::new(pattern).expect("a glob").is_match(path);
        assert!(is_match("a/**/a.md", "a/a.md") && is_match("**/a*a.md", "AA.md"));
        assert!(!is_match("**/a*a.md", "a.md") && !is_match("**/a/**/a.md", "b/a.md"));
    }

    #[test]
    fn a_path_holds_the_names_that_a_glob_spells_out() {
        let may_match = |pattern: &str, path: &str| Glob::new(pattern).expect("a glob").may_match(&Path::of(path));
        for pattern in
            ["**/ADR/**/*.md", "docs/adr/[0-9]*.md", "Docs/adr/0001-a.md", "{docs/adr,a/b/c}/*.md", "*.md", "0001-a.md"]
        {
            assert!(may_match(pattern, "docs/adr/0001-a.md"), "{pattern}");
        }
        assert!(may_match("\u{dc}bersicht/*.md", "\u{fc}bersicht/a.md"));
        assert!(!may_match("**/adr/**/*.md", "docs/rfc/0001-a.md") && !may_match("docs/a.md", "docs/b.md"));
    }

    #[test]
    fn a_path_ends_with_the_letters_that_a_glob_ends_with() {
        let may_match = |pattern: &str, path: &str| Glob::new(pattern).expect("a glob").may_match(&Path::of(path));
        for pattern in ["*.md", "{a,b}.MD", "[a-c].md", "**/b.md", r"\*.m\d", "docs/**", "b.m[d]", "b.{txt,md}", "?.*"]
        {
            assert!(may_match(pattern, "docs/b.Md"), "{pattern}");
        }
        for pattern in ["*.lock", "[md]m.md", "**/*-b.md", "xdocs/b.md"] {
            assert!(!may_match(pattern, "docs/b.md"), "{pattern}");
        }
    }

    #[test]
    fn an_ending_is_told_without_an_expression() {
        let names =
            ["a.md", "docs/B.MD", ".md", "docs/.md", "amd", "a.mdx", "docs/a.md/b", "md", "", "\u{e9}.Md", "a\nb.md"];
        for pattern in ["*.md", "**/*.md", "*md", "*"] {
            let glob = Glob::new(pattern).expect("a glob");
            for name in names {
                let expected = compiled(pattern).is_match(name);
                assert_eq!(
                    (glob.is_match(name), glob.is_match_of(&Path::of(name))),
                    (expected, expected),
                    "{pattern} {name}"
                );
            }
        }
    }

    #[test]
    fn letters_match_in_any_case() {
        let is_match = |pattern: &str, path: &str| Glob::new(pattern).expect("a glob").is_match(path);
        assert!(is_match("readme*", "docs/README.md") && is_match("docs/*.md", "Docs/a.md"));
        assert!(!is_match("readme*", "docs/a.md") && !is_match("docs/*.md", "docs/a/b.md"));
    }
}
