//! People as texts name them: handles, names before a colon, names that do something.

use std::collections::HashSet;
use std::iter;
use std::ops::Range;
use std::sync::LazyLock;

use super::given_name;
use crate::words::list::is_among;
use crate::words::pattern::{Captures, Pattern};

/// `@ada`, `@team/ops`, not an address and not `@2x`.
const AT: &str = r"@[A-Za-z][\w-]*(?:/[\w-]+)?";
/// A name of one to three words, or initials.
const NAME: &str = r"(?:\p{Lu}[\w'’-]*\.?(?: \p{Lu}[\w'’-]*\.?){0,2})";

static HANDLE: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(&format!(r"(?:^|[^\w@/.`])(?P<name>{AT})")));

/// The people in front of an action, with what joins them to it.
static LEADING: LazyLock<Pattern> = LazyLock::new(|| {
    // "Ada (lead), Rosa (support)".
    let one = format!(r"(?:{AT}|{NAME}(?: \((?:{AT}|[a-z][a-z -]{{1,20}})\))?)");
    let many = format!(r"(?P<who>{one}(?:(?:,? and |, ?| ?& ?| ?/ ?| ?\+ ?){one})*)");
    let bracketed =
        format!(r"(?:\[{many}\]|\({many}\))").replacen("?P<who>", "?P<in1>", 1).replacen("?P<who>", "?P<in2>", 1);
    let joint = r"(?:(?: ?(?::|-|–|—|->|→) ?)|,? (?:will|to|is going to|are going to|is to|should|needs to|has to|must|volunteers to|plans? to|wants? to|offered to|agreed to)(?-u:\b))";
    Pattern::new(&format!(r"^\W{{0,2}}?(?:{bracketed}[:]?|{many}{joint}|(?P<at>{AT}(?:(?:,? and |, ?| ?& ?| ){AT})*))"))
});

/// Somebody named between marks, or behind one or behind a word.
static MARKED: LazyLock<Pattern> = LazyLock::new(|| {
    let many =
        format!(r"(?:{AT}|{NAME})(?:(?:,? and |, ?| ?& ?| ?/ ?| ?\+ ?){AT}|(?:,? and |, ?| ?& ?| ?/ ?| ?\+ ?){NAME})*");
    Pattern::new(&format!(
        r"\((?:for )?(?P<in>{many})\)|(?:rotat(?:es?|ing)|alternat(?:es?|ing)) (?:between|among) (?P<among>{many})|\((?P<acting>{NAME}) (?P<act>[a-z][a-z ]{{1,40}})\)|\[(?P<square>{many})\](?:[^(\[]|$)|(?i:owners?|assignees?|assigned to|owned by|dri|responsible|lead)(?: is|:)? (?P<owner>{many})|(?:[-–—:|] ?)(?P<last>{NAME})\W?$|[.;(] ?(?P<to>{NAME}) to (?-u:\b)|, (?P<initials>\p{{Lu}}{{2,3}}) to (?-u:\b)"
    ))
});

/// Somebody who takes a thing on.
static WILLING: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?P<will>{NAME}) (?:will|(?:\w+ )?volunteered|(?:has )?(?:agreed|offered) to|is on it)(?-u:\b)"
    ))
});

/// How people are named further on. Where two begin at one place, the first of them counts.
static MENTIONED: [&LazyLock<Pattern>; 3] = [&MARKED, &WILLING, &HANDLE];

/// Words that begin a sentence or name a thing, not a person, though they may begin with a capital letter.
static NOBODY: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "a ability able access accessibility action actions actual actually affected affects after again agreed agreement ai all alpha also asynchronous asynchronously async \
    alternatively an and another any anyone anyway ap api applicable are as asap ask at back backend background \
    basically be because before beta blocker blockers both btw budget build but by can changes ci code consensus context continue cool \
    could currently data database date deadline dear decided decision dependencies design discussion do docs documentation does done due each \
    edit environment error everybody everyone everything example expected feedback finally first fixme folks for from \
    frontend future fyi ga given goal goals going good great guys has have he hello here hey hi high hmm hope \
    hoping how however hypothesis i idea ideas if immediate impact in infra infrastructure instead is issue it it's just \
    lastly later lead let link logs long-term low maybe medium medium-term mid-term monitoring morning my name near-term need needed needs new next \
    nice no nobody none not note notes nothing now objective objectives of ok okay on one open option optional optionally options or \
    order other others otherwise our owner p0 p1 p2 people performance perhaps possibly potentially plan planned planning please pr priority probably \
    problem process product proposal prs ps question questions r re ready related release remember request \
    required resolved reviewer reviewers right risk risks roadmap same scope second security see service services severity she shift short-term since so some somebody someone something sorry \
    started state status step steps still subject summary support tba tbd team test testing tests thank thanks that the their \
    them then there these they things third this those though time title to today todo tomorrow tooling try trying \
    ui unassigned unfortunately unknown until update urgent us users ux version volunteer volunteers vote want \
    wants warning way ways we website well what when where which while who why will wip with workaround working would yeah \
    yes yesterday you your \
    aws azure confluence discord docker email excel figma gcp github gitlab grafana jenkins jira kubernetes linkedin notion slack \
    tried failed managed hoped streamyard term terraform trello twitter youtube zoom q1 q2 q3 q4 h1 h2"
        .split_ascii_whitespace()
        .collect()
});

/// Where a person or a team is named by handle.
pub fn find_handle(text: &str) -> Option<Range<usize>> {
    Some(HANDLE.captures(text)?.name("name")?.range())
}

/// Whether a person or a team is named by handle.
pub fn has_handle(text: &str) -> bool {
    HANDLE.is_match(text)
}

/// Whether a text is a handle and nothing else.
pub fn is_handle(text: &str) -> bool {
    HANDLE.find(text).is_some_and(|found| found.range() == (0..text.trim_end_matches([':', ' ']).len()))
}

/// Whether a word has nothing but small letters, digits and hyphens, as most handles do.
pub fn is_written_small(word: &str) -> bool {
    word.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
}

/// Whether a word in small letters may be somebody's handle, and is none that stands before "to" by itself.
pub fn may_be_handle(word: &str) -> bool {
    const OTHERS: &str =
        "need needs have want wants try plan plans able ready decide agreed going ways time ability option";
    const FEWEST: usize = 4;
    word.len() >= FEWEST
        && is_written_small(word)
        && !is_among(OTHERS, word)
        && !super::verb::opens(&format!("{word} it"))
}

/// Whether somebody is named: by handle, or as "Ada will …" and "owner: Ada".
pub fn names_someone(text: &str) -> bool {
    has_handle(text) || leading(text).is_some()
}

/// Whether a short text names a person or several, and nothing else: a heading, a cell, a bracket.
pub fn is_person(text: &str) -> bool {
    let text = text.trim().trim_end_matches(':');
    if text.is_empty() || text.chars().count() > 60 {
        return false;
    }
    let parts = text.split([',', '&', '/', '+', ';']).flat_map(|part| part.split(" and "));
    parts.map(str::trim).filter(|part| !part.is_empty()).all(|part| {
        let words: Vec<&str> = part.split(' ').collect();
        let is_word =
            |word: &&str| !is_nobody(word) && word.chars().all(|it| it.is_alphanumeric() || "@'’-._()".contains(it));
        let is_named = part.starts_with('@') || part.starts_with(char::is_uppercase) || words.len() == 1;
        words.len() <= 3 && is_named && words.iter().all(is_word) && part.contains(char::is_alphabetic)
    })
}

/// Whether a word begins a sentence or names a thing, whatever its capital letter says.
pub fn is_nobody(word: &str) -> bool {
    let lower = word.to_lowercase();
    let lower = lower.trim_matches(|it: char| !it.is_alphanumeric());
    NOBODY.contains(lower) || is_deed(lower) || crate::words::date::weekday_named(lower).is_some()
}

/// Whether a word is a deed made a thing, as "validation", "management" and "availability" are: nobody is called so.
fn is_deed(lower: &str) -> bool {
    const SHORTEST: usize = 8;
    lower.len() >= SHORTEST
        && ["ation", "ition", "ction", "ention", "gement", "oyment", "bility"].iter().any(|it| lower.ends_with(it))
}

/// The people that a text begins with, as the subject of what follows. The range runs to the action.
pub fn leading(text: &str) -> Option<Range<usize>> {
    let found = LEADING.captures(text)?;
    let who = ["who", "in1", "in2", "at"].iter().find_map(|name| found.name(name))?;
    // What one of them does stands in brackets: "Ada (lead)".
    let names =
        || who.as_str().split('(').flat_map(|part| part.split_once(')').map_or(part, |(_, rest)| rest).split(' '));
    let whole = found.get(0)?;
    // "Will should write it" has no other reading, nor has "Will to write it".
    let is_will = |word: &str| word == "Will" && whole.len() > who.end() && !whole.as_str().ends_with([':', '-', ' ']);
    let is_other = |word: &str| word != "and" && !is_will(word) && is_nobody(word);
    let is_someone = who.as_str().starts_with('@') || !names().any(is_other);
    let is_verb = || super::verb::opens(&format!("{} it", who.as_str().split(' ').next().unwrap_or_default()));
    // "Mark will write it": some names are verbs.
    let is_name = || whole.as_str().ends_with([' ', 'o', 'l']) && given_name::is_given_name(who.as_str());
    // "Time to recovery" has nobody in it.
    let is_to = text[who.end()..whole.end()].trim_matches([' ', ',']) == "to";
    let is_doing = || !is_to || super::verb::follows(&text[whole.end()..]);
    (is_someone && is_doing() && (!is_verb() || is_name())).then(|| 0..whole.end())
}

/// The people that a text begins with, right before what they do, as notes are taken: "Ada and Rosa write the report". The
/// range runs to the action.
pub fn acting(text: &str) -> Option<Range<usize>> {
    static ACTING: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(r"^(?P<who>\p{Lu}[\w'’-]+(?:(?:, | and | & |/)\p{Lu}[\w'’-]+){0,3}) (?P<act>[a-z][a-z-]+ )")
    });
    let found = ACTING.captures(text)?;
    let (who, act) = (found.name("who")?, found.name("act")?);
    // "Mark draft notes as such": some names are verbs.
    let is_name = |it: &str| given_name::is_given_name(it) && !super::verb::opens(&format!("{it} it"));
    let is_named = listed(who.as_str()).all(|it| is_name(it.trim()));
    (is_named && super::verb::opens(&text[act.start()..])).then_some(0..act.start())
}

/// The parts of a list of names: "Ada, Rosa & Li", "Ada and Rosa".
pub fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '&', '/', '+']).flat_map(|part| part.split(" and "))
}

/// Somebody named further on: `(@ada)`, `[Ada]`, "owner: Ada", a handle.
pub fn mentioned(text: &str) -> Option<Range<usize>> {
    all_mentioned(text).next()
}

/// Everybody named further on, in order.
pub fn all_mentioned(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    mentions(text).filter_map(|found| {
        let is_act = found.name("act").is_none_or(|act| takes_on(act.as_str()) || super::verb::follows(act.as_str()));
        let who = ["in", "among", "acting", "square", "owner", "last", "will", "to", "initials", "name"]
            .iter()
            .find_map(|name| found.name(name))?;
        // "[ChangeOp]" is a link to a type.
        let is_type = found.name("square").is_some() && is_camel_case(who.as_str());
        // "Owner: Ada. Due: 2026-11-20", and the same on two lines.
        let name = without_labels(who.as_str());
        // "Take up @ada's remarks": whose they are, and not who does it.
        let is_genitive =
            who.as_str().starts_with('@') && ["'s ", "\u{2019}s "].iter().any(|it| text[who.end()..].starts_with(it));
        // "Will Hartley": a first name that is a verb as well.
        let is_will = || name.strip_prefix("Will ").is_some_and(|last| is_full_name(&format!("Ada {last}")));
        (is_act && !is_type && !is_genitive && (is_person(name) || is_will()))
            .then(|| who.start()..who.start() + name.len())
    })
}

/// People without the name of the field that stands behind them.
fn without_labels(who: &str) -> &str {
    match who.rsplit_once([' ', '\n']) {
        Some((names, last)) if is_nobody(last) => without_labels(names.trim_end_matches(['.', ',', ' '])),
        _ => who,
    }
}

/// Whatever looks like somebody named further on, in order. One pattern of all forms would be as large as all of ours.
fn mentions(text: &str) -> impl Iterator<Item = Captures<'_>> {
    let mut next = MENTIONED.map(|form| form.find(text).map(|it| it.range()));
    let mut end = 0;
    iter::from_fn(move || {
        for (form, kept) in MENTIONED.iter().zip(&mut next) {
            if kept.as_ref().is_some_and(|it| it.start < end) {
                *kept = form.find_at(text, end).map(|it| it.range());
            }
        }
        let found = next.iter().enumerate().filter_map(|(form, range)| Some((range.clone()?, form)));
        let (range, form) = found.min_by_key(|(range, _)| range.start)?;
        end = range.end;
        MENTIONED[form].captures_at(text, range.start)
    })
}

/// Whether a word has a capital letter in its midst, as names of programs have: "ChangeOp"; "McDonald" is a person.
fn is_camel_case(word: &str) -> bool {
    let is_of_name = ["Mc", "Mac", "De", "Di", "La", "Le", "Van", "O'"].iter().any(|it| word.starts_with(it));
    let letters: Vec<char> = word.chars().collect();
    !is_of_name && letters.windows(2).any(|it| it[0].is_lowercase() && it[1].is_uppercase())
}

/// Whether a line is the full name of one person and nothing else: "Ada Lovelace", "Marcel van Houten".
pub fn is_full_name(line: &str) -> bool {
    const PARTICLES: &[&str] = &["van", "von", "de", "der", "den", "di", "da", "la", "le", "bin", "al", "el"];
    let words: Vec<&str> = line.split(' ').collect();
    let is_name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|it| it.is_alphabetic() || matches!(it, '.' | '-' | '\'' | '\u{2019}'))
    };
    let is_part = |word: &&str| is_name(word) || PARTICLES.contains(word);
    (2..=4).contains(&words.len())
        && words.iter().all(is_part)
        && words.first().is_some_and(is_name)
        && words.last().is_some_and(is_name)
        && !words.iter().any(|word| word.len() > 2 && (is_nobody(word) || super::verb::opens(&format!("{word} it"))))
}

/// What somebody does who takes a thing on: "Ada will", "Ada volunteers", "Ada is on it".
fn takes_on(act: &str) -> bool {
    matches!(act, "will" | "can" | "volunteers" | "volunteered" | "is on it" | "is on this" | "to do" | "does it")
}

#[cfg(test)]
mod tests {
    use super::{all_mentioned, is_full_name, leading, mentioned};

    #[test]
    fn people_in_front_of_what_they_do() {
        assert!(leading("Ada: write it").is_some() && leading("[Ada] write it").is_some());
        assert!(leading("Ada (lead), Rosa (support): write it").is_some() && leading("Cut (soon): write it").is_none());
        assert!(leading("@ada write it").is_some() && leading("Ada to write it").is_some());
        assert!(leading("Time to recovery").is_none() && leading("Subscribe to the list").is_none());
        assert!(leading("Access to logs").is_none());
    }

    #[test]
    fn a_type_in_brackets_is_no_person() {
        let named = |text: &str| all_mentioned(text).next().is_some();
        assert!(named("Change the callers [Rosa]") && named("Change the callers [McDonald]"));
        assert!(!named("Change the callers of [ChangeOp] and [QueueOp]"));
    }

    #[test]
    fn a_full_name_stands_alone() {
        assert!(is_full_name("Ada Lovelace") && is_full_name("Marcel van Houten") && is_full_name("A. B. Clark"));
        assert!(!is_full_name("Ada") && !is_full_name("January 2026") && !is_full_name("Write Tests"));
        assert!(!is_full_name("This Proposal") && !is_full_name("The shop of Ada"));
    }

    #[test]
    fn people_further_on() {
        assert!(mentioned("Write it (Ada)").is_some() && mentioned("Discuss it (Ada call for a meeting)").is_some());
        assert!(mentioned("Write it (Ada will)").is_some() && mentioned("Write it (Ada + Bo)").is_some());
        assert_eq!(mentioned("Write it. Owner: Ada. Due: 2026-11-20."), Some(17..20));
        assert!(mentioned("Write it, owned by Ada").is_some() && mentioned("Write it, ask @ada").is_some());
        assert!(mentioned("Rename it, Ben agreed to make the change").is_some());
        assert!(mentioned("Write it (Will Hartley)").is_some() && mentioned("Write it (Will Ship)").is_none());
        assert!(mentioned("Write it (Issue created)").is_none() && mentioned("Write it").is_none());
    }
}
