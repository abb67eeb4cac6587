//! The Action with the program itself: what a reader sees, and that no text from outside is obeyed.

use serde_json::{Value, json};

use crate::definition::action;
use crate::runner::{Outcome, run};
use crate::world::{BAD, HOSTILE, World};

/// A body that says what, why, how it was checked and what to look at.
const CLEAR: &str = "Invoices with a discount were rounded twice, so that every tenth one was a cent off: customers in \
                     Lima complained. This rounds once, at the end. I ran `cargo test -p invoices`, which now has a \
                     case with three discounts, and compared a thousand old invoices with the new totals. Please look \
                     at `total.rs` first: is one rounding what the contract says?";

fn start(world: &World, inputs: &[(&str, &str)]) -> Outcome {
    let outcome = run(world, &action("action.yml"), inputs);
    assert!(world.is_unharmed(), "{}", outcome.log);
    // Our own commands may quote the words; they are none.
    let is_theirs = |it: &String| it == "error pwned" || it.contains("##[");
    assert!(!outcome.commands().iter().any(is_theirs), "{}", outcome.log);
    outcome
}

/// A pull request with these words, of which nothing is checked out.
fn told(name: &str, title: &str, body: Value) -> World {
    let world = World::new(name).with_program().without_checkout();
    world.give("live.json", json!({"number": 7, "title": title, "body": body, "draft": false}).to_string());
    world.give("login", "github-actions[bot]\n");
    world.give("comments", "");
    world.give("comments.json", "[]");
    world.give("may-write", "");
    world
}

#[test]
fn a_clear_pull_request_hears_nothing() {
    let world = told("clear", "Round invoices once", json!(CLEAR));
    let outcome = start(&world, &[("comment", "true")]);
    assert_eq!((outcome.status, outcome.outputs["findings"].as_str()), (0, "0"), "{}", outcome.log);
    assert_eq!(world.taken("sent"), "");
    assert!(!outcome.commands().iter().any(|it| it.starts_with("warning") || it.starts_with("error")));
}

#[test]
fn an_empty_body_is_asked_for() {
    let world = told("empty", "Fix", Value::Null);
    let outcome = start(&world, &[("comment", "true"), ("sarif", "true")]);
    assert_eq!(outcome.status, 1, "{}", outcome.log);
    assert!(outcome.commands().iter().any(|it| it.starts_with("warning") || it.starts_with("error")));
    assert!(outcome.summary.contains("vague-title"), "{}", outcome.summary);
    assert!(world.taken("sent").starts_with("<!-- pingless:comment -->\n"), "{}", outcome.log);
    assert_eq!(world.taken("sent").matches("<!-- pingless:comment -->").count(), 1);
    for (output, key) in [("report", "diagnostics"), ("sarif", "runs")] {
        let text = std::fs::read_to_string(&outcome.outputs[output]).expect("it is written");
        let report: Value = serde_json::from_str(&text).expect("it is JSON");
        assert!(report[key].is_array());
    }
    let sarif = std::fs::read_to_string(&outcome.outputs["sarif"]).expect("it is written");
    let artifacts: Vec<&str> =
        sarif.split("\"uri\":").skip(1).map(|it| it.trim_start().split('"').nth(1).unwrap_or_default()).collect();
    // Code scanning takes no log with another scheme.
    assert!(artifacts.contains(&"pull-request/7"), "{artifacts:?}");
}

#[test]
fn a_hostile_pull_request_is_only_text() {
    let long = HOSTILE.repeat(1 + (1 << 20) / HOSTILE.len());
    for (format, body) in [("github", long.as_str()), ("human", HOSTILE), ("concise", HOSTILE)] {
        let world = told("hostile", HOSTILE, json!(body));
        let outcome = start(&world, &[("format", format), ("comment", "true")]);
        assert!(outcome.status < 2, "{}", outcome.log);
        assert!(outcome.summary.len() < 900 << 10);
        assert!(!outcome.summary.contains("\n::"), "{}", outcome.summary);
    }
}

#[test]
fn hostile_names_are_only_names() {
    let world = World::on("hostile-names", "push", json!({})).with_program();
    std::fs::remove_dir_all(world.workspace().join("docs")).expect("it is there");
    std::fs::remove_file(world.workspace().join(".pingless.toml")).expect("it is there");
    for name in
        ["-rf.md", "::error::pwned.md", "a\n::error::pwned.md", "$(touch canary).md", "`touch canary`,a=b%0A.md"]
    {
        std::fs::write(world.workspace().join(name), BAD).expect("a file");
    }
    for format in ["github", "human", "concise"] {
        let outcome = start(&world, &[("format", format)]);
        assert_eq!((outcome.status, outcome.outputs["errors"].as_str()), (1, "5"), "{}", outcome.log);
    }
}

#[test]
fn an_issue_is_asked_about() {
    let world =
        World::on("issue-program", "issues", json!({"action": "opened", "issue": {"number": 7}})).with_program();
    let body = format!("TODO\n\nPlease look at this by EOD tomorrow, as discussed on the call.\n\n{HOSTILE}");
    let live = json!({"number": 7, "title": "Invoices", "body": body, "labels": [], "user": {"login": "ana"}});
    world.give("live.json", live.to_string());
    let outcome = start(&world, &[]);
    assert!(outcome.status < 2, "{}", outcome.log);
    assert!(outcome.summary.contains("ambiguous-deadline"), "{}", outcome.summary);
}

/// The clone is as shallow as GitHub's, and the document at the base has the same error.
#[test]
fn only_what_is_new_is_asked() {
    let mut world = World::on("only-new", "merge_group", json!({})).with_program();
    let sha = |reference: &str| world.server(&["rev-parse", reference]);
    let group = json!({"base_sha": sha("main"), "head_sha": sha("refs/pull/7/merge")});
    world.event = json!({"merge_group": group});
    std::fs::remove_file(world.workspace().join(".pingless.toml")).expect("it is there");
    let outcome = start(&world, &[]);
    assert_eq!((outcome.status, outcome.outputs["errors"].as_str()), (1, "1"), "{}", outcome.log);
    assert!(outcome.summary.contains("touch canary") && !outcome.summary.contains("old.md"), "{}", outcome.summary);
}

/// Title and body are clear, and nobody looked at the documents: that is no success.
#[test]
fn documents_that_nobody_could_look_at_fail_the_step() {
    let world = World::new("out-of-reach").with_program();
    world.git(&["remote", "set-url", "origin", "file:///nowhere"]);
    world.give("live.json", json!({"number": 7, "title": "Round invoices once", "body": CLEAR}).to_string());
    let outcome = start(&world, &[("comment", "true")]);
    assert_eq!((outcome.status, world.taken("sent").as_str()), (2, ""), "{}", outcome.log);
    assert!(outcome.log.contains("fetch-depth: 0"), "{}", outcome.log);
    assert!(outcome.summary.contains("were not checked"), "{}", outcome.summary);
    assert!(!outcome.summary.contains("nothing found to ask"), "{}", outcome.summary);
}

/// The configuration of the change silences its error: its own repository may do that, a stranger may not.
#[test]
fn a_stranger_cannot_turn_a_rule_off() {
    let live = json!({"number": 7, "title": "Round invoices once", "body": CLEAR, "draft": false}).to_string();
    for (world, status, errors) in [(World::new("own-rules"), 0, "0"), (World::of_fork("stranger-rules"), 1, "1")] {
        let world = world.with_program();
        world.give("live.json", &live);
        let outcome = start(&world, &[]);
        assert_eq!((outcome.status, outcome.outputs["errors"].as_str()), (status, errors), "{}", outcome.log);
        // Nor is the merge that GitHub made, with none of its history, a commit of the change.
        for strange in ["old.md", "<code>commit "] {
            assert!(!outcome.summary.contains(strange), "{}", outcome.summary);
        }
    }
}
