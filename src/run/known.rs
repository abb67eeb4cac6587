//! The file of known findings: where it is, and what a run takes out because of it.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use super::Exit;
use super::console::{complain, print_mistakes};
use super::setup::{Setup, shown};
use crate::cli::{BaselineArgs, ColorArg, RuleArgs};
use crate::input::{self, name_of};
use crate::rule::Mistake;
use crate::settle::baseline::{self, Applied, Baseline, Judged};
use crate::settle::{Checked, KnownBefore, Report};
use crate::text::{Lines, Origin, Span};

/// What the file is called where nobody says otherwise.
pub const FILE: &str = ".pingless-baseline.jsonl";

/// A baseline with its place.
#[derive(Debug, Clone)]
pub struct Known {
    pub file: PathBuf,
    /// The folder that its paths are relative to.
    pub root: PathBuf,
    pub baseline: Baseline,
    /// Rules were left out on the command line: what they do not say proves no entry stale.
    pub is_narrow: bool,
    /// Not all texts were named: what is found in none of these may be in another.
    pub is_part: bool,
}

/// Why a baseline that is there cannot be taken.
#[derive(Debug)]
pub enum Unread {
    File(io::Error),
    Wrong(Box<Mistake>),
}

/// Where the file of these texts is: its path, and the folder that its paths are relative to.
pub fn place(setup: &mut Setup, named: Option<&Path>, texts: &[PathBuf]) -> Result<(PathBuf, PathBuf), Vec<Mistake>> {
    let homes = homes(setup, texts)?;
    let at_home = homes.iter().find(|home| home.join(FILE).is_file()).or(homes.first());
    let home = at_home.cloned().unwrap_or_else(|| input::real(Path::new(".")));
    match named {
        None => Ok((home.join(FILE), home)),
        Some(file) => {
            let real = input::real(file);
            let own = homes.iter().find(|home| home.join(FILE) == real).cloned();
            Ok((file.to_owned(), own.unwrap_or(home)))
        }
    }
}

/// The folders that the file may lie in, the likeliest first: those of the current folder, and those of the texts where
/// they lie elsewhere. What is known in one repository says nothing of the texts of another.
fn homes(setup: &mut Setup, texts: &[PathBuf]) -> Result<Vec<PathBuf>, Vec<Mistake>> {
    let here = input::real(Path::new("."));
    let folder = |it: &PathBuf| input::real(it).ancestors().find(|it| it.is_dir()).map(Path::to_owned);
    let folders: Vec<PathBuf> = texts.iter().filter(|it| *it != Path::new("-")).filter_map(folder).collect();
    let root = input::root_of_repository(&here).map(Path::to_owned);
    let around = root.as_ref().unwrap_or(&here);
    let mut homes = homes_around(setup, &here)?;
    match folders.first() {
        Some(first) if folders.iter().all(|it| !it.starts_with(around)) => homes = homes_around(setup, first)?,
        // A repository inside of this one, or below a folder that is in none.
        Some(first) if input::root_of_repository(first).is_some_and(|it| Some(it) != root.as_deref()) => {
            let there = homes_around(setup, first)?;
            homes = there.into_iter().chain(if homes.is_empty() { vec![here] } else { homes }).collect();
        }
        _ => {}
    }
    Ok(homes)
}

/// The folder of the configuration around a folder, and the root of the repository.
fn homes_around(setup: &mut Setup, folder: &Path) -> Result<Vec<PathBuf>, Vec<Mistake>> {
    let configured = setup.for_file(&folder.join("README.md"))?.folder().map(|it| input::real(&it));
    // One that was named speaks of texts wherever they lie.
    let configured = configured.filter(|it| folder.starts_with(it));
    Ok(configured.into_iter().chain(input::root_of_repository(folder).map(Path::to_owned)).collect())
}

/// Whether a baseline counts: one that was not named is a part of what `--isolated` leaves out.
pub fn is_wanted(args: &BaselineArgs, rules: &RuleArgs) -> bool {
    !args.no_baseline && (!rules.from.isolated || args.baseline.is_some())
}

/// The baseline of a run over these texts, where there is one. What is wrong with it is printed.
pub fn find(
    setup: &mut Setup,
    args: &BaselineArgs,
    texts: &[PathBuf],
    rules: &RuleArgs,
    color: ColorArg,
) -> Result<Option<Known>, Exit> {
    if !is_wanted(args, rules) {
        return Ok(None);
    }
    let placed = place(setup, args.baseline.as_deref(), texts);
    let (file, root) = placed.map_err(|mistakes| print_mistakes(&mistakes, color))?;
    let known = read((file, root), texts, rules, color)?;
    match (known, &args.baseline) {
        (None, Some(file)) => {
            let help =
                format!("write it with `pingless baseline --baseline {}`, or leave the flag out", file.display());
            Err(complain(&format!("there is no baseline {}", file.display()), &help))
        }
        (known, _) => Ok(known),
    }
}

/// Reads the file at its place, where there is one.
pub fn read(
    (file, root): (PathBuf, PathBuf),
    texts: &[PathBuf],
    rules: &RuleArgs,
    color: ColorArg,
) -> Result<Option<Known>, Exit> {
    let told = |unread| match unread {
        Unread::File(error) => {
            complain(&format!("{} cannot be read: {error}", shown(&file)), input::cure_of_list(&file))
        }
        Unread::Wrong(mistake) => print_mistakes(&[*mistake], color),
    };
    let Some(baseline) = load(&file).map_err(told)? else { return Ok(None) };
    let is_part = is_part(&root, texts);
    Ok(Some(Known { file, root, baseline, is_narrow: is_narrow(rules), is_part }))
}

/// What a file says, where there is one.
pub fn load(file: &Path) -> Result<Option<Baseline>, Unread> {
    let text = match input::read_list(file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Unread::File(error)),
    };
    let wrong = |wrong: baseline::Wrong| {
        let lines = Lines::of(&text);
        let start = lines.span((wrong.line - 1).min(lines.count() - 1), &text).start;
        let span = Span::new(start, lines.around(start, &text).end);
        Unread::Wrong(Box::new(Mistake::new(&shown(file), &text, span, wrong.message, wrong.help)))
    };
    Baseline::parse(&text).map(Some).map_err(wrong)
}

/// Whether texts below a folder may be other ones than those that were named.
pub fn is_part(root: &Path, texts: &[PathBuf]) -> bool {
    !texts.iter().any(|it| root.starts_with(input::real(it)))
}

/// Whether the command line leaves rules out that the configuration would run.
pub fn is_narrow(rules: &RuleArgs) -> bool {
    let are_chosen = !rules.select.is_empty() || !rules.ignore.is_empty();
    are_chosen || rules.from.isolated || rules.from.config.iter().any(|word| word.contains('='))
}

impl Known {
    /// Takes the known findings out of a report. `taken` holds, by document, what was taken out already because it was
    /// there before; such a comparison sees only a part of the tree, and finds nothing stale.
    pub fn apply(&self, report: &mut Report, taken: Option<Vec<HashMap<String, usize>>>) -> Applied {
        let is_compared = taken.is_some();
        let mut folders = HashMap::new();
        let taken = taken.into_iter().flatten().chain(std::iter::repeat_with(HashMap::new));
        let mut texts: Vec<Judged> = report
            .documents
            .iter_mut()
            .zip(taken)
            .filter_map(|(document, taken)| {
                Some(Judged { path: path_in(&self.root, document, &mut folders)?, document, taken })
            })
            .collect();
        let applied = baseline::apply(&self.baseline, &mut texts, |path| is_there(&self.root, path));
        let is_usual = self.file.file_name().is_some_and(|name| name == FILE);
        let stale = match () {
            _ if is_compared || self.is_narrow => 0,
            _ if self.is_part => applied.stale,
            _ => applied.stale.saturating_add(applied.lost.count()),
        };
        report.known = Some(KnownBefore { file: shown(&self.file), is_usual, count: applied.known, stale });
        applied
    }
}

/// Whether a path of a baseline has a text. Of a name that is no Unicode nobody knows the bytes: it is not taken for gone.
pub fn is_there(root: &Path, path: &str) -> bool {
    path.contains(char::REPLACEMENT_CHARACTER) || root.join(path).exists()
}

/// The path of a document in a baseline; none for a message, and for what lies outside of the folder.
/// `folders` remembers where each folder really is.
pub fn path_in(root: &Path, document: &Checked, folders: &mut HashMap<PathBuf, PathBuf>) -> Option<String> {
    if document.origin != Origin::File {
        return None;
    }
    let path = Path::new(&document.name);
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let real = folders.entry(folder.to_owned()).or_insert_with(|| input::real(folder));
    let below = real.strip_prefix(root).ok()?.join(path.file_name()?);
    Some(name_of(&below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isolated_leaves_out_what_was_not_named() {
        let isolated = RuleArgs::isolated();
        let (unsaid, named) = (BaselineArgs::default(), |it: &str| Some(PathBuf::from(it)));
        assert!(is_wanted(&unsaid, &RuleArgs::default()) && !is_wanted(&unsaid, &isolated));
        assert!(is_wanted(&BaselineArgs { baseline: named("a.jsonl"), ..unsaid.clone() }, &isolated));
        assert!(!is_wanted(&BaselineArgs { no_baseline: true, ..unsaid }, &RuleArgs::default()));
    }
}
