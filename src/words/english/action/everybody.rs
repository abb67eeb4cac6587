//! What is asked of each of those who meet, and of nobody by themselves.

use std::sync::LazyLock;

use super::label;
use crate::words::list::is_among;
use crate::words::pattern::Pattern;

/// Whether it is what those who meet do together, and nobody by themselves, or is asked of each: "Discuss whom to hire",
/// "TODO: revisit", "Action: please sign up".
pub fn is_of_everybody(text: &str) -> bool {
    let rest = &text[label(text).map_or(0, |it| it.end)..];
    let rest = rest.trim_start_matches(|it: char| !it.is_alphanumeric());
    let first = rest.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
    // "Commit it if you want it to stay" leaves it to whoever reads it.
    const LEFT: &[&str] =
        &[" if you want", " if you like", " if you wish", " that you ", " which you ", " what you can"];
    let is_left = || LEFT.iter().any(|it| rest.contains(it));
    // "Get ready for the workshop", "Note: the demo has moved", "use it for your next task".
    const ASKS_ALL: &[&str] = &[
        "look out",
        "look for ",
        "get ready",
        "be prepared",
        "be ready",
        "stay tuned",
        "keep an eye",
        "note: ",
        "note that ",
    ];
    // "The survey: members must fill it in".
    const MEMBERS: &[&str] = &[
        "members must ",
        "members need to ",
        "members should ",
        "members have to ",
        "members are to ",
        "members are asked to ",
        "members are tasked ",
        "members to ",
        "any committee member ",
        "any member ",
        "each member ",
        "every member ",
    ];
    let lower = rest.to_lowercase();
    // The topic of a talk to come.
    let is_topic = lower.starts_with("follow up on ")
        && ["discussion next ", "topic next ", "question next "].iter().any(|it| lower.contains(it));
    is_topic
        || is_among("agree anyone consider discuss explore group keep meet revisit please", &first.to_lowercase())
        || lower.contains(" yourselves ")
        || is_of_each(&lower)
        || ASKS_ALL.iter().any(|it| lower.starts_with(it))
        || MEMBERS.iter().any(|it| lower.contains(it))
        || lower.contains(" your ")
        || is_left()
}

/// "Read the rules individually", "begin in line with the assigned roles": each of those who were there, by what they have.
fn is_of_each(lower: &str) -> bool {
    static EACH: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(concat!(
            r"individually(?:[.,;)]|$)|(?-u:\b)(?:in line with|according to|as per|based on|within) (?:the |their |your |our )?",
            r"(?:(?:assigned|agreed|own|individual) )?(?:roles?|areas|responsibilities)(?:[.,;)]|$)"
        ))
    });
    EACH.is_match(lower)
}
