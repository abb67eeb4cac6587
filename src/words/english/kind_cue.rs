//! Words by which a report, a wish, a question, a change and a page of documentation are told apart: in the title, in
//! what a form asks, in running text. What each is worth is no matter of language and stands beside the kinds.

/// Where the words of a cue stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// The first words of the title.
    Opening,
    /// Anywhere in the title.
    Title,
    /// The name of a heading or a label, normalised: small letters, singular, one spelling.
    Heading,
    /// What a form's own comment says to its writer.
    Hint,
    /// Running text below the title.
    Prose,
}

/// A group of words that hint at the same thing.
#[derive(Debug)]
pub struct Cue {
    pub name: &'static str,
    pub seat: Seat,
    /// Its words, a line each.
    lines: &'static str,
}

impl Cue {
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.lines.split('\n')
    }
}

include!(concat!(env!("OUT_DIR"), "/kind_cue.rs"));

/// Names of headings and labels that ask what the text is.
const ASKS_KIND: &[&str] = &[
    "issue type",
    "type of issue",
    "kind of issue",
    "type",
    "kind",
    "category",
    "ticket type",
    "bug or feature",
    "report type",
    "a feature or report a bug",
    "bug report or feature request",
    "feature request or bug",
    "type of change",
];

/// Whether a normalised heading or label asks what the text is.
pub fn asks_kind(name: &str) -> bool {
    ASKS_KIND.iter().any(|it| name == *it || it.contains(' ') && name.contains(it))
}

/// What an answer to that question says, as the name of a cue. Who names two things has not answered.
pub fn stated(answer: &str) -> Option<&'static str> {
    const ANSWERS: &[(&str, &[&str])] = &[
        ("it is called a bug", &["bug", "regression", "defect", "crash"]),
        ("it is called a wish", &["feature", "enhancement", "improvement"]),
        ("it is called a question", &["question", "support", "help", "install"]),
        ("it is called a change", &["bug fix", "bugfix", "refactoring", "new feature", "breaking change", "refactor"]),
    ];
    let answer = answer.to_lowercase();
    let told = |words: &&[&str]| words.iter().any(|word| answer.contains(word));
    let mut found = ANSWERS.iter().filter(|(_, words)| told(words)).map(|(name, _)| *name);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::{CUES, Seat, asks_kind, stated};

    #[test]
    fn the_table_is_read_whole() {
        for seat in [Seat::Opening, Seat::Title, Seat::Heading, Seat::Hint, Seat::Prose] {
            assert!(CUES.iter().any(|cue| cue.seat == seat), "{seat:?}");
        }
        for cue in CUES.iter() {
            assert!(cue.words().all(|it| !it.is_empty()), "{}", cue.name);
        }
        let greets = CUES.iter().find(|cue| cue.name == "greets").map(|cue| cue.words().any(|it| it == "hello"));
        assert_eq!(greets, Some(true));
    }

    #[test]
    fn who_names_two_kinds_has_named_none() {
        assert!(asks_kind("issue type") && !asks_kind("content type"));
        assert_eq!(stated("Bug"), Some("it is called a bug"));
        assert_eq!(stated("bug or feature?"), None);
    }
}
