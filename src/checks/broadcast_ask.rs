//! `rules/who/broadcast-ask.md`

use std::collections::BTreeMap;
use std::ops::Range;

use crate::document::Document;
use crate::finding::Findings;
use crate::words::english::{broadcast, person};

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let sentences = prose.sentences();
    let asked: BTreeMap<usize, Range<usize>> =
        doc.in_sentences(broadcast::find).filter_map(|it| Some((it.index, it.found?))).collect();
    let has_call = broadcast::find_call(prose.text()).is_some();
    let mut next = 0;
    for (index, passage) in doc.passages().iter().enumerate() {
        let first = next + sentences[next..].iter().take_while(|it| it.passage < index).count();
        next = first + sentences[first..].iter().take_while(|it| it.passage == index).count();
        if passage.quoted || passage.place.is_heading() {
            continue;
        }
        let range = prose.passage_range(index);
        let text = prose.passage(index);
        if let Some(mark) = has_call.then(|| broadcast::find_call(text)).flatten() {
            let others = text.replacen(&text[mark.clone()], "", 1);
            let is_asking = sentences[first..next].iter().any(|it| broadcast::asks(prose.said(it)));
            if is_asking && !person::has_handle(&others) {
                found.flag(prose.span(range.start + mark.start..range.start + mark.end), "who of them?");
                continue;
            }
        }
        for (sentence, asked) in asked.range(first..next) {
            // Where strangers help, that is how one asks, and it is answered as often.
            found.flag(prose.span_in(&sentences[*sentence], asked), "who of them?").unsure();
        }
    }
}
