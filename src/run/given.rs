//! What a workflow or a person hands over about a pull request or an issue: files that other programs wrote, which are
//! no documents. Knows where they are, and what is said when they cannot be read.

use std::path::{Path, PathBuf};

use super::Exit;
use super::console::complain;
use crate::input::{self, Input, Trouble};
use crate::payload::{Edited, Event, Unreadable, event};
use crate::settle::Notice;
use crate::text::Source;

/// Where a workflow finds its event.
const EVENT: &str = "GITHUB_EVENT_PATH";

/// A file that was named, or standard input.
pub fn source(file: &Path) -> Result<Source, Trouble> {
    match file == Path::new("-") {
        true => input::read_stdin(None, None),
        false => input::read(&Input::new(input::name_of(file), file, true)),
    }
}

/// The text of a file, or of standard input.
pub fn text(file: &Path) -> Result<String, Exit> {
    told(file).map(|source| source.text)
}

fn told(file: &Path) -> Result<Source, Exit> {
    source(file).map_err(|it| complain(&format!("{}: {}", it.name, it.message), &it.help))
}

/// What a file of another program tells.
pub fn read<T>(file: &Path, read: impl Fn(&str) -> Result<T, Unreadable>) -> Result<T, Exit> {
    let source = told(file)?;
    read(&source.text).map_err(|wrong| complain(&format!("{}: {}", source.name, wrong.message), &wrong.help))
}

/// The event that was named, or else that of the workflow; `wanted` is what it should be about. With its name.
pub fn event(named: Option<&Path>, wanted: &str) -> Result<(String, Event), Exit> {
    let workflow = || std::env::var_os(EVENT).filter(|it| !it.is_empty()).map(PathBuf::from);
    let file = named.map(Path::to_owned).or_else(workflow).ok_or_else(|| {
        let help = format!("give `--gh FILE`, `--event FILE`, or `--title` and `--body FILE`; a workflow sets {EVENT}");
        complain(&format!("there is no {wanted} to read"), &help)
    })?;
    Ok((input::name_of(&file), read(&file, event::read)?))
}

/// Takes over a newer state of what an event is about. Where there is none the event counts, and somebody is told: it fails
/// no run.
pub fn refresh<T: Edited>(
    asked: &mut T,
    newer: Option<&Path>,
    read: impl Fn(&str) -> Result<T, Unreadable>,
) -> Option<Notice> {
    match live(newer?, asked, read) {
        Ok(live) => {
            asked.update(live);
            None
        }
        Err(stale) => Some(stale),
    }
}

fn live<T: Edited>(file: &Path, asked: &T, read: impl Fn(&str) -> Result<T, Unreadable>) -> Result<T, Notice> {
    let name = input::name_of(file);
    let help = "title and body are those of the event, which a re-run replays as it was";
    let stale = |message| Notice { path: name.clone(), message, help: help.to_owned(), fatal: false };
    let input = Input::new(name.clone(), file, true);
    let source = input::read(&input).map_err(|trouble| stale(trouble.message))?;
    let found = read(&source.text).map_err(|wrong| stale(wrong.message))?;
    match asked.number().zip(found.number()).filter(|(asked, found)| asked != found) {
        Some((asked, found)) => Err(stale(format!("it is about #{found}, and the event about #{asked}"))),
        None => Ok(found),
    }
}
