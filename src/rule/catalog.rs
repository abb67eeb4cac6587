//! All rules and all kinds: what the binary carries, and the user's own pages beside it.

use super::bind::bind;
use super::head::Words;
use super::ours::{Ours, PAGES};
use super::{Check, Mistake, OTHER, Page, Rule, Skeleton, Told};
use crate::finding::Confidence;
use crate::kind::Kind;
use crate::later::Later;
use crate::slot::Slot;
use crate::text::Span;

use std::borrow::Cow;
use std::sync::Arc;

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
    pub name: Cow<'static, str>,
    pub slot: Later<Box<Slot>>,
    /// The rule that misses it; none where it has no question.
    pub rule: Option<Cow<'static, str>>,
    /// The page asks for it by itself; otherwise only a team's contract does.
    pub is_asked: bool,
    /// What is told where it is absent; a slot without a question is only looked for.
    pub told: Option<Arc<Later<Told>>>,
    pub confidence: Confidence,
    pub together: Words,
    pub given: Words,
}

impl Need {
    /// What a reader asks where it is absent.
    pub fn question(&self) -> Option<&str> {
        self.told.as_ref().map(|told| &*told.question)
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
        let needs: usize = PAGES.iter().map(|it| it.needs().len()).sum();
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
        mistakes.extend(catalog.names_of_groups());
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

    /// Pages of a user that are called as a group is, or as a word that means all or none: nobody could name them alone.
    fn names_of_groups(&self) -> Vec<Mistake> {
        let is_group = |id: &str| self.pages.iter().any(|page| page.group == id);
        let mistaken = |page: &Page| {
            let message = match is_group(&page.id) {
                true => format!("`{}` is the name of a group of rules", page.id),
                false => format!("`{}` means something else wherever rules or kinds are named", page.id),
            };
            Mistake::at(page, Span::new(0, page.head.start.min(3)), message, "choose another file name")
        };
        let own = self.pages.iter().skip(PAGES.len());
        own.filter(|it| is_group(&it.id) || matches!(&*it.id, "all" | "none" | OTHER)).map(mistaken).collect()
    }

    /// Rules that name a kind which no page defines would never fire.
    fn unknown_kinds(&self) -> Vec<Mistake> {
        let all = self.kind_names().collect::<Vec<_>>().join(", ");
        let mistaken = |rule: &Rule, kind: &str| {
            let message = format!("no page defines the kind `{kind}`");
            Mistake::about(&self.pages[rule.page], kind, &message, &format!("use one of {all}"))
        };
        let named = self.rules.iter().flat_map(|rule| {
            let kinds = [&rule.kinds, &rule.but, &rule.doubted_in].into_iter().flatten();
            kinds.map(move |kind| (rule, kind))
        });
        named
            .filter(|(_, kind)| *kind != OTHER && self.kind(kind).is_none())
            .map(|(rule, kind)| mistaken(rule, kind))
            .collect()
    }

    /// Rules that name a slot which one of their kinds does not have would never fire there.
    fn unknown_slots(&self) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        for rule in &self.rules {
            let Check::Absent(slots) = &rule.check else { continue };
            for page in rule.kinds.iter().filter_map(|kind| self.kind(kind)) {
                let names: Vec<&str> = page.needs.iter().map(|need| &*need.name).collect();
                for slot in slots.iter().filter(|slot| !names.contains(&&***slot)) {
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
        self.kinds.iter().map(|it| &*it.kind.name)
    }

    pub fn kind(&self, name: &str) -> Option<&KindPage> {
        self.kinds.iter().find(|it| *it.kind.name == *name)
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

    /// Whether only `--pedantic` shows what a rule finds, wherever it looks.
    pub fn is_doubted(&self, rule: &Rule) -> bool {
        let confidence = match &rule.check {
            Check::Need { kind, need } => self.kind(kind).map(|page| page.needs[*need].confidence),
            _ => Some(rule.confidence),
        };
        confidence.is_some_and(|it| it < Confidence::High)
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
