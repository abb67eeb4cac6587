//! A small tree, written out: how the examples of a page and tests say what stands around a text.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Entry, Removed, World};
use crate::document::Anchors;
use crate::words::address::local;

/// Paths, one a line: `docs/a.md`, `docs/a.md#an-anchor`, `docs/a.md = its words`, and `- docs/b.md 1a2b3c4` for one that a commit took
/// away, with `> docs/c.md` behind it where it moved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// Each file with its anchors.
    files: BTreeMap<String, Vec<String>>,
    texts: BTreeMap<String, String>,
    removed: Vec<Removed>,
}

impl Listed {
    pub fn parse(text: &str) -> Self {
        let mut listed = Self::default();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if let Some(gone) = line.strip_prefix("- ") {
                let (gone, to) = gone.split_once(" > ").map_or((gone, None), |(gone, to)| (gone, Some(to.to_owned())));
                let (path, commit) = gone.rsplit_once(' ').unwrap_or((gone, "0000000"));
                listed.removed.push(Removed { path: path.to_owned(), commit: commit.to_owned(), to });
                continue;
            }
            if let Some((path, text)) = line.split_once(" = ") {
                listed.files.entry(path.to_owned()).or_default();
                listed.texts.insert(path.to_owned(), text.to_owned());
                continue;
            }
            // A file has an ending, and an anchor stands behind that: "docs/door-#12.md" is a file.
            let anchor = line.split_once('#').filter(|(path, _)| local::name(path).contains('.'));
            let (path, anchor) = anchor.map_or((line, None), |(path, anchor)| (path, Some(anchor)));
            listed.files.entry(path.to_owned()).or_default().extend(anchor.map(str::to_owned));
        }
        listed
    }
}

impl World for Listed {
    fn entry(&self, path: &str) -> Option<Entry> {
        let folder = format!("{}/", path.trim_end_matches('/'));
        let is_folder = || self.files.keys().any(|it| it.starts_with(&folder));
        match self.files.contains_key(path) {
            true => Some(Entry::File),
            false => is_folder().then_some(Entry::Folder),
        }
    }

    fn text(&self, path: &str) -> Option<String> {
        self.texts.get(path).cloned()
    }

    fn files(&self) -> Arc<[String]> {
        self.files.keys().cloned().collect()
    }

    fn is_left_out(&self, _path: &str) -> bool {
        false
    }

    fn removed(&self) -> Vec<Removed> {
        self.removed.clone()
    }

    fn removed_by(&self, commit: &str) -> Vec<Removed> {
        self.removed.iter().filter(|it| it.commit == commit).cloned().collect()
    }

    fn anchors(&self, path: &str) -> Option<Anchors> {
        self.files.get(path).map(|names| Anchors::of_names(names.iter().cloned()))
    }
}
