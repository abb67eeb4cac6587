//! What a run spent its time on, for people.

use std::time::Duration;

use super::counted;

/// One sort of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub what: String,
    /// On all threads together.
    pub took: Duration,
}

/// The work, the longest first, with its share of all.
pub fn print(texts: usize, mut rows: Vec<Row>) -> String {
    rows.sort_by(|a, b| b.took.cmp(&a.took).then_with(|| a.what.cmp(&b.what)));
    let all: Duration = rows.iter().map(|row| row.took).sum();
    let share = |took: Duration| if all.is_zero() { 0.0 } else { took.as_secs_f64() / all.as_secs_f64() * 100.0 };
    let line = |what: &str, took: Duration| {
        format!("{:>10.2} ms {:>5.1} %  {what}\n", took.as_secs_f64() * 1000.0, share(took))
    };
    let lines: String = rows.iter().map(|row| line(&row.what, row.took)).collect();
    let total = format!("{} on all threads", counted(texts, "text"));
    format!("processor time by rule:\n{lines}{}", line(&total, all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_comes_first_and_the_shares_are_of_all() {
        let row = |what: &str, millis| Row { what: what.to_owned(), took: Duration::from_millis(millis) };
        let told = print(2, vec![row("b", 1), row("c", 6), row("a", 1)]);
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(lines[1], "      6.00 ms  75.0 %  c");
        assert_eq!(lines[2], "      1.00 ms  12.5 %  a");
        assert_eq!(lines[4], "      8.00 ms 100.0 %  2 texts on all threads");
        assert!(print(0, Vec::new()).ends_with("      0.00 ms   0.0 %  0 texts on all threads\n"));
    }
}
