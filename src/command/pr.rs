//! `pingless pr`: what a pull request says, held against what it changes. One run, one report.

mod commits;
mod fill;
mod local;
mod said;

use crate::cli::Pr;
use crate::config::Policy;
use crate::lint::{self, Beside};
use crate::payload::PullRequest;
use crate::report::escape;
use crate::rule::Catalog;
use crate::run::console::{complain, say};
use crate::run::work::{self, Here};
use crate::run::{Exit, finish};
use crate::settle::gate::Surface;
use crate::settle::since::NewAllow;
use crate::settle::{Checked, Report, manners};

pub fn run(args: &Pr) -> Exit {
    match judged(args) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn judged(args: &Pr) -> Result<Exit, Exit> {
    let given = [&args.event, &args.live, &args.gh, &args.body].into_iter().flatten();
    if args.fill && (args.output.names_another_form() || !args.output.output_file.is_empty()) {
        let help = "leave out `--fill`, or send what it prints into a file, as in `> body.md`";
        return Err(complain("`--fill` prints the body, and writes no report", help));
    }
    let Here { mut setup, policy, fail_on } = work::here(&args.rules, &args.output, given)?;
    let (mut asked, notices) = said::read(args)?;
    let manners = &policy.pull_request;
    let skipped = manners.skips(&asked.change);
    let mut report = Report::default();
    let mut surface = Surface::New;
    if skipped.is_none() || args.fill {
        let local = local::compare(&mut setup, args)?;
        if let Some(local) = local {
            surface = local.surface;
            asked.change.is_cut &= local.files.is_none();
            asked.change.files = local.files.or(asked.change.files);
            asked.commits = local.commits.or(asked.commits);
            report = local.report;
        }
        manners.equip(&mut asked.change);
    }
    report.notices.extend(notices);
    report.notices.append(&mut setup.templates.notices);
    if args.fill {
        say(&crate::report::closing::notices(&report));
        let exit = fill::run(&asked, &setup.catalog, &policy);
        return Ok(if report.is_incomplete() { Exit::Wrong } else { exit });
    }
    if skipped.is_none() {
        let mut words = words(&asked, &setup.catalog, &policy);
        let allows: Vec<NewAllow> = words.iter().flat_map(|it| NewAllow::all(it, |_| true)).collect();
        report.allows.splice(..0, allows);
        words.append(&mut report.documents);
        report.documents = words;
        report.documents.iter_mut().for_each(|it| manners::soften(it, &asked.change, manners));
    }
    let fail_on = manners::fail_on(fail_on, &asked.change, manners);
    let exit = finish::finish(&report, &setup.catalog, &args.output, surface, fail_on);
    if let Some(why) = skipped.filter(|_| !args.output.quiet) {
        say(&format!("{} was not looked at: {}\n", asked.name(), escape::line(&why)));
    }
    Ok(exit)
}

/// What the pull request says itself: title and body, and its commits where they are kept.
fn words(asked: &PullRequest, catalog: &Catalog, policy: &Policy) -> Vec<Checked> {
    let beside = Beside { change: Some(&asked.change), ..Beside::default() };
    let mut documents = vec![lint::check_beside(&asked.source(), beside, catalog, policy)];
    documents.extend(commits::judged(asked, catalog, policy));
    documents
}
