//! `pingless stream` and `pingless link`: order, bounds, broken lines, closed pipes, and the same findings as `check`.

#[path = "stream/corpora.rs"]
mod corpora;
#[path = "stream/kept.rs"]
mod kept;
mod repository;
#[path = "stream/same.rs"]
mod same;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread;

use repository::{Repository, Run};
use serde_json::{Value, json};

fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pingless"));
    command.args(args).current_dir(env!("CARGO_TARGET_TMPDIR"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What a command makes of these bytes.
fn run(args: &[&str], input: &[u8]) -> Run {
    let mut child = program(args).spawn().expect("it starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    let writer = thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("it ends");
    let _ = writer.join();
    Run::of(&output)
}

/// The rows of a run.
fn rows(run: &Run) -> Vec<Value> {
    run.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|it| panic!("{it}: {line}"))).collect()
}

fn stream(input: &[u8]) -> (Vec<Value>, i32) {
    let run = run(&["stream", "--isolated"], input);
    assert_eq!(run.said, "");
    (rows(&run), run.status)
}

const VAGUE: &str = "# Plan\n\nPlease merge it by EOD tomorrow.\n";

#[test]
fn a_row_answers_each_line_in_order() {
    let texts = ["", VAGUE, "# A title\n", "Please tag it by EOD Friday."];
    let line = |number: usize| {
        // Some are long, so that those behind them are done before.
        let text = texts[number % 4].repeat(if number.is_multiple_of(17) { 60 } else { 1 });
        json!({"id": number, "meta": {"n": [number]}, "path": "docs/a.md", "text": text}).to_string() + "\n"
    };
    let input: String = (0..300).map(line).collect();
    let (rows, status) = stream(input.as_bytes());
    assert_eq!(status, 0, "findings are no failure");
    assert_eq!(rows.len(), 300);
    for (number, row) in rows.iter().enumerate() {
        assert_eq!(row["id"], number);
        assert_eq!(row["meta"], json!({"n": [number]}));
        assert_eq!(row["error"], Value::Null);
        let has = !row["diagnostics"].as_array().expect("a list").is_empty();
        assert_eq!(has, matches!(number % 4, 1 | 3), "{row}");
    }
}

#[test]
fn ids_come_back_as_they_were_written() {
    let run = run(
        &["stream", "--isolated"],
        br#"{"text": "x", "id": 12345678901234567890.50, "meta": {"b":  1, "a": "\u00e9"}}"#,
    );
    assert!(run.out.starts_with(r#"{"id":12345678901234567890.50,"meta":{"b":  1, "a": "\u00e9"},"kind":"#), "{run:?}");
    let split = crate::run(&["stream", "--isolated"], b"{\"text\": \"x\", \"meta\": [1,\r2]}\r\n");
    assert!(split.out.contains("\"meta\":[1, 2]"), "{split:?}");
}

#[test]
fn a_broken_line_has_its_row_and_the_rest_is_judged() {
    let long = format!("{{\"id\": 9, \"text\": \"{}\"}}\n", "x".repeat(17 << 20));
    let input = [
        b"\n{\"id\": 1, \"text\": \"x\"}\nnot json\n{\"id\": 3}\n\xff\n  \n{\"id\": 6, \"text\": [\n".as_slice(),
        b"{\"id\": 7, \"text\": \"x\", \"kind\": \"adrr\"}\n[1]\n",
        long.as_bytes(),
        b"{\"id\": 10, \"text\": \"x\", \"kind\": \"adr\"}",
    ];
    let (rows, status) = stream(&input.concat());
    assert_eq!(status, 2);
    let told = |row: &Value| match row["error"].as_object() {
        Some(error) => {
            assert!(error["help"].as_str().is_some_and(|it| it.len() > 8), "{row}");
            assert_eq!(row["diagnostics"], json!([]));
            format!("{} {}", error["line"], error["message"].as_str().expect("words"))
        }
        None => String::new(),
    };
    let told: Vec<(Value, String)> = rows.iter().map(|row| (row["id"].clone(), told(row))).collect();
    let expected = [
        (json!(1), ""),
        (Value::Null, "3 it is no JSON: expected a value at column 2"),
        (json!(3), "4 it has no `text`"),
        (Value::Null, "5 it is not encoded as UTF-8"),
        (json!(6), "7 it is no JSON: EOF while parsing a list at column 19"),
        (json!(7), "8 there is no kind `adrr`"),
        (Value::Null, "9 it is no JSON object"),
        (json!(9), "10 it is longer than 16 MiB"),
        (json!(10), ""),
    ];
    assert_eq!(told, expected.map(|(id, what)| (id, what.to_owned())));
    assert_eq!(rows[5]["error"]["help"], "did you mean `adr`?");
}

#[test]
fn a_folder_is_no_stream() {
    for command in ["stream", "link"] {
        let run = run(&[command, "."], b"");
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(run.said.contains("it is a folder, and a file of lines is wanted"), "{run:?}");
    }
}

#[test]
fn nothing_in_is_nothing_out() {
    assert_eq!(stream(b""), (Vec::new(), 0));
    let wrong = run(&["stream", "--select", "no-such-rule"], b"{\"text\": \"x\"}\n");
    assert_eq!((wrong.status, wrong.out.as_str()), (2, ""));
    assert!(wrong.said.contains("no-such-rule"), "{wrong:?}");
}

/// What a process held at most, in KiB.
fn peak(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.trim().parse().ok())
}

#[test]
fn rows_come_while_lines_do_and_little_is_held() {
    let mut child = program(&["stream", "--isolated", "-j", "2"]).spawn().expect("it starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
    // Lines that cost nothing but their bytes: 128 MiB in all.
    let line = format!("{{\"id\": 1, \"nothing\": \"{}\"}}\n", "x".repeat(64 << 10));
    let writer = thread::spawn(move || {
        (0..2048).for_each(|_| stdin.write_all(line.as_bytes()).expect("it is read"));
        stdin
    });
    let mut row = String::new();
    for _ in 0..2048 {
        row.clear();
        out.read_line(&mut row).expect("it is written while the input is open");
        assert!(row.contains("it has no `text`"), "{row}");
    }
    let stdin = writer.join().expect("all was read");
    if let Some(peak) = peak(&child) {
        assert!(peak < 100 << 10, "{peak} KiB were held");
    }
    drop(stdin);
    assert_eq!(child.wait().expect("it ends").code(), Some(2));
}

#[test]
fn a_closed_pipe_is_a_quiet_end() {
    for command in ["stream", "link"] {
        let mut child = program(&[command, "--isolated"]).spawn().expect("it starts");
        drop(child.stdout.take());
        let mut stdin = child.stdin.take().expect("a pipe");
        // It goes away in the middle, and then nothing can be written to it.
        while stdin.write_all(b"{\"id\": 1}\n").is_ok() {}
        let mut said = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("words");
        assert_eq!((child.wait().expect("it ends").code(), said.as_str()), (Some(0), ""), "{command}");
    }
}

#[test]
fn a_line_obeys_what_a_file_of_its_path_would() {
    let made = Repository::new("obeys");
    made.write("pingless.toml", "[[overrides]]\npaths = [\"drafts/**\"]\nignore = [\"all\"]\n");
    let line = |path: &str| json!({"id": path, "path": path, "text": VAGUE}).to_string() + "\n";
    fs::write(made.root.join("in.ndjson"), line("drafts/a.md") + &line("docs/a.md")).expect("a file");
    let mut command = made.command(env!("CARGO_BIN_EXE_pingless"));
    let input = fs::File::open(made.root.join("in.ndjson")).expect("a file");
    let found = rows(&Run::of(&command.arg("stream").stdin(input).output().expect("it runs")));
    let counts: Vec<usize> = found.iter().map(|row| row["diagnostics"].as_array().expect("a list").len()).collect();
    assert_eq!(counts, [0, 1]);
}

#[test]
fn rows_have_the_form_of_their_schema() {
    let validator = |of: &str| {
        let schema: Value = serde_json::from_str(&run(&["schema", of], b"").out).expect("JSON");
        jsonschema::validator_for(&schema).expect("a schema")
    };
    let line = json!({"id": 1, "path": "docs/adr/0001-a.md", "text": VAGUE, "meta": null});
    assert!(validator("stream-input").is_valid(&line));
    assert!(!validator("stream-input").is_valid(&json!({"id": 1})));
    let written = validator("stream");
    for emit in ["diagnostics", "summaries", "diagnostics,summaries"] {
        let run = run(&["stream", "--isolated", "--emit", emit], format!("{line}\nx\n").as_bytes());
        for row in rows(&run) {
            assert!(
                written.is_valid(&row),
                "{:?}",
                written.iter_errors(&row).map(|it| it.to_string()).collect::<Vec<_>>()
            );
        }
    }
    let linked = validator("link");
    for row in rows(&run(&["link", "--isolated"], b"x\n")) {
        assert!(linked.is_valid(&row), "{row}");
    }
}

#[test]
fn rows_of_two_corpora_are_not_mixed() {
    let line = |repo: &str, path: &str| {
        json!({"id": [repo, path], "meta": {"repo": repo}, "path": path, "text": VAGUE}).to_string() + "\n"
    };
    let input = line("a", "x.md")
        + &line("b", "x.md")
        + &line("a", "x.md")
        + "{\"id\": 4, \"path\": \"y.md\", \"text\": \"\"}\n";
    let summaries = run(&["stream", "--isolated", "--emit", "summaries"], input.as_bytes());
    let told = |args: &[&str]| -> Vec<String> {
        let run = run(args, summaries.out.as_bytes());
        assert_eq!(run.status, 2);
        let told = |row: &Value| row["error"]["message"].as_str().map(str::to_owned);
        rows(&run).iter().filter_map(told).collect()
    };
    assert_eq!(
        told(&["link", "--isolated", "--by", "repo"]),
        ["two texts of its corpus lie at `x.md`", "its `meta` has no `repo`"]
    );
    assert_eq!(told(&["link", "--isolated"]), ["two texts of its corpus lie at `x.md`"; 2]);
    let other = summaries.out.replace("\"version\":3", "\"version\":99");
    let run = run(&["link", "--isolated"], other.as_bytes());
    assert!(run.out.contains("its `summary` has version 99, not 3"), "{run:?}");
}

#[test]
fn the_message_of_a_commit_has_a_subject() {
    let line = json!({"kind": "commit-message", "text": "wip\n"}).to_string();
    let (rows, _) = stream(line.as_bytes());
    let rules: Vec<&Value> =
        rows[0]["diagnostics"].as_array().expect("a list").iter().map(|found| &found["rule"]).collect();
    assert!(rules.contains(&&json!("vague-title")), "{rules:?}");
    let run = run(&["check", "-", "--kind", "commit-message", "--isolated", "--format", "json"], b"Fix bug\n");
    assert!(run.out.contains("\"vague-title\""), "{run:?}");
}
