//! The line above a list of work, and the one below: they may say whose that is.

use std::sync::LazyLock;

use super::Reader;
use super::owner::{is_first_name, trimmed};
use crate::document::{Item, Place};
use crate::words::case;
use crate::words::english::{given_name, person};
use crate::words::list::is_among;
use crate::words::pattern::Pattern;

/// Whoever is called right below a list, behind an arrow: "--> @ada".
static CALLED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"^ {0,3}(?:-{1,2}>|=>|\x{2192}|\x{27a1}\x{fe0f}?) ?@\S+[.\s]*$"));

impl Reader<'_, '_> {
    /// Whether somebody is called right below the list of an item.
    pub(super) fn is_called_below(&self, passage: usize) -> bool {
        const LONGEST_LIST: usize = 16;
        let passages = self.doc.passages();
        let below = (passage + 1..passages.len()).take(LONGEST_LIST).find(|it| passages[*it].place != Place::Item);
        below
            .is_some_and(|it| passages[it].place == Place::Paragraph && CALLED.is_match(self.doc.at(passages[it].span)))
            || self.is_dealt_out(passage)
    }

    /// "Split the use cases as follows:", and in the next item or heading the first of those who have a part.
    fn is_dealt_out(&self, passage: usize) -> bool {
        let doc = self.doc;
        let next = || doc.passages().get(passage + 1).map(|it| (it.place, doc.prose().passage(passage + 1)));
        let is_person = |name: &str| doc.is_person(name.trim()) || is_first_name(name.trim());
        doc.prose().passage(passage).trim_end().ends_with(" as follows:")
            && next().is_some_and(|(place, text)| match place {
                Place::Item => text.split_once(':').is_some_and(|(name, _)| is_person(name)),
                _ => place.is_heading() && is_person(text),
            })
    }
}

/// Bytes of the name of a person or a team.
pub(super) const LONGEST_NAME: usize = 100;

/// What stands behind the people whose work a list names.
const BEGUN: &[&str] = &[
    " will",
    " to",
    " will also",
    " is going to",
    " agreed to",
    " volunteered to",
    " offered to",
    " will do the following",
    " will do these",
    " to do the following",
    " to do these",
    " agreed to do the following",
    " takes on",
    " takes on the following",
    " will take on",
    " will take care of",
    " will handle",
];

/// Whether an item is a name that is nothing but a name, alone or with a family name.
pub(super) fn is_named_so(text: &str) -> bool {
    let name = text.trim_end_matches(':');
    let mut words = name.split(' ');
    words.next().is_some_and(given_name::is_given_name)
        && words.clone().count() < 2
        && words.all(|it| it.starts_with(char::is_uppercase))
}

/// Whether a line is nothing but a given name, in whatever letters: "Rosa", "ROSA".
fn is_called(text: &str) -> bool {
    !text.contains(' ') && text.starts_with(char::is_uppercase) && is_first_name(&text.to_lowercase())
}

/// Who may be in front of the words that lead to a list of work: "Ada and Rosa will do the following:".
fn begun(text: &str) -> impl Iterator<Item = &str> {
    let lead = text.trim_end_matches([':', ' ', '\u{2026}', '.']);
    let led = BEGUN.iter().filter_map(|it| lead.strip_suffix(it));
    led.filter(|who| who.starts_with(|it: char| it.is_uppercase() || it == '@'))
}

/// "[SR]", in a line of its own: who speaks.
fn are_initials(text: &str) -> bool {
    let inside = text.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or_default();
    (2..4).contains(&inside.len()) && inside.bytes().all(|it| it.is_ascii_uppercase())
}

/// "Before the meeting (everyone)": what stands below is for each of them.
fn is_for_each(title: &str) -> bool {
    let mut words = title.split(|it: char| !it.is_alphabetic());
    words.any(|it| is_among("everyone everybody", &it.to_lowercase()))
}

impl Reader<'_, '_> {
    /// "@ada:", "Ada will:" or a name in a line of its own, and their list below it.
    pub(super) fn is_below_person(&self, item: &Item) -> bool {
        let Some(text) = self.lead(item).map(str::trim).filter(|it| it.len() <= LONGEST_NAME) else { return false };
        let named = text.strip_suffix(':').map(str::trim);
        let is_person = |it: &str| it.starts_with('@') && !it.contains(' ') || self.doc.is_person(it);
        // Names called in turn need no colon.
        named.is_some_and(is_person)
            || self.doc.is_minutes() && (is_called(named.unwrap_or(text)) || are_initials(text))
            || begun(text).any(|who| is_person(who) || self.doc.may_be_person(who))
    }

    /// "While Omar is away, Rosa will go on with her three strands of work:", and all that hangs below it.
    pub(super) fn is_below_will(&self, item: &Item) -> bool {
        let items = self.doc.items();
        let outermost = std::iter::successors(Some(item), |it| it.parent.map(|index| &items[index])).last();
        let lead = outermost.and_then(|it| self.lead(it)).filter(|it| it.len() <= LONGEST_NAME);
        let who = lead.and_then(|it| Some(it.trim_end().strip_suffix(':')?.split_once(" will ")?.0));
        who.and_then(|it| it.rsplit(", ").next()).is_some_and(|it| is_named_so(it) || self.doc.is_person(it))
    }

    /// "Ada's standup:" in a line of its own, and what hangs below it.
    pub(super) fn is_below_report(&self, item: &Item) -> bool {
        let lead = self.lead(item).filter(|it| it.len() <= LONGEST_NAME);
        lead.and_then(|it| it.trim_end().strip_suffix(':')).is_some_and(|it| self.is_report_of_one(it))
    }

    /// Whether a heading says whose all below it is.
    pub(super) fn is_of_one(&self, title: &str) -> bool {
        self.is_report_of_one(title) || self.is_for_one(title) || is_for_each(title)
    }

    /// "Recommended action for Rosa", "Next steps for Agent B": what stands below is theirs.
    fn is_for_one(&self, title: &str) -> bool {
        const ROLES: &str = "agent conductor operator worker reviewer writer author editor maintainer";
        let Some((what, who)) = title.rsplit_once(" for ") else { return false };
        let is_of_work =
            what.to_lowercase().split(' ').any(|it| is_among("action actions step steps todo todos task tasks", it));
        // "Agent B", of several.
        let is_role = who.split_once(' ').is_some_and(|(role, letter)| {
            let is_letter =
                letter.len() == 1 && letter.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit());
            is_letter && is_among(ROLES, &role.to_lowercase())
        });
        is_of_work && who.len() <= LONGEST_NAME && (is_role || is_named_so(who) || self.doc.is_person(who))
    }

    /// The paragraph that a list stands below.
    pub(super) fn lead(&self, item: &Item) -> Option<&str> {
        // Each item would read all of a longer list.
        const MOST: usize = 32;
        let (doc, end) = (self.doc, item.passage.unwrap_or_default());
        let mut above = (end.saturating_sub(MOST)..end).rev();
        let led = above.find(|it| doc.passages()[*it].place != Place::Item)?;
        (doc.passages()[led].place == Place::Paragraph).then(|| doc.prose().passage(led))
    }

    /// "@ada will:", "Ada to do these:": the list below is theirs.
    pub(super) fn leads_to_work_of_someone(&self, text: &str) -> bool {
        [":", " to"].iter().any(|end| text.trim_end().ends_with(end))
            && person::leading(text).is_some_and(|led| {
                let who = trimmed(&text[led]);
                who.starts_with('@') || self.doc.may_be_person(who)
            })
    }

    /// "Rosa to open an issue:", and below it what the issue is for: "to agree on a date".
    pub(super) fn is_end_of_work(&self, item: &Item) -> bool {
        let is_end = case::begins(self.words(item), "to ");
        is_end
            && self.lead(item).is_some_and(|lead| lead.trim_end().ends_with(':') && self.leads_to_work_of_someone(lead))
    }
}
