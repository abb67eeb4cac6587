//! Where an exception stands that covers one finding and nothing beside it, found by trying: the text is judged with it.

use super::shift::Shift;
use crate::document::CommentForm;
use crate::finding::Finding;
use crate::settle::Checked;
use crate::text::{Span, line_end};

/// Judges another text in the place of this one. Where it is told what was put in, what was found in the text beside others
/// counts as well, at its places there.
pub type Judge<'j> = &'j dyn Fn(&str, Option<Shift>) -> Checked;

/// Where the comment goes, and its text: without a reason, which only its writer knows. So many findings are `allowed`
/// without it. Beside a finding in front matter, which has no `line`, it would be a part of what is said there.
pub fn comment(
    (text, marks): (&str, CommentForm),
    finding: &Finding,
    line: Option<Span>,
    allowed: u32,
    judge: Judge,
) -> (usize, String) {
    let near = line.into_iter().flat_map(|line| [behind(text, line), Some(above(text, line))]);
    let covers = |(at, form): &(usize, Form)| {
        let tried = form.written(&finding.rule, " it is tried", text, marks);
        let shift = Shift { old: Span::new(*at, *at), new: tried.len() };
        let checked = judge(&format!("{}{tried}{}", &text[..*at], &text[*at..]), Some(shift));
        checked.allowed > allowed && checked.findings.iter().all(|it| it.fingerprint != finding.fingerprint)
    };
    // Whatever covers it, nothing reaches farther than this.
    let found = near.flatten().find(covers).unwrap_or_else(|| at_end(text));
    (found.0, found.1.written(&finding.rule, "", text, marks))
}

/// How a comment stands beside what is there.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    /// Behind the words of a line, which it covers.
    Behind,
    /// On a line of its own over the block that it covers, as far in as that is.
    Above(String),
    /// Behind everything, which it covers.
    File,
}

impl Form {
    fn written(&self, rule: &str, reason: &str, text: &str, marks: CommentForm) -> String {
        let eol = line_end(text);
        let verb = if *self == Form::File { "allow-file" } else { "allow" };
        let comment = marks.around(&format!("pingless: {verb} {rule}:{reason}"));
        match self {
            Form::Behind => format!(" {comment}"),
            Form::Above(indent) => format!("{indent}{comment}{eol}"),
            Form::File => format!("{eol}{eol}{comment}{eol}"),
        }
    }
}

/// Behind the words of a line, unless something has to stand last there: the bar of a row, where one cell more takes the
/// table away, the name or the marks of a heading, a hard break.
fn behind(text: &str, line: Span) -> Option<(usize, Form)> {
    let words = line.of(text).trim_end();
    let is_taken = words.ends_with(['|', '}', '#', '\\']) || words.trim_start().starts_with([':', '|']);
    (!is_taken).then_some((line.start + words.len(), Form::Behind))
}

/// Over the lines that hang together with this one.
fn above(text: &str, line: Span) -> (usize, Form) {
    let mut start = line.start;
    for line in text[..line.start].split_inclusive('\n').rev() {
        if line.trim().is_empty() {
            break;
        }
        start -= line.len();
    }
    let first = &text[start..];
    let indent = &first[..first.len() - first.trim_start_matches([' ', '\t']).len()];
    (start, Form::Above(indent.to_owned()))
}

fn at_end(text: &str) -> (usize, Form) {
    (text.trim_end().len(), Form::File)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_to_stand_last_stays_last() {
        let is_taken = |line: &str| behind(line, Span::new(0, line.len())).is_none();
        for line in ["| a | b |\n", "## Title {#id}\n", "## Title ##\n", "by EOD\\\n", ":::tip By EOD\n", "|a|by EOD"] {
            assert!(is_taken(line), "{line}");
        }
        for line in ["Do it by EOD.\n", "## Title\n", "- by EOD"] {
            assert!(!is_taken(line), "{line}");
        }
    }
}
