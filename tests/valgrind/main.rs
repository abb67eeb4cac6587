//! What valgrind sees of the program: how many instructions it takes (`instructions.rs`), and what the parts that are
//! written in C do with memory (`memory.rs`). Where there is no valgrind, both are skipped by name. All of it is slow:
//!
//! ```sh
//! cargo test --test valgrind -- --ignored
//! ```

#[path = "../bench/corpus.rs"]
mod corpus;
mod instructions;
mod memory;
#[path = "../bench/released.rs"]
mod released;

use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::{env, fs};

use released::released;
use tempfile::TempDir;

/// Valgrind at a program in a folder, where it is installed.
fn valgrind(test: &str, folder: &Path) -> Option<Command> {
    let is_there = Command::new("valgrind").arg("--version").stdout(Stdio::null()).status().is_ok();
    if !is_there {
        skipped(test, "valgrind is not installed");
        return None;
    }
    let mut command = Command::new("valgrind");
    // What else is told to a program differs from machine to machine.
    command.env_clear().env("PATH", env::var_os("PATH").unwrap_or_default()).current_dir(folder);
    Some(command)
}

/// Prints past the test runner, which would keep it to itself.
fn skipped(test: &str, why: &str) {
    let _ = writeln!(io::stderr(), "skipped: {test}: {why}");
}

fn ended(command: &mut Command) -> (Output, String) {
    let output = command.stdin(Stdio::null()).stdout(Stdio::null()).output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output, said)
}

/// A folder with these texts, outside of every repository.
fn folder(texts: impl IntoIterator<Item = (String, String)>) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in texts {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}
