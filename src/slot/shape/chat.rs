//! What stands in a chat and nowhere else: decisions of which a link into a room is all that is said, and addresses of
//! messages with no word beside them. Who may open a room it does not know.

use std::cell::Cell;

use crate::document::{Document, Link, Place, Sentence};
use crate::text::Span;
use crate::words::address;
use crate::words::english::{conversation, mood, verdict};
use crate::words::near::{ahead, behind};

/// More words than these beside the links say themselves what was decided.
const MOST_WORDS: usize = 3;

/// Headings and labels of what was decided, and of why.
const DECISION: &[&str] = &[
    "decision",
    "decision outcome",
    "decision made",
    "final decision",
    "outcome",
    "verdict",
    "resolution",
    "conclusion",
    "conclusion/resolution",
    "approval",
    "sign-off",
    "agreement",
    "rationale",
    "reason",
    "reasoning",
    "justification",
    "why",
    "root cause",
];

/// A sentence of more words than these says itself what the linked message says.
const MOST_TOPIC_WORDS: usize = 3;

/// The links that are the only record of a decision or of its reason.
pub fn only_records(doc: &Document) -> Vec<Span> {
    if !doc.has_room() {
        return Vec::new();
    }
    let mut places: Vec<Span> = doc.under(DECISION).into_iter().filter_map(|part| only_link(doc, part)).collect();
    let prose = doc.prose();
    places.extend(prose.sentences().iter().enumerate().filter_map(|(index, it)| reason_elsewhere(doc, index, it)));
    places.sort();
    places.dedup();
    places
}

/// The first link of a part that holds nothing but links into rooms, and a topic.
fn only_link(doc: &Document, part: Span) -> Option<Span> {
    let links = doc.links_in(part);
    let text = doc.prose().clean(part);
    let is_empty =
        doc.code_in(part).is_empty() && conversation::words_beside_chat(text) <= MOST_WORDS && !verdict::is_given(text);
    let first = links.first().filter(|_| is_empty && links.iter().all(|link| doc.leads_to_room(link)))?;
    Some(first.span)
}

/// The link of a sentence that sends its reader elsewhere for the reason, where no other sentence beside it gives one.
fn reason_elsewhere(doc: &Document, index: usize, sentence: &Sentence) -> Option<Span> {
    if sentence.place.is_heading() {
        return None;
    }
    // Few sentences have a link, and of fewer all lead into rooms.
    let links = doc.links_in(doc.prose().span(sentence.range.clone()));
    let first = links.first().filter(|_| links.iter().all(|link| doc.leads_to_room(link)))?;
    let text = |it: &Sentence| doc.prose().said(it);
    if !verdict::is_sent_elsewhere(text(sentence)) {
        return None;
    }
    let beside = [index.checked_sub(1), Some(index + 1)].into_iter().flatten();
    let mut beside =
        beside.filter_map(|it| doc.prose().sentences().get(it)).filter(|it| it.passage == sentence.passage);
    (!beside.any(|it| conversation::gives_reason(text(it)))).then_some(first.span)
}

/// The addresses of messages in a chat beside which nothing says what stands there.
pub fn bare_messages(doc: &Document) -> Vec<Span> {
    // The links of one sentence follow each other: what holds for it is asked once.
    let last = Cell::new(None);
    let has_public_link = |sentence: &Sentence| match last.get() {
        Some((start, known)) if start == sentence.range.start => known,
        _ => {
            let known = has_public_link(doc, sentence);
            last.set(Some((sentence.range.start, known)));
            known
        }
    };
    let links = doc.links().iter().filter(|link| address::leads_to_message(&link.target));
    // "The format is: `https://…`": an address in code is shown, and leads nowhere.
    let is_shown = |link: &Link| is_form(doc, link.span) && doc.is_code(link);
    let links = links.filter(|link| !is_shown(link));
    links.map(|link| link.span).filter(|span| is_bare(doc, *span, &has_public_link)).collect()
}

/// Whether the words before an address say that it shows a form.
fn is_form(doc: &Document, link: Span) -> bool {
    const FORMS: &[&str] = &["format", "looks like", "look like", "form", "form of", "pattern", "example", "is like"];
    let line = doc.line_around(link.start);
    let led = behind(doc.at(Span::new(line.start, link.start))).to_lowercase();
    let led = led.trim_end_matches(|it: char| !it.is_alphanumeric());
    let led = led.strip_suffix(" is").unwrap_or(led);
    FORMS.iter().filter_map(|it| led.strip_suffix(it)).any(|it| it.is_empty() || it.ends_with(' '))
}

/// Whether nothing but a topic stands beside an address: what was said is behind it alone.
fn is_bare(doc: &Document, link: Span, has_public_link: &dyn Fn(&Sentence) -> bool) -> bool {
    let prose = doc.prose();
    let at = prose.clean_range(link).start;
    let Some(sentence) = prose.sentence_at(at) else { return true };
    let led = behind(&prose.text()[sentence.range.start..at]);
    if mood::is_example(led) {
        return false;
    }
    let before = conversation::words_beside_chat(led);
    let rest = ahead(&prose.text()[at..sentence.range.end]);
    let words = before + conversation::words_beside_chat(rest);
    // "See the chat for the registration link": it is how to come, and nothing was said.
    const OF_EVENT: &[&str] = &[
        "zoom",
        "register",
        "registration",
        "invite",
        "invitation",
        "calendar",
        "meeting link",
        "link to the meeting",
    ];
    let is_of_event = || {
        let said = [led, rest].map(str::to_lowercase);
        OF_EVENT.iter().any(|it| said.iter().any(|said| said.contains(it)))
    };
    // What was to be talked over, above what was.
    let is_led = || led.trim().trim_end_matches(':').eq_ignore_ascii_case("agenda");
    let is_of_agenda = || is_led() || words <= 1 && rest.to_lowercase().contains("agenda");
    words <= MOST_TOPIC_WORDS
        && !is_of_event()
        && !is_of_agenda()
        && !is_supplement(doc, sentence)
        && !has_public_link(sentence)
        && !is_shown_below(doc, link)
        && !is_told_below(doc, (led, rest), link)
        && !is_where_to_meet(doc, link)
}

/// Whether the points below the item of a link say what stands there. "See the thread for more context" says that they leave
/// something out.
fn is_told_below(doc: &Document, (led, rest): (&str, &str), link: Span) -> bool {
    if [led, rest].iter().any(|it| it.contains("context") || it.contains("details")) {
        return false;
    }
    let Some(below) = doc.items_around(link).next().and_then(|item| {
        let first = doc.items().partition_point(|it| it.span.start <= item.span.start);
        doc.items().get(first).filter(|it| item.span.contains(it.span))?.passage
    }) else {
        return false;
    };
    let at = doc.passages()[below].span;
    let next = doc.actions().partition_point(|it| it.span.start < at.start);
    let is_action = doc.actions().get(next).is_some_and(|it| it.span.overlaps(at));
    !is_action && conversation::words_beside_chat(doc.prose().passage(below)) > MOST_TOPIC_WORDS
}

/// Headings, labels and columns of where people are met.
const WHERE_TO_MEET: &[&str] = &["contact", "contacts", "contact us", "communication", "community"];

/// Whether a link stands where people are met, and leads to nothing that was said.
fn is_where_to_meet(doc: &Document, link: Span) -> bool {
    let is_named = |name: &str| WHERE_TO_MEET.contains(&name);
    doc.column_at(link).is_some_and(is_named)
        || doc.section_at(link.start).is_some_and(|it| is_named(&it.name))
        || doc.label_at(link.start).is_some_and(|it| is_named(&it.name))
}

/// Whether code stands right below a link, or a quotation: what the message shows.
fn is_shown_below(doc: &Document, link: Span) -> bool {
    const LINES: usize = 2;
    let is_near = |at: usize| doc.line(at) <= doc.line(link.end) + LINES;
    let code = doc.code().get(doc.code().partition_point(|it| it.span.start < link.end));
    let next = doc.passages().get(doc.passages().partition_point(|it| it.span.start < link.end));
    code.is_some_and(|it| is_near(it.span.start)) || next.is_some_and(|it| it.quoted && is_near(it.span.start))
}

/// Whether one of the two sentences before tells it, and this one only leads to more of it; or the next one tells it.
fn is_supplement(doc: &Document, sentence: &Sentence) -> bool {
    let sentences = doc.prose().sentences();
    let index = sentences.partition_point(|it| it.range.start < sentence.range.start);
    let mut before = sentences[index.saturating_sub(2)..index].iter().filter(|it| it.passage == sentence.passage);
    let text = |it: &Sentence| doc.prose().said(it);
    let is_more = conversation::is_more(text(sentence));
    // "(From the talk at https://…)", and then all of it.
    const NEXT: usize = 4;
    let mut next = sentences[index + 1..].iter().take(NEXT);
    if conversation::is_source(text(sentence)) && next.any(|it| !it.place.is_heading()) {
        return true;
    }
    before.any(|it| is_more || conversation::gives_reason(text(it)) || conversation::tells_remedy(text(it)))
        || is_told_after(doc, index)
}

/// Whether the next sentence says what came of a talk. Behind a talk that ends its paragraph it has to begin with it.
pub fn is_told_after(doc: &Document, index: usize) -> bool {
    let sentences = doc.prose().sentences();
    let Some(next) = sentences.get(index + 1).filter(|it| !it.place.is_heading()) else { return false };
    let is_beside = next.passage == sentences[index].passage;
    // "Discussed offline. I'll merge this as it is": nothing but the talk, and then what came of it.
    const BARE: usize = 5;
    let said = doc.prose().said(next);
    let is_bare = || doc.prose().said(&sentences[index]).split_whitespace().nth(BARE).is_none();
    conversation::tells_outcome(said, !is_beside) || is_beside && is_bare() && conversation::tells_next_step(said)
}

/// Whether one of the next points of its cell says what came of a talk: "Offline discussion of the name. <br> The name is proposed
/// to the board."
pub fn is_told_in_cell(doc: &Document, index: usize) -> bool {
    const NEXT: usize = 6;
    let sentences = doc.prose().sentences();
    let at = &sentences[index];
    let behind = sentences[index + 1..].iter().take(NEXT).take_while(|it| it.passage == at.passage);
    at.place == Place::Cell && behind.map(|it| doc.prose().said(it)).any(conversation::tells_proposal)
}

/// Whether the sentence leads to a place that everybody can read, or the next one does to what was recorded.
pub fn has_public_link(doc: &Document, sentence: &Sentence) -> bool {
    const RECORDS: &[&str] = &["recording", "recorded", "transcript", "video", "notes", "minutes"];
    let sentences = doc.prose().sentences();
    let next = sentences.partition_point(|it| it.range.start <= sentence.range.start);
    let next = sentences.get(next).filter(|it| it.passage == sentence.passage);
    let tells = |it: &&Sentence| {
        let said = doc.prose().said(it).to_lowercase();
        RECORDS.iter().any(|word| said.contains(word))
    };
    leads_to_public(doc, sentence) || next.filter(tells).is_some_and(|it| leads_to_public(doc, it))
}

fn leads_to_public(doc: &Document, sentence: &Sentence) -> bool {
    let span = doc.prose().span(sentence.range.clone());
    let first = doc.links().partition_point(|link| link.span.end <= span.start);
    let inside = doc.links()[first..].iter().take_while(|link| link.span.start < span.end);
    inside.filter(|link| !link.image).any(|link| !address::leads_to_message(&link.target))
}
