//! The file of known findings: where it is, and what a run takes out because of it.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use super::setup::{Setup, shown};
use super::{Exit, complain, print_mistakes};
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
}

/// Where the file is: its path, and the folder that its paths are relative to.
pub fn place(setup: &mut Setup, named: Option<&Path>, color: ColorArg) -> Result<(PathBuf, PathBuf), Exit> {
    let configured = setup.for_here().map_err(|mistakes| print_mistakes(&mistakes, color))?.folder();
    let here = input::real(Path::new("."));
    let repository = input::root_of_repository(&here).map(Path::to_owned);
    let homes: Vec<PathBuf> = configured.map(|it| input::real(&it)).into_iter().chain(repository).collect();
    let at_home = homes.iter().find(|home| home.join(FILE).is_file()).or(homes.first());
    let home = at_home.cloned().unwrap_or(here);
    match named {
        None => Ok((home.join(FILE), home)),
        Some(file) => {
            let real = input::real(file);
            let own = homes.iter().find(|home| home.join(FILE) == real).cloned();
            Ok((file.to_owned(), own.unwrap_or(home)))
        }
    }
}

/// The baseline of a run, where there is one. What is wrong with it is printed.
pub fn find(setup: &mut Setup, args: &BaselineArgs, rules: &RuleArgs, color: ColorArg) -> Result<Option<Known>, Exit> {
    if args.no_baseline || rules.isolated && args.baseline.is_none() {
        return Ok(None);
    }
    let (file, root) = place(setup, args.baseline.as_deref(), color)?;
    let known = read(file, root, rules, color)?;
    match (known, &args.baseline) {
        (None, Some(file)) => {
            let help =
                format!("write it with `pingless baseline --baseline {}`, or leave the flag out", file.display());
            Err(complain(&format!("there is no baseline {}", file.display()), &help))
        }
        (known, _) => Ok(known),
    }
}

/// Reads the file, where there is one.
pub fn read(file: PathBuf, root: PathBuf, rules: &RuleArgs, color: ColorArg) -> Result<Option<Known>, Exit> {
    let name = shown(&file);
    let unread = |why: &str| complain(&format!("{name} cannot be read: {why}"), "check that it is a file of text");
    let text = match input::read_list(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unread(&error.to_string())),
    };
    let baseline = Baseline::parse(&text).map_err(|wrong| {
        let lines = Lines::of(&text);
        let start = lines.span((wrong.line - 1).min(lines.count() - 1), &text).start;
        let span = Span::new(start, lines.around(start, &text).end);
        print_mistakes(&[Mistake::new(&name, &text, span, wrong.message, wrong.help)], color)
    })?;
    Ok(Some(Known { file, root, baseline, is_narrow: is_narrow(rules) }))
}

/// Whether the command line leaves rules out that the configuration would run.
pub fn is_narrow(rules: &RuleArgs) -> bool {
    let are_chosen = !rules.select.is_empty() || !rules.ignore.is_empty();
    are_chosen || rules.isolated || rules.config.iter().any(|word| word.contains('='))
}

impl Known {
    /// Takes the known findings out of a report. `taken` holds, by document, what was taken out already because it was
    /// there before; such a comparison sees only a part of the tree, and finds nothing stale.
    pub fn apply(&self, report: &mut Report, taken: Option<Vec<HashMap<String, usize>>>) -> Applied {
        let is_part = taken.is_some();
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
        let applied = baseline::apply(&self.baseline, &mut texts, |path| self.root.join(path).exists());
        let is_usual = self.file.file_name().is_some_and(|name| name == FILE);
        let stale = if is_part || self.is_narrow { 0 } else { applied.stale };
        report.known = Some(KnownBefore { file: shown(&self.file), is_usual, count: applied.known, stale });
        applied
    }
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
