//! A small world of its own for the tests of reports: two house pages, and texts that are hard to count in.

use std::fs;
use std::path::{Path, PathBuf};

use pingless::config::Policy;
use pingless::finding::{Edit, Label, Suggestion};
use pingless::lint;
use pingless::rule::Catalog;
use pingless::settle::{Notice, Report};
use pingless::text::{Source, Span};

/// The word that the house rule flags, wherever it stands.
pub const WORD: &str = "soonish";
pub const RULE: &str = "house-word";
/// The rule that misses something in a ticket.
pub const NEED: &str = "house-ticket.owner";

/// A rule on a word, and a kind with one need.
pub const PAGES: &[(&str, &str)] = &[
    (
        "when/house-word.md",
        "---
summary: this word names no day
question: Which day is {soonish} [here](1)?
level: error
since: 0.1.0
help: write the date
phrases: { any: [soonish], label: which day? }
---

Nobody here ever meant the same day.

````md bad
I reply soonish.
````

````md good
I reply on 2026-11-20.
````
",
    ),
    (
        "document/house-ticket.md",
        "---
summary: a ticket that somebody else will work on
since: 0.1.0
recognise: { paths: ['tickets/**'] }
needs:
  owner:
    summary: nobody owns this ticket
    question: Who works on this next?
    level: warn
    confidence: high
    headings: [owner]
---

A ticket waits for the one who thinks that it is theirs.

````md bad
# The build is red

It fails since the last merge of yesterday.
````

````md good
# The build is red

## Owner

Ana Lindqvist works on it.
````
",
    ),
];

/// Names and texts. Each holds [`WORD`], except for the ticket, which lacks an owner.
pub const TEXTS: &[(&str, &str)] = &[
    ("docs/a é#1?.md", "# Café ☕\n\n😀 é the fix comes soonish, and the docs come soonish too.\n"),
    ("docs/bom.md", "\u{feff}Déjà: it comes soonish.\n\nAgain soonish.\n"),
    ("docs/crlf.md", "# Plan\r\n\r\n- é the first part comes soonish\r\n- 👩\u{200d}💻 the second soonish\r\n"),
    ("docs/mac.md", "It is one line here\rand é soonish there\r"),
    ("docs/no end.md", "the reply is due soonish"),
    ("evil\n\u{1b}[31m\u{202e}dm.md", "It is \u{202e}soonish\u{202c} and \u{9b}31m soonish \u{1b}]0;soonish\u{7}.\n"),
    ("tickets/строка 😀.md", "# The build is red 😀\n\nIt fails since the last merge of the day.\n"),
];

pub fn catalog() -> Catalog {
    let pages: Vec<(String, String)> = PAGES.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect();
    Catalog::with_user_pages(&pages).expect("the house pages are in their form")
}

/// Every text judged; the first finding has related places before and behind it, and two ways to mend it.
pub fn report(catalog: &Catalog) -> Report {
    let policy = Policy::default();
    let mut report = Report::default();
    for (name, text) in TEXTS {
        report.documents.push(lint::check(&Source::file(*name, *text), catalog, &policy));
    }
    let message = Source::unnamed("<stdin>", "I answer é soonish.");
    report.documents.push(lint::check(&message, catalog, &policy));
    let document = &mut report.documents[0];
    let text = document.text.text().to_owned();
    let span = |needle: &str| {
        let at = text.find(needle).expect("the sample holds it");
        Span::new(at, at + needle.len())
    };
    let label = |needle: &str, text: &str| Label { span: span(needle), text: text.into() };
    let finding = document.findings.iter_mut().find(|it| it.rule == RULE).expect("the word is flagged");
    finding.related = vec![label("Café ☕", r"the [title](7) of C:\this"), label("too", "{0} again")];
    let edit = |text: &str| Edit { span: span(WORD), text: text.into() };
    finding.suggestions = vec![
        Suggestion { title: "name the day".into(), safe: false, edits: vec![edit("on 2026-11-20")] },
        Suggestion { title: "leave it out".into(), safe: true, edits: vec![edit("")] },
    ];
    for (path, fatal) in [("docs/bin ary.md", false), ("no/such\u{202e}.md", true)] {
        let (message, help) = ("it is binary".into(), "exclude it in `.pinglessignore`".into());
        report.notices.push(Notice { path: path.into(), message, help, fatal });
    }
    report
}

/// The same world on disk, as a fresh folder: the house pages and every text.
pub fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // It is not there in the first run.
    let _ = fs::remove_dir_all(&root);
    let write = |path: PathBuf, text: &str| {
        fs::create_dir_all(path.parent().expect("it is below the root")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    for (path, text) in PAGES {
        write(root.join(".pingless/rules").join(path), text);
    }
    for (name, text) in TEXTS.iter().filter(|(name, _)| cfg!(unix) || !name.contains(['\n', '?'])) {
        write(root.join(name), text);
    }
    root
}
