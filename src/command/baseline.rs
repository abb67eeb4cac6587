//! `pingless baseline`: what is there today becomes known, and only what comes after it is reported.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use super::known::{self, Known};
use super::setup::shown;
use super::{Exit, check, complain, print, say, work};
use crate::cli;
use crate::report::{baseline as printer, summary};
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

fn write(args: &cli::Baseline) -> Result<Exit, Exit> {
    let (mut setup, work) = work::begin(&args.rules, &args.input, &args.paths, args.color)?;
    let (file, root) = known::place(&mut setup, args.baseline.as_deref(), args.color)?;
    let old = known::read(file.clone(), root.clone(), &args.rules, args.color)?;
    if old.is_none() && args.prune {
        let help = "leave out `--prune`: the first run writes it";
        return Err(complain(&format!("there is no baseline {}", shown(&file)), help));
    }
    let mut report = check::judge(work, &setup.catalog, false);
    let is_first = old.is_none();
    let is_narrow = known::is_narrow(&args.rules);
    let old = old.unwrap_or(Known { file, root, baseline: Baseline::default(), is_narrow });
    let applied = old.apply(&mut report, None);
    say(&summary::notices(&report));
    if report.notices.iter().any(|notice| notice.fatal) {
        return Err(Exit::Wrong);
    }
    let new = entries(&old, &report);
    let rest = if old.is_narrow { old.baseline.clone() } else { unseen(&old, &report) };
    let living = applied.living.and(rest);
    let name = shown(&old.file);
    let stale = report.known.as_ref().map_or(0, |it| it.stale);
    let (next, told) = match () {
        _ if is_first && new.count() == 0 => return Ok(done("there is no finding: no baseline is needed\n")),
        _ if is_first => (new.clone(), format!("wrote {name}: {} known from now on\n", findings(new.count()))),
        _ if args.accept_new => (living.and(new.clone()), told(&name, new.count(), stale)),
        _ if args.prune => (living, told(&name, 0, stale)),
        _ if new.count() > 0 => return Ok(refused(&name, &new, stale)),
        _ if stale > 0 => {
            return Ok(done(&format!("{}{}", format!("{} in {name} no longer there\n", findings(stale)), PRUNE)));
        }
        _ => return Ok(done(&format!("{name} is as it should be: {}\n", findings(old.baseline.count())))),
    };
    fs::write(&old.file, printer::print(&next)).map_err(|error| {
        complain(&format!("{name} cannot be written: {error}"), "check that the folder is there and may be written")
    })?;
    print(&told);
    if args.prune && new.count() > 0 {
        say(&format!("{} not taken in: `--accept-new` does it\n", findings(new.count())));
    }
    Ok(Exit::Clean)
}

const PRUNE: &str = "nothing is written: `--prune` drops the stale entries\n";

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
    known.baseline.of_paths(|path| !judged.contains(path) && known.root.join(path).exists())
}

fn done(text: &str) -> Exit {
    print(text);
    Exit::Clean
}

fn refused(name: &str, new: &Baseline, stale: usize) -> Exit {
    let message = format!(
        "{name} does not know {}: nothing is written (+{}/\u{2212}{stale})",
        findings(new.count()),
        new.count()
    );
    complain(&message, "`pingless check` shows them: mend them, or take them in with `--accept-new`");
    Exit::Findings
}

fn told(name: &str, new: usize, stale: usize) -> String {
    format!("wrote {name}: +{new}/\u{2212}{stale}\n")
}

fn findings(count: usize) -> String {
    if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") }
}
