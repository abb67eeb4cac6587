//! git as it is run: nothing else runs because of it, nothing is fetched, and no name is taken for an option.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::repository::Repository;

const VAGUE: &str = "# Plan\n\nPlease send it by EOD.\n";

/// Commands that ask git for something, each with a word of how it should end.
const ASKING: &[&[&str]] = &[
    &["check", "--diff-base", "HEAD~1"],
    &["check", "--diff-base", "HEAD~1", "--head", "HEAD"],
    &["check", "--now", "2026-11-20T09:00:00Z"],
    &["facts"],
    &["facts", "--diff", "HEAD~1"],
    &["decisions"],
    &["commits", "HEAD~1..HEAD"],
    &["trial"],
    &["litmus", "--now", "2026-11-20"],
    &["litmus", "--since", "2026-01-01", "--now", "2026-11-21"],
    &["new", "adr", "A choice"],
    &["init", "--dry-run"],
    &["allows"],
];

/// A program that leaves a mark where it ran.
fn trap(made: &Repository) -> String {
    let mark = made.root.with_extension("ran");
    let _ = fs::remove_file(&mark);
    let path = made.root.with_extension("trap.sh");
    fs::write(&path, format!("#!/bin/sh\necho \"$0 $*\" >> '{}'\ncat\n", mark.display())).expect("it can be written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it is ours");
    path.to_string_lossy().into_owned()
}

/// What ran, if anything did.
fn ran(made: &Repository) -> Option<String> {
    fs::read_to_string(made.root.with_extension("ran")).ok()
}

fn history(name: &str) -> Repository {
    let made = Repository::with(name, &[("docs/a.md", VAGUE), (".gitattributes", "*.md diff=own\n")]);
    made.write("docs/a.md", format!("{VAGUE}\nAnd by EOW.\n"));
    made.write("docs/b.md", VAGUE);
    made.commit("Add");
    made.write("docs/a.md", format!("{VAGUE}\nAnd by EOQ.\n"));
    made
}

#[test]
fn git_runs_nothing_for_us() {
    let made = history("programs");
    let trap = trap(&made);
    let hooks = made.root.join(".git/hooks");
    fs::create_dir_all(&hooks).expect("it can be made");
    for hook in ["post-index-change", "fsmonitor-watchman", "reference-transaction", "pre-auto-gc"] {
        fs::copy(&trap, hooks.join(hook)).expect("it can be copied");
    }
    for key in [
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "pager.diff",
        "pager.show",
        "diff.external",
        "diff.own.command",
        "diff.own.textconv",
        "core.editor",
        "core.sshCommand",
        "core.askPass",
        "credential.helper",
        "gpg.program",
        "core.alternateRefsCommand",
    ] {
        made.git(&["config", key, &trap]);
    }
    for (key, value) in
        [("log.showSignature", "true"), ("diff.submodule", "log"), ("color.ui", "always"), ("core.quotePath", "true")]
    {
        made.git(&["config", key, value]);
    }
    // The trap can spring: git itself steps on it.
    let _ = made.command("git").args(["status"]).output();
    assert!(ran(&made).is_some(), "the trap is none");
    let _ = fs::remove_file(made.root.with_extension("ran"));
    let mut tried = made.command("sh");
    tried.env("GIT_EXTERNAL_DIFF", &trap).env("GIT_PAGER", &trap).env("PAGER", &trap);
    for args in ASKING {
        let mut command = made.command(env!("CARGO_BIN_EXE_pingless"));
        let run =
            command.args(*args).env("GIT_EXTERNAL_DIFF", &trap).env("GIT_PAGER", &trap).output().expect("it runs");
        assert!(matches!(run.status.code(), Some(0 | 1)), "{args:?}: {run:?}");
        assert_eq!(ran(&made), None, "{args:?}");
    }
}

/// A fork can hold a folder that is a repository to git, with a configuration of its own.
#[test]
fn a_folder_that_looks_like_a_repository_is_none() {
    let made = history("embedded");
    let trap = trap(&made);
    let config =
        format!("[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n\tfsmonitor = {trap}\n");
    made.write("fork/config", config);
    made.write("fork/HEAD", "ref: refs/heads/main\n");
    made.write("fork/objects/info/alternates", format!("{}/.git/objects\n", made.root.display()));
    made.write("fork/refs/heads/main", made.git(&["rev-parse", "HEAD"]) + "\n");
    made.write("fork/a.md", VAGUE);
    made.commit("Take in a fork");
    let _ = made.command("git").args(["status"]).current_dir(made.root.join("fork")).output();
    assert!(ran(&made).is_some(), "the trap is none");
    let _ = fs::remove_file(made.root.with_extension("ran"));
    for args in ASKING {
        made.pingless_in("fork", args);
        assert_eq!(ran(&made), None, "{args:?}");
    }
    for args in [&["check", "fork"][..], &["check", "fork/a.md"], &["check", "--diff-base", "HEAD~1", "fork"]] {
        made.pingless(args);
        assert_eq!(ran(&made), None, "{args:?}");
    }
}

#[test]
fn nothing_is_fetched() {
    let origin = history("promisor-origin");
    origin.git(&["config", "uploadpack.allowFilter", "true"]);
    origin.git(&["config", "uploadpack.allowAnySHA1InWant", "true"]);
    origin.commit("Keep");
    let made = origin.cloned("promisor", &["--filter=blob:none", "--no-checkout"]);
    made.git(&["sparse-checkout", "set", "none"]);
    let missing = || made.git(&["rev-list", "--objects", "--all", "--missing=print"]).matches('?').count();
    let before = missing();
    assert!(before > 0, "this git clones all of it");
    for args in ASKING {
        let run = made.pingless(args);
        assert!((0..=2).contains(&run.status), "{args:?}: {run:?}");
        assert_eq!(missing(), before, "{args:?} fetched something");
    }
    let run = made.new_since("HEAD~1", &["--head", "HEAD"]);
    assert!(run.said.contains("git fetch --refetch --no-filter"), "{run:#?}");
}

#[test]
fn no_name_of_a_commit_is_an_option_or_a_command() {
    let made = history("options");
    let out = made.root.join("pwned");
    let output = format!("--output={}", out.display());
    for name in [
        "--help",
        "-p",
        "--exec=touch pwned",
        "--upload-pack=touch pwned",
        &output,
        ":(top)",
        "$(touch pwned)",
        "`touch pwned`",
        "a;touch pwned",
        "HEAD\ntouch pwned",
        "^HEAD",
        "@{-1}",
        "--",
        "",
    ] {
        let base = format!("--diff-base={name}");
        for args in [
            vec!["check", &base],
            vec!["check", "--diff-base", "HEAD~1", "--head", name],
            vec!["facts", "--diff", name],
            vec!["commits", "--", name],
            vec!["trial", "--since", name],
        ] {
            let run = made.pingless(&args);
            assert!((0..=2).contains(&run.status), "{args:?}: {run:?}");
            assert!(!out.exists(), "{args:?} wrote something");
            assert!(!run.said.contains("usage: git"), "{args:?}: {run:?}");
        }
    }
}

/// Paths and links in texts are asked of git as data.
#[test]
fn no_name_of_a_file_is_an_option_or_a_pattern() {
    let made = history("file-names");
    for name in ["--output=pwned", "-p", ":(exclude)docs", ":!docs", "$(touch pwned)", "a;touch pwned.md", "--help.md"]
    {
        made.write(format!("odd/{name}"), format!("{VAGUE}\n[a](<{name}>) [b](<../{name}>)\n"));
        made.write(name, VAGUE);
    }
    made.commit("Add odd names");
    for args in ASKING {
        let run = made.pingless(args);
        assert!((0..=2).contains(&run.status), "{args:?}: {run:?}");
        assert!(!made.root.join("pwned").exists(), "{args:?}");
    }
}
