//! How people say why they change something: a cause, a purpose, or the trouble that it ends.

use std::ops::Range;
use std::sync::LazyLock;

use super::failure::{self, is_of_texts};
use super::{given_name, vague_title};
use crate::words::near;
use crate::words::pattern::{Pattern, any_of};

static REASON: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"because|so that|in order to|due to|since|as (?:a result|it|the|there|we|this)|therefore|thus|hence|otherwise|so (?:it|we|users?|the|i|you|they)|which (?:is|was|means|caused|causes|leads|led|makes|made)",
        r"to (?:avoid|allow|prevent|ensure|reduce|keep|make|improve|enable|support|help|fix|let|simplify|match|satisfy|comply|be able|speed|get rid|stop|provide|give|align|unblock|facilitate|address)",
        r"the (?:reason|motivation|goal|aim|purpose|problem|issue|bug|idea|need|intention)|motivat(?:ed|ion|es)|no need|(?:not|never|isn't|aren't) (?:being )?used|needed|required|necessary|no longer|used to|previously|currently|before this|until now|at the moment|right now|so far",
        r"(?:allow|enabl|prevent|avoid|improv|reduc|simplif|ensur|eliminat|speed|mak|help|address|solv|resolv|restor|support)(?:e|es|ed|ing|s|ies|ying|ied) (?:us|users?|the|it|a|an|this|that|for|to|up|□|\w+)",
        r"instead of|rather than|without (?:this|it|having)|would (?:be|have|not|otherwise|cause|fail)|should(?:n't)? (?:be|not|have)|users? (?:can|could|cannot|can't|want|need|will|may)|inconsisten\w+|confus\w+|outdated|deprecated|duplicat\w+|unused|redundant|better|faster|easier|cleaner|safer|more (?:\w+)",
    ])
});

/// Where a sentence gives a reason, or tells of the trouble behind a change.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    REASON.find(sentence).map(|found| found.range()).or_else(|| failure::find(sentence))
}

/// Words that look like trouble or a need, and give no reason: "Don't merge yet", "not a breaking change", "no changes needed".
static OTHERWISE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:do not|don't) (?:merge|review|squash|rebase|land|deploy)|(?:(?:is|are|was|were)(?:n't| not)|not|no|non) ?-?(?:an? )?breaking(?: \w+)?",
        r"(?:no|without)(?: [\w-]+){1,3} (?:is |are |was |were )?(?:needed|required|necessary)|(?:not|n't) (?:be )?(?:needed|required|necessary)",
    ])
});

/// Where a description of a change gives a reason, and does not only name a thing that goes by the name of a fault: "Adds a
/// timeout parameter".
pub fn find_told(sentence: &str) -> Option<Range<usize>> {
    let not: Vec<Range<usize>> = OTHERWISE.find_iter(sentence).map(|found| found.range()).collect();
    let counts = |range: &Range<usize>| !near::overlaps(range, &not);
    let reason = REASON.find_iter(sentence).map(|found| found.range()).find(counts);
    reason.or_else(|| failure::beside_deed(sentence).into_iter().find(counts))
}

/// What a context tells that is a reason by itself: something costs, hurts, ends or changes outside.
static TROUBLE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:slow|slower|painful|hard|expensive|costly|manual|by hand|fragile|flaky|too \w+|costs?|waits?|waste\w*|los(?:e|es|t|ing)|miss(?:es|ed)?|forg[eo]ts?|break(?:s|ing)?|block(?:s|ed)?)",
        r"(?:logs?|kicks?|locks?) .{1,40} out|(?:stops?|stopped|ends?|ended|drops?|dropped|removes?|changed|changes|raises?|raised|retires?|shuts? down) (?:its|their|the|support|to)|end of life|no longer|support ends",
        r"\d+ ?(?:minutes?|min|hours?|days?|weeks?|seconds?|s|ms|%|percent|times)(?: (?:for|of|per|a|each|every|to))?",
    ])
});

/// Whether a sentence tells of trouble, a cost or an outside event, which nobody has to be told the meaning of.
pub fn tells_trouble(sentence: &str) -> bool {
    TROUBLE.is_match(sentence) || failure::find(sentence).is_some()
}

/// A title that is its own reason.
static SELF_EVIDENT: LazyLock<Pattern> = LazyLock::new(|| {
    let routine = concat!(
        r#"bump|revert "|revert:|merge (?:branch|pull|remote|upstream)|release (?:\S+ )?v?\d|release notes|prepare (?:for )?(?:the )?release"#,
        r"|(?:(?:auto-?)?fix(?:ed|es|ing)?|correct(?:ed|s)?)(?: \w+){0,3} (?:typos?|spelling|grammar|whitespace|indentation|formatting)",
        r"|auto-?format(?:s|ted|ting)? |roll(?:ing)?[ -]?up (?:of \S+|prs?|pull requests?|changes)(?-u:\b)|(?:\w+ ){1,3}bumps?(?:$| and | \+)",
        r"|typos?(?-u:\b)|(?:readme|changelog|docs|documentation) updated?|update (?:dependenc|changelog|readme|translations?|license|copyright)|upgrade dependenc",
        // What is only moved between branches.
        r#"|merge (?:\S+ ){1,2}(?:back )?into \S+\s*$|back-?merge|sync(?:hroni[sz]e)? (?:\S+ ){0,2}(?:with|from) (?:upstream|main|master)|reapply ""#,
        r"|(?:run|apply) (?:prettier|black|gofmt|rustfmt|cargo fmt|clang-format)(?-u:\b)|update \S*lock(?:\.\w+|file)?(?:$|\s)|add (?:\S+ ){0,3}change ?log|change ?log for ",
        r"|agenda item|(?:regular )?updates? (?:for|of|to) (?:the )?dependenc|(?:\S+ )?release prep",
        r"|(?:update|change|replace)[ds]? (?:\S+ ){0,3}links?(?-u:\b)|(?:use|switch to|move to) https (?:\S+ ){0,5}(?:links?|urls?)(?-u:\b)",
        r"|add (?:\w+ )*licen[sc]e|\[?automated|(?:\S+ ){0,3}(?:semi-)?automat(?:ic|ed) (?:update|sync)",
        r"|(?:update|upgrade)s? (?:.* )?to (?:(?:the )?version )?v?\d+\.\d|(?:update|upgrade)s? to (?:\S+ ){1,2}v?\d+\.\d|(?:update|upgrade)s? (?:\S+ ){1,6}to [a-z]+-v?\d+\.\d|upgrades? to [a-z]\S* \d+\s*$|v?\d+(?:\.\d+)+\s*$|(?:\S+ ){1,4}bump (?:\S+ ){0,2}from",
        // What is published beside the code.
        r"|(?:add|create|update|publish)(?:ed|s|ing)? (?:\S+ ){0,5}(?:notes|agenda)(?-u:\b)|(?:create|add) \d{4}-\d\d-\d\d",
        r"|(?:\S+ ){0,6}(?:(?:minutes|meeting notes|blog posts?|notes (?:of|from|for))(?-u:\b)|notes$|reports?$)",
        r"|(?:add(?:s|ed|ing)?|write|update) (?:\S+ ){0,2}tests?(?-u:\b)",
        // What is wrong or useless by its name.
        r"|(?:\S+ )?(?:fix(?:ed|es|ing)?|updated?|repair) (?:\S+ ){0,5}links?(?:$| target| in )",
        r"|(?:small |minor |tiny )?(?:wording|typo|spelling|grammar|formatting|whitespace) (?:fix(?:es)?|tweaks?|nits?|corrections?)(?-u:\b)",
        // What a language is called in which words were put.
        r"|(?:add|update|improve|complete|fix)(?:e?s|e?d|ing)? (?:\S+ ){0,4}(?:translations?|locali[sz]ations?)(?:$| (?:for|of|to|in|into)(?-u:\b))",
        r"|(?:add|update|improve|complete|fix)(?:e?s|e?d|ing)? (?:\w+ )?(?:arabic|bulgarian|catalan|chinese|czech|danish|dutch|finnish|french|german|greek|hebrew|hindi|hungarian|indonesian|italian|japanese|korean|norwegian|persian|polish|portuguese|romanian|russian|serbian|slovak|spanish|swedish|thai|turkish|ukrainian|vietnamese) (?:\w+ )?(?:language|locale)(?-u:\b)",
        // Who wrote it, and what was only worded otherwise.
        r"|(?:add|update|change|correct|fix)(?:s|e?d|ing)? (?:of )?(?:\S+ ){0,3}(?:affiliations?|e-?mail address(?:es)?|authors?|contact details?|contributors?(?: section)?|acknowledge?ments?(?: section)?)\W*$",
        r"|update(?:s|d)? (?:\S+ ){1,3}versions?(?:$| part \d)|(?:\S+ ){1,3}editorial work(?-u:\b)|(?:small |minor |some |more |further |various )?editorial(?: (?:changes?|edits?|fix(?:es)?|nits?|tweaks?|cleanups?|corrections?|improvements?))?(?-u:\b)",
        r"|clean(?:ed|s|ing)?[ -]?up (?:of )?(?:the )?white ?space|(?:update|fix|refresh)(?:e?s|e?d)? (?:the )?(?:references|citations)\W*$|add(?:s|ed|ing)? (?:\w+ ){0,2}(?:citations?|references \([^)]*\))|s/[^/\s]+/[^/\s]+",
        // A list and its entry need no other reason than that it is one.
        r"|add(?:s|ed|ing)? (?:\S+ ){1,4}to (?:the )?list (?:of )|add(?:s|ed|ing)? (?:an? |the )?(?:\S+ )?links? to(?-u:\b)",
        r"|(?:fix(?:ed|es|ing)?) (?:\S+ ){0,2}(?:lints?|warnings?|tests?|build|ci)(?-u:\b)",
        r"|(?:fix(?:ed|es|ing)?|update|repair) (?:\S+ ){0,3}(?:broken|dead|stale) (?:\S+ ){0,2}links?",
        r"|(?:remove(?:d|s)?|drop(?:s|ped)?|deleted?s?) (?:\S+ ){0,2}(?:unused|dead|obsolete|old|duplicated?|repeated|doubled|redundant|unnecessary|unneeded|needless|superfluous|stale)(?-u:\b)",
    );
    Pattern::new(&format!(
        r"(?i)^#?\s*(?:(?:(?:issue )?#\d+|[a-z]\w*-\d+):?[ -]+)?(?:\w+(?:\([^)]*\))?!?: ?)?(?:\[[^\]]*\] ?)*(?:{routine})"
    ))
});

/// Whether nobody asks why of a change with this title.
pub fn is_self_evident(title: &str) -> bool {
    SELF_EVIDENT.is_match(title) || adds_somebody(title)
}

/// "Add Rosa Lind": who is put on a list of people.
fn adds_somebody(title: &str) -> bool {
    // Names of languages as well.
    const THINGS: &[&str] = &["Julia", "Ada", "Pascal"];
    let mut words = title.trim().trim_start_matches(['#', ' ']).split_whitespace();
    let adds = words.next().is_some_and(|it| ["Add", "add", "Added", "Adds"].contains(&it));
    let named: Vec<&str> = words.take(4).collect();
    adds && (2..=3).contains(&named.len())
        && given_name::is_given_name(named[0])
        && !THINGS.contains(&named[0])
        && named.iter().all(|it| it.starts_with(char::is_uppercase) && it.contains(char::is_lowercase))
}

/// Whether a title names what was broken: "Fix the button under a long list", but not "Fix some issues with the list".
pub fn names_what_it_mends(title: &str) -> bool {
    names_in(title, FEWEST_WORDS)
}

/// The same where a link stands in the place of an explanation: then a bare name, as in "Fix the menu row icon", leads
/// a reader to the link.
pub fn tells_what_it_mends(title: &str) -> bool {
    names_in(title, if is_of_texts(title) { FEWEST_WORDS } else { FEWEST_WORDS + 1 })
}

fn names_in(title: &str, fewest: usize) -> bool {
    static MENDS: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)^#?\s*(?:\[[^\]]*\] ?)*(?:(?:bug)?fix(?:\([^)]*\))?!?: *|(?:(?:[\w/-]+ ){0,2}[\w/-]+(?:\([^)]*\))?!?: *)?(?:properly |correctly )?fix(?:ed|es|ing)? )(?P<what>.+)",
        )
    });
    let what = MENDS.captures(title).and_then(|found| found.name("what")).map_or("", |what| what.as_str());
    let is_plain = |word: &str| vague_title::is_general(word);
    static TOLD: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(r"(?i)(?:bug|issue|problem|error)s? (?:where|when|that|in which|caused|if|using)(?-u:\b)")
    });
    what.split_whitespace().count() >= fewest && (!what.split_whitespace().any(is_plain) || TOLD.is_match(what))
}

/// Fewer words behind "fix" name a thing and not what was wrong with it.
const FEWEST_WORDS: usize = 3;

#[cfg(test)]
mod tests {
    use super::{find, find_told, is_self_evident, names_what_it_mends, tells_what_it_mends};

    #[test]
    fn reasons_and_their_own_titles() {
        assert!(find("Moved the check up so that drafts are skipped").is_some());
        assert!(find("The menu is not used by anybody").is_some());
        assert!(find("Adds a menu").is_none());
        assert!(is_self_evident("Fix a typo in the guide"));
        assert!(is_self_evident("ABC-12: update the parser to 2.4.1"));
        for title in
            ["Update of affiliation", "Add author", "Editorial changes in Section 3", "s/HKDR/HKDF.", "Fix references"]
        {
            assert!(is_self_evident(title), "{title}");
        }
        assert!(!is_self_evident("Add author to each slot") && !is_self_evident("Update the editor"));
        for title in
            ["Update X to version 6.6.3", "Upgrade to Java 21", "Issue #7 Upgrade X to 6.6", "Update to X 6.6.3"]
        {
            assert!(is_self_evident(title), "{title}");
        }
        assert!(!is_self_evident("Upgrade the pool to V1"));
        assert!(!is_self_evident("Update to show 10") && !is_self_evident("Update the list to show 10"));
        assert!(is_self_evident("chore: update the parser to 2.4.1"));
        for title in [
            "Merge main into develop",
            "Merge release/1.4 into main",
            "Backmerge release 1.4 into develop",
            "Sync with upstream",
            "Reapply \"Lend slots per tenant\"",
            "Run prettier",
            "Fix formatting",
            "Update yarn.lock",
            "Add changelog entry",
            "Auto-format all tables",
            "Rolling up PRs in the queue",
            "Review date bumps and contacts",
            "Update contact details",
            "Update action versions",
            "Continue the editorial work",
            "Add citation for the proof",
            "Remove the repeated sentence",
            "Sync release-1 with main",
            "Update the runner to ubuntu-22.04",
            "Add Danish language for messages",
            "Add missing translations for the menu",
            "Add Rosa Lind",
        ] {
            assert!(is_self_evident(title), "{title}");
        }
        assert!(!is_self_evident("Add Julia Bindings") && !is_self_evident("Add Rosa to the list"));
        for title in [
            "Rewrite the scheduler",
            "Roll the log up",
            "Add a language to the parser",
            "Merge the two pools into one table",
            "Update the clock",
        ] {
            assert!(!is_self_evident(title), "{title}");
        }
    }

    #[test]
    fn a_thing_by_the_name_of_a_fault_is_no_reason() {
        for text in [
            "Adds a timeout parameter.",
            "Rename the error type.",
            "Don't merge yet.",
            "It is not a breaking change.",
            "No changes needed in the docs.",
        ] {
            assert!(find_told(text).is_none(), "{text}");
        }
        for text in [
            "Requests hit the timeout at noon.",
            "Adds a retry, the first request fails at noon.",
            "Don't merge yet, the list is still empty.",
            "The list is not shown.",
            "The table needs more room, because it breaks.",
        ] {
            assert!(find_told(text).is_some(), "{text}");
        }
    }

    #[test]
    fn a_fix_names_what_was_broken_or_only_that_something_was() {
        for title in [
            "Fix the button under a long list",
            "fix(menu): Hide the icon on cancel",
            "menu: fix the third row of long lists",
        ] {
            assert!(names_what_it_mends(title), "{title}");
        }
        assert!(!tells_what_it_mends("Fixed menu adding row") && tells_what_it_mends("Fix the links below"));
        assert!(names_what_it_mends("Fix a bug where the list is shown twice"));
        assert!(names_what_it_mends("Slot pool: fixed bug using sleep() in a loop"));
        for title in ["Fix some issues with the menu", "Fix the menu", "Add a menu that is fixed"] {
            assert!(!names_what_it_mends(title), "{title}");
        }
    }
}
