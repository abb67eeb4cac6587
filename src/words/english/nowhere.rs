//! Links to `#` or to nothing at all: the top of the page, a room that has no address, or what somebody has still to put in.

/// Words of a link that leads to the top, or of one that stands for others.
const MEANT: &[&str] = &[
    "top",
    "up",
    "back",
    "contents",
    "toc",
    "home",
    "start",
    "beginning",
    "menu",
    "index",
    "return",
    "tbd",
    "todo",
    "soon",
    "yet",
    "placeholder",
    "example",
    "sample",
];

/// Words beside a link of which somebody knows that it waits.
const WAITS: &[&str] = &["tbd", "todo", "coming soon", "placeholder", "to be added"];

/// Whether what looks like such a link is a call or a choice of letters, or a template: `set_[left|right]()`.
pub fn is_call(before: &str, link: &str) -> bool {
    link.contains(['|', '(', '{', '='])
        || before.ends_with(|it: char| it.is_alphanumeric() || matches!(it, '_' | ']' | '.'))
}

/// Whether such a link does what its words say, shows an address in its words, or the line that it stands in says that it leads
/// nowhere yet.
pub fn is_meant(link: &str, line: &str) -> bool {
    let lower = link.to_ascii_lowercase();
    let is_room = lower.starts_with(['#', '@']) || lower.contains(": #");
    let mut words = lower.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).peekable();
    let line = line.to_ascii_lowercase();
    let is_address = lower.contains("://");
    is_room
        || is_address
        || words.peek().is_none()
        || words.any(|it| MEANT.contains(&it))
        || WAITS.iter().any(|it| line.contains(it))
}

#[cfg(test)]
mod tests {
    use super::{is_call, is_meant};

    #[test]
    fn the_top_a_room_and_what_waits_are_meant() {
        for link in ["Back to top", "Table of contents", "#keepers", "@keepers", "\u{2191}", "Chat: #keepers"] {
            assert!(is_meant(link, ""), "{link}");
        }
        assert!(is_meant("The board", "- [The board](#) - TBD") && !is_meant("the guide", "See [the guide](#)."));
        assert!(is_meant("http://localhost", "At [http://localhost]()."));
        assert!(is_call("set_", "left") && is_call("", "left|right") && !is_call("See ", "the guide"));
    }
}
