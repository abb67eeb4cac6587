//! `pingless litmus`: reads a repository, asks every system, prints what nobody answers.

mod gather;

use super::setup::Setup;
use super::{Exit, complain, print, print_mistakes, say, work};
use crate::cli::{Litmus as Args, LitmusFormat, RuleArgs};
use crate::config::did_you_mean;
use crate::input;
use crate::litmus::{self, Litmus};
use crate::report::litmus as report;
use gather::Gathered;

pub fn run(args: &Args) -> Exit {
    work::share(args.jobs);
    let rules = RuleArgs { config: args.config.clone(), isolated: args.isolated, now: args.now, ..RuleArgs::default() };
    let mut setup = match Setup::new(&rules) {
        Ok(setup) => setup,
        Err(mistakes) => return print_mistakes(&mistakes, args.color),
    };
    if !args.path.is_dir() {
        let message = format!("there is no folder `{}`", args.path.display());
        return complain(&message, "name a repository, or a folder in one");
    }
    let folder = input::real(&args.path);
    let root = input::root_of_repository(&folder).unwrap_or(&folder).to_owned();
    let gathered = match Gathered::of(&mut setup, &root, None, args.now) {
        Ok(gathered) => gathered,
        Err(mistakes) => return print_mistakes(&mistakes, args.color),
    };
    let mut litmus = litmus::judge(&gathered.pages, &gathered.world());
    if let Err(exit) = only(&mut litmus, &args.system) {
        return exit;
    }
    match args.format {
        LitmusFormat::Human => print(&report::human(&litmus, args.answers)),
        LitmusFormat::Json => print(&report::json(&litmus)),
    }
    let answered = litmus.answered();
    match args.fail_under {
        Some(least) if answered.percent() < usize::from(least) => {
            say(&format!("error: {} of the questions are answered, fewer than {least} %\n", report::percent(answered)));
            Exit::Findings
        }
        _ => Exit::Clean,
    }
}

/// Keeps the systems that were asked for.
fn only(litmus: &mut Litmus, names: &[String]) -> Result<(), Exit> {
    let known = |name: &str| litmus.systems.iter().any(|it| it.name == name);
    if let Some(unknown) = names.iter().find(|it| !known(it)) {
        let all: Vec<&str> = litmus.systems.iter().map(|it| it.name.as_str()).collect();
        let help = did_you_mean(unknown, all.iter().copied(), &format!("there are {}", all.join(", ")));
        return Err(complain(&format!("there is no system `{unknown}`"), &help));
    }
    if !names.is_empty() {
        litmus.systems.retain(|it| names.contains(&it.name));
    }
    Ok(())
}
