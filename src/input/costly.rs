//! What the patterns of ignore files and attributes may cost. A name is looked up in a table; each wildcard may become an
//! expression of its own, of a dozen kilobytes. Knows how patterns are written, and not what they match.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::open::open_met;
use super::own::LARGEST_RULES;

/// What all expressions of one file may be made of. The most that was met in a repository, 12,500 lines, is three quarters
/// of it; this much takes a quarter of a second.
const MOST: usize = 64 * 1024;
/// What an expression costs besides its letters.
const EACH: usize = 16;

pub(super) const IGNORE_FILE: &str = ".pinglessignore";

/// What is looked at in each folder of a walk, to know what it leaves out.
const RULES: [&str; 4] = [IGNORE_FILE, ".ignore", ".gitignore", ".git/info/exclude"];

/// Patterns as they are met, and whether they are still worth reading.
#[derive(Debug, Default)]
pub struct Cost(usize);

impl Cost {
    /// Counts a line in, and says whether all so far are more than counts.
    pub fn exceeds(&mut self, line: &str) -> bool {
        self.0 += if is_expression(line) { EACH + line.len() } else { 0 };
        self.0 > MOST
    }
}

/// Whether a pattern is more than a name, a path or an ending.
fn is_expression(line: &str) -> bool {
    let line = line.trim_end();
    if line.starts_with('#') {
        return false;
    }
    let line = line.strip_prefix('!').unwrap_or(line);
    let line = line.strip_suffix('/').unwrap_or(line);
    let line = line.strip_prefix("**/").unwrap_or(line);
    match line.strip_prefix("*.") {
        Some(ending) => ending.contains(['*', '?', '[', '{', '.', '/']),
        None => line.contains(['*', '?', '[', '{']),
    }
}

/// Why nothing below the folder of an ignore file is read: it never ends, waits for somebody, or holds more than a person
/// writes. A device, a pipe, a link to one, thousands of patterns.
pub fn untold(folder: &Path) -> Option<(PathBuf, String)> {
    RULES.iter().map(|name| folder.join(name)).find_map(|path| why(&path).map(|why| (path, why)))
}

/// Why a file of attributes that cannot be read is worth a word: others may be anything.
pub fn why_untold(path: &Path) -> Option<String> {
    fs::metadata(path)
        .is_ok_and(|it| it.is_file() && it.len() > LARGEST_RULES)
        .then(|| super::too_large(LARGEST_RULES, None))
}

fn why(path: &Path) -> Option<String> {
    let known = fs::metadata(path).ok().filter(|it| !it.is_dir())?;
    match () {
        () if !known.is_file() => Some("it is no file".to_owned()),
        () if known.len() > LARGEST_RULES => Some(super::too_large(LARGEST_RULES, None)),
        () => has_too_many(path, known.len()).then(|| TOO_MANY.to_owned()),
    }
}

/// What is said of a file with more patterns than count.
pub const TOO_MANY: &str =
    "it has more patterns with `*`, `?` or `[` than are read: 64 KiB, of which each takes its letters and 16 bytes";

/// Whether a file holds more expressions than count: the shortest of them is one letter and the end of its line.
fn has_too_many(path: &Path, size: u64) -> bool {
    if size as usize / 2 * (EACH + 1) <= MOST {
        return false;
    }
    let Ok(file) = open_met(path) else { return false };
    let mut cost = Cost::default();
    BufReader::new(file).split(b'\n').map_while(Result::ok).any(|it| cost.exceeds(&String::from_utf8_lossy(&it)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_paths_and_endings_cost_nothing() {
        for line in ["", "# a * b", "target/", "/a/b.md", "!keep", "*.log", "!*.o", "**/build/", "**/*.tmp", "a\\b"] {
            assert!(!is_expression(line), "{line}");
        }
        for line in ["*", "a*", "/*.c", "*.min.js", "docs/*.md", "a/**", "[ab]", "*.?", "{a,b}", "!/x?/"] {
            assert!(is_expression(line), "{line}");
        }
    }
}
