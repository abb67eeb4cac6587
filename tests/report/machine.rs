//! What programs read holds the words of a stranger as they are, in a form that no word of them breaks; and what people
//! read holds nothing that could move their terminal.

use pingless::report::cap::Cap;
use pingless::report::escape::is_unsafe;
use pingless::report::{self, Format, Look, closing};
use pingless::rule::Catalog;
use pingless::settle::Report;
use proptest::prelude::*;
use serde_json::Value;

use crate::{hostile, sample};

fn print(report: &Report, catalog: &Catalog, format: Format, color: bool) -> String {
    report::print(report, catalog, format, &Look { color, links: color, ..Look::plain(Cap::NONE) })
}

/// Every word of a value, and every name in it.
fn words<'v>(value: &'v Value, out: &mut Vec<&'v str>) {
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::String(text) => out.push(text),
            Value::Array(list) => waiting.extend(list),
            Value::Object(map) => {
                out.extend(map.keys().map(String::as_str));
                waiting.extend(map.values());
            }
            _ => {}
        }
    }
}

/// Colours and links of ours taken out.
fn without_ours(text: &str) -> String {
    let ours = regex::Regex::new("\u{1b}\\[[0-9;]*m|\u{1b}\\]8;;(?:https://[!-~]*)?\u{1b}\\\\").expect("a constant");
    ours.replace_all(text, "").into_owned()
}

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(120) }
}

#[test]
fn no_word_of_a_stranger_breaks_a_form_for_programs() {
    let catalog = sample::catalog();
    proptest!(config(), |(strange in prop::collection::vec(hostile::words(), 9))| {
        let report = hostile::report(&strange, &catalog);
        for format in [Format::Json, Format::JsonLines, Format::Sarif, Format::Rdjson, Format::Rdjsonl, Format::Gitlab] {
            let text = print(&report, &catalog, format, false);
            prop_assert!(!text.contains(|it| is_unsafe(it) && it != '\n'), "{:?}", text);
            let parsed: Vec<Value> =
                serde_json::Deserializer::from_str(&text).into_iter().collect::<Result<_, _>>().expect("it is JSON");
            if matches!(format, Format::JsonLines | Format::Rdjsonl) {
                prop_assert_eq!(text.lines().count(), report.findings().count());
            }
            let mut said = Vec::new();
            parsed.iter().for_each(|it| words(it, &mut said));
            for (_, finding) in report.findings() {
                let is_told = |wanted: &str| said.iter().any(|it| it.contains(wanted));
                // SARIF's messages are a dialect with links: brackets and backslashes have a way out of it.
                let is_plain = !finding.question.contains(['[', ']', '{', '}', '\\']);
                prop_assert!(is_told(&finding.question) || matches!(format, Format::Sarif) && !is_plain);
            }
        }
    });
}

#[test]
fn no_word_of_a_stranger_is_markup() {
    let catalog = sample::catalog();
    proptest!(config(), |(strange in prop::collection::vec(hostile::words(), 9))| {
        let report = hostile::report(&strange, &catalog);
        let text = print(&report, &catalog, Format::Junit, false);
        let page = roxmltree::Document::parse(&text).expect("it is XML");
        let told = page.descendants().filter(|it| it.has_tag_name("failure") || it.has_tag_name("system-out")).count();
        prop_assert_eq!(told, report.findings().count());
    });
}

#[test]
fn no_word_of_a_stranger_moves_a_terminal() {
    let catalog = sample::catalog();
    proptest!(config(), |(strange in prop::collection::vec(hostile::words(), 9))| {
        let report = hostile::report(&strange, &catalog);
        for format in [Format::Human, Format::Concise, Format::Github, Format::Summary, Format::Comment, Format::Junit] {
            for color in [false, true] {
                let mut text = without_ours(&print(&report, &catalog, format, color));
                if matches!(format, Format::Summary | Format::Comment) {
                    // What keeps a name from being a mention is ours.
                    text = text.replace('\u{200b}', "");
                }
                prop_assert!(!text.contains(|it| is_unsafe(it) && it != '\n'), "{:?} {:?}", format as u8, text);
            }
        }
        for text in [closing::notices(&report), closing::files(&report), closing::print(&report)] {
            prop_assert!(!text.contains(|it| is_unsafe(it) && it != '\n'), "{:?}", text);
        }
    });
}
