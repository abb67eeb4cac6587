//! `pingless config FILE`: what applies to this file, and why.

use super::setup::{Setup, shown};
use super::{Exit, print, print_mistakes};
use crate::cli::{ColorArg, Config};
use crate::report::rules;

pub fn run(args: &Config) -> Exit {
    let result = Setup::new(&args.rules).and_then(|mut setup| {
        let scoped = setup.for_file(&args.path)?.clone();
        Ok((setup, scoped))
    });
    let (setup, scoped) = match result {
        Ok(found) => found,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    let policy = scoped.policy(Some(&args.path));
    let name = crate::input::name_of(&args.path);
    let file = scoped.file.as_deref().map(shown);
    print(&rules::policy(&name, file.as_deref(), scoped.excludes(&args.path), &policy, &setup.catalog));
    Exit::Clean
}
