//! Assumptions in the comments of any text: code, configuration. One scan for a literal; no language is parsed.

use super::{Constant, Form, Import};
use std::ops::Range;

use crate::fact::expression::Effort;
use crate::fact::marker::Key;
use crate::fact::{Marker, Verb, constant as written};
use crate::summary::{Problem, Spot, Summary};
use crate::text::{MARK, Name, border, line_start};

/// What comments begin with, longest first where one ends another.
const OPENS: &[&str] = &["<!--", "//!", "///", "//", "/**", "/*", "(*", "{-", "{#", "--", "#:", "#"];

/// What comments begin with that only begin one where nothing stands before it.
const FIRST: &[&str] = &[";;", ";", "%", "*", "'", "REM", "rem", "..", "\""];

/// What comments end with.
const CLOSES: &[&str] = &["-->", "*/", "*)", "-}", "#}", "%}"];

impl Summary {
    /// What is kept of a text that is no document: what it assumes. None where it assumes nothing.
    pub fn of_plain(name: impl Into<Name>, path: &str, text: &str) -> Option<Self> {
        let name = name.into();
        let mut summary =
            Self { name: Self::other_name(&name, path), path: name.or(path), is_plain: true, ..Self::default() };
        let (mut counted, mut tries) = (Counted::default(), Tries::of(text));
        let mut from = 0;
        while let Some(found) = text[from..].find(MARK) {
            let mark = from + found;
            from = mark + MARK.len();
            read(text, mark, &mut counted, &mut tries, &mut summary);
        }
        if let Some(problem) = tries.untried.take() {
            summary.problems.push(problem);
        }
        summary.head = counted.spot(text, 0, text.lines().next().map_or(0, str::len));
        (!summary.imports.is_empty() || !summary.problems.is_empty()).then_some(summary)
    }
}

/// Counts lines as it goes, so that a text is read once.
#[derive(Default)]
struct Counted {
    at: usize,
    lines: u32,
}

impl Counted {
    fn spot(&mut self, text: &str, start: usize, end: usize) -> Spot {
        let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let passed = &text.as_bytes()[start.min(self.at)..start.max(self.at)];
        let passed = small(passed.iter().filter(|it| **it == b'\n').count());
        self.lines = match start < self.at {
            true => self.lines.saturating_sub(passed),
            false => self.lines.saturating_add(passed),
        };
        self.at = start;
        Spot { start: small(start), end: small(end), line: self.lines.saturating_add(1) }
    }
}

fn read(text: &str, mark: usize, counted: &mut Counted, tries: &mut Tries, summary: &mut Summary) {
    let line = line_start(text, mark);
    let Some(code) = before_comment(&text[line..mark]) else { return };
    let end = mark + text[mark..].find(['\n', '\r']).unwrap_or(text.len() - mark);
    let start = mark + MARK.len();
    let start = start + (text[start..end].len() - text[start..end].trim_start().len());
    let body = without_close(&text[start..end]);
    let whole = mark..start + body.len();
    let mut wrong = |range: Range<usize>, said: String| {
        let spot = counted.spot(text, range.start, range.end);
        summary.problems.push(Problem { spot, text: said });
    };
    let marker = match Marker::read(body) {
        None => return,
        Some(Err(it)) => return wrong(moved(&it.range, start), format!("{}; {}", it.what, it.cure)),
        Some(Ok(marker)) if marker.verb == Verb::Fact => {
            return wrong(whole, "facts are declared in documents, for people; write `assumes` here".to_owned());
        }
        Some(Ok(marker)) => marker,
    };
    let sought = marker.part(Key::At).map(|it| moved(&it.range, start));
    let mut spot = |range: Range<usize>| counted.spot(text, range.start, range.end);
    let mut import = Import::of(&marker, |_| Spot::default(), spot(whole), Form::Marker);
    import.id_spot = spot(moved(&marker.id.range, start));
    import.spot = spot(moved(&marker.value.as_ref().unwrap_or(&marker.id).range, start));
    import.seen_spot = marker.part(Key::Seen).map(|it| spot(moved(&it.range, start)));
    import.constant = sought.filter(|it| tries.goes_on(|| spot(it.clone()))).map(|sought| {
        let found = constant(text, line..line + code, end, &marker, written::is_program(&summary.path), tries);
        let (range, value) = found.map_or((sought, None), |(range, value)| (range, Some(value)));
        Constant { value, spot: spot(range) }
    });
    summary.imports.push(import);
}

/// The expressions of one text as they are tried, one after the other.
pub struct Tries {
    effort: Effort,
    /// The first that is not tried, as those before it took all that a text may.
    pub untried: Option<Problem>,
}

impl Tries {
    pub fn of(text: &str) -> Self {
        Self { effort: Effort::for_text(text.len()), untried: None }
    }

    /// Whether one more is tried; the first that is not stands at this place.
    pub fn goes_on(&mut self, spot: impl FnOnce() -> Spot) -> bool {
        const SAID: &str =
            "the expressions of this text take too long: none from here on is tried, until they are shorter";
        if self.effort.is_spent() {
            self.untried.get_or_insert_with(|| Problem { spot: spot(), text: SAID.to_owned() });
        }
        !self.effort.is_spent()
    }
}

fn moved(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// Bytes of a line with a constant. A longer one is read in part: it may hold as many markers.
const LONGEST_LINE: usize = 500;

/// What the expression of a marker finds before its comment, or on the next line: its first group, or all of it.
pub fn constant(
    text: &str,
    before: Range<usize>,
    end: usize,
    marker: &Marker,
    is_program: bool,
    tries: &mut Tries,
) -> Option<(Range<usize>, String)> {
    let at = marker.at()?;
    let unit = marker.part(Key::Unit).map(|it| it.text.as_str());
    let before = border(text, before.start.max(before.end.saturating_sub(LONGEST_LINE)))..before.end;
    let next = next_line(text, end);
    let next = next.start..border(text, next.end.min(next.start + LONGEST_LINE));
    [before, next].into_iter().find_map(|line| {
        let found = moved(&at.find(&text[line.clone()], &mut tries.effort)?, line.start);
        let whole = with_quotes(text, found.clone());
        let (found, whole) = match written::goes_on(text.get(whole.end..line.end).unwrap_or_default()) {
            true => (found.start..line.end, whole.start..line.end),
            false => (found, whole),
        };
        let said = moved(&written::said(&text[found.clone()]), found.start);
        Some((said, written::read(&text[whole], unit, is_program)))
    })
}

/// A string with the quotes that an expression left out: `"(.+)"`.
fn with_quotes(text: &str, found: Range<usize>) -> Range<usize> {
    let before = text[..found.start].chars().next_back().filter(|it| matches!(it, '"' | '\''));
    let is_string = before.is_some_and(|it| text[found.end..].starts_with(it) && !text[found.clone()].contains(it));
    if is_string { found.start - 1..found.end + 1 } else { found }
}

/// How much of a line is code before a comment that ends here; none where no comment has begun.
fn before_comment(line: &str) -> Option<usize> {
    let text = line.trim_end();
    if FIRST.contains(&text.trim_start()) {
        return Some(0);
    }
    let open = OPENS.iter().find(|it| text.ends_with(**it))?;
    let code = &text[..text.len() - open.len()];
    // What a program prints or tests is no comment.
    let is_quoted = code.ends_with(['"', '\'', '`', '\\']);
    (!is_quoted).then_some(code.len())
}

fn without_close(body: &str) -> &str {
    let body = body.trim_end();
    let close = CLOSES.iter().find(|it| body.ends_with(**it));
    close.map_or(body, |it| body[..body.len() - it.len()].trim_end())
}

/// The next line that is not blank and holds no other marker.
fn next_line(text: &str, end: usize) -> Range<usize> {
    /// Nobody puts more blank lines and markers above a constant.
    const MOST: usize = 100;
    let mut at = end;
    // So many markers may stand on one line that none may look for its end.
    if !text[end..border(text, end + LONGEST_LINE)].contains(['\n', '\r']) {
        return end..end;
    }
    for line in text[end..].split_inclusive(['\n', '\r']).take(MOST) {
        let start = at;
        at += line.len();
        if start > end && !line.trim().is_empty() && !line.contains(MARK) && !CLOSES.contains(&line.trim()) {
            return start..start + line.trim_end_matches(['\n', '\r']).len();
        }
    }
    text.len()..text.len()
}
