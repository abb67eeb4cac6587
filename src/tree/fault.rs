//! What is wrong with the target of a link: its scheme is none, nobody put an address in, or no file or heading is there. Knows
//! what is wrong, and neither how bad that is nor what is said of it.

use std::cell::OnceCell;

use super::fate::below;
use super::{
    Around, Entry, Keeper, Meant, above, is_beside_pages, is_called_mdx, is_from_root_alone, is_in_catalogue,
    is_of_doxygen, is_of_translation, is_served, is_way_of_folders, meant, named_by, written,
};
use crate::document::{Anchors, Document, Link, slug};
use crate::words::address::local::{self, Local};
use crate::words::address::{self, forge, unschemed};
use crate::words::english::{self, slip};

/// What is wrong with a target.
#[derive(Debug, Clone)]
pub enum Fault {
    /// Letters before an address of the web that are no scheme, and the address with one.
    Scheme {
        slip: &'static str,
        instead: String,
    },
    /// No scheme before an address of the web or of mail, the one that belongs there, and the address with it.
    NoScheme {
        missing: &'static str,
        instead: String,
    },
    /// It leads to where it stands, and its words promise something else.
    Nowhere,
    File(LostFile),
    Heading(LostHeading),
}

/// A file that is not there.
#[derive(Debug, Clone)]
pub struct LostFile {
    /// From the root, and without the line of it that a target may name.
    pub path: String,
    pub meant: Option<Meant>,
    /// The whole target, with what may have been meant.
    pub instead: Option<String>,
    /// Some readers get there: not on every host, and not by every program.
    pub is_doubtful: bool,
    /// Its name holds a `#`, which ends an address.
    pub is_cut: bool,
}

/// A fragment that no heading makes.
#[derive(Debug, Clone)]
pub struct LostHeading {
    pub fragment: String,
    /// The file that it is looked for in, from the root, where that is another one.
    pub page: Option<String>,
    /// One that a heading makes, and that may have been meant.
    pub near: Option<String>,
    /// The whole target, with that one.
    pub instead: Option<String>,
    /// It has an underscore where that one has a hyphen, or the other way round.
    pub is_joined_otherwise: bool,
}

impl LostFile {
    /// `line` is what names one of the file, as in `:40`.
    fn new(around: &Around, target: &Local, (path, line): (&str, &str), meant: Option<Meant>) -> Self {
        let part = target.fragment.as_deref().map(|it| format!("#{it}")).unwrap_or_default();
        let inside = meant.as_ref().filter(|it| !it.is_another && !leaves_site(around, path, &it.path));
        let instead = inside.map(|it| format!("{}{line}{}{part}", written(around, target, &it.path), target.query));
        Self { path: path.to_owned(), meant, instead, is_doubtful: false, is_cut: false }
    }
}

impl Fault {
    /// Whether what is missed is a file as a whole.
    pub fn is_of_file(&self) -> bool {
        matches!(self, Self::File(_))
    }

    /// What the target may be written as in place of what it is.
    pub fn instead(&self) -> Option<&str> {
        match self {
            Self::Scheme { instead, .. } | Self::NoScheme { instead, .. } => Some(instead),
            Self::Nowhere => None,
            Self::File(it) => it.instead.as_deref(),
            Self::Heading(it) => it.instead.as_deref(),
        }
    }
}

/// An address of the web whose scheme lost a letter or its colon.
pub fn misspelt(target: &str) -> Option<Fault> {
    let (slip, rest) = address::misspelt_scheme(target)?;
    let host = rest.split('/').next().unwrap_or_default();
    let rest = if slip.starts_with('(') { rest.strip_suffix(')').unwrap_or(rest) } else { rest };
    host.contains('.').then(|| Fault::Scheme { slip, instead: format!("https://{rest}") })
}

/// An address whose scheme was left out, where nothing in the repository, in its history or on its site is called as it begins.
pub fn unschemed(around: &Around, target: &str) -> Option<Fault> {
    let missing = unschemed::missing(target)?;
    let name = target.split(['/', '?', '#']).next()?;
    let path = local::resolved(around.folder(), name)?;
    let is_page = || around.is_page_of_site(&path) || !around.named(&format!("{name}.md")).is_empty();
    let is_file = around.entry(&path).is_some() || around.removed(&path).is_some() || around.is_left_out(&path);
    let is_known = is_file || is_page() || around.is_made(&path) || around.is_put_there(&path);
    (!is_known).then(|| Fault::NoScheme { missing, instead: format!("{missing}{target}") })
}

/// The targets of one text, held against what lies around it.
pub struct Targets<'d, 't> {
    doc: &'d Document<'t>,
    around: &'d Around,
    /// A table of contents asks for them once an entry.
    own: OnceCell<Anchors>,
}

impl<'d, 't> Targets<'d, 't> {
    pub fn new(doc: &'d Document<'t>, around: &'d Around) -> Self {
        Self { doc, around, own: OnceCell::new() }
    }

    /// What is wrong with the target of a link. Nobody looks for a name that is nearly that of a lost file or heading, which
    /// takes a look at each of them, where nobody may guess.
    pub fn fault(&self, link: &Link, target: &Local, may_guess: bool) -> Option<Fault> {
        if local::leads_nowhere(&link.target) {
            return self.is_left_open(link).then_some(Fault::Nowhere);
        }
        if target.path.is_empty() && !target.is_rooted {
            return self.lost_heading((link, target), None, may_guess);
        }
        let around = self.around;
        let Some(path) = target.path_from(&around.path) else {
            let meant = above(around, target)?;
            return Some(Fault::File(LostFile::new(around, target, (&target.path, ""), Some(meant))));
        };
        match around.entry(&path) {
            Some(Entry::File) if path == around.path => self.lost_heading((link, target), None, may_guess),
            Some(Entry::File) => self.lost_heading((link, target), Some(&path), may_guess),
            // A folder is shown with its README; whether it has one, and which, is for the forge to say.
            Some(Entry::Folder) => None,
            None if is_from_root_alone(around, target) || is_beside_pages(around, target) => None,
            None if is_way_of_folders(around, target) || is_called_mdx(around, &path) => None,
            // Settings may still list what a commit took away.
            None if around.is_page_of_site(&path) && around.removed(&path).is_none() => None,
            None if around.is_put_there(&path) || is_in_catalogue(around, &path) => None,
            None if !target.is_rooted && around.is_found_by_name(local::name(&path)) => None,
            None => {
                let words = self.doc.at(link.text);
                lost_file(around, (target, words), &path, may_guess).map(Fault::File)
            }
        }
    }

    /// The address of a link that a blank cuts, with its blanks encoded, where that leads to something. Programs of sites, and
    /// one forge, take such a link for one.
    pub fn uncut(&self, link: &Link) -> Option<String> {
        let around = self.around;
        let target = local::parse(&link.target)?;
        let is_lenient = || around.kept_by().is_some() || around.entry(".gitlab-ci.yml").is_some();
        let path = target.path_from(&around.path)?;
        let is_own = target.path.is_empty() && !target.is_rooted;
        if !is_own && around.entry(&path) != Some(Entry::File) || is_lenient() {
            return None;
        }
        // A query is none of the path, and would be lost.
        let (encoded, rest) = link.target.split_at(target.written);
        if rest.starts_with('?') {
            return None;
        }
        let Some(fragment) = target.fragment else { return Some(encoded.to_owned()) };
        let fragment = slug(fragment.trim());
        let is_there = match is_own {
            true => self.own.get_or_init(|| self.doc.anchors()).has(&fragment),
            false => around.anchors(&path)?.has(&fragment),
        };
        is_there.then(|| format!("{encoded}#{fragment}"))
    }

    /// Whether a link of words leads to where it stands and does not say so. A program for sites may put something else there.
    fn is_left_open(&self, link: &Link) -> bool {
        let doc = self.doc;
        let words = doc.at(link.text);
        let is_of_words = !link.image && !words.contains(['!', '<']) && !doc.at(link.span).starts_with('<');
        let (before, behind) = doc.words_beside(link);
        let line = || format!("{before}{}", behind.lines().next().unwrap_or_default());
        let is_title = || doc.title().is_some_and(|it| doc.at(it.heading).contains(words));
        is_of_words
            && doc.is_english()
            && !english::nowhere::is_call(before, words)
            && !english::nowhere::is_meant(words, &line())
            && !is_title()
            && (self.around.kept_by().is_none() || link.target.is_empty() && !self.is_of_contents())
    }

    /// Whether a text lists the pages of a site: a chapter without an address is one that is still to be written.
    fn is_of_contents(&self) -> bool {
        const LISTS: &[&str] = &["summary.md", "_sidebar.md", "_navbar.md", "toc.md"];
        let name = local::name(&self.around.path);
        LISTS.iter().any(|it| it.eq_ignore_ascii_case(name))
    }

    /// A fragment that names no heading, in this text or in another one.
    fn lost_heading(&self, (link, target): (&Link, &Local), page: Option<&str>, may_guess: bool) -> Option<Fault> {
        let around = self.around;
        // "#TODO-runbook" waits for its place, and "#^a1b2" is a block of a vault.
        let is_heading = |it: &&str| !forge::gives(it) && !it.starts_with("TODO") && !it.starts_with('^');
        let fragment = target.fragment.as_deref().filter(is_heading)?;
        // The components of MDX make headings that its text does not show.
        let is_markdown = |path: &str| [".md", ".markdown"].iter().any(|end| path.to_lowercase().ends_with(end));
        let lost = |anchors: &Anchors| {
            let is_made = || around.making().is_some_and(|it| anchors.has_of(&it.parts, fragment));
            let may_have = || anchors.may_have(fragment) || is_made();
            let may_be_of_site = || around.kept_by() == Some(Keeper::Site) && may_have() || is_of_doxygen(around);
            // The programs that put pages in order by numbers join the words of a heading once each.
            let is_joined_once = || {
                let same = anchors.same(fragment).map(joined_once);
                same.is_some_and(|it| it == fragment.to_lowercase())
                    && around.is_page_of_site(page.unwrap_or(&around.path))
            };
            let may_be_joined_otherwise = || !around.is_github() && anchors.has_like(fragment) || is_joined_once();
            let is_known = anchors.has(fragment) || may_be_joined_otherwise() || may_be_of_site();
            let near = || anchors.same(fragment).or_else(|| may_guess.then(|| anchors.nearest(fragment))?);
            (!is_known).then(|| near().map(str::to_owned))
        };
        let near = match page {
            None => lost(self.own.get_or_init(|| self.doc.anchors()))?,
            Some(path) if is_markdown(path) => lost(&*around.anchors(path)?)?,
            Some(_) => return None,
        };
        let joined = |it: &str| it.to_lowercase().replace('_', "-");
        let is_meant = |near: &str| slip::is_meant(fragment, near) || slip::says(&slug(self.doc.at(link.text)), near);
        let instead = near.as_ref().filter(|near| is_meant(near)).map(|near| {
            let path = page.map(|path| written(around, target, path)).unwrap_or_default();
            format!("{path}{}#{near}", target.query)
        });
        Some(Fault::Heading(LostHeading {
            fragment: fragment.to_owned(),
            page: page.map(str::to_owned),
            is_joined_otherwise: near.as_ref().is_some_and(|near| joined(near) == joined(fragment)),
            near,
            instead,
        }))
    }
}

/// The id of a heading with one hyphen between two words, and none around them.
fn joined_once(id: &str) -> String {
    id.split('-').filter(|it| !it.is_empty()).collect::<Vec<_>>().join("-")
}

/// `words` are those of the link.
fn lost_file(around: &Around, (target, words): (&Local, &str), path: &str, may_guess: bool) -> Option<LostFile> {
    if let Some(whole) = cut_short(around, target) {
        let instead = Some(written(around, target, &whole));
        let meant = Some(Meant { path: whole, moved_by: None, sign: None, is_another: false });
        return Some(LostFile { path: path.to_owned(), meant, instead, is_doubtful: false, is_cut: true });
    }
    let first = path.split('/').next().unwrap_or_default();
    let name = local::name(path);
    let is_name = target.path.contains(['/', '.']) || name.starts_with(|it: char| it.is_ascii_uppercase());
    let is_page = name.ends_with(".html") || name.ends_with(".htm");
    // A site has addresses that begin with a slash, and so has a server.
    let is_of_site = target.is_rooted && (around.entry(first).is_none() || !name.contains('.'));
    // `src/pool.rs:40` is read by editors.
    let line = forge::line_of(path);
    let is_place = !line.is_empty() && around.entry(&path[..path.len() - line.len()]).is_some();
    // A bundle of DocC finds pictures and pages by their stem, wherever in it they lie.
    let is_of_bundle = !name.contains('.') && local::folders(&around.path).any(|it| it.ends_with(".docc"));
    if is_page || is_of_site || is_place || is_of_bundle || forge::is_shown(path) || around.is_left_out(path) {
        return None;
    }
    // A bare word may be an address of anything, and is a folder or a file where the history had it.
    if !is_name && around.removed(path).is_none() {
        return None;
    }
    let has_page = !name.contains('.') && local::pages_of(path).any(|page| around.entry(&page).is_some());
    // Of each line of a file that is gone the same is to be said.
    let path = &path[..path.len() - line.len()];
    let bare = target.path.strip_suffix(line).unwrap_or(&target.path).to_owned();
    let target = Local { path: bare, ..target.clone() };
    let meant = meant(around, &target, path, may_guess).or_else(|| named_by(around, words, path));
    let lost = LostFile::new(around, &target, (path, line), meant);
    let is_doubtful = has_page || is_of_translation(around, path) || is_served(around, &target);
    Some(LostFile { is_doubtful, ..lost })
}

/// The file in whose name stands the `#` that ends a target: `plans/#12.md`, from the folder of the text or from the root.
fn cut_short(around: &Around, target: &Local) -> Option<String> {
    let whole = format!("{}#{}", target.path, target.fragment.as_deref()?);
    let mut places = [around.folder(), ""].into_iter().filter_map(|folder| local::resolved(folder, &whole));
    places.find(|it| around.entry(it) == Some(Entry::File))
}

/// Whether what may have been meant lies outside of the site to which the text and the lost file belong: nobody gets there from
/// its pages.
fn leaves_site(around: &Around, path: &str, found: &str) -> bool {
    let is_in = |path: &str, folder: &str| below(path, folder).is_some();
    around.site().is_some_and(|site| !site.is_empty() && is_in(path, site) && !is_in(found, site))
}
