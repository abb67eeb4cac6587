//! Where people talk, or keep what they wrote, and others have to be let in: the one list of such hosts.

use super::{Place, host_and_path, is_at, leads_to_recording, without_scheme};

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

const ROOMS: &[(Place, Door)] = &[
    (("slack.com", "/archives/"), Door::Closed),
    (("app.slack.com", "/"), Door::Closed),
    (("discord.com", "/channels"), Door::Closed),
    (("discordapp.com", "/channels"), Door::Closed),
    (("teams.microsoft.com", "/"), Door::Closed),
    (("teams.live.com", "/"), Door::Closed),
    (("chat.google.com", "/"), Door::Closed),
    (("web.whatsapp.com", "/"), Door::Closed),
    (("t.me", "/"), Door::Ajar),
    (("gitter.im", "/"), Door::Ajar),
    (("docs.google.com", "/"), Door::Closed),
    (("drive.google.com", "/"), Door::Closed),
    (("dropbox.com", "/"), Door::Ajar),
    (("1drv.ms", "/"), Door::Ajar),
    (("onedrive.live.com", "/"), Door::Ajar),
    (("sharepoint.com", "/"), Door::Closed),
    (("notion.so", "/"), Door::Ajar),
    (("quip.com", "/"), Door::Ajar),
    (("miro.com", "/app/board/"), Door::Closed),
    (("atlassian.net", "/"), Door::Desk),
    (("linear.app", "/"), Door::Desk),
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

fn door(target: &str) -> Option<Door> {
    let address = without_scheme(target);
    let (host, path) = host_and_path(address);
    let (_, door) = ROOMS.iter().find(|(place, _)| is_at(host, path, *place))?;
    (!is_open_to_all(&address.to_ascii_lowercase())).then_some(*door)
}

/// What was published for everybody says so in its address.
fn is_open_to_all(path: &str) -> bool {
    ["/forms/", "/pub?", "/pubhtml", "/d/e/", "/viewform"].iter().any(|mark| path.contains(mark))
        || path.ends_with("/pub")
}

#[cfg(test)]
mod tests {
    use super::{is_for_members, leads_to_room};

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
