//! What can be seen of a part, whatever its spacing, so that a template's own words are known again.

use crate::words::english::{status, template, verb};

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

/// Words. A shorter hint is left where nobody answered, even if it asks nothing.
const LONG: usize = 25;

/// Whether what a template has below a heading waits for an answer. A status waits for none, nor does a clause of a licence, nor
/// a long text that asks nothing: the description of the group that meets, the notice that opens each of its meetings.
pub fn asks(name: &str, hint: &str) -> bool {
    let seen = fold(hint);
    let is_status = || {
        name.split(' ').any(|it| it == "status")
            && !seen.contains(['|', ',', '/'])
            && seen.split(' ').count() < 3
            && status::standing(&seen).is_some()
    };
    let sentences = || seen.split(['.', '!', ':', ';', '*']).flat_map(|it| it.split(" - ")).map(str::trim_start);
    let is_request = |it: &str| {
        let opens = |word: &str| it.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
        verb::opens(it) || ["what", "why", "how", "which", "who", "this section", "here"].into_iter().any(opens)
    };
    let has_blank = || !template::find(hint).is_empty();
    let has_mark = || seen.contains(['?', '<', '{', '[', '_']) || has_blank();
    let is_short = || seen.split(' ').count() < LONG;
    let is_legal = name.split([' ', '/']).any(|it| matches!(it, "copyright" | "license" | "licence" | "licensing"));
    // A notice may hold one order among what it tells.
    let is_asking = || {
        let all: Vec<&str> = sentences().filter(|it| !it.is_empty()).collect();
        let requests = all.iter().filter(|it| is_request(it)).count();
        requests > 0 && (2 * requests >= all.len() || is_request(all[0]))
    };
    match is_legal {
        // Every text of a series has the same clause, and a link to it.
        true => has_blank() || seen.contains('?') || sentences().any(is_request),
        false => !is_status() && (is_short() || has_mark() || is_asking()),
    }
}

/// A comment that is never closed runs to the end.
pub fn without_comments(text: &str) -> String {
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
    use super::{asks, fold};

    #[test]
    fn comments_fences_and_spacing_do_not_matter() {
        assert_eq!(fold("<!-- Say\nwhy. -->\n  What\n\nit  does <!-- x"), "what it does");
        assert_eq!(fold("```shell\nshop --version\n```\n"), "shop --version");
        assert_eq!(fold("<!-- nothing else -->\n"), "");
    }

    #[test]
    fn a_status_and_a_long_notice_wait_for_no_answer() {
        let notice = "The group that looks after doors meets each week, and whoever owns a door may come along and tell the \
            others of it, so that all of them hear of doors that squeak.";
        assert!(!asks("status", "Accepted") && !asks("doors", notice));
        assert!(asks("status", "Say here what it is.") && asks("decision", "Accepted"));
        assert!(
            asks("doors", &format!("{notice} Describe the door.")) && asks("doors", &format!("{notice} Which door?"))
        );
        assert!(asks("doors", &notice[..60]));
        let clause = "All of it may be used under the [Apache License](https://www.apache.org/licenses/LICENSE-2.0).";
        assert!(
            !asks("copyright waiver", clause) && asks("copyright", "Describe who holds it.") && asks("doors", clause)
        );
    }
}
