//! Who does an action: a person, a group, or nobody.

use std::sync::LazyLock;

use super::roll::are_initials;
use super::{Reader, beside};
use crate::words::case;
use crate::words::english::{action, attendance, given_name, group, person, verb};
use crate::words::list::is_among;
use crate::words::pattern::{Pattern, in_pieces};

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
        let further = || person::all_mentioned(raw).map(|range| &raw[range]);
        let is_person = |it: &str| Owner::read(it) == Owner::Someone;
        let subject = |it: &str| {
            self.doc.once(it, group::leading).map_or_else(|| trimmed(it).to_owned(), |(who, _)| it[who].to_owned())
        };
        if CODED.is_match(raw) || ends_with_initials(text) || self.is_led_by_name(text) {
            return Owner::Someone;
        }
        match named.map(subject) {
            Some(name) if is_person(&name) || further().any(is_person) => Owner::Someone,
            Some(name) => Owner::read(&name),
            None if self.ends_with_person(text) || self.begins_with_person(text) => Owner::Someone,
            None if further().any(is_person) => Owner::Someone,
            None => {
                let named = further().next().or_else(|| beside::named(raw)).map(Owner::read);
                named.or_else(|| self.of_team(text)).or_else(|| beside::by_office(text)).unwrap_or(Owner::Nobody)
            }
        }
    }

    /// Who is in front, or in brackets, and is on the team or a group of it by the configuration: "on-call: silence it", "Bo
    /// calls the bank", "Rotate the keys (kim)".
    fn of_team(&self, text: &str) -> Option<Owner> {
        let team = &self.doc.readers().team;
        if team.members.names.is_empty() && team.groups.is_empty() {
            return None;
        }
        let start = action::label(text).map_or(0, |it| it.end);
        let led = text[start..].trim_start();
        let is_name = |it: char| it.is_alphanumeric() || matches!(it, '\'' | '\u{2019}');
        let begins = |name: &String| case::begins(led, name) && !led[name.len()..].starts_with(is_name);
        // Each of the team is looked for: what stands in brackets is found once.
        const MOST_BRACKETS: usize = 16;
        let inside = text.split('(').skip(1).filter_map(|it| it.split_once(')')).map(|(inside, _)| inside.trim());
        let inside: Vec<&str> = inside.take(MOST_BRACKETS).collect();
        let is_named = |name: &String| begins(name) || inside.iter().any(|it| it.eq_ignore_ascii_case(name));
        if team.members.names.iter().any(is_named) {
            return Some(Owner::Someone);
        }
        let parts = [":", " will ", " to ", " - "].iter().filter_map(|joint| led.split_once(joint));
        parts.map(|(who, _)| who).find(|who| team.stands_behind(who)).map(|who| Owner::Group(who.to_owned()))
    }

    /// Whether what is to be done is told behind what was done, and has no ticket of its own.
    pub(super) fn is_untracked_part(&self, text: &str) -> bool {
        TOLD_FIRST
            .captures(text)
            .and_then(|found| found.name("act"))
            .is_some_and(|act| !super::TICKET.is_match(&text[act.start()..]))
    }

    /// Whether somebody who is known to be a person takes on work, or is charged with it: "Ada will be late" is none.
    pub(super) fn is_taken_on(&self, text: &str) -> bool {
        if let Some(found) = TOLD_FIRST.captures(text) {
            return self.doc.may_be_person(&found["who"]) && verb::follows_in_any_form(&found["act"]);
        }
        let Some(end) = self.doc.once(text, person::leading).map(|it| it.end) else { return false };
        let led = text[..end].trim_end();
        // What somebody wants is said, not taken on; "Ada's plans to write" are a thing.
        let is_thing = text[..end].contains("'s plan") || text[..end].contains("\u{2019}s plan");
        let is_charge = !is_thing
            && JOINTS.iter().any(|joint| led.ends_with(joint))
            && !led.ends_with(" want to")
            && !led.ends_with(" wants to");
        let spoken = SPOKEN.find(&text[end..]).map(|found| end + found.end());
        (is_charge || spoken.is_some())
            && self.doc.may_be_person(trimmed(&text[..end]))
            && verb::follows(&text[spoken.unwrap_or(end)..])
            && !attendance::is_told(&text[end..])
    }

    /// "AI: ada - update the website", where an Ada is present.
    fn begins_with_person(&self, text: &str) -> bool {
        let is_charged = || self.is_charged_behind_topic(text) || self.is_charged_by_handle(text);
        if self.is_charged_in_brackets(text) || self.is_told_of(text) || is_charged() {
            return true;
        }
        let label = action::label(text).map(|it| it.end).or_else(|| stamp(text));
        let (is_labelled, start) = (label.is_some(), label.unwrap_or_default());
        let parts =
            [" - ", ": ", " \u{2013} ", " to ", " will "].iter().filter_map(|joint| text[start..].split_once(joint));
        let is_told = self.tells_of_person(&text[start..]);
        let first = text[start..].trim_start().split([' ', ':']).next().unwrap_or_default();
        let is_of_all = OF_ALL.is_match(text);
        // "A list of translators - Ada has the names - Li to write to them": each part has its own.
        let is_parted = || text[start..].split(" - ").skip(1).any(|part| self.is_taken_on(part));
        if is_told || is_of_all || is_parted() || is_among("everyone everybody", &first.to_lowercase()) {
            return true;
        }
        // Of a body whose members are called, each is.
        let is_all = |name: &str| {
            let is_body = name.ends_with(" members") && name.split(' ').count() <= LONGEST_BODY;
            is_body || name.eq_ignore_ascii_case("all")
        };
        // "Ada and any others: bring what you have": one of them is named.
        let is_with_others = |name: &str| {
            OTHERS.iter().find_map(|it| name.strip_suffix(it)).is_some_and(|name| self.doc.may_be_person(name))
        };
        // "(website) ada to add the form": who goes by a handle.
        let behind_tag = text[start..].strip_prefix('(').and_then(|it| it.split_once(") ")).map(|(_, rest)| rest);
        let is_charged = |rest: &str| {
            rest.split_once(" to ").is_some_and(|(who, act)| person::may_be_handle(who) && verb::follows(act))
        };
        if behind_tag.is_some_and(is_charged) {
            return true;
        }
        // "Mark Li to write it": with a second name behind it, a verb is the first.
        let in_full = text[start..].split_once(" to ").filter(|(who, _)| {
            let mut names = who.trim().split(' ');
            names.next().is_some_and(given_name::is_given_name) && names.all(is_capital) && who.trim().contains(' ')
        });
        if in_full.is_some_and(|(_, act)| verb::follows(act)) {
            return true;
        }
        // "Will: write it" is told by the mark behind the name.
        let is_will = text[start..].trim_start().starts_with("Will: ");
        let is_known = |name: &str| is_all(name) || is_will || self.doc.is_person(name) || is_with_others(name);
        parts.map(|(name, _)| name.trim()).any(|name| is_known(name) || is_labelled && is_first_name(name))
    }

    /// "Rosa send the agenda to all", "Rosa Li send it", as notes are taken.
    fn tells_of_person(&self, text: &str) -> bool {
        let Some((first, rest)) = text.split_once(' ') else { return false };
        let acts = |act: &str| verb::opens_surely(act) && !is_capital(act);
        let is_full =
            |name: &str| person::is_full_name(name) && (given_name::is_given_name(first) || self.doc.is_person(name));
        let in_full = rest.split_once(' ').map(|(last, act)| (&text[..first.len() + 1 + last.len()], act));
        given_name::is_given_name(first) && acts(rest) || in_full.is_some_and(|(name, act)| is_full(name) && acts(act))
    }

    /// "(12-6, ada) Write it", "<10/07>(ada+rosa) Write it", "[All] Write it": who stands in brackets in front, beside a number
    /// or a day.
    fn is_charged_in_brackets(&self, text: &str) -> bool {
        let text = stamp(text).map_or(text, |end| &text[end..]).trim_start();
        let inside =
            [('(', ')'), ('[', ']')].iter().find_map(|(open, close)| text.strip_prefix(*open)?.split_once(*close));
        let Some((inside, _)) = inside else { return false };
        let mut names = person::listed(inside).flat_map(|it| it.split(" - ")).map(str::trim);
        names.any(|name| self.doc.is_person(name) || is_first_name(name) || group::is_everybody(name))
    }

    /// Whether the line behind a passage says who is at it: "ada is following up with the vendor", or one below calls them.
    pub(super) fn is_followed_up(&self, passage: usize) -> bool {
        static AT_IT: LazyLock<Pattern> = LazyLock::new(|| {
            in_pieces(&[
                r"^\W{0,2}(?P<who>[\w-]+) is (?:already |now )?(?:following up|on it|(?:working on|looking into) (?:it|this|that)|taking care)(?-u:\b)",
                r"|^\W{0,2}(?P<doer>(?-i:\p{Lu})[\w-]+) (?:will|can|is going to) (?:do|take care of|handle|take) (?:it|this|that)(?-u:\b)",
            ])
        });
        let next = passage + 1;
        let is_line = self.doc.passages().get(next).is_some_and(|it| !it.place.is_heading());
        let found = is_line.then(|| AT_IT.captures(self.doc.prose().passage(next))).flatten();
        self.is_called_below(passage)
            || found.is_some_and(|found| {
                let who = found.name("who").or(found.name("doer")).map_or("", |it| it.as_str()).to_lowercase();
                !person::is_nobody(&who) && !is_among("it this that he she who which what", &who)
            })
    }

    /// "Update the website: ada", where an Ada is present.
    pub(super) fn ends_with_person(&self, text: &str) -> bool {
        if INITIAL.is_match(text) || beside::FOR_ALL.is_match(text) {
            return true;
        }
        let is_tail = |text: &str| {
            let tail = text.rsplit([':', '-', '\u{2013}', '\u{2014}', '(', '>', '\u{2192}']).next().unwrap_or_default();
            let mut names = tail.split(" and ").flat_map(|part| part.split([',', '&']));
            names.all(|name| self.doc.is_person(name.trim_matches(|it: char| !it.is_alphanumeric())))
        };
        // "… - ada (must)" has a remark behind the name, and "… (ada \u{2192} vote)" one beside it.
        let begins = |inside: &str| {
            let name = inside.split([':', '?', '\u{2192}']).next().unwrap_or_default().trim();
            !name.contains(' ') && self.doc.is_person(name)
        };
        // "Document the term, ada": what is left out of a longer list is none of its words.
        let behind_comma = || text.rsplit_once(", ").is_some_and(|(_, tail)| is_tail(tail));
        let bracket = text.strip_suffix(')').and_then(|it| it.rsplit_once(" ("));
        is_tail(text) || behind_comma() || bracket.is_some_and(|(before, inside)| is_tail(before) || begins(inside))
    }
}

/// "Ada has cleaned the queue, and will add an alert".
static TOLD_FIRST: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"^\W{0,2}(?P<who>\p{Lu}[\p{L}-]+) (?:has|is|was|did|also|[a-z]+ed) [^.;]{3,200}?,? and (?:will|is going to|plans to) (?:be |also |then )?(?P<act>[a-z-]+)",
    )
});

/// "Ask for a room: RL, OM": those who are called so know it, and so does whoever reads the minutes.
fn ends_with_initials(text: &str) -> bool {
    let last = text.rsplit_once(": ").map_or("", |(_, last)| last.trim_end_matches('.'));
    last.contains(", ") && last.split(", ").all(are_initials)
}

/// A handle in code in front, which calls nobody, or as an editor of minutes marks who speaks: "`@ada` - write it", "[name=AL]
/// write it"; or the address of a person's mail, or the office of one: "**Lead maintainer** — write it".
static CODED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"^[^A-Za-z0-9]{0,4}(?:`@[A-Za-z][\w-]*`|\[name=[A-Za-z]|(?i:todo\\?\] \[?)?[\w.+-]+@[\w-]+\.[a-z]",
        r"|(?:[A-Z][\w-]* )*(?i:maintainer|chair|treasurer|secretary|coordinator|editor|moderator|president)(?:\*\* ?[\x{2014}\x{2013}:-]|:\*\*) )"
    ))
});

/// "ACTION for all: read it", "AI (everyone): read it".
static OF_ALL: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^\W*(?:actions?|todo|AI)(?: items?)?(?: (?:for|on) | ?\()(?:all|everyone|everybody)(?-u:\b)|\. Every(?:one|body) to ",
    )
});

/// One letter at the end: "write the spec [R]", "fix the site - A". Two are told with the names that they stand for.
static INITIAL: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"[^A-Z](?: [-\x{2013}\x{2014}] [A-Z]| ?\([A-Z]\)| ?\[[A-Z]\])[.\s]*$"));

/// What somebody says of themselves, behind their name and a colon.
static SPOKEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"^ ?(?:I['\x{2019}]ll|I will|[Ww]ill|I am going to|I plan to) (?:also |then |try to )?")
});

/// Words of a body with its "members".
const LONGEST_BODY: usize = 4;

/// What joins people to what they are to do.
const JOINTS: &[&str] = &[
    " volunteers to",
    " needs to",
    " plans to",
    " plan to",
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

fn is_capital(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

/// Where a number or a day in brackets ends that an item begins with: "(05/09) Ada to check it", "<10/07>".
fn stamp(text: &str) -> Option<usize> {
    let inside = text.strip_prefix(['(', '<', '['])?;
    let end = inside.find(|it: char| !it.is_ascii_digit() && !matches!(it, '/' | '-' | '.'))?;
    let is_closed = end > 0 && inside[end..].starts_with([')', '>', ']']);
    is_closed.then_some(end + 2)
}

/// What stands behind a person who does it with whoever else can.
const OTHERS: &[&str] = &[" and any others", " and others", " and anyone else"];

/// Whether a word is a given name, which notes write in small letters too.
pub(super) fn is_first_name(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string()).unwrap_or_default();
    given_name::is_given_name(&(first + letters.as_str()))
}

/// The people in front of an action, without what joins them to it.
pub(super) fn trimmed(led: &str) -> &str {
    let led = led.trim_matches(|it: char| !it.is_alphanumeric() && it != '@');
    JOINTS.iter().find_map(|joint| led.strip_suffix(joint)).unwrap_or(led).trim_end_matches([',', ' '])
}
