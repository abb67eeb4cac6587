//! What a reviewer asks of the description of a change by its files alone, and what the files answer themselves.

use super::{Change, Sort};

impl Change {
    /// Whether a reviewer asks for a part of the description of such a change. Without a list of files, only what every
    /// change has to say is asked.
    pub fn calls_for(&self, part: &str) -> bool {
        let sorts: Vec<Sort> = self.sorted().into_iter().map(|(_, sort)| sort).collect();
        let has = |wanted: &[Sort]| sorts.iter().any(|sort| wanted.contains(sort));
        let is_large = self.lines_to_read().is_some_and(|lines| lines > self.bounds.large);
        match part {
            "screenshots" => has(&[Sort::Ui]),
            "rollback" | "deployment" => has(&[Sort::Migration, Sort::Infrastructure, Sort::Flag]),
            "testing" => sorts.is_empty() || has(&[Sort::Source, Sort::Ui, Sort::Migration, Sort::Infrastructure]),
            "how" => is_large,
            "linked-issue" => false,
            _ => true,
        }
    }

    /// Whether the files tell a part themselves where no word does: a test among them says what was checked, and of
    /// documents there is nothing to run.
    pub fn tells(&self, part: &str) -> bool {
        part == "testing" && (self.has_tests() || self.is_of_words())
    }

    /// Whether a test was written or changed with it, in a file of its own or beside its code.
    pub fn has_tests(&self) -> bool {
        self.sorted().iter().any(|(file, sort)| sort.is_test() || file.inside.has_tests)
    }

    /// Whether it holds nothing but documents and what checks the repository.
    pub(super) fn is_of_words(&self) -> bool {
        let sorted = self.sorted();
        !self.is_cut && !sorted.is_empty() && sorted.iter().all(|(_, sort)| sort.is_about_words())
    }
}

#[cfg(test)]
mod tests {
    use super::Change;

    #[test]
    fn files_tell_how_it_was_checked() {
        let tells = |files: &str| Change::of_numstat(files).tells("testing");
        assert!(tells("20 1 src/pool.go\n9 0 src/pool_test.go") && tells("9 0 docs/pool.md"));
        assert!(tells("20 1 src/pool.rs\ntests: src/pool.rs") && tells("20 1 src/pool.rs\ncomments: src/pool.rs"));
        assert!(!tells("20 1 src/pool.go\n9 0 docs/pool.md") && !tells(""));
        assert!(!Change::of_numstat("9 0 docs/pool.md").tells("why"));
    }
}
