//! Whoever hands on the names of changed files, as a hook does, hands on what somebody else chose.

use std::fs;
use std::path::Path;

use crate::repository::Repository;

const ASKED: &str = "# Notes\n\nPlease send the figures by EOD.\n";

#[test]
fn no_name_of_a_text_is_an_option() {
    let made = Repository::with("named-like-an-option", &[("kept.md", "kept\n"), ("-okept.md", ASKED)]);
    let folder = "--output-file=";
    made.write(format!("{folder}/kept.md"), ASKED);
    made.write("--output-file=kept.md", ASKED);
    for name in ["--output-file=kept.md", "-okept.md", "--output-file=/kept.md"] {
        let run = made.pingless(&["check", "-f", "concise", name]);
        assert_eq!(run.status, 2, "{run:#?}");
        assert!(run.said.contains(&format!("`{name}` is an option, and a file here is called so")), "{run:#?}");
        assert!(run.said.contains(&format!("`./{name}`")), "{run:#?}");
        for named in [&["--", name][..], &[&format!("./{name}")]] {
            let run = made.pingless(&[&["check", "-f", "concise"], named].concat());
            assert!(run.status == 0 && run.out.starts_with(name) && run.out.contains("ambiguous-deadline"), "{run:#?}");
        }
        assert_eq!(made.read("kept.md"), "kept\n");
    }
    // Nothing is called so: it is what it says.
    assert_eq!(made.pingless(&["check", "--output-file=out.txt", "kept.md"]).status, 0);
    assert!(made.root.join("out.txt").is_file());
}

/// Behind `--` no name is an option, whatever flags come before it.
#[test]
fn a_hook_that_is_given_names_puts_an_end_to_options() {
    let read = |name: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("it is there");
    let manifest = read(".pre-commit-hooks.yaml");
    let hooks: Vec<&str> = manifest.split("- id: ").skip(1).collect();
    for hook in hooks.iter().filter(|it| it.contains("entry: pingless check") && !it.contains("pass_filenames: false"))
    {
        assert!(hook.contains("\n  args: [--]\n"), "{hook}");
    }
    assert!(hooks.len() >= 4, "{manifest}");
    let shown: Vec<String> =
        read("README.md").split("`args: [").skip(1).map(|it| it[..it.find(']').unwrap_or(0)].to_owned()).collect();
    assert!(!shown.is_empty() && shown.iter().all(|it| it.ends_with(", --")), "{shown:?}");
}
