//! Markers in comments, and the amount in the sentence or the row that they stand behind.

use super::plain::Tries;
use super::{All, Constant, Export, Form, Import, MOST, Stated, plain};
use crate::document::{Directive, Document, Place, Sentence};
use crate::fact::amounts;
use crate::fact::marker::Key;
use crate::fact::measure::Measure;
use crate::fact::{Marker, Part, Value, Verb};
use crate::summary::{Problem, Spot};
use crate::text::Span;

pub fn read(doc: &Document, all: &mut All) {
    let markers = doc.directives().iter().filter_map(|it| Some((it, Marker::read(doc.at(it.body))?.ok()?)));
    let mut tries = Tries::of(doc.text());
    for (number, (directive, marker)) in markers.enumerate() {
        let at = |part: &Part| Spot::of(doc, Span::from(part.range.clone()).after(directive.body.start));
        let whole = Spot::of(doc, directive.span);
        if number == MOST {
            all.beyond = Some(Problem { spot: whole, ..Problem::default() });
            break;
        }
        let value = marker.value.as_ref().map(|it| Value::read(&it.text));
        let beside = value.as_ref().and_then(Value::measure).and_then(|it| beside(doc, directive, it));
        match marker.verb {
            Verb::Fact => all.exports.extend(Export::of(&marker, at, whole).map(|it| Export { beside, ..it })),
            Verb::Assumes => all.imports.push(Import {
                beside,
                constant: constant(doc, directive, &marker, &mut tries),
                ..Import::of(&marker, at, whole, Form::Marker)
            }),
        }
    }
    all.untried = tries.untried;
}

/// Sentences of a row that are looked back over from a comment in it.
const MOST_BESIDE: usize = 32;
/// And bytes, or else the markers of a row of nothing but such sentences would each read a page.
const MOST_BYTES: usize = 1200;

/// The only amount of this dimension that the sentence before a comment gives.
fn beside(doc: &Document, directive: &Directive, measure: &Measure) -> Option<Stated> {
    if directive.alone {
        return None;
    }
    let prose = doc.prose();
    let clean = prose.clean_range(directive.span).start;
    let last = prose.sentences().partition_point(|it| it.range.start < clean).checked_sub(1)?;
    let sentence = &prose.sentences()[last];
    let passage = &doc.passages()[sentence.passage];
    if passage.quoted || passage.span.end < directive.span.start && !is_near(doc, passage.span, directive.span) {
        return None;
    }
    let first = match sentence.place {
        Place::Cell => {
            let is_other = |it: &usize| !is_near(doc, prose.span(prose.sentences()[*it].range.clone()), directive.span);
            (0..last).rev().take(MOST_BESIDE).find(is_other).or(last.checked_sub(MOST_BESIDE + 1))
        }
        _ => last.checked_sub(1),
    };
    // The nearest two decide, and the first of them counts wherever it begins.
    let is_near = |it: &&Sentence| it.range == sentence.range || it.range.start + MOST_BYTES >= clean;
    let beside = prose.sentences()[first.map_or(0, |it| it + 1)..=last].iter().rev().take_while(is_near);
    let mut found = beside.flat_map(|sentence| {
        let amounts = amounts::all(prose.said(sentence)).into_iter().filter(|(_, it)| it.is_like(measure));
        amounts.map(move |(range, _)| prose.span_in(sentence, &range))
    });
    let only = found.next()?;
    found.next().is_none().then(|| Stated { value: doc.at(only).to_owned(), spot: Spot::of(doc, only) })
}

/// Whether two places are on one line.
fn is_near(doc: &Document, one: Span, other: Span) -> bool {
    doc.lines().index(one.start) == doc.lines().index(other.start)
}

/// What the expression of a marker finds before it on its line, or on the next one.
fn constant(doc: &Document, directive: &Directive, marker: &Marker, tries: &mut Tries) -> Option<Constant> {
    let line = doc.lines().around(directive.span.start, doc.text()).start;
    let sought = Span::from(marker.part(Key::At)?.range.clone()).after(directive.body.start);
    if !tries.goes_on(|| Spot::of(doc, sought)) {
        return None;
    }
    let found = plain::constant(doc.text(), line..directive.span.start, directive.span.end, marker, false, tries);
    Some(match found {
        Some((range, value)) => Constant { value: Some(value), spot: Spot::of(doc, range.into()) },
        None => Constant { value: None, spot: Spot::of(doc, sought) },
    })
}
