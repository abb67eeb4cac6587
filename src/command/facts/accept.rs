//! What `--accept` and `--ack` write: patches, shown or put in place of the texts.

use std::path::PathBuf;

use crate::cli::Facts;
use crate::input::{Ready, Trouble};
use crate::report::diff::Patch;
use crate::report::escape;
use crate::run::console::{complain, say};
use crate::run::{Exit, patch};

/// What becomes of the text of a file.
pub struct Edit {
    /// What people are told of it.
    pub name: String,
    pub path: PathBuf,
    pub patch: Patch,
}

impl Edit {
    pub fn new(name: String, path: PathBuf, before: String, after: String) -> Self {
        let patch = Patch { name: patch::name_of(&path), before, after };
        Self { name, path, patch }
    }
}

/// Writes the patches, or prints them where nothing may be written.
pub fn put(args: &Facts, edits: &[Edit]) -> Result<Exit, Exit> {
    let changed = || edits.iter().filter(|it| it.patch.before != it.patch.after);
    if args.dry_run {
        patch::print(&changed().map(|it| &it.patch).collect::<Vec<_>>(), args.color);
        return Ok(if changed().next().is_some() { Exit::Findings } else { Exit::Clean });
    }
    // A declaration without those who rely on it would be declared once more by the next try: all are written, or none.
    let ready = changed().map(ready).collect::<Result<Vec<_>, _>>()?;
    let mut written = Vec::new();
    for (it, ready) in changed().zip(ready) {
        ready.put().map_err(|wrong| refused(it, &wrong, &written))?;
        written.push(it.name.as_str());
    }
    Ok(Exit::Clean)
}

fn ready(edit: &Edit) -> Result<Ready<'_>, Exit> {
    Ready::new(&edit.path, &edit.patch.before, &edit.patch.after).map_err(|wrong| refused(edit, &wrong, &[]))
}

/// Says why a text cannot be written, and which others are.
fn refused(edit: &Edit, wrong: &Trouble, written: &[&str]) -> Exit {
    let exit = complain(&format!("{}: {}", edit.name, wrong.message), &wrong.help);
    say(&match written {
        [] => "nothing was written\n".to_owned(),
        names => escape::line(&format!("written already, undo it before the next try: {}", names.join(", "))) + "\n",
    });
    exit
}
