//! `pingless commit-msg FILE`: one message, before it is kept.

use std::path::Path;

use crate::cli::CommitMsg;
use crate::input;
use crate::input::git::Repository;
use crate::lint;
use crate::report::{Format, escape};
use crate::run::console::{complain, say};
use crate::run::work::{self, Here};
use crate::run::{Exit, finish};
use crate::settle::Report;
use crate::settle::gate::Surface;
use crate::words::commit;

pub fn run(mut args: CommitMsg) -> Exit {
    let Here { setup, policy, fail_on } = match work::here(&args.rules, &args.output, [&args.file]) {
        Ok(here) => here,
        Err(exit) => return exit,
    };
    let text = match input::read_lossy(&args.file) {
        Ok(text) => text,
        Err(trouble) => return complain(&format!("{}: {}", trouble.name, trouble.message), &trouble.help),
    };
    let message = kept(&text);
    let mut report = Report::default();
    // An empty message stops git by itself, unless its author allowed it.
    if !message.trim().is_empty() && !commit::is_made(&message) && !is_of_merge(&args.file) {
        report.documents.push(lint::check(
            &commit::source(input::name_of(&args.file), message),
            &setup.catalog,
            &policy,
        ));
    }
    // A hook that has nothing to say is silent.
    args.output.quiet = true;
    let exit = finish::finish(&report, &setup.catalog, &args.output, Surface::New, fail_on);
    if exit == Exit::Findings && args.output.format == Format::Human {
        say(&way_out(&args.file));
    }
    exit
}

/// What git will keep of the file: it knows what its user calls a comment. Where no editor was used, git says so.
fn kept(text: &str) -> String {
    let tidied = Repository::at(".").tidied();
    let is_edited = std::env::var_os("GIT_EDITOR").is_none_or(|editor| editor != ":");
    let mark = tidied.mark.as_deref().unwrap_or_else(|| commit::chosen_mark(text));
    commit::kept_by_git(text, mark, if is_edited { tidied.edited } else { tidied.unedited })
}

/// Whether the message is that of a merge, whoever wrote it: git says beside it what is being merged.
fn is_of_merge(file: &Path) -> bool {
    file.with_file_name("MERGE_HEAD").is_file()
}

/// git runs its hooks at the root, and says from where in it it was called.
fn way_out(file: &Path) -> String {
    let prefix = std::env::var("GIT_PREFIX").unwrap_or_default();
    let up = if file.is_absolute() { 0 } else { prefix.split('/').filter(|it| !it.is_empty()).count() };
    let name = "../".repeat(up) + &escape::line(&input::name_of(file));
    format!(
        "the commit waits, and its message is kept: `git commit --edit --file={name}`, with the options and paths \
         of before, takes it up again (`--no-verify` commits it as it is)\n"
    )
}
