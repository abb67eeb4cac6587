//! Texts as they lie on disk, judged in parallel and held against each other: one report.

mod against;
pub mod cache;

use super::around::Trees;
use super::linked;
use super::parallel;
use super::progress::Progress;
use super::setup::Setup;
use super::timings::{Timings, Watch};
use super::work::{Work, notice, with_kind};
use crate::config::Policy;
use crate::input::{Input, Trouble};
use crate::lint::{Beside, Detail};
use crate::rule::Catalog;
use crate::settle::{Checked, Keep, Report};
use crate::text::{Origin, Source};
use against::Judged;
use cache::{Asking, Cache};

/// What whoever waits for a run sees of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    Silent,
    Progress,
}

/// Reads and judges everything, in parallel; the order of the report is that of the names.
pub fn judge(work: Work, setup: &mut Setup, wait: Wait) -> Report {
    let how = How { is_strict: false, wants_progress: wait == Wait::Progress, keep: Keep::Reasons };
    as_asked(&work, setup, &Trees::default(), &Timings::default(), how, None)
}

/// How texts are judged.
#[derive(Debug, Clone, Copy)]
pub struct How {
    /// A text that cannot be read fails the run.
    pub is_strict: bool,
    pub wants_progress: bool,
    pub keep: Keep,
}

/// The same, as it is asked for: with a clock beside it, or with what was found before.
pub fn as_asked(
    work: &Work,
    setup: &mut Setup,
    trees: &Trees,
    timings: &Timings,
    how: How,
    cache: Option<&Cache>,
) -> Report {
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
