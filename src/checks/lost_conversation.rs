//! `rules/refer/lost-conversation.md`

use crate::document::{Document, Place, Sentence};
use crate::finding::Findings;
use crate::text::Span;
use crate::words::english::conversation;
use crate::words::near::{ahead, behind};

/// A sentence of more words than these says itself what the linked message says.
const MOST_TOPIC_WORDS: usize = 3;

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let mut talks = Vec::new();
    for sentence in prose.sentences().iter().filter(|it| !matches!(it.place, Place::Heading(_))) {
        let text = &prose.text()[sentence.range.clone()];
        let Some(range) = conversation::find(text) else { continue };
        if !conversation::has_outcome(text) && !has_public_link(doc, sentence) {
            talks.push(prose.span(sentence.range.start + range.start..sentence.range.start + range.end));
        }
    }
    flag(found, talks, "what was said there?");
    let links = doc.links().iter().map(|link| (link.span, link.target.as_str()));
    let links = links.filter(|(span, target)| conversation::is_chat_message(target) && is_bare(doc, *span));
    flag(found, links.map(|(span, _)| span).collect(), "only members can open this");
}

fn flag(found: &mut Findings, places: Vec<Span>, label: &str) {
    let Some((first, further)) = places.split_first() else { return };
    let flag = found.flag(*first, label);
    for span in further {
        flag.and(*span, "here as well");
    }
}

/// Whether nothing but a topic stands beside an address: what was said is behind it alone.
fn is_bare(doc: &Document, link: Span) -> bool {
    let prose = doc.prose();
    let at = prose.clean_range(link).start;
    let Some(sentence) = prose.sentence_at(at) else { return true };
    let before = conversation::words_beside_chat(behind(&prose.text()[sentence.range.start..at]));
    before + conversation::words_beside_chat(ahead(&prose.text()[at..sentence.range.end])) <= MOST_TOPIC_WORDS
}

/// Whether the sentence leads to a place that everybody can read.
fn has_public_link(doc: &Document, sentence: &Sentence) -> bool {
    let span = doc.prose().span(sentence.range.clone());
    let first = doc.links().partition_point(|link| link.span.end <= span.start);
    let inside = doc.links()[first..].iter().take_while(|link| link.span.start < span.end);
    inside.filter(|link| !link.image).any(|link| !conversation::is_chat_message(&link.target))
}
