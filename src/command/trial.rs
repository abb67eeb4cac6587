//! `pingless trial`: a repository's own history, judged change by change as a comparison with the base judges it.

mod texts;

use std::collections::HashMap;
use std::path::Path;

use crate::cli::{Trial, TrialFormat};
use crate::input::git::history::{Committed, MainLine};
use crate::input::git::{Refusal, Repository};
use crate::input::{self, NOT_THERE};
use crate::report::closing;
use crate::report::trial::{Replayed, human, json};
use crate::run::console::{print, say};
use crate::run::progress::Progress;
use crate::run::setup::Setup;
use crate::run::stop::Stop;
use crate::run::window::{self, Since};
use crate::run::{Exit, parallel};
use crate::settle::Report;
use crate::trial::advice::Advice;
use crate::trial::figures::Figures;
use crate::trial::{Change, Replay};
use texts::{Chunk, Texts};

pub fn run(args: &Trial) -> Exit {
    parallel::share(args.jobs);
    match replay(args) {
        Ok(replayed) => {
            let text = match args.format {
                TrialFormat::Human => human(&replayed),
                TrialFormat::Json => json(&replayed),
            };
            print(&text);
            Exit::Clean
        }
        Err(stop) => stop.told(HELP, args.color),
    }
}

const HELP: &str = "`--since` takes a span such as `180d`, a day such as 2026-01-31, or a commit, in a git repository with its \
                    history";

/// Whether a shallow clone ends at a commit: there everything would look new.
fn is_cut(repository: &Repository, oldest: Option<&MainLine>) -> Result<bool, Refusal> {
    let Some(oldest) = oldest.filter(|it| it.is_root) else { return Ok(false) };
    Ok(repository.objects()?.parents(&oldest.id)?.is_none_or(|it| !it.is_empty()))
}

/// Reads, judges and hears one chunk after the other.
fn hear(texts: &mut Texts, commits: &[MainLine], changes: Vec<Committed>) -> Result<Replay, Stop> {
    let times: HashMap<&str, i64> = commits.iter().map(|it| (it.id.as_str(), it.time)).collect();
    let mut replay = Replay::default();
    let progress = Progress::new(changes.len(), "changes", true);
    let mut left = changes.into_iter().peekable();
    while left.peek().is_some() {
        let mut chunk = Chunk::default();
        while let Some(change) = left.next_if(|_| !chunk.is_full()) {
            texts.read(change, &mut chunk)?;
            progress.step();
        }
        let steps = texts.judge(&chunk);
        for (change, steps) in chunk.changes.into_iter().zip(steps) {
            let time = times.get(change.commit.as_str()).copied().unwrap_or_default();
            replay.hear(Change { commit: change.commit, time }, &steps);
        }
    }
    Ok(replay)
}

/// A path need not be there any more, but where it never was somebody misspelt it.
fn known(path: &Path, repository: &Repository) -> Result<(), Stop> {
    let (file, root) = (input::real(path), input::real(&repository.root));
    let is_there = || file.strip_prefix(&root).map_or(Ok(false), |it| repository.has_known(it));
    if path.exists() || is_there()? {
        return Ok(());
    }
    let message = format!("{}: there is no such file or folder, and there never was", input::name_of(path));
    Err(Stop::Nothing(message, NOT_THERE.1))
}

fn replay(args: &Trial) -> Result<Replayed, Stop> {
    let mut setup = Setup::new(&args.rules)?;
    let here = std::env::current_dir().unwrap_or_default();
    let repository = Repository::around(&here)?;
    if repository.commit("HEAD").is_err() {
        return Err(Stop::Nothing("there is no commit yet".to_owned(), "run it where there is a history"));
    }
    args.paths.iter().try_for_each(|path| known(path, &repository))?;
    let mut commits = Since::of(&args.since).commits(&repository)?;
    commits.truncate(args.limit.unwrap_or(usize::MAX));
    let is_cut = repository.is_shallow() && is_cut(&repository, commits.last())?;
    if is_cut {
        commits.pop();
    }
    let (Some(newest), Some(oldest)) = (commits.first(), commits.last()) else {
        let help = "name an earlier time or commit with `--since`";
        let message = if is_cut { "this clone has no history: it is shallow" } else { "there is no commit since then" };
        return Err(Stop::Nothing(message.to_owned(), if is_cut { "run `git fetch --unshallow`" } else { help }));
    };
    let changes = repository.changes_since(oldest)?;
    let fail_on = setup.for_here()?.settings().fail_on;
    let mut texts = Texts::new(&repository, &mut setup, &args.paths, fail_on)?;
    let replay = hear(&mut texts, &commits, changes)?;
    let figures = Figures::of(&replay, newest.time, i64::from(args.within));
    let unread = texts.unread();
    let notices = std::mem::take(&mut setup.templates.notices);
    say(&closing::notices(&Report { notices, ..Report::default() }));
    Ok(Replayed {
        from: window::day(oldest.time),
        to: window::day(newest.time),
        newest: newest.id.clone(),
        commits: commits.len(),
        unread,
        is_whole: oldest.is_root,
        is_cut,
        advice: Advice::of(&figures),
        figures,
    })
}
