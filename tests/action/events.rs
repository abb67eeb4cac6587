//! What is run on which event, with which arguments, and how it ends.

use serde_json::json;

use crate::definition::action;
use crate::runner::{Outcome, run};
use crate::world::World;

const REPORT: &str = "{\n  \"diagnostics\": [\n    {\n      \"message\": \"\\n    \\\"errors\\\": 99\"\n    }\n  ],\n  \
                      \"summary\": {\n    \"documents\": 2,\n    \"errors\": 1,\n    \"warnings\": 20,\n    \"notes\": 3\n  }\n}\n";

fn start(world: &World, inputs: &[(&str, &str)]) -> Outcome {
    let outcome = run(world, &action("action.yml"), inputs);
    assert!(world.is_unharmed(), "{}", outcome.log);
    assert!(!outcome.commands().iter().any(|it| it.contains("pwned")), "{}", outcome.log);
    outcome
}

#[test]
fn a_pull_request_is_compared_with_its_base() {
    let world = World::new("pull-request");
    world.give("program.json", REPORT);
    world.give("program.summary", "what a reader would ask\n");
    world.give("program.out", "::warning title=pingless::what is this about?\n");
    let outcome = start(&world, &[]);
    assert_eq!(outcome.status, 0, "{}", outcome.log);
    assert_eq!(world.arguments()[..3], ["pr", "--format", "github"]);
    // The base moved on after the event: what the change adds to is the first parent of the merge.
    assert_eq!(world.option("--diff-base").expect("a base"), world.server(&["rev-parse", "main"]));
    assert_eq!(world.option("--head"), None, "it is checked out");
    assert!(world.option("--live").expect("the live text").ends_with("/live.json"));
    assert_eq!(world.option("--config"), None);
    assert_eq!(world.taken("program.configuration"), crate::world::CHANGED);
    assert_eq!(outcome.summary, "what a reader would ask\n");
    assert!(outcome.says("warning what is this about?"));
    let number = |name: &str| outcome.outputs[name].as_str();
    assert_eq!((number("findings"), number("errors"), number("warnings")), ("24", "1", "20"));
    assert_eq!(number("sarif"), "");
    assert!(!outcome.ran.contains(&"Keep the comment".to_owned()));
}

#[test]
fn the_head_alone_is_compared_with_the_base_of_the_event() {
    let world = World::new("head-alone");
    world.checkout("refs/pull/7/head");
    assert_eq!(start(&world, &[]).status, 0);
    assert_eq!(world.option("--diff-base").as_deref(), world.event["pull_request"]["base"]["sha"].as_str());
    assert_eq!(world.option("--head"), None);
}

#[test]
fn another_checkout_names_the_head() {
    let world = World::new("another-checkout");
    world.checkout("refs/heads/main");
    assert_eq!(start(&world, &[]).status, 0);
    assert_eq!(world.option("--head").as_deref(), world.event["pull_request"]["head"]["sha"].as_str());
}

#[test]
fn title_and_body_need_no_checkout() {
    let world = World::new("no-checkout").without_checkout();
    let outcome = start(&world, &[]);
    assert!(outcome.says("notice nothing is checked out"), "{}", outcome.log);
    assert_eq!((world.option("--diff-base"), world.option("--head")), (None, None));
}

#[test]
fn a_checkout_without_git_is_told() {
    let world = World::new("no-git");
    std::fs::remove_dir_all(world.workspace().join(".git")).expect("it is there");
    let outcome = start(&world, &[]);
    assert!(outcome.says("warning git cannot read what is checked out here"), "{}", outcome.log);
    assert_eq!((world.option("--diff-base"), world.option("--head")), (None, None));
}

#[test]
fn a_checkout_of_another_user_is_the_one_of_this_job() {
    for world in [World::new("owner"), World::of_fork("owner-fork")] {
        let world = world.of_another_user();
        let outcome = start(&world, &[]);
        assert_eq!(outcome.status, 0, "{}", outcome.log);
        assert_eq!(world.option("--diff-base"), Some(world.server(&["rev-parse", "main"])), "{}", outcome.log);
    }
}

#[test]
fn what_is_cloned_whole_stays_whole() {
    let world = World::new("whole");
    let url = world.git(&["remote", "get-url", "origin"]);
    let world = world.without_checkout();
    world.git(&["init", "--quiet"]);
    world.git(&["remote", "add", "origin", &url]);
    world.git(&["fetch", "--quiet", "origin", "main"]);
    world.git(&["checkout", "--quiet", "--detach", "FETCH_HEAD"]);
    assert_eq!(start(&world, &[]).status, 0);
    assert_eq!(world.git(&["rev-parse", "--is-shallow-repository"]), "false");
    let head = world.option("--head").expect("it is another commit");
    let base = world.option("--diff-base").expect("there is a base");
    assert!(!world.git(&["merge-base", &base, &head]).is_empty());
}

#[test]
fn a_base_that_is_out_of_reach_is_named_to_the_program() {
    for (world, is_isolated) in [(World::new("no-base"), false), (World::of_fork("no-base-fork"), true)] {
        world.git(&["remote", "set-url", "origin", "file:///nowhere"]);
        let outcome = start(&world, &[]);
        assert!(outcome.says("warning the base could not be fetched"), "{}", outcome.log);
        assert_eq!(world.option("--diff-base"), Some(world.server(&["rev-parse", "main"])));
        assert_eq!(world.arguments().contains(&"--isolated".to_owned()), is_isolated);
    }
}

/// Stands before git: a server that wants the token. What it was asked for is written down.
const PRIVATE: &str = r#"#!/bin/bash
printf '%q ' "$@" >>"$STAND/git.log"
PATH=${PATH#*:}
case "$*" in
  *fetch*)
    printf '%s' "${GIT_CONFIG_VALUE_0:-}" >"$STAND/git.header"
    [ -n "${GIT_CONFIG_VALUE_0:-}" ] || exit 128 ;;
esac
exec git "$@"
"#;

#[test]
fn the_token_reads_a_private_base_and_is_no_argument() {
    let world = World::new("private");
    world.stand_in("git", PRIVATE);
    assert_eq!(start(&world, &[]).status, 0);
    assert_eq!(world.option("--diff-base"), Some(world.server(&["rev-parse", "main"])));
    // `x-access-token:not-a-token`, as HTTP wants it.
    assert_eq!(world.taken("git.header"), "AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46bm90LWEtdG9rZW4=");
    assert!(!world.taken("git.log").contains("eC1hY2Nlc3M"), "{}", world.taken("git.log"));
}

#[test]
fn a_text_that_cannot_be_read_anew_is_that_of_the_event() {
    let world = World::new("no-live");
    std::fs::remove_file(world.path("stand/live.json")).expect("it is there");
    let outcome = start(&world, &[]);
    assert_eq!((outcome.status, world.option("--live")), (0, None));
    assert!(outcome.says("notice title and text could not be read anew"), "{}", outcome.log);
    assert!(outcome.log.contains("HTTP 403"));
}

#[test]
fn the_status_is_the_last_word() {
    for (status, expected) in [("0", 0), ("1", 1), ("2", 2), ("101", 101)] {
        let world = World::new(&format!("status-{status}"));
        world.give("program.status", status);
        world.give("program.err", [crate::world::HOSTILE.as_bytes(), b"\xff\xfe\n::error::pwned"].concat());
        let outcome = start(&world, &[("comment", "true")]);
        assert_eq!(outcome.status, expected);
        assert_eq!(outcome.ran.last().expect("a step"), "Say how it ended");
        assert_eq!(outcome.says("error pingless could not do its work"), expected > 1);
    }
}

#[test]
fn what_is_for_people_is_no_command() {
    let world = World::new("human");
    world.give("program.out", crate::world::HOSTILE);
    world.give("program.sarif", "{}");
    let outcome = start(&world, &[("format", "human"), ("fail-on", "warn"), ("sarif", "true")]);
    assert!(outcome.log.contains("pwned"));
    assert_eq!(world.option("--fail-on").as_deref(), Some("warn"));
    assert!(world.arguments().contains(&format!("sarif={}", outcome.outputs["sarif"])));
}

#[test]
fn an_issue_is_read_as_it_is_now() {
    let world = World::on("issue", "issues", json!({"issue": {"number": 7}}));
    assert_eq!(start(&world, &[("comment", "true")]).status, 0);
    assert_eq!(world.arguments()[0], "issue");
    assert!(world.option("--live").is_some());
    assert!(world.taken("gh.log").contains("repos/owner/name/issues/7"));
    assert_eq!(world.option("--diff-base"), None);
}

#[test]
fn other_events_check_the_paths() {
    let world = World::on("push", "push", json!({"ref": crate::world::HOSTILE}));
    let paths = "docs\r\n-rf\n$(touch canary)\n`touch canary`; touch canary\n";
    assert_eq!(start(&world, &[("paths", paths), ("baseline", "known.jsonl")]).status, 0);
    let arguments = world.arguments();
    let at = arguments.iter().position(|it| it == "--").expect("the options end");
    assert_eq!(arguments[at + 1..], ["docs", "-rf", "$(touch canary)", "`touch canary`; touch canary"]);
    assert_eq!(world.option("--baseline").as_deref(), Some("known.jsonl"));
    assert_eq!((arguments[0].as_str(), world.taken("gh.log")), ("check", String::new()));
}

#[test]
fn a_merge_queue_is_asked_for_what_is_new() {
    let mut world = World::on("merge-group", "merge_group", json!({}));
    let sha = |reference: &str| world.server(&["rev-parse", reference]);
    let group = json!({"base_sha": sha("main"), "head_sha": sha("refs/pull/7/merge")});
    world.event = json!({"merge_group": group});
    assert_eq!(start(&world, &[]).status, 0);
    assert_eq!(world.option("--diff-base"), Some(world.server(&["rev-parse", "main"])));
    assert_eq!(world.option("--head"), None);
}

#[test]
fn what_cannot_be_right_is_refused() {
    let mut target = World::new("target");
    target.name = "pull_request_target".to_owned();
    assert!(start(&target, &[]).says("error pull_request_target gives"));
    let mut number = World::new("number");
    number.event["pull_request"]["number"] = json!("7/../../x");
    assert!(start(&number, &[]).says("error the event names no number"));
    for (input, value) in [("format", "json; touch canary"), ("fail-on", "$(touch canary)"), ("version", "1.0")] {
        let world = World::new("refused");
        let outcome = start(&world, &[(input, value)]);
        assert_eq!(outcome.status, 2, "{}", outcome.log);
        assert!(outcome.says(&format!("error the input {input}")), "{}", outcome.log);
        assert!(world.arguments().is_empty());
    }
}
