//! What divides a text, by its name: a heading that stands there a hundred thousand times is looked at once.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use crate::words::heading;
use crate::words::pair::Pairs;

/// Where a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    /// It divides the whole text.
    Main,
    /// A deeper heading.
    Deeper,
    /// A bold label, a header field.
    Other,
}

/// The headings and labels of a text that are called the same.
struct Name<'d> {
    normal: &'d str,
    /// What the first of them is called, and its number among all.
    shown: &'d str,
    first: usize,
    counts: Counts,
}

/// So many of each rank.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub main: usize,
    pub deeper: usize,
    pub other: usize,
}

impl Counts {
    fn of(&mut self, rank: Rank) -> &mut usize {
        match rank {
            Rank::Main => &mut self.main,
            Rank::Deeper => &mut self.deeper,
            Rank::Other => &mut self.other,
        }
    }

    fn add(&mut self, more: Counts) {
        self.main += more.main;
        self.deeper += more.deeper;
        self.other += more.other;
    }
}

/// All names of a text, in the order of the alphabet.
#[derive(Default)]
pub(super) struct Divided<'d> {
    names: Vec<Name<'d>>,
    /// What any of them begins with: nearly no entry is the title of one.
    first: Pairs,
    pub all: Counts,
}

impl<'d> Divided<'d> {
    /// The names in the order in which they count: what each is, normalised, and how it is written.
    pub fn by(named: impl Iterator<Item = (Rank, &'d str, &'d str)>) -> Self {
        let mut it = Self::default();
        let mut known: HashMap<&str, usize> = HashMap::new();
        for (first, (rank, normal, shown)) in named.enumerate() {
            let index = *known.entry(normal).or_insert(it.names.len());
            if index == it.names.len() {
                let shown = shown.trim_end_matches(':');
                it.names.push(Name { normal, shown, first, counts: Counts::default() });
            }
            *it.names[index].counts.of(rank) += 1;
            *it.all.of(rank) += 1;
        }
        it.names.sort_unstable_by_key(|name| name.normal);
        let first = it.names.iter().filter_map(|name| name.normal.as_bytes().first_chunk());
        first.for_each(|pair| it.first.add(*pair));
        it
    }

    /// How the first of the names is written that each of these entries is the title of, and how many names one of
    /// them is the title of.
    pub fn titled(&self, entries: &[Cow<str>]) -> (Vec<&'d str>, Counts) {
        let (mut shown, mut typical) = (Vec::new(), BTreeSet::new());
        let may_title = |entry: &&Cow<str>| entry.as_bytes().first_chunk().is_none_or(|it| self.first.may_have(*it));
        for entry in entries.iter().filter(may_title) {
            // A longer form of an entry follows it: nothing in a name comes before a space.
            let from = self.names.partition_point(|name| name.normal < &**entry);
            let titled = self.names[from..].iter().take_while(|name| heading::is_titled(name.normal, entry));
            let titled = from..from + titled.count();
            shown.extend(self.names[titled.clone()].iter().min_by_key(|name| name.first).map(|name| name.shown));
            typical.extend(titled);
        }
        let mut counts = Counts::default();
        typical.into_iter().for_each(|index| counts.add(self.names[index].counts));
        (shown, counts)
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{Divided, Rank};

    #[test]
    fn a_longer_form_is_found_behind_its_entry_and_each_name_counts_once() {
        let names = [
            (Rank::Main, "step to reproduce the crash", "Steps to reproduce the crash:"),
            (Rank::Main, "step to reproduced", "Steps to reproduced"),
            (Rank::Deeper, "step to reproduce", "Steps to reproduce"),
            (Rank::Other, "step to reproduce", "steps to reproduce"),
            (Rank::Other, "decision driver", "Decision drivers"),
        ];
        let divided = Divided::by(names.into_iter());
        let entries = ["step to reproduce", "step", "decision", "step to reproduce the crash"].map(Cow::Borrowed);
        let (shown, counts) = divided.titled(&entries);
        assert_eq!(shown, ["Steps to reproduce the crash"; 2]);
        assert_eq!((counts.main, counts.deeper, counts.other), (1, 1, 1));
        assert_eq!((divided.all.main, divided.all.deeper, divided.all.other), (2, 1, 2));
    }
}
