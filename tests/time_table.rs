//! The table of times: eighty ways to name a time, and of each what is asked about and what is left alone. Pages and cases
//! show a row below a heading such as `## row 34: soon`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Ways to name a time of which we never ask anything: no reader is helped by the question.
const NEVER_ASKED: &[(usize, &str)] = &[(50, "\"nowadays\" is a matter of style")];

const ROWS: usize = 80;

/// How often a row has an example that asks, and one that does not.
type Shown = BTreeMap<usize, (usize, usize)>;

fn read(path: &Path, shown: &mut Shown) {
    let text = fs::read_to_string(path).expect("it can be read");
    let mut row = None;
    for line in text.lines() {
        if line.starts_with("## ") || line.starts_with("# ") {
            let number = line.strip_prefix("## row ").and_then(|rest| rest.split(':').next()?.parse().ok());
            row = number;
        } else if let (Some(row), Some(fence)) = (row, line.strip_prefix("````md ")) {
            let counts = shown.entry(row).or_insert((0, 0));
            counts.0 += usize::from(fence.starts_with("bad"));
            counts.1 += usize::from(fence.starts_with("good"));
        }
    }
}

#[test]
fn each_row_is_shown_true_and_false() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut shown = Shown::new();
    for folder in ["tests/cases", "rules/when"] {
        for entry in fs::read_dir(root.join(folder)).expect("the folder exists") {
            read(&entry.expect("it can be read").path(), &mut shown);
        }
    }
    let missing = |row: &usize| {
        let (asked, left_alone) = shown.get(row).copied().unwrap_or((0, 0));
        let is_never_asked = NEVER_ASKED.iter().any(|(number, _)| number == row);
        (asked == 0) != is_never_asked || left_alone == 0
    };
    let missing: Vec<usize> = (1..=ROWS).filter(missing).collect();
    assert!(missing.is_empty(), "rows of the table of times without their two examples: {missing:?}");
}
