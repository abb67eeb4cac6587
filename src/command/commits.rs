//! `pingless commits RANGE`: the messages that are there already.

use rayon::prelude::*;
use thin_vec::ThinVec;

use crate::cli::Commits;
use crate::config::Policy;
use crate::input::git::{Commit, Repository};
use crate::lint;
use crate::rule::Catalog;
use crate::run::authored::Authored;
use crate::run::console::{complain, say};
use crate::run::work::{self, Here};
use crate::run::{DEEPEN, Exit, finish};
use crate::settle::gate::Surface;
use crate::settle::{Checked, Notice, Report};
use crate::text::{Kept, Source};
use crate::words::commit;

pub fn run(args: &Commits) -> Exit {
    let Here { setup, policy, fail_on } = match work::here(&args.rules, &args.output, []) {
        Ok(here) => here,
        Err(exit) => return exit,
    };
    let mut run =
        Run { catalog: &setup.catalog, policy, report: Report::default(), waiting: Vec::new(), left: Left::default() };
    // A history needs no working tree.
    let repository = Repository::at(".");
    let mut end = None;
    let take = |it: Commit| {
        if it.is_end {
            end.get_or_insert_with(|| it.id.clone());
        }
        run.take(it);
    };
    if let Err(refusal) = repository.each_commit(&args.range, args.max_count, take) {
        let help = "name commits as `git log` understands them: `origin/main..HEAD`";
        return complain(&refusal.to_string(), refusal.cure(help));
    }
    run.judge();
    let Run { mut report, left, .. } = run;
    report.notices.extend(end.map(|end| cut(&args.range, &end)));
    let exit = finish::finish(&report, &setup.catalog, &args.output, Surface::New, fail_on);
    if !args.output.quiet {
        say(&left.told());
    }
    exit
}

/// How many commits are judged at once: enough for every core, and few enough to be held.
const AT_ONCE: usize = 512;

/// What is not known of a range within which a shallow clone ends.
fn cut(range: &str, end: &str) -> Notice {
    let message = format!(
        "this shallow clone ends within it, at {end}: earlier commits are not judged, and some of these may be outside of it"
    );
    Notice { path: range.to_owned(), message, help: DEEPEN.to_owned(), fatal: false }
}

struct Run<'c> {
    catalog: &'c Catalog,
    policy: Policy,
    report: Report,
    waiting: Vec<Commit>,
    left: Left,
}

/// Commits that are not judged.
#[derive(Default)]
struct Left {
    merges: usize,
    fixups: usize,
    bots: usize,
}

impl Run<'_> {
    fn take(&mut self, commit: Commit) {
        match Authored::of(&commit) {
            Authored::ByHand => {
                self.waiting.push(commit);
                if self.waiting.len() >= AT_ONCE {
                    self.judge();
                }
            }
            Authored::Merge => self.left.merges += 1,
            Authored::Bot => self.left.bots += 1,
            Authored::Fixup => self.left.fixups += 1,
        }
    }

    fn judge(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        let judged: Vec<Checked> = waiting.into_par_iter().map(|it| judged(it, self.catalog, &self.policy)).collect();
        self.report.documents.extend(judged);
    }
}

fn judged(commit: Commit, catalog: &Catalog, policy: &Policy) -> Checked {
    let name = commit::name(&commit.id, &commit.message);
    let source = Source { written: commit.written, ..commit::source(name, commit.message) };
    let checked = lint::check(&source, catalog, policy);
    // There may be a hundred thousand of them, and no printer of a report asks for these.
    let text = if checked.findings.is_empty() { Kept::default() } else { checked.text };
    Checked { slots: ThinVec::new(), text, ..checked }
}

impl Left {
    fn told(&self) -> String {
        let one = |count: usize, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{count} {many}")),
        };
        let parts = [
            one(self.merges, "merge", "merges"),
            one(self.fixups, "fixup", "fixups"),
            one(self.bots, "commit by a bot", "commits by bots"),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { String::new() } else { format!("left out: {}\n", parts.join(", ")) }
    }
}
