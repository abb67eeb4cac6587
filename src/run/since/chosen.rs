//! Which changed files are read: those that a walk of the paths that were named would meet.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::Asked;
use crate::config::Policy;
use crate::input::git::{self, Changed, Refusal, Repository};
use crate::input::{self, Input, Met, NOT_THERE, Trouble, name_of};
use crate::rule::Mistake;
use crate::run::Exit;
use crate::run::console::complain;
use crate::run::setup::{Naming, Setup};
use crate::run::work::{asserted, tell_idle};

/// A changed file that is read, and what applies to it.
pub struct Chosen {
    pub changed: Changed,
    pub input: Input,
    pub policy: Policy,
    /// What it was called at the base, and what applied there.
    pub name_before: String,
    pub policy_before: Policy,
}

/// The folder in whose repository the paths lie.
pub fn folder(paths: &[PathBuf]) -> Result<PathBuf, Exit> {
    if paths.iter().any(|path| path == Path::new("-")) {
        return Err(complain("standard input has no base to compare with", "name files or folders, or none"));
    }
    let first = paths.first().map_or(Path::new("."), PathBuf::as_path);
    let real = input::real(first);
    let folder = real.ancestors().find(|it| it.is_dir());
    Ok(folder.unwrap_or(Path::new(".")).to_owned())
}

/// A path as the command line names it.
struct Asker {
    given: PathBuf,
    absolute: PathBuf,
}

/// Which askers named a place: a hook names as many files as a change has.
type Places<'a> = HashMap<&'a Path, Vec<usize>>;

fn places(askers: &[Asker]) -> Places<'_> {
    let mut places = Places::new();
    for (number, asker) in askers.iter().enumerate() {
        places.entry(&asker.absolute).or_default().push(number);
    }
    places
}

/// What was named and git ignores, from the root: of that it tells nothing unless it is asked.
pub fn ignored(
    repository: &Repository,
    paths: &[PathBuf],
    root: &Path,
    changed: &[Changed],
) -> Result<Vec<PathBuf>, Refusal> {
    let changed: HashSet<&[u8]> = changed.iter().map(|it| &*it.path).collect();
    let named = paths.iter().filter_map(|it| Some(input::real(it).strip_prefix(root).ok()?.to_owned()));
    let named = named.filter(|it| !it.as_os_str().is_empty() && !changed.contains(name_of(it).as_bytes()));
    let mut named = named.filter(|it| root.join(it).exists()).peekable();
    if named.peek().is_none() {
        return Ok(Vec::new());
    }
    let mut git = repository.ignored()?;
    // What lies in a submodule ends the answers, and is refused elsewhere.
    Ok(named.filter(|it| git.has(&name_of(it)).unwrap_or(false)).collect())
}

type Choice = (Vec<Chosen>, Vec<Trouble>);

/// Chooses among the changed files. Deleted ones are chosen as well: what stood in them may stand elsewhere now.
pub fn choose(
    setup: &mut Setup,
    asked: &Asked,
    root: &Path,
    changed: Vec<Changed>,
    is_there: &dyn Fn(&Path) -> bool,
) -> Result<Choice, Vec<Mistake>> {
    let askers: Vec<Asker> =
        asked.paths.iter().map(|it| Asker { given: it.clone(), absolute: input::real(it) }).collect();
    let troubles = astray(&askers, root, is_there);
    let places = places(&askers);
    let naming = Naming::like(asked.paths);
    let mut met = Met::default();
    let mut chosen = Vec::new();
    for changed in changed.into_iter().filter(|it| it.head.is_some() || it.base.is_some()) {
        let file = root.join(git::path_of(&changed.path));
        let Some(input) = asked_for(setup, &mut met, asked, (&askers, &places), &file)? else { continue };
        let policy = asserted(setup.policy(Some(input.path()))?, asked.input);
        let (name_before, policy_before) = match &changed.moved_from {
            None => (input.name.to_string(), policy.clone()),
            Some(before) => {
                let before = root.join(git::path_of(before));
                (naming.of(&before), asserted(setup.policy(Some(&before))?, asked.input))
            }
        };
        let input = input.up_to(policy.largest);
        chosen.push(Chosen { changed, input, policy, name_before, policy_before });
    }
    tell_idle(setup, chosen.iter().map(|it| &it.policy));
    chosen.sort_by(|a, b| a.input.cmp(&b.input));
    Ok((chosen, troubles))
}

/// A changed file as somebody named it, or a folder around it.
fn asked_for(
    setup: &mut Setup,
    met: &mut Met,
    asked: &Asked,
    (askers, places): (&[Asker], &Places),
    file: &Path,
) -> Result<Option<Input>, Vec<Mistake>> {
    let mut around: Vec<usize> = file.ancestors().filter_map(|it| places.get(it)).flatten().copied().collect();
    around.sort_unstable();
    for asker in around.into_iter().map(|it| &askers[it]) {
        let Ok(below) = file.strip_prefix(&asker.absolute) else { continue };
        let named = below.as_os_str().is_empty();
        let path = if named { asker.given.clone() } else { asker.given.join(below) };
        let is_met = match named {
            true => !asked.input.force_exclude || !met.is_left_out(&folder_around(file), file),
            false => met.is_met(&asker.absolute, file),
        };
        let obeys = !named || asked.input.force_exclude;
        if is_met && !(obeys && setup.for_file(&path)?.excludes(&path)) {
            return Ok(Some(Input::new(name_of(&path), path, named)));
        }
    }
    Ok(None)
}

/// The folder from which ignore files are asked about a named file: the current one, as far as it is around it.
fn folder_around(file: &Path) -> PathBuf {
    let here = input::real(Path::new("."));
    if file.starts_with(&here) { here } else { file.parent().unwrap_or(file).to_owned() }
}

/// What was named and is not there, or not in the repository. `is_there` is asked from the root.
fn astray(askers: &[Asker], root: &Path, is_there: &dyn Fn(&Path) -> bool) -> Vec<Trouble> {
    const ALONE: &str = "`--diff-base` compares one repository; check the rest alone";
    let trouble = |asker: &Asker| {
        // A repository without a working tree may itself lie inside of another one, and has no `.git` to be known by.
        let is_elsewhere =
            || input::root_of_repository(&asker.absolute).is_some_and(|it| it != root && it.starts_with(root));
        let said = match asker.absolute.strip_prefix(root) {
            Err(_) => ("it lies outside of the repository", ALONE),
            Ok(_) if is_elsewhere() => ("it lies in another repository", ALONE),
            Ok(path) if !asker.absolute.exists() && !is_there(path) => NOT_THERE,
            Ok(_) => return None,
        };
        Some(Trouble::new(name_of(&asker.given), said, true))
    };
    askers.iter().filter_map(trouble).collect()
}
