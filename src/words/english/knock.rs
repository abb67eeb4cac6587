//! Messages that only knock: a greeting, a "ping", "are you around?". They say that somebody wants something, and not
//! what. Names of people are not known here: a word in the place of a name counts as one.

use std::ops::Range;

use crate::words::list::is_among;

/// What a message does that says nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knock {
    /// "Hi Lena!"
    Greeting,
    /// "Morning all": who says it to a room wants nothing.
    GoodDay,
    /// "Lena: ping"
    Ping,
    /// "Are you around?", "I'm back."
    Presence,
}

/// More words say more.
const MOST_WORDS: usize = 12;
/// More words that we do not know are no names.
const MOST_NAMES: usize = 4;

const GREETINGS: &str = "\
    hi hey hello hallo hullo yo hiya heya heyo hei howdy greetings sup helo hii hiii heyy hellow";

const DAYS: &str = "morning afternoon evening gm mornin mornings";

const PINGS: &str = "ping pinging poke knock";

/// "are you", "anyone", "still there", "I'm back".
const PRESENCE: &str = "\
    there here around online awake alive available back anyone anybody someone somebody everyone present busy free";

/// Words that may stand beside a knock and tell nothing.
const BESIDE: &str = "\
    a again all am and any are at back be been body by chance channel day dear doing everybody everyone folks friend friends \
    gang gents gentlemen going good guys happy hope how how's hows i i'm im in is it it's just ladies madam maybe mate mates \
    moment now o of one or people please room right sir sirs so still team that the then this to today tonight u up \
    weekend well what's whats with y'all yall you you're your yet";

/// Words in the place of a name that begin to say something.
const NO_NAMES: &str = "\
    about afk bad but bye cool could did do does done fine fixed for from great have help hmm how indeed issue lol look me merged need \
    new nice no not ok okay on one pong problem question questions quick re regarding see seen should some sorry sure test \
    testing though room thank thanks thx was we welcome what when where which who who's why will wish world would yes yep";

/// What a text knocks with, if it does nothing else: the words of the knock and their kind.
pub fn find(text: &str) -> Option<(Range<usize>, Knock)> {
    let words: Vec<&str> = text.split_whitespace().take(2 * MOST_WORDS).collect();
    let plain: Vec<String> = words.iter().map(|word| plain(word)).collect();
    if asks_without_words(&words) {
        let start = text.len() - text.trim_start().len();
        return Some((start..text.trim_end().len(), Knock::Ping));
    }
    let said = plain.iter().filter(|word| !word.is_empty()).count();
    if said == 0 || said > MOST_WORDS || words.len() == 2 * MOST_WORDS {
        return None;
    }
    let mut names = 0;
    let mut knock = None;
    for (at, word) in plain.iter().enumerate().filter(|(_, word)| !word.is_empty()) {
        let kind = kind_of(word);
        if kind.is_none() && !is_among(BESIDE, word) {
            names += 1;
            if !is_in_place_of_name(&words, &plain, at) {
                return None;
            }
        }
        knock = stronger(knock, kind);
    }
    let is_room = names == 0;
    let knock = match knock? {
        _ if names > MOST_NAMES => return None,
        Knock::GoodDay if !is_room => Knock::Greeting,
        Knock::Presence if !is_about_presence(&plain, text) => return None,
        knock => knock,
    };
    if text.contains('\u{fffc}') {
        return None;
    }
    let start = text.len() - text.trim_start().len();
    Some((start..text.trim_end().len(), knock))
}

/// Whether a knock says that a review is wanted: "r? anyone", "@ana review ping".
pub fn names_review(text: &str) -> bool {
    let mut words = text.split_whitespace().take(2 * MOST_WORDS).map(str::to_ascii_lowercase);
    words.any(|word| word == "r?" || matches!(word.trim_end_matches(['?', '!', '.', ':', ',']), "review" | "reviewer"))
}

/// "??", "@tom ??": marks of a question, and to whom.
fn asks_without_words(words: &[&str]) -> bool {
    let is_mark = |word: &&&str| word.starts_with('?') && word.bytes().all(|it| matches!(it, b'?' | b'!'));
    let is_name = |word: &&&str| word.trim_start_matches('<').starts_with('@') && word.len() > 1;
    words.iter().any(|it| is_mark(&it)) && words.iter().all(|it| is_mark(&it) || is_name(&it))
}

fn kind_of(word: &str) -> Option<Knock> {
    [(PINGS, Knock::Ping), (GREETINGS, Knock::Greeting), (DAYS, Knock::GoodDay), (PRESENCE, Knock::Presence)]
        .into_iter()
        .find_map(|(list, knock)| is_among(list, word).then_some(knock))
}

/// A ping is one beside any greeting, and the time of day makes a greeting of "hi" too.
fn stronger(one: Option<Knock>, other: Option<Knock>) -> Option<Knock> {
    let rank = |knock: &Knock| match knock {
        Knock::Ping => 3,
        Knock::GoodDay => 2,
        Knock::Greeting => 1,
        Knock::Presence => 0,
    };
    one.into_iter().chain(other).max_by_key(rank)
}

/// "there" alone is an answer; "you there?", "anyone?" and "I'm here" are not.
fn is_about_presence(plain: &[String], text: &str) -> bool {
    let says = |words: &[&str]| plain.iter().any(|word| words.contains(&word.as_str()));
    text.contains('?') || says(&["i'm", "im"]) && says(&["back", "here", "around", "online", "available"])
}

/// Before a colon or a comma, with an at sign, beside a greeting, or before a ping.
fn is_in_place_of_name(words: &[&str], plain: &[String], at: usize) -> bool {
    let word = words[at];
    let is_number = plain[at].chars().all(|it| it.is_ascii_digit());
    if is_number
        || is_among(NO_NAMES, &plain[at])
        || word.contains("://")
        || word.starts_with(['#', '/', '-'])
        || word.ends_with('?') && at > 1
    {
        return false;
    }
    let is_named = |at: usize| words[at].trim_start_matches('<').starts_with('@') || words[at].ends_with([':', ',']);
    let knocks = |at: usize| kind_of(&plain[at]).is_some();
    let greets = |at: usize| kind_of(&plain[at]).is_some_and(|it| it != Knock::Presence);
    let before = (0..at).rev().find(|it| !plain[*it].is_empty());
    let after = (at + 1..words.len()).find(|it| !plain[*it].is_empty());
    let joins = |it: usize| matches!(plain[it].as_str(), "and" | "or" | "there" | "dear");
    let is_after_name = |it: usize| kind_of(&plain[it]).is_none() && !is_among(BESIDE, &plain[it]);
    is_named(at)
        || before.is_some_and(|it| greets(it) || joins(it) || is_after_name(it) && is_named(it))
        || before.is_none()
            && after.is_some_and(|it| knocks(it) || joins(it) || matches!(plain[it].as_str(), "are" | "you"))
}

/// The letters of a word; nothing of a face made of marks.
fn plain(word: &str) -> String {
    let is_face = word.starts_with([':', ';', '=']) && word.chars().count() <= 4
        || word.starts_with(':') && word.ends_with(':') && word.len() > 2;
    if is_face {
        return String::new();
    }
    word.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase().replace('\u{2019}', "'")
}

#[cfg(test)]
mod tests {
    use super::{Knock, find};

    #[test]
    fn each_way_to_knock() {
        for (text, knock) in [
            ("Hi Lena!", Knock::Greeting),
            ("hello everyone", Knock::Greeting),
            ("Good morning @ada", Knock::Greeting),
            ("Morning all :)", Knock::GoodDay),
            ("lena: ping", Knock::Ping),
            ("lena ping?", Knock::Ping),
            ("ping Lena", Knock::Ping),
            ("Lena: are you around?", Knock::Presence),
            ("lena, omar: you there?", Knock::Presence),
            ("anybody here?", Knock::Presence),
            ("Hi Lena, I'm back", Knock::Greeting),
            ("Hey Omar, how are you?", Knock::Greeting),
            ("??", Knock::Ping),
            ("@omar ??", Knock::Ping),
        ] {
            assert_eq!(find(text).map(|it| it.1), Some(knock), "{text}");
        }
    }

    #[test]
    fn who_says_more_does_not_knock() {
        for text in [
            "Hi Lena, the build is red",
            "lena: pong",
            "Hello, a question about retries",
            "ping-pong works",
            "The ping is 20 ms",
            "hi, see https://example.com/1",
            "there",
            "Lena: thanks",
            "yes Lena",
            "Any installer people around?",
            "is anyone here familiar with the importer?",
            "Hi, welcome back Omar",
            "hey, quick question",
            "the pool??",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
