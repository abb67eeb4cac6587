//! `rules/refer/broken-local-link.md`

use std::collections::HashMap;

use crate::change::{Sort, Sorts};
use crate::document::{Document, Link};
use crate::finding::{Findings, Flag};
use crate::text::Span;
use crate::tree::{self, Around, Fault, Keeper, LostFile, LostHeading, Moved, Offers, Targets};
use crate::words::address::local::{self, Local};
use crate::words::english::bygone;
use crate::words::{export, file_name, generated};

/// Of so many that are lost it is looked for a name that is nearly theirs, which takes a look at each file or heading.
const MOST_GUESSED: usize = 100;

/// Targets from which on a text whose every file is missing was written to be read elsewhere.
const MANY: usize = 3;

pub fn check(doc: &Document, around: &Around, found: &mut Findings) {
    ask_of_cut(doc, around, found);
    let Some((flags, is_of_elsewhere)) = faults(doc, around) else { return };
    // Once is a slip; whoever does it again writes for a program that joins words in another way.
    let are_joined_otherwise = flags.iter().filter(|(_, fault, _)| is_joined_otherwise(fault)).count() > 1;
    let have_moved = is_of_elsewhere && have_moved(&flags);
    let offers = Offers::new(doc, around);
    for (link, fault, further) in flags {
        let lost = if let Fault::File(it) = &fault { Some(it) } else { None };
        // A text that seems to be read elsewhere may miss a file that this repository had, or has under another name.
        let removed_by =
            lost.filter(|it| is_of_elsewhere && !is_as_written(link, it)).and_then(|it| around.removed(&it.path));
        let was_here = removed_by.is_some() || have_moved && lost.is_some_and(|it| it.meant.is_some());
        let flag = found.flag(link.span, label(link, &fault, removed_by));
        for span in further {
            flag.and(span, "and here");
        }
        // Minutes are begun with places for what was to be shown, and often nothing was.
        let is_place = matches!(fault, Fault::Nowhere)
            && link.target.is_empty()
            && (doc.is_minutes() || doc.at(link.span).contains("YYYY"));
        let is_doubtful = is_place
            || lost.is_some_and(|it| it.is_doubtful)
            || fault.is_of_file() && is_of_elsewhere && !was_here
            || are_joined_otherwise && is_joined_otherwise(&fault);
        say(flag, &fault, is_doubtful);
        if let Some(edits) = offers.edits(link, &fault) {
            flag.suggest_all(format!("write {}", edits[0].1), edits);
        }
    }
}

/// Whether a file lies at the root as its target is written: whoever reads the text there misses nothing that was taken away.
fn is_as_written(link: &Link, lost: &LostFile) -> bool {
    let meant = lost.meant.as_ref().map(|it| it.path.as_str());
    let rest = meant.and_then(|it| link.target.trim_start_matches("./").strip_prefix(it));
    rest.is_some_and(|it| it.is_empty() || it.starts_with([':', '#', '?']))
}

/// Links that a blank cuts: they are shown as they are written, and lead nobody to what is there.
fn ask_of_cut(doc: &Document, around: &Around, found: &mut Findings) {
    let links = doc.cut_links();
    if links.is_empty() || is_not_asked(doc, around) {
        return;
    }
    let targets = Targets::new(doc, around);
    for link in links {
        let Some(whole) = targets.uncut(&link) else { continue };
        let flag = found.flag(link.span, "a blank ends an address, so this is no link");
        flag.asks("Where does it lead?").fix(format!("write {whole}"), link.place, whole);
    }
}

fn is_joined_otherwise(fault: &Fault) -> bool {
    matches!(fault, Fault::Heading(it) if it.is_joined_otherwise)
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
    let targets = Targets::new(doc, around);
    let written_by_program = generated::people(doc.text());
    for link in doc.links() {
        let Some((without_scheme, target)) = aim(doc, link, around) else { continue };
        // Of those that lead nowhere each has words of its own.
        if let Some(place) = faults.get(link.target.as_str()).filter(|_| !local::leads_nowhere(&link.target)) {
            flags[*place].2.push(link.span);
            continue;
        }
        if doc.is_code(link) || written_by_program.is_some_and(|it| it.contains(link.span)) {
            continue;
        }
        let may_guess = flags.len() < MOST_GUESSED;
        let fault = without_scheme.or_else(|| targets.fault(link, target.as_ref()?, may_guess));
        let has_path = target.as_ref().is_some_and(|it| !it.path.is_empty());
        let Some(fault) = fault else {
            reached.extend(target.filter(|_| has_path));
            continue;
        };
        if is_not_asked(doc, around) {
            return None;
        }
        if around.kept_by() == Some(Keeper::Site) && !is_missed_by_site(around, target.as_ref(), &fault) {
            continue;
        }
        has_file |= matches!(fault, Fault::Heading(_)) && has_path;
        if fault.is_of_file() && is_said_to_be_gone(doc, link) || is_shown(doc, link) {
            continue;
        }
        missed += usize::from(fault.is_of_file());
        let place = match &fault {
            Fault::File(file) => *lost.entry(file.path.clone()).or_insert(flags.len()),
            // One place gets one question, however many lead there.
            Fault::Nowhere => *lost.entry(link.target.clone()).or_insert(flags.len()),
            _ => flags.len(),
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

/// What a link leads to in the repository, or which scheme it lacks; none where it leads to another site, or is written out.
fn aim(doc: &Document, link: &Link, around: &Around) -> Option<(Option<Fault>, Option<Local>)> {
    // `<ada@example.org>`
    let is_written_out = link.span.contains(link.place) && link.span.len() <= link.place.len() + "<>".len();
    if is_written_out {
        return None;
    }
    // [`lamps.io`](lamps.io) is the page of a module that a program writes.
    let is_module = || doc.at(link.text).trim_matches('`') == link.target && doc.at(link.text).starts_with('`');
    let unschemed = || tree::unschemed(around, &link.target).filter(|_| !is_module());
    let scheme = tree::misspelt(&link.target).or_else(unschemed);
    let target = local::parse(&link.target);
    (scheme.is_some() || target.is_some()).then_some((scheme, target))
}

/// Whether a target leads nowhere for every program that makes a site as well.
fn is_missed_by_site(around: &Around, target: Option<&Local>, fault: &Fault) -> bool {
    matches!(fault, Fault::Nowhere | Fault::Scheme { .. } | Fault::NoScheme { .. })
        || target.is_some_and(|it| tree::is_missed(around, it, fault.is_of_file()))
}

/// Whether the words beside a link say that what it names was taken away: nobody has to ask where it is.
fn is_said_to_be_gone(doc: &Document, link: &Link) -> bool {
    let (before, behind) = doc.words_beside(link);
    bygone::is_kept_out(behind) || doc.is_english() && bygone::is_said_around(before, behind)
}

/// "`[a door](Example.md)` is shown as [a door](Example.md)": whether a link only shows how such a one looks.
fn is_shown(doc: &Document, link: &Link) -> bool {
    let (before, behind) = doc.words_beside(link);
    let written = format!("`{}`", doc.at(link.span));
    let line = behind.lines().next().unwrap_or_default();
    before.contains(&written) || line.contains(&written)
}

/// Whether all files that are missed and may be found lie in one folder of another name.
fn have_moved(flags: &[Found]) -> bool {
    let moved = flags.iter().filter_map(|(link, fault, _)| {
        let Fault::File(lost) = fault else { return None };
        let written = link.target.split(['#', '?']).next().unwrap_or_default();
        let written = written.trim_start_matches("../").trim_start_matches("./");
        Some(Moved { written, from: &lost.path, to: &lost.meant.as_ref()?.path })
    });
    tree::are_together(moved, MANY)
}

/// What is shown below a link. The commit that took its file away is told where nobody knows another one.
fn label(link: &Link, fault: &Fault, removed_by: Option<&str>) -> String {
    match fault {
        Fault::Scheme { slip, .. } => format!("`{slip}` is no scheme"),
        Fault::NoScheme { missing, .. } => format!("without `{missing}` it is the name of a file"),
        Fault::Nowhere if link.target.is_empty() => "its address is empty".to_owned(),
        Fault::Nowhere => format!("`{}` leads nowhere", link.target),
        Fault::File(LostFile { meant: Some(meant), is_cut: true, .. }) => {
            format!("the `#` in the name of `{}` ends the address", meant.path)
        }
        Fault::File(LostFile { path, meant: Some(meant), .. }) => meant.label(path),
        Fault::File(LostFile { path, .. }) => match removed_by {
            Some(commit) => format!("there is no `{path}` since {commit}"),
            None => format!("there is no `{path}`"),
        },
        Fault::Heading(LostHeading { fragment, page, near, .. }) => {
            let place = page.as_ref().map_or_else(|| "here".to_owned(), |path| format!("in `{path}`"));
            let near = near.as_ref().map(|near| format!("; one makes `#{near}`")).unwrap_or_default();
            format!("no heading {place} makes `#{fragment}`{near}")
        }
    }
}

fn say(flag: &mut Flag, fault: &Fault, is_doubtful: bool) {
    match fault {
        Fault::Scheme { .. } | Fault::NoScheme { .. } | Fault::Nowhere => _ = flag.asks("Where does it lead?"),
        Fault::Heading(_) => _ = flag.asks("Which part is meant?"),
        Fault::File(_) => {}
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
