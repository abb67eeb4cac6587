//! Events as GitHub sent them, from `@octokit/webhooks-examples`. What that package has no example of (a fork, a fork that
//! is gone, a bot, line ends of Windows) is a real event with that one thing changed.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use crate::client;

/// Every event of a name.
fn events(name: &str) -> Option<Vec<Value>> {
    let file = client::find(
        "@octokit/webhooks-examples",
        &["node_modules/@octokit/webhooks-examples/api.github.com/index.json"],
    )?;
    let all: Vec<Value> = serde_json::from_str(&fs::read_to_string(file).expect("it can be read")).expect("it is JSON");
    let found = all.into_iter().find(|it| it["name"] == name).expect("there are some");
    Some(found["examples"].as_array().expect("a list").clone())
}

/// Exit status, standard output and standard error of `pr` for an event.
fn pr(name: &str, event: &Value) -> (i32, String, String) {
    let path = client::file(&format!("event-{name}.json"), &event.to_string());
    let mut command = Command::new(env!("CARGO_BIN_EXE_pingless"));
    let output =
        command.args(["pr", "--isolated", "-f", "concise"]).env("GITHUB_EVENT_PATH", path).output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

#[test]
fn every_event_about_a_pull_request_is_read() {
    let Some(events) = events("pull_request") else { return };
    assert!(events.len() > 10);
    for (number, event) in events.iter().enumerate() {
        let (status, found, said) = pr(&format!("any-{number}"), event);
        assert!(status != 2 && said.contains("read 1 document: 1 pull-request"), "{number}: {found}{said}");
    }
}

#[test]
fn what_an_event_says_of_a_pull_request_counts() {
    let Some(events) = events("pull_request") else { return };
    let first = |is: &dyn Fn(&Value) -> bool| events.iter().find(|it| is(it)).cloned().expect("there is one");
    let large = |mut event: Value| {
        event["pull_request"]["additions"] = json!(120);
        event["pull_request"]["title"] = json!("Rework the connection pool");
        event
    };
    let empty = large(first(&|it| it["action"] == "opened" && it["pull_request"]["body"].is_null()));
    let (status, found, _) = pr("null", &empty);
    assert!(status == 1 && found.starts_with("pull request #2:1:3: warn[empty-body]"), "{found}");
    let small = {
        let mut it = empty.clone();
        it["pull_request"]["additions"] = json!(1);
        it
    };
    assert_eq!(pr("small", &small).0, 0, "one line is asked nothing");
    let mut draft = large(first(&|it| it["pull_request"]["draft"] == true));
    draft["pull_request"]["body"] = Value::Null;
    let (status, found, _) = pr("draft", &draft);
    assert!(status == 0 && found.contains("note[empty-body]"), "{found}");
    for action in ["synchronize", "ready_for_review", "reopened"] {
        let event = first(&|it| it["action"] == action);
        assert_eq!(pr(action, &event).0, 0, "{action}");
    }
    let mut edited = large(first(&|it| it["action"] == "opened"));
    edited["action"] = json!("edited");
    edited["changes"] = json!({"body": {"from": "Before"}});
    edited["pull_request"]["body"] = json!("Fixes #7\r\n\r\ncc @octocat\r\n");
    let (status, found, _) = pr("edited", &edited);
    assert!(status == 1 && found.starts_with("pull request #2:3:8: warn[opaque-link]"), "{found}");
    let mut fork = edited.clone();
    fork["pull_request"]["head"]["repo"]["full_name"] = json!("mira/Hello-World");
    let mut gone = fork.clone();
    gone["pull_request"]["head"]["repo"] = Value::Null;
    assert_eq!((pr("fork", &fork).0, pr("gone", &gone).0), (1, 1));
    fork["pull_request"]["author_association"] = json!("FIRST_TIME_CONTRIBUTOR");
    let (status, found, _) = pr("newcomer", &fork);
    assert!(status == 0 && found.contains("warn[opaque-link]"), "nobody is failed by their first one: {found}");
    let mut bot = edited;
    bot["pull_request"]["user"] = json!({"login": "dependabot[bot]", "type": "Bot"});
    let (status, found, said) = pr("bot", &bot);
    assert!(status == 0 && found.is_empty() && said.contains("dependabot[bot] is a bot"), "{found}{said}");
}

#[test]
fn an_event_about_anything_else_says_what_was_expected() {
    for name in ["issues", "push", "issue_comment"] {
        let Some(events) = events(name) else { return };
        let (status, _, said) = pr(name, &events[0]);
        assert!(status == 2 && said.contains("= help:"), "{name}: {said}");
    }
}
