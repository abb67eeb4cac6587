//! Whether people wait for what is promised: somebody announces it, promises it by name, or calls it work to be done.

use std::ops::Range;
use std::sync::LazyLock;

use super::Bound;
use super::clause::Clause;
use super::mode::Mode;
use crate::words::english::{given_name, verb};
use crate::words::near::{ahead, behind};
use crate::words::pattern::{Pattern, in_pieces};

/// Whether a text announces to whoever reads it what will be done soon or later: "we will open the new forum soon", "the
/// recording will be published at a later date". What others do, and what happens by itself, nobody announces.
pub fn is_announced(sentence: &str, range: &Range<usize>, bound: Bound) -> bool {
    let clause = Clause::of(behind(&sentence[..range.start]), ahead(&sentence[range.end..]));
    // "In the coming months": what a team has in mind.
    let is_season = ["days", "weeks", "months", "future"].iter().any(|it| sentence[range.clone()].ends_with(it));
    let is_put_off = matches!(bound, Bound::Soon | Bound::Later | Bound::LaterDate) && !is_season;
    let is_done = || clause.is_deed() || clause.verb.trim().is_empty() && verb::follows(clause.after);
    let is_promised = || clause.mode == Mode::Promise && (clause.is_own() && is_done() || clause.is_of_work());
    is_put_off && (is_promised() || is_owed(&clause))
}

/// "The second part is to be published soon"
fn is_owed(clause: &Clause) -> bool {
    static PUBLISHED: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[r"^ ?(?:published|released|merged|launched|announced|posted|shipped|opened|added|removed) ?$"])
    });
    let is_to_be = || clause.text.strip_suffix(clause.verb).is_some_and(|it| it.ends_with("to be"));
    clause.mode == Mode::Duty && PUBLISHED.is_match(clause.verb) && is_to_be()
}

/// "Rosa will draft it", "Rosa and Omar will revise it".
pub fn is_by_name(clause: &Clause) -> bool {
    let mut words = clause.subject.split_whitespace();
    let is_name = |word: &str| word.starts_with('@') || given_name::is_given_name(word.trim_end_matches(','));
    clause.mode == Mode::Promise && words.clone().count() <= 3 && words.next().is_some_and(is_name)
}

/// "The use cases should be collected": work that people do, and no program.
pub fn is_task(clause: &Clause) -> bool {
    static DONE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^ ?(?:also |then )?be (?:collected|gathered|written|documented|finali[sz]ed|reviewed|merged|published|announced|posted|scheduled|discussed|decided|clarified|prepared|submitted|translated|organi[sz]ed) ?$",
        ])
    });
    clause.mode == Mode::Duty && DONE.is_match(clause.verb)
}

/// "More cars will be added", "we are adding more": nobody knows which.
pub fn is_praise(clause: &Clause) -> bool {
    static MORE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*(?:(?:and|with) )?(?:even |many |much )?more (?:[\w-]+,? )+(?:will be|are being|is being|to be) (?:added|supported|coming) $",
            r"|^\W*(?:we|i)(?: are|['\x{2019}]re|['\x{2019}]m| am| will|['\x{2019}]ll) (?:be )?add(?:ing)? (?:even |many |much )?more ?$",
        ])
    });
    // Who needs them waits for them.
    const NEEDED: &[&str] = &["more detail", "more info", "more doc", "more instruction", "more test"];
    let lower = clause.text.to_lowercase();
    MORE.is_match(clause.text) && !NEEDED.iter().any(|it| lower.contains(it))
}

#[cfg(test)]
mod tests {
    use super::super::{Strength, find};
    use super::*;

    fn is(sentence: &str) -> bool {
        find(sentence).iter().any(|it| is_announced(sentence, &it.range, it.bound))
    }

    #[test]
    fn somebody_announces_what_is_to_come() {
        for text in [
            "We will stop taking orders there soon.",
            "And soon we will announce a small change.",
            "We'll soon open applications.",
            "I will be landing this part some time later.",
            "The talk will be recorded and made available at a later date.",
            "The second part will be published soon.",
            "Part by Rosa (editor) to be merged soon.",
        ] {
            assert!(is(text), "{text}");
        }
        for text in
            ["We'll be in touch soon.", "It will soon be cold.", "Support is planned in the future.", "More soon."]
        {
            assert!(!is(text), "{text}");
        }
    }

    #[test]
    fn haste_is_promised_by_name_as_well() {
        for text in [
            "Rosa will draft the page and share it with the team as soon as possible.",
            "Use cases should be collected as soon as possible.",
        ] {
            assert!(find(text).iter().any(|it| it.strength == Strength::InSpeech), "{text}");
        }
        for text in ["The queue will retry as soon as possible.", "The lock should be released as soon as possible."] {
            assert!(find(text).is_empty(), "{text}");
        }
    }
}
