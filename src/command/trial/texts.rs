//! The versions of a repository's texts, each read and judged once, and compared as `--diff-base` compares them. What
//! is kept of a version that is read is what it is found fault with, and only while it is the newest of its file.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;
use thin_vec::ThinVec;

use super::Stop;
use crate::config::{FailOn, Policy};
use crate::document::Document;
use crate::input::git::history::{Blob, Committed};
use crate::input::git::{Object, Objects, Refusal, Repository};
use crate::input::{self, Met};
use crate::lint;
use crate::rule::{Catalog, Mistake};
use crate::run::setup::Setup;
use crate::run::work::with_kind;
use crate::settle::gate::{Gate, Surface};
use crate::settle::{Checked, since};
use crate::text::{Kept, Lines, Source};
use crate::trial::compared::Compared;
use crate::trial::{Mark, Step, Version, prose};

/// So many bytes of texts, or so many files, are held at once; a change larger than that is held whole.
const MOST_BYTES: usize = 32 * 1024 * 1024;
const MOST_FILES: usize = 1000;

/// The texts of a repository under the configuration that lies there now.
pub struct Texts<'r> {
    setup: &'r mut Setup,
    fail_on: Option<FailOn>,
    root: PathBuf,
    /// What counts; everything, where there is none.
    paths: Vec<PathBuf>,
    met: Met,
    objects: Objects,
    /// What applies to each path; none where it is not read.
    policies: HashMap<String, Option<Arc<Policy>>>,
    /// By path and object: the newest versions so far, and those of the changes at hand.
    judged: HashMap<Blob, Arc<Judged>>,
    unread: HashSet<String>,
}

/// One version of a text, judged.
struct Judged {
    version: Arc<Version>,
    checked: Checked,
}

/// Changes that are held at once.
#[derive(Default)]
pub struct Chunk {
    pub changes: Vec<Committed>,
    /// By object.
    texts: HashMap<String, Arc<str>>,
    files: usize,
    bytes: usize,
}

impl Chunk {
    pub fn is_full(&self) -> bool {
        self.bytes >= MOST_BYTES || self.files >= MOST_FILES
    }
}

impl<'r> Texts<'r> {
    pub fn new(
        repository: &Repository,
        setup: &'r mut Setup,
        paths: &[PathBuf],
        fail_on: Option<FailOn>,
    ) -> Result<Self, Refusal> {
        Ok(Self {
            setup,
            fail_on,
            root: input::real(&repository.root),
            paths: paths.iter().map(|path| input::real(path)).collect(),
            met: Met::default(),
            objects: repository.objects()?,
            policies: HashMap::new(),
            judged: HashMap::new(),
            unread: HashSet::new(),
        })
    }

    /// How many versions are no texts.
    pub fn unread(&self) -> usize {
        self.unread.len()
    }

    /// Reads what a change needs that is not read yet. Files that nobody asks about are taken out of it.
    pub fn read(&mut self, mut change: Committed, chunk: &mut Chunk) -> Result<(), Stop> {
        for file in &mut change.files {
            for side in [&mut file.before, &mut file.after] {
                if let Some(blob) = side
                    && self.policy(&blob.path)?.is_none()
                {
                    *side = None;
                }
            }
        }
        change.files.retain(|file| file.before.is_some() || file.after.is_some());
        for blob in change.files.iter().flat_map(|file| [&file.before, &file.after]).flatten() {
            if !chunk.texts.contains_key(&blob.id) {
                let text = self.text(blob)?;
                chunk.bytes += text.len();
                chunk.texts.insert(blob.id.clone(), text);
            }
        }
        chunk.files += change.files.len();
        if !change.files.is_empty() {
            chunk.changes.push(change);
        }
        Ok(())
    }

    /// A file that is no text has none.
    fn text(&mut self, blob: &Blob) -> Result<Arc<str>, Refusal> {
        let source = match self.objects.present(&blob.id, &blob.path)? {
            Object::Blob(bytes) => input::from_bytes(&blob.path, bytes).ok(),
            Object::TooLarge(_) | Object::Missing => None,
        };
        if source.is_none() {
            self.unread.insert(blob.id.clone());
        }
        Ok(source.map(|it| it.text.into()).unwrap_or_default())
    }

    /// What applies to a path; nothing where it is not read.
    fn policy(&mut self, path: &str) -> Result<Option<Arc<Policy>>, Vec<Mistake>> {
        if let Some(known) = self.policies.get(path) {
            return Ok(known.clone());
        }
        let file = self.root.join(path);
        let is_asked = self.paths.is_empty() || self.paths.iter().any(|it| file.starts_with(it));
        let is_read = is_asked && self.met.is_met(&self.root, &file) && !self.setup.for_file(&file)?.excludes(&file);
        let policy = if is_read { Some(Arc::new(self.setup.policy(Some(&file))?)) } else { None };
        self.policies.insert(path.to_owned(), policy.clone());
        Ok(policy)
    }

    /// Judges the changes of a chunk: the steps of each.
    pub fn judge(&mut self, chunk: &Chunk) -> Vec<Vec<Step>> {
        let blobs = chunk.changes.iter().flat_map(|it| &it.files).flat_map(|it| [&it.before, &it.after]).flatten();
        let unknown: HashSet<&Blob> = blobs.filter(|blob| !self.judged.contains_key(*blob)).collect();
        let (catalog, fail_on) = (&self.setup.catalog, self.fail_on);
        let new: Vec<(Blob, Arc<Judged>)> = unknown
            .into_par_iter()
            .map(|blob| {
                let policy = self.policies[&blob.path].as_deref().expect("what is not read was taken out");
                (blob.clone(), Arc::new(Judged::of(&blob.path, &chunk.texts[&blob.id], policy, catalog, fail_on)))
            })
            .collect();
        self.judged.extend(new);
        let steps = chunk.changes.par_iter().map(|change| self.steps(change, chunk)).collect();
        self.forget(chunk);
        steps
    }

    fn steps(&self, change: &Committed, chunk: &Chunk) -> Vec<Step> {
        let known = |blob: &Option<Blob>| {
            blob.as_ref().map(|blob| (Arc::<str>::from(&*blob.path), &*self.judged[blob], &*chunk.texts[&blob.id]))
        };
        let sides: Vec<_> = change.files.iter().map(|file| (known(&file.before), known(&file.after))).collect();
        let compare = |(before, after): &(Option<Side>, Option<Side>)| {
            let before = before.as_ref().map(|(_, judged, text)| (&judged.checked, *text));
            since::compare(before, after.as_ref().map(|(_, judged, text)| (judged.checked.clone(), *text)))
        };
        let mut pairs: Vec<_> = sides.iter().map(compare).collect();
        since::take_out_moved(&mut pairs, |number| sides[number].1.as_ref().map_or("", |(.., text)| text));
        let step = |((before, after), pair): ((Option<Side>, Option<Side>), since::Pair)| {
            let text = after.as_ref().map_or("", |(.., text)| text);
            let compared = Compared::of(before.as_ref().map_or("", |(.., text)| text), text);
            Some(Step {
                path: after.as_ref().or(before.as_ref())?.0.clone(),
                said: pair.head.map(|it| marks(&it, text, self.fail_on)).unwrap_or_default(),
                before: before.as_ref().map(|(_, it, _)| it.version.clone()).unwrap_or_default(),
                from: before.map(|(path, ..)| path),
                after: after.map(|(_, it, _)| it.version.clone()),
                compared,
            })
        };
        sides.into_iter().zip(pairs).filter_map(step).collect()
    }

    /// Only the newest version of a file is asked for again.
    fn forget(&mut self, chunk: &Chunk) {
        let mut newest: HashMap<&str, Option<&str>> = HashMap::new();
        for file in chunk.changes.iter().flat_map(|it| &it.files) {
            newest.extend(file.before.iter().map(|it| (it.path.as_str(), None)));
            newest.extend(file.after.iter().map(|it| (it.path.as_str(), Some(it.id.as_str()))));
        }
        self.judged.retain(|blob, _| newest.get(&*blob.path).is_none_or(|id| *id == Some(&*blob.id)));
    }
}

/// One side of a file in a change: its path, what was found, its text.
type Side<'a> = (Arc<str>, &'a Judged, &'a str);

impl Judged {
    fn of(path: &str, text: &str, policy: &Policy, catalog: &Catalog, fail_on: Option<FailOn>) -> Self {
        let source = with_kind(Source::file(path, text), policy);
        let checked = Checked { text: Kept::default(), slots: ThinVec::new(), ..lint::check(&source, catalog, policy) };
        let marks = marks(&checked, text, fail_on);
        // Beside no finding is a neutral word followed.
        let prose = if marks.is_empty() { Vec::new() } else { prose(&Document::new(&source)) };
        Self { version: Arc::new(Version { marks, prose }), checked }
    }
}

fn marks(checked: &Checked, text: &str, fail_on: Option<FailOn>) -> Vec<Mark> {
    if checked.findings.is_empty() {
        return Vec::new();
    }
    let lines = Lines::of(text);
    let gate = Gate { surface: Surface::New, fail_on };
    checked.findings.iter().map(|it| Mark::of(&lines, text, it, gate.fails(it))).collect()
}
