//! The flags of what helps to use the program: completions and the manual.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

/// Print what lets a shell complete flags and names
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

/// Print the manual page
#[derive(Debug, Args)]
pub struct Man {
    /// Write a page for the program and one for each of its commands into this folder, instead of printing the first
    pub folder: Option<PathBuf>,
}
