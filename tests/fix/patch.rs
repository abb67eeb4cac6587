//! A patch is what git takes for one, and leads from one text to the other.

use pingless::report::diff::{Eyes, print};
use proptest::prelude::*;

use crate::repository::Repository;

const PLAIN: Eyes = Eyes { color: false, terminal: false, obeyed: false };
const OBEYED: Eyes = Eyes { obeyed: true, ..PLAIN };

/// What a patch makes of a text, line by line; none where it does not fit.
fn applied(before: &str, patch: &str) -> Option<String> {
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let mut new = String::new();
    let mut at = 0;
    let mut lines = patch.split_inclusive('\n').skip(2).peekable();
    while let Some(head) = lines.next() {
        let head = head.strip_prefix("@@ -")?.strip_suffix(" @@\n")?;
        let (old_side, new_side) = head.split_once(" +")?;
        let side = |it: &str| it.split_once(',').map(|(at, len)| Some((at.parse().ok()?, len.parse().ok()?)));
        let ((start, old_len), (_, new_len)): ((usize, usize), (usize, usize)) = (side(old_side)??, side(new_side)??);
        let start = if old_len == 0 { start } else { start - 1 };
        old[at..start].iter().for_each(|it| new.push_str(it));
        at = start;
        let (mut taken, mut given) = (0, 0);
        while taken < old_len || given < new_len {
            let line = lines.next()?;
            let (mark, mut text) = line.split_at(1);
            if lines.peek().is_some_and(|it| it.starts_with('\\')) {
                lines.next();
                text = text.strip_suffix('\n')?;
            }
            if mark != "+" {
                (*old.get(at)? == text).then_some(())?;
                at += 1;
                taken += 1;
            }
            if mark != "-" {
                new.push_str(text);
                given += 1;
            }
        }
    }
    old[at..].iter().for_each(|it| new.push_str(it));
    Some(new)
}

proptest! {
    #[test]
    fn it_leads_from_one_text_to_the_other(
        before in prop::collection::vec(prop::sample::select(&["a\n", "b\n", "c\r\n", "\n", "é\n", "+\n", "- x\n", "::a\n", "  ::b\n", "z"][..]), 0..40),
        edits in prop::collection::vec((0_usize..40, prop::sample::select(&["", "a\n", "new\n", "end"][..])), 0..6),
    ) {
        let mut after = before.clone();
        for (at, line) in edits {
            if at < after.len() { after[at] = line } else { after.push(line) }
        }
        let (before, after) = (before.concat(), after.concat());
        for eyes in [PLAIN, OBEYED] {
            let patch = print("a.md", &before, &after, eyes);
            prop_assert_eq!(patch.is_empty(), before == after);
            if !patch.is_empty() {
                let made = applied(&before, &patch);
                prop_assert_eq!(made.as_deref(), Some(after.as_str()), "{}", patch);
            }
            prop_assert!(!eyes.obeyed || !patch.lines().any(|it| it.trim_start().starts_with("::")), "{}", patch);
        }
    }
}

#[test]
fn git_takes_it() {
    let lines: Vec<String> = (1..=40).map(|it| format!("line {it}\n")).collect();
    let far: String = lines.iter().map(|it| if it.contains('7') { format!("new {it}") } else { it.clone() }).collect();
    let texts = [
        (lines.concat(), far),
        ("one\ntwo".to_owned(), "one\nthree".to_owned()),
        ("one\r\ntwo\r\n".to_owned(), "one\r\nthree\r\n".to_owned()),
        ("one\n".to_owned(), String::new()),
        ("a\nb\nc\nd\ne\nf\n".to_owned(), "a\nb\nc\nd\nE\nf\n".to_owned()),
        // What a runner would obey, between, beside and behind what changes.
        ("::a\nb\n::c\nd\ne\n::f\ng\n".to_owned(), "::a\nb\n::c\nD\ne\n::f\ng\n".to_owned()),
        (
            "a\nb\n::c\nd\n::e\n::f\n ::g\n::h\ni\nj\n".to_owned(),
            "a\nb\n::c\nD\n::e\n::f\n ::g\n::h\ni\nJ\n".to_owned(),
        ),
        ("a\nb\n::c\n::d\n::e".to_owned(), "a\nB\n::c\n::d\n::e".to_owned()),
        ("b\n:::tip\nc\nd\n".to_owned(), "a\nb\n:::tip\nc\nd\n".to_owned()),
    ];
    let eyes = [PLAIN, OBEYED];
    for (number, ((before, after), eyes)) in texts.iter().flat_map(|it| eyes.map(|eyes| (it, eyes))).enumerate() {
        let made = Repository::with(&format!("patch-{number}"), &[("docs/a b.md", before)]);
        made.write("fix.patch", print("docs/a b.md", before, after, eyes));
        made.git(&["apply", "-p0", "--whitespace=nowarn", "fix.patch"]);
        // A patch that leaves nothing of a file may take the file away.
        let now = std::fs::read_to_string(made.root.join("docs/a b.md")).unwrap_or_default();
        assert_eq!(&now, after);
    }
}

/// With GNU's program as well, where it is installed.
#[test]
fn any_name_is_found_again() {
    use std::process::{Command, Stdio};

    let has_patch = Command::new("patch").arg("--version").stdout(Stdio::null()).status().is_ok_and(|it| it.success());
    for (number, name) in ["a b.md", "tab\tb.md", "line\nb.md", "q\"uote.md", "sla\\sh.md", "é ö.md"].iter().enumerate()
    {
        let patch = print(name, "one\n", "two\n", PLAIN);
        let made = Repository::with(&format!("name-{number}"), &[(name, "one\n")]);
        made.write("fix.patch", &patch);
        made.git(&["apply", "-p0", "fix.patch"]);
        assert_eq!(made.read(name), "two\n", "{patch}");
        if has_patch {
            made.write(name, "one\n");
            let run = made.command("patch").args(["-p0", "-i", "fix.patch"]).output().expect("it runs");
            assert!(run.status.success(), "{patch}{}", String::from_utf8_lossy(&run.stdout));
            assert_eq!(made.read(name), "two\n", "{patch}");
        }
    }
    assert!(print(b"a\xff.md", "one\n", "two\n", PLAIN).starts_with("--- \"a\\377.md\"\n"));
}

#[test]
fn a_terminal_gets_no_orders_of_a_stranger() {
    let shown = print("a\u{1b}[2J.md", "x\u{1b}[31m\r\n", "y\u{1b}[31m\r\n", Eyes { terminal: true, ..PLAIN });
    assert!(!shown.contains('\u{1b}') && !shown.contains('\r'), "{shown:?}");
    let kept = print("a.md", "x\u{1b}[31m\r\n", "y\u{1b}[31m\r\n", PLAIN);
    assert!(kept.contains("-x\u{1b}[31m\r\n"), "{kept:?}");
}

/// The line above is one of a container, as pages for many a generator have it.
const TIP: &str = "# Notes\n\n:::tip\nIt works.\n:::\n\n\
                   <!-- pingless: allow ambiguous-deadline: long ago -->\n\nIt does.\nThe rest.\n";

#[test]
fn what_a_runner_would_obey_is_in_no_patch_and_the_patch_is_the_patch() {
    let made = Repository::with("obeyed", &[("d.md", TIP)]);
    let args = ["check", "--isolated", "--diff", "d.md"];
    let ended = |command: &mut std::process::Command| command.env("GITHUB_ACTIONS", "true").output().expect("it runs");
    let run = ended(made.command(env!("CARGO_BIN_EXE_pingless")).args(args));
    let patch = String::from_utf8(run.stdout).expect("UTF-8");
    assert!(patch.contains("-:::\n+:::\n"), "{patch}{}", String::from_utf8_lossy(&run.stderr));
    assert!(!patch.lines().any(|it| it.trim_start().starts_with("::")), "{patch}");
    made.write("fix.patch", patch);
    made.git(&["apply", "-p0", "fix.patch"]);
    let mended = made.read("d.md");
    assert!(mended != TIP && mended.contains("\n:::\n"), "{mended}");
    // An order in the midst of a line has no other form: a pipe gets none, and a file gets every byte.
    let text = TIP.replace("The rest.", "A ##[group] of people.");
    made.write("d.md", &text);
    let run = ended(made.command(env!("CARGO_BIN_EXE_pingless")).args(args));
    assert!(!String::from_utf8_lossy(&run.stdout).contains("##["));
    assert!(String::from_utf8_lossy(&run.stderr).contains("gets every byte"));
    let file = std::fs::File::create(made.root.join("fix.patch")).expect("a file");
    ended(made.command(env!("CARGO_BIN_EXE_pingless")).args(args).stdout(file));
    assert!(made.read("fix.patch").contains("\n :::\n"));
    made.git(&["apply", "-p0", "fix.patch"]);
    assert_ne!(made.read("d.md"), text);
}
