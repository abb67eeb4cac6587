//! Texts that nobody asked for, and without which those that somebody asked for are not understood: where they lead, and
//! what names the things that they declare.

use std::collections::HashSet;
use std::path::Path;

use aho_corasick::AhoCorasick;
use rayon::prelude::*;

use crate::command::around::Trees;
use crate::command::setup::{Setup, shown};
use crate::config::Policy;
use crate::input;
use crate::summary::Summary;
use crate::text::Source;
use crate::tree::Tree;

/// A text that stands around those that were asked for.
pub struct Neighbour {
    pub source: Source,
    pub policy: Policy,
}

/// The neighbours of some texts of the repository at `root`.
pub fn neighbours(setup: &mut Setup, trees: &Trees, root: &Path, asked: &[&Summary]) -> Vec<Neighbour> {
    let Some(tree) = trees.tree(root) else { return Vec::new() };
    let own: HashSet<&str> = asked.iter().map(|it| it.path.as_str()).collect();
    let targets: HashSet<&str> = asked.iter().flat_map(|it| &it.links).map(|it| it.path.as_str()).collect();
    let needles = AhoCorasick::new(needles(asked)).ok();
    let mut paths = Vec::new();
    for path in tree.files().iter().filter(|path| input::is_markdown(Path::new(path)) && !own.contains(path.as_str())) {
        let place = root.join(path);
        // What is wrong with a configuration is told to those who ask for the texts under it.
        if setup.for_file(&place).is_ok_and(|it| !it.excludes(&place)) {
            paths.push(path.as_str());
        }
    }
    let is_near = |path: &str, text: &str| {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        targets.contains(path)
            || is_front(path) && targets.contains(folder)
            || needles.as_ref().is_some_and(|it| it.is_match(text))
    };
    let near: Vec<(&str, String)> = paths.into_par_iter().filter_map(|path| read(&tree, path, is_near)).collect();
    let made = near.into_iter().filter_map(|(path, text)| {
        let place = root.join(path);
        Some(Neighbour { policy: setup.policy(Some(&place)).ok()?, source: Source::file(shown(&place), text) })
    });
    made.collect()
}

fn read<'p>(tree: &Tree, path: &'p str, is_near: impl Fn(&str, &str) -> bool) -> Option<(&'p str, String)> {
    let text = tree.text(path)?;
    is_near(path, &text).then_some((path, text))
}

/// A link to a folder leads to this.
fn is_front(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.eq_ignore_ascii_case("readme.md"))
}

/// The words by which others name what these texts declare, take over or decide.
fn needles(asked: &[&Summary]) -> Vec<String> {
    let ids = asked.iter().flat_map(|it| {
        let exports = it.exports.iter().map(|it| it.id.clone());
        exports.chain(it.imports.iter().map(|it| it.id.clone()))
    });
    let records = asked.iter().filter(|it| it.decision.is_some());
    let names = records.filter_map(|it| it.path.rsplit('/').next().map(str::to_owned));
    ids.chain(names).filter(|it| !it.is_empty()).collect()
}
