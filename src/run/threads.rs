//! Reads what several people said, as other programs export it: a file, a folder of them, or an archive of a chat.

use std::path::Path;

use super::given;
use crate::input::{self, Trouble};
use crate::payload::Unreadable;
use crate::payload::thread::{self, Talk, slack};
use crate::text::Source;
use crate::thread::Thread;

/// The threads of one path.
pub fn threads(path: &Path, only: Option<&str>) -> Result<Vec<(Source, Thread)>, Trouble> {
    let name = input::name_of(path);
    if path.is_dir() {
        let files = input::read_folder(path)?.into_iter().map(|it| slack::File { path: it.path, text: it.text });
        let talks = slack::read(&files.collect::<Vec<_>>(), only);
        return talks.map(|talks| written(&talks, &name)).map_err(|error| trouble(&name, error));
    }
    let source = given::source(path)?;
    let mut talks = thread::read(&source.text).map_err(|error| trouble(&source.name, error))?;
    if let Some(only) = only {
        talks = slack::only_at(talks, only).map_err(|error| trouble(&source.name, error))?;
    }
    Ok(written(&talks, &source.name))
}

fn written(talks: &[Talk], name: &str) -> Vec<(Source, Thread)> {
    talks.iter().map(|talk| talk.written(name)).collect()
}

fn trouble(name: &str, error: Unreadable) -> Trouble {
    Trouble::new(name, (error.message, error.help), true)
}

/// The threads of an export: a file, the folder of a Slack export, or a folder with a file for each thread.
pub fn exported(path: &Path) -> Result<Vec<(Source, Thread)>, Trouble> {
    let is_slack = ["users.json", "channels.json"].iter().any(|it| path.join(it).is_file());
    if !path.is_dir() || is_slack {
        return threads(path, None);
    }
    let pieces = input::read_files(path, &["json", "jsonl", "ndjson"])?;
    if pieces.is_empty() {
        let help = "name a folder of `.json`, `.jsonl` or `.ndjson` files, or a Slack export";
        return Err(Trouble::new(input::name_of(path), ("no exported thread is found here", help), true));
    }
    let mut all = Vec::new();
    for piece in pieces {
        let name = format!("{}/{}", input::name_of(path), piece.path);
        let talks = thread::read(&piece.text).map_err(|error| trouble(&name, error))?;
        all.extend(written(&talks, &name));
    }
    Ok(all)
}
