//! The pages that the binary carries, as `build/page.rs` wrote them: a run reads of each no more than it needs.
//! Knows nothing of what is made of them.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::DeserializeOwned;

use super::head::{Head, NeedHead, RecogniseHead, ToldHead, Trait, Words};
use super::page::Page;
use crate::finding::{Confidence, Level};
use crate::kind::Glob;
use crate::text::Span;
use crate::words::glob::{self, Spelt};

include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// The texts of all pages.
static TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/pages.txt"));

/// Where a text, or a list of texts with a line each, stands among all. It is no address: the loader would write each down in
/// every run.
#[derive(Debug, Clone, Copy)]
struct Stored {
    start: u32,
    end: u32,
}

impl Stored {
    fn text(self) -> &'static str {
        &TEXT[self.start as usize..self.end as usize]
    }

    fn words(self) -> Words {
        self.text().split('\n').filter(|line| !line.is_empty()).map(Cow::Borrowed).collect()
    }
}

/// A page that the binary carries, with its definition. What is told of it is JSON, which few runs read.
#[derive(Debug)]
pub struct Ours {
    path: Stored,
    text: Stored,
    head: Span,
    body: Span,
    told: Stored,
    level: Option<Level>,
    since: Stored,
    preview: bool,
    kinds: Stored,
    absent: Stored,
    is: &'static [Trait],
    /// As JSON; nothing where it has none.
    phrases: Stored,
    recognise: Option<OurSignals>,
    needs: Range<usize>,
}

/// How a kind is recognised. Headings are normalised, here and below.
#[derive(Debug)]
struct OurSignals {
    /// Those that settle it, and then those that the text has to confirm.
    globs: Range<usize>,
    titles: Stored,
    unless: Stored,
    headings: Stored,
    signs: Stored,
}

/// What a document of a kind has to state.
#[derive(Debug)]
pub struct OurNeed {
    name: Stored,
    id: Stored,
    told: Stored,
    has_summary: bool,
    has_question: bool,
    level: Option<Level>,
    confidence: Option<Confidence>,
    together: Stored,
    given: Stored,
    headings: Stored,
    fields: Stored,
    phrases: Stored,
    shapes: Stored,
    partly: Stored,
    doubts: Stored,
    given_or_not: bool,
}

impl Ours {
    /// As a page; it is in its form, our tests prove it.
    pub fn page(&self) -> Page {
        Page::ours(self.path.text(), self.text.text(), self.head, self.body)
    }

    /// Its definition, with empty texts in place of what is told of it and of its needs, without how their slots are seen, and
    /// without how a kind is recognised.
    pub fn head(&self) -> Head {
        Head {
            summary: String::new(),
            question: Some(String::new()),
            level: self.level,
            since: self.since.text().to_owned(),
            preview: self.preview,
            kinds: self.kinds.words(),
            help: None,
            phrases: Some(self.phrases).filter(|it| !it.text().is_empty()).map(|it| read(it, self.path)),
            absent: self.absent.words(),
            needs: self.needs().iter().map(|need| (Cow::Borrowed(need.name.text()), need.head())).collect(),
            recognise: None,
            is: self.is.to_vec(),
        }
    }

    /// What is told where its rule finds something.
    pub fn told(&self) -> ToldHead {
        read(self.told, self.path)
    }

    /// The paths of its kind.
    pub fn globs(&self) -> &'static [Glob] {
        self.recognise.as_ref().map_or(&[], |it| &GLOBS[it.globs.clone()])
    }

    /// What the text of a document of its kind holds.
    pub fn signals(&self) -> RecogniseHead {
        let all = |it: &OurSignals| RecogniseHead {
            titles: it.titles.words(),
            unless: it.unless.words(),
            headings: it.headings.words(),
            signs: it.signs.words(),
            ..RecogniseHead::default()
        };
        self.recognise.as_ref().map(all).unwrap_or_default()
    }

    /// What a document of its kind has to state.
    pub fn needs(&self) -> &'static [OurNeed] {
        &NEEDS[self.needs.clone()]
    }
}

impl OurNeed {
    /// The name of the rule that misses it.
    pub fn id(&self) -> &'static str {
        self.id.text()
    }

    /// What is told where it is missed.
    pub fn told(&self) -> ToldHead {
        read(self.told, self.id)
    }

    /// Its definition, with empty texts in place of what is told of it, and without how its slot is seen.
    fn head(&self) -> NeedHead {
        NeedHead {
            summary: self.has_summary.then(String::new),
            question: self.has_question.then(String::new),
            level: self.level,
            confidence: self.confidence,
            together: self.together.words(),
            given: self.given.words(),
            given_or_not: self.given_or_not,
            ..NeedHead::default()
        }
    }

    /// The same with how its slot is seen.
    pub fn with_slot(&self) -> NeedHead {
        NeedHead {
            headings: self.headings.words(),
            fields: self.fields.words(),
            phrases: self.phrases.words(),
            shapes: self.shapes.words(),
            partly: self.partly.words(),
            doubts: self.doubts.words(),
            ..self.head()
        }
    }
}

/// What is stored as JSON, of a page or a need that is called so.
fn read<T: DeserializeOwned>(json: Stored, of: Stored) -> T {
    serde_json::from_str(json.text()).unwrap_or_else(|error| panic!("{}: {error}: quote it", of.text()))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{Glob, Ours, PAGES, Page};
    use crate::rule::bind::{bind, complete};
    use crate::rule::head::{Head, NeedHead, RecogniseHead, ToldHead};
    use crate::rule::page::Role;

    /// What is asked of a user's page is not asked of ours in each run.
    #[test]
    fn our_pages_would_do_as_a_user_s() {
        for ours in &PAGES {
            let page = Page::parse(ours.path.text(), ours.text.text())
                .unwrap_or_else(|it| panic!("{}: {}", ours.path.text(), it.message));
            let head: Head = serde_saphyr::from_str(page.head()).expect("a definition in its form");
            let wrong = complete(&page, &head, true).err();
            // What code checks, no user can say.
            let wrong =
                wrong.or_else(|| ours.path.text().contains("/document/").then(|| bind(&page, 0, None).err()).flatten());
            let is_outlined = page.examples.iter().any(|it| it.role == Role::Skeleton);
            assert!(is_outlined || head.needs.is_empty(), "{}: it has no skeleton", ours.path.text());
            assert!(wrong.is_none(), "{}", wrong.map(|it| it.line()).unwrap_or_default());
        }
    }

    /// The definition of a page of ours, put together again.
    fn whole(ours: &Ours) -> Head {
        let mut head = ours.head();
        assert!(head.summary.is_empty() && head.needs.len() == ours.needs().len(), "{}", ours.path.text());
        let ToldHead { summary, question, help } = ours.told();
        head = Head { summary: summary.unwrap_or_default(), question, help, ..head };
        for (need, own) in head.needs.values_mut().zip(ours.needs()) {
            let ToldHead { summary, question, help } = own.told();
            *need = NeedHead { summary, question, help, ..own.with_slot() };
        }
        head.recognise = ours.recognise.as_ref().map(|_| {
            let text = |glob: &Glob| Cow::Owned(glob.text().to_owned());
            let (names, paths): (Vec<&Glob>, Vec<&Glob>) = ours.globs().iter().partition(|it| it.is_hint());
            let [paths, names] = [paths, names].map(|it| it.into_iter().map(text).collect());
            RecogniseHead { paths, names, ..ours.signals() }
        });
        head
    }

    #[test]
    fn what_the_build_has_read_is_what_the_page_says() {
        for ours in &PAGES {
            let (path, page) = (ours.path.text(), ours.page());
            let parsed = Page::parse(path, ours.text.text()).expect("a page in its form");
            let places = |page: &Page| (page.id.clone(), page.group.clone(), page.head, page.body);
            assert_eq!(places(&page), places(&parsed), "{path}");
            let read: Head = serde_saphyr::from_str(page.head()).expect("a definition in its form");
            let read = Head {
                needs: read.needs.into_iter().map(|(name, need)| (name, need.normalised())).collect(),
                recognise: read.recognise.map(|it| it.normalised()),
                ..read
            };
            assert_eq!(format!("{:?}", whole(ours)), format!("{read:?}"), "{path}");
        }
    }
}
