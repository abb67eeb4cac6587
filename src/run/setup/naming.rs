//! How files are called that nobody named: like those that somebody did.

use std::path::{Component, Path, PathBuf};

use crate::input;

/// How files are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// As somebody in the current folder would write it, wherever it lies.
    FromHere,
    /// From the root of the file system.
    Whole,
}

impl Naming {
    /// As these are called. Whoever names all texts from the root of the file system is told of others alike.
    pub fn like<N: AsRef<Path>>(named: impl IntoIterator<Item = N>) -> Self {
        let mut named = named.into_iter().peekable();
        let is_whole = named.peek().is_some() && named.all(|it| it.as_ref().is_absolute());
        if is_whole { Naming::Whole } else { Naming::FromHere }
    }

    /// The name of a file whose path begins at the root of the file system.
    pub fn of(self, file: &Path) -> String {
        match self {
            Naming::FromHere => input::name_of(&from_here(file)),
            Naming::Whole => input::name_of(file),
        }
    }
}

/// The way from the current folder to a file; all of its path where there is none, as between two drives.
fn from_here(file: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    // Windows writes a path without links in another way.
    let way = way(&here, file).or_else(|| way(&input::real(&here), file));
    way.unwrap_or_else(|| file.to_owned())
}

/// The way from a folder to a file, up as far as it has to go.
fn way(folder: &Path, file: &Path) -> Option<PathBuf> {
    let shared = folder.components().zip(file.components()).take_while(|(one, other)| one == other).count();
    let up = folder.components().skip(shared);
    // What stands before the first folder is the drive, and nobody goes up from there.
    up.clone().all(|it| matches!(it, Component::Normal(_))).then(|| {
        let down = file.components().skip(shared);
        up.map(|_| Component::ParentDir).chain(down).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_reached_from_any_folder() {
        let check = |folder: &str, file: &str, expected: Option<&str>| {
            let way = way(Path::new(folder), Path::new(file));
            assert_eq!(way.as_deref(), expected.map(Path::new), "{file} from {folder}");
        };
        check("/r", "/r/docs/a.md", Some("docs/a.md"));
        check("/r/other", "/r/docs/a.md", Some("../docs/a.md"));
        check("/r/docs/old", "/r/docs/a.md", Some("../a.md"));
        check("/s/t", "/r/a.md", Some("../../r/a.md"));
        check("/", "/r/a.md", Some("r/a.md"));
        check("", "/r/a.md", Some("/r/a.md"));
    }

    #[test]
    fn others_are_named_like_those_that_were_named() {
        assert_eq!(Naming::like(["/r/a.md", "/r/b.md"]), Naming::Whole);
        assert_eq!(Naming::like(["/r/a.md", "b.md"]), Naming::FromHere);
        assert_eq!(Naming::like::<&str>([]), Naming::FromHere);
    }
}
