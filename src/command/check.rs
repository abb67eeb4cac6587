//! `pingless check`: the straight line for every input, and one report.

mod conflict;
mod first;
mod fix;

use std::collections::HashMap;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use crate::cli::Check;
use crate::config::FailOn;
use crate::link;
use crate::report::cap::Cap;
use crate::report::{closing, next_steps};
use crate::rule::Catalog;
use crate::run::around::Trees;
use crate::run::console::{pass_through, say};
use crate::run::judge::cache::Cache;
use crate::run::judge::{self, How};
use crate::run::setup::Setup;
use crate::run::since::{self, Asked, Comparison};
use crate::run::timings::Timings;
use crate::run::work::{self, Work};
use crate::run::{Exit, finish, known, spare};
use crate::settle::gate::Surface;
use crate::settle::{Fixes, Keep, Notice, Report};
use fix::Place;

pub fn run(mut args: Check) -> Exit {
    let is_piped = args.paths.iter().any(|path| path == Path::new("-"));
    if let Some(exit) = conflict::between(&args, is_piped) {
        return exit;
    }
    // Standard output is for the text.
    args.output.is_aside = is_piped && args.fixes.fix && !args.fixes.diff;
    let args = &args;
    let ended = if args.since.diff_base.is_some() { only_new(args) } else { all(args, Vec::new()) };
    ended.unwrap_or_else(|exit| exit)
}

/// What the changed texts did not say before; where nobody knows what changed, all of it.
fn only_new(args: &Check) -> Result<Exit, Exit> {
    let color = args.output.color;
    let mut setup = work::setup(&args.paths, &args.rules, &args.input, color)?;
    let fail_on = finish::fail_on(&mut setup, &args.output)?;
    let selection = work::selection(&args.paths, &args.input);
    let texts = spare::met(&args.output.output_file, &mut setup, &selection);
    spare(args, &setup, texts.iter().map(PathBuf::as_path))?;
    let known = known::find(&mut setup, &args.known, &args.paths, &args.rules, color)?;
    let (since, input, paths) = (&args.since, &args.input, args.paths.as_slice());
    let timings = Timings::new(args.timings);
    let (known, is_strict, timings) = (known.as_ref(), args.strict_input, &timings);
    let asked = Asked { since, input, paths, known, is_strict, has_code: false, timings, color };
    match since::compare(&mut setup, &asked)? {
        Comparison::Known(mut it) => {
            timings.tell();
            let place = args.fixes.are_wanted().then(|| Place::Files(HashMap::new()));
            let is_linked = has_linked(&it.report, &setup.catalog);
            if let Some(exit) = mend(&mut it.report, &mut setup, args, place, &it.trees)? {
                return Ok(exit);
            }
            if is_linked
                && has_changed(&it.report)
                && let Comparison::Known(again) = since::compare(&mut setup, &asked)?
            {
                it.report = Report { fixes: it.report.fixes, ..again.report };
            }
            Ok(put(&it.report, &setup.catalog, args, it.surface, fail_on))
        }
        Comparison::Unknown(it) => all(args, vec![it.notice("everything is checked, also what is old")]),
    }
}

/// Everything that is there.
fn all(args: &Check, notices: Vec<Notice>) -> Result<Exit, Exit> {
    let color = args.output.color;
    let (setup, work) = work::begin(&args.rules, &args.input, &args.paths, color)?;
    // The program ends with it, and to give it back piece by piece takes longer than to judge a message.
    let mut setup = ManuallyDrop::new(setup);
    let fail_on = finish::fail_on(&mut setup, &args.output)?;
    spare(args, &setup, work.inputs.iter().map(|(it, _)| it.path()))?;
    let known = known::find(&mut setup, &args.known, &args.paths, &args.rules, color)?;
    let place = args.fixes.are_wanted().then(|| place(&work, args));
    let (timings, trees) = (Timings::new(args.timings), Trees::default());
    let how = How {
        is_strict: args.strict_input,
        wants_progress: args.output.wants_progress(),
        keep: match (args.fixes.are_wanted(), args.show_files || args.output.tells_reasons()) {
            (true, _) => Keep::All,
            (_, true) => Keep::Reasons,
            _ => Keep::Findings,
        },
    };
    // Whoever mends a text asks for more than is kept, and what was not judged takes no time.
    let is_kept = how.keep != Keep::All && !args.timings;
    let cache = is_kept.then(|| Cache::of(args, &work, &setup)).flatten();
    let look = |setup: &mut Setup, timings: &Timings| {
        let mut report = judge::as_asked(&work, setup, &trees, timings, how, cache.as_ref());
        report.notices.extend(notices.iter().cloned());
        if let Some(known) = &known {
            known.apply(&mut report, None);
        }
        report
    };
    let mut report = look(&mut setup, &timings);
    timings.tell();
    let is_linked = has_linked(&report, &setup.catalog);
    if let Some(exit) = mend(&mut report, &mut setup, args, place, &trees)? {
        return Ok(exit);
    }
    if is_linked && has_changed(&report) {
        report = Report { fixes: report.fixes, ..look(&mut setup, &Timings::default()) };
    }
    if known.is_none() && first::is_first(&mut setup, args) && !args.show_files && !args.statistics {
        return Ok(put_first(&report, &setup.catalog, args, fail_on));
    }
    Ok(put(&report, &setup.catalog, args, Surface::Tree, fail_on))
}

/// No report goes in the place of what it is made of.
fn spare<'t>(args: &Check, setup: &Setup, texts: impl Iterator<Item = &'t Path>) -> Result<(), Exit> {
    spare::spare(&args.output.output_file, setup, args.known.baseline.as_deref(), texts)
}

/// Whether anything was found among many texts: a text that is mended says nothing of that by itself.
fn has_linked(report: &Report, catalog: &Catalog) -> bool {
    report.findings().any(|(_, it)| catalog.rule(&it.rule).is_some_and(link::is_of_corpus))
}

/// Whether fixes changed a file.
fn has_changed(report: &Report) -> bool {
    report.fixes.is_some_and(|it| it.files > 0)
}

/// Where the texts are that fixes go to.
fn place(work: &Work, args: &Check) -> Place {
    let stdin = work.stdin.as_ref().and_then(|(source, _)| source.as_ref().ok());
    match stdin {
        Some(source) => Place::Stdin(source.text.clone()),
        None if args.output.is_aside && work.stdin.is_none() => Place::Passed,
        None => fix::places(work.inputs.iter().map(|(input, _)| input)),
    }
}

/// Applies fixes where they are asked for. Where they are only shown, the run ends with that.
fn mend(
    report: &mut Report,
    setup: &mut Setup,
    args: &Check,
    place: Option<Place>,
    trees: &Trees,
) -> Result<Option<Exit>, Exit> {
    report.fixes = Some(Fixes::default());
    let Some(place) = &place else { return Ok(None) };
    let patches = fix::apply(report, setup, args, place, trees)?;
    if args.fixes.diff {
        return Ok(Some(fix::show(report, &patches, args)));
    }
    match place {
        Place::Stdin(text) => fix::hand_back(text, &patches),
        Place::Passed => pass_through(),
        Place::Files(_) => {}
    }
    Ok(None)
}

/// A little of what is there, and what to do next.
fn put_first(report: &Report, catalog: &Catalog, args: &Check, fail_on: Option<FailOn>) -> Exit {
    let exit = finish::present(report, catalog, &args.output, Surface::Tree, fail_on, Cap::FIRST);
    if first::is_told(args) {
        say(&next_steps(report));
    }
    exit
}

fn put(report: &Report, catalog: &Catalog, args: &Check, surface: Surface, fail_on: Option<FailOn>) -> Exit {
    if args.show_files || args.statistics {
        return list(report, args, surface, fail_on);
    }
    // Whoever names rules wants to see each of their places.
    match surface == Surface::Tree && report.since.is_none() && !args.rules.select.is_empty() {
        true => finish::present(report, catalog, &args.output, surface, fail_on, Cap { collapses: false, ..Cap::TREE }),
        false => finish::finish(report, catalog, &args.output, surface, fail_on),
    }
}

/// The files, or how often each rule fired, in place of the findings.
fn list(report: &Report, args: &Check, surface: Surface, fail_on: Option<FailOn>) -> Exit {
    let text = if args.show_files { closing::files(report) } else { closing::statistics(report) };
    if let Err(exit) = finish::put(&text, &args.output) {
        return exit;
    }
    say(&closing::notices(report));
    if !args.output.quiet && !args.show_files {
        say(&closing::print(report));
    }
    match args.show_files {
        true if report.is_incomplete() => Exit::Wrong,
        true => Exit::Clean,
        false => finish::exit(report, &args.output, surface, fail_on),
    }
}
