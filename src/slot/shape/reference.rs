//! Issues and pull requests named by id or by link, and what a body says beside them.

use std::sync::LazyLock;

use super::{By, Evidence, code, said};
use crate::document::{Document, Link, Passage, Sentence, Stand, region};
use crate::text::Span;
use crate::words::english::{courtesy, failure, motive, reason, restatement, same_behaviour, template};
use crate::words::pattern::{Pattern, in_pieces};
use crate::words::{address, commit, tracker};

/// An issue, a ticket or a pull request.
pub fn issue(doc: &Document) -> Vec<Evidence> {
    let mut places = said::places(doc, tracker::find);
    let links = doc.links().iter().filter(|link| !link.image && address::leads_to_thread(&link.target));
    places.extend(links.map(|link| Evidence { span: link.span, by: By::Link }));
    // "**Fixes #12**" announces nothing, though it looks like a label.
    let labels = doc.labels().iter().filter(|it| it.bold && it.value.is_empty());
    let named = labels.filter(|it| tracker::find(doc.at(it.key)).is_some());
    places.extend(named.map(|it| Evidence { span: it.key, by: By::Prose }));
    places
}

/// The body has words of its own. A title that explains itself needs none.
pub fn own_words(doc: &Document) -> Vec<Evidence> {
    words_beside(doc, explains_itself)
}

fn words_beside(doc: &Document, explains: fn(&str) -> bool) -> Vec<Evidence> {
    let title = doc.title().filter(|title| explains(&title.title));
    if let Some(title) = title {
        return vec![Evidence { span: title.heading, by: By::Title }];
    }
    // Some put the whole body into a fence, or quote what it answers.
    let quoted = doc.passages().iter().filter(|passage| passage.quoted && !is_template(doc, passage));
    let quoted = quoted.map(|passage| Evidence { span: passage.span, by: By::Prose });
    let block = code::block(doc).into_iter().chain(quoted).next();
    block.map_or_else(|| body(doc).into_iter().map(|(place, _)| place).collect(), |block| vec![block])
}

/// Whether a quotation is what the template has there: "> Please include a summary of the change".
fn is_template(doc: &Document, passage: &Passage) -> bool {
    template::has_prompt(doc.at(passage.span))
}

/// Longer texts say more than their title, in whatever words.
const MOST_REPEATED: usize = 30;

/// Whether there are a few words below the title, none of them tells a reason, and they only say it once more, or ask and thank.
pub fn repeats_title(doc: &Document) -> bool {
    // A change after which all works as before may be said in a line.
    let is_plain = |title: &str| explains_itself(title) || same_behaviour::is_told(title);
    let Some(title) = doc.title().filter(|it| !is_plain(&it.title)) else { return false };
    let said = body(doc);
    let count: usize = said.iter().map(|(_, words)| words).sum();
    if said.is_empty() || count > MOST_REPEATED {
        return false;
    }
    let lines = said.iter().flat_map(|(place, _)| place.span.lines(doc.text()));
    let words: Vec<&str> = lines.map(|line| doc.at(line)).filter(|line| !is_trailer(line)).collect();
    // "… not the keys" goes on from the title.
    if words.first().is_some_and(|it| ["...", "\u{2026}"].iter().any(|mark| it.trim_start().starts_with(mark))) {
        return false;
    }
    let is_told = |line: &&str| {
        let is_reason = reason::find(line).is_some() || motive::gives_reason(line);
        is_reason || same_behaviour::is_all(line) || tells_new_name(line) || asks_of_somebody(line)
    };
    if words.iter().any(is_told) {
        return false;
    }
    let text = without_references(&words.join(" "));
    match restatement::new_words(&title.title, &text) {
        0 => true,
        // "Legal requires it" is one word more, and the reason; "uses the `headers` crate" is the means.
        1 if said.iter().any(|(place, _)| doc.at(place.span).contains('`')) => false,
        1 => restatement::shares(&title.title, &text) || courtesy::fits_every_change(&text),
        _ => false,
    }
}

/// "tablemap is the new listmap": a thing that its makers call otherwise has to be called so.
fn tells_new_name(line: &str) -> bool {
    const WORDS: &[&str] =
        &[" is the new ", " was renamed", " has been renamed", " is now called ", " is now part of "];
    WORDS.iter().any(|it| line.contains(it))
}

/// "Needs a picture from Ana": what is still waited for, and from whom.
fn asks_of_somebody(line: &str) -> bool {
    static AWAITED: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:needs?|waits? for|waiting for) (?:[\w-]+ ){1,4}(?:from|by) \w"]));
    AWAITED.is_match(line)
}

/// Whether the words below the title have one of the title that carries something.
pub fn shares_title(doc: &Document) -> bool {
    let is_shared = |title: &str| body(doc).iter().any(|(place, _)| restatement::shares(title, doc.at(place.span)));
    doc.title().is_some_and(|it| is_shared(&it.title))
}

/// Whether the text takes a change back, and says nothing but which.
pub fn is_bare_revert(doc: &Document) -> bool {
    const LONGEST: usize = 400;
    doc.text().len() <= LONGEST && motive::is_bare_revert(doc.text().trim_start_matches(['#', ' ']))
}

/// A text without addresses, ids and names, which say nothing by themselves.
fn without_references(text: &str) -> String {
    let is_reference = |word: &str| word.starts_with('@') || tracker::find(word).is_some() || word.contains("://");
    text.split_whitespace().filter(|word| !is_reference(word)).collect::<Vec<_>>().join(" ")
}

/// Whether nobody asks why of a change with this title: it is of a small kind, says why, or names the fault that it ends.
fn explains_itself(title: &str) -> bool {
    reason::is_self_evident(title)
        || reason::names_what_it_mends(title)
        || motive::gives_reason(title)
        || failure::find(title).is_some() && !failure::is_of_setting(title)
        || same_behaviour::is_documenting(title)
}

/// Whether nobody follows the only link below a title to learn why.
fn explains_without_link(title: &str) -> bool {
    reason::is_self_evident(title)
        || reason::tells_what_it_mends(title)
        || motive::gives_reason(title)
        || failure::is_ended(title)
        || same_behaviour::is_documenting(title)
}

/// Whether a link leads to what the title names, by a name that stands in both: below "Add `take_first`" to the page of
/// `Slots::take_first`.
fn shows_what_is_named(doc: &Document, link: &Link, title: &str) -> bool {
    let is_name = |word: &&str| word.contains('_') && word.len() > 4 && !word.starts_with('_');
    let mut names = doc.at(link.text).split(|it: char| !it.is_alphanumeric() && it != '_').filter(is_name);
    !link.is_bare() && names.any(|it| title.contains(it))
}

/// The sentences below the title, each with the number of words that are not only references.
fn body(doc: &Document) -> Vec<(Evidence, usize)> {
    let is_said = |it: &Sentence| !it.place.is_heading() && !doc.is_printed(it.passage);
    let below = doc.own_sentences().map(|(sentence, _)| sentence).filter(|it| is_said(it));
    // A line of dashes under a paragraph makes it a heading, whoever meant a rule.
    let is_underlined = |it: &&Sentence| it.place.is_heading() && !has_hash(doc, it);
    let title = doc.title().map(|title| title.heading);
    let is_below = |it: &&Sentence| title.is_none_or(|title| !title.contains(doc.prose().span(it.range.clone())));
    let below = below.chain(doc.prose().sentences().iter().filter(is_underlined).filter(is_below));
    let places = below.filter_map(|sentence| {
        let range = sentence.range.clone();
        said::evidence(doc, sentence.place, range.clone()).or_else(|| bold(doc, doc.prose().span(range)))
    });
    let places = places.filter(|place| !courtesy::says_nothing(doc.at(place.span)));
    let counted = places.map(|place| (place, place.span.lines(doc.text()).map(|line| words(doc, line)).sum()));
    let printed = checklists(doc);
    let is_printed = |span: Span| span.is_in(&printed);
    let said: Vec<_> = counted.filter(|(place, words)| *words > 0 && !is_printed(place.span)).collect();
    let has_picture = || doc.links().iter().any(|it| it.image);
    let is_form = said.iter().all(|(place, _)| is_asked(doc, place.span)) && !has_picture();
    if is_form { Vec::new() } else { said }
}

/// Whether a line is one of a form that nobody filled in: "Test plan:", "**Other information**", "What does this do?"
fn is_asked(doc: &Document, span: Span) -> bool {
    const BOLD: usize = 3;
    const LABEL: usize = 5;
    const QUESTION: usize = 12;
    let line = doc.at(span).trim();
    let bare = line.trim_end_matches(['*', '_', ' ']);
    let is_bold = || doc.label_at(span.start).is_some_and(|it| it.bold && it.value.is_empty());
    match line.split_whitespace().count() {
        words if words <= LABEL && bare.ends_with(':') => true,
        words if words <= BOLD && is_bold() => true,
        words => words <= QUESTION && asks_of_form(bare),
    }
}

/// "Why?", "What does this PR do?": what a form asks of each change.
fn asks_of_form(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default().trim_start_matches(['*', '_']).to_ascii_lowercase();
    let opens = ["what", "what's", "why", "how", "why?", "how?", "what?", "which", "who", "where"];
    line.ends_with('?') && opens.contains(&first.as_str())
}

/// The boxes of checklists, those inside of another one left out: their words are the form's, whoever ticks them.
fn checklists(doc: &Document) -> Vec<Span> {
    let is_named = |name: &str| name.to_ascii_lowercase().contains("checklist");
    let sections = doc.sections().iter().filter(|it| is_named(&it.name)).map(|it| it.body);
    let labels = doc.labels().iter().filter(|it| it.bold && is_named(&it.name)).map(|it| it.body);
    let bodies = region::outermost(sections.chain(labels).collect());
    let boxes = doc.items().iter().filter(|it| it.task.is_some()).map(|it| it.span);
    region::outermost(boxes.filter(|span| span.is_in(&bodies)).collect())
}

/// Words of a heading that is a sentence, and none of a form's.
const SENTENCE: usize = 6;

/// Whether a heading is one by its hashes, or by its length.
fn has_hash(doc: &Document, sentence: &Sentence) -> bool {
    let span = doc.prose().span(sentence.range.clone());
    let line = doc.at(doc.lines().around(span.start, doc.text()));
    line.trim_start().starts_with('#') || line.split_whitespace().nth(SENTENCE - 1).is_none()
}

/// An item that is bold from end to end and announces nothing is a statement, not a form's question.
fn bold(doc: &Document, span: Span) -> Option<Evidence> {
    let label = doc.label_at(span.start)?;
    let is_asked = doc.at(span).trim_end_matches(['*', ' ']).ends_with([':', '?']);
    (label.value.is_empty() && !is_asked).then_some(Evidence { span, by: By::List })
}

/// The words of a line that are no references, and what it names in code or in quotation marks.
fn words(doc: &Document, line: Span) -> usize {
    if is_trailer(doc.at(line)) {
        return 0;
    }
    let prose = doc.prose();
    let masks = prose.masks(prose.clean_range(line));
    let names = masks.filter(|(stand, _)| matches!(stand, Stand::Code | Stand::Quotation)).count();
    tracker::own_words(prose.clean(line)) + names
}

/// `Signed-off-by: …`, and the line that a tool signs with.
fn is_trailer(line: &str) -> bool {
    let is_signed = commit::is_trailer(line) || line.trim_end().to_ascii_lowercase().ends_with("-by:");
    is_signed || ["Generated with", "generated by", "Generated by"].iter().any(|it| line.contains(it))
}

/// "* Update the doors (#31)": the number is that under which this part of what was squashed was merged.
fn is_squashed_entry(line: &str) -> bool {
    line.trim_start().strip_prefix("* ").is_some_and(commit::is_squashed)
}

/// Enough is said for the means to be guessed: several changes, or one in some detail.
pub fn detail(doc: &Document) -> Vec<Evidence> {
    let sentences = body(doc);
    let total: usize = sentences.iter().map(|(_, words)| words).sum();
    if total < 12 { Vec::new() } else { sentences.into_iter().map(|(place, _)| place).collect() }
}

/// Whether beside its references a text says nothing of the change, or only its title once more.
fn is_wordless(doc: &Document) -> bool {
    let said = words_beside(doc, explains_without_link);
    let has_block = code::block(doc).into_iter().next().is_some() || doc.passages().iter().any(|it| it.quoted);
    let is_own = |it: &Evidence| has_block || it.by == By::Title || says_more_than_courtesy(doc, it.span);
    !said.iter().any(is_own) || repeats_title(doc) && is_title_again(doc)
}

/// Whether a place names something, or has other words than those that could stand under every change.
fn says_more_than_courtesy(doc: &Document, span: Span) -> bool {
    let prose = doc.prose();
    // The key of a label is the form's, and what it announces is the author's.
    let label = doc.label_at(span.start).filter(|it| it.bold && it.key.end <= span.end);
    let span = label.map_or(span, |it| Span::new(it.key.end.max(span.start), span.end));
    let mut masks = prose.masks(prose.clean_range(span));
    masks.any(|(stand, _)| matches!(stand, Stand::Code | Stand::Quotation | Stand::Log))
        || !courtesy::fits_every_change(prose.clean(span))
}

/// Whether the words below the title are mostly those of the title, so that a link among them adds no other.
fn is_title_again(doc: &Document) -> bool {
    let said = body(doc);
    let words: Vec<&str> = said.iter().map(|(place, _)| doc.at(place.span)).collect();
    let title = doc.title().filter(|it| !failure::is_of_texts(&it.title));
    title.is_some_and(|it| restatement::covers(&it.title, &without_references(&words.join(" "))))
}

/// What stands in the place of a reason: the links and ids of a text without words of its own. Pictures lead nowhere.
pub fn bare(doc: &Document) -> Vec<Evidence> {
    if !is_wordless(doc) {
        return Vec::new();
    }
    let mut places: Vec<Evidence> = issue(doc).into_iter().filter(|place| place.by != By::Title).collect();
    let title = doc.title().map_or("", |it| it.title.as_str());
    let leads = |link: &&Link| {
        let is_reason = !link.image && !link.target.contains('@') && !address::shows_result(&link.target);
        is_reason && !shows_what_is_named(doc, link, title)
    };
    let links = doc.links().iter().filter(leads);
    places.extend(links.map(|link| Evidence { span: link.span, by: By::Link }));
    // The link of a box in a form is the form's.
    let printed = checklists(doc);
    places.retain(|place| !place.span.is_in(&printed));
    places.sort_by_key(|place| place.span);
    // Many may stand in one long line, which is read once.
    let mut read = (Span::new(0, 0), false);
    places.retain(|place| {
        let line = doc.lines().around(place.span.start, doc.text());
        if read.0 != line || line.is_empty() {
            read = (line, is_trailer(doc.at(line)) || is_squashed_entry(doc.at(line)));
        }
        !read.1
    });
    places.dedup_by(|next, place| place.span.overlaps(next.span));
    places
}
