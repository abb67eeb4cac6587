//! Titles that name nothing: made only of words that would fit a hundred other texts.

mod asked;
mod worked;

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::words::list::is_among;
use crate::words::pattern::Pattern;
use worked::tells_only_work;

/// Words for a change, a fault or a wish that say nothing of which one.
static GENERAL: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "fix fixes fixed fixing hotfix hotfixes bugfix bugfixes patch patches bug bugs issue issues problem problems \
     error errors trouble update updates updated updating change changes changed changing modification modifications \
     edit edits edited tweak tweaks adjustment adjustments improvement improvements improve improved enhancement \
     enhancements refactor refactoring refactored refactorings cleanup cleanups cleaning wip progress misc \
     miscellaneous stuff things thing something temp tmp checkpoint save saved commit commits committed merged \
     feedback suggestions review reviews remark remarks question questions query help advice \
     inquiry report request feature features idea proposal suggestion doubt \
     rework reworked reworking adr rfc decision record decisions"
        .split_ascii_whitespace()
        .collect()
});

/// Words that may stand beside them and add nothing.
static FILLERS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "a an the some any few several various many multiple more other further additional small minor little quick tiny big \
     major simple general latest last final another new my our your this these that it its \
     of for in on to from with and or & + by as after during per due more again now just also is are was \
     please pls need needed needs wanted required urgent urgently important asap work working code files file \
     pr pull requests mr cr response address addressed addressing apply applied \
     applying based incorporate incorporated following requested according made make making do did done up clean i we \
     have has got can someone anyone"
        .split_ascii_whitespace()
        .collect()
});

/// Fillers that count what stands behind them.
const NUMBERS: &[&str] = &["some", "any", "few", "several", "various", "many"];

/// Words for what goes wrong.
const FAULTS: &[&str] = &["error", "errors", "bug", "bugs", "issue", "issues", "problem", "problems", "trouble"];

/// Beside one of them a comment is what somebody said of a change.
const REMARKED: &[&str] = &["review", "reviews", "pr", "mr", "cr", "address", "addressed", "addressing"];

/// Two words that together are as general.
const PAIRS: &[&str] = &[
    "clean up",
    "work in progress",
    "not working",
    "doesn't work",
    "does not work",
    "doesnt work",
    "dont work",
    "code review",
];

/// What a title says that has no other word: a state, a hurry or a greeting, and not of what.
const ALONE: &str = "slow broken crash crashes failure fails failing failed urgent hi hello hey minor done nit nits";

/// Whether the subject of a change names nothing, not even what was worked on.
pub fn names_no_change(subject: &str) -> bool {
    let names = |it: &str| !names_nothing(it) && !tells_only_work(it);
    !names(subject) || is_ticket(subject) || asked::without_people(subject).is_some_and(|rest| !names(rest))
}

/// "Issue 12": a number leads to what was wrong, and the title of a change has to say what became of it.
fn is_ticket(subject: &str) -> bool {
    static TICKET: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(r"(?i)^(?:issue|ticket|bug|task|story|defect)s?[ /_-]?(?:no\.? ?)?#?\d{1,7}[ .:-]*$")
    });
    TICKET.is_match(subject.trim())
}

/// `fix:`, `feat!:`: a type without a scope. A scope names something.
static TYPE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^(?:(?:fix|feat|chore|refactor|style|perf|docs?|tests?|build|ci|update|bug|wip|question|issue|help|maint|enh|tst|sty|cln|bld|typ)!?: ?|\[(?:wip|bug|question|help|issue|feature|feature request|fix|request)\]:? )",
    )
});

/// The most words of a title that can be judged by its words alone.
const MOST_WORDS: usize = 6;

/// Whether a word fits any change, fault or wish.
pub fn is_general(word: &str) -> bool {
    GENERAL.contains(trimmed(word).to_lowercase().as_str())
}

/// Whether a title names nothing at all. Every word has to be known for that: any other one may be a name.
pub fn names_nothing(title: &str) -> bool {
    let title = title.trim();
    // Marks, or a picture alone.
    let is_marks = |title: &str| {
        let is_picture = || title.len() > 2 && title.starts_with(':') && title.ends_with(':') && !title.contains(' ');
        !title.is_empty() && (!title.contains(char::is_alphanumeric) || is_picture())
    };
    if is_number(title) || is_marks(title) {
        return true;
    }
    let rest = TYPE.replace(title, "");
    let is_mere_type = |it: &str| TYPE.replace(&format!("{it}: "), "").is_empty();
    if rest.is_empty() || title.strip_suffix(':').is_some_and(is_mere_type) {
        return !title.is_empty();
    }
    let is_typed = rest.len() < title.len();
    // `CHANGES` among other words is a file.
    let is_shouted = |word: &str| word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    if rest.contains(|it: char| it.is_lowercase()) && rest.split_whitespace().map(trimmed).any(is_shouted) {
        return false;
    }
    if is_command(&rest) || is_typed && is_part(title, &rest) {
        return false;
    }
    let lower = rest.to_lowercase().replace('\u{2019}', "'");
    let bare = lower.trim_matches(|it: char| !it.is_alphanumeric());
    if PAIRS.contains(&bare.strip_prefix("it ").unwrap_or(bare)) || is_among(ALONE, bare) {
        return true;
    }
    let words: Vec<&str> = lower.split_whitespace().map(trimmed).filter(|word| !word.is_empty()).collect();
    // "Request Many" is a name: in a phrase the number stands before the noun.
    if words.len() > 1 && words.last().is_some_and(|last| NUMBERS.contains(last)) {
        return false;
    }
    // "Error on save" says when it comes.
    const WHEN: &[&str] = &["on", "in", "during", "after", "when", "while"];
    if let &[fault, when, _] = words.as_slice()
        && FAULTS.contains(&fault)
        && WHEN.contains(&when)
    {
        return false;
    }
    // Comments are a thing in the code as well, unless somebody made them on a change.
    let is_told = words.iter().any(|word| REMARKED.contains(word));
    let is_comment = |word: &str| is_told && matches!(word, "comment" | "comments");
    let is_known = |word: &&str| GENERAL.contains(*word) || FILLERS.contains(*word) || is_comment(word);
    let has_head = is_typed
        || PAIRS.iter().any(|pair| bare.contains(pair))
        || words.iter().any(|it| GENERAL.contains(it) || is_comment(it));
    // What stands beside the words may be an emoji; what has a letter or a digit may be a name.
    (1..=MOST_WORDS).contains(&words.len()) && words.iter().all(is_known) && has_head
}

/// "[Fix] bug report": of a change, the part of the product that is called so.
fn is_part(title: &str, rest: &str) -> bool {
    let lower = title.to_lowercase();
    let is_change = ["fix", "[fix", "feat", "[feat"].iter().any(|kind| lower.starts_with(kind));
    let last = rest.rsplit(' ').next().unwrap_or_default().to_lowercase();
    is_change && rest.split(' ').count() == 2 && is_among("report reports request requests", trimmed(&last))
}

/// "Fix 'make all'", "Fix make file": what is quoted in several words is a name, and so is the file of make.
fn is_command(title: &str) -> bool {
    let quoted = |mark: char| {
        let (_, rest) = title.split_once(&format!(" {mark}"))?;
        rest.split_once(mark).map(|(inside, _)| inside)
    };
    ['\'', '"'].into_iter().filter_map(quoted).any(|it| it.trim().contains(' '))
        || title.to_ascii_lowercase().contains("make file")
}

/// A word without the marks around it; a word of marks alone is none, but "#12" leads somewhere.
fn trimmed(word: &str) -> &str {
    match word {
        "&" | "+" => word,
        _ if word.starts_with(['#', '@', '`', '/', '<']) => word,
        _ => word.trim_matches(|it: char| !it.is_alphanumeric()),
    }
}

/// "12", "0007.", "#3", "ADR-7": a number is a place in a list. A version or a date is a name.
fn is_number(title: &str) -> bool {
    static SERIES: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(r"(?i)^(?:(?:adr|rfc|decision(?: record)?|proposal)[ -]?)?(?:no\.? ?)?#?\d{1,5}[ .:-]*$")
    });
    SERIES.is_match(title)
}

/// Whether a title is one that forms give to a part of themselves: with other headings below it, it is no title.
pub fn is_of_form(title: &str) -> bool {
    const FORMS: &[&str] = &[
        "bug",
        "bug report",
        "issue",
        "problem",
        "question",
        "questions",
        "feature",
        "feature request",
        "request",
        "idea",
        "proposal",
        "change",
        "changes",
        "update",
        "updates",
        "report",
        "help",
        "adr",
        "rfc",
        "decision",
        "decision record",
        "code review",
        "review",
        "feedback",
    ];
    FORMS.contains(&title.to_lowercase().trim_matches(|it: char| !it.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::{names_no_change, names_nothing};

    #[test]
    fn only_general_words() {
        for title in [
            "Fix bug",
            "It does not work",
            "Slow",
            "Update",
            "Changes",
            "WIP",
            "misc",
            "Some minor fixes",
            "Question",
            "Help needed!",
            "fix: bugs",
            "[WIP] update",
            "Bug report",
            "Address review comments",
            "Clean up",
            "0007.",
            "Several improvements",
            "Feature request",
            "Not working",
            "code review",
            "MAINT: Cleanup",
            "Rework",
            "Multiple (small) fixes",
            "Final commit",
            ":nail_care:",
            "\u{1f942}\u{1f942}",
            "dont work",
        ] {
            assert!(names_nothing(title), "{title}");
        }
    }

    #[test]
    fn the_number_of_a_ticket_is_no_name_of_a_change() {
        for title in ["Issue 1445", "Issue #12", "ticket-7", "Bug 1738045."] {
            assert!(names_no_change(title) && !names_nothing(title), "{title}");
        }
        assert!(!names_no_change("Issue 12: lend slots") && !names_no_change("Fix #12"));
        assert!(names_no_change("Address review comments from @rosa and @ada"));
        assert!(!names_no_change("Take the pool over from @rosa"));
    }

    #[test]
    fn a_name_among_them() {
        for title in [
            "Fix the parser",
            "Update README",
            "fix(parser): bug",
            "Fix #12",
            "Release 1.2.0",
            "1.2.0",
            "Revert",
            "Add tests",
            "Question about the pool",
            "Fix typo",
            "Initial commit",
            "Changes of 2026",
            "`fix` fails",
            "",
            "修复问题",
            "Docs update",
            "Update CHANGES",
            "Update CHANGES.",
            "docs: align the row in Pool.lend :param rows:",
            "fix 'make all'",
            "Fix make file.",
            "Request Many",
            "Help command",
            "Change comment",
            "Formatting",
            "API: cleanup",
            "Rework the pool",
        ] {
            assert!(!names_nothing(title), "{title}");
        }
    }
}
