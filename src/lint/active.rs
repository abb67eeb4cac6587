//! Which rules look at a text.

use std::cell::LazyCell;

use super::Beside;
use super::need::Contract;
use crate::change::{self, Change};
use crate::config::Policy;
use crate::document::Document;
use crate::kind::{self, Recognised};
use crate::rule::{Catalog, Check, KindPage, Rule};
use crate::settle::allow;
use crate::template::Comparison;
use crate::text::Origin;
use crate::tree::Around;
use crate::words::{copied, edition, file_name};

/// The rules that look at this document.
pub fn active<'c>(
    doc: &Document,
    beside: Beside,
    catalog: &'c Catalog,
    policy: &Policy,
    recognised: &Recognised,
    contract: Option<&Contract>,
) -> Vec<&'c Rule> {
    if is_copy(doc, beside.around) {
        return Vec::new();
    }
    let is_asked_nothing = is_quiet(contract.map(|it| it.page), recognised);
    let is_settled_by_talk = beside.thread.is_some() && allow::is_better_talked(doc);
    let is_template = LazyCell::new(|| doc.source().path().is_some_and(file_name::is_template));
    let is_asked = |rule: &Rule| match &rule.check {
        Check::Need { need, .. } => contract.is_some_and(|it| it.asks_for(*need)) && !*is_template,
        Check::Thread(_) => beside.thread.is_some() && !is_settled_by_talk,
        // Many hands wrote a thread: what is asked of one author is asked of none of them.
        check => beside.thread.is_none() || check.is_about_allows(),
    };
    let is_read = |rule: &Rule| {
        let is_judged_elsewhere =
            rule.check.is_about_allows() || matches!(rule.check, Check::Questions | Check::Thread(_));
        rule.reads_any_language() || is_judged_elsewhere || doc.is_english()
    };
    // A title that names nothing is one whatever the issue is.
    let is_some_issue = doc.source().origin == Origin::Issue && recognised.sure().is_none();
    // What a description has to say is asked of an issue where somebody says that it is one.
    let is_guess = recognised.sure().is_some_and(|it| kind::OF_ISSUES.contains(&it)) && !kind::is_issue(doc);
    let applies = |rule: &Rule| rule.applies_to(recognised.sure()) && !(is_guess && is_about_description(rule));
    let looks = |rule: &Rule| applies(rule) || is_some_issue && rule.applies_to_issues();
    let fits = |rule: &&Rule| {
        (!is_asked_nothing || recognised.is_story && rule.is_lasting())
            && policy.enables(rule)
            && looks(rule)
            && is_asked(rule)
            && is_read(rule)
    };
    let is_small = beside.change.is_some_and(Change::is_small);
    let compared = contract.and_then(|it| it.compared);
    let is_worth_it = |rule: &&Rule| is_worth_asking(rule, is_small, compared);
    catalog.rules.iter().filter(fits).filter(is_worth_it).collect()
}

/// Whether a text is of a kind at which hardly a rule looks.
fn is_quiet(page: Option<&KindPage>, recognised: &Recognised) -> bool {
    recognised.sure().is_some() && page.is_some_and(|it| it.quiet)
}

/// Why no rule looks at a text, where none does, but for those that ask of any.
pub(super) fn idle(
    doc: &Document,
    around: Option<&Around>,
    page: Option<&KindPage>,
    recognised: &Recognised,
) -> Option<&'static str> {
    if is_quiet(page, recognised) {
        return Some("what is of its kind tells what was");
    }
    is_copy(doc, around).then_some("it came with somebody else's code, or is kept as it was at a release")
}

/// Whether nobody here could answer for a text, as its path tells, or what lies beside it.
fn is_copy(doc: &Document, around: Option<&Around>) -> bool {
    doc.source().path().is_some_and(is_copied) || around.is_some_and(Around::is_of_earlier)
}

/// Whether a text came with somebody else's code, or is what a program keeps of each release: nobody here could answer for
/// it. A folder `vendor` may be about those who sell us things, unless it holds trees of packages.
pub(super) fn is_copied(path: &str) -> bool {
    const DEPTH_OF_A_PACKAGE: usize = 3;
    let parts: Vec<&str> = path.split(['/', '\\']).collect();
    // "lib/zlib-1.3.1/README.md"
    let is_release = |part: &str| part.rsplit_once('-').is_some_and(|(_, it)| edition::is_number(it));
    // "pkg/vendor/zlib/CHANGELOG.md", among code; elsewhere a page may be about who sells us things.
    let is_of_package = |index: usize| {
        let is_own = matches!(parts.last(), Some(&("README.md" | "CHANGELOG.md" | "CONTRIBUTING.md" | "UPGRADE.md")));
        index > 0
            && parts.len() - index == DEPTH_OF_A_PACKAGE
            && is_own
            && matches!(parts[0], "pkg" | "src" | "lib" | "libs" | "crates" | "internal")
    };
    let is_copy = |(index, part): (usize, &&str)| match *part {
        "versioned_docs" => true,
        it if copied::is_of_program(it) => true,
        it if copied::is_folder(it) => parts.len() - index > DEPTH_OF_A_PACKAGE || is_of_package(index),
        "lib" | "libs" => parts.get(index + 1).is_some_and(|it| is_release(it)),
        _ => false,
    };
    parts.iter().enumerate().any(is_copy)
}

/// Of a few lines, or of documents alone, nobody asks what a description has to say; and who wrote nothing into a template
/// is told so once.
fn is_worth_asking(rule: &Rule, is_small: bool, compared: Option<&Comparison>) -> bool {
    let is_about_template = rule.check.is_about_allows() || matches!(rule.check, Check::Template(_));
    !(is_about_description(rule) && is_small) && (is_about_template || compared.is_none_or(|it| !it.is_untouched))
}

/// Whether a rule asks what the description of a change, or of an issue beside it, has to say, and nothing of other texts.
fn is_about_description(rule: &Rule) -> bool {
    let is_tracked = |kind: &str| kind == change::KIND || kind::OF_ISSUES.contains(&kind);
    rule.kinds.iter().any(|kind| kind == change::KIND) && rule.kinds.iter().all(|kind| is_tracked(kind))
}
