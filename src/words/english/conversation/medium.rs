//! Talk in a medium that keeps it from everybody else: decided in a chat, settled in person. What the talk was good for is
//! for others to say.

use std::ops::Range;
use std::sync::LazyLock;

use super::case::is_case;
use crate::words::list::is_among;
use crate::words::near::behind;
use crate::words::pattern::{Pattern, in_pieces};

const CHAT: &str = r"(?:slack|discord|irc|gitter|whatsapp|telegram|signal|ms teams|microsoft teams|google chat|mattermost|zoom|dms?|direct messages?|(?:private|internal|direct) (?:chat|messages?|channel|email|e-mail|thread))";

/// What was done in a talk.
pub const SAID: &str = r"(?:discussed|agreed|decided|approved|settled|resolved|concluded|signed off|confirmed|chatted|talked|spoken|spoke|been (?:discussing|chatting|talking)|were (?:discussing|chatting|talking)|sorted out|worked out|hashed out|aligned|synced|cleared)";

/// A word between a verb and a medium, in the same clause.
const WORD: &str = r"[^ .,;:!?()]+";

/// A medium that keeps what is said in it from everybody else.
pub static IN_CHAT: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[r"(?-u:\b)(?:in|on|over|via|through) (?:the |our |a |an )?(?:", WORD, r" )?", CHAT, r"(?-u:\b)"])
});

/// The same without a name.
pub static IN_PRIVATE: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:in person|face to face|over the phone|on the phone|privately|in private|in a private ",
        WORD,
        r"|in (?:a )?(?:private|closed) session|in the hallway)(?-u:\b)",
    ])
});

/// Before a medium: what was said there. The two are apart because a text seldom names such a medium, and often says that
/// something is resolved.
static SAID_BEFORE: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"(?-u:\b)", SAID, r"(?: ", WORD, r"){0,3} $"]));

static ASYNC_BEFORE: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"(?-u:\b)async(?:hronously)? $"]));

static HEARD_BEFORE: LazyLock<Pattern> =
    LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:got|heard|received)(?: ", WORD, r"){0,5} $"]));

/// Talk at a meeting, whose notes a message does not lead to. Pages speak of such at large. Its rare words come first, by which it is
/// looked for.
pub static AT_MEETING: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:said|mentioned|discussed|agreed|decided|talked about) (?:in|at|during) (?:the|our|yesterday's|today's|this morning's|last week's) (?:[\w-]+ )?(?:meeting|stand-?up|retro|planning)(?-u:\b)",
    ])
});

static RECALLED_BEFORE: LazyLock<Pattern> =
    LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:as|like) (?:(?:we|i|you) )?(?:just |already )?$"]));

/// A chat at the end of a sentence, or where something is to be read.
pub static SENT_TO_CHAT: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:slack|discord|mattermost)(?: (?:thread|channel|discussion|conversation))?(?:\W*$| for (?:the |more )?(?:details|reasons?|context|background|rationale)(?-u:\b))",
    ])
});

static SENDS_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^\W*(?:please )?(?:see|check) (?:the |our )?$",
        r"|(?-u:\b)(?:details|context|background|reasons?|rationale) (?:is|are) (?:in|on) (?:the |our )?$",
    ])
});

/// Where a sentence recalls what was said at a meeting, and not what its notes say, or sends its reader to a chat.
pub fn at_meeting(sentence: &str) -> Option<Range<usize>> {
    const WRITTEN: &str = "notes minutes agenda doc document summary invite room request page recording slides";
    let led = |found: &Pattern, lead: &Pattern| {
        let found = found.find(sentence)?.range();
        let before = behind(&sentence[..found.start]);
        Some(found.start - before.len() + lead.find(before)?.start()..found.end)
    };
    let found = led(&AT_MEETING, &RECALLED_BEFORE).or_else(|| led(&SENT_TO_CHAT, &SENDS_BEFORE))?;
    let next = sentence[found.end..].split_whitespace().next().unwrap_or_default();
    let next = next.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    (!is_among(WRITTEN, &next)).then_some(found)
}

/// Where something is decided or discussed in a medium that keeps it from everybody else: from the verb to the medium,
/// in order.
pub fn in_medium(sentence: &str) -> Vec<Range<usize>> {
    let said = |medium: &Range<usize>, also: &Pattern| {
        let before = behind(&sentence[..medium.start]);
        let verb = SAID_BEFORE.find(before).or_else(|| also.find(before))?;
        Some(medium.start - before.len() + verb.start()..medium.end)
    };
    let named = IN_CHAT.find_iter(sentence).filter_map(|it| said(&it.range(), &ASYNC_BEFORE));
    let unnamed = IN_PRIVATE.find_iter(sentence).filter_map(|it| said(&it.range(), &HEARD_BEFORE));
    let mut out: Vec<Range<usize>> = named.chain(unnamed).collect();
    out.sort_by_key(|it| it.start);
    out
}

/// Whether a medium is named and nobody has talked in it yet: "Mattermost's policy" and "Mattermost legal" are of its makers, "in
/// person EC meeting" is a sort of meeting, and "Async on Slack:" stands above the names of those who came so.
pub fn is_no_talk(sentence: &str, medium: &Range<usize>) -> bool {
    const EVENTS: &str =
        "meeting meetings event events summit workshop hackathon sprint session sessions gathering attendance meetup";
    let (before, rest) = (&sentence[..medium.start], &sentence[medium.end..]);
    // "Remove it once confirmed via chat" waits for what is to be said there.
    const WAITS: &str = "once until when unless if";
    let last = behind(before).trim_end().rsplit(' ').next().unwrap_or_default();
    if is_among(WAITS, &last.to_ascii_lowercase()) {
        return true;
    }
    const OF_MAKERS: &[&str] = &[" legal", " docs", " documentation", " API"];
    let is_maker = rest.starts_with(['\'', '\u{2019}']) || OF_MAKERS.iter().any(|it| rest.starts_with(it));
    let is_event = |it: &str| is_among(EVENTS, &it.trim_matches(|it: char| !it.is_alphabetic()).to_lowercase());
    let is_sort = || rest.strip_prefix(' ').is_some_and(|it| it.split(' ').take(3).any(is_event));
    let is_heading = || before.trim_matches(|it: char| !it.is_alphanumeric()).is_empty() && rest.trim_end() == ":";
    // "Agreed on 75,000 in private donations": what is private is no talk.
    const TALKS: &[&str] = &[" session", " meeting", " call", " conversation", " chat"];
    let is_of_thing = || {
        let is_talk = TALKS.iter().any(|it| rest.starts_with(it));
        sentence[medium.clone()].ends_with("in private") && !is_talk && !super::is_adverb(rest)
    };
    // "Confirmed that a page arrives on the phone": the phone is what shows it.
    const SHOWN: &str = "page pages alert alerts notification notifications push arrives arrived rings rang";
    let shown = sentence[medium.clone()].strip_suffix(" on the phone").and_then(|it| it.rsplit(' ').next());
    let is_device = shown.is_some_and(|it| is_among(SHOWN, &it.to_ascii_lowercase()));
    // "The terms have been agreed privately with the bank": between those two, and told as such.
    let is_confidential =
        last == "been" && sentence[medium.clone()].ends_with("agreed privately") && rest.starts_with(" with ");
    is_maker
        || is_device
        || is_confidential
        || is_of_thing()
        || sentence[medium.clone()].ends_with("person") && is_sort()
        || is_heading()
}

/// Before a medium: what is left to be said there.
static LEFT_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:continu(?:e|ing)|discuss|follow(?:ing)?[ -]up|sort (?:it|this|that) out|figure (?:it|this|that) out|coordinate|iterate|go on)(?: ",
        WORD,
        r"){0,6} $",
    ])
});

/// Where minutes leave a matter to a chat: "will continue on Slack", "discuss the rest in our Mattermost", from the verb on.
pub fn agreed_for_chat(sentence: &str) -> Option<Range<usize>> {
    let left = |medium: Range<usize>| {
        let before = behind(&sentence[..medium.start]);
        let verb = LEFT_BEFORE.find(before)?;
        let start = medium.start - before.len() + verb.start();
        // "They heard me discuss it on Slack" tells of another talk.
        let is_told = || !LEFT_TO_US.is_match(behind(&sentence[..start]));
        let is_left = !is_told() && !is_no_talk(sentence, &medium) && !is_case(sentence, &(start..medium.end));
        is_left.then_some(start..medium.end)
    };
    IN_CHAT.find_iter(sentence).find_map(|it| left(it.range()))
}

/// Before such a verb: an order, or those who meet.
static LEFT_TO_US: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^[^\w]*$|[:;,.()] $|(?-u:\b)(?:will|should|shall|must|let's|let us|to|and|then)(?: \w+ly| also| then| further)? $",
    ])
});

/// Words around the address of a chat message that say only that there is one.
const CHAT_WORDS: &str = "\
    slack gitter discord teams irc zulip chat thread threads link links log logs message messages conversation \
    discussion channel see here this the in on to of a an for and more context details full original from via at \
    with our is start info information source ref";

/// How many words of a sentence say what stands in the message that it links to.
pub fn words_beside_chat(sentence: &str) -> usize {
    let words = sentence.split(|it: char| !it.is_alphanumeric()).filter(|word| word.contains(char::is_alphabetic));
    words.filter(|word| !is_among(CHAT_WORDS, &word.to_ascii_lowercase())).count()
}
