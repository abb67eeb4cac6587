//! What `--accept` and `--ack` write: patches, shown or put in place of the texts.

use std::io::IsTerminal;
use std::path::PathBuf;

use crate::cli::Facts;
use crate::command::{Exit, complain, print, say, wants_color};
use crate::input::{Ready, Trouble};
use crate::report::diff::{self, Eyes};
use crate::report::escape;

/// A text before and after.
pub struct Patch {
    pub name: String,
    pub path: PathBuf,
    pub before: String,
    pub after: String,
}

/// Writes the patches, or prints them where nothing may be written.
pub fn put(args: &Facts, patches: &[Patch]) -> Result<Exit, Exit> {
    let changed = || patches.iter().filter(|it| it.before != it.after);
    if args.dry_run {
        let out = std::io::stdout();
        let eyes = Eyes { color: wants_color(args.color, &out), terminal: out.is_terminal() };
        print(&changed().map(|it| diff::print(&it.name, &it.before, &it.after, eyes)).collect::<String>());
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

fn ready(patch: &Patch) -> Result<Ready<'_>, Exit> {
    Ready::new(&patch.path, &patch.before, &patch.after).map_err(|wrong| refused(patch, &wrong, &[]))
}

/// Says why a text cannot be written, and which others are.
fn refused(patch: &Patch, wrong: &Trouble, written: &[&str]) -> Exit {
    let exit = complain(&format!("{}: {}", patch.name, wrong.message), &wrong.help);
    say(&match written {
        [] => "nothing was written\n".to_owned(),
        names => escape::line(&format!("written already, undo it before the next try: {}", names.join(", "))) + "\n",
    });
    exit
}
