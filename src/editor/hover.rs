//! What somebody learns about the words under the pointer: why a rule asks, and which moments a time can mean for whom.

use std::ops::Range;

use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind};

use super::Page;
use crate::document::Document;
use crate::finding::Finding;
use crate::report::{explain, url, when};
use crate::text::Span;
use crate::words::date;
use crate::words::english::deadline;
use crate::words::english::reading::{self, Setting};
use crate::words::english::when::read;
use crate::words::time_of_day::clock_times;

/// What is known at an offset. `is_marked` readers see Markdown, others plain text.
pub fn at(page: &Page, offset: usize, is_marked: bool) -> Option<Hover> {
    let here = |it: &&Finding| it.at.span.start <= offset && offset <= it.at.span.end;
    let finding = page.checked.findings.iter().filter(here).min_by_key(|it| it.at.span.len());
    let time = time(&page.document(), offset);
    let span = finding.map(|it| it.at.span).or(time.as_ref().map(|it| it.0))?;
    // What a stranger's page says is shown as words: nothing in it is a link or a picture.
    let is_ours = finding.is_none_or(|it| page.catalog.rule(&it.rule).is_some_and(|rule| rule.is_builtin));
    let is_marked = is_marked && is_ours;
    let time = time.map(|(_, told)| if is_marked { format!("```text\n{told}```\n") } else { told });
    let rule = finding.and_then(|it| explained(page, it, is_marked));
    let value = [time, rule].into_iter().flatten().collect::<Vec<_>>().join("\n");
    let kind = if is_marked { MarkupKind::Markdown } else { MarkupKind::PlainText };
    let contents = HoverContents::Markup(MarkupContent { kind, value });
    Some(Hover { contents, range: Some(page.sheet.range(span, &page.source.text)) })
}

/// The page of a rule.
fn explained(page: &Page, finding: &Finding, is_marked: bool) -> Option<String> {
    let rule = page.catalog.rule(&finding.rule)?;
    let told = page.catalog.pages.get(rule.page)?;
    if !is_marked {
        return Some(explain::page(told, page.catalog));
    }
    let name = match url::rule(rule, page.catalog) {
        Some(url) => format!("[`{}`]({url})", rule.id),
        None => format!("`{}`", rule.id),
    };
    Some(format!("**{name}**: {}\n\n{}", finding.question, explain::body(told)))
}

/// What the time at an offset can mean, and where it stands.
fn time(doc: &Document, offset: usize) -> Option<(Span, String)> {
    let prose = doc.prose();
    let passage = doc.passages().iter().position(|it| it.span.start <= offset && offset <= it.span.end)?;
    for sentence in prose.sentences().iter().filter(|it| it.passage == passage) {
        let text = prose.said(sentence);
        for range in phrases(text) {
            let span = prose.span_in(sentence, &range);
            if !(span.start <= offset && offset <= span.end) {
                continue;
            }
            let setting = Setting {
                written: doc.written_at(span.start),
                is_zone_stated: doc.declares_zone(),
                readers: doc.readers(),
            };
            let phrase = &text[range];
            let Ok(reading) = read(phrase, &setting, None) else { continue };
            let answer = when::answer(phrase, &reading, &setting);
            return (!answer.needs_day()).then(|| (span, when::human(&answer)));
        }
    }
    None
}

/// The times in a sentence: deadlines with all their words, then days and hours, those that stand side by side as one.
fn phrases(text: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = date::mentions(text).into_iter().map(|it| it.range).collect();
    parts.extend(clock_times(text));
    parts.sort_by_key(|it| it.start);
    let mut out: Vec<Range<usize>> = deadline::find(text).into_iter().map(|it| it.range).collect();
    let mut times: Vec<Range<usize>> = Vec::new();
    for part in parts {
        match times.last_mut() {
            Some(last) if part.start <= last.end + NEAR => last.end = last.end.max(part.end),
            _ => times.push(part),
        }
    }
    out.extend(times.into_iter().map(|it| it.start..with_zone(text, it.end)));
    out
}

/// So many bytes may stand between a day and its hour: ", at ".
const NEAR: usize = 5;

/// Where a time ends with the name of the zone behind it.
fn with_zone(text: &str, end: usize) -> usize {
    let behind = &text[end..];
    let word = behind.trim_start().split([' ', ',', ';', ')']).next().unwrap_or_default().trim_end_matches('.');
    let is_zone = behind.starts_with(' ') && !reading::zones(word).is_empty();
    if is_zone { end + 1 + word.len() } else { end }
}
