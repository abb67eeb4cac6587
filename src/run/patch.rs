//! Patches on their way to whoever reads them: `patch` and `git apply`, people, and a runner that would obey a line.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::path::Path;

use super::Exit;
use super::console::{hand_out, is_obeyed, masked, say, wants_color};
use super::finish::{deliver, made};
use crate::cli::{ColorArg, OutputArgs};
use crate::input::{self, Text};
use crate::report::diff::{Eyes, Patch};

/// The bytes by which a patch calls a file.
pub fn name_of(path: &Path) -> Vec<u8> {
    // Below the current folder `patch` and `git apply` take a name that counts from there, and no other.
    let here = std::env::current_dir().unwrap_or_default();
    input::bytes_of(path.strip_prefix(here).unwrap_or(path))
}

/// Prints patches on standard output.
pub fn print(patches: &[&Patch], color: ColorArg) {
    hand(&text(patches, eyes(color)));
}

/// Writes patches to where the report was asked for. A file gets every byte.
pub fn put(patches: &[&Patch], args: &OutputArgs) -> Result<(), Exit> {
    let places = args.output_file.iter().filter(|it| it.format.is_none()).cloned().collect();
    let eyes_of = |path: Option<&Path>| if path.is_none() { eyes(args.color) } else { Eyes::default() };
    let write = |_, path: Option<&Path>, to: &mut dyn io::Write| to.write_all(text(patches, eyes_of(path)).as_bytes());
    deliver(places, args.format, write, |_, text: Text| hand(&made(text)))
}

fn text(patches: &[&Patch], eyes: Eyes) -> String {
    patches.iter().map(|it| it.print(eyes)).collect()
}

/// Who reads standard output. Nobody obeys what goes straight into a file.
fn eyes(color: ColorArg) -> Eyes {
    let out = io::stdout();
    let obeyed = is_obeyed() && !is_file(&out);
    Eyes { color: wants_color(color, &out), terminal: out.is_terminal(), obeyed }
}

#[cfg(unix)]
fn is_file(out: &io::Stdout) -> bool {
    let handle = std::os::fd::AsFd::as_fd(out).try_clone_to_owned();
    handle.and_then(|it| File::from(it).metadata()).is_ok_and(|it| it.is_file())
}

#[cfg(windows)]
fn is_file(out: &io::Stdout) -> bool {
    let handle = std::os::windows::io::AsHandle::as_handle(out).try_clone_to_owned();
    handle.and_then(|it| File::from(it).metadata()).is_ok_and(|it| it.is_file())
}

/// A pipe may lead to the next program or into the log of a run, and nothing tells which. A line with an order in its midst
/// has no other form in a patch: there safety counts for more than the patch, and it is said.
fn hand(text: &str) {
    if !eyes(ColorArg::Never).obeyed {
        return hand_out(text);
    }
    let shown = masked(text);
    hand_out(&shown);
    if shown != text {
        say("a line of this patch could be an order to the runner, and is spelt otherwise: `> FILE` gets every byte\n");
    }
}
