//! How people offer what they could have given: the logs on request, the project if needed.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Captures, Pattern, any_of};

/// What is offered, as far as its words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// What a program said: a log, a trace, a dump.
    Output,
    Picture,
    /// What it happens with: code, configuration, a project.
    Source,
    /// "More information".
    Anything,
}

/// An offer in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub range: Range<usize>,
    pub thing: Thing,
    /// It was said that the thing follows, and not only that it could.
    pub is_promised: bool,
}

const OUTPUT: &str = r"(?:logs?|log ?files?|logfiles?|logging|(?:stack ?|back)?traces?|tracebacks?|(?:core|heap|thread|crash|memory) ?dumps?|dumps?|crash reports?|(?:full |complete |verbose )?output|error messages?|har files?|packet captures?|debug\.log)";
const PICTURE: &str =
    r"(?:screen ?shots?|screen ?captures?|screencasts?|(?:screen ?)?recordings?|videos?|gifs?|pictures?|images?)";
const SOURCE: &str = r"(?:config(?:uration)?s?(?: files?)?|settings|(?:source ?)?code|(?:code )?snippets?|(?:small |minimal |test |sample |example |demo |full |whole )*(?:projects?|apps?|applications?|repositor(?:y|ies)|repos?|cases?|files?|examples?|samples?)|repro(?:duction)?s?|test ?cases?|data(?:sets?)?|schemas?|dockerfiles?|models?|snapshots?)";
const ANYTHING: &str = r"(?:info(?:rmation)?|infos|details|anything(?: else)?|things?|context|input)";

const GIVE: &str = r"(?:attach|send|provide|share|upload|post|supply|give|paste|e?-?mail|include|add)";
const GAP: &str = r"(?:[\w'/.-]+ |□ ){0,5}?";

/// Where something could be had.
static OFFER: LazyLock<Pattern> = LazyLock::new(|| {
    let thing =
        format!("{GAP}(?:(?P<output>{OUTPUT})|(?P<picture>{PICTURE})|(?P<source>{SOURCE})|(?P<anything>{ANYTHING}))");
    any_of(&[&format!(
        "(?:{})(?: me| you)? {thing}",
        [
            format!(r"(?:I|we) (?:can|could|may|might)(?: also| happily| gladly| easily| certainly)? {GIVE}"),
            format!(r"(?:I|we)(?:'d| would|'m| am|'re| are)(?: also| be)* (?:happy|glad|willing|able|ready) to {GIVE}"),
            format!(r"happy to {GIVE}"),
            format!(r"(?:do|would|will|might) you (?:need|want|require|like)(?: me to {GIVE}| to see| to have)?"),
            format!(r"(?:should|shall) (?:I|we) {GIVE}"),
            r"(?:if|whether|in case|should) (?:you|anyone|anybody|someone|somebody|it's|it is) (?:\w+ )?(?:need|want|require|would like|needs|wants|like)(?: to see| to have)?".to_owned(),
            r"(?:what|which)(?: other| more| additional| further| kind of| sort of)?".to_owned(),
        ]
        .join("|")
    )])
});

/// After "what information" these make it an offer; without them it is any question.
static WANTED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:do|would|will|might|may) you (?:need|want|require|like)|(?:should|can|could|may) (?:I|we) (?:provide|share|give|send|attach|post|add|include)|(?:is|are|would be) (?:needed|required|helpful|useful)|(?:you|would) (?:need|require|help)",
    ])
});

/// Said to follow. Trackers of their own keep attachments beside the text.
static PROMISE: LazyLock<Pattern> = LazyLock::new(|| {
    let thing =
        format!("{GAP}(?:(?P<output>{OUTPUT})|(?P<picture>{PICTURE})|(?P<source>{SOURCE})|(?P<anything>{ANYTHING}))");
    any_of(&[&format!(
        "(?:I|we)(?:'ll| will)(?: also| try to)? (?:attach|send|upload|post|provide|share)(?: you)? {thing}"
    )])
});

/// On request, with the thing before it.
static ON_REQUEST: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[&format!(
        r"(?:(?P<output>{OUTPUT})|(?P<picture>{PICTURE})|(?P<source>{SOURCE})|(?P<anything>{ANYTHING})) {GAP}(?:available|provided|attached|shared|sent|supplied)?(?: (?:up)?on request| if (?:needed|required|necessary|wanted|you need (?:it|them)))"
    )])
});

/// Points at what hangs beside the text.
static ENCLOSED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"attach(?:ed|ments?|ing)?|enclosed|screen ?(?:shots?|caps?|captures?)|(?:picture|image|photo|video|gif) (?:below|above|here)|see (?:the )?(?:picture|image|photo|video)",
    ])
});

/// Whether a sentence points at what hangs beside the text.
pub fn is_enclosed(sentence: &str) -> bool {
    ENCLOSED.is_match(sentence)
}

/// The offer in a sentence.
pub fn find(sentence: &str) -> Option<Offer> {
    let offers = OFFER.captures_iter(sentence).chain(ON_REQUEST.captures_iter(sentence));
    let open = offers.filter_map(|found| offer(&found, false));
    let promised = PROMISE.captures_iter(sentence).filter_map(|found| offer(&found, true));
    let found = open.filter(|offer| is_meant(sentence, offer)).chain(promised).next()?;
    Some(Offer { thing: named_beside(&sentence[found.range.end..]).unwrap_or(found.thing), ..found })
}

/// "More info or logs": what is named behind says more than what is named first.
fn named_beside(rest: &str) -> Option<Thing> {
    static BESIDE: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(&format!(
            r"(?i)^(?:,| or| and|/) ?(?:more |any |the |further |full )?(?:(?P<output>{OUTPUT})|(?P<picture>{PICTURE}))(?-u:\b)"
        ))
    });
    let found = BESIDE.captures(rest)?;
    Some(if found.name("output").is_some() { Thing::Output } else { Thing::Picture })
}

fn offer(found: &Captures, is_promised: bool) -> Option<Offer> {
    let named = [
        ("output", Thing::Output),
        ("picture", Thing::Picture),
        ("source", Thing::Source),
        ("anything", Thing::Anything),
    ];
    let (_, thing) = named.into_iter().find(|(name, _)| found.name(name).is_some())?;
    Some(Offer { range: found.get(0)?.range(), thing, is_promised })
}

/// "What data is lost" offers nothing, and "if you want the sample to run" is a condition.
fn is_meant(sentence: &str, offer: &Offer) -> bool {
    let words = sentence[offer.range.clone()].to_ascii_lowercase();
    let before = sentence[..offer.range.start].to_ascii_lowercase();
    let rest = sentence[offer.range.end..].to_ascii_lowercase();
    if before.split_whitespace().last().is_some_and(|word| SUBORDINATE.contains(&word)) {
        return false;
    }
    // "We could give a better message": what a program would do. "I can add a log line": to the code.
    let is_of_product = ["we can ", "we could ", "we may ", "we might "].iter().any(|it| words.starts_with(it))
        && !words.contains(" you ")
        && !rest.contains(" you")
        && ![" if ", " on request"].iter().any(|it| rest.contains(it));
    let is_better = [" better ", " improved ", " optimized ", " optimised "].iter().any(|it| words.contains(it));
    let is_line =
        words.contains(" add ") && [" line", " statement", " entry", " there"].iter().any(|it| rest.starts_with(it));
    // "In which case you need logic to set it."
    let is_idiom = words.starts_with("which case") && before.trim_end().ends_with("in");
    if is_of_product || is_better || is_line || is_idiom {
        return false;
    }
    if ["what", "which"].iter().any(|it| words.starts_with(it)) {
        return WANTED.is_match(&rest);
    }
    if ["if", "whether", "in case", "should you"].iter().any(|it| words.starts_with(it)) {
        let tells = ["let me know", "tell me", "ask", "ping me", "contact me", "reach out", "happy to", "glad to"];
        let gives = ["i can", "i could", "i will", "i'll", "let me know", "just ask", "tell me", "ping me", "i would"];
        return tells.iter().any(|it| before.contains(it)) || gives.iter().any(|it| rest.contains(it));
    }
    true
}

/// After one of these a clause describes and does not offer: "where I could attach the source".
const SUBORDINATE: &[&str] = &["if", "where", "how", "that", "when", "which", "whether", "because"];

#[cfg(test)]
mod tests {
    use super::{Thing, find};

    fn thing(sentence: &str) -> Option<Thing> {
        find(sentence).map(|offer| offer.thing)
    }

    #[test]
    fn offers_name_what_is_not_there() {
        assert_eq!(thing("I can attach the full log if that helps"), Some(Thing::Output));
        assert_eq!(thing("Do you need the config?"), Some(Thing::Source));
        assert_eq!(thing("A screen recording is available on request"), Some(Thing::Picture));
        assert_eq!(thing("Let me know if you need more information"), Some(Thing::Anything));
        assert_eq!(thing("What other details should I provide?"), Some(Thing::Anything));
        assert_eq!(thing("Let me know if you need more info or logs, I can send them."), Some(Thing::Output));
        assert!(find("I will attach a small test case").is_some_and(|it| it.is_promised));
    }

    #[test]
    fn a_question_about_data_offers_none() {
        for text in [
            "What data does it lose?",
            "If you want the sample to run, install the kit first",
            "Do you want to request a feature or report a bug?",
            "I attached the log",
            "Can you share the log of your run?",
            "It would be nice if I could attach the source to a library",
        ] {
            assert_eq!(thing(text), None, "{text}");
        }
    }
}
