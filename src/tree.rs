//! What stands around a document: which paths there are, which anchors a Markdown file has, what the history had.
//! Knows no disk and no git: whoever makes a tree answers for them.

mod alike;
mod asked;
mod days;
mod ends;
mod fate;
mod fault;
mod keeper;
mod listed;
mod made;
mod meant;
mod moved;
mod of_site;
mod offer;
mod ordered;
mod project;

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock};

use ends::Ends;
use jiff::civil::Date;

pub use asked::{Around, Asked, Question, Told};
pub use fate::Fate;
pub use fault::{Fault, LostFile, LostHeading, Targets, misspelt, unschemed};
pub use keeper::Keeper;
pub use listed::Listed;
pub use meant::{Meant, is_from_root_alone, namesake, written};
use meant::{above, meant, named_by};
pub use moved::{Moved, are_together};
use of_site::{is_beside_pages, is_called_mdx, is_in_catalogue, is_of_doxygen, is_way_of_folders};
pub use of_site::{is_missed, is_of_docfx, is_of_translation, is_page_from_root, is_served};
pub use offer::Offers;
pub use project::is_of_others;

use crate::document::{Anchors, Document};
use crate::text::Source;
use crate::words::address::local;
use crate::words::date::late;
use crate::words::date::numeric::Order;
use crate::words::digit::holds_digit;
use crate::words::edition::Earlier;
use crate::words::file_name;

/// What lies at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entry {
    File,
    Folder,
}

/// A file that the history had, and the commit that took it away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    pub path: String,
    /// As short as it may be here.
    pub commit: String,
    /// Where the file lies since, as far as somebody looked.
    pub to: Option<String>,
}

/// Whoever knows a repository. Paths are from its root, with `/`, and compared letter by letter.
pub trait World: Send + Sync {
    fn entry(&self, path: &str) -> Option<Entry>;

    /// The text of a file, where it can be read.
    fn text(&self, path: &str) -> Option<String>;

    /// Every file that belongs to the repository, sorted.
    fn files(&self) -> Arc<[String]>;

    /// Whether a path may be there for others: it is ignored, or lies in another repository, or was not written out.
    fn is_left_out(&self, path: &str) -> bool;

    /// The files that its history had and its head has not, as far back as is looked.
    fn removed(&self) -> Vec<Removed>;

    /// What one of those commits did: of a merge, what each commit did that it brought in. The newest come first.
    fn removed_by(&self, commit: &str) -> Vec<Removed>;

    /// The anchors of a file, where they are known without its text.
    fn anchors(&self, _path: &str) -> Option<Anchors> {
        None
    }
}

/// A repository, asked as seldom as can be.
pub struct Tree {
    world: Box<dyn World>,
    anchors: Mutex<HashMap<String, Option<Arc<Anchors>>>>,
    files: OnceLock<Files>,
    keeper: OnceLock<keeper::Keepers>,
    ordered: OnceLock<ordered::Ordered>,
    listed_by_sites: OnceLock<HashSet<String>>,
    removed: OnceLock<HashMap<String, String>>,
    /// By the name of the commit.
    removed_by: Mutex<HashMap<String, Arc<[Removed]>>>,
    late: OnceLock<Option<Date>>,
    earlier: OnceLock<Earlier>,
    put_there: OnceLock<HashSet<String>>,
}

/// A run over many repositories keeps this of each: there are no more strings in it than paths.
#[derive(Debug)]
struct Files {
    all: Arc<[String]>,
    ends: Ends,
    /// Every folder, by its name.
    folders: Vec<Box<str>>,
}

impl fmt::Debug for Tree {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("Tree")
    }
}

impl Tree {
    pub fn new(world: Box<dyn World>) -> Self {
        let anchors = Mutex::new(HashMap::new());
        let (files, keeper, ordered, listed_by_sites, removed, removed_by, late, earlier, put_there) =
            Default::default();
        Self { world, anchors, files, keeper, ordered, listed_by_sites, removed, removed_by, late, earlier, put_there }
    }

    pub fn entry(&self, path: &str) -> Option<Entry> {
        if path.is_empty() { Some(Entry::Folder) } else { self.world.entry(path) }
    }

    pub fn is_left_out(&self, path: &str) -> bool {
        self.world.is_left_out(path)
    }

    /// Every file that belongs to the repository, sorted.
    pub fn files(&self) -> &[String] {
        &self.listed().all
    }

    /// The text of a file, where it can be read.
    pub fn text(&self, path: &str) -> Option<String> {
        self.world.text(path)
    }

    /// The anchors of a Markdown file; none where nobody can read it.
    pub fn anchors(&self, path: &str) -> Option<Arc<Anchors>> {
        let known = self.anchors.lock().ok().and_then(|known| known.get(path).cloned());
        if let Some(known) = known {
            return known;
        }
        // Two threads may read the same file at once; both find the same.
        let read = || self.world.text(path).map(|text| Document::new(&Source::file(path, text)).anchors());
        let found = self.world.anchors(path).or_else(read).map(Arc::new);
        if let Ok(mut known) = self.anchors.lock() {
            known.insert(path.to_owned(), found.clone());
        }
        found
    }

    /// A file has changed: what is known of it is asked anew.
    pub fn forget(&self, path: &str) {
        if let Ok(mut known) = self.anchors.lock() {
            known.remove(path);
        }
    }

    /// Files whose last parts are these, in any case: all of them, or as many as nobody chooses from.
    pub fn named(&self, end: &str) -> Vec<&str> {
        const MOST: usize = 100;
        let Files { all, ends, .. } = self.listed();
        ends.among(all, end).take(MOST).collect()
    }

    /// The only file beside a path whose name is nearly the same.
    pub fn alike(&self, path: &str) -> Option<&str> {
        alike::alike(self.files(), path)
    }

    /// Whether a file or a folder of the repository, wherever it lies, ends with this path.
    pub fn has_below(&self, path: &str) -> bool {
        let name = local::name(path);
        let ends = |file: &str| file.strip_suffix(path).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'));
        let Files { all, ends: files, folders } = self.listed();
        let first = folders.partition_point(|it| local::name(it) < name);
        files.among(all, path).any(ends)
            || folders[first..].iter().take_while(|it| local::name(it) == name).any(|it| ends(it))
    }

    /// The commit that took a file away, or the last file of a folder, where the history had it.
    pub fn removed(&self, path: &str) -> Option<&str> {
        let all = self.removed.get_or_init(|| {
            let mut all = HashMap::new();
            // The newest commit comes first: it took the last file of a folder.
            for it in self.world.removed() {
                for folder in local::folders(&it.path) {
                    all.entry(folder.to_owned()).or_insert_with(|| it.commit.clone());
                }
                all.entry(it.path).or_insert(it.commit);
            }
            all
        });
        all.get(path).map(String::as_str)
    }

    /// Who else looks after the links of a document: a program makes a site of it, or another one follows its links already.
    pub fn kept_by(&self, path: &str) -> Option<Keeper> {
        self.keepers().of(path)
    }

    /// The innermost folder around a document of whose documents a site is made.
    pub fn site_of(&self, path: &str) -> Option<&str> {
        self.keepers().site(path)
    }

    /// The folder from which a program follows the links of a document, wherever in it the document lies.
    pub fn root_of_pages(&self, path: &str) -> Option<&str> {
        self.keepers().root(path)
    }

    /// How the site is made that a document is a page of, as far as its settings tell.
    pub fn making(&self, path: &str) -> Option<&keeper::Making> {
        self.keepers().making(path)
    }

    fn keepers(&self) -> &keeper::Keepers {
        let text = |path: &str| self.world.text(path);
        self.keeper.get_or_init(|| keeper::Keepers::among(&self.listed().all, text))
    }

    /// Whether a program for documentation finds a page from a document by its name alone.
    pub fn is_found_by_name(&self, path: &str, name: &str) -> bool {
        let is_page = [".md", ".livemd", ".cheatmd"].iter().any(|it| name.ends_with(it));
        is_page && self.keepers().finds_by_name(path) && self.named(name).iter().any(|it| local::name(it) == name)
    }

    /// Whether a script of the repository writes what lies at a path.
    pub fn is_made(&self, path: &str) -> bool {
        made::is_made(path, |path| self.world.text(path))
    }

    /// Whether a step of a workflow puts a file at a path.
    pub fn is_put_there(&self, path: &str) -> bool {
        self.put_there.get_or_init(|| made::put_there(&self.listed().all, |path| self.world.text(path))).contains(path)
    }

    /// Whether a path leads to a page of a site where no file has its name: numbers put pages in order, and settings list what
    /// a script has still to put there.
    pub fn is_page_of_site(&self, path: &str) -> bool {
        let files = &self.listed().all;
        let text = |path: &str| self.world.text(path);
        let listed = || files.iter().flat_map(|it| keeper::listed(it, files, &text)).collect();
        self.ordered.get_or_init(|| ordered::Ordered::among(files, text)).has(path)
            || self.listed_by_sites.get_or_init(listed).contains(path)
    }

    /// Whether the names of other documents are of days long after one: whoever works here no longer comes back to it.
    pub fn is_past(&self, day: Date) -> bool {
        let is_dated = |path: &&String| holds_digit(path) && (path.ends_with(".md") || path.ends_with(".markdown"));
        let day_of = |path: &String| file_name::in_path(path).or_else(|| file_name::week(path));
        let days = || self.files().iter().filter(is_dated).filter_map(day_of);
        self.late.get_or_init(|| late::told_by(days())).is_some_and(|late| late::is_long_before(day, late))
    }

    /// The order in which the texts of the same series beside one write their days in numbers, with an example; none where they
    /// differ, or are too few.
    pub fn order_of_days(&self, path: &str) -> Option<(Order, String)> {
        days::order(path, self.files(), |path| self.world.text(path))
    }

    /// Whether a document is kept as it was at a release, beside those of a later one.
    pub fn is_of_earlier(&self, path: &str) -> bool {
        self.earlier.get_or_init(|| Earlier::among(self.files())).holds(path)
    }

    /// Whether the repository lies at GitHub, as far as its folders tell.
    pub fn is_github(&self) -> bool {
        let files = &self.listed().all;
        let first = files.partition_point(|path| path.as_str() < ".github/");
        files.get(first).is_some_and(|path| path.starts_with(".github/"))
    }

    fn listed(&self) -> &Files {
        self.files.get_or_init(|| {
            let all = self.world.files();
            let mut folders: HashSet<&str> = HashSet::new();
            for path in all.iter() {
                let mut folder = local::folder(path);
                while !folder.is_empty() && folders.insert(folder) {
                    folder = local::folder(folder);
                }
            }
            let mut folders: Vec<Box<str>> = folders.into_iter().map(Box::from).collect();
            folders.sort_by(|one, other| (local::name(one), one).cmp(&(local::name(other), other)));
            Files { ends: Ends::of(&all), all, folders }
        })
    }
}
