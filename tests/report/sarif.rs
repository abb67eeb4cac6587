//! `--format sarif`, as far as it can be judged without the validators of `tests/real/`.

use std::collections::BTreeSet;

use pingless::report::Format;
use serde_json::Value;

use crate::{is_harmless, report_text, sample};

fn printed() -> (String, Value) {
    let catalog = sample::catalog();
    let text = report_text(&sample::report(&catalog), &catalog, Format::Sarif);
    let value = serde_json::from_str(&text).expect("it is JSON");
    (text, value)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn rules(log: &Value) -> &[Value] {
    list(&log["runs"][0]["tool"]["driver"]["rules"])
}

fn results(log: &Value) -> &[Value] {
    list(&log["runs"][0]["results"])
}

/// `%XX` of a URI as text.
fn decoded(uri: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = uri.bytes();
    while let Some(byte) = rest.next() {
        let digits: String = if byte == b'%' { rest.by_ref().take(2).map(char::from).collect() } else { String::new() };
        bytes.push(u8::from_str_radix(&digits, 16).unwrap_or(byte));
    }
    String::from_utf8(bytes).expect("a URI is UTF-8")
}

#[test]
fn results_say_what_the_json_report_says() {
    let (text, log) = printed();
    assert!(is_harmless(&text));
    let report: Value =
        serde_json::from_str(&report_text(&sample::report(&sample::catalog()), &sample::catalog(), Format::Json))
            .expect("it is JSON");
    let diagnostics = list(&report["diagnostics"]);
    assert_eq!(results(&log).len(), diagnostics.len());
    for (result, diagnostic) in results(&log).iter().zip(diagnostics) {
        let place = &result["locations"][0]["physicalLocation"];
        let [start, end] = ["start", "end"].map(|side| &diagnostic["range"][side]);
        assert_eq!(place["region"]["startLine"], start["line"]);
        assert_eq!(place["region"]["startColumn"], start["column_utf16"]);
        assert_eq!(place["region"]["endLine"], end["line"]);
        assert_eq!(place["region"]["endColumn"], end["column_utf16"]);
        assert_eq!(place["region"]["snippet"]["text"], diagnostic["text"]);
        assert_eq!(result["partialFingerprints"]["pingless/v1"], diagnostic["fingerprint"]);
        assert_eq!(result["partialFingerprints"].as_object().map(|it| it.len()), Some(1));
        let level =
            if diagnostic["level"] == "warn" { "warning" } else { diagnostic["level"].as_str().expect("a word") };
        assert_eq!(result["level"], level);
        assert_eq!(list(&result["relatedLocations"]).len(), list(&diagnostic["related"]).len());
        assert_eq!(list(&result["fixes"]).len(), list(&diagnostic["suggestions"]).len());
    }
    assert_eq!(log["runs"][0]["columnKind"], "utf16CodeUnits");
    assert_eq!(log["runs"][0]["newlineSequences"], serde_json::json!(["\r\n", "\n", "\r"]));
    assert_eq!(log["runs"][0]["automationDetails"]["id"], "pingless/");
}

#[test]
fn rules_are_sorted_and_every_index_is_right() {
    let (_, log) = printed();
    let ids: Vec<&str> = rules(&log).iter().filter_map(|rule| rule["id"].as_str()).collect();
    assert!(ids.is_sorted());
    let fired: BTreeSet<&str> = results(&log).iter().filter_map(|it| it["ruleId"].as_str()).collect();
    assert_eq!(ids, fired.into_iter().collect::<Vec<_>>(), "rules that found nothing are not told of");
    for result in results(&log) {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(result["ruleId"], ids[index]);
    }
    let need = rules(&log).iter().find(|rule| rule["id"] == sample::NEED).expect("a need is a rule");
    assert_eq!(need["name"], "HouseTicketOwner");
    assert_eq!(need["shortDescription"]["text"], "Nobody owns this ticket.");
    assert_eq!(need["properties"]["problem.severity"], "warning");
    assert_eq!(need["properties"]["precision"], "high");
    let markdown = need["help"]["markdown"].as_str().expect("a help");
    assert!(
        markdown.contains("A ticket waits for the one who thinks that it is theirs.\n\n`pingless explain"),
        "{markdown}"
    );
    let word = rules(&log).iter().find(|rule| rule["id"] == sample::RULE).expect("the house rule");
    assert_eq!(word["defaultConfiguration"]["level"], "error");
    assert!(!log.to_string().contains("security"));
}

#[test]
fn paths_are_relative_uris_and_decode_to_names() {
    let (_, log) = printed();
    let mut seen: Vec<String> = Vec::new();
    for result in results(&log) {
        let artifact = &result["locations"][0]["physicalLocation"]["artifactLocation"];
        let uri = artifact["uri"].as_str().expect("a URI");
        assert!(uri.bytes().all(|it| it.is_ascii_graphic() && !b"#?<>\"\\".contains(&it)), "{uri}");
        if uri == "stdin" {
            assert_eq!(artifact["uriBaseId"], Value::Null);
        } else {
            assert_eq!(artifact["uriBaseId"], "%SRCROOT%");
            seen.push(decoded(uri));
        }
    }
    seen.dedup();
    let names: Vec<&str> = sample::TEXTS.iter().map(|(name, _)| *name).collect();
    assert_eq!(seen, names);
}

#[test]
fn a_message_links_its_places_and_nothing_else() {
    let (_, log) = printed();
    let first = &results(&log)[0];
    let text = first["message"]["text"].as_str().expect("a text");
    let expected = r"This word names no day. Which day is {{soonish}} [here\](1)? See [the \[title\](7) of C:\\this](1), [{{0}} again](2).";
    assert_eq!(text, expected);
    let ids: Vec<&Value> = list(&first["relatedLocations"]).iter().map(|it| &it["id"]).collect();
    assert_eq!(ids, [1, 2]);
    assert_eq!(first["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], "on 2026-11-20");
}

#[test]
fn what_was_not_read_is_a_notification() {
    let (_, log) = printed();
    let run = &log["runs"][0]["invocations"][0];
    assert_eq!(run["executionSuccessful"], false);
    let levels: Vec<&Value> = list(&run["toolExecutionNotifications"]).iter().map(|it| &it["level"]).collect();
    assert_eq!(levels, ["warning", "error"]);
    let catalog = sample::catalog();
    let empty: Value =
        serde_json::from_str(&report_text(&Default::default(), &catalog, Format::Sarif)).expect("it is JSON");
    assert_eq!(empty["runs"][0]["invocations"][0]["executionSuccessful"], true);
    assert_eq!(empty["runs"][0]["results"], serde_json::json!([]));
}
