//! Questions of a thread that were put to one of its people, and what became of them.

use std::collections::HashMap;

use super::talk::{Talk, plain};
use super::{State, Thread};
use crate::text::Span;
use crate::words::english::ask;

/// Messages of others after which a thread has gone on.
const WENT_ON: usize = 2;
/// Words of a question by which a quote of it is known.
const FEWEST_WORDS: usize = 4;
/// More questions than this are looked for in no later quote.
const MOST: usize = 100;

/// A question that the one who was asked never came back to.
#[derive(Debug)]
pub struct Dropped<'t> {
    /// Of the voices of the talk.
    pub voice: usize,
    pub span: Span,
    /// Who was asked.
    pub person: &'t str,
}

/// The questions to somebody by name, after whom that person wrote nothing and nobody quoted them.
pub fn dropped<'t>(thread: &Thread, talk: &Talk<'t>) -> Vec<Dropped<'t>> {
    let voices = talk.voices.iter().enumerate();
    let last: HashMap<&str, usize> = voices.clone().map(|(at, it)| (it.message.author.as_str(), at)).collect();
    let is_ended = matches!(thread.state, State::Closed | State::Merged);
    let mut out: Vec<Dropped> = Vec::new();
    for (at, voice) in voices {
        if !is_ended && talk.voices.len() - at <= WENT_ON {
            break;
        }
        for sentence in voice.sentences.iter().filter(|it| ask::find_question(&it.text).is_some()) {
            let asked = talk.addressed(&sentence.text);
            let &[person] = asked.as_slice() else { continue };
            let is_silent = person != voice.message.author && last.get(person).is_none_or(|last| *last < at);
            if is_silent && out.len() < MOST && !is_taken_up(talk, at, &sentence.text) {
                out.push(Dropped { voice: at, span: sentence.span, person });
            }
        }
    }
    out
}

/// Whether somebody quotes it later.
fn is_taken_up(talk: &Talk, at: usize, question: &str) -> bool {
    let words = plain(question);
    words.split(' ').count() >= FEWEST_WORDS && talk.voices[at + 1..].iter().any(|it| it.quoted.contains(&words))
}
