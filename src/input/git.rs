//! A repository as `git` tells it: the only place that runs another program. It hands out what git printed; what it
//! means is for others to say.
//!
//! `git` is run and not linked: it is there wherever a repository is, and it alone honours the user's settings, partial
//! clones and safe directories.

mod commits;
mod diff;
mod fate;
pub mod history;
mod ignored;
mod objects;
mod raw;
mod standing;
mod still;
mod touched;
mod tree;
mod worked;

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::OnceLock;

pub use commits::{Commit, Tidied};
pub use diff::{Changed, Head};
pub use fate::Fate;
pub use ignored::Ignored;
pub use objects::{Object, Objects};
use still::{command, is_bare, is_named, started};
pub use tree::{Gone, Known};
pub use worked::{NOBODY, Worked};

use super::real;

/// A repository.
#[derive(Debug, Clone)]
pub struct Repository {
    /// The root of the working tree; its own folder where it has none.
    pub root: PathBuf,
    /// The root is the repository itself, and its own: asked before git first runs there.
    is_bare: OnceLock<bool>,
}

/// Why git did not answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no program of that name.
    NotInstalled,
    /// What it said, in one line.
    Failed(String),
    /// This clone does not have the text of a file, which is named with what holds it.
    Missing(String),
}

/// The cure where git does not have what a commit is made of.
pub const INCOMPLETE: &str =
    "`git fsck` says what is missing; for a clone made with `--filter`: `git fetch --refetch --no-filter`";

/// Whether git stopped at an object that is not there, in whatever words.
fn is_incomplete(said: &str) -> bool {
    ["could not fetch", "unable to read", "bad object"].iter().any(|it| said.contains(it))
}

impl Refusal {
    /// What to do about it: another cure than `otherwise`, where no commit has any part in it.
    pub fn cure<'h>(&self, otherwise: &'h str) -> &'h str {
        match self {
            Refusal::NotInstalled => "install it: commits are read through it",
            Refusal::Missing(_) => INCOMPLETE,
            Refusal::Failed(said) if is_incomplete(said) => INCOMPLETE,
            Refusal::Failed(said) if said.contains("must be run in a work tree") => {
                "run it where there is a working tree, or name a commit with `--head` where it takes one"
            }
            Refusal::Failed(_) if self.is_no_repository() => "run it in a repository",
            Refusal::Failed(said) if said.contains("dubious ownership") => {
                "if you trust it: `git config --global --add safe.directory FOLDER`, with the folder that git names"
            }
            Refusal::Failed(said) if said.ends_with("no commit `HEAD`") || said.ends_with("bad revision 'HEAD'") => {
                "commit something first: this repository has no commit yet"
            }
            Refusal::Failed(_) => otherwise,
        }
    }

    /// Whether there is none around the folder.
    pub fn is_no_repository(&self) -> bool {
        matches!(self, Refusal::Failed(said) if said.contains("not a git repository"))
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Refusal::NotInstalled => out.write_str("git is not installed"),
            Refusal::Failed(said) => write!(out, "git says: {said}"),
            Refusal::Missing(what) => write!(out, "{what} is not in this clone"),
        }
    }
}

impl Repository {
    /// The repository in a folder, for what git answers anywhere in it.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), is_bare: OnceLock::new() }
    }

    /// The repository around a folder.
    pub fn around(folder: &Path) -> Result<Self, Refusal> {
        // Whoever names it by `GIT_DIR` alone, as git does for a hook, stands at its root: git takes any other folder for it.
        let is_named = is_named() && real(folder).starts_with(real(Path::new(".")));
        let here = Self::at(if is_named { Path::new(".") } else { folder });
        let root = here.bytes(["rev-parse", "--show-toplevel"]);
        // A repository without a working tree has its commits in its own folder.
        let root = root.or_else(|refusal| match here.text(["rev-parse", "--is-bare-repository"]) {
            Ok(said) if said.trim() == "true" => here.bytes(["rev-parse", "--absolute-git-dir"]),
            _ => Err(refusal),
        })?;
        let end = root.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r')).map_or(0, |at| at + 1);
        Ok(Self::at(path_of(&root[..end])))
    }

    /// Whether files lie around it, and not only commits in it.
    pub fn has_working_tree(&self) -> bool {
        self.text(["rev-parse", "--is-bare-repository"]).map_or(true, |said| said.trim() != "true")
    }

    /// Whether the clone ends at a depth: commits beyond it are not there.
    pub fn is_shallow(&self) -> bool {
        self.text(["rev-parse", "--is-shallow-repository"]).is_ok_and(|said| said.trim() == "true")
    }

    /// The commit at which two histories part, where this clone has one. The names are ids.
    pub fn merge_base(&self, one: &str, other: &str) -> Option<String> {
        let found = self.text(["merge-base", "--end-of-options", one, other]).ok()?;
        found.lines().next().map(|id| id.trim().to_owned()).filter(|id| !id.is_empty())
    }

    /// The commit that a name stands for. The name comes from outside: it is never taken for an option.
    pub fn commit(&self, name: &str) -> Result<String, Refusal> {
        let none = || Refusal::Failed(format!("there is no commit `{name}`"));
        let peeled = format!("{name}^{{commit}}");
        let said = match self.text(["rev-parse", "--verify", "--quiet", "--end-of-options", &peeled]) {
            Err(Refusal::Failed(_)) => return Err(none()),
            said => said?,
        };
        // `^main` leaves commits out: it names none.
        let id = said.trim();
        if is_id(id) { Ok(id.to_owned()) } else { Err(none()) }
    }

    /// What git prints.
    pub fn bytes<I: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = I>) -> Result<Vec<u8>, Refusal> {
        self.ask(args, &[])
    }

    /// What git prints, with what is no UTF-8 replaced.
    pub fn text<I: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = I>) -> Result<String, Refusal> {
        self.bytes(args).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    /// What git prints when it reads `input`. Nobody else reads or writes meanwhile, so it may be as long as it likes.
    pub fn ask<I: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = I>, input: &[u8]) -> Result<Vec<u8>, Refusal> {
        let mut child = self.started(args, Stdio::piped(), Stdio::piped())?;
        let stdin = child.stdin.take();
        let output = std::thread::scope(|scope| {
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
            child.wait_with_output()
        });
        let output = output.map_err(|error| Refusal::Failed(error.to_string()))?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(refused(&output.stderr))
    }

    /// git at work, for whoever reads what it prints while it prints it.
    fn started<I: AsRef<OsStr>>(
        &self,
        args: impl IntoIterator<Item = I>,
        stdin: Stdio,
        stderr: Stdio,
    ) -> Result<Child, Refusal> {
        let mut git = command(&self.root, *self.is_bare.get_or_init(|| is_bare(&self.root)));
        git.args(args).stdin(stdin).stdout(Stdio::piped()).stderr(stderr);
        started(&mut git)
    }
}

/// A path as git prints it. Where paths are no bytes, git prints them as UTF-8.
pub fn path_of(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    let path = PathBuf::from(<OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes));
    #[cfg(not(unix))]
    let path = PathBuf::from(String::from_utf8_lossy(bytes).into_owned());
    path
}

/// Whether a word is the id of an object, and nothing that git would read otherwise.
fn is_id(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What git said on its standard error when it failed.
fn refused(said: &[u8]) -> Refusal {
    let said = String::from_utf8_lossy(said);
    let lines = || said.lines().filter(|line| !line.trim().is_empty());
    // It may warn of something else before it says why it failed.
    let why = lines().find(|line| line.starts_with("fatal: ") || line.starts_with("error: "));
    let line = why.or_else(|| lines().next()).unwrap_or("it failed and does not say why");
    Refusal::Failed(line.trim_start_matches("fatal: ").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn why_git_failed_is_told_and_not_what_it_warned_of() {
        let told = |said: &str| refused(said.as_bytes()).to_string();
        assert_eq!(
            told("warning: LF will be replaced\nfatal: could not read order file\n"),
            "git says: could not read order file"
        );
        assert_eq!(told("\nerror: no such ref\nfatal: it ends\n"), "git says: error: no such ref");
        assert_eq!(told("\nsomething else\n"), "git says: something else");
        assert_eq!(told(""), "git says: it failed and does not say why");
    }

    #[test]
    fn the_cure_is_that_of_the_fault() {
        let cure = |said: &str| refused(said.as_bytes()).cure("name another");
        assert_eq!(
            cure("fatal: not a git repository (or any of the parent directories): .git\n"),
            "run it in a repository"
        );
        assert!(cure("there is no commit `HEAD`").starts_with("commit something"));
        assert!(cure("fatal: bad revision 'HEAD'\n").starts_with("commit something"));
        assert!(cure("fatal: detected dubious ownership in repository at '/r'\n").contains("safe.directory"));
        assert_eq!(cure("there is no commit `main`"), "name another");
        assert_eq!(cure("warning: a setting\nfatal: could not fetch 763b64ed from promisor remote\n"), INCOMPLETE);
        assert!(cure("fatal: this operation must be run in a work tree\n").contains("`--head`"));
    }
}
