//! A machine that has no more to give: files that may be open, threads.

use crate::machine::{VAGUE, under};
use crate::repository::Repository;

#[test]
fn with_few_files_open_at_once_a_run_ends_and_says_what_it_lacked() {
    let made = Repository::new("few-files");
    for folder in 0..12 {
        for number in 0..8 {
            made.write(format!("{folder}/deep/{number}.md"), VAGUE);
        }
    }
    made.commit("Begin");
    made.write("0/deep/0.md", "# Plan\n\nPlease send it by EOW.\n");
    for limit in [4, 5, 6, 8, 12, 16, 24] {
        for args in [
            &["check", "--fail-on", "never"][..],
            &["check", "--fail-on", "never", "--diff-base", "HEAD"],
            &["check", "--fail-on", "never", "-o", "json=out.json"],
            &["facts"],
            &["trial"],
            &["litmus"],
            &["baseline", "--baseline", "known.jsonl"],
        ] {
            let run = under(&made, &format!("ulimit -n {limit}"), args);
            assert!(matches!(run.status, Some(0..=2) | Some(127)), "{limit} {args:?}: {run:#?}");
            assert!(!run.said.contains("git is not installed"), "{limit} {args:?}: {run:#?}");
        }
    }
    let run = under(&made, "ulimit -n 16", &["check", "--fail-on", "never", "-j", "1"]);
    run.says(0, &["read 96 documents"]);
}

#[test]
fn any_number_of_threads_is_borne() {
    let made = Repository::with("threads", &[("a.md", VAGUE)]);
    for jobs in ["1", "2", "64", "100000"] {
        under(&made, "true", &["check", "--fail-on", "never", "-j", jobs]).says(0, &["read 1 document"]);
    }
}
