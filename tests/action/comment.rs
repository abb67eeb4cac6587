//! The one comment: written, edited, removed; and the second workflow, which writes it for forks.

use serde_json::{Value, json};

use crate::definition::action;
use crate::runner::{Outcome, run};
use crate::world::World;

const MARKER: &str = "<!-- pingless:comment -->\n";
/// A comment on the pull request: its number, who wrote it, and whether it is marked as ours.
type Comment = (u64, &'static str, bool);

const TEXT: &str = "What is this about? `$(touch canary)`\n";

fn start(world: &World) -> Outcome {
    let outcome = run(world, &action("action.yml"), &[("comment", "true")]);
    assert!(world.is_unharmed(), "{}", outcome.log);
    assert_eq!(outcome.status, 0, "{}", outcome.log);
    assert!(outcome.ran.contains(&"Keep the comment".to_owned()));
    outcome
}

/// What is on the pull request.
fn with_comments(world: &World, comments: &[Comment]) {
    let marked: Vec<String> =
        comments.iter().filter(|it| it.2).map(|(id, login, _)| format!("{id} {login}\n")).collect();
    world.give("comments", marked.concat());
    let body = |is_marked: bool| if is_marked { format!("{MARKER}old") } else { format!("> {MARKER}") };
    let all = comments
        .iter()
        .map(|(id, login, is_marked)| json!({"id": id, "user": {"login": login}, "body": body(*is_marked)}));
    world.give(
        "comments.json",
        Value::from(all.chain([json!({"id": 1, "body": null})]).collect::<Vec<_>>()).to_string(),
    );
    world.give("login", "github-actions[bot]\n");
}

/// What was asked of the server, without the reading.
fn writes(world: &World) -> Vec<String> {
    let log = world.taken("gh.log");
    let call = |line: &str| {
        let words: Vec<&str> = line.split(' ').skip_while(|it| *it != "--method").skip(1).take(2).collect();
        words.join(" ")
    };
    log.lines().filter(|it| it.contains("--method")).map(call).collect()
}

#[test]
fn a_comment_is_written_edited_and_removed() {
    let cases: [(&str, &str, &[Comment], &[&str]); 6] = [
        ("new", TEXT, &[], &["POST repos/owner/name/issues/7/comments"]),
        ("edit", TEXT, &[(5, "github-actions[bot]", true)], &["PATCH repos/owner/name/issues/comments/5"]),
        ("clean", "", &[(5, "github-actions[bot]", true)], &["DELETE repos/owner/name/issues/comments/5"]),
        ("silent", "", &[], &[]),
        // Somebody else wrote our marker, or quoted it.
        ("others", "", &[(5, "someone", true), (6, "github-actions[bot]", false)], &[]),
        (
            "two",
            TEXT,
            &[(5, "github-actions[bot]", true), (6, "github-actions[bot]", true)],
            &["PATCH repos/owner/name/issues/comments/5", "DELETE repos/owner/name/issues/comments/6"],
        ),
    ];
    for (name, text, comments, expected) in cases {
        let world = World::new(&format!("comment-{name}"));
        with_comments(&world, comments);
        world.give("may-write", "");
        let marked = if text.is_empty() { String::new() } else { format!("{MARKER}{text}") };
        world.give("program.comment", marked);
        let outcome = start(&world);
        assert_eq!(writes(&world), expected, "{name}: {}", outcome.log);
        let sent = if text.is_empty() { String::new() } else { format!("{MARKER}{TEXT}") };
        assert_eq!(world.taken("sent"), sent, "{name}");
    }
}

/// What is left to ask nobody knows then: a comment that is there is neither removed nor emptied.
#[test]
fn a_run_that_failed_leaves_the_comment() {
    for (world, inputs) in
        [(World::new("comment-failed"), &[("comment", "true")][..]), (World::of_fork("comment-failed-fork"), &[])]
    {
        with_comments(&world, &[(5, "github-actions[bot]", true)]);
        world.give("may-write", "");
        world.give("program.status", "2");
        world.give("program.comment", "");
        let outcome = run(&world, &action("action.yml"), inputs);
        assert_eq!((outcome.status, writes(&world)), (2, vec![]), "{}", outcome.log);
        for name in ["comment", "comment-json", "report", "sarif"] {
            assert_eq!(outcome.outputs[name], "", "{name}");
        }
    }
}

#[test]
fn a_token_that_may_not_write_fails_nobody() {
    let world = World::new("comment-forbidden");
    with_comments(&world, &[]);
    world.give("program.comment", TEXT);
    let outcome = start(&world);
    assert!(outcome.says("notice the comment could not be written"), "{}", outcome.log);
    assert!(!outcome.says("pwned"), "{}", outcome.log);
}

#[test]
fn a_comment_that_is_too_long_names_the_summary() {
    let world = World::new("comment-long");
    with_comments(&world, &[]);
    world.give("may-write", "");
    world.give("program.comment", "é".repeat(40_000));
    start(&world);
    assert!(world.taken("sent").len() < 200 && world.taken("sent").contains("summary of the run"));
}

/// The second workflow on an artifact.
fn second(name: &str, artifact: &Value) -> (World, Outcome) {
    let head = "a".repeat(40);
    let event = json!({"workflow_run": {"id": 123_456_789_012_u64, "head_sha": head}});
    let mut world = World::on(name, "workflow_run", event);
    world.action = ".github/comment".to_owned();
    with_comments(&world, &[]);
    world.give("may-write", "");
    world.give("pull", format!("open {head}\n"));
    world.give("artifact/pingless-comment.json", artifact.to_string());
    let outcome = run(&world, &action(".github/comment/action.yml"), &[]);
    assert!(world.is_unharmed(), "{}", outcome.log);
    (world, outcome)
}

fn has_jq() -> bool {
    let is_there = std::process::Command::new("jq").arg("--version").output().is_ok();
    if !is_there {
        eprintln!("skipped: jq is not installed");
    }
    is_there
}

#[test]
fn a_fork_gets_its_comment_from_the_second_workflow() {
    if !has_jq() {
        return;
    }
    let fork = World::of_fork("fork-artifact");
    fork.give("program.comment", TEXT);
    let outcome = run(&fork, &action("action.yml"), &[]);
    let text = std::fs::read_to_string(&outcome.outputs["comment-json"]).expect("it is written");
    let mut artifact: Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(artifact, json!({"number": 7, "head": fork.event["pull_request"]["head"]["sha"], "body": TEXT}));
    artifact["head"] = json!("a".repeat(40));
    artifact["body"] = json!(format!("{TEXT}@somebody, a@b, &#64;c &#X0040;d &commat;e/f @<!-- -->g @\u{200b}h\n"));
    let (world, outcome) = second("second", &artifact);
    assert_eq!(outcome.status, 0, "{}", outcome.log);
    assert_eq!(writes(&world), ["POST repos/owner/name/issues/7/comments"], "{}", outcome.log);
    let defused =
        "@\u{200b}somebody, a@\u{200b}b, &amp;#64;c &amp;#X0040;d &amp;commat;e/f @\u{200b}<!-- -->g @\u{200b}h\n";
    assert_eq!(world.taken("sent"), format!("{MARKER}{TEXT}{defused}"));
}

#[test]
fn an_artifact_that_a_stranger_made_up_is_refused() {
    if !has_jq() {
        return;
    }
    let head = "a".repeat(40);
    let bad = [
        json!({"number": "7", "head": head, "body": TEXT}),
        json!({"number": 7.5, "head": head, "body": TEXT}),
        json!({"number": -7, "head": head, "body": TEXT}),
        json!({"number": "7/comments --input /etc/passwd", "head": head, "body": TEXT}),
        json!({"number": 7, "head": "b".repeat(40), "body": TEXT}),
        json!({"number": 7, "head": head, "body": "x".repeat(60_001)}),
        json!({"number": 7, "head": head, "body": "x".repeat(500_000)}),
        json!({"number": 7, "head": head, "body": ["x"]}),
        json!({"number": 7, "head": head, "body": TEXT, "repository": "other/name"}),
        json!([7, head, TEXT]),
        json!(null),
    ];
    for (number, artifact) in bad.iter().enumerate() {
        let (world, outcome) = second(&format!("second-{number}"), artifact);
        assert_eq!(outcome.status, 0, "{}", outcome.log);
        assert_eq!(writes(&world), [""; 0], "{artifact}");
        assert!(outcome.says("warning the comment in the artifact"), "{artifact}: {}", outcome.log);
    }
}

#[test]
fn a_comment_goes_to_the_pull_request_of_its_run_only() {
    if !has_jq() {
        return;
    }
    let artifact = json!({"number": 8, "head": "a".repeat(40), "body": TEXT});
    let event = json!({"workflow_run": {"id": 1, "head_sha": "a".repeat(40)}});
    for pull in ["open bbbb\n", "closed aaaa\n", ""] {
        let mut world = World::on("second-other", "workflow_run", event.clone());
        world.action = ".github/comment".to_owned();
        world.give("may-write", "");
        world.give("pull", pull);
        world.give("artifact/pingless-comment.json", artifact.to_string());
        let outcome = run(&world, &action(".github/comment/action.yml"), &[]);
        assert!(outcome.says("warning the comment is not about the change"), "{}", outcome.log);
        assert_eq!(writes(&world), [""; 0]);
    }
}
