//! The tables of ACCURACY.md.

use std::collections::BTreeMap;

use pingless::rule::{Catalog, Rule};

use crate::figure::{Counts, Figure, scores, wilson};

/// A rule that was read less often than this is called too seldom seen.
const ENOUGH: usize = 30;

pub fn render(
    catalog: &Catalog,
    judged: &BTreeMap<&str, (usize, usize)>,
    figures: &[Figure],
    is_default: impl Fn(&Rule) -> bool,
) -> String {
    let mut out = String::from(
        "\n### Findings, read one by one\n\n| rule | level | right of read | precision [95 %] |  |\n|---|---|---|---|---|\n",
    );
    for rule in catalog.rules.iter().filter(|rule| is_default(rule) || judged.contains_key(&*rule.id)) {
        let (right, all) = judged.get(&*rule.id).copied().unwrap_or_default();
        let level = if is_default(rule) { rule.level.word() } else { "pedantic" };
        let remark = if all < ENOUGH { "too few seen" } else { "" };
        out.push_str(&format!("| `{}` | {level} | {right} of {all} | {} | {remark} |\n", rule.id, share(right, all)));
    }
    out.push_str("\n### Slots: \"this text does not say it\"\n\n");
    out.push_str("| set | slot | n | absent | precision [95 %] | recall [95 %] | F1 | sure: P, R | plain style: P, R, F1 |\n|---|---|---|---|---|---|---|---|---|\n");
    for figure in figures.iter().filter(|it| it.what == "slot") {
        let sure = figures.iter().find(|it| it.what == "sure" && it.set == figure.set && it.name == figure.name);
        out.push_str(&row(figure, &sure.map(|it| of_sure(it.ours)).unwrap_or_default()));
    }
    for (what, title) in [
        ("sentence", "Sentences"),
        ("kind", "Kinds, with the path"),
        ("kind-of-text", "Kinds, from the text alone"),
        ("sure-kind", "Kinds of issues, where we are sure"),
    ] {
        out.push_str(&format!("\n### {title}\n\n| set | name | n | positive | precision [95 %] | recall [95 %] | F1 |  | plain style: P, R, F1 |\n|---|---|---|---|---|---|---|---|---|\n"));
        figures.iter().filter(|it| it.what == what).for_each(|figure| out.push_str(&row(figure, "")));
    }
    out.push('\n');
    out
}

fn row(figure: &Figure, middle: &str) -> String {
    let [tp, fp, fn_, tn] = figure.ours;
    let all = tp + fp + fn_ + tn;
    let base = 100.0 * (tp + fn_) as f64 / all.max(1) as f64;
    let (_, _, f1) = scores(figure.ours);
    let plain = figure.plain.map(of_plain).unwrap_or_default();
    let (precision, recall) = (share(tp, tp + fp), share(tp, tp + fn_));
    format!(
        "| {} | `{}` | {all} | {base:.0} % | {precision} | {recall} | {f1:.2} | {middle} | {plain} |\n",
        figure.set, figure.name
    )
}

fn share(part: usize, all: usize) -> String {
    if all == 0 {
        return "–".to_owned();
    }
    let (low, high) = wilson(part, all);
    format!("{:.2} [{low:.2}, {high:.2}]", part as f64 / all as f64)
}

fn of_plain(counts: Counts) -> String {
    let (precision, recall, f1) = scores(counts);
    format!("{precision:.2}, {recall:.2}, {f1:.2}")
}

fn of_sure(counts: Counts) -> String {
    let (precision, recall, _) = scores(counts);
    if counts[0] + counts[1] == 0 { "never".to_owned() } else { format!("{precision:.2}, {recall:.2}") }
}
