//! What a run needs before it reads a text: the catalog with the user's pages, and the configuration of each folder.

mod flags;
mod layers;
mod naming;
pub mod pages;
mod place;
mod scoped;
mod templates;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use flags::CONFIG;
use jiff::Timestamp;
pub use layers::FILES;
use layers::Layers;
pub use naming::Naming;
use pages::Pages;
use place::folder_of;
pub use place::{shown, shown_folder};
pub use scoped::Scoped;
use templates::Library;

use crate::cli::{AstArg, RuleArgs};
use crate::config::{COMMAND_LINE, Policy, Settings};
use crate::input;
use crate::markdown::Ast;
use crate::rule::{Catalog, Mistake};
use crate::text::Span;

/// The variable that names a configuration: below `--config`, above what lies around a file.
const VARIABLE: &str = "PINGLESS_CONFIG";

/// Catalog and configuration of a run.
pub struct Setup {
    pub catalog: Arc<Catalog>,
    /// The user's pages in it.
    pub pages: Pages,
    /// The folder that they lie in.
    own: Option<PathBuf>,
    command_line: (toml::Table, Settings),
    /// One configuration for every file, where it was given or forbidden.
    fixed: Option<Scoped>,
    folders: HashMap<PathBuf, Scoped>,
    /// What is wrong with those that are refused: each of their texts would ask anew.
    refused: HashMap<PathBuf, Vec<Mistake>>,
    pub templates: Library,
    /// Nothing counts but the command line.
    is_isolated: bool,
    now: Option<Timestamp>,
    ast: Ast,
}

impl Setup {
    /// What holds in the current folder.
    pub fn new(args: &RuleArgs) -> Result<Self, Vec<Mistake>> {
        Self::after(None, args)
    }

    /// The same for texts, which may lie in another repository.
    pub fn of_texts(paths: &[PathBuf], args: &RuleArgs) -> Result<Self, Vec<Mistake>> {
        Self::with_pages(None, paths, args)
    }

    /// The same in the place of an earlier one, whose catalog it takes over while the pages are the same: a catalog takes
    /// time to make, and what searches for its patterns keeps them as long as the program runs.
    pub fn after(earlier: Option<&Self>, args: &RuleArgs) -> Result<Self, Vec<Mistake>> {
        Self::with_pages(earlier, &[], args)
    }

    fn with_pages(earlier: Option<&Self>, texts: &[PathBuf], args: &RuleArgs) -> Result<Self, Vec<Mistake>> {
        let own = if args.from.isolated { None } else { pages::of_texts(texts) };
        let pages = own.as_deref().map_or_else(|| Ok(Pages::new()), pages::read)?;
        let known = earlier.filter(|it| it.pages == pages).map(|it| Arc::clone(&it.catalog));
        let catalog = known.map_or_else(|| Catalog::with_user_pages(&pages).map(Arc::new), Ok)?;
        let mut setup = Self {
            catalog,
            pages,
            own,
            command_line: Default::default(),
            fixed: None,
            folders: HashMap::new(),
            refused: HashMap::new(),
            templates: Library::default(),
            is_isolated: args.from.isolated,
            now: args.now,
            ast: match args.ast {
                AstArg::OnDemand => Ast::OnDemand,
                AstArg::Always => Ast::Always,
            },
        };
        setup.command_line = flags::settings(args, &setup.catalog)?;
        let here = std::env::current_dir().unwrap_or_default();
        let file = flags::file(args);
        let variable = || std::env::var_os(VARIABLE).filter(|it| !it.is_empty() && !args.from.isolated);
        let file = file.or_else(|| Some(("environment", "PINGLESS_CONFIG=", variable()?)));
        if let Some((whence, means, file)) = file {
            setup.fixed = Some(setup.given((whence, means), Path::new(&file), here)?);
        } else if args.from.isolated {
            setup.fixed = Some(setup.scoped(Layers::default(), here, None));
        }
        Ok(setup)
    }

    /// The configuration of a file: the nearest one around it.
    pub fn for_file(&mut self, path: &Path) -> Result<&Scoped, Vec<Mistake>> {
        self.for_folder(&folder_of(path))
    }

    /// Whether a file is left out of every run. One whose configuration is wrong is, and what is wrong is told once.
    pub fn leaves_out(&mut self, path: &Path, wrong: &mut Vec<Mistake>) -> bool {
        match self.for_file(path) {
            Ok(scoped) => scoped.excludes(path),
            Err(found) => {
                let news: Vec<Mistake> = found.into_iter().filter(|it| !wrong.contains(it)).collect();
                wrong.extend(news);
                true
            }
        }
    }

    /// The configuration of the current folder, for a text without a file.
    pub fn for_here(&mut self) -> Result<&Scoped, Vec<Mistake>> {
        let here = std::env::current_dir().unwrap_or_default();
        self.for_folder(&here)
    }

    /// What applies to a file, or to a text without one in the current folder, with the templates of its place.
    pub fn policy(&mut self, path: Option<&Path>) -> Result<Policy, Vec<Mistake>> {
        let folder = match path {
            Some(path) => folder_of(path),
            None => std::env::current_dir().unwrap_or_default(),
        };
        let scoped = self.for_folder(&folder)?;
        let mut policy = scoped.policy(path);
        let configured = scoped.folder();
        policy.now = self.now;
        policy.ast = self.ast;
        if !self.is_isolated {
            policy.templates = self.templates.of(&folder, configured.as_deref());
        }
        Ok(policy)
    }

    /// The moment of reading, where somebody said it.
    pub fn now(&self) -> Option<Timestamp> {
        self.now
    }

    /// The files of the configurations that were asked for so far, with all that they build on.
    pub fn files(&self) -> BTreeSet<PathBuf> {
        let known = self.fixed.iter().chain(self.folders.values());
        known.flat_map(|it| it.file.iter().cloned().chain(it.extended().into_iter().map(PathBuf::from))).collect()
    }

    /// Whether a file, or one in a folder, was read for what it says of texts: a configuration, a page, a template.
    pub fn is_told_by(&self, path: &Path) -> bool {
        let pages = self.own.iter().map(|it| input::absolute(it));
        let files = self.files().into_iter().map(|it| input::absolute(&it));
        files.chain(pages).chain(self.templates.files()).any(|it| it.starts_with(path))
    }

    /// The first of the configurations that were asked for so far.
    pub fn file(&self) -> Option<&Path> {
        self.fixed.iter().chain(self.folders.values()).filter_map(|it| it.file.as_deref()).min()
    }

    fn for_folder(&mut self, folder: &Path) -> Result<&Scoped, Vec<Mistake>> {
        if self.fixed.is_none() && !self.folders.contains_key(folder) {
            let mut passed = Vec::new();
            let scoped = self.discovered(folder, &mut passed)?;
            // What holds for a folder holds for all on the way to where that was found.
            self.folders.extend(passed.into_iter().map(|it| (it.to_owned(), scoped.clone())));
        }
        Ok(self.fixed.as_ref().unwrap_or_else(|| &self.folders[folder]))
    }

    /// The nearest configuration around a folder, within its repository, and the folders that were looked into for it.
    fn discovered<'f>(&mut self, folder: &'f Path, passed: &mut Vec<&'f Path>) -> Result<Scoped, Vec<Mistake>> {
        let here = std::env::current_dir().unwrap_or_default();
        for around in folder.ancestors() {
            if let Some(known) = self.folders.get(around) {
                return Ok(known.clone());
            }
            passed.push(around);
            let unread = pages::unread(around, self.own.as_deref()).filter(|_| !self.is_isolated);
            let is_root = around.join(".git").exists();
            let found = match self.refused.get(around) {
                Some(mistakes) => Err(mistakes.clone()),
                None => layers::in_folder(around, is_root, &self.catalog),
            };
            if let Err(mistakes) = &found {
                self.refused.entry(around.to_owned()).or_insert_with(|| mistakes.clone());
            }
            // Whoever stands in a folder means it; in one below, the configuration around it may leave this one out.
            let outer = around.parent().filter(|_| around != here && around.starts_with(&here));
            if let Some(outer) = outer.filter(|_| unread.is_some() || !matches!(found, Ok(None)))
                && let Ok(outer) = self.for_folder(outer)
                && outer.excludes(&around.join(layers::FILES[1]))
            {
                return Ok(outer.clone());
            }
            // Pages around a text that are not those of the run.
            self.templates.notices.extend(unread);
            if let Some(found) = found? {
                let is_known = |notice: &_| self.templates.notices.contains(notice);
                let news: Vec<_> = found.notice.into_iter().filter(|it| !is_known(it)).collect();
                self.templates.notices.extend(news);
                return Ok(self.scoped(found.layers, input::absolute(around), Some(found.file)));
            }
            if is_root {
                break;
            }
        }
        // Where there is none, the command line alone speaks, and means the paths of whoever wrote it.
        Ok(self.scoped(Layers::default(), here, None))
    }

    /// A configuration under what the command line says.
    fn scoped(&self, layers: Layers, root: PathBuf, file: Option<PathBuf>) -> Scoped {
        let (table, settings) = self.command_line.clone();
        Scoped::new(layers.under((format!("the {COMMAND_LINE}"), table), settings), root, file)
    }

    /// Goes on as if a configuration with this text lay in a folder that has none.
    pub fn suppose(&mut self, folder: &Path, text: &str) -> Result<(), Vec<Mistake>> {
        let file = folder.join(layers::FILES[1]);
        let layers = layers::supposed(&file, text, &self.catalog)?;
        self.folders.clear();
        self.refused.clear();
        self.folders.insert(folder.to_owned(), self.scoped(layers, folder.to_owned(), Some(file)));
        Ok(())
    }

    /// The one configuration of the run, which must be there: where it is named, and what is said before its name.
    fn given(&self, (whence, means): (&str, &str), file: &Path, root: PathBuf) -> Result<Scoped, Vec<Mistake>> {
        let is_folder = file.is_dir();
        if !is_folder && let Some(layers) = layers::load(file, &root, &self.catalog)? {
            return Ok(self.scoped(layers, root, Some(file.to_owned())));
        }
        let (message, help) = match file {
            it if it.is_file() => ("this file says nothing to pingless", "give it a `[tool.pingless]`"),
            _ if is_folder => ("this is a folder, and no configuration", "name the file in it"),
            it if it.exists() => ("this is no file that can be read", "write what it says into a file, and name that"),
            _ => ("there is no such configuration", "paths are relative to the current folder"),
        };
        let text = format!("{means}{}", file.display());
        let place = Span::new(means.len(), text.len());
        Err(vec![Mistake::new(whence, &text, place, message, help)])
    }
}

#[cfg(test)]
mod tests {
    use super::{Arc, RuleArgs, Setup};

    #[test]
    fn a_catalog_outlives_a_configuration() {
        let args = RuleArgs::isolated();
        let first = Setup::new(&args).expect("nothing is read");
        let next = Setup::after(Some(&first), &RuleArgs { pedantic: true, ..args }).expect("nothing is read");
        assert!(Arc::ptr_eq(&first.catalog, &next.catalog));
    }
}
