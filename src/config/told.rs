//! Which file says what: every setting in force, and where it comes from.

use toml::{Table, Value};

/// One setting and the file that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// As it could be written: `levels.ambiguous-deadline`.
    pub key: String,
    /// As TOML on one line.
    pub value: String,
    pub from: String,
}

/// What all files say together counts of these; of any other the nearest file counts.
const JOINED: &[&str] = &["exclude", "overrides"];
/// So it is with these up to a file that says `select`: nothing counts of what those below it choose.
const CHOICES: &[&str] = &["select", "extend-select", "ignore"];

/// The settings in force. `layers` are the names of files and what they hold, the strongest first.
pub fn told(layers: &[(String, Table)]) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    for (from, table) in layers {
        for (key, value) in flat(table) {
            let is_joined = JOINED.contains(&key.as_str()) || key.starts_with("contract.");
            let by = if CHOICES.contains(&key.as_str()) { Some("select") } else { Some(&*key).filter(|_| !is_joined) };
            let is_told = all.iter().any(|it| Some(&*it.key) == by && it.from != *from);
            if key != "extend" && !is_told {
                all.push(Told { key, value: value.to_string(), from: from.clone() });
            }
        }
    }
    all.sort_by(|a, b| a.key.cmp(&b.key));
    all
}

/// The values of a table with the whole way to each of them.
fn flat(table: &Table) -> Vec<(String, &Value)> {
    let mut out = Vec::new();
    let mut open = vec![(String::new(), table)];
    while let Some((way, table)) = open.pop() {
        for (name, value) in table {
            let is_bare = name.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'_'));
            let name = if is_bare { name.clone() } else { format!("{name:?}") };
            let key = if way.is_empty() { name } else { format!("{way}.{name}") };
            match value {
                Value::Table(inner) => open.push((key, inner)),
                _ => out.push((key, value)),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn the_nearest_file_counts_and_lists_are_joined() {
        let layer = |name: &str, text: &str| (name.to_owned(), text.parse().expect("it is TOML"));
        let layers = [
            layer("near", "ignore = ['when']\nlevels.a = 'note'\npedantic = true\n"),
            layer(
                "far",
                "ignore = ['who']\npedantic = false\n[levels]\na = 'warn'\nb = 'warn'\n[kinds]\n'a/**' = 'adr'\n",
            ),
        ];
        let rows: Vec<String> =
            told(&layers).iter().map(|it| format!("{} = {} {}", it.key, it.value, it.from)).collect();
        let expected = [
            "ignore = [\"when\"] near",
            "ignore = [\"who\"] far",
            "kinds.\"a/**\" = \"adr\" far",
            "levels.a = \"note\" near",
            "levels.b = \"warn\" far",
            "pedantic = true near",
        ];
        assert_eq!(rows, expected);
    }

    #[test]
    fn what_a_selection_replaces_is_not_in_force() {
        let layer = |name: &str, text: &str| (name.to_owned(), text.parse().expect("it is TOML"));
        let layers = [
            layer("near", "ignore = ['when']\n"),
            layer("middle", "select = ['who', 'when']\nignore = ['ask']\n"),
            layer("far", "select = ['all']\nignore = ['who']\nextend-select = ['adr']\nexclude = ['a']\n"),
        ];
        let rows: Vec<String> = told(&layers).iter().map(|it| format!("{} {}", it.key, it.from)).collect();
        assert_eq!(rows, ["exclude far", "ignore near", "ignore middle", "select middle"]);
    }
}
