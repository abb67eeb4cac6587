//! What a run has to do: its inputs, and what applies to each of them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::console::{complain, print_mistakes};
use super::setup::{Setup, shown};
use super::{Exit, finish, parallel, spare};
use crate::cli::{ColorArg, InputArgs, OutputArgs, RuleArgs};
use crate::config::{COMMAND_LINE, FailOn, Policy, did_you_mean};
use crate::input::{self, Input, Selection, Trouble};
use crate::rule::{Catalog, Mistake};
use crate::settle::Notice;
use crate::text::Source;

/// Reads catalog and configuration and finds the inputs. Where something is wrong with them, it is printed and the
/// run ends.
pub fn begin(rules: &RuleArgs, input: &InputArgs, paths: &[PathBuf], color: ColorArg) -> Result<(Setup, Work), Exit> {
    let mut setup = setup(paths, rules, input, color)?;
    let work = gather(&mut setup, paths, input).map_err(|mistakes| print_mistakes(&mistakes, color))?;
    Ok((setup, work))
}

/// What judges a text without a file: it obeys the configuration of the current folder.
pub struct Here {
    pub setup: Setup,
    pub policy: Policy,
    pub fail_on: Option<FailOn>,
}

/// Reads catalog and configuration for texts without a file. `given` are the files that are read for them.
pub fn here<'g>(
    rules: &RuleArgs,
    output: &OutputArgs,
    given: impl IntoIterator<Item = &'g PathBuf>,
) -> Result<Here, Exit> {
    let wrong = |mistakes: Vec<Mistake>| print_mistakes(&mistakes, output.color);
    let mut setup = Setup::new(rules).map_err(wrong)?;
    let fail_on = finish::fail_on(&mut setup, output)?;
    spare::spare(&output.output_file, &setup, None, given.into_iter().map(PathBuf::as_path))?;
    let policy = setup.policy(None).map_err(wrong)?;
    tell_idle(&mut setup, [&policy]);
    Ok(Here { setup, policy, fail_on })
}

/// Reads catalog and configuration.
pub fn setup(paths: &[PathBuf], rules: &RuleArgs, input: &InputArgs, color: ColorArg) -> Result<Setup, Exit> {
    parallel::share(input.jobs);
    let setup = Setup::of_texts(paths, rules).map_err(|mistakes| print_mistakes(&mistakes, color))?;
    if let Some(exit) = unknown_kind(&setup.catalog, input.kind.as_deref()) {
        return Err(exit);
    }
    Ok(setup)
}

/// A text to be judged, under the policy of its place.
pub struct Work {
    /// Neighbours share what applies to all of them.
    pub inputs: Vec<(Input, Arc<Policy>)>,
    /// The folders that were walked, as they really are.
    pub folders: Vec<PathBuf>,
    /// The same, as they were given.
    pub given: Vec<PathBuf>,
    pub stdin: Option<Piped>,
    pub troubles: Vec<Trouble>,
    /// What is wrong with templates, and that no rule is on. It never fails a run.
    pub notices: Vec<Notice>,
}

impl Work {
    /// What applies to each of the inputs.
    pub fn policies(&mut self) -> impl Iterator<Item = &mut Policy> {
        let stdin = self.stdin.as_mut().map(|(_, policy)| policy);
        self.inputs.iter_mut().map(|(_, policy)| Arc::make_mut(policy)).chain(stdin)
    }
}

/// What standard input held, and what applies to it.
type Piped = (Result<Source, Trouble>, Policy);

/// Finds the inputs and what applies to each of them. Standard input is one of them.
pub fn gather(setup: &mut Setup, paths: &[PathBuf], args: &InputArgs) -> Result<Work, Vec<Mistake>> {
    let (stdin, files): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| path == Path::new("-"));
    let selection = selection(&files, args);
    let given: Vec<PathBuf> = selection.paths.iter().filter(|it| it.is_dir()).cloned().collect();
    let folders = given.iter().map(|it| input::real(it)).collect();
    let mut mistakes: Vec<Mistake> = Vec::new();
    let (found, troubles) =
        input::collect(&selection, |name| setup.for_file(Path::new(name)).is_ok_and(|it| it.excludes(Path::new(name))));
    let mut inputs: Vec<(Input, Arc<Policy>)> = Vec::with_capacity(found.len());
    for input in found {
        match setup.policy(Some(input.path())) {
            Ok(policy) => {
                let policy = asserted(policy, args);
                let last = inputs.last().map(|(_, last)| last).filter(|last| ***last == policy);
                let policy = last.map_or_else(|| Arc::new(policy), Arc::clone);
                inputs.push((input.up_to(policy.largest), policy));
            }
            Err(found) => mistakes.extend(found.into_iter().filter(|it| !mistakes.contains(it)).collect::<Vec<_>>()),
        }
    }
    let stdin = if stdin.is_empty() { None } else { from_stdin(setup, args)? };
    tell_idle(setup, inputs.iter().map(|(_, it)| it.as_ref()).chain(stdin.as_ref().map(|(_, it)| it)));
    let notices = std::mem::take(&mut setup.templates.notices);
    if mistakes.is_empty() { Ok(Work { inputs, folders, given, stdin, troubles, notices }) } else { Err(mistakes) }
}

/// Tells of a run in which nothing is looked for. Somebody may mean it, and somebody else wonders why nothing is found.
pub fn tell_idle<'p>(setup: &mut Setup, policies: impl IntoIterator<Item = &'p Policy>) {
    let mut policies = policies.into_iter().peekable();
    let is_on = |policy: &Policy| setup.catalog.rules.iter().any(|rule| policy.enables(rule));
    if policies.peek().is_none() || policies.any(is_on) {
        return;
    }
    let notice = Notice {
        path: setup.file().map_or_else(|| COMMAND_LINE.to_owned(), shown),
        message: "no rule is on".to_owned(),
        help: "`pingless config` says what turns them off; `select` is the list of those that run".to_owned(),
        fatal: false,
    };
    if !setup.templates.notices.contains(&notice) {
        setup.templates.notices.push(notice);
    }
}

/// Which files a run over these paths reads.
pub fn selection(paths: &[PathBuf], args: &InputArgs) -> Selection {
    Selection { paths: paths.to_owned(), force_exclude: args.force_exclude, threads: args.jobs.min(parallel::MOST) }
}

/// Standard input under its name obeys what a file of that name would.
fn from_stdin(setup: &mut Setup, args: &InputArgs) -> Result<Option<Piped>, Vec<Mistake>> {
    let Some(name) = args.stdin_filename.as_deref().map(input::name_told) else {
        let policy = setup.policy(None)?;
        return Ok(Some((input::read_stdin(None, policy.largest), asserted(policy, args))));
    };
    let path = Path::new(&name);
    let scoped = setup.for_file(path)?;
    if args.force_exclude && (scoped.excludes(path) || input::is_ignored(Path::new(""), path)) {
        return Ok(None);
    }
    let policy = setup.policy(Some(path))?;
    Ok(Some((input::read_stdin(Some(&name), policy.largest), asserted(policy, args))))
}

/// What a report says of an input that could not be read. One that was named fails the run; others, where `is_strict`.
pub fn notice(trouble: Trouble, is_strict: bool) -> Notice {
    Notice { path: trouble.name, message: trouble.message, help: trouble.help, fatal: trouble.named || is_strict }
}

/// `--kind` is stronger than any configuration.
pub fn asserted(mut policy: Policy, args: &InputArgs) -> Policy {
    policy.kind = args.kind.clone().or(policy.kind);
    policy
}

/// The text, of the kind that its place or the command line asserts.
pub fn with_kind(mut source: Source, policy: &Policy) -> Source {
    source.kind = policy.kind.clone().or(source.kind);
    source
}

/// `--kind` must name a kind that a page defines.
pub fn unknown_kind(catalog: &Catalog, kind: Option<&str>) -> Option<Exit> {
    let kind = kind.filter(|kind| *kind != "none" && catalog.kind(kind).is_none())?;
    let all = catalog.kind_names().collect::<Vec<_>>().join(", ");
    let help = did_you_mean(kind, catalog.kind_names(), &format!("use one of {all}, none"));
    Some(complain(&format!("there is no kind `{kind}`"), &help))
}
