//! What a change takes away: paths that were there, and anchors of texts that still are. A text that leads there says
//! something wrong from now on, although the change does not touch it.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use aho_corasick::AhoCorasick;
use rayon::prelude::*;

use crate::document::Document;
use crate::input;
use crate::input::git::Changed;
use crate::text::Source;
use crate::tree::Tree;
use crate::words::address::local;

/// What is gone.
#[derive(Debug, Default)]
pub struct Lost {
    paths: HashMap<String, Loss>,
    /// Paths that somebody asked for; what leads nowhere from one of them is told whoever took it away.
    asked: HashSet<PathBuf>,
    /// Whether any of what is gone was asked for.
    is_any_asked: bool,
    /// What the name of each path has that nobody writes otherwise in a link: few texts hold any of it.
    pieces: Option<AhoCorasick>,
    /// Paths below a folder, as running text names them.
    whole: Option<AhoCorasick>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Loss {
    /// The path is there no more; otherwise only some of its anchors are not.
    is_path: bool,
    /// Somebody asked for it.
    is_asked: bool,
}

impl Lost {
    /// What a change took away. `asked` are the paths that were asked for, from the root.
    pub fn of(changed: &[Changed], asked: HashSet<PathBuf>, before: &Tree, after: &Tree) -> Self {
        let mut lost = Self { asked, ..Self::default() };
        let names = |it: &Changed| [Some(name(&it.path)), it.moved_from.as_deref().map(name)];
        for path in changed.iter().flat_map(names).flatten() {
            // A folder goes with the last of its files.
            let mut path = path.as_str();
            while !path.is_empty() && !lost.paths.contains_key(path) && is_gone(path, before, after) {
                lost.add(path, true);
                path = local::folder(path);
            }
        }
        let texts = changed.iter().filter(|it| it.head.is_some() && it.base.is_some() && it.moved_from.is_none());
        let texts: Vec<String> =
            texts.map(|it| name(&it.path)).filter(|it| input::is_markdown(Path::new(it))).collect();
        let has_lost = |path: &String| match (before.anchors(path), after.anchors(path)) {
            (Some(before), Some(after)) => !after.has_all_of(&before),
            _ => false,
        };
        let texts: Vec<String> = texts.into_par_iter().filter(has_lost).collect();
        texts.iter().for_each(|path| lost.add(path, false));
        if !lost.paths.is_empty() {
            let whole = lost.paths.iter().filter(|(path, loss)| loss.is_path && path.contains('/'));
            lost.whole = AhoCorasick::new(whole.map(|(path, _)| path)).ok();
            lost.pieces = AhoCorasick::new(lost.paths.keys().map(|path| piece(path))).ok();
        }
        lost
    }

    fn add(&mut self, path: &str, is_path: bool) {
        let is_asked = self.is_asked(path);
        self.is_any_asked |= is_asked;
        self.paths.insert(path.to_owned(), Loss { is_path, is_asked });
    }

    fn is_asked(&self, path: &str) -> bool {
        !self.asked.is_empty() && Path::new(path).ancestors().any(|it| self.asked.contains(it))
    }

    /// Whether a text at a path of the repository leads to something of it, or names it.
    pub fn concerns(&self, path: &str, text: &str) -> bool {
        let finds = |all: &Option<AhoCorasick>| all.as_ref().is_some_and(|it| it.is_match(text));
        let is_asked = self.is_asked(path);
        let counts = |loss: &Loss| loss.is_asked || is_asked;
        if self.paths.is_empty() || !is_asked && !self.is_any_asked {
            return false;
        }
        finds(&self.whole) || finds(&self.pieces) && self.is_linked(path, text, counts)
    }

    fn is_linked(&self, path: &str, text: &str, counts: impl Fn(&Loss) -> bool) -> bool {
        let source = Source::file(path, text);
        Document::new(&source).links().iter().any(|link| {
            let Some(target) = local::parse(&link.target) else { return false };
            let loss = target.path_from(path).and_then(|it| self.paths.get(&it));
            loss.is_some_and(|it| counts(it) && (it.is_path || target.fragment.is_some()))
        })
    }
}

fn is_gone(path: &str, before: &Tree, after: &Tree) -> bool {
    after.entry(path).is_none() && before.entry(path).is_some()
}

fn name(path: &[u8]) -> String {
    String::from_utf8_lossy(path).into_owned()
}

/// The longest stretch of a file's name that a link writes as it is: other letters may be written as `%20`.
fn piece(path: &str) -> &str {
    let is_written = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '.' | '_');
    let all = local::name(path).split(|it| !is_written(it));
    all.max_by_key(|it| it.len()).filter(|it| !it.is_empty()).unwrap_or(".")
}
