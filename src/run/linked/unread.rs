//! Lines of CODEOWNERS that its forge does not read: whoever wrote one believes that it counts. What they were meant to
//! say, it does not guess.

use std::path::Path;

use crate::owners::{Codeowners, Forge};
use crate::run::around::Trees;
use crate::run::setup::Naming;
use crate::settle::Notice;

/// So many lines are told one by one.
const MOST: usize = 5;

/// What is not read of the file that says who owns what in a repository; the file is so called.
pub fn unread_owners(trees: &Trees, root: &Path, naming: Naming) -> Vec<Notice> {
    let Some(owners) = trees.owners(root) else { return Vec::new() };
    let path = naming.of(&root.join(&owners.path));
    let notice = |message: String| Notice { path: path.clone(), message, help: help(&owners), fatal: false };
    let told = owners.malformed.iter().take(MOST).map(|it| notice(format!("line {}: {}", it.line, it.message)));
    let more = owners.malformed.len().saturating_sub(MOST);
    told.chain((more > 0).then(|| notice(format!("{more} more lines are not read")))).collect()
}

fn help(owners: &Codeowners) -> String {
    match owners.forge {
        Forge::GitHub => "write it as `path @owner`, where an owner is `@name`, `@organisation/team` or an address",
        Forge::GitLab => "write it as `path @owner`, below a section that is written as `[Name]`",
    }
    .to_owned()
}
