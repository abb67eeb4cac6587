//! Writes our globs as code: those of pages, and those that tell the sort of a path.

use super::capitalised;
use super::known::Known;

/// The patterns of all that were written, one behind the other.
#[derive(Default)]
pub struct Globs {
    pub text: String,
}

impl Globs {
    /// A pattern as a value of `words::glob::Glob`.
    pub fn code(&mut self, pattern: &str) -> String {
        let Known { names, run, end, is_ending } = Known::of(pattern);
        let start = self.text.len();
        self.text.push_str(pattern);
        format!(
            "glob::Glob::ours({start}, {}, Known {{ names: {names}, run: {run:?}, end: {end}, is_ending: {is_ending} }})",
            self.text.len()
        )
    }

    /// The globs of `change/sort.txt`, in its order: below `[sort]` stand those of a sort, and a line with `#` says something.
    pub fn sorts(&mut self, table: &str) -> String {
        let (mut rows, mut sort) = (Vec::new(), "");
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                Some(name) => sort = name,
                None => {
                    let row = |it: &str| format!("    (Sort::{}, {}),\n", capitalised(sort), self.code(it));
                    rows.extend(line.split_whitespace().map(row));
                }
            }
        }
        format!("static OURS: [(Sort, glob::Glob); {}] = [\n{}];\n", rows.len(), rows.concat())
    }
}
