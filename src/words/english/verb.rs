//! Verbs that open a task. English has no ending for an order, so there is a list, and a look at the next word for
//! those that are nouns as often: "release notes", "update on".

use std::collections::HashSet;
use std::sync::LazyLock;

/// In the form of an order.
static VERBS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "adapt add address adjust adopt agree align allow analyse analyze announce approach archive arrange \
    ask assess assign assist attend audit automate backfill backport block book bring build bump call \
    cancel cap catch categorize change chase check choose circulate clarify clean cleanup close collect \
    come communicate compare compile complete compose configure confirm connect consider consolidate \
    contact continue contribute convert coordinate copy cordon correct create cull cut debug decide \
    decommission define delete deploy deprecate describe design determine develop disable discuss \
    distribute document double-check draft drive drop email enable encourage enforce engage ensure \
    escalate establish estimate evaluate examine expand explain explore export expose extend extract \
    file fill finalise finalize find finish fix flesh follow follow-up formalize forward gather generate \
    get give go grant group guard handle harden help hold hook identify implement import improve include \
    increase inform initiate install integrate introduce investigate invite iterate join keep kick land \
    launch lead learn limit link list look lower make manage map mark measure meet merge message migrate \
    mitigate modify monitor move nominate notify open optimize organise organize own patch pick pin ping \
    plan poll port post pr prepare present prevent prioritise prioritize profile promote propose \
    prototype provide publish pull push put raise re-run reach read rebase recommend reconsider record \
    recruit reduce refactor refine release reload remind remove rename reorganize replace reply report \
    request require rerun research resolve respond restart restore restrict restructure retire revert \
    review revise revisit rewrite roll rotate run schedule scope script search secure see seek send set \
    setup share ship show sign simplify solicit solve sort specify spin split stabilize standardize \
    start stop stub study submit subscribe suggest summarise summarize support survey switch sync synthesize tag \
    take talk teach tell test think tidy tighten track train transfer transition triage trim try turn \
    tweak understand undo unify update upgrade upload use validate verify vote wait walk work wrap write"
        .split_ascii_whitespace()
        .collect()
});

/// As often a noun.
static ALSO_NOUNS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "address approach audit block build call change check contact cut design document draft drive drop \
    estimate file fix follow-up group help launch lead limit link list map measure message monitor patch \
    plan poll port post pr present profile prototype record release report request research review \
    schedule scope script search share sign start study support survey switch sync tag talk test track \
    transfer transition triage update upgrade use vote work"
        .split_ascii_whitespace()
        .collect()
});

/// What stands behind a noun and not behind an order.
static AFTER_A_NOUN: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "and are by for from had has in is items list meeting needed notes of on or plan plans process report status team \
    was were with"
        .split_ascii_whitespace()
        .collect()
});

/// Words in "-ing" that begin the object of an order: "review existing alerts".
static STILL_OBJECTS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "anything everything existing failing following missing outstanding pending remaining"
        .split_ascii_whitespace()
        .collect()
});

/// Whether the first word orders something: "Merge …", "Look at …".
pub fn opens(text: &str) -> bool {
    let (verb, next) = first_words(text);
    let follows_noun =
        AFTER_A_NOUN.contains(next.as_str()) || next.ends_with("ing") && !STILL_OBJECTS.contains(next.as_str());
    is_verb(&verb) && !next.is_empty() && !(ALSO_NOUNS.contains(verb.as_str()) && follows_noun)
}

/// Whether the first word is such a verb in "-ing", as titles of tasks begin: "Restoring …".
pub fn opens_in_ing(text: &str) -> bool {
    let (first, next) = first_words(text);
    let Some(stem) = first.strip_suffix("ing").filter(|stem| !stem.is_empty() && !next.is_empty()) else {
        return false;
    };
    let doubled = stem.as_bytes().last_chunk::<2>().is_some_and(|[a, b]| a == b);
    is_verb(stem) || is_verb(&format!("{stem}e")) || doubled && stem.get(..stem.len() - 1).is_some_and(is_verb)
}

/// Whether the first word can only be a verb here, behind "will" or "to".
pub fn follows(text: &str) -> bool {
    is_verb(&first_words(text).0)
}

/// In small letters, the second one empty where there is none.
fn first_words(text: &str) -> (String, String) {
    let text = text.trim_start_matches(|it: char| !it.is_alphanumeric());
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default().trim_end_matches(['.', ',']).to_lowercase();
    (first, words.next().unwrap_or_default().to_lowercase())
}

/// One verb, or one of two: "fix/close".
fn is_verb(word: &str) -> bool {
    word.split('/').next().is_some_and(|word| VERBS.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{opens, opens_in_ing};

    #[test]
    fn an_order_is_not_a_noun() {
        assert!(opens("Release the new version") && opens("review existing alerts") && opens("Fix/close the old ones"));
        assert!(opens_in_ing("Restoring a backup") && opens_in_ing("Running it") && opens_in_ing("Setting up"));
        assert!(!opens_in_ing("Morning routine") && !opens_in_ing("Testing"));
        assert!(!opens("Release notes for 2.0") && !opens("Update on the migration") && !opens("Support"));
    }
}
