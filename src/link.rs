//! The straight line for many texts: summaries, joined, and what the checks of a corpus find in each of them. Pure.
//! What a text itself says of it (levels, exceptions) is settled where the text is judged.

use std::sync::Arc;

use thin_vec::ThinVec;

use crate::corpus::{Corpus, Found};
use crate::finding::Flag;
use crate::rule::{Catalog, Check, Rule};

/// What the checks of a corpus found in one of its texts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Linked {
    /// Of thousands of texts hardly any has one.
    flags: ThinVec<Put>,
    /// Rules that could not look, at none of the texts.
    blind: Arc<[String]>,
}

/// A flag, and who put it up.
#[derive(Debug, Clone, PartialEq)]
struct Put {
    rule: String,
    /// From 1.
    line: u32,
    flag: Flag,
}

impl Linked {
    /// What a rule found here; none where it could not look.
    pub fn of<'l>(&'l self, rule: &'l str) -> Option<impl Iterator<Item = &'l Flag>> {
        self.of_lines(rule).map(|all| all.map(|(_, flag)| flag))
    }

    /// The same with the line on which each begins, from 1.
    pub fn of_lines<'l>(&'l self, rule: &'l str) -> Option<impl Iterator<Item = (u32, &'l Flag)>> {
        let own = move |it: &&Put| it.rule == rule;
        let is_blind = self.blind.iter().any(|it| it == rule);
        (!is_blind).then(|| self.flags.iter().filter(own).map(|it| (it.line, &it.flag)))
    }

    /// Without the flags that do not count.
    pub fn only(mut self, counts: impl Fn(&Flag) -> bool) -> Self {
        self.flags.retain(|it| counts(&it.flag));
        self
    }

    pub fn is_empty(&self) -> bool {
        self.flags.is_empty()
    }

    pub fn flags_mut(&mut self) -> impl Iterator<Item = &mut Flag> {
        self.flags.iter_mut().map(|it| &mut it.flag)
    }

    /// Without the flags that have no place any more.
    pub fn retain(&mut self, mut keep: impl FnMut(&mut Flag) -> bool) {
        self.flags.retain_mut(|it| keep(&mut it.flag));
    }

    pub fn flags(&self) -> impl Iterator<Item = (&str, &Flag)> {
        self.flags.iter().map(|it| (it.rule.as_str(), &it.flag))
    }
}

/// Whether a rule looks at many documents at once.
pub fn is_of_corpus(rule: &Rule) -> bool {
    matches!(rule.check, Check::Corpus(_))
}

/// What the rules that somebody wants find in each of the texts, in their order.
pub fn link(corpus: &Corpus, catalog: &Catalog, is_wanted: impl Fn(&Rule) -> bool) -> Vec<Linked> {
    let mut flags: Vec<ThinVec<Put>> = vec![ThinVec::new(); corpus.summaries().len()];
    let mut blind = Vec::new();
    for rule in catalog.rules.iter().filter(|rule| is_wanted(rule)) {
        let Check::Corpus(check) = &rule.check else { continue };
        let mut found = Found::default();
        check(corpus, &mut found);
        if found.abstained() {
            blind.push(rule.id.to_string());
        }
        for (at, flag) in found.into_flags() {
            flags[at.text].push(Put { rule: rule.id.to_string(), line: at.spot.line, flag });
        }
    }
    let blind: Arc<[String]> = blind.into();
    flags.into_iter().map(|flags| Linked { flags, blind: Arc::clone(&blind) }).collect()
}
