//! What people say in a thread, sentence by sentence: their own words, without quotes, code and the tails of mails.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::letter::Letter;
use super::{Message, Thread};
use crate::document::Document;
use crate::text::{Source, Span};
use crate::words::{language, tracker};

pub use super::letter::minute;

/// From so many turns on a talk is a long one: three round trips, in which the word goes over and back.
pub const FEWEST_TURNS: usize = 6;

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
    /// By their names in small letters, in the order of their first messages.
    people: IndexMap<String, Person<'t>>,
}

/// Somebody who takes part.
#[derive(Debug)]
pub struct Person<'t> {
    /// As it is written over their first message.
    pub name: &'t str,
    pub messages: usize,
}

impl<'t> Talk<'t> {
    pub fn of(thread: &'t Thread, text: &str) -> Self {
        let people = thread.messages.iter().filter(|it| !it.is_bot);
        let voices: Vec<Voice> = people.filter_map(|message| voice(message, text)).collect();
        let mut people: IndexMap<String, Person> = IndexMap::new();
        for author in voices.iter().map(|it| it.message.author.as_str()) {
            people.entry(author.to_lowercase()).or_insert(Person { name: author, messages: 0 }).messages += 1;
        }
        Self { voices, people }
    }

    /// Who takes part, in the order of their first messages.
    pub fn people(&self) -> impl ExactSizeIterator<Item = &Person<'t>> {
        self.people.values()
    }

    /// How often the word goes from one person to another.
    pub fn turns(&self) -> usize {
        let names: Vec<String> = self.voices.iter().map(|it| it.message.author.to_lowercase()).collect();
        names.windows(2).filter(|pair| pair[0] != pair[1]).count()
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
        ends.into_iter().find_map(|end| self.people.get(window[..end].trim()).map(|it| it.name))
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
    // Code, a picture or a quote alone says something; a comment for the linter says nothing to people.
    let says =
        !sentences.is_empty() || refers || !quoted.is_empty() || !doc.code().is_empty() || !doc.links().is_empty();
    says.then(|| Voice { message, sentences, refers, quoted: quoted.join(" ") })
}

/// Whether a line leads to where the matter went on.
fn refers(line: &str) -> bool {
    let leads = ["/pull/", "/issues/", "/commit/", "/compare/", "/merge_requests/", "/discussions/"];
    leads.iter().any(|it| line.contains(it)) || tracker::has_id(line)
}

/// Where the words of a mail end and the mail that it answers begins: "On … wrote:", perhaps over two lines, and nothing
/// but quotes behind it. Whoever answers between the quotes goes on below.
fn own_words(text: &str) -> usize {
    let text = text.find("\nReply to this email directly").map_or(text, |at| &text[..at]);
    let is_own =
        |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('>') && line.trim() != "\u{2014}";
    let mut end = text.len();
    let mut last: Option<usize> = None;
    for line in text.split_inclusive('\n').rev() {
        let start = end - line.len();
        let words = line.trim();
        match last {
            None if is_own(line) && !words.ends_with("wrote:") => break,
            None if is_own(line) && words.starts_with("On ") => return start,
            None if is_own(line) => last = Some(start),
            Some(_) if words.starts_with("On ") => return start,
            Some(_) => break,
            None => {}
        }
        end = start;
    }
    text.len()
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

#[cfg(test)]
mod tests {
    use super::own_words;

    #[test]
    fn a_mail_ends_where_the_other_begins() {
        let own = |text: &'static str| &text[..own_words(text)];
        assert_eq!(own("Yes.\n\nOn Friday, Ana wrote:\n> No?\n"), "Yes.\n\n");
        assert_eq!(own("Yes.\nOn Friday,\nAna wrote:\n\n> No?\n"), "Yes.\n");
        assert_eq!(own("On Friday, Ana wrote:\n> No?\nYes.\n"), "On Friday, Ana wrote:\n> No?\nYes.\n");
        assert_eq!(own("He wrote:\n> No?\n"), "He wrote:\n> No?\n");
        assert_eq!(own("Yes.\n\nReply to this email directly, or\n"), "Yes.\n");
    }
}
