//! The ids that a link into a text may name, and which of them is meant by one that there is not. How a text makes them, it
//! does not know.

use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use super::Part;
use crate::words::english::slip;

/// The ids of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anchors {
    /// Every id, in small letters.
    pub(super) ids: HashSet<String>,
    /// The id of each heading, in order.
    pub headings: Vec<String>,
    /// A program adds text before it is shown: nobody can tell which ids there are then.
    pub is_open: bool,
    /// What some programs make ids of, and those.
    pub(super) of_sites: Vec<(Part, String)>,
    pub(super) by_letters: ByLetters,
}

/// The same without what joins their words, once somebody asks: it follows from the rest.
#[derive(Debug, Clone, Default)]
pub(super) struct ByLetters(OnceLock<Letters>);

#[derive(Debug, Clone)]
struct Letters {
    ids: HashSet<String>,
    /// The ids without the numbers before and behind them.
    bare: HashSet<String>,
    /// The first heading of each.
    headings: HashMap<String, usize>,
    of_sites: HashMap<Part, HashSet<String>>,
}

impl PartialEq for ByLetters {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for ByLetters {}

impl Hash for Anchors {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let mut ids: Vec<&String> = self.ids.iter().collect();
        ids.sort_unstable();
        (ids, &self.headings, self.is_open, &self.of_sites).hash(state);
    }
}

impl Anchors {
    /// Anchors of these names and of no others.
    pub fn of_names(names: impl IntoIterator<Item = String>) -> Self {
        let headings: Vec<String> = names.into_iter().collect();
        Self { ids: headings.iter().map(|it| it.to_lowercase()).collect(), headings, ..Self::default() }
    }

    fn by_letters(&self) -> &Letters {
        self.by_letters.0.get_or_init(|| {
            let mut headings = HashMap::new();
            for (number, heading) in self.headings.iter().enumerate() {
                headings.entry(letters(heading)).or_insert(number);
            }
            let mut of_sites: HashMap<Part, HashSet<String>> = HashMap::new();
            for (part, id) in &self.of_sites {
                of_sites.entry(*part).or_default().insert(letters(id));
            }
            let ids: HashSet<String> = self.ids.iter().map(|it| letters(it)).collect();
            Letters { bare: ids.iter().map(|it| bare(it).to_owned()).collect(), ids, headings, of_sites }
        })
    }

    /// Whether a fragment leads to one of them. A forge puts a prefix before them in its pages.
    pub fn has(&self, fragment: &str) -> bool {
        let lower = without_selectors(&fragment.to_lowercase());
        // Some write the prefix into their ids themselves.
        let bare = lower.strip_prefix("user-content-").unwrap_or(&lower);
        self.is_open || self.ids.contains(bare) || self.ids.contains(&lower)
    }

    /// Whether each of those is here as well, as far as anybody can tell.
    pub fn has_all_of(&self, others: &Self) -> bool {
        self.is_open || !others.is_open && others.ids.is_subset(&self.ids)
    }

    /// Whether one of them has the same letters and numbers: other forges join the words in other ways.
    pub fn has_like(&self, fragment: &str) -> bool {
        let wanted = letters(&fragment.to_lowercase());
        !wanted.is_empty() && self.by_letters().ids.contains(&wanted)
    }

    /// Whether a program for sites may make a fragment here. Some leave out numbers, or put one behind a heading that comes
    /// again, some take the marks off letters, and some have ids for tabs and settings.
    pub fn may_have(&self, fragment: &str) -> bool {
        let is_of_program = fragment.contains([':', '/', '.']) || fragment.starts_with("__");
        let may_lose_marks = || fragment.is_ascii() && !self.headings.iter().all(|it| it.is_ascii());
        let is_among = || {
            let wanted = letters(&fragment.to_lowercase());
            self.by_letters().bare.contains(bare(&wanted))
        };
        self.is_open || is_of_program || is_among() || may_lose_marks()
    }

    /// Whether a fragment is an id that some programs make, of one of these parts. They join words in their own ways, and put a
    /// number behind an id that comes again.
    pub fn has_of(&self, parts: &[Part], fragment: &str) -> bool {
        let wanted = letters(&fragment.to_lowercase());
        let first = wanted.trim_end_matches(|it: char| it.is_ascii_digit());
        let has = |name: &str| {
            self.by_letters().of_sites.iter().any(|(part, all)| parts.contains(part) && all.contains(name))
        };
        !parts.is_empty() && !first.is_empty() && (has(&wanted) || has(first))
    }

    /// The heading whose id has the same letters and numbers as a fragment.
    pub fn same(&self, fragment: &str) -> Option<&str> {
        let bare = letters(&fragment.to_lowercase());
        let number = self.by_letters().headings.get(&bare).filter(|_| !bare.is_empty())?;
        Some(&self.headings[*number])
    }

    /// The heading whose id is most like a fragment that none has the letters of. It looks at each.
    pub fn nearest(&self, fragment: &str) -> Option<&str> {
        let lower = fragment.to_lowercase();
        let bare = letters(&lower);
        let headings = &self.headings[..self.headings.len().min(MOST_HEADINGS)];
        // A number was put before it, or words behind it.
        let mut longer = headings.iter().filter(|it| bare.len() >= LONG && letters(it).contains(&bare));
        if let (Some(one), None) = (longer.next(), longer.next()) {
            return Some(one);
        }
        nearest_by_letters(headings, &lower).or_else(|| {
            // Words behind it were left out since, or other ones stand behind its number: "D7: …".
            let is_cut = |it: &str| {
                let rest = lower.strip_prefix(it).and_then(|rest| rest.strip_prefix('-'));
                letters(it).len() >= LONG && rest.is_some_and(|rest| rest.contains(char::is_alphabetic))
            };
            let number = slip::number(&lower);
            // The first one is mostly what the whole page is called.
            let is_cut_below = |at: usize, it: &str| at > 0 && is_cut(it);
            let is_same = |at: usize, it: &str| is_cut_below(at, it) || number.is_some() && slip::number(it) == number;
            let mut same = headings.iter().enumerate().filter(|(at, it)| is_same(*at, it)).map(|(_, it)| it);
            same.next().filter(|_| same.next().is_none()).map(String::as_str)
        })
    }
}

/// The heading whose id takes the fewest letters to be changed into a fragment.
fn nearest_by_letters<'h>(headings: &'h [String], lower: &str) -> Option<&'h str> {
    let length = lower.chars().count();
    if length > LONGEST {
        return None;
    }
    // What differs more in length cannot be as like.
    let is_near = |it: usize| it.min(length) as f64 >= ALIKE * it.max(length) as f64;
    // "week-1" is another part than "week-4".
    let digits = |it: &str| it.chars().filter(char::is_ascii_digit).collect::<String>();
    let numbers = digits(lower);
    let near = headings.iter().filter(|it| is_near(it.chars().count()) && digits(it) == numbers);
    let scored = near.map(|it| (strsim::normalized_levenshtein(it, lower), it));
    let best = scored.max_by(|one, other| one.0.total_cmp(&other.0))?;
    (best.0 >= ALIKE).then_some(best.1.as_str())
}

/// The letters and numbers of a name, without what joins them.
fn letters(name: &str) -> String {
    name.chars().filter(|it| it.is_alphanumeric()).collect()
}

/// Without the numbers before and behind it.
fn bare(letters: &str) -> &str {
    letters.trim_matches(|it: char| it.is_ascii_digit())
}

/// In a page of more headings than somebody writes, what is alike is looked for among the first.
const MOST_HEADINGS: usize = 1000;

/// Letters from which on a part of a heading stands for it.
const LONG: usize = 6;

/// Letters of a fragment that somebody got wrong. To compare two names takes as long as the one is long times the other.
const LONGEST: usize = 80;
/// How alike two names are at least, from 0 to 1, for one to be offered in place of the other.
const ALIKE: f64 = 0.8;

/// Without the invisible letters that make a sign coloured.
pub(super) fn without_selectors(text: &str) -> String {
    text.replace(['\u{fe0f}', '\u{200d}'], "")
}

#[cfg(test)]
mod tests {
    use super::Anchors;

    #[test]
    fn an_id_is_found_with_the_prefix_of_a_forge_and_without() {
        let anchors = Anchors::of_names(["alarms".to_owned(), "user-content-r0".to_owned()]);
        for fragment in ["alarms", "user-content-alarms", "user-content-r0", "User-Content-R0"] {
            assert!(anchors.has(fragment), "{fragment}");
        }
        assert!(!anchors.has("r0") && !anchors.has("alarm"));
    }

    #[test]
    fn what_begins_alike_is_the_same_part_where_only_one_does() {
        let ids = [
            "cupboards",
            "sources",
            "d7--hinges",
            "d70--locks",
            "q1--a",
            "q1--b",
            "step-1",
            "door-handles",
            "door-handles-of-brass",
        ];
        let anchors = Anchors { headings: ids.map(str::to_owned).to_vec(), ..Anchors::default() };
        let nearest = |fragment: &str| anchors.nearest(fragment);
        assert_eq!(nearest("sources-optional"), Some("sources"));
        assert_eq!(nearest("d7--all-that-a-door-hangs-on"), Some("d7--hinges"));
        for other in [
            "cupboards-of-oak",
            "q1--all-that-a-door-hangs-on",
            "d8--hooks",
            "sources-2",
            "step-1-open-it",
            "door-handles-of-brass-and-tin",
        ] {
            assert_eq!(nearest(other), None, "{other}");
        }
    }

    #[test]
    fn what_programs_for_sites_make_of_headings_is_theirs() {
        let anchors = Anchors::of_names(["1-doors--locks".to_owned(), "hinges".to_owned()]);
        for made in ["doors-locks", "doors_locks_1", "hinges-2", "__tabbed_1_2", "config.hinges", "doors/locks"] {
            assert!(anchors.may_have(made), "{made}");
        }
        assert!(!anchors.may_have("handles") && !anchors.may_have("doors"));
        let marked = Anchors::of_names(["türen".to_owned()]);
        assert!(marked.may_have("turen") && !marked.may_have("tür"));
    }

    #[test]
    fn to_a_long_name_none_is_compared() {
        let nearest = |letters: usize| {
            let name = "door-".repeat(letters / 5);
            Anchors::of_names([format!("{name}a")]).nearest(&format!("{name}e")).map(str::len)
        };
        assert_eq!(nearest(super::LONGEST - 5), Some(super::LONGEST - 4));
        assert_eq!(nearest(super::LONGEST + 5), None);
    }
}
