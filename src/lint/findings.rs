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
use crate::words::{file_name, generated, past_path};

/// What the rules find.
#[derive(Default)]
pub struct Found<'c> {
    pub findings: Vec<Finding>,
    /// Those that could not look: no exception for them is known to be unused.
    pub blind: Vec<&'c str>,
    /// One of them wants to know what day it is.
    pub wants_day: bool,
}

/// Asks each of the rules.
pub fn found<'c>(run: &Run, active: &[&'c Rule], recognised: &Recognised, watch: &dyn Stopwatch) -> Found<'c> {
    let mut all = Found::default();
    let course = LazyCell::new(|| standing::course(run.doc));
    // Whoever writes a message cannot ask to be left alone so.
    let is_made = LazyCell::new(|| run.doc.source().origin == Origin::File && generated::is_made(run.doc.text()));
    let is_of_others = LazyCell::new(|| {
        let is_so = |path: &str| file_name::is_data_of_tests(path) || past_path::is_clipped(path);
        run.doc.source().path().is_some_and(is_so) || run.around.is_some_and(tree::is_of_others)
    });
    let is_of_diary = LazyCell::new(|| run.doc.source().path().is_some_and(past_path::is_of_diary));
    let is_of_commit = run.doc.is_of_commit();
    for rule in active {
        let is_tried = !is_of_commit || commit::is_tried(rule, run.policy);
        let found = run.found(rule);
        all.blind.extend(found.abstained().then_some(&*rule.id));
        all.wants_day |= found.wants_day();
        for flag in found.into_flags() {
            let is_firm = flag.is_firm;
            let it = flagged::spared(run.doc, bound(rule, run.policy, flag));
            if !is_passed_over(run.doc, rule, &it) {
                let is_doubted = !is_firm && rule.is_doubted_in(recognised.sure())
                    || flagged::is_settled(rule, *course)
                    || history::is_over(run.doc, run.around, recognised, rule, &it)
                    || *is_made
                    || rule.is_about_plans() && (*is_of_diary || flagged::is_title_elsewhere(run.doc, it.at.span))
                    || *is_of_others;
                all.findings.push(doubted(softened(it, rule, recognised), is_tried && !is_doubted));
            }
        }
        watch.lap(Lap::Rule(&rule.id));
    }
    all
}
