//! What is offered in place of a target that leads nowhere, as edits of the text, and where nothing is: the text says itself
//! that another thing is meant.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::alike::is_renamed;
use super::fate::below;
use super::{Around, Fault, LostFile, LostHeading, Meant};
use crate::document::{Document, Link, slug};
use crate::text::Span;
use crate::words::address::local;
use crate::words::letters::squeezed;

/// Links of a text to one place that are looked at.
const MOST: usize = 20;

/// By the file that each leads to, and by the part of it.
type Linked<'d> = HashMap<(String, Option<String>), Vec<&'d Link>>;

/// What one text says of the targets that may be offered to it.
pub struct Offers<'d, 't> {
    doc: &'d Document<'t>,
    around: &'d Around,
    /// Its links.
    linked: OnceCell<Linked<'d>>,
}

impl<'d, 't> Offers<'d, 't> {
    pub fn new(doc: &'d Document<'t>, around: &'d Around) -> Self {
        Self { doc, around, linked: OnceCell::new() }
    }

    /// The edits by which a link leads where its fault says that it may, the target first: where its words are the target,
    /// they change as well.
    pub fn edits(&self, link: &Link, fault: &Fault) -> Option<Vec<(Span, String)>> {
        let instead = fault.instead().filter(|_| !self.is_another(link, fault))?;
        let words = self.words_instead(link, fault, instead);
        Some([(link.place, instead.to_owned())].into_iter().chain(words).collect())
    }

    /// Whether the text has what was found beside what it names here: it knows both.
    fn is_another(&self, link: &Link, fault: &Fault) -> bool {
        match fault {
            Fault::File(LostFile { path, meant: Some(meant), is_cut: false, .. }) if meant.moved_by.is_none() => {
                self.is_other_file(link, path, meant)
            }
            Fault::Heading(it) => it.near.as_ref().is_some_and(|near| self.is_other_heading(link, it, near)),
            _ => false,
        }
    }

    fn is_other_file(&self, link: &Link, path: &str, meant: &Meant) -> bool {
        if meant.path.to_lowercase() == path.to_lowercase() {
            return false;
        }
        let words = self.doc.at(link.text).trim_matches('`');
        let say = |other: &Link| squeezed(self.doc.at(other.text)).to_lowercase();
        // The words of one link are the path of another place.
        let is_there = |place: String| {
            place != meant.path && below(&meant.path, &place).is_none() && self.around.entry(&place).is_some()
        };
        let mut places = ["", self.around.folder()].into_iter().filter_map(|folder| local::resolved(folder, words));
        let names_other = words.contains('/') && !words.contains(char::is_whitespace) && places.any(is_there);
        let known = self.linked().get(&(meant.path.clone(), None)).map(Vec::as_slice).unwrap_or_default();
        let is_known = || known.iter().any(|other| say(other) != say(link));
        names_other || is_renamed(path, &meant.path) && is_known()
    }

    fn is_other_heading(&self, link: &Link, lost: &LostHeading, near: &str) -> bool {
        let letters =
            |name: &str| -> String { name.to_lowercase().chars().filter(|it| it.is_alphanumeric()).collect() };
        if letters(&lost.fragment) == letters(near) {
            return false;
        }
        let section = self.doc.section_at(link.span.start);
        let is_own = lost.page.is_none() && section.is_some_and(|it| slug(it.short_title()) == near);
        // A table of contents has both.
        let is_listed = |it: &Link| self.doc.items_around(it.span).next().is_some();
        let is_beside = |other: &&Link| {
            let of_other = self.doc.section_at(other.span.start);
            of_other.map(|it| it.heading) == section.map(|it| it.heading) && is_listed(other)
        };
        let page = lost.page.as_ref().unwrap_or(&self.around.path);
        let known = || self.linked().get(&(page.clone(), Some(near.to_lowercase())));
        is_own || is_listed(link) && known().is_some_and(|all| all.iter().any(is_beside))
    }

    fn linked(&self) -> &Linked<'d> {
        self.linked.get_or_init(|| {
            let mut linked: HashMap<_, Vec<&Link>> = HashMap::new();
            let mut add = |place, link| {
                let all = linked.entry(place).or_default();
                if all.len() < MOST {
                    all.push(link);
                }
            };
            for link in self.doc.links() {
                let Some(target) = local::parse(&link.target) else { continue };
                let is_own = target.path.is_empty() && !target.is_rooted;
                let path = if is_own { Some(self.around.path.clone()) } else { target.path_from(&self.around.path) };
                let Some(path) = path else { continue };
                if let Some(fragment) = target.fragment {
                    add((path.clone(), Some(fragment.to_lowercase())), link);
                }
                add((path, None), link);
            }
            linked
        })
    }

    /// The words of a link that are its target, or the path or the name of its file, as they are with another target. A name
    /// stays where its file has only moved.
    fn words_instead(&self, link: &Link, fault: &Fault, instead: &str) -> Option<(Span, String)> {
        let text = self.doc.at(link.text);
        let inner = text.trim_matches('`');
        let is_apart = link.text.end < link.place.start || link.place.end < link.text.start;
        if link.image || !is_apart || inner.is_empty() {
            return None;
        }
        let start = link.text.start + text.len() - text.trim_start_matches('`').len();
        let words = match fault {
            Fault::Heading(_) if inner == link.target => instead.to_owned(),
            Fault::File(LostFile { path, meant: Some(meant), .. }) => {
                let bare = |target: &str| target.split(['#', '?']).next().unwrap_or_default().to_owned();
                let plain = |target: &str| target.trim_start_matches("./").to_owned();
                let (old, new) = (bare(&link.target), bare(instead));
                let (one, other) = (plain(&old), plain(&new));
                let whole = [
                    (link.target.clone(), instead.to_owned()),
                    (old, new),
                    (one, other),
                    (path.clone(), meant.path.clone()),
                ];
                let name = (local::name(path).to_owned(), local::name(&meant.path).to_owned());
                let whole = whole.into_iter().filter(|_| inner.contains('/'));
                whole.chain([name]).find(|(old, _)| old == inner)?.1
            }
            _ => return None,
        };
        (words != inner).then(|| (Span::new(start, start + inner.len()), words))
    }
}
