//! A whole answer that only says what to answer.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, in_pieces};

/// `[e.g. the browser]`, `<your name>`, `YYYY-MM-DD`: a whole answer that describes an answer.
pub fn is_hint(answer: &str) -> bool {
    static HINT: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            // "your_password" and "your-tier-id" are values that the reader puts in, and no answers that are missing.
            r"^(?:\[(?:your(?:-?name|[ ,:./][^\[\]_]*)?|(?:e\.?g\.?|for example|ex\.?|such as|the|name|date|title|link|url|owner|description|version)(?:[ ,:./_-][^\[\]]*)?)\]",
            r"|<(?:your(?:[ ,:./-][^<>=_]*)?|(?:e\.?g\.?|the|name|date|title|link|url|owner|author|description|version|who|what|when)(?:[ ,:./_-][^<>=]*)?)>",
            r"|\{(?:your|name|date|title|link|owner|author|description|version|decision|option)(?:[ ,:_-][^{}]*)?\}",
            r"|(?:yyyy|dd|mm)[-/.](?:mm|dd)[-/.](?:dd|yyyy)|hh:mm(?::ss)?|@(?:name|username|handle|mention|assignee|owner|person|your[-_]?name|github[-_]?handle))$",
        ])
    });
    // The words of the commonest forms of a decision record and of a request, where nothing else stands below their headings.
    static FORM: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^(?:the issue motivating this decision, and any context|the change that we['\x{2019}]re proposing or have agreed|what becomes easier or more difficult to do (?:and|because))",
            r"|^(?:please )?(?:briefly )?(?:describe|explain|summari[sz]e|outline) [^.\n]*(?-u:\b)your (?:merge request|pull request|changes?|pr|mr|issue|problem|proposal)(?-u:\b)[^.\n]*\.?$",
            r"|^\{(?:list everyone|title of|describe|positive|negative|argument|example|pointer)[^{}]*\}$",
        ])
    });
    // Counted here: an expression that counts has a state for each letter.
    const LONGEST: usize = 240;
    // `{name: "pool"}` is a value, `{name: Text, sizes: Size[]}` its type, `[name, created_at, updated_at]` those that there are.
    let is_value = || answer.starts_with('{') && (answer.contains('"') || is_of_fields(answer)) || is_of_names(answer);
    // Of hardly an answer the pattern has to be tried, and all others are looked through for words.
    super::is_short(answer) && HINT.is_match(answer) && !is_value() && !says_where(answer)
        || answer.len() <= LONGEST && FORM.is_match(answer)
}

/// "[Link will be posted in the channel]" says where it will be.
fn says_where(answer: &str) -> bool {
    let behind = answer.split_once(" will be ").map_or("", |(_, rest)| rest);
    [" in ", " on ", " at ", " to ", " by "].iter().any(|it| behind.contains(it))
}

/// Whether what stands between brackets are the names of several things in a program.
fn is_of_names(answer: &str) -> bool {
    let mut names = answer.trim_matches(['{', '}', '[', ']']).split(", ");
    answer.contains('_') && names.clone().count() > 2 && names.all(|it| !it.contains(' '))
}

/// Whether each part between braces has a name of its own.
fn is_of_fields(answer: &str) -> bool {
    let inside = answer.trim_matches(['{', '}']);
    inside.contains(", ") && inside.split(", ").all(|it| it.contains(": "))
}
