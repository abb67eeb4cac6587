//! Opens files that a listing met. Between that and their opening a pipe may have taken their place, and whoever opens one
//! waits until somebody writes into it. Knows nothing of what they hold.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;

/// A file that was seen to be one. What is none any more is an error, and is not waited for.
pub fn open_met(path: &Path) -> io::Result<File> {
    let file = match without_waiting(path) {
        // A server of files may have lent it, and takes it back from whoever waits.
        Err(error) if error.kind() == ErrorKind::WouldBlock => File::open(path),
        opened => opened,
    }?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::Error::other("it is no file any more")) }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn without_waiting(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;

    use rustix::fs::OFlags;

    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    File::options().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn without_waiting(path: &Path) -> io::Result<File> {
    File::open(path)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::fs::{CWD, FileType, Mode, mknodat};

    use super::open_met;

    #[test]
    fn what_has_become_a_pipe_is_not_waited_for() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let (pipe, file) = (folder.path().join("pipe.md"), folder.path().join("file.md"));
        mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR, 0).expect("a pipe can be made");
        std::fs::write(&file, "x").expect("a file can be made");
        assert!(open_met(&file).is_ok());
        for path in [folder.path(), &pipe] {
            assert_eq!(open_met(path).expect_err("it is none").to_string(), "it is no file any more");
        }
    }
}
