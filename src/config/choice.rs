//! Which rules run: what a layer of the configuration selects and ignores. Where a layer comes from, it does not know.

use super::{Pattern, Settings, Word};
use crate::rule::Rule;

/// What one layer says of rules: rule ids, groups, kinds or `all`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    pub select: Option<Vec<String>>,
    pub extend_select: Vec<String>,
    pub ignore: Vec<String>,
}

/// A choice, and the globs of the paths that it is for; without them it is for all.
#[derive(Debug, Clone, Default)]
pub struct Chosen {
    pub paths: Option<Vec<Pattern>>,
    pub choice: Choice,
}

/// How exactly a word means a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exactness {
    All,
    /// Its group, or the kind whose need it is.
    Group,
    Rule,
}

/// How exactly a word means a rule, where it does.
pub(super) fn exactness(rule: &Rule, word: &str) -> Option<Exactness> {
    rule.is_selected_by(word).then(|| match word {
        "all" => Exactness::All,
        word if *word == *rule.id => Exactness::Rule,
        _ => Exactness::Group,
    })
}

impl Choice {
    /// Whether a rule runs, as far as this says: the more exact word counts, and of two alike `ignore`.
    pub fn of(&self, rule: &Rule) -> Option<bool> {
        let most = |list: &[String]| list.iter().filter_map(|word| exactness(rule, word)).max();
        let wanted = self.select.as_deref().and_then(most).max(most(&self.extend_select));
        match (wanted, most(&self.ignore)) {
            (None, None) => self.select.is_some().then_some(false),
            (wanted, ignored) => Some(wanted > ignored),
        }
    }

    /// Whether it selects a rule by its own name.
    pub fn names(&self, rule: &str) -> bool {
        self.select.iter().flatten().chain(&self.extend_select).any(|word| word == rule)
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Settings {
    /// What all layers choose, the weakest first; what is said of some paths stands behind what its layer says of all.
    pub(super) fn chosen(&self) -> Vec<Chosen> {
        let own = Choice {
            select: self.select.as_deref().map(words),
            extend_select: words(&self.extend_select),
            ignore: words(&self.ignore),
        };
        let overrides = self.overrides.iter().map(|it| Chosen {
            paths: Some(it.paths.get_ref().clone()),
            choice: Choice { select: None, extend_select: words(&it.extend_select), ignore: words(&it.ignore) },
        });
        let own = [Chosen { paths: None, choice: own }].into_iter().chain(overrides);
        self.below.iter().cloned().chain(own.filter(|it| !it.choice.is_empty())).collect()
    }
}

pub(super) fn words(list: &[Word]) -> Vec<String> {
    list.iter().map(|word| word.get_ref().clone()).collect()
}

#[cfg(test)]
mod tests {
    use crate::config::{Policies, Settings, Views};
    use crate::finding::Level;
    use crate::rule::Catalog;

    /// Whether `ambiguous-deadline` and `time-without-zone` run on `docs/a.md`.
    fn run(layers: &[&str]) -> [bool; 2] {
        let catalog = Catalog::builtin();
        let read = |text: &&str| Settings::parse("pingless.toml", text).expect("it is a configuration");
        // Files are read from the nearest on, and the command line is put over them.
        let (own, files) = layers.split_last().expect("there is a layer");
        let files = files.iter().rev().map(read).fold(Settings::default(), |near, far| near.over(far));
        let settings = read(own).over(files);
        let policy = Policies::new(&settings).of(Some(&Views::new("docs/a.md".to_owned(), [])));
        ["ambiguous-deadline", "time-without-zone"].map(|id| policy.enables(catalog.rule(id).expect("it is a rule")))
    }

    #[test]
    fn within_a_layer_the_more_exact_word_counts() {
        assert_eq!(run(&["ignore = ['when']"]), [false, false]);
        assert_eq!(run(&["ignore = ['when']\nextend-select = ['ambiguous-deadline']"]), [true, false]);
        assert_eq!(run(&["ignore = ['when']\nselect = ['ambiguous-deadline']"]), [true, false]);
        assert_eq!(run(&["ignore = ['ambiguous-deadline']\nselect = ['when', 'ambiguous-deadline']"]), [false, true]);
        assert_eq!(run(&["ignore = ['all']\nselect = ['when']"]), [true, true]);
        assert_eq!(run(&["ignore = ['when']\nselect = ['when']"]), [false, false]);
    }

    #[test]
    fn a_later_layer_undoes_what_an_earlier_one_says() {
        const IGNORED: &str = "ignore = ['ambiguous-deadline']";
        assert_eq!(run(&[IGNORED, ""]), [false, true]);
        assert_eq!(run(&[IGNORED, "ignore = ['time-without-zone']"]), [false, false]);
        assert_eq!(run(&[IGNORED, "select = ['ambiguous-deadline']"]), [true, false]);
        assert_eq!(run(&[IGNORED, "extend-select = ['ambiguous-deadline']"]), [true, true]);
        assert_eq!(run(&[IGNORED, "extend-select = ['when']"]), [true, true]);
        assert_eq!(run(&["extend-select = ['ambiguous-deadline']", "ignore = ['when']"]), [false, false]);
        assert_eq!(run(&["select = ['when']", "extend-select = ['who']"]), [true, true]);
        assert_eq!(run(&["select = ['when']", "", "select = ['who']"]), [false, false]);
    }

    #[test]
    fn the_nearest_layer_that_speaks_of_a_rule_gives_its_level() {
        let catalog = Catalog::builtin();
        let read = |text: &str| Settings::parse("pingless.toml", text).expect("it is a configuration");
        let level = |far: &str, near: &str, own: &str| {
            let policy = Policies::new(&read(own).over(read(near).over(read(far)))).of(None);
            let rule = catalog.rule("ambiguous-deadline").expect("it is a rule");
            policy.level(rule, rule.level)
        };
        const EXACT: &str = "levels.ambiguous-deadline = 'error'";
        assert_eq!(level(EXACT, "levels.who = 'note'", ""), Level::Error);
        assert_eq!(level(EXACT, "levels.when = 'note'", "pedantic = true"), Level::Note);
        assert_eq!(level(EXACT, "", "levels.all = 'note'"), Level::Note);
        assert_eq!(level("levels.when = 'note'", EXACT, ""), Level::Error);
        assert_eq!(level("", "levels.when = 'note'\nlevels.ambiguous-deadline = 'error'", ""), Level::Error);
    }

    #[test]
    fn what_a_layer_says_of_some_paths_is_over_what_it_says_of_all() {
        const OVERRIDE: &str = "[[overrides]]\npaths = ['docs']\n";
        let ignored = format!("{OVERRIDE}ignore = ['when']");
        assert_eq!(run(&[&ignored]), [false, false]);
        assert_eq!(run(&[&format!("select = ['ambiguous-deadline']\n{ignored}")]), [false, false]);
        assert_eq!(
            run(&[&format!("ignore = ['when']\n{OVERRIDE}extend-select = ['ambiguous-deadline']")]),
            [true, false]
        );
        assert_eq!(run(&[&ignored, "pedantic = true"]), [false, false]);
        assert_eq!(run(&[&ignored, "select = ['ambiguous-deadline']"]), [true, false]);
        assert_eq!(run(&["[[overrides]]\npaths = ['notes']\nignore = ['when']"]), [true, true]);
    }
}
