//! What a text itself says of its kind: its title, its headings and labels. A folder's name is believed where the
//! text shows signs of it, a title where a second sign stands beside it.

use std::collections::HashSet;

use super::divided::{Divided, Rank};
use super::doing::Doing;
use super::sign::{self, Strength};
use super::titled::Titled;
use super::{Evidence, Glob, Kind, SURE, Signature, wording};
use crate::document::{Document, Labelled, Section};
use crate::text::Origin;
use crate::words::english::placeholder::is_placeholder;
use crate::words::english::verb;
use crate::words::phrase::Hit;
use crate::words::{date, file_name, heading, year};

/// A folder that the text confirms.
const CONFIRMED: f32 = 0.97;
/// A file's name that hints at a kind of many entries, and a text that has each heading once: one entry, as it seems,
/// and whoever knows it by its headings knows it better.
const HINTED: f32 = 0.91;
/// A title with a date or a typical heading beside it.
const TITLED: f32 = 0.93;
/// Shown, and turns no rule on.
const UNSURE: f32 = 0.8;
/// A document that asks for nothing: by its folder, and by its title.
const NOT_ASKED: f32 = 0.9;
const CALLED: f32 = 0.95;

/// The names that structure a text, gathered once for all kinds.
pub(super) struct Names<'d> {
    /// The title as a reader sees it: the first heading, or what the front matter calls it.
    titles: Vec<String>,
    /// The date stands in the title, in the first lines or in the file's name.
    is_dated: bool,
    /// The headings and labels that divide it, the header fields.
    divided: Divided<'d>,
    /// Its title stands above everything else: a heading of the first level, or front matter. What is named after a day has
    /// its title there.
    is_page: bool,
    /// A template still waits to be filled in.
    is_blank: bool,
    /// It came as an issue of a tracker.
    is_tracked: bool,
    path: Option<&'d str>,
}

impl<'d> Names<'d> {
    pub(super) fn of(doc: &'d Document) -> Self {
        // Front matter that names the text leaves no title to a heading below the first level.
        let named = doc.field(&["title"]).filter(|field| field.in_front_matter);
        let is_alone = |title: &&Section| doc.sections().iter().filter(|it| it.level == title.level).count() == 1;
        let title = doc.title().filter(|title| title.level == 1 || named.is_none() && is_alone(title));
        let named = named.map(|field| Section::short(&field.text));
        // What a generator writes above the text stands in the front matter.
        let written = title.map(Section::short_title).filter(|it| !heading::is_filled_in(it));
        let bare = doc.bare_title().filter(|_| written.is_none() && named.is_none());
        let titles: Vec<String> = written.into_iter().chain(named).chain(bare).map(str::to_owned).collect();
        let divided = divided(doc, title);
        let header_date = doc.field(&["date", "created", "published"]).is_some_and(|field| date::has_date(&field.text));
        let slug = doc.field(&["slug"]).map(|field| field.text.as_str());
        let file_date = slug.or(doc.source().path()).is_some_and(|name| file_name::date(name).is_some());
        Self {
            is_dated: header_date
                || file_date
                || opening_date(doc)
                || titles.iter().any(|title| date::has_date(title) || date::has_month(title) && year::is_named(title))
                || is_of_days(doc),
            is_blank: titles.iter().any(|title| is_placeholder(title) || title.contains("NNNN")) || has_gaps(doc),
            is_tracked: doc.source().origin == Origin::Issue,
            is_page: named.is_some()
                || title.is_some_and(|title| title.level == 1)
                || doc.begins_below_title()
                || doc.source().origin == Origin::File && file_date,
            titles,
            divided,
            path: doc.source().path(),
        }
    }

    /// What the text calls the typical headings of a kind, each once, their share of its main ones or of all, and whether
    /// one of them stands there again.
    fn seen(&self, kind: &Kind) -> (Vec<&'d str>, f32, bool) {
        let (mut seen, typical) = self.divided.titled(&kind.signature.headings);
        let mut unique = HashSet::new();
        let count = seen.len();
        seen.retain(|name| unique.insert(*name));
        let repeats = seen.len() < count;
        let all = self.divided.all;
        let share = |typical: usize, all: usize| typical as f32 / all.max(1) as f32;
        if all.main == 0 && all.deeper == 0 {
            // Nothing but a header divides it.
            return (seen, share(typical.other, all.other), repeats);
        }
        // One stray heading at the top must not hide the outline below it.
        let of_all = share(typical.main + typical.deeper, all.main + all.deeper);
        (seen, share(typical.main, all.main).max(of_all), repeats)
    }

    /// How sure so many typical headings of a kind are, if they make up this share of the text's main ones.
    fn typical(&self, kind: &Kind, count: usize, share: f32) -> f32 {
        let is_form = || self.is_tracked && wording::knows(&kind.name);
        match count {
            3.. if share >= 0.5 => 0.92,
            4.. if share >= 0.25 => SURE,
            // A form asks for much that any issue may have, such as pictures and versions.
            2.. if share >= 0.2 && is_form() => SURE,
            // The date in the header stands in for a third one.
            2 if share >= 0.5 && self.is_dated => SURE,
            3.. => UNSURE,
            _ => 0.0,
        }
    }

    /// How much a folder tells: of two the nearer one more, as much as two headings do. Of folders that ask for nothing the one
    /// that is spelt longer does.
    fn detail(&self, kind: &Kind, folder: &Glob) -> usize {
        let depth = self.path.filter(|_| kind.is_target).map_or(0, |path| folder.depth(path));
        folder.detail() + 20 * depth
    }

    /// The words of the title that name a kind.
    fn title_of(&self, kind: &Kind) -> Option<Titled<'_>> {
        self.titles.iter().find_map(|title| {
            let is_name = |hit: &Hit| {
                let is_meant = || is_head(title, hit) && !is_of_any(title, hit) && !is_aside(title, hit);
                if kind.is_target { is_meant() } else { self.is_called(title, hit) }
            };
            let hit = kind.signature.titles.find(title).into_iter().find(is_name)?;
            Some(Titled::of(title, hit.range))
        })
    }

    /// Whether a title is nothing but the name of a kind, as in "Contributing to storage": a document that only
    /// speaks of changelogs is none. A message has no such title.
    fn is_called(&self, title: &str, hit: &Hit) -> bool {
        let is_first = !title[..hit.range.start].contains(char::is_alphabetic);
        let rest = title[hit.range.end..].trim_start();
        let goes_on = ["to ", "for ", "of ", "in ", "- ", "\u{2013} ", "\u{2014} ", ":"];
        self.is_page && is_first && (rest.is_empty() || goes_on.iter().any(|word| rest.starts_with(word)))
    }
}

/// The headings and labels that divide a text below its title, and the fields of its header.
fn divided<'d>(doc: &'d Document, title: Option<&Section>) -> Divided<'d> {
    let body = || doc.sections().iter().filter(|it| title.is_none_or(|title| title.heading != it.heading));
    let top = body().map(|section| section.level).min();
    let is_main = |section: &Section| Some(section.level) == top;
    let of_section = |rank| move |section: &'d Section| (rank, section.name.as_str(), section.title.as_str());
    // A message has no headings: its labels divide it.
    let is_message = body().filter(|it| is_main(it)).nth(1).is_none();
    let of_label = |rank| move |label: &'d Labelled| (rank, label.name.as_str(), doc.at(label.key));
    let labels = |rank, is_asked: bool| {
        let is_one = move |label: &&Labelled| rank == Rank::Main || label.bold || label.value.is_empty();
        doc.labels().iter().filter(move |label| is_asked && is_one(label)).map(of_label(rank))
    };
    let main = body().filter(|it| is_main(it)).map(of_section(Rank::Main)).chain(labels(Rank::Main, is_message));
    let deeper = body().filter(|it| !is_main(it)).map(of_section(Rank::Deeper));
    let fields = doc.fields().iter().map(|field| (Rank::Other, field.name.as_str(), doc.at(field.key)));
    Divided::by(main.chain(deeper).chain(labels(Rank::Other, !is_message)).chain(fields))
}

/// Whether a phrase is what the title is about: "Storage meeting 2026-11-20", but not "How meetings are run" or
/// "Meeting template". What follows it is a number, a date or a sign, or begins with a small connecting word.
fn is_head(title: &str, hit: &Hit) -> bool {
    const CONNECTING: &[&str] =
        &["for", "of", "on", "from", "and", "at", "in", "by", "with", "about", "between", "week"];
    let phrase = &title[hit.range.clone()];
    let rest = &title[hit.range.end..];
    let next = rest.trim_start().split([' ', ',', ':']).next().unwrap_or_default();
    let goes_on = |word: &str| CONNECTING.iter().any(|it| it.eq_ignore_ascii_case(word));
    let begins_date = || date::mentions(rest.trim_start()).first().is_some_and(|it| it.range.start == 0);
    let last = phrase.rsplit(' ').next().unwrap_or(phrase);
    // "Meeting to settle it" is one, and "Handover to Lena" only where a page says so.
    let is_given_on = last.eq_ignore_ascii_case("to");
    is_given_on || goes_on(last) || !next.starts_with(char::is_alphabetic) || goes_on(next) || begins_date()
}

/// Whether a title teaches what to do about any such thing: "Reviewing an incident", "How to write up an outage", "After the
/// incident".
fn is_of_any(title: &str, hit: &Hit) -> bool {
    let before = title[..hit.range.start].trim_end().to_lowercase();
    let is_any = before.ends_with(" a") || before.ends_with(" an");
    let opening = before.split(' ').next().unwrap_or_default();
    if matches!(before.as_str(), "after the" | "after an" | "during the" | "during an" | "before the" | "before an") {
        return true;
    }
    is_any && (opening.ends_with("ing") || matches!(opening, "how" | "what" | "when" | "who") || verb::opens(&before))
}

/// Whether a title is about something else: "Large output (ADR-24)", "`/adr`: what the command takes". "Large output
/// (design)" is what it says.
fn is_aside(title: &str, hit: &Hit) -> bool {
    let (before, after) = (&title[..hit.range.start], &title[hit.range.end..]);
    before.ends_with('/') || before.ends_with('(') && before.contains(char::is_alphabetic) && after != ")"
}

/// Front matter that still tells its author what to write: `author: (your name)`.
fn has_gaps(doc: &Document) -> bool {
    let is_gap = |text: &str| text.starts_with('(') && text.ends_with(')') && text.contains(' ');
    doc.fields().iter().filter(|it| it.in_front_matter && is_gap(&it.text)).count() > 1
}

/// A full date before the first section.
fn opening_date(doc: &Document) -> bool {
    let opening = doc.passages().iter().enumerate().skip(1);
    let mut opening = opening.take_while(|(_, it)| !it.place.is_heading()).take(4);
    opening.any(|(index, _)| date::mentions(doc.prose().passage(index)).iter().any(|it| it.year.is_some()))
}

/// Whether its first parts are called after days: a log, with an entry for each.
fn is_of_days(doc: &Document) -> bool {
    const FEWEST: usize = 2;
    let is_day = |it: &&Section| it.title.starts_with(|it: char| it.is_ascii_digit()) && date::has_date(&it.title);
    doc.sections().iter().skip(1).take(2 * FEWEST).filter(is_day).count() >= FEWEST
}

/// Everything that a text and its folder say for one kind.
pub(super) fn read<'k>(
    doing: &Doing,
    names: &Names<'_>,
    kind: &'k Kind,
    folder: Option<&Glob>,
) -> Option<Evidence<'k>> {
    if names.titles.iter().any(|title| !kind.signature.unless.find(title).is_empty()) {
        return None;
    }
    let (seen, share, repeats) = names.seen(kind);
    let titled = names.title_of(kind);
    let title = titled.as_ref().map(|it| it.words);
    let by_headings = names.typical(kind, seen.len(), share);
    // By itself a hint says nothing of a kind.
    let may_hint = folder.is_some() || title.is_some() || by_headings > 0.0;
    // A message is no page.
    let signs = if names.is_page { &*kind.signature.signs } else { &[] };
    let (sign, told) = sign::strongest(signs, doing, may_hint);
    let by_headings = if sign == Strength::Proof { by_headings.max(SURE) } else { by_headings };
    let mut because: Vec<String> = folder.map(Glob::because).into_iter().collect();
    because.extend(title.map(said_by_title));
    if !seen.is_empty() {
        let quoted: Vec<String> = seen.iter().take(4).map(|name| format!("\u{201c}{name}\u{201d}")).collect();
        because.push(format!("it has the headings {}", quoted.join(", ")));
    }
    if sign > Strength::None {
        because.push(told.to_owned());
    }
    // A page that lists no signs, as a user's may, has nothing that could confirm it.
    let Signature { titles, headings, signs, .. } = &*kind.signature;
    let has_signs = !headings.is_empty() || !titles.is_empty() || !signs.is_empty();
    let is_confirmed =
        !has_signs || sign > Strength::None || title.is_some() || seen.len() > 1 || seen.len() == 1 && names.is_dated;
    // One word in a title is common: "update" needs a date and a heading beside it, "status update" one of them, and
    // "Storage update" or "Update: the queue" two headings.
    let is_one_word = title.is_some_and(|words| !words.contains([' ', '-']));
    let goes_on = titled.as_ref().is_some_and(|it| it.goes_on);
    let is_believed = sign > Strength::None
        || names.is_page && titled.as_ref().is_some_and(|it| it.is_enough(names.is_dated, !seen.is_empty()))
        || match is_one_word {
            true => !seen.is_empty() && (names.is_dated || goes_on && seen.len() > 1),
            false => names.is_dated || !seen.is_empty(),
        };
    let is_of_one = folder.is_some_and(|glob| glob.is_hint()) && seen.len() > 1 && !repeats;
    let confidence = match (kind.is_target, folder.is_some(), title.is_some()) {
        (false, _, true) => CALLED,
        (false, true, _) => NOT_ASKED,
        (false, false, false) => by_headings,
        (true, true, _) if is_confirmed && is_of_one => HINTED,
        (true, true, _) if is_confirmed => CONFIRMED,
        (true, false, true) if is_believed => TITLED.max(by_headings),
        (true, false, true) if goes_on && !seen.is_empty() => UNSURE.max(by_headings),
        (true, _, _) => by_headings,
    };
    // A form that still has its gaps is none of the documents that will be made of it.
    let confidence = if names.is_blank && kind.is_target { 0.0 } else { confidence };
    let detail = folder.map_or(0, |glob| names.detail(kind, glob)) + 10 * seen.len();
    (confidence > 0.0).then_some(Evidence { kind, confidence, detail, because })
}

/// What the path or the title says for a kind, where that is all and not enough, and how specific both are.
pub(super) fn hint(names: &Names<'_>, kind: &Kind, folder: Option<&Glob>) -> Option<((usize, usize), String)> {
    let is_about = |title: &String| !kind.signature.unless.find(title).is_empty();
    if names.is_blank || !kind.is_target || names.titles.iter().any(is_about) {
        return None;
    }
    let title = names.title_of(kind).map(|it| it.words);
    let said: Vec<String> = folder.map(Glob::because).into_iter().chain(title.map(said_by_title)).collect();
    let hint = || format!("{}, not enough alone for `{}`", said.join(", "), kind.name);
    (!said.is_empty()).then(|| ((folder.map_or(0, Glob::detail), title.map_or(0, str::len)), hint()))
}

fn said_by_title(words: &str) -> String {
    format!("its title says \u{201c}{words}\u{201d}")
}
