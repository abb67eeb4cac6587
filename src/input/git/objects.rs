//! Files as they were: one `git cat-file` that stays and answers as often as it is asked.

use std::io::{self, BufRead, Read};

use super::standing::Standing;
use super::{Refusal, Repository, is_id};
use crate::input::LARGEST;

/// A reader of objects, for as many revisions as somebody likes.
#[derive(Debug)]
pub struct Objects(Standing);

/// What an object turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Object {
    Blob(Vec<u8>),
    /// It has so many bytes: more than were asked for, or than a document that a person reads has.
    TooLarge(u64),
    /// This clone does not have it, or it is no file.
    Missing,
}

impl Repository {
    pub fn objects(&self) -> Result<Objects, Refusal> {
        Standing::start(self, ["cat-file", "--batch"]).map(Objects)
    }
}

impl Objects {
    /// The file of this id: a full one, as `git diff --raw --no-abbrev` prints it. Nothing else is asked for, since a
    /// name may hold what ends a question.
    pub fn blob(&mut self, id: &str) -> Result<Object, Refusal> {
        self.blob_within(id, LARGEST)
    }

    /// The same, where what is not here must not pass for what is no text. `path` is where it lies.
    pub fn present(&mut self, id: &str, path: &str) -> Result<Object, Refusal> {
        match self.blob(id)? {
            Object::Missing => Err(Refusal::Missing(format!("`{}` of a commit", path.escape_debug()))),
            there => Ok(there),
        }
    }

    /// The same, where a file may have so many bytes.
    pub fn blob_within(&mut self, id: &str, largest: u64) -> Result<Object, Refusal> {
        self.object(id, "blob", largest)
    }

    /// The parents of the commit of this id, as it names them: even where a shallow clone does not have them. None where
    /// the commit itself is not here.
    pub fn parents(&mut self, id: &str) -> Result<Option<Vec<String>>, Refusal> {
        let Object::Blob(commit) = self.object(id, "commit", LARGEST)? else { return Ok(None) };
        let head = String::from_utf8_lossy(&commit);
        let lines = head.lines().take_while(|line| !line.is_empty());
        Ok(Some(lines.filter_map(|line| line.strip_prefix("parent ")).map(str::to_owned).collect()))
    }

    fn object(&mut self, id: &str, kind: &str, largest: u64) -> Result<Object, Refusal> {
        if !is_id(id) {
            return Ok(Object::Missing);
        }
        self.answer(id, kind, largest)
            .map_err(|error| Refusal::Failed(format!("it stopped while it read {id}: {error}")))
    }

    fn answer(&mut self, id: &str, kind: &str, largest: u64) -> io::Result<Object> {
        let stdout = self.0.ask(format!("{id}\n").as_bytes())?;
        let mut head = String::new();
        if stdout.read_line(&mut head)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        // `ID blob SIZE`, or `ID missing`.
        let words: Vec<&str> = head.split_whitespace().collect();
        let [_, found, size] = words[..] else { return Ok(Object::Missing) };
        let size: u64 = size.parse().map_err(|_| io::ErrorKind::InvalidData)?;
        let is_wanted = found == kind && size <= largest;
        let mut bytes = Vec::new();
        let mut content = stdout.by_ref().take(size);
        let read = match is_wanted {
            true => content.read_to_end(&mut bytes)? as u64,
            false => io::copy(&mut content, &mut io::sink())?,
        };
        let mut end = [0];
        stdout.read_exact(&mut end)?;
        match (read == size, found == kind) {
            (false, _) => Err(io::ErrorKind::UnexpectedEof.into()),
            (true, false) => Ok(Object::Missing),
            (true, true) if !is_wanted => Ok(Object::TooLarge(size)),
            (true, true) => Ok(Object::Blob(bytes)),
        }
    }
}
