//! Sentences by which something is to be done, and nobody does it: "someone should …", "needs to be updated", "Will open an
//! issue". Knows words; whether they stand where people agree on what to do, or muse about a design, it does not know.

mod act;
mod lead;

use crate::words::list::is_among;
use crate::words::pattern::Pattern;
use std::ops::Range;
use std::sync::LazyLock;

use super::{by_when, done, mood, person, verb};
pub use act::is_aim;
use act::{OF_ARGUMENT, OF_DESIGN, OF_ITSELF, OF_MEETINGS, OF_OFFICE, OF_OPINION, OF_STATES, OF_TALK, TO_READERS};

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
    /// It says by when.
    pub is_timed: bool,
    /// It says that it has its time, and not when: "soon".
    pub is_soon: bool,
    /// It is told of somebody's office: "file an issue", not "reduce the fee".
    pub is_of_office: bool,
    /// Somebody says it, whose name stands in front.
    pub is_spoken: bool,
    /// It is put as a guess: "Maybe ask them again?".
    pub is_guess: bool,
}

const ADVERB: &str =
    r"(?: (?:also|still|probably|then|first|maybe|just|really|definitely|all|at least|either|now|all))?";

static SOMEONE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?i)(?:^|, |; | but | so | and |^maybe |^perhaps )(?:(?P<one>some(?:one|body)|any(?:one|body)|one of us|whoever)|(?P<all>people|folks))(?: (?:here|else|on the team|in the group|from [a-z ]{{2,20}}|who [a-z ]{{2,30}}))?{ADVERB} (?:should|needs? to|must|has to|have to|will|ought to|is going to|are going to){ADVERB} "
    ))
});

/// "Need somebody to …", "looking for a volunteer to …".
static VOLUNTEER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^(?:we )?(?:(?:still |will )?need|looking for)s? (?:some(?:one|body)|a volunteer|volunteers|people|an owner) (?:to|who (?:can|will)) ",
    )
});

static WE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?i)^(?:we|we all|all of us|the group|the team){ADVERB}(?: (?P<should>should|(?:will )?(?:still )?need to|must|have to|has to|ought to)|(?P<will> will|['\x{{2019}}]ll| (?:are|is) going to|['\x{{2019}}]re going to| plans? to| intend to)){ADVERB} "
    ))
});

static UNSAID: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?i)^(?:(?:by |before |until |on |in )?(?P<time>(?:next|this|the next|the coming|end of(?: the| next| this)?) (?:week|month|quarter|year|sprint|meeting|call|release|session|sync|iteration|cycle|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|tomorrow|today|eo[dwmq]|(?:mon|tues|wednes|thurs|fri|satur|sun)day|first thing [a-z]+),? )?(?P<duty>(?:(?:still|will|also) )?needs? to|should|must|will|have to|has to|going to|to){ADVERB} "
    ))
});

static PASSIVE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i) (?:(?:still |also |will |may )?needs? to|should|must|has to|have to|ought to)(?: (?:also|still|probably|then|now))? be",
        r"(?: (?:also|first|either|properly|fully|re-?))? (?:updated|added|documented|fixed|written|rewritten|created|removed|reviewed|investigated|implemented|completed|done|filed|tested|moved|closed|merged|migrated|cleaned|clarified|announced|published|scheduled|assigned|contacted|ported|deployed|upgraded|backported|automated|replaced|renamed|addressed|resolved|triaged|audited|followed up|sent|posted|drafted|finali[sz]ed|verified|refactored|extended|improved|raised|organi[sz]ed|reverted|cherry-picked)(?-u:\b)"
    ))
});

static GUESS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^(?:maybe|perhaps|possibly|probably) (?:we (?:should|could|can) )?(?P<act>(?:ping|ask|email|e-mail|contact|invite|reach out|schedule|file|open an? (?:issue|pr|ticket|bug)|notify|nominate|assign) )",
    )
});

static VAGUE_TIME: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"(?i)\b(?:soon|asap|shortly|as soon as possible|at some point|at the latest)(?-u:\b)")
});

/// "Open to it", "close to done", "bring a day forward": no order for all that.
static BY_FIGURE: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?i)^\W*(?:(?:open|close|subscribe|move) to|bring|[a-z]+ also)(?-u:\b)"));

/// "Call this week": what is said is when.
static OF_TIME: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"(?i)^\W*[a-z-]+ (?:this|next|the next) (?:week|month|quarter|year|time|call|meeting)(?-u:\b)")
});

/// Whoever says "I" speaks of themselves.
static FIRST_PERSON: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"(?:^|[ (])I(?:['\x{2019}][a-z]+)?[ ,.)]"));

/// A verb and the beginning of its object.
static OBJECT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^\W*[a-z-]+ (?:up |out |with )?(?:the|an?|this|that|these|those|it|them|all|our|new|any|some|more|another|issues?|PRs?|tickets?|everyone|people|\x{FFFC}|@[a-z])(?-u:\b)",
    )
});

/// "Fix it": in fewer letters nobody is told to do anything.
const SHORTEST: usize = 6;

/// Reads one sentence; `None` where it says no such thing, or names who does it.
pub fn read(sentence: &str) -> Option<Duty> {
    if sentence.len() < SHORTEST {
        return None;
    }
    // What stands in brackets is a remark on what is said before, and "see action items" leads to who does it.
    if sentence.starts_with('(') || sentence.contains("see action ") {
        return None;
    }
    let (speaker, start) = lead::of(sentence);
    if speaker.is_some_and(is_aim) {
        return None;
    }
    let speaker = speaker.filter(|it| !person::is_nobody(it));
    let rest = sentence[start..].trim_end();
    let (voice, is_guess) = voice(rest, &sentence[..start], speaker.is_some())?;
    let names_someone = match speaker {
        Some(_) => person::mentioned(rest).is_some() && voice == Voice::Order,
        None => person::mentioned(rest).is_some() || person::leading(rest).is_some(),
    };
    if names_someone
        || done::needs_nobody(rest)
        || FIRST_PERSON.is_match(rest)
        || mood::is_habit(rest)
        || rest.contains("Time: ")
        || rest.contains("yesterday")
    {
        return None;
    }
    Some(Duty {
        range: start..start + rest.len(),
        voice,
        is_timed: by_when::is_set(rest),
        is_soon: VAGUE_TIME.is_match(rest),
        is_of_office: is_among(OF_OFFICE, &act(rest, voice)) || is_led_by_time(rest, voice),
        is_spoken: speaker.is_some(),
        is_guess,
    })
}

fn voice(rest: &str, skipped: &str, is_spoken: bool) -> Option<(Voice, bool)> {
    if let Some(found) = GUESS.captures(rest) {
        // "Maybe email is the place for it".
        let is_noun = ["is", "was", "are"].contains(&rest[found.get(0)?.end()..].split(' ').next().unwrap_or_default());
        return (!is_noun && found.name("act").is_some()).then_some((Voice::Order, true));
    }
    if rest.ends_with('?') {
        return None;
    }
    let does = |end: usize| verb::follows(&rest[end..]);
    let first = |end: usize| first_word(&rest[end..]);
    if let Some(found) = VOLUNTEER.find(rest) {
        let is_work = does(found.end()) && !is_among(OF_ARGUMENT, &first(found.end()));
        return is_work.then_some((Voice::Someone, false));
    }
    if let Some(found) = SOMEONE.captures(rest)
        && does(found.get(0)?.end())
        && !is_among(OF_ARGUMENT, &first(found.get(0)?.end()))
    {
        return Some((if found.name("one").is_some() { Voice::Someone } else { Voice::Everyone }, false));
    }
    if let Some(found) = WE.captures(rest) {
        let end = found.get(0)?.end();
        let voice = if found.name("will").is_some() { Voice::WeWill } else { Voice::We };
        let is_opinion = voice == Voice::We && is_among(OF_OPINION, &first(end));
        let is_work = does(end) && !is_among(OF_TALK, &first(end)) && !is_opinion;
        return is_work.then_some((voice, false));
    }
    if let Some(is_duty) = is_unsaid(rest, skipped, is_spoken) {
        return is_duty.then_some((Voice::Unsaid, false));
    }
    if treated(rest).is_some_and(is_thing) && !rest.contains(" by @") {
        return Some((Voice::Passive, false));
    }
    // "Open standards: no news" has a title in front.
    let is_title = rest.split(' ').take(5).any(|word| word.ends_with(':') || word == "-") || BY_FIGURE.is_match(rest);
    let act = first(0);
    // "Add your questions" is said to whoever reads it.
    let is_title = is_title || rest.contains(" your ");
    let is_order = !is_title && verb::opens(rest) && !is_among(TO_READERS, &act) && !is_among(OF_MEETINGS, &act);
    // "Group agreed", "PR landed": a noun has no object.
    let is_of_time = OF_TIME.is_match(rest) || rest.contains("tabled");
    let has_object =
        !is_of_time && verb::opens_surely(rest) && !is_among(OF_STATES, &act) || !is_of_time && OBJECT.is_match(rest);
    (is_order && has_object).then_some((Voice::Order, false))
}

/// Whether "need to …" is work of nobody; `None` where the words are others.
fn is_unsaid(rest: &str, skipped: &str, is_spoken: bool) -> Option<bool> {
    let found = UNSAID.captures(rest)?;
    let first = |end: usize| first_word(&rest[end..]);
    let end = found.get(0)?.end();
    let duty = found.name("duty")?.as_str().to_lowercase();
    let is_timed = found.name("time").is_some();
    // "To write it" alone is a purpose, and who says "will" of nobody means themselves.
    let is_state = is_timed && duty == "should" && first(end) == "have";
    let is_of_itself = !is_state && (is_among(OF_ITSELF, &first(end)) || is_among(OF_DESIGN, &first(end)) && !is_timed);
    // "`--dry-run` should print it" speaks of code, and "Ada: needs to write it" of Ada.
    let is_of_code = skipped.contains('\u{FFFC}');
    let is_of_speaker = is_spoken && duty.ends_with("needs to");
    // "Next meeting to walk through it" says what the meeting is about.
    let of_meeting = ["meeting", "call", "session", "sync"];
    let is_agenda =
        duty == "to" && found.name("time").is_some_and(|it| of_meeting.iter().any(|word| it.as_str().ends_with(word)));
    let is_of_itself = is_of_itself || is_agenda || is_of_code || is_of_speaker || rest.contains("from the agenda");
    // "Should consider it", "should follow the rule": advice.
    let is_advice = duty == "should" && matches!(first(end).as_str(), "consider" | "follow" | "try");
    let is_work = !is_of_itself && !is_advice && (is_timed || !is_among(OF_MEETINGS, &first(end)));
    let is_duty = match duty.as_str() {
        "to" => is_timed && !is_agenda,
        "will" | "going to" => !is_spoken && is_work && rest[end..].split(' ').nth(2).is_some(),
        _ => is_work && !rest.ends_with(':'),
    };
    Some(is_duty && (verb::follows(&rest[end..]) || is_state))
}

/// What has to be treated somehow, where the sentence begins with it and is not about something else before.
fn treated(rest: &str) -> Option<&str> {
    let (least, _) = rest.char_indices().nth(2)?;
    let subject = &rest[..PASSIVE.find_at(rest, least)?.start()];
    (!subject.contains(['.', ';', ':', '?']) && subject.chars().nth(100).is_none()).then_some(subject)
}

/// Whether what has to be treated somehow is a thing, and no clause of its own.
fn is_thing(subject: &str) -> bool {
    const CLAUSE: &[&str] = &[
        "if", "when", "once", "whether", "that", "which", "who", "because", "since", "how", "what", "why", "where",
        "think", "thinks", "said", "says", "or", "not", "anything", "whatever",
    ];
    !subject.contains(',') && !subject.split(' ').any(|word| CLAUSE.contains(&word.to_lowercase().as_str()))
}

/// The verb of a duty, behind what leads to it.
fn act(rest: &str, voice: Voice) -> String {
    let found = match voice {
        Voice::We | Voice::WeWill => WE.find(rest).map(|it| it.end()),
        Voice::Unsaid => UNSAID.find(rest).map(|it| it.end()),
        Voice::Order => GUESS.captures(rest).and_then(|found| Some(found.name("act")?.start())),
        Voice::Someone | Voice::Everyone | Voice::Passive => None,
    };
    first_word(&rest[found.unwrap_or(0)..])
}

/// "By Friday should have a draft".
fn is_led_by_time(rest: &str, voice: Voice) -> bool {
    voice == Voice::Unsaid && UNSAID.captures(rest).is_some_and(|found| found.name("time").is_some())
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
        assert_eq!(voice("The runbook needs to be updated"), Some(Voice::Passive));
        assert_eq!(voice("Next week to talk about the budget"), Some(Voice::Unsaid));
        assert_eq!(voice("Maybe ping the platform group again?"), Some(Voice::Order));
        assert_eq!(voice("Looking for a volunteer to take the notes"), Some(Voice::Someone));
    }

    #[test]
    fn what_is_no_duty_of_nobody() {
        for text in [
            "Ada will update the runbook",
            "We should note that it is slow",
            "If the keys must be rotated, nothing else works",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
