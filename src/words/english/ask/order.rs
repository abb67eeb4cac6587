//! Orders: a sentence that begins, behind a greeting and names, with a verb that tells its reader what to do.
//! Fewer verbs than those that open a task: "Improve the parser" is a title as often.

use std::ops::Range;

use crate::words::list::is_among;

/// Verbs that want an answer or a decision of the reader, wherever they open a sentence.
const ANSWERS: &str = "\
    advise answer approve clarify confirm decide explain fix help merge provide reply respond review revert send share \
    tell vote";

/// Verbs that begin a request, and as often the title of a change or a step of a list.
const DEEDS: &str = "\
    add assign book bring change check choose close comment consider deploy do draft edit ensure fill find follow get \
    give go have install keep leave look move note open pick ping post pull push put raise read rebase refer remove \
    restart roll run schedule see set sign stop submit take test try update upload use verify wait watch write rerun \
    retry remind avoid apply join bump describe";

/// A longer beginning is no greeting.
const MOST_GREETING_WORDS: usize = 12;

/// Where a sentence orders an answer.
pub fn find_answer(sentence: &str) -> Option<Range<usize>> {
    find(sentence, |verb| is_among(ANSWERS, verb))
}

/// Where a sentence orders an answer in words that tell of no change, or calls somebody by name.
pub fn find_verdict(sentence: &str) -> Option<Range<usize>> {
    const CHANGES: &str = "explain fix help merge provide revert send share tell";
    let found = find_answer(sentence)?;
    let is_change = is_among(CHANGES, &plain(&sentence[found.clone()]));
    (!is_change || sentence[..found.start].contains(['@', ':', ','])).then_some(found)
}

/// Whether a sentence orders anything.
pub fn is_order(sentence: &str) -> bool {
    find(sentence, |verb| is_among(ANSWERS, verb) || is_among(DEEDS, verb)).is_some()
}

fn find(sentence: &str, is_verb: impl Fn(&str) -> bool) -> Option<Range<usize>> {
    let mut start = 0;
    for word in sentence.split(' ').take(MOST_GREETING_WORDS) {
        let (end, plain) = (start + word.len(), plain(word));
        // No verb is a letter.
        if plain.len() > 1 && is_verb(&plain) {
            return Some(start..end);
        }
        if !is_greeting_of(word, &plain) {
            return None;
        }
        start = end + 1;
    }
    None
}

/// Whether nothing but a greeting and names stands before.
pub fn is_left_edge(before: &str) -> bool {
    let mut words = before.split_whitespace();
    words.by_ref().take(MOST_GREETING_WORDS).all(is_greeting) && words.next().is_none()
}

fn is_greeting(word: &str) -> bool {
    is_greeting_of(word, &plain(word))
}

fn is_greeting_of(word: &str, plain: &str) -> bool {
    const GREETINGS: &str = "hi hey hello yo all team folks everyone guys there and so ok also then just morning good";
    let is_name = word.starts_with('@')
        || word.starts_with("<@")
        || word.ends_with([':', ',']) && plain.starts_with(|it: char| it.is_alphabetic());
    plain.is_empty() || is_name || plain.len() > 1 && is_among(GREETINGS, plain)
}

fn plain(word: &str) -> String {
    word.trim_matches(|it: char| !it.is_alphanumeric()).to_ascii_lowercase()
}
