//! Files in whose place no report goes: the texts that a run reads, what configures it, and what it takes for known.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::console::complain;
use super::setup::{self, Setup, pages};
use super::{Exit, known};
use crate::cli::Output;
use crate::input::{self, Selection};

/// Ends a run whose report would take the place of one of these files, however its path is spelt. `baseline` is the one
/// that was named, and `texts` are what the run reads.
pub fn spare<'t, F>(
    outputs: &[Output<F>],
    setup: &Setup,
    baseline: Option<&Path>,
    texts: impl IntoIterator<Item = &'t Path>,
) -> Result<(), Exit> {
    apart(outputs)?;
    let places = || outputs.iter().filter_map(|it| it.path.as_deref()).filter(|it| !input::is_of_the_system(it));
    // Also where there is none yet: the next run would read it.
    if let Some(path) = places().find(|it| is_called(it, &setup::FILES)) {
        return Err(refused(path, CONFIGURATION));
    }
    if let Some(path) = places().find(|it| is_called(it, &[known::FILE])) {
        return Err(refused(path, BASELINE));
    }
    if let Some(path) = places().find(|it| is_called(it, &RULING) || is_page(it)) {
        return Err(refused(path, RULES));
    }
    // Its folders may not be there yet, and are made before it is written.
    let there: Vec<_> = places().filter_map(|it| Some((it, input::identity(&input::real(it))?))).collect();
    if there.is_empty() {
        return Ok(());
    }
    let taken = |file: &Path| {
        let own = input::identity(file)?;
        there.iter().find(|(_, it)| *it == own).map(|(path, _)| *path)
    };
    if let Some(path) = setup.files().iter().find_map(|it| taken(it)) {
        return Err(refused(path, CONFIGURATION));
    }
    if let Some(path) = baseline.and_then(taken) {
        return Err(refused(path, BASELINE));
    }
    texts.into_iter().find_map(taken).map_or(Ok(()), |path| Err(refused(path, TEXT)))
}

/// Ends a run of which two reports would go to one place: nobody could tell where the second begins, or the first is lost.
fn apart<F>(outputs: &[Output<F>]) -> Result<(), Exit> {
    // Where no place is named for the report of `--format`, it goes there too.
    let is_shown = !outputs.is_empty() && outputs.iter().all(|it| it.format.is_some());
    if usize::from(is_shown) + outputs.iter().filter(|it| it.path.is_none()).count() > 1 {
        let help =
            "write it with `--format` alone, or give all but one of them a file, as in `-o sarif=pingless.sarif`";
        return Err(complain("two reports would go to standard output", help));
    }
    let mut places = HashSet::new();
    let paths = outputs.iter().filter_map(|it| it.path.as_deref()).filter(|it| !input::is_of_the_system(it));
    match paths.map(|it| (it, input::real(it))).find(|(_, real)| !places.insert(real.clone())) {
        Some((path, _)) => {
            let message = format!("two reports would go to {}", path.display());
            Err(complain(&message, "name another file for one of them"))
        }
        None => Ok(()),
    }
}

/// The texts that a run over these paths would read, where a report may go to one of them.
pub fn met<F>(outputs: &[Output<F>], setup: &mut Setup, selection: &Selection) -> Vec<PathBuf> {
    let places = outputs.iter().filter_map(|it| it.path.as_deref());
    // In folders only Markdown is met.
    let are_folders = selection.paths.iter().all(|it| it.is_dir());
    if !places.map(input::real).any(|it| it.is_file() && (!are_folders || input::is_markdown(&it))) {
        return Vec::new();
    }
    let is_excluded = |name: &str| setup.for_file(Path::new(name)).is_ok_and(|it| it.excludes(Path::new(name)));
    input::collect(selection, is_excluded).0.iter().map(|it| it.path().to_owned()).collect()
}

/// What a file is, and where else to write.
type Kept = (&'static str, &'static str);

const CONFIGURATION: Kept = ("a configuration", "name another file");
const BASELINE: Kept = ("a baseline", "name another file; `pingless baseline` writes a baseline");
const RULES: Kept = ("read by each run", "name another file");
const TEXT: Kept = (
    "one of the texts that are read",
    "name another file; a report that lies among them is left out by `.pinglessignore`",
);

fn refused(path: &Path, (what, help): Kept) -> Exit {
    complain(&format!("{} is {what}: a report would take its place", path.display()), help)
}

/// What is read of a repository beside its texts, wherever in it that lies.
const RULING: [&str; 5] = ["CODEOWNERS", ".gitattributes", ".gitignore", ".ignore", ".pinglessignore"];

/// Whether a path is that of a page of a rule.
fn is_page(path: &Path) -> bool {
    input::real(path).ancestors().skip(1).any(|it| it.ends_with(pages::FOLDER))
}

/// Whether a path, or what it is a link to, is called so.
fn is_called(path: &Path, names: &[&str]) -> bool {
    let real = input::real(path);
    [path, &real].iter().any(|it| it.file_name().is_some_and(|name| names.iter().any(|own| name == *own)))
}
