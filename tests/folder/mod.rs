//! A folder made for one test, which is in no repository but one that it makes itself, and what the program says in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder with these files, below one of the program of tests.
pub fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(env!("CARGO_CRATE_NAME")).join(name);
    let _ = fs::remove_dir_all(&root);
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("a folder can be made");
        fs::write(path, text).expect("it can be written");
    }
    root
}

/// Exit status, what is printed and what is said beside it, where the environment names this configuration or none.
pub fn run(folder: &Path, args: &[&str], configuration: Option<&str>) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pingless"));
    command.current_dir(folder).args(args).env_remove("PINGLESS_CONFIG");
    command.envs(configuration.map(|it| ("PINGLESS_CONFIG", it)));
    let output = command.output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (output.status.code(), text(output.stdout), text(output.stderr))
}
