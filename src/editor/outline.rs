//! The outline of a text: its headings, each around those below it.

use lsp_types::{DocumentSymbol, SymbolKind};

use super::Page;
use crate::text::Span;

/// More headings than this are scrolled through by nobody, and each takes two hundred bytes of an answer.
const MOST: usize = 10_000;

/// The outermost headings with all that they hold.
pub fn of(page: &Page) -> Vec<DocumentSymbol> {
    let doc = page.document();
    let text = doc.text();
    let mut open: Vec<(Option<usize>, DocumentSymbol)> = Vec::new();
    let mut top = Vec::new();
    for (index, section) in doc.sections().iter().enumerate().take(MOST) {
        while open.last().is_some_and(|(at, _)| *at != section.parent) {
            close(&mut open, &mut top);
        }
        let line = page.sheet.line(section.heading.start, text);
        let whole = Span::new(line.start.min(section.heading.start), section.body.end.max(section.heading.end));
        open.push((Some(index), symbol(page, &section.title, whole, section.heading)));
    }
    while !open.is_empty() {
        close(&mut open, &mut top);
    }
    top
}

/// The last open heading holds no more.
fn close(open: &mut Vec<(Option<usize>, DocumentSymbol)>, top: &mut Vec<DocumentSymbol>) {
    let Some((_, done)) = open.pop() else { return };
    match open.last_mut() {
        Some((_, around)) => around.children.get_or_insert_default().push(done),
        None => top.push(done),
    }
}

fn symbol(page: &Page, title: &str, whole: Span, heading: Span) -> DocumentSymbol {
    let text = &page.source.text;
    // Editors refuse a name of nothing.
    let name = Some(title.trim()).filter(|it| !it.is_empty()).unwrap_or("(no words)").to_owned();
    #[expect(deprecated, reason = "the form has the field")]
    DocumentSymbol {
        name,
        detail: None,
        kind: SymbolKind::STRING,
        tags: None,
        deprecated: None,
        range: page.sheet.range(whole, text),
        selection_range: page.sheet.range(heading, text),
        children: None,
    }
}
