//! `--format concise`.

use pingless::report::Format;

use crate::{is_harmless, report_text, sample};

#[test]
fn one_line_a_finding_whatever_the_file_is_called() {
    let report = sample::report(&sample::catalog());
    let text = report_text(&report, &sample::catalog(), Format::Concise);
    assert!(is_harmless(&text));
    assert!(text.is_empty() || text.ends_with('\n'));
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), report.findings().count());
    for line in &lines {
        let (place, message) = line.split_once(": ").expect("a place and a message");
        let mut parts = place.rsplitn(3, ':');
        assert!(parts.next().is_some_and(|column| column.parse::<usize>().is_ok_and(|it| it > 0)), "{line}");
        assert!(parts.next().is_some_and(|number| number.parse::<usize>().is_ok_and(|it| it > 0)), "{line}");
        assert!(["error[", "warn[", "note["].iter().any(|level| message.starts_with(level)), "{line}");
    }
    let first = "docs/a é#1?.md:3:19: error[house-word] this word names no day: Which day is {soonish} [here](1)?";
    assert_eq!(lines[0], first);
    assert!(text.contains(r"evil\u{a}\u{1b}[31m\u{202e}dm.md:1:8: "), "{text}");
}

#[test]
fn no_file_gives_orders_to_a_job() {
    let mut report = sample::report(&sample::catalog());
    report.documents.iter_mut().for_each(|it| it.name = "::set-output name=x::y.md".into());
    let text = report_text(&report, &sample::catalog(), Format::Concise);
    assert!(
        text.lines().count() > 0 && text.lines().all(|it| it.starts_with("./::set-output name=x::y.md:")),
        "{text}"
    );
}
