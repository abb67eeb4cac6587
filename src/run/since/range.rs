//! Between which commits a change lies, as far as a clone knows them.

use crate::input::git::{Refusal, Repository};
use crate::run::console::complain;
use crate::run::{DEEPEN, Exit, NO_COMMIT};
use crate::settle::Notice;
use crate::settle::gate::Surface;

/// What is compared with what.
#[derive(Debug)]
pub struct Range {
    /// The id of the base.
    pub base: String,
    /// The id of the head; none where it is the working tree.
    pub head: Option<String>,
    /// A base that is only near the true one proves no finding new.
    pub surface: Surface,
    pub notice: Option<Notice>,
}

/// A base that is not there to be compared with.
#[derive(Debug)]
pub struct Unknown {
    base: String,
    why: String,
    help: &'static str,
}

impl Unknown {
    /// What is said of it, with what a run does without.
    pub fn notice(&self, without: &str) -> Notice {
        notice(&self.base, format!("{}: {without}", self.why), self.help)
    }

    /// Ends a run that can do nothing without it.
    pub fn stop(&self) -> Exit {
        complain(&self.why, self.help)
    }
}

/// Finds both ends, where the base is there to be compared with.
pub fn find(repository: &Repository, base: &str, head: Option<&str>) -> Result<Result<Range, Unknown>, Exit> {
    if base.is_empty() {
        let help = format!("{NO_COMMIT}; a variable that is not set here is empty");
        return Err(complain("`--diff-base` is given, and names nothing", &help));
    }
    let unknown = |why: String, help| Ok(Err(Unknown { base: base.to_owned(), why, help }));
    let tip = repository.commit(head.unwrap_or("HEAD")).map_err(|it| complain(&it.to_string(), it.cure(NO_COMMIT)))?;
    if base.len() >= 40 && base.bytes().all(|byte| byte == b'0') {
        let why = "a push names no commit before a new branch".to_owned();
        return unknown(why, "name the branch that it will be merged into");
    }
    let named = match repository.commit(base) {
        Ok(named) => named,
        Err(Refusal::Failed(_)) if repository.is_shallow() => {
            return unknown(format!("this shallow clone does not have `{base}`"), DEEPEN);
        }
        Err(refusal) => return Err(complain(&refusal.to_string(), refusal.cure(NO_COMMIT))),
    };
    let head = head.map(|_| tip.clone());
    let found = repository.merge_base(&named, &tip).or_else(|| merged(repository, &named, &tip));
    let (base, surface, notice) = match found {
        Some(parted) => (parted, Surface::New, None),
        None => {
            let is_shallow = repository.is_shallow();
            let why = if is_shallow { "this shallow clone does not say where" } else { "nothing says where" };
            let message = format!("{why} its history and this one part: what it has changed itself may count as new");
            let help = if is_shallow { DEEPEN } else { "name a base with a common history" };
            (named, Surface::Tree, Some(self::notice(base, message, help)))
        }
    };
    Ok(Ok(Range { base, head, surface, notice }))
}

fn notice(base: &str, message: String, help: &str) -> Notice {
    Notice { path: format!("--diff-base {base}"), message, help: help.to_owned(), fatal: false }
}

/// The base itself, where the head is its merge with a branch: the commit says so, even if the clone ends at it.
fn merged(repository: &Repository, base: &str, head: &str) -> Option<String> {
    let parents = repository.objects().ok()?.parents(head).ok()??;
    parents.into_iter().find(|it| it == base)
}
