//! `pingless baseline`: what is there today becomes known, and only what comes after it is reported.

use std::collections::HashMap;
use std::path::Path;

use crate::cli::{self, InputArgs};
use crate::input;
use crate::report::{baseline as printer, closing, counted};
use crate::run::console::{complain, complain_unwritten, print, print_mistakes, say};
use crate::run::judge::{self, Wait};
use crate::run::known::{self, Known};
use crate::run::setup::{shown, shown_folder};
use crate::run::{Exit, finish, work};
use crate::settle::Report;
use crate::settle::baseline::Baseline;

pub fn run(args: &cli::Baseline) -> Exit {
    if args.paths.iter().any(|path| path == Path::new("-")) {
        return complain("standard input has no place in a baseline", "name files or folders, or none");
    }
    match write(args) {
        Ok(exit) | Err(exit) => exit,
    }
}

/// A baseline beside what is there today.
struct Today {
    known: Known,
    is_first: bool,
    /// What is known and still there, or was not looked at.
    living: Baseline,
    new: Baseline,
    stale: usize,
    /// Findings of texts that the file cannot speak of.
    outside: usize,
}

fn write(args: &cli::Baseline) -> Result<Exit, Exit> {
    let today = look(args)?;
    let name = shown(&today.known.file);
    let (next, told) = match decide(args, &name, &today) {
        Ok(decided) => decided,
        Err(exit) => return Ok(exit),
    };
    match next.map(|it| printer::print(&it)) {
        Some(text) if std::fs::read(&today.known.file).is_ok_and(|it| it == text.as_bytes()) => {
            print(&kept(&name, &today))
        }
        Some(text) => {
            if !is_as_read(args, &today)? {
                return Ok(complain(&format!("{name} was changed meanwhile: nothing is written"), "run it again"));
            }
            finish::save(&today.known.file, &input::whole(&text))
                .map_err(|error| complain_unwritten(&name, &error, "name a file that may be written"))?;
            print(&told);
        }
        None => print(&told),
    }
    if args.prune && today.new.count() > 0 {
        say(&format!("{} not taken in: `--accept-new` does it\n", counted(today.new.count(), "finding")));
    }
    Ok(Exit::Clean)
}

/// Judges everything, and holds it against the file.
fn look(args: &cli::Baseline) -> Result<Today, Exit> {
    let input = InputArgs { force_exclude: args.force_exclude, jobs: args.jobs, ..InputArgs::default() };
    let (mut setup, work) = work::begin(&args.rules, &input, &args.paths, args.color)?;
    let (file, root) = known::place(&mut setup, args.baseline.as_deref(), &args.paths)
        .map_err(|mistakes| print_mistakes(&mistakes, args.color))?;
    let old = known::read((file.clone(), root.clone()), &args.paths, &args.rules, args.color)?;
    let is_narrow = known::is_narrow(&args.rules);
    if old.is_none() && args.prune {
        let help = "leave out `--prune`: the first run writes it";
        return Err(complain(&format!("there is no baseline {}", shown(&file)), help));
    }
    if args.prune && is_narrow {
        let help = "leave out `--select`, `--ignore`, `--config` and `--isolated`";
        return Err(complain("what rules that do not run have found cannot be told from what is gone", help));
    }
    let is_first = old.is_none();
    let new = || {
        let is_part = known::is_part(&root, &args.paths);
        Known { file, root, baseline: Baseline::default(), is_narrow, is_part }
    };
    let known = old.unwrap_or_else(new);
    let mut report = judge::judge(work, &mut setup, Wait::Progress);
    let applied = known.apply(&mut report, None);
    say(&closing::notices(&report));
    if report.is_incomplete() {
        return Err(Exit::Wrong);
    }
    let rest = match () {
        _ if is_narrow => known.baseline.clone(),
        _ if known.is_part => unseen(&known, &report).and(&applied.lost),
        _ => unseen(&known, &report),
    };
    let stale = report.known.as_ref().map_or(0, |it| it.stale);
    let new = entries(&known, &report);
    let outside = report.findings().count() - new.count();
    Ok(Today { is_first, living: applied.living.or(&rest), new, stale, outside, known })
}

/// Whether the file still says what was read before everything was judged.
fn is_as_read(args: &cli::Baseline, today: &Today) -> Result<bool, Exit> {
    let Known { file, root, baseline, .. } = &today.known;
    let now = known::read((file.clone(), root.clone()), &args.paths, &args.rules, args.color)?;
    Ok(now.is_none_or(|it| !today.is_first && it.baseline == *baseline))
}

/// What is written, where anything is, and what is told; or how the run ends without that.
fn decide(args: &cli::Baseline, name: &str, today: &Today) -> Result<(Option<Baseline>, String), Exit> {
    let Today { is_first, living, new, stale, .. } = today;
    let count = new.count();
    let first = || format!("wrote {name}: {} known from now on\n", counted(count, "finding"));
    match () {
        _ if *is_first && count == 0 && today.outside > 0 => Err(astray(today)),
        _ if *is_first && count == 0 => Ok((None, "there is no finding: no baseline is needed\n".to_owned())),
        _ if *is_first => Ok((Some(new.clone()), first())),
        _ if args.accept_new => Ok((Some(living.clone().and(new)), told(name, count, *stale))),
        _ if args.prune => Ok((Some(living.clone()), told(name, 0, *stale))),
        _ if count > 0 => Err(refused(name, count, *stale)),
        _ if *stale > 0 => Ok((None, format!("{name}: {} no longer there\n{PRUNE}", counted(*stale, "finding")))),
        _ => Ok((None, kept(name, today))),
    }
}

/// What is told of a file that stays as it is.
fn kept(name: &str, today: &Today) -> String {
    match today.new.count() {
        0 => format!("{name} is as it should be: {}\n", counted(today.known.baseline.count(), "finding")),
        _ => format!("{name}: nothing in it is stale\n"),
    }
}

const PRUNE: &str = "nothing is written: `--prune` drops them\n";

/// What the report still holds, as entries.
fn entries(known: &Known, report: &Report) -> Baseline {
    let mut folders = HashMap::new();
    let mut new = Baseline::default();
    for document in &report.documents {
        if let Some(path) = known::path_in(&known.root, document, &mut folders) {
            new.take_in(&path, document);
        }
    }
    new
}

/// The entries of texts that are there and were not judged in this run.
fn unseen(known: &Known, report: &Report) -> Baseline {
    let mut folders = HashMap::new();
    let judged = report.documents.iter().filter_map(|it| known::path_in(&known.root, it, &mut folders));
    let judged: std::collections::HashSet<String> = judged.collect();
    known.baseline.of_paths(|path| !judged.contains(path) && known::is_there(&known.root, path))
}

/// Texts of several repositories were named.
fn astray(today: &Today) -> Exit {
    let root = shown_folder(&today.known.root);
    let message = format!("{} in texts that do not lie in {}", counted(today.outside, "finding"), root.display());
    complain(&message, "name the texts of one repository, or run it there")
}

fn refused(name: &str, new: usize, stale: usize) -> Exit {
    let message =
        format!("{name} does not know {}: nothing is written (+{new}/\u{2212}{stale})", counted(new, "finding"));
    complain(&message, "`pingless check` shows them: mend them, or take them in with `--accept-new`");
    Exit::Findings
}

fn told(name: &str, new: usize, stale: usize) -> String {
    format!("wrote {name}: +{new}/\u{2212}{stale}\n")
}
