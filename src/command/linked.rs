//! Holds the texts of a run against each other: joins their summaries, one corpus a repository, and judges those texts
//! again in which something is found, or which make exceptions for what may be found.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::around::Trees;
use super::work::with_kind;
use crate::config::Policy;
use crate::corpus::{Corpus, Setting};
use crate::finding::Excerpt;
use crate::input::{self, Input, Trouble};
use crate::link::{self, Linked};
use crate::lint::Beside;
use crate::owners::{self, Codeowners};
use crate::rule::Catalog;
use crate::settle::{Checked, Notice};
use crate::summary::Summary;
use crate::text::{Lines, Span};

/// A text that was read, or why it could not be.
type Judged = Result<Checked, Trouble>;

/// What judges the texts of a run against each other.
pub struct Linker<'l> {
    pub catalog: &'l Catalog,
    pub trees: &'l Trees,
}

impl Linker<'_> {
    /// Adds to the texts what is found among them, and says what stood in the way. `judged` has the order of `inputs`.
    pub fn link(&self, inputs: &[(Input, Policy)], judged: &mut [Judged]) -> Vec<Notice> {
        let mut notices = Vec::new();
        let is_wanted = |rule: &_| link::is_of_corpus(rule) && inputs.iter().any(|(_, policy)| policy.enables(rule));
        if !self.catalog.rules.iter().any(is_wanted) {
            return notices;
        }
        let mut shelf = Shelf::new(inputs);
        for (mut members, summaries) in self.repositories(inputs, judged) {
            let setting = self.setting(&inputs[members[0]], &mut notices);
            let corpus = Corpus::new(&summaries, setting);
            let mut linked = link::link(&corpus, self.catalog, is_wanted);
            let is_concerned =
                |(summary, linked): (&Summary, &Linked)| !linked.is_empty() || self.is_excepted(summary, is_wanted);
            let concerned: Vec<bool> = summaries.iter().zip(&linked).map(is_concerned).collect();
            shelf.quote(&mut linked);
            let again: Vec<(usize, Linked)> =
                members.drain(..).zip(linked).zip(concerned).filter(|(_, it)| *it).map(|(it, _)| it).collect();
            let again: Vec<(usize, Judged)> =
                again.into_par_iter().map(|(number, linked)| (number, self.again(&inputs[number], &linked))).collect();
            again.into_iter().for_each(|(number, it)| judged[number] = it);
        }
        notices
    }

    /// What holds for the whole repository in which a text lies. Lines of it that cannot be read are told.
    fn setting(&self, (input, policy): &(Input, Policy), notices: &mut Vec<Notice>) -> Setting {
        let read = |root: PathBuf| {
            let (place, text) = input::first_of(&root, owners::PLACES)?;
            let owners = Codeowners::read(&place, &text);
            notices.extend(owners.malformed.iter().map(|it| Notice {
                path: format!("{place}:{}", it.line),
                message: it.message.clone(),
                help: "mend the line: who answers for its paths is not known".to_owned(),
                fatal: false,
            }));
            Some(Arc::new(owners))
        };
        let owners = self.trees.root_of(&input.path).and_then(read);
        Setting { readers: Arc::clone(&policy.readers), now: policy.now, owners }
    }

    /// The summaries of each repository by their paths, and whose they are.
    fn repositories(&self, inputs: &[(Input, Policy)], judged: &mut [Judged]) -> Vec<(Vec<usize>, Vec<Summary>)> {
        let mut roots: BTreeMap<Option<PathBuf>, Vec<(usize, Summary)>> = BTreeMap::new();
        for (number, it) in judged.iter_mut().enumerate() {
            let Some(summary) = it.as_mut().ok().and_then(|it| it.summary.take()) else { continue };
            roots.entry(self.trees.root_of(&inputs[number].0.path)).or_default().push((number, *summary));
        }
        let sorted = roots.into_values().map(|mut all| {
            all.sort_by(|one, other| one.1.path.cmp(&other.1.path));
            all.into_iter().unzip()
        });
        sorted.collect()
    }

    /// Whether a text makes an exception for what may be found among many.
    fn is_excepted(&self, summary: &Summary, is_wanted: impl Fn(&crate::rule::Rule) -> bool) -> bool {
        let mut names = summary.exceptions.iter().flat_map(|it| &it.rules);
        names.any(|name| self.catalog.rule(name).is_some_and(&is_wanted))
    }

    fn again(&self, (input, policy): &(Input, Policy), linked: &Linked) -> Judged {
        let source = with_kind(input::read(input)?, policy);
        let beside = Beside { linked: Some(linked), ..Beside::default() };
        Ok(self.trees.judge_beside(&source, beside, self.catalog, policy, &()))
    }
}

/// Texts that are quoted in the findings of others, read when they are.
struct Shelf<'s> {
    inputs: HashMap<&'s str, &'s Input>,
    texts: HashMap<String, Option<(String, Lines)>>,
    held: usize,
}

/// More bytes of texts than this are not held at once.
const MOST_HELD: usize = 32 << 20;

impl<'s> Shelf<'s> {
    fn new(inputs: &'s [(Input, Policy)]) -> Self {
        let inputs = inputs.iter().map(|(input, _)| (input.name.as_str(), input)).collect();
        Self { inputs, texts: HashMap::new(), held: 0 }
    }

    /// Puts the lines of other texts into what was found.
    fn quote(&mut self, linked: &mut [Linked]) {
        for elsewhere in linked.iter_mut().flat_map(Linked::flags_mut).flat_map(|it| &mut it.elsewhere) {
            elsewhere.excerpt = self.excerpt(&elsewhere.name, elsewhere.span);
        }
    }

    fn excerpt(&mut self, name: &str, span: Span) -> Option<Excerpt> {
        if self.held > MOST_HELD {
            self.texts.clear();
            self.held = 0;
        }
        if !self.texts.contains_key(name) {
            let source = self.inputs.get(name).and_then(|input| input::read(input).ok());
            self.held += source.as_ref().map_or(0, |it| it.text.len());
            let read = source.map(|it| {
                let lines = Lines::of(&it.text);
                (it.text, lines)
            });
            self.texts.insert(name.to_owned(), read);
        }
        let (text, lines) = self.texts[name].as_ref()?;
        Some(Excerpt::of(text, lines, span))
    }
}
