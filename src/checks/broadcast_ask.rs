//! `rules/who/broadcast-ask.md`

use std::ops::Range;

use crate::document::{Document, Said};
use crate::finding::Findings;
use crate::words::english::{broadcast, person};

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let is_own = |passage: &usize| {
        let passage = &doc.passages()[*passage];
        !passage.quoted && !passage.place.is_heading()
    };
    let may_call = broadcast::find_call(prose.text()).is_some();
    let passages = (0..doc.passages().len()).filter(|index| may_call && is_own(index));
    let calls: Vec<(usize, Range<usize>)> = passages.filter_map(|index| Some((index, call(doc, index)?))).collect();
    for (_, mark) in &calls {
        found.flag(prose.span(mark.clone()), "who of them?");
    }
    for Said { sentence, found: asked, .. } in doc.in_sentences_with(&broadcast::WORDS, broadcast::find) {
        let is_told = calls.binary_search_by_key(&sentence.passage, |it| it.0).is_ok();
        if let Some(asked) = asked.filter(|_| is_own(&sentence.passage) && !is_told) {
            // Where strangers help, that is how one asks, and it is answered as often.
            found.flag(prose.span_in(sentence, &asked), "who of them?").unsure();
        }
    }
}

/// Where a passage calls all of a room, and nobody by name, and asks for something.
fn call(doc: &Document, index: usize) -> Option<Range<usize>> {
    let (prose, range) = (doc.prose(), doc.prose().passage_range(index));
    let text = prose.passage(index);
    let mark = broadcast::find_call(text)?;
    let others = text.replacen(&text[mark.clone()], "", 1);
    let first = prose.sentences().partition_point(|it| it.passage < index);
    let mut sentences = prose.sentences()[first..].iter().take_while(|it| it.passage == index);
    let is_asking = sentences.any(|it| broadcast::asks(prose.said(it)));
    (is_asking && !person::has_handle(&others)).then(|| range.start + mark.start..range.start + mark.end)
}
