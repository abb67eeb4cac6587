//! When files were last changed, as far as commits tell.

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdout, Stdio};

use super::{Refusal, Repository, command, started};

impl Repository {
    /// When the newest commit was made that changed each of some files, in seconds since 1970. Paths are from the root,
    /// with `/`. A file that was changed since, or is in no commit, is left out. git is stopped as soon as all are seen.
    pub fn touched(&self, paths: &[&str]) -> Result<HashMap<String, i64>, Refusal> {
        // Whoever names a file over two lines would name two to git.
        let listed: Vec<&str> = paths.iter().copied().filter(|it| !it.contains('\n')).collect();
        if listed.is_empty() {
            return Ok(HashMap::new());
        }
        let question = format!("HEAD\n--\n{}\n", listed.join("\n"));
        let mut git = command(&self.root);
        git.args(["--literal-pathspecs", "log", "--stdin", "--format=%x01%ct", "--name-only", "-z", "--no-renames"])
            .args(["--no-ext-diff", "--no-relative"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = started(&mut git)?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let mut found = std::thread::scope(|scope| {
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(question.as_bytes())));
            stdout.map(|stdout| newest(BufReader::<ChildStdout>::new(stdout), &listed)).unwrap_or_default()
        });
        // It may have ended by itself.
        let _ = child.kill();
        child.wait().map_err(|error| Refusal::Failed(error.to_string()))?;
        let changed = self.bytes(["diff", "--name-only", "-z", "--no-ext-diff", "--no-relative", "HEAD", "--"])?;
        for path in changed.split(|byte| *byte == 0) {
            found.remove(&*String::from_utf8_lossy(path));
        }
        Ok(found)
    }
}

/// Reads a mark and a time for each commit, then its paths, until each of some has been seen.
fn newest(mut log: impl BufRead, paths: &[&str]) -> HashMap<String, i64> {
    let mut missing: HashSet<&str> = paths.iter().copied().collect();
    let mut found = HashMap::new();
    let mut time = None;
    let mut field = Vec::new();
    while !missing.is_empty() && log.read_until(0, &mut field).is_ok_and(|read| read > 0) {
        let text = String::from_utf8_lossy(&field);
        let text = text.trim_end_matches('\0').trim_start_matches('\n');
        match (text.strip_prefix('\u{1}'), time) {
            (Some(seconds), _) => time = seconds.trim().parse().ok(),
            (None, Some(time)) if missing.remove(text) => {
                found.insert(text.to_owned(), time);
            }
            _ => {}
        }
        field.clear();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_commit_counts() {
        let log = "\u{1}300\0\0\na b.md\0\u{1}200\0\0\na b.md\0c.md\0\u{1}100\0\0\nd.md\0";
        let found = newest(log.as_bytes(), &["a b.md", "c.md", "none.md"]);
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort();
        assert_eq!(found, [("a b.md".to_owned(), 300), ("c.md".to_owned(), 200)]);
    }
}
