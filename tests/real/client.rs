//! Where a client is, and files for it to read.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{env, fs};

/// The folder that `.ci/real-clients` fills.
fn installed() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("real")
}

/// A client by its name: one of these programs below the folder of `.ci/real-clients`, or on the path.
pub fn find(name: &str, programs: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path = env::split_paths(&path).flat_map(|folder| {
        programs.iter().filter_map(|program| Path::new(program).file_name()).map(move |file| folder.join(file))
    });
    let below = programs.iter().map(|program| installed().join(program));
    let found = below.chain(on_path).find(|path| path.is_file());
    if found.is_none() {
        tell(&format!("skipped: {name} is not installed"));
    }
    found
}

/// The path, with our program found before all others.
pub fn path_with_ours() -> OsString {
    let ours = Path::new(env!("CARGO_BIN_EXE_pingless")).parent().expect("it lies in a folder").to_owned();
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(std::iter::once(ours).chain(env::split_paths(&path))).expect("names of folders")
}

/// Builds of packages wait for each other: maturin takes the program out of the folder that all of them build in.
pub fn alone() -> MutexGuard<'static, ()> {
    static BUILD: Mutex<()> = Mutex::new(());
    BUILD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a client says that needs a second. One that hangs is started once more: a checker in WebAssembly was seen to wait
/// for itself.
pub fn output(command: &mut Command) -> Output {
    const LONGEST: Duration = Duration::from_secs(60);
    const TRIES: usize = 2;
    for _ in 0..TRIES {
        let (mut said, mut told) = (tempfile::tempfile().expect("a file"), tempfile::tempfile().expect("a file"));
        let stream = |it: &File| Stdio::from(it.try_clone().expect("a file"));
        command.stdin(Stdio::null()).stdout(stream(&said)).stderr(stream(&told));
        let mut child = command.spawn().expect("it starts");
        let started = Instant::now();
        while started.elapsed() < LONGEST {
            if let Some(status) = child.try_wait().expect("it is our child") {
                return Output { status, stdout: whole(&mut said), stderr: whole(&mut told) };
            }
            sleep(Duration::from_millis(10));
        }
        // It may have ended by itself meanwhile.
        let _ = child.kill();
        let _ = child.wait();
    }
    panic!("{command:?} hangs");
}

fn whole(file: &mut File) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.rewind().and_then(|()| file.read_to_end(&mut bytes)).expect("it can be read");
    bytes
}

/// Prints past the test runner, which would keep it to itself.
pub fn tell(line: &str) {
    // A closed standard error is nobody's fault.
    let _ = writeln!(io::stderr(), "{line}");
}

/// Writes a file for a client.
pub fn file(name: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("real-clients");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, text).expect("a file");
    path
}
