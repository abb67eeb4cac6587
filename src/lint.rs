//! The straight line for one text: source, document, kind, checks, findings, settled. Pure: no input, no output.

pub mod asked;

use crate::config::Policy;
use crate::document::Document;
use crate::finding::{Confidence, Finding, Findings, Flag};
use crate::kind::{self, Recognised};
use crate::rule::{Catalog, Check, KindPage, Need, Rule};
use crate::settle::{self, Checked, allow};
use crate::slot::{self, Answer, State};
use crate::text::{Source, Span};

/// Judges one text.
pub fn check(source: &Source, catalog: &Catalog, policy: &Policy) -> Checked {
    let doc = Document::new(source);
    let recognised = kind::recognise(&doc, catalog.kinds.iter().map(|it| &it.kind));
    let page = recognised.kind.as_deref().and_then(|kind| catalog.kind(kind));
    let stated: Vec<Answer> = page.map(|page| answers(&doc, page)).unwrap_or_default();
    let asked = asked::all(&doc, catalog, page, &stated);
    doc.set_open_questions(asked.iter().map(|it| it.comment).collect());
    let slots = asked::besides(page, &asked, &stated);
    let active = active(&doc, catalog, policy, &recognised, page);
    let mut findings = Vec::new();
    for rule in &active {
        let mut found = Findings::default();
        match &rule.check {
            Check::Phrases(phrases) => phrases.run(&doc, &mut found),
            Check::Document(_) if asked::waits(rule, &asked) => {}
            Check::Document(check) => check(&doc, &mut found),
            Check::Need { need, .. } => {
                if let Some(page) = page {
                    miss(&doc, &page.needs[*need], &slots, &mut found);
                }
            }
            Check::Questions => asked::flag(&asked, &mut found),
            Check::Allows => {}
        }
        findings.extend(bound(rule, policy, found));
    }
    let is_active = |id: &str| active.iter().find(|rule| rule.id == id).copied();
    let settled = settle_with_allows(&doc, catalog, policy, findings, is_active);
    let answered = page.map_or(0, |page| answered(page, &slots));
    Checked {
        name: source.name.clone(),
        text: if settled.findings.is_empty() { String::new() } else { source.text.clone() },
        recognised,
        findings: settled.findings,
        hidden: settled.hidden,
        allowed: settled.allowed,
        answered,
        slots: stated,
    }
}

/// The rules that look at this document.
fn active<'c>(
    doc: &Document,
    catalog: &'c Catalog,
    policy: &Policy,
    recognised: &Recognised,
    page: Option<&KindPage>,
) -> Vec<&'c Rule> {
    if page.is_some_and(|page| page.quiet) && recognised.sure().is_some() {
        return Vec::new();
    }
    let fits = |rule: &&Rule| {
        policy.enables(rule)
            && rule.applies_to(recognised.sure())
            && (rule.reads_any_language() || matches!(rule.check, Check::Allows | Check::Questions) || doc.is_english())
    };
    catalog.rules.iter().filter(fits).collect()
}

fn answers(doc: &Document, page: &KindPage) -> Vec<Answer> {
    page.needs.iter().map(|need| slot::look(doc, &need.slot)).collect()
}

/// Flags an absent need, unless something else in the text can stand for it, or what it belongs to is absent too.
fn miss(doc: &Document, need: &Need, slots: &[Answer], found: &mut Findings) {
    let state = |name: &str| slots.iter().find(|answer| answer.slot == name).map(|answer| answer.state);
    let is_absent = |name: &str| state(name) == Some(State::Absent);
    let is_missed = is_absent(&need.slot.name)
        && need.together.iter().all(|other| is_absent(other))
        && need.given.iter().all(|other| state(other) == Some(State::Present));
    if is_missed {
        let flag = found.flag(place_of(doc, need, slots), "nothing in this text says it");
        let answer = slots.iter().find(|answer| answer.slot == need.slot.name);
        let sure = answer.filter(|_| need.slot.doubts.is_some()).map_or(Confidence::High, |answer| answer.confidence);
        flag.confidence = need.confidence.min(sure);
    }
}

/// Where an absence is seen: at the thing that it belongs to, or at the head of the text.
fn place_of(doc: &Document, need: &Need, slots: &[Answer]) -> Span {
    let given = |name: &String| slots.iter().find(|answer| answer.slot == *name);
    let first = need.given.iter().filter_map(given).find_map(|answer| answer.evidence.first());
    first.map_or_else(|| doc.head(), |it| doc.lines().around(it.span.start, doc.text()).trimmed(doc.text()))
}

/// How many questions of the contract the text answers.
fn answered(page: &KindPage, slots: &[Answer]) -> usize {
    let is_asked = |answer: &&Answer| {
        let need = page.needs.iter().find(|need| need.slot.name == answer.slot);
        need.is_some_and(|need| need.question.is_some())
    };
    slots.iter().filter(is_asked).filter(|answer| answer.state == State::Present).count()
}

fn bound<'r>(rule: &'r Rule, policy: &'r Policy, found: Findings) -> impl Iterator<Item = Finding> + 'r {
    found.into_flags().into_iter().map(move |flag: Flag| Finding {
        rule: rule.id.clone(),
        level: policy.level(rule, flag.level.unwrap_or(rule.level)),
        confidence: flag.confidence,
        message: rule.summary.clone(),
        question: flag.question.unwrap_or_else(|| rule.question.clone()),
        help: rule.help.clone(),
        at: flag.at,
        related: flag.related,
        suggestions: flag.suggestions,
        fingerprint: String::new(),
    })
}

/// Settles the findings, then judges the exceptions themselves: those are settled too, but nothing allows them.
fn settle_with_allows<'c>(
    doc: &Document,
    catalog: &Catalog,
    policy: &Policy,
    findings: Vec<Finding>,
    is_active: impl Fn(&str) -> Option<&'c Rule>,
) -> settle::Settled {
    let mut ineffective = Findings::default();
    let is_rule = |id: &str| catalog.rule(id).is_some();
    let is_kind = |kind: &str| catalog.kind(kind).is_some();
    let mut allows = allow::read(doc, is_rule, is_kind, &mut ineffective);
    let mut settled = settle::settle(doc, findings, policy, &mut allows);
    let mut unused = Findings::default();
    allow::flag_unused(&allows, |id| is_active(id).is_some(), &mut unused);
    let mut about_allows = Vec::new();
    for (id, found) in [("ineffective-comment", ineffective), ("unused-allow", unused)] {
        if let Some(rule) = is_active(id) {
            about_allows.extend(bound(rule, policy, found));
        }
    }
    if !about_allows.is_empty() {
        let more = settle::settle(doc, about_allows, policy, &mut []);
        settled.findings.extend(more.findings);
        settle::sort(&mut settled.findings);
    }
    debug_assert!(settled.findings.iter().all(|it| it.confidence == Confidence::High || policy.pedantic));
    settled
}
