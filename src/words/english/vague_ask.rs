//! Asks that can only be answered with another question: "take a look", "thoughts?", "any updates?".

mod story;

use std::ops::Range;
use std::sync::LazyLock;

use super::ask::is_left_edge;
use crate::words::list::is_among;
use crate::words::near::{ahead, behind};
use crate::words::pattern::{Match, Pattern, in_pieces};
pub use story::{MOST_SENTENCES, asks_in_passing, content_words, gives_object, is_plea, names_a_change, names_a_doubt};

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
    /// "is anyone familiar with the importer?": what of it.
    Expert,
    /// "has anyone else seen this?": what.
    Poll,
    /// "is there another way?": what is wrong with this one.
    Way,
    /// "what's going on here?": what was expected.
    Oddity,
    /// "point me in any direction": where to.
    Start,
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
            Open::Expert => "to know what of it?",
            Open::Poll => "seen what?",
            Open::Way => "because of what?",
            Open::Oddity => "what was to be expected?",
            Open::Start => "where to?",
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
            Open::Expert => "What do you want to know of it?",
            Open::Poll => "What exactly happens, and where?",
            Open::Way => "What is wrong with the present way?",
            Open::Oddity => "What did you expect, and what came instead?",
            Open::Start => "What do you want to reach, and how far have you come?",
        }
    }
}

/// An ask that names neither its object nor the answer that is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VagueAsk {
    pub range: Range<usize>,
    pub open: Open,
}

static LOOK: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:",
        r"(?:take|have|get|give (?:it|this|that|these)) (?:a|another) (?:\w+ )?(?:look|peek|glance)",
        r"|quick (?:look|peek|check) (?:at|into|over)",
        r"|(?:check|checking) (?:(?:this|that|it|these|those) )?out",
        r"|(?:look|looking) (?:at|into|over)|look this over|(?:pair|set) of (?:fresh )?eyes|eyes on|ptal",
        r"|(?:can|could|would|will) (?:you|u|someone|somebody|anyone|anybody) (?:please |pls )?(?:check(?: out)?|look(?: at| into| over)?)",
        r")(?-u:\b)",
    ])
});

static REVIEW: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:needs?|waiting for|can i get|may i have) (?:a|an|your|some|another) (?:\w+ )?(?:reviews?|approval|sign-?off)(?: (?:please|pls|plz|asap|soon|today|on this|of this|for this))* ?[?.!]*$",
        r"|(?:^|[:,;] |^(?:<?@\S+ )+)(?:please |pls |kindly )?(?:review|approve)(?: (?:this|it|these|mine))?(?: (?:please|pls|asap|soon|today))* ?[?.!]*$",
    ])
});

static OPINION: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?:^|^(?:<?@\S+ )+|^so,? |[:,;\x{2013}\x{2014}-] |(?-u:\b)any |(?-u:\b)what are your )(?:any |your |other )?(?:thoughts|opinions?|feedback|comments|ideas?|suggestions|views)",
        r"(?: (?:on|about) (?:this|that|it|these))?(?:,? (?:please|anyone|anybody|folks|all|everyone|team|here|@\S+?))*(?: (?:is|are|would be) (?:very |much |really )?(?:welcome|appreciated))? ?[?.!]*$",
        r"|(?-u:\b)what do (?:you|people|folks|we|y'all|others) (?:all )?think(?: (?:about|of) (?:this|that|it|these))? ?[?.!]*$",
        r"|(?:^|^(?:<?@\S+ )+|^so,? |[:,;\x{2013}\x{2014}-] )(?:wdyt|wdyat)(?: (?:about|of) (?:this|that|it|these))?(?:,? @\S+?)* ?[?.!]*$",
    ])
});

static PROGRESS: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?:^|[:,;] |(?-u:\b)(?:is|are) there |(?-u:\b)have )?(?-u:\b)any (?:\w+ )?(?:updates?|news|progress|eta|movement)(?: (?:on|about|for) (?:this|that|it|these))?(?: yet| here| so far| please)*(?:,? @\S+?)* ?\?+$",
        r"|(?-u:\b)(?:what's|what is|whats) the (?:\w+ )?(?:status|latest|eta|news|progress)(?: (?:on|of|with|for) (?:this|that|it|these))?(?: now| here| please)* ?\?*$",
        r"|(?:^|^(?:<?@\S+ )+|[:,;] )(?:status|eta|updates?|progress|news|(?:gentle |friendly )?(?:ping|bump|nudge))(?: please)? ?[?!.]*$",
        r"|(?-u:\b)how (?:is|are) (?:it|this|that) coming along ?\?*$",
        r"|^\s*(?:(?:hi|hey|hello)\W+)?(?:<?@\S+ )?(?:(?:please|pls|kindly) (?:(?:respond|reply|answer)(?: (?:asap|soon|back|to me))*|check(?: and (?:revert|confirm|respond|advise))?|do the needful(?: (?:on|for|with|regarding) [^.?!,;:]+?)?)|(?:just )?(?:a )?(?:gentle |friendly |kind |quick )?reminder|any luck(?: (?:with|on) (?:this|that|it))?(?: yet)?|(?:is|are) (?:it|this|that|they) (?:done|ready|finished|merged|deployed)(?: yet| now)?|waiting for your (?:feedback|reply|response|answer)) ?[?.!]*$",
    ])
});

static HELP: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody)(?: please)? (?:help|assist|advise|elaborate|explain|clarify)(?: (?:me|us))?(?: out)?(?: with (?:this|that|it|something|these))?(?: (?:a bit|a little|some))?(?: more| further| here| please)* ?[?.!]*$",
        r"|(?-u:\b)any (?:help|pointers|advice|hints?)(?: (?:on|with) (?:this|that|it))?(?: (?:is|are|would be))?(?: (?:very |much |greatly |really )?(?:welcome|appreciated))?(?: please)? ?[?.!]*$",
        r"|(?-u:\b)(?:please (?:help|advise|assist)|i need (?:some |your )?help|help needed|help me(?: please)?)(?: (?:with (?:this|that|it)|here|out))? ?[?.!]*$",
        r"|^\s*(?:(?:hi|hey|hello)\W+)?(?:<?@\S+ )?(?:i |we )?(?:still )?need (?:access|permissions?)(?: (?:please|pls|asap|here))* ?[?.!]*$|^\s*(?:(?:hi|hey|hello)\W+)?(?:<?@\S+ )?(?:need (?:some |your )?help|help)(?: (?:with (?:this|that|it|something)|please|pls|asap|here))* ?[?.!]*$",
        r"|(?-u:\b)(?:(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody|any one)(?: here| please| kindly)* (?:help|assist|guide|support)(?: (?:me|us))?(?: out)?|(?:i|we)(?: really| just)? need (?:some |your |a little |a bit of )?(?:help|assistance|support)) (?:with|on|in|regarding|about) (?P<object>[^?.!,;:]{1,60}) ?[?.!]*$",
    ])
});

static TIME: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:do|does|would|if|have|got|can|could)(?-u:\b)[^.?!]{0,30}(?-u:\b)(?:have|got|spare) (?:a|one|two|five|a few|a couple of|some|\d+) (?:quick |free |spare )?(?:secs?|seconds?|mins?|minutes?|moments?|time)(?-u:\b)",
        r"|^(?:\W*(?:hi|hey|hello)\W+)?(?:(?:<?@\S+|\S+[:,]) )?(?:got|have) (?:a|five|\d+) (?:(?:secs?|seconds|mins?|minutes?|moment)(?-u:\b)|second ?[?.!]*$)|(?-u:\b)pick your brains?(?: (?:on|about) something)?(?: (?:later|today|tomorrow|sometime|please))* ?[?.!]*$",
        r"|(?-u:\b)(?:can|could|may) i (?:just )?ask (?:you )?(?:(?:a|some|few|a few|one) (?:\w+ ){0,2}questions?|something)(?: here| now| please| related to this)* ?[?.!]*$",
        r"|(?-u:\b)(?:i|we)(?:'ve| have)? (?:got )?(?:a|an|one|some|few|a few|another|a couple of|couple of) (?:(?:quick|small|short|simple|basic|newbie|noob|general|dumb|stupid|silly|more) )?(?:questions?|doubts?|queries|query)(?: (?:for you|here|(?:about|on|regarding|concerning|with) (?P<object>[^?.!,;:]{1,60})))? ?[?.!]*$",
        r"|^(?:\W*(?:hi|hey|hello)(?: there| all| guys)?\W+)?(?:(?:<?@\S+|\S+[:,]) )?(?:a )?(?:quick|short|small|simple) question(?: for you)?(?:,? @\S+?)*\W*$|^\W*(?:hi|hey|hello) [a-z]+,? (?::[a-z_]+: )?(?:a )?(?:quick|short|small|simple) question(?: for you)?\W*$",
    ])
});

/// Whoever knows the matter is asked to raise a hand; what is wanted of them comes later.
static EXPERT: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:",
        r"any ?(?:one|body)(?: (?:here|in here|around|there|else|who|that|who's|who is|is|out there|on here|in this channel))* (?:(?:very |really )?(?:familiar|experienced|knowledgeable|proficient) (?:with|in|about)|with (?:any |some )?(?:\w+ )?(?:experience|expertise|knowledge) (?:with|in|on|of|about|using))",
        r"|(?:does|do|has|have) (?:any ?(?:one|body)|some ?(?:one|body))(?: (?:here|else|in here|around))* (?:have|has|got|had)(?: any| some| much)? (?:experience|expertise|knowledge|exp) (?:with|in|on|of|about|using)",
        r"|^(?:[^a-z]*(?:hi|hey|hello)(?: all| there| guys| folks| everyone)?[^a-z]+)?(?:(?:is|are|has|have|does|do) )?any ?(?:one|body)(?: (?:here|else|in here))*(?: ever| already)? (?:using|used|tried|worked with|work with|works with|working with|played with|know about|knows about|into)",
        r") (?P<object>[^?.!,;:]{1,50}) ?[?.!]*$",
        r"|^(?:[^a-z]*(?:hi|hey|hello)(?: all| there)?[^a-z]+)?(?:(?:is|are) there )?any (?:[^ ?]+ ){1,3}(?:experts?|users|gurus?|people|guys|folks|devs?|developers|maintainers?|wizards?|hackers)(?: (?:here|around|online|awake|in here|available|alive|present))* ?[?.!]*$",
    ])
});

/// Whether somebody has met a thing that is not shown.
static POLL: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^(?:[^a-z]*(?:hi|hey|hello)(?: all| there| guys| folks| everyone)?[^a-z]+)?(?:(?:<?@\S+|\S+[:,]) )?(?:has|have|did) (?:any ?(?:one|body)|you)(?: (?:here|else|ever|guys|already|also))*(?: using \S+)? (?:noticed|experienced|encountered|run into|ran into|come across|observed|had|seen|hit|got) (?:this|that|these|it|the same)(?: (?:error|issue|problem|bug|behaviou?r|message|warning|thing|failure)s?)?(?: (?:before|lately|yet|too|as well))* ?\?",
    ])
});

static WAY: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:is|are) there (?:(?:any|some) )?(?:another|a different|other|an alternative) (?:ways?|options?|approach(?:es)?|methods?|solutions?)(?: (?:around|of doing (?:it|this|that)|to do (?:it|this|that)|for (?:it|this|that)))? ?[?.!]*$",
    ])
});

static ODDITY: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?:^|[,;:] |^so |^and )(?:what(?:'s| is| the hell is| on earth is) (?:going on|happening|wrong)(?: (?:here|there|with (?:this|that|it)))?|what gives) ?[?!.]*$",
    ])
});

static START: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)point (?:me|us) (?:in|to|towards?) (?:any|the right|a|some) direction(?: please| here)? ?[?!.]*$",
    ])
});

/// Behind "take a look": what to look for, or what to do with it.
static PURPOSE: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"^,?(?: at| into| on)? (?:if|whether|that|how|why|what|where|which|who|does|do|is|are|for)(?-u:\b)|(?-u:\b)(?:and (?:see|tell|identify|find|spot|point|help|let me|let us|provide|leave|share|advise|suggest|check|confirm|say|approve|merge|comment|fix|give|replace|send|make|decide|verify|report|add|update|close)|to (?:see|check|confirm|make sure|verify|find|decide|tell|determine|understand|ensure)|(?:see|seeing|tell me|let me know|check|know) (?:if|whether|what|which|how|why|where|that)|so (?:that )?(?:we|i)|for (?:mistakes|errors|typos|correctness|review)|focus\w*|especially|in particular|specifically|or hand)(?-u:\b)",
    ])
});

/// Behind "do you have a minute": the thing that the minute is for.
static NAMED: LazyLock<Pattern> =
    LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:to|could|can|would|will|please|about|regarding|i|we)(?-u:\b)"]));

/// The first vague ask of a sentence.
pub fn find(sentence: &str) -> Option<VagueAsk> {
    let families: [(&LazyLock<Pattern>, Open); 11] = [
        (&START, Open::Start),
        (&EXPERT, Open::Expert),
        (&POLL, Open::Poll),
        (&WAY, Open::Way),
        (&ODDITY, Open::Oddity),
        (&TIME, Open::Time),
        (&PROGRESS, Open::Progress),
        (&OPINION, Open::Opinion),
        (&HELP, Open::Help),
        (&REVIEW, Open::Review),
        (&LOOK, Open::Look),
    ];
    let fits = |found: &Match, open: Open| match open {
        Open::Look => {
            is_asked(sentence, found.start(), found.end()) && !PURPOSE.is_match(ahead(&sentence[found.end()..]))
        }
        Open::Time => !NAMED.is_match(ahead(&sentence[found.end()..])) && is_plain_object(sentence, open, found),
        Open::Expert | Open::Help => is_plain_object(sentence, open, found),
        _ => true,
    };
    let (found, open) = families.into_iter().find_map(|(family, open)| {
        let found = family.find_iter(sentence).find(|found| fits(found, open))?;
        Some((found, open))
    })?;
    let words = found.as_str().trim_end_matches([' ', '?', '.', '!']);
    let end = found.start() + words.len();
    let named = words.split(' ').take_while(|word| word.contains('@')).map(|word| word.len() + 1).sum::<usize>();
    let words = words.get(named..).unwrap_or(words).trim_start_matches(|it: char| !it.is_alphanumeric());
    Some(VagueAsk { range: end - words.len()..end, open })
}

/// Whether the thing that a plea names says no more than its name: "with the importer", and not "with how it retries".
fn is_plain_object(sentence: &str, open: Open, found: &Match) -> bool {
    const CLAUSE: &str = "\
        how what why where when whether if that to which who whom because since so but while without after before is are \
        was were does do doesn't don't isn't can can't cannot could should would not error errors fails failing broken \
        crash crashes reason status difference between instead good any anything anyone something someone some";
    let family = match open {
        Open::Expert => &EXPERT,
        Open::Time => &TIME,
        _ => &HELP,
    };
    let object = family.captures_at(sentence, found.start()).and_then(|it| it.name("object"));
    let Some(object) = object.map(|it| it.as_str()) else { return true };
    let mut words = object.split_whitespace().map(|word| word.trim_matches(|it: char| !it.is_alphanumeric()));
    object.split_whitespace().count() <= LONGEST_OBJECT && words.all(|it| !is_among(CLAUSE, &it.to_lowercase()))
}

/// The name of a thing has no more words.
const LONGEST_OBJECT: usize = 5;

/// Whether the words that end at `end` are asked of the reader: after "could you" or "please", or as an order.
/// "I took a look" and "what should I look at" are no requests.
fn is_asked(sentence: &str, start: usize, end: usize) -> bool {
    static REQUEST: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:(?:can|could|would|will|might) (?:you|u|someone|somebody|anyone|anybody|people|folks|i get|we get)|may (?:i|we) get|mind|please|pls|plz|would love|would be (?:great|nice|good)|(?:want|need|like) (?:you|someone|somebody)|feel like|(?:have|has|got) (?:a |some |\w+ )?(?:time|chance|minutes?|secs?|moment)|ptal)(?-u:\b)",
        ])
    });
    static THIS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"(?-u:\b)(?:check (?:this|that|it|these|those) out|look this over|ptal)(?-u:\b)"])
    });
    static NOT_YOURS: LazyLock<Pattern> =
        LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:me to|i|i'll|i'm|i've|we'll|let me|did|ever|when)(?-u:\b)"]));
    let before = &sentence[..start];
    let clause = behind(before).rsplit([',', ';']).next().unwrap_or_default();
    let asked = &sentence[start - clause.len()..end];
    // "Look at X" is advice as often as an ask; "check this out" is none.
    let is_order = THIS.is_match(&sentence[start..end]) || sentence[end..].trim_end_matches(['.', '!', ' ']).is_empty();
    is_order && is_left_edge(before.trim_end_matches([' ', 'a', 'A']))
        || REQUEST.is_match(asked) && !NOT_YOURS.is_match(clause)
}

#[cfg(test)]
mod tests {
    use super::{Open, find};

    fn check(text: &str, expected: Option<(Open, &str)>) {
        let got = find(text).map(|it| (it.open, text[it.range].to_owned()));
        assert_eq!(got, expected.map(|(open, words)| (open, words.to_owned())), "{text}");
    }

    #[test]
    fn each_family() {
        check("Hey, can you check out the login page?", Some((Open::Look, "can you check out")));
        check("Any thoughts?", Some((Open::Opinion, "Any thoughts")));
        check("@lena thoughts?", Some((Open::Opinion, "thoughts")));
        check("Lena: any updates on this?", Some((Open::Progress, "any updates on this")));
        check("Could somebody help with this?", Some((Open::Help, "Could somebody help with this")));
        check("Do you have a minute?", Some((Open::Time, "Do you have a minute")));
        check("@lena review please", Some((Open::Review, "review please")));
        check("gentle reminder", Some((Open::Progress, "gentle reminder")));
        check("HELP PLEASE!!", Some((Open::Help, "HELP PLEASE")));
        check("need your help with something", Some((Open::Help, "need your help with something")));
    }

    #[test]
    fn a_purpose_or_another_subject_makes_it_no_vague_ask() {
        check("Can you look at it and tell me whether it is right?", None);
        check("Any thoughts on keeping the queue?", None);
        check("I took a look.", None);
        check("/help", None);
        check("Reminder: the freeze starts at noon UTC", None);
        check("Is it done in release 4.2?", None);
        check("Do you have a minute to approve the deploy?", None);
    }
}
