//! Which paths ignore files leave out: one `git check-ignore` that stays and answers as often as it is asked.

use std::io::{self, BufRead};

use super::standing::Standing;
use super::{Refusal, Repository};

/// What answers for the paths of a repository.
#[derive(Debug)]
pub struct Ignored(Standing);

/// What is said of a path: where the rule stands, on which line, the rule, and the path.
const FIELDS: usize = 4;

impl Repository {
    pub fn ignored(&self) -> Result<Ignored, Refusal> {
        // With the rules, one that takes a path back as well: of a path that no rule speaks of nothing else would be said.
        let args = ["check-ignore", "--no-index", "--stdin", "-z", "--verbose", "--non-matching"];
        Standing::start(self, args).map(Ignored)
    }
}

impl Ignored {
    /// Whether ignore files leave a path out. It comes from a text: git reads it as data.
    ///
    /// # Errors
    /// git ends at a path that lies outside of its repository, and answers no more.
    pub fn has(&mut self, path: &str) -> io::Result<bool> {
        // Nothing else may end a question.
        if path.is_empty() || path.contains('\0') {
            return Ok(false);
        }
        let stdout = self.0.ask(format!("{path}\0").as_bytes())?;
        let mut rule = Vec::new();
        for field in 0..FIELDS {
            let mut bytes = Vec::new();
            stdout.read_until(0, &mut bytes)?;
            if bytes.pop() != Some(0) {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if field == 2 {
                rule = bytes;
            }
        }
        Ok(!rule.is_empty() && !rule.starts_with(b"!"))
    }
}
