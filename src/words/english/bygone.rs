//! Words around the name of a thing that say why it need not be there: it went, or it is still to be made.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of, opening};

static GONE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "removed|removing|remove|removes|deleted|delete|deletes|dropped|gone|renamed|moved|moves|migrated|replaced|replaces|superseded",
        "formerly|previously|originally|old|older|legacy|deprecated|obsolete|historical|historically|archived|retired",
        "no longer|used to|was|were|had|until|before|instead of|not anymore|does not exist|doesn't exist|is missing|in the past",
        "no|not|never|without",
    ])
});

static TO_BE_MADE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "create|creates|created|creating|generate|generates|generated|generating|write|writes|written|produce|produces|produced",
        "output|outputs|save|saves|saved|add|adds|adding|copy|copies|copied|rename|put|place|download|downloads|downloaded|downloading",
        "transpile|transpiles|transpiled|bundle|bundles|bundled|emit|emits|emitted|absent|build|builds|built|compile|compiles|compiled|extract|unpack|clone|cloned|checkout|check out|touch|mkdir|init|new",
        "your|example|examples|e.g|eg|for instance|such as|like|would|could|might|may|if|optional|optionally|similar|placeholder|sample",
        "another repository|upstream|branch|fork|other repo|separate repo|repository|repo",
    ])
});

/// Headings over what went, and over what a change did.
static HEADING: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "removed|deleted|obsolete|former|files? (?:changed|modified|affected)|(?:changed|modified|affected) files?|files? (?:created|added)",
    ])
});

/// Words over a list of what a program writes.
static MADE_BELOW: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "outputs?|(?:saved|written|saves|writes|goes|go|copied|exported) (?:to|into|in)|generated|generates|produces",
    ])
});

/// What somebody says of a thing right behind its name: "(removed for now, …", "is no longer available", "(coming
/// soon)".
static TAKEN: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[concat!(
        "(?:(?:it|this|that|which|the file|the page|the link) )?(?:is |was |are |were |has been |have been )?(?:now |since |currently )?",
        r"(?:(?:removed|deleted|withdrawn|taken down|gone|lost)(?: (?:for|since|because|until|due|on|after|in|as|at|by|again)|[^a-z0-9]*$|[).,;:!])",
        "|(?:no longer|not|not yet) (?:available|online|here|there|published)|(?:not (?:here|there|written|published|available) yet|coming soon|forthcoming|(?:still )?to be (?:written|created|added|made))|(?:create|write|add) (?:this|it)(?: file| page| document| doc)|unavailable|does not exist|doesn't exist|no longer exists)",
    )])
});

/// Words right before the name of a thing that was taken away.
const TAKES: &[&str] = &["removed", "deleted", "removes", "deletes", "dropped"];

/// Whether what stands before the name of a thing in its line, or what follows it, says that it is not there: nobody has to ask
/// where it is.
pub fn is_said_around(before: &str, behind: &str) -> bool {
    let mut behind = behind.lines();
    let line = behind.next().unwrap_or_default();
    // What the item goes on with, and not the next one.
    let next = behind.next().map(str::trim_start).filter(|it| !it.starts_with(['-', '*', '+', '#', '|', '>']));
    let is_at_end = !line.contains(char::is_alphanumeric);
    is_said_before(before)
        || enclosed(before).is_some_and(may_be_missing)
        || is_said_behind(line)
        || may_be_missing(line)
        || is_at_end && next.is_some_and(is_said_behind)
}

/// Whether what stands right behind the name of a thing says, in whatever language, that it lies beside the repository and not in
/// it.
pub fn is_kept_out(behind: &str) -> bool {
    const SIGNS: &[&str] = &["gitignore", "git-ignored"];
    let line = behind.lines().next().unwrap_or_default();
    let clause = line.split("; ").next().and_then(|it| it.split(". ").next()).and_then(|it| it.split('[').next());
    clause.is_some_and(|it| SIGNS.iter().any(|sign| it.to_ascii_lowercase().contains(sign)))
}

/// Whether a line says of what stands right before it that it is not there any more.
fn is_said_behind(line: &str) -> bool {
    TAKEN.is_match(line)
}

/// Whether a line behind the name of a thing says, before it names another one, that there may be none: "(when present)".
fn may_be_missing(line: &str) -> bool {
    const WHEN: &[&str] = &["(when", "(if", "(where", "(once"];
    const THERE: &[&str] = &[
        "present",
        "it exists",
        "available",
        "it is there",
        "there is one",
        "published",
        "written",
        "generated",
        "built",
    ];
    let line = line.split("](").next().unwrap_or_default().to_ascii_lowercase();
    WHEN.iter().filter_map(|it| line.split_once(it)).any(|(_, rest)| {
        let rest = rest.trim_start();
        THERE.iter().any(|it| rest.strip_prefix(it).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
    })
}

/// The brackets that end a line, but for the marks in front of the next word: "(when built)" of "The list (when built): `".
fn enclosed(line: &str) -> Option<&str> {
    let line = line.trim_end_matches([' ', ':', '`', '*']).strip_suffix(')')?;
    line.rfind('(').map(|at| &line[at..])
}

/// Whether a line that ends before the name of a thing says that it was taken away.
fn is_said_before(line: &str) -> bool {
    let mut words = line.split(|it: char| !it.is_alphanumeric()).rev().filter(|it| !it.is_empty());
    let is_the = |it: &&str| ["the", "our", "its", "old"].iter().any(|word| word.eq_ignore_ascii_case(it));
    words.find(|it| !is_the(it)).is_some_and(|it| TAKES.iter().any(|word| word.eq_ignore_ascii_case(it)))
}

/// Whether a heading, normalised, stands over what need not be there any more.
pub fn is_heading(name: &str) -> bool {
    HEADING.is_match(name)
}

/// Whether lines in front of a list say that a program writes what stands in it: "The plans are saved to folders of their own:".
pub fn makes_below(before: &str) -> bool {
    before.lines().map(|it| it.trim_end_matches([' ', '*'])).any(|it| it.ends_with(':') && MADE_BELOW.is_match(it))
}

/// Whether a sentence says of something that it is not there any more.
pub fn is_told(sentence: &str) -> bool {
    GONE.is_match(sentence)
}

/// Whether a sentence says that something is made by the reader, or stands for others like it.
pub fn is_to_be_made(sentence: &str) -> bool {
    TO_BE_MADE.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::{is_said_around, is_said_before, is_said_behind, may_be_missing};

    #[test]
    fn what_was_taken_away_is_said_beside_its_name() {
        for line in [
            " (removed for now, ask Mira for it)",
            ": no longer available",
            ", deleted",
            " has been taken down since May",
            " (coming soon)",
            " \u{2014} not there yet, ask Mira",
            " (create this file)",
            " (to be written by whoever opens the shop)",
        ] {
            assert!(is_said_behind(line), "{line}");
        }
        for line in [
            " removed the old hinges",
            ": deleted rows are kept",
            " comes soon",
            " (coming sooner)",
            " tells what was removed.",
            "",
        ] {
            assert!(!is_said_behind(line), "{line}");
        }
        assert!(may_be_missing(" \u{2014} the guide (when present; otherwise the page of the keeper)"));
        assert!(!may_be_missing(" and [the guide](b.md) (when present)") && !may_be_missing(" (when presented)"));
        assert!(is_said_around("The list (when generated): `", "`.") && !is_said_around("The list (of rooms): ", "."));
        assert!(["- Deleted the ", "Removed: ", "We removed "].into_iter().all(is_said_before));
        assert!(!["What was removed is in ", "- ", "See the "].into_iter().any(is_said_before));
    }
}
