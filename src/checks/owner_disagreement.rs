//! `rules/agree/owner-disagreement.md`

use crate::corpus::{Corpus, Found, Place};
use crate::finding::{self, Elsewhere, Excerpt};
use crate::owners::{self, Codeowners, Entry, Sort};
use crate::summary::{Owner, Summary, Who};
use crate::text::Span;
use crate::words::readers::Team;

/// What a page and the code owners have to do with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    /// They may well be the same people.
    Same,
    /// Whether the one is in the other, nobody says.
    Open,
    None,
}

pub fn check(corpus: &Corpus, found: &mut Found) {
    let Some(code) = corpus.owners() else { return };
    for (text, summary) in corpus.summaries().iter().enumerate() {
        let named: Vec<&Owner> = summary.owners.iter().filter(|it| !it.is_listed).collect();
        let Some(first) = named.first() else { continue };
        let asked = code.owners_of(&summary.path);
        let Some(entry) = code.line_of(&summary.path).filter(|it| it.is_specific() && !asked.is_empty()) else {
            continue;
        };
        let team = &corpus.readers().team;
        let bonds = named.iter().flat_map(|it| asked.iter().map(|other| bond(it, other, team)));
        let Some(bond) = bonds.min().filter(|it| *it != Bond::Same) else { continue };
        let names: Vec<&str> = asked.iter().map(|it| it.name.as_str()).collect();
        let flag = found.flag(Place { text, spot: first.spot }, format!("{} here", quoted(&[&first.name])));
        flag.and_in(line(code, entry, summary, format!("{} there", quoted(&names))));
        flag.asks(format!("Which of the two answers for this page: {} or {}?", quoted(&[&first.name]), quoted(&names)));
        if bond == Bond::Open {
            flag.unsure();
        }
    }
}

/// The line of the code owners, as the finding in a page shows it.
fn line(code: &Codeowners, entry: &Entry, summary: &Summary, label: String) -> Elsewhere {
    let root = summary.name().strip_suffix(&*summary.path).unwrap_or_default();
    Elsewhere {
        name: format!("{root}{}", code.path),
        span: Span::new(entry.start, entry.start + entry.text.len()),
        line: entry.line,
        label,
        excerpt: Some(Excerpt { text: entry.text.clone(), start: entry.start }),
    }
}

fn quoted(names: &[&str]) -> String {
    const SHOWN: usize = 3;
    let shown: Vec<String> = names.iter().take(SHOWN).map(|it| finding::quoted(it)).collect();
    let more = names.len().saturating_sub(SHOWN);
    if more > 0 { format!("{} and {more} more", shown.join(", ")) } else { shown.join(", ") }
}

fn bond(named: &Owner, asked: &owners::Owner, team: &Team) -> Bond {
    match (named.who, asked.sort) {
        (Who::Team, Sort::Team) if shares_word(&named.name, &asked.name) => Bond::Same,
        (Who::Team, Sort::Team) => Bond::None,
        (Who::Person, _) if Team::is_same(&named.name, &asked.name) => Bond::Same,
        (Who::Person, Sort::Team) => match team.is_in(&named.name, &asked.name) {
            Some(true) => Bond::Same,
            Some(false) => Bond::None,
            None if named.name.starts_with('@') => Bond::Open,
            None => Bond::Same,
        },
        (Who::Person, Sort::Handle) if named.name.starts_with('@') => Bond::Open,
        (Who::Team, Sort::Handle) => match team.is_in(&asked.name, &named.name) {
            Some(false) => Bond::None,
            Some(true) => Bond::Same,
            // On GitLab a group may look like a handle.
            None if shares_word(&named.name, &asked.name) => Bond::Same,
            None => Bond::Open,
        },
        // A room, an address, a word that may be anybody's name.
        _ => Bond::Same,
    }
}

/// Whether two names of teams have a word in common that is not said of every team: "Checkout team", "@shop/checkout-eng".
fn shares_word(one: &str, other: &str) -> bool {
    const ANY: &[&str] = &[
        "the",
        "team",
        "teams",
        "group",
        "squad",
        "admin",
        "admins",
        "maintainers",
        "owners",
        "leads",
        "lead",
        "core",
        "eng",
        "engineering",
        "engineers",
        "dev",
        "devs",
        "developers",
        "sig",
        "wg",
        "tag",
        "committers",
        "reviewers",
        "approvers",
        "and",
        "of",
        "for",
    ];
    let words = |name: &str| -> Vec<String> {
        let lower = name.to_lowercase();
        let own = lower.rsplit_once('/').map_or(lower.as_str(), |(_, name)| name);
        let words = own.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty() && !ANY.contains(it));
        words.map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    // "The team", "@acme/core-team": which one, the name does not say.
    if one.is_empty() || other.is_empty() {
        return true;
    }
    let is_same = |a: &String, b: &String| {
        a == b || a.len() > 3 && b.starts_with(a.as_str()) || b.len() > 3 && a.starts_with(b.as_str())
    };
    one.iter().any(|a| other.iter().any(|b| is_same(a, b)))
}
