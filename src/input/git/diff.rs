//! Which files two trees have in different forms: one `git diff` for all of them.

use std::collections::HashMap;

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

impl Changed {
    /// Where it was at the base.
    pub fn path_before(&self) -> &[u8] {
        self.moved_from.as_deref().unwrap_or(&self.path)
    }
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

    /// Plain files of the working tree that git does not know and does not ignore.
    pub fn untracked(&self) -> Result<Vec<Vec<u8>>, Refusal> {
        let listed = self.bytes(["ls-files", "--others", "--exclude-standard", "-z"])?;
        // A link is no text of its own, and a folder is a repository of its own.
        let is_plain = |name: &&[u8]| self.root.join(path_of(name)).symlink_metadata().is_ok_and(|it| it.is_file());
        let names = listed.split(|byte| *byte == 0).filter(|name| !name.is_empty()).filter(is_plain);
        Ok(names.map(<[u8]>::to_vec).collect())
    }
}

/// Reads what `git diff --raw --numstat -z` prints.
pub fn changed(listed: &[u8], on_disk: bool) -> Vec<Changed> {
    let mut fields = listed.split(|byte| *byte == 0);
    let mut files = Vec::new();
    let mut counts: HashMap<&[u8], [Option<u32>; 2]> = HashMap::new();
    while let Some(field) = fields.next() {
        if let Some(head) = field.strip_prefix(b":") {
            files.extend(raw(head, &mut fields, on_disk));
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

/// `MODE MODE ID ID STATUS`, and one or two names.
fn raw<'a>(head: &[u8], names: &mut impl Iterator<Item = &'a [u8]>, on_disk: bool) -> Option<Changed> {
    let head = String::from_utf8_lossy(head).into_owned();
    let words: Vec<&str> = head.split(' ').collect();
    let first = names.next()?.to_vec();
    let [mode_before, mode_after, id_before, id_after, status] = words[..] else { return None };
    let (path, moved_from) = match status.as_bytes().first()? {
        b'R' => (names.next()?.to_vec(), Some(first)),
        b'C' => (names.next()?.to_vec(), None),
        // An unmerged file is listed a second time, beside what is on disk.
        b'U' => return None,
        _ => (first, None),
    };
    let is_known = |id: &str| id.bytes().any(|byte| byte != b'0');
    let base = (is_plain(mode_before) && is_known(id_before)).then(|| id_before.to_owned());
    let id = is_known(id_after).then(|| id_after.to_owned());
    let head = match (is_plain(mode_after), on_disk) {
        (false, _) => None,
        (true, true) => Some(Head::Disk(id)),
        (true, false) => id.map(Head::Blob),
    };
    Some(Changed { path, moved_from, base, head, added: None, deleted: None })
}

/// Whether a mode is that of a plain file.
fn is_plain(mode: &str) -> bool {
    mode.starts_with("100")
}
