//! Globs over paths, as in `.gitignore` and in any case. Nearly all are told without being compiled; another is compiled once a
//! path holds what it spells out: to compile all that a run might ask takes longer than to read a text.

mod fit;
mod spelt;

use std::fmt;
use std::sync::OnceLock;

use globset::GlobBuilder;
use regex_automata::meta::Regex;
use regex_automata::nfa::thompson::WhichCaptures;
use regex_automata::util::syntax;

pub use spelt::{Shape, Spelt};
use spelt::{bits, pairs, rooted, runs};

/// The patterns of all globs of ours.
static TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/globs.txt"));

/// Why something is no glob.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(String);

impl fmt::Display for Refused {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(&self.0)
    }
}

#[derive(Debug, Clone)]
pub struct Glob {
    text: Text,
    spelt: Spelt,
    matcher: OnceLock<Box<Regex>>,
}

impl Glob {
    /// A pattern without a slash stands for a file of that name in any folder, one that begins with it for one at the root.
    /// Letters match in any case.
    ///
    /// # Errors
    /// It is no glob, or longer than any path.
    pub fn new(pattern: &str) -> Result<Self, Refused> {
        // A few thousand wildcards are an automaton of megabytes.
        const LONGEST: usize = 1024;
        if pattern.len() > LONGEST {
            return Err(Refused(format!("it has more than {LONGEST} bytes")));
        }
        parsed(pattern).map_err(|it| Refused(it.kind().to_string()))?;
        Ok(Self { text: Text::Own(pattern.into()), spelt: Spelt::of(pattern), matcher: OnceLock::new() })
    }

    /// One of our own, which is right: it is not even read before a path may match it. The build knows where it stands among all.
    pub const fn ours(start: u32, end: u32, spelt: Spelt) -> Self {
        Self { text: Text::Ours { start, end }, spelt, matcher: OnceLock::new() }
    }

    /// The pattern as it is written.
    pub fn as_str(&self) -> &str {
        match &self.text {
            Text::Ours { start, end } => &TEXT[*start as usize..*end as usize],
            Text::Own(text) => text,
        }
    }

    /// The letters that it ends with.
    fn ending(&self) -> &str {
        &self.as_str()[self.spelt.end as usize..]
    }

    /// The same as [`Glob::is_match`], sooner where many globs are asked.
    pub fn is_match_of(&self, path: &Path) -> bool {
        (self.spelt.shape == Shape::Ending || self.may_match(path)) && self.is_match(path.text)
    }

    /// Whether a path may hold what this spells out, as far as that is told at once.
    pub fn may_match(&self, path: &Path) -> bool {
        let Spelt { names, pairs, .. } = self.spelt;
        names & !path.names == 0 && pairs & !path.pairs == 0 && ends_with(path.text, self.ending())
    }

    pub fn is_match(&self, path: &str) -> bool {
        match self.spelt.shape {
            Shape::Ending => ends_with(path, self.ending()),
            Shape::Below => self.spelt.folder(self.as_str()).is_some_and(|it| lies_below(path, it, self.ending())),
            Shape::Simple if path.is_ascii() => fit::fits(self.as_str(), path),
            Shape::Simple | Shape::Other => {
                let matcher = || self.matcher.get_or_init(|| Box::new(compiled(self.as_str())));
                holds(path, self.as_str()) && matcher().is_match(path)
            }
        }
    }
}

/// A pattern as it is written. Those of ours are no addresses: the loader would write each down in every run.
#[derive(Debug, Clone)]
enum Text {
    Ours { start: u32, end: u32 },
    Own(Box<str>),
}

/// A path that many globs are asked about: which names it may have is told sooner than whether one of them matches.
#[derive(Debug, Clone, Copy)]
pub struct Path<'p> {
    text: &'p str,
    names: u64,
    pairs: u64,
}

impl<'p> Path<'p> {
    pub fn of(text: &'p str) -> Self {
        Self { text, names: bits(text, |_| false), pairs: pairs(text.as_bytes()) }
    }

    pub fn as_str(&self) -> &'p str {
        self.text
    }
}

/// Whether a path ends with some letters, in any case.
fn ends_with(path: &str, letters: &str) -> bool {
    let path = path.as_bytes();
    path.len().checked_sub(letters.len()).is_some_and(|at| path[at..].eq_ignore_ascii_case(letters.as_bytes()))
}

/// Whether a path leads through a folder, and ends with some letters behind it, in any case.
fn lies_below(path: &str, folder: &str, ending: &str) -> bool {
    let bytes = path.as_bytes();
    let is_whole = |at: usize| at == 0 || bytes[at - 1] == b'/';
    let (mut from, mut is_below) = (0, false);
    while let Some(at) = find(&bytes[from..], folder.as_bytes()).filter(|_| !is_below).map(|at| from + at) {
        let end = at + folder.len();
        is_below = is_whole(at) && bytes.get(end) == Some(&b'/') && end + 1 + ending.len() <= bytes.len();
        from = at + 1;
    }
    is_below && ends_with(path, ending)
}

fn parsed(pattern: &str) -> Result<globset::Glob, globset::Error> {
    let anywhere = if pattern.contains('/') { rooted(pattern).to_owned() } else { format!("**/{pattern}") };
    GlobBuilder::new(&anywhere).case_insensitive(true).literal_separator(true).build()
}

/// A glob, compiled for a few paths: to find states takes longer than to read a text, and to go through its steps does not.
fn compiled(pattern: &str) -> Regex {
    // Names are bytes.
    let syntax = syntax::Config::new().utf8(false).dot_matches_new_line(true);
    let config = Regex::config().utf8_empty(false).dfa(false).onepass(false).hybrid(false);
    let config = config.auto_prefilter(false).which_captures(WhichCaptures::Implicit);
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

#[cfg(test)]
mod tests {
    use super::{Glob, Path, compiled};

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
    fn endings_and_folders_are_told_without_an_expression() {
        let names = [
            "a.md",
            "docs/B.MD",
            ".md",
            "docs/.md",
            "amd",
            "a.mdx",
            "docs/a.md/b",
            "md",
            "",
            "\u{e9}.Md",
            "a\nb.md",
            "adr/a.md",
            "ADR/a.md",
            "docs/adr/x/a.Md",
            "/adr/.md",
            "adr.md",
            "adr/",
            "adr",
            "xadr/a.md",
            "adr/md",
            "adrs/a.md",
            "adr/adr",
            "adr/adr/",
            "adr//a.md",
            "a/adr.md/x",
            "xadr/adr/a.md",
            "docs/adr/a\n.md",
            "docs/adr/",
            "a/docs/adr/b",
        ];
        for pattern in [
            "*.md",
            "**/*.md",
            "*md",
            "*",
            "**/adr/**/*.md",
            "**/adr/**",
            "**/docs/adr/**/*.md",
            "**/adr/**/*",
            "**/adr/**/*md",
            "**/a/**/*.md",
        ] {
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

    #[test]
    fn a_slash_before_it_holds_a_glob_to_the_root() {
        let is_match = |pattern: &str, path: &str| {
            let glob = Glob::new(pattern).expect("a glob");
            let (alone, among) = (glob.is_match(path), glob.is_match_of(&Path::of(path)));
            assert_eq!(alone, among, "{pattern} {path}");
            alone
        };
        assert!(is_match("/a.md", "a.md") && is_match("/*.md", "a.md") && is_match("/docs/**", "docs/a.md"));
        assert!(
            !is_match("/a.md", "docs/a.md") && !is_match("/*.md", "docs/a.md") && !is_match("/docs/**", "a/docs/b.md")
        );
    }
}
