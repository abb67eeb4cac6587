//! What a fork writes into a repository leads to nothing outside of it.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use crate::repository::{Repository, Run};

/// In no output, whatever a repository holds.
const SECRET: &str = "hunter2-is-the-password";

/// A repository beside something that is not for everybody, and the way to it.
fn beside(name: &str) -> (Repository, String) {
    let made = Repository::with(
        name,
        &[("docs/a.md", "# A\n\nSee [it](secret.md#part) and [that](../../secret/key.md#x).\n")],
    );
    let secret = made.root.with_file_name("secret");
    fs::create_dir_all(&secret).expect("it can be made");
    for file in ["key.md", "key.toml", "key.txt", "rules/when/key.md"] {
        let path = secret.join(file);
        fs::create_dir_all(path.parent().expect("it has one")).expect("it can be made");
        fs::write(path, format!("# {SECRET}\n\n{SECRET} = {SECRET} by EOD\n")).expect("it can be written");
    }
    (made, secret.to_string_lossy().into_owned())
}

#[track_caller]
fn is_kept(run: &Run) {
    assert!(!run.out.contains(SECRET) && !run.said.contains(SECRET), "{run:#?}");
}

fn all(made: &Repository) -> Vec<Run> {
    [
        &["check"][..],
        &["check", "-f", "json"],
        &["check", "docs/a.md"],
        &["config", "docs/a.md"],
        &["rules"],
        &["facts"],
        &["litmus"],
        &["decisions"],
        &["baseline", "--baseline", "out.jsonl"],
        &["init", "--dry-run"],
        &["test", ".pingless/rules"],
    ]
    .into_iter()
    .map(|args| made.pingless(args))
    .collect()
}

#[test]
fn a_configuration_extends_nothing_outside() {
    let (made, secret) = beside("extends");
    for path in ["../secret/key.toml", &format!("{secret}/key.toml"), "docs/../../secret/key.toml", "link.toml"] {
        let _ = symlink("../secret/key.toml", made.root.join("link.toml"));
        made.write("pingless.toml", format!("extend = \"{path}\"\n"));
        all(&made).iter().for_each(is_kept);
        let run = made.pingless(&["check"]);
        assert_eq!(run.status, 2, "{run:#?}");
        assert!(run.said.contains("lies outside of the repository"), "{run:#?}");
    }
    // Without a repository around it there is no outside.
    fs::remove_dir_all(made.root.join(".git")).expect("it is there");
    made.write("base/pingless.toml", "pedantic = true\n");
    made.write("own/pingless.toml", "extend = \"../base/pingless.toml\"\n");
    made.write("own/a.md", "# A\n");
    assert!(!made.pingless(&["check", "own/a.md"]).said.contains("outside"));
}

/// An archive has no repository around it.
#[test]
fn of_what_lies_elsewhere_no_line_is_shown() {
    let root = std::env::temp_dir().join(format!("pingless-elsewhere-{}", std::process::id()));
    let (own, secret) = (root.join("own"), root.join("secret.toml"));
    fs::create_dir_all(&own).expect("it can be made");
    fs::write(&secret, format!("{SECRET} = {SECRET} by EOD\n")).expect("it can be written");
    fs::write(own.join("a.md"), "# A\n").expect("it can be written");
    for path in ["../secret.toml", &secret.to_string_lossy()] {
        fs::write(own.join("pingless.toml"), format!("extend = {path:?}\n")).expect("it can be written");
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_pingless"))
            .current_dir(&own)
            .args(["check", "a.md"])
            .output();
        let run = run.expect("it runs");
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.code() == Some(2) && !said.contains(SECRET), "{said}");
        assert!(said.contains("no configuration that can be read"), "{said}");
    }
    fs::remove_dir_all(&root).expect("it can be removed");
}

#[test]
fn no_link_shows_what_lies_outside() {
    let links = [
        (".pingless.toml", "key.toml", "it leads out of the repository"),
        ("pyproject.toml", "key.toml", "it leads out of the repository"),
        (".pingless/rules/when/key.md", "key.md", "it leads out of the repository"),
        (".pingless/rules", "rules", "it leads out of the repository"),
        (".github/PULL_REQUEST_TEMPLATE.md", "key.md", "it leads out of the repository"),
        (".pingless-baseline.jsonl", "key.txt", "it leads out of the repository"),
        ("CODEOWNERS", "key.txt", ""),
        ("docs/secret.md", "key.md", ""),
        ("docs/more", ".", ""),
        (".gitattributes", "key.txt", ""),
    ];
    for (link, target, said) in links {
        let (made, secret) = beside("links");
        let path = made.root.join(link);
        fs::create_dir_all(path.parent().expect("it has one")).expect("it can be made");
        symlink(format!("{secret}/{target}"), path).expect("a link can be made");
        all(&made).iter().for_each(is_kept);
        let run = made.pingless(&["check"]);
        assert!(run.said.contains(said), "{link}: {run:#?}");
    }
}

/// A link to a file that is not there would make it, wherever that is.
#[test]
fn no_link_of_a_repository_makes_a_file_outside() {
    for (link, args) in [(".pingless-baseline.jsonl", &["baseline"][..]), ("pingless.toml", &["init", "--yes"])] {
        let (made, secret) = beside("dangling");
        made.write("docs/vague.md", "Please do it by EOD tomorrow.\n");
        symlink(format!("{secret}/made"), made.root.join(link)).expect("a link can be made");
        let run = made.pingless(args);
        assert!(!Path::new(&secret).join("made").exists(), "{run:#?}");
        assert!(made.root.join(link).is_symlink(), "{run:#?}");
    }
}
