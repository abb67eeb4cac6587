//! `--format github`, and whatever else is printed where lines are obeyed.

use std::borrow::Cow;

use pingless::report::cap::Cap;
use pingless::report::{self, Format, Look, closing, escape};
use pingless::settle::Report;
use pingless::text::Origin;
use proptest::prelude::*;
use serde_json::Value;

use crate::{hostile, sample};

/// A line as the runner of GitHub Actions reads it: the command, its properties and its message.
type Order = (String, Vec<(String, String)>, String);

/// As the runner does: `::name properties::message` at the start of a line, whatever white space stands before it.
fn order(line: &str) -> Option<Order> {
    let rest = line.trim_start().strip_prefix("::")?;
    let (head, message) = rest.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let unescaped = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",");
    let properties = properties.split(',').filter_map(|it| it.split_once('='));
    let properties = properties.map(|(key, value)| (key.to_owned(), unescaped(value).replace("%25", "%")));
    Some((name.to_owned(), properties.collect(), message.replace("%0A", "\n").replace("%25", "%")))
}

/// Whether any line is obeyed: in the old form, an order may stand anywhere.
fn obeyed(text: &str) -> Vec<&str> {
    let is_old = |line: &str| {
        line.match_indices("##")
            .any(|(at, _)| line[at + 2..].trim_start_matches(|it: char| it.is_ascii_alphanumeric()).starts_with('['))
    };
    text.split(['\n', '\r']).filter(|line| line.trim_start().starts_with("::") || is_old(line)).collect()
}

fn value<'o>(order: &'o Order, key: &str) -> Option<&'o str> {
    order.1.iter().find(|it| it.0 == key).map(|it| it.1.as_str())
}

#[test]
fn one_annotation_a_finding_with_its_place() {
    let catalog = sample::catalog();
    let report = sample::report(&catalog);
    let text = report::print(&report, &catalog, Format::Github, &Look::plain(Cap::NONE));
    let orders: Vec<Order> = text.lines().map(|line| order(line).expect("every line is an order")).collect();
    let first = &orders[0];
    assert_eq!(first.0, "error");
    assert_eq!(value(first, "file"), Some("docs/a é#1?.md"));
    assert_eq!((value(first, "line"), value(first, "endLine")), (Some("3"), Some("3")));
    assert_eq!((value(first, "col"), value(first, "endColumn")), (Some("19"), Some("26")));
    assert_eq!(value(first, "title"), Some("Which day is {soonish} [here](1)?"));
    assert_eq!(first.2, "this word names no day [house-word]\nwhich day?\nhelp: write the date");
    assert_eq!(orders.iter().filter(|it| it.0 == "error").count(), 10);
    let last = orders.iter().find(|it| it.2.ends_with("more, see the summary")).expect("there are more than nine");
    assert_eq!(last.2, "3 more, see the summary");
    let message = Report { documents: sample::report(&catalog).documents.split_off(7), ..Report::default() };
    let text = report::print(&message, &catalog, Format::Github, &Look::plain(Cap::NONE));
    let message = order(text.trim_end()).expect("an order");
    assert_eq!((value(&message, "file"), value(&message, "line")), (None, None), "it is no file");
    assert_eq!(value(&message, "title"), Some("Which day is {soonish} [here](1)?"));
    assert!(message.2.starts_with("<stdin>: this word"), "{text}");
}

#[test]
fn places_are_told_from_the_root_of_the_repository() {
    let catalog = sample::catalog();
    let mut report = sample::report(&catalog);
    report.documents.truncate(1);
    for (folder, name, expected) in [
        ("", "docs/a.md", "docs/a.md"),
        ("site/", "docs/a.md", "site/docs/a.md"),
        ("site/old", "../a.md", "site/a.md"),
        ("site/old", "./a.md", "site/old/a.md"),
        ("site", "/tmp/a.md", "/tmp/a.md"),
        ("site", "C:/a.md", "C:/a.md"),
    ] {
        report.documents[0].name = name.into();
        let look = Look { folder: folder.to_owned(), ..Look::plain(Cap::NONE) };
        let text = report::print(&report, &catalog, Format::Github, &look);
        let first = order(text.lines().next().expect("a line")).expect("an order");
        assert_eq!(value(&first, "file"), Some(expected), "{folder} {name}");
        let other = |format| report::print(&report, &catalog, format, &look);
        let issues: Value = serde_json::from_str(&other(Format::Gitlab)).expect("it is JSON");
        assert_eq!(issues[0]["location"]["path"], expected, "{folder} {name}");
        let log: Value = serde_json::from_str(&other(Format::Sarif)).expect("it is JSON");
        let uri = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        let is_below = !expected.starts_with('/') && !expected.contains(':');
        assert_eq!(
            *uri,
            if is_below { expected.to_owned() } else { format!("file:///{}", expected.trim_start_matches('/')) }
        );
    }
}

#[test]
fn orders_of_strangers_are_words() {
    for (text, expected) in [
        ("::error::x", r"\u{3a}:error::x"),
        ("a\n \t::error::x\n", "a\n \t\\u{3a}:error::x\n"),
        ("a::b c :: d", "a::b c :: d"),
        ("x ##[group]y", r"x #\u{23}[group]y"),
        ("##vso[task.setvariable]", r"#\u{23}vso[task.setvariable]"),
        ("###[a] ##b ##", r"##\u{23}[a] ##b ##"),
        ("::##[a]", r"\u{3a}:#\u{23}[a]"),
        ("## A title\n", "## A title\n"),
    ] {
        assert_eq!(escape::orders(text), expected);
        assert_eq!(obeyed(&escape::orders(text)), Vec::<&str>::new(), "{text}");
    }
    assert!(matches!(escape::orders("plain"), Cow::Borrowed(_)));
}

#[test]
fn no_words_of_a_stranger_are_an_order() {
    let catalog = sample::catalog();
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) };
    proptest!(config, |(strange in prop::collection::vec(hostile::words(), 9))| {
        let report = hostile::report(&strange, &catalog);
        let print = |format| report::print(&report, &catalog, format, &Look::plain(Cap::TREE));
        let text = print(Format::Github);
        prop_assert_eq!(text.lines().count(), report.findings().count());
        for (line, (document, finding)) in text.lines().zip(sorted(&report)) {
            let told = order(line).expect("every line is an order");
            prop_assert!(["error", "warning", "notice"].contains(&told.0.as_str()), "{}", line);
            let known = ["file", "line", "endLine", "col", "endColumn", "title"];
            prop_assert!(told.1.iter().all(|(key, _)| known.contains(&key.as_str())), "{}", line);
            let question = escape::line(&finding.question);
            prop_assert_eq!(value(&told, "title"), Some(question.as_str()));
            prop_assert_eq!(value(&told, "line").is_some(), document.origin == Origin::File);
            let is_raw = line.contains(|it: char| it.is_control() && it != '\t');
            prop_assert!(!is_raw, "{}", line);
        }
        for format in [Format::Human, Format::Concise] {
            let text = print(format);
            let text = escape::orders(&text);
            prop_assert_eq!(obeyed(&text), Vec::<&str>::new(), "{}", text);
        }
        for text in [closing::notices(&report), closing::files(&report), closing::print(&report)] {
            let text = escape::orders(&text);
            prop_assert_eq!(obeyed(&text), Vec::<&str>::new(), "{}", text);
        }
        for format in [Format::Json, Format::JsonLines, Format::Sarif] {
            let text = print(format);
            prop_assert_eq!(obeyed(&text), Vec::<&str>::new(), "{}", text);
        }
    });
}

/// The findings by level, as annotations come.
fn sorted(report: &pingless::settle::Report) -> Vec<(&pingless::settle::Checked, &pingless::finding::Finding)> {
    let mut findings: Vec<_> = report.findings().collect();
    findings.sort_by_key(|(_, it)| std::cmp::Reverse(it.level));
    findings
}
