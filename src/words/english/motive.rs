//! What a commit message says for its change: a reason, or a deed that is its own reason. Nobody asks why a typo was
//! corrected, dead code removed or a version raised; of a thing that was only added, everybody does.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::list::is_among;
use crate::words::pattern::{Pattern, any_of};
use crate::words::tracker;

/// A cause, a purpose, what was so before, what has to be so, what somebody asked for.
static REASON: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"because|since|so that|due to|caus(?:e|es|ed|ing)|as (?:a result|it|the|there|we|this)|therefore|thus|hence|otherwise|so (?:it|we|users?|the|i|you|they|this)|reasons?|why|motivat\w+|which (?:is|was|means|caused|causes|leads|led|makes|made|had|has)|turns out|lead(?:s|ing)? to|result(?:s|ed|ing) in",
        r"in order to|to (?:avoid|allow|prevent|ensure|reduce|keep|make|improve|enable|support|help|fix|let|simplify|satisfy|comply|speed|get rid|stop|provide|give|align|unblock|facilitate|address|reflect|discourage|verify|work|show|catch|not|reuse|share|save|protect)|for (?:the sake|(?:\w+ )?compatibility|consistency|performance|readability|easier|better|clarity|safety|security|convenience|debugging|now|users|people|future)|purpose|goal|intent(?:ion)?|compatible",
        r"(?:this|that|it|which|also|thereby) (?:also |now |will |would |can |should )?(?:allow|enabl|let|giv|mak|ensur|avoid|prevent|reduc|improv|eliminat|speed|help|clarif|sav|simplif|fix)\w*",
        r"previously|before this|prior to|used to|currently|at the moment|no longer|any ?more|until now|formerly|originally|so far|in the (?:past|future)",
        r"should(?:n't)?|must(?:n't)?|needs?|needed|needn't|has to|have to|required?|expected to|supposed to|can't|cannot|can not|couldn't|doesn't|does not|don't|do not|didn't|did not|isn't|is not|aren't|are not|won't|wasn't|was not|ensure|make sure",
        r"as (?:discussed|requested|per|suggested)|per (?:\w+ )?(?:feedback|comments?|request|rfc|discussion|review)|suggested|suggestions? (?:by|from)|requested|(?:as|changes?|change|fix) proposed|proposed by|in line with|guidelines?|following",
    ])
});

/// Trouble that the change ends, and what it leaves better.
static TROUBLE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"fix(?:e[sd]|ing)?|hotfix|bug(?:s|fix\w*)?|broken|breaks?|breakage|broke|wrong(?:ly)?|incorrect(?:ly)?|errors? (?:when|if|while|where)|(?:an|the|small|minor|build|compil\w+|lint\w*|type|syntax|paste|false) errors?|error-prone|crash\w*|leak\w*|fail(?:s|ed|ing)?|regress\w+|faults?|defects?|problem\w*|(?:an?|the|this|these|some|several|known|minor|small|\w+ing) issues?|issues? (?:with|when|where|caused|that)|(?:address|resolv|handl)\w* (?:\S+ ){0,3}issues?|race conditions?|deadlocks?|flak\w+|hangs?|npe|warnings?|lost|loses?|bad(?:ly)?|inconsisten\w+|confus\w+|mistake\w*|accidental\w*|vulnerab\w+|cve-\d[\d-]*|resolv(?:e|es|ed)|workaround|unexpected(?:ly)?|correct(?:s|ed|ing)?",
        r"missing|missed|forgotten|forgot|lack\w*|absent|incomplete|todo|unclear|ambiguous|undocumented|untested",
        r"unused|unnecessar\w+|un-?needed|redundan\w+|duplicat\w+|useless|obsolete|dead|stale|outdated|superfluous|leftovers?|deprecat(?:e|es|ing)|legacy|old|pointless|extraneous|needless(?:ly)?",
        r"better|clearer|cleaner|nicer|easier|simpler|safer|faster|(?:more|less) \w+ly|more (?:readable|robust|accurate|efficient|understandable|consistent|useful|helpful|descriptive|specific|general|flexible|reliable|stable|explicit|obvious|precise)|consisten\w+|readab\w+|clarity|clarif\w+|properly|correctly|efficien\w+|performance|useful|helpful|friendl\w+|robust\w*|reliab\w+|thread-?safe|optimi[sz]\w+",
    ])
});

/// Work that every project does and nobody asks about: looks, versions, documents, tests, names.
/// What was made simpler stood there for some reason, and a format or a style is as often what a program works with.
static ROUTINE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"typos?|spelling|misspel\w*|grammar|wording|whitespaces?|indent\w*|spaces|formatt?(?:ing|ed|ers?)|reformat\w*|auto-?format\w*|format (?:all|code|files?|sources?|with|using)|cod(?:e|ing) style|style (?:edits?|fix\w*|guides?|issues?|nits?|tweaks?)|stylistic|copyright|licen[cs]e\w*|imports|lint\w*|polish\w*|tidy|cosmetic\w*|clean(?:s|ed|ing)?[ -]?up|cleanups?",
        r"release notes|change ?logs?|prepar(?:e|es|ing)|snapshot|next development|releas(?:e|ing) v?\d[\w.]*|(?:bump|upgrade|up|update|advance|restore|increment|next|new|set)\w* (?:\S+ ){0,3}version|v?\d+\.\d+(?:\.\w+)*|(?:upgrade|update|migrate|bump)[a-z]* (?:\S+ ){1,4}to v?\d+",
        r"readme[\w.]*|contributing[\w.]*|docs?|documentation|documented|comments?|faq|examples?|samples?|[\w-]+\.md|tutorials?|guide",
        r"contributors?|authors?|credits?|renam\w+|(?:accurate|better|clear\w*|improved) (?:\w+ )?names?|naming",
    ])
});

/// Tests as the object of a change: "Add tests for the parser", not "Sort the tests".
static TESTS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?-u:\b)(?:add|writ|extend|improv|more|new|updat|creat|refactor)[a-z]* (?:[\w'.-]+ ){0,4}tests?(?:$|\.| (?:for|of|to verify|that|around|involving|with|cases?)(?-u:\b))",
    )
});

/// A conventional type whose changes nobody asks about.
static TYPE: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?i)^(?:docs?|style|ci|chore|build|deps|format|tests?)(?:\([^()\n]{1,60}\))?!?: "));

/// Version control wrote it.
static MADE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"^(?:Merge (?:branch|branches|remote-tracking branch|tag|pull request|commit)(?-u:\b)|(?:fixup|squash|amend)! )",
    )
});

/// The same words where they give no reason: "since 1.4", "error message".
static OTHERWISE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"since v?\d[\w.]*|due to (?:\w+ )?review|(?:error|warning) (?:messages?|handl\w+|codes?|types?)",
        // Faults that a program tells of are its work: "Return an error for an empty list".
        r"(?:log|return|raise|throw|propagat|report|print|show|allow|expos|wrap|emit|convert|defin|introduc|creat|add)(?:e?s|e?d|ing|e)? (?:(?:an?|the|all|more|new|unexpected|[a-z]+) ){0,3}(?:errors?|warnings?|failures?|exceptions?)",
        r"(?:an?|add|adds|added|adding|use|using|with|to|of) fixed|(?:retain|keep|restor|support)(?:e?s|e?d|ing|e)? (?:the )?(?:old|legacy|deprecated)",
    ])
});

/// Where a sentence of a commit message gives a reason, or tells of something that needs none.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    // "Add a missing error", "Add what is wrong where errors are shown": it says what was wrong all the same.
    let is_other = |range: &Range<usize>| {
        let mut words = sentence[range.clone()].split(' ').map(str::to_lowercase);
        !words.any(|word| is_among("missing missed broken wrong regression where when if that for", &word))
    };
    let not: Vec<Range<usize>> = OTHERWISE.find_iter(sentence).map(|found| found.range()).filter(is_other).collect();
    let counts = |range: &Range<usize>| {
        let next = not.partition_point(|it| it.end <= range.start);
        not.get(next).is_none_or(|it| range.end <= it.start)
    };
    let families = [&*TYPE, &*REASON, &*TROUBLE, &*ROUTINE, &*TESTS, &*MADE];
    let found = families.into_iter().find_map(|family| family.find_iter(sentence).map(|it| it.range()).find(counts));
    found.or_else(|| tracker::find(sentence))
}

/// Whether a title says why, in words that can mean nothing else.
pub fn gives_reason(title: &str) -> bool {
    static CLEAR: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(&[
            r"because|since [a-z]+|so that|so (?:it|we|users?|i|you|they)|in order to|to (?:avoid|prevent|allow|ensure|support|reduce|make|keep|let|enable|fix|match|help|speed|abide|comply|conform|reflect|align|agree|satisfy|unblock|restore)|due to|otherwise|instead of|no longer",
            r"avoid(?:s|ing)?|prevent(?:s|ing)?|deprecated|false[ -]positives?|false[ -]negatives?|outdated|obsolete|unused|stale|missing",
            r"cve-[0-9]|for (?:better|easier|clarity|readability|consistency|correctness|brevity|simplicity)|redundant|duplicated?|duplication|superfluous|unnecessary|confusing|confusion|; (?:it|they|this) (?:is|are|was|were)",
            r"following (?:\S+ ){0,2}(?:suggestions?|guidelines?|recommendations?|advice)|omitted|forgotten|accidentally",
            r"align(?:s|ed|ing)? (?:\S+ ){1,5}with|match(?:es|ed|ing)? \S+['’]s? (?:\w+ )?(?:behaviou?r|output|format|order|names?|naming|rules?|style)|(?:be|stay) consistent with|in line with",
        ])
    });
    CLEAR.is_match(title)
}

/// Whether all that a message says is what version control wrote about the commit that is taken back.
pub fn is_bare_revert(message: &str) -> bool {
    static REVERT: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r#"^(?:(?:Revert ["'“][^\n]*["'”]|(?i:revert) (?:(?:(?i:commit) )?[0-9a-f]{7,40}|(?:(?i:pr|mr|pull request|merge request) ?)?[#!]\d+))(?:\s+This reverts (?:commits? )?[0-9a-f]{7,40}(?:,? reversing\s+changes made to [0-9a-f]{7,40})?\.?|\s+Reverts [\w./-]*#\d+\.?)?(?:\s+(?:See|see|Refs?|cf\.):? (?:[\w./-]*#\d+|https?://\S+)\.?)?|This reverts (?:commits? )?[0-9a-f]{7,40}\.?)$"#,
        )
    });
    REVERT.is_match(message.trim()) && !undoes_a_trial(message.trim())
}

/// "Revert "Temporary override"": what calls itself a trial was never meant to stay.
fn undoes_a_trial(message: &str) -> bool {
    const TRIALS: &str =
        "testing temp temporary temporarily tmp debug debugging wip try trying experiment experimental trial hack";
    let title = message.split_once(' ').map(|it| it.1.trim_start_matches(['"', '\'', '\u{201c}'])).unwrap_or_default();
    let title = title.lines().next().unwrap_or_default().to_lowercase();
    let is_passing = |word: &str| matches!(word, "temporarily" | "temporary");
    is_among(TRIALS, title.split([' ', ':']).next().unwrap_or_default()) || title.split(' ').any(is_passing)
}

/// Whether a title says that something is there now which was not: "Add the filter by name".
pub fn adds(title: &str) -> bool {
    const WORDS: &str = "add added adds allow allows expose exposes implement implemented implements support supports";
    is_among(WORDS, &title.split_whitespace().next().unwrap_or_default().to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{find, gives_reason, is_bare_revert};

    #[test]
    fn what_is_taken_back_and_nothing_else() {
        for bare in [
            "Revert \"Lend slots\"",
            "Revert \"Lend slots\" See #12",
            "Revert 4f1c09ad7be2",
            "revert commit 4f1c09ad7be2",
            "Revert PR #12",
            "revert #12",
        ] {
            assert!(is_bare_revert(bare), "{bare}");
        }
        for told in
            ["Revert \"Lend slots\": see #12 for what broke", "Revert the loan of slots", "Revert #12 as it hangs"]
        {
            assert!(!is_bare_revert(told), "{told}");
        }
    }

    #[test]
    fn reasons_and_deeds_that_need_none() {
        for text in [
            "Skip drafts so that the list loads at once",
            "Do not lose the cursor when a line wraps",
            "Remove the unused menu",
            "Raise the parser to 2.4.1",
            "Add tests for the menu",
            "Merge branch 'main' into menu",
            "Hide the menu (#12)",
            "The list ends in an error",
            "Reformat the tables",
            "Style nits",
            "Address the issues of the first trial",
        ] {
            assert!(find(text).is_some(), "{text}");
        }
        assert!(find("Add a missing error").is_some());
        for text in [
            "Add a menu",
            "Use the new pool",
            "Mark what is there since 1.4",
            "Sort the tests",
            "Return an error for an empty list",
            "Log all unexpected exceptions",
            "Add fixed columns",
            "Keep the old order",
            "Simplify the menu",
            "Add Javadoc for the pool",
            "Mark errors red",
            "Update issue templates",
            "Add a security policy",
            "Import the third format",
        ] {
            assert!(find(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_title_may_say_what_it_agrees_with() {
        for title in [
            "Align the table with its schema",
            "Match git's behaviour for empty lists",
            "Word it to align with the law",
            "Rework the lists following clippy suggestions",
        ] {
            assert!(gives_reason(title), "{title}");
        }
        assert!(!gives_reason("Align the columns") && !gives_reason("Match the whole word"));
    }

    #[test]
    fn a_revert_may_say_nothing() {
        assert!(is_bare_revert("Revert \"Add a menu\"\n\nThis reverts commit 0a1b2c3d4e.\n"));
        assert!(is_bare_revert("Revert \"Add a menu\""));
        assert!(is_bare_revert("Revert \"Add a menu\"\nReverts shop/menu#12"));
        assert!(!is_bare_revert("Revert \"menu: temporarily hide the list\""));
        assert!(!is_bare_revert("Revert \"Add a menu\"\n\nThis reverts commit 0a1b2c3d4e. It hides the list."));
    }
}
