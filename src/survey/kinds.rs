//! Folders whose documents are of one kind, and the line that says so where their texts and names do not.

use std::collections::{BTreeMap, BTreeSet};

use super::Seen;
use super::form::{self, Form};
use crate::kind::Glob;
use crate::rule::{Catalog, KindPage};
use crate::words::address::local;
use crate::words::file_name::words;

/// A line of `[kinds]`, and why.
#[derive(Debug, Clone)]
pub struct Line {
    pub glob: String,
    pub kind: String,
    pub reason: String,
    matcher: Glob,
}

impl Line {
    fn new(glob: String, kind: &str, reason: String) -> Option<Self> {
        Some(Self { matcher: Glob::new(&glob).ok()?, glob, kind: kind.to_owned(), reason })
    }

    /// Whether it speaks of a document; the first line that does counts.
    pub fn holds(&self, path: &str) -> bool {
        self.matcher.is_match(path)
    }
}

/// Fewer documents are no habit.
const FEWEST: usize = 5;
const SAMPLES: &[&str] = &["example", "examples", "sample", "samples", "demo", "demos"];
/// Pages of a folder that tell of the others.
const STAYING: &[&str] = &["readme", "index", "template"];
/// A folder with more sorts of other pages than this is no folder of one kind.
const MOST_OTHERS: usize = 3;

/// The lines, those of a folder together: the exceptions first, because the first glob that matches counts.
pub fn lines(seen: &[&Seen], catalog: &Catalog) -> Vec<Line> {
    let mut folders: BTreeMap<&str, Vec<&Seen>> = BTreeMap::new();
    for it in seen {
        it.folders().for_each(|folder| folders.entry(folder).or_default().push(it));
    }
    let mut lines = Vec::new();
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    // A folder comes before those that it holds.
    for (folder, inside) in &folders {
        let is_taken = local::folders(folder).any(|it| taken.contains(it));
        // Samples show what a document may look like; nobody acts on them.
        if is_taken || folder.split('/').any(|name| SAMPLES.contains(&name)) {
            continue;
        }
        if let Some(found) = Folder::new(folder, inside, catalog).and_then(|it| it.lines()) {
            lines.extend(found);
            taken.insert(folder);
        }
    }
    lines
}

/// A folder whose documents may be of one kind.
struct Folder<'s> {
    path: &'s str,
    /// Documents that make a contract, or of no known kind.
    open: Vec<&'s Seen>,
    /// READMEs, indexes, templates.
    settled: Vec<&'s Seen>,
    kind: &'s str,
    /// So many are known to be of the kind, and of others.
    known: usize,
    others: usize,
    form: Form,
    /// Its own name says the kind.
    is_named: bool,
}

impl<'s> Folder<'s> {
    fn new(path: &'s str, inside: &[&'s Seen], catalog: &'s Catalog) -> Option<Self> {
        let asks = |it: &&Seen| it.sure().and_then(|kind| catalog.kind(kind)).is_none_or(|page| page.kind.is_target);
        let (open, settled): (Vec<&Seen>, Vec<&Seen>) = inside.iter().copied().partition(asks);
        if open.len() < FEWEST || settled.len() > open.len() {
            return None;
        }
        let names = || open.iter().map(|it| it.name());
        // Where files are not called alike, what the text of one does not say is denied by it: a stub, an overview.
        let form = form::shared(names())?;
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        open.iter()
            .filter(|it| it.is_told)
            .filter_map(|it| it.sure())
            .for_each(|it| *counts.entry(it).or_default() += 1);
        let most = counts.iter().max_by_key(|(_, count)| **count).map(|(kind, count)| (*kind, *count));
        let named = named(path, catalog)
            .filter(|page| is_habit(page, form::are_dated(names()), form::are_numbered(names())))
            .map(|page| &*page.kind.name)
            .filter(|kind| most.is_none_or(|(other, count)| other == *kind || count * 10 <= open.len()));
        let (kind, known) = match (named, most) {
            (Some(kind), _) => (kind, counts.get(kind).copied().unwrap_or(0)),
            (None, most) => most?,
        };
        let others = open.iter().filter(|it| it.sure().is_some_and(|other| other != kind)).count();
        Some(Self { path, settled, kind, known, others, form, is_named: named.is_some(), open })
    }

    fn lines(&self) -> Option<Vec<Line>> {
        if !self.is_of_one_kind() || !self.is_whole() {
            return None;
        }
        let glob = self.glob();
        let line = |reason: String| Line::new(glob.clone(), self.kind, reason);
        let matcher = line(String::new())?.matcher;
        let meant: Vec<&Seen> = self.open.iter().copied().filter(|it| matcher.is_match(&it.path)).collect();
        let changed: Vec<&Seen> = meant.iter().copied().filter(|it| it.sure() != Some(self.kind)).collect();
        if changed.is_empty() || meant.len() < FEWEST {
            return None;
        }
        let mut lines = self.exceptions(&matcher)?;
        lines.push(line(self.reason(meant.len(), changed.len()))?);
        Some(lines)
    }

    /// Nearly all are known to be of the kind; or many are, and none of another; or the folder says it.
    fn is_of_one_kind(&self) -> bool {
        let (all, known, others) = (self.open.len(), self.known, self.others);
        match self.is_named {
            true => others * 10 <= all,
            false => known * 5 >= all * 4 && others * 20 <= all || known * 5 >= all * 2 && known > 2 && others == 0,
        }
    }

    /// Every folder of it holds documents of the kind: otherwise the line belongs to those that do.
    fn is_whole(&self) -> bool {
        let mut children: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for it in &self.open {
            let below = &it.path[self.path.len() + 1..];
            let (all, known) = children.entry(below.split_once('/').map_or("", |(child, _)| child)).or_default();
            *all += 1;
            *known += usize::from(it.kind.as_deref() == Some(self.kind));
        }
        if self.is_named {
            return true;
        }
        let holding = children.values().filter(|(_, known)| *known > 0).count();
        let is_direct = children.len() == 1 && children.contains_key("");
        // Files that are called alike belong together; a folder of which none is known is about something else.
        let is_shared = children.values().all(|(all, known)| *all < FEWEST || *known > 0);
        is_direct || holding > 1 && is_shared
    }

    fn glob(&self) -> String {
        let is_deep = |it: &&Seen| it.path[self.path.len() + 1..].contains('/');
        let deep = if self.open.iter().any(is_deep) { "**/" } else { "" };
        let pattern = self.form.pattern();
        let endings: BTreeSet<String> = self.open.iter().filter_map(|it| ending(it.name())).collect();
        let endings: Vec<String> = endings.into_iter().collect();
        let ending = if let [one] = endings.as_slice() { one.clone() } else { format!("{{{}}}", endings.join(",")) };
        format!("{}/{deep}{pattern}.{ending}", globset::escape(self.path))
    }

    /// Pages of the folder that stay what they are; nothing where there are too many.
    fn exceptions(&self, matcher: &Glob) -> Option<Vec<Line>> {
        let mut names: BTreeMap<String, (&str, bool)> = BTreeMap::new();
        for it in self.settled.iter().filter(|it| matcher.is_match(&it.path)) {
            let is_deep = it.path[self.path.len() + 1..].contains('/');
            let kind = it.sure().filter(|kind| STAYING.contains(kind))?;
            let entry = names.entry(it.name().to_lowercase()).or_insert((kind, is_deep));
            entry.1 |= is_deep;
        }
        let line = |(name, (kind, is_deep)): (String, (&str, bool))| {
            let deep = if is_deep { "**/" } else { "" };
            let glob = format!("{}/{deep}{}", globset::escape(self.path), globset::escape(&name));
            Line::new(glob, kind, "The first line that matches counts: this page stays what it is".to_owned())
        };
        if names.len() > MOST_OTHERS { None } else { names.into_iter().map(line).collect() }
    }

    fn reason(&self, meant: usize, changed: usize) -> String {
        let kind = self.kind;
        let rest = if changed == 1 { "the other one".to_owned() } else { format!("the other {changed}") };
        match meant - changed {
            0 => format!(
                "The folder is called so, and its {meant} files are called alike; no text says of what kind it is"
            ),
            1 => format!("One of {meant} documents is recognised as `{kind}`; this says it of {rest}"),
            known => format!("{known} of {meant} documents are recognised as `{kind}`; this says it of {rest}"),
        }
    }
}

fn ending(name: &str) -> Option<String> {
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase())
}

/// Words of design that stand in the names of many other folders.
const VAGUE: &[&str] = &["design", "designs"];

/// The kind whose folders are called as this one is, in its own words: `BiweeklyMeetings`, `team-standups`.
fn named<'c>(path: &str, catalog: &'c Catalog) -> Option<&'c KindPage> {
    let own = words(local::name(path));
    let holds = |name: &str| {
        let name = words(name);
        !name.is_empty() && own.windows(name.len()).any(|it| it == name)
    };
    let asking = catalog.kinds.iter().filter(|page| page.kind.is_target);
    let named = asking.filter(|page| {
        let habit = page.kind.paths.are_dated() || page.kind.paths.are_numbered();
        habit && page.kind.paths.whole_folders().any(|name| !VAGUE.contains(&name) && holds(name))
    });
    let named: Vec<&KindPage> = named.collect();
    // A name that says two kinds says none.
    if let [one] = named.as_slice() { Some(one) } else { None }
}

/// Whether the files are called as those of the kind are.
fn is_habit(page: &KindPage, are_dated: bool, are_numbered: bool) -> bool {
    page.kind.paths.are_dated() && are_dated || page.kind.paths.are_numbered() && are_numbered
}
