//! Code that stands between two lines of a program for sites and not in a fence: `[prism classes="language-yaml"]`, `[/prism]`.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::holds;

const OPEN: &str = "[prism";
const CLOSE: &str = "[/prism]";
/// Blanks before a fence.
const DEEPEST: usize = 3;

/// Whether a text may have such code.
pub fn is_in(text: &str) -> bool {
    holds(text, CLOSE)
}

/// A text as Markdown has to be shown it: of the same length and the same lines, with fences for the two lines around each
/// piece of such code. A line that is never closed, or holds more than its mark, is what it says.
pub fn shown(text: &str) -> Cow<'_, str> {
    let mut marks: Vec<Range<usize>> = Vec::new();
    let (mut at, mut open, mut is_fenced) = (0, None, false);
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let mark = at + indent..at + indent + line.trim().len();
        at += line.len();
        match (&open, line.trim()) {
            // What is fenced is shown, and what is deeper belongs to an item or is code already.
            (None, line) if ["```", "~~~"].iter().any(|it| line.starts_with(it)) => is_fenced = !is_fenced,
            (None, line) if is_open(line) && indent <= DEEPEST && !is_fenced => open = Some((mark, indent)),
            (Some((_, begun)), CLOSE) if (*begun..=begun + DEEPEST).contains(&indent) => {
                marks.extend(open.take().map(|it| it.0).into_iter().chain([mark]));
            }
            _ => {}
        }
    }
    if marks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for mark in marks {
        out.push_str(&text[out.len()..mark.start]);
        // No fence that is shown in the code is as long, and one of words behind it closes nothing.
        out.push_str(&"~".repeat(OPEN.len()));
        out.push_str(&" ".repeat(mark.len() - OPEN.len()));
    }
    out.push_str(&text[out.len()..]);
    Cow::Owned(out)
}

/// Whether a line is the mark before a piece of code, and nothing else.
fn is_open(line: &str) -> bool {
    let rest = line.strip_prefix(OPEN).and_then(|it| it.strip_suffix(']'));
    rest.is_some_and(|it| (it.is_empty() || it.starts_with(' ')) && !it.contains(']'))
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn two_lines_of_a_program_are_a_fence() {
        assert_eq!(
            shown("a\n[prism classes=\"é\"]\r\n```\n[b](c)\n[/prism]\n[prism]\n[/prism]"),
            format!("a\n{:20}\r\n```\n[b](c)\n~~~~~~  \n~~~~~~ \n~~~~~~  ", "~~~~~~")
        );
        assert_eq!(shown("[prism]\n [/prism]"), "~~~~~~ \n ~~~~~~  ");
        for other in [
            "[prism]\n[b](c)\n",
            "[b](c)\n[/prism]\n",
            "[prism] `a` [/prism]\n",
            "[prism](c)\n[/prism]\n",
            "[prisms]\n[/prism]\n",
            "[prism] is a mark\n[/prism]\n",
            "- a\n\n  [prism]\n  b\n[/prism]\n",
            "    [prism]\n[/prism]\n",
            "```\n[prism]\n```\n[/prism]\n",
        ] {
            assert_eq!(shown(other), other);
        }
    }
}
