//! Form one: words that are wrong wherever they stand, found in one pass.

use super::head::{PhrasesHead, Scope, Unless};
use super::{Mistake, Page, slot};
use crate::document::{Document, Sentence, Stand, is_quoting};
use crate::finding::Findings;
use crate::text::Span;
use crate::words::address::bare::bare_addresses;
use crate::words::date;
use crate::words::english::person;
use crate::words::phrase::Phrases;
use crate::words::time_of_day::has_clock_time;

#[derive(Debug)]
pub struct PhraseCheck {
    phrases: Phrases,
    label: String,
    scope: Scope,
    unless: Option<Unless>,
}

/// Whether each phrase can stand in a text.
pub fn complete(page: &Page, head: &PhrasesHead) -> Result<(), Mistake> {
    let nothing =
        || Mistake::about(page, "any:", "`any` lists no phrase", "write it as in `any: [\"the old cluster\"]`");
    if head.any.is_empty() {
        return Err(nothing());
    }
    can_stand(page, head.any.iter().map(String::as_str), None)
}

/// Bytes of a phrase: each word of it is looked for at each place where it begins.
const LONGEST: usize = 400;

/// Whether each of some phrases, which may be those of a need, says how it begins, and none is the name of a shape.
pub fn can_stand<'p>(
    page: &Page,
    phrases: impl IntoIterator<Item = &'p str>,
    need: Option<&str>,
) -> Result<(), Mistake> {
    let mistake = |place: &str, message: &str, help: &str| match need {
        Some(need) => Mistake::in_need(page, need, place, message, help),
        None => Mistake::about(page, place, message, help),
    };
    let wrong = |phrase: &str| {
        let place = if phrase.is_empty() { "\"\"" } else { phrase };
        if phrase.starts_with(slot::SHAPE) {
            let help =
                "write what stands in the text; a shape is looked for by a need, in `shapes`, `partly` or `doubts`";
            return Some(mistake(place, &format!("`{phrase}` is no phrase"), help));
        }
        if phrase.len() > LONGEST {
            let message = format!("this phrase has more than {LONGEST} bytes");
            return Some(mistake(place, &message, "write the few words in which the others begin"));
        }
        let begins = phrase.trim_start().chars().next().is_some_and(|it| it != '*');
        let help = "write what stands in the text; `crash*` stands for every word that begins so";
        let ends_no_word = |(at, _): (usize, &str)| phrase[at + 1..].starts_with(char::is_alphanumeric);
        if begins && phrase.match_indices('*').any(ends_no_word) {
            return Some(mistake(place, "a `*` stands at the end of a word", help));
        }
        (!begins).then(|| mistake(place, "this phrase begins with nothing", help))
    };
    phrases.into_iter().find_map(wrong).map_or(Ok(()), Err)
}

impl PhraseCheck {
    pub fn new(head: &PhrasesHead) -> Self {
        // Who writes in Word has the other apostrophe.
        let typeset = head.any.iter().filter(|it| it.contains('\'')).map(|it| it.replace('\'', "\u{2019}"));
        let all: Vec<String> = head.any.iter().cloned().chain(typeset).collect();
        Self {
            phrases: Phrases::new(all.iter().map(|phrase| (0, phrase.as_str()))),
            label: head.label.clone(),
            scope: head.r#in,
            unless: head.unless,
        }
    }

    pub fn run(&self, doc: &Document, found: &mut Findings) {
        let prose = doc.prose();
        for hit in self.phrases.find(prose.text()) {
            let Some(sentence) = prose.sentence_at(hit.range.start) else { continue };
            let span = prose.span(hit.range);
            if self.is_in_scope(doc, sentence, span.start) && !self.is_settled(doc, sentence) {
                found.flag(span, self.label.as_str());
            }
        }
        if self.scope == Scope::Title {
            self.run_in_header(doc, found);
        }
    }

    /// Where a program puts the title above the text, it stands in the header alone, which is no prose.
    fn run_in_header(&self, doc: &Document, found: &mut Findings) {
        let Some(title) = doc.field(&["title"]).filter(|it| it.in_front_matter) else { return };
        let text = doc.at(title.value);
        let is_settled = self.unless.is_some_and(|unless| {
            is_said_by_words(unless, text).unwrap_or_else(|| match unless {
                Unless::Link => !bare_addresses(text, Span::new(0, text.len())).is_empty(),
                _ => is_quoting(text) || text.matches('`').nth(1).is_some(),
            })
        });
        for hit in self.phrases.find(text).into_iter().filter(|_| !is_settled) {
            found.flag(Span::from(hit.range).after(title.value.start), self.label.as_str());
        }
    }

    fn is_in_scope(&self, doc: &Document, sentence: &Sentence, offset: usize) -> bool {
        match self.scope {
            Scope::Prose => !sentence.place.is_heading(),
            Scope::Tasks => doc.items().iter().any(|item| item.task.is_some() && item.span.holds(offset)),
            Scope::Headings => sentence.place.is_heading(),
            Scope::Title => doc.title().is_some_and(|title| title.heading.holds(offset)),
        }
    }

    /// Whether the same sentence says the rest.
    fn is_settled(&self, doc: &Document, sentence: &Sentence) -> bool {
        let Some(unless) = self.unless else { return false };
        let prose = doc.prose();
        let text = prose.said(sentence);
        let span = prose.span(sentence.range.clone());
        let has = |wanted| prose.masks(sentence.range.clone()).any(|(stand, _)| stand == wanted);
        is_said_by_words(unless, text).unwrap_or_else(|| match unless {
            Unless::Link => has(Stand::Address) || doc.links().iter().any(|link| span.overlaps(link.span)),
            _ => has(Stand::Quotation) || has(Stand::Code),
        })
    }
}

/// Whether words say the rest; none where it is said by marks, which a title above the text has without their masks.
fn is_said_by_words(unless: Unless, text: &str) -> Option<bool> {
    match unless {
        Unless::Date => Some(date::has_date(text)),
        Unless::Time => Some(has_clock_time(text)),
        Unless::Person => Some(person::names_someone(text)),
        Unless::Link | Unless::Quote => None,
    }
}
