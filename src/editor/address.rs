//! Addresses of texts: what an editor calls a file, and back.

use std::path::{Path, PathBuf};

use lsp_types::Uri;

use crate::report::uri;
use crate::words::address::local;

/// The file that an address names; none where it names no file of this machine.
pub fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let (host, path) = rest.split_at(rest.find('/')?);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    // A name that is no UTF-8 stays as it was sent: no file is called so, but its folder is known.
    let path = local::decoded(path).unwrap_or_else(|| path.to_owned());
    // `/c:/notes` is `c:/notes`.
    let drive = path.strip_prefix('/').filter(|it| it.as_bytes().get(1) == Some(&b':'));
    Some(match drive {
        Some(drive) if cfg!(windows) => PathBuf::from(drive),
        _ if !host.is_empty() && host != "localhost" => PathBuf::from(format!("//{host}{path}")),
        _ => PathBuf::from(path),
    })
}

/// The address of a file by its path from the root of the file system.
pub fn of(path: &Path) -> Option<Uri> {
    let name = path.to_string_lossy();
    let name = if cfg!(windows) { name.replace('\\', "/") } else { name.into_owned() };
    match uri::Uri::of(&name) {
        uri::Uri::Absolute(address) => address.parse().ok(),
        uri::Uri::Relative(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn files_keep_their_names() {
        for name in ["/notes/a b.md", "/n\u{f6}tes/50%.md", "/a#b?.md", "/c:/x.md", "/a/b\\c.md"] {
            let uri = of(Path::new(name)).expect("it is an address");
            assert_eq!(path(&uri).as_deref(), Some(Path::new(name)), "{}", uri.as_str());
        }
    }

    #[test]
    fn what_is_no_file_has_no_path() {
        for address in ["untitled:Untitled-1", "git:/a.md?x", "file:"] {
            assert_eq!(path(&address.parse().expect("it is an address")), None);
        }
    }
}
