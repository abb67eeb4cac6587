//! Writes our globs as code: those of pages, and those that tell the sort of a path.

use super::spelt::Spelt;
use super::{capitalised, table};

/// The patterns of all that were written, one behind the other.
#[derive(Default)]
pub struct Globs {
    pub text: String,
}

impl Globs {
    /// A pattern as a value of `words::glob::Glob`.
    pub fn code(&mut self, pattern: &str) -> String {
        let Spelt { names, pairs, end, shape } = Spelt::of(pattern);
        let start = self.text.len();
        self.text.push_str(pattern);
        format!(
            "glob::Glob::ours({start}, {}, Spelt {{ names: {names}, pairs: {pairs}, end: {end}, shape: glob::Shape::{shape:?} }})",
            self.text.len()
        )
    }

    /// The globs of `change/sort.txt`, in its order: below `[sort]` stand those of a sort.
    pub fn sorts(&mut self, table: &str) -> String {
        let mut rows = Vec::new();
        for (sort, line) in table::lines(table) {
            let row = |it: &str| format!("    (Sort::{}, {}),\n", capitalised(sort), self.code(it));
            rows.extend(line.split_whitespace().map(row));
        }
        format!("static OURS: [(Sort, glob::Glob); {}] = [\n{}];\n", rows.len(), rows.concat())
    }
}
