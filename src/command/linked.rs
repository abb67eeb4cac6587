//! Holds the texts of a run against each other: joins their summaries, one corpus a repository, and says what is found
//! in each of them. Whoever judges the texts judges those again.

mod neighbours;
mod shelf;
mod touched;
mod unread;

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::Arc;

pub use neighbours::{Neighbour, marked, neighbours};
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
    /// What is found in each member, in their order; none where it need not be judged again: nothing is found there, and
    /// it makes no exception for what may be. Of what only stands around counts what concerns a text that was asked for.
    pub fn link(&self, members: Vec<Member>) -> Vec<Option<Linked>> {
        let mut out: Vec<Option<Linked>> = members.iter().map(|_| None).collect();
        let is_alone = members.iter().all(|it| it.is_asked);
        let named = members.iter().filter(|it| it.is_asked && !is_alone).map(|it| it.summary.name().to_owned());
        let asked: HashSet<String> = named.collect();
        let mut roots: BTreeMap<Option<Arc<Path>>, Vec<(usize, Member)>> = BTreeMap::new();
        for (number, mut member) in members.into_iter().enumerate() {
            roots.entry(member.root.take()).or_default().push((number, member));
        }
        let mut shelf = Shelf::new(self.text);
        for (root, mut group) in roots {
            group.sort_by(|one, other| one.1.summary.path.cmp(&other.1.summary.path));
            let (numbers, mut summaries, are_asked, policies) = parted(group);
            if let Some(root) = root.as_deref().filter(|_| policies.iter().any(|it| it.now.is_some())) {
                touched::date(&mut summaries, root);
            }
            let linked = self.among(&summaries, &policies, root.as_deref());
            for (((number, linked), summary), is_asked) in
                numbers.into_iter().zip(linked).zip(&summaries).zip(are_asked)
            {
                let concerns = |flag: &Flag| is_asked || flag.elsewhere.iter().any(|it| asked.contains(&it.name));
                let mut linked = linked.only(concerns);
                if !linked.is_empty() || is_asked && self.is_excepted(summary, &policies) {
                    shelf.quote(&mut linked);
                    out[number] = Some(linked);
                }
            }
        }
        out
    }

    /// What is found among the summaries of one repository.
    fn among(&self, summaries: &[Box<Summary>], policies: &[&Policy], root: Option<&Path>) -> Vec<Linked> {
        let nearest = summaries.iter().zip(policies).min_by_key(|(it, _)| it.path.matches('/').count());
        let Some((_, policy)) = nearest else { return Vec::new() };
        let is_whole = (self.is_whole)(root);
        let owners = root.and_then(|root| self.trees.owners(root));
        let has_neighbours = root.is_some();
        let setting =
            Setting { readers: Arc::clone(&policy.readers), now: policy.now, owners, is_whole, has_neighbours };
        let is_wanted = |rule: &Rule| policies.iter().any(|policy| is_on(rule, policy));
        link::link(&Corpus::new(summaries.iter().map(Box::as_ref), setting), self.catalog, is_wanted)
    }

    /// Whether a text makes an exception for what may be found among many.
    fn is_excepted(&self, summary: &Summary, policies: &[&Policy]) -> bool {
        let is_wanted = |rule: &Rule| policies.iter().any(|policy| is_on(rule, policy));
        let mut names = summary.exceptions.iter().flat_map(|it| &it.rules);
        names.any(|name| self.catalog.rule(name).is_some_and(is_wanted))
    }
}

/// The members of a repository, taken apart: their numbers, what is kept of them, who asked, what applies.
type Parted<'m> = (Vec<usize>, Vec<Box<Summary>>, Vec<bool>, Vec<&'m Policy>);

fn parted<'m>(group: Vec<(usize, Member<'m>)>) -> Parted<'m> {
    let count = group.len();
    let mut parted: Parted =
        (Vec::with_capacity(count), Vec::with_capacity(count), Vec::with_capacity(count), Vec::with_capacity(count));
    for (number, member) in group {
        parted.0.push(number);
        parted.1.push(member.summary);
        parted.2.push(member.is_asked);
        parted.3.push(member.policy);
    }
    parted
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
