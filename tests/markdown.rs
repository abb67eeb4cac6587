//! What a grammar for Markdown gets wrong, or people expect otherwise: one test for each quirk, text in, blocks out.

use std::fmt::Write;

use pingless::document::Document;
use pingless::markdown::{Ast, BlockKind, Blocks, FrontMatter, inlines};
use pingless::text::{Source, Span};

/// The blocks of a text, one a line, indented as they are nested, each with its words.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let blocks = Blocks::parse(text, Ast::OnDemand);
    let mut got = Vec::new();
    for (_, block) in blocks.iter() {
        let depth = std::iter::successors(block.parent(), |parent| blocks.get(*parent).parent()).count();
        let words: Vec<&str> = block.content.iter().map(|piece| piece.of(text)).collect();
        let mut row = "  ".repeat(depth) + &kind(block.kind, text);
        if !words.is_empty() {
            write!(row, " {}", words.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>().join(" ")).unwrap();
        }
        got.push(if block.broken { row + " broken" } else { row });
    }
    assert_eq!(got, expected, "\nof {text:?}");
}

fn kind(kind: BlockKind, text: &str) -> String {
    match kind {
        BlockKind::Heading { level } => format!("h{level}"),
        BlockKind::Paragraph => "paragraph".to_owned(),
        BlockKind::List { ordered } => if ordered { "list 1." } else { "list -" }.to_owned(),
        BlockKind::Item { task } => match task {
            Some(true) => "item [x]",
            Some(false) => "item [ ]",
            None => "item",
        }
        .to_owned(),
        BlockKind::Quote => "quote".to_owned(),
        BlockKind::Code { info, body } => {
            format!("code {}{:?}", info.map_or(String::new(), |info| format!("{} ", info.of(text))), body.of(text))
        }
        BlockKind::Html => "html".to_owned(),
        BlockKind::Table => "table".to_owned(),
        BlockKind::Row { header } => if header { "header" } else { "row" }.to_owned(),
        BlockKind::Cell => "cell".to_owned(),
        BlockKind::Break => "break".to_owned(),
        BlockKind::Definition { label, target } => format!("definition {} {}", label.of(text), target.of(text)),
        BlockKind::FrontMatter(FrontMatter::Yaml) => "yaml".to_owned(),
        BlockKind::FrontMatter(FrontMatter::Toml) => "toml".to_owned(),
    }
}

/// The clean text of each passage that has any.
#[track_caller]
fn prose(text: &str, expected: &[&str]) {
    prose_of(&Source::unnamed("test.md", text), expected);
}

#[track_caller]
fn prose_of(source: &Source, expected: &[&str]) {
    let doc = Document::new(source);
    let clean = doc.prose().text().replace('\u{fffc}', "@");
    let got: Vec<&str> = clean.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(got, expected, "\nof {:?}", source.text);
}

#[track_caller]
fn fields(text: &str, expected: &[(&str, &str)]) {
    let source = Source::unnamed("test.md", text);
    let doc = Document::new(&source);
    let got: Vec<(&str, &str)> = doc.fields().iter().map(|it| (it.name.as_str(), it.text.as_str())).collect();
    assert_eq!(got, expected, "\nof {text:?}");
}

#[test]
fn a_heading_at_the_very_end_needs_no_line_end() {
    check("# T", &["h1 \"T\""]);
    check("text\n\n## T ##", &["paragraph \"text\"", "h2 \"T\""]);
    check("", &[]);
    check("#", &["h1"]);
}

#[test]
fn a_byte_order_mark_is_no_text() {
    check("\u{feff}# T\n", &["h1 \"T\""]);
    check("\u{feff}---\nstatus: open\n---\n\ntext\n", &["yaml", "paragraph \"text\""]);
}

#[test]
fn a_line_may_end_as_on_any_system() {
    check(
        "# T\r\n\r\na\r\nb\r\n\r\n- x\r\n",
        &["h1 \"T\"", "paragraph \"a\\r\\nb\"", "list -", "  item", "    paragraph \"x\""],
    );
    check("# T\r\ra\rb\r\r- x\r", &["h1 \"T\"", "paragraph \"a\\rb\"", "list -", "  item", "    paragraph \"x\""]);
    prose("a\r\nb\r\n\r\nc\rd\r", &["a b", "c d"]);
    let source = Source::unnamed("test.md", "Owner: Ada\rDue: 2026-11-20\r");
    let labels: Vec<String> = Document::new(&source).labels().iter().map(|it| it.name.clone()).collect();
    assert_eq!(labels, ["owner", "due"]);
}

#[test]
fn tabs_indent_to_the_next_stop() {
    check("-\ta\n\tb\n\n\tc\n", &["list -", "  item", "    paragraph \"a\\n\" \"b\"", "    paragraph \"c\""]);
    check("\tcode\n", &["code \"code\""]);
    check("1.\tx\n", &["list 1.", "  item", "    paragraph \"x\""]);
}

#[test]
fn hashes_close_a_heading_only_behind_a_space() {
    check("## T ##\n# C#\n# b \\#\n   # in\n", &["h2 \"T\"", "h1 \"C#\"", "h1 \"b \\\\#\"", "h1 \"in\""]);
    check("#\n## \n####### no\n#no\n", &["h1", "h2", "paragraph \"####### no\\n#no\""]);
}

#[test]
fn underlined_headings_open_sections_like_any_other() {
    check("A\n=\n\nB\nb\n---\n\ntext\n", &["h1 \"A\"", "h2 \"B\\nb\"", "paragraph \"text\""]);
    let source = Source::unnamed("test.md", "A\n=\n\n### B\n\nC\n---\n\ntext\n");
    let doc = Document::new(&source);
    let parents: Vec<Option<usize>> = doc.sections().iter().map(|it| it.parent).collect();
    assert_eq!(parents, [None, Some(0), Some(0)]);
}

#[test]
fn prefixes_of_continued_lines_are_no_text() {
    check("> aaa\n> bbb\n> ccc\n", &["quote", "  paragraph \"aaa\\n\" \"bbb\\n\" \"ccc\""]);
    check("- aaa\n  bbb\n  ccc\n", &["list -", "  item", "    paragraph \"aaa\\n\" \"bbb\\n\" \"ccc\""]);
    check("> - q\n>   r\n> lazy\n", &["quote", "  list -", "    item", "      paragraph \"q\\n\" \"r\\n\" \"lazy\""]);
    check("> a\nlazy\n", &["quote", "  paragraph \"a\\nlazy\""]);
    prose("> [!NOTE]\n> see `a\n> b` and\n> [c\n> d](e) f\n", &["see @ and c d f"]);
}

#[test]
fn lists_nest_and_change_their_sort() {
    check(
        "- a\n  - b\n\n    para\n  1. d\n- e\n",
        &[
            "list -",
            "  item",
            "    paragraph \"a\"",
            "    list -",
            "      item",
            "        paragraph \"b\"",
            "        paragraph \"para\"",
            "    list 1.",
            "      item",
            "        paragraph \"d\"",
            "  item",
            "    paragraph \"e\"",
        ],
    );
}

#[test]
fn a_box_is_a_task_only_before_text() {
    check(
        "- [x] done\n- [ ] open\n- [X] up\n",
        &[
            "list -",
            "  item [x]",
            "    paragraph \"done\"",
            "  item [ ]",
            "    paragraph \"open\"",
            "  item [x]",
            "    paragraph \"up\"",
        ],
    );
    check(
        "- [X]\n- [ ]c\n- []\n",
        &[
            "list -",
            "  item",
            "    paragraph \"[X]\"",
            "  item",
            "    paragraph \"[ ]c\"",
            "  item",
            "    paragraph \"[]\"",
        ],
    );
    prose("- [X]\n- [ ]c\n", &["[X]", "[ ]c"]);
}

#[test]
fn a_box_may_lack_its_blank() {
    check(
        "- [] open\n1. [] open\n   too\n",
        &[
            "list -",
            "  item [ ]",
            "    paragraph \"open\"",
            "list 1.",
            "  item [ ]",
            "    paragraph \"open\\n\" \"too\"",
        ],
    );
    prose("- [] open\n", &["open"]);
    // A name that nobody caught.
    check(
        "- [ada] It works.\n- [] It does not.\n",
        &["list -", "  item", "    paragraph \"[ada] It works.\"", "  item", "    paragraph \"[] It does not.\""],
    );
    check("- [](a.md) b\n", &["list -", "  item", "    paragraph \"[](a.md) b\""]);
}

#[test]
fn tables_keep_short_rows_and_escaped_bars() {
    check(
        "| a | b |\n|---|---|\n| 1 |\n| x \\| y | z |\n",
        &[
            "table",
            "  header",
            "    cell \"a\"",
            "    cell \"b\"",
            "  row",
            "    cell \"1\"",
            "  row",
            "    cell \"x \\\\| y\"",
            "    cell \"z\"",
        ],
    );
    prose("| a |\n|---|\n| x \\| y |\n", &["a", "x | y"]);
}

#[test]
fn tables_may_be_empty_bold_or_without_outer_bars() {
    let expected = ["table", "  header", "    cell", "    cell", "  row", "    cell \"a\"", "    cell"];
    let expected = expected.map(|row| if row.ends_with("cell") { format!("{row} \"\"") } else { row.to_owned() });
    check("| | |\n|---|---|\n| a | |\n", &expected.each_ref().map(String::as_str));
    check(
        "**a** | **b**\n---|---\nc | d\n",
        &["table", "  header", "    cell \"**a**\"", "    cell \"**b**\"", "  row", "    cell \"c\"", "    cell \"d\""],
    );
}

#[test]
fn yaml_at_the_top_is_no_prose() {
    let text = "---\n# note\nstatus: open # for now\ntags:\n  - a\n  - \"b\"\nmore: [x, 'y']\ntitle: \"Fix #12\"\nlong: >\n  two\n  lines\n---\n\ntext\n";
    check(text, &["yaml", "paragraph \"text\""]);
    fields(text, &[("status", "open"), ("tag", "a, b"), ("more", "x, y"), ("title", "Fix #12"), ("long", "two lines")]);
    prose(text, &["text"]);
}

#[test]
fn toml_at_the_top_is_no_prose() {
    let text = "+++\ntitle = \"x\"\ntags = [\n  \"a\",\n  \"b\",\n]\n[extra]\nk = 1\n+++\n\ntext\n";
    check(text, &["toml", "paragraph \"text\""]);
    fields(text, &[("title", "x"), ("tag", "a, b")]);
}

#[test]
fn front_matter_may_end_with_dots() {
    check("---\nstatus: open\n...\n\ntext\n", &["yaml", "paragraph \"text\""]);
    fields("---\nstatus: open\n...\n\ntext\n", &[("status", "open")]);
}

#[test]
fn front_matter_that_never_ends_is_text() {
    check("---\nstatus: open\n\ntext\n", &["break", "paragraph \"status: open\"", "paragraph \"text\""]);
    fields("---\nstatus: open\n\ntext\n", &[("status", "open")]);
    check("\n---\na: b\n---\n", &["break", "h2 \"a: b\""]);
}

#[test]
fn an_entity_or_a_bracket_in_a_label_breaks_nothing() {
    check(
        "[&quot;x&quot; y](#z)\n\n- [a &amp; b](#c) end\n",
        &["paragraph \"[&quot;x&quot; y](#z)\"", "list -", "  item", "    paragraph \"[a &amp; b](#c) end\""],
    );
    prose("[&quot;x&quot; y](#z)\n\n[\\[a\\] b](c)\n\n[a [b]](c)\n", &["\"x\" y", "[a] b", "[a [b]]"]);
}

#[test]
fn footnotes_are_text_without_their_marks() {
    prose("Text[^1].\n\n[^1]: two words\n", &["Text.", "two words"]);
    check("[^n]: word\n", &["definition [^n] word"]);
}

#[test]
fn nul_is_a_space() {
    check("a\0b\n\n[\0 y](z)\n", &["paragraph \"a\\0b\"", "paragraph \"[\\0 y](z)\""]);
    prose("a\0b `c\0d`\n", &["a b @"]);
}

#[test]
fn html_is_read_for_its_words_and_comments_are_not() {
    let text = "<!-- one\n\ntwo -->\n\n<p>para <b>bold</b></p>\n\ntext <!-- in --> here<br>there <kbd>by EOD</kbd>\n";
    check(text, &["html", "html", "paragraph \"text <!-- in --> here<br>there <kbd>by EOD</kbd>\""]);
    prose(text, &["para bold", "text here there @"]);
    prose("word <!--- three dashes --> more\n", &["word more"]);
}

#[test]
fn a_summary_is_a_heading_until_its_details_end() {
    let text = "# T\n\n<details>\n<summary>Log</summary>\n\ninside\n\n</details>\n\nafter\n";
    let source = Source::unnamed("test.md", text);
    let doc = Document::new(&source);
    let names: Vec<(&str, u8)> = doc.sections().iter().map(|it| (it.name.as_str(), it.level)).collect();
    assert_eq!(names, [("t", 1), ("log", 7)]);
    let section = |words| doc.section_at(text.find(words).unwrap()).map(|it| it.name.as_str());
    assert_eq!((section("inside"), section("after")), (Some("log"), Some("t")));
}

#[test]
fn html_in_a_list_or_a_quote_ends_at_the_blank_line() {
    check(
        "- a\n\n  <details><summary>S</summary>\n\n  text\n\n  </details>\n\n  after\n",
        &[
            "list -",
            "  item",
            "    paragraph \"a\"",
            "    html",
            "    paragraph \"text\"",
            "    html",
            "    paragraph \"after\"",
        ],
    );
    check(
        "> a\n> <details>\n> <summary>S</summary>\n>\n> # H\n",
        &["quote", "  paragraph \"a\\n\"", "  html", "  h1 \"H\""],
    );
    prose("> [!TIP]\n>\n> <div>\n> one\n> two\n>\n> </div>\n", &["one two"]);
}

#[test]
fn an_alert_is_the_authors_own_and_a_quote_is_not() {
    prose("> [!NOTE]\n> mine\n\n> [!warning] mine too\n\n> theirs\n\n> > [!TIP]\n> > theirs\n", &["mine", "mine too"]);
    prose("[![build](a.svg)](b) text\n\n[!UNKNOWN] text\n", &["@ text", "[!UNKNOWN] text"]);
}

#[test]
fn a_reference_is_a_link_only_with_its_definition() {
    let text = "[a][B], [b], [b][] and [none], ![i][b].\n\n[b]: <http://x y> \"T\"\n";
    prose(text, &["a, b, b and [none], @."]);
    let source = Source::unnamed("test.md", text);
    let doc = Document::new(&source);
    assert_eq!(doc.links().iter().map(|it| it.target.as_str()).collect::<Vec<_>>(), ["http://x y"; 4]);
}

#[test]
fn fences_in_containers_hold_no_prefix_at_their_end() {
    check(
        "> ```js\n> x\n> ```\n> after\n\n- a\n  ~~~\n  b\n  ~~~\n  after\n",
        &[
            "quote",
            "  code js \"x\\n\"",
            "  paragraph \"after\"",
            "list -",
            "  item",
            "    paragraph \"a\"",
            "    code \"b\\n\"",
            "    paragraph \"after\"",
        ],
    );
}

#[test]
fn a_fence_that_nothing_closes_runs_to_the_end() {
    check("```\nopen\n# no\n", &["code \"open\\n# no\\n\""]);
    check("```\nopen", &["code \"open\""]);
    check("````\n```\n````\n# yes\n", &["code \"```\\n\"", "h1 \"yes\""]);
}

#[test]
fn mdx_is_masked() {
    let text = "import X from \"y\"\n\nexport const a = 1\n\n# T\n\n<Tabs>\n\ntext {a.map(x => {x})} end\n\n</Tabs>\n\n{/* by EOD */}\n";
    prose_of(&Source::file("a.mdx", text), &["T", "text @ end", "@"]);
    prose_of(&Source::file("a.md", "{x} stays\n"), &["{x} stays"]);
}

#[test]
fn money_is_no_formula() {
    prose("It costs $5 to $10 by EOD, and $x + y$ is one.\n", &["It costs $5 to $10 by EOD, and @ is one."]);
}

/// A paragraph that the inline grammar would need seconds for is scanned: what is not prose stays masked.
#[test]
fn a_long_paragraph_is_masked_as_well() {
    let line = "See the [guide](https://example.org/a(b)c \"Title\") and `by EOD`, ![shot](x.png) <https://example.org> \
                <b>now</b>, [ref] [words][ref] <!-- by EOD --> https://example.org/bare \\[no\\] ``a ` b``.\n";
    let text = line.repeat(40) + "\n[ref]: https://example.org/ref\n";
    assert!(text.len() > 6 * 1024);
    let short = line.to_owned() + "\n[ref]: https://example.org/ref\n";
    let clean = |text: &str| {
        let source = Source::unnamed("test.md", text);
        let doc = Document::new(&source);
        (doc.prose().text().lines().next().unwrap().to_owned(), doc.links().len())
    };
    let (one, links) = clean(&short);
    assert_eq!(one, "See the guide and @, @ @ now, ref words @ [no] @.".replace('@', "\u{fffc}"));
    assert_eq!(links, 6);
    assert_eq!(clean(&text), ([one.as_str(); 40].join(" "), 6 * 40));
}

#[test]
fn many_delimiters_are_scanned_too() {
    let text = "*a **b ".repeat(100) + "`by EOD` [x](y) [z";
    let inlines = inlines::parse(&text, &[Span::new(0, text.len())], Ast::OnDemand);
    let spans: Vec<&str> = inlines.iter().map(|it| it.span.of(&text)).collect();
    assert_eq!(spans, ["`by EOD`", "[x](y)"]);
}

/// Where the grammar gives up, lines tell what is left: good for masking, never a place for a finding.
#[test]
fn what_the_grammar_cannot_read_is_read_by_lines() {
    let text = "`\n[b]: http://x.y\n\\||\n---\n# Title\n\n```sh\nls\n```\n\nBy EOD.\n";
    check(
        text,
        &[
            "paragraph \"`\\n[b]: http://x.y\"",
            "paragraph \"\\\\||\\n---\" broken",
            "h1 \"Title\" broken",
            "code sh \"ls\\n\" broken",
            "paragraph \"By EOD.\" broken",
        ],
    );
    prose(text, &["` [b]: @"]);
}

#[test]
fn what_ends_no_link_is_looked_for_once() {
    // Looked for anew at each bracket, it would take minutes.
    for unit in ["[a](", "[a](((("] {
        let text = unit.repeat(1024 * 1024 / unit.len());
        assert_eq!(inlines::parse(&text, &[Span::new(0, text.len())], Ast::OnDemand).len(), 0, "{unit}");
    }
}

#[test]
fn what_closes_many_angles_is_looked_for_once() {
    // One bracket closes none of a million, and it stands at their end.
    for unit in ["<<", "<1", "</ ", "<a, ", "$ "] {
        let text = unit.repeat(1024 * 1024 / unit.len()) + "> $";
        assert_eq!(inlines::parse(&text, &[Span::new(0, text.len())], Ast::OnDemand).len(), 0, "{unit}");
    }
}
