//! Which place of a page speaks of which system: by its folder, its name, its headings and where it leads; and what is
//! said of the whole repository, for those systems that it may answer for.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::command::{brings_all_up, is_of_one_part, is_of_users};
use super::gone::Files;
use super::index::Index;
use super::known::Known;
use super::meant::{self, Meant};
use super::page::{Page, Said};
use super::read::is_of_a_piece;
use super::recipe::Recipes;
use super::seat::{
    is_among_pages, is_below, is_entry, is_first_of_pages, is_of_one_task, is_of_repository, is_on_pages, is_operation,
    is_readme,
};
use super::system::{Folders, Found, GENERIC};
use super::{By, Question};
use crate::words::list::is_among;

/// How a place speaks of a system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Own,
    /// Of the whole repository.
    Shared,
}

/// Where pages are at home.
#[derive(Debug)]
pub struct Home<'h> {
    systems: Vec<Known<'h>>,
    index: Index,
    folders: &'h Folders,
    pages: &'h [Page],
    /// The system that each page belongs to as a whole.
    of_page: HashMap<&'h str, usize>,
    /// Places of pages, as page and number in it, that may speak of any system, and of one alone.
    of_all: HashMap<Question, Vec<(usize, usize)>>,
    of_one: HashMap<(Question, usize), Vec<(usize, usize)>>,
    /// What is found out once of each place.
    meant: HashMap<(usize, usize), Meant>,
    documents: Vec<usize>,
    /// What the first page of the repository says that it is.
    first: HashSet<&'h str>,
}

impl<'h> Home<'h> {
    pub fn new(name: &str, found: &'h [Found], folders: &'h Folders, files: &Files, pages: &'h [Page]) -> Self {
        let systems: Vec<Known> = found.iter().map(|it| Known::new(it, name, folders)).collect();
        let mut home = Self {
            index: Index::of(&systems),
            folders,
            pages,
            of_page: HashMap::new(),
            of_all: HashMap::new(),
            of_one: HashMap::new(),
            meant: HashMap::new(),
            documents: vec![0; systems.len()],
            first: pages
                .iter()
                .filter(|it| !it.path.contains('/'))
                .flat_map(|it| &it.said)
                .map(|it| &*it.quote)
                .collect(),
            systems,
        };
        let recipes = Recipes::all(pages.iter().map(|it| &it.recipes));
        for (number, page) in pages.iter().enumerate() {
            if let Some(system) = home.belongs(page) {
                home.of_page.insert(&page.path, system);
                home.documents[system] += usize::from(page.is_document);
            }
            // A command that is gone is no answer, whatever the page still says.
            let is_gone =
                |said: &Said| is_operation(said.question) && (recipes.lack(&said.quote) || files.lack(&said.quote));
            for (at, said) in page.said.iter().enumerate().filter(|(_, said)| !is_gone(said)) {
                home.take((number, at), said);
            }
        }
        home
    }

    /// Takes a place in for those systems that it may speak of.
    fn take(&mut self, at: (usize, usize), said: &Said) {
        self.meant.insert(at, Meant::default());
        let page = &self.pages[at.0];
        let some = match self.of_page.get(page.path.as_str()) {
            _ if said.is_mention => self.index.around(said.leads_to.iter().map(String::as_str)),
            Some(own) => BTreeSet::from([*own]),
            None => match page.path.rsplit_once('/').filter(|_| !page.is_document) {
                Some((folder, _)) => self.index.below(folder),
                None => return self.of_all.entry(said.question).or_default().push(at),
            },
        };
        for system in some {
            self.of_one.entry((said.question, system)).or_default().push(at);
        }
    }

    /// Whether a page below the root says no more than the first page of the repository.
    pub fn is_copied(&self, page: &Page, said: &Said) -> bool {
        page.path.contains('/') && self.first.contains(said.quote.as_str())
    }

    /// The documents that belong to a system as a whole.
    pub fn documents(&self, system: usize) -> usize {
        self.documents[system]
    }

    /// The places that may answer a question to a system, as page and number in it, in order.
    pub fn candidates(&self, question: Question, system: usize) -> Vec<(usize, usize)> {
        let (all, one) = (self.of_all.get(&question), self.of_one.get(&(question, system)));
        let mut places: Vec<(usize, usize)> = all.into_iter().chain(one).flatten().copied().collect();
        places.sort_unstable();
        places
    }

    /// The system that a whole page is about.
    fn belongs(&self, page: &Page) -> Option<usize> {
        let told = self.index.called(page.about.iter().map(String::as_str));
        let inside = self.index.around([page.path.as_str()].into_iter());
        let is_of_all = self.systems.len() == 1 && self.systems[0].found.paths[0].is_empty();
        let first = told.first().or(inside.first()).copied();
        first.or_else(|| self.named_in_path(page)).or(is_of_all.then_some(0))
    }

    /// `docs/billing/rollback.md`, `runbooks/billing.md`.
    fn named_in_path(&self, page: &Page) -> Option<usize> {
        let lower = page.path.to_lowercase();
        let stem = lower.split('.').next().filter(|_| is_of_repository(page)).unwrap_or_default();
        let called = self.index.called(stem.split('/'));
        let mut named = called.into_iter().map(|number| (number, &self.systems[number])).filter(|(_, it)| {
            it.short.len() > 2 && !is_among(GENERIC, &it.short) && stem.split('/').any(|part| part == it.short)
        });
        let first = named.next()?.0;
        named.next().is_none().then_some(first)
    }

    /// How a place speaks of a system, if it does.
    pub fn place(&self, system: usize, at: (usize, usize)) -> Option<Place> {
        let (page, meant) = (&self.pages[at.0], self.meant.get(&at)?);
        let (known, said) = (&self.systems[system], &page.said[at.1]);
        if said.is_mention {
            let is_exact = |it: &String| known.found.paths.iter().any(|path| is_entry(it, path));
            return said.leads_to.iter().any(is_exact).then_some(Place::Own);
        }
        match self.of_page.get(page.path.as_str()) {
            Some(own) if *own == system => {
                let is_own = self.is_at_home(known, page, said) && !self.works_on_another(system, meant, said);
                return is_own.then_some(Place::Own);
            }
            Some(_) => return None,
            None => {}
        }
        // A list of owners speaks of the folder that it lies in, and of those below.
        if let Some((folder, _)) = page.path.rsplit_once('/').filter(|_| !page.is_document) {
            return known.found.paths.iter().any(|path| is_below(path, folder)).then_some(Place::Shared);
        }
        if !is_of_repository(page) {
            return None;
        }
        // The first page of a folder of pages says what the pages are.
        let is_what_pages_are = said.question == Question::Purpose && is_readme(&page.path) && page.path.contains('/');
        if is_what_pages_are || is_on_pages(page, said) {
            return None;
        }
        // A decision is on what its title names; what its parts speak of may be anything.
        let whole = said.headings.len().saturating_sub(1);
        let headings = if said.question == Question::Decisions { &said.headings[whole..] } else { &said.headings[..] };
        // The title of a page at the root is that of the whole, whatever it names.
        let is_titled = !page.path.contains('/') && headings.last().is_some_and(|it| *it == page.title);
        let headings = &headings[..headings.len() - usize::from(is_titled)];
        let named = meant
            .named
            .get_or_init(|| meant::named(&self.systems, &self.index, headings, said.question == Question::Decisions));
        let led_to = meant.led_to.get_or_init(|| meant::led_to(&self.systems, &self.index, said));
        let names_other = named.has_other(system, known);
        let leads_here_alone = || led_to.all.contains(&system) && led_to.all.len() == 1;
        if named.all.contains(&system) || !names_other && leads_here_alone() {
            return Some(Place::Own);
        }
        (!names_other && !self.works_on_another(system, meant, said) && self.may_share(known, page, said))
            .then_some(Place::Shared)
    }

    /// Whether what is typed names another system, and not this one.
    fn works_on_another(&self, system: usize, meant: &Meant, said: &Said) -> bool {
        if !is_operation(said.question) {
            return false;
        }
        let worked_on = meant.worked_on.get_or_init(|| meant::worked_on(&self.systems, &self.index, &said.quote));
        !worked_on.all.contains(&system) && worked_on.free > 0
    }

    /// A page in a folder of a repository that is one system may be about that folder alone.
    fn is_at_home(&self, known: &Known, page: &Page, said: &Said) -> bool {
        let Some((folder, _)) = page.path.split_once('/') else { return true };
        if known.found.by != By::Repository {
            return self.is_of_whole(known, page, said);
        }
        // The first page of a folder of pages is about the pages, and a list of owners about its folder.
        let is_inner = page.path.ends_with("/index.md") && !is_first_of_pages(&page.path);
        let is_on_pages = is_on_pages(page, said) || is_inner && is_operation(said.question);
        if !page.is_document || is_of_one_task(page, said) {
            return false;
        }
        is_among_pages(folder) && !is_on_pages && (said.question != Question::Purpose || is_first_of_pages(&page.path))
    }

    /// What a system is says its own first page, and not that of a folder in it.
    fn is_of_whole(&self, known: &Known, page: &Page, said: &Said) -> bool {
        let is_first = |path: &String| {
            let Some(rest) = page.path.strip_prefix(path.as_str()) else {
                // Of the pages on it that lie elsewhere, the first one says what it is: `docs/billing/README.md`.
                let is_its =
                    |part: &str| part.split('.').next().is_some_and(|it| it.eq_ignore_ascii_case(&known.short));
                return said.question != Question::Purpose || page.path.rsplit('/').take(2).any(is_its);
            };
            let depth = rest.trim_start_matches('/').matches('/').count();
            if !page.is_document {
                return depth == 0;
            }
            let top = rest.trim_start_matches('/').split('/').next().unwrap_or_default().to_lowercase();
            depth == 0 || said.question != Question::Purpose && is_among_pages(&top)
        };
        known.found.paths.iter().any(is_first)
    }

    fn is_tested_by(&self, known: &Known, line: &str) -> bool {
        known.found.paths.iter().any(|path| self.folders.is_tested_by(line, path))
    }

    /// People and plans may be those of the whole repository. What is built at the root is also tested there, and brought
    /// out from there where it has no way of its own. What a system is, and what was decided on it, only it can say.
    fn may_share(&self, known: &Known, page: &Page, said: &Said) -> bool {
        if page.path.matches('/').count() > 2 || is_on_pages(page, said) || is_of_one_task(page, said) {
            return false;
        }
        match said.question {
            Question::Purpose | Question::Decisions => false,
            Question::Test => {
                let is_whole = !is_of_a_piece(&said.quote) && !is_of_one_part(&said.quote);
                self.folders.is_built_at_root() && is_whole && self.is_tested_by(known, &said.quote)
            }
            Question::Run => self.folders.is_built_at_root() && !known.is_deployed && brings_all_up(&said.quote),
            Question::Deploy if is_of_users(&said.quote) => false,
            Question::Deploy | Question::Notice | Question::Undo => {
                self.folders.is_built_at_root() && !known.is_deployed
            }
            _ => true,
        }
    }
}
