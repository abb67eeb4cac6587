//! Where a file lies in its repository.

use std::path::{Path, PathBuf};

use super::{name_of, real, root_of_repository};

/// The root of the repository around a file, and the way from there to the file; none where there is no repository.
pub fn seat(file: &Path) -> Option<(PathBuf, String)> {
    let folder = real(file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new(".")));
    let root = root_of_repository(&folder)?;
    let below = folder.strip_prefix(root).unwrap_or(&folder).join(file.file_name().unwrap_or_default());
    Some((root.to_owned(), name_of(&below)))
}
