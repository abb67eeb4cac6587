//! `rules/decide/unrejected-alternative.md`

use std::cell::LazyCell;

use crate::document::{Document, Passage, Place};
use crate::finding::Findings;
use crate::slot::options::{self, Choice, Weighing};
use crate::slot::standing;
use crate::slot::{State, fill};
use crate::text::Span;
use crate::words::case;
use crate::words::english::status::Standing;
use crate::words::english::{hedge, template, tradeoff};
use crate::words::near::ahead;
use crate::words::sentence::count_words;

/// An option that is described in more words than these is more than a name.
const NAME_WORDS: usize = 12;
/// So many words beside the options say something of all of them.
const BESIDE_WORDS: usize = 12;
/// Bytes. What is longer has more words than those.
const LONG: usize = 1000;
/// Each name is looked for in the whole text: nobody weighs more options than these.
const MOST_OPTIONS: usize = 40;

/// Where the choice is told and its reasons are given.
const TOLD: &[&str] = &[
    "decision",
    "decision outcome",
    "outcome",
    "chosen option",
    "rationale",
    "reason",
    "reasoning",
    "why",
    "justification",
    "consequence",
    "trade-off",
    "tradeoff",
    "argument",
    "conclusion",
    "recommendation",
    "pro and con of the option",
];

pub fn check(doc: &Document, found: &mut Findings) {
    let weighings = options::weighed(doc);
    if weighings.is_empty() || is_undecided(doc) {
        return;
    }
    let is_silent = |it: &&Weighing| !is_asked(doc, it) && !is_explained_together(doc, it) && !has_verdicts(doc, it);
    let silent = weighings.iter().filter(is_silent);
    let bare = silent.flat_map(|it| it.options.iter().map(move |option| (it, option)));
    let bare: Vec<_> =
        bare.filter(|(_, option)| is_bare(doc, option) && !is_taken(doc, option.name)).take(MOST_OPTIONS).collect();
    let told = if bare.is_empty() { Vec::new() } else { doc.under(TOLD) };
    let gives_reasons = LazyCell::new(|| {
        let mut passages = doc.passages_of(&told).filter(|it| !doc.passages()[*it].place.is_heading());
        passages.any(|it| tradeoff::weighs(doc.prose().passage(it)) || tradeoff::is_explained(doc.prose().passage(it)))
    });
    for (weighing, option) in bare {
        if !is_named_elsewhere(doc, weighing, option) && !is_told(doc, &told, weighing, option) {
            let flag = found.flag(option.name, "nothing says why not");
            // Why one was taken is often why the others were not.
            if *gives_reasons {
                flag.unsure();
            }
        }
    }
}

/// Whether nothing was chosen yet: it is a proposal, and where the decision would stand nothing does, or that it is open. A
/// design says what it proposes.
fn is_undecided(doc: &Document) -> bool {
    const DECISION: &[&str] = &["decision", "decision outcome", "outcome", "chosen option"];
    let is_open = standing::of(doc) == Some(Standing::Open);
    let parts = if is_open { doc.under(DECISION) } else { Vec::new() };
    let mut said = doc.passages_of(&parts).filter(|it| !doc.passages()[*it].place.is_heading());
    !parts.is_empty() && said.all(|it| is_put_off(doc.prose().passage(it)))
}

/// Whether the options are answers to a question that is still open: they stand below "Design questions".
fn is_asked(doc: &Document, weighing: &Weighing) -> bool {
    const ANSWERED: &[&str] =
        &["decision", "decision outcome", "outcome", "chosen option", "conclusion", "recommendation"];
    let mut around = doc.sections_around(weighing.part.start);
    around.any(|it| it.level > 1 && it.name.contains("question")) && doc.under(ANSWERED).is_empty()
}

/// "To be decided.", "Pending", "We will decide in the next guild meeting".
fn is_put_off(said: &str) -> bool {
    const SAID: &[&str] =
        &["pending", "open", "none yet", "not decided", "undecided", "will decide", "will be decided"];
    let lower = said.to_lowercase();
    hedge::find(said).is_some() || SAID.iter().any(|it| lower.contains(it))
}

/// Whether the option is a name and no word for or against it. What is as it was needs no other reason than the
/// problem itself, and a link leads to more.
fn is_bare(doc: &Document, option: &Choice) -> bool {
    let text = doc.prose().clean(option.place);
    let has_code = doc.code_in(option.place).iter().any(|code| option.place.contains(code.span));
    let name = called(doc, option).trim();
    // A heading over nothing is a part of a form, and no option.
    let is_form = option.has_heading && fill(doc, option.body()) != State::Present;
    let is_link = name.starts_with('[') && name.contains("](")
        || name.contains("://")
        || name.contains("#L")
        || !doc.links_in(option.body()).is_empty();
    // "This RFC could be a mere fix" speaks of the text, which weighs itself against nothing.
    let is_of_text = ["This RFC ", "This proposal "].iter().any(|it| name.starts_with(it));
    // "The options must be sorted" is a requirement, and chosen by nobody.
    let is_required = text.contains(" must ");
    // "What else was considered?" is the question of a form.
    let is_question = text.trim_end().ends_with('?') || text.trim_start_matches('@').starts_with("TODO");
    // "Sticky sessions (uneven load)" says in brackets what is to be said of it.
    let is_remarked = text
        .trim_end_matches('.')
        .strip_suffix(')')
        .and_then(|it| it.rsplit_once(" ("))
        .is_some_and(|(_, it)| it.contains(' '));
    count_words(text) <= NAME_WORDS
        && !is_question
        && !template::is_declined(text)
        && !is_remarked
        && !is_required
        && !is_of_text
        && !has_code
        && !is_link
        && !is_form
        && !tradeoff::weighs(text)
        && !tradeoff::keeps_things(text)
        && !tradeoff::is_explained(text)
}

/// Whether some of the items are no options but what is said of the one before: "Drawback: …".
fn has_verdicts(doc: &Document, weighing: &Weighing) -> bool {
    weighing.options.iter().any(|option| tradeoff::is_verdict(doc.prose().clean(option.name)))
}

/// Whether what stands beside the options speaks of all of them.
fn is_explained_together(doc: &Document, weighing: &Weighing) -> bool {
    doc.passages_in(weighing.part).any(|index| {
        let passage = &doc.passages()[index];
        // Options stand one below the other.
        let before = weighing.options.partition_point(|option| option.place.start <= passage.span.start);
        let is_beside = !weighing.options[..before].last().is_some_and(|it| it.place.contains(passage.span));
        let text = doc.prose().passage(index);
        is_beside && (text.len() > LONG || count_words(text) > BESIDE_WORDS || tradeoff::weighs(text))
    }) || is_told_of_all(doc, weighing)
}

/// Whether what stands behind the options, or in the last line of the last one, speaks of all of them: "All of these approaches
/// lose messages".
fn is_told_of_all(doc: &Document, weighing: &Weighing) -> bool {
    const ALL: &[&str] =
        &["all of these", "all of those", "all of them", "all these", "none of ", "each of th", "both "];
    let Some(last) = weighing.options.last() else { return false };
    let next = doc.passages().partition_point(|it| it.span.start < last.place.end);
    let is_said = |passage: &&Passage| !passage.place.is_heading() && passage.place != Place::Item;
    let behind = doc.passages().get(next).filter(is_said).map(|_| doc.prose().passage(next));
    let mut said = doc.at(last.place).lines().skip(1).chain(behind).map(|it| ahead(it.trim_start()).to_lowercase());
    said.any(|it| ALL.iter().any(|all| it.starts_with(all)))
}

/// What an option is called, without what is said aside there.
fn called<'d>(doc: &'d Document, option: &Choice) -> &'d str {
    doc.at(doc.without_comments(option.name))
}

/// Whether the text speaks of the option at another place than its list.
fn is_named_elsewhere(doc: &Document, weighing: &Weighing, option: &Choice) -> bool {
    let name = tradeoff::key(called(doc, option));
    if name.is_empty() {
        return true;
    }
    if tradeoff::letter(called(doc, option)).is_some_and(|letter| has_part(doc, weighing, letter)) {
        return true;
    }
    let text = case::lowered(doc.at(weighing.scope));
    let own = option.place.start.saturating_sub(weighing.scope.start);
    let title = doc.title().map_or(Span::new(0, 0), |title| title.heading);
    text.match_indices(&name).any(|(at, _)| {
        let is_own = at >= own && at < own + option.place.len();
        !is_own && !title.holds(weighing.scope.start + at)
    })
}

/// Whether an option has a part of its own behind the list, by its letter: "Option B", "B. A queue".
fn has_part(doc: &Document, weighing: &Weighing, letter: char) -> bool {
    let behind = doc.sections().iter().filter(|it| it.heading.start >= weighing.part.end);
    let mut of_letter = behind.filter(|it| tradeoff::letter(&it.title) == Some(letter));
    of_letter.any(|it| fill(doc, it.body) == State::Present)
}

/// Whether a word that only this option has stands where the choice is told.
fn is_told(doc: &Document, told: &[Span], weighing: &Weighing, option: &Choice) -> bool {
    let prose = doc.prose();
    let others: Vec<&str> =
        weighing.options.iter().filter(|it| it.place != option.place).map(|it| prose.clean(it.name)).collect();
    let own = tradeoff::telling_words(called(doc, option), &others);
    let is_apart = |part: &Span| weighing.scope.contains(*part) && !weighing.part.overlaps(*part);
    let parts: Vec<Span> = told.iter().copied().filter(is_apart).collect();
    let letter = tradeoff::letter(called(doc, option));
    doc.passages_of(&parts).any(|index| {
        let passage = &doc.passages()[index];
        let is_named = || letter.is_some_and(|letter| tradeoff::begins_with(prose.passage(index), letter));
        !passage.place.is_heading() && (is_named() || tradeoff::holds_any(doc.at(passage.span), &own))
    })
}

/// "Wait for the next release (recommended)", "The proposed queue": it was not turned down.
fn is_taken(doc: &Document, name: Span) -> bool {
    const MARKS: &[&str] = &["(recommended)", "(chosen)", "(selected)", "(preferred)", "(accepted)"];
    let named = ahead(&doc.text()[name.start..]).lines().next().unwrap_or_default().to_lowercase();
    let name = named.trim_start_matches(|it: char| !it.is_alphanumeric());
    MARKS.iter().any(|it| named.contains(it)) || ["the proposed ", "proposed: "].iter().any(|it| name.starts_with(it))
}
