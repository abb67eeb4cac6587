//! `rules/ask/unnumbered-questions.md`

use std::ops::Range;
use std::sync::LazyLock;

use crate::document::{Document, Place, Said};
use crate::finding::Findings;
use crate::text::{Span, line_end};
use crate::words::case;
use crate::words::english::ask;
use crate::words::letters::squeezed;
use crate::words::list::is_among;
use crate::words::near::ahead;
use crate::words::pattern::{Pattern, in_pieces};

/// Two are remembered.
const MANY: usize = 3;
/// Fewer words only drive the last question home: "Right?"
const FEWEST_WORDS: usize = 4;

/// The first paragraph that asks several things in a row.
pub fn check(doc: &Document, found: &mut Findings) {
    let asked: Vec<Said<bool>> =
        doc.in_sentences(is_question).filter(|it| it.sentence.place == Place::Paragraph).collect();
    let mut paragraphs = asked.chunk_by(|a, b| a.sentence.passage == b.sentence.passage);
    let said = |it: &Said<bool>| &doc.prose().text()[it.sentence.range.clone()];
    let is_many = |it: &[Said<bool>]| {
        let own = it.iter().enumerate().filter(|(at, asked)| *at == 0 || !follows(said(asked)));
        let opens_choice = usize::from(is_opening(said(&it[0])));
        own.count() - opens_choice >= MANY
            && !it.iter().any(|asked| is_numbered(said(asked)))
            && !has_lost_letters(&doc.prose().text()[it[0].sentence.range.start..it[it.len() - 1].sentence.range.end])
    };
    if let Some(asked) = paragraphs.find(|it| it.len() >= MANY && is_many(it)) {
        let questions: Vec<Range<usize>> = asked.iter().map(|it| it.sentence.range.clone()).collect();
        flag(doc, &questions, asked[asked.len() - 1].index - asked[0].index + 1 == asked.len(), found);
    }
}

/// One that is put to somebody, and not the other half of the one before.
fn is_question(sentence: &str) -> bool {
    let is_other_half = case::begins(sentence, "or ");
    ask::find_question(sentence).is_some()
        && sentence.trim_end().ends_with('?')
        && sentence.split_whitespace().count() >= FEWEST_WORDS
        && !is_other_half
        && !has_mangled_marks(sentence)
        && !is_tag(sentence)
        && (is_at_word(sentence) || asks_in_words(sentence))
        && !sentence.trim_start().starts_with("Maybe ")
}

/// "Whose is it?", and not "Whose is it ?": the mark is the only one, and stands at a word.
fn is_at_word(sentence: &str) -> bool {
    let bare = sentence.trim_end().trim_end_matches('?');
    !bare.ends_with(' ') && !bare.contains('?')
}

/// A mark without any word that asks is the rest of something else: "Intel? Core? i7 with four cores ?"
fn asks_in_words(sentence: &str) -> bool {
    const WORDS: &str = "am any anyone anybody are aren't can can't could couldn't did didn't do does doesn't don't else has \
        have how if is isn't may might need or ought shall should shouldn't suggestions thoughts was were what what's when \
        where which who who's whom whose why will won't would wouldn't you your";
    ahead(sentence)
        .split(|it: char| !it.is_alphabetic() && !matches!(it, '\'' | '\u{2019}'))
        .any(|word| is_among(WORDS, &word.replace('\u{2019}', "'").to_ascii_lowercase()))
}

/// "It could be blocked, right?": who says so only wants a nod.
fn is_tag(sentence: &str) -> bool {
    const TAGS: &str = "right correct no yes ok okay yeah";
    let bare = sentence.trim_end_matches(['?', ' ']);
    let before = bare.trim_end_matches(char::is_alphabetic);
    is_among(TAGS, &bare[before.len()..].to_ascii_lowercase())
        && before.trim_end().ends_with(['.', ',', '-', '\u{2013}', '\u{2026}'])
}

/// "If so, is it optional?", "That is, the first one?", "What exactly is it?": the same question, asked once more or in parts.
fn follows(sentence: &str) -> bool {
    static FOLLOWS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*(?:and |but |so )?(?:if (?:so|not|yes|no|you said|the latter|the former)|that is|this is|i\.e\.|in other words|specifically|or|otherwise|alternatively|(?:what|which|how) (?:specifically|exactly)|is it (?:the|an?|just|only|because))(?-u:\b)",
        ])
    });
    FOLLOWS.is_match(sentence)
}

/// "Thoughts on how to handle it?": the ways to do so follow as questions.
fn is_opening(sentence: &str) -> bool {
    const OPENINGS: &[&str] = &["thoughts on ", "any thoughts on ", "ideas on ", "opinions on ", "what should we do "];
    let lower = ahead(sentence).trim_start().to_lowercase();
    OPENINGS.iter().any(|it| lower.starts_with(it))
}

/// "Question 2: where is it kept?", "Q2. Where is it kept?", "(B) Where is it kept?", "3a) Where is it kept?"
fn is_numbered(sentence: &str) -> bool {
    static NUMBERED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"(?-u:\b)(?:question|q)[ #-]{0,2}\d{1,2} ?[:.)]", r"|^\W{0,9}(?:[a-h]|\d[a-h])\) "])
    });
    NUMBERED.is_match(ahead(sentence))
}

/// On the way from one set of letters to another each one that is unknown becomes a question mark, and so does each blank of
/// what was indented: marks alone in a row, or with nothing before them on their line.
fn has_lost_letters(passage: &str) -> bool {
    passage.contains("? ? ")
        || passage.contains(" ????")
        || passage.lines().skip(1).any(|it| it.trim_start().starts_with('?'))
}

/// Quotation marks that were lost on the way stand as question marks: "the ?size? field".
fn has_mangled_marks(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    bytes.windows(2).any(|pair| pair[0] == b'?' && pair[1].is_ascii_alphanumeric())
}

fn flag(doc: &Document, questions: &[Range<usize>], in_a_row: bool, found: &mut Findings) {
    let prose = doc.prose();
    let spans: Vec<Span> = questions.iter().map(|it| prose.span(it.clone())).collect();
    let flag = found.flag(spans[0], format!("{} questions in one paragraph", spans.len()));
    for span in &spans[1..] {
        flag.and(*span, "another one");
    }
    if let Some(paragraph) = doc.parted(&spans).filter(|_| in_a_row) {
        let (at, list) = listed(doc, &spans, paragraph);
        flag.suggest("make them a numbered list", at, list);
    }
}

/// The questions as a list, and what it takes the place of: with an empty line between it and what else stands there.
fn listed(doc: &Document, spans: &[Span], paragraph: Span) -> (Span, String) {
    let items: Vec<String> =
        spans.iter().enumerate().map(|(at, span)| format!("{}. {}", at + 1, squeezed(doc.at(*span)))).collect();
    let mut place = Span::new(spans[0].start, spans[spans.len() - 1].end);
    let before = doc.at(Span::new(paragraph.start, place.start)).trim_end();
    let rest = doc.at(Span::new(place.end, paragraph.end)).trim_start();
    place.start = paragraph.start + before.len();
    let line = doc.text()[paragraph.end..].lines().nth(1);
    let end = line_end(doc.text());
    let lead = if before.is_empty() { String::new() } else { end.repeat(2) };
    let tail = match rest {
        // A table would be one of the last item.
        "" => end.repeat(usize::from(line.is_some_and(|it| !it.trim().is_empty()))),
        rest => {
            place.end = paragraph.end - rest.len();
            end.repeat(2)
        }
    };
    (place, format!("{lead}{}{tail}", items.join(end)))
}
