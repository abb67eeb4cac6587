//! What a run needs before it reads a text: the catalog with the user's pages, and the configuration of each folder.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::templates::Library;
use crate::cli::RuleArgs;
use crate::config::{COMMAND_LINE, Policies, Policy, Settings};
use crate::rule::{Catalog, Mistake};
use crate::text::Span;

/// Where a user's pages are found, in the current folder or one above it.
const USER_PAGES: &str = ".pingless/rules";
const CONFIG_FILES: [&str; 3] = [".pingless.toml", "pingless.toml", "pyproject.toml"];

/// Settings, the folder that their globs are relative to, and the file that they come from.
#[derive(Debug, Clone, Default)]
pub struct Scoped {
    pub settings: Settings,
    policies: Policies,
    root: PathBuf,
    pub file: Option<PathBuf>,
}

impl Scoped {
    fn new(settings: Settings, root: PathBuf, file: Option<PathBuf>) -> Self {
        Self { policies: Policies::new(&settings), settings, root, file }
    }

    /// What applies to one path.
    pub fn policy(&self, path: Option<&Path>) -> Policy {
        let relative = path.map(|path| self.relative(path));
        self.policies.of(relative.as_deref())
    }

    /// The folder that the configuration speaks of, where there is one.
    pub fn folder(&self) -> Option<PathBuf> {
        self.file.as_ref().map(|_| self.root.clone())
    }

    pub fn excludes(&self, path: &Path) -> bool {
        self.policies.excludes(&self.relative(path))
    }

    fn relative(&self, path: &Path) -> String {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let below = absolute.strip_prefix(&self.root).unwrap_or(path);
        crate::input::name_of(below)
    }
}

/// Catalog and configuration of a run.
pub struct Setup {
    pub catalog: Catalog,
    command_line: Settings,
    /// One configuration for every file, where it was given or forbidden.
    fixed: Option<Scoped>,
    folders: HashMap<PathBuf, Scoped>,
    pub templates: Library,
    /// Nothing counts but the command line.
    is_isolated: bool,
}

impl Setup {
    pub fn new(args: &RuleArgs) -> Result<Self, Vec<Mistake>> {
        let pages = if args.isolated { Vec::new() } else { user_pages()? };
        let catalog = Catalog::with_user_pages(&pages)?;
        let mut setup = Self {
            catalog,
            command_line: Settings::default(),
            fixed: None,
            folders: HashMap::new(),
            templates: Library::default(),
            is_isolated: args.isolated,
        };
        setup.command_line = setup.command_line(args)?;
        let files: Vec<&String> = args.config.iter().filter(|word| !word.contains('=')).collect();
        let here = std::env::current_dir().unwrap_or_default();
        if let Some(file) = files.last() {
            let mut scoped = setup.load(Path::new(file.as_str()))?.unwrap_or_default();
            scoped.root = here;
            setup.fixed = Some(scoped);
        } else if args.isolated {
            setup.fixed = Some(Scoped::new(setup.command_line.clone(), here, None));
        }
        Ok(setup)
    }

    /// The configuration of a file: the nearest one around it.
    pub fn for_file(&mut self, path: &Path) -> Result<&Scoped, Vec<Mistake>> {
        self.for_folder(&folder_of(path))
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
        let configured = scoped.file.as_ref().map(|_| scoped.root.clone());
        if !self.is_isolated {
            policy.templates = self.templates.of(&folder, configured.as_deref());
        }
        Ok(policy)
    }

    fn for_folder(&mut self, folder: &Path) -> Result<&Scoped, Vec<Mistake>> {
        if self.fixed.is_none() && !self.folders.contains_key(folder) {
            let scoped = self.discover(folder)?;
            self.folders.insert(folder.to_owned(), scoped);
        }
        Ok(self.fixed.as_ref().unwrap_or_else(|| &self.folders[folder]))
    }

    fn discover(&self, folder: &Path) -> Result<Scoped, Vec<Mistake>> {
        for around in folder.ancestors() {
            for name in CONFIG_FILES {
                if let Some(scoped) = self.load(&around.join(name))? {
                    return Ok(scoped);
                }
            }
            if around.join(".git").exists() {
                break;
            }
        }
        Ok(Scoped::new(self.command_line.clone(), folder.to_owned(), None))
    }

    /// Reads a configuration and those that it extends; nothing where there is no such file or it says nothing.
    fn load(&self, file: &Path) -> Result<Option<Scoped>, Vec<Mistake>> {
        if !file.is_file() {
            return Ok(None);
        }
        let Some(mut settings) = self.parse(file)? else { return Ok(None) };
        let mut seen = vec![file.to_owned()];
        let mut from = file.to_owned();
        while let Some(extend) = settings.extend.take() {
            let base = from.parent().unwrap_or(Path::new("")).join(extend.get_ref());
            let text = fs::read_to_string(&from).unwrap_or_default();
            let wrong = |message: &str| {
                let span = Span::from(extend.span());
                let span = if span.end <= text.len() { span } else { Span::new(0, 0) };
                let help = "name a configuration file, relative to this one";
                vec![Mistake::new(&shown(&from), &text, span, message, help)]
            };
            if seen.contains(&base) {
                return Err(wrong("this configuration extends itself"));
            }
            let below = self.parse(&base)?.ok_or_else(|| wrong("there is no such configuration"))?;
            let next = below.extend.clone();
            settings = settings.over(below);
            settings.extend = next;
            seen.push(base.clone());
            from = base;
        }
        let root =
            std::path::absolute(file).ok().and_then(|path| path.parent().map(Path::to_owned)).unwrap_or_default();
        Ok(Some(Scoped::new(self.command_line.clone().over(settings), root, Some(file.to_owned()))))
    }

    fn parse(&self, file: &Path) -> Result<Option<Settings>, Vec<Mistake>> {
        let Ok(text) = fs::read_to_string(file) else { return Ok(None) };
        let name = shown(file);
        let parsed = match file.ends_with("pyproject.toml") {
            true => Settings::parse_pyproject(&name, &text),
            false => Settings::parse(&name, &text).map(Some),
        };
        let settings = parsed.map_err(|mistake| vec![mistake])?;
        let mistakes = settings.as_ref().map(|it| it.mistakes(&name, &text, &self.catalog)).unwrap_or_default();
        if mistakes.is_empty() { Ok(settings) } else { Err(mistakes) }
    }

    /// The flags, as settings over all others.
    fn command_line(&self, args: &RuleArgs) -> Result<Settings, Vec<Mistake>> {
        let list = |words: &[String]| words.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>().join(", ");
        let mut lines: Vec<String> = args.config.iter().filter(|word| word.contains('=')).cloned().collect();
        if !args.select.is_empty() {
            lines.push(format!("select = [{}]", list(&args.select)));
        }
        if !args.ignore.is_empty() {
            lines.push(format!("ignore = [{}]", list(&args.ignore)));
        }
        if !args.extend_select.is_empty() {
            lines.push(format!("extend-select = [{}]", list(&args.extend_select)));
        }
        if args.pedantic {
            lines.push("pedantic = true".to_owned());
        }
        if args.strict {
            lines.push("strict = true".to_owned());
        }
        let text = lines.join("\n") + "\n";
        let settings = Settings::parse(COMMAND_LINE, &text).map_err(|mistake| vec![mistake])?;
        let mistakes = settings.mistakes(COMMAND_LINE, &text, &self.catalog);
        if mistakes.is_empty() { Ok(settings) } else { Err(mistakes) }
    }
}

fn folder_of(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    absolute.parent().unwrap_or(&absolute).to_owned()
}

/// The user's own pages: `(path, text)`.
fn user_pages() -> Result<Vec<(String, String)>, Vec<Mistake>> {
    let here = std::env::current_dir().unwrap_or_default();
    for around in here.ancestors() {
        let folder = around.join(USER_PAGES);
        if folder.is_dir() {
            return Ok(pages_in(&folder));
        }
        if around.join(".git").exists() {
            break;
        }
    }
    Ok(Vec::new())
}

/// The pages of a folder: in it, and in the folders of groups below it.
pub fn pages_in(folder: &Path) -> Vec<(String, String)> {
    let mut paths = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "md") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    paths.iter().filter_map(|path| Some((shown(path), fs::read_to_string(path).ok()?))).collect()
}

/// The name of a file as somebody in the current folder would write it.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    crate::input::name_of(path.strip_prefix(&here).unwrap_or(path))
}
