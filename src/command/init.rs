//! `pingless init`: looks at a repository, shows what would be written, and writes it when somebody agrees. A file that
//! is there stays as it is.

mod debt;
mod look;
mod offer;
mod write;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::baseline;
use crate::cli::{self, ColorArg, Init, Part, RuleArgs};
use crate::input::NOT_THERE;
use crate::input::git::{Refusal, Repository};
use crate::rule::Mistake;
use crate::run::Exit;
use crate::run::console::{complain, complain_unwritten, print, print_mistakes, say};
use crate::run::setup::Setup;
use debt::Debt;
use look::Look;
use offer::{Offer, State};

pub fn run(args: &Init) -> Exit {
    let root = match entered(&args.folder) {
        Ok(root) => root,
        Err(exit) => return exit,
    };
    let repository = match repository_around(&root) {
        Ok(repository) => repository,
        Err(exit) => return exit,
    };
    let looked = Setup::new(&RuleArgs::default()).and_then(|mut setup| look::look(&mut setup, &root, repository));
    let look = match looked {
        Ok(look) => look,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    if look.documents == 0 && look.repository.is_none() {
        let message = format!("{} holds no Markdown and is no git repository", args.folder.display());
        return complain(&message, "name the folder that your texts are in");
    }
    if look.repository.as_ref().is_some_and(|it| !it.has_working_tree()) {
        let message = format!("{} is a repository without a working tree", args.folder.display());
        return complain(&message, "run it in a clone of it");
    }
    let debt = match debt_of(args, &look) {
        Ok(debt) => debt,
        Err(mistakes) => return print_mistakes(&mistakes, ColorArg::Auto),
    };
    let offers = offer::all(&look, &args.without, debt);
    print(&offer::shown(&offers));
    let new: Vec<&Offer> = offers.iter().filter(|it| it.state.is_new()).collect();
    if new.is_empty() {
        say("nothing to write\n");
        return Exit::Clean;
    }
    if !agreed(args) {
        return Exit::Clean;
    }
    written(&look, &new)
}

/// What is found under the configuration that is there, or that would be.
fn debt_of(args: &Init, look: &Look) -> Result<Debt, Vec<Mistake>> {
    if args.without.contains(&Part::Baseline) {
        return Ok(Debt::default());
    }
    let is_offered = look.config.is_none() && !args.without.contains(&Part::Config);
    debt::debt(&look.root, is_offered.then(|| offer::draft(look)).as_deref())
}

/// The repository around a folder, if there is one. One that git does not read is none that is not there: without its history
/// nothing would be offered that belongs into it.
fn repository_around(root: &Path) -> Result<Option<Repository>, Exit> {
    match Repository::around(root) {
        Ok(repository) => Ok(Some(repository)),
        Err(refusal) if refusal.is_no_repository() || matches!(refusal, Refusal::NotInstalled) => Ok(None),
        Err(refusal) => Err(complain(&refusal.to_string(), refusal.cure("see what `git status` says there"))),
    }
}

/// Enters the folder, as somebody would who works in it: its pages and its configuration are those that count.
fn entered(folder: &Path) -> Result<PathBuf, Exit> {
    let shown = folder.display();
    if folder.is_file() {
        return Err(complain(&format!("{shown} is no folder"), "name the folder of a repository"));
    }
    if !folder.exists() {
        return Err(complain(&format!("{shown}: {}", NOT_THERE.0), NOT_THERE.1));
    }
    let here = std::env::set_current_dir(folder).and_then(|()| std::env::current_dir());
    here.map_err(|error| complain(&format!("{shown} cannot be entered: {error}"), "check that it may be entered"))
}

/// Whether somebody wants the files: by a flag, or asked on a terminal.
fn agreed(args: &Init) -> bool {
    if args.yes {
        return true;
    }
    if args.dry_run || !io::stdin().is_terminal() {
        let cure = if args.dry_run { "without `--dry-run` you are asked" } else { "`--yes` writes it" };
        say(&format!("nothing was written: {cure}\n"));
        return false;
    }
    say("Write these? [y/N] ");
    let mut answer = String::new();
    let _ = io::stdin().read_line(&mut answer);
    let is_yes = matches!(answer.trim().to_lowercase().as_str(), "y" | "yes");
    if !is_yes {
        say("nothing was written\n");
    }
    is_yes
}

/// What is left to do where hooks were written. The release that they name is not there yet.
const HOOKED: &str = "put the newest commit in the place of the release, which is not there yet: \
                      `pre-commit autoupdate --bleeding-edge`; commit what was written, and turn the hook on: \
                      `pre-commit install --hook-type pre-commit --hook-type commit-msg`";

/// Writes what was agreed to; what cannot be written does not hold up the rest.
fn written(look: &Look, new: &[&Offer]) -> Exit {
    let mut exit = Exit::Clean;
    for offer in new {
        let State::New(text) = &offer.state else { continue };
        match write::create(&look.root, &offer.path, text) {
            Ok(()) => say(&format!("wrote {}\n", offer.path)),
            Err(error) => {
                let otherwise = "make place for it, or leave it out with `--without`";
                exit = complain_unwritten(&offer.path, &error, otherwise);
            }
        }
    }
    // Last: it holds what is found under the configuration that was written.
    if new.iter().any(|it| matches!(it.state, State::Known(_))) {
        let here = cli::Baseline { paths: vec![PathBuf::from(".")], ..cli::Baseline::default() };
        exit = exit.max(baseline::run(&here));
    }
    if look.repository.is_some() {
        let has_hook = new.iter().any(|it| it.path == offer::HOOKS);
        say(&format!("next: {}\n", if has_hook { HOOKED } else { "commit what was written" }));
    }
    exit
}
