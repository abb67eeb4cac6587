//! The forms of other programs: reviewdog, GitLab, and whatever reads JUnit.

use std::collections::HashSet;

use pingless::finding::Level;
use pingless::report::cap::Cap;
use pingless::report::{self, Format, Look};
use serde_json::Value;

use crate::{is_harmless, report_text, sample};

fn print(format: Format) -> String {
    report::print(&sample::report(&sample::catalog()), &sample::catalog(), format, &Look::plain(Cap::TREE))
}

fn diagnostics(text: &str, key: &str) -> Vec<Value> {
    let value: Value = serde_json::from_str(text).expect("it is JSON");
    let list = if key.is_empty() { &value } else { &value[key] };
    list.as_array().expect("a list").clone()
}

/// The report whose places are counted anew by its own tests.
fn ours() -> Vec<Value> {
    diagnostics(&report_text(&sample::report(&sample::catalog()), &sample::catalog(), Format::Json), "diagnostics")
}

#[test]
fn reviewdog_reads_lines_and_bytes() {
    let theirs = diagnostics(&print(Format::Rdjson), "diagnostics");
    let ours = ours();
    assert!(!ours.is_empty() && theirs.len() == ours.len());
    for (theirs, ours) in theirs.iter().zip(&ours) {
        assert_eq!(theirs["location"]["path"], ours["path"]);
        for side in ["start", "end"] {
            let (theirs, ours) = (&theirs["location"]["range"][side], &ours["range"][side]);
            assert_eq!((&theirs["line"], &theirs["column"]), (&ours["line"], &ours["column_utf8"]));
        }
        assert_eq!(theirs["code"]["value"], ours["rule"]);
        let level = match ours["level"].as_str() {
            Some("error") => "ERROR",
            Some("warn") => "WARNING",
            _ => "INFO",
        };
        assert_eq!(theirs["severity"], level);
        // A key without a value is none of this form.
        for key in ["suggestions", "related_locations"] {
            assert!(theirs[key].is_null() || theirs[key].as_array().is_some_and(|it| !it.is_empty()), "{theirs:#}");
            assert!(theirs.get(key).is_none_or(|it| !it.is_null()));
        }
    }
    assert!(theirs.iter().any(|it| it["suggestions"][0]["text"].is_string()), "the sample has one");
}

#[test]
fn a_line_stands_for_itself() {
    let lines: Vec<Value> =
        print(Format::Rdjsonl).lines().map(|it| serde_json::from_str(it).expect("it is JSON")).collect();
    let whole = diagnostics(&print(Format::Rdjson), "diagnostics");
    assert_eq!(lines.len(), whole.len());
    for (mut line, whole) in lines.into_iter().zip(whole) {
        let source = line.as_object_mut().and_then(|it| it.remove("source")).expect("each says who speaks");
        assert_eq!(source["name"], "pingless");
        assert_eq!(line, whole);
    }
}

#[test]
fn gitlab_knows_each_finding_by_a_name_of_its_own() {
    let theirs = diagnostics(&print(Format::Gitlab), "");
    let ours = ours();
    assert_eq!(theirs.len(), ours.len());
    let names: HashSet<&str> = theirs.iter().filter_map(|it| it["fingerprint"].as_str()).collect();
    assert_eq!(names.len(), theirs.len());
    for (theirs, ours) in theirs.iter().zip(&ours) {
        assert_eq!(theirs["check_name"], ours["rule"]);
        assert_eq!(theirs["location"]["path"], ours["path"]);
        assert_eq!(theirs["location"]["lines"]["begin"], ours["range"]["start"]["line"]);
        assert!(["info", "minor", "major"].contains(&theirs["severity"].as_str().unwrap_or_default()), "{theirs:#}");
    }
}

#[test]
fn junit_has_a_suite_for_each_document() {
    let text = print(Format::Junit);
    let page = roxmltree::Document::parse(&text).expect("it is XML");
    let report = sample::report(&sample::catalog());
    let suites: Vec<_> = page.descendants().filter(|it| it.has_tag_name("testsuite")).collect();
    let unread: Vec<_> = report.notices.iter().filter(|it| it.fatal).collect();
    assert_eq!(suites.len(), report.documents.len() + unread.len());
    // What was not checked is no success.
    for (suite, notice) in suites[report.documents.len()..].iter().zip(&unread) {
        let error = suite.descendants().find(|it| it.has_tag_name("error")).expect("it failed");
        assert_eq!((suite.attribute("errors"), error.attribute("message")), (Some("1"), Some(notice.message.as_str())));
    }
    assert_eq!(page.root_element().attribute("errors"), Some(unread.len().to_string().as_str()));
    for (suite, document) in suites.iter().zip(&report.documents) {
        if is_harmless(&document.name) && !document.name.contains('\n') {
            assert_eq!(suite.attribute("name"), Some(document.name.as_str()));
        }
        let count = |name: &str| suite.descendants().filter(|it| it.has_tag_name(name)).count().to_string();
        assert_eq!(suite.attribute("tests"), Some(count("testcase").as_str()));
        assert_eq!(suite.attribute("failures"), Some(count("failure").as_str()));
        // Only what fails the run is a failure: of files as they are, errors.
        let errors = document.findings.iter().filter(|it| it.level == Level::Error).count();
        assert_eq!(count("failure"), errors.to_string());
        assert_eq!(count("system-out"), (document.findings.len() - errors).to_string());
        assert_ne!(count("testcase"), "0", "what passes is told, too");
    }
}
