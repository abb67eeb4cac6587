//! `pingless check`: the straight line for every input, and one report.

mod against;
mod cache;
mod conflict;

use std::collections::HashMap;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use super::around::Trees;
use super::first;
use super::fix::{self, Place};
use super::known;
use super::linked;
use super::progress::Progress;
use super::setup::Setup;
use super::since::{self, Asked, Comparison};
use super::spare;
use super::timings::{Timings, Watch};
use super::work::{self, Work, notice, with_kind};
use super::{Exit, finish, parallel, pass_through, say};
use crate::cli::Check;
use crate::config::{FailOn, Policy};
use crate::input::{Input, Trouble};
use crate::link;
use crate::lint::{Beside, Detail};
use crate::report::cap::Cap;
use crate::report::{closing, next_steps};
use crate::rule::Catalog;
use crate::settle::gate::Surface;
use crate::settle::{Checked, Fixes, Keep, Notice, Report};
use crate::text::{Origin, Source};
use against::Judged;
use cache::{Asking, Cache};

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
    let asked = Asked { since, input, paths, known, is_strict, timings, color };
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
        let mut report = judged(&work, setup, &trees, timings, how, cache.as_ref());
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

/// What whoever waits for a run sees of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    Silent,
    Progress,
}

/// Reads and judges everything, in parallel; the order of the report is that of the names.
pub fn judge(work: Work, setup: &mut Setup, wait: Wait) -> Report {
    let how = How { is_strict: false, wants_progress: wait == Wait::Progress, keep: Keep::Reasons };
    judged(&work, setup, &Trees::default(), &Timings::default(), how, None)
}

/// How texts are judged.
#[derive(Debug, Clone, Copy)]
struct How {
    /// A text that cannot be read fails the run.
    is_strict: bool,
    wants_progress: bool,
    keep: Keep,
}

fn judged(work: &Work, setup: &mut Setup, trees: &Trees, timings: &Timings, how: How, cache: Option<&Cache>) -> Report {
    let wants_summaries = linked::is_wanted(&setup.catalog, work.inputs.iter().map(|(_, policy)| policy.as_ref()));
    let judge = Judge { catalog: &setup.catalog, trees, timings, keep: how.keep, wants_summaries, cache };
    let mut judged = judge.each(work, how.wants_progress);
    let stdin = work.stdin.as_ref().map(|(source, policy)| judge.piped(source.clone(), policy));
    let mut notices = against::hold(work, &mut judged, setup, trees, how.keep);
    judged.extend(stdin);
    notices.extend(judged.iter().filter_map(|it| Some(notice(it.as_ref().err()?.clone(), how.is_strict))));
    // Collected where they lie: thousands of them have no second place.
    let documents = judged.into_iter().filter_map(Result::ok).collect();
    let mut report = Report { documents, notices, ..Report::default() };
    report.notices.extend(work.troubles.iter().map(|trouble| notice(trouble.clone(), how.is_strict)));
    report.notices.extend(work.notices.iter().cloned());
    report.notices.extend(cache.and_then(Cache::notice));
    // A stable sort would want the room of a half of them, and no two files have one name.
    report.documents.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    report.notices.sort_by(|a, b| (&a.path, &a.message).cmp(&(&b.path, &b.message)));
    report
}

/// What judges texts as they lie on disk, and takes the time of it.
struct Judge<'j> {
    catalog: &'j Catalog,
    trees: &'j Trees,
    timings: &'j Timings,
    keep: Keep,
    /// Some rule looks at many texts.
    wants_summaries: bool,
    /// What was found before.
    cache: Option<&'j Cache>,
}

impl Judge<'_> {
    fn each(&self, work: &Work, wants_progress: bool) -> Vec<Judged> {
        let progress = Progress::new(work.inputs.len(), "texts", wants_progress);
        parallel::each(&work.inputs, |number, (input, policy)| {
            let checked = self.timings.watch(|watch| {
                let source = with_kind(self.trees.read(input)?, policy);
                Ok(self.one(number, input, &source, policy, watch))
            })?;
            progress.step();
            Ok(checked)
        })
    }

    fn one(&self, number: usize, input: &Input, source: &Source, policy: &Policy, watch: &Watch) -> Checked {
        let Self { catalog, trees, .. } = *self;
        let summary = if self.wants_summaries { Detail::Lean } else { Detail::None };
        let is_brief = self.keep != Keep::All && source.origin == Origin::File;
        let beside = Beside { summary, is_brief, ..Beside::default() };
        let mut checked = match self.cache {
            Some(cache) => cache.judge(number, &Asking { source, path: input.path(), policy, catalog, trees, beside }),
            None => trees.judge_beside(source, beside, catalog, policy, watch),
        };
        checked.keep(self.keep);
        checked
    }

    fn piped(&self, source: Result<Source, Trouble>, policy: &Policy) -> Judged {
        let source = with_kind(self.trees.seated(source?), policy);
        Ok(self.timings.watch(|watch| self.trees.judge(&source, self.catalog, policy, watch)))
    }
}
