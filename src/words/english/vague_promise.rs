//! Promises and plans whose time has no end: "will land soon", "I'll do it later", "GA: TBD in a later release".
//! The words alone are small talk, algorithms or mathematics; the verb beside them makes the promise.

mod announced;
mod aside;
mod bounded;
mod clause;
mod course;
mod hurry;
mod later;
mod leaning;
mod mode;
mod others;
mod phrase;
mod spare_time;
mod terse;
mod undecided;

use std::ops::Range;

use super::mood;
use crate::words::near::{ahead, behind};
pub use announced::is_announced;
use bounded::is_bounded;
pub use bounded::is_loose;
use clause::Clause;
use hurry::{comes_out, hurry};
use later::{later, later_date};
use mode::Mode;
pub use others::names_nobody_here;
pub use phrase::{Bound, WORDS};
pub use spare_time::is_of_all;
use spare_time::spare_time;
use undecided::undecided;
pub use undecided::{is_done_first, is_left_open, names_time, says_unknown};

/// A time that ends nowhere, with what it is promised in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VaguePromise {
    /// The words of the time alone.
    pub range: Range<usize>,
    pub bound: Bound,
    pub strength: Strength,
}

/// Where such words are a promise to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// Wherever they stand.
    Firm,
    /// Between people: in a message, in minutes, in a dated post. A manual says the same of itself or of a habit.
    InTalk,
    /// The same, and only where somebody speaks: in a dated design it is a hope for the product.
    InSpeech,
    /// The same, and only behind the name of who says it, or in a message.
    Spoken,
    /// Seldom: the next person would shrug.
    Weak,
}

/// The promises without an end in one sentence.
pub fn find(sentence: &str) -> Vec<VaguePromise> {
    let mut found: Vec<VaguePromise> = phrase::find(sentence)
        .into_iter()
        .filter_map(|(range, bound)| {
            let strength = strength(sentence, range.clone(), bound)?;
            // Nearly nothing comes so far.
            if others::is_of_others(behind(&sentence[..range.start]), ahead(&sentence[range.end..])) {
                return None;
            }
            // "I will look into it ASAP" is not needed of the reader, but promised to them.
            let before = &sentence[..range.start];
            let is_own = bound == Bound::Hurry && (mood::promises_itself(before) || comes_out(behind(before)));
            Some(VaguePromise { range, bound: if is_own { Bound::Soon } else { bound }, strength })
        })
        .collect();
    // "To be announced soon" is one question.
    found.dedup_by(|next, last| next.range.start <= last.range.end + 1);
    found
}

fn strength(sentence: &str, range: Range<usize>, bound: Bound) -> Option<Strength> {
    let before = behind(&sentence[..range.start]);
    let after = ahead(&sentence[range.end..]);
    let is_ended = bound != Bound::Undecided && is_bounded(&sentence[range.clone()], after);
    if is_ended || mood::is_example(before) || aside::is_aside(sentence, before, after) {
        return None;
    }
    let clause = Clause::of(before, after);
    match bound {
        Bound::Undecided => undecided(before, after),
        Bound::Soon | Bound::Later if terse::is_one(before, &sentence[range.clone()], after) => Some(Strength::InTalk),
        Bound::Urgent => clause.is_order().then_some(Strength::Weak),
        _ if clause.is_conditional() || clause.is_negated() || clause.is_habit() || clause.is_idle() => None,
        _ if clause.mode == Mode::None && mood::is_past(before) => None,
        // Who asks promises nothing.
        Bound::Soon | Bound::Hurry if after.trim_start().starts_with('?') && !clause.is_plea() => None,
        Bound::Soon => soon(&clause, sentence, &range),
        Bound::LaterDate => later_date(&clause, &sentence[range]),
        Bound::Later => later(&clause, before, after),
        Bound::Eventually => eventually(&clause, after),
        Bound::Hurry => hurry(&clause, before, after),
        Bound::WhenIDo => spare_time(&clause, before, &sentence[range], after),
        Bound::WhenYouDo => Some(Strength::Weak),
    }
}

/// "Soon" belongs to a promise in nearly every form.
fn soon(clause: &Clause, sentence: &str, range: &Range<usize>) -> Option<Strength> {
    let promised = match clause.mode {
        Mode::Promise | Mode::Duty | Mode::Wish => true,
        Mode::Maybe => false,
        Mode::None => clause.is_under_way() || clause.is_order() || clause.announces(sentence, range),
    };
    let words = &sentence[range.clone()];
    let after = ahead(&sentence[range.end..]);
    if !promised || clause.is_consequence() || clause.is_of_reader() || course::is_length(clause, words, after) {
        return None;
    }
    let is_aside = clause.leads_to_more() && !words.ends_with("soon");
    // "The file should soon be available" says how things go, where nobody talks.
    let is_course = clause.mode == Mode::Duty && clause.is_presumed();
    // "Tell them in due course": a manual tells its reader.
    let is_advice = clause.mode == Mode::None && clause.is_order() && !clause.is_plea();
    let is_ideal = ["Ideally", "Hopefully"].iter().any(|it| sentence.trim_start_matches('(').starts_with(it))
        || [", hopefully we", "but hopefully we", ", hopefully I", "but hopefully I"]
            .iter()
            .any(|it| sentence.contains(it));
    Some(match () {
        () if is_ideal => Strength::Weak,
        // What somebody would like to do, or hopes to, nobody may wait for; "will try to" is promised.
        () if clause.mode == Mode::Wish && !behind(&sentence[..range.start]).contains("will try to") => Strength::Weak,
        () if clause.is_about_text() || clause.is_relative() => Strength::Weak,
        () if course::is_prophecy(words, after) => Strength::Weak,
        // Whoever says "in a moment" is back before anybody could ask.
        () if words.starts_with(['i', 'I']) && words[1..].starts_with("n a ") => Strength::Weak,
        // "More maps will be added soon": a page praises what it is about.
        () if announced::is_praise(clause) => Strength::InTalk,
        () if course::is_weight(clause)
            || course::is_sort(clause)
            || course::is_step(words, after)
            || course::goes_on(clause) =>
        {
            Strength::InTalk
        }
        () if is_course || is_advice || clause.is_of_thing() || clause.is_answer() => Strength::InTalk,
        // "(more on this shortly)": further down, where nobody talks.
        () if is_aside || words.ends_with("back to you") => Strength::InTalk,
        () => Strength::Firm,
    })
}

fn eventually(clause: &Clause, after: &str) -> Option<Strength> {
    let is_question = after.trim_start().starts_with('?');
    let is_asked = clause.mode == Mode::Maybe && is_question && clause.is_of_work();
    if is_asked {
        return Some(Strength::Spoken);
    }
    if is_question || clause.is_doubtful() || clause.is_consequence() || clause.is_about_text() || !clause.is_own() {
        return None;
    }
    match clause.mode {
        // Three in four of them were hopes for the far future.
        Mode::Promise | Mode::Duty | Mode::Wish => Some(Strength::Weak),
        Mode::Maybe | Mode::None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Strength, find};

    fn found(sentence: &str) -> Vec<&str> {
        find(sentence).into_iter().map(|it| &sentence[it.range]).collect()
    }

    fn found_with(sentence: &str) -> Vec<Strength> {
        find(sentence).into_iter().map(|it| it.strength).collect()
    }

    #[test]
    fn a_promise_needs_its_verb() {
        assert_eq!(found("The importer will land really soon."), ["really soon"]);
        assert_eq!(found("Soon we will announce the date."), ["Soon"]);
        assert_eq!(found("Docs coming soon."), ["soon"]);
        assert_eq!(found("Lena is writing the tests soon."), ["soon"]);
        assert_eq!(found("The old driver will be removed soon, as its vendor is gone."), ["soon"]);
        assert!(found("It will restart as soon as the lock is free.").is_empty());
        assert!(found("It is not going to be fixed anytime soon.").is_empty());
        assert!(found("The crash was soon fixed by the vendor.").is_empty());
        assert!(found("The disk will soon run out.").is_empty());
        assert!(found("We will pay if we do not act soon.").is_empty());
        assert!(found("The peer will also shortly receive the block from its neighbour.").is_empty());
        assert!(found("Each worker picks the jobs that it thinks will be in a batch soon.").is_empty());
        assert!(found("The item is requeued to be reconciled shortly.").is_empty());
        assert!(found("Keep values here that are likely to be needed by two pages soon.").is_empty());
        assert!(found("As an owner, I want to ship hosts that will be started at a later time.").is_empty());
        assert!(found("Tell them that the certificate will be expiring soon.").is_empty());
        assert!(found("Another release of the lessons soon?").is_empty());
        assert!(found("Should we rename it asap?").is_empty());
        assert!(found("Can we rename it as soon as possible?").is_empty());
        assert_eq!(found("The next patch will be out as soon as possible."), ["as soon as possible"]);
        assert!(found("The lock will be out as soon as possible.").is_empty());
        assert_eq!(found("Please can you review this asap?"), ["asap"]);
        assert!(found("If a fix misses the release, another one will be built soon.").is_empty());
        assert!(found("Proposals should be about work to be done in the near future.").is_empty());
        assert!(found("We probably need the key soon anyway.").is_empty());
        assert!(found("If time permits").is_empty() && found("If time permits:").is_empty());
        assert_eq!(found("A fix if time permits"), ["if time permits"]);
        assert!(found("See the roadmap for what we are working on in the near future.").is_empty());
    }

    #[test]
    fn later_needs_somebody_or_some_work() {
        assert_eq!(found("We'll talk later."), ["later"]);
        assert_eq!(found("A new proposal will be written later by the group."), ["later"]);
        assert_eq!(found("The video will be published at a later date."), ["at a later date"]);
        assert_eq!(found("In a future release, we will drop the old interface."), ["In a future release"]);
        assert!(found("The object will be freed later. This can be added in a later release.").is_empty());
        assert!(found("We will follow the old rule here, a later draft can change it.").is_empty());
        assert!(found("It shall export what it has for use at a later time.").is_empty());
        assert!(found("It will be added in a future release, prior to the freeze.").is_empty());
        assert!(found("It needs version 3 or later.").is_empty());
        assert!(found("Late frames will be dropped at a later stage of the pipeline.").is_empty());
        assert!(found("Late frames will be dropped at a later stage in the decoding pipeline.").is_empty());
        assert!(found("Both copies will eventually be equal.").is_empty());
    }

    #[test]
    fn nobody_waits_for_it() {
        assert!(found("Track all bugs that have to be fixed soon.").is_empty());
        assert!(found("These are items that we want to work on in the near future.").is_empty());
        assert!(found("Issues that are expected to be fixed in a future release get a milestone.").is_empty());
        assert_eq!(found("We added two rows that will be dropped soon."), ["soon"]);
        assert!(found("To be able to tell breaking changes as soon as possible, both are built.").is_empty());
        assert!(found("The stream will be paused momentarily.").is_empty());
        assert!(found("The load on the servers will momentarily spike.").is_empty());
        assert_eq!(found("We will publish it momentarily."), ["momentarily"]);
        assert_eq!(found("We will momentarily publish it."), ["momentarily"]);
        assert_eq!(found_with("Soon, doors will be opened by doors."), [Strength::Weak]);
        assert_eq!(found_with("Soon, the doors will be replaced."), [Strength::Firm]);
        assert!(found("Once the owner is happy, the patch will be merged shortly.").is_empty());
        assert!(found("You will soon create the model, and pretty soon you'll be the oldest here.").is_empty());
        assert_eq!(found("You will soon be able to list them."), ["soon"]);
        assert!(found("The next checks will soon pick up the new value.").is_empty());
        assert_eq!(found_with("We'll replace it with our own code in a moment."), [Strength::Weak]);
        assert_eq!(found_with("We'll dig more into that shortly."), [Strength::Weak]);
        assert_eq!(found("The date is to be announced soon."), ["to be announced"]);
    }

    #[test]
    fn what_follows_may_give_the_bound() {
        assert!(found("We will merge it soon after the freeze.").is_empty());
        assert!(found("We will merge it soon (#142).").is_empty());
        assert!(found("We will merge it later, when the tests are green.").is_empty());
    }

    #[test]
    fn a_manual_explains_itself() {
        let explained = find("We will soon see why this matters.");
        assert!(explained.iter().all(|it| it.strength == Strength::Weak));
        let aside = found_with("Set the mode to `copy` (more on this shortly).");
        assert!(aside.iter().all(|it| *it == Strength::InTalk), "{aside:?}");
        assert_eq!(found_with("More on this soon."), [Strength::Firm]);
        assert_eq!(found_with("The copy should soon be available to read."), [Strength::InTalk]);
        assert_eq!(found_with("We should soon publish it."), [Strength::Firm]);
        assert_eq!(found_with("It has a select tag we will add soon."), [Strength::InTalk]);
        assert_eq!(found_with("Hopefully the vendor will mend it soon."), [Strength::Weak]);
        assert_eq!(found_with("Soon we'll talk how it is read."), [Strength::Weak]);
        assert_eq!(found_with("The copy is held (we\u{2019}ll go through these soon!)."), [Strength::Weak]);
    }

    #[test]
    fn a_date_may_be_left_open() {
        assert_eq!(found("Release date: TBD"), ["TBD"]);
        assert_eq!(found("TBD after alpha."), ["TBD"]);
        assert!(found("Notetaker: TBD").is_empty());
        assert!(found("All parts that honour the setting (list TBD before GA).").is_empty());
        assert!(found("A hook allows the token to be determined at the time of each call.").is_empty());
    }
}
