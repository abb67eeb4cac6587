//! Words that are nearly spelled alike and mean another thing, or the opposite.

use crate::words::list::is_among;

/// What is put before a word and makes another one of it.
const BEFORE: &str = "anti auto back bi de dis down em en ex fore front hyper hypo il im in inter intra ir macro mis mono multi \
    non off on out over poly post pre pro re semi sub super un under uni up";

/// Words of which each is another one than those beside it, though one letter is all that is between two.
const OTHERS: &[&str] = &[
    "accept except expect",
    "adapt adept adopt",
    "adapter adopter",
    "affect effect",
    "angel angle",
    "batch match patch watch",
    "broken broker",
    "cache catch",
    "caching catching",
    "casual causal",
    "cloud could",
    "coding coming",
    "command commend comment commit",
    "complement compliment",
    "content context contest convent consent",
    "contact contract",
    "contain container",
    "dairy diary",
    "desert dessert",
    "device devise",
    "discreet discrete",
    "emigrate immigrate",
    "ensure insure",
    "extend extent expend",
    "formal format former",
    "header leader reader",
    "intend intent invent indent",
    "leading loading",
    "locale locate",
    "linking liking",
    "locking looking",
    "martial marital",
    "message massage",
    "modal model",
    "mssql mysql",
    "parser parsed",
    "passing parsing pausing",
    "plane plant plans",
    "point print paint",
    "policy police",
    "polling pulling",
    "price pride prize",
    "principal principle",
    "product produce",
    "project protect",
    "quiet quite",
    "quota quote",
    "relay replay reply",
    "remote remove",
    "report resort retort",
    "sample simple single",
    "schema scheme",
    "scope slope",
    "shared sharded",
    "sharing sharding",
    "signed singed",
    "signing singing",
    "stable table",
    "staging staying",
    "stage state",
    "start smart stars",
    "stationary stationery",
    "status statue",
    "store stare",
    "stream steam",
    "string strong spring",
    "submit summit",
    "switch stitch",
    "tests texts",
    "thread threat tread",
    "though through",
    "token taken",
    "tracing tracking trading",
    "trail trial train",
    "transaction translation",
    "united untied",
    "value valve",
    "white while write",
];

/// Endings by which a word names who does it, to whom, or that it was done.
const DOERS: &str = "er ers or ors ed ee ees";

/// Words before which an "a" denies.
const DENIED: &[&str] = &["sync", "symmetr", "typical", "cyclic"];

/// Whether two words, in small letters, are known to be two: "upload" and "unload", "content" and "context".
pub fn is_another(one: &str, other: &str) -> bool {
    one != other && (is_opposite(one, other) || is_other_form(one, other) || is_other_word(one, other))
}

/// "encrypt" and "decrypt", "install" and "uninstall".
fn is_opposite(one: &str, other: &str) -> bool {
    const STEM: usize = 3;
    let stems = |word: &'_ str| -> Vec<String> {
        let longest = word.len().min("inter".len());
        let cut = (0..=longest).filter_map(|at| Some((word.get(..at)?, word.get(at..)?)));
        let is_whole = |before: &str, rest: &str| match before {
            "" => true,
            "a" => DENIED.iter().any(|it| rest.starts_with(it)),
            _ => is_among(BEFORE, before),
        };
        let all = cut.filter(|(before, rest)| rest.len() >= STEM && is_whole(before, rest));
        all.map(|it| it.1.to_owned()).collect()
    };
    let others = stems(other);
    stems(one).iter().any(|it| others.contains(it))
}

/// "publisher" and "published".
fn is_other_form(one: &str, other: &str) -> bool {
    const STEM: usize = 3;
    let same = one.char_indices().zip(other.chars()).find(|((_, one), other)| one != other);
    let start = same.map_or(one.len().min(other.len()), |((at, _), _)| at);
    // "er" and "ed" share a letter.
    let ends = |at: usize| Some((one.get(at..)?, other.get(at..)?));
    let mut all = [start.checked_sub(1), Some(start)].into_iter().flatten().filter(|it| *it >= STEM).filter_map(ends);
    all.any(|(one, other)| is_among(DOERS, one) && is_among(DOERS, other))
}

fn is_other_word(one: &str, other: &str) -> bool {
    OTHERS.iter().any(|it| is_among(it, one) && is_among(it, other))
}

#[cfg(test)]
mod tests {
    use super::is_another;

    #[test]
    fn what_stands_before_a_word_makes_another_one() {
        for (one, other) in [
            ("encode", "decode"),
            ("upload", "download"),
            ("install", "uninstall"),
            ("import", "export"),
            ("inclusive", "exclusive"),
            ("async", "sync"),
            ("frontend", "backend"),
            ("employer", "employee"),
            ("relay", "replay"),
        ] {
            assert!(is_another(one, other) && is_another(other, one), "{one} {other}");
        }
        for (one, other) in [("handle", "hnadle"), ("before", "bfore"), ("overview", "overiew"), ("door", "door")] {
            assert!(!is_another(one, other), "{one} {other}");
        }
    }
}
