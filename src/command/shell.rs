//! `pingless completions` and `pingless man`: both follow from the flags, so that they cannot say anything else.

use std::fs;
use std::path::Path;

use clap_mangen::Man;

use super::{Exit, complain, hand_out};
use crate::cli::{Cli, Completions, Man as ManArgs};

pub fn completions(args: &Completions) -> Exit {
    let mut command = Cli::whole();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, name, &mut script);
    hand_out(&String::from_utf8_lossy(&script));
    Exit::Clean
}

pub fn man(args: &ManArgs) -> Exit {
    let command = Cli::whole();
    let Some(folder) = &args.folder else {
        let mut page = Vec::new();
        Man::new(command).render(&mut page).expect("memory takes all bytes");
        hand_out(&String::from_utf8_lossy(&page));
        return Exit::Clean;
    };
    match write(command, folder) {
        Ok(()) => Exit::Clean,
        Err(error) => {
            complain(&format!("{} cannot be written: {error}", folder.display()), "name a folder that may be written")
        }
    }
}

fn write(command: clap::Command, folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(command, folder)
}
