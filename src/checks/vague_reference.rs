//! `rules/refer/vague-reference.md`

use std::cell::LazyCell;
use std::ops::Range;

use crate::change;
use crate::document::{Document, Place, Said, Section, Sentence};
use crate::finding::Findings;
use crate::text::Origin;
use crate::words::address::local;
use crate::words::english::reference::{self, Family};
use crate::words::english::{conversation, failure, verb};
use crate::words::{near, tracker};

pub fn check(doc: &Document, found: &mut Findings) {
    let prose = doc.prose();
    let is_message = doc.is_message();
    let is_change = change::is_described_in(doc);
    // Beside the message of a commit stands the change itself.
    let has_evidence = LazyCell::new(|| doc.is_of_commit() || doc.has_evidence());
    let mut places: Vec<(Family, bool, Range<usize>)> = Vec::new();
    let said = doc.in_sentences_with(&reference::WORDS, reference::find);
    for Said { index, sentence, text, found } in said.filter(|it| !it.sentence.place.is_heading()) {
        let start = sentence.range.start;
        for reference in found {
            let family = reference.family;
            let range = start + reference.range.start..start + reference.range.end;
            let is_resolved = match family {
                _ if is_own_name(doc, &text[reference.range.clone()]) => true,
                Family::Artefact => {
                    *has_evidence
                        || is_named_before(doc, prose.sentences(), index, &text[reference.range.clone()])
                        || is_fault(&text[reference.range.clone()]) && is_told_before(doc, prose.sentences(), index)
                }
                // "Copy the address of one of their posts": any of them, on a page that tells how.
                Family::Owned if is_any_of_theirs(doc, &text[reference.range.clone()], sentence) => true,
                Family::Owned | Family::Shown => is_tracked(doc, sentence.range.clone()),
                Family::Thing if is_change && is_part_of_code(&text[reference.range.clone()]) => true,
                _ if is_told_behind(&text[reference.range.end..]) => true,
                Family::Thing | Family::Shared => is_near_something(doc, prose.sentences(), index),
                // Where the sentence says in which call or chat, that is what is lost: another rule asks for it.
                Family::Talk | Family::EarlierTalk => {
                    conversation::find(text).is_some()
                        // What follows tells it, or what stands above.
                        || text.trim_end().ends_with(':')
                        || !is_message && text[reference.range.clone()].contains("just ")
                        || is_written_down(doc, prose.sentences(), index, range.end)
                        || !is_message && is_of_today(prose.text(), &range)
                        || is_of_this_talk(near::ahead(&text[reference.range.end..]))
                }
            };
            if !is_resolved {
                let is_sure = (is_message && !doc.is_record()
                    || is_outside(doc, family, sentence, text, &reference.range))
                    && !is_in_series(doc, &text[reference.range.clone()])
                    && !is_of_debate(doc, sentence, &text[reference.range.clone()]);
                places.push((family, is_sure, range));
            }
        }
    }
    places.extend(in_tasks(doc));
    for (family, is_sure) in Family::ALL.into_iter().flat_map(|family| [(family, true), (family, false)]) {
        let mut alike = places.iter().filter(|(it, sure, _)| *it == family && *sure == is_sure);
        let Some((.., first)) = alike.next() else { continue };
        let flag = found.flag(prose.span(first.clone()), family.unknown()).asks(family.question());
        flag.is_firm = doc.source().origin != Origin::File;
        if !is_sure {
            flag.unsure();
        }
        for (.., further) in alike {
            flag.and(prose.span(further.clone()), "here as well");
        }
    }
}

/// "The home page of the design doc", in "DesignDocHome.md": it is what its own name says.
fn is_own_name(doc: &Document, words: &str) -> bool {
    const SHORTEST: usize = 6;
    let plain = |text: &str| text.chars().filter(|it| it.is_alphanumeric()).collect::<String>().to_lowercase();
    let named = plain(words.get(..4).filter(|it| it.eq_ignore_ascii_case("the ")).map_or(words, |_| &words[4..]));
    let is_named = |path: &str| plain(local::name(path)).contains(&named);
    named.len() >= SHORTEST && doc.source().path().is_some_and(is_named)
}

/// "Then the conditional stuff", "the virtual media thing", of a change: two words name a part of the code, and it lies
/// beside its text.
fn is_part_of_code(words: &str) -> bool {
    const WITH_TWO: usize = 4;
    words.ends_with(" stuff") || words.split(' ').count() >= WITH_TWO
}

/// "The timer stuff, like who wakes it": an example says what is meant.
fn is_told_behind(after: &str) -> bool {
    [", like ", ", such as ", " such as ", ", e.g. ", " (e.g. ", ", for example "]
        .iter()
        .any(|it| after.starts_with(it))
}

fn is_fault(words: &str) -> bool {
    ["that issue", "that bug"].contains(&&*words.to_ascii_lowercase())
}

/// Whether the sentence before tells what went wrong: "The lock was held too long. This fixes that bug."
fn is_told_before(doc: &Document, sentences: &[Sentence], index: usize) -> bool {
    const FEWEST_WORDS: usize = 5;
    let before = index.checked_sub(1).map(|before| &sentences[before]);
    before.filter(|it| it.passage == sentences[index].passage).is_some_and(|it| {
        let said = near::ahead(doc.prose().said(it));
        failure::find(said).is_some()
            || change::is_described_in(doc) && said.split_whitespace().nth(FEWEST_WORDS - 1).is_some()
    })
}

/// Whether one of the two sentences before names such a thing: "I have a second PR ready. Let us wait for that PR."
fn is_named_before(doc: &Document, sentences: &[Sentence], index: usize, words: &str) -> bool {
    let noun = words.rsplit(' ').next().unwrap_or_default().trim_end_matches('s').to_ascii_lowercase();
    let is_noun = |it: &str| it.trim_end_matches('s') == noun;
    let names = |it: &Sentence| {
        let said = near::behind(doc.prose().said(it)).to_ascii_lowercase();
        said.split(|it: char| !it.is_alphanumeric()).any(is_noun)
    };
    noun.len() > 1 && sentences[index.saturating_sub(2)..index].iter().any(names)
}

fn is_any_of_theirs(doc: &Document, words: &str, sentence: &Sentence) -> bool {
    words.to_ascii_lowercase().contains(" their ") && doc.is_page_at(doc.prose().span(sentence.range.clone()).start)
}

/// "As we discussed in this meeting, it was decided that …": it stands here.
fn is_of_this_talk(after: &str) -> bool {
    ["in this meeting", "in this call", "it was decided", "we decided", "it was agreed"]
        .iter()
        .any(|it| after.contains(it))
}

/// Of "what was discussed last time" minutes tell that lie beside these.
fn is_in_series(doc: &Document, words: &str) -> bool {
    doc.is_minutes() && words.ends_with(" last time") && ["discuss", "talk"].iter().any(|it| words.contains(it))
}

/// Who speaks in a debate that is written down recalls what was said some turns before, or in the minutes of last week, and
/// goes on to tell what it was: "Ada: we already discussed that last meeting", "[bo] it differs, as discussed before".
fn is_of_debate(doc: &Document, sentence: &Sentence, words: &str) -> bool {
    const EARLIER: &[&str] =
        &[" last week", " last month", " last meeting", " last call", " the other day", " before", " previously"];
    let lower = words.to_ascii_lowercase();
    let is_talk = lower.contains("discuss") || lower.contains("talk");
    let is_earlier = || EARLIER.iter().any(|it| lower.ends_with(it)) && !lower.starts_with("when ");
    is_talk && (is_earlier() || lower.starts_with("the thing")) && doc.is_minutes() && doc.has_speaker(sentence)
}

/// Open tasks about a thing that only their writer can tell.
fn in_tasks(doc: &Document) -> Vec<(Family, bool, Range<usize>)> {
    let prose = doc.prose();
    // To read what is to be done takes longer than all that is asked of it here.
    if !prose.has_passage(&reference::WORDS_OF_TASKS, reference::may_be_in_task) {
        return Vec::new();
    }
    let open = doc.actions().iter().filter(|action| action.is_open() && action.is_task() && !action.is_tracked());
    let found = open.filter_map(|action| {
        let task = prose.clean_range(action.span);
        let reference = reference::find_in_task(&prose.text()[task.clone()])?;
        let range = task.start + reference.range.start..task.start + reference.range.end;
        let is_known = is_tracked(doc, task) || is_of_speaker(doc, &range);
        (!is_known).then_some((reference.family, true, range))
    });
    found.collect()
}

/// "Rosa's comments", where Rosa has just said something: a few lines above begin with her name, or with those words, or a section
/// is hers: "The seal (Rosa Li)".
fn is_of_speaker(doc: &Document, range: &Range<usize>) -> bool {
    const NEAR: usize = 12;
    const MOST: usize = 64;
    let (prose, at) = (doc.prose(), range.start);
    let words = &prose.text()[range.clone()];
    let Some((name, what)) = words.split_once(['\'', '\u{2019}']) else { return false };
    let own = prose.passage_at(at);
    let begins = |index: usize| {
        let rest = prose.passage(index).strip_prefix(name);
        rest.is_some_and(|it| it.starts_with([',', ':']) || it.starts_with(" -"))
            || prose.passage(index).starts_with(words)
    };
    let is_hers = |it: &Section| it.title.strip_suffix(')').is_some_and(|it| it.ends_with(name));
    let is_told = what.contains("omment") && (own.saturating_sub(NEAR)..own).any(begins);
    is_told || doc.sections().iter().take(MOST).any(is_hers)
}

/// Whether a link or the number of an issue leads to what is meant.
fn is_tracked(doc: &Document, clean: Range<usize>) -> bool {
    tracker::has_id(&doc.prose().text()[clean.clone()]) || doc.has_link(clean)
}

/// A long text has room to say what it means. A talk of a certain day is outside of it all the same, and so is one
/// that an item of a record recalls; what was "discussed before" may be some pages up.
fn is_outside(doc: &Document, family: Family, sentence: &Sentence, text: &str, range: &Range<usize>) -> bool {
    let is_dated = || doc.written_at(doc.prose().span(sentence.range.clone()).start).is_some();
    let is_item = || sentence.place == Place::Item && (is_dated() || !text[range.clone()].ends_with("previously"));
    match family {
        Family::Owned | Family::Shown => true,
        Family::EarlierTalk => !reference::is_retold(text, range),
        Family::Talk => is_item() && !reference::is_retold(text, range),
        Family::Thing | Family::Artefact | Family::Shared => false,
    }
}

/// A long text that tells of today's talk is the record of it: "the things that we discussed today".
fn is_of_today(text: &str, talk: &Range<usize>) -> bool {
    text[talk.clone()].ends_with(" today") || text[talk.end..].starts_with(" today")
}

/// Whether a reader can look something up in this sentence or beside it.
fn is_near_something(doc: &Document, sentences: &[Sentence], index: usize) -> bool {
    around(sentences, index).any(|it| doc.is_specific(it.range.clone()))
}

/// Whether a talk, recalled up to `end`, can be read somewhere.
fn is_written_down(doc: &Document, sentences: &[Sentence], index: usize, end: usize) -> bool {
    let beside = around(sentences, index).filter(|it| it.passage == sentences[index].passage);
    let next = sentences.get(index + 1).filter(|it| it.passage == sentences[index].passage);
    // "As discussed, this moves the tables. This allows a test to read them in any order."
    const GAINS: &[&str] = &["This allows ", "This lets ", "This makes ", "This avoids ", "This way", "That way"];
    let is_gain = |it: &Sentence| GAINS.iter().any(|gain| doc.prose().said(it).starts_with(gain));
    next.is_some_and(is_gain)
        || says_it(&doc.prose().text()[end..sentences[index].range.end])
        || doc.is_specific(end..sentences[index].range.end)
        || beside.into_iter().any(|it| doc.has_link(it.range.clone()))
}

/// "As discussed with the whole team: we do not move them" says what was said, and so does an outcome with its reason: "as
/// discussed, we go with B: A is slower", "as agreed, it is 30 s, because the bank answers within 20".
fn says_it(after: &str) -> bool {
    const LED: usize = 12;
    const SAID: usize = 3;
    const LONG: usize = 5;
    const BOTH: usize = 7;
    let words = |part: &str| part.split_whitespace().filter(|it| it.contains(char::is_alphanumeric)).count();
    let is_told = |(led, said): (&str, &str)| {
        words(led) <= LED && words(said) >= SAID && (words(said) >= LONG || words(led) + words(said) >= BOTH)
    };
    let told =
        [": ", " because ", ", since ", " so that ", ", mainly to "].iter().filter_map(|joint| after.split_once(joint));
    told.filter(|(_, said)| !verb::opens_order(said)).any(is_told)
}

fn around(sentences: &[Sentence], index: usize) -> impl Iterator<Item = &Sentence> {
    sentences[index.saturating_sub(1)..(index + 2).min(sentences.len())].iter()
}
