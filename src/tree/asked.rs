//! What a document asks of the tree around it, and what it is told. Whoever keeps what was found in a text keeps this
//! beside it: while the same questions have the same answers, the tree gives no reason to look again.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hash};
use std::sync::Arc;

use jiff::civil::Date;

use super::keeper::Making;
use super::{Entry, Fate, Keeper, Tree};
use crate::document::Anchors;
use crate::words::address::local;
use crate::words::date::numeric::Order;
use crate::words::edition::Earlier;

/// What can be asked of a tree. What it is asked of is a path from the root, the end of one, or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    Entry,
    LeftOut,
    Named,
    Alike,
    Below,
    Anchors,
    Removed,
    Fate,
    Kept,
    Site,
    Root,
    ByName,
    Made,
    Put,
    Page,
    Past,
    Earlier,
    Github,
    Days,
    Making,
}

/// A question, and the print of its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub question: Question,
    pub of: String,
    pub answer: u64,
}

/// What one document asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Where it lies, from the root.
    pub path: String,
    /// In the order of the questions, each once.
    pub told: Vec<Told>,
}

/// A document in its place.
#[derive(Debug, Clone)]
pub struct Around {
    tree: Arc<Tree>,
    /// Where the document lies, from the root.
    pub path: String,
    /// Where somebody wants to know them, the questions so far.
    notes: Option<RefCell<BTreeMap<(Question, String), u64>>>,
}

impl Around {
    pub fn new(tree: Arc<Tree>, path: impl Into<String>) -> Self {
        Self { tree, path: path.into(), notes: None }
    }

    /// The same, which notes what it is asked.
    pub fn noting(self) -> Self {
        Self { notes: Some(RefCell::default()), ..self }
    }

    /// What was asked since it began to note.
    pub fn asked(self) -> Asked {
        let notes = self.notes.map(RefCell::into_inner).unwrap_or_default();
        let told = notes.into_iter().map(|((question, of), answer)| Told { question, of, answer });
        Asked { path: self.path, told: told.collect() }
    }

    /// Whether the same document would be told the same.
    pub fn still_says(&self, asked: &Asked) -> bool {
        self.path == asked.path && asked.told.iter().all(|it| self.answer(it.question, &it.of) == it.answer)
    }

    /// The folder of the document.
    pub fn folder(&self) -> &str {
        local::folder(&self.path)
    }

    /// What lies at a path.
    pub fn entry(&self, path: &str) -> Option<Entry> {
        self.told(Question::Entry, path, self.tree.entry(path))
    }

    /// Whether a path may be there for others.
    pub fn is_left_out(&self, path: &str) -> bool {
        self.told(Question::LeftOut, path, self.tree.is_left_out(path))
    }

    /// Files whose last parts are these, in any case: all of them, or as many as nobody chooses from.
    pub fn named(&self, end: &str) -> Vec<&str> {
        self.told(Question::Named, end, self.tree.named(end))
    }

    /// The only file beside a path whose name is nearly the same.
    pub fn alike(&self, path: &str) -> Option<&str> {
        self.told(Question::Alike, path, self.tree.alike(path))
    }

    /// Whether a file or a folder, wherever it lies, ends with this path.
    pub fn has_below(&self, path: &str) -> bool {
        self.told(Question::Below, path, self.tree.has_below(path))
    }

    /// The anchors of a Markdown file; none where nobody can read it.
    pub fn anchors(&self, path: &str) -> Option<Arc<Anchors>> {
        self.told(Question::Anchors, path, self.tree.anchors(path))
    }

    /// The commit that took a path away, where the history had it.
    pub fn removed(&self, path: &str) -> Option<&str> {
        self.told(Question::Removed, path, self.tree.removed(path))
    }

    /// What became of a path that the history had.
    pub fn fate(&self, path: &str) -> Option<Fate> {
        self.told(Question::Fate, path, self.tree.fate(path))
    }

    /// Who else looks after the links of the document.
    pub fn kept_by(&self) -> Option<Keeper> {
        self.told(Question::Kept, "", self.tree.kept_by(&self.path))
    }

    /// The folder of whose documents a site is made, where the document lies in one.
    pub fn site(&self) -> Option<&str> {
        self.told(Question::Site, "", self.tree.site_of(&self.path))
    }

    /// The folder from which a program follows the links of the document.
    pub fn root_of_pages(&self) -> Option<&str> {
        self.told(Question::Root, "", self.tree.root_of_pages(&self.path))
    }

    /// See [`Tree::making`].
    pub fn making(&self) -> Option<&Making> {
        self.told(Question::Making, "", self.tree.making(&self.path))
    }

    /// Whether a program for documentation finds a page by its name alone.
    pub fn is_found_by_name(&self, name: &str) -> bool {
        self.told(Question::ByName, name, self.tree.is_found_by_name(&self.path, name))
    }

    /// Whether a script of the repository writes what lies at a path.
    pub fn is_made(&self, path: &str) -> bool {
        self.told(Question::Made, path, self.tree.is_made(path))
    }

    /// Whether a step of a workflow puts a file at a path.
    pub fn is_put_there(&self, path: &str) -> bool {
        self.told(Question::Put, path, self.tree.is_put_there(path))
    }

    /// Whether a path leads to a page of a site where no file has its name.
    pub fn is_page_of_site(&self, path: &str) -> bool {
        self.told(Question::Page, path, self.tree.is_page_of_site(path))
    }

    /// Whether the names of other documents are of days long after one.
    pub fn is_past(&self, day: Date) -> bool {
        self.told(Question::Past, &day.to_string(), self.tree.is_past(day))
    }

    /// Whether the document is kept as it was at a release, beside those of a later one.
    pub fn is_of_earlier(&self) -> bool {
        Earlier::may_hold(&self.path) && self.told(Question::Earlier, "", self.tree.is_of_earlier(&self.path))
    }

    /// Whether the repository lies at GitHub, as far as its folders tell.
    pub fn is_github(&self) -> bool {
        self.told(Question::Github, "", self.tree.is_github())
    }

    /// See [`Tree::order_of_days`].
    pub fn order_of_days(&self) -> Option<(Order, String)> {
        self.told(Question::Days, "", self.tree.order_of_days(&self.path))
    }

    fn told<A: Hash>(&self, question: Question, of: &str, answer: A) -> A {
        if let Some(notes) = &self.notes {
            notes.borrow_mut().insert((question, of.to_owned()), print(&answer));
        }
        answer
    }

    fn answer(&self, question: Question, of: &str) -> u64 {
        match question {
            Question::Entry => print(&self.entry(of)),
            Question::LeftOut => print(&self.is_left_out(of)),
            Question::Named => print(&self.named(of)),
            Question::Alike => print(&self.alike(of)),
            Question::Below => print(&self.has_below(of)),
            Question::Anchors => print(&self.anchors(of)),
            Question::Removed => print(&self.removed(of)),
            Question::Fate => print(&self.fate(of)),
            Question::Kept => print(&self.kept_by()),
            Question::Site => print(&self.site()),
            Question::Root => print(&self.root_of_pages()),
            Question::ByName => print(&self.is_found_by_name(of)),
            Question::Made => print(&self.is_made(of)),
            Question::Put => print(&self.is_put_there(of)),
            Question::Page => print(&self.is_page_of_site(of)),
            Question::Past => print(&of.parse().is_ok_and(|day| self.is_past(day))),
            Question::Earlier => print(&self.is_of_earlier()),
            Question::Github => print(&self.is_github()),
            Question::Days => print(&self.order_of_days()),
            Question::Making => print(&self.making()),
        }
    }
}

/// Of equal answers it is equal, in every run of one program.
fn print(answer: &impl Hash) -> u64 {
    foldhash::quality::FixedState::default().hash_one(answer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Listed;

    const FILES: &str = "docs/1.0/a.md#one\ndocs/b.md#two\nsrc/pool.rs\n- src/old.rs 1a2b3c4";

    fn around(files: &str) -> Around {
        Around::new(Arc::new(Tree::new(Box::new(Listed::parse(files)))), "docs/1.0/a.md").noting()
    }

    /// Asks everything there is to ask.
    fn ask(around: Around) -> Asked {
        around.entry("docs/b.md");
        around.entry("docs/missing.md");
        around.is_left_out("docs/missing.md");
        around.named("pool.rs");
        around.alike("docs/pool.rs");
        around.has_below("pool.rs");
        around.anchors("docs/b.md");
        around.removed("src/old.rs");
        around.fate("src/old.rs");
        let _ = (around.kept_by(), around.site(), around.root_of_pages(), around.making());
        around.is_found_by_name("c.md");
        around.is_made("out/docs");
        around.is_put_there("out/docs");
        around.is_page_of_site("docs/guide/c");
        around.is_past(jiff::civil::date(2025, 11, 20));
        around.is_github();
        around.order_of_days();
        around.is_of_earlier();
        around.asked()
    }

    #[test]
    fn each_question_is_noted_once() {
        let asked = ask(around(FILES));
        assert_eq!((asked.path.as_str(), asked.told.len()), ("docs/1.0/a.md", 21));
        let is_told = |number: usize| asked.told.iter().any(|it| it.question as usize == number);
        assert!((0..=Question::Making as usize).all(is_told), "{asked:?}");
        assert!(Around::new(Arc::new(Tree::new(Box::new(Listed::parse(FILES)))), "docs/b.md").asked().told.is_empty());
    }

    #[test]
    fn whatever_was_told_otherwise_is_noticed() {
        let asked = ask(around(FILES));
        assert!(around(FILES).still_says(&asked));
        assert!(around(&format!("{FILES}\nnew/file.md")).still_says(&asked), "nobody asked for it");
        for changed in [
            FILES.replace("docs/b.md#two\n", ""),
            FILES.replace("#two", "#three"),
            FILES.replace("src/pool.rs", "lib/pool.rs"),
            FILES.replace("1a2b3c4", "5d6e7f8"),
            FILES.replace("1a2b3c4", "1a2b3c4 > src/pool.rs"),
            format!("{FILES}\ndocs/missing.md"),
            format!("{FILES}\nmkdocs.yml"),
            format!("{FILES}\ndocs/hotdoc.json"),
            format!("{FILES}\nminutes/2026-11-13.md\nminutes/2026-11-20.md"),
            format!("{FILES}\n.github/CODEOWNERS"),
        ] {
            assert!(!around(&changed).still_says(&asked), "{changed}");
        }
        let elsewhere = Around::new(Arc::new(Tree::new(Box::new(Listed::parse(FILES)))), "docs/c.md");
        assert!(!elsewhere.still_says(&asked), "the document lies elsewhere");
    }
}
