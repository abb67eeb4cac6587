//! Groups where a person could be named: "backend team", `@shop/core`. Whoever says "all" means each of them. Who is in them this module does not know.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::words::list::is_among;
use crate::words::pattern::Pattern;

/// Words that call several people by what they are together.
const NOUNS: &str = r"(?:teams?|squads?|groups?|crews?|wgs?|sigs?|committees?|councils?|departments?|guilds?|chapters?|maintainers|admins|administrators|leads|developers|devs|engineers|reviewers|moderators|chairs|owners|contributors|folks|people|guys)";

/// Up to four words in front of what somebody does: "The backend team will …", "Infra: …".
static LEADING: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"^[^A-Za-z0-9@]{0,2}(?i:the )?(?P<who>@[A-Za-z][\w-]*/[\w-]+|(?:[A-Za-z0-9/&+-]+ ){0,3}?[A-Za-z0-9/&+-]+?)(?:(?: ?(?::|-|\x{2013}|\x{2014}|->|\x{2192}) )|,? (?:will|to|is going to|are going to|should|needs? to|has to|have to|must|plans? to)(?-u:\b))",
    )
});

static NOUN: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(&format!("(?i)^{NOUNS}$")));

static GROUP: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(&format!(
        r"(?i)^(?:the |our )?(?:@[a-z][\w-]*/[\w-]+|@(?:team|[\w-]*-(?:teams?|squad|group|wg|sig|core|maintainers|admins|leads|devs|dev|eng|ops|oncall|committee))|(?:[a-z0-9/&+-]+ ){{0,3}}{NOUNS})(?: ?\([^()@]*\))?[.:]?$"
    ))
});

/// What a part of a company is called by its work alone.
static FUNCTIONS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "backend back-end frontend front-end infra infrastructure ops operations devops sre sres platform qa security \
    legal marketing sales support engineering design product finance hr it data mobile web docs documentation release \
    release-engineering networking dba dbas oncall on-call community comms communications"
        .split_ascii_whitespace()
        .collect()
});

/// Whether a word is one for all who are there.
pub fn is_everybody(word: &str) -> bool {
    is_among("all everyone everybody", &word.to_lowercase())
}

/// Whether a short text names a group and nobody in it: a cell, the value of a field, a bracket.
pub fn is_group(text: &str) -> bool {
    let text = text.trim();
    let words = text.trim_end_matches([':', '.']).to_lowercase();
    let mut functions =
        words.split([' ', '/', '&', '+', ',']).filter(|word| !word.is_empty() && *word != "and").peekable();
    GROUP.is_match(text) || functions.peek().is_some() && functions.all(|word| FUNCTIONS.contains(word))
}

/// Whether a title is the name of a team, and cannot be that of a topic: "Core engineering team", "Community contributors".
pub fn is_team(title: &str) -> bool {
    const TEAMS: &str =
        "team teams squad squads crew committee council contributors maintainers engineers developers devs";
    let last = title.trim_end_matches([':', '.']).rsplit(' ').next().unwrap_or_default();
    let first = title.split(' ').next().unwrap_or_default().to_lowercase();
    let is_counted = is_among("new more hiring two three four five other", &first);
    GROUP.is_match(title) && is_among(TEAMS, &last.to_lowercase()) && !is_counted
}

/// The group that a text begins with, as the subject of what follows: its name, and where the rest begins.
pub fn leading(text: &str) -> Option<(Range<usize>, usize)> {
    let found = LEADING.captures(text)?;
    let who = found.name("who")?;
    let words = who.as_str();
    let (first, last) = (words.split(' ').next().unwrap_or_default(), words.rsplit(' ').next().unwrap_or_default());
    let is_handle = words.starts_with('@');
    let is_noun = is_handle || NOUN.is_match(last);
    let is_function = || !words.contains(' ') && FUNCTIONS.contains(words.to_lowercase().as_str());
    if !is_noun && !is_function() {
        return None;
    }
    let end = found.get(0)?.end();
    let is_label = text[who.end()..end].ends_with([' ', ':', '-', '>']);
    let is_subject = is_label || super::verb::follows(&text[end..]);
    // "Ask the team to …" begins with what somebody else does; "we people" with a sentence.
    let is_verb = is_noun && !is_handle && super::verb::opens(&format!("{first} it"));
    let is_talk = matches!(
        first.to_lowercase().as_str(),
        "we" | "some" | "other" | "most" | "many" | "these" | "people" | "folks" | "if" | "when"
    );
    (is_subject && !is_talk && !is_verb).then(|| (who.range(), end))
}

#[cfg(test)]
mod tests {
    use super::{is_group, leading};

    #[test]
    fn a_group_is_not_a_person() {
        for text in ["backend", "Backend team", "@shop/core", "the infra squad", "QA", "Ops / SRE"] {
            assert!(is_group(text), "{text}");
        }
        for text in [
            "Ada",
            "@ada",
            "Ada (backend team)",
            "backend (this week @kim)",
            "",
            "Ada, Ops",
            "2026-11-20",
            "@all",
            "everyone",
        ] {
            assert!(!is_group(text), "{text}");
        }
    }

    #[test]
    fn a_group_in_front_of_what_it_does() {
        let name = |text: &str| leading(text).map(|(who, _)| text[who].to_owned());
        assert_eq!(name("The backend team will rotate the keys").as_deref(), Some("backend team"));
        assert_eq!(name("Infra: rotate the keys").as_deref(), Some("Infra"));
        assert_eq!(
            name("- The core data platform team needs to rotate the keys").as_deref(),
            Some("core data platform team")
        );
        assert_eq!(name("Maintainers- rotate the keys").as_deref(), Some("Maintainers"));
        assert_eq!(name("The will to rotate the keys"), None);
        assert_eq!(name("@shop/core to rotate the keys").as_deref(), Some("@shop/core"));
        assert_eq!(name("Ada will rotate the keys"), None);
        assert_eq!(name("Support to-do lists"), None);
        assert_eq!(name("People will like it"), None);
        assert_eq!(name("Ask the backend team to rotate the keys"), None);
    }
}
