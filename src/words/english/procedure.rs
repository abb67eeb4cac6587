//! How procedures say what comes after a step: how to see that it worked, how to get back, whom to call.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::list::is_among;
use crate::words::near;
use crate::words::pattern::{OneOf, Pattern, any_of, opening};

/// Says that the outcome is looked at, and what it is when all is well.
static VERIFIED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:verify|confirm|validate|double-check|make sure|ensure|check|see|watch)(?: \S+){0,10} (?:(?:is|are|was|were|has|have) (?:now|back|again|been \w+|successful\w*|healthy|up|gone|recovered|resolved|cleared|restored|completed?|succeeded)|(?:works?|running|healthy|available|operational|green|recovers?|clears?|succeeds?|resolves?) (?:again|now|as expected|correctly|properly)|went well|worked|took effect|succeeded|was successful|were successful|disappears?|goes away|went away|drops?|decreases?|returns? to normal|is working|are working)",
        r"(?:verify|confirm|validate|double-check|make sure|ensure|check) that(?: \S+){1,6} (?:starts|responds|answers|loads|boots|passes|comes (?:back|up)|returns (?:a )?\d+|shows (?:no|the))",
        r"(?:verify|confirm|validate|check) (?:that |if |whether )?(?:the |your |this )?(?:fix|change|changes|restore|recovery|rollback|deployment|migration|upgrade|update|result|results|backup|installation|new \w+)",
        r"(?:alert|alarm|incident|page|error|errors|warning|problem|issue)s? (?:should|will|must|has|have)? ?(?:now |then |also |automatically |eventually |soon )*(?:clears?|cleared|resolves?|resolved|be resolved|go away|gone|stop|stops|stopped|disappear|recover|be gone|be closed|auto-resolve|self-resolve)",
        r"to (?:verify|confirm|validate|check) (?:that |if |whether )?(?:it|this|everything|all|the \w+)(?: \S+){0,4} (?:worked|works|succeeded|successful|correct\w*|complete\w*)|should now (?:be|show|see|have|return|work|run|start)|should (?:be|come) back (?:up|online|to)|back to (?:normal|healthy|green)|returns? to normal",
    ])
});

/// Speaks of looking at an outcome, without saying which one is good.
static SPEAKS_OF_CHECKING: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"verify|verif(?:y|ies|ied|ication|ying)|confirm(?:s|ed|ing|ation)?|validat(?:e|es|ed|ing|ion)|double-check|make sure|ensure|check(?:s|ed|ing)?(?: that| whether| if| the| for| your| again)?|monitor(?:s|ed|ing)?|watch(?:es|ing)?|observe|inspect|smoke[- ]tests?|tests?|sanity",
        r"should(?: \w+){1,2}|you(?:'ll| will| can) (?:now )?(?:see|get|notice|find)|expect(?:s|ed|ing)?|successful(?:ly)?|succeed(?:s|ed)?|output|result(?:s|ing)?|looks? like|until|wait (?:for|until)|healthy|works? as|status",
        r"commands? (?:above |below )?(?:shows?|prints?|displays?|lists?)|dmesg|journalctl|kubectl (?:get|describe|logs)",
        r"(?:which|that|it|page|server|app|application|endpoint|service|□) (?:now |then |again )?(?:answers?|responds?|returns?|shows?|prints?|displays?)|(?:is|are) (?:now |then |back )?(?:up|green|running|ready|healthy|gone|empty|drained|online)|(?:alert|alarm|incident|error)s? (?:\w+ )?(?:resolves?|clears?|stops?|disappears?)|(?:queue|backlog|lag|line) (?:drains?|empties|shrinks|falls|drops|goes down)|look at|see (?:that|whether|if)|done when",
    ])
});

/// Says how to undo.
static WAY_BACK: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"roll(?:s|ed|ing)?[- ]?back|rollbacks?|revert(?:s|ed|ing)?|undo(?:es|ing)?|undone|back(?:s|ed|ing)? out|backout|restor(?:e|es|ed|ing)(?: \S+){0,4} (?:from|to|previous|old|original|backups?|snapshots?)|previous (?:version|release|revision|state|deployment|image|value|setting|configuration|config)|last (?:known )?(?:good|working|stable)",
        r"downgrad(?:e|es|ed|ing)|switch(?:es|ed|ing)? back|(?:set|put|change|scale|turn|move|go|get|fail|bring) (?:it |them |the \S+ |this )?back|re-enabl\w+|failback|reverse (?:the|this|these) (?:change|changes|step|steps|process)",
    ])
});

/// Says that a copy is made, or that nothing can be lost or undone: an answer to whoever looks for the way back.
static SAFE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"back(?:s|ed|ing)? up|backups?|snapshots?|cannot be undone|can't be undone|irreversibl[ey]|not reversible|no way back|no data (?:is|will be) lost|safe to (?:delete|remove|drop|restart|run|retry|re-run|rerun)|no rollback|idempotent|dry[- ]run|recreated? automatically|automatically recreated?|will be recreated|is recreated|copy of",
    ])
});

/// Names whom to call.
static ESCALATION: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"escalat(?:e|es|ed|ing|ion)(?: \S+){0,6} (?:to|with|via|through)|(?:page|pages|paging) (?:the|an?|someone|somebody|on-call|oncall|@?\w+)|(?:contact|call|notify|inform|alert|ping|message|reach out to|get in touch with|ask|engage|involve|email|consult) (?:the |an? |your |our |one of |someone |somebody )?(?:\S+ ){0,4}(?:team|teams|on-call|oncall|engineers?|admins?|administrators?|owners?|maintainers?|sre|sres|dba|dbas|manager|lead|support|channel|group|squad|people|experts?|responders?|operator|operators|vendor|provider)",
        r"(?:ask|post|reach out|get help|help|shout|message|discuss|report|raise it|ping us|contact us|find us) (?:in|on|via|at) (?:the |our )?(?:□|#\S+|slack|\S+ channel|\S+ slack)|(?:open|create|file|raise|submit|log) an? (?:\S+ ){0,3}(?:support )?(?:case|ticket|incident|service request)(?: \S+){0,3} (?:with|at|for|to|in|via)|on-call (?:engineer|person|rota|rotation|schedule|contact)|(?:open|raise|file) a support (?:case|ticket)|emergency contact",
    ])
});

/// Speaks of help, without saying whose.
static HELP: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"escalat\w+|support teams?|support cases?|ask for help|get help|seek help|contact us|call us|reach out|@\w+|#\w[\w-]+ channel",
    ])
});

/// Commands that change a running system, as they are typed.
static CHANGING_COMMAND: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?im)^[ \t$%>#]*(?:sudo +)?(?:(?:kubectl|oc)(?: +-\S+(?: +[^-\s]\S*)?)* +(?:apply|delete|drain|cordon|uncordon|scale|patch|replace|rollout +(?:restart|undo)|set|edit|taint)",
        r"|helm +(?:upgrade|install|uninstall|delete|rollback)|terraform +(?:apply|destroy)|systemctl +(?:restart|stop|start|reload)|service +\S+ +(?:restart|stop|start)",
        r"|docker(?:-compose| +compose)? +(?:rm|stop|restart|kill|down|up)|rm +-\S*[rf]|reboot|shutdown|kill(?:all)? |git +push +\S*(?:-f|--force)|git +reset +--hard",
        r"|drop +(?:table|database|index|schema)|delete +from|truncate|alter +table|update +\S+ +set",
        r"|aws +\S+ +(?:delete|terminate|update|modify|put|reboot|stop)-|gcloud(?: +\S+){1,4} +(?:delete|update|resize|reset|stop)|redis-cli +flush\w*|\S*rake +db:\w+|\S*manage\.py +migrate|ansible-playbook)(?-u:\b)"
    ))
});

/// Orders that change a running system.
static CHANGING_ORDER: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"(?:\d+[.)] )?(?:then |now |next,? |finally,? |please |you (?:can|should|must|need to|have to) |manually )*(?:restart|reboot|delete|drop|drain|cordon|terminate|kill|purge|wipe|truncate|destroy|deploy|redeploy|re-deploy|migrate|upgrade|roll out|scale (?:up|down)|fail over|failover|recreate|force|overwrite|revoke|rotate|shut down|restore|re-create) (?:the|a|an|all|any|each|every|these|those|your|this|that|it|them|old|new|one|□|\w+ (?:pods?|nodes?|tables?|servers?|services?|instances?|clusters?|database|deployment|queue|index|cache|volume|disk|job|jobs|worker|workers))",
    ])
});

/// What can hardly be taken back, among both.
static DESTRUCTIVE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:delet|remov|destroy|terminat|wip|purg|eras)\w*(?: \S+){0,6}? (?:databases?|tables?|volumes?|pvcs?|pv|disks?|buckets?|index|indexes|indices|data|namespaces?|projects?|clusters?|snapshots?|backups?|crds?|records?|rows?|instances?|nodes?|machineconfigs?|directory|directories|folders?|partitions?|topics?|queues?|streams?|datasets?)",
        r"drop +(?:table|database|index|schema|the|a)|delete from|truncat\w+|alter table|destroy\w*|wip(?:e|es|ing)|purg(?:e|es|ing)|overwrit\w+|rm -\S*r\S*|push \S*(?:--force|-f)|reset --hard|flush(?:all|db)|migrat(?:e|es|ing)|db:migrate|upgrad(?:e|es|ing)",
    ])
});

/// Made for a while, or only just made: nobody wants it back.
static DISPOSABLE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"test (?:cluster|instance|database|data|namespace|project|account)s?|temporary|temp|tmp|scratch|local|cache|(?:when|once) you(?:'re| are) (?:done|finished)|no longer (?:needed|required|used)|unused|old|empty",
    ])
});

/// Where commands change a running system.
pub fn changing_commands(code: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_local =
        |at: usize| code[at..].lines().next().is_some_and(|it| it.contains(" --local ") || it.contains("--dry-run"));
    CHANGING_COMMAND.find_iter(code).map(|found| found.range()).filter(move |it| !is_local(it.start))
}

/// Whether a sentence orders to change a running system.
pub fn orders_change(sentence: &str) -> bool {
    CHANGING_ORDER.is_match(sentence)
}

/// Whether an order or a command can hardly be taken back.
pub fn is_destructive(order: &str) -> bool {
    let lower = order.to_ascii_lowercase();
    // What a controller keeps running is made anew where it is deleted.
    let is_kept = ["delete pod", "delete po ", "delete lease", "delete job"].iter().any(|it| lower.contains(it));
    DESTRUCTIVE.is_match(order) && !DISPOSABLE.is_match(order) && !is_kept && !lower.contains("--install")
}

/// An order that leaves open with what it is carried out.
static NAMELESS: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:run|execute|start|launch|use|invoke|trigger) (?:the|that|our) (?:\w+ )?(?:script|job|playbook|command|tool|query|pipeline)",
    ])
});

/// An order to turn to people whom nobody names.
static NOBODY: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:contact|call|notify|inform|ping|ask|page|reach out to|escalate to|talk to|email|get in touch with|involve) (?:the |an? )?(?:responsible|relevant|appropriate|right|correct|owning|corresponding|respective|proper|competent) (?:team|teams|person|people|persons|party|parties|group|owner|owners|engineer|engineers|contact|department|stakeholders?)",
    ])
});

/// An order that refers to a habit.
static HABIT: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:take|taking|perform|do|apply) (?:the |any |all |an? )?(?:appropriate|necessary|corrective|required|relevant|suitable|proper) (?:actions?|steps?|measures?|fix|fixes|remediation)|(?:act|handle|proceed|respond|deal with|adjust|fix|resolve|remediate|troubleshoot)(?: \w+){0,3} (?:accordingly|appropriately|as appropriate|as necessary)",
        r"as usual|as always|like (?:we )?(?:usually|always) do|(?:in )?the usual (?:way|manner|steps?|process|procedure|place|channels?|suspects|commands?|dance|routine)|(?:in )?the normal way|you know the drill|do the needful|the standard (?:dance|drill)|as (?:you|we) (?:normally|usually) do",
    ])
});

/// An order that says what is to be reached, and nothing else.
static GOAL_ALONE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^\W*(?:then |and |please |manually |try to )*(?:fix|resolve|solve|troubleshoot|correct|remediate|mitigate|debug)(?: and (?:fix|resolve|correct))? (?:it|this|them|(?:the |this |that |any |all |these |those )+(?:underlying |root |actual |reported |above |identified |found )*(?:issues?|problems?|errors?|causes?|faults?|failures?))\W*$",
    )
});

/// Without one of these, a sentence leaves no gap.
pub static GAP_WORDS: OneOf = OneOf::of(&[&NAMELESS, &NOBODY, &HABIT, &GOAL_ALONE]);

/// Where a sentence leaves its reader without a script, a person or a way, and the question that it leaves.
pub fn find_gap(sentence: &str) -> Option<(Range<usize>, Gap)> {
    let gaps = [(&NAMELESS, Gap::Means), (&NOBODY, Gap::Person), (&HABIT, Gap::Way), (&GOAL_ALONE, Gap::Way)];
    // "A load does not re-run the pipeline", "Deploy it as usual, with the server".
    let is_again = |at: usize| sentence[..at].ends_with('-');
    // "Do not use the script of the old host."
    let is_refused = |at: usize| {
        let before = near::behind(&sentence[..at]).to_ascii_lowercase();
        ["not ", "n't ", "n\u{2019}t ", "never "].iter().any(|it| before.ends_with(it))
    };
    let is_told = |end: usize| {
        let rest = sentence[end..].trim_start_matches([',', ' ']);
        ["using ", "with ", "via ", "by ", "to match "].iter().any(|it| rest.starts_with(it))
    };
    let first = |words: &Pattern, gap: Gap| {
        let found = words.find(sentence)?.range();
        let is_open = !is_again(found.start) && !is_refused(found.start) && (gap != Gap::Way || !is_told(found.end));
        is_open.then_some((found, gap))
    };
    gaps.into_iter().find_map(|(words, gap)| first(words, gap))
}

/// Blanks in commands, and commands that are still to be written.
static UNWRITTEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)<(?:todo|tbd|fixme|xxx)(?:[ :_-][^<>\n]*)?>|(?m)^[ \t]*#? ?(?:todo|tbd|fixme)(?:: ?(?:add|write|fill in|document|complete|figure out|find) [^\n]{0,60})?[ \t]*$",
    )
});

/// Where a block of commands still waits for its author.
pub fn find_unwritten(code: &str) -> Vec<Range<usize>> {
    UNWRITTEN.find_iter(code).map(|found| found.range()).collect()
}

/// What an order leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    Means,
    Person,
    Way,
}

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
    // "On-call engineers rest after a night" calls nobody, and "the next page you see" is one to read.
    const BEFORE_NOUNS: &str =
        "the this that a an each every first last next following previous same new settings login web status";
    let is_called = |it: &Range<usize>| {
        let before = &sentence[..it.start];
        let is_noun = || is_among(BEFORE_NOUNS, before.trim_end().rsplit(' ').next().unwrap_or_default());
        let is_page = sentence[it.clone()].starts_with("page");
        !(before.ends_with(['-', '\u{2011}']) || is_page && is_noun())
    };
    ESCALATION.find_iter(sentence).map(|found| found.range()).find(is_called)
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
        assert!(find_escalation("On the next page you see the list").is_none());
        assert!(orders_change("Restart the worker") && orders_change("Then delete all pods"));
        assert!(!orders_change("Restarts are slow") && !orders_change("Look at the worker"));
        assert!(changing_commands("$ kubectl -n shop delete pod a").count() == 1);
        assert!(changing_commands("kubectl get pods\n# delete it later").count() == 0);
        assert!(is_destructive("DROP TABLE a") && !is_destructive("Restart the worker"));
        assert!(find_gap("Run the script").is_some() && find_gap("Contact the relevant team").is_some());
        assert!(find_gap("Fix the underlying issue.").is_some() && find_gap("Fix the issue with `make`").is_none());
        assert!(find_gap("Deploy it as usual").is_some() && find_gap("Run `make`").is_none());
        assert!(find_escalation("Call the endpoint again").is_none() && find_help("Escalate early").is_some());
    }
}
