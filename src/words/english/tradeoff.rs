//! Words for what a choice gains and what it costs, and for saying no to an option.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::case;
use crate::words::list;
use crate::words::pattern::{Pattern, in_pieces};
use crate::words::phrase::Phrases;

static GAINS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "easier|easy|easily|ease|simpl*|faster|quick*|speed*|improv*|better|benefit*|advantage*|allow*|enabl*|reduc*|\
         more secure|consisten*|flexib*|reliab*|able to|clarity|clearer|good because|good, because|\
         maintainab*|reus*|automate|automates|automatic|automatically|automation|less|fewer|lower|sav*|cost saving*|outweigh*|familiar|no need to|not need to|\
         no longer need*|don't need to|doesn't need to|don't have to|protect*|prevents|unif*|standardi*|ensur*|\
         help*|nicely|convenient*|efficien*|scal*|positive|gain*|good|win|straightforward|independent*|safe*|\
         robust*|full control|possible to|can be read|can use|can choose|can provide|support*",
    )
});

static COSTS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "problem*|difficult*|harder|hard to|complicat*|complex*|slower|slow|cost*|need to|needs to|will need|we must|\
         must now|must be|have to|has to|will require|requires|require|additional|extra|more work|no longer|cannot|\
         can't|can not|won't|will not|not be able|unable|limitation*|risk*|drawback*|downside*|disadvantage*|lose|\
         loss|losing|break|breaks|breaking|trade-off*|tradeoff*|bad because|bad, because|overhead|unclear|confus*|\
         effort|duplicat*|debt|negative|expensive|latency|less|vendor lock*|lock-in|limited to|not be possible|impossible|point of failure|increased load|delayed|learning curve|unfamiliar|\
         burden|another tool|worse|manual*|disrupt*|concern*|challeng*|deprecat*|might not|may not|does not|do not|\
         don't|doesn't|care must|accept that|migration|smaller|is not|are not|isn't|aren't|damag*|vulnerab*|expose*|should|at most|neutral|acceptable|\
         intentionally|has no|have no|fragment*|doubles|forced|forces",
    )
});

/// An expression, and no list of phrases: it is asked of every passage of a text, and the pass over all cues knows it.
static REJECTIONS: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:(?:was )?rejected(?: because)?|ruled? out|discarded|dismissed|decided (?:against|not to)|not (?:chosen|selected)",
        r"|deprioriti\w*|bad,? because|we (?:don't|do not) want|(?:does not|doesn't) meet|not meet our|not (?:suitable|suited|viable|feasible)",
        r"|too (?:complex|complicated|expensive|slow)|overkill)(?-u:\b)",
    ])
});

static COMPARISONS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases("instead of|rather than|as opposed to|simpler than|better than|easier than|in favour of|in favor of")
});

static REASONS: LazyLock<Phrases> = LazyLock::new(|| phrases("because|so that|in order to|the reason"));

static DRAWBACKS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "instead of|rather than|as opposed to|significantly simpler|simpler than|better than|easier than|outweigh*|\
         comes out best|but|however|although|lack*|drawback*|downside*|disadvantage*|con|cons|difficult*|\
         harder|hard to|complex*|problem*|expensive|slow*|cannot|can't|not comfortable|requires|require|doesn't|\
         does not|don't|do not|won't|no native|not support*|unsupported|would require|would mean|would involve|too|\
         limited|unclear|ambiguous|misleading|confusing|overhead|risk*|no longer maintained|outdated|not yet|it costs|costs more|costs us|costs too|would cost|would take|\
         takes longer|more work|more effort|leaves us|keeps us|would leave|would keep|lock-in",
    )
});

/// Words that something gets better.
pub fn gains(text: &str) -> Vec<Range<usize>> {
    signed(text, &['+']).into_iter().chain(ranges(&GAINS, text)).collect()
}

/// The sign that an effect begins with: "+ Faster builds", and below it "- One more cache".
fn signed(text: &str, signs: &[char]) -> Option<Range<usize>> {
    let rest = text.strip_prefix(signs)?;
    rest.starts_with([' ', ':']).then(|| 0..text.len() - rest.len())
}

/// Whether something surely gets better: "easier", "reduces". What is "supported" or "can be used" is often only what was
/// done.
pub fn surely_gains(text: &str) -> bool {
    const MODEST: &[&str] =
        &["able to", "can ", "possible to", "support", "help", "allow", "less", "scal", "reus", "ensur", "independent"];
    let is_modest = |gain: &Range<usize>| MODEST.iter().any(|it| text[gain.clone()].to_lowercase().starts_with(it));
    gains(text).iter().any(|gain| !is_modest(gain))
}

/// Words that something gets worse or has to be done. "Cost savings" and "not need to" are gains.
pub fn costs(text: &str) -> Vec<Range<usize>> {
    let gains = gains(text);
    let is_in_gain = |cost: &Range<usize>| {
        gains.iter().any(|gain| gain.start < cost.end && cost.start < gain.end && gain.len() > cost.len())
    };
    let said = ranges(&COSTS, text).into_iter().filter(|cost| !is_in_gain(cost));
    signed(text, &['-', '\u{2212}', '\u{2013}']).into_iter().chain(said).collect()
}

/// Words that say no to an option.
pub fn rejections(text: &str) -> Vec<Range<usize>> {
    REJECTIONS.find_iter(text).map(|it| it.range()).collect()
}

/// Words that set one thing against another.
pub fn comparisons(text: &str) -> Vec<Range<usize>> {
    ranges(&COMPARISONS, text)
}

/// Words that begin a reason.
pub fn reasons(text: &str) -> Vec<Range<usize>> {
    ranges(&REASONS, text)
}

/// Whether a text says why, if only with a label in the middle of a line: "Why: …".
pub fn says_why(text: &str) -> bool {
    static WHY: LazyLock<Phrases> = LazyLock::new(|| phrases("why|since|reason|reasons|rationale"));
    !REASONS.find(text).is_empty() || !WHY.find(text).is_empty()
}

/// Words against an option, where options are weighed.
pub fn drawbacks(text: &str) -> Vec<Range<usize>> {
    ranges(&DRAWBACKS, text)
}

static CONCESSIONS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "we accept that|we accept the|at the cost of|at the expense of|downside*|drawback*|trade-off*|tradeoff*|\
         disadvantage*|bad, because|bad because|the price of",
    )
});

/// Words that admit a price, wherever they stand.
pub fn concessions(text: &str) -> Vec<Range<usize>> {
    ranges(&CONCESSIONS, text)
}

static PERHAPS_COSTS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "but|however|although|though|while|whilst|despite|limited|limits|restrict*|delay*|redo*|learn*|train*|\
         not be possible|impossible|required|require*|fail*|increased|increas*|issue*|must|fewer|depend*|chance|\
         still|unless|only|responsib*|maintenance|maintain|migrat*|work|time|could|may|might|wip|todo|depart*|\
         tightly|coupl*|bound|tie|tied|larger|bigger|longer|heav*|old|legacy|support for|attention|careful*|risk*|\
         need to|needs|both|each|every|all|manage|managing|monitor*|handle|effort*|impact*|trigger*|necessary|\
         create*|register*|new|adds a|adds an",
    )
});

/// Words of a price that may be none: an absence of costs beside them is not sure.
pub fn may_cost(text: &str) -> bool {
    !PERHAPS_COSTS.find(text).is_empty()
}

/// Whether a text gives any reason for or against something.
pub fn weighs(text: &str) -> bool {
    let sorts = [&*DRAWBACKS, &*REASONS, &*COMPARISONS, &*GAINS, &*COSTS];
    REJECTIONS.is_match(text) || sorts.iter().any(|it| !it.find(text).is_empty())
}

/// The same, without what is often only the thing that is talked of: "support".
pub fn surely_weighs(text: &str) -> bool {
    let sorts = [&*DRAWBACKS, &*REASONS, &*COMPARISONS, &*COSTS];
    REJECTIONS.is_match(text) || surely_gains(text) || sorts.iter().any(|it| !it.find(text).is_empty())
}

static AS_IT_IS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "do nothing|doing nothing|nothing|status quo|as is|as it is|as they are|keep|keeping|leave|leaving|continue|\
         continuing|stay|stay with|maintain*|remain*|not implement*|not have|not do|don't|do not|no change|no changes|existing|current|\
         currently|discussed|described|see|above|below|here|listed|done|none|not|no|instead",
    )
});

/// Whether an option leaves things as they are, or only points to where it is described.
pub fn keeps_things(text: &str) -> bool {
    !AS_IT_IS.find(text).is_empty()
}

/// Whether more than a name stands there: some words behind a colon, a dash or a semicolon.
pub fn is_explained(text: &str) -> bool {
    let behind =
        [": ", "; ", " - ", " -- ", " \u{2013} ", " \u{2014} "].iter().filter_map(|mark| text.split_once(mark));
    behind.map(|(_, rest)| rest).any(|rest| rest.split_whitespace().count() > 2)
}

/// Whether an item speaks of the one before it.
pub fn is_verdict(text: &str) -> bool {
    if text.trim_start().starts_with([
        '\u{2705}',
        '\u{274c}',
        '\u{2714}',
        '\u{2716}',
        '\u{2795}',
        '\u{2796}',
        '\u{1f44d}',
        '\u{1f44e}',
    ]) {
        return true;
    }
    let first = text.trim_start().split(|it: char| !it.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let first = first.strip_suffix('s').unwrap_or(&first);
    [
        "drawback",
        "pro",
        "con",
        "downside",
        "upside",
        "advantage",
        "disadvantage",
        "reason",
        "rejected",
        "benefit",
        "issue",
    ]
    .contains(&first)
}

/// Words that tell this option from the others: long, or written like a name.
pub fn telling_words(name: &str, others: &[&str]) -> Vec<String> {
    const COMMON: &str = "with from that this into onto only using used uses make makes have them their option \
                          alternative approach solution other another each every what which when where would could \
                          should write provide include based keep";
    let letters = |word: &str| word.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    let is_name =
        |word: &&str| word.len() > 3 || word.chars().filter(|it| it.is_uppercase() || it.is_numeric()).count() > 1;
    let words = name.split(|it: char| it.is_whitespace() || it == '/').filter(is_name).map(letters);
    let shared = |word: &str| others.iter().any(|other| key(other).contains(stem(word)));
    words.filter(|word| !word.is_empty() && !list::is_among(COMMON, word) && !shared(word)).collect()
}

/// Whether a text has one of these words, in any number.
pub fn holds_any(text: &str, words: &[String]) -> bool {
    let text = text.to_lowercase();
    words.iter().any(|word| text.contains(stem(word)))
}

/// A word without the ending of its number.
fn stem(word: &str) -> &str {
    if word.len() > 4 { word.strip_suffix('s').unwrap_or(word) } else { word }
}

/// The letter by which an option is known: "B. A queue" is "Option B".
pub fn letter(name: &str) -> Option<char> {
    let plain = name.trim_start_matches(['*', '_', '`', '#', ' ']);
    let plain = plain.strip_prefix("Option ").unwrap_or(plain);
    let mut letters = plain.chars();
    let first = letters.next().filter(char::is_ascii_uppercase)?;
    letters.next().is_some_and(|it| matches!(it, '.' | ')' | ':')).then_some(first)
}

/// Whether a text begins with the letter of an option: "B, because", "Option B is". "A queue" is no letter.
pub fn begins_with(text: &str, letter: char) -> bool {
    let plain = text.trim_start_matches(['*', '_', '`', ' ']);
    let (plain, is_told) = plain.strip_prefix("Option ").map_or((plain, false), |rest| (rest, true));
    let rest = plain.strip_prefix(letter).map(|rest| rest.trim_start_matches(['*', '_', '`', '"']));
    rest.is_some_and(|rest| {
        rest.starts_with([',', ':', '.', ')']) || is_told && rest.starts_with(' ') || rest.is_empty()
    })
}

/// What an option is called, in lower case and without marks: enough to meet it again at another place.
pub fn key(name: &str) -> String {
    const MARKS: [char; 6] = ['*', '_', '`', '[', '#', ' '];
    let plain = name.trim().trim_start_matches(MARKS);
    // "B. A queue" is called "A queue" where it is told.
    let numbered = plain.split_once(['.', ')']).filter(|(number, _)| number.len() == 1 && number.is_ascii());
    let plain = numbered.map_or(plain, |(_, rest)| rest.trim_start_matches(MARKS));
    let end = plain.find(['*', ']', '(', ':', ',', ';', '\n', '`']).unwrap_or(plain.len());
    let short = plain[..end].split(" - ").next().unwrap_or_default().split(" \u{2013} ").next().unwrap_or_default();
    case::lowered(short.trim().trim_end_matches(['.', '_']))
}

fn phrases(list: &str) -> Phrases {
    Phrases::new(list.split('|').map(|phrase| (0, phrase)))
}

fn ranges(phrases: &Phrases, text: &str) -> Vec<Range<usize>> {
    phrases.find(text).into_iter().map(|hit| hit.range).collect()
}

#[cfg(test)]
mod tests {
    use super::{costs, gains, key, letter};

    #[test]
    fn an_option_is_met_again_without_its_number() {
        assert_eq!(key("B. Write it in a faster language."), "write it in a faster language");
        assert_eq!(key("2) **A queue**: with two workers"), "a queue");
        assert_eq!(key("vm.example.com"), "vm.example.com");
        assert_eq!(letter("**B.** A queue"), Some('B'));
        assert_eq!(letter("Option C: a table"), Some('C'));
        assert_eq!(letter("A queue"), None);
    }

    #[test]
    fn savings_are_no_costs() {
        assert!(costs("The cost savings are about a tenth, and we do not need to plan ahead.").is_empty());
        assert!(!costs("Every release costs a day.").is_empty());
        assert!(!gains("Deploys get faster.").is_empty());
        assert!(!gains("+ Two fewer services").is_empty() && !costs("\u{2212} Two more services").is_empty());
        assert!(costs("-v is read first").is_empty());
    }
}
