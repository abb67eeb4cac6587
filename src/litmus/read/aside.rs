//! Commands that answer another question than the one that is asked: under a heading on another matter, in a warning, of a
//! piece, or only to be told more. What a command is for, it does not know.

use super::Reader;
use super::typed::{Typed, said_above_block};
use crate::litmus::Question::{self, Deploy, Notice, Run, Test, Undo};
use crate::text::Span;
use crate::words::list::is_among;

/// Beginnings of words in headings on another matter than how it is run.
const NOT_RUN: &[&str] = &[
    "test",
    "e2e",
    "bench",
    "lint",
    "debug",
    "troubleshoot",
    "uninstall",
    "releas",
    "upgrad",
    "migrat",
    "profil",
    "coverage",
    "format",
    "website",
    "publish",
    "note",
    "faq",
    "know",
    "client",
    "verif",
    "inspect",
    "database",
    "depend",
    "prerequisit",
    "seed",
    "asset",
    "generat",
    "clear",
    "reset",
    // What is needed beside it comes up under its own name.
    "postgre",
    "mysql",
    "redi",
    "memcache",
    "mongo",
    "kafka",
    "rabbit",
    "elasticsearch",
    "localstack",
    "dynamodb",
];

/// The same for how it is tested.
const NOT_TEST: &[&str] = &[
    "bench",
    "website",
    "triag",
    "flak",
    "debug",
    "troubleshoot",
    "load",
    "perf",
    "fuzz",
    "releas",
    "deploy",
    "updat",
    "upgrad",
    "migrat",
    "regenerat",
    "seed",
    "prerequisit",
    "hook",
];

/// The same for how it is brought out.
const NOT_DEPLOY: &[&str] = &[
    "test",
    "e2e",
    "local",
    "debug",
    "troubleshoot",
    "website",
    "preview",
    "example",
    "uninstall",
    "bench",
    "prerequisite",
    "requirement",
    "develop",
    "validat",
    "verif",
    "check",
    "rollback",
    "revert",
    "undo",
    "provision",
];

/// Beginnings of words in headings that announce another matter.
fn others(question: Question) -> &'static [&'static str] {
    match question {
        Run => NOT_RUN,
        Test => NOT_TEST,
        Deploy => NOT_DEPLOY,
        Undo => &["test", "e2e", "local", "contribut", "git", "develop", "website"],
        Notice => &["test", "e2e", "local", "develop", "website"],
        _ => &[],
    }
}

/// Whether a heading (normalised) has a word that begins so.
pub fn has_stem(heading: &str, stems: &[&str]) -> bool {
    heading.split([' ', '-', '/']).any(|word| stems.iter().any(|it| word.starts_with(it)))
}

/// Whether a heading around a place, below the title, says that it is about something else.
pub fn is_of_other_matter(reader: &Reader, question: Question, at: Span) -> bool {
    let title = reader.doc.title().map(|it| it.heading);
    let stems = others(question);
    let is_of_docs = |name: &str| name.split([' ', '-', '/']).any(|it| matches!(it, "doc" | "documentation"));
    let is_contents = |name: &str| name.starts_with("table of content") || matches!(name, "content" | "toc");
    // What builds it does not run it yet.
    const RUNS: &[&str] = &["run", "start", "us", "install", "develop", "set", "deploy", "test"];
    let builds = |name: &str| has_stem(name, &["build", "compil"]) && !has_stem(name, RUNS);
    let only_builds = |name: &str| question == Run && reader.doc.at(at).contains("build") && builds(name);
    let is_other = |name: &str| has_stem(name, stems) || is_of_docs(name) || is_contents(name) || only_builds(name);
    let mut around = reader.doc.sections_around(at.start).filter(|it| Some(it.heading) != title);
    let renews = |name: &str| has_stem(name, &["updat"]) && !has_stem(name, &["deploy", "releas", "publish"]);
    // A copy of the reader's is not what runs.
    let takes_back_or_copies =
        |name: &str| ["roll back", "rolling back", "your own"].iter().any(|it| name.contains(it));
    let brings_out_nothing = |name: &str| question == Deploy && (renews(name) || takes_back_or_copies(name));
    // What checks the style is called a test in the name of its script at most.
    let lints = |name: &str| question == Test && name.starts_with("lint") && !name.contains("test");
    let is_struck = |heading: Span| reader.doc.at(heading).contains("~~");
    // A bold line is as good as a heading.
    let label = reader.doc.label_at(at.start).filter(|it| it.bold);
    let is_labelled = label.is_some_and(|it| has_stem(&it.name, stems));
    is_labelled
        || around
            .any(|it| is_other(&it.name) || brings_out_nothing(&it.name) || lints(&it.name) || is_struck(it.heading))
}

/// Whether a command only prints how it is used, or tries what it would do.
pub fn asks_for_help(line: &str) -> bool {
    let mut words = line.split_whitespace();
    words.any(|it| {
        matches!(it, "--help" | "-h" | "help" | "--version" | "-version" | "version" | "--dry-run" | "--snapshot")
    })
}

/// Whether a command writes anew what the tests expect: whoever runs it to test learns nothing, and loses what was right.
pub fn writes_expectations(line: &str) -> bool {
    const MARKS: &[&str] = &["update", "bless", "overwrite", "regenerat", "record"];
    // `updates_test.py` is a name.
    let is_switch = |word: &str| word.starts_with('-') || word.contains('=');
    let mut words = line.split_whitespace().filter(|it| is_switch(it)).map(str::to_lowercase);
    words.any(|word| MARKS.iter().any(|it| word.contains(it)))
}

/// Whether a command builds, and tests only by the way: `mvn install`, where nothing speaks of tests.
pub fn only_builds(reader: &Reader, at: Span) -> bool {
    let heading = reader.doc.section_at(at.start).map_or("", |it| it.name.as_str());
    let line = reader.doc.lines().span(reader.doc.lines().index(at.start), reader.doc.text());
    let is_told = heading.contains("test") || reader.doc.at(line).to_lowercase().contains("test");
    reader.doc.at(at).split_whitespace().any(|it| it == "install") && !is_told
}

/// Whether a sentence tells the reader to type what stands in its midst, and does not only speak of it.
pub fn is_to_be_typed(reader: &Reader, at: Span) -> bool {
    let lines = reader.doc.lines();
    let line = lines.span(lines.index(at.start), reader.doc.text());
    is_told(reader.doc.at(Span::new(line.start, at.start)))
}

/// Whether the words on a line before a command say to type it.
fn is_told(before: &str) -> bool {
    const WARNED: &[&str] =
        &["without", "instead of", "rather than", "do not", "don't", "avoid", "no longer", "deprecated", "never"];
    const TOLD: &str = "\
        run runs running rerun re-run execute executing use uses using with via by call calling invoke type do start \
        try command commands through is";
    let before = before.to_lowercase();
    let near = before.rsplit(['.', ';']).next().unwrap_or_default();
    let is_in_case = near.trim_start().starts_with("if you are ") || near.trim_start().starts_with("when you are ");
    if is_in_case || WARNED.iter().any(|it| near.contains(it)) {
        return false;
    }
    // What is typed before it in the same breath says nothing.
    let words = before.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let mut words = words.split_whitespace().rev().filter(|it| {
        !matches!(
            it.trim_matches([',', '(', '[', '"']),
            "" | "and" | "or" | "then" | "the" | "a" | "&" | "also" | "either"
        )
    });
    let Some(last) = words.next() else { return true };
    let before = words.next().unwrap_or_default();
    let is_used = last == "by" && matches!(before, "used" | "needed" | "required" | "read");
    let is_default = last == "default" && before == "by";
    !is_used && (is_default || is_among(TOLD, last) || last.ends_with([':', '-', '\u{2013}', '\u{2014}', '*', '|']))
}

/// What has to be there before the thing itself can start.
const NEEDS: &[&str] = &["required service", "is required for", "backing service", "supporting service"];

/// Whether what stands around a command says that it only brings up what is needed.
pub fn is_for_needs(reader: &Reader, it: Typed) -> bool {
    let lines = reader.doc.lines();
    let own = lines.index(it.span.start);
    let line = |number: usize| reader.doc.at(lines.span(number, reader.doc.text())).trim().to_lowercase();
    let speaks_of_needs = |said: &str| NEEDS.iter().any(|it| said.contains(it));
    if !it.in_block {
        let said = line(own);
        return speaks_of_needs(&said) || said.contains("dependenc");
    }
    let above: Vec<String> = (0..own).rev().take(4).map(line).collect();
    let mut remarks = above.iter().take_while(|it| it.starts_with('#') || it.starts_with("//"));
    let only_builds = |said: &str| {
        said.contains("assets") && !["start", "run ", "serve", "launch"].iter().any(|it| said.contains(it))
    };
    remarks.any(|it| it.contains("dependenc"))
        || said_above_block(reader, it.span)
            .map(str::to_lowercase)
            .is_some_and(|it| speaks_of_needs(&it) || only_builds(&it))
}

/// Whether a test is one of many: a file, a name, a filter.
pub fn is_of_a_piece(line: &str) -> bool {
    const MARKS: &[&str] = &[
        "::",
        " --bin",
        " --lib",
        " --example",
        " -run",
        " -E ",
        " -F ",
        " -w ",
        "--workspace=",
        "--package",
        " -pl ",
        " -k ",
        " --doc",
        " --filter",
        " --grep",
        " -t ",
        "watch",
        "<",
        "[",
        " ...",
        "…",
        " -p ",
        "--test ",
        "path/to",
    ];
    const FILES: &[&str] = &[".py", ".ts", ".tsx", ".js", ".go", ".rs", ".rb", ".java", ".php", ".ex", ".exs"];
    MARKS.iter().any(|it| line.contains(it))
        || line.split_whitespace().skip(1).any(|word| FILES.iter().any(|it| word.ends_with(it)))
}

#[cfg(test)]
mod tests {
    use super::{asks_for_help, is_of_a_piece, is_told, writes_expectations};

    #[test]
    fn a_sentence_says_to_type_it() {
        for told in ["Run ", "- ", "can be run by calling `", "Use `make lint` and `", "The tests: `", "we run the `"] {
            assert!(is_told(told), "{told}");
        }
        for not in [
            "If you are running `",
            "Create the database used by `",
            "in a change `make build`, `",
            "passes without the `",
            "after `x` came ",
        ] {
            assert!(!is_told(not), "{not}");
        }
    }

    #[test]
    fn a_command_is_about_a_piece_or_only_tells_more() {
        assert!(asks_for_help("uv run shop --help") && !asks_for_help("make help-desk"));
        for renewed in ["UPDATE=true go test ./...", "mvn clean verify -DupdateSnapshots", "jest --updateSnapshot"] {
            assert!(writes_expectations(renewed), "{renewed}");
        }
        assert!(!writes_expectations("pytest tests/test_update.py") && !writes_expectations("make test"));
        assert!(is_of_a_piece("pytest tests/test_cart.py") && is_of_a_piece("cargo test --doc"));
        assert!(
            !is_of_a_piece("cargo test --workspace")
                && !is_of_a_piece("go test ./...")
                && !is_of_a_piece("./run_tests.py")
        );
    }
}
