//! What the open questions of a text say of its kind: a contract's own words, left in comments, were put there by us.

use super::{Evidence, Glob, Kind};
use crate::document::Document;
use crate::text::holds;

/// The kind most of whose questions stand in comments. Of kinds that share them, the one with the best other signs.
pub(super) fn read<'k>(
    doc: &Document,
    kinds: &[(&'k Kind, Option<&Glob>)],
    signed: impl Iterator<Item = Evidence<'k>>,
) -> Option<Evidence<'k>> {
    if !holds(doc.text(), "?") || doc.comments().is_empty() {
        return None;
    }
    let asking: Vec<&str> = doc.comments().iter().map(|it| doc.at(it.body)).filter(|it| it.ends_with('?')).collect();
    let count = |kind: &Kind| asking.iter().filter(|it| asks(kind, it)).count();
    let counts: Vec<(&'k Kind, usize)> = kinds.iter().map(|(kind, _)| (*kind, count(kind))).collect();
    let most = counts.iter().map(|(_, count)| *count).max().filter(|most| *most > 0)?;
    let tied = || counts.iter().filter(|(_, count)| *count == most).map(|(kind, _)| *kind);
    let signed = super::strongest(signed.filter(|it| tied().any(|kind| kind.name == it.kind.name)));
    let kind = signed.map(|it| it.kind).or_else(|| tied().next())?;
    let because = vec![format!("it holds {most} of its questions in comments")];
    Some(Evidence { kind, confidence: 1.0, detail: most, because })
}

fn asks(kind: &Kind, comment: &str) -> bool {
    kind.questions.iter().any(|question| is_asked(comment, question))
}

/// Whether a comment is a question, word for word, however its lines were wrapped.
pub fn is_asked(comment: &str, question: &str) -> bool {
    // Most begin with another letter.
    comment.trim_start().bytes().next() == question.bytes().next()
        && comment.ends_with('?')
        && comment.split_whitespace().eq(question.split_whitespace())
}
