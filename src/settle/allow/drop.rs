//! How an exception that allows nothing is taken out of its text, and whether anything else could change by it.

use super::Allow;
use crate::document::Document;
use crate::finding::Flag;
use crate::text::Span;
use crate::words::near;

/// Nobody names more rules in one exception: each is looked for in the list.
const MOST_NAMES: usize = 50;

/// Offers to take one rule out of an exception, or all of it where it names no other.
pub fn offer(doc: &Document, allow: &Allow, number: usize, flag: &mut Flag) {
    let rule = &allow.rules[number];
    if allow.rules.len() > MOST_NAMES {
        return;
    }
    if allow.rules.len() > 1 {
        if let Some(span) = name(doc, allow, number) {
            let title = format!("take `{rule}` out");
            match is_deep(doc, allow.comment) || may_be_code(doc.text(), allow.comment) {
                true => flag.suggest(title, span, ""),
                false => flag.fix(title, span, ""),
            };
        }
        return;
    }
    let title = "delete the comment";
    match whole(doc, allow.comment) {
        Cut::Unseen(span) => flag.fix(title, span, ""),
        Cut::Seen(span) => flag.suggest(title, span, ""),
    };
}

/// Bytes. What stands further from the start of its line no person put there, and what stands before it is not looked at.
const FAR: usize = 4096;

/// Whether it stands so far in that its line may be code to another reader of Markdown.
fn is_deep(doc: &Document, comment: Span) -> bool {
    let line = doc.lines().around(comment.start, doc.text());
    if comment.start - line.start > FAR {
        return true;
    }
    let before = Span::new(line.start, comment.start).of(doc.text());
    let indent = &before[..before.len() - before.trim_start().len()];
    indent.starts_with("    ") || indent.contains('\t')
}

/// The name of a rule in the list, with what parts it from its neighbour.
fn name(doc: &Document, allow: &Allow, number: usize) -> Option<Span> {
    let text = doc.at(allow.comment);
    let is_part = |it: char| it.is_alphanumeric() || it == '-' || it == '_';
    let list = text.find("allow").map(|at| at + text[at..].find(|it| !is_part(it)).unwrap_or(0))?;
    let end = list + text[list..].find(':').filter(|_| !text[list..].starts_with(':'))?;
    let mut names = Vec::new();
    let mut at = list;
    for word in text[list..end].split([',', ' ']) {
        if !word.trim().is_empty() {
            let span = Span::new(at, at + word.len()).trimmed(text);
            names.push(span);
        }
        at += word.len() + 1;
    }
    let known =
        names.len() == allow.rules.len() && names.iter().zip(&allow.rules).all(|(it, rule)| it.of(text) == rule);
    let span = match (names.get(number + 1), number.checked_sub(1).map(|it| names[it])) {
        (Some(next), _) => Span::new(names[number].start, next.start),
        (None, Some(before)) => Span::new(before.end, names[number].end),
        (None, None) => return None,
    };
    known.then(|| span.after(allow.comment.start))
}

/// What is cut out with a comment.
enum Cut {
    /// No reader sees a difference.
    Unseen(Span),
    /// What stands around the comment may come together.
    Seen(Span),
}

fn whole(doc: &Document, comment: Span) -> Cut {
    let text = doc.text();
    let first = doc.lines().around(comment.start, text);
    let last = doc.lines().around(comment.end, text);
    let before = Span::new(first.start.max(mark(text)).min(comment.start), comment.start).of(text);
    let behind = Span::new(comment.end, last.end).of(text);
    // So would a backslash.
    if is_deep(doc, comment) || before.trim_end().ends_with('\\') {
        return Cut::Seen(comment);
    }
    if is_blank(before) && is_blank(behind) {
        return lines(doc, comment);
    }
    if is_blank(before) {
        // A line that begins with a comment is HTML to its end.
        return Cut::Seen(comment);
    }
    // Two spaces at the end of a line would break it.
    let space = before.len() - before.trim_end_matches([' ', '\t']).len();
    let is_doubled = is_blank(behind) || behind.starts_with([' ', '\t']);
    let start = comment.start - if is_doubled { space } else { 0 };
    // Two spaces behind it do break it, and stay.
    let end = if is_blank(behind) && behind.len() < 2 { last.end } else { comment.end };
    // Behind nothing but the mark of a quote or an item, or behind HTML, the comment is a block. A tick is one letter.
    match before.chars().filter(|it| it.is_alphabetic()).nth(1).is_some()
        && !meets(text, start, end)
        && !may_be_code(text, comment)
        && !before.contains('<')
        && !before.contains("-->")
        && !is_begun(text, comment, before, behind)
    {
        true => Cut::Unseen(Span::new(start, end)),
        false => Cut::Seen(comment),
    }
}

/// Whether a line without its comment would be another thing: the end of what defines where a name leads, or a heading whose
/// last marks are no words any more.
fn is_begun(text: &str, comment: Span, before: &str, behind: &str) -> bool {
    let is_closed = || [before, behind].iter().any(|it| it.trim_end().ends_with('#'));
    near::behind(&text[..comment.start]).contains("]:") || before.trim_start().starts_with('#') && is_closed()
}

/// What Markdown calls blank: other white space is seen.
fn is_blank(text: &str) -> bool {
    text.chars().all(|it| matches!(it, ' ' | '\t' | '\r' | '\n'))
}

/// Whether the comment may be code to another reader of Markdown: in the lines around it a tick has no other half on its side, or
/// there are as many as open a fence.
fn may_be_code(text: &str, comment: Span) -> bool {
    let above = near::behind(&text[..comment.start]).rsplit("\n\n").next();
    let below = near::ahead(&text[comment.end..]).split("\n\n").next();
    let is_doubtful = |it: &str| it.matches('`').count() % 2 == 1 || it.contains("```");
    above.into_iter().chain(below).any(is_doubtful)
}

/// Whether a mark comes to stand beside another letter where something is cut out: two ticks open other code than one.
fn meets(text: &str, start: usize, end: usize) -> bool {
    let (left, right) = (text[..start].chars().next_back(), text[end..].chars().next());
    let is_mark = |it: char| it.is_ascii_punctuation();
    // Beside a blank they open and close otherwise than beside a comment.
    let is_emphasis = |it: char| matches!(it, '*' | '_' | '~');
    if left.is_some_and(is_emphasis) || right.is_some_and(is_emphasis) {
        return true;
    }
    left.zip(right).is_some_and(|(left, right)| {
        !left.is_whitespace() && !right.is_whitespace() && (is_mark(left) || is_mark(right))
    })
}

/// The bytes of the byte order mark.
fn mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// A comment that has its lines for itself goes with them, and with one of the blank lines around it.
fn lines(doc: &Document, comment: Span) -> Cut {
    let (text, lines) = (doc.text(), doc.lines());
    let (first, last) = (lines.index(comment.start), lines.index(comment.end));
    let line = |number: usize| {
        let line = lines.span(number, text);
        Span::new(line.start.max(mark(text)).min(line.end), line.end)
    };
    let is_blank = |number: usize| is_blank(line(number).of(text));
    // From the comment on: what stands above it is looked at once for all of them.
    let is_first = (0..first).rev().all(is_blank);
    let is_last = (last + 1..lines.count()).all(is_blank);
    let is_open_above = is_first || is_blank(first - 1);
    let is_open_below = is_last || is_blank(last + 1);
    let start = line(first).start;
    if !is_open_above && !is_open_below {
        // An empty line keeps apart what the comment kept apart.
        return Cut::Seen(Span::new(start, lines.around(comment.end, text).end));
    }
    let span = match (is_open_above, is_open_below) {
        (true, true) if last + 1 < lines.count() && !is_last => Span::new(start, line(last + 1).end),
        (true, true) if !is_first => Span::new(line(first - 1).start, line(last).end),
        _ => Span::new(start, line(last).end),
    };
    // A list goes on over blank lines where nothing ends it any more.
    let is_item = |it: &str| is_item(it.trim_start());
    let next = (last + 1..lines.count()).find(|it| !is_blank(*it)).map(|it| line(it).of(text));
    let last_item = || doc.items().partition_point(|it| it.span.start < comment.start).checked_sub(1);
    let ends_before = |end: usize| doc.at(Span::new(end.min(comment.start), comment.start)).trim().is_empty();
    let is_behind_item = || last_item().is_some_and(|it| ends_before(doc.items()[it].span.end));
    // An item that holds it has one block less without it, and may be set closer.
    let is_inside = start < comment.start;
    let goes_on = next.is_some_and(|it| it.starts_with([' ', '\t']) || is_item(it) && is_behind_item());
    // At the beginning of a text a rule between parts would open front matter.
    let opens = text[span.end..].starts_with(['-', '+']) && is_first;
    if goes_on || opens || is_inside { Cut::Seen(span) } else { Cut::Unseen(span) }
}

fn is_item(line: &str) -> bool {
    let marked = line.trim_start_matches(|it: char| it.is_ascii_digit());
    let is_numbered = marked.len() < line.len() && marked.starts_with(['.', ')']);
    is_numbered || line.starts_with(['-', '*', '+'])
}
