//! The only code here that could read or write beyond what it owns is written in C: the runtime of the parser, and two
//! grammars with scanners of their own. Each of them reads what the grammar stumbles over, and nobody else helps
//! (`--ast=always`). One byte that was never written or lies outside, or that nobody can give back, fails the test.

use std::path::Path;

use crate::corpus::{self, Form};
use crate::{ended, folder, released, valgrind};

const TEST: &str = "memory::the_parser_keeps_to_its_own";

/// What means something to one of the scanners.
#[rustfmt::skip]
const MARKS: &[&str] = &[
    "[", "]", "](", ")", "![", "*", "**", "_", "~", "~~~~", "`", "``", "```\n", "~~~\n", "<", "<a ", "<!--", "-->",
    "<div>\n", "</div>\n", "<?", "<![CDATA[", ">", "> ", "|", "|-|\n", "$", "$$", "- ", "-", "1. ", "+ ", "# ", "=\n",
    "---\n", "+++\n", "\t", "    ", " ", "\n", "\r", "\r\n", "\\", "&", "&amp;", "[a]: ", "[x] ", "\u{feff}",
    "\u{e9}", "\u{1f600}", "a", "a b\n",
];

/// Each mark after each other one, over and over; and each alone, for long.
fn texts() -> impl Iterator<Item = (String, String)> {
    let alone = MARKS.iter().enumerate().map(|(at, mark)| (format!("one-{at}.md"), mark.repeat(8000 / mark.len())));
    let pairs = MARKS.iter().enumerate().map(|(at, mark)| {
        let text = MARKS.iter().map(|other| format!("{mark}{other}").repeat(12) + "\n\n").collect();
        (format!("two-{at}.md"), text)
    });
    let forms = [Form::Plain, Form::Linked, Form::Marked, Form::Mixed].into_iter().enumerate();
    let forms = forms.map(|(at, form)| (format!("form-{at}.md"), corpus::text(form, 1, 8000)));
    alone.chain(pairs).chain(forms)
}

#[test]
#[ignore = "slow: it builds the program as it is shipped, and watches each byte"]
fn the_parser_keeps_to_its_own() {
    // What a run keeps until its end is not given back, whatever it reads.
    let nothing = folder([("a.md".to_owned(), "a\n".to_owned())]);
    let Some(kept) = lost(nothing.path()) else { return };
    let of_texts = lost(folder(texts()).path()).expect("valgrind is still there");
    assert_eq!(of_texts.len(), kept.len(), "{}", of_texts.join("\n\n"));
}

/// What nobody can give back at the end of a run over a folder, one place each; nothing where there is no valgrind.
fn lost(folder: &Path) -> Option<Vec<String>> {
    let mut command = valgrind(TEST, folder)?;
    command.args(["--quiet", "--error-exitcode=9", "--leak-check=full", "--errors-for-leak-kinds=none"]);
    command.args(["--show-leak-kinds=definite"]).arg(released());
    command.args(["check", "--isolated", "--exit-zero", "--quiet", "--jobs=1", "--ast=always", "."]);
    let (output, said) = ended(&mut command);
    assert!(output.status.success(), "{}: {said}", output.status);
    Some(said.split("\n==").filter(|it| it.contains(" definitely lost ")).map(str::to_owned).collect())
}
