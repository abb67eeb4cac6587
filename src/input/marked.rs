//! Text files besides Markdown that take over facts: those below the paths of a run that hold a marker. Finds them by one
//! literal scan of each file; what a marker says is for others to read.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::Read;
use std::path::Path;

use memchr::memmem::Finder;
use rayon::prelude::*;

use super::attributes::Attributes;
use super::open::open_met;
use super::walk::{Places, Selection, below, is_markdown, is_visible};
use super::{Input, Trouble, from_bytes, name_of};
use crate::text::{MARK, Source};

/// Programs, settings and schemas that people write are smaller. What is larger was made by a program.
const LARGEST: u64 = 4 * 1024 * 1024;
/// A byte that no text holds stands at the beginning of nearly every file that is none.
const HEAD: usize = 8 * 1024;

/// The text files that hold `pingless: assumes`, sorted by name and each once, and what is wrong with those of them that
/// are no UTF-8. Files below folders obey ignore files and attributes; `is_excluded` knows the globs of the
/// configuration. Markdown is left out: it is read anyway.
pub fn marked(selection: &Selection, mut is_excluded: impl FnMut(&str) -> bool) -> (Vec<Source>, Vec<Trouble>) {
    let mut files: BTreeMap<String, Input> = BTreeMap::new();
    let mut attributes = Attributes::default();
    let mut visible = HashMap::new();
    let mut places = Places::of(selection);
    for path in selection.files_first() {
        if path.is_dir() {
            let folder = places.real(path);
            // A walk that fails somewhere says so where Markdown is looked for.
            for file in below(path, selection.threads, |it| !is_markdown(it)).0 {
                let name = name_of(&file);
                let is_left_out = is_excluded(&name) || attributes.is_generated(&file);
                if !is_left_out && places.is_new_below(path, &folder, &file) {
                    files.insert(name.clone(), Input::new(name, file, false));
                }
            }
        } else if path.is_file() && !is_markdown(path) {
            let name = name_of(path);
            let is_left_out = selection.force_exclude
                && (is_excluded(&name)
                    || attributes.is_generated(path)
                    || !is_visible(Path::new(""), path, &mut visible));
            if !is_left_out && places.is_new(path) {
                files.insert(name.clone(), Input::new(name, path, true));
            }
        }
    }
    let files: Vec<Input> = files.into_values().collect();
    let found: Vec<Result<Source, Trouble>> = files.par_iter().filter_map(read).collect();
    let (mut sources, mut troubles) = (Vec::new(), Vec::new());
    for it in found {
        match it {
            Ok(source) => sources.push(source),
            Err(trouble) => troubles.push(trouble),
        }
    }
    (sources, troubles)
}

/// Whether a text takes over a fact by a marker.
pub fn is_marked(bytes: &[u8]) -> bool {
    let follows = |at: usize| bytes[at + MARK.len()..].trim_ascii_start().starts_with(b"assumes");
    Finder::new(MARK).find_iter(bytes).any(follows)
}

/// A file with a marker. One that cannot be read holds none, as far as anybody knows.
fn read(input: &Input) -> Option<Result<Source, Trouble>> {
    let bytes = text_bytes(input.path())?;
    is_marked(&bytes).then(|| from_bytes(&input.name, bytes))
}

/// The bytes of a file that is small enough and looks like a text.
fn text_bytes(path: &Path) -> Option<Vec<u8>> {
    let known = fs::metadata(path).ok()?;
    if !known.is_file() || known.len() > LARGEST {
        return None;
    }
    let mut file = open_met(path).ok()?.take(LARGEST);
    let mut bytes = Vec::with_capacity(known.len().min(LARGEST) as usize);
    file.by_ref().take(HEAD as u64).read_to_end(&mut bytes).ok()?;
    if bytes.contains(&0) {
        return None;
    }
    file.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_may_have_any_blank() {
        for text in
            ["# pingless: assumes a.b = 1 s", "// pingless:assumes a", "x pingless: fact\n; pingless:  assumes a"]
        {
            assert!(is_marked(text.as_bytes()), "{text}");
        }
        for text in ["", "pingless:", "# pingless: assume", "# pingless: fact a = 1", "pingles: assumes"] {
            assert!(!is_marked(text.as_bytes()), "{text}");
        }
    }
}
