//! How many instructions the program takes. A clock says little on a busy machine; instructions are nearly the same in
//! every run, so five of a hundred more are told, and not more than that is noise.
//!
//! The program is counted as it is shipped. What `cargo test` builds is not optimised: there our own lines weigh too much
//! beside the parsers, and a loop that reads better can cost what nobody ever pays. The figures in
//! `instructions.tsv` hold for one compiler and one platform; on another the test is skipped by name. What the library of
//! the system does is counted, too: another version of it moves memory with other instructions, if not with many others.
//!
//! One text shows what it costs to start and to make patterns ready, the folder what each further text costs. Fewer
//! instructions are no failure, but the figures should follow, or as many could creep back:
//!
//! ```sh
//! SNAPSHOTS=overwrite cargo test --test valgrind -- --ignored instructions
//! ```

use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use crate::corpus::{self, Form};
use crate::{ended, folder, released, skipped, valgrind};

const FIGURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/valgrind/instructions.tsv");
const TEST: &str = "instructions::no_more_than_before";

/// So many of a hundred are no regression.
const NOISE: u64 = 5;

/// What is counted: a text in which nothing is to be done, one of each form, and a folder.
const RUNS: &[(&str, &[&str])] = &[
    ("start", &["empty.md"]),
    ("plain", &["plain.md"]),
    ("linked", &["linked.md"]),
    ("marked", &["marked.md"]),
    ("parsed", &["--ast=always", "mixed-1.md"]),
    ("folder", &["."]),
];

fn texts() -> Vec<(String, String)> {
    let one = |name: &str, form| (format!("{name}.md"), corpus::text(form, 0, 50 << 10));
    let mixed = (1..9).map(|number| (format!("mixed-{number}.md"), corpus::text(Form::Mixed, number, 20 << 10)));
    let forms = [one("plain", Form::Plain), one("linked", Form::Linked), one("marked", Form::Marked)];
    mixed.chain(forms).chain([("empty.md".to_owned(), "Hi\n".to_owned())]).collect()
}

/// The compiler and the platform, in one line.
fn compiler() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("rustc runs where cargo does");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = |key: &str| said.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default().trim().to_owned();
    format!("{} {}", line("release:"), line("host:"))
}

fn count(program: &Path, args: &[&str], texts: &Path) -> Option<u64> {
    let mut command = valgrind(TEST, texts)?;
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(program);
    let (output, said) = ended(command.args(["check", "--isolated", "--exit-zero", "--jobs=1"]).args(args));
    assert!(output.status.success(), "{said}");
    let collected = said.lines().find_map(|line| line.split_once("Collected :")).expect("callgrind counts");
    Some(collected.1.trim().parse().expect("a number"))
}

/// The figures: the compiler, and what each run took with it.
fn known() -> (String, Vec<(String, u64)>) {
    let text = fs::read_to_string(FIGURES).expect("the figures are there");
    let mut lines = text.lines().filter_map(|line| line.split_once('\t'));
    let compiler = lines.next().expect("a compiler").1.to_owned();
    (compiler, lines.map(|(run, took)| (run.to_owned(), took.parse().expect("a number"))).collect())
}

#[test]
#[ignore = "slow: it builds the program as it is shipped"]
fn no_more_than_before() {
    let is_blessed = env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite");
    let (compiler, now) = (known().0, compiler());
    if compiler != now && !is_blessed {
        return skipped(TEST, &format!("the figures are those of rustc {compiler}, and this is {now}"));
    }
    let folder = folder(texts());
    if valgrind(TEST, folder.path()).is_none() {
        return;
    }
    let program = released();
    let took = RUNS.iter().map(|(name, args)| (*name, count(&program, args, folder.path()).expect("it is there")));
    let took: Vec<(&str, u64)> = took.collect();
    if is_blessed {
        let rows = took.iter().fold(format!("rustc\t{now}\n"), |mut rows, (name, took)| {
            let _ = writeln!(rows, "{name}\t{took}");
            rows
        });
        return fs::write(FIGURES, rows).expect("the figures can be written");
    }
    let mut more = Vec::new();
    for ((name, took), (known_name, known)) in took.iter().zip(known().1) {
        assert_eq!(*name, known_name, "bless the figures");
        let ratio = *took as f64 * 100.0 / known as f64;
        eprintln!("{name}: {took} instructions, {ratio:.1} % of {known}");
        if *took > known + known * NOISE / 100 {
            more.push(format!("{name}: {took} instructions, {:.1} % more than {known}", ratio - 100.0));
        }
    }
    assert!(more.is_empty(), "{}\nWhere that is its price: SNAPSHOTS=overwrite", more.join("\n"));
}
