//! What is looked at anew when something beside the texts has changed: other texts, files and folders, configuration and pages.

use std::path::PathBuf;

use lsp_types::Uri;

use super::Desk;
use crate::rule::Mistake;
use crate::run::around::Trees;
use crate::run::setup::Setup;

impl Desk {
    /// Something beside the texts has changed: each is judged anew when somebody asks.
    pub fn doubt(&mut self) {
        self.texts.values_mut().for_each(|it| it.is_stale = true);
    }

    /// Some texts were written: what is found in others may depend on them.
    pub fn doubt_beside(&mut self, written: &[Uri]) {
        for open in self.texts.values_mut() {
            open.is_stale |= written.iter().any(|it| *it != open.uri);
        }
    }

    /// Files or folders have changed: the trees, and what was known before, are looked at anew. Told is what is wrong with it.
    pub fn replant(&mut self) -> Vec<Mistake> {
        self.trees = Trees::with(&self.drafts);
        self.known.forget();
        let mut mistakes = Vec::new();
        for open in self.texts.values_mut() {
            // A repository may have been made around it.
            open.source.place = self.trees.place_of(&open.source);
            let known = open.path.as_deref().map(|path| self.known.of(&mut self.setup, path));
            let (before, mistake) = known.unwrap_or_default();
            open.before = before;
            mistakes.extend(mistake);
        }
        self.doubt();
        mistakes
    }

    /// Configuration or pages have changed. Told is what is wrong with them.
    pub fn renew(&mut self, setup: Setup) -> Vec<Mistake> {
        self.setup = setup;
        let opened: Vec<(String, Option<PathBuf>, bool)> =
            self.texts.iter().map(|(uri, it)| (uri.clone(), it.path.clone(), it.is_read)).collect();
        let mut mistakes = Vec::new();
        for (uri, path, is_read) in opened {
            let (policy, found) = self.policy(path.as_deref(), is_read);
            mistakes.extend(found.into_iter().filter(|it| !mistakes.contains(it)).collect::<Vec<_>>());
            if let Some(open) = self.texts.get_mut(&uri) {
                open.policy = policy;
            }
        }
        mistakes.extend(self.replant());
        mistakes
    }
}
