//! All rules and all kinds: what the binary carries, and the user's own pages beside it.

use super::bind::bind;
use super::head::{NeedHead, RecogniseHead, ToldHead};
use super::{Check, Head, Mistake, Page, Rule, Skeleton, Told};
use crate::finding::Confidence;
use crate::kind::Kind;
use crate::later::Later;
use crate::slot::Slot;
use crate::text::Span;

use std::sync::Arc;

use serde::de::DeserializeOwned;

/// A page that the binary carries, as the build has read it.
#[derive(Debug)]
pub struct Ours {
    path: &'static str,
    text: &'static str,
    /// Its definition as JSON, with empty texts in place of what is told of it, without what only the text of a document
    /// tells of a kind, and without how the slots of its needs are seen;
    head: &'static str,
    /// what is told of it, and of each of its needs,
    told: &'static [&'static str],
    /// what the text of a document of its kind holds,
    signature: &'static str,
    /// and how each slot is seen; there and here, headings are normalised.
    slots: &'static [&'static str],
}

impl Ours {
    /// As a page; it is in its form, our tests prove it.
    pub fn page(&self) -> Page {
        Page::ours(self.path, self.text)
    }

    /// Its definition, without how slots are seen.
    pub fn head(&self) -> Head {
        self.read(self.head)
    }

    /// What is told where its rule finds something.
    pub fn told(&self) -> ToldHead {
        self.read(self.told[0])
    }

    /// What is told where one of its needs is missed.
    pub fn told_of(&self, need: usize) -> ToldHead {
        self.read(self.told[1 + need])
    }

    pub fn signature(&self) -> RecogniseHead {
        self.read(self.signature)
    }

    /// How the slot of a need is seen.
    pub fn slot(&self, need: usize) -> NeedHead {
        self.read(self.slots[need])
    }

    /// How many needs its kind has.
    pub fn count_needs(&self) -> usize {
        self.slots.len()
    }

    fn read<T: DeserializeOwned>(&self, json: &str) -> T {
        serde_json::from_str(json).unwrap_or_else(|error| panic!("{}: {error}: quote it", self.path))
    }
}

include!(concat!(env!("OUT_DIR"), "/pages.rs"));

#[derive(Debug, Default)]
pub struct Catalog {
    pub pages: Vec<Page>,
    pub rules: Vec<Rule>,
    pub kinds: Vec<KindPage>,
}

/// A kind of document, and the contract that its page makes.
#[derive(Debug)]
pub struct KindPage {
    pub kind: Kind,
    pub needs: Vec<Need>,
    /// The outline of its documents.
    pub skeleton: Later<Skeleton>,
    /// No rule looks at its documents.
    pub quiet: bool,
    pub page: usize,
}

/// A slot of a kind, and what follows from its absence.
#[derive(Debug)]
pub struct Need {
    /// The name of its slot.
    pub name: String,
    pub slot: Later<Box<Slot>>,
    /// The rule that misses it; none where it has no question.
    pub rule: Option<String>,
    /// The page asks for it by itself; otherwise only a team's contract does.
    pub is_asked: bool,
    /// What is told where it is absent; a slot without a question is only looked for.
    pub told: Option<Arc<Later<Told>>>,
    pub confidence: Confidence,
    pub together: Vec<String>,
    pub given: Vec<String>,
}

impl Need {
    /// What a reader asks where it is absent.
    pub fn question(&self) -> Option<&str> {
        self.told.as_ref().map(|told| told.question.as_str())
    }

    pub fn is_askable(&self) -> bool {
        self.told.is_some()
    }
}

impl Catalog {
    /// The pages that the binary carries.
    pub fn builtin() -> Self {
        Self::with_user_pages(&[]).unwrap_or_else(|mistakes| {
            let told: Vec<String> = mistakes.iter().map(Mistake::line).collect();
            panic!("the built-in pages are in their form, tests/pages.rs proves it:\n{}", told.join("\n"))
        })
    }

    /// The built-in pages and a user's: `(path, text)` each. Every mistake is reported, not only the first.
    pub fn with_user_pages(user: &[(String, String)]) -> Result<Self, Vec<Mistake>> {
        let needs: usize = PAGES.iter().map(Ours::count_needs).sum();
        let mut catalog = Self {
            pages: Vec::with_capacity(PAGES.len() + user.len()),
            rules: Vec::with_capacity(PAGES.len() + needs + user.len()),
            kinds: Vec::new(),
        };
        let mut mistakes = Vec::new();
        let builtin = PAGES.iter().map(|it| (Ok(it.page()), Some(it)));
        let read =
            |path, text: &str| Page::parse(path, text.to_owned()).map_err(|it| Mistake::malformed(path, text, it));
        let user = user.iter().map(|(path, text)| (read(path, text), None));
        for (page, ours) in builtin.chain(user) {
            mistakes.extend(page.and_then(|it| catalog.add(it, ours)).err());
        }
        mistakes.extend(catalog.unknown_kinds());
        mistakes.extend(catalog.unknown_slots());
        if mistakes.is_empty() { Ok(catalog) } else { Err(mistakes) }
    }

    /// Adds a page; one of ours comes with what the build has read of it.
    fn add(&mut self, page: Page, ours: Option<&'static Ours>) -> Result<(), Mistake> {
        if let Some(other) = self.pages.iter().find(|other| other.id == page.id) {
            let message = format!("`{}` is the name of {} already", page.id, other.path);
            let help = "choose another file name: ids are unique over all groups";
            return Err(Mistake::at(&page, Span::new(0, page.head.start.min(3)), message, help));
        }
        let bound = bind(&page, self.pages.len(), ours)?;
        self.rules.extend(bound.rules.into_iter().map(|rule| Rule { is_builtin: ours.is_some(), ..rule }));
        self.kinds.extend(bound.kind);
        self.pages.push(page);
        Ok(())
    }

    /// Rules that name a kind which no page defines would never fire.
    fn unknown_kinds(&self) -> Vec<Mistake> {
        let all = self.kind_names().collect::<Vec<_>>().join(", ");
        let mistaken = |rule: &Rule, kind: &String| {
            let message = format!("no page defines the kind `{kind}`");
            Mistake::about(&self.pages[rule.page], kind, &message, &format!("use one of {all}"))
        };
        let named = self.rules.iter().flat_map(|rule| rule.kinds.iter().chain(&rule.but).map(move |kind| (rule, kind)));
        named.filter(|(_, kind)| self.kind(kind).is_none()).map(|(rule, kind)| mistaken(rule, kind)).collect()
    }

    /// Rules that name a slot which one of their kinds does not have would never fire there.
    fn unknown_slots(&self) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        for rule in &self.rules {
            let Check::Absent(slots) = &rule.check else { continue };
            for page in rule.kinds.iter().filter_map(|kind| self.kind(kind)) {
                let names: Vec<&str> = page.needs.iter().map(|need| need.name.as_str()).collect();
                for slot in slots.iter().filter(|slot| !names.contains(&slot.as_str())) {
                    let message = format!("`{slot}` is no need of `{}`", page.kind.name);
                    let help = format!("use some of {}", names.join(", "));
                    mistakes.push(Mistake::about(&self.pages[rule.page], slot, &message, &help));
                }
            }
        }
        mistakes
    }

    /// Whether the binary carries a page, by its place in [`Catalog::pages`]: those come first.
    pub fn is_builtin(&self, page: usize) -> bool {
        page < PAGES.len()
    }

    pub fn kind_names(&self) -> impl Iterator<Item = &str> {
        self.kinds.iter().map(|it| it.kind.name.as_str())
    }

    pub fn kind(&self, name: &str) -> Option<&KindPage> {
        self.kinds.iter().find(|it| it.kind.name == name)
    }

    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Whether a rule runs by itself. A slot that is only looked for is missed where somebody asks for it.
    pub fn is_asked(&self, rule: &Rule) -> bool {
        match &rule.check {
            Check::Need { kind, need } => self.kind(kind).is_none_or(|page| page.needs[*need].is_asked),
            _ => true,
        }
    }

    pub fn page(&self, id: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// Whether a word of `--select` or the configuration means anything: a rule, a group, a kind, or `all`.
    pub fn is_selector(&self, word: &str) -> bool {
        word == "all" || self.rules.iter().any(|rule| rule.is_selected_by(word))
    }
}

impl Rule {
    /// Whether a selector means this rule: its id, its group, the kind whose need it is, or `all`.
    pub fn is_selected_by(&self, word: &str) -> bool {
        let is_need_of = || self.id.strip_prefix(word).is_some_and(|rest| rest.starts_with('.'));
        word == "all" || self.id == word || self.group == word || is_need_of()
    }
}

#[cfg(test)]
mod tests {
    use super::{Ours, PAGES, Page};
    use crate::rule::bind::{bind, complete};
    use crate::rule::head::{Head, NeedHead, RecogniseHead, ToldHead};
    use crate::rule::page::Role;

    /// What is asked of a user's page is not asked of ours in each run.
    #[test]
    fn our_pages_would_do_as_a_user_s() {
        for ours in PAGES {
            let page = Page::parse(ours.path, ours.text).unwrap_or_else(|it| panic!("{}: {}", ours.path, it.message));
            let head: Head = serde_saphyr::from_str(page.head()).expect("a definition in its form");
            let wrong = complete(&page, &head, true).err();
            // What code checks, no user can say.
            let wrong =
                wrong.or_else(|| ours.path.contains("/document/").then(|| bind(&page, 0, None).err()).flatten());
            let is_outlined = page.examples.iter().any(|it| it.role == Role::Skeleton);
            assert!(is_outlined || head.needs.is_empty(), "{}: it has no skeleton", ours.path);
            assert!(wrong.is_none(), "{}", wrong.map(|it| it.line()).unwrap_or_default());
        }
    }

    /// The definition of a page of ours, put together again.
    fn whole(ours: &Ours) -> Head {
        let mut head = ours.head();
        assert!(head.summary.is_empty() && head.needs.len() == ours.count_needs(), "{}", ours.path);
        let ToldHead { summary, question, help } = ours.told();
        head = Head { summary: summary.unwrap_or_default(), question, help, ..head };
        for (at, need) in head.needs.values_mut().enumerate() {
            let NeedHead { headings, fields, phrases, shapes, partly, doubts, .. } = ours.slot(at);
            let seen = NeedHead { headings, fields, phrases, shapes, partly, doubts, ..std::mem::take(need) };
            let ToldHead { summary, question, help } = ours.told_of(at);
            *need = NeedHead { summary, question, help, ..seen };
        }
        if let Some(recognise) = &mut head.recognise {
            let RecogniseHead { titles, unless, headings, signs, .. } = ours.signature();
            *recognise = RecogniseHead { titles, unless, headings, signs, ..std::mem::take(recognise) };
        }
        head
    }

    #[test]
    fn what_the_build_has_read_is_what_the_page_says() {
        for ours in PAGES {
            let (path, page) = (ours.path, ours.page());
            let parsed = Page::parse(path, ours.text).expect("a page in its form");
            assert_eq!((&page.id, &page.group, page.head), (&parsed.id, &parsed.group, parsed.head), "{path}");
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
