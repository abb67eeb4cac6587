//! What a change brings: the texts of a base and of a head, judged and compared. `check --diff-base` and `pr` ask here.

mod against;
mod chosen;
mod inside;
mod lost;
pub mod range;
mod texts;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Exit;
use super::around::Trees;
use super::console::{complain, print_mistakes};
use super::known::Known;
use super::linked::Neighbour;
use super::setup::{Naming, Setup};
use super::timings::Timings;
use super::work::{notice, with_kind};
use crate::change::Change;
use crate::cli::{ColorArg, InputArgs, SinceArgs};
use crate::config::Policy;
use crate::input;
use crate::input::git::{Changed, Commit, Head, INCOMPLETE, Refusal, Repository};
use crate::link::Linked;
use crate::lint::{Beside, Detail};
use crate::rule::Catalog;
use crate::settle::gate::Surface;
use crate::settle::since::{self, Pair, Since};
use crate::settle::{Checked, Report};
use crate::text::Source;
use crate::words::commit;
use against::Ground;
use lost::Lost;
use range::{Range, Unknown};
use texts::Texts;

/// What is to be compared.
pub struct Asked<'a> {
    pub since: &'a SinceArgs,
    pub input: &'a InputArgs,
    pub paths: &'a [PathBuf],
    /// What is known from before, although the base may not have it.
    pub known: Option<&'a Known>,
    /// Every text that cannot be read fails the run.
    pub is_strict: bool,
    /// What changed in code is read as well.
    pub has_code: bool,
    pub timings: &'a Timings,
    pub color: ColorArg,
}

/// What came of it.
pub enum Comparison {
    Known(Box<Compared>),
    /// This clone does not have the base: nobody can say what changed.
    Unknown(Unknown),
}

/// The changed texts with their new findings, and the change itself.
pub struct Compared {
    pub report: Report,
    pub change: Change,
    pub surface: Surface,
    repository: Repository,
    /// The commits of the change, as git takes them.
    commits: String,
    /// What stands around the changed texts.
    pub trees: Trees,
}

/// So many commits of a base show how it takes changes in.
const ENOUGH: usize = 20;

impl Compared {
    /// Whether most of what the base took in last are pull requests of one commit, named by their number.
    pub fn is_squashed(&self) -> bool {
        let base = self.report.since.as_ref().map_or("HEAD", |it| it.commit.as_str());
        let (mut all, mut squashed) = (0, 0);
        let count = |it: Commit| {
            all += 1;
            squashed += usize::from(it.parents == 1 && commit::is_squashed(&it.message));
        };
        self.repository.each_commit(base, Some(ENOUGH), count).is_ok() && squashed * 2 > all
    }

    /// The commits of the change, the newest first.
    pub fn commits(&self) -> Result<Vec<Commit>, Refusal> {
        let mut commits = Vec::new();
        self.repository.each_commit(&self.commits, None, |it| commits.push(it))?;
        // Where a shallow clone ends, nobody knows whether a commit is one of the change.
        commits.retain(|it| !it.is_end);
        Ok(commits)
    }
}

/// Compares what was asked for. What is wrong with it is printed.
pub fn compare(setup: &mut Setup, asked: &Asked) -> Result<Comparison, Exit> {
    let base = asked.since.diff_base.as_deref().unwrap_or("HEAD");
    let folder = chosen::folder(asked.paths)?;
    let around = Repository::around(&folder).or_else(|refusal| {
        // A hook has GIT_DIR set, relative to the folder in which it runs.
        if std::env::var_os("GIT_DIR").is_some() { Repository::around(Path::new(".")) } else { Err(refusal) }
    });
    let cure = |refusal: &Refusal| match refusal {
        Refusal::NotInstalled => "install it: `--diff-base` reads the base through it",
        it if it.is_no_repository() => "run it in a repository, or leave `--diff-base` out",
        it => it.cure("run it in a repository with a working tree"),
    };
    let repository = around.map_err(|refusal| complain(&refusal.to_string(), cure(&refusal)))?;
    let range = match range::find(&repository, base, asked.since.head.as_deref())? {
        Ok(range) => range,
        Err(unknown) => return Ok(Comparison::Unknown(unknown)),
    };
    let failed = |refusal: Refusal| complain(&refusal.to_string(), refusal.cure(INCOMPLETE));
    let mut changed = repository.changed(&range.base, range.head.as_deref()).map_err(failed)?;
    let mut change = inside::change(&changed);
    let mut objects = repository.objects().map_err(failed)?;
    if asked.has_code {
        inside::read(&mut change, &changed, &repository, &mut objects).map_err(failed)?;
    }
    let root = input::real(&repository.root);
    if range.head.is_none() {
        let named = chosen::ignored(&repository, asked.paths, &root, &changed).map_err(failed)?;
        changed.extend(repository.untracked(&named).map_err(failed)?.into_iter().map(untracked_file));
    }
    let paths: Vec<String> = changed.iter().map(|it| String::from_utf8_lossy(&it.path).into_owned()).collect();
    let tree_of = |commit| Trees::of(&root, commit);
    let sides = Sides { before: tree_of(Some(&range.base)), after: tree_of(range.head.as_deref()) };
    let lost = sides.lost(&changed, asked.paths, &root);
    let is_there = |path: &Path| sides.has(&root, path);
    let chosen = chosen::choose(setup, asked, &root, changed, &is_there);
    let (chosen, troubles) = chosen.map_err(|mistakes| print_mistakes(&mistakes, asked.color))?;
    let texts =
        chosen.into_iter().map(|it| Texts::read(it, &mut objects, asked.is_strict)).collect::<Result<Vec<_>, _>>();
    let by = Judge { catalog: &setup.catalog, timings: asked.timings, sides: &sides };
    let mut halves: Vec<Half> = texts.map_err(failed)?.into_par_iter().map(|it| Half::of(it, &by)).collect();
    let naming = Naming::like(asked.paths);
    let ground = Ground { sides: &sides, timings: asked.timings, root: &root, changed: &paths, naming, lost: &lost };
    against::hold(&mut halves, setup, &ground);
    let by = Judge { catalog: &setup.catalog, timings: asked.timings, sides: &sides };
    let (mut report, old) = judge(halves, &by, &range, base);
    let trees = sides.after;
    if let Some(known) = asked.known {
        known.apply(&mut report, Some(old));
    }
    report.notices.extend(troubles.into_iter().map(|it| notice(it, asked.is_strict)));
    report.notices.append(&mut setup.templates.notices);
    report.notices.extend(range.notice);
    report.notices.sort_by(|a, b| (&a.path, &a.message).cmp(&(&b.path, &b.message)));
    let commits = format!("{}..{}", range.base, range.head.as_deref().unwrap_or("HEAD"));
    Ok(Comparison::Known(Box::new(Compared { report, change, surface: range.surface, repository, commits, trees })))
}

fn untracked_file(path: Vec<u8>) -> Changed {
    Changed { path, moved_from: None, base: None, head: Some(Head::Disk(None)), added: None, deleted: None }
}

/// What stands around the texts. A file that is gone from the head was there at the base: what a text says of it is new.
struct Sides {
    before: Trees,
    after: Trees,
}

impl Sides {
    /// Whether a path from the root is one of a file or a folder on either side.
    fn has(&self, root: &Path, path: &Path) -> bool {
        let path = input::name_of(path);
        let is_in = |side: &Trees| side.tree(root).is_some_and(|tree| tree.entry(&path).is_some());
        path.is_empty() || is_in(&self.after) || is_in(&self.before)
    }

    /// What a change takes away in the repository at `root`, beside paths that were asked for.
    fn lost(&self, changed: &[Changed], paths: &[PathBuf], root: &Path) -> Lost {
        let (Some(before), Some(after)) = (self.before.tree(root), self.after.tree(root)) else {
            return Lost::default();
        };
        let asked = paths.iter().filter_map(|it| Some(input::real(it).strip_prefix(root).ok()?.to_owned()));
        Lost::of(changed, asked.collect(), &before, &after)
    }
}

/// What judges each text among the files of its side, and takes the time of it.
struct Judge<'j> {
    catalog: &'j Catalog,
    timings: &'j Timings,
    sides: &'j Sides,
}

impl Judge<'_> {
    fn check(&self, source: &Source, trees: &Trees, policy: &Policy, beside: Beside) -> Checked {
        self.timings.watch(|watch| trees.judge_beside(source, beside, self.catalog, policy, watch))
    }

    fn check_linked(&self, source: &Source, trees: &Trees, policy: &Policy, linked: Option<&Linked>) -> Checked {
        self.check(source, trees, policy, Beside { linked, ..Beside::default() })
    }
}

/// A text whose head is judged.
struct Half {
    texts: Texts,
    head: Option<Checked>,
    /// What was found in its base among all others, where that matters.
    before: Option<Linked>,
    /// The change does not touch it, or it is no document: it stands around the others.
    stands: Option<Stands>,
}

/// As what a text stands around others.
#[derive(Debug, Clone, Copy)]
struct Stands {
    is_plain: bool,
    is_led: bool,
}

impl Half {
    fn of(mut texts: Texts, judge: &Judge) -> Self {
        let head = texts.head.take().map(|source| with_kind(source, &texts.chosen.policy));
        let wanted = Beside { summary: Detail::Whole, before: texts.base.as_ref(), ..Beside::default() };
        let checked = head.as_ref().map(|it| judge.check(it, &judge.sides.after, &texts.chosen.policy, wanted));
        texts.head = head;
        Self { texts, head: checked, before: None, stands: None }
    }

    /// Judges the head by what is found in it among all others.
    fn judge_linked(&mut self, now: Option<Linked>, before: Option<Linked>, judge: &Judge) {
        let (Some(now), Some(source)) = (now, &self.texts.head) else { return };
        let beside = Beside { linked: Some(&now), before: self.texts.base.as_ref(), ..Beside::default() };
        self.head = Some(judge.check(source, &judge.sides.after, &self.texts.chosen.policy, beside));
        self.before = before;
    }

    /// Whether anything in the head may have been there before.
    fn has_to_compare(&self) -> bool {
        self.head.as_ref().is_some_and(|it| !it.findings.is_empty() || !it.exceptions.is_empty())
    }

    fn base(&self, judge: &Judge) -> Option<(Checked, &str)> {
        let (source, policy) = (self.texts.base.as_ref()?, &self.texts.chosen.policy_before);
        if let Some(Stands { is_plain, is_led }) = self.stands {
            let linked = self.before.clone().unwrap_or_default();
            let (source_then, policy) = (source.clone(), policy.clone());
            let then = Neighbour { source: source_then, policy, is_plain, is_asked: false, is_led };
            return Some((then.judge(&linked, judge.catalog, &judge.sides.before), &source.text));
        }
        let source_then = with_kind(source.clone(), policy);
        let checked = judge.check_linked(&source_then, &judge.sides.before, policy, self.before.as_ref());
        Some((checked, &source.text))
    }

    fn text(&self) -> &str {
        self.texts.head.as_ref().map_or("", |source| &source.text)
    }
}

/// The report, and for each of its documents what was there before. The base of a text is judged only where it may
/// matter: where its head has findings, or another has some that may have come from it.
fn judge(mut halves: Vec<Half>, judge: &Judge, range: &Range, base: &str) -> (Report, Vec<HashMap<String, usize>>) {
    let compared = |half: &mut Half| {
        let has_to = half.has_to_compare();
        let head = half.head.take();
        let base = if has_to { half.base(judge) } else { None };
        let pair = since::compare(base.as_ref().map(|(it, text)| (it, *text)), head.map(|it| (it, half.text())));
        (pair, has_to)
    };
    let (mut pairs, are_compared): (Vec<Pair>, Vec<bool>) = halves.par_iter_mut().map(compared).unzip();
    if pairs.iter().any(Pair::has_new) {
        let rest = pairs.par_iter_mut().zip(&halves).zip(are_compared).filter(|(_, is_compared)| !is_compared);
        rest.for_each(|((pair, half), _)| pair.came_from(half.base(judge).as_ref().map(|(it, text)| (it, *text))));
    }
    since::take_out_moved(&mut pairs, |number| halves[number].text());
    let mut report = Report::default();
    report.notices.extend(halves.iter_mut().flat_map(|half| std::mem::take(&mut half.texts.troubles)));
    let mut since = Since { base: base.to_owned(), commit: range.base.clone(), ..Since::default() };
    let mut documents = Vec::new();
    for (half, pair) in halves.iter().zip(pairs) {
        // It was looked at for what is new alone.
        if half.stands.is_some_and(|it| it.is_led) && !pair.has_new() {
            continue;
        }
        since.old += pair.old.values().sum::<usize>();
        report.allows.extend(pair.allows);
        documents.extend(pair.head.map(|document| (document, pair.old)));
    }
    documents.sort_by(|a, b| a.0.name.cmp(&b.0.name));
    let (documents, old) = documents.into_iter().unzip();
    report.documents = documents;
    report.since = Some(since);
    (report, old)
}
