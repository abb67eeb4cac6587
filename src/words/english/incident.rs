//! How people tell the state of an incident or of planned work: what they do about it, whether it is over, when they
//! will say more, and what their readers can do meanwhile.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Match, Pattern, any_of};
use crate::words::time_of_day::clock_times;

/// Where an incident stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Work that is still to begin.
    Ahead,
    /// Somebody looks into it, works on it or watches it.
    Open,
    /// It is over.
    Over,
}

/// Fields of a header whose value says whether it is over.
pub const STATE_FIELDS: &[&str] = &["resolved", "status", "state", "current status", "incident status"];

/// What a header says of the end: none where its word is of another kind.
pub fn is_over(value: &str) -> Option<bool> {
    match value.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "resolved" | "closed" | "completed" | "fixed" => Some(true),
        "false" | "no" | "open" | "investigating" | "identified" | "monitoring" | "ongoing" | "active" => Some(false),
        _ => None,
    }
}

static AHEAD: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:is|are) (?:\w+ )?(?:scheduled|planned)|(?:will|'ll|going to) (?:\w+ )?be (?:\w+ )?(?:down|offline|unavailable|restarted|upgraded|performed|performing|migrated|updated|conducted|conducting|carried out|taking place|moved|switched|replaced|rebooted|stopped|deployed|restricted|limited|disabled|removed|closed|frozen)|(?:will|'ll|going to) (?:\w+ )?(?:migrate|upgrade|update|install|perform|restart|reboot|move|switch|deploy|replace|take place|start (?:at|on)|begin (?:at|on)|undergo|conduct|proceed)|set to take place|(?:will|'ll) do|(?:is|are|'re) doing an? (?:\w+ ){0,4}(?:upgrade|update|migration|maintenance)",
    ])
});

static OPEN: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:is|are|am|been|being|were|was|still|currently|actively|currently being) (?:\w+ )?(?:investigat(?:ing|ed)|looking into|working (?:on|to|with)|analy[sz](?:ing|ed)|monitoring|monitored|troubleshooting|debugging|restoring|recovering|aware of|facing|seeing|experiencing|noticing|continuing (?:to|work|our))|investigation (?:is|has|under|continues|ongoing)|we (?:continue|have started|have begun|are continuing) (?:to|work|our)|under investigation|ongoing|work(?:ing)? (?:is|are|remains?) (?:under way|underway|in progress|ongoing)|monitoring (?:the situation|closely|to)|continue to monitor|keep(?:ing)? an eye|are attempting|is being (?:applied|rolled out|worked on|migrated|deployed|fixed|brought)|(?:is|are) (?:currently|still) (?:being )?(?:\w+ing|applied|migrated|out|down|offline|unavailable|unreachable|affected|degraded)",
    ])
});

static OVER: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"resolved|(?:is|are|was|were|been|has|have|now|fully|successfully) (?:\w+ )?(?:fixed|restored|recovered|mitigated|repaired|completed?|finished|ended|over|closed)|(?:is|are) (?:now )?back|back (?:to normal|online|up|in service|to operation\w*)|(?:is|are) (?:now |all |again )*(?:operational|up and running|up again|working (?:again|as expected|normally|normal|fine|properly))|(?:operat|respond|work|behav|function|runn)ing (?:as )?normal(?:ly)?|(?:completed|finished|ended|closed) (?:with success|successfully|without|at|on|around|by)|with success|all (?:clear|done|good)|everything (?:is|looks|seems) (?:\w+ )?(?:good|fine|ok|normal)|(?:has|have|was|were) (?:been )?(?:completed|concluded|finalised|finalized|done)|returned to normal|no longer (?:affected|an issue|occurring|happening|impacted|down)|normal (?:operations?|service) (?:has|have|is|was|resumed)|(?:is|was|been) (?:cancel(?:l)?ed|postponed)|(?:outage|incident|maintenance|disruption|issue|operation|intervention|upgrade|migration) (?:\w+ )?(?:lasted|ended|occurred|took)|(?:done|performed|applied|upgraded|migrated|deployed) successfully|success(?:fully)? with|(?:migration|upgrade|operation|maintenance|update|work|deployment) (?:is |was |now )*(?:done|completed|finished|over)|(?:upgraded|migrated|updated|restarted|deployed) without|issue fixed|fix (?:has been|was|is) (?:deployed|applied|implemented|rolled out)|(?:has|have) been (?:rectified|upgraded|migrated|applied|updated|rolled back|renewed|replaced)|upgraded successfully",
    ])
});

/// Says that it is not over, whatever else it says: "no restoration yet".
static NOT_OVER: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"not (?:yet |been |fully |completely )*(?:resolved|fixed|restored|recovered|completed|over|finished|back)|(?:until|once|when|after|before|as soon as|if|to be|will be|should be|expected to be|unless) (?:\w+ ){0,6}(?:resolved|fixed|restored|recovered|completed?|finished|ended|over|back|working|running)|partially",
    ])
});

/// Says when it starts.
static START: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:start|begin|commenc)(?:s|ing|ed|ning)?|began|scheduled|planned|take place|tak(?:es|ing) place|(?:is|was) down|will be",
    ])
});

static AHEAD_TIME: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"next (?:status )?updates?|(?:will|'ll|expect to|plan to|to|shall|next) (?:\w+ ){0,2}(?:update|report back|post|share|provide|issue|give|send)|updates? (?:will )?(?:\w+ )?(?:follow|be (?:posted|given|provided|shared|sent|here))|updates? (?:at|by|in|every|within|no later than)|(?:another|further|a new) update",
    ])
});

/// "every 30 minutes", "within the hour".
static SPAN: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:every|within|in|each) (?:about |around |the next |the |an |a |one |two |three |half an? )*(?:\d{1,3} )?(?:minutes?|mins?|hours?|hrs?|h)",
    ])
});

/// What a report on an incident is called.
static REPORT: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "incidents?|outages?|post-?mortems?|post mortems?|disruptions?|downtime|root cause|rca|timeline|failures?",
    ])
});

/// Whether a title or a path is that of a report on an incident.
pub fn is_report(name: &str) -> bool {
    REPORT.is_match(name)
}

static PROMISE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:will|'ll|to) (?:\w+ ){0,3}(?:update|updating|keep (?:you|everyone|this page|everybody)|report back|inform|post(?:ing)? (?:it|an|more|further|updates?|here)|share|provide|let you know|send (?:further|more))|keep you (?:posted|informed|updated)|(?:further|more|regular|next) (?:updates?|instructions|information|details|news) (?:will|to|as|when|once|soon|follow|here)|updates? (?:will|to) (?:\w+ )?(?:follow|be)|stay tuned|when we (?:know|have|learn) more|as soon as we (?:have|know|do|can)",
    ])
});

static MEANWHILE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"work-?arounds?|as an alternative|in the (?:meantime|meanwhile|interim)|until then|for now,? (?:you|please|users?|customers?|use)|temporar(?:y|ily) (?:solution|fix|use|switch|disable|set)|you can (?:still |instead |also |always |temporarily )*(?:use|try|switch|set|disable|run|access|reach|restart|continue|retry|re-?run|replay|download|log in|pass|add)|please (?:use|try|switch|retry|re-?try|re-?run|clear|restart|disable|set|avoid|refrain|do not|don't) |(?:users|customers|you) (?:can|may|should|are advised to|are recommended to) (?:\w+ )?(?:use|switch|retry|restart|avoid|disable|re-?run)|to (?:work around|mitigate|avoid) (?:it|this|the (?:issue|problem))|(?:try|retry|re-?run|re-?trigger|restart|re-?submit|log in|sign in) (?:it |them |your \w+ |the \w+ )?(?:again|later|manually)|re-?trigger\w*|can be (?:re-?triggered|restarted|retried|resubmitted|re-?run|used instead|downloaded|installed|reached|accessed) (?:\w+ )?(?:by|via|with|at|from|through|using|instead)|you (?:may|might|will|should)? ?(?:need|have) to (?:re-?\w+|log|sign|clear|reset|update|restart|use|switch|try|reload|refresh)|if you (?:\w+ ){1,8}(?:please|you (?:can|may|should))|use \w+ instead|no work-?around|nothing (?:needs to be|has to be|is to be) done|no action (?:is )?(?:needed|required)",
    ])
});

/// Where a sentence says in which phase it is. What is over is over, unless the sentence itself doubts it.
pub fn find_phase(sentence: &str) -> Option<(Phase, Range<usize>)> {
    let over = OVER.find(sentence).filter(|_| !NOT_OVER.is_match(sentence));
    let open = OPEN.find(sentence);
    let ahead = AHEAD.find(sentence);
    let told = |phase: Phase| move |found: Match| (phase, found.range());
    over.map(told(Phase::Over)).or_else(|| open.map(told(Phase::Open))).or_else(|| ahead.map(told(Phase::Ahead)))
}

/// Whether a sentence says when it starts.
pub fn tells_start(sentence: &str) -> bool {
    START.is_match(sentence)
}

/// Where a sentence says until when more will be said.
pub fn find_next_update(sentence: &str) -> Option<Range<usize>> {
    let cue = AHEAD_TIME.find(sentence)?;
    let before = sentence[..cue.start()].trim_end();
    let is_past = ["due", "due to", "supposed", "supposed to"].iter().any(|word| before.ends_with(word));
    let rest = &sentence[cue.start()..];
    let time = clock_times(rest).next().or_else(|| SPAN.find(rest).map(|it| it.range()))?;
    (!is_past).then_some(cue.start()..cue.start() + time.end)
}

/// Where a sentence promises to say more, at no known time.
pub fn find_promise(sentence: &str) -> Option<Range<usize>> {
    PROMISE.find(sentence).map(|found| found.range())
}

/// Where a sentence says what to do until it is over.
pub fn find_workaround(sentence: &str) -> Option<Range<usize>> {
    MEANWHILE.find(sentence).map(|found| found.range())
}

#[cfg(test)]
mod tests {
    use super::{Phase, find_next_update, find_phase, find_promise};

    fn phase(sentence: &str) -> Option<Phase> {
        find_phase(sentence).map(|(phase, _)| phase)
    }

    #[test]
    fn phases_in_words() {
        assert_eq!(phase("We are looking into slow searches."), Some(Phase::Open));
        assert_eq!(phase("Search is back to normal since 10:12 UTC."), Some(Phase::Over));
        assert_eq!(phase("The index has not been restored yet, we are working on it."), Some(Phase::Open));
        assert_eq!(phase("The mail server will be restarted on Monday."), Some(Phase::Ahead));
        assert_eq!(phase("Search is slow."), None);
    }

    #[test]
    fn a_time_or_only_a_promise() {
        assert!(find_next_update("Next update by 14:30 UTC, or sooner.").is_some());
        assert!(find_next_update("We will post here every 30 minutes.").is_some());
        assert!(find_next_update("We will update here when we know more.").is_none());
        assert!(find_next_update("They were due to give an update at 9:00, and did not.").is_none());
        assert!(find_promise("We will update here when we know more.").is_some());
    }
}
