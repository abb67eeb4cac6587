//! Lines of CODEOWNERS that its forge does not read: whoever wrote one believes that it counts. What they were meant to
//! say, it does not guess.

use std::path::Path;

use crate::command::around::Trees;
use crate::input;
use crate::owners::{self, Codeowners, Forge};
use crate::settle::Notice;

/// So many lines are told one by one.
const MOST: usize = 5;

/// What is not read of the file that says who owns what in a repository.
pub fn owners(trees: &Trees, root: &Path) -> Vec<Notice> {
    let Some(owners) = read(trees, root) else { return Vec::new() };
    let path = input::name_of(&shown(root).join(&owners.path));
    let notice = |message: String| Notice { path: path.clone(), message, help: help(&owners), fatal: false };
    let told = owners.malformed.iter().take(MOST).map(|it| notice(format!("line {}: {}", it.line, it.message)));
    let more = owners.malformed.len().saturating_sub(MOST);
    told.chain((more > 0).then(|| notice(format!("{more} more lines are not read")))).collect()
}

/// Who answers for the paths of a repository.
pub fn read(trees: &Trees, root: &Path) -> Option<Codeowners> {
    let tree = trees.tree(root)?;
    let (place, text) = owners::PLACES.iter().find_map(|place| Some((place, tree.text(place)?)))?;
    Some(Codeowners::read(place, &text))
}

fn help(owners: &Codeowners) -> String {
    match owners.forge {
        Forge::GitHub => "write it as `path @owner`, where an owner is `@name`, `@organisation/team` or an address",
        Forge::GitLab => "write it as `path @owner`, below a section that is written as `[Name]`",
    }
    .to_owned()
}

/// A folder as somebody who works here would write it.
fn shown(folder: &Path) -> std::path::PathBuf {
    let here = std::env::current_dir().ok().map(|it| input::real(&it));
    here.and_then(|it| folder.strip_prefix(&it).ok().map(Path::to_owned)).unwrap_or_else(|| folder.to_owned())
}
