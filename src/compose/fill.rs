//! The questions that a text leaves open, put into it where their answers belong. Nothing else is changed.

use std::collections::HashSet;

use super::header_comment;
use super::outline::Outline;
use super::piece::{self, Piece};
use super::places::Places;
use crate::document::Document;
use crate::kind::is_asked;
use crate::rule::{KindPage, Need};
use crate::slot::{self, State};
use crate::text::{Source, Span};

/// A text with the questions that it left open.
#[derive(Debug, Default)]
pub struct Filled {
    pub text: String,
    /// What was put in; the rest is the text as it came, byte for byte.
    pub inserted: Vec<Span>,
    /// The questions, in the order of the skeleton.
    pub questions: Vec<String>,
}

/// Puts in what `page` asks and `source` does not say. `is_wanted` knows which needs nobody here asks for.
pub fn fill(source: &Source, page: &KindPage, is_wanted: impl Fn(&Need) -> bool) -> Filled {
    let outline = Outline::of(&page.skeleton);
    let mut filled = Filled { text: source.text.clone(), ..Filled::default() };
    // A heading that was put in may end a section that answered something: ask until nothing is left. Each round asks
    // something that no round before did, so there are no more rounds than needs.
    for _ in 0..=page.needs.len() {
        let round = Source { text: filled.text.clone(), ..source.clone() };
        let doc = Document::new(&round);
        let open = missing(&doc, page, &is_wanted);
        if open.is_empty() {
            break;
        }
        let places = Places::new(&doc, page, &outline);
        let spots = outline.spots.iter().filter_map(|spot| Some((spot, *open.iter().find(|it| it.name == spot.need)?)));
        let mut labels: HashSet<(usize, String)> = HashSet::new();
        let pieces: Vec<Piece> = spots
            .filter_map(|(spot, need)| {
                let question = need.question()?;
                let piece = places.place(spot, need, question);
                // What goes under one label waits until that stands there.
                let label = piece.text.split(&places.comment(question)).next().unwrap_or_default().trim().to_owned();
                if !label.is_empty() && !labels.insert((piece.at, label)) {
                    return None;
                }
                filled.questions.push(question.to_owned());
                Some(piece)
            })
            .collect();
        if pieces.is_empty() {
            break;
        }
        let (text, spans) = piece::insert(&round.text, pieces);
        filled.inserted = merged(&filled.inserted, spans);
        filled.text = text;
    }
    filled
}

/// The needs that the text does not state, and whose question does not stand in it yet.
fn missing<'p>(doc: &Document, page: &'p KindPage, is_wanted: &impl Fn(&Need) -> bool) -> Vec<&'p Need> {
    let stands = |question: &str| {
        // In code it is no comment for a reader, but to ask there once more would never end.
        let in_text = |form: String| doc.text().contains(&form);
        in_text(doc.comment_form().around(question))
            || in_text(header_comment(question))
            || doc.comments().iter().any(|it| is_asked(doc.at(it.body), question))
    };
    let is_open = |need: &&Need| {
        need.question().is_some_and(|question| !stands(question))
            && is_wanted(need)
            && slot::look(doc, &need.slot).state == State::Absent
    };
    page.needs.iter().filter(is_open).collect()
}

/// The spans of earlier insertions, moved by those of a later round, and those.
fn merged(earlier: &[Span], later: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in earlier {
        // In the old text; each later span moves what begins at or behind it, and cuts what it fell into.
        let mut start = span.start;
        let mut rest = span.len();
        for new in &later {
            if new.start <= start {
                start += new.len();
            } else if new.start < start + rest {
                let head = new.start - start;
                out.push(Span::new(start, new.start));
                rest -= head;
                start = new.end;
            }
        }
        out.push(Span::new(start, start + rest));
    }
    out.extend(later);
    out.retain(|span| !span.is_empty());
    out.sort();
    out
}
