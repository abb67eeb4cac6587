//! `pingless config FILE`: what applies to this file, and why.

use crate::cli::{ColorArg, Config};
use crate::config::Policy;
use crate::input::{self, Input};
use crate::lint;
use crate::report::closing;
use crate::report::rules::{self, Configured};
use crate::rule::Mistake;
use crate::run::Exit;
use crate::run::around::Trees;
use crate::run::console::{complain, print, print_mistakes, say};
use crate::run::setup::{Setup, shown};
use crate::run::work::{unknown_kind, with_kind};
use crate::settle::Report;
use crate::text::Source;

pub fn run(args: &Config) -> Exit {
    if args.path.is_dir() {
        let file = args.path.join("README.md");
        let help = format!("name a file in it, as `{}`, which need not be there", input::name_of(&file));
        return complain(&format!("{} is a folder", input::name_of(&args.path)), &help);
    }
    let mut setup = match Setup::of_texts(std::slice::from_ref(&args.path), &args.rules) {
        Ok(setup) => setup,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    if let Some(exit) = unknown_kind(&setup.catalog, args.kind.as_deref()) {
        return exit;
    }
    let (place, policy) = match found(args, &mut setup) {
        Ok(found) => found,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    let name = input::name_of(&args.path);
    // A file that is not there yet is judged by its name.
    let input = Input::new(name.clone(), &args.path, true).up_to(policy.largest);
    let source = input::read(&input).unwrap_or_else(|_| Source::file(name.as_str(), ""));
    let trees = Trees::default();
    let source = with_kind(trees.seated(source), &policy);
    let contract = lint::in_force(&source, trees.around(&source).as_ref(), &setup.catalog, &policy);
    print(&rules::policy(&name, &place, &policy, &contract, &setup.catalog));
    let notices = std::mem::take(&mut setup.templates.notices);
    say(&closing::notices(&Report { notices, ..Report::default() }));
    Exit::Clean
}

/// The configuration of the path, and what it says of it.
fn found(args: &Config, setup: &mut Setup) -> Result<(Configured, Policy), Vec<Mistake>> {
    let scoped = setup.for_file(&args.path)?;
    let place = Configured {
        file: scoped.file.as_deref().map(shown),
        extended: scoped.extended(),
        is_excluded: scoped.excludes(&args.path),
        settings: scoped.told(),
    };
    let mut policy = setup.policy(Some(&args.path))?;
    policy.kind = args.kind.clone().or(policy.kind);
    Ok((place, policy))
}
