//! The history of a repository along its first parents: each commit there is one change, as a merged pull request is.

use std::ffi::OsStr;
use std::path::Path;

use super::raw::Raw;
use super::{Refusal, Repository};

/// A commit of the main line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MainLine {
    pub id: String,
    /// When it was committed, in seconds since 1970.
    pub time: i64,
    /// Nothing comes before it: the first commit, or where a shallow clone ends.
    pub is_root: bool,
}

/// A file that a commit changed, as far as it is a plain file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// Where it was and what it held; nothing where the commit adds it.
    pub before: Option<Blob>,
    /// Where it is and what it holds; nothing where the commit deletes it.
    pub after: Option<Blob>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Blob {
    /// From the root of the repository, with `/`.
    pub path: String,
    pub id: String,
}

/// What a commit changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    pub commit: String,
    pub files: Vec<FileChange>,
}

impl Repository {
    /// Whether what lies in the working tree is what HEAD holds, and nothing besides.
    pub fn is_clean(&self) -> bool {
        self.bytes(["status", "--porcelain", "-z"]).is_ok_and(|changed| changed.is_empty())
    }

    /// Whether any commit of HEAD's history touched a path, which lies below the root.
    pub fn has_known(&self, path: &Path) -> Result<bool, Refusal> {
        let log = ["--literal-pathspecs", "log", "--max-count=1", "--format=%H", "HEAD", "--"];
        let asked = log.into_iter().map(OsStr::new).chain([path.as_os_str()]);
        Ok(!self.bytes(asked)?.is_empty())
    }

    /// The commits of HEAD's main line, the newest first; those that `without` holds are left out.
    pub fn main_line(&self, without: Option<&str>) -> Result<Vec<MainLine>, Refusal> {
        let mut args = vec!["log".to_owned(), "--first-parent".to_owned(), "--format=%H %ct %P".to_owned()];
        args.push("HEAD".to_owned());
        args.extend(without.map(|id| format!("^{id}")));
        args.push("--".to_owned());
        let text = self.text(&args)?;
        Ok(text.lines().filter_map(commit).collect())
    }

    /// What each of the commits from `oldest` to HEAD changed in Markdown files, the oldest first. Renames are followed.
    pub fn changes_since(&self, oldest: &MainLine) -> Result<Vec<Committed>, Refusal> {
        let mut args: Vec<String> = [
            "log",
            "--first-parent",
            "--diff-merges=first-parent",
            "--raw",
            "-z",
            "-M50%",
            "-l1000",
            "--no-abbrev",
            "--no-relative",
            "--no-ext-diff",
            "--root",
            "--reverse",
            "--format=%x01%H",
            "HEAD",
        ]
        .map(str::to_owned)
        .to_vec();
        if !oldest.is_root {
            args.push(format!("^{}^1", oldest.id));
        }
        args.push("--".to_owned());
        args.extend(crate::input::walk::EXTENSIONS.iter().map(|it| format!(":(top,icase,glob)**/*.{it}")));
        Ok(raw(&self.bytes(&args)?))
    }
}

/// `ID TIME PARENT…`.
fn commit(line: &str) -> Option<MainLine> {
    let mut words = line.split(' ');
    let (id, time) = (words.next()?.to_owned(), words.next()?.parse().ok()?);
    let is_root = words.next().is_none_or(str::is_empty);
    Some(MainLine { id, time, is_root })
}

/// Reads what `git log --raw -z` prints: for each commit a mark and its name; for each file a record.
fn raw(bytes: &[u8]) -> Vec<Committed> {
    let mut fields = bytes.split(|byte| *byte == 0);
    let mut all: Vec<Committed> = Vec::new();
    while let Some(field) = fields.next() {
        let field = &field[field.iter().take_while(|byte| **byte == b'\n').count()..];
        if let Some(id) = field.strip_prefix(b"\x01") {
            all.push(Committed { commit: String::from_utf8_lossy(id).trim().to_owned(), files: Vec::new() });
        } else if let Some(head) = field.strip_prefix(b":") {
            let file = Raw::read(head, &mut fields).and_then(file);
            if let Some(last) = all.last_mut() {
                last.files.extend(file);
            }
        }
    }
    all
}

/// Links and submodules hold no text.
fn file(raw: Raw) -> Option<FileChange> {
    let blob = |path: &[u8], id: String| Blob { path: String::from_utf8_lossy(path).into_owned(), id };
    let from = raw.moved_from.as_deref().unwrap_or(&raw.path);
    let before = raw.before.blob().map(|id| blob(from, id));
    let after = raw.after.blob().map(|id| blob(&raw.path, id));
    (before.is_some() || after.is_some()).then_some(FileChange { before, after })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_logs_is_read() {
        let log = "\u{1}aa\0\0:000000 100644 00 11 A\0a b.md\0:100644 100644 11 22 R090\0a b.md\0\n:c.md\0\
                   :100644 120000 22 33 T\0d.md\0\u{1}bb\0\0:100644 000000 22 00 D\0:c.md\0";
        let read = raw(log.as_bytes());
        assert_eq!(
            read.iter().map(|it| (it.commit.as_str(), it.files.len())).collect::<Vec<_>>(),
            [("aa", 3), ("bb", 1)]
        );
        let moved = &read[0].files[1];
        let paths = (moved.before.as_ref().map(|it| &*it.path), moved.after.as_ref().map(|it| &*it.path));
        assert_eq!(paths, (Some("a b.md"), Some("\n:c.md")));
        assert_eq!(read[0].files[2].after, None);
        assert_eq!(read[1].files[0].after, None);
    }
}
