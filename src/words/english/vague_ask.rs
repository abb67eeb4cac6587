//! Asks that can only be answered with another question: "take a look", "thoughts?", "any updates?".

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::ask::is_left_edge;
use crate::words::list::is_among;
use crate::words::near::{ahead, behind};
use crate::words::pattern::in_pieces;

/// What a vague ask leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// "take a look": what to look for, and what to give back.
    Look,
    /// "review please": of what.
    Review,
    /// "thoughts?": on which point.
    Opinion,
    /// "any updates?": on which item.
    Progress,
    /// "can somebody help?": with what.
    Help,
    /// "do you have a minute?": for which question.
    Time,
}

impl Open {
    /// What the reader cannot know, in a few words.
    pub fn unknown(self) -> &'static str {
        match self {
            Open::Look => "to find what?",
            Open::Review => "of what, and for what?",
            Open::Opinion => "on which point?",
            Open::Progress => "of which item?",
            Open::Help => "with what, exactly?",
            Open::Time => "for which question?",
        }
    }

    /// What the reader will send back.
    pub fn question(self) -> &'static str {
        match self {
            Open::Look => "What should I look for, and what do you want back?",
            Open::Review => "What should I review, and what has to be decided?",
            Open::Opinion => "On which point do you want my view?",
            Open::Progress => "Which item do you mean, and what hangs on it?",
            Open::Help => "What exactly do you need, and where are you stuck?",
            Open::Time => "What is the question?",
        }
    }
}

/// An ask that names neither its object nor the answer that is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VagueAsk {
    pub range: Range<usize>,
    pub open: Open,
}

static LOOK: LazyLock<Regex> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:",
        r"(?:take|have|get|give (?:it|this|that|these)) (?:a|another) (?:\w+ )?(?:look|peek|glance)",
        r"|quick (?:look|peek|check) (?:at|into|over)",
        r"|(?:check|checking) (?:(?:this|that|it|these|those) )?out",
        r"|(?:look|looking) (?:at|into|over)|look this over|(?:pair|set) of (?:fresh )?eyes|eyes on|ptal",
        r"|(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody) (?:please )?(?:check(?: out)?|look(?: at| into| over)?)",
        r")(?-u:\b)",
    ])
});

static REVIEW: LazyLock<Regex> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:needs?|waiting for|can i get|may i have) (?:a|an|your|some|another) (?:\w+ )?(?:reviews?|approval|sign-?off)(?: (?:please|asap|soon|today|on this|of this|for this))* ?[?.!]*$",
        r"|(?:^|[:,;] |^(?:@\S+ )+)(?:please |pls |kindly )?(?:review|approve)(?: (?:this|it|these|mine))?(?: (?:please|pls|asap|soon|today))* ?[?.!]*$",
    ])
});

static OPINION: LazyLock<Regex> = LazyLock::new(|| {
    in_pieces(&[
        r"(?:^|[:,;] |(?-u:\b)any )(?:any |your |other )?(?:thoughts|opinions?|feedback|comments|ideas?|suggestions|views)",
        r"(?: (?:on|about) (?:this|that|it|these))?(?:,? (?:please|anyone|anybody|folks|all|everyone|team|here))*(?: (?:is|are|would be) (?:very |much |really )?(?:welcome|appreciated))? ?[?.!]*$",
        r"|(?-u:\b)what do (?:you|people|folks|we|y'all|others) (?:all )?think(?: (?:about|of) (?:this|that|it|these))? ?[?.!]*$",
        r"|(?:^|[:,;] )(?:wdyt|wdyat) ?[?.!]*$",
    ])
});

static PROGRESS: LazyLock<Regex> = LazyLock::new(|| {
    in_pieces(&[
        r"(?:^|[:,;] |(?-u:\b)(?:is|are) there |(?-u:\b)have )?(?-u:\b)any (?:\w+ )?(?:updates?|news|progress|eta|movement)(?: (?:on|about|for) (?:this|that|it|these))?(?: yet| here| so far| please)* ?\?+$",
        r"|(?-u:\b)(?:what's|what is|whats) the (?:\w+ )?(?:status|latest|eta|news|progress)(?: (?:on|of|with|for) (?:this|that|it|these))?(?: now| here| please)* ?\?*$",
        r"|(?:^|[:,;] )(?:status|eta|updates?|progress|news|(?:gentle |friendly )?(?:ping|bump|nudge))(?: please)? ?[?!.]*$",
        r"|(?-u:\b)how (?:is|are) (?:it|this|that) coming along ?\?*$",
    ])
});

static HELP: LazyLock<Regex> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody)(?: please)? (?:help|assist|advise|elaborate|explain|clarify)(?: (?:me|us))?(?: out)?(?: with (?:this|that|it|something|these))?(?: (?:a bit|a little|some))?(?: more| further| here| please)* ?[?.!]*$",
        r"|(?-u:\b)any (?:help|pointers|advice|hints?)(?: (?:on|with) (?:this|that|it))?(?: (?:is|are|would be))?(?: (?:very |much |greatly |really )?(?:welcome|appreciated))?(?: please)? ?[?.!]*$",
        r"|(?-u:\b)(?:please (?:help|advise|assist)|i need (?:some |your )?help|help needed|help me(?: please)?)(?: (?:with (?:this|that|it)|here|out))? ?[?.!]*$",
        r"|(?-u:\b)point (?:me|us) in (?:any|the right|a|some) direction",
    ])
});

static TIME: LazyLock<Regex> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:do|does|would|if|have|got|can|could)(?-u:\b)[^.?!]{0,30}(?-u:\b)(?:have|got|spare) (?:a|one|two|five|a few|a couple of|some|\d+) (?:quick |free |spare )?(?:secs?|seconds?|mins?|minutes?|moments?|time)(?-u:\b)",
        r"|^(?:\W*(?:hi|hey|hello)\W+)?(?:got|have) (?:a|five|\d+) (?:secs?|seconds?|mins?|minutes?|moment)(?-u:\b)",
        r"|(?-u:\b)(?:can|could|may) i (?:just )?ask (?:you )?(?:a (?:quick )?question|something)(?-u:\b)",
        r"|(?-u:\b)(?:i|we)(?:'ve| have)? (?:got )?a (?:quick )?question(?: for you)? ?[?.!]*$",
    ])
});

/// Behind "take a look": what to look for, or what to do with it.
static PURPOSE: LazyLock<Regex> = LazyLock::new(|| {
    in_pieces(&[
        r"^ (?:if|whether|that|how|why|what|where|which|who)(?-u:\b)|(?-u:\b)(?:and (?:see|tell|let me|check|confirm|say|approve|merge|comment|fix|give|replace|send|make|decide|verify|report|add|update|close)|to (?:see|check|confirm|make sure|verify|find|decide|tell|determine|understand|ensure)|(?:see|seeing|tell me|let me know|check|know) (?:if|whether|what|which|how|why|where|that)|so (?:that )?(?:we|i)|focus\w*|especially|in particular|specifically|or hand)(?-u:\b)",
    ])
});

/// Behind "do you have a minute": the thing that the minute is for.
static NAMED: LazyLock<Regex> =
    LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:to|could|can|would|will|please|about|regarding|i|we)(?-u:\b)"]));

/// The first vague ask of a sentence.
pub fn find(sentence: &str) -> Option<VagueAsk> {
    let families: [(&LazyLock<Regex>, Open); 6] = [
        (&TIME, Open::Time),
        (&PROGRESS, Open::Progress),
        (&OPINION, Open::Opinion),
        (&HELP, Open::Help),
        (&REVIEW, Open::Review),
        (&LOOK, Open::Look),
    ];
    let fits = |found: &regex::Match, open: Open| match open {
        Open::Look => {
            is_asked(sentence, found.start(), found.end()) && !PURPOSE.is_match(ahead(&sentence[found.end()..]))
        }
        Open::Time => !NAMED.is_match(ahead(&sentence[found.end()..])),
        Open::Review | Open::Opinion | Open::Progress | Open::Help => true,
    };
    let (found, open) = families.into_iter().find_map(|(family, open)| {
        let found = family.find_iter(sentence).find(|found| fits(found, open))?;
        Some((found, open))
    })?;
    let words = found.as_str().trim_end_matches([' ', '?', '.', '!']);
    let end = found.start() + words.len();
    let named = words.split(' ').take_while(|word| word.starts_with('@')).map(|word| word.len() + 1).sum::<usize>();
    let words = words.get(named..).unwrap_or(words).trim_start_matches(|it: char| !it.is_alphanumeric());
    Some(VagueAsk { range: end - words.len()..end, open })
}

/// Whether the words that end at `end` are asked of the reader: after "could you" or "please", or as an order.
/// "I took a look" and "what should I look at" are no requests.
fn is_asked(sentence: &str, start: usize, end: usize) -> bool {
    static REQUEST: LazyLock<Regex> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:(?:can|could|would|will|might) (?:you|u|someone|somebody|anyone|anybody|people|folks|i get|we get)|may (?:i|we) get|mind|please|pls|plz|would love|would be (?:great|nice|good)|(?:want|need|like) (?:you|someone|somebody)|feel like|(?:have|has|got) (?:a |some |\w+ )?(?:time|chance|minutes?|secs?|moment)|ptal)(?-u:\b)",
        ])
    });
    static NOT_YOURS: LazyLock<Regex> =
        LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:me to|i|i'll|i'm|i've|we'll|let me|did|ever|when)(?-u:\b)"]));
    let before = &sentence[..start];
    let clause = behind(before).rsplit([',', ';']).next().unwrap_or_default();
    let asked = &sentence[start - clause.len()..end];
    is_left_edge(before.trim_end_matches([' ', 'a', 'A'])) || REQUEST.is_match(asked) && !NOT_YOURS.is_match(clause)
}

/// Words that carry an ask and say nothing of its object.
const FILLERS: &str = "\
    a an the this that it these my our your at on in to of for with by and or so if when whenever you u i we me us \
    can could would will may please pls plz thanks thank thx cheers hi hey hello all everyone folks team have get \
    got take chance time moment minute minutes sec second bit some point today tomorrow soon later now again here \
    there just also quick quickly pull request requests pr prs mr file link issue ticket is are be do does any \
    anyone someone somebody anybody great nice good morning afternoon kindly eod";

/// How many words of a sentence say anything of a matter: no greeting, no name before a colon, no courtesy.
pub fn content_words(text: &str) -> usize {
    let is_content = |word: &&str| {
        let plain = word.trim_matches(|it: char| !it.is_alphanumeric()).to_ascii_lowercase();
        !(plain.is_empty() || word.starts_with('@') || word.ends_with(':') || is_among(FILLERS, &plain))
    };
    text.split_whitespace().filter(is_content).count()
}

#[cfg(test)]
mod tests {
    use super::{Open, content_words, find};

    fn check(text: &str, expected: Option<(Open, &str)>) {
        let got = find(text).map(|it| (it.open, text[it.range].to_owned()));
        assert_eq!(got, expected.map(|(open, words)| (open, words.to_owned())), "{text}");
    }

    #[test]
    fn each_family() {
        check("Hey, can you check out the login page?", Some((Open::Look, "can you check out")));
        check("Any thoughts?", Some((Open::Opinion, "Any thoughts")));
        check("Lena: any updates on this?", Some((Open::Progress, "any updates on this")));
        check("Could somebody help with this?", Some((Open::Help, "Could somebody help with this")));
        check("Do you have a minute?", Some((Open::Time, "Do you have a minute")));
        check("@lena review please", Some((Open::Review, "review please")));
    }

    #[test]
    fn a_purpose_or_another_subject_makes_it_no_vague_ask() {
        check("Can you look at it and tell me whether it is right?", None);
        check("Any thoughts on keeping the queue?", None);
        check("I took a look.", None);
        check("Do you have a minute to approve the deploy?", None);
    }

    #[test]
    fn courtesy_is_no_content() {
        assert_eq!(content_words("Hi Lena: could you please, when you have a minute"), 0);
        assert_eq!(content_words("the retry page of the importer"), 3);
    }
}
