//! Words that point at a thing only the writer can find: "the export thing", "that ticket", "as discussed".

mod family;
mod shared;
mod task;

pub use family::Family;

use std::cell::LazyCell;
use std::ops::Range;
use std::sync::LazyLock;

use shared::SHARED;
pub use task::{WORDS_OF_TASKS, find_in_task, may_be_in_task};

use crate::words::english::mood;
use crate::words::list::is_among;
use crate::words::near::{ahead, behind};
use crate::words::pattern::{Match, OneOf, Pattern, in_pieces};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub range: Range<usize>,
    pub family: Family,
}

static THING: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:the|that|this|your|our|my|his|her|their) (?P<what>[\w'/-]+(?: [\w'/-]+)?) (?:thing(?:y|ie)?|stuff|business)(?-u:\b)",
    ])
});

/// Words before "thing" that make an ordinary phrase of it, or say what it is by themselves.
const ORDINARY: &str = "\
    same right wrong only other last first second third next final whole entire one two three few many several \
    single best worst better worse good bad big bigger biggest main major key important real actual very sure new \
    old nice great cool funny interesting weird strange odd annoying simple simplest easy easiest hard hardest \
    obvious sort sorts kind kinds type types of living thing things own usual certain particular specific exact \
    similar different opposite closest most least more less is are was were be been has have had do does did can \
    could will would should to in on for with and or as at by a an not no such some any all every each extra \
    additional remaining fun fancy core basic underlying general minimal correct proper sensible reasonable safe \
    natural crazy craziest amazing beautiful neat tricky difficult critical crucial essential related relevant tiny \
    small little latest current previous original internet show unfinished monkey serious risky how what which that \
    this these those it you we they i he she me us them if when where then than so but because from into about over \
    under out up down isn't wasn't makes make made way useful sad clever smart silly stupid dumb missing boring \
    common possible meet meets fit fits suit suits";

static ARTEFACT: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:that (?:\w+ )?(?P<that>issue|ticket|bug|pr|pull request|patch|commit|branch|doc|document|spreadsheet|sheet|dashboard|wireframe|mock-?up|thread|email|mail|card)",
        r"|those (?:\w+ )?(?P<those>issues|tickets|bugs|prs|pull requests|commits|docs|documents|spreadsheets|dashboards|wireframes|mock-?ups|threads|emails|cards)",
        r"|see (?P<see>ticket|jira)|the (?:\w+ )?(?P<the>ticket|spreadsheet|wireframes?|mock-?ups?|email|e-mail|doc|so question))(?-u:\b)",
    ])
});

/// Artefacts that "the" alone points at.
const POINTED_AT: &str = "ticket spreadsheet wireframe mock-up mockup email doc";

/// Behind an artefact: the sentence goes on, and the artefact was its whole name.
const GOES_ON: &str = "\
    is are was were has have had does doesn't isn't says said and or but so again please yet before by today \
    tomorrow yesterday first now still when if as at then too needs looks seems should can could will would may must \
    because since until after while asap soon there here thanks anymore";

const EARLIER: &str = r"(?:last (?:week|month|time|year|sprint)|yesterday|earlier today|today|this morning|the other day|a (?:while|few \w+|couple of \w+) ago|(?:\d+|two|three|some) (?:days|weeks|months) ago|(?:on|last) (?:mon|tues|wednes|thurs|fri)day)";

static TALK: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:",
        r"(?:as|like) (?:(?:we|you and i)(?:'ve)? )?(?:had |have |was |were )?(?:already |previously |just |both )?(?:discussed|agreed|talked about|spoke about)(?: (?:previously|before|earlier|already))?",
        r"|as per (?:the|our|your) (?:discussion|conversation|talk|agreement)",
        r"|(?:(?:the one|the ones|the thing|the things|the stuff) (?:that )?(?:we|you and i|you|i) (?:discussed|agreed on|talked about|spoke about|mentioned)|the (?:prs?|pull requests?|patch|tickets?|branch|doc) (?:that )?(?:we|you and i) (?:discussed|talked about|spoke about))",
        r"|(?:was|were) (?:already |also )?(?:discussed|agreed) (?:previously|before)",
        r")(?-u:\b)",
    ])
});

/// What somebody said or did at an earlier meeting, as a pronoun: "I asked that last time", "what we tried last time".
const RECALLED: &str = r"(?:(?:i|we|you|he|she|they)(?:'ve| have| had)?(?: \w+ly| also| already| just)? (?:tried|did|asked|said|suggested|mentioned|proposed|discussed|talked about|brought up|raised|agreed(?: on| to)?|decided(?: on)?) (?:this |that |it |these |those )(?:the )?last (?:time|meeting|call)|(?:what|thing|things|stuff|change|changes|proposal|one|ones|which|that) (?:that )?(?:i|we|you|he|she|they)(?: \w+ly| also| already| just)? (?:tried|did|asked|said|suggested|mentioned|proposed|discussed|talked about|brought up|raised|agreed(?: on| to)?|decided(?: on)?) (?:the )?last (?:time|meeting|call))";

static EARLIER_TALK: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:(?:was|were|been|already|as|as we|as we've|what we|what we've|what was|what you and i) (?:already |also |briefly |previously )?(?:discussed|talked about|agreed)(?: (?:on|about))?(?: this| that| it)? ",
        EARLIER,
        r"|as per (?:the |our )?(?:discussion|conversation|talk) ",
        EARLIER,
        r"|when we (?:last )?(?:talked|spoke|discussed)(?: about)? (?:this|it|that) (?:before|previously|",
        EARLIER,
        r")|",
        RECALLED,
        r")(?-u:\b)",
    ])
});

static OWNED: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:one|both) of (?:his|her|their) (?:prs?|pull[ -]requests?|merge requests?|issues|tickets|patches|commits|branches|docs|documents|posts|e-?mails|messages|slides)(?-u:\b)",
    ])
});

/// What was decided stands on a slide, and not in the text.
static SHOWN: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:next steps?|decisions?|conclusions?|plan|options?|changes|criteria|requirements|proposal)(?: [\w'-]+){0,4}? (?:shown|listed|described|presented|written|outlined|stated|summari[sz]ed|given) (?:up )?(?:in|on) (?:the|my|his|her|their|this|that) (?:(?:\w+ )?(?:slides?|slide deck|deck|whiteboard)|screen)(?-u:\b)",
    ])
});

/// Behind a talk: what was said there.
static TOLD_AT_ONCE: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^,? (?:(?:w/|with) (?:[\w@-]+ )+?with an?|which (?:is|was|were)|that (?:we|it|they|this|the)|to \w+ (?:it|this|that|the)|and (?:(?:there was )?(?:general|broad) )?(?:agreement|consensus)|we (?:found|agreed|decided|concluded|settled) \w+)(?-u:\b)",
    ])
});

/// "As we discussed user needs": while they did.
static OF_THINGS: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^(?:as|like) (?:we|you and i) discussed [a-z]+(?: [a-z-]+){0,3} (?:when|while|in order|so that)(?-u:\b)",
    ])
});

/// "As discussed in the review, the operator moves": it is said in the same sentence.
static SAID_HERE: LazyLock<Pattern> =
    LazyLock::new(|| in_pieces(&[r"^(?: (?:in|during|on|at) [\w' -]{1,40}), (?:[^ ,]+ ){4}"]));

/// Who does not know whether it was said says it now.
static DOUBTED: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[r"(?-u:\b)(?:if|whether|don't think|don't remember|don't recall|not sure|not think)(?: that)? $"])
});

/// "Record the difference as agreed": it is written down as that. "Check that all is done as agreed": who does knows it.
static WRITTEN_DOWN: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:record|mark|note|document|count|log) (?:\S+ ){1,4}$|^\W*(?:confirm|verify|check|ensure|ensuring)(?-u:\b)[^.;:]*$",
    ])
});

/// Words after "as discussed" that say where it can be read.
static PLACE: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:above|below|earlier|later|here|following|sections?|chapter|appendix|previous|paragraph|table|figure|alternatives|background|part|introduction|motivation|proposals?|rfcs?|keps?|issues?|prs?|tickets?|pull requests?|document|doc|comments?|thread|link|minutes|notes|charter|adr|policy|contract|sow|sla|statement of work|specification|bylaws|roadmap|readme|previously in|agreed (?:to|upon|by|in their|in its)|discussed by|(?:points?|steps?|items?|phases?) \d+)(?-u:\b)|(?:in|by|under) (?:\[|\{\{)|\[\d+\]|\((?:if|where) applicable|(?-u:\b)in (?:the|our|this|my|its|their|his|her) (?:[\w-]+ )*(?:report|paper|thesis|article|book|manual|handbook)(?-u:\b)",
    ])
});

/// Without one of these, nothing is found.
pub static WORDS: OneOf = OneOf::of(&[&THING, &ARTEFACT, &TALK, &EARLIER_TALK, &SHARED, &OWNED, &SHOWN]);

/// The vague references of a sentence: the first of each family.
pub fn find(sentence: &str) -> Vec<Reference> {
    let earlier = talk(&EARLIER_TALK, sentence);
    let is_dated = |it: &Range<usize>| earlier.as_ref().is_some_and(|other| other.contains(&it.start));
    let first = [
        (Family::Thing, thing(sentence)),
        (Family::Artefact, artefact(sentence)),
        (Family::Talk, talk(&TALK, sentence).filter(|it| !is_dated(it))),
        (Family::EarlierTalk, earlier.clone()),
        (Family::Shared, shared::find(sentence)),
        (Family::Owned, OWNED.find(sentence).map(|it| it.range())),
        (Family::Shown, SHOWN.find(sentence).map(|it| it.range())),
    ];
    first.into_iter().filter_map(|(family, range)| Some(Reference { range: range?, family })).collect()
}

/// Whether a sentence tells itself what was said in a talk that it recalls: "As discussed last week, both queues stay until
/// the last consumer is gone". What stands in brackets recalls what is told before it.
pub fn is_retold(sentence: &str, talk: &Range<usize>) -> bool {
    const MATTER: usize = 7;
    let before = behind(&sentence[..talk.start]);
    let is_opening =
        before.trim().is_empty() && ["As ", "Like "].iter().any(|it| sentence[talk.clone()].starts_with(it));
    let rest = sentence[talk.end..].strip_prefix(',').filter(|_| is_opening);
    let is_told = rest.is_some_and(|it| it.split_whitespace().take(MATTER).count() == MATTER);
    is_told || before.rfind('(') > before.rfind(')')
}

fn thing(sentence: &str) -> Option<Range<usize>> {
    THING.captures_iter(sentence).find_map(|found| {
        let what = found["what"].to_lowercase();
        let is_ordinary = what.split(' ').any(|word| is_among(ORDINARY, word) || word.ends_with("est"));
        let whole = found.get(0)?;
        // "The customer business rules" are rules, and "the Harbour Business Forum" is called so.
        let is_part = whole.as_str().ends_with("usiness") && !goes_on(&sentence[whole.end()..]);
        (!is_ordinary && !is_part && !is_name(&found["what"])).then(|| whole.range())
    })
}

/// "The Legendre symbol stuff", "the ICMP thing", "that the ICMP thing": two words of matter name a thing, and so do capitals.
fn is_name(what: &str) -> bool {
    const OPENING: &str = "the a an this that your our my his her their";
    let words = what.split(' ').filter(|it| !is_among(OPENING, &it.to_ascii_lowercase()));
    let is_acronym = |it: &str| it.bytes().filter(|it| it.is_ascii_uppercase() || it.is_ascii_digit()).count() > 1;
    words.clone().count() != 1 || words.clone().any(is_acronym)
}

fn artefact(sentence: &str) -> Option<Range<usize>> {
    let lower = LazyCell::new(|| sentence.to_ascii_lowercase());
    ARTEFACT.captures_iter(sentence).find_map(|found| {
        let whole = found.get(0)?;
        // "The doc-registry validator" has its name.
        if sentence[whole.end()..].starts_with('-') {
            return None;
        }
        let noun = found.name("that").or(found.name("those")).or(found.name("the")).or(found.name("see"))?;
        let whole = match conjunction(&lower[whole.range()]) {
            Some("the") if !is_among(POINTED_AT, &lower[noun.range()]) => return None,
            Some("the") => whole.start() + "that ".len()..whole.end(),
            Some(_) => return None,
            None => whole.range(),
        };
        // What was named before is known: "open a ticket, and close that ticket".
        let stem = &lower[noun.range()];
        let is_known = lower.find(stem.trim_end_matches('s')).is_some_and(|first| first < whole.start);
        // "Each of them has a thread, and what is said of it stands in that thread."
        let is_any = lower[..whole.start].split(' ').any(|word| matches!(word, "each" | "every" | "any" | "whenever"));
        // "As elsewhere in the doc", "code that reproduces that bug": the one that both speak of.
        let led = behind(&lower[..whole.start]);
        let is_at_hand = [
            "elsewhere in ",
            "far into ",
            "deep into ",
            "further into ",
            "later in ",
            "earlier in ",
            "reproduces ",
            "reproduce ",
            "reproducing ",
            "rest of ",
        ]
        .iter()
        .any(|it| led.ends_with(it));
        (goes_on(&sentence[whole.end..]) && !is_known && !is_any && !is_at_hand).then_some(whole)
    })
}

/// The word behind a "that" which joins two clauses: "they know that an email was sent".
fn conjunction(found: &str) -> Option<&str> {
    const DETERMINERS: &str = "a an the no any some each every another my your his her its our their this";
    let second = found.strip_prefix("that ")?.split(' ').next()?;
    is_among(DETERMINERS, second).then_some(second)
}

/// Whether a sentence goes on behind a noun, and not with another noun that belongs to it.
fn goes_on(rest: &str) -> bool {
    let next = ahead(rest).split_whitespace().next().unwrap_or_default();
    let word = next.trim_matches([',', '.', '?', '!']).to_lowercase();
    !next.starts_with(char::is_alphanumeric) || is_among(GOES_ON, &word)
}

fn talk(pattern: &Pattern, sentence: &str) -> Option<Range<usize>> {
    let outside = |found: &Match| {
        let (from, rest) = (ahead(&sentence[found.start()..]), &sentence[found.end()..]);
        let is_retold = TOLD_AT_ONCE.is_match(rest) || found.start() == 0 && SAID_HERE.is_match(rest);
        // "The branch we talked about" names no place by itself.
        let place = if found.as_str().starts_with("the ") { ahead(rest) } else { from };
        let is_elsewhere = PLACE.is_match(place) || OF_THINGS.is_match(from);
        let before = behind(&sentence[..found.start()]);
        // The verb may begin with it: "should have been discussed".
        let first = from.find(' ').unwrap_or_default();
        let is_missed = mood::is_missed(&sentence[..found.start() + first]);
        !is_elsewhere && !is_retold && !is_missed && !DOUBTED.is_match(before) && !WRITTEN_DOWN.is_match(before)
    };
    pattern.find_iter(sentence).find(outside).map(|it| it.range())
}

#[cfg(test)]
mod tests {
    use super::{Family, find};

    fn check(text: &str, expected: &[(Family, &str)]) {
        let got: Vec<(Family, &str)> = find(text).into_iter().map(|it| (it.family, &text[it.range])).collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn each_family() {
        check("Merge the billing thing first.", &[(Family::Thing, "the billing thing")]);
        check("Close that ticket, please.", &[(Family::Artefact, "that ticket")]);
        check("I hear that the ticket is closed.", &[(Family::Artefact, "the ticket")]);
        check("The flag is on, as discussed.", &[(Family::Talk, "as discussed")]);
        check("It was discussed last week.", &[(Family::EarlierTalk, "was discussed last week")]);
        check("You know the one.", &[(Family::Shared, "You know the one")]);
    }

    #[test]
    fn ordinary_words_and_what_was_introduced() {
        check("The only thing left is the same thing again.", &[]);
        check("Open a ticket, and close that ticket.", &[]);
        check("Notify the user that an email has been sent, and that the issue is closed.", &[]);
        check("As discussed above, the doc format stays.", &[]);
        check("The form was discussed previously and general agreement that it stays.", &[]);
        check("When we discussed this before we found some use in it.", &[]);
        check("As agreed in our charter, the chair changes each year.", &[]);
        check("Build the documentation as discussed in phase 1.", &[]);
        check("As discussed during review, the operator moves to a folder of its own.", &[]);
        check("As discussed, the operator moves to a folder of its own.", &[(Family::Talk, "As discussed")]);
        check("The list is short (as we discussed user needs when we made it).", &[]);
    }
}
