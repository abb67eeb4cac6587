//! Texts of any tokens of Markdown: marks of every block and inline, in any order.

use proptest::prelude::*;

use super::difference;

#[rustfmt::skip]
const TOKENS: &[&str] = &[
    "\n", "\n\n", "\r\n", "\r", "\t", " ", "  ", "   ", "    ", "     ", "# ", "## ", "###", " ##", "#", "#######",
    "\n===\n", "\n---\n", "\n***\n", "=", "-", "- ", "* ", "+ ", "-\t", "-  ", "-    ", "-     ", "-\n", "1. ",
    "2. ", "1) ", "10. ", "01. ", "001) ", "1.", "1.  ", "1234567890. ", "0. ", "- - ", "- 1. ", "  - ", "    - ", "   1. ", "- [ ] ",
    "- [x] ", "- [X]", "[ ] ", "[x] ", "[\t] ", "- # ", "- > ", "> ", ">", "> > ", ">\t", "> - ", "> [!NOTE]\n> ", ">  ",
    ">> b\n", "> a\n", ">\n", "> \n", ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>", "a\n===\n", "a\rb\r", "a b\nc d\n",
    "```\n", "```sh\n", "````\n", "~~~\n", "~~~ ,in\n", "```{a}\n", "```", " ```\n", "   ```\n", "    ```\n", "~~~~", "`", "``", "*", "**",
    "_", "__", "***", "~~", "~", "[", "]", "](", ")", "![", "[a](b)", "[a][b]", "[a]", "[]", "[a](<b c>)",
    "[a](b \"t\")", "(c)", "(c", "\n[b]: http://x.y\n", "\n[b]: /u 'title'\n", "[c]:\n", "[c]: ", "[^1]",
    "\n[^1]: note\n", "<", "<!-- ", " -->", "-->", "<!--", "<!-->", "<!--->", "<b>", "</b>", "<br>", "<div>\n",
    "</div>\n", "<div>", "<?x", "?>", "<!DOCTYPE x>", "<![CDATA[", "]]>", "<details>\n<summary>", "</summary>\n",
    "</details>\n", "<pre>\n", "</pre>\n", "<script>", "</script>", "<http://x.y>", "<a@b.c>", "<a href=\"b\">", "|",
    "| a | b |\n|---|---|\n", "| | |\n", "|---|", "a | b\n--|--\n", "\\", "\\\\", "\\`", "\\[", "\\|", "$", "$$",
    "$x$", "&amp;", "&nbsp;", "&", "&#35;", "\u{0}", "\u{feff}", "---\n", "+++\n", "...\n", "---", "key: value\n",
    "Owner: ", "{", "}", "\"", "'", "(", "\u{201c}", "http://x.y/z", "www.x.y", "a@b.com", "@ada", "a", "b", "word",
    "word word", "Sentence. ", "text\n", "\n\ntext\n", "\n\n# T\n", "\u{e9}", "\u{1f600}", "\u{65e5}\u{672c}",
    "\u{200b}", "\u{a0}", "\u{301}", "\u{2028}", "\u{85}", "\u{c}", "\u{b}", "\u{1b}", "\u{3000}", "!", "a_b_c",
    "*a*", "**a**", "_a_", "`a`", "``a``", "`a``", "*a", "a*", "__a", "snake_case", ":", "::", "==", "CDATA",
    "[CDATA", "1", "2026-11-20", "10.5", "%", "^",
];

/// Texts of a few sorts of tokens find more than those of all: what belongs together meets. Some come with each few.
fn of_few(
    tokens: &'static [&'static str],
    with: &'static [&'static str],
    most: usize,
    length: usize,
) -> impl Strategy<Value = String> {
    let token = move || prop::sample::select(tokens);
    prop::collection::vec(token(), 1..most).prop_flat_map(move |mut few| {
        few.extend(with);
        let token = prop_oneof![4 => prop::sample::select(few), 1 => token()];
        prop::collection::vec(token, 1..length).prop_map(|tokens| tokens.concat())
    })
}

fn markdown() -> impl Strategy<Value = String> {
    of_few(TOKENS, &[], 12, 40)
}

/// What code is made of, between fences or indented, and what stands around it.
#[rustfmt::skip]
const CODE: &[&str] = &[
    "\n", "\n\n", "\r\n", "\t", " ", "  ", "   ", "    ", "- ", "-   ", "1. ", "10. ", "  - ", "    - ", "> ", "a\n", "a",
    "```\n", " ```\n", "  ```\n", "   ```\n", "    ```\n", "     ```\n", "      ```\n", "```sh\n", " ```sh\n", "   ~~~\n", "~~~\n",
    "````\n", "```", "   ```", "    a\n", "  b\n", "# T\n", "\n\ntext\n", "<!-- ", " -->", "| a | b |\n|---|---|\n", "`",
];

/// Code without fences, and all that would begin a block elsewhere.
#[rustfmt::skip]
const INDENTED: &[&str] = &[
    "    ", "    ", "    ", "     ", "        ", "   ", " ", "\n", "\n", "\n", "\n\n", "\r\n", "a", "a b", ">", "> a", "- a", "-", "* ", "1. a", "1.", "# a", "#", "===", "=",
    "---", "--", "```", "```a", "~~~", "<div>", "</div>", "<!-- ", "-->", "<a>", "<", "<?", "[a]: b", "[ ] ", "[", "| a | b |", "|---|---|", "a | b", "--|--", "|", "\t",
    "+++", "...", ":", "\u{e9}", "\u{a0}", "\u{2028}", "*a*", "`", "_", "\\", "- [ ] a", "    a\n", "    - a\n", "    > a\n", "        a\n", "a\n", "\n\n# T\n", "Owner: a\n",
    "---\n", "***\n", "___\n", "--- \n", "----\n", "a\n\n", "- a\n\n", "- ", "1. a\n\n", "  - b\n\n", "      a\n", "       a\n", "      ", "  a\n",
];

/// Quotes in lists, and lists behind quotes.
#[rustfmt::skip]
const QUOTED: &[&str] = &[
    "- ", "* ", "1. ", "10. ", "01. ", "- [ ] ", "> ", ">", "> > ", ">> ", "  ", "   ", "    ", " ", "  > ", "   > ", "    > ", "  >", "  > > ", "  >> ",
    "a", "a\n", "b c\n", "\n", "\n\n", "> a\n", "  > a\n", "  >\n", "   > a\n", "    > a\n", "  a\n", "    a\n", "- a\n", "  - a\n", "- a\n\n",
    ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>", "1. a\n\n", "\r\n", "```\n", "  ```\n", "# T\n", "<div>\n", "`", "*", "> # T\n", "  > - a\n", "|", "[a]: b\n", "\t", "[!NOTE]", "<!-- -->",
];

/// What lines begin with that may be tags, fences or underlines, and what stands before and behind it.
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "<h2 a=\"b\">c", "<h2 a=\"b\">", "<h2>a</h2>", "<a-b c-d='e'>", "<a b = \"c\">", "<a b=c>", "<a b=\"\u{e9}\">", "<a b=\"c\"", "</a >", "<aaaaaaaaaaaa/>", "<aaaaaaaaaaaa>b", "<a>b",
    "<", "</", "<<", "<= 1", "<1>", "<a>", "<a>)", "<a>: b", "</a>", "<a b", "<a b=\"c\">", "<a b=\"c > d\" e=\"f\">", "<a b=\"c\" />", "<a b=\"c\"d=\"e\">", "<a/>", "<a />", "<a-b>", "<a1>", "<div", "<div>", "<div/>",
    "</div>", "<div-a>", "<h1>", "<h1", "<hr>", "<pre", "<pre>", "</pre>", "<prefix>", "<pre a>", "a</pre>b", "a</pre b", "</pre", "a </style\t>b", "</script >", "</style>", "#a", "#1 ", "##", "#\u{e9}", "<script>", "<Pre>", "<?", "<!", "<!A", "<!--", "-->",
    "<\u{e9}>", "<a\u{e9}>", "<http://x.y>", "<a@b.c>", "<a.b>", "[UNRESOLVED]", ">", ">>", "```", "```a", "```a```", "``` a`", "````", "~~~",
    "~~~`", "=", "==", "==A==", "= 1", "===", "`", "a", "b c", " ", "  ", "   ", "    ", "\n", "\n\n", "\r\n", "- ", "* ", "1. ", "  - ", "> ", "# ",
    "| a | b |\n|---|---|\n", "|", "\t", "- [ ] ", "-", ".",
];

/// What stands in running text with links in it, and costs the grammar one of them where it opens and never closes.
#[rustfmt::skip]
const MARKS: &[&str] = &[
    "*", "**", "***", "_", "__", "~", "~~", "`", "``", "a", "a ", " b", " ", "\n", "1", ".", ",", "(", ")", "-", "=",
    "[a](b)", "[a](b_c)", "[a](_b)", "[a](b*)", "[a](b/~c_)", "[a][b]", "[a]", "[", "](", "]", "![", "[*a*](b)", "[`a`](b)",
    "<b>", "</b>", "<", "\u{e9}", "*a*", "**a b**", "_a_", "`*`", "`_a`",
];

/// What opens a link, a tag, an address, a comment or a formula in running text, and what it holds.
#[rustfmt::skip]
const LINKS: &[&str] = &[
    "[", "[", "]", "]", "](", "][", "(", ")", "![", "a", "b c", " ", "\n", "[]", "[a]", "[a][b c]", "[a](b)", "[a](b \"c\")", "[a](b 'c d')", "[a](b(c))", "(b(c)d)", "[a] [b]",
    "\"", "'", "[a [b]](c)", "[[a](b)]", "![a](b)", "![](b)", "[](b)", "[a](", "$", "$a", "$5", "$$", "\\", "\\*", "\\_", "\\[", "\\#", "\\-", "\\.", "\\\n", "\\\\", "*", "_", "~", "`", "`a`", "<",
    ">", "<a b=\"c\">", "<a b=\"c_d\" e=\"f\">", "<a b=\"c\"/>", "</a>", "<a b>", "<a b=c>", "<a:b>", "<a://b>", "<ab://c.d>", "<ab://c_d>", "<ab://c*d>", "<ab://c.d", "<!-- a -->", "<!--", "-->",
    "<a b, c>", "<a, b>", "<a-b>", "<a_b>", "<a b", "<1>", "<[", "<=", "]>", "<-", "<&a@b>", "<1@b.c>", "<a@b.c>", "<a.b+c-d@e-f.g>", "<a@b>", "<a@-b>", "<a@b..c>", "<a_b@c.d>", "<a@b.c", "@", "&", "[![a](b)](c)", "[![a](b)][c]", "[a]( b)", "(\nb\n\"c\nd\")", "<!-- a\nb -->", "<!---->", "<!-->", "--", "<?", "<br>", "<br />", "^", "[^1]", ":", "!", "\u{e9}",
];

/// Comments in running text, and what stands in them and around them.
#[rustfmt::skip]
const COMMENTS: &[&str] = &[
    "<!-- ", " -->", "<!--", "-->", "<!-- a -->", "<!-- a-b: c=\"d\" (e) -->", "<!-- a's #1; b? c! @d 5% +1 -->", "<!---a-->", "<!--a--->", "<!-- - -->", "<!-- a -- b -->", "<!-->", "a", "b c",
    " ", "\n", "-", "- ", " -", "--", "=", "\"", "'", "(", ")", ";", "?", "!", "#", "@", "+", "%", "&", "&amp;", "[", "]", "[a](b)", "`", "`a`", "*", "_", "$", "\\", "<", ">", "<b>", "{", "}", "|", "^", "~", "\u{e9}",
];

/// Definitions of links, and what lines and items begin with that looks like one.
#[rustfmt::skip]
const DEFINITIONS: &[&str] = &[
    "[a]: b", "[a]: b\n", "[a]:", "[a]: ", "[a b]: ", "[a][b]: ", "[a](b): ", "[a [b]: ", "[`a`]: ", "[^1]: ", "b_(c)", "b(c(d))", "b(c", "(b)", "b)", "#(._.c)", "\"c d\"", "'c'", "'c \"d\" (e)'", "(c 'd' \"e\")", "(c)", "(", "'", "\"", " ",
    "  ", "    ", "\n", "\n\n", "\r\n", "- ", "1. ", "* ", "  - ", "      - ", "- [ ] ", "- [x] ", "[ ] ", "[x] ", "> ", "[a]", "[a](b)", "a", "a b", "# a\n", "\\", "|", "| a |", "&", "<", "<b>", "[", "]", "]:", ":",
    "CDATA", "\t", "\u{e9}", "\n\n# T\n", "```\n",
];

/// Lists, code and quotes that are indented with tabs.
#[rustfmt::skip]
const TABBED: &[&str] = &[
    "\t", "\t", "\t\t", " \t", "  \t", "   \t", "\t ", "\t  ", " ", "  ", "    ", "\n", "\n\n", "\r\n", "- ", "* ", "1. ", "10. ", "- [ ] ", "-\t", "1.\t", "> ", ">\t", "a", "a b", "a\n", "b\n", "- a\n", "\t- a\n",
    "\ta\n", "\t\ta\n", "  a\n", "```\n", "\t```\n", "\t# T\n", "# T\n", "\t| a | b |\n\t|---|---|\n", "\t<div>\n", "<div>\n", "\t[a]: b\n", "\t> a\n", "===\n", "\t---\n", "`", "*", "a\tb", "\t\n", "a \t\n", "[ ] ",
];

/// What stands in front matter and right behind it.
#[rustfmt::skip]
const FRONT: &[&str] = &[
    "---\n", "---\n", "+++\n", "...\n", "--- \n", "---\r\n", "---\t\n", "----\n", "---", " ---\n", "    ---\n", "\t", " ", "    ", "\n", "\n\n", "\r\n", "\r", "a: b\n", "a = 1\n", "- a\n", "  - a\n", "1. a\n", "# a\n",
    "a\n", "a", "- ", "> ", "| a | b |\n|---|---|\n", "```\n", "<!-- ", "-->", "<div>\n", "\n\n# T\n", "[a]: b\n", "===\n", "***\n", "\u{feff}", "\u{e9}",
];

/// What stands in a cell of a table, or between two.
#[rustfmt::skip]
const CELLS: &[&str] = &[
    "a", " ", "  ", "|", "| ", " |", "\\|", "\\", "\\\\", "\\a", "\\*", "*", "`", "``", "`|`", "$", "[a](b)", "[", "]", "<b>", "<", "&#124;", "---",
    ":-:", "\u{e9}", "~", "\\`", "\\ ", "|\n|", " |\n| ", "|\n",
];

/// A table, and rows of any cells.
fn rows() -> impl Strategy<Value = String> {
    let row = || {
        let cells = prop::collection::vec(prop::sample::select(CELLS), 1..9);
        let bars = prop::sample::select(&["|", "|", "", "", "a ", "**b** ", "- ", "# "][..]);
        (bars, cells, prop::sample::select(&["|", "", " ", "\\|"][..]))
            .prop_map(|(before, cells, behind)| format!("{before}{}{behind}\n", cells.concat()))
    };
    let before = prop::sample::select(
        &["", "", "a\n", "a | b\n", "\na", "a\r\nb \n", " a\n", "- a\n", "> a\n", "`", "1", "# a\n"][..],
    );
    let header = prop::sample::select(
        &["| a | b |\n", "a | b\n", "a | b |\n", "| a | b\n", " a | b\n", "*a* | b\n", "a|\n", "a\\|b | c\n"][..],
    );
    let below = prop::sample::select(
        &[
            "|---|---|\n",
            "---|---\n",
            ":-: | --:\n",
            "--- | --- |\n",
            "|---|---\n",
            " ---|---\n",
            "---\n",
            "-|\n",
            "- | -\n",
            "---|---\\\n",
        ][..],
    );
    (before, header, below, prop::collection::vec(row(), 0..4))
        .prop_map(|(before, header, below, rows)| format!("{before}{header}{below}{}", rows.concat()))
}

fn indented() -> impl Strategy<Value = String> {
    let before =
        prop::sample::select(&["    ", "    ", "- a\n\n      ", "1. a\n\n       ", "- a\n  - b\n\n        "][..]);
    (before, of_few(INDENTED, &["    ", "\n"], 8, 20)).prop_map(|(before, text)| format!("{before}{text}"))
}

fn front() -> impl Strategy<Value = String> {
    let before = prop::sample::select(
        &["---\n", "---\n", "---\na: b\n---\n", "+++\n", "+++\na = 1\n+++\n", "\u{feff}---\n"][..],
    );
    (before, of_few(FRONT, &["---\n"], 8, 16)).prop_map(|(before, text)| format!("{before}{text}"))
}

fn code() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(CODE), 1..14).prop_map(|tokens| tokens.concat())
}

/// Beyond its bounds the grammar is not asked for inlines, and a scan stands in, whoever asks.
fn long() -> impl Strategy<Value = String> {
    markdown().prop_map(|text| format!("{}{text}", "word `a` [b](c) ".repeat(260)))
}

/// How often a property is tried, where nobody says otherwise.
fn config(cases: u32) -> ProptestConfig {
    let is_told = std::env::var_os("PROPTEST_CASES").is_some();
    let usual = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if is_told { usual } else { ProptestConfig { cases, ..usual } }
}

/// Properties of the same form: texts of a sort are read as the grammar reads them.
macro_rules! read_as_the_grammar_reads_them {
    ($($property:ident: $texts:expr;)*) => {
        proptest! {
            #![proptest_config(config(4000))]
            $(
                #[test]
                fn $property(text in $texts) {
                    let difference = difference(&text);
                    prop_assert!(difference.is_none(), "{}", difference.unwrap_or_default());
                }
            )*
        }
    };
}

read_as_the_grammar_reads_them! {
    any_marks_and_links_are_read_as_the_grammar_reads_them: of_few(MARKS, &[], 7, 16);
    any_links_tags_and_addresses_are_read_as_the_grammar_reads_them: of_few(LINKS, &[], 8, 16);
    any_comments_are_read_as_the_grammar_reads_them: of_few(COMMENTS, &["<!-- ", " -->", "a"], 8, 16);
    any_definitions_are_read_as_the_grammar_reads_them: of_few(DEFINITIONS, &["\n"], 8, 16);
    any_tabs_are_read_as_the_grammar_reads_them: of_few(TABBED, &["\t", "\n"], 8, 16);
    any_code_without_fences_is_read_as_the_grammar_reads_it: indented();
    any_quotes_in_lists_are_read_as_the_grammar_reads_them: of_few(QUOTED, &[], 8, 16);
    any_openings_are_read_as_the_grammar_reads_them: of_few(OPENINGS, &["\n"], 8, 16);
    any_rows_are_read_as_the_grammar_reads_them: rows();
    any_front_matter_is_read_as_the_grammar_reads_it: front();
    any_text_is_read_as_the_grammar_reads_it: markdown();
    any_code_is_read_as_the_grammar_reads_it: code();
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn any_long_text_is_read_as_the_grammar_reads_it(text in long()) {
        let difference = difference(&text);
        prop_assert!(difference.is_none(), "{}", difference.unwrap_or_default());
    }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn in_any_text_the_same_is_found(text in markdown()) {
        let difference = super::findings::difference(&text);
        prop_assert!(difference.is_none(), "{}", difference.unwrap_or_default());
    }
}
