//! What was known before of the texts in an editor: the baselines around them, so that nobody sees there what a run of
//! `check` keeps silent. Each is read once, until something changes.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::{BaselineArgs, RuleArgs};
use crate::input::{self, name_of};
use crate::rule::Mistake;
use crate::run::known::{self, Unread};
use crate::run::setup::{Setup, shown};
use crate::settle::Checked;
use crate::settle::baseline::Baseline;
use crate::text::Span;

/// The baselines of a session.
#[derive(Debug)]
pub struct Shelf {
    is_wanted: bool,
    /// The file that was named, where one was.
    named: Option<PathBuf>,
    /// What each file says; none where there is none, or where it is wrong.
    files: HashMap<PathBuf, Option<Arc<Told>>>,
}

/// What a file says.
#[derive(Debug)]
struct Told {
    all: Baseline,
    /// What it says of texts that are not there any more.
    gone: Baseline,
}

/// What was known of one text.
#[derive(Debug, Clone)]
pub struct Before {
    told: Arc<Told>,
    /// The text, as the file names it.
    path: String,
}

impl Shelf {
    pub fn new(args: &BaselineArgs, rules: &RuleArgs) -> Self {
        Self { is_wanted: known::is_wanted(args, rules), named: args.baseline.clone(), files: HashMap::new() }
    }

    /// What was read may be so no longer.
    pub fn forget(&mut self) {
        self.files.clear();
    }

    /// What was known of the text at a path; and what is wrong with the file that says it, the first time.
    pub fn of(&mut self, setup: &mut Setup, path: &Path) -> (Option<Before>, Option<Mistake>) {
        if !self.is_wanted {
            return (None, None);
        }
        // Mistakes in the configuration are told where its policy is made.
        let placed = known::place(setup, self.named.as_deref(), &[path.to_owned()]);
        let Ok((file, root)) = placed else { return (None, None) };
        let mut mistake = None;
        let told = self.files.entry(file.clone()).or_insert_with(|| match known::load(&file) {
            Ok(read) => read.map(|all| Arc::new(Told { gone: all.gone(|path| known::is_there(&root, path)), all })),
            Err(unread) => {
                mistake = Some(mistaken(&file, unread));
                None
            }
        });
        let below = told.as_ref().zip(path.strip_prefix(&root).ok());
        (below.map(|(told, path)| Before { told: Arc::clone(told), path: name_of(path) }), mistake)
    }
}

impl Before {
    /// Takes out what was known.
    pub fn take_from(&self, checked: &mut Checked) {
        self.told.all.take_from(&self.path, checked, &self.told.gone);
    }
}

fn mistaken(file: &Path, unread: Unread) -> Mistake {
    match unread {
        Unread::Wrong(mistake) => *mistake,
        Unread::File(error) => {
            let message = format!("it cannot be read: {error}");
            Mistake::new(&shown(file), "", Span::new(0, 0), message, input::cure_of_list(file))
        }
    }
}
