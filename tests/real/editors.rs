//! Our server and our lines in the hands of editors, without a screen.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{client, readme};

const TEXT: &str = "# R\u{e9}sum\u{e9} \u{1f600}, 2026-11-18\n\n\u{e9}t\u{e9} \u{1f44b}\u{1f3fd}: please review by EOD, thanks.\nLi ships it by Friday.\n";

/// A folder with a text, of which an editor knows nothing yet.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("editors").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("plan.md"), TEXT).expect("a file");
    folder
}

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real").join(name)
}

#[test]
fn neovim_shows_applies_and_moves() {
    let Some(editor) = client::find("Neovim", &["nvim"]) else { return };
    let folder = folder("neovim");
    let notes = folder.join("notes.txt");
    let mut run = Command::new(editor);
    run.args(["--headless", "-u", "NONE", "-i", "NONE", "plan.md", "-c"]);
    run.arg(format!("luafile {}", script("neovim.lua").display()));
    run.current_dir(&folder).env("NOTES", &notes).env("PINGLESS", env!("CARGO_BIN_EXE_pingless"));
    run.env("XDG_STATE_HOME", &folder).env("XDG_CACHE_HOME", &folder).env("XDG_CONFIG_HOME", &folder);
    let output = run.output().expect("it starts");
    let told = fs::read_to_string(&notes).unwrap_or_default();
    let lines: Vec<&str> = told.lines().collect();
    let expected = [
        "there true",
        "opened ambiguous-deadline 2: by EOD",
        "opened ambiguous-deadline 3: by Friday",
        "moved true",
        "edited ambiguous-deadline 4: by EOD",
        "edited ambiguous-deadline 5: by Friday",
        "allowed true",
        "written true",
        "acted ambiguous-deadline 4: by EOD",
        "acted ineffective-comment 4: allow ambiguous-deadline:",
        "| # R\u{e9}sum\u{e9} \u{1f600}, 2026-11-18",
        "| ",
        "| \u{1f980} \u{e9}t\u{e9}",
        "| ",
        "| \u{1f44b}\u{1f3fd} \u{e9}t\u{e9} \u{1f44b}\u{1f3fd}: please review by EOD, thanks. <!-- pingless: allow ambiguous-deadline: -->",
        "| Li ships it by 2026-11-20.",
        "done",
    ];
    assert_eq!(lines, expected, "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn emacs_marks_what_a_line_says() {
    let Some(editor) = client::find("Emacs", &["emacs"]) else { return };
    let folder = folder("emacs");
    let mut run = Command::new(editor);
    let backend = readme::block("elisp", "defun pingless-flymake");
    fs::write(folder.join("backend.el"), backend).expect("a file");
    run.args(["-Q", "--batch", "-l"]).arg(script("flymake.el")).arg(folder.join("backend.el")).arg("plan.md");
    run.current_dir(&folder).env("PATH", client::path_with_ours()).env("HOME", &folder);
    let output = run.output().expect("it starts");
    let told = String::from_utf8_lossy(&output.stdout);
    let lines: Vec<&str> = told.lines().collect();
    let expected = ["3 by: warn[ambiguous-deadline", "4 by: note[ambiguous-deadline"];
    assert_eq!(lines, expected, "{}", String::from_utf8_lossy(&output.stderr));
}
