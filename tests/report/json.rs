//! `--format json`.

use pingless::report::Format;
use serde_json::Value;

use crate::{counted, is_harmless, report_text, sample};

fn printed() -> (String, Value) {
    let text = report_text(&sample::report(&sample::catalog()), &sample::catalog(), Format::Json);
    let value = serde_json::from_str(&text).expect("it is JSON");
    (text, value)
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("`{key}` is a list"))
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("it is an object").keys().map(String::as_str).collect()
}

fn text_of<'s>(path: &str) -> &'s str {
    sample::TEXTS.iter().find(|(name, _)| *name == path).map_or("I answer é soonish.", |(_, text)| text)
}

/// The bytes of a range, after each of its ends was counted anew.
fn checked(range: &Value, text: &str) -> std::ops::Range<usize> {
    let [start, end] = ["start", "end"].map(|side| {
        let at = &range[side];
        let number = |key: &str| at[key].as_u64().expect("a number") as usize;
        let offset = number("offset");
        let told = ["line", "column_utf8", "column_utf16", "column_char"].map(number);
        assert_eq!(told, counted(text, offset), "offset {offset} of {text:?}");
        offset
    });
    start..end
}

#[test]
fn the_form_is_version_1() {
    let (_, report) = printed();
    assert_eq!(keys(&report), ["version", "tool", "files", "diagnostics", "summary"]);
    assert_eq!(report["version"], 1);
    assert_eq!(report["tool"]["name"], "pingless");
    assert_eq!(report["tool"]["version"], env!("CARGO_PKG_VERSION"));
    let of_diagnostic = [
        "rule",
        "level",
        "confidence",
        "message",
        "question",
        "help",
        "label",
        "text",
        "path",
        "title",
        "range",
        "related",
        "suggestions",
        "fingerprint",
        "touched",
        "kind",
        "url",
    ];
    for diagnostic in list(&report, "diagnostics") {
        assert_eq!(keys(diagnostic), of_diagnostic);
        assert_eq!(keys(&diagnostic["range"]), ["start", "end"]);
        assert_eq!(keys(&diagnostic["range"]["end"]), ["offset", "line", "column_utf8", "column_utf16", "column_char"]);
        for related in list(diagnostic, "related") {
            assert_eq!(keys(related), ["path", "range", "label"]);
        }
        for suggestion in list(diagnostic, "suggestions") {
            assert_eq!(keys(suggestion), ["title", "safe", "edits"]);
            assert_eq!(keys(&suggestion["edits"][0]), ["range", "text"]);
        }
    }
}

#[test]
fn every_place_is_right_in_every_encoding() {
    let (_, report) = printed();
    let mut words = 0;
    for diagnostic in list(&report, "diagnostics") {
        let text = text_of(diagnostic["path"].as_str().expect("a path"));
        let range = checked(&diagnostic["range"], text);
        assert_eq!(diagnostic["text"], text[range]);
        if diagnostic["rule"] == sample::RULE {
            assert_eq!(diagnostic["text"], sample::WORD);
            words += 1;
        }
        for related in list(diagnostic, "related") {
            assert_eq!(related["path"], diagnostic["path"]);
            checked(&related["range"], text);
        }
        for suggestion in list(diagnostic, "suggestions") {
            assert_eq!(text[checked(&suggestion["edits"][0]["range"], text)], *sample::WORD);
        }
    }
    assert!(words >= 10, "only {words} of the words were found");
}

#[test]
fn a_place_in_figures() {
    let (_, report) = printed();
    let first = &list(&report, "diagnostics")[0];
    // "# Café ☕\n\n" is 13 bytes; "😀 é the fix comes " is 22 bytes, 19 code units, 18 characters.
    let expected = serde_json::json!({
        "offset": 35, "line": 3, "column_utf8": 23, "column_utf16": 20, "column_char": 19
    });
    assert_eq!(first["range"]["start"], expected);
    assert_eq!(first["related"][0]["range"]["start"]["line"], 1);
    assert_eq!(first["kind"], Value::Null);
    assert_eq!(first["url"], Value::Null);
}

#[test]
fn an_absence_points_at_the_title() {
    let (_, report) = printed();
    let missed = list(&report, "diagnostics").iter().find(|it| it["rule"] == sample::NEED).expect("the need is missed");
    assert!(missed["text"].as_str().expect("a text").contains("The build is red 😀"), "{missed}");
    assert_eq!(missed["kind"], "house-ticket");
    assert_eq!(missed["level"], "warn");
}

#[test]
fn a_long_text_is_cut_and_its_range_is_not() {
    let catalog = sample::catalog();
    let mut report = sample::report(&catalog);
    let text = "é".repeat(300);
    let document = &mut report.documents[0];
    document.findings.truncate(1);
    document.findings[0].related.clear();
    document.findings[0].suggestions.clear();
    document.findings[0].at.span = pingless::text::Span::new(0, text.len());
    document.text = text.into();
    let value: Value =
        serde_json::from_str(&report_text(&report, &sample::catalog(), Format::Json)).expect("it is JSON");
    let first = &list(&value, "diagnostics")[0];
    assert_eq!(first["text"], "é".repeat(200));
    assert_eq!(first["range"]["end"]["offset"], 600);
}

#[test]
fn strangers_text_is_harmless_and_unchanged() {
    let (text, report) = printed();
    assert!(is_harmless(&text));
    let names: Vec<&str> = list(&report, "files").iter().filter_map(|file| file["path"].as_str()).collect();
    assert!(names.contains(&"evil\n\u{1b}[31m\u{202e}dm.md"));
    assert_eq!(names.len(), sample::TEXTS.len() + 1);
}

#[test]
fn what_was_not_read_is_told() {
    let (_, report) = printed();
    let notices = list(&report["summary"], "notices");
    assert_eq!(notices.len(), 2);
    assert_eq!(keys(&notices[0]), ["path", "message", "help", "fatal"]);
    assert_eq!(notices[1]["path"], "no/such\u{202e}.md");
    assert_eq!(notices[1]["fatal"], true);
    assert_eq!(report["summary"]["documents"], list(&report, "files").len());
}

#[test]
fn a_very_long_line_is_counted_once() {
    let catalog = sample::catalog();
    let text = "é 😀 soonish ".repeat(20_000);
    let source = pingless::text::Source::file("long.md", text.as_str());
    let mut report = pingless::settle::Report::default();
    report.documents.push(pingless::lint::check(&source, &catalog, &Default::default()));
    let begun = std::time::Instant::now();
    let printed = report_text(&report, &catalog, Format::Json);
    let value: Value = serde_json::from_str(&printed).expect("it is JSON");
    let last = list(&value, "diagnostics").last().expect("it finds the word").clone();
    checked(&last["range"], &text);
    assert!(begun.elapsed().as_secs() < 20, "{:?} for {} findings", begun.elapsed(), list(&value, "diagnostics").len());
}

#[test]
fn lines_are_the_diagnostics_one_by_one() {
    let catalog = sample::catalog();
    let (_, report) = printed();
    let lines = report_text(&sample::report(&catalog), &catalog, Format::JsonLines);
    assert!(is_harmless(&lines));
    let told: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("it is JSON")).collect();
    assert_eq!(told, list(&report, "diagnostics"));
}

#[test]
fn a_rule_of_ours_has_an_address() {
    let catalog = pingless::rule::Catalog::builtin();
    let source = pingless::text::Source::file("a.md", "# Plan\n\nPlease answer by EOD.\n");
    let checked = pingless::lint::check(&source, &catalog, &Default::default());
    let report = pingless::settle::Report { documents: vec![checked], ..Default::default() };
    let value: Value =
        serde_json::from_str(report_text(&report, &catalog, Format::JsonLines).trim()).expect("one finding");
    let url = "https://github.com/pingless/pingless/blob/main/rules/when/ambiguous-deadline.md";
    assert_eq!(value["url"], url);
}
