//! What can be seen of a part, whatever its spacing, so that a template's own words are known again.

/// Text as it is compared: without comments, fences and spacing, in small letters.
pub fn fold(text: &str) -> String {
    let seen = without_comments(text);
    let lines = seen.lines().map(str::trim).filter(|line| !line.starts_with("```") && !line.starts_with("~~~"));
    let words = lines.flat_map(str::split_whitespace);
    let mut out = String::with_capacity(seen.len());
    for word in words {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.to_lowercase()
}

/// Text with its comments, whatever its spacing.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A comment that is never closed runs to the end.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn comments_fences_and_spacing_do_not_matter() {
        assert_eq!(fold("<!-- Say\nwhy. -->\n  What\n\nit  does <!-- x"), "what it does");
        assert_eq!(fold("```shell\nshop --version\n```\n"), "shop --version");
        assert_eq!(fold("<!-- nothing else -->\n"), "");
    }
}
