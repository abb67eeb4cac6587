//! How wide the columns of a table for people are. It knows nothing of what stands in them.

/// Letters of a column at most: what is longer stands over, and nothing else is moved by it. A format takes no width of 65,536.
const MOST: usize = 80;

/// The width of a column that holds such cells.
pub fn width<'c>(cells: impl IntoIterator<Item = &'c str>) -> usize {
    cells.into_iter().map(|it| it.chars().count()).filter(|it| *it <= MOST).max().unwrap_or(0)
}

/// The widths of all columns.
pub fn widths<R: AsRef<[String]>>(rows: &[R]) -> Vec<usize> {
    let columns = rows.iter().map(|it| it.as_ref().len()).max().unwrap_or(0);
    let cells = |at: usize| rows.iter().filter_map(move |row| row.as_ref().get(at)).map(String::as_str);
    (0..columns).map(|at| width(cells(at))).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_long_moves_nothing_else() {
        let row = |first: &str| vec![first.to_owned(), "é".to_owned()];
        assert_eq!(super::widths(&[row("abc"), row(&"x".repeat(70_000))]), [3, 1]);
        assert_eq!(super::widths::<Vec<String>>(&[]), [0; 0]);
    }
}
