//! How people announce evidence: "this error", "the code below", "see the attached screenshot". Whether it is there is
//! for the text to show.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::list::is_among;
use crate::words::near::{ahead, behind};
use crate::words::pattern::{Match, Pattern, in_pieces};

/// What is announced: it decides what would count as given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// An error, a log, what a program printed.
    Output,
    /// Code, a configuration, a command.
    Code,
    /// A screenshot, a drawing, a film.
    Picture,
    /// A file, a link.
    File,
}

/// Where it is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// "this error": in front of the reader.
    Here,
    /// "the following", "below": after these words.
    Next,
    /// "Instructions:", and then nothing.
    Last,
    /// "attached": perhaps where only the tracker or the mail knows.
    Attached,
}

/// Something announced in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    pub range: Range<usize>,
    pub what: Evidence,
    pub place: Place,
}

const OUTPUT: &str = r"errors?(?: messages?| logs?| codes?| trace)?|exceptions?|warnings?(?: messages?)?|messages?|(?:stack ?)?traces?|tracebacks?|logs?(?: files?)?|console output|output";
const CODE: &str = r"(?:\w+ )?(?:code|snippets?)|code (?:snippets?|samples?|examples?)|scripts?|config(?:uration)?|commands?|query|(?:code )?samples?|functions?";
const PICTURE: &str = r"screen ?-?shots?|images?|pictures?|pics?|photos?|gifs?|videos?|screen ?casts?|screen recordings?|diagrams?|wireframes?|mock-?ups?";
const FILE: &str = r"files?|document|attachments?|zip|patch|links?";

/// One pattern for each place, with a group for each sort of evidence.
fn places(pieces: impl Fn(&str) -> String) -> Vec<(Evidence, Pattern)> {
    let sorts =
        [(Evidence::Output, OUTPUT), (Evidence::Code, CODE), (Evidence::Picture, PICTURE), (Evidence::File, FILE)];
    let of = |(sort, nouns): (Evidence, &str)| {
        let pattern = pieces(&format!("(?:{nouns})"));
        (sort, in_pieces(&[r"(?-u:\b)(?:", &pattern, r")(?-u:\b)"]))
    };
    sorts.into_iter().map(of).collect()
}

/// "I get this error", "it throws some errors", "I wrote an example code".
static HERE: LazyLock<Vec<(Evidence, Pattern)>> = LazyLock::new(|| {
    let verbs = "get|gets|got|getting|have|having|see|seeing|saw|face|facing|receive|received|receiving|gives?|gave|giving|throws?|threw|throwing|shows?|showed|showing|prints?|printed|with|encounter(?:ed|ing)?|displays?|displayed|reports?|reported|returns?|returned|produces?|produced|says";
    let mut all = places(|nouns| {
        format!(
            r"(?:{verbs}|fix|solve|why) (?:me |us )?(?:always )?(?:this|these) (?:\w+ )?{nouns}|(?:this|these) (?:is|are) (?:the|my) (?:\w+ )?{nouns}|here(?: is|'s| are) (?:the|my|a|an|some) (?:\w+ )?{nouns}"
        )
    });
    let own = |pattern: &str| in_pieces(&[r"(?-u:\b)(?:", pattern, r")(?-u:\b)"]);
    all.push((
        Evidence::Output,
        own(
            r"(?:I|we|it|am|i'm|we're|still|keep|keeps|just|now|always|also|only|and|but|which) (?:get|gets|got|getting|have|having|receive|received|gives?|gave|throws?|threw|encounter(?:ed)?|face|facing|fails with|failed with|crashes with) (?:me |us |out )?(?:an?|some|many|multiple|several|lots of|a lot of|a bunch of) (?:strange |weird |odd |cryptic |similar |big |huge |long |lot of |compile |compilation |build |runtime |console )?errors?(?: messages?)?"
        ),
    ));
    all.push((Evidence::Output, own(r"^(?:getting|got) (?:an?|some) (?:strange|weird|odd|cryptic) errors?")));
    all.push((
        Evidence::Code,
        own(r"(?:wrote|made|created|prepared|have|built|using|use|run|ran|with|is) (?:an?|the|my|some|this) (?:small |simple |minimal |short |little |following )?(?:example|sample|test) (?:code|program|script|snippet)"),
    ));
    all
});

/// The end of a text that announces and gives nothing: "Instructions:".
static LAST: LazyLock<Vec<(Evidence, Pattern)>> = LazyLock::new(|| {
    let of = |(what, pattern): (Evidence, Pattern)| {
        let pattern = format!(r"(?:{}) ?: ?$", pattern.as_str());
        (what, Pattern::new(&pattern))
    };
    let mut all = places(str::to_owned);
    all.push((Evidence::File, in_pieces(&[r"(?-u:\b)(?:instructions|examples?|steps)"])));
    all.into_iter().map(of).collect()
});

/// "the following error", "the code below", "as shown in the picture above".
static NEXT: LazyLock<Vec<(Evidence, Pattern)>> = LazyLock::new(|| {
    places(|nouns| {
        format!(
            r"(?:the|these|this) (?:following|below|above) (?:\w+ )?{nouns}|(?:following|below) (?:\w+ )?{nouns}|below (?:is|are) (?:the|my|an?|some) (?:\w+ )?{nouns}|{nouns} (?:is |are |as )?(?:shown |given |listed |pasted |posted )?(?:below|as follows)|(?:see|in) the (?:\w+ )?{nouns} (?:below|above)"
        )
    })
});

/// "see the attached log", "I have attached a screenshot".
static ATTACHED: LazyLock<Vec<(Evidence, Pattern)>> = LazyLock::new(|| {
    places(|nouns| {
        format!(
            r"attached (?:is |are )?(?:the |a |an |my |some )?(?:\w+ )?{nouns}|{nouns} (?:is |are )?attached|attach(?:ing)? (?:the |a |an |my |some )(?:\w+ )?{nouns}|(?:see|check|look at) (?:the|this|these|my) {nouns}"
        )
    })
});

/// Words before that announce nothing: "no such error", "I cannot attach a file", "if this error".
static UNSAID: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:no|not|never|without|can(?:no|')t|couldn't|unable to|if|when(?:ever)?|will|would|can|could|should|please|let me know|need|want|how to|to)(?-u:\b)[^,;:.]{0,30}$",
    ])
});

/// Words before that say that there is none, or that there might be one.
static DENIED: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:no|not|never|without|(?:is|are|was|were|do|does|did|has|have|had|could|ca|wo)n't|should|would|could|may|might|if|any|nothing)(?-u:\b)[^,;:.]{0,30}$",
    ])
});

/// Whether an announcement, in a message about a change, is of the change itself or of a means: "With this patch, …", "With
/// this query the page is slow", "The following patch shows …".
pub fn is_of_change(announced: &str) -> bool {
    let lower = announced.to_ascii_lowercase();
    ["with this ", "with these "].iter().any(|it| lower.starts_with(it))
        || ["patch", "patches"].iter().any(|it| lower.ends_with(it))
}

/// Whether what follows "an error" says what it is: "that no package provides it", "about the size".
pub fn tells(rest: &str) -> bool {
    static TELLS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^[^.!?]{0,60}?(?-u:\b)(?:that|saying|says?|stating|states?|telling|tells|about|regarding|complain\w*|because|due to|which|where (?:it|the))(?-u:\b)",
            r"|^ (?-i:[A-Z])[\w/]+ \w+|^[^.!?,]{0,24}?(?-u:\b)(?:where|like|is|was|too|no|not|cannot|can't|failed|failing|fails|missing|undefined|unknown|invalid)(?-u:\b)|^[^.!?]{0,40}? [-\u{2013}] \w+ \w+ \w+",
        ])
    });
    // "The error that I get": which one, and not what it says.
    let is_own = [" that I ", " that we ", " that i "].iter().any(|it| rest.starts_with(it));
    TELLS.is_match(if is_own { &rest[" that".len()..] } else { rest })
}

/// Whether words further on quote an error or say what it is: marks of quotation that do not pair included.
pub fn tells_later(rest: &str) -> bool {
    static TELLS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r#"["\u{201c}\u{201d}`]|(?:^|[ (:])'\w+|(?-u:\b)(?:errors?|messages?|it|output|log|which|and) (?:is|was|says?|said|reads?|reports?|complains?|states?)(?-u:\b)"#,
        ])
    });
    TELLS.is_match(rest)
}

/// Whether somebody speaks in a text, or asks: then it is a letter, and no page that introduces what lies beside it.
pub fn is_personal(text: &str) -> bool {
    static PERSON: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(r"(?-u:\b)(?:I|(?i:i['\x{2019}]m|i['\x{2019}]ve|my|me|hi|hello|hey|thanks|thank|help))(?-u:\b)|\?")
    });
    PERSON.is_match(text)
}

/// Whether an error is quoted with marks that do not pair: `'testing error: …`.
pub fn quotes_error(text: &str) -> bool {
    static QUOTES: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r#"(?:^|[ (:])["'`\u{201c}]+[\w ]{0,20}(?:error|exception|warning|failed|cannot)"#])
    });
    QUOTES.is_match(text)
}

/// What a sentence announces first.
pub fn find(sentence: &str) -> Option<Announcement> {
    let first = |place: Place, patterns: &[(Evidence, Pattern)]| {
        let found = patterns.iter().filter_map(|(what, pattern)| Some((*what, pattern.find(sentence)?)));
        let said = found.filter(|(_, found)| is_said(sentence, found, place));
        let (what, found) = said.min_by_key(|(_, found)| (found.start(), std::cmp::Reverse(found.end())))?;
        Some(Announcement { range: found.range(), what, place })
    };
    // Each pattern begins with one of a few words: most sentences hold none, and then it is not even compiled.
    let lower = sentence.to_ascii_lowercase();
    let holds = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let all = [
        holds(&["follow", "below", "above"]).then(|| first(Place::Next, &NEXT)),
        holds(&["attach", "see", "check", "look at"]).then(|| first(Place::Attached, &ATTACHED)),
        holds(&["this", "these", "here", "error", "exampl", "sampl", "test"]).then(|| first(Place::Here, &HERE)),
        lower.trim_end().ends_with(':').then(|| first(Place::Last, &LAST)),
    ];
    all.into_iter().flatten().flatten().min_by_key(|it| it.range.start)
}

fn is_said(sentence: &str, found: &Match, place: Place) -> bool {
    let before = &sentence[..found.start()];
    // "How to fix this error?" is asked by somebody who has one.
    let is_denied = DENIED.is_match(before);
    // "When I open the attached file": it is there, whatever is done with it.
    let is_definite = || {
        place == Place::Attached
            && found.as_str().starts_with("attached ")
            && before.to_ascii_lowercase().ends_with("the ")
    };
    // "The following adds a code of conduct": what follows does something to a thing.
    let is_deed = || {
        let lower = found.as_str().to_ascii_lowercase();
        let behind = lower.split_once("following ").map_or("", |(_, rest)| rest);
        [" a ", " an ", " the "].iter().any(|it| behind.contains(it))
    };
    !is_denied
        && !is_deed()
        && !is_level(before, found.as_str())
        && !is_known(before, found.as_str(), &sentence[found.end()..])
        && (place == Place::Here || is_definite() || !UNSAID.is_match(before))
}

/// "The same as in the example code elsewhere", "familiar with this document", "the above error names", "error below 0.1 %", "with
/// this config it works": it stands where both know, or it is a part of a longer name.
fn is_known(before: &str, found: &str, after: &str) -> bool {
    static BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:familiar|consistent|consistency|happy|fine|acquainted|agree|compare[ds]?|compatible|in line|done|ok|okay) $",
        ])
    });
    static WORKS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^ elsewhere(?-u:\b)|^,? (?:it|this|that|all|everything) (?:(?:now|just|finally|all) )?(?:works?|worked|runs|passes|builds|is (?:fine|ok|okay|fixed|gone|faster))(?-u:\b)",
        ])
    });
    const PARTS: &[&str] = &[" name", " code", " type", " kind", " class", " handling"];
    const NUMBERS: &str = "zero one two three five ten";
    let (lower, rest) = (found.to_ascii_lowercase(), ahead(after));
    let is_with = lower.starts_with("with ") && (BEFORE.is_match(behind(before)) || WORKS.is_match(rest));
    let next = rest.split_whitespace().next().unwrap_or_default();
    let is_number = next.starts_with(|it: char| it.is_ascii_digit()) || is_among(NUMBERS, next);
    let is_bound = ["below", "above"].iter().any(|it| lower.ends_with(it));
    let is_part =
        [" below ", " above "].iter().any(|it| lower.contains(it)) && PARTS.iter().any(|it| rest.starts_with(it));
    is_with || is_bound && is_number || is_part || before.ends_with("pseudo-") || before.ends_with("pseudo ")
}

/// "Silence messages below error": how bad it has to be, and nothing that stands further down.
fn is_level(before: &str, found: &str) -> bool {
    const WORDS: usize = 5;
    const OF_LOGS: &str =
        "silence silenced silences log logs logged level levels severity mute muted suppress suppressed filter ignore";
    let is_named = ["below error", "below errors", "below warning", "below warnings"]
        .iter()
        .any(|it| found.eq_ignore_ascii_case(it));
    let near = || behind(before).split_whitespace().rev().take(WORDS);
    // "The log shows the below error."
    is_named && near().any(|it| is_among(OF_LOGS, &it.to_ascii_lowercase())) && near().next() != Some("the")
}

#[cfg(test)]
mod tests {
    use super::{Evidence, Place, find};

    fn check(text: &str, expected: Option<(Place, Evidence)>) {
        assert_eq!(find(text).map(|it| (it.place, it.what)), expected, "{text}");
    }

    #[test]
    fn places_and_sorts() {
        check("Since Monday I get this error.", Some((Place::Here, Evidence::Output)));
        check("The code below prints nothing.", Some((Place::Next, Evidence::Code)));
        check("It ends with the following error:", Some((Place::Next, Evidence::Output)));
        check("See the attached screenshot.", Some((Place::Attached, Evidence::Picture)));
        check("It crashes when I open the attached file.", Some((Place::Attached, Evidence::File)));
        check("Log attached.", Some((Place::Attached, Evidence::Output)));
        check("Below is the console output in full.", Some((Place::Next, Evidence::Output)));
    }

    #[test]
    fn nothing_is_announced_by_a_wish_or_a_condition() {
        check("Please attach a log.", None);
        check("I cannot attach the file.", None);
        check("The error is gone.", None);
        check("Silence the reporter below error while it loads.", None);
        check("The log has the below error.", Some((Place::Next, Evidence::Output)));
        check("The following adds a code of conduct.", None);
        check("When you attach the file, it crashes.", None);
    }
}
