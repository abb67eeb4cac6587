//! How a sentence rests on a record that it calls by its number alone: "per ADR-12", "as ADR-12 says". A number in
//! brackets behind a thing says where that came from, and sends nobody there.

use crate::words::list::is_among;

/// Words that send to what they stand before, or that take it as what holds.
const SENDS: &str = "see per under by from following follow follows followed against implements implement validates \
                     validate applies apply uses use requires enforces enforce respects honors honours read consult \
                     obeys mirrors";

/// The same, where a second word stands before them: "according to ADR-12", "as of ADR-12", "defined in ADR-12".
const PAIRS: &[(&str, &str)] = &[
    ("to", "according refer refers conform conforms adhere adheres subject thanks due back"),
    ("of", "as because requirements rules scheme contract version"),
    ("with", "line accordance comply complies compliant consistent conform conforms"),
    ("on", "based builds relies rely depends rests built"),
    (
        "in",
        "defined described specified documented decided established explained detailed outlined stated recorded \
         mandated required agreed laid set out down given chosen adopted as covered pinned",
    ),
];

/// What a record does that holds, in the words behind its number.
const DECREES: &str = "says defines requires adds mandates specifies describes decides establishes sets explains \
                       documents covers states prescribes chose chooses selects forbids allows demands governs applies \
                       holds decided defined introduces introduced mandated establishes pins fixes rules";

/// What may stand between those words and a number.
const BETWEEN: &str = "and or the our both adr adrs rfc rfcs record records decision decisions";

/// Whether the words around a number, of the same sentence, rest on the record that it calls.
pub fn rests_on(before: &str, after: &str) -> bool {
    let after = after.trim_start_matches(['*', '`', ']', '_']);
    if after.starts_with("'s ") || after.starts_with("’s ") {
        return true;
    }
    let next = after.strip_prefix(' ').map(|it| it.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default());
    if next.is_some_and(|it| is_among(DECREES, it)) {
        return true;
    }
    // "Per ADR-7 and ADR-9": what stands before the first of them stands before all.
    let is_said = |it: &&str| !it.is_empty() && !it.contains(|it: char| it.is_ascii_digit()) && !is_among(BETWEEN, it);
    let lower = before[before.len() - tail(before)..].to_lowercase();
    // A bracket, or the end of a clause, parts a number from the words before it.
    let clause = lower.rsplit(['(', ';', ':', '—', '–', '.']).next().unwrap_or_default();
    let mut words = clause.split(|it: char| !it.is_alphanumeric()).filter(is_said).rev();
    let Some(last) = words.next() else { return false };
    let second = words.next();
    is_among(SENDS, last)
        || PAIRS.iter().any(|(own, first)| *own == last && second.is_some_and(|it| is_among(first, it)))
}

/// Bytes of what is looked at, from the end.
fn tail(text: &str) -> usize {
    text.char_indices().rev().map(|it| text.len() - it.0).take(120).last().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::rests_on;

    #[test]
    fn a_sentence_rests_on_what_it_follows() {
        for (before, after) in [
            ("Orders are polled per ", "."),
            ("Replayed on reconnect. See ", "."),
            ("Each map must take its shape from ", ""),
            ("As of **", "**, it is a task"),
            ("as described in ", ", all of it"),
            ("per ADR-7, ADR-8 and ", ""),
            ("They come as ", " says."),
            ("", " adds five rules"),
            ("it has ", "'s envelope"),
            ("(see ", ")"),
        ] {
            assert!(rests_on(before, after), "{before:?} {after:?}");
        }
        for (before, after) in [
            ("a strict order (", ") of four steps"),
            ("JavaScript is tracked apart in ", "."),
            ("**", "**: we are stuck"),
            ("how does this meet the daily mail (", ")?"),
            ("is unlike ", ", that was more"),
            ("we follow it: ", ""),
            ("see it (", ")"),
            ("", ""),
        ] {
            assert!(!rests_on(before, after), "{before:?} {after:?}");
        }
    }
}
