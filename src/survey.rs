//! What a repository is like: from the paths and kinds of its documents to the lines of a configuration that fit it.
//! Pure: what was read is handed in, and a person agrees to what is said. Where it is in doubt, it says nothing: a wrong
//! line costs more than none.

mod draft;
mod exclude;
mod form;
mod kinds;
pub mod recurring;
mod zones;

pub use draft::{Draft, HOOK, WORKFLOW, lines};
pub use exclude::Exclude;
pub use kinds::Line;
pub use zones::{LOG, Zone, zones};

use crate::kind::{By, Recognised};
use crate::rule::Catalog;
use crate::words::address::local;
use crate::words::generated;

/// A document, as far as its place and its kind are concerned.
#[derive(Debug, Clone)]
pub struct Seen {
    /// From the folder of the configuration, with `/`.
    pub path: String,
    /// The kind, where something tells it.
    pub kind: Option<String>,
    /// Its kind turns its rules on.
    pub is_sure: bool,
    /// More than its wording tells it.
    pub is_told: bool,
    /// The text says that a program wrote it.
    pub is_generated: bool,
}

impl Seen {
    pub fn new(path: &str, recognised: &Recognised, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            kind: recognised.kind.as_deref().map(str::to_owned),
            is_sure: recognised.sure().is_some(),
            is_told: recognised.by != By::Wording,
            is_generated: generated::is_generated(text),
        }
    }

    /// The kind that turns its rules on.
    fn sure(&self) -> Option<&str> {
        self.kind.as_deref().filter(|_| self.is_sure)
    }

    /// The name of the file.
    fn name(&self) -> &str {
        local::name(&self.path)
    }

    /// The folders around it, the outermost first. A path may be as deep as its system allows: nobody configures the
    /// folders further down.
    fn folders(&self) -> impl Iterator<Item = &str> {
        local::folders(&self.path).take(DEEPEST)
    }
}

/// Folders around a document that are looked at.
const DEEPEST: usize = 16;

/// What a configuration may say of a repository.
#[derive(Debug, Clone, Default)]
pub struct Survey {
    pub exclude: Vec<Exclude>,
    pub kinds: Vec<Line>,
}

/// What fits these documents. Their order does not matter.
pub fn survey(seen: &[Seen], catalog: &Catalog) -> Survey {
    let exclude = exclude::folders(seen);
    let is_read = |seen: &&Seen| !exclude.iter().any(|it| it.holds(&seen.path));
    let read: Vec<&Seen> = seen.iter().filter(is_read).collect();
    Survey { kinds: kinds::lines(&read, catalog), exclude }
}
