//! What the rules find in one text, and whether it is asked aloud: where a rule was not tried, or the text is put away, old or
//! made by a program, only `--pedantic` shows it.

use std::cell::LazyCell;

use super::flagged::{self, bound, doubted, is_passed_over, softened};
use super::run::Run;
use super::watch::{Lap, Stopwatch};
use super::{commit, history};
use crate::finding::Finding;
use crate::kind::Recognised;
use crate::rule::Rule;
use crate::slot::standing;
use crate::text::Origin;
use crate::tree;
use crate::words::{file_name, generated};

/// What each of the rules finds, and those that could not look: no exception for them is known to be unused.
pub fn found<'c>(
    run: &Run,
    active: &[&'c Rule],
    recognised: &Recognised,
    watch: &dyn Stopwatch,
) -> (Vec<Finding>, Vec<&'c str>) {
    let (mut findings, mut blind) = (Vec::new(), Vec::new());
    let course = LazyCell::new(|| standing::course(run.doc));
    // Whoever writes a message cannot ask to be left alone so.
    let is_made = LazyCell::new(|| run.doc.source().origin == Origin::File && generated::is_made(run.doc.text()));
    let is_of_others = LazyCell::new(|| {
        run.doc.source().path().is_some_and(file_name::is_data_of_tests) || run.around.is_some_and(tree::is_of_others)
    });
    let is_of_commit = run.doc.is_of_commit();
    for rule in active {
        let is_tried = !is_of_commit || commit::is_tried(rule, run.policy);
        let found = run.found(rule);
        blind.extend(found.abstained().then_some(&*rule.id));
        for flag in found.into_flags() {
            let is_firm = flag.is_firm;
            let it = bound(rule, run.policy, flag);
            if !is_passed_over(run.doc, rule, &it) {
                let is_doubted = !is_firm && rule.is_doubted_in(recognised.sure())
                    || flagged::is_settled(rule, *course)
                    || history::is_over(run.doc, run.around, recognised, rule, &it)
                    || *is_made
                    || *is_of_others;
                findings.push(doubted(softened(it, rule, recognised), is_tried && !is_doubted));
            }
        }
        watch.lap(Lap::Rule(&rule.id));
    }
    (findings, blind)
}
