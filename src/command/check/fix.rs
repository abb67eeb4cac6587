//! `pingless check --fix` and `--diff`: what was found is mended, in the files or in a patch that is printed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::cli::Check;
use crate::config::Policy;
use crate::fix::{self, Mended, Outcome};
use crate::input::{self, Trouble};
use crate::report::closing;
use crate::report::diff::Patch;
use crate::rule::Catalog;
use crate::run::around::Trees;
use crate::run::console::{hand_over, print_mistakes, say};
use crate::run::setup::Setup;
use crate::run::work::{asserted, notice, with_kind};
use crate::run::{Exit, patch};
use crate::settle::{Checked, Fixes, Notice, Report};
use crate::text::{Kept, Origin, Source};

/// What is fixed: texts of files, or the one of standard input, which goes through unread where ignore files leave it out.
pub enum Place {
    /// Where each text lies whose name does not say it; nowhere, where two texts have one name.
    Files(HashMap<String, Option<PathBuf>>),
    /// As it came in.
    Stdin(String),
    Passed,
}

/// Mends the texts of the report, and says in the report what is left. With `--diff` the report stays as it is.
pub fn apply(
    report: &mut Report,
    setup: &mut Setup,
    args: &Check,
    place: &Place,
    trees: &Trees,
) -> Result<Vec<Patch>, Exit> {
    let mended = mend(report, setup, args, trees)?;
    let mut fixes = Fixes { are_applied: true, ..Fixes::default() };
    let mut patches = Vec::new();
    for (number, outcome) in mended {
        let document = &mut report.documents[number];
        match outcome {
            Outcome::Same => {}
            Outcome::Endless(rules) => report.notices.push(endless(&document.name, &rules)),
            Outcome::Mended(mended) => {
                let written = match place {
                    Place::Files(places) if !args.fixes.diff => write(document, places, &mended.text),
                    _ => Ok(()),
                };
                match written {
                    Err(notice) => report.notices.push(notice),
                    Ok(()) => {
                        fixes.fixed += mended.fixed;
                        fixes.files += 1;
                        patches.push(take(document, *mended, args.fixes.diff, place));
                    }
                }
            }
        }
    }
    report.fixes = Some(fixes);
    Ok(patches)
}

/// The documents of a report that have something to apply, by their numbers, and what came of each.
fn mend(report: &Report, setup: &mut Setup, args: &Check, trees: &Trees) -> Result<Vec<(usize, Outcome)>, Exit> {
    let which = args.fixes.which();
    let mut chosen: Vec<(usize, &Checked, Policy)> = Vec::new();
    for (number, document) in report.documents.iter().enumerate() {
        if document.findings.iter().any(|it| fix::applicable(it, document.text.text(), which).is_some()) {
            let path = (document.origin == Origin::File).then(|| Path::new(&document.name));
            let policy = setup.policy(path).map_err(|mistakes| print_mistakes(&mistakes, args.output.color))?;
            chosen.push((number, document, asserted(policy, &args.input)));
        }
    }
    let catalog = &setup.catalog;
    let mend = |(number, document, policy): (usize, &Checked, Policy)| {
        let judge = |text: &str| judge(document, text, trees, catalog, &policy);
        (number, fix::mend(document.text.text(), &document.findings, which, judge))
    };
    Ok(chosen.into_par_iter().map(mend).collect())
}

/// The text as the document that it is to become.
fn judge(document: &Checked, text: &str, trees: &Trees, catalog: &Catalog, policy: &Policy) -> Checked {
    let source = Source { origin: document.origin, ..Source::unnamed(&document.name, text) };
    trees.judge(&with_kind(trees.seated(source), policy), catalog, policy, &())
}

fn endless(name: &str, rules: &[String]) -> Notice {
    Notice {
        path: name.to_owned(),
        message: format!("fixes of {} undo each other: it is left as it was", rules.join(", ")),
        help: "mend it by hand, and tell us: it is our mistake".to_owned(),
        fatal: false,
    }
}

fn write(document: &Checked, places: &HashMap<String, Option<PathBuf>>, text: &str) -> Result<(), Notice> {
    let path = match places.get(document.name.as_str()) {
        None => Path::new(&document.name),
        Some(Some(path)) => path,
        Some(None) => {
            let message = "it cannot be written: another file is called the same here".to_owned();
            let help = "give one of them a name of plain letters".to_owned();
            return Err(Notice { path: document.name.to_string(), message, help, fatal: true });
        }
    };
    let named = |trouble| notice(Trouble { name: document.name.to_string(), ..trouble }, true);
    input::replace(path, document.text.text(), text).map_err(named)
}

impl Place {
    /// The bytes by which a text is called.
    fn bytes_of(&self, name: &str) -> Vec<u8> {
        let path = match self {
            Place::Files(places) => places.get(name).and_then(Option::as_deref),
            Place::Stdin(_) | Place::Passed => None,
        };
        patch::name_of(path.unwrap_or(Path::new(name)))
    }
}

/// The new text takes the place of the old one in the report, unless it is only shown.
fn take(document: &mut Checked, mended: Mended, is_shown: bool, place: &Place) -> Patch {
    let name = place.bytes_of(&document.name);
    if is_shown {
        return Patch { name, before: document.text.text().to_owned(), after: mended.text };
    }
    let text = if mended.checked.text.is_empty() { Kept::default() } else { mended.text.clone().into() };
    let before = std::mem::replace(document, Checked { text, ..mended.checked });
    Patch { name, before: before.text.text().to_owned(), after: mended.text }
}

/// Where the texts of files lie whose names do not say it.
pub fn places<'i>(inputs: impl Iterator<Item = &'i input::Input>) -> Place {
    let mut all: HashMap<String, Option<PathBuf>> = HashMap::new();
    for it in inputs {
        let is_first = !all.contains_key(it.name.as_str());
        all.insert(it.name.to_string(), is_first.then(|| it.path().to_owned()));
    }
    all.retain(|name, path| path.as_deref() != Some(Path::new(name)));
    Place::Files(all)
}

/// Prints what would change, and ends the run.
pub fn show(report: &Report, patches: &[Patch], args: &Check) -> Exit {
    if let Err(exit) = patch::put(&patches.iter().collect::<Vec<_>>(), &args.output) {
        return exit;
    }
    say(&closing::notices(report));
    if !args.output.quiet {
        say(&closing::would_fix(report, args.fixes.which()));
    }
    match report.is_incomplete() {
        true => Exit::Wrong,
        false if !patches.is_empty() && !args.output.exit_zero => Exit::Findings,
        false => Exit::Clean,
    }
}

/// The text of standard input, as it is now.
pub fn hand_back(before: &str, patches: &[Patch]) {
    hand_over(patches.first().map_or(before, |it| &it.after));
}
