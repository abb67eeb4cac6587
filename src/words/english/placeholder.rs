//! What looks like an answer and is none: nothing, "N/A", "TBD", the template's own hint.

use super::{given_name, person, status, template};

/// Whole answers that say nothing, beside those that say that they are still to be written. "None" is an answer where
/// it is asked for, and is not among them.
const EMPTY: &[&str] = &[
    "n/a",
    "na",
    "tba",
    "tbc",
    "???",
    "??",
    "?",
    "...",
    "…",
    "-",
    "--",
    "–",
    "—",
    "_",
    ".",
    "no response",
    "_no response_",
    "test",
    "testing",
    "to be done",
    "to be defined",
    "to be determined",
    "to be decided",
    "to be announced",
    "not yet",
    "see above",
    "see error",
    "nan",
    "nil",
    "null",
];

/// None of them has more bytes, in any case.
const LONGEST_EMPTY: usize = 24;

/// Whether a whole answer is a placeholder.
pub fn is_placeholder(answer: &str) -> bool {
    let answer = answer.trim().trim_matches(['*', '`', '"', '\'']).trim();
    // Nearly everything that is asked about is a whole paragraph, and none of what follows.
    let is_short = answer.trim_end_matches(['.', '!', ':', ' ']).len() <= LONGEST_EMPTY;
    if !is_short && !answer.starts_with(['<', '[', '{', 't', 'T', 'f', 'F']) {
        return template::is_unwritten(answer);
    }
    let lower = answer.to_lowercase();
    let lower = lower.trim_end_matches(['.', '!', ':']).trim();
    if answer.is_empty() || EMPTY.contains(&lower) || EMPTY.contains(&answer) || template::is_unwritten(answer) {
        return true;
    }
    let is_wrapped = [('<', '>'), ('[', ']'), ('{', '}')].iter().any(|(open, close)| {
        let is_held = lower.len() > 1 && lower.starts_with(*open) && lower.ends_with(*close);
        is_held
            && !["](", "][", "://"].iter().any(|it| lower.contains(it))
            && is_one(&lower[1..lower.len() - 1], *close)
            && !(*open == '[' && is_written_in(answer.trim_end_matches(['.', '!', ':']).trim()))
    });
    let opens_todo = ["todo:", "todo for", "todo -", "tbd:", "tbd -", "fixme:"].iter().any(|it| lower.starts_with(it));
    is_wrapped && !lower.starts_with("[x]") || opens_todo && lower.split_whitespace().count() <= 8
}

/// What somebody wrote into the brackets of a form and left them there: "[accepted]", "[2026-11-20]", "[Ada Lovelace]".
fn is_written_in(answer: &str) -> bool {
    let Some(inside) = answer.strip_prefix('[').and_then(|it| it.strip_suffix(']')).map(str::trim) else {
        return false;
    };
    const SHORTEST_DAY: usize = 8;
    let is_of_day = |it: u8| it.is_ascii_digit() || matches!(it, b'-' | b'.' | b'/');
    // "[Jane Doe]" is nobody.
    let is_somebody = |name: &str| {
        let first = name.split(' ').next().unwrap_or_default();
        given_name::is_given_name(first) && person::is_full_name(name) && !name.ends_with(" Doe")
    };
    inside.len() >= SHORTEST_DAY && inside.bytes().all(is_of_day)
        || is_decided(inside)
        || person::listed(inside).map(str::trim).all(is_somebody)
}

/// Whether a status says more than the one that forms begin with: "[proposed]" may be left from the form.
fn is_decided(inside: &str) -> bool {
    status::is_plain(inside) && status::standing(inside) != Some(status::Standing::Open)
}

/// Whether brackets that close at the end opened at the start, or hold so little that it does not matter: a paragraph
/// may begin with "[1]" and end in "[2]".
fn is_one(inside: &str, close: char) -> bool {
    const FEW_WORDS: usize = 12;
    !inside.contains(close) || inside.split_whitespace().nth(FEW_WORDS).is_none()
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn a_paragraph_between_links_is_none() {
        assert!(is_placeholder("[describe what forced this choice]") && is_placeholder("<name> and <date>"));
        assert!(!is_placeholder("[accepted]") && !is_placeholder("[Superseded by ADR-12]"));
        assert!(!is_placeholder("[Rosa Lovelace, Omar Li]") && !is_placeholder("[2026-11-20]"));
        assert!(
            is_placeholder("[proposed]")
                && is_placeholder("[proposed | accepted]")
                && is_placeholder("[Your Name]")
                && is_placeholder("[Date]")
        );
        assert!(is_placeholder("[Jane Doe]") && is_placeholder("[Decision Maker]") && is_placeholder("[new feature]"));
        assert!(!is_placeholder("[Redis][] fell over. See also [ADR 12][]."));
        assert!(!is_placeholder("[1] shows that the old store was full every night and nobody saw why, as in [2]"));
    }
}
