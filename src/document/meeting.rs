//! Who was at a meeting, and whether a text is of one. Names come from lists of those present, from headers such as
//! "Ada Lovelace (AL)", and from the configuration.

mod alone;

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::Document;
use crate::words::address::local;
use crate::words::english::{given_name, person};
use crate::words::file_name;
use crate::words::heading;
use crate::words::list::is_among;
use crate::words::pattern::Pattern;

/// Headings and labels over the people of a meeting begin so.
const PRESENT: &[&str] = &["attendee", "attending", "in attendance", "roll call", "aanwezig", "aanwezigen"];
/// And so, where they say no more or go on with one of [`THERE`]: "Member functions", "Who we are" and "Present value" list nobody.
const PERHAPS_PRESENT: &[&str] = &["attendance", "present", "participant", "people", "member", "who"];
const THERE: &str = "present attendance attending attended at in of for from with via and was were came joined showed list \
    remote remotely here there online voting member guest today invited";
/// More people than fit here are a crowd.
const LONGEST_LIST_OF_PEOPLE: usize = 8 * 1024;
/// Those present stand at the top.
const FIRST_PASSAGES: usize = 80;

/// "Ada Lovelace (AL)", "Ada Lovelace  AL".
static INITIALED: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"\p{Lu}[^\s,()]+ (?:[^\s,()]+ ){0,2}\((?P<initials>[A-Z]{2,4})\)"));

static CALLED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^a-z])(?:meetings?|minutes|notulen|verslag|stand-?ups?|syncs?|retros?|all[ -]hands|office hours|(?:weekly|monthly|community|team|planning|working group|wg) calls?)(?:[^a-z]|$)",
    )
});

/// The people of a text.
#[derive(Debug, Default)]
pub struct People {
    /// The words of their names, in small letters.
    words: HashSet<String>,
    /// The first words behind the times of a log, as they are written.
    speakers: OnceCell<Speakers>,
    is_minutes: bool,
}

/// Who speaks or acts in a log.
#[derive(Debug, Default)]
struct Speakers {
    names: HashSet<String>,
    /// Some of them go by their initials.
    have_initials: bool,
}

impl Speakers {
    fn of(text: &str) -> Self {
        let names: HashSet<String> = text.lines().filter_map(speaker).map(str::to_owned).collect();
        Self { have_initials: names.iter().any(|it| is_initials(it)), names }
    }
}

/// "RL", "LvH".
fn is_initials(name: &str) -> bool {
    (2..=3).contains(&name.len())
        && name.starts_with(|it: char| it.is_ascii_uppercase())
        && name.bytes().filter(u8::is_ascii_uppercase).count() > 1
        && name.bytes().all(|it| it.is_ascii_alphabetic())
}

/// Whether those who were there stand below a heading or behind a label of this name.
fn is_present(name: &str) -> bool {
    let goes_on = |after: &str| {
        // "Who is here", "people who attended"; "who is this for" is another question.
        let mut words = after.split(' ').skip(1).skip_while(|it| matches!(*it, "who" | "is" | "are"));
        let is_asked = after.starts_with(" is") || after.starts_with(" are");
        words
            .next()
            .map_or(!is_asked, |it| is_among(THERE, it) && !(is_asked && matches!(it, "for" | "in" | "of" | "with")))
    };
    PRESENT.iter().any(|it| heading::begins_with(name, it))
        || PERHAPS_PRESENT.iter().any(|it| heading::begins_with(name, it) && goes_on(&name[it.len()..]))
}

/// The name behind the time with which a line begins: "14.05 RL: the search is slow".
fn speaker(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['-', '*', '~', ' ', '[']);
    if !line.starts_with(|it: char| it.is_ascii_digit()) {
        return None;
    }
    let said = line.trim_start_matches(|it: char| !it.is_alphabetic());
    let end = said.find([' ', ':'])?;
    let is_name = said.starts_with(char::is_uppercase) && said.len() > end + 2;
    is_name.then(|| &said[..end])
}

fn of(doc: &Document) -> People {
    let sections = doc.sections().iter().filter(|it| is_present(&it.name)).map(|it| it.lead);
    let labels = doc.labels().iter().filter(|it| is_present(&it.name)).map(|it| it.body);
    let lists = sections.chain(labels).filter(|span| span.len() < LONGEST_LIST_OF_PEOPLE).map(|span| doc.at(span));
    let listed = lists.flat_map(|list| list.split(|it: char| !it.is_alphanumeric()).filter(|word| word.len() > 1));
    let mut words: HashSet<String> = listed.map(str::to_lowercase).collect();
    let title = doc.sections().first().map_or("", |first| first.title.as_str());
    let is_called = is_called(doc, title);
    let initialed = initialed(doc);
    // "Container Platform (CP)" is written as names are; one that people are given tells.
    let is_given = |name: &&str| name.split(' ').next().is_some_and(given_name::is_given_name);
    if is_called || !words.is_empty() || initialed.iter().any(is_given) {
        let parts = initialed.iter().flat_map(|name| name.split(|it: char| !it.is_alphanumeric()));
        words.extend(parts.filter(|it| it.len() > 1).map(str::to_lowercase));
        words.extend(handles(doc.text()));
    }
    let is_minutes = !words.is_empty() || is_called;
    words.remove("");
    People { words, speakers: OnceCell::new(), is_minutes }
}

/// Whether a text is called so by its title or its path, and is not about how meetings are held: "meeting-script.md".
fn is_called(doc: &Document, title: &str) -> bool {
    const ABOUT: &str = "script guide guideline guidelines checklist how-to howto handbook playbook etiquette";
    let path = doc.source().path().unwrap_or_default();
    let ends_so = |name: &str| {
        let last = name.rsplit(['-', '_', ' ']).next().unwrap_or_default();
        is_among(ABOUT, &last.to_ascii_lowercase())
    };
    let is_about = || ends_so(title) || ends_so(local::name(path).trim_end_matches(".md"));
    (CALLED.is_match(title) || CALLED.is_match(path)) && (!is_about() || file_name::date(path).is_some())
}

/// Those who are called by their handles somewhere: elsewhere they go without the sign.
fn handles(text: &str) -> impl Iterator<Item = String> + '_ {
    const MOST: usize = 200;
    let signs = memchr::memchr_iter(b'@', text.as_bytes()).take(MOST);
    let behind = signs.filter(|at| !text[..*at].ends_with(|it: char| it.is_alphanumeric()));
    let names =
        behind.map(|at| text[at + 1..].split(|it: char| !it.is_ascii_alphanumeric()).next().unwrap_or_default());
    names.filter(|it| it.len() > 1).map(str::to_lowercase)
}

/// The names with initials behind them, near the top.
fn initialed<'d>(doc: &'d Document) -> Vec<&'d str> {
    let top = doc.passages().iter().take(FIRST_PASSAGES).enumerate();
    let top = top.filter(|(_, it)| !it.place.is_heading() && it.span.len() < LONGEST_LIST_OF_PEOPLE);
    let said = top.map(|(index, _)| doc.prose().passage(index)).filter(|it| may_hold_initials(it.as_bytes()));
    said.flat_map(|it| INITIALED.find_iter(it).map(|it| it.as_str())).collect()
}

/// Whether a capital stands right behind a bracket: names are looked for from each word with one, which any sentence has.
fn may_hold_initials(text: &[u8]) -> bool {
    memchr::memchr_iter(b'(', text).any(|at| text.get(at + 1).is_some_and(u8::is_ascii_uppercase))
}

impl Document<'_> {
    pub(super) fn people(&self) -> &People {
        self.answers.people.get_or_init(|| of(self))
    }

    /// Whether a short text is a handle, or the name of somebody who is listed as present or on the team.
    /// "Documentation" looks like a name too.
    pub fn is_person(&self, text: &str) -> bool {
        const LONGEST: usize = 400;
        if text.len() > LONGEST {
            return false;
        }
        let mut words = text.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty());
        self.once(text, person::is_person) && (text.trim().starts_with('@') || words.all(|word| self.is_known_as(word)))
    }

    /// The same, or a name that is nothing but a name.
    pub fn may_be_person(&self, text: &str) -> bool {
        let names =
            |part: &str| self.is_person(part) || part.trim().split(' ').next().is_some_and(given_name::is_given_name);
        person::listed(text).all(names)
    }

    /// Whether each word of a text stands in the list of those present or on the team, though some of them may mean something else.
    pub fn is_listed(&self, text: &str) -> bool {
        let mut words = text.split(|it: char| !it.is_alphanumeric()).filter(|word| word.len() > 1);
        words.all(|word| self.is_known_as(word))
    }

    /// Whether somebody who is listed as present or on the team is called so, in part.
    fn is_known_as(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.people().words.contains(&word) || self.readers().team.members.has_word(&word)
    }

    /// Whether a line begins with a time and this name: who speaks or acts in a log. Where some go by their initials, others
    /// may do so too.
    pub fn may_speak(&self, name: &str) -> bool {
        let speakers = self.people().speakers.get_or_init(|| Speakers::of(self.text()));
        speakers.names.contains(name) || speakers.have_initials && is_initials(name)
    }

    /// Whether the text tells of a meeting: it lists those present, or is called so.
    pub fn is_minutes(&self) -> bool {
        self.people().is_minutes
    }
}
