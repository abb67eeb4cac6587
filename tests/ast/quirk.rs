//! Texts on which the readings once differed, as small as they get.

use pingless::document::Document;
use pingless::markdown::InlineKind::{self, Code, Comment, Link, Math};
use pingless::markdown::{Ast, BlockKind, Blocks, inlines};
use pingless::text::{Shared, Source, Span};

use super::difference;

#[track_caller]
fn same(texts: &[&str]) {
    let wrong: Vec<String> = texts.iter().filter_map(|text| Some(format!("{text:?}\n{}", difference(text)?))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What the inlines of a text are, however it is read.
#[track_caller]
fn kinds(text: &str) -> Vec<InlineKind> {
    same(&[text]);
    inlines::parse(text, &[Span::new(0, text.len())], Ast::Always).iter().map(|it| it.kind).collect()
}

#[test]
fn a_tab_behind_front_matter() {
    same(&[
        "---\r\n12/11st\t\0\ni'\0\u{3}: prpropowed\r\n---\n\t``\t\t\t\n- \t\t\t\t\t\t",
        "---\na: b\n---\n\tab\n- \t",
        "---\na: b\n...\n\tab\n---\n",
        "+++\na = 1\n+++\n\tab\n- c\n\n\td\n",
        "\u{feff}---\na: b\n---\n\tab\n\n# c\n",
        "---\n\tab\n---\n",
    ]);
    let blocks = Blocks::parse("---\na: b\n---\n\tab\n- c\n", Ast::OnDemand);
    let kinds: Vec<&BlockKind> = blocks.iter().map(|(_, block)| &block.kind).collect();
    assert!(matches!(kinds[1..], [BlockKind::Code { .. }, BlockKind::List { .. }, ..]), "{kinds:?}");
}

#[test]
fn a_tag_that_ends_code_before_its_bracket() {
    same(&[
        "<pre\n</script >\na</pre>b",
        "<pre>\na\n</pre\n\n# b\n</pre>\n",
        "<style>\na </STYLE\tb\nc\n</style>\n",
        "<script> a </script >\n\n```\nb\n</script>\n\n# c\n```\n",
        "<pre>\n</prefix>\n</preb >\n</pre>\n",
    ]);
}

#[test]
fn a_second_mark_of_the_order_of_bytes() {
    same(&["\u{feff}\u{feff}", "\u{feff}\u{feff}\na", "\u{feff}\u{feff}# a\n"]);
}

#[test]
fn a_comment_in_code_that_ends_behind_it() {
    same(&["``<!-- `` -->   ```\n(c   ```\n", "``<?a `` b?>   ```\n(c   ```\n", "``<!A `` b>   ```\n(c   ```\n"]);
}

#[test]
fn a_box_that_holds_a_tab() {
    same(&["- [\t] a", "1. [\t] a", "- [\t] a\n- [x] b\n"]);
}

#[test]
fn a_fence_that_is_indented_and_one_that_is_indented_further() {
    same(&[" ```\n    ```\n\na", "   ```\n      ```\n\na", "- ```\n     ```\n\na", "- a\n\n  ```\n     ```\n\na"]);
}

#[test]
fn front_matter_ends_where_it_began_and_nowhere_else() {
    same(&["+++\n\n---\n\n\ntext\n+++\n", "---\n  ---\n\na\n===\n---\n", "---\n\n...\n\na\n---\n\nb\n"]);
    same(&["---\na: b\n...\n\nc\n---\n", "+++\na\n+++\n\nb\n\nc\n", "---\ra: b\r...\r\rc\r"]);
}

#[test]
fn front_matter_that_is_followed_by_what_could_be_more_of_it() {
    same(&["---\na: b\n---\n---\nc\n---\n", "---\na: b\n---\n---\n---\n---\n", "---\na: b\n---\n\n---\nc\n---\n"]);
    same(&["---\na: b\n---\n+++\nc\n+++\n", "+++\na = 1\n+++\n---\nc\n---\n", "---\na: b\n---\n  ---\nc\n---\n"]);
}

#[test]
fn lines_that_end_in_a_carriage_return() {
    same(&["a b\rc\r", "# a\r\rb\r\n\rc", "- a\r  b\r\r- c\r", "> a\r> b\rc\r", "a\r===\r", "|a|\r|-|\r|b|\r\rc"]);
    same(&["[a]: b\rc\r", "```\ra\r```\rb\r", "a|b\r-|-\r*c|d\r", "<!-- a\rb -->\rc\r\rd\r"]);
}

#[test]
fn a_heading_above_an_underline() {
    same(&["a\n=\n", "a  \nb \n  === \nc", "- a\n\nb\n---\n", "> a\n===\n", "- a\n---\n", "  a\n-\n", "a\n    ===\n"]);
    same(&["b|\n---\n", "b |c\n---\n", "a\n===\n===\n---\n", "a\n= =\n", "a\n- -\n", "[a]: b\n===\n", "a\n=\t\nb"]);
}

#[test]
fn quotes_of_words_and_quotes() {
    same(&["> a\n> b\n", ">a\n>  b\n> \n>   c\n\nd", "> a\n>\n> b\n>\nc", "a\n> b\n# c\n", "- a\n> b\n- c\n"]);
    same(&[
        "> > a\n>\n> b\n",
        "> a\n>> b\n>   c\n> > d\n",
        ">> b\n>    \"\n  c\n      d\n",
        "> a\n>\n  b",
        "> a\n\n  b",
    ]);
    same(&[
        "> [!NOTE]\n> a\n",
        "> [a]: b\n",
        "> a\n> [a]: b\n",
        "> a |\n> ---\n",
        "> a\n---\n",
        ">\n> a\n",
        "> a\n> >\n",
    ]);
    same(&["> a\n>     b\n", ">     a\n> b\n", "> a\n> - b\n", "> a\n    b\n", "> \u{a0}a\n", "> a\n> \u{a0}\n"]);
}

#[test]
fn quotes_that_are_deeper_than_any_message() {
    for (before, behind) in [
        ("", "\na\nb\n"),
        ("a\n", "\n"),
        ("> a\n", "\n"),
        ("", "</b>\n"),
        ("", "- <b>\n> a\n"),
        ("", " > - a\nb"),
        ("- ", "\n"),
        ("- ", "a\nb\n"),
        ("- a\n  ", "\n"),
        ("- a\n  ", "b\n  > c\n"),
        ("- a\n\n  ", "b\n"),
        ("1. - ", " b\n"),
    ] {
        for marks in [99, 100, 101, 102, 130] {
            let deep = format!("{before}{}{behind}", ">".repeat(marks));
            same(&[&deep, &deep.replace('>', "> "), &format!("{deep}{deep}")]);
        }
    }
}

#[test]
fn html_that_ends_behind_white_space() {
    same(&["<pre\n </pre>\n\na", "<script>\nx\n  </script>\n\na", "<pre>\n\t</pre>\n\na", "<pre>\nx </pre>\n\na"]);
}

#[test]
fn html_that_ends_behind_a_marker() {
    same(&["<pre>\n\n\n# T\n+ </pre>\n\n\n# T\n", "<pre>\n\n- </pre>\n\n# T\n", "<pre>\n\n1. </pre>\n\n# T\n"]);
    same(&["<pre>\n\n> </pre>\n\n# T\n", "<pre>\n\n* x </pre>\n\n# T\n", "<pre>\n\n# </pre>\n\n# T\n"]);
}

#[test]
fn a_nul_in_a_text_with_links() {
    same(&["[a][]\0", "[a]\0[a]", "```\0\\```", "a***\n***[a]\0"]);
}

#[test]
fn underscores_in_words() {
    same(&["__-__a __a__a[a]", "__a__a#__a\n__a[a]", "\u{e9}_a_\u{e9}_ b_ [a]", "snake_case_name [a](b)"]);
}

/// Behind three marks that only open, and one that closes, the grammar finds no link.
#[test]
fn marks_that_only_open() {
    same(&["*a> - *a> - *a*a\n[b]: http://x.y\n> - ", "*a b *c [d](e) f* g* h", "*a *b* c* [d](e)", "a* *b [c](d)"]);
    same(&["*a?>*a\r\n*a*a> [!NOTE]\n> ", "\n\n*a*a%*a%*a%*a*a[a](b)", "*\u{e9}*a [b](c) *d\u{2019}*e"]);
    same(&["***[a](***)", "*[a](*b)*", "_[a](b_c) d_ [e](f)"]);
    same(&["***a![***]a", "*a* **b [c](d)** `_` [e](f_g) _h_", "[a](_b) [c](d_) *e*"]);
}

/// Of eight images and a link it loses the first.
#[test]
fn many_images_in_a_row() {
    same(&["![ ] ![ ] ![ ] ![ ] ![ ] ![ ] ![ ] ![ ] [ ] ", "![a] ![a] ![a] ![a] [a]"]);
}

/// The grammar's scanner took it for the end of the text, and read a link in what stands in a comment.
#[test]
fn a_nul_ends_no_comment() {
    assert_eq!(kinds("a <!-- [b](c) \0 --> [d](e)"), [Comment, Link]);
}

/// Marks of deletion in it cost the grammar the comment, and it read an image in what nobody sees.
#[test]
fn a_comment_holds_nothing_but_a_comment() {
    let comments = [
        "a <!-- ~~~~![a](b) -->",
        "a <!-- ~~~~\nb ~~~[a](b) -->",
        "a <!-- b --- c -->",
        "[a <!-- ~~~~[b](c) --> d](e)",
        "> a <!-- b\n> c ~~~~![a](b)\n> -->",
        "a <!-- \u{e9}~~~~![a](b)\u{1f600}-->",
    ];
    for text in comments {
        let source = Source::unnamed("a.md", text);
        let doc = Document::new(&source);
        let got: Vec<&str> = doc.comments().iter().map(|comment| doc.at(comment.span)).collect();
        assert_eq!(got, [&text[text.find("<!--").unwrap()..text.find("-->").unwrap() + 3]]);
        assert!(doc.links().iter().all(|link| link.target == "e"), "{:?} of {text:?}", doc.links());
    }
    same(&comments);
}

/// A comment that hides nothing from the grammar, and marks of one that are none.
#[test]
fn what_only_looks_like_a_comment_is_left_alone() {
    assert_eq!(kinds("a `<!-- ` b --> [c](d)"), [Code, Link]);
    assert_eq!(kinds("a \\<!-- `b` --> [c](d)"), [Code, Link]);
    assert_eq!(kinds("a <!-- `b` [c](d)"), [Code, Link]);
    assert_eq!(kinds("a $<!-- x -->$ [c](d)"), [Math, Link]);
    assert_eq!(kinds("a <!--> `b` <!---> [c](d)"), [Code, Link]);
}

/// They were a formula to the grammar, and what stood between them was lost.
#[test]
fn two_amounts_are_no_formula() {
    assert_eq!(kinds("It costs $5 as [agreed](a.md), or $10 <!-- b --> with `c`, not $20."), [Link, Comment, Code]);
    assert_eq!(kinds("$5 [a](b) $6 [a](b) $7"), [Link, Link]);
    assert_eq!(kinds("$5 and $x [a](b)$ and $6 [a](b) $7"), [Math, Link]);
    assert_eq!(kinds("`$5` [a](b) $6 [a](b) $7"), [Code, Link, Link]);
    assert_eq!(kinds("<!-- $5 --> [a](b) $6 [a](b) $7"), [Comment, Link, Link]);
    assert_eq!(kinds("$[a](b)$ and $$[a](b)$$"), [Math, Math]);
    assert_eq!(kinds("$$\n[a](b)\n$$"), []);
    assert_eq!(kinds("\u{e9}$\u{e9} [a](b) $"), [Link]);
}

/// No reader sees it, so nobody can look anything up there.
#[test]
fn an_address_in_a_comment_is_no_link() {
    let source =
        Source::unnamed("a.md", "a <!-- ada@example.org https://x.y --> www.x.y <!-- b@example.org --> c@example.org");
    let doc = Document::new(&source);
    let targets: Vec<&str> = doc.links().iter().map(|link| link.target.as_str()).collect();
    assert_eq!(targets, ["www.x.y", "c@example.org"]);
}

/// The grammar counts the marks of a fence in one byte.
#[test]
fn a_fence_of_more_marks_than_anybody_writes() {
    for mark in ["`", "~"] {
        for (open, close) in
            [(255, 3), (255, 255), (256, 256), (3, 256), (3, 259), (259, 3), (259, 259), (300, 301), (512, 3)]
        {
            let (open, close) = (mark.repeat(open), mark.repeat(close));
            same(&[
                &format!("{open}\nx\n{close}\n\na\n"),
                &format!("{open} sh\nx\n{close}\n# a"),
                &format!("- {open}\n  a\n  {close}"),
            ]);
            same(&[&open, &format!("a {open} b\n{close}"), &format!("{open}{close}\na")]);
        }
    }
}

/// What stands behind the marks that open a fence is its language, whatever it begins with.
#[test]
fn a_fence_says_all_that_stands_behind_its_marks() {
    for (text, said) in [
        ("~~~ ,in\nx\n~~~\n", Some(",in")),
        ("```{r, echo}\nx\n```\n", Some("{r, echo}")),
        ("> ```  a b \n> x\n> ```\n", Some("a b")),
        ("- ```\t\n  x\n  ```\n", None),
        ("``` ;a\rx\r```\r", Some(";a")),
    ] {
        same(&[text]);
        let blocks = Blocks::parse(text, Ast::Always);
        let info = blocks.iter().find_map(|(_, block)| match &block.kind {
            BlockKind::Code { info, .. } => Some(info.map(|it| it.of(text))),
            _ => None,
        });
        assert_eq!(info, Some(said), "{text:?}");
    }
}

/// Behind front matter the text begins anew, whether a blank line stands there or not.
#[test]
fn front_matter_with_text_right_behind_it() {
    for behind in [
        "text\n",
        "<a>b</a>\n",
        "<p>b\n",
        "    code\n",
        "\tcode\n",
        " text\n",
        "- c\n",
        "1. c\n",
        "> c\n",
        "---\n",
        "===\n",
        "```\nc\n```\n",
        "| a |\n|---|\n",
        "[a]: b\n",
        "\n\ntext\n",
        "",
    ] {
        for front in [
            "---\na: b\n---\n",
            "+++\na = 1\n+++\n",
            "---\na: b\n\nc: d\n---\n",
            "---\n# a\n---\n",
            "---\na\n...\n---\n",
            "---\na\n--- \n",
            "---\n\na\n---\n",
        ] {
            same(&[&format!("{front}{behind}")]);
        }
    }
}

/// The grammar knows no tag with a digit, and ends no paragraph at a tag that it does not know.
#[test]
fn tags_of_headings_are_words() {
    for line in [
        "<h2 id=\"a\">A</h2>",
        "<h1 align='center'>",
        "<h1>",
        "</h1>",
        "</h1 >b",
        "<h2 id=a>A",
        "<a-b c>d</a-b>",
        "<a b=\"c\" d>",
        "<a b=c/>",
        "<h1",
    ] {
        for around in [
            "{}\n",
            "{}\n\ntext\n",
            "text\n{}\ntext\n",
            "- a\n\n{}\n",
            "- a\n{}\n",
            "> a\n{}\n",
            "<p>\n{}\n",
            "{}\n- a\n",
            "{}\n---\n",
        ] {
            same(&[&around.replace("{}", line)]);
        }
    }
}

/// Code that a tag begins ends with a line, wherever in it the end stands.
#[test]
fn code_in_tags() {
    for open in ["<pre>", "<pre class=\"a\">x", "<script>", "<STYLE a>", "<pre"] {
        for inside in [
            "",
            "a\n\nb\n",
            "    a\n\n- b\n",
            "# a\n",
            "> a\n",
            "```\n",
            "<p>\n",
            "<!-- a\n",
            "\ta\n",
            "</p>\n",
            "| a |\n|---|\n",
        ] {
            for close in [
                "</pre>\n",
                "a</script> b\n",
                " </pre>\n",
                "- </pre>\n",
                "a <b></style>\n\ntext\n",
                "</Pre>\ntext\n",
                "</pre >\n",
                "</pre",
                "1 </pre>\n",
                "",
            ] {
                for before in ["", "text\n", "text\n\n"] {
                    same(&[&format!("{before}{open}\n{inside}{close}"), &format!("{before}{open}{close}")]);
                }
            }
        }
    }
}

/// A row of dashes is the one thing that a colon may begin.
#[test]
fn colons_begin_words() {
    for line in [":", ": a", ":::", ":::note", ": - a", ":-", "::-", ":-:", ": -"] {
        for around in ["{}\n", "a\n{}\nb\n", "| a |\n{}\n", "a | b\n{}\n", "- a\n{}\n", "- a\n  {}\n", "> a\n> {}\n"] {
            same(&[&around.replace("{}", line)]);
        }
    }
}

/// Nobody has written them, and the grammar would take seconds.
#[test]
fn too_many_lines_for_the_grammar_are_read_without_it_however_they_are_read() {
    for unit in ["_\n", "+\n", "- > a\n", "*_\n", "\t\n|\n"] {
        let text = format!("# T\n\na *b*\n\n- [ ] c\n  > d\n\ntext\n\n{}", unit.repeat(100_000));
        let read = Blocks::parse(&text, Ast::OnDemand);
        assert_eq!(read, Blocks::parse(&text, Ast::Always), "{unit:?}");
        let (sound, broken): (Vec<_>, Vec<_>) = read.iter().map(|(_, block)| block).partition(|block| !block.broken);
        assert!(sound.len() > 5 && !broken.is_empty(), "{unit:?}: {} and {}", sound.len(), broken.len());
    }
}

/// What is taken over from an earlier version is what would be read anew, also where the grammar is asked for less or more.
#[test]
fn an_edit_changes_what_the_grammar_is_still_asked_for() {
    let part = format!("text\n\n{}\n", "_\n".repeat(25_000));
    for (before, after) in [(4, 2), (2, 4), (3, 3)] {
        let earlier = format!("# A\n\n{}", part.repeat(before));
        let now = format!("# Another\n\n{}", part.repeat(after));
        let known = Blocks::parse(&earlier, Ast::OnDemand);
        let read = Blocks::parse(&now, Ast::OnDemand);
        assert_eq!(
            Blocks::parse_after(&now, Ast::OnDemand, Some((known, Shared::of(&earlier, &now)))),
            read,
            "{before} to {after}"
        );
        assert_eq!(read.iter().any(|(_, block)| block.broken), after > 2);
    }
}

/// Below a definition and in white space of other scripts the grammar looks for what it looks for nowhere else.
#[test]
fn what_is_indented_below_other_lines_is_read_as_the_grammar_reads_it() {
    same(&[
        "[a]: b\n    * ",
        "[a]: b|\n---\n",
        "# T\n[a]: b\n    - c\n",
        "b\n      <a>\u{a0}",
        "    a\n       \n   b",
        "    +++\n```    a\n+++\n\n# T\n",
    ]);
}

/// Tags, angles, escapes and links across lines are read without the grammar; where emphasis crosses them, with it.
#[test]
fn tags_angles_and_escapes_are_read_as_the_grammar_reads_them() {
    same(&[
        "- x <br> and <code>y</code>\n  [a\n  b](c) `d\n  e` < 3",
        "a <hr /> </i > <x-y> <b c> <http:x> <2> x < y",
        "[<code>x</code> y](#z) a\\_b",
        "a\\_b \\n `c` \\* d \\` e",
        "![a </b>](c)",
        "_**><i>x</i>",
        "_\u{e9}<!-- _![i](j)",
        "`x`*\u{e9}[*.<code>b c]",
        "_\u{e9}|[_--><a1>](d)\u{e9}<=",
        "**[a\n**a<B]<B_a",
        "- `a\n  `\n  [b\n  ](c)",
    ]);
}

#[test]
fn code_of_nothing_but_white_space() {
    same(&["    \u{2028}\n ", "    \u{a0}\n\n    \u{3000}\n\na", "    \u{2028}a\n "]);
}

/// A bar behind a backslash ends no cell; a row of dashes and nothing is to the grammar no row.
#[test]
fn rows_with_escapes_and_rows_of_dashes() {
    same(&[
        "| a | b |\n|---|---|\n| x \\| y | \\* |\n| \\\\ | c \\|| \n",
        "| a | b |\n|---|---|\n| x \\|\n",
        "| a | b |\n|---|---|\n| \\a | b |\n",
        "| a | b |\n|---|---|\n| | |\n| ---| |\n",
        "| a | b |\n|---|---|\n|\\|| |\n|---| |\n| c | d |\n",
        "| a | b |\n|---|---|\n| | :- |\n| - | x |\n",
    ]);
}

/// Some begin a block with words behind them, some only alone on their line, and one up to its end.
#[test]
fn tags_of_every_name() {
    let names = "a abbr address area article aside audio b base basefont bdi big blockquote body br button canvas caption center \
        cite code col colgroup data dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer \
        form frame frameset h1 h2 h6 h7 head header hgroup hr html i iframe img input ins kbd label legend li link main map \
        mark menu menuitem meta nav noframes noscript object ol optgroup option output p param picture pre q s samp script \
        search section select slot small source span strike strong style sub summary sup svg table tbody td template textarea \
        tfoot th thead time title tr track u ul var video wbr";
    let lines = [
        "<x y>\nz\n\na",
        "<x y z\n\na",
        "a\n<x b.\n",
        "<x>\na\n\nb",
        "</x>\na\n\nb",
        "- <x>a\n\nb",
        "<x/>a\n\nb",
        "> <x\n\na",
    ];
    for name in names.split_whitespace() {
        same(&lines.map(|it| it.replacen('x', name, 1)).iter().map(String::as_str).collect::<Vec<_>>());
    }
}

/// What the grammar must not see became a letter, and that the name of a tag.
#[test]
fn brackets_and_entities_make_no_tag() {
    same(&[
        "<[>\n\na",
        "<&>",
        "<a [>\n",
        "<a b&>\n",
        "<a[>\n",
        "</[>\n",
        "<a b=[>\n",
        "- <[>\n",
        "<<[a]>>\n<[a]>\n",
        "<a>[b]\n",
    ]);
}

/// A line of dashes below words with a bar is that of their table, whatever stands below it.
#[test]
fn lines_of_dashes_below_each_other() {
    same(&[
        "a | b\n|---|---\n- |---|\n",
        "a | b\n|---|---|\n|---|---|\n",
        "a\n|---|---|\n|---|---|\n",
        "a | b\n|-|-|\n|c|d|\n|-|-|\n",
    ]);
}

/// The grammar looks for the marks of the quotes that a line ends, and takes spaces with it.
#[test]
fn spaces_behind_the_mark_that_ends_a_deeper_quote() {
    same(&[
        "> > a\n>> \n>   b\n",
        "> > a\n  > >\n>   b\n",
        "> a\n  >\n>   b\n",
        "> > a\n>>\n>>   b\n",
        "> > a\n>\n>   b\n",
    ]);
}

#[test]
fn a_lone_tag_below_a_definition() {
    same(&["[a]: b\n<b>\n> > > [a]: b", "[a]: b\n<b>\n\nc", "[a]: b\n\n<b>\n> c"]);
}

#[test]
fn a_mailbox_that_begins_with_a_mark() {
    same(&["t a<&p@iov>", "a <1@b.c> d", "a <=@b> c", "a <-@b.c>", "a <[@b>", "a <\u{1b}- >", "a <\u{c}b>"]);
}

#[test]
fn a_first_number_with_a_zero_before_it() {
    same(&["a\n01) b", "a\n01. b\n", "01. a\n02. b\n", "- a\n  001. b\n", "a\n\n01) b"]);
}

#[test]
fn a_tag_whose_name_begins_like_one_of_code() {
    same(&["<prea\r\n<!--a</pre>b\n\na", "<prea>\n\n</pre>\n\na", "<pre-a>\n\n</pre>\n\na", "<pre>\n\na</pre>\n\nb"]);
}

/// The grammar takes such a label for the box of a task.
#[test]
fn a_label_that_is_a_box() {
    same(&["[X]: b", "[x]: b\nc", "- [x]: b\n", "- [ ] [x]: b\n", "> [X]: b\n", "[xx]: b\n[x]: c\n\n[x]"]);
}

#[test]
fn a_scheme_or_a_name_with_a_mark_that_none_has() {
    same(&["a <h_ttp://x>", "<h_://>", "<a_://b_c>", "<h-ttp://x>", "<h9://x>"]);
    same(&["<r_>", "a <a_b> c", "</r_>", "<r_ />", "<a_ b=\"c\">", "<a b_=\"c\">", "<a-_>", "<a_1>"]);
}

/// Only spaces and tabs may stand behind the marks of front matter.
#[test]
fn odd_white_space_behind_front_matter() {
    same(&[
        "---\n---\u{a0}\n\nd\n---",
        "---\na: b\n---\u{a0}\n\n# d\n\n---\n\ne\n",
        "---\u{a0}\na: b\n---\n\n# d\n",
        "---\na: b\n...\u{a0}\n\n# d\n\n---\n\ne\n",
        "+++\na = 1\n+++\u{b}\n\n# d\n\n+++\n\ne\n",
        "--- \t\na: b\n--- \t\r\n\n# d\n",
    ]);
}

#[test]
fn what_the_grammar_is_spared_behind_the_mark_of_the_order_of_bytes() {
    let deep = ">".repeat(130);
    for first in
        ["1. </details>", "1. </b>", "- <div>", "> <div>", " <div>", "<div>", "- a & b [c", "| | |", "| [a | *b* |"]
    {
        same(&[
            &format!("\u{feff}{first}\nab "),
            &format!("\u{feff}{first}\n[ ] "),
            &format!("\u{feff}{first}\n|---|---|\n| a | b |\n"),
        ]);
        same(&[&format!("\u{feff}\u{feff}{first}\nab "), &format!("a\n\n\u{feff}{first}\nab ")]);
    }
    same(&[&format!("\u{feff}{deep} a\nb\n"), &format!("\u{feff}- {deep} a\n")]);
}

#[test]
fn a_label_that_ends_with_the_text() {
    for open in ["[][", "[b][", "![][", "![b]["] {
        for label in ["a", "a \u{c5d}", "\u{c5d}", "", "a]"] {
            same(&[
                &format!("a*b _{open}{label}"),
                &format!("*md| _{open}{label}\n\n[a]: b\n"),
                &format!("{open}{label}"),
            ]);
        }
    }
}

#[test]
fn a_form_feed_in_a_tag() {
    for space in
        ["\u{c}", "\u{c}\r\u{c}", "\u{c}\n\u{c}", "\n\u{c}", "\u{c}\n", " \n ", "\r", "\u{c} ", "\u{b}", "\t\n\t"]
    {
        for tag in ["b", "/b", "b a", "br/", "b a=\"c\"", "http://x.y", "!-- a --"] {
            same(&[&format!("a w, <{tag}{space}> c.\n"), &format!("a *w*, <b>H<{tag}{space}> c [a].\n\n[a]: b\n")]);
        }
    }
}

#[test]
fn marks_in_the_address_of_a_link() {
    for text in [
        "See [x](a______/______/b).",
        "[x](a****x****b) and *c*",
        "[x](a_b_c) `[y](d______/______/e)` <!-- [z](f____/____/g) -->",
    ] {
        assert_eq!(kinds(text)[0], Link, "{text}");
    }
    same(&["[b]: http![a](b)\n\nSee [4he page](ht!tps://docs.go____/______/____gle.com/pub).\n"]);
}

#[test]
fn a_run_of_backticks_in_code() {
    assert_eq!(kinds("As ` ``` ` blocks (`[a](b.md)`)."), [Code, Code]);
    assert_eq!(kinds("`` ` `` and `` `<p>` `` and \\` [c](d.md) `"), [Code, Code, Link]);
}
