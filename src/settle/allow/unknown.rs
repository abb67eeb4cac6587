//! What an exception names that is no rule.

use crate::config::did_you_mean;
use crate::rule::Catalog;

/// Why nothing is excepted by a name, in words; nothing where it is that of a rule.
pub fn unknown(catalog: &Catalog, name: &str) -> Option<String> {
    if catalog.rule(name).is_some() {
        return None;
    }
    let needs = || catalog.rules.iter().filter_map(|it| it.id.strip_prefix(name)?.strip_prefix('.'));
    Some(match needs().next() {
        Some(need) => format!("`{name}` is a kind of document: name what it misses, as in `{name}.{need}`"),
        None if catalog.is_selector(name) => {
            format!("`{name}` stands for many rules: name each; in `pingless.toml`, `ignore` and `[allow]` take it")
        }
        None => nearest(format!("there is no rule `{name}`"), name, catalog.rules.iter().map(|it| &*it.id)),
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
    use super::unknown;
    use crate::rule::Catalog;

    #[test]
    fn a_name_that_is_no_rule_is_told_what_it_is() {
        let catalog = Catalog::builtin();
        let said = |name: &str| unknown(&catalog, name);
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
}
