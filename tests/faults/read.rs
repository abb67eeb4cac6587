//! What lies in a folder and is no file that can be read: it is told, never waited for, and the rest is read.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::machine::{PROGRAM, VAGUE, bound, could, documents, ended, pingless, skipped};
use crate::repository::Repository;

const CHECK: &[&str] = &["check", "--fail-on", "never", "-f", "json"];

/// A repository with one text that can be read.
fn one(name: &str) -> Repository {
    Repository::with(name, &[("docs/well.md", VAGUE)])
}

fn lock(path: impl AsRef<Path>, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
}

#[test]
fn what_may_not_be_read_is_told_and_the_rest_is_read() {
    let made = one("locked");
    made.write("docs/locked.md", VAGUE);
    made.write("docs/closed/a.md", VAGUE);
    let Some(mut command) = bound(&made, PROGRAM, "what_may_not_be_read_is_told_and_the_rest_is_read") else { return };
    lock(made.root.join("docs/locked.md"), 0o000);
    lock(made.root.join("docs/closed"), 0o000);
    let run = ended(command.args(CHECK)).says(0, &["docs/locked.md", "docs/closed", "Permission denied"]);
    assert_eq!(documents(&run), ["docs/well.md"]);
    let Some(mut named) = bound(&made, PROGRAM, "named") else { return };
    let run = ended(named.args(CHECK).args(["docs/locked.md", "docs/well.md"])).says(2, &["docs/locked.md"]);
    assert_eq!(documents(&run), ["docs/well.md"]);
    // Nobody may believe that a folder which was named is clean because nothing of it was read.
    let Some(mut folder) = bound(&made, PROGRAM, "named") else { return };
    let run = ended(folder.args(CHECK).args(["docs/closed", "docs/well.md"])).says(2, &["error: docs/closed"]);
    assert_eq!(documents(&run), ["docs/well.md"]);
    lock(made.root.join("docs/closed"), 0o755);
}

#[test]
fn files_that_come_and_go_end_nothing_badly() {
    let made = one("vanishing");
    let folder = made.root.join("docs");
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0.. {
                for number in 0..40 {
                    let path = folder.join(format!("{number}.md"));
                    // Somebody else may have been there: the run is what is tested.
                    let _ = match (round + number) % 4 {
                        0 => fs::write(&path, VAGUE),
                        1 => fs::set_permissions(&path, fs::Permissions::from_mode(0o000)),
                        2 => fs::remove_file(&path).and_then(|()| fs::create_dir(&path)),
                        _ => fs::remove_file(&path).or_else(|_| fs::remove_dir(&path)),
                    };
                }
                if is_done.load(Ordering::Relaxed) {
                    break;
                }
            }
        });
        for args in [&["check", "--fail-on", "never"][..], &["check", "--fix", "--fail-on", "never"], &["facts"]] {
            for _ in 0..5 {
                let run = pingless(&made, args);
                assert!(matches!(run.status, Some(0 | 2)), "{run:#?}");
            }
        }
        is_done.store(true, Ordering::Relaxed);
    });
}

#[test]
fn links_that_lead_round_are_walked_once() {
    let made = one("loops");
    for (link, target) in
        [("docs/here", "."), ("docs/up", ".."), ("docs/self.md", "self.md"), ("docs/gone.md", "none.md")]
    {
        symlink(target, made.root.join(link)).expect("a link can be made");
    }
    let run = pingless(&made, CHECK).says(0, &[]);
    assert_eq!(documents(&run), ["docs/well.md"]);
    let run = pingless(&made, &[CHECK, &["docs/self.md", "docs/gone.md"]].concat());
    run.says(2, &["docs/self.md: there is no such file", "docs/gone.md: there is no such file"]);
    let run = pingless(&made, &[CHECK, &["docs/here/well.md", "docs/here"]].concat()).says(0, &[]);
    assert_eq!(documents(&run), ["docs/here/well.md"]);
}

/// Of links from folders of pages to folders around them every combination would be another way.
#[test]
fn pages_are_read_once_however_links_lead() {
    let made = one("page-loops");
    let page = "---\nsummary: a word of the house\nquestion: Which day?\nlevel: warn\nsince: 0.1.0\nhelp: write the date\nphrases: { any: [soonish], label: which day? }\n---\n\nWhy.\n\n````md bad\nsoonish\n````\n\n````md good\nnow\n````\n";
    made.write(".pingless/rules/when/house-word.md", page);
    for name in ["a", "b", "c"] {
        symlink(".", made.root.join(".pingless/rules/when").join(name)).expect("a link can be made");
        symlink("..", made.root.join(".pingless/rules/when").join(format!("up-{name}"))).expect("a link can be made");
    }
    made.write("docs/soon.md", "It comes soonish.\n");
    let run = pingless(&made, &["check", "-f", "concise", "docs/soon.md"]).says(0, &[]);
    assert!(run.out.contains("warn[house-word]"), "{run:#?}");
}

#[test]
fn a_configuration_that_leads_nowhere_is_told() {
    for (name, target) in [("pingless.toml", "shared/pingless.toml"), (".pingless.toml", ".pingless.toml")] {
        let made = one("config-nowhere");
        symlink(target, made.root.join(name)).expect("a link");
        let run = pingless(&made, CHECK);
        assert_eq!(run.status, Some(2), "{run:#?}");
        assert!(run.said.contains("this configuration cannot be read") && run.said.contains(name), "{run:#?}");
    }
    // What other programs call so is none of ours.
    let made = one("project-nowhere");
    symlink("shared/pyproject.toml", made.root.join("pyproject.toml")).expect("a link");
    assert_ne!(pingless(&made, CHECK).status, Some(2));
}

/// What never ends, and what waits for somebody to write into it.
fn endless(made: &Repository, path: &str) -> bool {
    could(made, &format!("mkfifo '{path}'"))
}

fn zero(made: &Repository, path: &str) -> bool {
    symlink("/dev/zero", made.root.join(path)).is_ok()
}

#[test]
fn nothing_that_a_repository_is_made_of_is_waited_for() {
    // Each with what is said of it, where that is more than nothing.
    let files = [
        (".gitignore", "it is no file: nothing below its folder is read"),
        (".ignore", "it is no file: nothing below its folder is read"),
        (".pinglessignore", "it is no file: nothing below its folder is read"),
        ("docs/.gitignore", "docs/.gitignore: it is no file: nothing below its folder is read"),
        (".gitattributes", ""),
        ("docs/.gitattributes", ""),
        (".pingless.toml", ""),
        ("pyproject.toml", ""),
        (".github/pingless.toml", ""),
        (".github/PULL_REQUEST_TEMPLATE.md", ""),
        (".github/ISSUE_TEMPLATE/bug.yml", ""),
        ("docs/template.md", ""),
        ("CODEOWNERS", ""),
        ("docs/other.md", ""),
        ("notes.txt", ""),
        (".pingless/rules/when/house.md", "this page cannot be read: it is no file"),
        (".pingless-baseline.jsonl", "cannot be read: it is no file"),
    ];
    for make in [endless as fn(&Repository, &str) -> bool, zero] {
        for (file, said) in files {
            let made = one("endless");
            made.write(
                "docs/aside.md",
                "# A\n\nSee [other](other.md#part) and <!-- pingless: fact a.b = 5 min --> 5 min.\n",
            );
            let folder = made.root.join(file).parent().map(Path::to_owned).expect("it has one");
            fs::create_dir_all(folder).expect("it can be made");
            if !make(&made, file) {
                return skipped("nothing_that_a_repository_is_made_of_is_waited_for", "no pipe can be made");
            }
            for args in [CHECK, &["facts"], &["check", "--force-exclude", "docs/well.md"], &["baseline"], &["litmus"]] {
                let run = pingless(&made, args);
                assert!(run.status.is_some(), "{file}: {run:#?}");
                if args == CHECK {
                    assert!(run.said.contains(said), "{file}: {run:#?}");
                }
            }
        }
    }
}

#[test]
fn a_folder_below_an_endless_ignore_file_is_left_and_the_rest_is_read() {
    let made = one("beside-endless");
    made.write("notes/a.md", VAGUE);
    if !endless(&made, "notes/.gitignore") {
        return skipped("a_folder_below_an_endless_ignore_file_is_left_and_the_rest_is_read", "no pipe can be made");
    }
    let run = pingless(&made, CHECK).says(0, &["notes/.gitignore: it is no file"]);
    assert_eq!(documents(&run), ["docs/well.md"]);
    pingless(&made, &[CHECK, &["--strict-input"]].concat()).says(2, &["notes/.gitignore"]);
}

#[test]
fn a_device_is_read_as_far_as_a_text_goes() {
    let made = one("devices");
    pingless(&made, &["check", "/dev/zero"]).says(2, &["/dev/zero: it is larger than 16 MiB"]);
    pingless(&made, &["inspect", "/dev/zero"]).says(2, &[]);
    pingless(&made, &["check", "/dev/null"]).says(0, &["read 1 document"]);
    pingless(&made, &["commit-msg", "/dev/zero"]).says(2, &["larger than 16 MiB"]);
    pingless(&made, &["pr", "--title", "a", "--body", "/dev/zero"]).says(2, &["larger than 16 MiB"]);
    pingless(&made, &["check", "--config", "/dev/zero", "docs"]).says(2, &[]);
    pingless(&made, &["check", "--baseline", "/dev/zero", "docs"]).says(2, &["it is no file"]);
}

/// As a shell hands over what another program prints: `pingless check <(program)`.
#[test]
fn a_pipe_that_is_named_is_read_to_its_end() {
    let made = one("pipe");
    if !endless(&made, "pipe.md") {
        return skipped("a_pipe_that_is_named_is_read_to_its_end", "no pipe can be made");
    }
    let path = made.root.join("pipe.md");
    let writer = thread::spawn(move || fs::write(path, VAGUE));
    let run = pingless(&made, &[CHECK, &["pipe.md"]].concat()).says(0, &[]);
    assert_eq!(documents(&run), ["pipe.md"]);
    assert!(run.out.contains("ambiguous-deadline"));
    writer.join().expect("it ends").expect("it can be written");
    let fixed = Command::new("sh")
        .args(["-c", "printf 'by EOD <!-- pingless: allow x: y -->' > pipe.md & \"$0\" check --fix pipe.md", PROGRAM])
        .current_dir(&made.root)
        .stdin(Stdio::null())
        .output();
    assert!(fixed.expect("it runs").status.code().is_some());
    assert!(fs::symlink_metadata(made.root.join("pipe.md")).is_ok_and(|it| !it.is_file()), "a pipe stays a pipe");
}
