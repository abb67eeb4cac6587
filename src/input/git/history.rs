//! The history of a repository along its first parents: each commit there is one change, as a merged pull request is.

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

/// Reads what `git log --raw -z` prints: for each commit a mark and its name; for each file `:MODE MODE ID ID STATUS`
/// and one path, or two where it was renamed.
fn raw(bytes: &[u8]) -> Vec<Committed> {
    let mut fields = bytes.split(|byte| *byte == 0).map(String::from_utf8_lossy);
    let mut all: Vec<Committed> = Vec::new();
    while let Some(field) = fields.next() {
        let field = field.trim_start_matches('\n');
        if let Some(id) = field.strip_prefix('\u{1}') {
            all.push(Committed { commit: id.trim().to_owned(), files: Vec::new() });
        } else if let Some(meta) = field.strip_prefix(':') {
            let is_moved = meta.rsplit(' ').next().is_some_and(|status| status.starts_with(['R', 'C']));
            let Some(first) = fields.next() else { break };
            let second = if is_moved { fields.next() } else { None };
            let file = file(meta, &first, second.as_deref());
            if let (Some(file), Some(last)) = (file, all.last_mut()) {
                last.files.push(file);
            }
        }
    }
    all
}

fn file(meta: &str, first: &str, second: Option<&str>) -> Option<FileChange> {
    let words: Vec<&str> = meta.split(' ').collect();
    let [old_mode, mode, old_id, id, _] = words.as_slice() else { return None };
    // Links and submodules hold no text.
    let blob = |mode: &str, id: &str, path: &str| {
        mode.starts_with("100").then(|| Blob { path: path.to_owned(), id: id.to_owned() })
    };
    let file = FileChange { before: blob(old_mode, old_id, first), after: blob(mode, id, second.unwrap_or(first)) };
    (file.before.is_some() || file.after.is_some()).then_some(file)
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
