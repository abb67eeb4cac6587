//! What `--accept` and `--ack` write: patches, shown or put in place of the texts.

use std::io::IsTerminal;
use std::path::PathBuf;

use crate::cli::Facts;
use crate::command::{Exit, complain, print, wants_color};
use crate::input;
use crate::report::diff::{self, Eyes};

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
    for it in changed() {
        let refused = |trouble: input::Trouble| complain(&format!("{}: {}", it.name, trouble.message), &trouble.help);
        input::replace(&it.path, &it.before, &it.after).map_err(refused)?;
    }
    Ok(Exit::Clean)
}
