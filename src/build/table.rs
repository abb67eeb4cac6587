//! Reads the tables that the build turns into code.

/// The lines of a table, each with the `[name]` that it stands below; one that begins with `#` says something of the table.
pub fn lines(table: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut name = "";
    table.lines().filter(|line| !line.starts_with('#')).filter_map(move |line| {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(next) => {
                name = next;
                None
            }
            None => Some((name, line)),
        }
    })
}
