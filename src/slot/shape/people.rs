//! People who took part, named in a row.

use std::sync::LazyLock;

use super::{By, Evidence};
use crate::document::{Document, Place};
use crate::slot::{State, fill};
use crate::text::Span;
use crate::words::pattern::Pattern;

/// "Ada Lovelace (AL)": minutes name their speakers so.
static WITH_INITIALS: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"\p{Lu}[\p{L}.'-]+ [\p{L}.' -]+\(\p{Lu}{2,4}\)"));

/// "me (Ada) -> Omar", "06:00 CET → day team": who comes next, behind an arrow. Other arrows are changes of a state.
static PASSED_ON: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?:(?-u:\b)(?:[Mm]e|I|us|shift|team|crew|UTC|GMT|CES?T|E[SD]T|P[SD]T|[0-9]:[0-9][0-9])|\)) *(?:→|->|=>) *(?P<to>@?\p{Lu}[\p{L}.'-]+|(?:the )?(?:\p{L}+ )?(?:team|crew|shift|desk))",
    )
});

/// Passages at the top.
const OPENING: usize = 2;

/// The next in a shift, at the head of a message.
pub fn passed_on(doc: &Document) -> Vec<Evidence> {
    let first = doc.passages().iter().enumerate().take(OPENING).filter(|(_, it)| !it.quoted);
    let to = first.filter(|(index, _)| PASSED_ON.is_match(doc.prose().passage(*index)));
    to.map(|(_, it)| Evidence { span: it.span, by: By::of(it.place) }).collect()
}

/// Fewer names in one paragraph are people that it speaks of.
const MANY: usize = 3;

/// A heading or label that speaks of presence, whatever else it says, with somebody below it.
pub fn present(doc: &Document) -> Vec<Evidence> {
    const WORDS: &[&str] = &["attendee", "attending", "attendance", "participant", "participating", "invitee"];
    let is_about = |name: &str| {
        name.split(' ').any(|word| WORDS.contains(&word)) || name.ends_with(" present") || name.starts_with("present ")
    };
    let sections = doc.sections().iter().filter(|it| is_about(&it.name)).map(|it| (it.heading, it.body));
    let labels = doc.labels().iter().filter(|it| is_about(&it.name)).map(|it| (it.key, it.body));
    let filled = sections.chain(labels).filter(|(_, body)| fill::fill(doc, *body) != State::Absent);
    let row = row_of_names(doc).map(|span| Evidence { span, by: By::Prose });
    filled.map(|(span, _)| Evidence { span, by: By::Heading }).chain(row).collect()
}

/// "Ada, Omar, Lena M": the first lines below a title that are names and nothing else.
fn row_of_names(doc: &Document) -> Option<Span> {
    const FIRST: usize = 3;
    const LONGEST: usize = 400;
    let is_name = |part: &str| {
        let mut words = part.split_whitespace();
        let is_word = |it: &str| {
            it.starts_with(char::is_uppercase) && it.chars().all(|it| it.is_alphabetic() || "-'.".contains(it))
        };
        words.clone().next().is_some() && words.clone().count() <= 3 && words.all(is_word)
    };
    let is_row = |text: &str| {
        text.len() < LONGEST
            && text.split(',').count() >= MANY
            && text.split(',').all(is_name)
            && !text.trim_end().ends_with('.')
    };
    let mut first = doc.passages().iter().enumerate().take(FIRST).filter(|(_, it)| it.place == Place::Paragraph);
    first.find(|(index, _)| is_row(doc.prose().passage(*index))).map(|(_, it)| it.span)
}

/// A paragraph that is a list of people with their initials.
pub fn with_initials(doc: &Document) -> Vec<Evidence> {
    let mut found = Vec::new();
    for (index, passage) in doc.passages().iter().enumerate() {
        if passage.place == Place::Paragraph && WITH_INITIALS.find_iter(doc.prose().passage(index)).count() >= MANY {
            found.push(Evidence { span: passage.span, by: By::Prose });
        }
    }
    found
}
