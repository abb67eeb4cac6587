//! `rules/refer/undefined-placeholder.md`

use std::cell::LazyCell;
use std::collections::HashSet;

use crate::document::Document;
use crate::finding::Findings;
use crate::text::Span;
use crate::words::english::blank::{self, Blank};
use crate::words::english::shell;

/// A page with more blanks is a form.
const MOST_BLANKS: usize = 50;

pub fn check(doc: &Document, found: &mut Findings) {
    let page = LazyCell::new(|| Page::of(doc));
    let mut seen: HashSet<String> = HashSet::new();
    for code in doc.code().iter().filter(|code| shell::is_commands(&code.info, doc.at(code.body))) {
        for blank in blank::find(doc.at(code.body)) {
            if seen.len() == MOST_BLANKS {
                return;
            }
            if !seen.insert(blank.name.clone()) || page.explains(&blank) {
                continue;
            }
            let span = Span::from(blank.range).after(code.body.start);
            found.flag(span, "nothing here says what goes there").unsure();
        }
    }
}

/// What a page says outside of the commands that have blanks.
struct Page {
    /// All of it in small letters.
    text: String,
    /// Names that a command or a line of the page sets.
    set: HashSet<String>,
}

impl Page {
    fn of(doc: &Document) -> Self {
        let mut text = String::with_capacity(doc.text().len());
        let mut at = 0;
        for code in doc.code().iter().filter(|code| shell::is_commands(&code.info, doc.at(code.body))) {
            for blank in blank::find(doc.at(code.body)) {
                // A command that asks for a value does not tell it. A comment behind it may.
                let span = Span::from(blank.range).after(code.body.start);
                let line = doc.line_around(span.start);
                // A line is read once, however many blanks it has.
                if line.start < at {
                    continue;
                }
                let end = line.start + blank::comment(doc.at(line)).unwrap_or(line.end - line.start);
                text.push_str(&doc.text()[at..line.start]);
                at = end.max(line.start);
            }
        }
        text.push_str(&doc.text()[at..]);
        let is_border = |it: char| it.is_whitespace() || matches!(it, '(' | '`' | '"' | '\'' | ';');
        let words = doc.text().split(is_border);
        let set = words.filter_map(|word| word.split_once('=').map(|(name, _)| name.trim_end_matches([':', '?'])));
        let set = set.map(str::to_lowercase).collect();
        Self { text: text.to_lowercase(), set }
    }

    fn explains(&self, blank: &Blank) -> bool {
        let name = blank.name.to_lowercase();
        let words = blank.words();
        words.is_empty()
            || blank.is_variable && (self.set.contains(&name) || self.text.contains(&name))
            || words.iter().any(|word| blank::is_spoken_of(word, &self.text))
    }
}
