//! Places in other texts, of which a report only has the lines that came with them: they are counted as in the whole
//! text, and neither a name nor a label nor a missing line breaks a form.

use std::sync::LazyLock;

use pingless::finding::{Elsewhere, Excerpt};
use pingless::report::cap::Cap;
use pingless::report::{self, Format, Look};
use pingless::rule::Catalog;
use pingless::settle::Report;
use pingless::text::{Lines, Span};
use proptest::prelude::*;
use serde_json::Value;

use crate::{counted, hostile, is_harmless, report_text, sample};

static CATALOG: LazyLock<Catalog> = LazyLock::new(sample::catalog);

/// What is hard to count in.
const PIECES: &[&str] = &[
    "a",
    "soon",
    " ",
    "\t",
    "é",
    "日本",
    "😀",
    "👩\u{200d}💻",
    "a\u{301}",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\u{feff}",
    "\u{2028}",
    "\u{85}",
    "\u{202e}",
    "| b |",
];

/// A text and a place in it, on borders of characters.
fn place() -> impl Strategy<Value = (String, Span)> {
    let long = prop_oneof![9 => Just(""), 1 => Just("xé")].prop_map(|it| it.repeat(3_000));
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 1..40).prop_map(|it| it.concat());
    (pieces, long, any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(
        |(pieces, long, one, other, middle)| {
            let borders: Vec<usize> = pieces.char_indices().map(|it| it.0).collect();
            let at = *middle.get(&borders);
            // A line that no screen shows whole.
            let text = format!("{}{long}{}", &pieces[..at], &pieces[at..]);
            let borders = text.char_indices().map(|it| it.0).chain([text.len()]);
            // Nothing begins or ends within a line end.
            let is_border = |at: &usize| !(text[..*at].ends_with('\r') && text[*at..].starts_with('\n'));
            let borders: Vec<usize> = borders.filter(is_border).collect();
            let (one, other) = (*one.get(&borders), *other.get(&borders));
            let (start, end) = (one.min(other), one.max(other));
            // What is flagged ends with its last line, and not at the start of the next one.
            let end = if text[start..end].ends_with(['\n', '\r']) { start } else { end };
            (text, Span::new(start, end))
        },
    )
}

fn elsewhere(text: &str, span: Span, name: &str, label: &str, has_excerpt: bool) -> Elsewhere {
    let lines = Lines::of(text);
    let excerpt = has_excerpt.then(|| Excerpt::of(text, &lines, span));
    Elsewhere { name: name.to_owned(), span, line: lines.index(span.start) + 1, label: label.to_owned(), excerpt }
}

/// A report whose first finding has these places in other texts, and in which there is nothing else.
fn report(places: Vec<Elsewhere>, catalog: &Catalog) -> Report {
    let mut report = hostile::report(&["plain.md".to_owned()], catalog);
    report.documents.truncate(1);
    report.notices.clear();
    report.documents[0].findings.truncate(1);
    report.documents[0].findings[0].elsewhere = places;
    report
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

fn ends(related: &Value) -> [[usize; 4]; 2] {
    let keys = ["line", "column_utf8", "column_utf16", "column_char"];
    ["start", "end"].map(|side| keys.map(|key| related["range"][side][key].as_u64().expect("a number") as usize))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn it_is_counted_as_in_the_whole_text((text, span) in place()) {
        let catalog = &*CATALOG;
        let report = report(vec![elsewhere(&text, span, "other.md", "60 min here", true)], catalog);
        let value = parsed(&report_text(&report, catalog, Format::Json));
        let related = &value["diagnostics"][0]["related"][0];
        prop_assert_eq!(ends(related), [counted(&text, span.start), counted(&text, span.end)], "{:?} {:?}", text, span);
        let log = parsed(&report_text(&report, catalog, Format::Sarif));
        let region = &log["runs"][0]["results"][0]["relatedLocations"][0]["physicalLocation"]["region"];
        let [start, end] = [span.start, span.end].map(|it| counted(&text, it));
        let expected = serde_json::json!({
            "startLine": start[0], "startColumn": start[2], "endLine": end[0], "endColumn": end[2],
        });
        prop_assert_eq!(region, &expected);
    }

    #[test]
    fn strangers_and_missing_lines_break_no_form(
        (text, span) in place(),
        strange in prop::collection::vec(hostile::words(), 6),
    ) {
        let catalog = &*CATALOG;
        let beyond = Span::new(span.start, span.end + 1_000);
        let all = vec![
            elsewhere(&text, span, &strange[0], &strange[1], true),
            elsewhere(&text, span, &strange[2], &strange[3], false),
            // The other text was cut since it was read.
            elsewhere(&text, beyond, &strange[4], &strange[5], true),
        ];
        let report = report(all, catalog);
        let value = parsed(&report_text(&report, catalog, Format::Json));
        let related = value["diagnostics"][0]["related"].as_array().expect("a list");
        for (at, related) in related.iter().enumerate() {
            prop_assert_eq!(&related["path"], &Value::from(strange[at * 2].as_str()));
            prop_assert_eq!(&related["label"], &Value::from(strange[at * 2 + 1].as_str()));
            prop_assert_eq!(ends(related)[0][0], counted(&text, span.start)[0], "the line is known without the text");
        }
        prop_assert_eq!(ends(&related[1])[0][1..].to_vec(), vec![1, 1, 1]);
        let log = report_text(&report, catalog, Format::Sarif);
        prop_assert!(is_harmless(&log));
        let places = &parsed(&log)["runs"][0]["results"][0]["relatedLocations"];
        let ids: Vec<u64> = places.as_array().expect("a list").iter().filter_map(|it| it["id"].as_u64()).collect();
        prop_assert_eq!(ids, vec![1, 2, 3]);
        let look = Look::plain(Cap::NONE);
        let orders = report::print(&report, catalog, Format::Github, &look);
        prop_assert_eq!(orders.lines().filter(|it| !it.is_empty()).count(), 1, "{}", orders);
        prop_assert!(is_harmless(&orders.replace('\t', " ")), "{:?}", orders);
        for format in [Format::Human, Format::Concise, Format::JsonLines, Format::Summary, Format::Comment] {
            let text = report::print(&report, catalog, format, &look);
            prop_assert!(is_harmless(&text.replace('\t', " ")), "{:?}: {:?}", format, text);
        }
    }
}
