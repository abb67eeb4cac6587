//! Who answers for a document, and whom it lists as having left, as they are written there.

use std::sync::LazyLock;

use super::Spot;
use crate::document::{Document, Field, Section};
use crate::owners;
use crate::text::Span;
use crate::words::english::{group, person, placeholder};
use crate::words::pattern::Pattern;

/// What the name of an owner is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Who {
    Person,
    Team,
    /// A room in a chat.
    Channel,
    /// A word that may be either.
    #[default]
    Unknown,
}

/// Somebody who answers for a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owner {
    /// As it is written; the address of a profile as its handle.
    pub name: String,
    pub who: Who,
    /// A list under a heading names them, and no field: they may answer for what the page speaks of.
    pub is_listed: bool,
    pub spot: Spot,
}

/// Fields that name who answers for a page.
const FIELDS: &[&str] = &[
    "owner",
    "owned by",
    "owner team",
    "team owner",
    "owning team",
    "owner slack",
    "owner agent",
    "owning-team",
    "owner-team",
    "owner-slack",
    "owning-sig",
    "page owner",
    "page-owner",
    "doc owner",
    "document owner",
    "document-owner",
    "content owner",
    "content-owner",
    "code owner",
    "policy owner",
    "process owner",
    "service owner",
    "system owner",
    "runbook owner",
    "maintainer",
    "maintained by",
    "dri",
    "responsible team",
    "accountable",
];

/// Headings over those who answer for a page, or for what it speaks of.
const HEADINGS: &[&str] =
    &["owner", "ownership", "maintainer", "code owner", "current maintainer", "active maintainer", "dri"];

static FORMER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"^(?:emeritus|emeriti|alumni|alumnus|former|past|retired|previous|inactive)(?: (?:members?|maintainers?|owners?|approvers?|reviewers?|leads?|chairs?|committers?|contributors?|core|team|project|steering|committee|technical|alumni))*$|^(?:(?:core|project|steering|committee|technical) )?(?:maintainers?|owners?|approvers?|reviewers?|leads?|chairs?|committers?|members?)(?: (?:-|in))? (?:emeritus|emeriti|alumni)$",
    )
});

/// Longer lists are of a crowd.
const LONGEST: usize = 16 * 1024;
/// More are not kept of one document.
const MOST: usize = 200;
/// A longer name is a sentence.
const LONGEST_NAME: usize = 60;

impl Owner {
    /// Those who answer for a document.
    pub fn all(doc: &Document) -> Vec<Owner> {
        let is_field = |it: &&Field| FIELDS.contains(&it.name.as_str());
        let mut owners: Vec<Owner> = doc.fields().iter().filter(is_field).flat_map(|it| named(doc, it)).collect();
        let is_list = |it: &&Section| HEADINGS.contains(&it.name.as_str()) && it.level <= 2;
        for section in doc.sections().iter().filter(is_list) {
            listed(doc, section.lead, &mut owners);
        }
        owners.truncate(MOST);
        owners
    }

    /// Those whom it lists as having left: emeriti, alumni, former maintainers.
    pub fn former(doc: &Document) -> Vec<Owner> {
        let mut former = Vec::new();
        let is_former = |it: &&Section| FORMER.is_match(&it.name);
        for section in doc.sections().iter().filter(is_former) {
            listed(doc, section.body, &mut former);
        }
        former.truncate(MOST);
        former
    }

    /// The name as it is compared: in small letters, without `@`.
    pub fn plain(&self) -> String {
        self.name.trim_start_matches('@').to_lowercase()
    }
}

/// The names of a field, each where it stands.
fn named(doc: &Document, field: &Field) -> Vec<Owner> {
    let written = doc.at(field.value);
    let parts = field.text.split([',', ';', '&', '|', '\n']);
    let parts = parts.flat_map(|it| it.split(" and ")).flat_map(|it| it.split(" / "));
    let owner = |part: &str| {
        let (name, who) = read(part)?;
        let part = part.trim();
        let at = written.find(part).map(|at| field.value.start + at);
        let span = at.map_or(field.value, |at| Span::new(at, at + part.len()));
        Some(Owner { name, who, is_listed: false, spot: Spot::of(doc, span) })
    };
    parts.filter_map(owner).take(MOST).collect()
}

/// Handles, profiles and full names in a list.
fn listed(doc: &Document, part: Span, owners: &mut Vec<Owner>) {
    if part.len() > LONGEST {
        return;
    }
    let mut push = |name: String, who: Who, span: Span| {
        let is_known = |it: &Owner| it.name.eq_ignore_ascii_case(&name);
        if owners.len() < MOST && !owners.iter().any(is_known) {
            owners.push(Owner { name, who, is_listed: true, spot: Spot::of(doc, span) });
        }
    };
    for link in doc.links_in(part).iter().filter(|it| !it.image) {
        if let Some((name, who)) = profile(&link.target) {
            push(name, who, link.span);
        }
    }
    for line in part.lines(doc.text()) {
        let text = doc.at(line);
        let mut at = 0;
        while let Some(found) = person::find_handle(&text[at..]) {
            let span = Span::new(line.start + at + found.start, line.start + at + found.end);
            at += found.end;
            let name = doc.at(span).to_owned();
            let who = if name.contains('/') { Who::Team } else { Who::Person };
            push(name, who, span);
        }
        if let Some(span) = full_name(text) {
            let span = Span::new(line.start + span.start, line.start + span.end);
            push(doc.at(span).to_owned(), Who::Person, span);
        }
    }
}

/// The full name that a line of a list begins with.
fn full_name(line: &str) -> Option<Span> {
    let words = line.trim_start_matches([' ', '\t', '-', '*', '+', '|', '[', '_']);
    let end = words.find([',', '(', '[', ']', '|', '<', ':', '@']).unwrap_or(words.len());
    let joints = [" - ", " \u{2013} ", " \u{2014} "];
    let end = joints.iter().filter_map(|it| words.find(it)).fold(end, usize::min);
    let name = words[..end].trim_end_matches([' ', '*', '_', '\t', '\r', '\n']);
    let start = line.len() - words.len();
    (person::is_full_name(name) && !group::is_group(name)).then(|| Span::new(start, start + name.len()))
}

/// A name, and what it is of; none for what names nobody.
fn read(part: &str) -> Option<(String, Who)> {
    let part = part.trim().trim_matches(['"', '\'', '`', '*', '_', '.']);
    if let Some(found) = profile(part.trim_matches(['<', '>'])) {
        return Some(found);
    }
    let name = part.split(" (").next().unwrap_or(part).trim();
    let is_somebody = !name.is_empty()
        && name.len() <= LONGEST_NAME
        && name.contains(char::is_alphabetic)
        && !name.contains(['{', '}', '<', '>', '\u{fffc}'])
        && !placeholder::is_placeholder(name)
        && !name.split(' ').next().is_some_and(person::is_nobody)
        && !name.starts_with("by ");
    if !is_somebody {
        return None;
    }
    let who = match owners::Owner::parse(name).map(|it| it.sort) {
        Some(owners::Sort::Team | owners::Sort::Role) => Who::Team,
        Some(owners::Sort::Handle) if group::is_group(name) => Who::Team,
        Some(owners::Sort::Handle) => Who::Person,
        Some(owners::Sort::Address) => Who::Unknown,
        None if name.starts_with('#') => Who::Channel,
        None if group::is_group(name) => Who::Team,
        None if person::is_full_name(name) => Who::Person,
        None if name.split(' ').count() > 4 => return None,
        None => Who::Unknown,
    };
    Some((name.to_owned(), who))
}

/// The handle behind the address of a profile, or of a team.
fn profile(address: &str) -> Option<(String, Who)> {
    let (_, rest) = address.split_once("://")?;
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let rest = rest.strip_prefix("github.com/").or_else(|| rest.strip_prefix("gitlab.com/"))?;
    let parts: Vec<&str> = rest.trim_end_matches('/').split('/').collect();
    let is_word = |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_alphanumeric() || "-_.".contains(it));
    match parts.as_slice() {
        ["orgs", org, "teams", team] if is_word(org) && is_word(team) => Some((format!("@{org}/{team}"), Who::Team)),
        [name] if is_word(name) => Some((format!("@{name}"), Who::Person)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Owner, Who};
    use crate::document::Document;
    use crate::text::Source;

    fn read(text: &str, of: fn(&Document) -> Vec<Owner>) -> Vec<(String, Who)> {
        let source = Source::unnamed("a.md", text);
        of(&Document::new(&source)).into_iter().map(|it| (it.name, it.who)).collect()
    }

    #[test]
    fn owners_as_pages_write_them() {
        let list = "---\nowners:\n- https://github.com/orgs/acme/teams/shop\n- https://github.com/li\n---\n";
        let both = "# A\n\n- **Owners:** Ada Lovelace and [@acme/docs](https://example.com/x)\n\nText.\n";
        let table: &[(&str, &[(&str, Who)])] = &[
            ("---\nowner: '@ada'\n---\n", &[("@ada", Who::Person)]),
            ("---\nowner_slack: \"#shop\"\n---\n", &[("#shop", Who::Channel)]),
            (list, &[("@acme/shop", Who::Team), ("@li", Who::Person)]),
            ("---\nowner: ada, li-99\n---\n", &[("ada", Who::Unknown), ("li-99", Who::Unknown)]),
            ("# A\n\nOwner: Checkout team\n\nText.\n", &[("Checkout team", Who::Team)]),
            (both, &[("Ada Lovelace", Who::Person), ("@acme/docs", Who::Team)]),
            (
                "# A\n\n## Maintainers\n\n- Ada Lovelace (@ada), Acme\n",
                &[("@ada", Who::Person), ("Ada Lovelace", Who::Person)],
            ),
            ("# A\n\nOwner: TBD\n", &[]),
            ("# A\n\nText.\n\n## Part\n\nOwner: @ada\n", &[]),
            ("---\nowner: <your team>\n---\n", &[]),
        ];
        for (text, expected) in table {
            let expected: Vec<(String, Who)> = expected.iter().map(|(name, who)| ((*name).to_owned(), *who)).collect();
            assert_eq!(read(text, Owner::all), expected, "{text}");
        }
    }

    #[test]
    fn those_who_left() {
        let former = "## Emeritus maintainers\n\n- [Ada](https://github.com/ada)\n- Grace Hopper, Acme\n\n";
        let text = format!("# Maintainers\n\n- @li\n\n{former}## Other\n\n- @kim\n");
        let left = [("@ada".to_owned(), Who::Person), ("Grace Hopper".to_owned(), Who::Person)];
        assert_eq!(read(&text, Owner::former), left);
        assert_eq!(read(&text, Owner::all), [("@li".to_owned(), Who::Person)]);
    }
}
