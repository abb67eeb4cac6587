//! How the outcome came about: the same test at commits of the past. What two of them have in common is read once.

use std::collections::HashMap;
use std::path::Path;

use jiff::Timestamp;
use rayon::prelude::*;

use super::gather::{YEAR, document, policy};
use super::points::pick;
use crate::config::Policy;
use crate::input::git::history::MainLine;
use crate::input::git::{Object, Objects, Refusal, Repository};
use crate::input::{LARGEST, Met};
use crate::litmus::trend::{Point, Trend};
use crate::litmus::{self, Litmus, Owners, Page, Question, World, plain};
use crate::owners;
use crate::run::progress::Progress;
use crate::run::setup::Setup;
use crate::run::stop::Stop;
use crate::run::window::Since;

/// A path and the id of what lies there: what a page says depends on both.
type Key = (String, String);

/// So many bytes of texts are held at once.
const MOST_HELD: usize = 4 * LARGEST as usize;

/// The outcome at commits since a day or a commit, up to HEAD, by the configuration that lies here now. `keep` leaves
/// out systems that nobody asked for.
pub fn trend(
    setup: &mut Setup,
    root: &Path,
    name: &str,
    since: &str,
    keep: impl Fn(&mut Litmus),
) -> Result<Trend, Stop> {
    if let Err(refusal) = Repository::around(root) {
        return Err(match refusal.is_no_repository() {
            true => Stop::Nothing(refusal.to_string(), "run it in a repository, or leave `--since` out"),
            false => refusal.into(),
        });
    }
    let repository = Repository::at(root);
    if repository.commit("HEAD").is_err() {
        return Err(Stop::Nothing("there is no commit yet".to_owned(), "leave `--since` out, or commit first"));
    }
    let mut commits = Since::of(since).commits(&repository)?;
    if let Since::Commit(named) = Since::of(since) {
        commits.extend(start(&repository, &named)?);
    }
    let points = pick(&commits);
    if points.is_empty() {
        let help = "name an earlier day or commit with `--since`";
        return Err(Stop::Nothing("there is no commit since then".to_owned(), help));
    }
    let progress = Progress::new(points.len(), "commits", true);
    let mut walk = Walk::new(setup, root, name, repository)?;
    let mut trend = Trend::default();
    for commit in points {
        let mut litmus = walk.at(&commit)?;
        keep(&mut litmus);
        let at = Timestamp::from_second(commit.time).unwrap_or_default();
        trend.points.push(Point::of(commit.id, at, &litmus));
        progress.step();
    }
    Ok(trend)
}

/// The commit that somebody names is where they want to start. One that HEAD does not come from is none of its past.
fn start(repository: &Repository, named: &str) -> Result<Option<MainLine>, Refusal> {
    let id = repository.commit(named)?;
    let head = repository.commit("HEAD")?;
    if repository.merge_base(&id, &head).as_deref() != Some(id.as_str()) {
        return Ok(None);
    }
    let time = repository.time_of(&id);
    Ok(time.map(|time| MainLine { id, time, is_root: false }))
}

/// What is known on the way, from the oldest point to the newest.
struct Walk<'w> {
    setup: &'w mut Setup,
    root: &'w Path,
    name: &'w str,
    repository: Repository,
    objects: Objects,
    is_shallow: bool,
    met: Met,
    /// What applies to each document; nothing to one that is left out.
    policies: HashMap<String, Option<Policy>>,
    /// What was read; nothing where it is no text.
    pages: HashMap<Key, Option<Page>>,
    /// When each file was last changed.
    changed: HashMap<String, i64>,
    /// The point before.
    before: Option<String>,
    configured: Vec<(String, Vec<String>)>,
    ignored: Vec<(Option<String>, Question)>,
}

impl<'w> Walk<'w> {
    fn new(setup: &'w mut Setup, root: &'w Path, name: &'w str, repository: Repository) -> Result<Self, Stop> {
        let settings = &setup.for_file(&root.join("README.md"))?.settings().litmus;
        let (configured, ignored) = (settings.configured(), settings.ignored());
        Ok(Self {
            setup,
            root,
            name,
            objects: repository.objects()?,
            is_shallow: repository.is_shallow(),
            repository,
            met: Met::default(),
            policies: HashMap::new(),
            pages: HashMap::new(),
            changed: HashMap::new(),
            before: None,
            configured,
            ignored,
        })
    }

    fn at(&mut self, commit: &MainLine) -> Result<Litmus, Stop> {
        let known = self.repository.known_at(&commit.id)?;
        let files = known.into_iter().filter(|it| !it.is_repository);
        let mut known: Vec<Key> = files.filter_map(|it| Some((it.path, it.blob?))).collect();
        known.sort();
        let mut wanted = Vec::new();
        for key in &known {
            if self.is_read(&key.0)? {
                wanted.push(key.clone());
            }
        }
        self.read(&wanted)?;
        let owners = self.owners(&known)?;
        let files: Vec<String> = known.into_iter().map(|it| it.0).collect();
        self.hear(commit)?;
        let held = wanted.into_iter().filter_map(|key| Some((self.pages.get_mut(&key)?.take()?, key)));
        let (pages, keys): (Vec<Page>, Vec<Key>) = held.collect();
        let world = World {
            name: self.name,
            files: &files,
            owners: owners.as_ref(),
            configured: &self.configured,
            ignored: &self.ignored,
            now: Timestamp::from_second(commit.time).ok(),
            changed: (!self.is_shallow).then_some(&self.changed),
            ..World::default()
        };
        let litmus = litmus::judge(&pages, &world);
        self.pages.extend(keys.into_iter().zip(pages.into_iter().map(Some)));
        Ok(litmus)
    }

    fn is_read(&mut self, path: &str) -> Result<bool, Stop> {
        if plain::is_read(path) {
            return Ok(true);
        }
        if let Some(known) = self.policies.get(path) {
            return Ok(known.is_some());
        }
        let file = self.root.join(path);
        let is_met = self.met.is_met(self.root, &file);
        let policy = if is_met { policy(self.setup, self.root, path)? } else { None };
        let is_wanted = policy.is_some();
        self.policies.insert(path.to_owned(), policy);
        Ok(is_wanted)
    }

    /// Reads what no point before had.
    fn read(&mut self, wanted: &[Key]) -> Result<(), Stop> {
        let mut left =
            wanted.iter().filter(|it| !self.pages.contains_key(*it)).cloned().collect::<Vec<_>>().into_iter();
        while !left.as_slice().is_empty() {
            let mut texts: Vec<(Key, Option<String>)> = Vec::new();
            let mut held = 0;
            for key in left.by_ref() {
                let text = text(&mut self.objects, &key)?;
                held += text.as_ref().map_or(0, String::len);
                texts.push((key, text));
                if held >= MOST_HELD {
                    break;
                }
            }
            let (policies, catalog) = (&self.policies, &self.setup.catalog);
            let page = |(key, text): (Key, Option<String>)| {
                let page = text.map(|text| match policies.get(&key.0).and_then(Option::as_ref) {
                    Some(policy) => document(&key.0, text, policy, catalog),
                    None => plain::read(&key.0, &text),
                });
                (key, page)
            };
            self.pages.extend(texts.into_par_iter().map(page).collect::<Vec<_>>());
        }
        Ok(())
    }

    fn owners(&mut self, known: &[Key]) -> Result<Option<Owners>, Stop> {
        let found = owners::first(|path| {
            let at = known.binary_search_by(|it| it.0.as_str().cmp(path)).ok()?;
            text(&mut self.objects, &known[at]).transpose()
        });
        Ok(match found {
            Some((path, text)) => Some(Owners::read(path, text?)),
            None => None,
        })
    }

    /// Hears what was changed since the point before.
    fn hear(&mut self, commit: &MainLine) -> Result<(), Stop> {
        if self.is_shallow {
            return Ok(());
        }
        let from = commit.time - YEAR;
        for (path, changed) in self.repository.changed_beyond(&commit.id, self.before.as_deref(), from, commit.time)? {
            let at = self.changed.entry(path).or_insert(changed);
            *at = (*at).max(changed);
        }
        self.changed.retain(|_, at| *at >= from);
        self.before = Some(commit.id.clone());
        Ok(())
    }
}

fn text(objects: &mut Objects, (path, id): &Key) -> Result<Option<String>, Refusal> {
    Ok(match objects.present(id, path)? {
        Object::Blob(bytes) => String::from_utf8(bytes).ok(),
        Object::TooLarge(_) | Object::Missing => None,
    })
}
