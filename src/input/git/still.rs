//! `git` as it is run here: with fixed arguments, without a shell, so that it runs nothing else, fetches nothing and writes
//! nothing, whatever a configuration says. The settings that decide what it answers stay the user's.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::Refusal;
use crate::input::real;

/// Programs that git would run for an answer of ours, and its ways to the network. A folder that is made to look like a
/// repository, as a fork can hold one, is none.
const STILL: &[&str] = &[
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "log.showSignature=false",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
    "submodule.recurse=false",
];
/// What would change the form of an answer.
const PLAIN: &[&str] = &["core.quotePath=false", "color.ui=false"];

/// `git` in a folder, which may be a repository without a working tree.
pub(super) fn command(folder: &Path, is_bare: bool) -> Command {
    let mut git = in_folder(folder);
    if is_bare {
        git.arg("--git-dir=.");
    }
    git
}

/// Whether a folder is a repository without a working tree, and nobody made it look like one.
pub(super) fn is_bare(folder: &Path) -> bool {
    is_repository(folder) && !is_tracked(folder)
}

fn in_folder(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder);
    for setting in STILL.iter().chain(PLAIN) {
        git.args(["-c", setting]);
    }
    git.arg("--no-pager")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("LC_ALL", "C")
        .env_remove("GIT_EXTERNAL_DIFF");
    git
}

/// Whether whoever runs this has said which repository counts, and not where its files lie.
pub(super) fn is_named() -> bool {
    let has = |name| std::env::var_os(name).is_some();
    has("GIT_DIR") && !has("GIT_WORK_TREE")
}

/// Whether a folder is that of a repository without a working tree.
fn is_repository(folder: &Path) -> bool {
    let has = |name: &str| folder.join(name).exists();
    has("HEAD") && has("objects") && has("refs") && !has(".git")
}

/// Whether a folder belongs to the repository around it: then whoever wrote that wrote its configuration, too.
fn is_tracked(folder: &Path) -> bool {
    let folder = real(folder);
    let Some(around) = folder.ancestors().skip(1).find(|it| it.join(".git").exists()) else { return false };
    let below = folder.strip_prefix(around).unwrap_or(&folder);
    let mut git = in_folder(around);
    git.args(["--literal-pathspecs", "ls-files", "-z", "--"]).arg(below).stdin(Stdio::null());
    git.output().map_or(true, |said| !said.status.success() || !said.stdout.is_empty())
}

/// A program that runs, or why it does not.
pub(super) fn started(command: &mut Command) -> Result<Child, Refusal> {
    command.spawn().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Refusal::NotInstalled,
        _ => Refusal::Failed(format!("it does not start: {error}")),
    })
}
