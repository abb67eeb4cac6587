//! What happens in the course of an incident, by the words that people use for it.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of};

/// The stages that a reader looks for in a timeline, in the order in which they come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// It began, whether or not anybody knew.
    Onset,
    /// Somebody or something noticed.
    Detected,
    /// Somebody began to look into it.
    Investigated,
    /// The cause was known.
    Explained,
    /// Something was done against it.
    Acted,
    /// It was over for those who were affected.
    Restored,
}

impl Stage {
    pub const ALL: [Stage; 6] =
        [Stage::Onset, Stage::Detected, Stage::Investigated, Stage::Explained, Stage::Acted, Stage::Restored];

    pub fn word(self) -> &'static str {
        match self {
            Stage::Onset => "when it began",
            Stage::Detected => "who or what noticed it",
            Stage::Investigated => "when somebody began to look into it",
            Stage::Explained => "when the cause was found",
            Stage::Acted => "what was done against it",
            Stage::Restored => "when it was over",
        }
    }
}

static ONSET: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:problem|problems|issue|issues|incident|outage|errors?|failures?|impact|degradation|downtime|disruption|attack)(?: \w+)? (?:starts?|started|begins?|began|beginning|occurs?|occurred|onset)|start of (?:the )?(?:incident|outage|impact|problem|issue)|first (?:error|failure|failed|sign|symptom|occurrence|impact|affected|node|crash)\w*",
        r"(?:goes|went|going|go) (?:down|offline|dark|unavailable)|(?:stop|stops|stopped|stopping) (?:working|responding|processing|shipping|serving|sending|receiving|accepting)|(?:starts?|started|begins?|began) (?:to )?(?:fail|failing|return|returning|throw|throwing|timing out|time out|crash|crashing|reporting|restart\w*|drop\w*|refus\w*|see errors|increase|increasing|climb\w*|rise|rising|spike|spiking|show\w*|experienc\w*|degrad\w*)|becomes? (?:un\w+|slow)|became (?:un\w+|slow)|fails?|failed|crash(?:es|ed)|expire[sd]?|out of (?:memory|disk|space)|oom\w*|exhausted|runs? out|ran out",
        r"(?:is|was|were|are|gets?|got|been) (?:deployed|merged|released|pushed|rolled out|applied|upgraded|updated|enabled|launched|introduced|migrated|changed|published|announced|started|executed)|deploy(?:s|ed|ment|ing)?|merge[sd]?|release[sd]?|upgrade[sd]?|roll(?:ed|s|ing)?[- ]?out|pushed|maintenance|commenced|applied|migration",
    ])
});

static DETECTED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"alert(?:s|ed|ing)?|alarm(?:s|ed)?|witness\w*|seen|page[sd]?|paged|pager\w*|notifi(?:ed|es|cation\w*)|detect(?:s|ed|ion|ing)?|notic(?:e|es|ed|ing)|report(?:s|ed|ing)?|complain(?:s|ed|t|ts)?|discover(?:s|ed|y)?|observ(?:e|es|ed)|spott?(?:ed|s)?|aware|informed|monitoring|flagged|escalat(?:e|ed|es|ion)|incident (?:is |was )?(?:declared|opened|created|raised|started)|ticket|declar(?:e|es|ed)|called|raises? the|raised|tells? us|told us|see(?:s|n)? (?:that|errors?|an?)|realiz\w+|realis\w+|found out",
    ])
});

static INVESTIGATED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"investigat\w+|look(?:s|ed|ing)? (?:at|into|in|for|through)|debug\w*|troubleshoot\w*|diagnos\w+|analy[sz]\w+|check(?:s|ed|ing)?|examin\w+|triag\w+|inspect\w*|inquir\w+|research\w*|dig(?:s|ging)|dug|joins?|joined|jumped on|war ?room|bridge|try(?:ing)? to|tried|attempt\w*|test(?:s|ed|ing)|verif\w+|search\w*|ask(?:s|ed)|wonder\w*|compar\w+|logs? (?:show|indicate|reveal)\w*",
    ])
});

static EXPLAINED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:root )?cause(?:s|d)?(?: of)?|caused by|identif(?:y|ies|ied|ication)|found|finds|find|pinpoint\w*|narrow(?:s|ed)? down|turn(?:s|ed) out|realiz\w+|realis\w+|due to|because|culprit|traced|track(?:s|ed) down|isolat(?:e|ed|es)|discover\w*|determin(?:e|ed|es)|conclu\w+|confirm(?:s|ed)?|understand|understood|explain\w*|suspect\w*|hypothes\w+|figure[sd]? out|pointed to|points to|reveal\w*|reason|bug in|misconfigur\w+",
    ])
});

static ACTED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"fix(?:es|ed|ing)?|hotfix\w*|roll(?:s|ed|ing)?[- ]?back|rollback|revert\w*|restart\w*|reboot\w*|delet\w+|kill\w*|patch\w*|mitigat\w+|scal(?:e|es|ed|ing)|increas(?:e|es|ed|ing) the|decreas\w+ the|disabl\w+|enabl\w+|block(?:s|ed|ing)?|remov\w+|replac\w+|downgrad\w+|upgrad\w+|redeploy\w*|re-deploy\w*|deploy\w*|appl(?:y|ies|ied)|workaround|terminat\w+|drain\w*|cordon\w*|failover|fail(?:ed|s)? over|switch\w*|clear(?:s|ed|ing)?|purg\w+|recreat\w+|rebuil\w+|merg\w+|manually|set|sets|changed|updated|renew\w*|rotat\w+|add(?:s|ed|ing)|stop(?:s|ped)? the|start(?:s|ed)? the|restor\w+ (?:from|the)|releas\w+|evict\w*|re-?run\w*|(?:re)?-?attach\w*|generat\w+|bump\w*|resiz\w+|wip\w+|prun\w+",
    ])
});

static RESTORED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:back|return\w*) to (?:normal|healthy|green|baseline|operation\w*)|(?:is|are|was|were|been|all|fully|now|service|services|again|everything|which|everyone|this|it)(?: \w+)? (?:resolv\w+|restor\w+|recover\w+|fixed|mitigated|solved|over|closed|operational|healthy|available|stable|normal|up again|up and running|back up|back online|running again|works?|working)|resolved|recover(?:y|s|ed)|restored|resolution|incident (?:is |was )?(?:closed|over|ended)|all clear|(?:works?|working|running|up|online|back|normal|reachable|available) again|back (?:up|online|in)|came back|comes back|no (?:more|longer|further) (?:errors?|failures?|failing|issues?|seeing)|success(?:ful|fully)?|goes away|went away|disappear\w*|confirmed (?:working|fixed|resolved)|verified (?:working|operational|fixed)|end of (?:the )?(?:incident|outage|impact)|operational|stabili[sz]\w+|subsid\w+|succeed\w*|normal\w*",
    ])
});

/// Whether an event belongs to a stage. One event may belong to several: "alert, restarted, all fine again".
pub fn is(stage: Stage, event: &str) -> bool {
    let words = match stage {
        Stage::Onset => &ONSET,
        Stage::Detected => &DETECTED,
        Stage::Investigated => &INVESTIGATED,
        Stage::Explained => &EXPLAINED,
        Stage::Acted => &ACTED,
        Stage::Restored => &RESTORED,
    };
    words.is_match(event)
}

/// Says that something is or was not so: no end of an incident.
static STILL: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"not|(?:is|are|was|were|do|does|did|has|have|had|could|would|ca|wo)n't|still|cannot|no longer able|unable|fail(?:s|ed|ing)? to|attempt\w*|tr(?:y|ies|ied|ying) to|should|will|would|may|might|partial\w*|temporar\w*|briefly|seems?|waiting|once|if|when|until|before|to (?:be )?(?:resolv|restor|recover|fix)\w*|plan\w*",
    ])
});

/// A level on a scale, as teams write it.
static SEVERITY: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"sev(?:erity)?[- :]*(?:level )?[0-5]|(?:severity|priority)(?: level)?(?: of| is| was|:)? (?:critical|high|medium|moderate|low|major|minor)|(?:critical|high|medium|low|major|minor)[- ]severity|P[0-4](?: incident| outage)?|(?:major|minor|critical) (?:incident|outage)",
    ])
});

/// Tells in a sentence who or what noticed.
static NOTICE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:we|users?|customers?|engineers?|developers?|someone|somebody|team|monitoring|alerts?|an? \w+|\w+)(?: \w+)? (?:were alerted|was alerted|noticed|detected|were paged|was paged|reported|discovered|were notified|was notified|got paged|alerted|became aware|fired|was triggered|triggered)|(?:was|were|been|is|are) (?:first )?(?:detected|noticed|reported|discovered|alerted|spotted|flagged|identified)|reports? (?:of|from)|complaints? (?:of|from)|alerts? (?:fired|triggered|went off)|brought to our attention",
    ])
});

pub fn find_severity(text: &str) -> Option<Range<usize>> {
    SEVERITY.find(text).map(|found| found.range())
}

pub fn find_notice(sentence: &str) -> Option<Range<usize>> {
    NOTICE.find(sentence).map(|found| found.range())
}

/// Whether an event surely ends the incident.
pub fn is_end(event: &str) -> bool {
    RESTORED.is_match(event) && !STILL.is_match(event)
}

#[cfg(test)]
mod tests {
    use super::{Stage, is, is_end};

    #[test]
    fn stages_of_an_incident() {
        assert!(is(Stage::Onset, "Searches start to fail"));
        assert!(is(Stage::Detected, "The first customer complains") && is(Stage::Detected, "Alert fires"));
        assert!(is(Stage::Investigated, "@ada looks at the log"));
        assert!(is(Stage::Explained, "We find the cause"));
        assert!(is(Stage::Acted, "The index is rolled back"));
        assert!(is(Stage::Restored, "Searches work again") && is_end("Searches work again"));
        assert!(!is_end("Searches don't work again"));
        assert!(!is_end("Searches do not work again yet") && !is_end("We try to get back to normal"));
    }
}
