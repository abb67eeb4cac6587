//! The one comment that a pull request or an issue is given: what its own text leaves open, and headings that would
//! answer it.

use super::{fence, rule, words};
use crate::finding::Level;
use crate::report::cap::{self, Cap};
use crate::report::summary::{Summary, found};
use crate::report::url;
use crate::rule::{Catalog, Check};
use crate::settle::Report;
use crate::text::Origin;

/// By this its writer finds the comment again.
pub const MARKER: &str = "<!-- pingless:comment -->";

/// Empty where there is nothing to say.
pub fn print(report: &Report, catalog: &Catalog, cap: &Cap) -> String {
    let shown = cap::single(report, cap);
    let (texts, files): (Vec<_>, Vec<_>) = shown.into_iter().partition(|it| it.document.origin != Origin::File);
    if texts.iter().all(|it| it.findings.is_empty()) {
        return String::new();
    }
    let mut out = format!("{MARKER}\nA reader in another time zone would have to ask:\n\n");
    let mut headings = Vec::new();
    for (finding, _) in texts.iter().flat_map(|it| &it.findings) {
        let rule = rule(&finding.rule, url::of(&finding.rule, catalog).as_deref());
        out.push_str(&format!("- **{}** {} ({rule})\n", words(&finding.question), words(&finding.message)));
        headings.extend(heading(&finding.rule, &finding.question, catalog));
    }
    let left: usize = texts.iter().map(|it| it.left).sum();
    if left > 0 {
        out.push_str(&format!("- and {left} more\n"));
    }
    headings.dedup();
    if !headings.is_empty() {
        out.push_str(&format!("\nReady to paste:\n\n{}", fence("md", &headings.join("\n"))));
    }
    let mut others = Summary::default();
    for (level, finding) in files.iter().flat_map(|it| &it.document.findings).map(|it| (it.level, it)) {
        let _ = finding;
        match level {
            Level::Error => others.errors += 1,
            Level::Warn => others.warnings += 1,
            Level::Note => others.notes += 1,
        }
    }
    if others.errors + others.warnings + others.notes > 0 {
        out.push_str(&format!("\nIn files: {}.\n", found(&others)));
    }
    out
}

/// The heading under which the answer to a missed need is looked for.
fn heading(id: &str, question: &str, catalog: &Catalog) -> Option<String> {
    let Check::Need { need, .. } = &catalog.rule(id)?.check else { return None };
    let (kind, _) = id.split_once('.')?;
    let name = &catalog.kind(kind)?.needs[*need].slot.name;
    Some(format!("## {}\n\n<!-- {question} -->\n", name.replace('-', " ")))
}
