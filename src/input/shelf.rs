//! A folder of ours that anybody may delete at any time, with one small text under each name. Outside of every
//! repository, unless somebody says otherwise: what a stranger sends in must not be able to say what was found in it.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::open::open_met;
use super::write::beside_for_us;

/// Programs that make backups leave out a folder with this file in it.
const TAG: &str = "CACHEDIR.TAG";
const TAGGED: &str =
    "Signature: 8a477f597d28d172789f06886806bc55\n# pingless keeps here what it found. Delete it at any time.\n";

/// Bytes. What was found in the largest text is less.
const LARGEST: u64 = 64 << 20;

#[derive(Debug)]
pub struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// In the place that the system has for such things; none where it names none. The current folder may be a stranger's.
    pub fn usual() -> Option<Self> {
        let place = etcetera::choose_base_strategy().ok()?.cache_dir();
        place.is_absolute().then(|| Self { folder: place.join("pingless") })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes the folder, where it is not there.
    pub fn open(&self) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let tag = self.folder.join(TAG);
        if !tag.exists() {
            fs::write(tag, TAGGED)?;
        }
        Ok(())
    }

    /// What stands under a name; none where nothing does, or nothing that is a text. Somebody else may have laid it there: a
    /// pipe is not waited for, and what has no end is not read to its end.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut text = String::new();
        let read = open_met(&self.place(name)).ok()?.take(LARGEST + 1).read_to_string(&mut text).ok()?;
        (read as u64 <= LARGEST).then_some(text)
    }

    /// Puts a text under a name, whole, in the place of another one.
    pub fn put(&self, name: &str, text: &str) -> io::Result<()> {
        let place = self.place(name);
        let folder = place.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)?;
        // It quotes texts that may be nobody else's business. It is not made sure that the disk has it: what is lost with
        // the power is found again.
        beside_for_us(folder, text)?.persist(&place).map(drop).map_err(|it| it.error)
    }

    /// Many names share no folder that is slow to look into.
    fn place(&self, name: &str) -> PathBuf {
        let (first, rest) = name.split_at_checked(2).unwrap_or(("", name));
        self.folder.join(first).join(rest)
    }
}
