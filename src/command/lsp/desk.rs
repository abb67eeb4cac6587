//! The texts that somebody has open: how each of them stands now, and what was found in it. Sends nothing.

mod renew;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{Diagnostic, Range, TextDocumentContentChangeEvent, TextDocumentItem, Uri};

use super::before::{Before, Shelf};
use crate::config::{Choice, Policy};
use crate::document::Memory;
use crate::editor::sheet::{self, Sheet};
use crate::editor::shift::Shift;
use crate::editor::{Page, address, diagnostic};
use crate::finding::Elsewhere;
use crate::input;
use crate::link::Linked;
use crate::lint::Beside;
use crate::report::elsewhere;
use crate::rule::Mistake;
use crate::run::around::{Drafts, Trees};
use crate::run::setup::{Setup, shown};
use crate::run::work::with_kind;
use crate::settle::Checked;
use crate::text::{Encoding, Source};

/// A text that is open.
pub struct Open {
    pub uri: Uri,
    pub version: i32,
    /// Where it lies, from the root of the file system; none for a text that is no file.
    pub path: Option<PathBuf>,
    pub source: Source,
    sheet: Sheet,
    pub policy: Arc<Policy>,
    /// What was known of it before somebody began to look.
    before: Option<Before>,
    /// It is written in something that we read.
    is_read: bool,
    /// What was read in it when it was judged last.
    memory: Memory,
    /// What was found then; places have moved with what was written since.
    checked: Option<Checked>,
    /// It was written since then.
    is_stale: bool,
    /// What was found beside others when they were held against each other last.
    pub linked: Option<Linked>,
    /// It was written since then.
    pub is_unlinked: bool,
}

impl Open {
    /// Why it is not read, where it is too large.
    pub fn too_large(&self) -> Option<String> {
        let (largest, bytes) = (self.policy.largest.unwrap_or(input::LARGEST), self.source.text.len() as u64);
        (bytes > largest).then(|| input::too_large(largest, Some(bytes)))
    }

    /// Others say something else of it than before.
    pub fn relink(&mut self, linked: Option<Linked>) {
        self.is_stale |= self.linked != linked;
        self.linked = linked;
    }
}

/// What a text is written in, as editors name it, that is read whatever it is called.
const LANGUAGES: &[&str] = &["markdown", "mdx", "md", "quarto", "rmd", "plaintext", "text"];

/// Under this no rule looks at a text.
fn silent(policy: Policy) -> Policy {
    Policy { choices: vec![Choice { select: Some(Vec::new()), ..Choice::default() }], ..policy }
}

pub struct Desk {
    pub setup: Setup,
    pub trees: Trees,
    drafts: Drafts,
    encoding: Encoding,
    has_versions: bool,
    known: Shelf,
    /// By their addresses.
    texts: BTreeMap<String, Open>,
}

impl Desk {
    pub fn new(setup: Setup, known: Shelf, encoding: Encoding, has_versions: bool) -> Self {
        let drafts = Drafts::default();
        Self { setup, trees: Trees::with(&drafts), drafts, encoding, has_versions, known, texts: BTreeMap::new() }
    }

    pub fn uris(&self) -> Vec<Uri> {
        self.texts.values().map(|it| it.uri.clone()).collect()
    }

    pub fn text(&self, uri: &Uri) -> Option<&Open> {
        self.texts.get(uri.as_str())
    }

    pub fn text_mut(&mut self, uri: &Uri) -> Option<&mut Open> {
        self.texts.get_mut(uri.as_str())
    }

    /// The open text that lies at a path.
    pub fn at(&self, path: &Path) -> Option<&Open> {
        self.texts.values().find(|it| it.path.as_deref() == Some(path))
    }

    /// Takes a text up. Told is what is wrong with the configuration around it.
    pub fn open(&mut self, item: TextDocumentItem) -> Vec<Mistake> {
        let path = address::path(&item.uri).map(|it| input::placed(&it));
        let source = match &path {
            Some(path) => self.trees.seated(Source::file(shown(path), item.text)),
            None => Source::unnamed(item.uri.as_str(), item.text),
        };
        let is_read = LANGUAGES.contains(&item.language_id.as_str()) || path.as_deref().is_none_or(input::is_markdown);
        let (policy, mut mistakes) = self.policy(path.as_deref(), is_read);
        let before = self.before(path.as_deref(), &mut mistakes);
        if let Some(path) = &path {
            self.trees.redraft(path, Some(source.text.clone()));
        }
        let sheet = Sheet::of(&source.text, self.encoding);
        let text = Open {
            uri: item.uri,
            version: item.version,
            path,
            source,
            sheet,
            policy,
            before,
            is_read,
            memory: Memory::default(),
            checked: None,
            is_stale: true,
            linked: None,
            is_unlinked: true,
        };
        self.texts.insert(text.uri.as_str().to_owned(), text);
        mistakes
    }

    /// What applies to a text. Where it is left out of every run, or is no document, no rule does.
    fn policy(&mut self, path: Option<&Path>, is_read: bool) -> (Arc<Policy>, Vec<Mistake>) {
        let is_left_out = !is_read || path.is_some_and(|path| self.is_left_out(path));
        match self.setup.policy(path) {
            Ok(policy) if is_left_out => (Arc::new(silent(policy)), Vec::new()),
            Ok(policy) => (Arc::new(policy), Vec::new()),
            Err(mistakes) => (Arc::new(silent(Policy::default())), mistakes),
        }
    }

    /// What was known of a text.
    fn before(&mut self, path: Option<&Path>, mistakes: &mut Vec<Mistake>) -> Option<Before> {
        let (before, mistake) = self.known.of(&mut self.setup, path?);
        mistakes.extend(mistake);
        before
    }

    /// Takes what was known out of what was found in a text that is not open.
    pub fn hush(&mut self, path: &Path, checked: &mut Checked) {
        if let (Some(before), _) = self.known.of(&mut self.setup, path) {
            before.take_from(checked);
        }
    }

    /// Whether no walk of the current folder meets a file.
    pub fn is_left_out(&mut self, path: &Path) -> bool {
        if self.setup.for_file(path).is_ok_and(|it| it.excludes(path)) {
            return true;
        }
        // Of what lies elsewhere, as in another folder of the workspace, its own repository says what is left out.
        let name = PathBuf::from(shown(path));
        let elsewhere = || input::root_of_repository(path).filter(|it| path.starts_with(it));
        match elsewhere().filter(|_| name.is_absolute()) {
            Some(root) => input::is_ignored(root, path.strip_prefix(root).unwrap_or(path)),
            None => name.is_relative() && input::is_ignored(Path::new(""), &name),
        }
    }

    /// Writes in a text as its editor did. What was found moves along.
    pub fn change(&mut self, uri: &Uri, version: i32, changes: Vec<TextDocumentContentChangeEvent>) {
        let Some(open) = self.texts.get_mut(uri.as_str()) else { return };
        open.version = version;
        for change in changes {
            let shift = open.sheet.apply(change, &mut open.source.text);
            open.is_stale = true;
            open.is_unlinked = true;
            if let Some(checked) = &mut open.checked {
                checked.findings.retain_mut(|it| shift.finding(it));
            }
            if let Some(linked) = &mut open.linked {
                linked.retain(|it| shift.flag(it));
            }
        }
        if let Some(path) = &open.path {
            self.trees.redraft(path, Some(open.source.text.clone()));
        }
    }

    /// Puts a text away; whether it was there.
    pub fn close(&mut self, uri: &Uri) -> Option<Open> {
        let open = self.texts.remove(uri.as_str())?;
        if let Some(path) = &open.path {
            self.trees.redraft(path, None);
        }
        Some(open)
    }

    /// Judges a text as it is now, if it was not yet; whether anything else is found in it than before.
    pub fn judge(&mut self, uri: &Uri) -> bool {
        let Some(open) = self.texts.get_mut(uri.as_str()).filter(|it| it.is_stale || it.checked.is_none()) else {
            return false;
        };
        if open.too_large().is_some() {
            open.is_stale = false;
            return open.checked.take().is_some();
        }
        let beside = Beside { linked: open.linked.as_ref(), memory: Some(&open.memory), ..Beside::default() };
        let source = match &open.policy.kind {
            Some(_) => Cow::Owned(with_kind(open.source.clone(), &open.policy)),
            None => Cow::Borrowed(&open.source),
        };
        let mut checked = self.trees.judge_beside(&source, beside, &self.setup.catalog, &open.policy, &());
        if let Some(before) = &open.before {
            before.take_from(&mut checked);
        }
        let Some(open) = self.texts.get_mut(uri.as_str()) else { return false };
        open.is_stale = false;
        let before = open.checked.replace(checked);
        before.as_ref().map(|it| &it.findings) != open.checked.as_ref().map(|it| &it.findings)
    }

    /// A text as it was judged last, for an editor.
    pub fn page<'d>(&'d self, open: &'d Open) -> Option<Page<'d>> {
        Some(Page {
            uri: &open.uri,
            version: self.has_versions.then_some(open.version),
            source: &open.source,
            sheet: &open.sheet,
            checked: open.checked.as_ref()?,
            catalog: &self.setup.catalog,
            policy: &open.policy,
        })
    }

    /// What was found in a text.
    pub fn diagnostics(&self, open: &Open) -> Vec<Diagnostic> {
        self.page(open).map(|page| diagnostic::all(&page, &|it| self.find(it))).unwrap_or_default()
    }

    /// What was found in a text that is not open.
    pub fn diagnostics_of(&self, uri: &Uri, source: &Source, checked: &Checked, policy: &Policy) -> Vec<Diagnostic> {
        let sheet = Sheet::of(&source.text, self.encoding);
        let catalog = &self.setup.catalog;
        let page = Page { uri, version: None, source, sheet: &sheet, checked, catalog, policy };
        diagnostic::all(&page, &|it| self.find(it))
    }

    /// Where a place in another text is.
    pub fn find(&self, it: &Elsewhere) -> Option<(Uri, Range)> {
        let path = input::absolute(Path::new(&it.name));
        let uri = self.at(&path).map(|it| it.uri.clone()).or_else(|| address::of(&path))?;
        let [start, end] = elsewhere::ends(it).map(|at| sheet::counted(at, self.encoding));
        Some((uri, Range::new(start, end)))
    }

    /// Judges a text that is written otherwise than it is, for those who try something out. What was found in it beside
    /// others is known where somebody says how its places moved.
    pub fn tried(&self, open: &Open, text: &str, shift: Option<Shift>) -> Checked {
        let source = Source { text: text.to_owned(), ..open.source.clone() };
        let mut linked = open.linked.clone().filter(|_| shift.is_some());
        if let (Some(linked), Some(shift)) = (&mut linked, shift) {
            linked.retain(|it| shift.flag(it));
        }
        let beside = Beside { linked: linked.as_ref(), ..Beside::default() };
        self.trees.judge_beside(&with_kind(source, &open.policy), beside, &self.setup.catalog, &open.policy, &())
    }
}
