//! Whether a reader would agree that a heading is meant by a fragment that names none.

use super::{is_one_of_many, is_reworded, words};
use crate::words::list::is_among;

/// What stands before a heading and is no word of it, beside numbers and single letters.
const NUMBERING: &str = "appendix article chapter part phase section step table requirement rule the an get head post put patch \
    delete how to using use with about common full general overview";
/// Words behind a heading that come and go.
const PASSING: &str = "optional if any new updated wip draft done deprecated experimental changes overview";

/// Whether a heading is meant by a fragment, as far as the ids of both tell.
pub fn is_meant(fragment: &str, heading: &str) -> bool {
    let (ours, others) = (words(&fragment.to_lowercase()), words(heading));
    let same =
        |name: &str| name.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    same(fragment) == same(heading)
        || is_inside(&ours, &others)
        || is_one_of_two(&ours, heading)
        || is_begun(fragment, heading)
        || is_outside(fragment, heading, &ours, &others)
        || is_member(fragment, heading)
        || number(fragment).is_some_and(|it| number(heading) == Some(it))
        || is_reworded(&fragment.to_lowercase(), heading)
}

/// Whether a heading has words behind the fragment, and before it no more than a number: "limits" is "2-limits-of-the-pool".
fn is_inside(ours: &[String], others: &[String]) -> bool {
    let is_same = |at: usize| {
        let (last, first) = ours.split_last().expect("a fragment has words");
        let (other, rest) = others[at..at + ours.len()].split_last().expect("as many as the fragment");
        first == rest && (last == other || is_one_of_many(last, other))
    };
    let starts = 0..(others.len() + 1).saturating_sub(ours.len());
    !ours.is_empty() && starts.clone().any(|at| is_same(at) && is_numbering(&others[..at]))
}

/// Whether the words of a link are those of a heading, but for its number.
pub fn says(words_of_link: &str, heading: &str) -> bool {
    let (ours, others) = (words(words_of_link), words(heading));
    let is_end = |long: &[String], short: &[String]| {
        long.strip_suffix(short).is_some_and(|before| before.iter().all(|it| is_number(it)))
    };
    !ours.is_empty() && !others.is_empty() && (is_end(&others, &ours) || is_end(&ours, &others))
}

fn is_number(word: &str) -> bool {
    word.chars().count() == 1 || word.bytes().all(|it| it.is_ascii_digit())
}

/// Whether words are no more than the number of a heading: "12.iii.c", "appendix B".
fn is_numbering(words: &[String]) -> bool {
    const LONGEST: usize = 4;
    let is_roman = |it: &str| it.len() <= LONGEST && it.trim_start_matches(['i', 'v', 'x']).len() <= 1;
    let first = words.first().is_some_and(|it| is_number(it));
    words.iter().all(|it| is_number(it) || is_among(NUMBERING, it) || first && is_roman(it))
}

/// Whether the heading names two things, and the fragment is one of them: "doors--windows", "doors-and-windows".
fn is_one_of_two(ours: &[String], heading: &str) -> bool {
    !ours.is_empty() && heading.split("--").flat_map(|it| it.split("-and-")).any(|it| words(it) == ours)
}

/// The same as behind a border of words where nothing parts these.
fn is_begun(fragment: &str, heading: &str) -> bool {
    fragment.chars().next_back().is_some_and(|it| it >= '\u{2e80}') && heading.starts_with(&fragment.to_lowercase())
}

/// Whether a fragment has words behind the heading. One word alone is that of many a heading: "tools-for-doors", "tools".
fn is_outside(fragment: &str, heading: &str, ours: &[String], others: &[String]) -> bool {
    let is_passing = |it: &String| is_among(PASSING, it);
    // Brackets and arrows leave their blanks: "load(door) => door".
    let is_sign = || fragment.get(heading.len()..).is_some_and(|it| it.contains("--"));
    ours.strip_prefix(others).is_some_and(|rest| others.len() > 1 || rest.iter().all(is_passing) || is_sign())
}

/// Whether a fragment is the name of something in code, and the heading says of what it is one: "door.toPlainDate()".
fn is_member(fragment: &str, heading: &str) -> bool {
    const SHORTEST: usize = 4;
    let has_border = fragment.as_bytes().windows(2).any(|it| it[0].is_ascii_lowercase() && it[1].is_ascii_uppercase());
    let first = heading.split('-').next().unwrap_or_default();
    has_border && first.find(&fragment.to_lowercase()).is_some_and(|at| at >= SHORTEST)
}

/// The number with its letters that an id begins with: "D7 – Hinges" makes `d7--hinges`.
pub fn number(id: &str) -> Option<&str> {
    let (number, _) = id.split_once("--")?;
    let digits = number.trim_start_matches(|it: char| it.is_ascii_alphabetic());
    let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
    (is_number && digits.len() < number.len()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{is_meant, says};

    #[test]
    fn a_heading_that_says_more_is_meant() {
        for (fragment, heading) in [
            ("limits", "2-limits-of-the-pool"),
            ("error", "errors"),
            ("b-doors-of-oak", "appendix-b-doors-of-oak"),
            ("apishopsshopid", "get-apishopsshopid"),
            ("sources-optional", "sources"),
            ("door-handles-of-brass", "door-handles"),
            ("load-door---lock", "load"),
            ("hinges-of-brass", "12iiic-hinges-of-brass"),
            ("windows", "doors--windows"),
            ("windows-of-oak", "doors-and-windows-of-oak"),
            ("存储引擎", "存储引擎与双模式切换"),
            ("toPlainDate", "datetimetoplaindate--temporalplaindate"),
            ("d7--all-that-a-door-hangs-on", "d7--hinges"),
            ("Door-Handles", "door_handles"),
        ] {
            assert!(is_meant(fragment, heading), "{fragment} {heading}");
        }
    }

    #[test]
    fn the_words_of_a_link_tell_which_is_meant() {
        assert!(
            says("how-doors-are-hung", "4-how-doors-are-hung") && says("4-how-doors-are-hung", "how-doors-are-hung")
        );
        assert!(!says("import-data", "export-data") && !says("", "export-data") && !says("data", "export-data"));
    }

    #[test]
    fn a_heading_of_another_thing_is_not() {
        for (fragment, heading) in [
            ("install-on-linux", "uninstall-on-linux"),
            ("key-manager-private", "license-key-manager-private"),
            ("functional-needs", "non-functional-needs"),
            ("ValidationError", "validationerrortype"),
            ("markdown-script", "markdown"),
            ("server", "observer-of-doors"),
            ("get-shopsshopId", "put-shopsshopid"),
            ("import-data", "export-data"),
            ("sync-api", "async-api"),
        ] {
            assert!(!is_meant(fragment, heading), "{fragment} {heading}");
        }
    }
}
