//! `rules/ask/no-clear-ask.md`

use crate::document::{Document, Sentence};
use crate::finding::Findings;
use crate::words::english::{ask, notice};

/// Fewer words are a remark in a conversation.
const FEWEST_WORDS: usize = 10;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let text = |sentence: &Sentence| prose.said(sentence);
    if notice::is_reply(prose.text()) {
        return;
    }
    if let [only] = prose.sentences()
        && !notice::is_notice(text(only))
        && !ask::is_stated(text(only))
    {
        let at = prose.span(only.range.clone());
        if notice::is_handed_over(text(only)) {
            found.flag(at, "to review, to merge, or only to know?");
            return;
        }
    }
    let is_said = |it: &Sentence| ask::is_ask(text(it)) || notice::is_notice(text(it));
    // Few tell of any, and those alone are asked what they ask for.
    let trouble = prose.sentences().iter().find(|it| notice::is_trouble(text(it)));
    let is_asked = || prose.sentences().iter().any(is_said);
    if let Some(trouble) = trouble.filter(|_| doc.has_words(FEWEST_WORDS) && !is_asked()) {
        // A remark in a conversation reads the same, and who is handed a fault with all its evidence knows what to do.
        found.flag(prose.span(trouble.range.clone()), "what should be done about it?").unsure();
    }
}
