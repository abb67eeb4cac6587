//! Values that are spoken of and not meant: what somebody typed, what a program made of it, what a header says.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::near::{ahead, behind};
use crate::words::pattern::{Pattern, in_pieces};

/// "a February 30th", "Entering 31/04/2026", "Expected an error for 31.06.2026", "Stripe-Version: 2026-13-01".
static BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r#"(?:(?-u:\b)(?:an?|like|such as|rejects|accepts|allows)|(?:date|day) of"#,
        r"|(?-u:\b)(?:(?:(?:re)?enter|typ|pass|submit|pars|feed|pick|input)(?:e|s|es|ed|ing|ted|ting)?|past(?:es?|ed|ing))(?: (?:in|the date|the value|a date of))?",
        r"|(?-u:\b)(?:error|exception|failure|400|422|200)s? (?:for|on|with)",
        r"|(?-u:\b)(?:parser?|form|field|picker|importer|import|api|endpoint|validator|validation|function|code|library|server|client) (?:\w+ )?(?:turns|converts|changes|maps|reads|rounds|shifts|stores|parses|takes|makes|returns|shows|prints|gives)",
        r#"|(?-u:\b)version:?) ["'`]?$"#,
    ])
});

/// " is accepted", " passes validation": what becomes of it in a program.
static AFTER: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r#"^["'`]? (?:(?:is|are|was|were|gets?|got|should be|must be) (?:silently |still |also |wrongly |happily )?"#,
        r"(?:accepted|parsed|refused|rejected|rounded|normali[sz]ed|stored as|read as|turned into|converted|shifted|treated)",
        r"|(?:passes|fails) (?:the )?(?:validation|check|parser|parsing)|(?:throws|raises|returns|becomes|parses)(?-u:\b))",
    ])
});

/// Things that happen on a day, and are no value of it: "the invoice of 31/04/2026 was refused".
static OF_A_DAY: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"(?i)(?-u:\b)(?:of|on|from|by|until|for|dated) $"));

/// Whether a value stands in a text as a specimen.
pub fn is_specimen(text: &str, value: &Range<usize>) -> bool {
    let before = behind(&text[..value.start]);
    BEFORE.is_match(before) || AFTER.is_match(ahead(&text[value.end..])) && !OF_A_DAY.is_match(before)
}

/// "A job on the 31st of February never runs", "`0 5 31 2 *`, the 31st of February": a day that is named because it never
/// comes. Only a day of every year is named so.
pub fn is_for_never(text: &str) -> bool {
    static WORDS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"(?-u:\b)(?:(?:can |could |will |would |does |do |is |are )?(?:never|not|cannot|can't|won't|doesn't|don't|wouldn't)(?: ever| actually)? ",
            r"(?:fires?|runs?|com(?:es?|ing)|happens?|triggers?|occurs?|match(?:es)?|executes?|exists?|arrives?|reached|real)",
            r"|cron(?:tabs?|s)?)(?-u:\b)",
        ])
    });
    WORDS.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::is_specimen;

    fn is_one(text: &str) -> bool {
        let start = text.find('2').expect("a value");
        is_specimen(text, &(start..start + "2026-02-30".len()))
    }

    #[test]
    fn a_value_is_tried_or_meant() {
        for text in [
            "Entering 2026-02-30 is accepted.",
            "Expected an error for 2026-02-30, and got none.",
            "The parser turns 2026-02-30 into 2026-03-02.",
            "Shop-Version: 2026-02-30",
            "2026-02-30 is silently accepted.",
        ] {
            assert!(is_one(text), "{text}");
        }
        for text in [
            "The invoice of 2026-02-30 was rejected.",
            "The parser ships on 2026-02-30.",
            "We freeze on 2026-02-30, as is accepted.",
            "The new version is out by 2026-02-30.",
        ] {
            assert!(!is_one(text), "{text}");
        }
    }
}
