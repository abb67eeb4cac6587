//! Who does an action, where a day or a ticket stands beside the name: "Rotate the key (Ada, 2026-11-20)", "Rotate the key -
//! Ada - 20 November"; where the name ends it in bold, or more words follow: "Rotate the key: Ada L open a ticket". Knows
//! words alone, and no list of who is there.

use std::sync::LazyLock;

use super::{Owner, TICKET};
use crate::words::date;
use crate::words::english::{by_when, given_name, person, verb};
use crate::words::list::is_among;
use crate::words::pattern::{Pattern, in_pieces};

/// What parts the task, the name and the day from each other, outside of brackets.
static JOINT: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?:,|;|:| -| \x{2013}| \x{2014}| ->| \x{2192}|\.)[ \n]|\n"));

/// "Update the board - everyone", "Read it (all)", "Read it (all editors)", "Read it -All"; "-all" is a flag.
pub(super) static FOR_ALL: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?: [-\x{2013}\x{2014}] | ?[(\[])(?:everyone|everybody|all)[)\]]?[.\s]*$",
        r"| [-\x{2013}\x{2014}](?-i:Everyone|Everybody|All)[.\s]*$| \(all [a-z]+\)[.\s]*$",
        r"| [-\x{2013}\x{2014}] (?:all (?:members|attendees|participants|of us|of them|hands)|(?:the )?(?:entire|whole|full) (?:team|group))[.\s]*$",
        r"| \((?:everyone|everybody|all): [^()]*\)[.\s]*$",
    ])
});

/// What parts a name from a day between brackets.
static JOINT_IN_GROUP: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"[,;/] ?| - | \x{2013} | \x{2014} | ?~ ?| (?:by|due|until|on)(?::? )"));

/// The last parts of a longer text say who and when.
const FAR: usize = 120;

/// The people whose names stand beside a day or a ticket at the end of an action, or end it in bold.
pub(super) fn named(text: &str) -> Option<&str> {
    if let Some(name) = in_bold(text).or_else(|| behind_bold(text)) {
        return Some(name);
    }
    let text = text.trim_end_matches(['.', ' ', '\n', '*', '_']);
    let start = crate::text::border(text, text.len().saturating_sub(FAR));
    in_group(text).or_else(|| at_end(&text[start..])).or_else(|| charged(&text[start..]))
}

/// Who stands behind the last dash by what they are together, or are there for: "Freeze the branch - Search team", "Hold the
/// talk - Presenter + Chair".
pub(super) fn by_office(text: &str) -> Option<Owner> {
    const ROLES: &str = "chair coordinator facilitator host lead leader maintainer manager member moderator organiser organizer \
        presenter scribe secretary speaker treasurer";
    let dashes = [" - ", " \u{2013} ", " \u{2014} "].iter().filter_map(|it| Some((text.rfind(it)?, it.len())));
    let (at, dash) = dashes.max()?;
    let tail = text[at + dash..].trim_end_matches(['.', ' ', '\n']);
    if tail.len() > FAR || !tail.contains(' ') || !tail.starts_with(char::is_uppercase) {
        return None;
    }
    let is_role = |it: &str| {
        let last = it.trim().rsplit(' ').next().unwrap_or_default().to_lowercase();
        it.trim().starts_with(char::is_uppercase) && it.trim().split(' ').count() < 3 && is_among(ROLES, &last)
    };
    match Owner::read(tail) {
        Owner::Group(name) => Some(Owner::Group(name)),
        _ => person::listed(tail).all(is_role).then_some(Owner::Someone),
    }
}

/// What is written in capital letters and does nothing by itself.
const PARTS: &str =
    "AI API APP AWS CD CI CLI DB DNS GCP GUI HR IT LLM ML NPC OS PM PR PRS QA RFC SDK TC TLS TSC UI URL UX VM WG";

/// "Test the backup: Ada L write the script", "Test the backup [AL to write the script]": who does the first part of it.
fn charged(text: &str) -> Option<&str> {
    static TO_BEGIN: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(concat!(
            r" ?: (?P<first>\p{Lu}[\p{L}'’-]+) \p{Lu}\.? (?P<act>[a-z][a-z -]+)$",
            r"| \[(?P<who>\p{Lu}{2,3}|\p{Lu}\p{L}+) to (?P<task>[a-z][^\[\]]+)\]$"
        ))
    });
    let found = TO_BEGIN.captures(text)?;
    match (found.name("first"), found.name("act"), found.name("who"), found.name("task")) {
        (Some(first), Some(act), ..) => {
            let is_sure = given_name::is_given_name(first.as_str()) && verb::opens_surely(act.as_str());
            is_sure.then(|| first.as_str())
        }
        (_, _, Some(who), Some(task)) => {
            let who = who.as_str();
            let are_initials = who.bytes().all(|it| it.is_ascii_uppercase()) && !is_among(PARTS, who);
            let is_sure = (are_initials || given_name::is_given_name(who)) && verb::follows(task.as_str());
            is_sure.then_some(who)
        }
        _ => None,
    }
}

/// "Rotate the key **Ada Lovelace**".
fn in_bold(text: &str) -> Option<&str> {
    let (task, name) = text.trim_end().strip_suffix("**")?.rsplit_once("**")?;
    (task.ends_with(' ') && is_name(name)).then_some(name)
}

/// "**Rotate the key:** ada", "**Rotate the key:** ada and bo".
fn behind_bold(text: &str) -> Option<&str> {
    let (task, names) = text.trim_end().strip_prefix("**")?.split_once(":** ")?;
    let is_handle = |name: &str| {
        name.starts_with(|it: char| it.is_ascii_lowercase())
            && person::is_written_small(name)
            && !is_among(STATES, name)
    };
    (task.contains(' ') && names.split(" and ").all(is_handle)).then_some(names)
}

/// What stands behind a task in place of a name.
const STATES: &str =
    "done open closed pending tbd todo wip blocked deferred ongoing yes no none unknown today tomorrow soon asap";

/// "(Ada, by 2026-11-20)", "[Ada and Bo, June 12]", "(#12, Ada)".
fn in_group(text: &str) -> Option<&str> {
    let (open, inside) = match text.strip_suffix(')') {
        Some(inside) => ('(', inside),
        None => ('[', text.strip_suffix(']')?),
    };
    let group = &inside[inside.rfind(open)? + 1..];
    let mut parts = split(&JOINT_IN_GROUP, group).into_iter().filter(|it| !it.is_empty());
    let name = parts.clone().find(|it| is_name(it))?;
    let is_beside = parts.clone().any(|it| is_time(it) || TICKET.is_match(it));
    (is_beside && parts.all(|it| is_name(it) || is_time(it) || TICKET.is_match(it))).then_some(name)
}

/// "…, Ada, 2026-11-20", "… - Ada - June 12", "… by 2026-11-20, Ada".
fn at_end(text: &str) -> Option<&str> {
    let parts = split(&JOINT, text);
    let [.., task, before, last] = parts.as_slice() else {
        let [before, last] = parts.as_slice() else { return None };
        return (is_name(last) && ends_with_date(before)).then_some(*last);
    };
    match (is_name(before), is_time(last) || TICKET.is_match(last)) {
        (true, true) => Some(before).filter(|_| !task.is_empty()).copied(),
        _ => (is_name(last) && ends_with_date(before)).then_some(*last),
    }
}

fn split<'t>(joint: &Pattern, text: &'t str) -> Vec<&'t str> {
    let mut at = 0;
    let mut parts = Vec::new();
    for found in joint.find_iter(text) {
        parts.push(text[at..found.start()].trim_matches(MARKS));
        at = found.end();
    }
    parts.push(text[at..].trim_matches(MARKS));
    parts
}

const MARKS: &[char] = &[' ', '*', '_', '\n', '.', '`'];

/// Whether a part is a time and no more: "2026-11-20", "by Friday", "due: June 12", or how long it takes: "2 days".
fn is_time(part: &str) -> bool {
    const LONGEST: usize = 32;
    const UNITS: &str = "h hour hours d day days w week weeks min mins minutes sprint sprints";
    let is_length =
        part.split_once(' ').is_some_and(|(count, unit)| count.parse::<f32>().is_ok() && is_among(UNITS, unit));
    let word = part.split(' ').next().unwrap_or_default().trim_end_matches(':').to_lowercase();
    is_length
        || part.len() <= LONGEST
            && by_when::is_told(part)
            && (part.starts_with(|it: char| it.is_ascii_digit() || it.is_uppercase()) || is_among(LEADS, &word))
}

/// What a time in a group begins with.
const LEADS: &str = "by due until before on end next this tomorrow today eta deadline mon tue wed thu fri";

fn ends_with_date(part: &str) -> bool {
    date::mentions(part).last().is_some_and(|it| it.range.end == part.len())
}

/// Whether a part is the name of one person or of several: each word of it has a capital letter.
fn is_name(part: &str) -> bool {
    const PARTICLES: &str = "and & van von de der den di da la le";
    let is_part = |it: &str| it.starts_with('@') || it.starts_with(char::is_uppercase) || is_among(PARTICLES, it);
    // "(Fixed, 2026-11-20)" says what became of it, "(Ahmed, 2026-11-20)" who does it.
    let is_state = part.ends_with("ed") && !given_name::is_given_name(part);
    // "API", "CI": initials of a thing as often as of a person.
    let is_short = part.len() > 1 && part.bytes().all(|it| it.is_ascii_uppercase());
    !part.is_empty()
        && part.split(' ').all(is_part)
        && !is_state
        && !is_short
        && !date::has_month(part)
        && person::is_person(part)
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_name_beside_a_day_is_the_owner() {
        for text in [
            "Rotate the key (Piotr, 2026-11-20)",
            "Rotate the key (Piotr, by 2026-11-20)",
            "Rotate the key (Piotr; 2026-11-20).",
            "Rotate the key (Piotr by June 12)",
            "Rotate the key (Piotr, June 12)",
            "Rotate the key [Piotr, June 12]",
            "Rotate the key (Piotr, #12)",
            "Rotate the key (#12, Piotr)",
            "Rotate the key (Piotr, 4 days)",
            "Rotate the key (Piotr ~ 2 days)",
            "Rotate the key, Piotr, 2026-11-20",
            "Rotate the key - Piotr - 2026-11-20",
            "Rotate the key \u{2013} Piotr \u{2013} 2026-11-20",
            "Rotate the key - Piotr, 2026-11-20",
            "Rotate the key -> Piotr, June 12",
            "Rotate the key \u{2014} **Piotr**, June 12",
            "Rotate the key: Piotr, 2026-11-20",
            "Rotate the key by 2026-11-20, Piotr",
            "Rotate the key **Piotr**",
            "Rotate the key\nof the queue **Piotr**",
        ] {
            assert_eq!(named(text), Some("Piotr"), "{text}");
        }
        assert_eq!(named("Rotate the key (Ana and Piotr, May 24)"), Some("Ana and Piotr"));
        assert_eq!(named("Rotate the key (Piotr Zak, June 12)"), Some("Piotr Zak"));
    }

    #[test]
    fn more_words_may_follow_a_name() {
        assert_eq!(named("Test the backup : Piotr F write a script"), Some("Piotr"));
        assert_eq!(named("Test the backup: Piotr F. write a script"), Some("Piotr"));
        assert_eq!(named("Test the backup [PF to write a script]"), Some("PF"));
        assert_eq!(named("Test the backup [Piotr to write a script]"), Some("Piotr"));
        assert_eq!(named("Test the backup: Plan B write a script"), None);
        assert_eq!(named("Test the backup: Piotr F"), None);
        assert_eq!(named("Test the backup [UI to the left]"), None);
        assert_eq!(named("Test the backup [CI to write a script]"), None);
        assert_eq!(named("Test the backup [Script to write logs]"), None);
    }

    #[test]
    fn what_is_no_name_is_nobody() {
        for text in [
            "Rotate the key (2026-11-20)",
            "Rotate the key (Fixed, 2026-11-20)",
            "Rotate the key (TBD, 2026-11-20)",
            "Rotate the key, then the password, 2026-11-20",
            "Rotate the key (see the notes, 2026-11-20)",
            "Rotate the key (API, #12)",
            "Rotate the key (Slack, 2026-11-20)",
            "Rotate the key (Monday, 2026-11-20)",
            "Rotate the key **today**",
            "**Rotate the key:** pending",
            "**Rotate the key:** blocked and open",
            "**Rotate the key:** 2026-11-20",
            "**Piotr**",
            "Rotate the key",
        ] {
            assert_eq!(named(text), None, "{text}");
        }
    }
}
