//! What people say in a thread, sentence by sentence: their own words, without quotes, code and the tails of mails.

use std::collections::{HashMap, HashSet};

use super::letter::Letter;
use super::{Message, Thread};
use crate::document::Document;
use crate::text::{Source, Span};
use crate::words::{language, tracker};

pub use super::letter::minute;

/// One message of a person.
#[derive(Debug)]
pub struct Voice<'t> {
    pub message: &'t Message,
    pub sentences: Vec<Sentence>,
    /// It leads to an issue, a change or a commit.
    pub refers: bool,
    /// What it quotes, in small letters and single spaces.
    pub quoted: String,
}

#[derive(Debug)]
pub struct Sentence {
    /// In clean text: a mask for code and addresses.
    pub text: String,
    /// In the text of the thread.
    pub span: Span,
}

/// The messages of people; what bots write counts nowhere, and neither does an empty message.
#[derive(Debug)]
pub struct Talk<'t> {
    pub voices: Vec<Voice<'t>>,
    names: HashMap<String, &'t str>,
}

impl<'t> Talk<'t> {
    pub fn of(thread: &'t Thread, text: &str) -> Self {
        let people = thread.messages.iter().filter(|it| !it.is_bot);
        let voices: Vec<Voice> = people.filter_map(|message| voice(message, text)).collect();
        let names = voices.iter().map(|it| (it.message.author.to_lowercase(), it.message.author.as_str())).collect();
        Self { voices, names }
    }

    /// How many people take part.
    pub fn people(&self) -> usize {
        self.names.len()
    }

    /// How often the word goes from one person to another.
    pub fn turns(&self) -> usize {
        self.voices.windows(2).filter(|pair| pair[0].message.author != pair[1].message.author).count()
    }

    /// English until its words show otherwise.
    pub fn is_english(&self) -> bool {
        let text: Vec<&str> =
            self.voices.iter().flat_map(|it| &it.sentences).map(|it| it.text.as_str()).take(60).collect();
        language::is_english(&text.join(" "))
    }

    /// How many names a sentence calls, of whomever.
    pub fn calls(sentence: &str) -> usize {
        let is_call = |at: usize| {
            let before = sentence[..at].chars().next_back();
            let after = sentence[at + 1..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
        };
        sentence.match_indices('@').filter(|(at, _)| is_call(*at)).count()
    }

    /// Whom of this thread a sentence addresses by `@name`.
    pub fn addressed(&self, sentence: &str) -> Vec<&'t str> {
        let mut out: Vec<&str> = Vec::new();
        for (at, _) in sentence.match_indices('@') {
            let is_mail = sentence[..at].ends_with(|it: char| it.is_alphanumeric());
            if let Some(name) = self.named(&sentence[at + 1..]).filter(|_| !is_mail)
                && !out.contains(&name)
            {
                out.push(name);
            }
        }
        out
    }

    /// The person whose name begins a text: names of chats have spaces.
    fn named(&self, text: &str) -> Option<&'t str> {
        let window: String = text.chars().take(LONGEST_NAME).collect::<String>().to_lowercase();
        let ends =
            window.char_indices().filter(|(_, it)| !it.is_alphanumeric() && !matches!(it, '-' | '_')).map(|(at, _)| at);
        let mut ends: Vec<usize> = ends.take(MOST_WORDS).chain([window.len()]).collect();
        ends.reverse();
        ends.into_iter().find_map(|end| self.names.get(window[..end].trim()).copied())
    }
}

/// Letters of a name that is looked for, and its words.
const LONGEST_NAME: usize = 40;
const MOST_WORDS: usize = 4;

fn voice<'t>(message: &'t Message, thread: &str) -> Option<Voice<'t>> {
    let letter = Letter::of(message, thread);
    let own = own_words(&letter.text);
    let source = Source::unnamed("", &letter.text[..own]);
    let doc = Document::new(&source);
    let prose = doc.prose();
    let sentence = |range: &std::ops::Range<usize>| Sentence {
        text: prose.text()[range.clone()].to_owned(),
        span: letter.place(prose.span(range.clone())),
    };
    let sentences: Vec<Sentence> = prose.sentences().iter().map(|it| sentence(&it.range)).collect();
    let lines = || source.text.lines();
    let refers = lines().filter(|line| !line.trim_start().starts_with('>')).any(refers);
    let quoted: Vec<String> = lines().filter_map(|line| line.trim_start().strip_prefix('>')).map(plain).collect();
    let is_empty = source.text.trim().is_empty();
    (!is_empty).then(|| Voice { message, sentences, refers, quoted: quoted.join(" ") })
}

/// Whether a line leads to where the matter went on.
fn refers(line: &str) -> bool {
    let leads = ["/pull/", "/issues/", "/commit/", "/compare/", "/merge_requests/", "/discussions/"];
    leads.iter().any(|it| line.contains(it)) || tracker::has_id(line)
}

/// Where the words of a mail end and the mail that it answers begins. "On … wrote:" may be broken over two lines.
fn own_words(text: &str) -> usize {
    let mut at = 0;
    let mut begun = None;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if words.starts_with("On ") {
            begun = Some(at);
        }
        if words.ends_with("wrote:")
            && let Some(begun) = begun
        {
            return begun;
        }
        begun = begun.filter(|start| at == *start || is_head_of_mail(&text[*start..at]));
        if words.starts_with("Reply to this email directly") {
            return at;
        }
        at += line.len();
    }
    text.len()
}

/// Whether the lines since "On " may still be the head of a mail: it is two lines long at most.
fn is_head_of_mail(lines: &str) -> bool {
    lines.lines().count() < 2
}

/// Words alone, to hold one text against another.
pub fn plain(text: &str) -> String {
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// The words of a sentence, each once.
pub fn words(text: &str) -> HashSet<String> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect()
}
