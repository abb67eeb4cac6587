//! Between which commits a change lies, as far as a clone knows them.

use crate::command::{Exit, complain};
use crate::input::git::{Object, Refusal, Repository};
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

const DEEPEN: &str =
    "fetch the history: `fetch-depth: 0` for actions/checkout, `git fetch --unshallow` in a clone of your own";

/// Finds both ends. The notice says why the base is not there to be compared with.
pub fn find(repository: &Repository, base: &str, head: Option<&str>) -> Result<Result<Range, Notice>, Exit> {
    let help = "name a branch, a tag or a commit that `git log` shows here; a remote one as `origin/main`";
    let tip = repository.commit(head.unwrap_or("HEAD")).map_err(|it| complain(&it.to_string(), help))?;
    if base.len() >= 40 && base.bytes().all(|byte| byte == b'0') {
        let message = "a push names no commit before a new branch: everything is checked, also what is old";
        return Ok(Err(notice(base, message.to_owned(), "name the branch that it will be merged into")));
    }
    let named = match repository.commit(base) {
        Ok(named) => named,
        Err(Refusal::Failed(_)) if repository.is_shallow() => {
            let message = format!("this shallow clone does not have `{base}`: everything is checked, also what is old");
            return Ok(Err(notice(base, message, DEEPEN)));
        }
        Err(refusal) => return Err(complain(&refusal.to_string(), help)),
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
    let Ok(Object::Blob(commit)) = repository.objects().ok()?.commit(head) else { return None };
    let text = String::from_utf8_lossy(&commit).into_owned();
    let mut lines = text.lines().take_while(|line| !line.is_empty());
    lines.any(|line| line.strip_prefix("parent ") == Some(base)).then(|| base.to_owned())
}
