//! Whether a line leads to people who answer: a room, a list, an address, a tracker; and not to a heading of the same
//! page, a former discussion, or a room for other matters. Where such lines are looked for, it does not know.

use std::sync::LazyLock;

use super::Reader;
use crate::document::Stand;
use crate::text::Span;
use crate::words::address;
use crate::words::english::person;
use crate::words::pattern::{Pattern, any_of};

/// A room that is called by its name alone, or an address.
static NAMED: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"(?:^|[\s(])#[a-z][a-z0-9_-]{2,}"));
static MAIL: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"(?:^|[\s(<:])[\w.+-]+@[a-zA-Z][\w-]*\.[a-zA-Z][\w.-]*"));

/// A word for where people talk.
static ROOM: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"slack|discord|gitter|irc|libera|freenode|oftc|zulip|matrix|element|mattermost|telegram|teams|rocket\.?chat|channels?|chat|rooms?",
    ])
});

/// What sends whoever asks into a room that has nothing but its name.
static ASKED_IN: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[r"(?:ask|asking|questions?|help|post|write|find us|reach us)(?: \S+){0,3} (?:in|on|at|to) #[a-z][\w-]+"])
});

/// What one does to reach a person.
static CALLED: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:ask|ping|contact|reach out to|reach|tag|mention|message|dm|email|e-mail|talk to|get in touch with|write to|questions?(?: \S+){0,3} to)(?: \S+){0,4} @\S+",
    ])
});

/// For what some rooms are, and no question: to be let in, to be looked at, to be heard of, to buy.
static ASIDE: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"(?:edit|viewing|view|write|read|calendar|document|doc|commit|push|admin) (?:access|permissions?|rights?)|gain(?: \S+){0,3} (?:access|permissions?)|(?:request|requests|requesting|apply|ask|asking)(?: \S+){0,3} (?:access|permissions?|membership|invitations?|invites?|reviews?|to be added)|permissions? to|to (?:request|track|browse|view)|get access|(?:troubles?|problems?|issues?|difficulty) (?:accessing|joining|viewing|opening|getting into)|vulnerab\w*|security (?:issues?|reports?|bugs?|problems?|concerns?)|code of conduct|conduct|abus\w*|harass\w*|sponsor\w*|donat\w*|hiring|hire us|work with us|careers?|jobs?|press|sales|newsletters?|to receive (?:\S+ ){0,2}(?:updates|news|notifications|announcements)|(?:contribution|contributing) (?:process|guidelines?)|follow us|licen[cs]ing|trademarks?|pricing|paid plans?|enterprise|commercial\w*|partnerships?|demos?|special features|thanks?|props|kudos|repost\w*|share(?:d|s)? (?:\S+ ){0,3}(?:content|posts?)|meetings?|calendars?|agendas?|escalat\w* to|no longer (?:active|monitored|used|maintained|in use)|(?:give|giving|send|provide|submit|leave) (?:\S+ )?feedback|you can answer|we ask that|patches are welcome|if you(?:'re| are) interested|asking you|answer(?:ing)? (?:\S+ )?questions (?:in|on|of|from)|(?:search|check)(?:ing)?(?: \S+){0,6} (?:threads|history|archives?|issues)",
    ])
});

/// Parts of addresses where people answer.
const PEOPLE: &[&str] = &[
    "discord.",
    "discord.gg",
    "slack.",
    "gitter.",
    "zulipchat",
    "chat.zulip",
    "matrix.",
    "forum",
    "discuss.",
    "mailto:",
    "groups.google",
    "stackoverflow.com/questions/tagged",
    "stackoverflow.com/tags",
    "stackoverflow.com/questions/ask",
    "t.me/",
    "irc.",
    "irc:",
    "ircs:",
    "webchat.",
    "lists.",
    "mailman",
    "reddit.com/r/",
    "teams.microsoft",
    "/support",
    "community.",
    "support.",
    "/contact",
    "chat.",
    "discordapp.",
    "whatsapp.",
    "teams.live.",
    "/slack",
    "/discord",
    "/irc",
    "/chat",
    "mattermost",
    "element.io",
    "groups.io",
    "/mailing-list",
    "stackoverflow.com/c/",
    "answers.",
];

/// Whether a place leads to people, by a link, an address, or the name of a room.
pub fn leads_to_people(reader: &Reader, at: Span) -> bool {
    let doc = reader.doc;
    // Clean prose holds no targets of links: an anchor of the page is no room.
    let text = doc.prose().readable(doc, doc.prose().clean_range(at));
    if is_for_another_matter(&text) {
        return false;
    }
    doc.links_in(at).iter().any(|it| !it.image && is_of_people(&it.target))
        || NAMED.is_match(&text) && (ROOM.is_match(&text) || ROOM.is_match(doc.at(at)) || ASKED_IN.is_match(&text))
        || MAIL.is_match(&text) && !is_made_up(&text) && !is_in_code(reader, at, &text)
        || person::has_handle(&text) && CALLED.is_match(&text)
}

/// Tells what to write into a form.
static FILLED_IN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"(?i)^\W*(?:\d+[.)] *)?(?:provide|enter|set|fill in|fill out|specify|type in)(?-u:\b)")
});

/// Whether the first address of a place is an example, as its marks say.
fn is_in_code(reader: &Reader, at: Span, text: &str) -> bool {
    let doc = reader.doc;
    let Some(found) = MAIL.find(text) else { return false };
    let address = text[found.range()].trim_start_matches(|it: char| !it.is_alphanumeric());
    let mut code = doc.prose().masks(doc.prose().clean_range(at)).filter(|(stand, _)| *stand == Stand::Code);
    code.any(|(_, span)| doc.at(span).contains(address))
}

/// Whether a place is for something else than questions.
pub fn is_for_another_matter(text: &str) -> bool {
    ASIDE.is_match(text) || FILLED_IN.is_match(text)
}

/// What programs talk to.
const MACHINES: &[&str] =
    &["api.", "hooks.", "/api/", "/developers", "/services/", "docs.", "/docs/", "/bots", "status."];

fn is_of_people(target: &str) -> bool {
    let lower = target.to_lowercase();
    let is_mail = lower.starts_with("mailto:");
    // A folder that is called `slack` is no room, and a page of a forge that is called `support` is code.
    let is_elsewhere =
        !lower.contains("://") && !is_mail && !lower.starts_with("irc") || address::leads_to_code(target);
    if is_elsewhere || address::is_badge(target) || is_mail && is_made_up(&lower) {
        return false;
    }
    if MACHINES.iter().any(|it| lower.contains(it)) {
        return false;
    }
    // "blacklists.example.com" is no mailing list.
    let holds =
        |part: &str| lower.match_indices(part).any(|(at, _)| !part.ends_with('.') || !ends_in_letter(&lower[..at]));
    is_tracker(&lower) || !is_one_thread(&lower) && PEOPLE.iter().any(|it| holds(it))
}

fn ends_in_letter(text: &str) -> bool {
    text.ends_with(|it: char| it.is_alphanumeric())
}

/// Where issues and discussions are opened: not one of them, and not a list of some.
fn is_tracker(target: &str) -> bool {
    if target.contains("?q=") || target.contains("label") {
        return false;
    }
    let path = target.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let after = |mark: &str| path.find(mark).map(|at| &path[at + mark.len()..]);
    let is_place = |rest: &str| rest.is_empty() || rest.starts_with("/new") || rest.starts_with("/categories");
    after("/issues").is_some_and(is_place) || after("/discussions").is_some_and(is_place)
}

/// One discussion among many, by its number.
fn is_one_thread(target: &str) -> bool {
    let mut parts =
        target.split('/').skip_while(|it| !matches!(*it, "t" | "issues" | "discussions" | "questions" | "msg"));
    parts.next().is_some() && parts.any(|it| it.bytes().filter(u8::is_ascii_digit).count() > 1)
}

fn is_made_up(text: &str) -> bool {
    const NOBODY: &[&str] = &["@example.", "git@", "noreply", "no-reply", "@localhost", "@users.noreply", "your"];
    let lower = text.to_lowercase();
    NOBODY.iter().any(|it| lower.contains(it))
}

#[cfg(test)]
mod tests {
    use super::{is_for_another_matter, is_of_people};

    #[test]
    fn an_address_leads_to_people_where_they_answer() {
        for target in [
            "https://shop.slack.com/archives/C01",
            "https://github.com/shop/shop/issues",
            "https://github.com/shop/shop/issues/new/choose",
            "https://github.com/shop/shop/discussions/categories/q-a",
            "https://discuss.example.org/c/shop",
            "mailto:shop@lists.example.com",
        ] {
            assert!(is_of_people(target), "{target}");
        }
        for target in [
            "#getting-help",
            "../slack/README.md",
            "https://github.com/shop/shop/issues/12",
            "https://github.com/shop/shop/issues?q=label%3Abug",
            "https://github.com/shop/shop/blob/main/community.md",
            "https://discuss.example.org/t/moved-house/1234",
            "https://api.slack.com/apps",
            "https://twitter.com/shop",
            "https://example.com/blacklists.aspx",
        ] {
            assert!(!is_of_people(target), "{target}");
        }
    }

    #[test]
    fn some_rooms_are_for_other_matters() {
        assert!(is_for_another_matter("For edit access, ask in #docs on Slack."));
        assert!(is_for_another_matter("To gain viewing permissions please join the group."));
        assert!(!is_for_another_matter("Ask in #billing on Slack."));
    }
}
