//! Talk that left no trace: decided in a call, settled in a chat, to be discussed offline.

mod case;
mod medium;
mod told;

pub use told::{
    gives_reason, has_outcome, is_activity, is_more, is_reported, is_said_at_once, is_source, is_told_afterwards,
    is_told_behind, tells_next_step, tells_outcome, tells_proposal, tells_remedy,
};

use case::{CONDITION, IF_BEHIND, IMPERATIVE, is_case};
use std::cell::LazyCell;
use std::ops::Range;
use std::sync::LazyLock;

pub use medium::words_beside_chat;
use medium::{AT_MEETING, IN_CHAT, IN_PRIVATE, SAID, SENT_TO_CHAT, at_meeting, in_medium};

use crate::words::list::is_among;
use crate::words::near::{ahead, behind};
use crate::words::pattern::{OneOf, Pattern, any_of, in_pieces};

/// Talk that takes place, or took place, where no other reader is. The verb is the rule: things work offline, and
/// nodes are taken offline.
static OFFLINE: LazyLock<Pattern> = LazyLock::new(|| {
    let matter = r"(?:this|that|it|these|them|things|out|with|on|you|me|us|the|your|their|more|rest|details|discussions?|conversations?|convo|topics?|questions?|concerns?|issues?|points?|items?|discussing|talking|to discuss)";
    in_pieces(&[
        r"(?-u:\b)(?:",
        r"(?:talk(?:ed|ing)?|discuss(?:ed|ing)?|chat(?:ted|ting)?|speak|spoke|spoken|debate|follow(?:ing|ed)?[ -]up|meet|met)(?: [\w'&/,-]+){0,6}?",
        r"|(?P<state>(?:take|taking|took|taken|move|bring|continue|work|do|figure|handle|address)(?: ",
        matter,
        r"){1,4}|(?:resolve|settle|sort|decide|agree|answer|clarify|explain|iterate)d?(?: ",
        matter,
        r"){0,4})",
        r") off-?line",
    ])
});

/// A machine in the sentence: then offline is a state.
static MACHINE: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:servers?|nodes?|disks?|hosts?|clusters?|instances?|services?|databases?|sites?|vms?|pods?|machines?|replicas?|volumes?|systems?|devices?|drives?|brokers?|shards?|apps?|users?|clients?|data|mode|cache\w*|schemas?|dependenc\w+|packages?|quer(?:y|ies)|requests?|refs?|applications?)(?-u:\b)",
    ])
});

/// After "offline" these show that it is an adverb; other words make it a feature.
const AFTER_OFFLINE: &str = "\
    to about with and if but on before after so or for because too first how what whether that who then in as a \
    potentially later more instead when since by at today tomorrow next between i we soon also though last yesterday \
    this earlier the you it here there";

static OFFLINE_TALK: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:off-?line (?:discussions?|conversations?|chats?|talks?)|(?:following|after|per|based on) off-?line feedback)(?-u:\b)",
    ])
});

/// A call, a chat or a meeting of the writer's own as the source.
static OUR_CALL: LazyLock<Pattern> = LazyLock::new(|| {
    // "Call" in code is a class.
    let talk = r"(?:(?-i:call|chat|conversation|huddle|sync|one-on-one|catch-?up|stand-?up)|1:1|zoom)";
    let ours = r"(?:our|my|your|yesterday's|today's|last week's|this morning's|monday's|tuesday's|wednesday's|thursday's|friday's)";
    in_pieces(&[
        r"(?-u:\b)(?:per|as per|from|after|following|based on|according to) ",
        ours,
        r" (?:\w+ )?",
        talk,
        r"(?-u:\b)",
        r"|(?-u:\b)",
        SAID,
        r"(?: [\w'/-]+){0,3}? (?:in|on|during|over|at) (?:",
        ours,
        r"|the|a) (?:\w+ )?",
        talk,
        r"(?-u:\b)",
    ])
});

/// A talk that a sentence recalls or announces.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Talk {
    pub range: Range<usize>,
    /// It may take place, or does so each time: "discuss it in person whenever you can".
    pub is_open: bool,
    /// It took place: "settled in our chat".
    pub is_past: bool,
    /// It is still to come: "let us take this offline".
    pub is_to_come: bool,
    /// A call or a meeting, and no chat.
    pub is_call: bool,
    /// It names no other day: "discussed on the call". The record of that day holds it.
    pub is_of_the_day: bool,
    /// Of each time as well as of one, unless minutes say so: "discuss it on Slack".
    pub is_agreed: bool,
}

/// Without one of these, nothing is found.
pub static WORDS: OneOf =
    OneOf::of(&[&OFFLINE, &BARE, &OFFLINE_TALK, &IN_CHAT, &IN_PRIVATE, &OUR_CALL, &AT_MEETING, &SENT_TO_CHAT]);

/// The talk of a sentence that its reader cannot follow.
pub fn find(sentence: &str) -> Option<Talk> {
    // "Thanks for the offline discussion", "happy to talk offline".
    if THANKED.is_match(sentence) || COURTESY.is_match(sentence) {
        return None;
    }
    let meeting =
        at_meeting(sentence).map(|range| Talk { range, is_open: true, is_of_the_day: true, ..Talk::default() });
    let agreed = || {
        let range = medium::agreed_for_chat(sentence).or_else(|| bare(sentence))?;
        Some(Talk { range, is_to_come: true, is_agreed: true, ..Talk::default() })
    };
    meeting.or_else(|| beside_meetings(sentence)).or_else(agreed)
}

/// "Continue offline", and nothing else.
static BARE: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[r"^\W*(?P<talk>(?:to be )?(?:continued?|continuing|discuss|discussed|follow up) off-?line)\W*$"])
});

fn bare(sentence: &str) -> Option<Range<usize>> {
    Some(BARE.captures(sentence)?.name("talk")?.range())
}

fn beside_meetings(sentence: &str) -> Option<Talk> {
    let speaks_of_machines = LazyCell::new(|| MACHINE.is_match(sentence));
    let speaks_of_code = LazyCell::new(|| OF_CODE.is_match(sentence));
    let offline = OFFLINE.captures_iter(sentence).find_map(|found| {
        let whole = found.get(0)?;
        let is_state = found.name("state").is_some() && *speaks_of_machines || WORKS.is_match(whole.as_str());
        let rest = &sentence[whole.end()..];
        (!is_state && is_adverb(rest) && !IN_THE_OPEN.is_match(ahead(rest))).then_some(whole.range())
    });
    let is_offline = offline.is_some();
    let range = offline
        .or_else(|| {
            // "Local/Offline Talk" is about working offline.
            let is_topic = |it: &Range<usize>| sentence[..it.start].ends_with('/');
            // "An offline talk is better for that."
            let is_any = |it: &Range<usize>| {
                let before = behind(&sentence[..it.start]).trim_end().to_ascii_lowercase();
                [" is ", " are ", " can ", " may ", " also possible"]
                    .iter()
                    .any(|verb| sentence[it.end..].starts_with(verb))
                    && (before.is_empty() || ["an", "any", " and"].iter().any(|it| before.ends_with(it)))
            };
            OFFLINE_TALK.find(sentence).map(|it| it.range()).filter(|it| !is_topic(it) && !is_any(it))
        })
        .or_else(|| {
            let is_talk = |it: &Range<usize>| {
                !is_custom(&sentence[..it.start]) && !medium::is_no_talk(sentence, it) && !is_case(sentence, it)
            };
            in_medium(sentence).into_iter().find(is_talk)
        })
        .or_else(|| {
            // A call for nominations is none that people sit in, and what is to be discussed on one is not lost yet.
            let is_talk = |it: &Range<usize>| {
                is_adverb(&sentence[it.end..])
                    && !sentence[it.end..].starts_with(" for ")
                    && !DENIED.is_match(behind(&sentence[..it.start]))
                    && !is_custom(&sentence[..it.start])
                    && !SPAN.is_match(behind(&sentence[..it.start]))
                    && !*speaks_of_code
            };
            OUR_CALL.find_iter(sentence).map(|it| it.range()).find(is_talk)
        })?;
    let words = &sentence[range.clone()];
    let before = behind(&sentence[..range.start]);
    let is_conditional = || CONDITION.is_match(sentence) || IF_BEHIND.is_match(ahead(&sentence[range.end..]));
    let is_rule = is_offline && IMPERATIVE.is_match(words) && is_conditional();
    let is_open =
        is_rule || words.starts_with("async") || OPEN.captures(before).is_some_and(|it| it.name("who").is_none());
    let first = words.split(' ').next().unwrap_or_default().to_ascii_lowercase();
    let is_source = is_among("per as from after following based according offline off-line", &first);
    let is_past = !is_offline && !is_source;
    let is_call = CALL.is_match(words);
    let is_told = first.ends_with("ed") || first.ends_with("ing") || is_among("spoke spoken met took taken", &first);
    let is_to_come = is_offline && !is_told && !is_source;
    let is_of_the_day = OF_THE_DAY.is_match(words);
    Some(Talk { range, is_open, is_past, is_to_come, is_call, is_of_the_day, is_agreed: false })
}

/// Behind "offline": where everybody can read it.
static IN_THE_OPEN: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^ (?:on|in|via|through) (?:(?:the|this|that|its|a|an|their) )?(?:[\w-]+ )?(?:issues?|tickets?|pull request|prs?|mailing list|list|repo|repository|document|docs?|rfc|proposal|forum|tracker)(?-u:\b)",
    ])
});

static THANKED: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"^\W*(?:many )?(?:thanks|thank you|kudos)(?-u:\b)"]));

/// An offer to talk, which nobody has to take.
static COURTESY: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:(?:happy|glad) to (?:discuss|talk|chat|follow up)|can talk to you) (?:\w+ ){0,4}off-?line(?-u:\b)",
    ])
});

/// "Remove the variable from your call", "exclude the folder from your sync": of a program.
static OF_CODE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "exclude|variables?|arguments?|parameters?|functions?|methods?|modules?|endpoints?|callbacks?|files?|folders?|directories|LLMs?|models?|prompts?",
    ])
});

/// Nothing was said.
static DENIED: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[r"(?-u:\b)(?:not|never|n't|without being)(?: (?:yet|been|previously|already|\w+ly)){0,3} $"])
});

/// Before "from our call": how much later, and no source.
static SPAN: LazyLock<Pattern> =
    LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:hours?|days?|weeks?|months?|sprints?|two|away) $"]));

static CALL: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:call|sync|stand-?up)$"]));

/// Something works offline, if only in the words between.
static WORKS: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r" (?:works?|working|runs?|running) off-?line$"]));

/// Before a verb these leave open whether anybody talks, unless they say who will.
static OPEN: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:(?P<who>i|we|you|they|he|she|let's) )?(?:\w+ly )?(?:will|can|may|might|could|should|must|would|to|please|always|often|usually)(?: (?:\w+ly|be|then|also|further|first|more|just|even)){0,3} ?$",
    ])
});

/// The call or the meeting that a text is the record of.
static OF_THE_DAY: LazyLock<Pattern> =
    LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:the|today's|this) (?:call|chat|sync|stand-?up|zoom)$"]));

/// Whether what stands before a verb makes it a custom, or a plan: "requests are approved in Slack".
fn is_custom(before: &str) -> bool {
    static CUSTOM: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:is|are|be)(?: being)?(?: (?:\w+ly|then|also|further|first|more|always|often|still)){0,3}(?: \w+ed and)? ?$",
        ])
    });
    CUSTOM.is_match(behind(before))
}

fn is_adverb(after_offline: &str) -> bool {
    match after_offline.strip_prefix(' ') {
        None => !after_offline.starts_with(|it: char| it.is_alphanumeric() || it == '-' || it == '/'),
        Some(rest) => {
            let word = rest.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default().to_ascii_lowercase();
            word.is_empty() || is_among(AFTER_OFFLINE, &word)
        }
    }
}

/// Words of something that was said where this reader was not.
static ELSEWHERE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"as (?:discussed|mentioned|agreed|said|promised|talked about|you know)|like I said|see above|following up|per our (?:call|chat|conversation|discussion)|(?:from|in|on) (?:the|our|yesterday's|today's) (?:call|meeting|standup|chat)",
    ])
});

/// Whether a sentence leans on what was said elsewhere.
pub fn points_elsewhere(sentence: &str) -> bool {
    ELSEWHERE.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn talk_is_told_from_states() {
        for text in
            ["Let's take this offline.", "Settled on Slack.", "As per our call, it goes.", "We talked in person."]
        {
            assert!(find(text).is_some(), "{text}");
        }
        for text in [
            "It works offline.",
            "Take the node offline.",
            "Ask on Slack.",
            "After the call it is empty.",
            "Discussed during the call for papers.",
            "Urgent matters are discussed in a private channel.",
            "No header is needed if the draft is being discussed privately with its author.",
            "To be discussed on the next call.",
            "Approved in Mattermost's policy.",
            "We discuss how to make it work offline.",
            "Follow up with the others over Slack if they can't come.",
        ] {
            assert!(find(text).is_none(), "{text}");
        }
        assert!(find("Concerns may be discussed offline.").is_some_and(|it| it.is_open));
        assert!(find("We discussed it on the call.").is_some_and(|it| it.is_of_the_day && !it.is_open));
    }

    #[test]
    fn words_beside_a_chat() {
        assert_eq!(words_beside_chat("See the Slack thread about quotas"), 2);
    }
}
