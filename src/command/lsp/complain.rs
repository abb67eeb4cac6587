//! What is wrong with configuration and pages: somebody is told once, and it is shown in its file until that changes.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use lsp_types::{Diagnostic, DiagnosticSeverity, Uri};

use super::outbox::Outbox;
use crate::editor::address;
use crate::editor::diagnostic::SOURCE;
use crate::editor::sheet::Sheet;
use crate::input;
use crate::report::escape;
use crate::rule::Mistake;
use crate::text::Encoding;

/// The mistakes that were told since configuration and pages changed last, by their files.
#[derive(Default)]
pub struct Complaints {
    files: BTreeMap<String, Vec<Mistake>>,
    /// Where any of them are shown.
    shown: Vec<Uri>,
}

impl Complaints {
    /// Configuration and pages have changed: what is wrong with them is told anew.
    pub fn forget(&mut self, out: &mut Outbox<impl Write>) {
        self.files.clear();
        for uri in std::mem::take(&mut self.shown) {
            out.publish(uri, None, Vec::new());
        }
    }

    /// Shows what is wrong with configuration and pages.
    pub fn tell(&mut self, mistakes: &[Mistake], out: &mut Outbox<impl Write>, encoding: Encoding) {
        let new: Vec<&Mistake> = mistakes.iter().filter(|it| self.add(it)).collect();
        let paths: BTreeSet<&str> = new.iter().map(|it| it.path.as_str()).collect();
        new.iter().for_each(|it| out.warn(&it.line()));
        for path in paths {
            let Some(uri) = file(path) else { continue };
            self.shown.push(uri.clone());
            let all = self.files.get(path).into_iter().flatten();
            out.publish(uri, None, all.map(|it| diagnostic(it, encoding)).collect());
        }
    }

    /// The names of the files that are wrong, and of whatever else is.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Takes up a mistake; whether it is a new one.
    fn add(&mut self, it: &Mistake) -> bool {
        let known = self.files.entry(it.path.clone()).or_default();
        let is_new = !known.contains(it);
        known.extend(is_new.then(|| it.clone()));
        is_new
    }
}

/// The address of a file; none of what is called so and is no file, as the command line.
fn file(path: &str) -> Option<Uri> {
    let path = input::absolute(Path::new(path));
    path.is_file().then(|| address::of(&path)).flatten()
}

fn diagnostic(it: &Mistake, encoding: Encoding) -> Diagnostic {
    Diagnostic {
        range: Sheet::of(&it.text, encoding).range(it.at.span, &it.text),
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some(SOURCE.to_owned()),
        message: escape::lines(&format!("{}\n{}", it.message, it.help)).into_owned(),
        ..Diagnostic::default()
    }
}
