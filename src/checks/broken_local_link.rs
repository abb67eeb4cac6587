//! `rules/refer/broken-local-link.md`

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::change::{Sort, Sorts};
use crate::document::{Anchors, Document, Link};
use crate::finding::{Findings, Flag};
use crate::text::Span;
use crate::tree::{self, Around, Entry, Keeper, Moved};
use crate::words::address::local::{self, Local};
use crate::words::address::{self, forge};
use crate::words::english::{self, bygone};
use crate::words::{export, file_name, generated, near};

/// What is wrong with a target.
#[derive(Default)]
struct Fault {
    label: String,
    question: Option<String>,
    /// What may have been meant: the whole target.
    instead: Option<String>,
    /// Some readers get there: not on every host, and not by every program.
    is_doubtful: bool,
    is_of_file: bool,
    /// The file that is not there and the one that may have been meant, from the root.
    lost: Option<(String, Option<String>)>,
    /// A heading makes it with an underscore where it has a hyphen, or the other way round.
    is_joined_otherwise: bool,
}

/// What stands where somebody put nothing in: the top of the page for a browser.
const NOWHERE: &str = "#";

/// Of so many that are lost it is looked for a name that is nearly theirs, which takes a look at each file or heading.
const MOST_GUESSED: usize = 100;

/// Targets from which on a text whose every file is missing was written to be read elsewhere.
const MANY: usize = 3;

pub fn check(doc: &Document, around: &Around, found: &mut Findings) {
    let Some((flags, is_of_elsewhere)) = faults(doc, around) else { return };
    // Once is a slip; whoever does it again writes for a program that joins words in another way.
    let is_joined_otherwise = flags.iter().filter(|(_, fault, _)| fault.is_joined_otherwise).count() > 1;
    let have_moved = is_of_elsewhere && have_moved(&flags);
    for (link, mut fault, further) in flags {
        let was_here = is_of_elsewhere && was_here(around, &mut fault, have_moved);
        let flag = found.flag(link.span, fault.label);
        for span in further {
            flag.and(span, "and here");
        }
        let is_doubtful = fault.is_doubtful
            || fault.is_of_file && is_of_elsewhere && !was_here
            || fault.is_joined_otherwise && is_joined_otherwise;
        say(flag, link, fault.question, fault.instead, is_doubtful);
    }
}

/// What is wrong with a link, and the further ones with which the same is wrong.
type Found<'d> = (&'d Link, Fault, Vec<Span>);

/// The faults of a text, in order, and whether it was written to be read elsewhere: many targets miss a file, and no link
/// leads to one. None where nobody is asked about its links.
fn faults<'d>(doc: &'d Document, around: &Around) -> Option<(Vec<Found<'d>>, bool)> {
    let mut faults: HashMap<&str, usize> = HashMap::new();
    // However each leads to it.
    let mut lost: HashMap<String, usize> = HashMap::new();
    let mut flags: Vec<Found> = Vec::new();
    let (mut has_file, mut missed, mut reached) = (false, 0, Vec::new());
    // A table of contents asks for them once an entry.
    let own = OnceCell::new();
    let written_by_program = generated::people(doc.text());
    for link in doc.links() {
        let misspelt = misspelt(&link.target);
        let target = local::parse(&link.target);
        if misspelt.is_none() && target.is_none() {
            continue;
        }
        if let Some(place) = faults.get(link.target.as_str()).filter(|_| link.target != NOWHERE) {
            flags[*place].2.push(link.span);
            continue;
        }
        if link.is_bare() || doc.is_code(link) || written_by_program.is_some_and(|it| it.contains(link.span)) {
            continue;
        }
        let may_guess = flags.len() < MOST_GUESSED;
        let fault = misspelt
            .or_else(|| nowhere(doc, around, link))
            .or_else(|| fault(doc, &own, around, target.as_ref()?, may_guess));
        let has_path = target.as_ref().is_some_and(|it| !it.path.is_empty());
        let Some(fault) = fault else {
            reached.extend(target.filter(|_| has_path));
            continue;
        };
        if is_not_asked(doc, around) {
            return None;
        }
        let is_missed = || target.as_ref().is_some_and(|it| tree::is_missed(around, it, fault.is_of_file));
        if around.kept_by() == Some(Keeper::Site) && !is_missed() {
            continue;
        }
        has_file |= !fault.is_of_file && has_path;
        if fault.is_of_file && is_said_to_be_gone(doc, link) {
            continue;
        }
        missed += usize::from(fault.is_of_file);
        let place = match &fault.lost {
            Some((path, _)) => *lost.entry(path.clone()).or_insert(flags.len()),
            None => flags.len(),
        };
        faults.insert(&link.target, place);
        match flags.get_mut(place) {
            Some(same) => same.2.push(link.span),
            None => flags.push((link, fault, Vec::new())),
        }
    }
    // What a program finds from its own folder says nothing of who reads the text here. Whose links all lead somewhere is not
    // asked: whether there is such a program, all files of the repository say.
    let leads_to_file = || has_file || reached.iter().any(|it| !tree::is_from_root_alone(around, it));
    let is_of_elsewhere = missed >= MANY && !leads_to_file();
    Some((flags, is_of_elsewhere))
}

/// Whether the words beside a link say that what it names was taken away: nobody has to ask where it is.
fn is_said_to_be_gone(doc: &Document, link: &Link) -> bool {
    let (before, behind) = beside(doc, link);
    doc.is_english() && bygone::is_said_around(before, behind)
}

/// What stands before a link in its line, and what follows it.
fn beside<'d>(doc: &Document<'d>, link: &Link) -> (&'d str, &'d str) {
    let text = doc.text();
    let before = near::behind(&text[..link.span.start]).rsplit('\n').next().unwrap_or_default();
    (before, near::ahead(&text[link.span.end..]))
}

/// Whether all files that are missed and may be found lie in one folder of another name.
fn have_moved(flags: &[Found]) -> bool {
    let moved = flags.iter().filter_map(|(link, fault, _)| {
        let (from, to) = fault.lost.as_ref()?;
        let written = link.target.split(['#', '?']).next().unwrap_or_default();
        Some(Moved { written: written.trim_start_matches("../").trim_start_matches("./"), from, to: to.as_deref()? })
    });
    tree::are_together(moved, MANY)
}

/// Whether a text that seems to be read elsewhere misses a file that this repository had, or has under another name.
fn was_here(around: &Around, fault: &mut Fault, have_moved: bool) -> bool {
    let Some((path, meant)) = &fault.lost else { return false };
    if meant.is_some() && have_moved {
        return true;
    }
    let Some(commit) = around.removed(path) else { return false };
    if meant.is_none() {
        fault.label = format!("there is no `{path}` since {commit}");
    }
    true
}

fn say(flag: &mut Flag, link: &Link, question: Option<String>, instead: Option<String>, is_doubtful: bool) {
    if let Some(question) = question {
        flag.asks(question);
    }
    if let Some(instead) = instead {
        flag.suggest(format!("write {instead}"), link.place, instead);
    }
    if is_doubtful {
        flag.unsure();
    }
}

/// Texts whose links somebody else looks after, or that nobody here wrote.
fn is_not_asked(doc: &Document, around: &Around) -> bool {
    let is_foreign = matches!(Sorts::default().of(&around.path), Sort::Vendored | Sort::Fixture | Sort::Generated);
    let is_form = file_name::stands_for_others(&around.path.to_lowercase());
    // An export leaves out the pages that were not asked for.
    let is_export = export::plain(&around.path) != around.path;
    is_foreign
        || is_form
        || is_export
        || generated::is_generated(doc.text())
        || around.kept_by() == Some(Keeper::Follower)
}

fn fault(doc: &Document, own: &OnceCell<Anchors>, around: &Around, target: &Local, may_guess: bool) -> Option<Fault> {
    if target.path.is_empty() && !target.is_rooted {
        return lost_anchor(doc, own, around, (target, None), may_guess);
    }
    let path = target.path_from(&around.path)?;
    match around.entry(&path) {
        Some(Entry::File) if path == around.path => lost_anchor(doc, own, around, (target, None), may_guess),
        Some(Entry::File) => lost_anchor(doc, own, around, (target, Some(&path)), may_guess),
        // A folder is shown with its README; whether it has one, and which, is for the forge to say.
        Some(Entry::Folder) => None,
        None if tree::is_from_root_alone(around, target) || around.is_ordered(&path) => None,
        None if !target.is_rooted && around.is_found_by_name(local::name(&path)) => None,
        None => lost_file(around, target, &path, may_guess),
    }
}

/// An address of the web whose scheme lost a letter or its colon.
fn misspelt(target: &str) -> Option<Fault> {
    let (slip, rest) = address::misspelt_scheme(target)?;
    let host = rest.split('/').next().unwrap_or_default();
    host.contains('.').then(|| Fault {
        label: format!("`{slip}` is no scheme"),
        question: Some("Where does it lead?".to_owned()),
        instead: Some(format!("https://{rest}")),
        is_of_file: true,
        ..Fault::default()
    })
}

/// A link of words that leads to the top of its page and does not say so. A program for sites may put something else there.
fn nowhere(doc: &Document, around: &Around, link: &Link) -> Option<Fault> {
    let is_of_words = |words: &str| !words.contains(['!', '<']) && !doc.at(link.span).starts_with('<');
    let words = Some(doc.at(link.text)).filter(|it| link.target == NOWHERE && !link.image && is_of_words(it))?;
    let (before, behind) = beside(doc, link);
    let line = format!("{before}{}", behind.lines().next().unwrap_or_default());
    let is_title = || doc.title().is_some_and(|it| doc.at(it.heading).contains(words));
    if !doc.is_english() || english::nowhere::is_meant(words, &line) || is_title() || around.kept_by().is_some() {
        return None;
    }
    let question = Some("Where does it lead?".to_owned());
    // One place gets one question, however many lead there.
    let lost = Some((NOWHERE.to_owned(), None));
    Some(Fault { label: format!("`{NOWHERE}` leads nowhere"), question, lost, ..Fault::default() })
}

fn lost_file(around: &Around, target: &Local, path: &str, may_guess: bool) -> Option<Fault> {
    let first = path.split('/').next().unwrap_or_default();
    let name = local::name(path);
    let is_name = target.path.contains(['/', '.']) || name.starts_with(|it: char| it.is_ascii_uppercase());
    let is_page = name.ends_with(".html") || name.ends_with(".htm");
    // A site has addresses that begin with a slash, and so has a server.
    let is_of_site = target.is_rooted && (around.entry(first).is_none() || !name.contains('.'));
    // `src/pool.rs:40` is read by editors.
    let at_line = path.rsplit_once(':').filter(|(_, line)| line.starts_with(|it: char| it.is_ascii_digit()));
    let is_place = at_line.is_some_and(|(path, _)| around.entry(path).is_some());
    if !is_name || is_page || is_of_site || is_place || forge::is_shown(path) || around.is_left_out(path) {
        return None;
    }
    let is_doubtful = !name.contains('.') && local::pages_of(path).any(|page| around.entry(&page).is_some());
    // Of each line of a file that is gone the same is to be said.
    let (path, line) = at_line.map_or((path, String::new()), |(path, line)| (path, format!(":{line}")));
    // Git may have what is not here.
    let found = tree::meant(around, target, path, may_guess);
    let label = found.as_ref().map_or_else(|| format!("there is no `{path}`"), |it| it.label(path));
    let found = found.map(|it| it.path);
    let rest = target.fragment.as_deref().map(|it| format!("#{it}")).unwrap_or_default();
    let instead = found.as_deref().map(|found| format!("{}{line}{rest}", tree::written(around, target, found)));
    let is_doubtful = is_doubtful || tree::is_of_translation(around, path) || tree::is_served(around, target);
    let lost = Some((path.to_owned(), found));
    Some(Fault { label, instead, is_doubtful, is_of_file: true, lost, ..Fault::default() })
}

/// A fragment that names no heading, in this text or in another one.
fn lost_anchor(
    doc: &Document,
    own: &OnceCell<Anchors>,
    around: &Around,
    (target, other): (&Local, Option<&str>),
    may_guess: bool,
) -> Option<Fault> {
    // "#TODO-runbook" waits for its place.
    let fragment = target.fragment.as_deref().filter(|it| !forge::gives(it) && !it.starts_with("TODO"))?;
    let is_markdown = |path: &str| [".md", ".markdown"].iter().any(|end| path.to_lowercase().ends_with(end));
    let has = |anchors: &Anchors| {
        let may_be_of_site = || around.kept_by() == Some(Keeper::Site) && anchors.may_have(fragment);
        let may_be_joined_otherwise = || !around.is_github() && anchors.has_like(fragment);
        let is_known = anchors.has(fragment) || may_be_joined_otherwise() || may_be_of_site();
        let near = || anchors.same(fragment).or_else(|| may_guess.then(|| anchors.nearest(fragment))?);
        (!is_known).then(|| near().map(str::to_owned))
    };
    let near = match other {
        None => has(own.get_or_init(|| doc.anchors()))?,
        Some(path) if is_markdown(path) => has(&*around.anchors(path)?)?,
        Some(_) => return None,
    };
    let place = other.map_or_else(|| "here".to_owned(), |path| format!("in `{path}`"));
    let label = match &near {
        Some(near) => format!("no heading {place} makes `#{fragment}`; one makes `#{near}`"),
        None => format!("no heading {place} makes `#{fragment}`"),
    };
    let joined = |it: &str| it.to_lowercase().replace('_', "-");
    let is_joined_otherwise = near.as_ref().is_some_and(|near| joined(near) == joined(fragment));
    let instead = near.map(|near| {
        let path = other.map(|path| tree::written(around, target, path)).unwrap_or_default();
        format!("{path}#{near}")
    });
    Some(Fault {
        label,
        question: Some("Which part is meant?".to_owned()),
        instead,
        is_joined_otherwise,
        ..Fault::default()
    })
}
