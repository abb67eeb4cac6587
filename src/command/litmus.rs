//! `pingless litmus`: reads a repository, asks every system, prints what nobody answers.

mod astray;
mod gather;
mod points;
mod since;

use std::io::Write;
use std::path::{Component, Path, PathBuf};

use crate::cli::{Litmus as Args, LitmusFormat};
use crate::config::did_you_mean;
use crate::input::git::Repository;
use crate::input::{self, name_of};
use crate::litmus::trend::Trend;
use crate::litmus::{self, Litmus, System, Threads};
use crate::report::closing;
use crate::report::litmus as report;
use crate::report::litmus::html::Page;
use crate::run::console::{complain, print, print_mistakes, say};
use crate::run::setup::Setup;
use crate::run::threads::exported;
use crate::run::{Exit, WORKING_TREE, finish, parallel, spare};
use crate::settle::Report;
use gather::Gathered;

pub fn run(args: &Args) -> Exit {
    parallel::share(args.jobs);
    let rules = args.from.rules(args.now);
    let mut setup = match Setup::of_texts(std::slice::from_ref(&args.path), &rules) {
        Ok(setup) => setup,
        Err(mistakes) => return print_mistakes(&mistakes, args.color),
    };
    if !args.path.is_dir() {
        let message = format!("there is no folder `{}`", args.path.display());
        return complain(&message, "name a repository, or a folder in one");
    }
    let folder = input::real(&args.path);
    let root = input::root_of_repository(&folder).unwrap_or(&folder).to_owned();
    if Repository::around(&folder).is_ok_and(|it| !it.has_working_tree()) {
        let message = "there is no working tree: no text of this repository lies on disk";
        return complain(message, WORKING_TREE);
    }
    let mut gathered = match Gathered::of(&mut setup, &root, None, args.now) {
        Ok(gathered) => gathered,
        Err(mistakes) => return print_mistakes(&mistakes, args.color),
    };
    let pages: Vec<PathBuf> = gathered.pages.iter().map(|it| root.join(&it.path)).collect();
    let read = pages.iter().chain(&args.threads).map(PathBuf::as_path);
    if let Err(exit) = spare::spare(&args.output_file, &setup, None, read) {
        return exit;
    }
    match counted(&mut setup, args) {
        Ok(threads) => gathered.threads = threads,
        Err(exit) => return exit,
    }
    let mut litmus = litmus::judge(&gathered.pages, &gathered.world());
    say(&closing::notices(&Report { notices: astray::all(&gathered, &litmus), ..Report::default() }));
    if let Err(exit) = only(&mut litmus, &args.system) {
        return exit;
    }
    let folder = folder.strip_prefix(&root).map(name_of).unwrap_or_default();
    let is_asked = |system: &System| lies_in(system, &folder) || !args.system.is_empty();
    let is_whole = !litmus.systems.iter().any(is_asked);
    if is_whole {
        say(&format!("{folder} holds no system and is in none: all of the repository are told of\n"));
    }
    litmus.systems.retain(|it| is_whole || is_asked(it));
    let keep = |it: &System| is_whole || args.system.contains(&it.name) || args.system.is_empty() && is_asked(it);
    let trend = match past(args, &mut setup, &root, &gathered.name, &keep) {
        Ok(trend) => trend,
        Err(exit) => return exit,
    };
    if let Err(exit) = put(args, &litmus, trend.as_ref(), &root, &gathered.name) {
        return exit;
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

/// How it came to this, where somebody asks.
fn past(
    args: &Args,
    setup: &mut Setup,
    root: &Path,
    name: &str,
    is_kept: &dyn Fn(&System) -> bool,
) -> Result<Option<Trend>, Exit> {
    let Some(since) = &args.since else { return Ok(None) };
    let keep = |litmus: &mut Litmus| litmus.systems.retain(is_kept);
    let help = "`--since` takes a day such as 2026-01-31, a span such as `180d`, or a commit, in a git repository with its history";
    since::trend(setup, root, name, since, keep).map(Some).map_err(|stop| stop.told(help, args.color))
}

/// Writes every form to its place.
fn put(args: &Args, litmus: &Litmus, trend: Option<&Trend>, root: &Path, name: &str) -> Result<(), Exit> {
    let repository = Repository::at(root);
    // What is written next may change it.
    let is_wanted = |form: LitmusFormat| args.output_file.iter().any(|it| it.format.unwrap_or(args.format) == form);
    let is_page = args.format == LitmusFormat::Html || is_wanted(LitmusFormat::Html);
    let commit = if is_page && repository.is_clean() { repository.commit("HEAD").ok() } else { None };
    let text = |format: LitmusFormat, path: Option<&Path>| match format {
        LitmusFormat::Human => report::human(litmus, trend, args.answers),
        LitmusFormat::Json => report::json(litmus, trend),
        LitmusFormat::Html => {
            let way = path.and_then(|it| way(it, root));
            report::html::print(litmus, Page { name, commit: commit.as_deref(), root: way.as_deref(), trend })
        }
    };
    let write = |format, path: Option<&Path>, to: &mut dyn Write| to.write_all(text(format, path).as_bytes());
    finish::deliver(args.output_file.clone(), args.format, write, |_, text| print(&finish::made(text)))
}

/// The way from the folder of a page to the root of the repository that it lies in.
fn way(page: &Path, root: &Path) -> Option<String> {
    let page = std::path::absolute(page).ok()?;
    // The folder may not be there yet; those around it that are not are made below the one that is.
    let known = page.ancestors().skip(1).find(|it| it.is_dir())?;
    let made = page.parent()?.strip_prefix(known).ok()?;
    let folder = input::real(known).join(made);
    if !made.components().all(|it| matches!(it, Component::Normal(_))) {
        return None;
    }
    let below = name_of(folder.strip_prefix(input::real(root)).ok()?);
    Some("../".repeat(below.split('/').filter(|it| !it.is_empty()).count()))
}

/// What the exported threads say; nothing where there are none.
fn counted(setup: &mut Setup, args: &Args) -> Result<Option<Threads>, Exit> {
    if args.threads.is_empty() {
        return Ok(None);
    }
    let policy = setup.policy(None).map_err(|mistakes| print_mistakes(&mistakes, args.color))?;
    let mut all = Vec::new();
    for path in &args.threads {
        let found = exported(path).map_err(|it| complain(&format!("{}: {}", it.name, it.message), &it.help))?;
        all.extend(found);
    }
    Ok(Some(litmus::threads::count(&all, &policy.readers)))
}

/// Whether a system lies in a folder, or the folder in it.
fn lies_in(system: &System, folder: &str) -> bool {
    let is_in = |inner: &str, outer: &str| Path::new(inner).starts_with(outer);
    system.paths.iter().any(|path| is_in(path, folder) || is_in(folder, path))
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
