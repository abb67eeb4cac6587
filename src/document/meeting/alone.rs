//! Minutes of one person, who notes for later what was decided: nobody else can be meant by what is to be done.

use super::LONGEST_LIST_OF_PEOPLE;
use crate::document::Document;
use crate::words::english::{given_name, person};
use crate::words::heading;

/// Headings and labels over those who were there.
const THERE: &[&str] = &["attendee", "attendance", "attending", "present", "participant", "in attendance"];

/// Those present stand at the top.
const FIRST_LABELS: usize = 40;

/// Who is alone by the name of their office.
const FOUNDER: &str = "founder";

impl Document<'_> {
    /// Whether the minutes name one single person at all: in the list of those present, or as the founder.
    pub fn has_one_person(&self) -> bool {
        self.is_minutes() && is_of_one(self)
    }
}

fn is_of_one(doc: &Document) -> bool {
    let is_there = |name: &str| THERE.iter().any(|it| heading::begins_with(name, it));
    let labels = &doc.labels()[..doc.labels().len().min(FIRST_LABELS)];
    let sections = doc.sections().iter().filter(|it| is_there(&it.name)).map(|it| it.lead);
    let listed = labels.iter().filter(|it| is_there(&it.name)).map(|it| it.body);
    let mut lists = sections.chain(listed).map(|it| match it.len() < LONGEST_LIST_OF_PEOPLE {
        true => one(doc.at(it)),
        false => None,
    });
    // Behind this word a full name is one, whoever is called so.
    let full = |it: &str| person::is_full_name(it);
    let founder = || labels.iter().find(|it| it.name == FOUNDER).map(|it| doc.at(it.value)).filter(|it| full(it));
    let Some(name) = lists.next().unwrap_or_else(founder) else { return false };
    // The host, the guest, whoever could not come.
    let others = || labels.iter().any(|it| one(doc.at(it.value)).is_some_and(|other| other != name));
    let handle = |at: &'_ str| at.find(|it: char| !it.is_alphanumeric() && it != '-').unwrap_or(at.len());
    let called = || doc.text().split('@').skip(1).map(|it| &it[..handle(it)]).filter(|it| !it.is_empty());
    lists.all(|it| it == Some(name))
        && !others()
        && called().all(|it| name.strip_prefix('@') == Some(it))
        && !doc.actions().iter().any(|it| it.has_owner())
}

/// The person that a list consists of.
fn one(list: &str) -> Option<&str> {
    const MARKS: &[char] = &[' ', '\t', '\r', '-', '*', '+', '_', '\\'];
    let mut lines = list.lines().map(|it| it.trim_matches(MARKS)).filter(|it| !it.is_empty());
    let line = lines.next().filter(|_| lines.next().is_none())?;
    let name = line.split_once(" (").map_or(line, |it| it.0);
    let is_handle = name.strip_prefix('@').is_some_and(|it| it.chars().all(|it| it.is_alphanumeric() || it == '-'));
    let mut words = name.split(' ');
    let is_given = words.next().is_some_and(given_name::is_given_name);
    (is_handle || is_given && (words.next().is_none() || person::is_full_name(name))).then_some(name)
}
