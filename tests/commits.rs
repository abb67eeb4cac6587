//! Messages of commits in real repositories: what a range holds, and what the hook sees.

mod repository;

use std::fs;
use std::ops::Deref;
use std::process::Output;

use repository::{Repository, printed};

/// A repository whose commits have messages of any bytes.
struct Repo(Repository);

impl Deref for Repo {
    type Target = Repository;

    fn deref(&self) -> &Repository {
        &self.0
    }
}

impl Repo {
    fn new(name: &str) -> Self {
        Self(Repository::new(name))
    }

    fn git(&self, args: &[&str]) -> String {
        printed(&mut self.command("git"), args)
    }

    /// A commit with a message as it is, whatever bytes it holds.
    fn commit(&self, message: &[u8]) {
        fs::write(self.root.join("message"), message).expect("it can be written");
        self.git(&[
            "commit",
            "--quiet",
            "--allow-empty",
            "--allow-empty-message",
            "--cleanup=verbatim",
            "-F",
            "message",
        ]);
        fs::remove_file(self.root.join("message")).expect("it is there");
    }

    fn pingless(&self, args: &[&str]) -> Output {
        self.command(env!("CARGO_BIN_EXE_pingless")).args(args).output().expect("it runs")
    }

    /// What the hook says of a message, and its exit status.
    fn hook(&self, message: &str, args: &[&str], editor: Option<&str>) -> (Option<i32>, String) {
        fs::write(self.root.join(".git/COMMIT_EDITMSG"), message).expect("it can be written");
        let mut command = self.command(env!("CARGO_BIN_EXE_pingless"));
        command.args(["commit-msg", ".git/COMMIT_EDITMSG", "--format", "concise"]).args(args);
        if let Some(editor) = editor {
            command.env("GIT_EDITOR", editor);
        }
        let output = command.output().expect("it runs");
        (output.status.code(), out(&output) + &err(&output))
    }
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_range_is_read_newest_first() {
    let repo = Repo::new("range");
    repo.commit(b"Lend slots of the pool per tenant\n\nThe migration held the only one.\n");
    repo.git(&["tag", "base"]);
    repo.commit(b"wip\n");
    repo.commit(b"Hide the menu while it loads\n\nFixes #\n\nSigned-off-by: Ada <ada@example.com>\n");
    repo.commit(b"fixup! wip\n");
    repo.git(&[
        "commit",
        "--quiet",
        "--allow-empty",
        "--author=dependabot[bot] <1+dependabot[bot]@example.com>",
        "-m",
        "wip",
    ]);
    repo.git(&["checkout", "--quiet", "-b", "side", "base"]);
    repo.commit(b"Sort the list by name\n");
    repo.git(&["checkout", "--quiet", "main"]);
    repo.git(&["merge", "--quiet", "--no-ff", "-m", "update", "side"]);
    let output = repo.pingless(&["commits", "base..main", "--format", "concise"]);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    let said = out(&output);
    let rows: Vec<&str> = said.lines().map(|line| line.split_once("commit ").expect("a commit").1).collect();
    assert_eq!(rows.len(), 2, "{said}");
    assert!(rows[0].contains("(Hide the menu while it loads):3:1: warn[unfilled-template]"), "{said}");
    assert!(rows[1].contains("(wip):1:1: warn[vague-title]"), "{said}");
    assert!(err(&output).contains("left out: 1 merge, 1 fixup, 1 commit by a bot"), "{}", err(&output));
    let newest = repo.pingless(&["commits", "base..main", "-n", "1", "--quiet"]);
    assert_eq!((newest.status.code(), out(&newest)), (Some(0), String::new()));
}

#[test]
fn what_somebody_wrote_of_merging_is_judged() {
    let repo = Repo::new("merging");
    repo.commit(b"Merge branch detection is rewritten\n\nFixes #\n");
    let output = repo.pingless(&["commits", "HEAD", "--format", "concise"]);
    assert!(out(&output).contains("[unfilled-template]") && !err(&output).contains("left out"), "{output:?}");
    repo.commit(b"Merge branch 'side' into main\n\nFixes #\n");
    let output = repo.pingless(&["commits", "HEAD", "-n", "1"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(err(&output).contains("left out: 1 merge"), "{output:?}");
}

#[test]
fn a_range_comes_from_outside() {
    let repo = Repo::new("outside");
    repo.commit(b"Sort the list by name\n");
    for (range, is_fault) in
        [("HEAD..HEAD", false), ("nowhere..HEAD", true), ("--output=evil", true), ("$(touch evil)", true)]
    {
        let output = repo.pingless(&["commits", "--", range]);
        assert_eq!(output.status.code(), Some(if is_fault { 2 } else { 0 }), "{range}: {}", err(&output));
        assert!(!is_fault || err(&output).contains("error: git says: "), "{range}: {}", err(&output));
    }
    assert!(!repo.root.join("evil").exists());
    let folder = repo.root.join("plain");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let mut nowhere = repo.command(env!("CARGO_BIN_EXE_pingless"));
    let output =
        nowhere.args(["commits", "HEAD"]).current_dir(&folder).env("GIT_CEILING_DIRECTORIES", &repo.root).output();
    let output = output.expect("it runs");
    assert!(output.status.code() == Some(2) && err(&output).contains("not a git repository"), "{}", err(&output));
}

#[test]
fn any_bytes_are_a_message() {
    let repo = Repo::new("bytes");
    let hostile: [&[u8]; 6] = [
        b"",
        b"::error::pwned\x1b[31m\n",
        b"Caf\xe9 without an encoding\n",
        b"\xf0\x9f\x98\x80 update\n",
        b"%(trailers) %x00 ${IFS} `id`\n",
        b"commit 0123456\nAuthor: nobody\n",
    ];
    hostile.iter().for_each(|message| repo.commit(message));
    for format in ["human", "concise", "json", "sarif"] {
        let output = repo.pingless(&["commits", "HEAD", "--format", format]);
        assert_eq!(output.status.code(), Some(1), "{}", err(&output));
        assert!(!out(&output).contains('\u{1b}'), "{format}: {}", out(&output));
        assert!(err(&output).contains("read 6 documents: 6 commit-message"), "{}", err(&output));
    }
    let said = out(&repo.pingless(&["commits", "HEAD", "--format", "concise"]));
    assert!(said.contains("(no message):1:1: warn[vague-title]"), "{said}");
    // Nothing in front of a line is the author's.
    assert!(said.lines().all(|line| line.starts_with("commit ")), "{said}");
}

#[test]
fn the_hook_reads_what_git_keeps() {
    let repo = Repo::new("kept");
    let hint = "\n# Please enter the commit message for your changes.\n# wip\n";
    let clean = (Some(0), String::new());
    assert_eq!(repo.hook(&format!("Sort the list{hint}"), &[], None), clean);
    assert_eq!(repo.hook(hint, &[], None), clean, "git stops by itself");
    let (code, said) = repo.hook(&format!("# a comment\n\nwip{hint}"), &[], None);
    assert!(code == Some(1) && said.contains("COMMIT_EDITMSG:3:1: warn[vague-title]"), "{said}");
    let scissors =
        "\n# ------------------------ >8 ------------------------\n# Do not modify\ndiff --git a/b\n+Fixes #\n";
    assert_eq!(repo.hook(&format!("Sort the list{scissors}"), &[], None), clean);
    for message in ["Merge branch 'side'\n", "fixup! wip\n", "squash! wip\n\nwip\n"] {
        assert_eq!(repo.hook(message, &[], None), clean, "{message}");
    }
    assert_eq!(repo.hook("Merge branch detection is rewritten\n\nFixes #\n", &[], None).0, Some(1));
    assert_eq!(repo.hook("amend! wip\n\nSort the list\n", &[], None), clean);
    assert_eq!(repo.hook("amend! Sort the list\n\nwip\n", &[], None).0, Some(1));
    // Without an editor nothing is taken out: the first line of this is its subject.
    assert_eq!(repo.hook("# 12 sorts the list\n\nfix\n", &[], Some(":")), clean);
    assert_eq!(repo.hook("# 12 sorts the list\n\nfix\n", &[], Some("vi")).0, Some(1));
    assert_eq!(repo.hook("wip\n", &["--exit-zero"], None).0, Some(0));
    assert_eq!(repo.hook("wip\n", &["--ignore", "vague-title"], None), clean);
}

#[test]
fn the_comment_character_is_the_users() {
    let repo = Repo::new("comments");
    repo.git(&["config", "core.commentChar", ";"]);
    assert_eq!(repo.hook("; wip\n#12 is sorted by name\n", &[], None), (Some(0), String::new()));
    repo.git(&["config", "core.commentChar", "auto"]);
    assert_eq!(repo.hook("#12 is sorted by name\n\n; Please enter\n; wip\n", &[], None), (Some(0), String::new()));
    let (code, said) = repo.hook("wip\n\n#12\n\n; Please enter\n", &[], None);
    assert!(code == Some(1) && said.contains(":1:1: warn[vague-title]"), "{said}");
    repo.git(&["config", "commit.cleanup", "whitespace"]);
    repo.git(&["config", "core.commentChar", "#"]);
    assert_eq!(repo.hook("# sort the list\n\nfix\n", &[], None), (Some(0), String::new()));
}

/// A repository with the hook, which git runs.
#[cfg(unix)]
fn hooked(name: &str) -> Repo {
    use std::os::unix::fs::PermissionsExt;

    let repo = Repo::new(name);
    let hook = repo.root.join(".git/hooks/commit-msg");
    fs::create_dir_all(hook.parent().expect("it has a folder")).expect("a folder can be made");
    fs::write(&hook, format!("#!/bin/sh\nexec '{}' commit-msg \"$1\"\n", env!("CARGO_BIN_EXE_pingless")))
        .expect("written");
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).expect("it can be run");
    repo
}

/// What the hook says is a way to go on, wherever somebody is.
#[test]
#[cfg(unix)]
fn a_message_is_found_again_from_a_folder() {
    let repo = hooked("folder");
    let folder = repo.root.join("docs/plans");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let mut git = repo.command("git");
    git.current_dir(&folder).args(["commit", "--quiet", "--allow-empty", "-m", "fix"]);
    let said = err(&git.output().expect("git runs"));
    let (_, way) = said.split_once("--file=").unwrap_or_else(|| panic!("{said}"));
    let file = way.split('`').next().unwrap_or_default();
    assert!(folder.join(file).is_file(), "{said}");
    let mut again = repo.command("git");
    again.current_dir(&folder).args(["commit", "--quiet", "--allow-empty", "--no-verify", &format!("--file={file}")]);
    assert!(again.status().expect("git runs").success(), "{said}");
}

#[test]
#[cfg(unix)]
fn a_merge_is_asked_nothing() {
    let repo = hooked("merge");
    for (branch, file) in [("main", "a.md"), ("side", "b.md")] {
        repo.git(&["checkout", "--quiet", "-B", branch]);
        fs::write(repo.root.join(file), branch).expect("it can be written");
        repo.git(&["add", "--all"]);
        repo.git(&["commit", "--quiet", "-m", "Sort the list by name"]);
    }
    repo.git(&["checkout", "--quiet", "main"]);
    repo.git(&["merge", "--quiet", "--no-ff", "side", "-m", "fix"]);
    assert_eq!(repo.git(&["log", "-1", "--format=%s"]), "fix\n");
    // As where one is finished by hand.
    repo.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    repo.git(&["merge", "--quiet", "--no-ff", "--no-commit", "side"]);
    repo.git(&["commit", "--quiet", "-m", "wip"]);
    let mut plain = repo.command("git");
    let stopped = plain.args(["commit", "--quiet", "--allow-empty", "-m", "wip"]).output().expect("git runs");
    assert!(!stopped.status.success(), "what comes after it is no merge");
}

/// The hook as a repository has it, run by git.
#[test]
#[cfg(unix)]
fn the_hook_stops_a_commit() {
    let repo = hooked("hook");
    let commit = |message: &str| {
        let mut git = repo.command("git");
        git.args(["commit", "--quiet", "--allow-empty", "-m", message]).output().expect("git runs")
    };
    let stopped = commit("fix");
    assert!(!stopped.status.success());
    let said = err(&stopped);
    assert!(said.contains("warning[vague-title]: the title names nothing"), "{said}");
    assert!(
        said.contains(
            "`git commit --edit --file=.git/COMMIT_EDITMSG`, with the options and paths of before, takes it up again"
        ),
        "{said}"
    );
    let passed = commit("Sort the list by name");
    assert!(passed.status.success() && err(&passed).is_empty(), "{}", err(&passed));
    assert_eq!(repo.git(&["log", "--format=%s"]), "Sort the list by name\n");
}

#[test]
fn a_commit_names_days_that_are_over() {
    let repo = Repo::new("days");
    let message = "Hide the menu until Monday\n\nAs discussed yesterday, the rest comes by EOD.\n";
    assert_eq!(repo.hook(message, &[], None), (Some(0), String::new()));
    let (code, said) = repo.hook(message, &["--extend-select", "ambiguous-deadline"], None);
    assert!(code == Some(1) && said.contains("[ambiguous-deadline]"), "{said}");
}

#[test]
fn a_file_that_is_not_there() {
    let repo = Repo::new("missing");
    let output = repo.pingless(&["commit-msg", "nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).starts_with("error: nowhere: there is no such file or folder"), "{}", err(&output));
}

#[test]
fn what_a_template_leaves_open_stops_a_commit() {
    let repo = hooked("blanks");
    let message = |text: &str| repo.hook(text, &[], None);
    for text in [
        "Lend slots per tenant\n\nTODO\n",
        "Lend slots per tenant\n\nTBD\n\nSigned-off-by: Ada <ada@example.com>\n",
        "Lend slots per tenant\n\n<describe the reason here>\n",
        "<type>: <subject>\n",
    ] {
        let (status, said) = message(text);
        assert_eq!((status, said.contains("[unfilled-template]")), (Some(1), true), "{text}: {said}");
    }
    for text in ["fix:\n", "feat: \n"] {
        let (status, said) = message(text);
        assert_eq!((status, said.contains("[vague-title]")), (Some(1), true), "{text}: {said}");
    }
    let (status, said) = message("Rename Vec<Item> to List<Item>\n\nThe old name said how it is kept.\n");
    assert_eq!((status, said.as_str()), (Some(0), ""), "{said}");
}
