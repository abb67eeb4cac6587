//! Configuration files: where they lie, and those that they build on.

use std::fs;
use std::path::{Path, PathBuf};

use super::shown;
use crate::config::{Quiet, Settings, Told, quiet, told};
use crate::input;
use crate::rule::{Catalog, Mistake};
use crate::settle::Notice;
use crate::text::Span;

/// The names of a configuration file, the strongest first.
pub const FILES: [&str; 3] = [".pingless.toml", "pingless.toml", "pyproject.toml"];
/// Where forges keep such files; it is asked last, and only at the root of a repository.
const FORGE_FILE: &str = ".github/pingless.toml";
/// The cures of a file that another one names.
const RELATIVE: &str = "name a configuration file, relative to this one";
const OUTSIDE: &str =
    "extend a file of this repository; one that lies elsewhere can be named with `--config` or PINGLESS_CONFIG";
const ELSEWHERE: &str = "`pingless config` in its own folder says what is wrong with it";
/// More files than this build on each other by mistake.
const MOST_FILES: usize = 64;

/// A configuration as it was read: its own file and those that it builds on, the strongest first.
#[derive(Debug, Clone, Default)]
pub struct Layers {
    /// What reports call each file, and what it holds.
    tables: Vec<(String, toml::Table)>,
    /// What each file keeps silent.
    pub quiet: Vec<(String, Vec<Quiet>)>,
    pub settings: Settings,
    /// From these folders the globs of some of its files count, and not from that of the configuration.
    pub folders: Vec<PathBuf>,
}

/// A configuration, and the file that it was found in.
pub struct Found {
    pub file: PathBuf,
    pub layers: Layers,
    pub notice: Option<Notice>,
}

/// The configuration that lies in a folder, which may be the root of its repository.
pub fn in_folder(folder: &Path, is_root: bool, catalog: &Catalog) -> Result<Option<Found>, Vec<Mistake>> {
    for name in FILES.into_iter().chain(is_root.then_some(FORGE_FILE)) {
        let file = folder.join(name);
        if let Some(layers) = load(&file, folder, catalog)? {
            return Ok(Some(Found { file, layers, notice: two_of_them(folder, name) }));
        }
    }
    Ok(None)
}

/// Two files of one folder that both could be meant.
fn two_of_them(folder: &Path, used: &str) -> Option<Notice> {
    let other = folder.join(FILES[1]);
    let is_double = used == FILES[0] && other.is_file();
    is_double.then(|| Notice {
        path: shown(&other),
        message: format!("it is not read: `{}` beside it counts", FILES[0]),
        help: "keep one of the two".to_owned(),
        fatal: false,
    })
}

/// A configuration that is not written yet, and extends none.
pub fn supposed(file: &Path, text: &str, catalog: &Catalog) -> Result<Layers, Vec<Mistake>> {
    let Some(layer) = parsed(file, text.to_owned(), catalog)? else { return Ok(Layers::default()) };
    let quiet = vec![(layer.name.clone(), quiet(&layer.settings, &layer.text))];
    Ok(Layers { tables: vec![(layer.name, layer.table)], quiet, settings: layer.settings, folders: Vec::new() })
}

/// Reads a configuration of a folder and all that it extends; nothing where there is no such file or it says nothing.
pub fn load(file: &Path, folder: &Path, catalog: &Catalog) -> Result<Option<Layers>, Vec<Mistake>> {
    let Some(first) = read(file, catalog)? else { return Ok(None) };
    let mut layers = Layers::default();
    let mut seen: Vec<PathBuf> = Vec::new();
    let folder = input::absolute(folder);
    let mut waiting = vec![(first, vec![resolved(file)], folder.clone())];
    while let Some((mut next, way, from)) = waiting.pop() {
        let own = way.last().cloned().unwrap_or_default();
        if seen.contains(&own) {
            continue;
        }
        // The later one is taken out first, and so counts more.
        for base in next.bases() {
            let place = resolved(&base.file);
            if way.contains(&place) {
                return Err(next.wrong(&base, "this configuration extends itself", RELATIVE));
            }
            if seen.len() + waiting.len() > MOST_FILES {
                let message = format!("more than {MOST_FILES} configurations build on each other");
                return Err(next.wrong(&base, &message, "write what they have in common into one file"));
            }
            if is_outside(file, &place) {
                return Err(next.wrong(&base, "this configuration lies outside of the repository", OUTSIDE));
            }
            if place.is_dir() {
                return Err(next.wrong(
                    &base,
                    "this is a folder, and no configuration",
                    "name the file that lies in it",
                ));
            }
            let below = read(&base.file, catalog).map_err(|mistakes| match is_elsewhere(file, &place) {
                true => next.wrong(&base, "this is no configuration that can be read", ELSEWHERE),
                false => mistakes,
            })?;
            let below = below.ok_or_else(|| next.wrong(&base, "there is no such configuration", RELATIVE))?;
            let below_from = counted_from(&base.file, &from);
            waiting.push((below, way.iter().cloned().chain([place]).collect(), below_from));
        }
        let settings = std::mem::take(&mut next.settings).counted_from(layers.view(&folder, from));
        layers.quiet.push((next.name.clone(), quiet(&settings, &next.text)));
        layers.settings = std::mem::take(&mut layers.settings).over(settings);
        layers.tables.push((next.name, next.table));
        seen.push(own);
    }
    Ok(Some(layers))
}

/// From which folder the globs of a file count that another one builds on, whose own count from `from`. What lies around
/// that folder means what it means there; what lies elsewhere was written for whoever builds on it.
fn counted_from(file: &Path, from: &Path) -> PathBuf {
    let file = input::straight(&input::absolute(file));
    let up = if file.ends_with(FORGE_FILE) { 2 } else { 1 };
    let own = file.ancestors().nth(up).filter(|own| from.starts_with(own));
    own.unwrap_or(from).to_owned()
}

impl Layers {
    /// Which of the views of a path is that from a folder, where the configuration speaks of `own`.
    fn view(&mut self, own: &Path, from: PathBuf) -> usize {
        if from == own {
            return 0;
        }
        let known = self.folders.iter().position(|it| *it == from);
        1 + known.unwrap_or_else(|| {
            self.folders.push(from);
            self.folders.len() - 1
        })
    }

    /// These over which the command line speaks.
    pub fn under(mut self, command_line: (String, toml::Table), settings: Settings) -> Self {
        self.settings = settings.over(self.settings);
        self.tables.insert(0, command_line);
        self
    }

    /// Every setting in force, and the file that says so.
    pub fn told(&self) -> Vec<Told> {
        told(&self.tables)
    }

    /// The files that the first one builds on, the strongest first.
    pub fn extended(&self) -> impl Iterator<Item = &str> {
        self.tables.iter().skip(2).map(|(name, _)| name.as_str())
    }
}

/// One file.
struct Layer {
    name: String,
    folder: PathBuf,
    text: String,
    table: toml::Table,
    settings: Settings,
}

/// A file that another one names.
struct Base {
    file: PathBuf,
    span: Span,
}

impl Layer {
    fn bases(&self) -> Vec<Base> {
        let Some(extend) = &self.settings.extend else { return Vec::new() };
        let whole = Span::from(extend.span());
        let whole = if whole.end <= self.text.len() { whole } else { Span::new(0, 0) };
        let base = |path: &String| {
            let at =
                whole.of(&self.text).find(path.as_str()).map(|at| Span::new(at, at + path.len()).after(whole.start));
            Base { file: self.folder.join(path), span: at.unwrap_or(whole) }
        };
        extend.get_ref().list().iter().map(base).collect()
    }

    fn wrong(&self, base: &Base, message: &str, help: &str) -> Vec<Mistake> {
        vec![Mistake::new(&self.name, &self.text, base.span, message, help)]
    }
}

fn read(file: &Path, catalog: &Catalog) -> Result<Option<Layer>, Vec<Mistake>> {
    // What other programs call so is none of ours.
    let is_ours = !file.ends_with(FILES[2]);
    let is_taken = is_ours && file.is_dir();
    let is_lost = is_ours && file.is_symlink() && !file.exists();
    if !file.is_file() && !is_taken && !is_lost {
        return Ok(None);
    }
    let text = match input::read_own(file) {
        Ok(text) => text,
        Err(error) => {
            let name = shown(&input::straight(file));
            let message = format!("this configuration cannot be read: {error}");
            let help = match input::leads_out(file) {
                _ if is_taken => "give the folder another name, or write a file in its place",
                _ if is_lost => "let the link lead to a file, or write one in its place",
                true => "name what the link leads to with `--config` or PINGLESS_CONFIG",
                false => input::cure_of_own(file),
            };
            return Err(vec![Mistake::new(&name, "", Span::new(0, 0), message, help)]);
        }
    };
    parsed(file, text, catalog)
}

/// What a file says, where it says anything to pingless.
fn parsed(file: &Path, text: String, catalog: &Catalog) -> Result<Option<Layer>, Vec<Mistake>> {
    let name = shown(&input::straight(file));
    let is_pyproject = file.ends_with("pyproject.toml");
    let parsed = match is_pyproject {
        true => Settings::parse_pyproject(&name, &text),
        false => Settings::parse(&name, &text).map(Some),
    };
    let Some(settings) = parsed.map_err(|mistake| vec![mistake])? else { return Ok(None) };
    let mistakes = settings.mistakes(&name, &text, catalog);
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let mut table: toml::Table = text.parse().unwrap_or_default();
    if is_pyproject {
        let own = table.get("tool").and_then(|it| it.get("pingless")).and_then(|it| it.as_table()).cloned();
        table = own.unwrap_or_default();
    }
    Ok(Some(Layer { name, folder: file.parent().unwrap_or(Path::new("")).to_owned(), text, table, settings }))
}

/// Whether a file is none of the repository that another one belongs to: what stands in it is not for everybody who may
/// write a configuration.
fn is_outside(file: &Path, place: &Path) -> bool {
    let file = input::straight(&input::absolute(file));
    let root = file.parent().and_then(input::root_of_repository);
    root.is_some_and(|root| !place.starts_with(input::real(root)))
}

/// Whether a file lies neither beside a configuration nor below the folder that somebody stands in, where no repository
/// tells what belongs together: whoever wrote that configuration may want its words to be shown.
fn is_elsewhere(file: &Path, place: &Path) -> bool {
    let file = input::straight(&input::absolute(file));
    let folder = file.parent().unwrap_or(Path::new("/"));
    let near = [folder, Path::new(".")].map(input::real);
    input::root_of_repository(folder).is_none() && !near.iter().any(|it| place.starts_with(it))
}

/// One name for each file, however it was come by.
fn resolved(file: &Path) -> PathBuf {
    fs::canonicalize(file).unwrap_or_else(|_| file.to_owned())
}
