//! The words for where a decision stands, and the slips of the pen that are made in them.

use crate::words::abroad;
use crate::words::list::is_among;

/// Where a decision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It may still change.
    Open,
    /// It holds.
    Settled,
    /// It was said no to, or taken back.
    Dropped,
    /// Another one has taken its place, or it holds no longer.
    Replaced,
}

impl Standing {
    /// Whether it was given up, or another one has taken its place.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Dropped | Self::Replaced)
    }
}

/// The first words of a status, in lower case.
const WORDS: &[(Standing, &str)] = &[
    (Standing::Open, abroad::OPEN),
    (Standing::Settled, abroad::SETTLED),
    (Standing::Dropped, abroad::DROPPED),
    (Standing::Replaced, abroad::REPLACED),
    (
        Standing::Open,
        "proposed proposal draft drafting open pending review reviewing discussion discussing provisional wip rfc \
         idea exploring active scheduled awaiting undecided investigating experimental planned new todo \
         implementable postponed preview previewing started last-call unresolved suggested speculative in-development \
         in-progress ongoing",
    ),
    (
        Standing::Settled,
        "accepted approved adopted implemented final decided agreed done merged implementing complete completed \
         released effective ratified confirmed resolved closed living ready-for-release recommended current valid \
         in-force enacted committed fulfilled landed shipped stable",
    ),
    (
        Standing::Dropped,
        "rejected declined withdrawn abandoned cancelled canceled dropped discarded dismissed deferred inactive on-hold hold paused parked incomplete \
         discontinued returned retracted stagnant dormant",
    ),
    (
        Standing::Replaced,
        "superseded deprecated obsolete replaced retired outdated expired historical archived removed \
         reverted legacy reversed revoked voided defunct deleted",
    ),
];

/// Says of another record that it holds no longer. The second spelling is that of many generated records.
const TAKES_PLACE: &str = "supersedes supercedes replaces";

/// Words that are long enough to be misspelt in only one way, as they should be written.
const OFTEN_MISSPELT: &[&str] =
    &["proposed", "accepted", "approved", "rejected", "deprecated", "superseded", "withdrawn", "implemented"];

/// Slips that are no words of their own: nothing else can be meant by them.
const SLIPS: &[(&str, &str)] = &[
    ("accepted", "accpeted accepetd acepted accepeted acccepted acceptd accpted accetped"),
    ("approved", "aproved apporved appoved approoved approvd aprroved"),
    ("deprecated", "depricated deprectated deprecrated depracated deprecatd depreceated deperecated deprcated"),
    ("implemented", "implmented implemeted implementd impelmented implemneted inplemented implimented"),
    ("proposed", "propsed porposed proposd propossed propoesd"),
    ("rejected", "rejcted regected rejectd rejeted rejeccted"),
    ("superseded", "superceded superceeded superseeded supersceded supersedded superceeeded suparseded superseceded"),
    ("withdrawn", "witdrawn withdawn withdrawen withdrwan wihtdrawn"),
];

/// Whether a slip is so common that nobody asks what is meant: the word that hardly anybody writes right.
pub fn is_common(word: &str) -> bool {
    SLIPS.iter().any(|(right, slips)| *right == "superseded" && is_among(slips, word))
}

/// Whether a word is a known slip, and cannot be another word.
pub fn is_slip(word: &str) -> bool {
    SLIPS.iter().any(|(_, slips)| is_among(slips, word))
}

/// Where a status says that things stand. `None` where its words are not known.
pub fn standing(status: &str) -> Option<Standing> {
    let words = words(status);
    let known = |word: &str| WORDS.iter().find(|(_, list)| is_among(list, word)).map(|it| it.0);
    let said = |at: usize| match words[at].as_str() {
        // What takes the place of another one holds itself; some write it for "superseded".
        word if is_among(TAKES_PLACE, word) => {
            let is_by = words.get(at + 1).is_some_and(|it| it == "by");
            Some(if is_by { Standing::Replaced } else { Standing::Settled })
        }
        word => match known(word) {
            Some(Standing::Settled) => denied(&words[..at]).or(Some(Standing::Settled)),
            known => known,
        },
    };
    // "Partially implemented", "to be reviewed", "in review": the first known word of the first few.
    (0..words.len()).find_map(said)
}

/// Where something stands that was not settled, by the words before it: "not yet accepted", "no longer valid", "not accepted".
fn denied(before: &[String]) -> Option<Standing> {
    match before.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [.., "not" | "never", "yet" | "been" | "fully" | "formally"]
        | [.., "not", "yet", _]
        | [.., "yet", "to", "be"] => Some(Standing::Open),
        [.., "no", "longer"] => Some(Standing::Replaced),
        [.., "not" | "never"] => Some(Standing::Dropped),
        _ => None,
    }
}

/// Words that say where a decision stands and hardly anything else: where one of them stands alone, it is a status.
const PLAIN: &str = "proposed accepted approved adopted rejected declined deprecated superseded superceded implemented withdrawn \
                     obsolete retired draft agreed decided";

/// Whether a few words are a status and nothing else, with no list of those that one might choose from: "DEPRECATED by ADR-7".
pub fn is_plain(text: &str) -> bool {
    const MOST_WORDS: usize = 7;
    let mut words = text.split(|it: char| !it.is_alphanumeric() && it != '-').filter(|it| !it.is_empty());
    let is_plain = |word: &str| is_among(PLAIN, &word.to_lowercase());
    let begins = words.next().is_some_and(is_plain);
    let is_long = words.clone().nth(MOST_WORDS - 1).is_some();
    begins && !is_long && !text.contains(['|', '?']) && !words.any(is_plain)
}

/// Whether what stands below the heading of a status says how far a thing is, in words that are no answer elsewhere: "Testing".
pub fn is_stage(text: &str) -> bool {
    let word = text.trim().trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    matches!(word.as_str(), "test" | "testing" | "wip" | "work in progress") || is_plain(text)
}

/// Whether a status begins with a word for work that is finished: "✅ Complete (2026-11-20)". What is resolved or closed may
/// leave work behind.
pub fn is_done(status: &str) -> bool {
    words(status)
        .first()
        .is_some_and(|it| is_among("done complete completed finished shipped landed released merged", it))
}

/// The right spelling of a status that nearly is a known word, and the word as it stands.
pub fn misspelt(status: &str) -> Option<(&'static str, String)> {
    let first = words(status).into_iter().next()?;
    let slip = SLIPS.iter().find(|(_, slips)| is_among(slips, &first)).map(|(right, _)| *right);
    let near = || OFTEN_MISSPELT.iter().find(|right| first != **right && is_near(&first, right)).copied();
    let right = slip.or_else(near)?;
    standing(&first).is_none().then_some((right, first))
}

fn words(status: &str) -> Vec<String> {
    let lower = status.to_lowercase().replace('_', "-");
    let lower = ["last call", "in development", "in progress"]
        .into_iter()
        .fold(lower, |text, two| text.replace(two, &two.replace(' ', "-")));
    let words = lower.split(|it: char| !it.is_alphanumeric() && it != '-');
    words.filter(|word| !word.is_empty()).take(7).map(str::to_owned).collect()
}

/// Whether one letter is wrong, missing, too many or in its neighbour's place; two in a long word.
fn is_near(word: &str, right: &str) -> bool {
    let (word, right): (Vec<char>, Vec<char>) = (word.chars().collect(), right.chars().collect());
    if word.len() > right.len() + 2 || right.len() > word.len() + 2 || word.first() != right.first() {
        return false;
    }
    let mut before: Vec<usize> = (0..=right.len()).collect();
    for (row, letter) in word.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, other) in right.iter().enumerate() {
            let change = before[column] + usize::from(letter != other);
            line.push(change.min(before[column + 1] + 1).min(line[column] + 1));
        }
        before = line;
    }
    // "propose" and "accept" are other words, not slips.
    let is_stem = right.starts_with(&word);
    before[right.len()] <= 2 && !is_stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standings_and_slips() {
        assert_eq!(standing("**Accepted**, 2026-11-20"), Some(Standing::Settled));
        assert_eq!(standing("Superseded by ADR-12"), Some(Standing::Replaced));
        assert_eq!(standing("Akzeptiert - 2026-11-20"), Some(Standing::Settled));
        assert_eq!(standing("Remplac\u{e9} par ADR-12"), Some(Standing::Replaced));
        assert_eq!(standing("in review until Friday"), Some(Standing::Open));
        assert_eq!(standing("Last Call"), Some(Standing::Open));
        assert_eq!(standing("*In Development*"), Some(Standing::Open));
        assert_eq!(standing("Defunct, since nobody used it"), Some(Standing::Replaced));
        assert_eq!(standing("Supersedes [5. Use a queue](0005.md)"), Some(Standing::Settled));
        assert_eq!(standing("supercedes ADR-5"), Some(Standing::Settled));
        assert_eq!(standing("Supersedes by ADR-12"), Some(Standing::Replaced));
        assert_eq!(misspelt("Supercedes [5. Use a queue](0005.md)"), None);
        assert_eq!(standing("Not accepted"), Some(Standing::Dropped));
        assert_eq!(standing("not yet formally approved"), Some(Standing::Open));
        assert_eq!(standing("No longer valid"), Some(Standing::Replaced));
        assert_eq!(standing("Accepted, not implemented"), Some(Standing::Settled));
        assert_eq!(standing("yes"), None);
        assert_eq!(misspelt("Superceded by [12](0012.md)").map(|it| it.0), Some("superseded"));
        assert_eq!(misspelt("acepted").map(|it| it.0), Some("accepted"));
        assert_eq!(misspelt("Accept"), None);
        assert_eq!(misspelt("Accepted"), None);
        assert!(is_plain("DEPRECATED BY ADR-7") && is_plain("accepted, 2026-11-20"));
        assert!(!is_plain("proposed | accepted") && !is_plain("proposed, accepted or rejected") && !is_plain("todo"));
        assert!(is_stage("_WIP_") && is_stage("Testing") && !is_stage("TODO"));
    }
}
