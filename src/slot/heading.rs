//! The headings that announce a slot, and which names are one of them or a longer form of it.

use crate::words::heading;
use crate::words::pair::Pairs;

/// Headings (normalised).
#[derive(Debug, Default)]
pub struct Headings {
    all: Vec<Heading>,
    /// What any of them begins and ends with: of nearly no name one has to be looked at.
    first: Pairs,
    last: Pairs,
}

#[derive(Debug)]
struct Heading {
    text: String,
    edges: Edges,
}

impl FromIterator<String> for Headings {
    fn from_iter<T: IntoIterator<Item = String>>(all: T) -> Self {
        let all: Vec<Heading> = all.into_iter().map(|text| Heading { edges: Edges::of(&text), text }).collect();
        let mut headings = Self { all, ..Self::default() };
        for Edges { first, last } in headings.all.iter().map(|it| it.edges) {
            if first == Edges::ANY {
                headings.first.add_all();
                headings.last.add_all();
            }
            headings.first.add(first);
            headings.last.add(last);
        }
        headings
    }
}

impl Headings {
    /// All of them, in the order of their page.
    pub fn iter(&self) -> impl Iterator<Item = &String> {
        self.all.iter().map(|it| &it.text)
    }

    /// Whether a name (normalised) is one of them.
    pub fn contains(&self, name: &str) -> bool {
        self.iter().any(|it| it == name)
    }

    /// Whether a name (normalised) is one of them, or a longer form of one, with or without an article.
    pub fn announce(&self, name: &str) -> bool {
        self.announce_as(name) || heading::without_article(name).is_some_and(|it| self.announce_as(it))
    }

    fn announce_as(&self, name: &str) -> bool {
        let edges = Edges::of(name);
        self.first.may_have(edges.first) && self.all.iter().any(|it| it.begins(name, edges))
            || self.last.may_have(edges.last) && self.all.iter().any(|it| it.ends(name, edges))
    }
}

impl Heading {
    /// "Context and motivation" is both.
    fn begins(&self, name: &str, edges: Edges) -> bool {
        let is_first = || name.strip_prefix(&self.text).is_some_and(|rest| rest.starts_with(" and "));
        self.edges.may_begin(edges) && (heading::is_titled(name, &self.text) || is_first())
    }

    /// "Current action items" are action items, but "Future decision" is no decision: only an entry of several words may
    /// stand at the end, after one other.
    fn ends(&self, name: &str, edges: Edges) -> bool {
        if !self.edges.may_end(edges) {
            return false;
        }
        let Some(before) = name.strip_suffix(&self.text).filter(|rest| rest.ends_with(' ')) else { return false };
        let is_second = || before.strip_suffix(" and ").is_some_and(|first| !first.contains(" and "));
        self.text.contains(' ') && before.trim_end().split(' ').count() == 1 || is_second()
    }
}

/// The letters that a text begins and ends with: every heading is held against every entry, and nearly none has them in
/// common with one.
#[derive(Debug, Clone, Copy)]
struct Edges {
    first: [u8; 2],
    last: [u8; 2],
}

impl Edges {
    fn of(text: &str) -> Self {
        let (first, last) = (text.as_bytes().first_chunk(), text.as_bytes().last_chunk());
        Self { first: first.copied().unwrap_or(Self::ANY), last: last.copied().unwrap_or(Self::ANY) }
    }

    /// Of a text of a single letter, which any may begin or end with.
    const ANY: [u8; 2] = [0; 2];

    fn may_begin(self, name: Self) -> bool {
        self.first == name.first || self.first == Self::ANY
    }

    fn may_end(self, name: Self) -> bool {
        self.last == name.last || self.last == Self::ANY
    }
}

#[cfg(test)]
mod tests {
    use super::Headings;

    #[test]
    fn longer_forms_of_a_heading_announce_it() {
        let headings: Headings = ["action item", "decision", "q"].map(str::to_owned).into_iter().collect();
        for name in
            ["action item", "decision", "current action item", "action item of today", "q", "q and a", "the decision"]
        {
            assert!(headings.announce(name), "{name}");
        }
        for name in ["context and decision", "decision and context", "a and q"] {
            assert!(headings.announce(name), "{name}");
        }
        for name in
            ["", "future decision", "decision driver", "all the old action item", "a and b and q", "faq", "quiz"]
        {
            assert!(!headings.announce(name), "{name}");
        }
        assert!(headings.contains("decision") && !headings.contains("decision and context"));
        assert_eq!(headings.iter().next().map(String::as_str), Some("action item"));
    }
}
