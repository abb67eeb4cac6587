//! Runs under the limits of a shell, as somebody whom permissions bind, and never longer than a while.

use std::os::unix::fs::MetadataExt;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::repository::Repository;

/// The program that is tested.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_pingless");
/// Hardly anything here takes a second; a machine may be busy, and a hundred thousand files are many.
const LONGEST: Duration = Duration::from_secs(300);
/// Who owns nothing.
const NOBODY: &str = "65534";

/// A text with a finding that is mended, and so much besides that no limit of a test has room for it.
pub fn stale() -> String {
    let allow = "<!-- pingless: allow ambiguous-deadline: long ago -->\n";
    format!("# Notes\n\n{allow}It works.\n\n{}", "The door is blue.\n".repeat(400))
}

/// A text with a finding.
pub const VAGUE: &str = "# Plan\n\nPlease send it by EOD.\n";

/// What a run came to that ended by itself, or by a signal where no status is said.
#[derive(Debug)]
pub struct Ended {
    pub status: Option<i32>,
    pub out: String,
    pub said: String,
}

impl Ended {
    fn of(output: Output) -> Self {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!said.contains("panicked"), "{said}");
        let out = String::from_utf8(output.stdout).expect("whatever is printed is UTF-8");
        Self { status: output.status.code(), out, said }
    }

    #[track_caller]
    pub fn says(self, status: i32, words: &[&str]) -> Self {
        assert_eq!(self.status, Some(status), "{self:#?}");
        words.iter().for_each(|words| assert!(self.said.contains(words), "{words:?} is not in {self:#?}"));
        self
    }
}

/// Waits for a program that must not wait for ever.
#[track_caller]
pub fn ended(command: &mut Command) -> Ended {
    let what = format!("{command:?}");
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let id = child.id().to_string();
    let waiting = thread::spawn(move || child.wait_with_output());
    let started = Instant::now();
    while !waiting.is_finished() {
        if started.elapsed() > LONGEST {
            let _ = Command::new("kill").args(["-9", &id]).status();
            panic!("it does not end: {what}");
        }
        thread::sleep(Duration::from_millis(5));
    }
    Ended::of(waiting.join().expect("it is waited for").expect("it can be waited for"))
}

/// `pingless` in a repository.
#[track_caller]
pub fn pingless(made: &Repository, args: &[&str]) -> Ended {
    ended(made.command(PROGRAM).args(args))
}

/// The same behind a line of shell, such as a limit.
#[track_caller]
pub fn under(made: &Repository, line: &str, args: &[&str]) -> Ended {
    ended(made.command("sh").args(["-c", &format!("{line}; exec \"$0\" \"$@\""), PROGRAM]).args(args))
}

/// A program in a repository as somebody who is bound by permissions; nothing, and a word of it, where that cannot be.
pub fn bound(made: &Repository, program: &str, test: &str) -> Option<Command> {
    if std::fs::metadata("/proc/self").map_or(1, |it| it.uid()) != 0 {
        return Some(made.command(program));
    }
    let mut other = made.command("setpriv");
    other.args(["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--inh-caps=-all", program]);
    let mut given = Command::new("chown");
    let is_given =
        given.args(["-R", &format!("{NOBODY}:{NOBODY}")]).arg(&made.root).status().is_ok_and(|it| it.success());
    let can_run = Command::new("setpriv").args(["--reuid", NOBODY, "--clear-groups", PROGRAM, "--version"]).output();
    if is_given && can_run.is_ok_and(|it| it.status.success()) {
        return Some(other);
    }
    skipped(test, "nobody is bound by permissions here, and `setpriv` does not help");
    None
}

/// Says what is not tested here.
pub fn skipped(test: &str, why: &str) {
    use std::io::Write;
    // Not captured: whoever runs the tests should see it.
    let _ = writeln!(std::io::stderr(), "skipped: {test}: {why}");
}

/// Runs a line of shell in a repository; whether it could.
pub fn could(made: &Repository, line: &str) -> bool {
    let run = made.command("sh").args(["-c", line]).output();
    run.is_ok_and(|it| it.status.success())
}

/// Names in a folder, hidden ones too.
pub fn names(made: &Repository, folder: &str) -> Vec<String> {
    let name = |it: std::fs::DirEntry| it.file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> =
        std::fs::read_dir(made.root.join(folder)).expect("it is there").flatten().map(name).collect();
    names.sort();
    names
}

/// The documents of a report as JSON.
pub fn documents(run: &Ended) -> Vec<String> {
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|it| panic!("{it}: {run:#?}"));
    let files = json["files"].as_array().expect("there are files");
    files.iter().map(|it| it["path"].as_str().unwrap_or_default().to_owned()).collect()
}
