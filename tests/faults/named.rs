//! Names that are no UTF-8, and names that look alike once they are written down.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;

use crate::machine::{PROGRAM, documents, ended, pingless, skipped, stale};
use crate::repository::Repository;

#[test]
fn every_file_is_read_whatever_it_is_called() {
    let made = Repository::new("names");
    let names: [&[u8]; 5] = [b"a\xff.md", b"a\xfe.md", b"b\\c.md", b"line\nend.md", b"-q.md"];
    for name in names {
        if fs::write(made.root.join(OsStr::from_bytes(name)), stale()).is_err() {
            return skipped("every_file_is_read_whatever_it_is_called", "this disk takes no such names");
        }
    }
    made.write("b/c.md", stale());
    let run = pingless(&made, &["check", "--exit-zero", "-f", "json"]);
    assert_eq!(documents(&run).len(), 6, "{run:#?}");
    for name in names {
        let named = ended(
            made.command(PROGRAM).args(["check", "--exit-zero", "-f", "json", "--"]).arg(OsStr::from_bytes(name)),
        );
        assert_eq!((named.status, documents(&named).len()), (Some(0), 1), "{named:#?}");
    }
}

#[test]
fn of_two_files_that_are_called_the_same_none_is_written() {
    let made = Repository::new("same");
    made.write("plain.md", stale());
    for (number, name) in [&b"a\xff.md"[..], b"a\xfe.md"].into_iter().enumerate() {
        let text = format!("{}\nIt is number {number}.\n", stale());
        if fs::write(made.root.join(OsStr::from_bytes(name)), text).is_err() {
            return skipped("of_two_files_that_are_called_the_same_none_is_written", "this disk takes no such names");
        }
    }
    let run = pingless(&made, &["check", "--fix"]).says(2, &["another file is called the same"]);
    assert!(run.said.contains("in 1 file"), "{run:#?}");
    for (number, name) in [&b"a\xff.md"[..], b"a\xfe.md"].into_iter().enumerate() {
        let now = fs::read_to_string(made.root.join(OsStr::from_bytes(name))).expect("it is there");
        assert_eq!(now, format!("{}\nIt is number {number}.\n", stale()));
    }
    assert!(!made.read("plain.md").contains("allow"));
}

#[test]
fn one_strange_name_is_written() {
    let made = Repository::new("strange");
    let path = made.root.join(OsStr::from_bytes(b"a\xff.md"));
    if fs::write(&path, stale()).is_err() {
        return skipped("one_strange_name_is_written", "this disk takes no such names");
    }
    let patch = pingless(&made, &["check", "--diff"]).says(1, &[]).out;
    assert!(patch.starts_with("--- \"a\\377.md\"\n"), "{patch}");
    pingless(&made, &["check", "--fix"]).says(0, &["in 1 file"]);
    assert!(!fs::read_to_string(&path).expect("it is there").contains("allow"));
}
