//! Where people talk, or keep what they wrote, and others have to be let in: the one list of such hosts.

use super::{Place, host_and_path, is_at, leads_to_recording, without_scheme};
use crate::words::digit::leading_digits;

/// Who gets in, and what is kept there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    /// Talk and drafts, for members.
    Closed,
    /// Talk and drafts, often for everybody who has the address.
    Ajar,
    /// Records such as tickets, for members.
    Desk,
}

/// Each with what the address of one message looks like there, part by part: `*` is any word, `0` any number.
const ROOMS: &[(Place, Door, Option<&str>)] = &[
    (("slack.com", "/archives/"), Door::Closed, Some("/archives/*/p0")),
    (("app.slack.com", "/"), Door::Closed, None),
    (("discord.com", "/channels"), Door::Closed, Some("/channels/0/0/0")),
    (("discordapp.com", "/channels"), Door::Closed, Some("/channels/0/0/0")),
    (("teams.microsoft.com", "/"), Door::Closed, Some("/l/message/")),
    (("teams.live.com", "/"), Door::Closed, Some("/l/message/")),
    (("chat.google.com", "/"), Door::Closed, Some("/")),
    (("web.whatsapp.com", "/"), Door::Closed, Some("/")),
    (("t.me", "/"), Door::Ajar, Some("/c/")),
    (("gitter.im", "/"), Door::Ajar, None),
    (("docs.google.com", "/"), Door::Closed, None),
    (("drive.google.com", "/"), Door::Closed, None),
    (("dropbox.com", "/"), Door::Ajar, None),
    (("1drv.ms", "/"), Door::Ajar, None),
    (("onedrive.live.com", "/"), Door::Ajar, None),
    (("sharepoint.com", "/"), Door::Closed, None),
    (("notion.so", "/"), Door::Ajar, None),
    (("quip.com", "/"), Door::Ajar, None),
    (("miro.com", "/app/board/"), Door::Closed, None),
    (("atlassian.net", "/"), Door::Desk, None),
    (("linear.app", "/"), Door::Desk, None),
];

/// Whether what an address leads to is kept outside of the text's own house: in a chat, on a drive, in a recording.
pub fn leads_to_room(target: &str) -> bool {
    // Most links lead to a place in their own text.
    !target.starts_with('#') && (leads_to_recording(target) || matches!(door(target), Some(Door::Closed | Door::Ajar)))
}

/// Whether who is no member is asked for a password.
pub fn is_for_members(target: &str) -> bool {
    matches!(door(target), Some(Door::Closed | Door::Desk))
}

/// Whether an address leads to one message of a chat, which only its members can read.
pub fn leads_to_message(target: &str) -> bool {
    let (host, path) = host_and_path(without_scheme(target));
    // "…/c/{group}/{message}": what such an address looks like.
    let is_form = path.contains(['{', '}', '<', '>', '$']) || path.contains("%7B") || path.contains("/:");
    !is_form
        && ROOMS
            .iter()
            .any(|(place, _, form)| is_at(host, path, *place) && form.is_some_and(|form| is_of_form(path, form)))
}

fn is_of_form(path: &str, form: &str) -> bool {
    let is_number = |it: &str| !it.is_empty() && leading_digits(it) == it.len();
    let mut parts = path.split(['/', '?', '#']);
    let mut has = |form| match (form, parts.next()) {
        (_, None) => false,
        ("", _) => true,
        ("*", Some(part)) => !part.is_empty(),
        ("0", Some(part)) => is_number(part),
        ("p0", Some(part)) => part.strip_prefix('p').is_some_and(is_number),
        (word, Some(part)) => word == part,
    };
    form.split('/').all(&mut has)
}

fn door(target: &str) -> Option<Door> {
    let address = without_scheme(target);
    let (host, path) = host_and_path(address);
    let (_, door, _) = ROOMS.iter().find(|(place, ..)| is_at(host, path, *place))?;
    (!is_open_to_all(&address.to_ascii_lowercase())).then_some(*door)
}

/// What was published for everybody says so in its address.
fn is_open_to_all(path: &str) -> bool {
    ["/forms/", "/pub?", "/pubhtml", "/d/e/", "/viewform"].iter().any(|mark| path.contains(mark))
        || path.ends_with("/pub")
}

#[cfg(test)]
mod tests {
    use super::{is_for_members, leads_to_message, leads_to_room};

    #[test]
    fn a_message_is_told_from_a_channel() {
        for (target, is_message) in [
            ("https://example.slack.com/archives/C1/p1700000000000001", true),
            ("https://example.slack.com/archives/C1/p1700000000000001?thread_ts=1.2", true),
            ("https://example.slack.com/archives/C1", false),
            ("https://app.slack.com/client/T1/C1", false),
            ("https://discord.com/channels/1/2/3", true),
            ("https://ptb.discordapp.com/channels/1/2", false),
            ("https://teams.microsoft.com/l/message/19:a@thread/1", true),
            ("https://teams.microsoft.com/l/channel/19:a@thread", false),
            ("https://chat.google.com/room/a/b", true),
            ("https://t.me/c/12/34", true),
            ("https://t.me/pool", false),
            ("https://docs.google.com/document/d/abc/edit", false),
        ] {
            assert_eq!(leads_to_message(target), is_message, "{target}");
            assert!(!is_message || leads_to_room(target), "{target}");
        }
    }

    #[test]
    fn rooms_are_told_from_pages() {
        for (target, is_room, is_closed) in [
            ("https://example.slack.com/archives/C1", true, true),
            ("https://slack.com/help/articles/1", false, false),
            ("https://youtu.be/abc", true, false),
            ("https://docs.google.com/document/d/abc/edit", true, true),
            ("https://docs.google.com/document/d/e/abc/pub", false, false),
            ("https://docs.google.com/forms/d/1/viewform", false, false),
            ("https://t.me/pool", true, false),
            ("https://shop.atlassian.net/browse/POOL-1", false, true),
            ("https://example.com/slack.com/archives/guide", false, false),
            ("https://notslack.com/archives/C1", false, false),
        ] {
            assert_eq!((leads_to_room(target), is_for_members(target)), (is_room, is_closed), "{target}");
        }
    }
}
