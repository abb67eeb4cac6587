//! The list of git as a change, and what the change holds in files of code, where both of their forms are at hand.

use crate::change::{Change, ChangedFile, Inside, inside};
use crate::input::git::{self, Changed, Head, Object, Objects, Refusal, Repository};
use crate::input::read_own;

/// A change of more files is no change of comments, and brings its tests in files of their own.
const MOST_FILES: usize = 100;

/// A file of more bytes is nothing that somebody wrote.
const LARGEST: u64 = 1024 * 1024;

/// The list of git in the words of a change.
pub fn change(changed: &[Changed]) -> Change {
    let name = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let file = |it: &Changed| ChangedFile {
        path: name(&it.path),
        moved_from: it.moved_from.as_deref().map(name),
        added: it.added,
        deleted: it.deleted,
        inside: Inside::default(),
    };
    Change { files: Some(changed.iter().map(file).collect()), ..Change::default() }
}

/// Reads the files of a change in languages that we know: they stand in the order of the list of git.
pub fn read(
    change: &mut Change,
    changed: &[Changed],
    repository: &Repository,
    objects: &mut Objects,
) -> Result<(), Refusal> {
    let files = change.files.iter_mut().flatten().zip(changed);
    let is_read = |path: &str, it: &Changed| inside::is_readable(path) && it.head.is_some() && it.added.is_some();
    let read: Vec<_> = files.filter(|(file, it)| is_read(&file.path, it)).take(MOST_FILES + 1).collect();
    if read.len() > MOST_FILES {
        return Ok(());
    }
    for (file, it) in read {
        let before = it.base.as_deref().map_or(Ok(Some(String::new())), |id| blob(objects, id))?;
        let after = match &it.head {
            Some(Head::Blob(id) | Head::Disk(Some(id))) => blob(objects, id)?,
            Some(Head::Disk(None)) => read_own(&repository.root.join(git::path_of(&it.path))).ok(),
            None => None,
        };
        if let (Some(before), Some(after)) = (before, after) {
            file.inside = Inside::between(&file.path, &before, &after);
        }
    }
    Ok(())
}

/// A file out of git, where it is text of a size that people write.
fn blob(objects: &mut Objects, id: &str) -> Result<Option<String>, Refusal> {
    Ok(match objects.blob_within(id, LARGEST)? {
        Object::Blob(bytes) => String::from_utf8(bytes).ok(),
        Object::TooLarge(_) | Object::Missing => None,
    })
}
