//! Questions of a thread that were put to one of its people, and what became of them.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::talk::{self, Sentence, Talk, Voice, plain};
use super::{State, Thread};
use crate::text::Span;
use crate::words::english::{ask, outcome, question};

/// Messages of others after which a thread has gone on.
const WENT_ON: usize = 2;
/// Words of a question by which a quote of it is known.
const FEWEST_WORDS: usize = 4;
/// More questions than this help nobody.
const MOST: usize = 100;
/// Questions without an answer by name of which it is looked for who took them up: each is looked for in all that follows.
const MOST_TRIED: usize = 256;

/// A question that the one who was asked never came back to.
#[derive(Debug)]
pub struct Dropped<'t> {
    /// Of the voices of the talk.
    pub voice: usize,
    pub span: Span,
    /// Who was asked.
    pub person: &'t str,
    /// It asks to know something, and not for a deed, an opinion or how things stand.
    pub is_to_know: bool,
}

/// The questions to somebody by name, after whom that person wrote nothing and nobody quoted them: where the thread went
/// on or ended without their answer.
pub fn dropped<'t>(thread: &Thread, talk: &Talk<'t>) -> Vec<Dropped<'t>> {
    let is_ended = matches!(thread.state, State::Closed | State::Merged);
    let mut open = open(thread, talk);
    open.retain(|it| is_ended || talk.voices.len() - it.voice > WENT_ON);
    open
}

/// The same, and those that were asked just now.
pub fn open<'t>(thread: &Thread, talk: &Talk<'t>) -> Vec<Dropped<'t>> {
    let voices = talk.voices.iter().enumerate();
    let last: HashMap<&str, usize> = voices.clone().map(|(at, it)| (it.message.author.as_str(), at)).collect();
    let later = Later::of(thread, talk);
    let (mut out, mut tried): (Vec<Dropped>, usize) = (Vec::new(), 0);
    for (at, voice) in voices {
        if later.settled.is_some_and(|settled| settled > at) {
            continue;
        }
        for sentence in voice.sentences.iter().filter(|it| ask::find_question(&it.text).is_some()) {
            let Some((person, words)) = asked(talk, voice, &sentence.text) else { continue };
            let is_silent = person != voice.message.author && last.get(person).is_none_or(|last| *last < at);
            if !is_silent || out.len() == MOST || tried == MOST_TRIED {
                continue;
            }
            tried += 1;
            if !later.takes_up(at, person, &sentence.text) {
                let is_to_know =
                    thread.state == State::Closed && words.is_some_and(|words| question::is_to_know(&words));
                out.push(Dropped { voice: at, span: sentence.span, person, is_to_know });
            }
        }
    }
    out
}

/// The question with which a thread ends, whomever it asks: nobody wrote anything behind it. By its voice and its place.
pub fn last(talk: &Talk) -> Option<(usize, Span)> {
    let (at, voice) = talk.voices.iter().enumerate().next_back()?;
    let sentence = voice.sentences.last()?;
    let is_question = sentence.text.trim_end().ends_with('?') && ask::find_question(&sentence.text).is_some();
    is_question.then_some((at, sentence.span))
}

/// Who is asked, and the words of the question to somebody called by name. Who decides here asks whoever opened it.
fn asked<'t>(talk: &Talk<'t>, voice: &Voice, sentence: &str) -> Option<(&'t str, Option<String>)> {
    if Talk::calls(sentence) == 0 {
        let opener = talk.voices.first().map(|it| it.message.author.as_str())?;
        let is_to_opener = voice.message.has_say && ask::is_to_reader(sentence);
        return is_to_opener.then_some((opener, None));
    }
    let asked = talk.addressed(sentence);
    let &[person] = asked.as_slice() else { return None };
    let words = called(sentence, person).filter(|_| Talk::calls(sentence) == 1)?;
    Some((person, Some(words)))
}

/// The words of a sentence that calls a person at its beginning or its end, without the name.
fn called(sentence: &str, person: &str) -> Option<String> {
    let at = sentence.find('@')?;
    // A name of many letters is one of as many bytes, small or not, or the sentence is none that is understood.
    let after = sentence.get(at + 1 + person.len()..)?;
    let before = sentence[..at].trim();
    let is_greeting = |word: &str| GREETINGS.contains(&word.to_ascii_lowercase().trim_matches([',', ':', '.', '-']));
    let is_first = before.split_whitespace().all(is_greeting);
    let is_last = !after.contains(char::is_alphanumeric);
    let is_whose = after.starts_with(['\'', '\u{2019}']);
    ((is_first || is_last) && !is_whose).then(|| match is_last {
        true => before.to_owned(),
        false => after.trim_start_matches([',', ':', ' ', '-', '\u{2013}', '\u{2014}']).to_owned(),
    })
}

/// Words that may stand before the name of who is asked.
const GREETINGS: &[&str] =
    &["hi", "hey", "hello", "dear", "thanks", "thank", "you", "also", "so", "and", "but", "ok", "then", "sorry"];
/// Messages after a question in which somebody else may answer it.
const NEAR: usize = 3;
/// Words of a question that a message hardly shares by chance.
const MOST_SHARED: usize = 2;
/// Letters of a word that says what a question is about.
const LONG_WORD: usize = 5;

/// What is asked of the messages behind a question. Of each it is found out once.
struct Later<'a, 't> {
    talk: &'a Talk<'t>,
    /// The last of the voices that closes the thread with a comment, or says how it ends.
    settled: Option<usize>,
    heard: Vec<OnceCell<Heard<'t>>>,
}

/// What a message says to others.
struct Heard<'t> {
    words: HashSet<String>,
    /// Whom it calls.
    people: HashSet<&'t str>,
}

impl<'a, 't> Later<'a, 't> {
    fn of(thread: &Thread, talk: &'a Talk<'t>) -> Self {
        let ends = |it: &Sentence| outcome::ends(&it.text);
        let settles = |it: &Voice| thread.is_closed_with(it.message) || it.sentences.iter().any(ends);
        let settled = talk.voices.iter().rposition(settles);
        Self { talk, settled, heard: talk.voices.iter().map(|_| OnceCell::new()).collect() }
    }

    fn heard(&self, at: usize) -> &Heard<'t> {
        let sentences = || self.talk.voices[at].sentences.iter();
        self.heard[at].get_or_init(|| Heard {
            words: sentences().flat_map(|it| talk::words(&it.text)).collect(),
            people: sentences().flat_map(|it| self.talk.addressed(&it.text)).collect(),
        })
    }

    /// Whether somebody quotes a question of a voice, or answers in the place of the one who was asked.
    fn takes_up(&self, at: usize, asked: &str, question: &str) -> bool {
        let asker = self.talk.voices[at].message.author.as_str();
        let words = plain(question);
        let is_long = words.split(' ').count() >= FEWEST_WORDS;
        let about: Vec<&str> =
            words.split(' ').filter(|it| it.len() >= LONG_WORD && !asked.eq_ignore_ascii_case(it)).collect();
        let later = || (at + 1..).zip(&self.talk.voices[at + 1..]);
        let answers = |(at, voice): (usize, &Voice)| {
            let heard = self.heard(at);
            let shared = about.iter().filter(|word| heard.words.contains(**word)).count();
            voice.message.author != asker
                && (heard.people.contains(asker)
                    || heard.people.contains(asked)
                    || !about.is_empty() && (shared >= MOST_SHARED || shared * 2 >= about.len()))
        };
        is_long && later().any(|(_, it)| it.quoted.contains(&words)) || later().take(NEAR).any(answers)
    }
}
