//! Holds the texts of a run against each other: joins their summaries, one corpus a repository, and says what is found
//! in each of them. Whoever judges the texts judges those again.

mod neighbours;
mod shelf;
mod touched;
mod unread;

use std::cell::LazyCell;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::Arc;

pub use neighbours::{Neighbour, marked, marked_around, neighbours};
pub use unread::unread_owners;

use super::around::Trees;
use crate::config::Policy;
use crate::corpus::{Corpus, Setting};
use crate::finding::Flag;
use crate::link::{self, Linked};
use crate::rule::{Catalog, Rule};
use crate::summary::Summary;
use shelf::Shelf;

/// A text that is held against others.
pub struct Member<'m> {
    /// By which what is found in it is asked for.
    pub number: usize,
    pub summary: Box<Summary>,
    /// The root of its repository; none where there is none.
    pub root: Option<Arc<Path>>,
    pub policy: &'m Policy,
    /// Somebody asked for it; others only stand around.
    pub is_asked: bool,
}

/// What a run knows of all its members.
pub struct Linker<'l> {
    pub catalog: &'l Catalog,
    /// Whether every text of the repository at a root is among the members.
    pub is_whole: &'l (dyn Fn(Option<&Path>) -> bool + Sync),
    pub trees: &'l Trees,
    /// The text of a name, for those who quote it.
    pub text: &'l dyn Fn(&str) -> Option<String>,
}

impl Linker<'_> {
    /// What is found in the members, by their numbers; nothing of those that need not be judged again: nothing is found
    /// there, and they make no exception for what may be. Of what only stands around counts what concerns a text that was
    /// asked for.
    pub fn link(&self, mut members: Vec<Member>) -> BTreeMap<usize, Linked> {
        let mut out = BTreeMap::new();
        let is_alone = members.iter().all(|it| it.is_asked);
        let named = members.iter().filter(|it| it.is_asked && !is_alone).map(|it| it.summary.name().to_owned());
        let asked: HashSet<String> = named.collect();
        // A hundred thousand have no second list: they are sorted where they lie, and leave a repository at a time.
        members.sort_unstable_by(|one, other| {
            (&one.root, &one.summary.path, one.number).cmp(&(&other.root, &other.summary.path, other.number))
        });
        let mut shelf = Shelf::new(self.text);
        while let Some(root) = members.last().map(|it| it.root.clone()) {
            let first = members.partition_point(|it| it.root < root);
            let mut group = members.split_off(first);
            if let Some(root) = root.as_deref().filter(|_| group.iter().any(|it| it.policy.now.is_some())) {
                touched::date(group.iter_mut().map(|it| it.summary.as_mut()).collect(), root);
            }
            let linked = self.among(&group, root.as_deref());
            let wanted = LazyCell::new(|| self.wanted(&group));
            for (linked, it) in linked.into_iter().zip(&group) {
                let concerns = |flag: &Flag| it.is_asked || flag.elsewhere.iter().any(|it| asked.contains(&it.name));
                let mut linked = linked.only(concerns);
                if !linked.is_empty() || it.is_asked && self.is_excepted(&it.summary, &wanted) {
                    shelf.quote(&mut linked);
                    out.insert(it.number, linked);
                }
            }
        }
        out
    }

    /// What is found among the members of one repository.
    fn among(&self, group: &[Member], root: Option<&Path>) -> Vec<Linked> {
        let nearest = group.iter().min_by_key(|it| it.summary.path.matches('/').count());
        let Some(Member { policy, .. }) = nearest else { return Vec::new() };
        let is_whole = (self.is_whole)(root);
        let owners = root.and_then(|root| self.trees.owners(root));
        let has_neighbours = root.is_some();
        let setting =
            Setting { readers: Arc::clone(&policy.readers), now: policy.now, owners, is_whole, has_neighbours };
        let is_wanted = |rule: &Rule| group.iter().any(|it| is_on(rule, it.policy));
        link::link(&Corpus::new(group.iter().map(|it| it.summary.as_ref()), setting), self.catalog, is_wanted)
    }

    /// Whether a text makes an exception for what may be found among many: for a rule that somebody of them wants.
    fn is_excepted(&self, summary: &Summary, wanted: &HashSet<&str>) -> bool {
        let mut names = summary.exceptions.iter().flat_map(|it| &it.rules);
        names.any(|name| self.catalog.rule(name).is_some_and(|rule| wanted.contains(&*rule.id)))
    }

    /// The rules that some of the members want, asked once of all of them.
    fn wanted(&self, group: &[Member]) -> HashSet<&str> {
        let is_wanted = |rule: &&Rule| group.iter().any(|it| is_on(rule, it.policy));
        self.catalog.rules.iter().filter(is_wanted).map(|it| &*it.id).collect()
    }
}

/// Whether any rule that is on looks at many texts.
pub fn is_wanted<'p>(catalog: &Catalog, mut policies: impl Iterator<Item = &'p Policy>) -> bool {
    policies.any(|policy| catalog.rules.iter().any(|rule| is_on(rule, policy)))
}

fn is_on(rule: &Rule, policy: &Policy) -> bool {
    link::is_of_corpus(rule) && policy.enables(rule)
}

/// Whether any of the texts declares a fact, or takes one over: then others that are no documents may do so too.
pub fn has_facts<'s>(mut summaries: impl Iterator<Item = &'s Summary>) -> bool {
    summaries.any(|it| !it.exports.is_empty() || !it.imports.is_empty())
}
