//! Where actions are announced: by a heading, a label or the item around them.

use super::headings::{HEADINGS, HEADINGS_IF_DATED, HEADINGS_OF_MINUTES, NOT_OPEN, OF_THE_AUTHOR};
use super::lead::{LONGEST_NAME, is_named_so};
use super::{Owner, Reader, roll};
use crate::document::{Document, Item, Labelled, Section};
use crate::text::{Span, line_start};
use crate::words::english::{done, given_name, group, person};
use crate::words::list::is_among;
use crate::words::{heading, near};

/// Bytes of an item that leads to what stands below it.
const LONGEST_LEAD: usize = 400;

/// What stands under those headings, whether or not it is dated or looks back.
pub(super) fn lists(doc: &Document) -> Vec<Span> {
    let headings: Vec<&str> = [HEADINGS, HEADINGS_IF_DATED].concat();
    doc.under(&headings)
}

/// How plainly a heading says that what follows are actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Announced {
    No,
    /// It can stand over topics as well.
    Perhaps,
    Yes,
}

/// Where a list stands.
pub(super) struct Setting {
    /// What the headings, the label or the items around it say.
    announced: Announced,
    /// One of them is a person's name.
    pub(super) names_owner: bool,
    /// The item around it is a topic of its own.
    pub(super) has_topic: bool,
    /// The item around it says in brackets whose topic it is: what nobody else is named for is theirs.
    pub(super) is_of_one: bool,
}

impl Setting {
    /// A heading, a label or an item says "action items", and nothing else can be meant.
    pub(super) fn is_surely_announced(&self) -> bool {
        self.announced == Announced::Yes
    }

    pub(super) fn is_announced(&self) -> bool {
        self.announced == Announced::Yes || self.announced == Announced::Perhaps && !self.has_topic
    }
}

/// Whether a label only stands first in its line because a sentence was broken there: "follow the guide⏎to do the following:".
/// A noun that was broken off announces what it says all the same: "these are our⏎next steps:".
fn is_wrapped(doc: &Document, label: &Labelled) -> bool {
    let may_be_verb = ["to do ", "follow up ", "follow "].iter().any(|it| doc.at(label.key).starts_with(it));
    let before = near::behind(&doc.text()[..line_start(doc.text(), label.key.start)]);
    let above = before.strip_suffix('\n').map_or("", |it| it.trim_end_matches('\r')).rsplit('\n').next();
    let above = above.unwrap_or_default().trim();
    may_be_verb && !above.is_empty() && !above.starts_with('#') && !above.ends_with(['.', ':', ';', '!', '?'])
}

/// "All attendees:": what hangs below it is for each of them.
fn is_of_all(text: &str) -> bool {
    const ALL: &[&str] = &["all:", "everyone:", "everybody:", "all attendees:", "all members:", "all participants:"];
    ALL.contains(&text.trim_end().to_lowercase().as_str())
}

impl Reader<'_, '_> {
    /// Whether it stands in a list of actions, of whatever time.
    pub(super) fn is_listed(&self, span: Span) -> bool {
        span.is_in(&self.lists().announced)
    }

    pub(super) fn setting(&self, item: &Item) -> Setting {
        let mut setting = self.around(item.span.start);
        let mut around = item.parent;
        while let Some(parent) = around.map(|index| &self.doc.items()[index]) {
            // A longer item announces nothing, and each item below would read it.
            let text = self.words(parent);
            let text = if text.len() > LONGEST_LEAD { "" } else { text };
            let announced = self.announces(&heading::normalise(text), parent.span.start);
            let is_person = self.is_of_speaker(parent)
                || self.leads_to_work_of_someone(text)
                || announced > Announced::No && person::mentioned(text).is_some()
                || text.split_once(" @").is_some_and(|(name, _)| person::is_full_name(name) || name.ends_with(" by"))
                || is_of_all(text)
                || parent.task.is_some() && self.ends_in_owner(text);
            setting.announced = setting.announced.max(announced);
            setting.names_owner |= is_person;
            if announced > Announced::No {
                // "Ada:", "Todo list", "write it": the list is of whoever has the word.
                let above = parent.parent.map(|index| &self.doc.items()[index]);
                setting.names_owner |= above.is_some_and(|it| self.is_of_speaker(it));
                // "(Ada) The fork", "next steps:", "rebase it".
                let is_theirs = |it: &Item| self.names_its_own(self.words(it)) || self.ends_in_people(self.words(it));
                setting.is_of_one |= above.is_some_and(is_theirs);
                break;
            }
            setting.has_topic |= !is_person;
            setting.is_of_one |= self.names_its_own(self.words(parent));
            around = parent.parent;
        }
        let is_led = item.parent.is_none() && (self.is_below_person(item) || self.is_end_of_work(item));
        setting.names_owner |= is_led || self.is_below_report(item) || self.is_below_will(item);
        setting
    }

    /// What an item says itself.
    pub(super) fn words(&self, item: &Item) -> &str {
        item.passage.map_or("", |passage| self.doc.prose().passage(passage))
    }

    /// "[ ] The governance repository (@ada)": what hangs below it is hers.
    fn ends_in_owner(&self, text: &str) -> bool {
        let name = text.strip_suffix(')').and_then(|it| it.rsplit_once(" (")).map(|it| it.1);
        name.is_some_and(|it| it.starts_with('@') && !it.contains(' ') || self.doc.is_person(it))
    }

    /// "The new forum (Rosa/Omar)", and right below it "Action items": the talk and what follows from it are theirs.
    fn ends_in_people(&self, text: &str) -> bool {
        let mut groups = near::ahead(text).split(" (").skip(1).filter_map(|it| it.split_once(')'));
        self.doc.is_minutes() && groups.any(|(names, _)| self.are_all_persons(names))
    }

    /// "(RL) The new forum opens", "Ada: the new forum opens", in minutes: whoever tells of it looks after it. Who stands behind a
    /// topic only leads its talk.
    fn names_its_own(&self, text: &str) -> bool {
        let text = near::ahead_within(text, LONGEST_NAME);
        let speaker = text.split_once(": ").map(|(who, _)| who).filter(|it| !it.contains(' '));
        if speaker.is_some_and(|it| self.doc.is_minutes() && (given_name::is_given_name(it) || self.doc.is_person(it)))
        {
            return true;
        }
        let Some((who, _)) = text.strip_prefix('(').and_then(|it| it.split_once(')')) else { return false };
        let are_initials = (2..=4).contains(&who.len()) && who.bytes().all(|it| it.is_ascii_uppercase());
        self.doc.is_minutes() && (are_initials || self.are_all_persons(who))
    }

    /// Whether an item is nothing but a person: what stands below it is theirs.
    fn is_of_speaker(&self, item: &Item) -> bool {
        let text = self.words(item);
        let are_initials = || text.strip_suffix(':').is_some_and(roll::are_initials);
        self.doc.is_person(text)
            || self.doc.is_minutes() && (is_named_so(text) || are_initials())
            || self.lists().rounds.contains(&item.list) && roll::is_called(text)
    }

    /// Whether an item around it says that all below is done.
    pub(super) fn is_below_done(&self, item: &Item) -> bool {
        let items = self.doc.items();
        let mut around = std::iter::successors(item.parent, |it| items[*it].parent);
        around.any(|it| done::is_over(self.words(&items[it])))
    }

    /// What the headings and the label around a place say, up to the one that announces actions.
    pub(super) fn around(&self, offset: usize) -> Setting {
        let mut setting = Setting { announced: Announced::No, names_owner: false, has_topic: false, is_of_one: false };
        if let Some(label) =
            self.doc.label_at(offset).filter(|label| label.value.start != offset && !is_wrapped(self.doc, label))
        {
            setting.announced = self.announces(&label.name, offset);
            let key = self.doc.at(label.key);
            // "**For Rosa**:"
            let key = key.strip_prefix("For ").unwrap_or(key);
            setting.names_owner = self.doc.is_person(key) || self.is_heading_of_owner(key, offset);
        }
        if let Some(name) = self.line_above(offset).filter(|_| setting.announced == Announced::No) {
            setting.announced = self.announces(name, offset);
        }
        for section in self.doc.sections_around(offset) {
            setting.names_owner |= section.level > 1 && self.is_of_one(section.short_title());
            if setting.announced == Announced::No {
                setting.announced = self.announces(&section.name, offset);
                let may_be_owner = setting.announced == Announced::No && section.level > 1;
                // A longer heading is no name, and would be read for each item below it.
                let name = Some(section.heading).filter(|it| may_be_owner && it.len() <= LONGEST_NAME);
                let are_persons = |it| self.is_called(it) || self.are_persons(self.doc.prose().clean(it));
                setting.names_owner |= name.is_some_and(are_persons);
            } else if section.name.starts_with("agenda") && setting.announced == Announced::Perhaps {
                setting.announced = Announced::No;
                break;
            } else {
                // "Rosa", and below it "Action items" of hers.
                let is_short = section.level > 1 && section.heading.len() <= LONGEST_NAME;
                let is_named_so = || is_named_so(self.doc.prose().clean(section.heading).trim());
                setting.names_owner |= is_short && (is_named_so() || self.is_called(section.heading));
            }
        }
        setting
    }

    /// "Rosa", "Rosa and Omar"
    fn are_persons(&self, text: &str) -> bool {
        self.doc.is_person(text) || is_named_so(text.trim()) || text.contains(" and ") && self.are_all_persons(text)
    }

    /// Whether each in a list of names is a person, by the name alone or by what the text says of it.
    fn are_all_persons(&self, names: &str) -> bool {
        person::listed(names).map(str::trim).all(|it| is_named_so(it) || self.doc.is_person(it))
    }

    /// "Treasurer's updates (Rosa Li)", "Rosa's standup": what stands below is theirs.
    pub(super) fn is_report_of_one(&self, title: &str) -> bool {
        const REPORTS: &str = "standup stand-up update updates report status progress week tasks todo todos actions";
        let told = ["'s ", "\u{2019}s "].iter().find_map(|it| title.split_once(*it));
        let is_own = |what: &str| is_among(REPORTS, &what.trim_end_matches(':').to_lowercase());
        if told.is_some_and(|(who, what)| is_own(what) && (self.doc.is_person(who) || is_named_so(who))) {
            return true;
        }
        let parts = title.trim_end().strip_suffix(')').and_then(|it| it.rsplit_once(" ("));
        parts.is_some_and(|(what, name)| {
            let what = what.to_lowercase();
            ["updates", "update", "report"].iter().any(|it| what.ends_with(it))
                && person::is_full_name(name)
                && self.doc.may_be_person(name)
        })
    }

    /// The owner by the words of an action or, where they name none, the team that the heading above calls: "### Core engineering
    /// team".
    pub(super) fn or_team_above(&self, owner: &Owner, offset: usize) -> Owner {
        let is_short = |it: &&Section| it.level > 1 && it.heading.len() <= LONGEST_NAME;
        let nearest = self.doc.section_at(offset).filter(is_short).filter(|_| *owner == Owner::Nobody);
        let title = nearest.map_or("", |it| self.doc.prose().clean(it.heading).trim());
        if title.contains(' ') && group::is_team(title) { Owner::read(title) } else { owner.clone() }
    }

    /// "**Rosa & Li**" or "RL:" over a part of a list of actions: the part is theirs.
    fn is_heading_of_owner(&self, key: &str, offset: usize) -> bool {
        let who = [" - ", " \u{2013} ", " (", " via "].iter().filter_map(|joint| key.split_once(joint)).map(|it| it.0);
        let who = who.min_by_key(|it| it.len()).unwrap_or(key);
        let mut parts = person::listed(who).map(str::trim);
        let is_of_one = |part: &str| is_named_so(part) || !part.contains(' ') && self.doc.may_speak(part);
        let mut around = self.doc.sections_around(offset);
        parts.any(is_of_one) && around.any(|section| self.announces(&section.name, offset) > Announced::No)
    }

    fn announces(&self, name: &str, offset: usize) -> Announced {
        let is_any = |entries: &[&str]| entries.iter().any(|entry| heading::is_titled(name, entry));
        // "Follow up to the meeting in May" is a topic.
        let looks_back = || {
            name.starts_with("follow") && name.ends_with(" meeting") || name.split(' ').any(|it| NOT_OPEN.contains(&it))
        };
        if looks_back() || self.has_author && is_any(OF_THE_AUTHOR) {
            Announced::No
        } else if is_any(HEADINGS) {
            Announced::Yes
        } else if (is_any(HEADINGS_IF_DATED) || self.doc.is_minutes() && is_any(HEADINGS_OF_MINUTES))
            && self.is_dated(offset)
        {
            Announced::Perhaps
        } else {
            Announced::No
        }
    }
}
