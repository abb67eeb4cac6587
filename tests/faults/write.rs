//! Every command that writes: on a disk without room, killed in the middle, where nothing may be written, and twice at once.
//! The file is the old or the new one, whole.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use crate::machine::{PROGRAM, VAGUE, bound, could, ended, names, pingless, skipped, stale, under};
use crate::repository::Repository;

/// A command, the file that it writes, and what stood there before.
struct Writer {
    name: &'static str,
    args: Vec<&'static str>,
    file: &'static str,
    before: Option<String>,
    /// Whether the folder of the file is all that has to be writable: a report may be written over.
    needs_folder: bool,
}

/// One of each.
fn writers() -> Vec<Writer> {
    let post = format!("# Uploads fail\n\n{}", "The door is blue.\n".repeat(400));
    let limit = format!("# Uploads\n\nThe upload limit is 25 MB.\n\n{}", "The door is blue.\n".repeat(400));
    let report = "an old report\n".repeat(400);
    let writer = |name, args: &[&'static str], file, before: Option<&str>| Writer {
        name,
        args: args.to_vec(),
        file,
        before: before.map(str::to_owned),
        needs_folder: true,
    };
    vec![
        writer("fix", &["check", "--fix", "a.md"], "a.md", Some(&stale())),
        writer("fill", &["fill", "--write", "--kind", "postmortem", "a.md"], "a.md", Some(&post)),
        writer(
            "accept",
            &["facts", "--accept", "1", "--owner", "@files", "--id", "upload.limit", "--now", "2026-11-20T09:00Z"],
            "a.md",
            Some(&limit),
        ),
        Writer {
            needs_folder: false,
            ..writer("output", &["check", "--exit-zero", "-o", "json=out.json", "."], "out.json", Some(&report))
        },
        Writer { needs_folder: false, ..writer("baseline", &["baseline"], ".pingless-baseline.jsonl", None) },
        writer("output-new", &["check", "--exit-zero", "-o", "json=new.json", "."], "new.json", None),
        writer("new", &["new", "postmortem", "Uploads failed", "-o", "new.md"], "new.md", None),
        writer("man", &["man", "."], "pingless.1", Some(&"an old page\n".repeat(400))),
        writer("init", &["init", "--yes", "--without", "hook"], ".github/workflows/pingless.yml", None),
    ]
}

impl Writer {
    /// A repository in which it writes, and enough is found that no report is short.
    fn repository(&self, name: &str) -> Repository {
        let made =
            Repository::with(&format!("{}-{name}", self.name), &[("b.md", "# B\n\nThe upload limit is 25 MB.\n")]);
        made.write("c.md", "# C\n\nThe upload limit (25 MB) holds.\n");
        for number in 0..20 {
            made.write(format!("asks/{number}.md"), VAGUE);
        }
        if let Some(before) = &self.before {
            made.write(self.file, before);
        }
        made
    }

    fn path(&self, made: &Repository) -> PathBuf {
        made.root.join(self.file)
    }

    fn now(&self, made: &Repository) -> Option<String> {
        fs::read(self.path(made)).ok().map(|bytes| String::from_utf8(bytes).expect("it is whole"))
    }

    /// What it writes where nothing disturbs it, in a folder that no other test has.
    fn after(&self, name: &str) -> String {
        let made = self.repository(name);
        let run = pingless(&made, &self.args);
        assert_eq!(run.status, Some(0), "{}: {run:#?}", self.name);
        let after = self.now(&made).expect("it is written");
        assert_ne!(Some(&after), self.before.as_ref(), "{}: it writes", self.name);
        assert!(self.name != "man" || run.said.starts_with("wrote "), "{run:#?}");
        after
    }
}

/// What is left beside a file when something failed.
fn left(made: &Repository) -> Vec<String> {
    names(made, "")
        .into_iter()
        .filter(|it| it.starts_with(".pingless-") && !it.starts_with(".pingless-baseline"))
        .collect()
}

#[test]
fn without_room_the_old_file_stays_and_it_is_told() {
    for it in writers() {
        let made = it.repository("no-room");
        // A write beyond the limit fails as one on a full disk does.
        let run = under(&made, "trap '' XFSZ; ulimit -f 1", &it.args);
        assert_eq!(it.now(&made), it.before, "{}: {run:#?}", it.name);
        assert_eq!(run.status, Some(2), "{}: {run:#?}", it.name);
        assert!(run.said.contains("written") && run.said.contains("make room"), "{}: {run:#?}", it.name);
        assert_eq!(left(&made), [""; 0], "{}", it.name);
    }
}

#[test]
fn killed_in_the_middle_of_a_write_the_old_file_stays() {
    for it in writers() {
        let made = it.repository("killed");
        let run = under(&made, "ulimit -f 1", &it.args);
        assert_eq!(run.status, None, "{}: a signal ends it: {run:#?}", it.name);
        assert_eq!(it.now(&made), it.before, "{}", it.name);
        if it.name == "fix" {
            leaves_nothing_to_read(&made);
        }
    }
}

/// What a run left that was killed: nobody reads it, though it holds what a text does.
fn leaves_nothing_to_read(made: &Repository) {
    let [left] = &left(made)[..] else { panic!("one file is left: {:?}", left(made)) };
    made.write(left, "<!-- pingless: fact a.b = 5 s -->\n# pingless: assumes a.b = 6 s\nPlease send it by EOD.\n");
    let read = pingless(made, &["check", "--show-files"]);
    let facts = pingless(made, &["facts"]);
    let fixed = pingless(made, &["check", "--fix", "--exit-zero"]);
    for run in [&read, &facts, &fixed] {
        assert!(!run.out.contains(left.as_str()) && !run.said.contains(left.as_str()), "{run:#?}");
    }
    assert!(!facts.out.contains("a.b"), "{facts:#?}");
    assert!(made.read(left).contains("by EOD"), "it stays as it is");
}

#[test]
fn killed_at_any_time_the_file_is_the_old_or_the_new_one() {
    for it in writers().into_iter().filter(|it| ["fix", "output", "baseline"].contains(&it.name)) {
        let after = it.after("any-time-undisturbed");
        for delay in 0..16 {
            let made = it.repository("any-time");
            let mut command = made.command(PROGRAM);
            command.args(&it.args).stdout(Stdio::null()).stderr(Stdio::null());
            let mut child = command.spawn().expect("it starts");
            thread::sleep(Duration::from_millis(delay * 8));
            let _ = child.kill();
            child.wait().expect("it can be waited for");
            let now = it.now(&made);
            assert!(now == it.before || now.as_ref() == Some(&after), "{}: after {delay} × 8 ms", it.name);
        }
    }
}

/// A folder in which nothing can be made, and a file in it that nobody may write.
#[test]
fn what_may_not_be_written_is_told_and_stays() {
    for it in writers() {
        let made = it.repository("read-only");
        if let Some(_before) = &it.before {
            fs::set_permissions(it.path(&made), fs::Permissions::from_mode(0o444)).expect("it is ours");
        }
        let Some(mut command) = bound(&made, PROGRAM, "what_may_not_be_written_is_told_and_stays") else { return };
        fs::set_permissions(&made.root, fs::Permissions::from_mode(0o555)).expect("it is ours");
        let run = ended(command.args(&it.args));
        fs::set_permissions(&made.root, fs::Permissions::from_mode(0o755)).expect("it is ours");
        assert_eq!(it.now(&made), it.before, "{}: {run:#?}", it.name);
        assert_eq!(run.status, Some(2), "{}: {run:#?}", it.name);
        assert!(run.said.contains("written"), "{}: {run:#?}", it.name);
    }
}

/// As where one file is mounted into a container: nothing can be made beside it, but it may be written.
#[test]
fn a_report_is_written_over_where_its_folder_allows_nothing() {
    for it in writers().into_iter().filter(|it| !it.needs_folder) {
        let after = it.after("closed-folder-undisturbed");
        let made = it.repository("closed-folder");
        if it.before.is_none() {
            made.write(it.file, "");
        }
        let Some(mut command) = bound(&made, PROGRAM, "a_report_is_written_over_where_its_folder_allows_nothing")
        else {
            return;
        };
        fs::set_permissions(&made.root, fs::Permissions::from_mode(0o555)).expect("it is ours");
        let run = ended(command.args(&it.args));
        fs::set_permissions(&made.root, fs::Permissions::from_mode(0o755)).expect("it is ours");
        // An empty baseline is one, and then all is new.
        if it.name == "baseline" {
            continue;
        }
        assert_eq!((run.status, it.now(&made)), (Some(0), Some(after)), "{}: {:#?}", it.name, run.said);
    }
}

#[test]
fn the_folders_of_a_new_document_are_made() {
    let made = Repository::new("folders");
    for path in ["docs/later/x.md", "docs/adr/"] {
        pingless(&made, &["new", "adr", "Use a queue", "-o", path]).says(0, &["wrote docs/"]);
    }
    assert_eq!((names(&made, "docs/later"), names(&made, "docs/adr").len()), (vec!["x.md".to_owned()], 1));
    made.write("file", "");
    let run =
        pingless(&made, &["new", "adr", "Use a queue", "-o", "file/x.md"]).says(2, &["file/x.md cannot be written"]);
    assert!(!run.said.contains(".pingless-"), "no name is told that nobody chose: {run:#?}");
}

#[test]
fn a_disk_that_is_full_is_told() {
    let made = Repository::with("full-disk", &[("a.md", &stale())]);
    let small = made.root.join("small");
    fs::create_dir(&small).expect("it can be made");
    if !could(&made, "mount -t tmpfs -o size=16k none small") {
        return skipped("a_disk_that_is_full_is_told", "nothing can be mounted here");
    }
    fs::copy(made.root.join("a.md"), small.join("a.md")).expect("there is room for it");
    let _ = fs::write(small.join("b.txt"), "x".repeat(16 << 10));
    let before = fs::read(small.join("a.md")).expect("it is there");
    let fixed = pingless(&made, &["check", "--fix", "small/a.md"]);
    let saved = pingless(&made, &["check", "--exit-zero", "-o", "json=small/out.json", "a.md"]);
    let after = fs::read(small.join("a.md")).expect("it is there");
    let left = names(&made, "small");
    assert!(could(&made, "umount small"));
    assert_eq!((fixed.status, saved.status), (Some(2), Some(2)), "{fixed:#?} {saved:#?}");
    assert_eq!((before, left), (after, vec!["a.md".to_owned(), "b.txt".to_owned()]));
}

#[test]
fn two_runs_at_once_lose_nothing() {
    for it in writers().into_iter().filter(|it| ["fix", "output", "baseline"].contains(&it.name)) {
        let after = it.after("at-once-undisturbed");
        for _ in 0..4 {
            let made = it.repository("at-once");
            let start = || {
                let mut command = made.command(PROGRAM);
                command.args(&it.args).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it starts")
            };
            let both = [start(), start()].map(|child| child.wait_with_output().expect("it ends"));
            for output in &both {
                let said = String::from_utf8_lossy(&output.stderr);
                let is_well = output.status.code() == Some(0) || said.contains("changed meanwhile");
                assert!(is_well && !said.contains("panicked"), "{}: {:?} {said}", it.name, output.status);
            }
            assert_eq!(it.now(&made), Some(after.clone()), "{}", it.name);
            assert_eq!(left(&made), [""; 0], "{}", it.name);
        }
    }
}

#[test]
fn a_report_keeps_what_the_file_is() {
    let made = Repository::with("kept", &[("a.md", "# A\n")]);
    let real = made.root.join("real.json");
    fs::write(&real, "old").expect("it can be written");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("it is ours");
    std::os::unix::fs::symlink("real.json", made.root.join("link.json")).expect("a link can be made");
    pingless(&made, &["check", "-o", "json=link.json", "."]).says(0, &[]);
    assert!(made.root.join("link.json").is_symlink(), "the link stays");
    assert!(made.read("real.json").starts_with('{'));
    assert_eq!(fs::metadata(&real).expect("it is there").permissions().mode() & 0o777, 0o640);
    under(&made, "umask 027", &["check", "-o", "json=fresh.json", "."]).says(0, &[]);
    let fresh = fs::metadata(made.root.join("fresh.json")).expect("it is there");
    assert_eq!(fresh.permissions().mode() & 0o777, 0o640, "as the shell asks for");
    std::os::unix::fs::symlink("later.json", made.root.join("dangling.json")).expect("a link can be made");
    pingless(&made, &["check", "-o", "json=dangling.json", "."]).says(0, &[]);
    assert!(made.read("later.json").starts_with('{'));
}
