//! `pingless facts --diff REF`: what became of the facts since a commit, and who has to be told.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::no_rows;
use crate::cli::{Facts, FactsFormat};
use crate::corpus::ledger::{self, Changed, Fact, Severity, changed};
use crate::corpus::{Corpus, Setting};
use crate::input::git::{self, INCOMPLETE, Object, Refusal};
use crate::input::{self, Met};
use crate::lint;
use crate::report::closing;
use crate::report::facts::difference;
use crate::rule::Mistake;
use crate::run::console::{complain, print, print_mistakes, say};
use crate::run::facts::Gathered;
use crate::run::setup::Setup;
use crate::run::since::range;
use crate::run::work::{asserted, with_kind};
use crate::run::{Exit, NO_COMMIT, WORKING_TREE};
use crate::settle::{Notice, Report};
use crate::summary::Summary;

pub fn run(args: &Facts, base: &str, setup: &mut Setup, gathered: &Gathered) -> Result<Exit, Exit> {
    let roots: Vec<&PathBuf> = gathered.repositories.iter().filter_map(|it| it.root.as_ref()).collect();
    let root = match roots.as_slice() {
        [root] => (*root).clone(),
        [] => input::real(Path::new(".")),
        _ => return Err(complain("the paths lie in several repositories", "compare one repository at a time")),
    };
    let repository =
        git::Repository::around(&root).map_err(|refusal| complain(&refusal.to_string(), refusal.cure(NO_COMMIT)))?;
    if !repository.has_working_tree() {
        let message = "there is no working tree: nothing says what is declared today";
        return Err(complain(message, WORKING_TREE));
    }
    // What the other branch has gained since is no change of this one.
    let range = range::find(&repository, base, None)?.map_err(|unknown| unknown.stop())?;
    let notices = range.notice.map(|it| Notice { path: format!("--diff {base}"), ..it });
    say(&closing::notices(&Report { notices: Vec::from_iter(notices), ..Report::default() }));
    let commit = range.base;
    let before = at(args, setup, &repository, &commit)?;
    // The commit is asked for the same texts: what others declare is not new because it was not read there.
    let all = changed(&before, &gathered.declared());
    match args.format {
        FactsFormat::Human => print(&difference::human(base, &all)),
        FactsFormat::Json => print(&difference::json(base, &commit, &all)),
        FactsFormat::Csv => return Err(no_rows("a list of changes")),
    }
    say(&difference::summary(&all));
    let is_breaking = |it: &Changed| it.severity == Severity::Breaking;
    Ok(if all.iter().any(is_breaking) { Exit::Findings } else { Exit::Clean })
}

/// The facts of the same paths as a commit has them.
fn at(args: &Facts, setup: &mut Setup, repository: &git::Repository, commit: &str) -> Result<Vec<Fact>, Exit> {
    let failed = |refusal: Refusal| complain(&refusal.to_string(), refusal.cure(INCOMPLETE));
    let root = input::real(&repository.root);
    let tops: Vec<PathBuf> = args.paths.iter().map(|it| input::real(it)).collect();
    let mut met = Met::default();
    let mut objects = repository.objects().map_err(failed)?;
    let mut sources = Vec::new();
    for it in repository.known_at(commit).map_err(failed)? {
        let file = root.join(&it.path);
        let is_met = |top: &PathBuf| *top == file || file.starts_with(top) && met.is_met(top, &file);
        if it.is_repository || !input::is_markdown(&file) || !tops.iter().any(is_met) {
            continue;
        }
        let wrong = |mistakes: Vec<Mistake>| print_mistakes(&mistakes, args.color);
        let is_left_out = setup.for_file(&file).map_err(wrong)?.excludes(&file);
        let Some(blob) = it.blob.filter(|_| !is_left_out) else { continue };
        let policy = asserted(setup.policy(Some(&file)).map_err(wrong)?, &args.input);
        // What cannot be read would count as what was never declared.
        if let Object::Blob(bytes) = objects.present(&blob, &it.path).map_err(failed)? {
            sources.extend(input::from_bytes(&it.path, bytes).map(|it| (with_kind(it, &policy), policy)));
        }
    }
    let catalog = &setup.catalog;
    let summaries = sources.par_iter().map(|(source, policy)| lint::summarise(source, None, catalog, policy));
    let mut summaries: Vec<Summary> = summaries.collect();
    summaries.sort_by(|one, other| one.path.cmp(&other.path));
    // What has ended since is no change of anybody: both sides are read at the same moment.
    let setting = Setting { now: setup.now(), ..Setting::default() };
    Ok(ledger::ledger(&Corpus::new(&summaries, setting)))
}
