//! Titles that are whole sentences: they say what is so, or what is to be done, and not only what a text is about.

use super::verb;
use crate::words::list::is_among;

/// Words that say something of a subject, wherever they stand behind it.
const FINITE: &str = "\
    is are isn't aren't has have hasn't haven't does do doesn't don't must mustn't should shouldn't shall will won't may \
    can can't cannot never always becomes remains stays lives belongs needs goes comes gets gains loses owns wins";

/// Behind a verb of the third person stands what it is done to, and behind a noun of many hardly: "returns a namespace".
const OBJECTS: &str = "a an the its no one each every as to from through into via only by in at on over with per";

/// Before a verb that may be a noun, "the" makes it one: "the limits of".
const DETERMINERS: &str = "a an the our its their of for and or";

/// A shorter title says what a text is about.
const FEWEST_WORDS: usize = 3;

/// Whether a title says what is so: "A message takes the hint line", "Use one queue", but not "Queues" or "Which queue?".
pub fn is_made(title: &str) -> bool {
    let lower = title.to_lowercase().replace('\u{2019}', "'");
    let words: Vec<&str> = lower.split_whitespace().map(|it| it.trim_matches(['`', ',', ':', '"', '*'])).collect();
    let first = words.first().copied().unwrap_or_default();
    let asks = lower.trim_end().ends_with('?')
        || is_among("how what which why when where who whether if should is are can could do does options", first);
    if asks || words.len() < FEWEST_WORDS {
        return false;
    }
    let says = words.windows(2).enumerate().any(|(before, pair)| {
        let &[word, next] = pair else { return false };
        let is_named = before.checked_sub(1).is_some_and(|it| is_among(DETERMINERS, words[it]));
        let is_verb = || {
            is_third_person(word, verb::opens_surely) || is_third_person(word, verb::opens) && is_among(OBJECTS, next)
        };
        before > 0 && (is_among(FINITE, word) || !is_named && is_verb())
    });
    says || verb::opens(title)
}

/// Whether a word is a verb as it stands behind "it": "takes", "carries", "pushes". Two may be many of a thing.
fn is_third_person(word: &str, opens: fn(&str) -> bool) -> bool {
    let Some(stem) = word.strip_suffix('s').filter(|_| !is_among("runs reads", word)) else { return false };
    let is_verb = |it: &str| opens(&format!("{it} it"));
    is_verb(stem)
        || stem.strip_suffix('e').is_some_and(is_verb)
        || stem.strip_suffix("ie").is_some_and(|it| is_verb(&format!("{it}y")))
}

#[cfg(test)]
mod tests {
    use super::is_made;

    #[test]
    fn a_title_may_be_the_decision() {
        for title in [
            "A flash message takes the hint line for three seconds",
            "createDropAction returns a namespace, not a component",
            "Hooks are the primitive; components are sugar",
            "Auto-scroll ships as an extension",
            "Orders must be pushed",
            "Dashboard picker reuses Dashboard without side effects",
            "Use one queue for all orders",
            "Nobody but Ana\u{2019}s team carries a pager, which isn\u{2019}t theirs",
        ] {
            assert!(is_made(title), "{title}");
        }
    }

    #[test]
    fn what_a_text_is_about_is_no_decision() {
        for title in [
            "Queues for orders",
            "Which queue is ours?",
            "How orders are pushed",
            "The limits of the queue",
            "Nightly runs on pull requests",
            "Codec-owned value serialization",
            "Release notes",
            "Drift detection, recovery and reconciliation",
            "Index-type registry",
            "",
        ] {
            assert!(!is_made(title), "{title}");
        }
    }
}
