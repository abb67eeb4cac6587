//! Commits as `git log` tells them, one after the other, and how git tidies a message before it keeps it.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use super::{Refusal, Repository};
use crate::text::Written;

/// A commit without its change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// As short as it may be here.
    pub id: String,
    pub author: String,
    pub email: String,
    /// When its author wrote it, by the author's clock.
    pub written: Option<Written>,
    /// How many commits it follows: a merge has more than one.
    pub parents: usize,
    /// A shallow clone ends with it: what it follows is not here.
    pub is_end: bool,
    /// What is no UTF-8 is replaced.
    pub message: String,
}

/// What git takes out of a message before it keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tidied {
    /// What begins a comment; none where git finds it for each message anew.
    pub mark: Option<String>,
    /// Whether comments are taken out where an editor was used, and where none was.
    pub edited: bool,
    pub unedited: bool,
}

/// One field ends with a NUL: no message holds one.
const FORM: &str = "--format=tformat:%h%x00%an%x00%ae%x00%aI%x00%P%x00%B%x00";

impl Repository {
    /// Hands out the commits of a range, the newest first, while git still looks for more. The range comes from outside:
    /// it is never taken for an option or a path. Where a shallow clone ends git shows a commit as if it followed nothing; here it
    /// has the parents that it names.
    pub fn each_commit(&self, range: &str, most: Option<usize>, mut take: impl FnMut(Commit)) -> Result<(), Refusal> {
        let mut args = vec!["-c".to_owned(), "i18n.logOutputEncoding=UTF-8".to_owned(), "log".to_owned()];
        args.extend(["--no-color", "--no-patch", "--no-notes", FORM].map(str::to_owned));
        args.extend(most.map(|most| format!("--max-count={most}")));
        args.extend(["--end-of-options", range, "--"].map(str::to_owned));
        let mut named = if self.is_shallow() { Some(self.objects()?) } else { None };
        let mut child = self.started(&args, Stdio::null(), Stdio::piped())?;
        let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
        let said = std::thread::scope(|scope| {
            // It is read beside the commits: a full pipe would stop git.
            let said = scope.spawn(move || {
                let mut said = Vec::new();
                let _ = stderr.map(|it| it.take(64 * 1024).read_to_end(&mut said));
                said
            });
            let mut lines = stdout.map(BufReader::new);
            while let Some(mut commit) = lines.as_mut().and_then(next) {
                if let Some(objects) = named.as_mut().filter(|_| commit.parents == 0) {
                    commit.parents = objects.parents(&commit.id).ok().flatten().map_or(0, |it| it.len());
                    commit.is_end = commit.parents > 0;
                }
                take(commit);
            }
            said.join().unwrap_or_default()
        });
        let status = child.wait().map_err(|error| Refusal::Failed(error.to_string()))?;
        if status.success() { Ok(()) } else { Err(super::refused(&said)) }
    }

    /// How this repository tidies messages.
    pub fn tidied(&self) -> Tidied {
        let setting = |name: &str| {
            let all = self.text(["config", "--get-regexp", name]).unwrap_or_default();
            let last = all.lines().last().and_then(|line| line.split_once(' ')).map(|(_, value)| value.to_owned());
            last.filter(|value| !value.is_empty())
        };
        let mark = setting(r"^core\.comment(char|string)$").unwrap_or_else(|| "#".to_owned());
        let (edited, unedited) = match setting(r"^commit\.cleanup$").as_deref() {
            Some("strip") => (true, true),
            Some("verbatim" | "whitespace" | "scissors") => (false, false),
            _ => (true, false),
        };
        Tidied { mark: Some(mark).filter(|mark| mark != "auto"), edited, unedited }
    }
}

/// The next commit, where there is a whole one.
fn next(out: &mut impl BufRead) -> Option<Commit> {
    let mut field = || {
        let mut bytes = Vec::new();
        out.read_until(0, &mut bytes).ok()?;
        (bytes.pop() == Some(0)).then(|| String::from_utf8_lossy(&bytes).into_owned())
    };
    let id = field()?.trim_start_matches('\n').to_owned();
    let (author, email, written, parents, message) = (field()?, field()?, field()?, field()?, field()?);
    let parents = parents.split(' ').filter(|it| !it.is_empty()).count();
    Some(Commit { id, author, email, written: Written::read(&written), parents, is_end: false, message })
}
