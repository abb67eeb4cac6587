//! Who does an action: a person, a group, or nobody.

use std::sync::LazyLock;

use regex::Regex;

use super::Reader;
use super::announced::Setting;
use crate::document::Item;
use crate::words::english::{group, person, verb};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    Nobody,
    Someone,
    /// A group and nobody in it, as it is called.
    Group(String),
}

impl Owner {
    /// Reads the words that name an owner.
    pub(super) fn read(text: &str) -> Owner {
        match group::is_group(text) {
            true => Owner::Group(text.trim().trim_end_matches([':', '.']).to_owned()),
            false => Owner::Someone,
        }
    }
}

impl Reader<'_, '_> {
    /// The owner by the words of an action: those in front, and a person further on. A person counts before a group.
    pub(super) fn owner(&self, named: Option<&str>, raw: &str, text: &str) -> Owner {
        let further = || person::mentioned(raw).map(|range| &raw[range]);
        let is_person = |it: &str| Owner::read(it) == Owner::Someone;
        let subject =
            |it: &str| group::leading(it).map_or_else(|| trimmed(it).to_owned(), |(who, _)| it[who].to_owned());
        match named.map(subject) {
            Some(name) if is_person(&name) || further().is_some_and(|it| is_person(it)) => Owner::Someone,
            Some(name) => Owner::read(&name),
            None if self.ends_with_person(text) => Owner::Someone,
            None => further().map_or(Owner::Nobody, Owner::read),
        }
    }

    /// Whether somebody who is known to be a person takes on work, or is charged with it: "Ada will be late" is none.
    pub(super) fn is_taken_on(&self, text: &str) -> bool {
        if let Some(found) = TOLD_FIRST.captures(text) {
            return self.doc.may_be_person(&found["who"]) && verb::follows_in_any_form(&found["act"]);
        }
        let Some(end) = person::leading(text).map(|it| it.end) else { return false };
        let is_charge = JOINTS.iter().any(|joint| text[..end].trim_end().ends_with(joint));
        let spoken = SPOKEN.find(&text[end..]).map(|found| end + found.end());
        (is_charge || spoken.is_some())
            && self.doc.may_be_person(trimmed(&text[..end]))
            && verb::follows(&text[spoken.unwrap_or(end)..])
    }

    /// Whether an open box of minutes is something to do, whatever its words: no topic of the agenda, and no question.
    pub(super) fn is_box_of_minutes(&self, item: &Item, text: &str, setting: &Setting) -> bool {
        let is_said = text.split(' ').filter(|word| word.contains(char::is_alphabetic)).count() > 1;
        let on_agenda = self.doc.sections_around(item.span.start).any(|it| it.name.starts_with("agenda"));
        let is_surely = setting.is_surely_announced();
        is_said
            && !text.ends_with('?')
            && (is_surely || self.doc.is_minutes() && !on_agenda && self.is_dated(item.span.start))
    }

    /// "Update the website: ada", where an Ada is present.
    pub(super) fn ends_with_person(&self, text: &str) -> bool {
        let tail = text.rsplit([':', '-', '\u{2013}', '\u{2014}', '(']).next().unwrap_or_default();
        self.doc.is_person(tail.trim_matches(|it: char| !it.is_alphanumeric()))
    }
}

/// "Ada has cleaned the queue, and will add an alert".
static TOLD_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\W{0,2}(?P<who>\p{Lu}[\p{L}-]+) (?:has|is|was|did|also|[a-z]+ed) [^.;]{3,200}?,? and (?:will|is going to|plans to) (?:be |also |then )?(?P<act>[a-z-]+)")
        .expect("a constant pattern")
});

/// What somebody says of themselves, behind their name and a colon.
static SPOKEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^ ?(?:I['\x{2019}]ll|I will|[Ww]ill|I am going to|I plan to) (?:also |then |try to )?")
        .expect("a constant pattern")
});

/// What joins people to what they are to do.
const JOINTS: &[&str] = &[
    " volunteers to",
    " needs to",
    " plans to",
    " plan to",
    " wants to",
    " want to",
    " offered to",
    " agreed to",
    " is going to",
    " are going to",
    " is to",
    " has to",
    " should",
    " must",
    " will",
    " to",
];

/// The people in front of an action, without what joins them to it.
fn trimmed(led: &str) -> &str {
    let led = led.trim_matches(|it: char| !it.is_alphanumeric() && it != '@');
    JOINTS.iter().find_map(|joint| led.strip_suffix(joint)).unwrap_or(led).trim_end_matches([',', ' '])
}
