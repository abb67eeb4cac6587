//! `pingless pr`: what a pull request says, held against what it changes. One run, one report.

mod fill;
pub mod said;

use super::setup::Setup;
use super::{Exit, finish, print_mistakes, say};
use crate::cli::Pr;
use crate::config::Policy;
use crate::lint::{self, Beside};
use crate::payload::PullRequest;
use crate::rule::Catalog;
use crate::settle::gate::Surface;
use crate::settle::{Report, manners};

pub fn run(args: &Pr) -> Exit {
    match judged(args) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn judged(args: &Pr) -> Result<Exit, Exit> {
    let wrong = |mistakes: Vec<_>| print_mistakes(&mistakes, args.output.color);
    let mut setup = Setup::new(&args.rules).map_err(wrong)?;
    let fail_on = finish::fail_on(&mut setup, &args.output)?;
    let policy = setup.policy(None).map_err(wrong)?;
    let (mut asked, mut notices) = said::read(args)?;
    notices.append(&mut setup.templates.notices);
    policy.pull_request.equip(&mut asked.change);
    if args.fill {
        return Ok(fill::run(&asked, &setup.catalog, &policy));
    }
    let skipped = policy.pull_request.skips(&asked.change);
    let mut report = match skipped {
        Some(_) => Report::default(),
        None => report(&asked, &setup.catalog, &policy),
    };
    report.notices = notices;
    let exit = finish::finish(&report, &setup.catalog, &args.output, Surface::New, fail_on);
    if let Some(why) = skipped.filter(|_| !args.output.quiet) {
        say(&format!("{} was not looked at: {}\n", asked.name(), crate::report::escape::line(&why)));
    }
    Ok(exit)
}

/// The words of the pull request.
fn report(asked: &PullRequest, catalog: &Catalog, policy: &Policy) -> Report {
    let beside = Beside { change: Some(&asked.change), ..Beside::default() };
    let mut documents = vec![lint::check_beside(&asked.source(), beside, catalog, policy)];
    for document in &mut documents {
        manners::soften(document, &asked.change, &policy.pull_request);
    }
    Report { documents, ..Report::default() }
}
