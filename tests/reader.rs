//! What the product was conceived for: short texts in the shape of real ones, and what a reader asks of each.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

/// The row of `inspect` for a text on standard input.
fn inspect(text: &str, arguments: &[&str]) -> Value {
    let mut child = Command::new(env!("CARGO_BIN_EXE_pingless"))
        .args(["inspect", "--isolated", "--format", "ndjson"])
        .args(arguments)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pingless starts");
    child.stdin.take().expect("it is piped").write_all(text.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).expect("one row of JSON")
}

/// The rules that speak, in order of their places.
fn rules(text: &str, arguments: &[&str]) -> Vec<String> {
    let row = inspect(text, arguments);
    let findings = row["findings"].as_array().expect("a list");
    findings.iter().map(|it| it["rule"].as_str().expect("a word").to_owned()).collect()
}

fn state(row: &Value, slot: &str) -> String {
    row["slots"][slot]["state"].as_str().unwrap_or_else(|| panic!("there is no slot {slot}")).to_owned()
}

#[test]
fn a_plea_on_standard_input_is_asked_which_thing_what_and_when() {
    let found = rules("Hey, can you check out the auth thing by EOD tomorrow?", &[]);
    for rule in ["vague-reference", "ambiguous-deadline"] {
        assert!(found.iter().any(|it| it == rule), "{rule} is silent: {found:?}");
    }
    assert!(found.iter().any(|it| it == "vague-ask" || it == "no-clear-ask"), "what is wanted? {found:?}");
}

#[test]
fn a_plea_in_one_line_is_asked_which_thing_and_what() {
    for plea in ["Hi, could you look at the export stuff?", "hey, can somebody check the login thing please"] {
        let found = rules(plea, &[]);
        assert!(found.iter().any(|it| it == "vague-reference"), "{plea}: {found:?}");
        assert!(found.iter().any(|it| it == "vague-ask" || it == "no-clear-ask"), "{plea}: {found:?}");
    }
}

/// In the shape of a report that can be acted on without a question: plain prose, no heading.
const REPORT: &str = "\
The export on /reports/monthly fails for accounts with more than one currency, on Safari 17.6 (macOS 14). Takes a minute to
see:
1. Open /reports/monthly as a user with EUR and GBP accounts
2. Click \"Export as CSV\"
3. The progress bar stops at 50 % and the page shows \"Unexpected token N in JSON\"
Logs: https://logs.example.com/export?query=currency&window=2h
Hypothesis: the formatter writes NaN for a rate that is missing, because rates are now loaded per account and the second
account has none yet. Then RateTable::lookup should fall back to config('export.base_currency') where it returns nothing
today.
Could you either take this over or tell me what speaks against it?
";

#[test]
fn a_report_in_plain_prose_states_everything_and_is_left_alone() {
    let row = inspect(REPORT, &["--kind", "bug-report"]);
    for slot in ["observed-behaviour", "steps-to-reproduce", "environment", "logs", "hypothesis", "proposed-fix", "ask"]
    {
        assert_eq!(state(&row, slot), "present", "{slot}");
    }
    for arguments in [&["--kind", "bug-report"][..], &[]] {
        let row = inspect(REPORT, arguments);
        let findings = row["findings"].as_array().expect("a list");
        assert!(findings.iter().all(|it| it["level"] == "note"), "{findings:#?}");
    }
}

#[test]
fn one_sentence_can_be_a_whole_report() {
    let row = inspect("It crashes when I click Save on 2.3.1; I expected a file.", &["--kind", "bug-report"]);
    for slot in ["observed-behaviour", "version", "expected-behaviour"] {
        assert_eq!(state(&row, slot), "present", "{slot}");
    }
    assert_ne!(state(&row, "steps-to-reproduce"), "absent");
}

/// In the shape of a daily update: three labels, one thing for today.
const UPDATE: &str = "\
Yesterday: Merged the CSV export, switched off for now (PR #88), with tests for
           two currencies.
Today: Linking the export from the reports page. It should land by EOD.
Blocked: @copy-team has to approve the wording first, see #91.
";

#[test]
fn a_status_update_has_its_three_parts_and_one_open_deadline() {
    let row = inspect(UPDATE, &["--kind", "status-update"]);
    for slot in ["shipped", "in-progress", "blocked"] {
        assert_eq!(state(&row, slot), "present", "{slot}");
    }
    let found: Vec<(u64, &str)> = row["findings"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| (it["line"].as_u64().expect("a number"), it["rule"].as_str().expect("a word")))
        .collect();
    assert_eq!(
        found.iter().filter(|(_, rule)| *rule == "ambiguous-deadline").collect::<Vec<_>>(),
        [&(3, "ambiguous-deadline")]
    );
    // Nothing is asked of the labels themselves.
    assert!(found.iter().all(|(line, rule)| *line == 4 || *rule == "ambiguous-deadline"), "{found:?}");
}

#[test]
fn a_status_update_is_recognised_by_its_labels() {
    let row = inspect(UPDATE, &["--stdin-filename", "note.md"]);
    assert_eq!(row["kind"], "status-update", "{row}");
}

#[test]
fn deadlines_idioms_names_code_and_quotations() {
    let count = |text: &str| rules(text, &["--select", "ambiguous-deadline"]).len();
    assert_eq!(count("Please send it by tomorrow EOD."), 1);
    for fine in [
        "At the end of the day, it is a trade-off.",
        "EODHD sells market data.",
        "The flag `by EOD` ends the batch.",
        "Nobody understands \"by tomorrow EOD\" anyway.",
        "> Please send it by EOD tomorrow.",
        "```\nPlease send it by EOD tomorrow.\n```",
    ] {
        assert_eq!(count(fine), 0, "{fine}");
    }
}

#[test]
fn a_message_without_a_name_is_a_request_and_a_named_one_is_not() {
    assert_eq!(inspect("Hello.", &[])["kind"], "request");
    assert_eq!(inspect("Hello.", &["--stdin-filename", "notes/hello.md"])["kind"], Value::Null);
    assert_eq!(inspect("Hello.", &["--kind", "none"])["kind"], Value::Null);
}
