//! `rules/decide/circling-thread.md`

use std::collections::HashSet;

use crate::finding::Findings;
use crate::text::Span;
use crate::thread::talk::{FEWEST_TURNS, Talk, Voice, words};
use crate::thread::{About, Thread, ending};
use crate::words::english::{ask, friction};

/// Fewer words in a question may stand in it by chance.
const FEWEST_WORDS: usize = 5;

pub fn check(thread: &Thread, talk: &Talk, found: &mut Findings) {
    // A change that moves is reviewed in as many rounds as it takes.
    if thread.about == About::Patch || thread.has_ended_otherwise() {
        return;
    }
    if !talk.is_english() || ending::has_outcome(thread, talk) {
        return;
    }
    for run in runs(&talk.voices) {
        if turns(run) < FEWEST_TURNS {
            continue;
        }
        let places = circling(run);
        let Some(((first, label), rest)) = places.split_first() else { continue };
        // Nobody has yet read enough of these to know how often it is right.
        let flag = found.flag(*first, *label).unsure();
        rest.iter().for_each(|(span, label)| {
            flag.and(*span, *label);
        });
        return;
    }
}

/// Stretches in which the same two people write.
fn runs<'v, 't>(voices: &'v [Voice<'t>]) -> Vec<&'v [Voice<'t>]> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut pair: Vec<&str> = Vec::new();
    // Where the messages of the one who wrote last begin: they open the next stretch, too.
    let mut latest = 0;
    for (at, voice) in voices.iter().enumerate() {
        let author = voice.message.author.as_str();
        if !pair.contains(&author) {
            if pair.len() == 2 {
                out.push(&voices[start..at]);
                pair = vec![voices[latest].message.author.as_str()];
                start = latest;
            }
            pair.push(author);
        }
        if at > 0 && voices[at - 1].message.author != author {
            latest = at;
        }
    }
    out.push(&voices[start..]);
    out
}

fn turns(run: &[Voice]) -> usize {
    run.windows(2).filter(|pair| pair[0].message.author != pair[1].message.author).count()
}

/// Where they say that they do not get on, or ask the same again.
fn circling(run: &[Voice]) -> Vec<(Span, &'static str)> {
    let mut out = Vec::new();
    let mut asked: Vec<(&str, HashSet<String>)> = Vec::new();
    for voice in run {
        for sentence in &voice.sentences {
            if friction::find(&sentence.text).is_some() {
                out.push((sentence.span, "said before, and not understood"));
            } else if ask::find_question(&sentence.text).is_some() {
                let own = words(&sentence.text);
                let author = voice.message.author.as_str();
                let is_again = asked.iter().any(|(who, other)| *who == author && is_same(&own, other));
                if is_again {
                    out.push((sentence.span, "asked before"));
                } else if own.len() >= FEWEST_WORDS && asked.len() < MOST_ASKED {
                    asked.push((author, own));
                }
            }
        }
    }
    out
}

/// Questions that are kept to hold later ones against.
const MOST_ASKED: usize = 60;

/// Whether four of five words are the same.
fn is_same(one: &HashSet<String>, other: &HashSet<String>) -> bool {
    let shared = one.intersection(other).count();
    one.len() >= FEWEST_WORDS && shared * 5 >= one.len().max(other.len()) * 4
}
