//! What somebody can do about a finding without leaving the text: mend it, choose between ways to mend it, put in the
//! question that it leaves open, or say why it may stand.

use lsp_types::{CodeAction, CodeActionKind, Diagnostic, Range, TextEdit};
use serde_json::{Value, json};

use super::allow::{self, Judge};
use super::diagnostic::{self, Find};
use super::{Page, fill};
use crate::document::CommentForm;
use crate::finding::{Edit, Finding};
use crate::fix::{self, Outcome, Which};
use crate::report::counted;
use crate::text::Span;

/// All that is safe, at once: what an editor may do whenever a text is saved.
pub const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.pingless");

/// The keys of what an action keeps until somebody chooses it.
const TEXT: &str = "uri";
const FINDING: &str = "fingerprint";

/// What somebody asks for.
pub struct Asked<'a> {
    pub span: Span,
    /// Only actions of these kinds, where any are named.
    pub only: &'a [CodeActionKind],
    /// The editor asks for the edit of an action when it is chosen.
    pub is_lazy: bool,
    pub judge: Judge<'a>,
    pub find: Find<'a>,
}

impl Asked<'_> {
    fn wants(&self, kind: &CodeActionKind) -> bool {
        let is_within = |wanted: &CodeActionKind| {
            kind.as_str().strip_prefix(wanted.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.only.is_empty() || self.only.iter().any(|wanted| wanted.as_str().is_empty() || is_within(wanted))
    }
}

/// The actions for a part of a text.
pub fn all(page: &Page, asked: &Asked) -> Vec<CodeAction> {
    let mut out = Vec::new();
    if asked.wants(&CodeActionKind::QUICKFIX) {
        let here = |it: &&Finding| it.at.span.start <= asked.span.end && asked.span.start <= it.at.span.end;
        let tried = (MOST_READ / page.source.text.len().max(1)).max(1);
        let mut questions = tried;
        for (number, finding) in page.checked.findings.iter().filter(here).take(MOST_OFFERED).enumerate() {
            let diagnostic = diagnostic::one(page, finding, asked.find);
            mends(page, finding, &diagnostic, &mut questions, &mut out);
            if asked.is_lazy || number < tried.min(MOST_TRIED) {
                out.extend(exception(page, finding, &diagnostic, asked));
            }
        }
        out.extend(all_questions(page).filter(|_| !out.is_empty()));
    }
    if asked.wants(&FIX_ALL) {
        out.extend(fix_all(page, asked.judge));
    }
    out
}

/// Where an exception goes is tried with the whole text, and a part of a text may hold thousands of findings: nobody reads
/// so many actions.
const MOST_TRIED: usize = 8;
/// Findings for which anything is offered at once.
const MOST_OFFERED: usize = 100;
/// Bytes that are read to find where exceptions and questions go: each is tried in the whole text.
const MOST_READ: usize = 1 << 20;

/// What mends one finding. As many `questions` as are left are placed.
fn mends(page: &Page, finding: &Finding, diagnostic: &Diagnostic, questions: &mut usize, out: &mut Vec<CodeAction>) {
    let only = finding.fix();
    for suggestion in &finding.suggestions {
        let is_sure = only.is_some_and(|only| only == suggestion && only.safe);
        let edits = suggestion.edits.iter().map(|it| edit(page, it)).collect();
        let made = quick(page, diagnostic, suggestion.title.clone(), Some(edits));
        out.push(CodeAction { is_preferred: Some(is_sure), ..made });
    }
    for need in fill::missed(page, finding) {
        let Some(left) = questions.checked_sub(1) else { break };
        *questions = left;
        let Some(edits) = fill::edits(page, |it| it.name == need.name) else { continue };
        let question = need.question().unwrap_or_default();
        out.push(quick(page, diagnostic, format!("add the question: {question}"), Some(edits)));
    }
}

/// What makes an exception for one finding.
fn exception(page: &Page, finding: &Finding, diagnostic: &Diagnostic, asked: &Asked) -> Option<CodeAction> {
    // Nothing allows what is said of exceptions.
    if page.catalog.rule(&finding.rule).is_none_or(|it| it.check.is_about_allows()) {
        return None;
    }
    let title = format!("allow `{}` here, because \u{2026}", finding.rule);
    Some(match asked.is_lazy {
        true => {
            let data = Some(json!({ TEXT: page.uri, FINDING: finding.fingerprint }));
            CodeAction { data, ..quick(page, diagnostic, title, None) }
        }
        false => quick(page, diagnostic, title, Some(vec![allowed(page, finding, asked.judge)])),
    })
}

fn quick(page: &Page, diagnostic: &Diagnostic, title: String, edits: Option<Vec<TextEdit>>) -> CodeAction {
    CodeAction {
        title,
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic.clone()]),
        edit: edits.map(|edits| page.edit(edits)),
        ..CodeAction::default()
    }
}

fn edit(page: &Page, edit: &Edit) -> TextEdit {
    TextEdit::new(page.sheet.range(edit.span, &page.source.text), edit.text.clone())
}

/// The edit that makes an exception for a finding.
fn allowed(page: &Page, finding: &Finding, judge: Judge) -> TextEdit {
    let text = &page.source.text;
    let at = finding.at.span.start;
    let is_apart = page.document().front_matter().is_some_and(|it| it.start <= at && at < it.end);
    let line = (!is_apart).then(|| page.sheet.line(at, text));
    let form = CommentForm::of(&page.source.name);
    let (at, comment) = allow::comment((text, form), finding, line, page.checked.allowed, judge);
    let at = page.sheet.position(at, text);
    TextEdit::new(Range::new(at, at), comment)
}

/// The text that an action is about, which was kept with it.
pub fn text_of(data: &Value) -> Option<&str> {
    data.get(TEXT)?.as_str()
}

/// The action with its edit; as it was, where its finding is no more.
pub fn resolved(page: &Page, action: CodeAction, judge: Judge) -> CodeAction {
    let chosen = action.data.as_ref().and_then(|it| it.get(FINDING)?.as_str());
    let finding = page.checked.findings.iter().find(|it| Some(it.fingerprint.as_str()) == chosen);
    let edit = finding.map(|it| page.edit(vec![allowed(page, it, judge)]));
    CodeAction { edit: edit.or(action.edit.clone()), ..action }
}

/// All questions that the text leaves open, where there are several.
fn all_questions(page: &Page) -> Option<CodeAction> {
    let kind = page.kind()?;
    let open: Vec<&str> =
        page.checked.findings.iter().flat_map(|it| fill::missed(page, it)).map(|it| &*it.name).collect();
    if open.len() < 2 {
        return None;
    }
    let edits = fill::edits(page, |need| open.contains(&&*need.name))?;
    Some(CodeAction {
        title: format!("add all {} of a {}", counted(open.len(), "question"), kind.kind.name),
        kind: Some(CodeActionKind::QUICKFIX),
        edit: Some(page.edit(edits)),
        ..CodeAction::default()
    })
}

/// Everything that may be mended without asking anybody.
fn fix_all(page: &Page, judge: Judge) -> Option<CodeAction> {
    let text = page.source.text.as_str();
    let findings = &page.checked.findings;
    if !findings.iter().any(|it| fix::applicable(it, text, Which::Safe).is_some()) {
        return None;
    }
    let Outcome::Mended(mended) = fix::mend(text, findings, Which::Safe, |it| judge(it, None)) else { return None };
    let (old, new) = difference(text, &mended.text);
    Some(CodeAction {
        title: format!("fix {} that can only mean one thing", counted(mended.fixed, "place")),
        kind: Some(FIX_ALL),
        edit: Some(page.edit(vec![TextEdit::new(page.sheet.range(old, text), new.to_owned())])),
        ..CodeAction::default()
    })
}

/// What differs between two texts, between what both begin and end with.
fn difference<'n>(old: &str, new: &'n str) -> (Span, &'n str) {
    let start = alike(old.chars().zip(new.chars()));
    let (one, other) = (&old[start..], &new[start..]);
    let end = alike(one.chars().rev().zip(other.chars().rev()));
    (Span::new(start, old.len() - end), &new[start..new.len() - end])
}

/// So many bytes are the same before two letters differ.
fn alike(pairs: impl Iterator<Item = (char, char)>) -> usize {
    pairs.take_while(|(one, other)| one == other).map(|it| it.0.len_utf8()).sum()
}
