//! Which files a repository has, and which it had.

use super::{Refusal, Repository};

/// A path that git knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// From the root, with `/`; what is no UTF-8 is replaced.
    pub path: String,
    /// Another repository lies there.
    pub is_repository: bool,
    /// It was not written out: the checkout is sparse.
    pub is_unwritten: bool,
    /// What it holds, where it is asked for at a commit.
    pub blob: Option<String>,
}

/// A file that a commit took away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    pub path: String,
    pub commit: String,
}

/// The mode of a repository in a repository.
const REPOSITORY: &str = "160000";

impl Repository {
    /// The files of the index.
    pub fn known(&self) -> Result<Vec<Known>, Refusal> {
        let listed = self.bytes(["ls-files", "-t", "-s", "-z", "--full-name", "--", ":/"])?;
        Ok(fields(&listed).filter_map(|record| known(&record)).collect())
    }

    /// The files of the index that were never written out: of any other it keeps when somebody did.
    pub fn unwritten(&self) -> Result<Vec<String>, Refusal> {
        let listed = self.bytes(["ls-files", "--debug", "-z", "--full-name", "--", ":/"])?;
        Ok(unwritten(&String::from_utf8_lossy(&listed)))
    }

    /// The files of a commit. The name is an id.
    pub fn known_at(&self, commit: &str) -> Result<Vec<Known>, Refusal> {
        let listed = self.bytes(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit])?;
        Ok(fields(&listed).filter_map(|record| known_at(&record)).collect())
    }

    /// The files that the newest `most` commits up to one took away, the newest first; nothing where the clone ends at
    /// a depth, since what is beyond it looks as if it had never been.
    pub fn gone(&self, commit: &str, most: usize) -> Result<Vec<Gone>, Refusal> {
        if self.is_shallow() {
            return Ok(Vec::new());
        }
        let skip = format!("--skip={most}");
        let oldest = self.text(["rev-list", "--max-count=1", &skip, "--first-parent", "--end-of-options", commit])?;
        let mut args = vec!["log", "--first-parent", "--diff-merges=first-parent", "--diff-filter=D", "--no-renames"];
        args.extend(["--name-only", "-z", "--no-color", "--no-ext-diff", "--no-relative", "--format=%x01%h"]);
        args.push(commit);
        let end = format!("^{}", oldest.trim());
        args.extend((end.len() > 1).then_some(end.as_str()));
        args.push("--");
        Ok(gone(&self.bytes(args)?))
    }
}

fn fields(listed: &[u8]) -> impl Iterator<Item = String> {
    listed.split(|byte| *byte == 0).filter(|it| !it.is_empty()).map(|it| String::from_utf8_lossy(it).into_owned())
}

/// `TAG MODE ID STAGE<TAB>PATH`.
fn known(record: &str) -> Option<Known> {
    let (head, path) = record.split_once('\t')?;
    let mut words = head.split(' ');
    let (tag, mode) = (words.next()?, words.next()?);
    Some(Known { path: path.to_owned(), is_repository: mode == REPOSITORY, is_unwritten: tag == "S", blob: None })
}

/// A path and its end, then what is kept of the file, each on a line of its own that begins with blanks.
fn unwritten(listed: &str) -> Vec<String> {
    const LINES: usize = 5;
    const NEVER: &str = "  ctime: 0:0\n  mtime: 0:0\n";
    let mut parts = listed.split('\0');
    let mut path = parts.next().unwrap_or_default();
    let mut all = Vec::new();
    for part in parts {
        let end = part.match_indices('\n').nth(LINES - 1).map_or(part.len(), |(at, _)| at + 1);
        if part.starts_with(NEVER) {
            all.push(path.to_owned());
        }
        path = &part[end..];
    }
    all
}

/// `MODE TYPE ID<TAB>PATH`.
fn known_at(record: &str) -> Option<Known> {
    let (head, path) = record.split_once('\t')?;
    let mut words = head.split(' ');
    let (mode, _, id) = (words.next()?, words.next()?, words.next()?);
    let is_repository = mode == REPOSITORY;
    Some(Known { path: path.to_owned(), is_repository, is_unwritten: false, blob: Some(id.to_owned()) })
}

/// A mark and a name for each commit, then its paths.
fn gone(listed: &[u8]) -> Vec<Gone> {
    let mut commit = String::new();
    let mut all = Vec::new();
    for field in fields(listed) {
        let field = field.trim_start_matches('\n');
        match field.strip_prefix('\u{1}') {
            Some(id) => commit = id.trim().to_owned(),
            None if !field.is_empty() => all.push(Gone { path: field.to_owned(), commit: commit.clone() }),
            None => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_lists_is_read() {
        let one = known("S 100644 00ff 0\ta b.md").map(|it| (it.path, it.is_repository, it.is_unwritten));
        assert_eq!(one, Some(("a b.md".to_owned(), false, true)));
        assert!(known_at("160000 commit 00ff\tlib").is_some_and(|it| it.is_repository));
        let stat = |it: &str| {
            format!("  ctime: {it}\n  mtime: {it}\n  dev: 0\tino: 0\n  uid: 0\tgid: 0\n  size: 0\tflags: 0\n")
        };
        let listed = format!("a\nb.md\0{}c.md\0{}d.md\0{}", stat("0:0"), stat("17:5"), stat("0:0"));
        assert_eq!((unwritten(&listed), unwritten("")), (vec!["a\nb.md".to_owned(), "d.md".to_owned()], vec![]));
        let read = gone("\u{1}aa\0\0\na.md\0b.md\0\u{1}bb\0\0\nc.md\0".as_bytes());
        let read: Vec<_> = read.iter().map(|it| (it.path.as_str(), it.commit.as_str())).collect();
        assert_eq!(read, [("a.md", "aa"), ("b.md", "aa"), ("c.md", "bb")]);
    }
}
