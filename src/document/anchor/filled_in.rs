//! Whether a program puts text into a page that is not in its file, so that nobody knows all its headings.

use crate::words::list::is_among;

/// What stands for text that a program puts in: an include, a directive, a component.
pub fn is_filled_in(text: &str) -> bool {
    const MARKS: &[&str] = &[
        "{% include",
        "{%- include",
        "include-markdown \"",
        "include-markdown '",
        "{include} ",
        "{{<",
        "{{%",
        "{{#include",
        "--8<--",
        "!INCLUDE",
        "[[include",
        "::include",
        "@include",
        ".. include::",
        ".mdx'",
        ".mdx\"",
        "'@site/",
        "\"@site/",
        "<!-- md:",
    ];
    MARKS.iter().any(|mark| text.contains(mark)) || text.lines().any(|it| names_code(it) || brings_in(it))
}

/// `import Options from "./options.md"`: a component that is made of another text, wherever it stands here.
fn brings_in(line: &str) -> bool {
    line.trim_start().starts_with("import ") && [".md'", ".md\""].iter().any(|end| line.contains(end))
}

/// `::: shop.pool.Pool`: mkdocstrings puts in what is said of a name in code. What stands behind the same mark elsewhere, as in
/// `::: tip Keep it short`, is the sort of a box, and the text in it is there.
fn names_code(line: &str) -> bool {
    let Some(name) = line.strip_prefix("::: ").map(str::trim) else { return false };
    let is_name = !name.is_empty() && name.chars().all(|it| it.is_alphanumeric() || matches!(it, '.' | '_' | ':'));
    is_name && (name.contains(['.', '_']) || !is_among(BOXES, &name.to_lowercase()))
}

/// Sorts of boxes.
const BOXES: &str = "tip info note warning danger details caution important success error hint question abstract example quote \
                     todo attention failure bug raw card cards grid steps tabs tab center right left";

#[cfg(test)]
mod tests {
    use super::is_filled_in;

    #[test]
    fn a_name_in_code_is_filled_in_and_a_box_is_there() {
        assert!(is_filled_in("<script setup>\n    import A from \"./a.md\";\n</script>\n"));
        assert!(is_filled_in("# Pool\n\n::: shop.pool.Pool\n") && is_filled_in("::: pool\n    options:\n"));
        for text in
            ["::: tip\nKeep it short.\n:::\n", "::: warning Of old\n:::\n", "::: code-group\n:::\n", "a ::: b.c\n"]
        {
            assert!(!is_filled_in(text), "{text}");
        }
    }
}
