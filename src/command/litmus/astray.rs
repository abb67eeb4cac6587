//! What a configuration says of systems that are not there: a folder was moved, or a name is misspelt.

use std::collections::BTreeSet;

use super::gather::Gathered;
use crate::config::{COMMAND_LINE, did_you_mean};
use crate::litmus::Litmus;
use crate::settle::Notice;
use crate::words::address::local;

pub fn all(gathered: &Gathered, litmus: &Litmus) -> Vec<Notice> {
    let notice = |message: String, help: String| Notice {
        path: gathered.configuration.clone().unwrap_or_else(|| COMMAND_LINE.to_owned()),
        message,
        help,
        fatal: false,
    };
    let folders: BTreeSet<&str> = gathered.files.iter().flat_map(|it| local::folders(it)).collect();
    let is_there = |path: &str| path.is_empty() || folders.contains(path) || gathered.files.iter().any(|it| it == path);
    let paths = gathered.configured.iter().flat_map(|(name, paths)| paths.iter().map(move |path| (name, path)));
    let moved = paths.filter(|(_, path)| !is_there(path)).map(|(name, path)| {
        let help = did_you_mean(path, folders.iter().copied(), "name a folder from the root of the repository");
        notice(format!("the system `{name}` is said to lie in `{path}`, where there is nothing"), help)
    });
    let configured = gathered.configured.iter().map(|(name, _)| name.as_str());
    let all: BTreeSet<&str> = litmus.systems.iter().map(|it| it.name.as_str()).chain(configured).collect();
    let named: BTreeSet<&str> = gathered.ignored.iter().filter_map(|(name, _)| name.as_deref()).collect();
    let unknown = named.difference(&all).map(|name| {
        let names = all.iter().copied().collect::<Vec<_>>().join(", ");
        let help = did_you_mean(name, all.iter().copied(), &format!("there are {names}"));
        notice(format!("there is no system `{name}`, of which `ignore-for` speaks"), help)
    });
    moved.chain(unknown).collect()
}
