//! Words that say what a quantity is about, and words that say nothing of it.

use std::collections::HashSet;

use super::number;
use crate::words::list::is_among;

/// Words that stand beside any quantity.
const FILLERS: &str = "a an the and or but nor of to in on at by for from with within without after before until till every \
each per is are was were be been being am it its this that these those there here as than then more less most least about \
up down over under around above below all any some no not only also just will would can could should may might must shall \
do does did done has have had having if when while where which who whom what how why you your yours we our us they them \
their he she his her i my me so such into onto out off other others another same new newer older like get gets got make \
makes made take takes took taken use used uses using via between during last next past first second third since ago later \
now long longer short shorter old early earlier late soon default defaults set sets value values amount number numbers \
max maximum maximal min minimum minimal roughly approximately nearly almost exactly equal equals total one two three four \
five six seven eight nine ten once twice either both few many several able too very much still even already usually \
typically currently normally again back own however because therefore thus e.g i.e etc vs example note please need needs \
needed want wants let lets way ways thing things case cases kind sort lot bit include includes including given give gives \
based depending less fewer anyway away apart along across against toward towards upon yet ever never always sometimes \
often rather quite maybe perhaps instead otherwise whether though although unless think sense see seen sure hit look \
essentially current existing additional expected possible entire whole certain different differently similar several \
beyond spend spends spent works work working keep keeps kept know known say says said ask asks asked allow allows allowed";

/// What follows or goes before a quantity that nobody agreed on: a story, a guess, an age.
const BEFORE_A_STORY: &str = "last past next previous about approximately roughly nearly almost around took takes ago spent \
another additional extra decreased increased improved reduced grew dropped fell rose";
const AFTER_A_STORY: &str = "ago later old earlier older away faster slower more less fewer smaller larger bigger better \
worse cheaper reduction improvement increase decrease";

/// What stands before a value that only shows what could stand there.
const BEFORE_AN_EXAMPLE: &[&str] = &["e.g", "for example", "for instance", "such as", "say,", "example:", "i.e"];

/// A word without its ending, in small letters; none where it says nothing of what a quantity is about.
pub fn stem(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    let lower = lower.trim_matches('\'');
    let lower = lower.strip_suffix("'s").or_else(|| lower.strip_suffix("\u{2019}s")).unwrap_or(lower);
    // "don't", "we'll"
    let is_contracted = lower.contains(['\'', '\u{2019}']);
    if is_contracted || lower.len() < 3 || is_among(FILLERS, lower) || !lower.contains(|it: char| it.is_alphabetic()) {
        return None;
    }
    Some(cut(&singular(lower)))
}

/// The words of a text that say what it is about, each once, without their endings.
pub fn words(text: &str) -> HashSet<String> {
    text.split(|it: char| !it.is_alphabetic()).filter_map(stem).collect()
}

/// Whether a text holds so many of the words of a task that it is told of there, in whatever form: most of three or more.
pub fn tells_of(said: &HashSet<String>, task: &HashSet<String>) -> bool {
    const FEWEST: usize = 3;
    let shared = task.iter().filter(|it| said.contains(*it)).count();
    shared >= FEWEST && shared * 4 >= task.len() * 3
}

fn singular(word: &str) -> String {
    for (ending, instead) in [("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss")] {
        if let Some(stem) = word.strip_suffix(ending) {
            return format!("{stem}{instead}");
        }
    }
    let is_plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    if is_plural { word[..word.len() - 1].to_owned() } else { word.to_owned() }
}

/// "expire", "expires", "expiration" and "expiring" are one word.
fn cut(word: &str) -> String {
    for ending in ["ation", "ing", "ion", "ed", "e"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|it| it.chars().count() >= 4) {
            return stem.to_owned();
        }
    }
    word.to_owned()
}

/// Whether the words around a quantity tell a story, guess or name a range: it is no fact that others could rely on.
pub fn is_story(before: &str, after: &str) -> bool {
    let bare = |it: &str| it.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    let mut words = before.split_whitespace().rev().map(bare);
    let (last, other) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_number = other.starts_with(|it: char| it.is_ascii_digit()) || number::value(&other).is_some();
    let next = after.split_whitespace().next().map(bare).unwrap_or_default();
    let lower = before.to_lowercase();
    before.trim_end().ends_with(['~', '\u{2248}'])
        || BEFORE_AN_EXAMPLE.iter().any(|it| lower.contains(it))
        || is_number && is_among("to or and", &last)
        || is_among(BEFORE_A_STORY, &last)
        || is_among(AFTER_A_STORY, &next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_topic_are_one() {
        let stems = |words: &str| words.split(' ').filter_map(stem).collect::<Vec<_>>();
        assert_eq!(stems("expires expiring expiration expired"), ["expir"; 4]);
        assert_eq!(stems("the policies of a policy"), ["policy", "policy"]);
        assert!(stems("within at most 15 of it").is_empty());
    }

    #[test]
    fn a_task_is_told_of_in_other_forms() {
        let tells = |said: &str, task: &str| tells_of(&words(said), &words(task));
        assert!(tells("The lamps should be tested with the final prices", "Test the lamps with final prices"));
        assert!(!tells("The lamps should be tested", "Test the lamps with final prices"));
        assert!(!tells("The lamps should be tested", "Test lamps"));
    }

    #[test]
    fn a_story_is_no_fact() {
        for (before, after) in [
            ("set it, e.g. to ", ""),
            ("in the last ", " we saw"),
            ("it was fixed ", " ago"),
            ("takes 5 to ", ""),
            ("~", ""),
        ] {
            assert!(is_story(before, after), "{before}…{after}");
        }
        for (before, after) in [("they expire after ", " of silence"), ("", " grace period"), ("is set to ", ".")] {
            assert!(!is_story(before, after), "{before}…{after}");
        }
    }
}
