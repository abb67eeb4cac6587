//! What the test said at commits of the past. Which commits these are, and how their texts were read, others know.

use jiff::Timestamp;

use super::{Litmus, Share};

/// The outcome at one commit, as far as it is followed.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The id of the commit.
    pub commit: String,
    /// When it was committed.
    pub at: Timestamp,
    /// The name of each system that was there, and how many of its questions were answered; by name.
    pub systems: Vec<(String, Share)>,
}

/// How the outcome changed: its points, the oldest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trend {
    pub points: Vec<Point>,
}

impl Point {
    pub fn of(commit: String, at: Timestamp, litmus: &Litmus) -> Self {
        let mut systems: Vec<_> = litmus.systems.iter().map(|it| (it.name.clone(), it.answered())).collect();
        systems.sort_by(|one, other| one.0.cmp(&other.0));
        Self { commit, at, systems }
    }

    /// Over all systems that were there.
    pub fn answered(&self) -> Share {
        let add = |sum: Share, it: &Share| Share { part: sum.part + it.part, all: sum.all + it.all };
        self.systems.iter().map(|(_, share)| share).fold(Share::default(), add)
    }

    /// Of one system; none where it was not there.
    pub fn of_system(&self, name: &str) -> Option<Share> {
        let at = self.systems.binary_search_by(|(it, _)| it.as_str().cmp(name)).ok()?;
        Some(self.systems[at].1)
    }
}

impl Trend {
    /// Every system that was there at any point, by name.
    pub fn systems(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.points.iter().flat_map(|it| &it.systems).map(|it| it.0.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}
