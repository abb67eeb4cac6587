//! `rules/ask/oversized-request.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::words::english::ask;
use crate::words::sentence::count_words;

/// Whoever reads more than this for one answer would rather be called.
const LONG: usize = 500;
/// An ask among the first words says what the rest is for.
const OPENING: usize = 120;
/// Words that announce what a long text comes down to.
const SUMMARIES: &[&str] = &["summary", "tl;dr", "tldr", "tl dr", "ask", "question", "request", "in short", "abstract"];

pub fn check(doc: &Document, found: &mut Findings) {
    let words = doc.word_count();
    if words <= LONG || !doc.under(SUMMARIES).is_empty() {
        return;
    }
    let prose = doc.prose();
    let asks = doc.in_sentences(ask::find).map(|it| it.sentence).filter(|it| !it.place.is_heading());
    let asks: Vec<_> = asks.take(2).collect();
    let [only] = asks.as_slice() else { return };
    let before = count_words(&prose.text()[..only.range.start]);
    let is_summed_up = SUMMARIES.iter().take(4).any(|it| prose.text().to_lowercase().contains(it));
    if before > OPENING && !is_summed_up {
        let flag = found.flag(prose.span(only.range.clone()), format!("the one ask in {words} words"));
        flag.unsure();
    }
}
