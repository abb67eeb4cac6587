//! What a commit did to the files that are not there any more: which one behind a merge took them away, and where to.

use super::{Refusal, Repository};

/// A file that a commit took away or gave another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fate {
    pub path: String,
    /// The commit that did it: of a merge, one of those that it brought in.
    pub commit: String,
    /// Where the file lies since.
    pub to: Option<String>,
}

/// Of a merge that brings in more, the newest are looked at.
const MOST: &str = "--max-count=2000";

/// Files that a commit may take away and add for those that are alike to be looked for.
const MOST_ALIKE: &str = "-l500";

/// How alike two files are, in hundredths, for another name to be that of the same one.
const ALIKE: u32 = 80;

impl Repository {
    /// What a commit of the first line did, the newest first. Its name is an id.
    pub fn fates(&self, commit: &str) -> Result<Vec<Fate>, Refusal> {
        let before = format!("^{commit}^");
        let mut args = vec!["log", "--no-merges", MOST, "--diff-filter=DR", "--name-status", "-z"];
        // Any two files that hold nothing are the same.
        args.extend(["--find-renames", MOST_ALIKE, "--no-rename-empty"]);
        args.extend(["--no-color", "--no-ext-diff", "--no-relative", "--format=%x01%h", commit, &before, "--"]);
        Ok(read(&String::from_utf8_lossy(&self.bytes(args)?)))
    }
}

/// A mark and a name for each commit, then a status and a path for each file, and a second path where it has another name.
fn read(listed: &str) -> Vec<Fate> {
    let mut fields = listed.split('\0').map(|it| it.trim_start_matches('\n')).filter(|it| !it.is_empty());
    let (mut commit, mut all) = (String::new(), Vec::new());
    while let Some(field) = fields.next() {
        if let Some(id) = field.strip_prefix('\u{1}') {
            id.trim().clone_into(&mut commit);
            continue;
        }
        let Some(path) = fields.next() else { break };
        let to = field.strip_prefix('R').and_then(|alike| Some((alike, fields.next()?)));
        let to = to.filter(|(alike, to)| is_same(path, to, alike)).map(|(_, to)| to.to_owned());
        all.push(Fate { path: path.to_owned(), commit: commit.clone(), to });
    }
    all
}

fn is_same(path: &str, to: &str, alike: &str) -> bool {
    let name = |it: &str| it.rsplit('/').next().unwrap_or_default().to_lowercase();
    name(path) == name(to) || alike.parse().is_ok_and(|it: u32| it >= ALIKE)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn names_before_and_after_are_read() {
        let all = read("\u{1}aa\0\0\nD\0a.md\0R057\0b.md\0c/b.md\0\u{1}bb\0\0\nR100\0d.md\0e.md\0R060\0f.md\0g.md\0");
        let told: Vec<_> = all.iter().map(|it| (&*it.path, &*it.commit, it.to.as_deref())).collect();
        let of_first = [("a.md", "aa", None), ("b.md", "aa", Some("c/b.md"))];
        let of_second = [("d.md", "bb", Some("e.md")), ("f.md", "bb", None)];
        assert_eq!(told, [of_first, of_second].concat());
        assert!(read("").is_empty());
    }
}
