//! `<!-- pingless: allow RULE: reason -->`: exceptions that a text makes for itself.

mod drop;
mod sweep;
mod unknown;

use std::collections::HashMap;

use crate::document::{Document, TALKED, VERBS};
use crate::fact::Marker;
use crate::finding::{Finding, Findings};
use crate::summary::fact;
use crate::text::{Origin, Span};
use crate::words::letters::squeezed;

pub use sweep::{Cover, Sweep};
pub use unknown::{MOST_GUESSED, unknown, unknown_kind};

/// A valid exception and what it covers.
#[derive(Debug)]
pub struct Allow {
    pub comment: Span,
    pub rules: Vec<String>,
    pub reason: String,
    scope: Scope,
    /// One for each rule: how many findings there were to allow.
    pub used: Vec<usize>,
}

/// A valid exception, as it is told to those who have to agree with it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Exception {
    /// From 1.
    pub line: usize,
    pub rules: Vec<String>,
    pub reason: String,
    /// It covers the whole text.
    pub is_wide: bool,
    /// One for each rule: how many findings it allows; none where the rule does not look at this text.
    pub used: Vec<Option<usize>>,
}

#[derive(Debug, Clone, Copy)]
enum Scope {
    File,
    /// Findings that begin here.
    Place(Span),
}

/// The verb by which a forge finds the comment that an earlier run left.
const OURS: &str = "comment";

/// Whether somebody says, with a reason, that a thread is better talked about.
pub fn is_better_talked(doc: &Document) -> bool {
    doc.directives().iter().any(|it| matches!(parts(doc.at(it.body)), (TALKED, rest) if is_reason(rest)))
}

/// The verb of a comment, and what stands behind it.
fn parts(body: &str) -> (&str, &str) {
    body.split_once([' ', '=', ':']).unwrap_or((body, ""))
}

fn is_reason(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Reads the exceptions of a text. In a thread each message speaks of the whole: nobody can write into the message of
/// somebody else. What has no effect is flagged in `found`; `unknown` says what is wrong with the name of a rule.
pub fn read(
    doc: &Document,
    is_thread: bool,
    unknown: impl Fn(&str) -> Option<String>,
    unknown_kind: impl Fn(&str) -> Option<String>,
    found: &mut Findings,
) -> Vec<Allow> {
    let is_file_alone = doc.source().origin == Origin::File && !is_thread;
    let mut allows = Vec::new();
    let mut kind = None;
    for directive in doc.directives() {
        let body = doc.at(directive.body);
        let (verb, rest) = parts(body);
        // What they get wrong is said below, with its place.
        if Marker::read(body).is_some() {
            continue;
        }
        let is_file = is_thread || verb == "allow-file";
        let problem = match verb {
            "allow" | "allow-file" => match exception(rest, &unknown) {
                Ok((rules, reason)) => {
                    let used = vec![0; rules.len()];
                    let scope = if is_file { Scope::File } else { Scope::Place(doc.spoken_of(directive)) };
                    allows.push(Allow { comment: directive.span, rules, reason, scope, used });
                    continue;
                }
                Err(problem) => problem,
            },
            TALKED if is_file_alone => format!("`{TALKED}` ends the matter of a thread, and this is none"),
            TALKED if is_reason(rest) => continue,
            TALKED => format!("no reason is given: write `{TALKED}: reason`"),
            "kind" => {
                let first = if is_thread { &mut None } else { &mut kind };
                match wrong_kind(body, doc.line(directive.span.start), first, &unknown_kind) {
                    Some(problem) => problem,
                    None => continue,
                }
            }
            // What a comment that we write begins with.
            OURS if rest.is_empty() => continue,
            _ => unknown::verb(verb, VERBS),
        };
        let flag = found.flag(directive.body, problem);
        if !matches!(verb, "allow" | "allow-file") {
            flag.asks("What is this meant to say?").otherwise("this comment has no effect");
        }
    }
    for span in doc.misspelt_directives() {
        found.flag(span, "it begins with `pingless:`, in small letters");
    }
    let form = doc.comment_form();
    for span in doc.misplaced_directives() {
        found.flag(span, format!("in the text of such a file it is written `{}`", form.around("pingless: …")));
    }
    for (span, wrong) in fact::malformed(doc) {
        let flag = found.flag(span, format!("{}: {}", wrong.what, wrong.cure));
        flag.asks("What is declared or assumed here?").otherwise("this declares or assumes nothing");
    }
    allows
}

/// What is wrong with a comment that names a kind: of several the `first` counts, which is kept with its line.
fn wrong_kind<'b>(
    body: &'b str,
    line: usize,
    first: &mut Option<(usize, &'b str)>,
    unknown: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    let Some(name) = body.strip_prefix("kind=").map(str::trim) else {
        return Some(format!("it is written `kind={}`", parts(body).1.trim_matches([' ', '='])));
    };
    let (above, told) = *first.get_or_insert((line, name));
    let is_other = || format!("line {above} says `kind={told}`, and the first one counts");
    let unknown = Some(name).filter(|it| *it != "none").and_then(unknown);
    unknown.or_else(|| (told != name).then(is_other))
}

/// There are not as many rules, and each finding is held against all of them.
const MOST_NAMES: usize = 1024;

/// `RULE[, RULE…]: reason`
fn exception(text: &str, unknown: impl Fn(&str) -> Option<String>) -> Result<(Vec<String>, String), String> {
    let (names, reason) = text.split_once(':').unwrap_or((text, ""));
    let rules: Vec<String> =
        names.split([',', ' ']).map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect();
    match rules.iter().take(MOST_NAMES).find_map(|rule| unknown(rule)) {
        _ if rules.is_empty() => Err("no rule is named: write `allow RULE: reason`".to_owned()),
        None if rules.len() > MOST_NAMES => Err(format!("it names more than {MOST_NAMES} rules")),
        Some(problem) => Err(problem),
        None if reason.trim().is_empty() => {
            Err(format!("no reason is given: write `allow {}: reason`", rules.join(", ")))
        }
        None => Ok((rules, squeezed(reason))),
    }
}

/// What the exceptions of a text cover.
pub fn covers(allows: &mut [Allow]) -> impl Iterator<Item = Cover<'_>> {
    allows.iter_mut().map(|it| Cover {
        rules: &it.rules,
        start: it.scope.start(),
        end: it.scope.end(),
        used: &mut it.used,
    })
}

impl Scope {
    fn start(self) -> usize {
        match self {
            Scope::File => 0,
            Scope::Place(span) => span.start,
        }
    }

    fn end(self) -> usize {
        match self {
            Scope::File => usize::MAX,
            Scope::Place(span) => span.end,
        }
    }
}

/// The exceptions with their lines.
pub fn told(doc: &Document, allows: &[Allow], is_active: impl Fn(&str) -> bool) -> Vec<Exception> {
    let used = |(rule, used): (&String, &usize)| is_active(rule).then_some(*used);
    let told = |allow: &Allow| Exception {
        line: doc.lines().index(allow.comment.start) + 1,
        rules: allow.rules.clone(),
        reason: allow.reason.clone(),
        is_wide: matches!(allow.scope, Scope::File),
        used: allow.rules.iter().zip(&allow.used).map(used).collect(),
    };
    allows.iter().map(told).collect()
}

/// Lines between an exception and what somebody may have put it there for.
const NEAR: usize = 5;

/// Flags the exceptions that allowed nothing although their rule ran. Where it finds something a few lines away, somebody may
/// have meant that: then the comment is moved, and not taken out with its reason.
pub fn flag_unused(
    doc: &Document,
    allows: &[Allow],
    is_active: impl Fn(&str) -> bool,
    shown: &[Finding],
    found: &mut Findings,
) {
    if allows.is_empty() {
        return;
    }
    let mut lines: HashMap<&str, Vec<usize>> = HashMap::new();
    for finding in shown {
        lines.entry(&finding.rule).or_default().push(doc.line(finding.at.span.start));
    }
    lines.values_mut().for_each(|it| it.sort_unstable());
    for allow in allows {
        for (number, (rule, used)) in allow.rules.iter().zip(&allow.used).enumerate() {
            if *used > 0 || !is_active(rule) {
                continue;
            }
            match lines.get(rule.as_str()).and_then(|it| nearest(it, doc.line(allow.comment.start))) {
                Some(line) => {
                    let label = format!("`{rule}` finds nothing here, but in line {line}");
                    found.flag(allow.comment, label).asks("Is that the place which this is about?");
                }
                None => {
                    let flag = found.flag(allow.comment, format!("`{rule}` finds nothing here"));
                    drop::offer(doc, allow, number, flag);
                }
            }
        }
    }
}

/// Of sorted lines the nearest to this one, if it is near.
fn nearest(lines: &[usize], line: usize) -> Option<usize> {
    let next = lines.partition_point(|it| *it < line);
    let beside = [next.checked_sub(1), Some(next)].into_iter().flatten().filter_map(|at| lines.get(at).copied());
    beside.filter(|it| it.abs_diff(line) <= NEAR).min_by_key(|it| it.abs_diff(line))
}
