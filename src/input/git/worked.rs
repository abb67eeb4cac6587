//! Who changed which files in a stretch of time. Authors leave this module as numbers that mean nothing elsewhere.

use std::collections::HashMap;

use super::{Refusal, Repository};

/// A file that somebody changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worked {
    /// The same number for the same author in one answer.
    pub who: u32,
    /// Seconds since 1970.
    pub at: i64,
    pub path: String,
}

/// Whether an author of this name and address is a program: nothing here knows any.
type IsProgram = fn(&str, &str) -> bool;

impl Repository {
    /// When a commit was made, in seconds since 1970. The name is an id.
    pub fn time_of(&self, commit: &str) -> Option<i64> {
        let said = self.text(["show", "--no-patch", "--format=%ct", "--end-of-options", commit]).ok()?;
        said.lines().next()?.trim().parse().ok()
    }

    /// What was changed between two moments up to a commit, merges left out, each file of each change once.
    pub fn worked(&self, commit: &str, from: i64, to: i64, is_program: IsProgram) -> Result<Vec<Worked>, Refusal> {
        Ok(read(&self.log(commit, None, from, to)?, is_program))
    }

    /// Which files were changed when in what a commit holds and another does not, where one is named. Both names are ids.
    pub fn changed_beyond(
        &self,
        commit: &str,
        without: Option<&str>,
        from: i64,
        to: i64,
    ) -> Result<Vec<(String, i64)>, Refusal> {
        let worked = read(&self.log(commit, without, from, to)?, |_, _| true);
        Ok(worked.into_iter().map(|it| (it.path, it.at)).collect())
    }

    fn log(&self, commit: &str, without: Option<&str>, from: i64, to: i64) -> Result<Vec<u8>, Refusal> {
        let (from, to) = (format!("--max-age={from}"), format!("--min-age={to}"));
        let mut args = vec!["log", "--no-merges", "--name-only", "-z", "--no-renames", "--no-color", "--no-ext-diff"];
        args.extend(["--no-relative", "--format=%x01%ct %aE %aN", &from, &to, commit]);
        let without = without.map(|it| format!("^{it}"));
        args.extend(without.as_deref());
        args.push("--");
        self.bytes(args)
    }
}

fn read(bytes: &[u8], is_program: IsProgram) -> Vec<Worked> {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut current: Option<(u32, i64)> = None;
    let mut all = Vec::new();
    for field in bytes.split(|byte| *byte == 0) {
        let field = String::from_utf8_lossy(field);
        let field = field.trim_start_matches('\n');
        if let Some(head) = field.strip_prefix('\u{1}') {
            let (time, author) = head.trim().split_once(' ').unwrap_or((head, ""));
            let (address, name) = author.split_once(' ').unwrap_or((author, ""));
            let address = address.to_lowercase();
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            let number = if is_program(name, &address) { None } else { Some(*numbers.entry(address).or_insert(next)) };
            // What a program changed is changed, and nobody did it.
            current = time.parse().ok().map(|time| (number.unwrap_or(NOBODY), time));
        } else if let Some((who, at)) = current.filter(|_| !field.is_empty()) {
            all.push(Worked { who, at, path: field.to_owned() });
        }
    }
    all
}

/// Stands for all programs that commit.
pub const NOBODY: u32 = u32::MAX;

#[cfg(test)]
mod tests {
    use super::{NOBODY, read};

    #[test]
    fn authors_are_numbers() {
        let log = "\u{1}20 ana@example.org Ana\0\0\na.md\0b c.md\0\u{1}10 BO@example.org Bo B\0\0\na.md\0\u{1}5 x@y The Loop\0\0\na.md\0";
        let all = read(log.as_bytes(), |name, address| (name, address) == ("The Loop", "x@y"));
        let told: Vec<_> = all.iter().map(|it| (it.who, it.at, it.path.as_str())).collect();
        assert_eq!(told, [(0, 20, "a.md"), (0, 20, "b c.md"), (1, 10, "a.md"), (NOBODY, 5, "a.md")]);
    }
}
