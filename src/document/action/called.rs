//! Headings that are people, above what each of them does: "Mark Hill", "Rosa Lindt (design)", "Hope Zak". A word may be a name
//! and something else as well; the headings beside it and the list of those present say which.

use std::collections::{HashMap, HashSet};

use super::Reader;
use super::lead::LONGEST_NAME;
use crate::document::{Document, Section};
use crate::text::Span;
use crate::words::english::{given_name, group, person};

/// How plainly a heading is somebody's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    /// A given name stands first, or all of it stands in the list of those present.
    Sure,
    /// It begins with a word that some are called.
    Likely,
    /// It has the form of a full name, as many titles have.
    Possible,
    /// A group: it stands beside people.
    Group,
    No,
}

/// Where a heading begins, and whose name it is.
type Read = (usize, Name);

/// Where the headings begin that are nobody but a person.
pub(super) fn sections(doc: &Document) -> HashSet<usize> {
    let mut beside: HashMap<(Option<usize>, u8), Vec<Read>> = HashMap::new();
    for section in doc.sections().iter().filter(|it| it.level > 1) {
        beside.entry((section.parent, section.level)).or_default().push((section.heading.start, read(doc, section)));
    }
    let mut called = HashSet::new();
    for names in beside.values() {
        let count = |of: Name| names.iter().filter(|it| it.1 == of).count();
        let (sure, likely) = (count(Name::Sure), count(Name::Likely));
        let are_likely = sure > 0 || likely > 1;
        let are_all = sure > 0 && count(Name::No) == 0;
        let is_person = |name: Name| match name {
            Name::Sure => true,
            Name::Likely => are_likely,
            Name::Possible => are_all,
            Name::Group | Name::No => false,
        };
        called.extend(names.iter().filter(|it| is_person(it.1)).map(|it| it.0));
    }
    called
}

fn read(doc: &Document, section: &Section) -> Name {
    if section.heading.len() > LONGEST_NAME {
        return Name::No;
    }
    let title = doc.prose().clean(section.heading).trim().trim_end_matches(':');
    let name = without_role(title);
    let mut words = name.split(' ');
    let first = words.next().unwrap_or_default();
    let is_word = |it: &str| it.starts_with(char::is_uppercase) && it.chars().all(|it| it.is_alphabetic() || it == '-');
    let is_full = first.len() > 1 && (2..=3).contains(&name.split(' ').count()) && name.split(' ').all(is_word);
    // Whatever the first word says besides, the last one has to be a family name.
    let may_be_name = || person::is_full_name(&name.replacen(first, "Ada", 1));
    let is_listed = || doc.is_minutes() && doc.is_listed(name);
    if group::is_group(title) || matches!(title, "All" | "Everyone" | "Everybody") {
        Name::Group
    } else if !is_full {
        Name::No
    } else if is_listed() || given_name::is_given_name(first) && !words.any(person::is_nobody) {
        Name::Sure
    } else if given_name::may_be_given_name(first) && may_be_name() {
        Name::Likely
    } else if person::is_full_name(name) {
        Name::Possible
    } else {
        Name::No
    }
}

/// "Rosa Lindt (design)": who it is, without what they are there for.
fn without_role(title: &str) -> &str {
    let in_brackets = title.strip_suffix(')').and_then(|it| it.split_once(" ("));
    in_brackets.map_or(title, |(name, _)| name)
}

impl Reader<'_, '_> {
    /// Whether a heading is a person by what stands beside it.
    pub(super) fn is_called(&self, heading: Span) -> bool {
        self.lists().called.contains(&heading.start)
    }
}
