//! `pingless init` in folders and repositories that the test makes: what it offers, what it writes, and what it leaves
//! alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use pingless::config::Settings;
use pingless::rule::Catalog;
use pingless::survey::{HOOK, WORKFLOW};

/// A folder that goes away with the test.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("pingless-init-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    fn repository(name: &str) -> Self {
        let folder = Self::new(name);
        folder.git(&["init", "-q", "."]);
        folder
    }

    fn git(&self, args: &[&str]) {
        let mut git = Command::new("git");
        let git = git.arg("-C").arg(&self.0).args(["-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"]);
        assert!(git.args(args).status().expect("git runs").success(), "{args:?}");
    }

    fn file(&self, path: &str, text: &str) -> &Self {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        self
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap_or_default()
    }

    fn has(&self, path: &str) -> bool {
        fs::symlink_metadata(self.0.join(path)).is_ok()
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut pingless = Command::new(env!("CARGO_BIN_EXE_pingless"));
        let pingless = pingless.args(args).current_dir(&self.0).stdin(Stdio::null()).env_remove("PINGLESS_CONFIG");
        pingless.output().expect("pingless runs")
    }

    /// What a run prints, where it ends with `status`.
    #[track_caller]
    fn says(&self, args: &[&str], status: i32) -> (String, String) {
        let output = self.run(args);
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(status), "{args:?}\n{out}\n{err}");
        (out.into_owned(), err.into_owned())
    }

    /// Every file with its text, without what git keeps for itself.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let (mut files, mut folders) = (Vec::new(), vec![self.0.clone()]);
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).expect("it is there").map(|it| it.expect("an entry").path()) {
                match path.is_dir() {
                    true if path.ends_with(".git") => {}
                    true => folders.push(path),
                    false => files.push((path.clone(), fs::read(path).expect("a text"))),
                }
            }
        }
        files.sort();
        files
    }

    /// The configuration that was written, as pingless reads it.
    #[track_caller]
    fn settings(&self) -> Settings {
        let text = self.text("pingless.toml");
        let settings = Settings::parse("pingless.toml", &text).unwrap_or_else(|it| panic!("{}\n{text}", it.message));
        let mistakes = settings.mistakes("pingless.toml", &text, &Catalog::builtin());
        assert!(mistakes.is_empty(), "{}\n{text}", mistakes[0].message);
        settings
    }

    #[track_caller]
    fn kinds(&self) -> Vec<(String, String)> {
        self.settings().kinds.into_iter().map(|(glob, kind)| (glob.word.into_inner(), kind.into_inner())).collect()
    }

    #[track_caller]
    fn exclude(&self) -> Vec<String> {
        self.settings().exclude.into_iter().map(|it| it.word.into_inner()).collect()
    }

    /// So many dated pages of no particular kind.
    fn dated(&self, folder: &str, count: usize) -> &Self {
        for day in 1..=count {
            self.file(&format!("{folder}/2026-10-{day:02}.md"), "# Tuesday\n\nWe spoke about the queue.\n");
        }
        self
    }
}

fn pair(glob: &str, kind: &str) -> (String, String) {
    (glob.to_owned(), kind.to_owned())
}

#[test]
fn nothing_is_written_unless_somebody_says_so() {
    let folder = Folder::repository("unasked");
    folder.dated("BiweeklyMeetings", 6);
    let before = folder.files();
    let (out, err) = folder.says(&["init"], 0);
    assert!(out.contains("pingless.toml, new:\n"), "{out}");
    assert!(out.contains("    \"BiweeklyMeetings/[0-9]*.md\" = \"meeting-notes\"\n"), "{out}");
    assert!(err.contains("`--yes` writes it"), "{err}");
    folder.says(&["init", "--dry-run"], 0);
    assert_eq!(folder.files(), before);
    assert!(folder.says(&["init", "--dry-run", "--yes"], 2).1.contains("cannot be used with"));
}

#[test]
fn what_is_written_is_what_was_shown_and_the_second_time_changes_nothing() {
    let folder = Folder::repository("twice");
    folder.dated("BiweeklyMeetings", 6).file("README.md", "# Queue\n\nIt queues.\n");
    let (out, err) = folder.says(&["init", "--yes"], 0);
    assert!(err.contains("not there yet: `pre-commit autoupdate --bleeding-edge`; commit what"), "{err}");
    for path in ["pingless.toml", ".github/workflows/pingless.yml", ".pre-commit-config.yaml"] {
        let text = folder.text(path);
        assert!(!text.is_empty(), "{path}");
        assert!(text.lines().all(|line| out.contains(line)), "{path}\n{out}");
    }
    assert_eq!(folder.kinds(), [pair("BiweeklyMeetings/[0-9]*.md", "meeting-notes")]);
    let before = folder.files();
    let (out, err) = folder.says(&["init", "--yes"], 0);
    assert!(out.contains("pingless.toml: nothing to add"), "{out}");
    assert!(err.contains("nothing to write"), "{err}");
    assert_eq!(folder.files(), before);
    folder.says(&["config", "BiweeklyMeetings/2026-10-01.md"], 0);
    folder.says(&["check"], 0);
}

#[test]
fn a_folder_without_git_gets_a_configuration_only() {
    let folder = Folder::new("no-git");
    folder.dated("team-standups", 5);
    let (out, _) = folder.says(&["init", "--yes"], 0);
    assert!(out.contains("left out, this is no git repository"), "{out}");
    assert_eq!(folder.kinds(), [pair("team-standups/[0-9]*.md", "status-update")]);
    assert!(!folder.has(".github") && !folder.has(".pre-commit-config.yaml"));
}

#[test]
fn an_empty_folder_is_a_mistake_and_an_empty_repository_is_none() {
    assert!(Folder::new("empty").says(&["init"], 2).1.contains("holds no Markdown"));
    assert!(Folder::new("gone").says(&["init", "not/there"], 2).1.contains("no such file or folder"));
    let file = Folder::new("file");
    assert!(file.file("a.md", "A.\n").says(&["init", "a.md"], 2).1.contains("is no folder"));
    let folder = Folder::repository("new");
    folder.says(&["init", "--yes"], 0);
    assert!(folder.kinds().is_empty() && folder.exclude().is_empty());
    assert!(folder.settings().edition.is_some(), "a later release must not be stricter by itself");
}

#[test]
fn what_is_there_stays_as_it_is() {
    let folder = Folder::repository("existing");
    folder
        .dated("BiweeklyMeetings", 6)
        .file("pingless.toml", "fail-on = \"warn\"\n")
        .file(".pre-commit-config.yaml", "repos: []\n")
        .file(".github/workflows/pingless.yml", "on: push\n");
    let before = folder.files();
    let (out, err) = folder.says(&["init", "--yes"], 0);
    assert_eq!(folder.files(), before);
    assert!(out.contains("pingless.toml is there and stays as it is; you may add:\n\n    [kinds]\n"), "{out}");
    assert!(out.contains("      - id: pingless\n") && !out.contains("    repos:"), "{out}");
    assert!(out.contains("actions/checkout"), "{out}");
    // The release that the hooks name is not there yet, and other hooks stay at theirs.
    assert!(out.contains("autoupdate --bleeding-edge --repo https://github.com/pingless/pingless`"), "{out}");
    assert!(out.contains("pre-commit install --hook-type"), "{out}");
    assert!(err.contains("nothing to write"), "{err}");
}

#[test]
fn a_table_of_pyproject_is_a_configuration() {
    let folder = Folder::repository("pyproject");
    folder.dated("BiweeklyMeetings", 6).file("pyproject.toml", "[project]\nname = \"queue\"\n");
    assert!(folder.says(&["init"], 0).0.contains("pingless.toml, new:"));
    folder.file("pyproject.toml", "[tool.pingless]\nfail-on = \"warn\"\n");
    let (out, _) = folder.says(&["init", "--yes"], 0);
    assert!(
        out.contains("pyproject.toml is there and stays as it is") && out.contains("[tool.pingless.kinds]"),
        "{out}"
    );
    assert!(!folder.has("pingless.toml"));
}

#[test]
fn a_baseline_says_which_runs_know_it() {
    let folder = Folder::repository("known-where");
    folder.file("web/a.md", "# A\n\nSee [b](gone.md).\n");
    let (out, _) = folder.says(&["init", "web", "--dry-run"], 0);
    assert!(out.contains("only new ones are reported, where pingless runs in this folder"), "{out}");
    let (out, _) = folder.says(&["init", "--dry-run"], 0);
    assert!(out.contains("only new ones are reported\n"), "{out}");
}

#[test]
fn a_folder_of_a_monorepo_is_set_up_alone() {
    let folder = Folder::repository("monorepo");
    folder.dated("web/BiweeklyMeetings", 6).dated("core/BiweeklyMeetings", 6);
    let (out, _) = folder.says(&["init", "web", "--yes"], 0);
    assert!(out.contains("it belongs into the root"), "{out}");
    assert!(folder.has("web/pingless.toml") && !folder.has("pingless.toml") && !folder.has(".github"));
    assert!(folder.text("web/pingless.toml").contains("\n\"BiweeklyMeetings/"), "globs begin at their file");
    folder.says(&["init", "--yes", "--without", "workflow,hook"], 0);
    // What has a configuration of its own is not spoken of in another one.
    assert_eq!(folder.kinds(), [pair("core/BiweeklyMeetings/[0-9]*.md", "meeting-notes")]);
    let before = folder.files();
    let (out, _) = folder.dated("core/team-standups", 5).says(&["init", "core", "--yes", "--without", "baseline"], 0);
    assert!(out.contains("\"core/team-standups/[0-9]*.md\""), "the configuration around it is the place: {out}");
    assert_eq!(folder.files().len(), before.len() + 5);
}

#[cfg(unix)]
#[test]
fn hostile_names_stay_in_their_quotes() {
    let folder = Folder::repository("hostile");
    let names = [
        "a\"b meetings",
        "a\nb = 1 meetings",
        "]\n[evil] meetings",
        "{a,b}* meetings",
        "'''meetings",
        "\u{1b}[31m\u{202e} meetings",
        "# meetings",
    ];
    for name in names {
        folder.dated(name, 6);
    }
    folder.file(".github/ISSUE_TEMPLATE/a\nexclude = [\"**\"]\n#.md", "## What happens\n\n<!-- Say it. -->\n");
    let (out, _) = folder.says(&["init", "--yes"], 0);
    assert!(!out.contains(['\u{1b}', '\u{202e}']), "{out}");
    assert!(folder.exclude().is_empty());
    let kinds = folder.kinds();
    assert_eq!(kinds.len(), names.len(), "{kinds:?}");
    assert!(kinds.iter().all(|(_, kind)| kind == "meeting-notes"));
    // Each line means its own folder.
    let (shown, _) = folder.says(&["check", "--show-files"], 0);
    assert_eq!(shown.matches("meeting-notes (1.00: given for this file)").count(), names.len() * 6, "{shown}");
    let before = folder.files();
    folder.says(&["init", "--yes"], 0);
    assert_eq!(folder.files(), before);
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere() {
    let outside = Folder::new("outside");
    let folder = Folder::repository("links");
    folder.file("README.md", "# Queue\n");
    std::os::unix::fs::symlink(&outside.0, folder.0.join(".github")).expect("a link");
    std::os::unix::fs::symlink(outside.0.join("hook.yaml"), folder.0.join(".pre-commit-config.yaml")).expect("a link");
    let (_, err) = folder.says(&["init", "--yes"], 2);
    assert!(err.contains("pingless.yml cannot be written"), "{err}");
    assert!(outside.files().is_empty());
    assert!(folder.has("pingless.toml"), "what can be written is");
}

#[test]
fn documents_that_nobody_wrote_here_are_left_out() {
    let folder = Folder::repository("vendored");
    for number in 0..12 {
        folder
            .file(&format!("vendor/queue/part{number}/README.md"), "# Part\n\nIt is a part.\n")
            .file(&format!("cli/queue_{number}.md"), "# queue\n\nIt queues.\n\n###### Auto generated by queuedoc\n")
            .file(&format!("docs/vendor/v{number}.md"), "# Whom we buy from\n\nThem.\n")
            .file(&format!("web/part{number}/fixtures/post.md"), "# Post\n\nA post.\n");
    }
    folder.file("few/testdata/a.md", "# A\n\nOne.\n").says(&["init", "--yes"], 0);
    assert_eq!(folder.exclude(), ["**/fixtures/**", "vendor/**", "cli/**"]);
    let (shown, _) = folder.says(&["check", "--show-files"], 0);
    assert_eq!(shown.lines().count(), 13, "{shown}");
}

#[test]
fn folders_that_are_recognised_need_no_line() {
    let folder = Folder::repository("known");
    for number in 1..10 {
        let text = "# 1. Use a queue\n\n## Status\n\nAccepted\n\n## Context\n\nMail is slow.\n\n## Decision\n\nWe use a queue.\n\n## Consequences\n\nMail is sent later.\n";
        folder.file(&format!("docs/adr/{number:04}-use-a-queue.md"), text);
        folder.file(&format!("docs/choices/{number:04}-use-a-queue.md"), text);
    }
    folder.dated("notes", 9).dated("docs/meetings", 9).says(&["init", "--yes"], 0);
    assert!(folder.kinds().is_empty(), "{:?}", folder.kinds());
    // One that its text does not tell lies among those that do.
    folder.file("docs/choices/0010-drop-it.md", "# Drop it\n\nIt goes.\n");
    fs::remove_file(folder.0.join("pingless.toml")).expect("it was written");
    folder.says(&["init", "--yes"], 0);
    assert_eq!(folder.kinds(), [pair("docs/choices/[0-9]*.md", "adr")]);
}

#[test]
fn commits_from_two_zones_are_a_question() {
    let folder = Folder::repository("zones");
    folder.file("README.md", "# Queue\n");
    let commit = |name: &str, date: &str| {
        let name = [format!("user.name={name}"), format!("user.email={name}@example.org")];
        let date = format!("--date={date}");
        folder.git(&["-c", &name[0], "-c", &name[1], "commit", "-q", "--allow-empty", "-m", "Queue", &date]);
    };
    commit("ann", "2026-10-01T10:00:00+0100");
    commit("build[bot]", "2026-10-01T10:00:00-0800");
    assert!(!folder.says(&["init"], 0).0.contains("Which zone"));
    commit("ben", "2026-10-01T10:00:00-0800");
    folder.says(&["init", "--yes"], 0);
    let text = folder.text("pingless.toml");
    assert!(text.contains("# Which zone do you mean when you write none?"), "{text}");
    assert!(text.contains("+01:00 (1 person)") && text.contains("-08:00 (1 person)"), "{text}");
    assert!(folder.settings().allow.is_empty(), "a question is no answer");
}

/// A weekday that its date contradicts: an error.
const WRONG: &str = "# Move\n\nWe move the queue on Monday, 2026-10-01.\n";

#[test]
fn old_debt_becomes_known() {
    let folder = Folder::repository("debt");
    folder.dated("BiweeklyMeetings", 6).file("plan.md", WRONG);
    folder.says(&["check"], 1);
    let (out, _) = folder.says(&["init"], 0);
    assert!(out.contains(".pingless-baseline.jsonl, new: ") && out.contains("(1 would fail a run)"), "{out}");
    let count = |text: &str, after: &str| {
        let rest = text.split(after).nth(1).unwrap_or_default();
        rest.split_whitespace().next().and_then(|it| it.parse::<usize>().ok())
    };
    let (written, _) = folder.says(&["init", "--yes"], 0);
    // What was announced under a configuration that was not there yet is what was found under it.
    let (announced, known) = (count(&written, "jsonl, new: "), count(&written, "wrote .pingless-baseline.jsonl: "));
    assert!(announced.is_some() && announced == known, "{written}");
    folder.says(&["check"], 0);
    let before = folder.files();
    folder.says(&["init", "--yes"], 0);
    assert_eq!(folder.files(), before);
    // Only what comes after it fails.
    folder.file("other.md", &WRONG.replace("queue", "outbox")).says(&["check"], 1);
}

#[test]
fn what_is_found_among_texts_is_announced_as_well() {
    let folder = Folder::repository("debt-among");
    folder.file("a.md", "# The queue\n\nSee [the plan](plan.md).\n");
    for args in [&["init", "--dry-run"][..], &["init", "--dry-run", "--without", "config"]] {
        let (out, _) = folder.says(args, 0);
        assert!(out.contains("baseline.jsonl, new: 1 finding of today becomes known (1 would fail a run)"), "{out}");
    }
    let (out, _) = folder.says(&["init", "--yes"], 0);
    assert!(out.contains("wrote .pingless-baseline.jsonl: 1 finding known from now on"), "{out}");
    folder.says(&["check"], 0);
}

#[test]
fn what_has_no_working_tree_is_left_alone() {
    let folder = Folder::new("bare");
    folder.git(&["init", "--quiet", "--bare", "."]);
    let before = folder.files();
    let (_, said) = folder.says(&["init", "--yes"], 2);
    assert!(said.contains("is a repository without a working tree"), "{said}");
    assert_eq!(folder.files(), before);
}

#[test]
fn a_repository_that_git_does_not_read_is_told() {
    let folder = Folder::repository("foreign");
    folder.file("a.md", "# A\n");
    let mut command = Command::new(env!("CARGO_BIN_EXE_pingless"));
    // What git itself is tested with: the checkout belongs to another user.
    let command = command.args(["init", "--yes"]).current_dir(&folder.0).env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    let output = command.stdin(Stdio::null()).output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("dubious ownership") && said.contains("safe.directory"), "{said}");
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(!folder.has("pingless.toml"), "{said}");
}

#[test]
fn a_baseline_is_never_written_outside() {
    let folder = Folder::repository("debt-outside");
    folder.file("pingless.toml", "fail-on = \"warn\"\n").file("core/plan.md", WRONG);
    let before = folder.files();
    let (out, _) = folder.says(&["init", "core", "--yes"], 0);
    assert!(out.contains(".pingless-baseline.jsonl: left out, it belongs beside the configuration"), "{out}");
    assert_eq!(folder.files(), before);
    folder.says(&["init", "core", "--yes", "--without", "config,workflow,hook,baseline"], 0);
    assert_eq!(folder.files(), before);
    // Somebody else's working folder does not decide where it goes.
    fs::remove_file(folder.0.join("pingless.toml")).expect("it is there");
    folder.says(&["init", "core", "--yes"], 0);
    assert!(folder.has("core/.pingless-baseline.jsonl") && !folder.has(".pingless-baseline.jsonl"));
    assert!(folder.text("core/.pingless-baseline.jsonl").contains("\"plan.md\""), "its paths begin where it lies");
}

#[test]
fn the_first_run_says_what_to_do_next() {
    let folder = Folder::repository("first");
    for number in 0..30 {
        folder.file(&format!("plans/{number}.md"), &WRONG.replace("queue", &format!("queue of shop {number}")));
    }
    let next = |args: &[&str], status: i32| folder.says(args, status).1.contains("next: `pingless explain");
    let (out, err) = folder.says(&["check"], 1);
    assert_eq!(out.matches("error[weekday-date-mismatch]").count(), 20, "{out}");
    let closing: Vec<&str> = err.lines().skip_while(|line| !line.starts_with("next: ")).collect();
    assert!((1..=3).contains(&closing.len()), "{err}");
    assert!(
        ["init", "baseline", "--show-files", "explain weekday-date-mismatch"].iter().all(|it| err.contains(it)),
        "{err}"
    );
    for quiet in [vec!["--quiet"], vec!["--format", "json"], vec!["--format", "concise"], vec!["plans/0.md"]] {
        assert!(!next(&[&["check"], quiet.as_slice()].concat(), 1), "{quiet:?}");
    }
    assert!(!next(&["check", "--show-files"], 0));
    assert!(!next(&["check", "--select", "weekday-date-mismatch"], 1));
    folder.says(&["init", "--yes", "--without", "config,workflow,hook"], 0);
    folder.file("plans/new.md", &WRONG.replace("queue", "outbox"));
    assert!(!next(&["check"], 1), "somebody has been here");
    fs::remove_file(folder.0.join(".pingless-baseline.jsonl")).expect("it was written");
    folder.file("pingless.toml", "");
    assert!(!next(&["check"], 1));
}

#[test]
fn other_forges_get_no_workflow_of_github() {
    let folder = Folder::repository("forge");
    folder.file("README.md", "# Queue\n").file(".gitlab-ci.yml", "test: { script: [make] }\n");
    assert!(folder.says(&["init", "--yes"], 0).0.contains("left out, this repository is not on GitHub"));
    assert!(!folder.has(".github"));
}

#[test]
fn the_readme_shows_what_is_written() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("it is there");
    for text in [WORKFLOW, HOOK] {
        assert!(readme.contains(&format!("```yaml\n{text}```\n")), "the README shows another text than\n{text}");
    }
}
