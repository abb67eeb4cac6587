//! Which files two trees have in different forms: one `git diff` for all of them.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::path::PathBuf;

use super::raw::Raw;
use super::{Refusal, Repository, path_of};

/// A file that is not the same on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// From the root, with `/`: as it is at the head, or at the base where it is gone. Bytes, since git knows no more.
    pub path: Vec<u8>,
    /// Where it was at the base, if it was moved.
    pub moved_from: Option<Vec<u8>>,
    /// The blob at either side. None where there is no plain file: it is absent, a link or a submodule.
    pub base: Option<String>,
    pub head: Option<Head>,
    /// Lines; none where the file is binary.
    pub added: Option<u32>,
    pub deleted: Option<u32>,
}

/// Where the text of the head is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Head {
    Blob(String),
    /// In the working tree; and as this blob if it is not written out there.
    Disk(Option<String>),
}

/// What git may not do to the list, whatever the user's settings are.
const DIFF: &[&str] = &[
    "diff",
    "--raw",
    "--numstat",
    "-z",
    "-M",
    "--no-abbrev",
    "--no-color",
    "--no-ext-diff",
    "--no-relative",
    "--ignore-submodules=dirty",
];

/// Bytes of names that every system takes in one command.
const MOST_NAMED: usize = 16 << 10;

impl Repository {
    /// What differs between a commit and another, or the working tree. Names of commits are ids.
    pub fn changed(&self, base: &str, head: Option<&str>) -> Result<Vec<Changed>, Refusal> {
        let mut args: Vec<&str> = DIFF.to_vec();
        args.extend(["--no-textconv", "--end-of-options", base]);
        args.extend(head);
        args.push("--");
        let listed = self.bytes(args)?;
        Ok(changed(&listed, head.is_none()))
    }

    /// Plain files of the working tree that git does not know and does not ignore; and those below paths that somebody named,
    /// although it ignores them.
    pub fn untracked(&self, named: &[PathBuf]) -> Result<Vec<Vec<u8>>, Refusal> {
        let mut listed = self.bytes(["ls-files", "--others", "--exclude-standard", "-z"])?;
        let mut rest = named;
        while !rest.is_empty() {
            let bytes = rest.iter().scan(0, |sum, it| {
                *sum += it.as_os_str().len() + 1;
                Some(*sum)
            });
            let (some, later) = rest.split_at(bytes.take_while(|it| *it <= MOST_NAMED).count().max(1));
            let args = ["--literal-pathspecs", "ls-files", "--others", "-z", "--"].map(OsStr::new);
            listed.extend(self.bytes(args.into_iter().chain(some.iter().map(|it| it.as_os_str())))?);
            rest = later;
        }
        // A link is no text of its own, and a folder is a repository of its own.
        let is_plain = |name: &&[u8]| self.root.join(path_of(name)).symlink_metadata().is_ok_and(|it| it.is_file());
        let names = listed.split(|byte| *byte == 0).filter(|name| !name.is_empty()).filter(is_plain);
        let mut names: Vec<Vec<u8>> = names.map(<[u8]>::to_vec).collect();
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }
}

/// Reads what `git diff --raw --numstat -z` prints.
pub fn changed(listed: &[u8], on_disk: bool) -> Vec<Changed> {
    let mut fields = listed.split(|byte| *byte == 0);
    let mut files = Vec::new();
    let mut counts: HashMap<&[u8], [Option<u32>; 2]> = HashMap::new();
    while let Some(field) = fields.next() {
        if let Some(head) = field.strip_prefix(b":") {
            files.extend(Raw::read(head, &mut fields).map(|raw| file(raw, on_disk)));
        } else if !field.is_empty() {
            let mut parts = field.splitn(3, |byte| *byte == b'\t');
            let mut count = || std::str::from_utf8(parts.next()?).ok()?.parse().ok();
            let both = [count(), count()];
            match parts.next() {
                // A moved file has both its names in fields of their own.
                Some([]) => counts.extend(fields.nth(1).map(|path| (path, both))),
                Some(path) => counts.extend([(path, both)]),
                None => {}
            }
        }
    }
    for file in &mut files {
        [file.added, file.deleted] = counts.get(&*file.path).copied().unwrap_or_default();
    }
    files
}

/// A record as one side of a comparison; the head may lie in the working tree.
fn file(raw: Raw, on_disk: bool) -> Changed {
    let head = match (raw.after.is_plain, on_disk) {
        (false, _) => None,
        (true, true) => Some(Head::Disk(raw.after.id)),
        (true, false) => raw.after.id.map(Head::Blob),
    };
    let Raw { path, moved_from, before, .. } = raw;
    Changed { path, moved_from, base: before.blob(), head, added: None, deleted: None }
}
