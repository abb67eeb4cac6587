//! Decisions: chains, circles and what hostile texts make of them; each fault planted, and healed; and the forms in which
//! the log is handed on.

mod repository;

use jiff::Timestamp;
use pingless::config::Policy;
use pingless::corpus::{Corpus, Setting};
use pingless::link;
use pingless::lint::{self, Beside, Detail};
use pingless::report::decisions::{self, Row};
use pingless::rule::Catalog;
use pingless::summary::Summary;
use pingless::text::Source;
use proptest::prelude::*;
use repository::{Repository, Run};

fn summaries(texts: &[(String, String)]) -> Vec<Summary> {
    let catalog = Catalog::builtin();
    let wanted = Beside { summary: Detail::Whole, ..Beside::default() };
    let read = |(path, text): &(String, String)| {
        lint::check_beside(&Source::file(path, text.as_str()), wanted, &catalog, &Policy::default()).summary
    };
    let mut all: Vec<Summary> = texts.iter().filter_map(read).map(|it| *it).collect();
    all.sort_by(|one, other| one.path.cmp(&other.path));
    all
}

const RULES: &[&str] =
    &["broken-supersede-chain", "index-drift", "overdue-feedback", "stuck-proposal", "superseded-still-cited"];

/// `PATH RULE` of all that is found.
fn found(all: &[Summary]) -> Vec<String> {
    let now: Timestamp = "2026-11-20T09:00Z".parse().expect("an instant");
    let setting = Setting { now: Some(now), ..Setting::default() };
    let linked = link::link(&Corpus::new(all, setting), &Catalog::builtin(), |it| RULES.contains(&&*it.id));
    let told = all.iter().zip(&linked);
    told.flat_map(|(summary, linked)| linked.flags().map(|(rule, _)| format!("{} {rule}", summary.path))).collect()
}

fn of(texts: &[(&str, &str)]) -> Vec<String> {
    found(&summaries(&texts.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect::<Vec<_>>()))
}

/// A record by its number and the lines of its head.
fn record(number: u32, head: &str) -> (String, String) {
    let text = format!("# {number}. Choice number {number}\n\n{head}\n\n## Decision\n\nWe will do it.\n");
    (format!("adr/{number:04}-choice.md"), text)
}

fn series(heads: &[&str]) -> Vec<(String, String)> {
    (1..).zip(heads).map(|(number, head)| record(number, head)).collect()
}

#[test]
fn a_status_below_another_line_is_that_of_the_record() {
    let head = |fields: &str| format!("---\ntitle: One queue\n{fields}\nauthor: Ada\n---\n# One queue\n\nWe do it.\n");
    let told = |old: &str, new: &str| {
        let page = "# Orders\n\nThey come as [One queue](adr/0001-queue.md) says.\n";
        of(&[("adr/0001-queue.md", &head(old)), ("adr/0002-queues.md", &head(new)), ("orders.md", page)])
    };
    const NEWER: &str = "status: accepted\nsupersedes: ADR-0001";
    assert_eq!(told("status: superseded by ADR-0002", NEWER), ["orders.md superseded-still-cited"]);
    assert_eq!(told("status: superseded", "status: accepted"), ["adr/0001-queue.md broken-supersede-chain"]);
    assert!(told("status: accepted", "status: accepted").is_empty());
    assert_eq!(told("status: accepted", NEWER), ["adr/0001-queue.md broken-supersede-chain"]);
    assert!(told("status: accepted", "status: accepted\nsupersedes: ADR-0001 \u{a7} Baseline").is_empty(), "a part");
}

#[test]
fn a_field_says_how_it_stands_and_a_section_in_whose_favour() {
    let old = "---\nstatus: superseded\n---\n# 1. One\n\n## Status\n\nSuperseded by [two](0002-two.md).\n\n## Decision\n\nWe do it.\n";
    let new = "# 2. Two\n\n## Status\n\nAccepted. Supersedes [one](0001-one.md).\n\n## Decision\n\nWe will.\n";
    assert!(of(&[("adr/0001-one.md", old), ("adr/0002-two.md", new)]).is_empty());
    let index = "# Decisions\n\n| Number | Title | Status |\n|---|---|---|\n| [1](0001-one.md) | One | superseded |\n| [2](0002-two.md) | Two | accepted |\n| [3](0003-three.md) | Three | accepted |\n";
    let implemented = old.replace("status: superseded", "status: implemented\nsuperseded-by: 0002-two.md");
    let texts = [("adr/0001-one.md", implemented.as_str()), ("adr/0002-two.md", new)];
    let told = |word: &str| of(&[texts[0], texts[1], ("adr/README.md", &index.replace("superseded", word))]);
    assert!(told("implemented").is_empty() && told("superseded").is_empty());
    assert_eq!(told("proposed"), ["adr/README.md index-drift"]);
}

#[test]
fn a_chain_leads_to_what_holds() {
    let heads = [
        "Status: superseded by ADR-2",
        "Status: superseded by ADR-3\n\nSupersedes: ADR-1",
        "Status: accepted\n\nSupersedes: ADR-2",
    ];
    let mut texts = series(&heads);
    assert_eq!(found(&summaries(&texts)), [""; 0]);
    texts.push(("guide.md".to_owned(), "# Guide\n\nIt is done as ADR-1 says.\n".to_owned()));
    let all = summaries(&texts);
    assert_eq!(found(&all), ["guide.md superseded-still-cited"]);
    let corpus = Corpus::new(&all, Setting::default());
    assert_eq!(corpus.decisions().later(0), [1, 2]);
    texts.last_mut().expect("the guide").1 = "# Guide\n\nIt is done as ADR-3 says.\n".to_owned();
    assert_eq!(found(&summaries(&texts)), [""; 0]);
}

#[test]
fn a_circle_is_named_once_and_ends() {
    for length in [2, 3, 40, 200] {
        let heads: Vec<String> = (1..=length)
            .map(|it| format!("Status: superseded by ADR-{}", if it == length { 1 } else { it + 1 }))
            .collect();
        let texts = series(&heads.iter().map(String::as_str).collect::<Vec<_>>());
        let found = found(&summaries(&texts));
        let expected = if length <= 60 { 1 } else { 0 };
        assert!(found.iter().filter(|it| it.ends_with("chain")).count() >= expected, "{length}: {found:?}");
    }
}

#[test]
fn a_missing_successor_is_named() {
    let mut heads = ["Status: accepted"; 6].map(str::to_owned);
    assert_eq!(found(&summaries(&series(&heads.each_ref().map(String::as_str)))), [""; 0]);
    heads[1] = "Status: superseded by ADR-77".to_owned();
    let found = found(&summaries(&series(&heads.each_ref().map(String::as_str))));
    assert_eq!(found, ["adr/0002-choice.md broken-supersede-chain"]);
}

#[test]
fn what_still_holds_by_its_own_word_is_asked_and_not_its_readers() {
    let mut texts = series(&["Status: accepted", "Status: accepted\n\nSupersedes: ADR-1"]);
    texts.push(("guide.md".to_owned(), "# Guide\n\nIt is done as ADR-1 says.\n".to_owned()));
    assert_eq!(found(&summaries(&texts)), ["adr/0001-choice.md broken-supersede-chain"]);
}

#[test]
fn what_is_only_extended_is_not_replaced() {
    let texts = series(&["Status: accepted", "Status: accepted\n\n**Supersedes:** None (extends ADR-1)"]);
    assert_eq!(found(&summaries(&texts)), [""; 0]);
}

#[test]
fn a_day_for_objections_passes() {
    let page = |status: &str, day: &str| format!("# 4. A queue\n\nStatus: {status}\n\nFeedback by: {day}\n\nText.\n");
    let late = page("proposed", "2026-11-18");
    assert_eq!(of(&[("adr/0004-queue.md", &late)]), ["adr/0004-queue.md overdue-feedback"]);
    assert_eq!(of(&[("adr/0004-queue.md", &page("proposed", "2026-11-19"))]), [""; 0], "it is not over everywhere");
    assert_eq!(of(&[("adr/0004-queue.md", &page("accepted", "2026-11-18"))]), [""; 0]);
    assert_eq!(of(&[("adr/0004-queue.md", &page("rejected", "2026-11-18"))]), [""; 0]);
}

#[test]
fn git_tells_how_long_a_proposal_has_waited() {
    let made = Repository::with("waits", &[("adr/0004-queue.md", "# 4. A queue\n\nStatus: proposed\n\nText.\n")]);
    let args = |now: &'static str| {
        ["check", ".", "--isolated", "--select", "stuck-proposal", "-f", "concise", "--fail-on", "never", "--now", now]
    };
    let run = |now: &'static str| made.pingless(&args(now)).places();
    assert_eq!(run("2099-01-01T00:00Z"), ["adr/0004-queue.md:3"]);
    assert_eq!(run("2000-01-01T00:00Z"), [""; 0], "it was not there yet");
    made.write("adr/0004-queue.md", "# 4. A queue\n\nStatus: proposed\n\nOther text.\n");
    assert_eq!(run("2099-01-01T00:00Z"), [""; 0], "somebody works on it");
}

/// An index of six records, in which each row says what its record says.
fn indexed(rows: &[(u32, &str, &str)]) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = (1..=6).map(|it| record(it, "Status: accepted")).collect();
    let mut index = "# Decisions\n\n| Number | Title | Status |\n|---|---|---|\n".to_owned();
    for (number, title, status) in rows {
        index += &format!("| [{number}]({number:04}-choice.md) | {title} | {status} |\n");
    }
    texts.push(("adr/README.md".to_owned(), index));
    texts
}

#[test]
fn a_list_drifts() {
    let titles: Vec<String> = (0..=6).map(|it| format!("Choice number {it}")).collect();
    let right: Vec<(u32, &str, &str)> = (1..=6).map(|it| (it, titles[it as usize].as_str(), "approved")).collect();
    assert_eq!(found(&summaries(&indexed(&right))), [""; 0]);
    let drifts =
        |rows: &[(u32, &str, &str)]| assert_eq!(found(&summaries(&indexed(rows))), ["adr/README.md index-drift"]);
    for at in 0..6 {
        let mut rows = right.clone();
        rows[at].2 = "rejected";
        drifts(&rows);
        rows[at] = (rows[at].0, "Move mail elsewhere", "accepted");
        drifts(&rows);
        rows.remove(at);
        drifts(&rows);
    }
}

fn row(text: &str, path: &str, next: &str) -> Row {
    let many = vec![text.to_owned(), text.to_owned()];
    Row {
        id: text.to_owned(),
        title: text.to_owned(),
        standing: None,
        status: Some(text.to_owned()),
        date: None,
        deciders: many.clone(),
        told: many.clone(),
        supersedes: many.clone(),
        superseded_by: vec![next.to_owned()],
        unresolved: many.clone(),
        path: path.to_owned(),
        line: 1,
        evidence: many,
        only_chat: false,
    }
}

/// The cells of one line in which all are quoted.
fn cells(line: &str) -> Vec<String> {
    let inner = line.strip_prefix('"').and_then(|it| it.strip_suffix('"')).expect("each cell is quoted");
    inner.split("\",\"").map(|it| it.replace("\"\"", "\u{0}")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_breaks_a_form(text in "(\\PC|[=+@,;\"'|<>\\[\\]`\t\r\n-]){0,40}", next in "\\PC{0,12}") {
        let rows = [row(&text, "a.md", &next), row(&next, &next, "a.md")];
        let csv = decisions::csv(&rows);
        let lines: Vec<&str> = csv.split("\r\n").collect();
        prop_assert_eq!(lines.len(), 4);
        for line in &lines[1..3] {
            prop_assert!(!line.contains(['\r', '\n']));
            prop_assert!(line.starts_with('"') && line.ends_with('"'));
            for cell in cells(line) {
                prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{}", cell);
            }
        }
        let mermaid = decisions::mermaid(&rows);
        for line in mermaid.lines().skip(1) {
            let label = line.trim_start().split_once("[\"").map(|it| it.1);
            let is_node = label.and_then(|it| it.strip_suffix("\"]")).is_some_and(|it| !it.contains(['"', '[', ']', '<', '>', '`']));
            prop_assert!(is_node || line.contains(" -->|superseded by| d"), "{}", line);
        }
        prop_assert!(serde_json::from_str::<serde_json::Value>(&decisions::json(&rows)).is_ok());
    }

    #[test]
    fn any_text_is_a_record(
        heads in prop::collection::vec("(Status: |superseded by |Supersedes: |ADR-|[0-9]{1,9}|\\[|\\]|\\(|\\)|\\.md|\n|\\PC){0,16}", 1..6),
        row in "(\\| |- |\\[|\\]|\\(|\\)|000[1-5]-choice.md|accepted|\n|\\PC){0,30}",
    ) {
        let mut texts = series(&heads.iter().map(String::as_str).collect::<Vec<_>>());
        texts.push(("adr/README.md".to_owned(), row));
        let all = summaries(&texts);
        prop_assert_eq!(found(&all), found(&all));
    }
}

#[test]
fn a_change_of_what_was_accepted_is_told_where_nothing_tells_it() {
    let record = |decision: &str, rest: &str| {
        format!("# 7. Poll for orders\n\nStatus: accepted\n\n## Decision\n\n{decision}\n\n## Consequences\n\n{rest}\n")
    };
    let path = "docs/adr/0007-poll-for-orders.md";
    let was = "We ask the shop for new orders every minute. Each answer is kept for two days.";
    let shop = Repository::with("edited-after-accepted", &[(path, &record(was, "The shop answers often."))]);
    let edited = |text: &str| {
        shop.write(path, text);
        let args = ["check", "--isolated", "--select", "edited-after-accepted", "--pedantic", "-f", "concise"];
        shop.pingless(&[&args[..], &["--diff-base", "HEAD"]].concat()).rules()
    };
    let told = [format!("{path}:7 edited-after-accepted")];
    let now = "We ask the shop for new orders every 15 minutes. Each answer is kept for two days.";
    assert_eq!(edited(&record(now, "The shop answers often.")), told);
    assert_eq!(edited(&record("We ask the shop for new orders every minute.", "The shop answers often.")), told);
    assert!(edited(&record(was, "The shop answers 1,440 times a day.")).is_empty(), "another part");
    let split = "We ask the shop for new orders every minute.\n\n*Each answer* is kept for\ntwo days.";
    assert!(edited(&record(split, "The shop answers often.")).is_empty(), "the same words");
    let noted = format!("{now}\n\nAmended 2026-02-11: it was every minute.");
    assert!(edited(&record(&noted, "The shop answers often.")).is_empty(), "it says so");
    let moved = record(now, "The shop answers often.").replace("accepted", "superseded by [9](0009-push.md)");
    assert!(edited(&moved).is_empty(), "it holds no longer");
}

#[test]
fn a_header_in_a_block_is_read() {
    let header = |number: u32, more: &str| format!("CIP: {number}\nTitle: Change {number}\nStatus: {more}\n");
    let fenced = |header: &str| format!("## Preamble\n\n```\n{header}```\n\n## Summary\n\nIt is done.\n");
    let pre = |header: &str| format!("<pre>\n  {}</pre>\n\n# A change\n\nIt is done.\n", header.replace('\n', "\n  "));
    let texts = [
        ("core/cip-0001.md", fenced(&header(1, "Withdrawn\nWithdrawal-Reason: Superseded by CIP-2"))),
        ("core/cip-0002.md", pre(&header(2, "Final"))),
        ("guide.md", "# Guide\n\nIt is done as CIP-1 says.\n".to_owned()),
        ("config.md", "# Keys\n\n```\ntitle: Change 1\nCIP: 9\n```\n".to_owned()),
    ];
    let texts: Vec<(String, String)> = texts.into_iter().map(|(path, text)| (path.to_owned(), text)).collect();
    let all = summaries(&texts);
    let records: Vec<&str> = all.iter().filter(|it| it.decision.is_some()).map(|it| it.path.as_str()).collect();
    assert_eq!(records, ["core/cip-0001.md", "core/cip-0002.md"], "an example of keys is no header");
    assert_eq!(found(&all), ["guide.md superseded-still-cited"]);
}

#[test]
fn what_holds_in_part_may_be_relied_on() {
    let told = |old: &str, new: &str| {
        let old = format!("# 7. Poll\n\nStatus: {old}\n");
        let new = format!("# 9. Push\n\nStatus: {new}\n");
        let guide = "# Orders\n\nThey come as ADR-7 says.\n";
        let texts = [("adr/0007-templates-for-polling.md", &*old), ("adr/0009-push.md", &new), ("orders.md", guide)];
        found(&summaries(&texts.map(|(path, text)| (path.to_owned(), text.to_owned()))))
            .iter()
            .any(|it| it.ends_with("superseded-still-cited"))
    };
    assert!(told("superseded by ADR-9", "accepted"), "a decision on templates is no template");
    assert!(!told("superseded by ADR-9: what it says of retries still holds", "accepted"));
    assert!(!told("superseded **for large shops** by ADR-9", "accepted"));
    assert!(!told("superseded by ADR-9", "proposed"), "nothing has taken its place yet");
    assert!(told("superseded by ADR-9 in May. The wire format is unchanged since ADR-2.", "accepted"));
    assert!(!told("superseded by ADR-9 in May. The decision to poll is preserved.", "accepted"), "a later sentence");
    assert!(!told("superseded-in-part by ADR-9", "accepted"));
    assert!(!told("superseded by ADR-9 - how it polls is preserved", "accepted"));
    assert!(!told("accepted. The two limits below were\nsuperseded by ADR-9; the rules are unchanged.", "accepted"));
    assert!(!told("accepted. Naming of rows (in rule 2)\nSUPERSEDED by ADR-9; all else holds.", "accepted"), "a shout");
    assert!(!told("accepted", "accepted. It supersedes two consequences of\nADR-7."), "the line before says of what");
    let section =
        "accepted\n\n## Status\n\nAccepted. The two limits below were\n**superseded by ADR-9**; all else is not.";
    assert!(!told(section, "accepted"));
    assert!(told("accepted. This decision was\nsuperseded by ADR-9.", "accepted"), "a sentence in two lines");
    let note = "accepted\n\n> **Partially superseded by ADR-9**: the second rule does not hold.";
    assert!(!told(note, "accepted, supersedes ADR-7"), "its own word counts");
    assert!(!told("accepted\n\n**Superseded by (in part):** ADR-9, for its limits.", "accepted"));
    assert!(told("accepted\n\n**Superseded by (June 2026):** ADR-9", "accepted"));
    let header = "accepted\ndate: 2026-05-01\nsuperseded-by: ADR-9";
    assert!(told(header, "accepted"), "a line of a header begins with a small letter, too");
    let clause =
        "accepted\n\nWe poll, and the limit of tins is\n**superseded by [ADR-9](0009-push.md)**: none are left.";
    assert!(!told(clause, "accepted"), "in the midst of a sentence");
    let remark = "accepted\n\n- Tins are counted.\n  **Superseded by**: ADR-9, for none are left.\n";
    assert!(!told(remark, "accepted"), "of one item alone");
    assert!(!told("accepted", "accepted\n\n**Supersedes (in part):** ADR-7 and what it says of limits."));
}

#[test]
fn front_matter_is_no_sentence_that_goes_on() {
    let old = "---\ntitle: Poll for orders\nsuperseded-by: ADR-9\n---\n\n# 7. Poll\n\nWe poll.\n";
    let new = "# 9. Push\n\nStatus: accepted\n";
    let texts = [("adr/0007-poll.md", old), ("adr/0009-push.md", new), ("orders.md", "# Orders\n\nAs ADR-7 says.\n")];
    let texts: Vec<(String, String)> = texts.map(|(path, text)| (path.to_owned(), text.to_owned())).to_vec();
    assert_eq!(
        found(&summaries(&texts)),
        ["adr/0007-poll.md broken-supersede-chain", "orders.md superseded-still-cited"]
    );
}

/// Whether anything is found among texts at these paths.
fn finds_any(texts: &[(&str, &str)]) -> bool {
    let texts: Vec<(String, String)> = texts.iter().map(|(path, text)| (path.to_string(), text.to_string())).collect();
    !found(&summaries(&texts)).is_empty()
}

#[test]
fn of_what_nothing_replaced_nothing_else_can_be_named() {
    let told = |status: &str| {
        let old = format!("# 7. Poll\n\nStatus: {status}\n");
        let page = "# Orders\n\nThey come as ADR-7 says.\n";
        let texts = [("docs/adr/0007-poll.md", old.as_str()), ("docs/orders.md", page)];
        finds_any(&texts)
    };
    assert!(told("superseded by [9](https://example.com/9)"));
    assert!(!told("superseded, the second option of this text was taken"));
    assert!(!told("superseded by [9](https://example.com/9) (polling remains the fallback)"));
    assert!(!told("superseded (the first half) by [9](https://example.com/9)"));
}

#[test]
fn what_only_its_successor_calls_replaced_may_be_so_in_part() {
    let told = |status: &str| {
        let old = format!("# 7. Poll\n\n{status}Date: 2026-11-02\n\n## Decision\n\nWe ask every minute.\n");
        let new = "# 9. Push\n\nStatus: accepted, supersedes [7](0007-poll.md)\n";
        let page = "# Orders\n\nThey come as ADR-7 says.\n";
        let texts = [("docs/adr/0007-poll.md", old.as_str()), ("docs/adr/0009-push.md", new), ("docs/orders.md", page)];
        finds_any(&texts)
    };
    assert!(told("Status: superseded by ADR-9\n"));
    let long = "The idea is kept, and what came of it is told there at length. ".repeat(9);
    assert!(told(&format!("> **Superseded by [ADR 9](0009-push.md).** {long}\n\n")), "a long note");
    assert!(!told("") && !told("Status: proposed\n"));
}

#[test]
fn what_a_quotation_links_is_found_by_its_path() {
    let old = "# ADR-7: Poll\n\n> This record has been superseded by [ADR-9: Push](./ADR-9-push.md).\n\nWe poll.\n";
    let review = "# Review of ADR-9\n\nIt is sound.\n";
    let page = "# Orders\n\nThey are fetched as described in ADR-7.\n";
    let told = |status: &str| {
        let new = format!("# ADR-9: Push\n\nStatus: {status}\n");
        let texts = [("adr/ADR-7-poll.md", old), ("adr/ADR-9-push.md", new.as_str()), ("adr/ADR-9-review.md", review)];
        let texts = texts.into_iter().chain([("orders.md", page)]).map(|it| (it.0.to_owned(), it.1.to_owned()));
        let all: Vec<(String, String)> = texts.collect();
        found(&summaries(&all)).iter().any(|it| it.ends_with("superseded-still-cited"))
    };
    assert!(told("accepted"));
    assert!(!told("draft"), "nothing has taken its place yet");
}

#[test]
fn a_number_sends_to_its_record_only_by_what_the_sentence_says() {
    let old = "# 7. Poll\n\nStatus: superseded by [9](0009-push.md)\n";
    let new = "# 9. Push\n\nStatus: accepted, supersedes [7](0007-poll.md)\n";
    let told = |line: &str| {
        let page = format!("# Orders\n\n{line}\n");
        let texts = [("docs/adr/0007-poll.md", old), ("docs/adr/0009-push.md", new), ("docs/orders.md", page.as_str())];
        finds_any(&texts)
    };
    for line in [
        "They are fetched per ADR-7.",
        "They are fetched as described in ADR-7.",
        "Fetching (see ADR-7) takes a minute.",
        "Shops are asked. ADR-7 requires a minute between two questions.",
        "They follow both ADR-8 and ADR-7.",
        "Fetching ([ADR-7](adr/0007-poll.md)) takes a minute.",
    ] {
        assert!(told(line), "{line}");
    }
    for line in [
        "Fetching (ADR-7) takes a minute.",
        "| Part | From |\n|---|---|\n| Fetching | ADR-3, ADR-7 |",
        "- **ADR-7**: a minute was too long.",
        "Fetching is followed up in ADR-7.",
        "How does it go with fetching (ADR-7)?",
        "## Motivation\n\nThey are fetched per ADR-7.",
        "## PR 1.6: fetch\n\nThey are fetched per ADR-7.",
    ] {
        assert!(!told(line), "{line}");
    }
}

#[test]
fn who_relies_on_what_was_replaced_is_told_once_it_does() {
    let old = "# 7. Poll\n\nStatus: superseded by [9](0009-push.md)\n";
    let new = "# 9. Push\n\nStatus: accepted, supersedes [7](0007-poll.md)\n";
    let told = |path: &str, text: &str| {
        let texts = [("docs/adr/0007-poll.md", old), ("docs/adr/0009-push.md", new), (path, text)];
        finds_any(&texts)
    };
    let forge = |branch: &str| {
        format!("# Orders\n\nThey come as [this](https://github.com/a/b/blob/{branch}/docs/adr/0007-poll.md) says.\n")
    };
    assert!(told("docs/orders.md", &forge("main")), "the very path of the record");
    assert!(!told("docs/orders.md", &forge("3f0c1d2")), "as it once stood");
    assert!(!told("docs/open-questions.md", &forge("main")), "asked and answered at one time");
    assert!(!told("docs/VERIFICATION-push.md", &forge("main")) && !told("docs/TICKET-9-push.md", &forge("main")));
    assert!(told("docs/orders.md", "# Orders\n\nThey come as ADR-7 says.\n\n## Returns\n\nThey follow ADR-8.\n"));
    // Whoever names the newer one elsewhere on the page knows of it: all three of those that were read did.
    assert!(!told("docs/orders.md", "# Orders\n\nThey come as ADR-7 says.\n\n## Returns\n\nThey follow ADR-9.\n"));
    let noted = "# Orders\n\n## Now\n\nThey come as ADR-7 says.\n\n## Then\n\n> ADR-9 came later.\n";
    assert!(!told("docs/orders.md", noted), "a quotation names it");
    assert!(!told("docs/orders.md", "# Orders\n\nBy: codex/orders-adr-7\n\nThey come.\n"), "the name of a branch");
    assert!(!told("doc/Assignment_1.md", &forge("main")), "handed in");
    let of_work = ["docs", "work", "push.md"].join("/");
    assert!(!told(&of_work, &forge("main")) && told("work/README.md", &forge("main")));
    assert!(!told("docs/orders.md", "# Orders\n\nThey come as ADR-7 says, and since May as ADR-9 does.\n"));
    assert!(!told("docs/orders.md", "# Orders\n\nThey come as ADR-7 says. It is superseded.\n"), "the next sentence");
    assert!(!told("docs/orders.md", "# Orders\n\nThey come as ADR 7 / 9 say.\n"), "both are named");
    assert!(!told("docs/orders.md", "# Orders\n\nThey come as ADR-7 says. ADR-2/3/9 are newer.\n"), "three are");
    assert!(!told("docs/orders.md", "# Orders\n\n## Legacy clients\n\nThey poll as ADR-7 says.\n"));
    assert!(!told("docs/orders.md", "# Orders\n\n## Shipped\n\nThey are polled as ADR-7 says.\n"));
    assert!(!told("docs/orders.md", "# Orders\n\n> Outdated, see the wiki.\n\nThey come as ADR-7 says.\n"), "a banner");
    assert!(told("docs/orders.md", "# Orders\n\n> Be patient.\n\nThey come as ADR-7 says.\n"));
    let done = |what: &str| format!("# Orders\n\nStatus: {what}\n\n## Rules\n\nThey come as ADR-7 says.\n");
    assert!(!told("docs/orders.md", &done("Shipped")), "what was built stays as it was written");
    assert!(told("docs/orders.md", &done("Draft")));
    assert!(!told("docs/orders.md", "# Orders\n\n- [x] They come as ADR-7 says.\n"), "it is done");
    assert!(told("docs/orders.md", "# Orders\n\n- [ ] They come as ADR-7 says.\n"));
    assert!(!told("docs/orders.md", "# Orders\n\n- [Poll](poll.md): fetched as ADR-7 says.\n"), "said of a page");
    assert!(told("docs/orders.md", "# Orders\n\n- [Poll](#poll): fetched as ADR-7 says.\n"));
    let row = |what: &str| format!("# Orders\n\n| What | How |\n|---|---|\n| {what} | fetched as ADR-7 says |\n");
    assert!(!told("docs/orders.md", &row("[Poll](poll.md)")) && !told("docs/orders.md", &row("2026-03-01")));
    assert!(told("docs/orders.md", &row("Poll")));
    assert!(!told("docs/orders.md", "# Orders\n\nRelated: ADR-7, which says how.\n"), "further reading");
    let retired = format!("# Orders\n\n{}## Fetched\n\n> Retired.\n\nAs ADR-7 says.\n", "They are many. ".repeat(120));
    assert!(!told("docs/orders.md", &retired), "a banner of one section");
    for path in ["docs/discussion-log.md", "docs/2026-orders.md", "docs/research/orders.md", "docs/adr/0012-format.md"]
    {
        assert!(!told(path, "# Orders\n\nThey come as ADR-7 says.\n"), "{path}");
    }
    assert!(told("docs/log-format.md", "# Logs\n\nThey come as ADR-7 says.\n"));
    assert!(!told("docs/adr/0007/format.md", "# Format\n\nThe format of ADR-7 is CSV.\n"), "a part of the record");
    for path in ["docs/ROADMAP.md", "build-plan.md", "docs/verifications.md"] {
        assert!(!told(path, "# Orders\n\nThey come as ADR-7 says.\n"), "{path}");
    }
    for path in [
        "docs/progress.md",
        "docs/reviews/orders.md",
        "docs/worklogs/orders.md",
        "notes/memory/orders.md",
        "docs/orders-archive.md",
    ] {
        assert!(!told(path, "# Orders\n\nThey come as ADR-7 says.\n"), "{path}");
    }
}

#[test]
fn a_record_on_standard_input_is_listed_under_its_name() {
    let (name, text) = record(7, "Status: superseded by ADR-9");
    let shop = Repository::with("piped-decision", &[("draft.txt", &text)]);
    let piped = |args: &[&str]| {
        let draft = std::fs::File::open(shop.root.join("draft.txt")).expect("it is there");
        let mut command = shop.command(env!("CARGO_BIN_EXE_pingless"));
        Run::of(&command.arg("decisions").args(args).stdin(draft).output().expect("it runs"))
    };
    let run = piped(&["--stdin-filename", &name, "-"]);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(run.out.contains("Choice number 7\n    adr/0007-choice.md:1\n"), "{run:?}");
    assert!(run.out.contains("superseded by, not among these: ADR-9\n"), "{run:?}");
    assert!(piped(&["draft.txt"]).said.contains("no decision found"));
}

#[test]
fn a_stroke_in_the_code_of_a_cell_is_one() {
    let log = "# Decision log\n\n| Date | Decision | Owner |\n|---|---|---|\n| 2026-01-02 | Use `a\\|b` as separator | Ada |\n| 2026-01-03 | Use c \\| d | Ada |\n";
    let record = "# 8. Split at `a\\|b`\n\nStatus: accepted\n\n## Decision\n\nWe will do it.\n";
    let texts = [("adr/0008-split.md", record), ("decisions.md", log)];
    let all = summaries(&texts.map(|(path, text)| (path.to_owned(), text.to_owned())));
    let titles: Vec<&str> = all[1].log.iter().map(|it| &*it.title).collect();
    assert_eq!(titles, ["Use a|b as separator", "Use c | d"]);
    assert_eq!(all[0].decision.as_ref().map(|it| &*it.title), Some("Split at a\\|b"), "no cell");
}

#[test]
fn a_successor_outside_of_the_folder_is_called_as_somebody_there_would() {
    let (path, text) = record(1, "Status: superseded by [another](../docs/0002-other.md)");
    let shop = Repository::with("successor-elsewhere", &[(&path, &text), ("README.md", "# Shop\n")]);
    let unresolved = |folder: &str, named: &str| {
        let out = shop.pingless_in(folder, &["decisions", "--format", "json", named]).out;
        let list: serde_json::Value = serde_json::from_str(&out).expect("it is JSON");
        list["decisions"][0]["unresolved"][0].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(unresolved("", "."), "docs/0002-other.md");
    assert_eq!(unresolved("adr", "."), "../docs/0002-other.md");
    let whole = shop.root.join("docs/0002-other.md");
    assert_eq!(unresolved("adr", &shop.root.to_string_lossy()), whole.to_string_lossy());
}

#[test]
fn a_status_says_when_and_by_whom() {
    let told = |status: &str| {
        let (path, text) = record(3, &format!("Status: {status}"));
        let all = summaries(&[(path, text)]);
        let found = all[0].decision.as_ref().expect("a record");
        format!("{:?} {:?}", found.date.map(|it| it.to_string()), found.deciders)
    };
    assert_eq!(told("Rejected 2018-03-01 by @li"), "Some(\"2018-03-01\") [\"@li\"]");
    assert_eq!(told("Accepted on 2018-03-01"), "Some(\"2018-03-01\") []");
    assert_eq!(told("Accepted (2018-03-01), by Ada Byron and @li."), "Some(\"2018-03-01\") [\"Ada Byron\", \"@li\"]");
    assert_eq!(told("Rejected by vote"), "None []");
    assert_eq!(told("Proposed 2018-03-01 by @li"), "None []", "nobody decided");
    assert_eq!(told("Accepted, to be reviewed 2019-03-01"), "None []");
    let (path, text) = record(3, "Status: Rejected 2018-03-01 by @li\nDate: 2018-02-01\nDeciders: Bo");
    let all = summaries(&[(path, text)]);
    let found = all[0].decision.as_ref().expect("a record");
    assert_eq!(found.date.map(|it| it.to_string()).as_deref(), Some("2018-02-01"), "a field says it in so many words");
    assert_eq!(found.deciders.to_vec(), ["Bo"]);
}

#[test]
fn an_entry_is_called_without_its_day() {
    let log = "# Decision log\n\n## 2026-11-05: Drop MySQL\n\nOwner: @ada\nStatus: accepted\n\n\
               ## 2026-11-06 \u{2013} Keep Go\n\nOwner: @ada\n\n## 2026-11-07\n\nOwner: @li\n\nWe wait.\n";
    let all = summaries(&[("decisions.md".to_owned(), log.to_owned())]);
    let titles: Vec<&str> = all[0].log.iter().map(|it| &*it.title).collect();
    assert_eq!(titles, ["Drop MySQL", "Keep Go", "2026-11-07"]);
    assert_eq!(all[0].log[0].date.map(|it| it.to_string()).as_deref(), Some("2026-11-05"));
}

#[test]
fn what_a_record_supersedes_is_called_as_it_is_listed() {
    let texts = [
        record(1, "Status: accepted"),
        record(2, "Status: accepted, supersedes ADR-1"),
        record(3, "Status: accepted\nSupersedes: ADR-77"),
    ];
    let files: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let shop = Repository::with("supersedes", &files);
    let list: serde_json::Value =
        serde_json::from_str(&shop.pingless(&["decisions", "--format", "json"]).out).expect("it is JSON");
    let of = |at: usize, key: &str| list["decisions"][at][key].clone();
    assert_eq!(of(1, "supersedes"), serde_json::json!([of(0, "path")]));
    assert_eq!(of(0, "superseded_by"), serde_json::json!([of(1, "path")]));
    assert_eq!(of(2, "supersedes"), serde_json::json!(["ADR-77"]));
}

/// Whatever the page of a folder is called, a link to the folder leads to it, and a text that is looked at alone is held
/// against it.
#[test]
fn a_record_may_be_the_page_of_its_folder() {
    let (_, old) = record(1, "Status: superseded by [another](../0002-queue/)");
    let (_, new) = record(2, "Status: accepted");
    let guide = "# Orders\n\nOrders are fetched as [the record on polling](adr/0001-poll/) says, within a minute.\n";
    for page in ["README.md", "readme.md", "index.md", "_index.md"] {
        let (first, second) = (format!("docs/adr/0001-poll/{page}"), format!("docs/adr/0002-queue/{page}"));
        let files = [(first.as_str(), old.as_str()), (second.as_str(), new.as_str()), ("docs/orders.md", guide)];
        let shop = Repository::with("page-of-folder", &files);
        let told = shop.pingless(&["decisions"]).out;
        assert!(told.contains(&format!("superseded by: {second}")), "{page}: {told}");
        let run = shop.pingless(&[
            "check",
            "--pedantic",
            "--select",
            "superseded-still-cited",
            "docs/orders.md",
            "-f",
            "concise",
        ]);
        assert_eq!(run.rules(), ["docs/orders.md:3 superseded-still-cited"], "{page}: {run:#?}");
    }
}
