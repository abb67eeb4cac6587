//! `--cache`: a text that is the same, judged by the same program with the same configuration, and told the same of what
//! stands around it, is not judged again. What is found among many texts is looked for anew each time.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};

use crate::cli::Check;
use crate::config::Policy;
use crate::input::{self, Shelf};
use crate::lint::Beside;
use crate::report::cached;
use crate::rule::Catalog;
use crate::run::around::Trees;
use crate::run::setup::Setup;
use crate::run::work::Work;
use crate::settle::{Checked, Notice, fingerprint};
use crate::text::Source;

/// Told apart by this are programs that may find something else: it is made of all that they are built from.
const PROGRAM: &str = env!("PINGLESS_SOURCES");

/// What was found before.
pub struct Cache {
    /// None where the system names no place for such things.
    shelf: Option<Shelf>,
    /// For each input, all that it is judged by besides itself. Neighbours share it.
    terms: Vec<Arc<str>>,
    /// Why nothing more can be kept.
    failed: OnceLock<String>,
}

/// What is judged, and by what.
pub struct Asking<'a> {
    pub source: &'a Source,
    /// Where it lies.
    pub path: &'a Path,
    pub policy: &'a Policy,
    pub catalog: &'a Catalog,
    pub trees: &'a Trees,
    /// What else is known of it, and asked.
    pub beside: Beside<'a>,
}

impl Cache {
    /// Where one is asked for.
    pub fn of(args: &Check, work: &Work, setup: &Setup) -> Option<Self> {
        let shelf = match &args.cache_dir {
            Some(folder) => Some(Shelf::new(folder)),
            None if args.cache => Shelf::usual(),
            None => return None,
        };
        let failed = OnceLock::new();
        let opened = shelf.as_ref().map_or_else(|| Err(ErrorKind::NotFound.into()), Shelf::open);
        if let Err(error) = opened {
            let _ = failed.set(error.to_string());
        }
        let program = print(&[PROGRAM, &format!("{:?}", setup.pages)]);
        let mut terms: Vec<Arc<str>> = Vec::with_capacity(work.inputs.len());
        for (number, (_, policy)) in work.inputs.iter().enumerate() {
            let is_shared = number.checked_sub(1).is_some_and(|last| Arc::ptr_eq(&work.inputs[last].1, policy));
            let same = terms.last().filter(|_| is_shared).map(Arc::clone);
            // Whatever is added to a policy is in this form of it.
            terms.push(same.unwrap_or_else(|| print(&[&program, &format!("{policy:?}")]).into()));
        }
        Some(Self { shelf, terms, failed })
    }

    /// What was found in an input before, if it still holds; or else what is found now.
    pub fn judge(&self, number: usize, it: &Asking) -> Checked {
        let Source { name, text, kind, .. } = it.source;
        let path = it.source.path();
        let place = print(&[&input::absolute(it.path).to_string_lossy()]);
        let key = print(&[&self.terms[number], &format!("{:?} {name:?} {path:?} {kind:?}", it.beside.summary), text]);
        if let Some(known) = self.known(&place, &key, it) {
            return known;
        }
        let (checked, asked) = it.trees.judge_asking(it.source, it.beside, it.catalog, it.policy);
        if let Some(shelf) = self.shelf.as_ref().filter(|_| self.failed.get().is_none()) {
            let found = cached::write(&checked, asked.as_ref());
            let written = shelf.put(&place, &format!("{}\n{found}", seal(&key, &found)));
            if let Err(error) = written {
                let _ = self.failed.set(error.to_string());
            }
        }
        checked
    }

    /// Says what a user should know about it.
    pub fn notice(&self) -> Option<Notice> {
        let error = self.failed.get()?;
        Some(Notice {
            path: self.shelf.as_ref().map_or_else(|| "--cache".to_owned(), |it| input::name_of(it.folder())),
            message: format!("what was found cannot be kept here: {error}"),
            help: "name a folder that can be written with `--cache-dir`, or leave out `--cache`".to_owned(),
            fatal: false,
        })
    }

    fn known(&self, place: &str, key: &str, it: &Asking) -> Option<Checked> {
        let entry = self.shelf.as_ref()?.get(place)?;
        let (sealed, found) = entry.split_once('\n')?;
        if sealed != seal(key, found) {
            return None;
        }
        let (checked, asked) = cached::read(found, it.source)?;
        it.trees.still_say(it.source, asked.as_ref()).then_some(checked)
    }
}

/// What stands above an entry: it was written for this key, and nothing of it is lost.
fn seal(key: &str, found: &str) -> String {
    print(&[key, found])
}

fn print(parts: &[&str]) -> String {
    let digest = parts.iter().fold(Sha256::new(), |digest, part| digest.chain_update(part).chain_update("\0"));
    fingerprint::whole(digest)
}
