//! `rules/decide/unannounced-decision.md`

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::corpus::{Corpus, Found, Place};
use crate::finding;
use crate::owners::{Codeowners, Sort};
use crate::summary::{Decision, Spot, Summary};
use crate::words::address::local;
use crate::words::readers::Team;

/// More groups, or more documents, make a decision one of the whole house.
const MANY_GROUPS: usize = 3;
const MANY_DOCUMENTS: usize = 5;
/// A page with links to so many records lists them, and relies on none.
const LONG_LIST: usize = 6;
const SHOWN: usize = 3;

/// A group that a decision concerns, by its code owners, and where it does.
type Groups = BTreeMap<Vec<String>, Vec<Reason>>;

/// Why a group is concerned.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// A document of theirs relies on the decision.
    Relies(usize, Spot),
    /// The decision names a path of theirs.
    Names(String, Spot),
}

pub fn check(corpus: &Corpus, found: &mut Found) {
    let Some(code) = corpus.owners() else { return };
    if !corpus.is_whole() {
        return found.abstain();
    }
    let reliant = reliant(corpus);
    for &text in corpus.decisions().records() {
        let Some(decision) = corpus.summaries()[text].decision.as_deref() else { continue };
        let is_alive = decision.is_in_force() || decision.is_open();
        if !is_alive || corpus.decisions().is_replaced(corpus, text) || !decision.told.is_empty() {
            continue;
        }
        let groups = groups(corpus, code, text, reliant.get(&text).map_or(&[], Vec::as_slice));
        let own = names(code, &corpus.summaries()[text].path);
        let others: Groups = groups
            .iter()
            .filter(|(it, _)| !is_reached(corpus, it, &own, decision))
            .map(|(it, at)| (it.clone(), at.clone()))
            .collect();
        let all = others.len() + usize::from(others.len() < groups.len());
        if !others.is_empty() && all > 1 {
            tell(corpus, text, decision, &others, found);
        }
    }
}

/// The live documents that rely on each record: by a link, or by a fact.
fn reliant(corpus: &Corpus) -> HashMap<usize, Vec<(usize, Spot)>> {
    let decisions = corpus.decisions();
    let mut exporters: HashMap<&str, usize> = HashMap::new();
    for &text in decisions.records() {
        exporters.extend(corpus.summaries()[text].exports.iter().map(|it| (it.id.as_str(), text)));
    }
    let mut reliant: HashMap<usize, Vec<(usize, Spot)>> = HashMap::new();
    for (from, summary) in corpus.summaries().iter().enumerate() {
        if summary.decision.is_some() || is_list(summary) || !decisions.is_live(corpus, from) {
            continue;
        }
        let linked =
            summary.links.iter().filter_map(|it| Some((decisions.find(corpus, from, Some(&it.path), None)?, it.spot)));
        let imported = summary.imports.iter().filter_map(|it| Some((*exporters.get(it.id.as_str())?, it.spot)));
        let named: BTreeMap<usize, Spot> = linked.chain(imported).collect();
        if named.len() < LONG_LIST {
            named.into_iter().for_each(|(to, spot)| reliant.entry(to).or_default().push((from, spot)));
        }
    }
    reliant
}

fn is_list(summary: &Summary) -> bool {
    summary.is_template()
        || matches!(summary.kind.as_deref(), Some("index" | "decision-log" | "changelog" | "meeting-notes"))
}

/// The teams that answer for a path; nobody where a line that is meant for every file says so.
fn names(code: &Codeowners, path: &str) -> Vec<String> {
    let is_told = code.line_of(path).is_some_and(|it| it.is_specific());
    let owners = code.owners_of(path);
    let mut names: Vec<String> =
        owners.iter().filter(|it| is_told && it.sort != Sort::Role).map(|it| it.name.clone()).collect();
    names.sort();
    names
}

fn groups(corpus: &Corpus, code: &Codeowners, text: usize, reliant: &[(usize, Spot)]) -> Groups {
    let summary = &corpus.summaries()[text];
    let relies =
        reliant.iter().map(|&(from, spot)| (corpus.summaries()[from].path.to_string(), Reason::Relies(from, spot)));
    let named = summary.links.iter().filter(|it| !is_document(&it.path));
    // A folder is owned by whoever owns what lies in it.
    let named = named.map(|it| {
        let path = if it.path.contains('.') { it.path.to_string() } else { format!("{}/-", it.path) };
        (path, Reason::Names(it.path.to_string(), it.spot))
    });
    let mut groups = Groups::new();
    for (path, reason) in relies.chain(named) {
        let names = names(code, &path);
        if !names.is_empty() {
            groups.entry(names).or_default().push(reason);
        }
    }
    groups
}

fn is_document(path: &str) -> bool {
    let file = path.strip_prefix(local::folder(path)).unwrap_or(path);
    path.is_empty()
        || [".md", ".mdx", ".markdown", ".png", ".svg", ".jpg", ".jpeg", ".gif"].iter().any(|it| file.ends_with(it))
}

/// Whether a group knows already: it owns the record, or one of it decided.
fn is_reached(corpus: &Corpus, group: &[String], own: &[String], decision: &Decision) -> bool {
    let team = &corpus.readers().team;
    let summary_knows = |name: &String| {
        own.contains(name)
            || decision.deciders.iter().any(|it| Team::is_same(it, name) || Team::plain(it) == Team::plain(name))
            || decision.deciders.iter().any(|it| team.is_in(it, name) == Some(true))
    };
    group.iter().any(summary_knows)
}

/// What a decision has to say, the more the denser others rely on it.
fn missing(decision: &Decision, summary: &Summary, others: &Groups) -> Vec<&'static str> {
    let documents: BTreeSet<usize> = others
        .values()
        .flatten()
        .filter_map(|it| match it {
            Reason::Relies(text, _) => Some(*text),
            Reason::Names(..) => None,
        })
        .collect();
    let is_dense = others.len() >= MANY_GROUPS || documents.len() >= MANY_DOCUMENTS;
    let has_owner = !decision.deciders.is_empty() || !summary.owners.is_empty();
    let mut missing = vec!["who was told"];
    if is_dense && !has_owner {
        missing.push("its owner");
    }
    if is_dense && decision.is_open() && decision.deadline.is_none() {
        missing.push("until when one may object");
    }
    if is_dense && decision.is_in_force() && decision.date.is_none() {
        missing.push("since when it is final");
    }
    missing
}

fn tell(corpus: &Corpus, text: usize, decision: &Decision, others: &Groups, found: &mut Found) {
    let summary = &corpus.summaries()[text];
    let quoted =
        |names: &[String]| names.iter().take(SHOWN).map(|it| format!("`{it}`")).collect::<Vec<_>>().join(" or ");
    let whom: Vec<String> = others.keys().take(SHOWN).map(|it| quoted(it)).collect();
    let more = others.len().saturating_sub(SHOWN);
    let whom = if more > 0 { format!("{} and {more} more", whom.join(", ")) } else { finding::listed(&whom, "and") };
    let missing: Vec<String> = missing(decision, summary, others).iter().map(|it| (*it).to_owned()).collect();
    let flag =
        found.flag(Place { text, spot: summary.head }, format!("nothing says {}", finding::listed(&missing, "or")));
    let mut shown = 0;
    for (names, reason) in others.iter().flat_map(|(names, all)| all.iter().take(1).map(move |it| (names, it))) {
        shown += 1;
        if shown > SHOWN {
            break;
        }
        match reason {
            Reason::Relies(from, spot) => {
                let place = Place { text: *from, spot: *spot };
                flag.and_in(corpus.elsewhere(place, format!("{} relies on it here", quoted(names))));
            }
            Reason::Names(path, spot) => {
                flag.and(spot.span(), format!("{} answers for {}", quoted(names), finding::quoted(path)));
            }
        }
    }
    let verb = if others.len() > 1 { "Do" } else { "Does" };
    flag.asks(format!("{verb} {whom} know of this, and where could they object?"));
}
