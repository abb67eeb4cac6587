//! A finding as an editor shows it: under the words that it is about, with the question that a reader would ask.

use lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    NumberOrString, Range, Uri,
};
use serde_json::json;

use super::Page;
use crate::finding::{Elsewhere, Finding, Level};
use crate::report::{escape, told, url};

/// What an editor calls us.
pub const SOURCE: &str = "pingless";

/// Where another text lies: its address, and the range of a place in it.
pub type Find<'f> = &'f dyn Fn(&Elsewhere) -> Option<(Uri, Range)>;

/// The findings of a text, in their order.
pub fn all(page: &Page, find: Find) -> Vec<Diagnostic> {
    page.checked.findings.iter().map(|it| one(page, it, find)).collect()
}

pub fn one(page: &Page, finding: &Finding, find: Find) -> Diagnostic {
    Diagnostic {
        range: page.sheet.range(finding.at.span, &page.source.text),
        severity: Some(severity(finding.level)),
        code: Some(NumberOrString::String(finding.rule.clone())),
        code_description: explained(page, &finding.rule),
        source: Some(SOURCE.to_owned()),
        message: escape::lines(&told::words(finding)).into_owned(),
        related_information: Some(related(page, finding, find)).filter(|it| !it.is_empty()),
        tags: is_superfluous(finding).then(|| vec![DiagnosticTag::UNNECESSARY]),
        data: Some(json!({ "fingerprint": finding.fingerprint })),
    }
}

fn severity(level: Level) -> DiagnosticSeverity {
    match level {
        Level::Error => DiagnosticSeverity::ERROR,
        Level::Warn => DiagnosticSeverity::WARNING,
        Level::Note => DiagnosticSeverity::INFORMATION,
    }
}

fn explained(page: &Page, rule: &str) -> Option<CodeDescription> {
    let href = url::of(rule, page.catalog)?.parse().ok()?;
    Some(CodeDescription { href })
}

fn related(page: &Page, finding: &Finding, find: Find) -> Vec<DiagnosticRelatedInformation> {
    let text = &page.source.text;
    let here = finding.related.iter().map(|it| DiagnosticRelatedInformation {
        location: Location::new(page.uri.clone(), page.sheet.range(it.span, text)),
        message: escape::lines(&it.text).into_owned(),
    });
    let there = finding.elsewhere.iter().filter_map(|it| {
        let (uri, range) = find(it)?;
        let message = escape::lines(&it.label).into_owned();
        Some(DiagnosticRelatedInformation { location: Location::new(uri, range), message })
    });
    here.chain(there).collect()
}

/// What is found is in the text for nothing: the one way to mend it is to take it out.
fn is_superfluous(finding: &Finding) -> bool {
    finding.fix().is_some_and(|it| it.safe && it.edits.iter().all(|edit| edit.text.is_empty()))
}
