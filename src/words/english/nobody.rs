//! Sentences by which something is to be done, and nobody does it: "someone should …", "needs to be updated", "Will open an
//! issue". Knows words; whether they stand where people agree on what to do, or muse about a design, it does not know.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{action, person, verb};

/// Who is said to do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// "Someone should …".
    Someone,
    /// "People will …", "everyone should …".
    Everyone,
    /// "We should …".
    We,
    /// "We will …", which is a promise of all of us.
    WeWill,
    /// "The docs need to be updated".
    Passive,
    /// "Need to …", "By Friday should …".
    Unsaid,
    /// "Revert it …".
    Order,
}

/// Something to do that has nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Without who says it.
    pub range: Range<usize>,
    pub voice: Voice,
    /// It says by when, as "soon" does.
    pub is_timed: bool,
    /// It is put as a guess: "Maybe ask them again?".
    pub is_guess: bool,
}

/// Who speaks, and words that only lead to what is said.
static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^[^A-Za-z0-9@]{0,3}(?:(?P<speaker>@?[A-Z@][A-Za-z0-9_.-]{0,20}(?:/[A-Z]{2,4}){0,4}(?: \([^()]{1,30}\))?)(?: ?: | ?[-\x{2013}\x{2014}] ))?",
        r"(?:(?i:ok(?:ay)?|so|and|then|also|yes|yeah|but|well|ideally|tl;?dr|(?:we )?(?:agreed|decided|concluded)(?: that)?|consensus(?: is)?(?: that)?|conclusions?|decisions?|resolutions?|outcomes?|agreements?)(?: ?[,:] ?| ))*"
    ))
    .expect("a constant pattern")
});

const ADVERB: &str =
    r"(?: (?:also|still|probably|then|first|maybe|just|really|definitely|all|at least|either|now|all))?";

static SOMEONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)(?:^|, |; | but | so | and | that |^maybe |^perhaps )(?:(?P<one>some(?:one|body)|any(?:one|body)|one of us|whoever)|(?P<all>people|folks|every(?:one|body)))(?: (?:here|else|on the team|in the group|from [a-z ]{{2,20}}|who [a-z ]{{2,30}}))?{ADVERB} (?:should|needs? to|must|has to|have to|will|ought to|is going to|are going to){ADVERB} "
    ))
    .expect("a constant pattern")
});

/// "Need somebody to …", "looking for a volunteer to …".
static VOLUNTEER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:we )?(?:(?:still |will )?need|looking for|want)s? (?:some(?:one|body)|a volunteer|volunteers|people|an owner) (?:to|who (?:can|will)) ")
        .expect("a constant pattern")
});

static WE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)^(?:we|we all|all of us|the group|the team){ADVERB}(?: (?P<should>should|(?:will |may |might )?(?:still )?need to|must|have to|has to|ought to)|(?P<will> will|['\x{{2019}}]ll| (?:are|is) going to|['\x{{2019}}]re going to| plans? to| intend to)){ADVERB} "
    ))
    .expect("a constant pattern")
});

static UNSAID: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)^(?:(?:by |before |until |on |in )?(?P<time>(?:next|this|the next|the coming|end of(?: the| next| this)?) (?:week|month|quarter|year|sprint|meeting|call|release|session|sync|iteration|cycle|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|tomorrow|today|eo[dwmq]|(?:mon|tues|wednes|thurs|fri|satur|sun)day|first thing [a-z]+),? )?(?P<duty>(?:(?:still|will|would|may|might|also) )?needs? to|should|must|will|have to|has to|going to|to){ADVERB} "
    ))
    .expect("a constant pattern")
});

static PASSIVE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^(?P<subject>[^.;:?]{2,100}?) (?:(?:still |also |will |may )?needs? to|should|must|has to|have to|ought to)(?: (?:also|still|probably|then|now))? be",
        r"(?: (?:also|first|either|properly|fully|re-?))? (?:updated|added|documented|fixed|written|rewritten|created|removed|reviewed|investigated|implemented|completed|done|filed|tested|moved|closed|merged|migrated|cleaned|clarified|announced|published|scheduled|assigned|contacted|ported|deployed|upgraded|backported|automated|replaced|renamed|addressed|resolved|triaged|audited|followed up|sent|posted|drafted|finali[sz]ed|verified|refactored|extended|improved|raised|organi[sz]ed|reverted|cherry-picked)(?-u:\b)"
    ))
    .expect("a constant pattern")
});

static GUESS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:maybe|perhaps|possibly|probably) (?:we (?:should|could|can) )?(?P<act>(?:ping|ask|email|e-mail|contact|invite|reach out|schedule|file|open an? (?:issue|pr|ticket|bug)|notify|nominate|assign) )")
        .expect("a constant pattern")
});

static VAGUE_TIME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:soon|asap|shortly|as soon as possible|at some point|at the latest)(?-u:\b)")
        .expect("a constant pattern")
});

/// What everybody may do for themselves, or reads for their own good.
const TO_READERS: &str = "apply attend check come consider enjoy feel find follow get join let look note read register remember say see show sign \
    subscribe talk think try understand use vote wait want welcome go keep hold take thank help have";

/// What a text does, or an argument: "we should note", "we need to understand why".
const OF_TALK: &str = "see note think understand find know use say get go come wait want support allow avoid accept have treat \
    assume expect try hold consider care believe tell show learn recommend mention remember talk discuss meet";

/// What happens to a topic by itself: "should land next week" tells of it.
const OF_ITSELF: &str = "kick land ship launch start finish complete close merge release work help resolve improve stop continue \
    support allow go come hold get know see have";

/// Reads one sentence; `None` where it says no such thing, or names who does it.
pub fn read(sentence: &str) -> Option<Duty> {
    let lead = LEAD.captures(sentence)?;
    let speaker = lead.name("speaker").map(|it| it.as_str()).filter(|it| !person::is_nobody(it));
    let start = lead.get(0)?.end();
    let rest = sentence[start..].trim_end();
    let (voice, is_guess) = voice(rest, speaker.is_some())?;
    let names_someone = match speaker {
        Some(_) => person::mentioned(rest).is_some() && voice == Voice::Order,
        None => person::mentioned(rest).is_some() || person::leading(rest).is_some(),
    };
    if names_someone || action::is_done(rest) {
        return None;
    }
    Some(Duty {
        range: start..start + rest.len(),
        voice,
        is_timed: action::has_time(rest) || VAGUE_TIME.is_match(rest),
        is_guess,
    })
}

fn voice(rest: &str, is_spoken: bool) -> Option<(Voice, bool)> {
    if let Some(found) = GUESS.captures(rest) {
        return found.name("act").map(|_| (Voice::Order, true));
    }
    if rest.ends_with('?') {
        return None;
    }
    let does = |end: usize| verb::follows(&rest[end..]);
    let first = |end: usize| first_word(&rest[end..]);
    if VOLUNTEER.is_match(rest) {
        return Some((Voice::Someone, false));
    }
    if let Some(found) = SOMEONE.captures(rest)
        && does(found.get(0)?.end())
    {
        return Some((if found.name("one").is_some() { Voice::Someone } else { Voice::Everyone }, false));
    }
    if let Some(found) = WE.captures(rest) {
        let end = found.get(0)?.end();
        let is_work = does(end) && !OF_TALK.split_ascii_whitespace().any(|it| it == first(end));
        let voice = if found.name("will").is_some() { Voice::WeWill } else { Voice::We };
        return is_work.then_some((voice, false));
    }
    if let Some(found) = UNSAID.captures(rest) {
        let end = found.get(0)?.end();
        let duty = found.name("duty")?.as_str().to_lowercase();
        let is_timed = found.name("time").is_some();
        // "To write it" alone is a purpose, and who says "will" of nobody means themselves.
        let is_state = is_timed && duty == "should" && first(end) == "have";
        let is_of_itself = !is_state && OF_ITSELF.split_ascii_whitespace().any(|it| it == first(end));
        let is_duty = match duty.as_str() {
            "to" => is_timed,
            "will" | "going to" => !is_spoken && !is_of_itself,
            "should" | "must" => !is_of_itself,
            _ => true,
        };
        return (is_duty && (does(end) || is_state)).then_some((Voice::Unsaid, false));
    }
    if PASSIVE.captures(rest).is_some_and(|found| is_thing(&found["subject"])) && !rest.contains(" by @") {
        return Some((Voice::Passive, false));
    }
    // "Open standards: no news" has a title in front.
    let is_title = rest.split(' ').take(5).any(|word| word.ends_with(':'));
    let is_order = !is_title && verb::opens(rest) && !TO_READERS.split_ascii_whitespace().any(|it| it == first(0));
    is_order.then_some((Voice::Order, false))
}

/// Whether what has to be treated somehow is a thing, and no clause of its own.
fn is_thing(subject: &str) -> bool {
    const CLAUSE: &[&str] = &[
        "if", "when", "once", "whether", "that", "which", "who", "because", "since", "how", "what", "why", "where",
        "think", "thinks", "said", "says", "or", "not",
    ];
    !subject.split(' ').any(|word| CLAUSE.contains(&word.to_lowercase().as_str()))
}

fn first_word(text: &str) -> String {
    let text = text.trim_start_matches(|it: char| !it.is_alphanumeric());
    text.split(|it: char| !it.is_alphanumeric() && it != '-').next().unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Voice, read};

    #[test]
    fn who_is_said_to_do_it() {
        let voice = |text: &str| read(text).map(|it| it.voice);
        assert_eq!(voice("Someone should update the runbook."), Some(Voice::Someone));
        assert_eq!(voice("No decision yet, but folks will discuss it tomorrow."), Some(Voice::Everyone));
        assert_eq!(voice("We should rotate the keys soon"), Some(Voice::We));
        assert_eq!(voice("So we'll rotate the keys"), Some(Voice::WeWill));
        assert_eq!(voice("The runbook needs to be updated"), Some(Voice::Passive));
        assert_eq!(voice("AL: Should record the numbers"), Some(Voice::Unsaid));
        assert_eq!(voice("By Friday should have a draft"), Some(Voice::Unsaid));
        assert_eq!(voice("Next week to talk about the budget"), Some(Voice::Unsaid));
        assert_eq!(voice("Revert before the next release."), Some(Voice::Order));
        assert_eq!(voice("Maybe ping the platform group again?"), Some(Voice::Order));
        assert_eq!(voice("Looking for a volunteer to take the notes"), Some(Voice::Someone));
    }

    #[test]
    fn what_is_no_duty_of_nobody() {
        for text in [
            "Ada will update the runbook",
            "AL: will record the numbers",
            "Should we record the numbers?",
            "Update the runbook (Ada)",
            "We should note that it is slow",
            "To write it takes long",
            "If the keys must be rotated, nothing else works",
            "Anyone can contribute",
            "It should be fast",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
