//! Any text: no panic, no span outside of the text or inside a character, the same answer twice, in time and memory.

#[path = "robust/again.rs"]
mod again;
#[path = "robust/beside.rs"]
mod beside;
#[path = "bench/released.rs"]
mod released;
#[path = "robust/repeats.rs"]
mod repeats;
#[path = "robust/said.rs"]
mod said;
#[path = "ast/texts.rs"]
#[allow(dead_code, reason = "others read the files, too")]
mod texts;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use pingless::config::Policy;
use pingless::document::{Document, Prose};
use pingless::finding::Finding;
use pingless::lint;
use pingless::rule::{Catalog, KindPage};
use pingless::template::Template;
use pingless::text::{Source, Span};
use proptest::prelude::*;

/// What texts are made of: marks of Markdown, words that rules look for, and letters that take several bytes.
const TOKENS: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    "    ",
    "# ",
    "## ",
    "###",
    " ##",
    "\n===\n",
    "\n---\n",
    "- ",
    "* ",
    "1. ",
    "- [ ] ",
    "- [x] ",
    "> ",
    "> [!NOTE]\n> ",
    "```\n",
    "```sh\n",
    "~~~\n",
    "`",
    "``",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "[",
    "]",
    "](",
    ")",
    "![",
    "[a](b)",
    "[a][b]",
    "\n[b]: http://x.y\n",
    "[^1]",
    "\n[^1]: note\n",
    "<",
    ">",
    "<!-- ",
    " -->",
    "<!-- pingless: allow ambiguous-deadline: why -->",
    "<!-- pingless: ",
    "<b>",
    "</b>",
    "<br>",
    "<div>\n",
    "</div>\n",
    "<details>\n<summary>",
    "</summary>\n",
    "</details>\n",
    "<pre>",
    "<code>",
    "|",
    "| a | b |\n|---|---|\n",
    "| | |\n",
    "\\",
    "\\|",
    "$",
    "&amp;",
    "&nbsp;",
    "&",
    "\u{0}",
    "\u{feff}",
    "---\n",
    "+++\n",
    "...\n",
    "key: value\n",
    "**Owner:** ",
    "Owner: ",
    "Due: ",
    "{",
    "}",
    "\"",
    "\u{201c}",
    "\u{201d}",
    "http://x.y/z",
    "www.x.y",
    "a@b.com",
    "@ada",
    "by EOD",
    "by Friday",
    "tomorrow",
    "2026-11-20",
    "10:00",
    " UTC",
    "TODO",
    "TBD",
    "we",
    "will",
    "should",
    "asap",
    "it",
    "crash",
    "please",
    "could you",
    "decided",
    "discussed",
    "as",
    "is",
    "the",
    "a",
    "word",
    "Sentence. ",
    "Really? ",
    "e.g. ",
    "\u{e9}",
    "\u{130}",
    "\u{df}",
    "\u{fb01}",
    "\u{1f600}",
    "\u{65e5}\u{672c}\u{8a9e}",
    "\u{3002}",
    "\u{fffc}",
    "\u{200b}",
    "\u{a0}",
    "\u{301}",
    "ERROR 2026-11-20 10:00 x\n",
];

fn markdown() -> impl Strategy<Value = String> {
    let token = prop_oneof![12 => prop::sample::select(TOKENS).prop_map(str::to_owned), 1 => "\\PC{0,8}"];
    prop::collection::vec(token, 0..60).prop_map(|tokens| tokens.concat())
}

/// The end of a text, where what differs from case to case stands.
fn tail(text: &str) -> String {
    let tail: Vec<char> = text.chars().rev().take(300).collect();
    format!("{:?}", tail.into_iter().rev().collect::<String>())
}

#[track_caller]
fn assert_inside(text: &str, span: Span, what: &str) {
    assert!(text.get(span.range()).is_some(), "{what} at {span:?} is no part of {}", tail(text));
}

fn spans(finding: &Finding) -> impl Iterator<Item = Span> + '_ {
    let edits = finding.suggestions.iter().flat_map(|it| &it.edits).map(|edit| edit.span);
    finding.related.iter().map(|label| label.span).chain([finding.at.span]).chain(edits)
}

/// Judges a text as a document of one kind, twice.
fn judge(source: &Source, catalog: &Catalog) {
    let policy = Policy { pedantic: true, ..Policy::default() };
    let checked = lint::check(source, catalog, &policy);
    for finding in &checked.findings {
        spans(finding).for_each(|span| assert_inside(&source.text, span, &finding.rule));
    }
    let is_sorted = checked.findings.is_sorted_by_key(|it| (it.at.span, it.rule.clone()));
    assert!(is_sorted, "findings are out of order in {}", tail(&source.text));
    for answer in &checked.slots {
        answer.evidence.iter().for_each(|it| assert_inside(&source.text, it.span, &answer.slot));
    }
    let again = lint::check(source, catalog, &policy);
    assert_eq!(checked.findings, again.findings, "another answer for {}", tail(&source.text));
}

/// Everything that a document answers lies in its text.
fn model(doc: &Document) {
    let inside = |span: Span, what: &str| assert_inside(doc.text(), span, what);
    inside(doc.head(), "the head");
    doc.passages().iter().flat_map(|it| it.content.iter().chain([&it.span])).for_each(|it| inside(*it, "a passage"));
    for it in doc.sections() {
        [it.heading, it.body, it.lead].into_iter().for_each(|span| inside(span, "a section"));
    }
    for it in doc.labels() {
        [it.key, it.value, it.body].into_iter().for_each(|span| inside(span, "a label"));
    }
    doc.fields().iter().flat_map(|it| [it.key, it.value]).for_each(|span| inside(span, "a field"));
    doc.items().iter().for_each(|it| inside(it.span, "an item"));
    let cells = doc.tables().iter().flat_map(|table| table.rows_and_header().flat_map(|row| row.cells.clone()));
    cells.for_each(|span| inside(span, "a cell"));
    doc.links().iter().flat_map(|it| [it.span, it.text]).for_each(|span| inside(span, "a link"));
    doc.code().iter().flat_map(|it| [it.span, it.body]).for_each(|span| inside(span, "code"));
    for it in doc.directives() {
        inside(it.body, "a directive");
        doc.block_after(it.span.end).into_iter().for_each(|span| inside(span, "the block below a comment"));
    }
    for (offset, _) in doc.text().char_indices() {
        doc.sections_around(offset).chain(doc.section_at(offset)).for_each(|it| inside(it.heading, "a section"));
        doc.label_at(offset);
        let position = doc.lines().position(offset, doc.text());
        assert!(position.column_char <= position.column_utf16 && position.column_utf16 <= position.column_utf8);
    }
}

/// The way from clean text to the original and back.
fn mapping(doc: &Document) {
    let prose = doc.prose();
    let clean = prose.text();
    let mut before = Span::new(0, 0);
    for (start, letter) in clean.char_indices() {
        let span = prose.span(start..start + letter.len_utf8());
        assert_inside(doc.text(), span, "a letter of clean text");
        let is_monotone = before.start <= span.start && before.end <= span.end;
        assert!(is_monotone, "{letter:?} at {start} goes back from {before:?} to {span:?} in {}", tail(doc.text()));
        let is_itself = letter == '\n' || letter == ' ' || doc.at(span).starts_with([letter, '&']);
        let is_mask = prose.masks(start..start + letter.len_utf8()).next().is_some();
        assert!(is_itself || is_mask, "{letter:?} stands for {:?} in {}", doc.at(span), tail(doc.text()));
        before = span;
    }
    for sentence in prose.sentences() {
        let words = &clean[sentence.range.clone()];
        let span = prose.span(sentence.range.clone());
        assert_inside(doc.text(), span, "a sentence");
        assert_eq!(prose.clean(span), words, "there and back in {}", tail(doc.text()));
        assert!(holds(doc.at(span), words), "{words:?} is not in {:?}", doc.at(span));
        assert_eq!(prose.passage_at(sentence.range.start), sentence.passage);
        assert_eq!(prose.sentence_at(sentence.range.start), Some(sentence));
        assert!(prose.masks(sentence.range.clone()).all(|(_, mask)| span.contains(mask)));
    }
    any_span(doc, prose);
}

/// Whether the letters of clean text stand in the original in their order.
fn holds(original: &str, words: &str) -> bool {
    let plain = |it: &char| it.is_alphanumeric();
    let mut letters = original.chars().filter(plain);
    words.chars().filter(plain).all(|wanted| letters.any(|letter| letter == wanted))
}

/// Clean text of any bytes is a piece of clean text, and no longer than its neighbours allow.
fn any_span(doc: &Document, prose: &Prose) {
    let borders: Vec<usize> = doc.text().char_indices().map(|(at, _)| at).chain([doc.text().len()]).collect();
    for (index, start) in borders.iter().enumerate().step_by(7) {
        for end in borders[index..].iter().step_by(5).take(6) {
            let range = prose.clean_range(Span::new(*start, *end));
            assert!(prose.text().get(range.clone()).is_some(), "{range:?} is no part of {}", tail(prose.text()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_model_never_leaves_its_text(text in markdown(), is_mdx in any::<bool>()) {
        let source = Source::file(if is_mdx { "a.mdx" } else { "a.md" }, text);
        let doc = Document::new(&source);
        model(&doc);
        mapping(&doc);
    }

    #[test]
    fn a_scan_of_long_text_never_leaves_it(text in markdown()) {
        let source = Source::unnamed("a.md", format!("{}{text}", "word `a` [b](c) ".repeat(300)));
        mapping(&Document::new(&source));
    }

    #[test]
    fn rules_never_leave_the_text_and_never_waver(text in markdown(), pick in any::<prop::sample::Index>()) {
        let catalog = catalog();
        let kinds: Vec<&str> = catalog.kind_names().collect();
        let mut source = Source::unnamed("a.md", text);
        source.kind = Some((*pick.get(&kinds)).to_owned());
        judge(&source, catalog);
    }

    #[test]
    fn templates_never_lead_out_of_the_text(template in markdown(), text in markdown(), is_form in any::<bool>()) {
        let path = if is_form { "ISSUE_TEMPLATE/a.yml" } else { "ISSUE_TEMPLATE.md" };
        // Half of the words of the template stand in the text, too.
        let text = format!("{}{text}", &template[..template.floor_char_boundary(template.len() / 2)]);
        let templates = Template::parse(&Source::file(path, template)).ok().map(Arc::new).into_iter().collect();
        let policy = Policy { pedantic: true, templates, strict: true, ..Policy::default() };
        let mut source = Source::unnamed("a.md", text);
        source.kind = Some("bug-report".to_owned());
        let checked = lint::check(&source, catalog(), &policy);
        for finding in &checked.findings {
            spans(finding).for_each(|span| assert_inside(&source.text, span, &finding.rule));
        }
    }

    #[test]
    fn any_letters_are_read(text in "\\PC{0,200}") {
        let source = Source::unnamed("a.md", text);
        let doc = Document::new(&source);
        model(&doc);
        mapping(&doc);
        judge(&source, catalog());
    }
}

fn catalog() -> &'static Catalog {
    static CATALOG: std::sync::OnceLock<Catalog> = std::sync::OnceLock::new();
    CATALOG.get_or_init(Catalog::builtin)
}

/// How large a hostile text is, and what one run may take in a debug build.
const HOSTILE_BYTES: usize = 32 * 1024;
const LONGEST: Duration = Duration::from_secs(5);
/// Who takes no time of the processor is not done for ever.
const ENDLESS: Duration = Duration::from_secs(120);
const MOST_KILOBYTES: usize = 1024 * 1024;

/// Runs the binary on one text within the limits; says what it broke.
fn run(name: &str, text: &str, kind: &str) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("robust");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let path: PathBuf = folder.join(if name.contains('.') { name.to_owned() } else { format!("{name}.md") });
    fs::write(&path, text).map_err(|error| error.to_string())?;
    // Of the processor: whatever runs beside a test takes none of it.
    let seconds = LONGEST.as_secs();
    let limited =
        format!("ulimit -v {MOST_KILOBYTES} 2>/dev/null; ulimit -t {seconds} 2>/dev/null; exec \"$0\" \"$@\"");
    let arguments = ["check", "--pedantic", "--exit-zero", "--color", "never", "--kind", kind];
    let errors = File::create(path.with_extension("stderr")).map_err(|error| error.to_string())?;
    let started = Instant::now();
    let mut child = Command::new("sh")
        .args(["-c", &limited, env!("CARGO_BIN_EXE_pingless")])
        .args(arguments)
        .arg(&path)
        .stdout(Stdio::null())
        .stderr(errors)
        .spawn()
        .map_err(|error| error.to_string())?;
    let status = loop {
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            break Some(status);
        }
        if started.elapsed() > ENDLESS {
            let _ = child.kill();
            let _ = child.wait();
            break None;
        }
        sleep(Duration::from_millis(5));
    };
    let said = fs::read_to_string(path.with_extension("stderr")).unwrap_or_default();
    let took = started.elapsed().as_millis();
    if std::env::var_os("TIMINGS").is_some() {
        println!("{name}: {took} ms");
    }
    match status {
        Some(status) if status.success() => Ok(()),
        Some(status) => Err(format!("{name}: {status} after {took} ms: {said}")),
        None => Err(format!("{name}: not done after {took} ms")),
    }
}

fn survives(shapes: &[(&str, String)]) {
    let broken: Vec<String> = shapes.iter().filter_map(|(name, text)| run(name, text, "none").err()).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

fn many(unit: &str) -> String {
    unit.repeat(HOSTILE_BYTES / unit.len()) + "\n"
}

fn repeated(units: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    units.iter().map(|(name, unit)| (*name, many(unit))).collect()
}

/// Pieces that grow, up to the size of a hostile text.
fn growing(piece: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for number in 1.. {
        text.push_str(&piece(number));
        if text.len() >= HOSTILE_BYTES {
            break;
        }
    }
    text
}

#[test]
fn marks_without_end_are_survived() {
    survives(&repeated(&[
        ("bracket", "["),
        ("image", "!["),
        ("star", "*"),
        ("star-word", "*a "),
        ("star-underscore", "*a_ "),
        ("underscore", "_"),
        ("emphasis-open", "*a **b "),
        ("emphasis-mixed", "a**bc* "),
        ("backtick", "`"),
        ("angle", "<"),
        ("tag", "<a "),
        ("dollar", "$ "),
        ("tilde", "~ "),
        ("ampersand", "&"),
        ("entity", "&amp;"),
        ("backslash", "\\"),
        ("link-open", "[a]("),
        ("link-nested", "[a](((("),
        ("comment-open", "<!--"),
        ("double-bracket", "[["),
        ("reference", "[a]"),
        ("words", "a "),
    ]));
}

#[test]
fn blocks_without_end_are_survived() {
    survives(&repeated(&[
        ("quote-marks", ">"),
        ("quote-depth", "> "),
        ("quote-lines", "> a\n"),
        ("hashes", "#"),
        ("bars", "|"),
        ("dashes", "- "),
        ("items", "- a\n"),
        ("lines", "abc\n"),
        ("blank", "\n"),
        ("carriage-returns", "a b\r"),
        ("headings", "# a\n"),
        ("underlined", "a\n=\n"),
        ("html", "<div>\n"),
        ("html-in-list", "- <div>\n\n"),
        ("html-in-quote", "> <p>\n>\n"),
        ("closed-details", "</details>\n\n"),
        ("details", "<details><summary>a</summary>\n\n"),
        ("preformatted", "<pre></pre>"),
        ("empty-rows", "| | |\n"),
    ]));
}

/// Whoever looks from each of its marks to the end of a word or of a line reads all of it again and again.
#[test]
fn one_word_and_one_line_without_end_are_survived() {
    let many = |unit: &str| many(unit).trim_end().repeat(4);
    survives(&[
        ("blanks-in-a-word", many("XXX#")),
        ("asks-in-a-word", "# ".to_owned() + &many("a?b=c&d")),
        ("summaries-in-a-line", many("<details><summary>x</summary>")),
        ("a-long-address", format!("See http://localhost:8080/?q={} for it.\n", "a".repeat(1300))),
        ("targets-that-close-far-below", many("a](\n").repeat(4) + ")\n"),
        ("exceptions-in-a-line", many(". ") + &many("<!-- pingless: allow moving-link: why -->")),
    ]);
}

#[test]
fn what_grows_is_survived() {
    let deep = ">".repeat(1000) + "\n" + &many("a\n");
    let cells = HOSTILE_BYTES / 6;
    let wide = ["|a", "|-", "|x"].map(|cell| cell.repeat(cells) + "|\n").concat();
    survives(&[
        ("ticks-growing", growing(|n| "`".repeat(n) + " ")),
        ("list-growing", growing(|n| "  ".repeat(n) + "- a\n")),
        ("levels", growing(|n| "#".repeat(1 + n % 6) + " a\n")),
        ("definitions", growing(|n| format!("[a{n}]: /u\n"))),
        ("references", growing(|n| format!("[a{n}]: /u\n\n[a{n}] [b{n}]\n\n"))),
        ("quote-lazy", deep.clone()),
        ("quote-blank", ">".repeat(1000) + "\n" + &many("\n")),
        ("table-long", "|a|b|\n|-|-|\n".to_owned() + &many("|c|d|\n")),
        ("table-wide", wide),
        ("table-narrow", ["|a", "|-"].map(|cell| cell.repeat(cells) + "|\n").concat() + &many("|x|\n").repeat(2)),
        ("images-nested", "![".repeat(HOSTILE_BYTES / 2) + "x" + &"](a)".repeat(HOSTILE_BYTES / 2)),
        ("images-labelled", "![a".repeat(HOSTILE_BYTES / 3) + &"]".repeat(HOSTILE_BYTES / 3)),
        ("references-long", format!("[a]: {}\n\n{}", "b".repeat(HOSTILE_BYTES), many("[a] "))),
        ("fence-open", "```\n".to_owned() + &many("x = [a](b) *c*\n")),
        ("tabs", many("\t") + "x"),
        ("fields", "---\n".to_owned() + &many("a: b\n") + "---\n"),
        ("list-blank", growing(|n| "  ".repeat(n % 100) + "- a\n") + &many("\n")),
    ]);
}

#[test]
fn what_our_own_code_looks_for_is_survived() {
    survives(&repeated(&[
        ("quotation", "\""),
        ("quotation-words", "a \"b "),
        ("quotation-curly", "\u{201c}"),
        ("braces", "{"),
        ("at", "@"),
        ("mail", "a@"),
        ("mail-dots", "a@b."),
        ("address", "http://"),
        ("address-brackets", "http://x(("),
        ("address-closing", "http://x)"),
        ("www", "www."),
        ("loose-target", "](a "),
        ("label", "a: b\n"),
        ("label-empty", "a:\n\n"),
        ("label-bold", "**a**\n\n"),
        ("label-mixed", "**a**\n\nb:\n\n"),
        ("log", "ERROR 2026-11-20 10:00 a\n"),
        ("word", "crash"),
        ("word-joined", "crash'"),
        ("stops", "a. "),
        ("questions", "Could you? "),
        ("deadline", "by EOD "),
        ("deadline-sentence", "Send it by EOD. "),
        ("deadline-line", "Send it by EOD.\n"),
        ("asking-headings", "# please\n"),
        ("asking-labels", "Steps:\n```\nx\n```\n"),
        ("task", "- [ ] by EOD\n"),
        ("allow", "<!-- pingless: allow ambiguous-deadline: why -->\n\n"),
        ("allow-beside", "by EOD <!-- pingless: allow ambiguous-deadline: why -->\n\n"),
        ("nothing-known", "<!-- pingless: -->\n\n"),
        ("digits", "2026-11-20 "),
        ("clock", "10:00 "),
        ("one-long-word", "\u{e9}"),
    ]));
}

/// Nobody reads what is found in each word of a text without an end, and to find it took seconds.
#[test]
fn of_a_phrase_without_end_a_part_is_told() {
    for phrase in ["by EOD ", "by Friday ", "Mon-", "soon ", "11/12 "] {
        let text = many(phrase);
        let source = Source::file("a.md", text.clone());
        let found = lint::check(&source, catalog(), &Policy::default()).findings.len();
        let most = 32 * (1 + text.len() / 1000);
        assert!(found <= most, "{phrase}: {found}, more than {most}");
    }
}

/// Every heading that a kind asks for, over and over, with all that may stand below one.
#[test]
fn contracts_without_end_are_survived() {
    let catalog = catalog();
    let broken = catalog.kinds.iter().filter(|kind| !kind.needs.is_empty()).filter_map(|kind| {
        let headings: Vec<&String> = kind.needs.iter().flat_map(|need| need.slot.headings.iter()).collect();
        let text = growing(|number| {
            let heading = headings.get(number % headings.len().max(1)).map_or("please", |it| it.as_str());
            format!("## {heading}\n\n{heading}: TBD [a](b) by EOD\n\n```\nx\n```\n\n- [ ] ![a](b)\n")
        });
        run(&format!("kind-{}", kind.kind.name), &text, &kind.kind.name).err()
    });
    let broken: Vec<String> = broken.collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// What a kind asks for as labels, over and over: on the lines of one paragraph, and below each other in one item, where the body of each
/// reaches to its end. Kinds differ in their words alone: each meets one of the shapes.
#[test]
fn labels_without_end_are_survived() {
    let shapes = [
        ("lines", "", "@: x\n"),
        ("empty-lines", "", "@:\n"),
        ("parts", "- x\n\n", "  **@**\n\n"),
        ("plain-parts", "- x\n\n", "  @:\n\n"),
    ];
    let names = |it: &'static KindPage| it.needs.iter().flat_map(|need| need.slot.headings.iter()).collect::<Vec<_>>();
    let kinds = catalog().kinds.iter().map(|kind| (&kind.kind.name, names(kind))).filter(|it| !it.1.is_empty());
    let broken = kinds.zip(shapes.iter().cycle()).filter_map(|((kind, names), (shape, before, part))| {
        let text = growing(|number| part.replace('@', names[number % names.len()]));
        run(&format!("labels-{kind}-{shape}"), &format!("# A title\n\nStatus: accepted\n\n{before}{text}"), kind).err()
    });
    let broken: Vec<String> = broken.collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// What each place of a text is compared with: large enough that a pass over the text for each of its parts is too slow.
#[test]
fn parts_without_end_are_read_once() {
    let many = |unit: &str| unit.repeat(4 * HOSTILE_BYTES / unit.len()) + "\n";
    let accepted = "# a\n\nStatus: accepted\n\n## Decision\n\nYes.\n\n";
    let row = |cell: &str, count: usize| cell.repeat(count) + "|\n";
    let questions = "## Open questions\n\n".to_owned() + &row("|a", 50) + &row("|-", 50) + &many("|a?") + "|\n";
    let shapes = [
        ("announcements", "none", many("Here is the log:\n\n")),
        ("gaps", "runbook", many("Run the script.\n\n\n\n\n```\nx\n```\n\n")),
        ("commands", "runbook", many("`kubectl delete x` ")),
        ("options", "adr", format!("{accepted}## Options\n\n{}", many("- a\n"))),
        ("questions", "adr", format!("{accepted}{questions}")),
        ("cells", "commit-message", format!("{accepted}{questions}")),
        ("references", "pull-request", many("#1 ")),
        ("promises", "none", many("We will remove it soon. ")),
        ("links", "none", "# Minutes 2026-11-18\n\n".to_owned() + &many("see [it](http://localhost:8080/a), ")),
        (
            "fact-of-words",
            "none",
            format!("A <!-- pingless: fact a.b = {}owner=@x -->", many("1 ").trim_end_matches('\n')),
        ),
        ("fact-without-sign", "none", format!("A <!-- pingless: assumes a.b at=\"(x)\" {}-->", many("w ").trim_end())),
        ("markers", "none", many("<!-- pingless: assumes a.b = 60 min at=\"b: (.+)\" --> ")),
        (
            "title",
            "none",
            format!("# Minutes 2026-11-18 {}\n## Next steps\n\n{}", many("a "), many("- [ ] write it\n")),
        ),
        (
            "title-of-days",
            "none",
            format!("# {}\nWe will do it soon.\n", many("Decision log, Date 2026-11-18 by 03/04. ")),
        ),
        ("short-paragraphs", "request", format!("Hi all\n\n{}Could you read the long part by Friday?", many("a\n\n"))),
        ("specimens", "none", "*".repeat(2 * HOSTILE_BYTES) + " by EOD " + &many("by EOD ")),
        ("labelled-times", "none", many("When: at 10:00\n\n")),
        ("fields", "none", format!("---\n{}---\n{}", many("a: b\n"), many("We meet at 10:00. "))),
        ("quoted-markers", "none", "> ".repeat(HOSTILE_BYTES) + &many("<!-- pingless: x --> ")),
        (
            "blank-above",
            "none",
            "\n".repeat(2 * HOSTILE_BYTES) + &many("<!-- pingless: allow naked-ping: x -->\n\na\n\n"),
        ),
        ("markers.mdx", "none", many("`x` ") + &many("{/* a */} ")),
        ("days", "none", format!("|a|b|\n|-|-|\n|2026-02-21 {}|x|\n", many("on 1/2/2026 ").trim_end())),
    ];
    let broken: Vec<String> = shapes.iter().filter_map(|(name, kind, text)| run(name, text, kind).err()).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
