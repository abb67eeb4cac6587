//! `rules/who/broadcast-ask.md`

use crate::document::Document;
use crate::finding::Findings;
use crate::words::english::{broadcast, person};

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    for (index, passage) in doc.passages().iter().enumerate() {
        if passage.quoted || passage.place.is_heading() {
            continue;
        }
        let range = prose.passage_range(index);
        let text = &prose.text()[range.clone()];
        let sentences = prose.sentences();
        let first = sentences.partition_point(|it| it.range.end <= range.start);
        let inside = || sentences[first..].iter().take_while(|it| it.range.start < range.end);
        if let Some(mark) = broadcast::find_call(text) {
            let others = text.replacen(&text[mark.clone()], "", 1);
            if inside().any(|it| broadcast::asks(prose.said(it))) && !person::has_handle(&others) {
                found.flag(prose.span(range.start + mark.start..range.start + mark.end), "who of them?");
                continue;
            }
        }
        for sentence in inside() {
            if let Some(asked) = broadcast::find(prose.said(sentence)) {
                // Where strangers help, that is how one asks, and it is answered as often.
                found.flag(prose.span_in(sentence, &asked), "who of them?").unsure();
            }
        }
    }
}
