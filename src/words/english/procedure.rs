//! How procedures say what comes after a step: how to see that it worked, how to get back, whom to call.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::words::pattern::any_of;

/// Says that the outcome is looked at, and what it is when all is well.
static VERIFIED: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"(?:verify|confirm|validate|double-check|make sure|ensure|check|see|watch)(?: \S+){0,10} (?:(?:is|are|was|were|has|have) (?:now|back|again|been \w+|successful\w*|healthy|up|gone|recovered|resolved|cleared|restored|completed?|succeeded)|(?:works?|running|healthy|available|operational|green|recovers?|clears?|succeeds?|resolves?) (?:again|now|as expected|correctly|properly)|went well|worked|took effect|succeeded|was successful|were successful|disappears?|goes away|went away|drops?|decreases?|returns? to normal|is working|are working)",
        r"(?:verify|confirm|validate|check) (?:that |if |whether )?(?:the |your |this )?(?:fix|change|changes|restore|recovery|rollback|deployment|migration|upgrade|update|result|results|backup|installation|new \w+)",
        r"(?:alert|alarm|incident|page|error|errors|warning|problem|issue)s? (?:should|will|must|has|have)? ?(?:now |then |also |automatically |eventually |soon )*(?:clears?|cleared|resolves?|resolved|be resolved|go away|gone|stop|stops|stopped|disappear|recover|be gone|be closed|auto-resolve|self-resolve)",
        r"to (?:verify|confirm|validate|check) (?:that |if |whether )?(?:it|this|everything|all|the \w+)(?: \S+){0,4} (?:worked|works|succeeded|successful|correct\w*|complete\w*)|should now (?:be|show|see|have|return|work|run|start)|should (?:be|come) back (?:up|online|to)|back to (?:normal|healthy|green)|returns? to normal",
    ])
});

/// Speaks of looking at an outcome, without saying which one is good.
static SPEAKS_OF_CHECKING: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"verify|verif(?:y|ies|ied|ication|ying)|confirm(?:s|ed|ing|ation)?|validat(?:e|es|ed|ing|ion)|double-check|make sure|ensure|check(?:s|ed|ing)?(?: that| whether| if| the| for| your| again)?|monitor(?:s|ed|ing)?|watch(?:es|ing)?|observe|inspect|smoke[- ]tests?|tests?|sanity",
        r"should (?:now |then |also )?(?:be|see|show|return|have|get|print|output|display|look|list|contain|appear|say|work|start|respond|report|match|give|read)|you(?:'ll| will| can) (?:now )?(?:see|get|notice|find)|expect(?:s|ed|ing)?|successful(?:ly)?|succeed(?:s|ed)?|output|result(?:s|ing)?|looks? like|until|wait (?:for|until)|healthy|works? as|status",
    ])
});

/// Says how to undo.
static WAY_BACK: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"roll(?:s|ed|ing)?[- ]?back|rollbacks?|revert(?:s|ed|ing)?|undo(?:es|ing)?|undone|back(?:s|ed|ing)? out|backout|restor(?:e|es|ed|ing)(?: \S+){0,4} (?:from|to|previous|old|original|backups?|snapshots?)|previous (?:version|release|revision|state|deployment|image|value|setting|configuration|config)|last (?:known )?(?:good|working|stable)",
        r"downgrad(?:e|es|ed|ing)|switch(?:es|ed|ing)? back|(?:set|put|change|scale|turn|move|go|get|fail|bring) (?:it |them |the \S+ |this )?back|re-enabl\w+|failback|reverse (?:the|this|these) (?:change|changes|step|steps|process)",
    ])
});

/// Says that a copy is made, or that nothing can be lost or undone: an answer to whoever looks for the way back.
static SAFE: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"back(?:s|ed|ing)? up|backups?|snapshots?|cannot be undone|can't be undone|irreversibl[ey]|not reversible|no way back|no data (?:is|will be) lost|safe to (?:delete|remove|drop|restart|run|retry|re-run|rerun)|no rollback|idempotent|dry[- ]run|recreated? automatically|automatically recreated?|will be recreated|is recreated|copy of",
    ])
});

/// Names whom to call.
static ESCALATION: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"escalat(?:e|es|ed|ing|ion)(?: \S+){0,6} (?:to|with|via|through)|(?:page|pages|paging) (?:the|an?|someone|somebody|on-call|oncall|@?\w+)|(?:contact|call|notify|inform|alert|ping|message|reach out to|get in touch with|ask|engage|involve|email|consult) (?:the |an? |your |our |one of |someone |somebody )?(?:\S+ ){0,4}(?:team|teams|on-call|oncall|engineers?|admins?|administrators?|owners?|maintainers?|sre|sres|dba|dbas|manager|lead|support|channel|group|squad|people|experts?|responders?|operator|operators|vendor|provider)",
        r"(?:ask|post|reach out|get help|help|shout|message|discuss|report|raise it|ping us|contact us|find us) (?:in|on|via|at) (?:the |our )?(?:□|#\S+|slack|\S+ channel|\S+ slack)|(?:open|create|file|raise|submit|log) an? (?:\S+ ){0,3}(?:support )?(?:case|ticket|incident|service request)(?: \S+){0,3} (?:with|at|for|to|in|via)|on-call (?:engineer|person|rota|rotation|schedule|contact)|(?:open|raise|file) a support (?:case|ticket)|emergency contact",
    ])
});

/// Speaks of help, without saying whose.
static HELP: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        r"escalat\w+|support teams?|support cases?|ask for help|get help|seek help|contact us|call us|reach out|@\w+|#\w[\w-]+ channel",
    ])
});

/// Where a sentence says how to see that it worked.
pub fn find_verification(sentence: &str) -> Option<Range<usize>> {
    VERIFIED.find(sentence).map(|found| found.range())
}

/// Where a sentence speaks of looking at what came of it.
pub fn find_checking(sentence: &str) -> Option<Range<usize>> {
    SPEAKS_OF_CHECKING.find(sentence).map(|found| found.range())
}

/// Where a sentence says how to undo.
pub fn find_way_back(sentence: &str) -> Option<Range<usize>> {
    WAY_BACK.find(sentence).map(|found| found.range())
}

/// Whether a text speaks of what keeps the reader safe: a copy, or that there is no way back.
pub fn is_safe(text: &str) -> bool {
    SAFE.is_match(text)
}

/// Where a sentence names whom to call.
pub fn find_escalation(sentence: &str) -> Option<Range<usize>> {
    ESCALATION.find(sentence).map(|found| found.range())
}

/// Where a sentence speaks of help.
pub fn find_help(sentence: &str) -> Option<Range<usize>> {
    HELP.find(sentence).map(|found| found.range())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_after_a_step() {
        assert!(find_verification("Check that the length is back below ten").is_some());
        assert!(find_verification("The alert should clear within a minute").is_some());
        assert!(find_verification("Check the logs of the worker").is_none());
        assert!(find_checking("Check the logs of the worker").is_some());
        assert!(find_way_back("Restore the table from the backup").is_some());
        assert!(find_way_back("Restart the worker").is_none() && is_safe("Take a snapshot first"));
        assert!(find_escalation("Page the on-call engineer").is_some());
        assert!(find_escalation("Contact the storage team").is_some());
        assert!(find_escalation("Call the endpoint again").is_none() && find_help("Escalate early").is_some());
    }
}
