//! What was counted on labelled texts, as `figures.tsv` has it.

/// True and false positives and negatives.
pub type Counts = [usize; 4];

#[derive(Debug)]
pub struct Figure {
    pub set: &'static str,
    /// What was asked: `slot`, `sure`, `kind`, `kind-of-text`, `sure-kind`, `sentence`.
    pub what: &'static str,
    pub name: &'static str,
    pub ours: Counts,
    /// What one regular expression says of the same texts.
    pub plain: Option<Counts>,
}

impl Figure {
    pub fn all() -> Vec<Figure> {
        include_str!("figures.tsv").lines().map(Self::parse).collect()
    }

    fn parse(line: &'static str) -> Figure {
        let cells: Vec<&str> = line.split('\t').collect();
        let [set, what, name, rest @ ..] = cells.as_slice() else { panic!("figures.tsv: {line}") };
        let counts = |cells: &[&str]| -> Option<Counts> {
            let numbers: Result<Vec<usize>, _> = cells.iter().map(|it| it.parse()).collect();
            numbers.ok()?.try_into().ok()
        };
        let ours = rest.get(..4).and_then(counts).unwrap_or_else(|| panic!("figures.tsv: {line}"));
        Figure { set, what, name, ours, plain: rest.get(4..).and_then(counts) }
    }
}

/// Precision, recall and F1; a share of nothing is 0.
pub fn scores([tp, fp, fn_, _]: Counts) -> (f64, f64, f64) {
    let share = |part: usize, all: usize| part as f64 / all.max(1) as f64;
    (share(tp, tp + fp), share(tp, tp + fn_), share(2 * tp, 2 * tp + fp + fn_))
}

/// The 95 % Wilson interval of a share.
pub fn wilson(part: usize, all: usize) -> (f64, f64) {
    const Z: f64 = 1.959_964;
    if all == 0 {
        return (0.0, 1.0);
    }
    let (n, p) = (all as f64, part as f64 / all as f64);
    let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt() / (1.0 + Z * Z / n);
    ((middle - half).max(0.0), (middle + half).min(1.0))
}
