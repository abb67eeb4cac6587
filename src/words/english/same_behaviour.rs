//! Titles of changes after which the program does what it did before: nobody asks how that was tried.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, in_pieces};

static SAME: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        // `refactor(pool)!: …`, `docs: …`: types of the conventional form.
        r"^#?\s*(?:\[[^\]]*\]:? ?)*(?:(?:docs?|chore|refactor|style|ci|build|tests?|revert|release|deps|lint|backport)(?:\([^)]*\))?!?:",
        // The first word behind an area: "pool: rename the limits".
        r"|(?:[\w/,.*-]+: )?(?:re-?factor|rename|move|inline|extract|clean(?:s|ed|ing)?[ -]?up|tidy|copy|document|(?:re-?|auto-?)?format|revert|backport|deprecate|simplify|split|flatten|de-?duplicate|partial(?:ly)? revert|merge|bump|upgrade|comment|type|annotate|lint|reorgani[sz]e|refactoring)(?:e?s|e?d|ing)?(?-u:\b))",
        r"|(?:[\w/,.*-]+: )?(?:improve|update|fix|add|expand|refresh|extend|clarify|rewrite)(?:e?s|e?d|ing)? (?:the )?(?:\w+ )?(?:docs|documentation)(?: (?:for|of|on|to|in|about)(?-u:\b)|\s*$)",
        r"|(?-u:\b)(?:typos?|mis-?spell?\w*|spelling|docstrings?|type (?:hints?|annotations?|checking)|comments?|linters?|commented[- ]out|static typing|mypy|pyright|moved|isolate[sd]?|indentation|white ?space|no functional changes?|nfc)(?-u:\b)",
    ])
});

/// Whether a title says that nothing works differently.
pub fn is_told(title: &str) -> bool {
    SAME.is_match(title)
}

/// Whether a title says that nothing but what people read is changed: "Document how the list is sorted", "Clarify what a
/// slot is", but not "Clarify some things".
pub fn is_documenting(title: &str) -> bool {
    static DOCUMENTING: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^#?\s*(?:\[[^\]]*\]:? ?)*(?:[\w/,.*-]+: |\S+ - )?(?:document(?:s|ed|ing)?(?: (?:how|that|the|when|which|why|what|where|some|all|[\w-]+ (?:property|behaviou?r|options?|parameters?|arguments?|flags?)))(?-u:\b)",
            r"|docs?(?:\([^)]*\))?!?: (?:document|clarify|explain|mention|note|describe)(?-u:\b)",
            r"|(?:clarif(?:y|ies|ied|ying)|describ(?:e|es|ed|ing)|explain(?:s|ed|ing)?|mention(?:s|ed|ing)?) [^\s,;]+ [^\s,;]+",
            r"|add(?:s|ed|ing)? (?:\w+ ){0,2}(?:docs|documentation|instructions) (?:for|on|of|about|to)(?-u:\b))",
        ])
    });
    const UNNAMED: &[&str] = &["some", "several", "various", "many", "few", "more", "things"];
    let said = title.rsplit(": ").next().unwrap_or(title).split_whitespace().nth(1).unwrap_or_default();
    DOCUMENTING.is_match(title) && !UNNAMED.contains(&said)
}

/// Whether a sentence says so of comments and documentation, and of nothing else: "Clarify the documentation of `take`".
pub fn is_of_comments(sentence: &str) -> bool {
    static COMMENTS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^\W*(?:clarif(?:y|ies|ied)|improve[sd]?|update[sd]?|fix(?:es|ed)?|correct(?:s|ed)?|expand(?:s|ed)?|extend(?:s|ed)?|reword(?:s|ed)?|rewrite?s?|rewrote|explain(?:s|ed)?|add(?:s|ed)?) (?:[^\s,;]+ ){0,6}(?:documentation|docs|doc-?strings?|doc comments?|comments|(?:go|java|rust|py)docs?)(?: (?:of|for|on|about) (?:[^\s,;]+ ?){1,5})?\W*$",
        ])
    });
    COMMENTS.is_match(sentence)
}

/// Whether a line says that there is nothing besides in a change: "Only `black .`, no other change".
pub fn is_all(line: &str) -> bool {
    static ALL: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:no (?:other|further|functional|behaviou?r(?:al)?) changes?|nothing else (?:is |was |has )?chang\w+|changes nothing else|(?:is|was|were|are) (?:generated|changed) by (?:hand|a|the))(?-u:\b)",
        ])
    });
    ALL.is_match(line)
}

#[cfg(test)]
mod tests {
    use super::{is_all, is_documenting, is_of_comments, is_told};

    #[test]
    fn what_keeps_its_behaviour() {
        assert!(is_told("refactor(pool)!: lend slots by tenant"));
        assert!(is_told("[core] Rename the limits"));
        assert!(is_told("pool: Inline the only caller"));
        assert!(is_told("Fix misspelled words"));
        assert!(is_told("service: flatten the pools") && is_told("De-duplicate what lends slots"));
        assert!(is_told("pool: fix mixed indentation") && is_told("Partial revert of 4d2c4af"));
        assert!(!is_told("Lend slots per tenant"));
        assert!(is_all("Only `black .`, no other change.") && !is_all("Format it with black."));
        assert!(!is_told("Test for empty slots before lending them"));
        assert!(
            is_documenting("Document how the slots are sorted") && !is_documenting("Document store: drop the cache")
        );
        for title in [
            "Clarify what a slot holds",
            "pool: describe the limits of a slot",
            "Add instructions for new tenants",
            "take() - document ordering property",
        ] {
            assert!(is_documenting(title), "{title}");
        }
        assert!(!is_documenting("Clarify some limits") && !is_documenting("Describe slots"));
        assert!(is_told("Auto-format all tables"));
        assert!(is_of_comments("Clarify the lend_slot method documentation"));
        assert!(
            is_of_comments("Improve doc comments of the pool.") && !is_of_comments("Improve comments in the editor")
        );
    }
}
