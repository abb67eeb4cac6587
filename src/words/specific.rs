//! What a reader can look up: ids, versions, numbered documents, paths, identifiers. A sentence that holds one of them
//! is specific; a vague word beside it does no harm.

use std::sync::LazyLock;

use super::list::is_among;
use super::{tracker, version};
use crate::words::pattern::Pattern;

static NAME: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?:^|[^\w&])(?:",
        // "RFC 2119", "ADR-7", "incident 31".
        r"(?i:rfcs?|adrs?|peps?|keps?|eips?|mcps?|cases?|incidents?)[ -](?i:no\. ?|number |#)?\d+",
        // Paths and file names.
        r"|\.{0,2}/[\w.-]+(?:/[\w.*-]+)+|[\w.-]+/(?:[\w.-]+/)+[\w.-]*|~/[\w.-]+|[\w-]+\.(?:md|rst|txt|rs|py|js|mjs|jsx|tsx?|go|java|kt|rb|php|c|cc|cpp|h|hpp|cs|swift|sh|yml|yaml|toml|json|xml|html|css|scss|sql|csv|log|lock|cfg|conf|ini|env|lean|ex|exs|clj|elm|pdf|png|jpg|svg|ipynb)",
        // Identifiers: `snake_case`, `camelCase`, `CamelCase`, `a::b`, `call()`, `--flag`.
        r"|[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+|[a-z]+[a-z0-9]*[A-Z]\w*|[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+|\w+(?:::|->)\w+|[A-Za-z]\w*(?:\.[a-z]\w*)*\(\)|--[a-z][\w-]+",
        r")(?:$|[^\w])"
    ))
});

/// Words in capitals inside that are products, and lead nowhere.
const PRODUCTS: &str = "\
    GitHub GitLab JavaScript TypeScript MacOS macOS iOS iPhone iPad PowerPoint OneDrive LaTeX YouTube WhatsApp \
    LinkedIn OpenAI ChatGPT DevOps OpenSource IoT eMail McDonald";

/// Pictures, and people as an export of a chat writes them: "<@U0123ABCD>".
static EMOJI: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r":[a-z0-9_+-]+:|<@[A-Za-z0-9]+>"));

/// Whether some words lead the reader to one thing and no other.
pub fn has_pointer(text: &str) -> bool {
    let plain = EMOJI.replace_all(text, " ");
    tracker::has_id(&plain) || version::has_number(&plain) || has_name(&plain)
}

/// Whether a piece of code names a place in a program: a path, an identifier, `Order#total`.
pub fn names_code(code: &str) -> bool {
    let is_word =
        |it: &str| !it.is_empty() && it.chars().all(|it| it.is_alphanumeric() || matches!(it, '_' | ':' | '?' | '!'));
    let code = code.trim_matches('`');
    has_name(code) || code.split_once('#').is_some_and(|(of, method)| is_word(of) && is_word(method))
}

/// Whether a path, an identifier or a document by its number stands in a text.
fn has_name(text: &str) -> bool {
    let mut at = 0;
    while let Some(found) = NAME.find_at(text, at) {
        let word = found.as_str().trim_matches(|it: char| !it.is_ascii_alphanumeric());
        if !is_among(PRODUCTS, word) {
            return true;
        }
        at = found.end() - found.as_str().chars().next_back().map_or(0, char::len_utf8).min(found.len() - 1);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{has_pointer, names_code};

    #[test]
    fn numbers_versions_paths_and_identifiers_lead_somewhere() {
        for text in [
            "see #142",
            "in PR 12 we said",
            "ABC-77 is open",
            "since v2 it fails",
            "on 1.4.2",
            "in src/auth/login.rs",
            "the file login.rs",
            "call refresh_token here",
            "the tokenStore",
            "use parse() there",
            "pass --no-cache",
            "owner/repo#3",
            "at commit 3f9a2b1c",
        ] {
            assert!(has_pointer(text), "{text}");
        }
    }

    #[test]
    fn code_names_a_place_in_a_program() {
        assert!(["Order#total", "billing/proration.rb:88", "parse()", "max_age"].iter().all(|it| names_code(it)));
        assert!(!["main", "# of rows", "true", "a b"].iter().any(|it| names_code(it)));
    }

    #[test]
    fn plain_words_and_products_lead_nowhere() {
        for text in [
            "the auth thing",
            "on GitHub, tomorrow at 5",
            "and/or",
            ":slightly_smiling_face:",
            "3.5 hours",
            "3.5m users",
            "a 50% rise",
        ] {
            assert!(!has_pointer(text), "{text}");
        }
    }
}
