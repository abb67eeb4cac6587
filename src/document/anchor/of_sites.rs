//! Ids that some programs for sites make and no forge: of a heading without the pictures in it that are written as names, and
//! of what folded text is called.

use super::slug;

/// What such an id is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// A heading in which `:smile:` is a sign.
    Sign,
    /// One in which `:material-door:` is a picture as well.
    Icon,
    /// `<summary>`
    Summary,
}

/// Sets of pictures, as their names begin.
const SETS: &[&str] = &["material-", "fontawesome-", "octicons-", "simple-"];

/// The id of a heading that is written with names of pictures, without them.
pub(super) fn undrawn(heading: &str) -> Option<(Part, String)> {
    let (mut kept, mut part, mut rest) = (String::new(), None, heading);
    while let Some(at) = rest.find(':') {
        kept.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some(end) = picture(rest) else {
            kept.push(':');
            continue;
        };
        let is_of_set = SETS.iter().any(|set| rest.starts_with(set));
        part = part.max(Some(if is_of_set { Part::Icon } else { Part::Sign }));
        rest = without_attributes(&rest[end + 1..]);
        kept.push(' ');
    }
    kept.push_str(rest);
    let words: Vec<&str> = kept.split_whitespace().collect();
    let id = slug(&words.join(" "));
    part.map(|part| (part, id)).filter(|(_, id)| !id.is_empty())
}

/// Where the name of a picture ends that begins here.
fn picture(rest: &str) -> Option<usize> {
    let end = rest.find(|it: char| !(it.is_ascii_alphanumeric() || matches!(it, '+' | '-' | '_')))?;
    let is_name = rest[..end].contains(|it: char| it.is_ascii_alphabetic()) || matches!(&rest[..end], "+1" | "-1");
    (is_name && rest[end..].starts_with(':')).then_some(end)
}

/// Without `{ .big }` behind a picture.
fn without_attributes(rest: &str) -> &str {
    rest.strip_prefix('{').and_then(|it| it.split_once('}')).map_or(rest, |(_, behind)| behind)
}

#[cfg(test)]
mod tests {
    use super::{Part, undrawn};

    #[test]
    fn pictures_are_no_words_of_an_id() {
        for (heading, part, id) in [
            (":material-door: Open a door", Part::Icon, "open-a-door"),
            ("Doors :door: and locks :fire:", Part::Sign, "doors-and-locks"),
            (":door: Locks :simple-lock:{ .big } and keys", Part::Icon, "locks-and-keys"),
            (":octicons-lock-24:Locks: all of them", Part::Icon, "locks-all-of-them"),
            (":+1: Ä :-1:", Part::Sign, "ä"),
        ] {
            assert_eq!(undrawn(heading), Some((part, id.to_owned())), "{heading}");
        }
        for other in ["Ports 80:443: here", "Doors: all: of them", "::", ":door:", ":door :", "a :ä: b"] {
            assert_eq!(undrawn(other), None, "{other}");
        }
    }
}
