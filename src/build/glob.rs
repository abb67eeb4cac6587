//! Writes our globs as code: those of pages, and those that tell the sort of a path.

use std::borrow::Cow;

use super::capitalised;
use super::known::Known;

/// A glob as a value of `words::glob::Glob`.
pub fn code(text: &str) -> String {
    let Known { text, names, run, end, is_ending } = Known::of(Cow::Owned(text.to_owned()));
    format!(
        "glob::Glob::of(Known {{ text: Cow::Borrowed({text:?}), names: {names}, run: {run:?}, end: {end}, \
         is_ending: {is_ending} }})"
    )
}

/// The globs of `change/sort.txt`, in its order: below `[sort]` stand those of a sort, and a line with `#` says something.
pub fn sorts(table: &str) -> String {
    let (mut rows, mut sort) = (Vec::new(), "");
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(name) => sort = name,
            None => rows.extend(
                line.split_whitespace().map(|it| format!("    (Sort::{}, {}),\n", capitalised(sort), code(it))),
            ),
        }
    }
    format!("static OURS: [(Sort, glob::Glob); {}] = [\n{}];\n", rows.len(), rows.concat())
}
