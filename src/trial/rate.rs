//! Shares with their intervals, and how many times larger one is than another. Knows numbers only.

/// The 97.5 % point of the normal distribution: intervals are of 95 %.
const Z: f64 = 1.959_964;

/// How many of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub part: usize,
    pub all: usize,
}

/// The lower and the upper end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

impl Share {
    pub fn new(part: usize, all: usize) -> Self {
        debug_assert!(part <= all, "{part} of {all}");
        Self { part, all }
    }

    /// 0 where there is nothing.
    pub fn value(self) -> f64 {
        if self.all == 0 { 0.0 } else { self.part as f64 / self.all as f64 }
    }

    /// Wilson's interval.
    pub fn interval(self) -> Interval {
        if self.all == 0 {
            return Interval { low: 0.0, high: 1.0 };
        }
        let (n, p) = (self.all as f64, self.value());
        let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt() / (1.0 + Z * Z / n);
        Interval { low: (middle - half).max(0.0), high: (middle + half).min(1.0) }
    }
}

impl std::ops::Add for Share {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { part: self.part + other.part, all: self.all + other.all }
    }
}

/// A share beside that of its controls.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ratio {
    pub value: f64,
    pub interval: Interval,
}

/// How many times larger the first share is than the second. Each item holds both shares of one change: what stands in
/// one change is repaired or left together, so the interval is the wider of the one for independent cases (Katz) and
/// the one that leaves out a change at a time (jackknife). Half a case is added to every count, so that none is zero.
pub fn ratio(changes: &[(Share, Share)]) -> Option<Ratio> {
    let sum = |shares: &mut dyn Iterator<Item = Share>| shares.fold(Share::default(), |a, b| a + b);
    let first = sum(&mut changes.iter().map(|it| it.0));
    let second = sum(&mut changes.iter().map(|it| it.1));
    if first.all == 0 || second.all == 0 {
        return None;
    }
    let log = logarithm(first, second);
    let katz = variance(first) + variance(second);
    let without = |it: &(Share, Share)| {
        let less = |all: Share, one: Share| Share { part: all.part - one.part, all: all.all - one.all };
        logarithm(less(first, it.0), less(second, it.1))
    };
    let others: Vec<f64> = changes.iter().map(without).collect();
    let count = others.len() as f64;
    let mean = others.iter().sum::<f64>() / count;
    let jackknife = others.iter().map(|it| (it - mean).powi(2)).sum::<f64>() * (count - 1.0) / count;
    let half = Z * katz.max(jackknife).sqrt();
    Some(Ratio { value: log.exp(), interval: Interval { low: (log - half).exp(), high: (log + half).exp() } })
}

fn logarithm(first: Share, second: Share) -> f64 {
    let corrected = |share: Share| (share.part as f64 + 0.5) / (share.all as f64 + 0.5);
    (corrected(first) / corrected(second)).ln()
}

fn variance(share: Share) -> f64 {
    1.0 / (share.part as f64 + 0.5) - 1.0 / (share.all as f64 + 0.5)
}

/// The value that a share `part` of all values does not exceed (nearest rank); 0 of nothing. `values` need no order.
pub fn quantile(values: &mut [u64], part: f64) -> u64 {
    values.sort_unstable();
    let rank = (part * values.len() as f64).ceil() as usize;
    values.get(rank.max(1) - 1).copied().unwrap_or(0)
}
