//! One text before the checks: all that they may look at, and what the check of a rule finds in it. Knows no level.

use super::asked::{self, Asked};
use super::combined;
use super::need::Contract;
use crate::change::Change;
use crate::config::Policy;
use crate::document::Document;
use crate::finding::Findings;
use crate::link::Linked;
use crate::rule::{Check, Rule};
use crate::slot::Answer;
use crate::template::Comparison;
use crate::thread::{Talk, Thread};
use crate::tree::Around;

/// All that a check may look at.
pub struct Run<'r> {
    pub doc: &'r Document<'r>,
    /// The text as it was before a change.
    pub before: Option<&'r Document<'r>>,
    pub policy: &'r Policy,
    pub change: Option<&'r Change>,
    pub around: Option<&'r Around>,
    pub linked: Option<&'r Linked>,
    pub talk: Option<(&'r Thread, Talk<'r>)>,
    pub slots: &'r [Answer],
    pub asked: &'r [Asked<'r>],
    pub compared: Option<&'r Comparison<'r>>,
    pub contract: Option<&'r Contract<'r>>,
    /// Needs that are missed together, as one question.
    pub together: Vec<&'r str>,
}

impl Run<'_> {
    /// What the check of a rule finds.
    pub fn found(&self, rule: &Rule) -> Findings {
        let mut found = Findings::default();
        match &rule.check {
            Check::Phrases(phrases) => phrases.run(self.doc, &mut found),
            Check::Document(_) if asked::waits(rule, self.asked) => {}
            Check::Document(check) => check(self.doc, &mut found),
            Check::Change(check) => match self.change {
                Some(change) => check(self.doc, change, &mut found),
                None => found.abstain(),
            },
            Check::Edit(check) => match self.before {
                Some(before) => check(self.doc, before, &mut found),
                None => found.abstain(),
            },
            Check::Tree(check) => match self.around {
                Some(around) => check(self.doc, around, &mut found),
                None => found.abstain(),
            },
            Check::Seated(check) => check(self.doc, self.around, &mut found),
            Check::Corpus(_) => match self.linked.and_then(|it| it.of(&rule.id)) {
                Some(flags) => flags.for_each(|flag| found.push(flag.clone())),
                None => found.abstain(),
            },
            Check::Thread(check) => self.talk.iter().for_each(|(thread, talk)| check(thread, talk, &mut found)),
            Check::Absent(names) => combined::flag(self.doc, names, self.slots, self.policy, &mut found),
            Check::Template(check) => check(self.doc, self.compared, &mut found),
            Check::Need { need, .. } => {
                if let Some(contract) = self.contract.filter(|it| !it.is_told(*need, &self.together)) {
                    contract.miss(*need, rule, &mut found);
                }
            }
            Check::Questions => asked::flag(self.asked, &mut found),
            Check::Ineffective | Check::Unused => {}
        }
        found
    }
}
