//! What reads as something to do: a verb in front, a label, a heading. Knows words, not lists or tables.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{date, deadline, person};

/// Verbs that open a task, in the form of an order.
const VERBS: &[&str] = &[
    "adapt", "add", "address", "adjust", "adopt", "agree", "align", "allow", "analyse", "analyze", "announce", "approach",
    "archive", "arrange", "ask", "assess", "assign", "assist", "attend", "audit", "automate", "backfill", "backport",
    "block", "book", "bring", "build", "bump", "call", "cancel", "cap", "catch", "categorize", "change", "chase", "check",
    "choose", "circulate", "clarify", "clean", "cleanup", "close", "collect", "come", "communicate", "compare", "compile",
    "complete", "compose", "configure", "confirm", "connect", "consider", "consolidate", "contact", "continue",
    "contribute", "convert", "coordinate", "copy", "correct", "create", "cut", "debug", "decide", "decommission",
    "define", "delete", "deploy", "deprecate", "describe", "design", "determine", "develop", "disable", "discuss",
    "distribute", "document", "double-check", "draft", "drive", "drop", "email", "enable", "encourage", "enforce",
    "engage", "ensure", "escalate", "establish", "estimate", "evaluate", "examine", "expand", "explain", "explore",
    "export", "expose", "extend", "extract", "file", "fill", "finalise", "finalize", "find", "finish", "fix", "flesh",
    "follow", "follow-up", "formalize", "forward", "gather", "generate", "get", "give", "go", "grant", "group", "guard",
    "handle", "harden", "help", "hold", "hook", "identify", "implement", "import", "improve", "include", "increase",
    "inform", "initiate", "install", "integrate", "introduce", "investigate", "invite", "iterate", "join", "keep", "kick",
    "land", "launch", "lead", "learn", "limit", "link", "list", "look", "lower", "make", "manage", "map", "mark", "measure",
    "meet", "merge", "message", "migrate", "mitigate", "modify", "monitor", "move", "nominate", "notify", "open",
    "optimize", "organise", "organize", "own", "patch", "pick", "pin", "ping", "plan", "poll", "port", "post", "pr", "prepare",
    "present", "prevent", "prioritise", "prioritize", "profile", "promote", "propose", "prototype", "provide", "publish",
    "pull", "push", "put", "raise", "re-run", "reach", "read", "rebase", "recommend", "reconsider", "record", "recruit",
    "reduce", "refactor", "refine", "release", "reload", "remind", "remove", "rename", "reorganize", "replace", "reply",
    "report", "request", "require", "rerun", "research", "resolve", "respond", "restart", "restore", "restrict",
    "restructure", "retire", "revert", "review", "revise", "revisit", "rewrite", "roll", "rotate", "run", "schedule", "scope",
    "script", "search", "secure", "see", "seek", "send", "set", "setup", "share", "ship", "show", "sign", "simplify", "solicit",
    "solve", "sort", "specify", "spin", "split", "stabilize", "standardize", "start", "stop", "stub", "study", "submit",
    "suggest", "summarise", "summarize", "support", "survey", "switch", "sync", "synthesize", "tag", "take", "talk", "teach",
    "tell", "test", "think", "tidy", "tighten", "track", "train", "transfer", "transition", "triage", "trim", "try", "turn",
    "tweak", "understand", "undo", "unify", "update", "upgrade", "upload", "use", "validate", "verify", "vote", "wait", "walk",
    "work", "wrap", "write",
];

/// A word that is as often a noun, where one of these follows: "release notes", "update on", "review of".
const AFTER_A_NOUN: &[&str] = &[
    "of", "on", "for", "from", "is", "was", "are", "were", "has", "had", "notes", "plan", "plans", "process", "meeting", "team", "by",
    "status", "report", "list", "items", "with", "in",
];
const ALSO_NOUNS: &[&str] = &[
    "address", "approach", "audit", "block", "build", "call", "change", "check", "contact", "cut", "design", "document",
    "draft", "drive", "drop", "estimate", "file", "fix", "follow-up", "group", "help", "launch", "lead", "limit", "link", "list",
    "map", "measure", "message", "monitor", "patch", "plan", "poll", "port", "post", "pr", "present", "profile", "prototype",
    "record", "release", "report", "request", "research", "review", "schedule", "scope", "script", "search", "share",
    "sign", "start", "study", "support", "survey", "switch", "sync", "tag", "talk", "test", "track", "transfer",
    "transition", "triage", "update", "upgrade", "use", "vote", "work",
];

/// The label of one action: "Action:", "AI:", "[ACTION]", "TODO:", "Action item for Ada:".
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^\W{0,3}(?:(?P<sure>(?i:action items?|action points?|next action))|(?P<weak>(?i:action|to-?do|follow-?up)|AI|AP))",
        r"(?: ?(?:for|on|-) (?P<owner>@?[\w][\w.'’-]*(?:(?: and |, | & )@?[\w][\w.'’-]*)*))?",
        r" ?(?:\((?P<in>@?[^()]{1,40})\))?[\])]?(?:(?:[:]|\u{2014}| -)[ \])]*|\] ?)"
    ))
    .expect("a constant pattern")
});

/// Words between the one who acts and the verb.
static AUXILIARY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^(?:(?:please|also|maybe|possibly|potentially|perhaps|then|and|eventually|just|proactively|systematically|first),? )?",
        r"(?:(?:we|someone|somebody|everyone|everybody|anyone|all|they|the team|team|you|to|will|should|must|need|needs|have|has|can|could|going|plan|plans",
        r"|try|wants?|let's|be sure|make sure)(?-u:\b)[ ,:]*){0,4}(?:(?:also|maybe|please|then|still|not) )?"
    ))
    .expect("a constant pattern")
});

static DONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\W*(?:done|completed?|closed|fixed|resolved|cancell?ed|wontfix|n/?a|none|x\])(?-u:\b)|(?:\(|\[|[-–—:,] ?)(?:done|complete|completed|closed|merged|shipped|fixed)\W{0,2}$|[✅✔☑]")
        .expect("a constant pattern")
});

/// One action, read from its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Who does it, where somebody is named.
    pub owner: Option<Range<usize>>,
    pub has_time: bool,
    pub is_done: bool,
}

/// A label that announces one action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionLabel {
    pub end: usize,
    pub owner: Option<Range<usize>>,
    /// It can mean nothing else; "Action:" and "TODO:" can.
    pub is_sure: bool,
}

/// The label in front of an action, where there is one.
pub fn label(text: &str) -> Option<ActionLabel> {
    let found = LABEL.captures(text)?;
    let owner = found.name("owner").or(found.name("in")).map(|it| it.range());
    let owner = owner.filter(|range| person::is_person(&text[range.clone()]));
    Some(ActionLabel { end: found.get(0)?.end(), owner, is_sure: found.name("sure").is_some() })
}

/// Reads an item as an action; `None` where it does not begin as one.
pub fn read(text: &str) -> Option<Reading> {
    let label = label(text);
    let start = label.as_ref().map_or(0, |label| label.end);
    let rest = &text[start..];
    let led = person::leading(rest);
    let task = start + led.as_ref().map_or(0, |led| led.end);
    if !opens_task(&text[task..]) {
        return None;
    }
    let led = led.map(|led| start + led.start..start + led.end);
    let trailing = || person::mentioned(&text[task..]).map(|it| task + it.start..task + it.end);
    let owner = label.and_then(|label| label.owner).or(led).or_else(trailing);
    Some(Reading { owner, has_time: has_time(text), is_done: is_done(text) })
}

/// Whether an action is over or void, by its own words.
pub fn is_done(text: &str) -> bool {
    DONE.is_match(text)
}

/// Whether a text gives any point in time that an action can be held to.
pub fn has_time(text: &str) -> bool {
    date::has_date(text) || date::has_month(text) || deadline::names_time(text)
}

/// Whether the first word orders something: "Merge …", "Look at …".
pub fn opens_with_verb(text: &str) -> bool {
    let text = text.trim_start_matches(|it: char| !it.is_alphanumeric());
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    let verb = first.trim_end_matches(['.', ',']).to_lowercase();
    if !VERBS.contains(&verb.as_str()) {
        return verb.split_once('/').is_some_and(|(one, _)| VERBS.contains(&one));
    }
    let next = words.next().unwrap_or_default().to_lowercase();
    !(next.is_empty() || ALSO_NOUNS.contains(&verb.as_str()) && AFTER_A_NOUN.contains(&next.as_str()))
}

/// The same, behind "we should", "to", "will", "please".
fn opens_task(text: &str) -> bool {
    let text = text.trim_start_matches(|it: char| !it.is_alphanumeric());
    opens_with_verb(text) || {
        let rest = AUXILIARY.find(text).map_or(text, |found| &text[found.end()..]);
        rest.len() < text.len() && opens_with_verb(rest)
    }
}
