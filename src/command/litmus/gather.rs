//! What the litmus test looks at: the pages of a repository as they lie on disk, or as they lay at a commit.

use std::collections::HashMap;
use std::path::Path;

use jiff::Timestamp;
use rayon::prelude::*;

use crate::config::Policy;
use crate::input::around::Surroundings;
use crate::input::git::{self, Repository};
use crate::input::{self, Met, Selection, name_of};
use crate::lint;
use crate::litmus::{Owners, Page, Question, Threads, Touch, World, plain, read};
use crate::owners;
use crate::rule::{Catalog, Mistake};
use crate::run::setup::{Setup, shown};
use crate::run::work::with_kind;
use crate::text::Source;
use crate::words::program::is_program;

/// The moment is that of the newest commit where nobody says another: what is known then is what the texts know.
#[derive(Debug, Default)]
pub struct Gathered {
    pub name: String,
    pub pages: Vec<Page>,
    pub files: Vec<String>,
    pub owners: Option<Owners>,
    pub configured: Vec<(String, Vec<String>)>,
    pub ignored: Vec<(Option<String>, Question)>,
    /// The file that says so.
    pub configuration: Option<String>,
    pub now: Option<Timestamp>,
    pub changed: Option<HashMap<String, i64>>,
    pub touches: Option<Vec<Touch>>,
    pub threads: Option<Threads>,
    pub unread: usize,
}

/// Names of documents that are not read end so.
const OTHER_FORMS: &[&str] = &["rst", "adoc", "asciidoc", "org", "textile", "mediawiki", "rdoc", "pod", "creole"];

pub const YEAR: i64 = 365 * 24 * 60 * 60;

impl Gathered {
    /// Reads the repository at `root`: its files on disk, or those of a commit (an id).
    pub fn of(
        setup: &mut Setup,
        root: &Path,
        commit: Option<&str>,
        now: Option<Timestamp>,
    ) -> Result<Self, Vec<Mistake>> {
        let around = Surroundings::new(root, commit);
        let mut files = around.files().to_vec();
        let wanted = wanted(setup, root, commit, &mut files)?;
        files.sort();
        files.dedup();
        let scoped = setup.for_file(&root.join("README.md"))?;
        let configuration = scoped.file.as_deref().map(shown);
        let (configured, ignored) = (scoped.settings().litmus.configured(), scoped.settings().litmus.ignored());
        let is_there = |path: &str| files.binary_search_by(|it| it.as_str().cmp(path)).is_ok();
        let owners = owners::first(|path| is_there(path).then(|| around.text(path)).flatten());
        let owners = owners.map(|(path, text)| Owners::read(path, text));
        let catalog = &setup.catalog;
        let page = |(path, policy): &(String, Policy)| Some(document(path, around.text(path)?, policy, catalog));
        let mut pages: Vec<Page> = wanted.par_iter().filter_map(page).collect();
        let others = files.iter().filter(|it| plain::is_read(it));
        pages.extend(others.filter_map(|it| Some(plain::read(it, &around.text(it)?))));
        pages.sort_by(|one, other| one.path.cmp(&other.path));
        let unread = files.iter().filter(|it| is_unread(it)).count();
        let name = root.file_name().map_or_else(|| "repository".to_owned(), |it| it.to_string_lossy().into_owned());
        let gathered = Self { name, pages, files, owners, now, unread, ..Self::default() };
        Ok(Self { configured, ignored, configuration, ..gathered }.with_history(root, commit))
    }

    /// Adds when files were changed, and by how many.
    fn with_history(mut self, root: &Path, commit: Option<&str>) -> Self {
        let repository = Repository::at(root);
        let Some(head) = commit.map(str::to_owned).or_else(|| repository.commit("HEAD").ok()) else { return self };
        let Some(newest) = repository.time_of(&head) else { return self };
        self.now = self.now.or_else(|| Timestamp::from_second(newest).ok());
        let until = self.now.map_or(newest, Timestamp::as_second);
        // Where a clone ends, every file looks new, and by one author.
        if repository.is_shallow() {
            return self;
        }
        let Ok(worked) = repository.worked(&head, until - YEAR, until, is_program) else { return self };
        let mut changed: HashMap<String, i64> = HashMap::new();
        for it in &worked {
            let at = changed.entry(it.path.clone()).or_insert(it.at);
            *at = (*at).max(it.at);
        }
        self.changed = Some(changed);
        let by_people = worked.into_iter().filter(|it| it.who != git::NOBODY);
        self.touches = Some(by_people.map(|it| Touch { who: it.who, path: it.path }).collect());
        self
    }

    pub fn world(&self) -> World<'_> {
        World {
            name: &self.name,
            files: &self.files,
            owners: self.owners.as_ref(),
            configured: &self.configured,
            ignored: &self.ignored,
            now: self.now,
            changed: self.changed.as_ref(),
            touches: self.touches.as_deref(),
            threads: self.threads.as_ref(),
            unread: self.unread,
        }
    }
}

fn is_unread(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| OTHER_FORMS.contains(&ending.to_ascii_lowercase().as_str()))
}

/// The Markdown that is read, each with what applies to it. On disk also what git does not know yet.
fn wanted(
    setup: &mut Setup,
    root: &Path,
    commit: Option<&str>,
    files: &mut Vec<String>,
) -> Result<Vec<(String, Policy)>, Vec<Mistake>> {
    let paths: Vec<String> = if commit.is_some() {
        let mut met = Met::default();
        files.iter().filter(|it| met.is_met(root, &root.join(it))).cloned().collect()
    } else {
        let selection = Selection { paths: vec![root.to_owned()], ..Selection::default() };
        let (found, _) = input::collect(&selection, |_| false);
        let below = |path: &Path| path.strip_prefix(root).ok().map(name_of);
        let found: Vec<String> = found.iter().filter_map(|it| below(it.path())).collect();
        files.extend(found.iter().cloned());
        found
    };
    let mut wanted = Vec::new();
    for path in paths {
        if let Some(policy) = policy(setup, root, &path)? {
            wanted.push((path, policy));
        }
    }
    Ok(wanted)
}

/// What applies to a document; nothing where it is left out. Among fixtures, what is wrong may be so on purpose: their
/// texts answer nothing, and a mistake in their configuration stops nobody.
pub fn policy(setup: &mut Setup, root: &Path, path: &str) -> Result<Option<Policy>, Vec<Mistake>> {
    let file = root.join(path);
    let policy = match setup.for_file(&file) {
        Ok(scoped) if scoped.excludes(&file) => return Ok(None),
        Ok(_) => setup.policy(Some(&file)),
        Err(mistakes) => Err(mistakes),
    };
    match policy {
        Err(_) if read::is_aside(path) => Ok(None),
        policy => policy.map(Some),
    }
}

/// What one document says.
pub fn document(path: &str, text: String, policy: &Policy, catalog: &Catalog) -> Page {
    let source = with_kind(Source::file(path, text), policy);
    let doc = lint::document(&source, policy);
    read::document(&doc, &lint::recognise(&doc, catalog, policy), path)
}
