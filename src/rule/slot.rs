//! How the slot of a need is seen, as the page of its kind says.

use super::head::{NeedHead, Words};
use crate::slot::{Doubts, Slot, shape};
use crate::words::phrase::Phrases;

/// Marks a shape in a list of phrases.
pub const SHAPE: &str = "shape:";

/// A word that should name a shape.
#[derive(Debug)]
pub struct NoShape(pub String);

/// The slot of a need, whose headings and fields are normalised.
pub fn slot(name: &str, need: &NeedHead) -> Result<Slot, NoShape> {
    let whole = need.phrases.iter().map(|phrase| (0, &**phrase));
    let (partly, part_phrases) = mixed(&need.partly);
    let (doubtful, doubt_phrases) = mixed(&need.doubts);
    let shapes = |words: &[&str]| words.iter().map(|word| named(word)).collect::<Result<Vec<_>, _>>();
    let doubts = match need.doubts.is_empty() {
        true => None,
        false => Some(Doubts {
            phrases: Phrases::new(doubt_phrases.into_iter().map(|phrase| (0, phrase))),
            shapes: shapes(&doubtful)?,
        }),
    };
    Ok(Slot {
        name: name.to_owned(),
        headings: need.headings.iter().map(|it| it.clone().into_owned()).collect(),
        fields: need.fields.clone(),
        shapes: need.shapes.iter().map(|word| named(word)).collect::<Result<_, _>>()?,
        phrases: Phrases::new(whole.chain(part_phrases.into_iter().map(|phrase| (1, phrase)))),
        partly: shapes(&partly)?,
        doubts,
        is_to_be_given: need.given_or_not,
    })
}

fn named(word: &str) -> Result<&'static shape::Shape, NoShape> {
    shape::named(word).ok_or_else(|| NoShape(word.to_owned()))
}

/// The names of the shapes, and the phrases, of a list that holds both.
pub fn mixed(list: &Words) -> (Vec<&str>, Vec<&str>) {
    let (shapes, phrases): (Vec<&str>, Vec<&str>) =
        list.iter().map(|it| &**it).partition(|word| word.starts_with(SHAPE));
    (shapes.into_iter().map(|word| &word[SHAPE.len()..]).collect(), phrases)
}
