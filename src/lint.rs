//! The straight line for one text: source, document, kind, checks, findings, settled. Pure: no input, no output.

mod active;
pub mod asked;
mod combined;
mod commit;
mod findings;
mod flagged;
mod heading;
mod history;
mod in_force;
mod linked;
mod need;
mod plain;
mod run;
mod watch;

use findings::{Found, found};
use flagged::bound;
pub use in_force::{Clause, InForce, in_force};
pub use linked::{Placed, settle_linked};
use need::Contract;
pub use plain::check_plain;
use run::Run;
pub use watch::{Lap, Stopwatch};

use std::cell::Cell;
use std::sync::Arc;

use crate::change::Change;
use crate::config::Policy;
use crate::document::{Document, Memory};
use crate::finding::{Confidence, Finding, Findings};
use crate::kind::{self, By, Recognised};
use crate::link::Linked;
use crate::rule::{Catalog, Check, KindPage, Rule};
use crate::settle::{self, Checked, allow};
use crate::slot::{self, Answer, Slot, State};
use crate::summary::Summary;
use crate::template::{self, Comparison};
use crate::text::{Kept, Lines, Origin, Source};
use crate::thread::{Talk, Thread};
use crate::tree::Around;

/// What is kept of a text, for others to be held against.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Detail {
    #[default]
    None,
    /// All but what matters to few repositories: whoever holds the texts can ask for it later.
    Lean,
    Whole,
}

/// What is known of a text besides its words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'b> {
    /// The change that it describes.
    pub change: Option<&'b Change>,
    /// The text as it was before a change.
    pub before: Option<&'b Source>,
    /// The messages that it is made of.
    pub thread: Option<&'b Thread>,
    /// The files that it lies among.
    pub around: Option<&'b Around>,
    /// What was found in it beside all other documents.
    pub linked: Option<&'b Linked>,
    pub summary: Detail,
    /// Nobody asks where the text says what it states.
    pub is_brief: bool,
    /// What is still known of the version before: it changes no answer.
    pub memory: Option<&'b Memory>,
}

/// Judges one text.
pub fn check(source: &Source, catalog: &Catalog, policy: &Policy) -> Checked {
    check_beside(source, Beside::default(), catalog, policy)
}

/// Judges one text by what is known besides.
pub fn check_beside(source: &Source, beside: Beside, catalog: &Catalog, policy: &Policy) -> Checked {
    check_watched(source, beside, catalog, policy, &())
}

/// Judges one text, and tells somebody with a clock what was done when.
pub fn check_watched(
    source: &Source,
    beside: Beside,
    catalog: &Catalog,
    policy: &Policy,
    watch: &dyn Stopwatch,
) -> Checked {
    let doc = document(source, policy);
    let doc = match beside.memory {
        Some(memory) => doc.with_memory(memory),
        None => doc,
    };
    let checked = judged(&doc, beside, catalog, policy, watch);
    doc.remember();
    checked
}

fn judged(doc: &Document, beside: Beside, catalog: &Catalog, policy: &Policy, watch: &dyn Stopwatch) -> Checked {
    let before = beside.before.map(|it| document(it, policy));
    know_template(doc, policy);
    let recognised = recognise(doc, catalog, policy);
    let page = recognised.kind.as_deref().and_then(|kind| catalog.kind(kind));
    // Beside a template it counts where something is said.
    let is_brief = beside.is_brief && policy.templates.is_empty();
    let stated: Vec<Answer> = page.map(|page| answers(doc, page, is_brief)).unwrap_or_default();
    let asked = asked::all(doc, catalog, page, &stated);
    doc.set_open_questions(asked.iter().map(|it| it.comment).collect());
    let slots = asked::besides(page, &asked, &stated);
    let compared = page.filter(|_| recognised.sure().is_some()).and_then(|page| compare(doc, page, &slots, policy));
    let contract = page.map(|page| Contract {
        doc,
        page,
        slots: &slots,
        policy,
        compared: compared.as_ref(),
        asked: &asked,
        change: beside.change,
    });
    let active = active::active(doc, beside, catalog, policy, &recognised, contract.as_ref());
    let run = Run {
        doc,
        before: before.as_ref(),
        policy,
        change: beside.change,
        around: beside.around,
        linked: beside.linked,
        talk: beside.thread.map(|it| (it, Talk::of(it, doc.text()))),
        slots: &slots,
        asked: &asked,
        compared: compared.as_ref(),
        contract: contract.as_ref(),
        together: combined::missed(&active, &slots),
    };
    begin(doc, watch);
    let Found { findings, blind, wants_day } = found(&run, &active, &recognised, watch);
    let could_look = |rule: &Rule| !blind.contains(&&*rule.id);
    let is_active = |id: &str| active.iter().copied().find(|rule| rule.id == id && could_look(rule));
    // Whom no rule looks at is no less understood for it.
    let is_foreign = !doc.is_english() && active.iter().any(|rule| could_look(rule));
    let settled = settle_with_allows(doc, beside, catalog, policy, findings, is_active);
    watch.lap(Lap::Settling);
    let summary = (beside.summary != Detail::None).then(|| Box::new(summary(doc, beside, &recognised)));
    Checked {
        gaps: heading::missing(&settled.findings, page, &slots, compared.as_ref(), catalog).into(),
        text: kept(doc.source(), doc.known_lines(), &settled.findings),
        findings: settled.findings.into(),
        hidden: settled.hidden,
        allowed: settled.allowed,
        answered: page.filter(|_| !is_foreign).map_or(0, |page| asked::count_answered(page, &slots)),
        is_foreign,
        wants_day,
        slots: stated.into(),
        exceptions: settled.exceptions.into(),
        summary,
        ..Checked::of(doc.source(), recognised)
    }
}

/// The text, where there is something to show in it, and where nobody can open it; with its lines, where they are known.
pub fn kept(source: &Source, lines: Option<&Lines>, findings: &[Finding]) -> Kept {
    let is_idle = findings.is_empty() && source.given().is_some();
    match lines {
        _ if is_idle => Kept::default(),
        Some(lines) => Kept::whole(source.text.clone(), lines.clone()),
        None => source.text.clone().into(),
    }
}

/// What is kept of the text for those who hold it against others.
fn summary(doc: &Document, beside: Beside, recognised: &Recognised) -> Summary {
    let path = beside.around.map_or_else(|| doc.source().path().unwrap_or(&doc.source().name), |it| it.path.as_str());
    match beside.summary {
        Detail::Lean => Summary::lean(doc, recognised, path),
        Detail::None | Detail::Whole => Summary::of(doc, recognised, path),
    }
}

/// What is kept of one text, which nobody judges.
pub fn summarise(source: &Source, around: Option<&Around>, catalog: &Catalog, policy: &Policy) -> Summary {
    let doc = document(source, policy);
    let recognised = recognise(&doc, catalog, policy);
    summary(&doc, Beside { around, ..Beside::default() }, &recognised)
}

/// What a template of the repository says to everybody is none of the words of whoever filled it in.
fn know_template(doc: &Document, policy: &Policy) {
    if doc.source().origin != Origin::File && !policy.templates.is_empty() {
        doc.set_printed(template::printed(doc, policy.templates.iter().map(|it| &**it)));
    }
}

/// The text, for those who read it here and now.
pub fn document<'s>(source: &'s Source, policy: &Policy) -> Document<'s> {
    let doc = Document::new(source).with_ast(policy.ast);
    doc.set_readers(Arc::clone(&policy.readers));
    doc.set_now(policy.now);
    doc
}

/// Where a clock runs, what all rules ask is answered before the first of them begins.
fn begin(doc: &Document, watch: &dyn Stopwatch) {
    if watch.is_running() {
        doc.read_through();
    }
    watch.lap(Lap::Reading);
}

/// What sort of document it is. A message says so by the headings of a template, where nothing else does.
pub fn recognise(doc: &Document, catalog: &Catalog, policy: &Policy) -> Recognised {
    let recognised = kind::recognise(doc, catalog.kinds.iter().map(|it| &it.kind));
    let source = doc.source();
    let is_told = source.kind.is_some() || !doc.directives().is_empty();
    let is_open = match source.origin {
        Origin::Message => recognised.kind.as_deref() == Some(kind::MESSAGE),
        Origin::Issue => recognised.by == By::Wording,
        _ => false,
    };
    if is_told || !is_open {
        return recognised;
    }
    let known = template::made_of(doc, policy.templates.iter().map(|it| &**it));
    let known = known.and_then(|(kind, template)| Some((catalog.kind(kind)?, template)));
    known.map_or(recognised, |(page, template)| Recognised::by_template(&page.kind, &template.path))
}

fn answers(doc: &Document, page: &KindPage, is_brief: bool) -> Vec<Answer> {
    // What others belong to is shown where they are missed.
    let is_shown = |slot: &str| page.needs.iter().any(|it| it.given.iter().any(|given| given == slot));
    let look = |slot: &Slot| match is_brief && !is_shown(&slot.name) {
        true => slot::look_briefly(doc, slot),
        false => slot::look(doc, slot),
    };
    page.needs.iter().map(|need| look(&need.slot)).collect()
}

/// The text beside the template that it was made of, where there is one.
fn compare<'p>(doc: &Document, page: &KindPage, answers: &[Answer], policy: &'p Policy) -> Option<Comparison<'p>> {
    let templates = policy.templates.iter().map(|it| &**it);
    let template = template::fit(doc, &page.kind.name, templates)?;
    let slots = page.needs.iter().map(|need| (&**need.slot, need.question()));
    let mut compared = template::compare(doc, template, slots);
    for part in &mut compared.parts {
        let need = part.slot.map(|slot| &page.needs[slot]);
        part.is_missed = need.is_some_and(|need| policy.requires(&page.kind.name, &need.name).is_some())
            && part.slot.is_some_and(|slot| answers[slot].state == State::Absent);
    }
    Some(compared)
}

/// Settles the findings, then judges the exceptions themselves: those are settled too, but nothing allows them.
fn settle_with_allows<'c>(
    doc: &Document,
    beside: Beside,
    catalog: &Catalog,
    policy: &Policy,
    findings: Vec<Finding>,
    is_active: impl Fn(&str) -> Option<&'c Rule>,
) -> settle::Settled {
    let mut ineffective = Findings::default();
    let guesses = Cell::new(allow::MOST_GUESSED);
    let unknown = |id: &str| allow::unknown(catalog, id, &guesses);
    let unknown_kind = |kind: &str| allow::unknown_kind(catalog, kind);
    let mut allows = allow::read(doc, beside.thread.is_some(), unknown, unknown_kind, &mut ineffective);
    let mut settled = settle::settle(doc, findings, catalog, policy, &mut allows);
    let mut unused = Findings::default();
    settled.exceptions = allow::told(doc, &allows, |id| is_active(id).is_some());
    allow::flag_unused(doc, &allows, |id| is_active(id).is_some(), &settled.findings, &mut unused);
    let mut about_allows = Vec::new();
    for rule in catalog.rules.iter().filter(|it| it.check.is_about_allows() && is_active(&it.id).is_some()) {
        let found = if matches!(rule.check, Check::Unused) { &mut unused } else { &mut ineffective };
        let flags = std::mem::take(found).into_flags();
        about_allows.extend(flags.into_iter().map(|it| bound(rule, policy, it)));
    }
    if !about_allows.is_empty() {
        let more = settle::settle(doc, about_allows, catalog, policy, &mut []);
        settled.findings.extend(more.findings);
        settle::sort(&mut settled.findings);
    }
    debug_assert!(settled.findings.iter().all(|it| it.confidence == Confidence::High || policy.pedantic));
    settled
}
