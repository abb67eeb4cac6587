//! `pingless pr` as a workflow and a person run it: events in all their forms, files and commits of a checkout, people.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pr").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(&path, text).expect("a file");
    name.to_owned()
}

fn pr(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pingless"));
    command.arg("pr").args(args).current_dir(folder).env_remove("GITHUB_EVENT_PATH").stdin(Stdio::null());
    command.output().expect("it runs")
}

/// Exit status, and `PLACE LEVEL RULE` of each finding.
fn findings(folder: &Path, args: &[&str]) -> (i32, Vec<String>) {
    let output = pr(folder, &[args, &["-q", "-f", "concise"]].concat());
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let short = |line: &str| {
        let (place, rest) = line.split_once(": ").unwrap_or((line, ""));
        let (level, rest) = rest.split_once('[').unwrap_or((rest, ""));
        format!("{place} {level} {}", rest.split(']').next().unwrap_or_default())
    };
    (output.status.code().unwrap_or(-1), text.lines().map(short).collect())
}

fn git(folder: &Path, args: &[&str]) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Mira", "-c", "user.email=mira@example.com", "-c", "commit.gpgsign=false"]);
    let output = command.args(args).current_dir(folder).output().expect("git runs");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// An event about one pull request; `more` are further fields of it.
fn event(title: &str, body: &str, more: &str) -> String {
    let text = |it: &str| serde_json::to_string(it).expect("a string");
    let fields = format!("\"number\": 12, \"title\": {}, \"body\": {}", text(title), text(body));
    format!("{{\"action\": \"opened\", \"pull_request\": {{{fields}{more}}}}}")
}

const TITLE: &str = "Rework the connection pool";

#[test]
fn ten_sentences_of_plain_prose_get_nothing() {
    let body = "With more than 200 requests a second every task waits for the one slot that the nightly job holds. \
        Three customers saw time-outs because of it last week. The pool now lends slots per tenant. A tenant that has \
        none left waits for its own, and for nobody else's. The limits stay what they were. I replayed an hour of \
        Monday's traffic against it on staging. The slowest answers fell from 900 to 40 milliseconds. No test was \
        changed, since none knew of slots. Please look at how a slot comes back when its task is killed. The rest only \
        follows the new signature.\n";
    let folder = folder("prose");
    let files = r#"[{"path": "src/pool.go", "additions": 380, "deletions": 90},
                    {"path": "src/limits.go", "additions": 20, "deletions": 20}]"#;
    let text = |it: &str| serde_json::to_string(it).expect("a string");
    let gh = format!("{{\"title\": {}, \"body\": {}, \"files\": {files}}}", text(TITLE), text(body));
    write(&folder, "gh.json", &gh);
    assert_eq!(findings(&folder, &["--gh", "gh.json"]), (0, vec![]));
    write(&folder, "event.json", &event(TITLE, body, ""));
    assert_eq!(findings(&folder, &["--event", "event.json"]), (0, vec![]));
}

#[test]
fn people_meet_what_they_can_mend() {
    let folder = folder("people");
    let template = "## Why\n\n<!-- For whom? -->\n\n## Testing\n";
    write(&folder, ".github/pull_request_template.md", template);
    let run = |name: &str, more: &str| {
        write(&folder, name, &event(TITLE, &template.replace('\n', "\r\n"), more));
        findings(&folder, &["--event", name])
    };
    let one = |level: &str| vec![format!("pull request #12:1:3 {level} untouched-template")];
    assert_eq!(run("member.json", r#", "author_association": "MEMBER", "user": {"login": "mira"}"#), (1, one("error")));
    let first = r#", "author_association": "FIRST_TIME_CONTRIBUTOR", "user": {"login": "yuki"}"#;
    assert_eq!(run("first.json", first), (0, one("warn")));
    let loud = findings(&folder, &["--event", "first.json", "--fail-on", "warn"]);
    assert_eq!(loud, (1, one("warn")), "somebody says so");
    assert_eq!(run("draft.json", r#", "draft": true"#), (0, one("note")));
    let bot = r#", "user": {"login": "renovate[bot]", "type": "Bot"}"#;
    assert_eq!(run("bot.json", bot), (0, vec![]));
    let output = pr(&folder, &["--event", "bot.json"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("pull request #12 was not looked at: renovate[bot] is a bot"), "{said}");
    write(&folder, "pingless.toml", "[pull-request]\nbots = \"check\"\ndrafts = \"skip\"\nfirst-time = \"note\"\n");
    assert_eq!(findings(&folder, &["--event", "bot.json"]), (1, one("error")));
    assert_eq!(findings(&folder, &["--event", "draft.json"]), (0, vec![]));
    assert_eq!(findings(&folder, &["--event", "first.json"]), (0, one("note")));
}

#[test]
fn the_live_body_wins_and_an_unreadable_one_is_told() {
    let folder = folder("live");
    write(&folder, "event.json", &event(TITLE, "Fixes #7", ""));
    write(
        &folder,
        "live.json",
        r#"{"title": "Lend slots", "body": "Tasks waited for each other at noon.", "draft": false}"#,
    );
    assert_eq!(findings(&folder, &["--event", "event.json", "--live", "live.json"]), (0, vec![]));
    write(&folder, "gone.json", r#"{"message": "Not Found"}"#);
    let expected = vec!["pull request #12:3:8 warn opaque-link".to_owned()];
    assert_eq!(findings(&folder, &["--event", "event.json", "--live", "gone.json"]), (1, expected));
    let output = pr(&folder, &["--event", "event.json", "--live", "gone.json"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("warning: gone.json: GitHub answered: Not Found"), "{said}");
}

#[test]
fn a_small_change_is_asked_little() {
    let folder = folder("small");
    let gh = |lines: u32, path: &str| {
        let files = format!("[{{\"path\": \"{path}\", \"additions\": {lines}, \"deletions\": 0}}]");
        let text = format!("{{\"title\": \"{TITLE}\", \"body\": \"Fixes #7\", \"files\": {files}}}");
        write(&folder, "gh.json", &text);
        findings(&folder, &["--gh", "gh.json"]).1.len()
    };
    assert_eq!((gh(3, "src/pool.go"), gh(900, "README.md"), gh(90, "src/pool.go")), (0, 0, 2));
    write(&folder, "pingless.toml", "[pull-request]\nsmall = 100\n");
    assert_eq!(gh(90, "src/pool.go"), 0);
}

#[test]
fn a_checkout_knows_files_commits_and_markdown() {
    let folder = folder("checkout");
    git(&folder, &["init", "-q", "-b", "main"]);
    write(&folder, "docs/guide.md", "# Guide\n\nSend it by EOD Friday.\n");
    write(&folder, "src/pool.go", "package pool\n");
    git(&folder, &["add", "-A"]);
    git(&folder, &["commit", "-qm", "Start the pool"]);
    git(&folder, &["switch", "-qc", "slots"]);
    let lines: String = (0..120).map(|it| format!("var slot{it} = {it}\n")).collect();
    write(&folder, "src/pool.go", &format!("package pool\n{lines}"));
    write(&folder, "docs/guide.md", "# Guide\n\nSend it by EOD Friday.\n\nAnswer by EOD Monday.\n");
    write(&folder, "db/migrations/0042_drop_tokens.sql", "drop table tokens;\n");
    git(&folder, &["add", "-A"]);
    git(&folder, &["commit", "-qm", "Update stuff"]);
    write(&folder, "body.md", "Tasks waited for each other at noon.\n");
    let args = ["--title", TITLE, "--body", "body.md", "--diff-base", "main"];
    let expected = [
        "pull request:1:3 note one-way-change",
        "pull request:1:3 note untested-change",
        "commit",
        "docs/guide.md:5:8 warn ambiguous-deadline",
    ];
    let (status, found) = findings(&folder, &args);
    let found: Vec<&str> = found.iter().map(|it| if it.starts_with("commit ") { "commit" } else { it }).collect();
    assert_eq!((status, found), (1, expected.to_vec()));
    let filled = pr(&folder, &[&args[..], &["--fill"]].concat());
    let filled = String::from_utf8(filled.stdout).expect("UTF-8");
    let without: Vec<&str> = filled.lines().filter(|line| !line.is_empty() && !line.starts_with("<!--")).collect();
    assert_eq!(without, ["Tasks waited for each other at noon."], "nothing else is changed");
    assert!(filled.contains("<!-- How is it undone if it goes wrong? -->"), "{filled}");
    assert!(!filled.contains("look like"), "no page changes: {filled}");
    // A body is no report.
    for form in [&["-f", "json"][..], &["-o", "out.json"]] {
        let refused = pr(&folder, &[&args[..], &["--fill"], form].concat());
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(refused.status.code() == Some(2) && said.contains("`--fill` prints the body"), "{said}");
    }
    assert!(!folder.join("out.json").exists());
}

/// A gate that does not look is no gate: a base that a shallow clone has not got is said, and fails.
#[test]
fn documents_that_a_shallow_clone_cannot_tell_are_not_called_clean() {
    let origin = folder("shallow-origin");
    git(&origin, &["init", "-q", "-b", "main"]);
    for text in ["# Guide\n", "# Guide\n\nIt begins on Monday 2026-11-20.\n"] {
        write(&origin, "docs/guide.md", text);
        git(&origin, &["add", "-A"]);
        git(&origin, &["commit", "-qm", "Say when it begins"]);
    }
    let clone = folder("shallow");
    let url = format!("file://{}", origin.display());
    git(&clone, &["clone", "-q", "--depth", "1", &url, "."]);
    let body =
        "Nobody knew when the pool begins to lend, so that tasks came too early. It says so now; no code changes.";
    write(&clone, "body.txt", body);
    let base = "1".repeat(40);
    let given = ["--title", TITLE, "--body", "body.txt", "--diff-base", &base];
    let output = pr(&clone, &given);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("does not have `1111"), "{said}");
    assert!(said.contains("the documents that change were not checked"), "{said}");
    assert!(said.contains("`GIT_DEPTH: 0`") && !said.contains("nothing found to ask"), "{said}");
    let summary = pr(&clone, &[&given[..], &["-q", "-f", "summary"]].concat());
    let summary = String::from_utf8_lossy(&summary.stdout).into_owned();
    assert!(summary.starts_with("## pingless: not all could be checked\n"), "{summary}");
    git(&clone, &["fetch", "-q", "--unshallow"]);
    let whole = findings(&clone, &["--title", TITLE, "--body", "body.txt", "--diff-base", "HEAD~"]);
    assert_eq!(whole, (1, vec!["docs/guide.md:3:14 error weekday-date-mismatch".to_owned()]));
}

#[test]
fn what_a_pull_request_allows_itself_is_told_everywhere() {
    let folder = folder("allows");
    let body = "Tasks waited for each other at noon. Merge it by EOD Friday. \
        <!-- pingless: allow ambiguous-deadline: we sit in one room -->\n";
    write(&folder, "event.json", &event(TITLE, body, ""));
    for (format, told) in [
        ("human", "new exception at pull request #12:3: ambiguous-deadline there: we sit in one room\n"),
        ("json", "\"path\": \"pull request #12\",\n        \"line\": 3,"),
        ("summary", "| `pull request #12:3` | `ambiguous-deadline` | this place | we sit in one room |\n"),
    ] {
        let output = pr(&folder, &["--event", "event.json", "-f", format]);
        let all = [output.stdout, output.stderr].concat();
        let all = String::from_utf8(all).expect("UTF-8");
        assert!(all.contains(told), "{format}: {all}");
    }
}

#[test]
fn the_summary_asks_no_more_than_its_heading() {
    let folder = folder("summary");
    write(&folder, "event.json", &event(TITLE, "Tasks waited for each other at noon.\n", ""));
    let output = pr(&folder, &["--event", "event.json", "-f", "summary"]);
    let page = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(page.starts_with("## pingless: nothing found to ask\n") && !page.contains("not found"), "{page}");
    write(&folder, "pingless.toml", "[contract.pull-request]\nrequire = [\"rollback\"]\n");
    let body = "## Why\n\n- Tasks waited for each other at noon.\n\n**Testing:** by hand, for a day.\n";
    write(&folder, "event.json", &event(TITLE, body, ""));
    let output = pr(&folder, &["--event", "event.json", "-f", "summary"]);
    let page = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(page.contains("1 question left open") && page.contains("goes wrong? | **not found** |"), "{page}");
    assert!(page.contains("| `- Tasks waited for each other at noon.` |"), "a heading is no answer: {page}");
    assert!(page.contains("checked? | `by hand, for a day.` |"), "{page}");
}

/// As the form of a forge sends it.
#[test]
fn what_is_put_into_a_body_ends_its_lines_as_the_body_does() {
    let folder = folder("line-ends");
    write(&folder, "event.json", &event(TITLE, "Tasks waited for each other.\r\n\r\nThey no longer do.\r\n", ""));
    let output = pr(&folder, &["--event", "event.json", "--fill"]);
    let filled = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(filled.starts_with("Tasks waited") && filled.contains("<!--"), "{filled:?}");
    assert_eq!(filled.matches('\n').count(), filled.matches("\r\n").count(), "{filled:?}");
}

#[test]
fn a_wrong_input_says_what_was_expected() {
    let folder = folder("wrong");
    write(&folder, "list.json", "[]");
    write(&folder, "issue.json", r#"{"issue": {"number": 3, "title": "t", "body": null}}"#);
    for (args, said) in [
        (&[][..], "there is no pull request to read"),
        (&["--event", "list.json"], "list.json: it is a list, and one object is wanted"),
        (&["--event", "issue.json"], "issue.json: it is about an issue"),
        (&["--gh", "none.json"], "none.json: there is no such file or folder"),
        (&["--gh", "issue.json"], "issue.json: it has neither `title` nor `body`"),
    ] {
        let output = pr(&folder, args);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && told.contains(said) && told.contains("= help:"), "{args:?}: {told}");
    }
}

#[test]
fn a_title_may_begin_like_an_option() {
    let folder = folder("hyphens");
    write(&folder, "body.md", "Tasks waited for each other at noon, because both took the last slot.");
    for title in ["- Lend slots in order", "--fair lends slots in order"] {
        let output = pr(&folder, &["--title", title, "--body", "body.md", "--isolated"]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
}
