//! What an exception names that is no rule.

use std::cell::Cell;

use crate::config::did_you_mean;
use crate::rule::Catalog;

/// Of so many names that are none a text is told which one was meant: each is held against those of all rules.
pub const MOST_GUESSED: usize = 100;

/// Why nothing is excepted by a name, in words; nothing where it is that of a rule. It is told which one was meant as long as there are
/// `guesses` left.
pub fn unknown(catalog: &Catalog, name: &str, guesses: &Cell<usize>) -> Option<String> {
    if catalog.rule(name).is_some() {
        return None;
    }
    let needs = || catalog.rules.iter().filter_map(|it| it.id.strip_prefix(name)?.strip_prefix('.'));
    Some(match needs().next() {
        Some(need) => format!("`{name}` is a kind of document: name what it misses, as in `{name}.{need}`"),
        None if catalog.is_selector(name) => {
            format!("`{name}` stands for many rules: name each; in `pingless.toml`, `ignore` and `[allow]` take it")
        }
        None => {
            let left = guesses.replace(guesses.get().saturating_sub(1));
            let known = catalog.rules.iter().filter(|_| left > 0).map(|it| &*it.id);
            nearest(format!("there is no rule `{name}`"), name, known)
        }
    })
}

/// The same of the name of a kind.
pub fn unknown_kind(catalog: &Catalog, name: &str) -> Option<String> {
    let told = || nearest(format!("there is no kind `{name}`"), name, catalog.kind_names());
    catalog.kind(name).is_none().then(told)
}

/// What is said of a verb that is none of these.
pub(super) fn verb(name: &str, known: &[&str]) -> String {
    nearest(format!("`{name}` is not known here"), name, known.iter().copied())
}

/// What is wrong, with the name that may be meant.
fn nearest<'n>(wrong: String, name: &str, known: impl Iterator<Item = &'n str>) -> String {
    let nearest = did_you_mean(name, known, "");
    if nearest.is_empty() { wrong } else { format!("{wrong}: {nearest}") }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::{MOST_GUESSED, unknown};
    use crate::rule::Catalog;

    #[test]
    fn a_name_that_is_no_rule_is_told_what_it_is() {
        let catalog = Catalog::builtin();
        let said = |name: &str| unknown(&catalog, name, &Cell::new(1));
        assert_eq!(said("ambiguous-deadline"), None);
        assert_eq!(said("postmortem.impact"), None);
        let nearest = "there is no rule `ambiguous-deadlne`: did you mean `ambiguous-deadline`?";
        assert_eq!(said("ambiguous-deadlne").as_deref(), Some(nearest));
        assert_eq!(said("zzz").as_deref(), Some("there is no rule `zzz`"));
        assert!(said("when").is_some_and(|it| it.starts_with("`when` stands for many rules")));
        assert!(said("all").is_some_and(|it| it.starts_with("`all` stands for many rules")));
        let kind = "`status-update` is a kind of document: name what it misses, as in `status-update.shipped`";
        assert_eq!(said("status-update").as_deref(), Some(kind));
    }

    #[test]
    fn of_many_wrong_names_some_are_guessed() {
        let (catalog, guesses) = (Catalog::builtin(), Cell::new(MOST_GUESSED));
        let said: Vec<String> =
            (0..=MOST_GUESSED).filter_map(|_| unknown(&catalog, "ambiguous-deadlne", &guesses)).collect();
        assert!(said[MOST_GUESSED - 1].ends_with("did you mean `ambiguous-deadline`?"));
        assert_eq!(said[MOST_GUESSED], "there is no rule `ambiguous-deadlne`");
    }
}
