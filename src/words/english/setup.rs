//! Words of those who tell how to start a thing and where it answers then.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of, in_pieces};

static WORDS: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "open|opens|load|loads|visit|browse|browser|navigate|navigating|go to|goto|head to|point|points|connect|connects",
        "run|runs|running|start|starts|started|serve|serves|served|server|listen|listens|listening|expose[sd]?|bind|binds",
        "local|locally|localhost|port|ports|proxy|proxied|endpoint|endpoints|origin|cors|callback|redirect|default|defaults",
        "mount|mounts|mounted|map|maps|mapped|available at|accessible|access|reachable|curl|wget|docker|container|install|set up|setup|configure|dev server",
        "development|steps?|reproduce|repro|login|log in|sign in|base url|url",
    ])
});

/// Whether a line tells to start something, or where it is then found.
pub fn is_told(line: &str) -> bool {
    WORDS.is_match(line)
}

/// Whether words end in an arrow: "Map network drive -> http://…" is a step.
pub fn is_led_by_arrow(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '`', '<', '"']);
    ["->", "=>", "\u{2192}"].iter().any(|it| before.ends_with(it))
}

/// Whether words say that the address behind them is an example: "e.g.", "for example:", "addresses like '".
pub fn is_led_as_example(before: &str) -> bool {
    const LEADS: &[&str] = &["for example", "for instance", "e.g.", "e.g", "such as", "like"];
    let before = before.trim_end_matches(|it: char| it.is_whitespace() || ":,(<'\"`\u{201c}\u{2018}".contains(it));
    let lower = before.to_ascii_lowercase();
    let is_word = |lead: &&str| {
        lower.strip_suffix(*lead).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric) && !rest.ends_with('-'))
    };
    // "It seems like http://… is down."
    LEADS.iter().any(is_word) && !lower.ends_with("seems like") && !lower.ends_with("feels like")
}

/// Whether an address opens its line, and what follows says that it does not answer as it should.
pub fn opens_with_failure(before: &str, after: &str) -> bool {
    static FAILS: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^[>\x60]? (?:(?:is|are|was) (?:\w+ )?(?:not|blank|empty|down|unreachable|refused|broken|stuck)|(?:is|does|did|ca|wo)n't|(?:does|did|can|will) not|cannot|never|fails?|failed|refuses|hangs|times out|returns|gives|shows)(?-u:\b)",
        ])
    });
    !before.contains(char::is_alphanumeric) && FAILS.is_match(after)
}

#[cfg(test)]
mod tests {
    use super::{is_led_as_example, is_led_by_arrow, opens_with_failure};

    #[test]
    fn an_address_may_be_a_step_or_what_fails() {
        assert!(is_led_by_arrow("Connect to server -> ") && !is_led_by_arrow("The board is here: "));
        let leads = ["A name, for example: ", "(e.g. ", "malformed ones like '", "such as\n\n  "];
        assert!(leads.into_iter().all(is_led_as_example));
        assert!(!["it seems like ", "I would dislike ", "The board: "].into_iter().any(is_led_as_example));
        assert!(opens_with_failure("# ", " is not working as the guide says"));
        assert!(opens_with_failure("", " doesn't answer") && opens_with_failure("", " returns a blank page"));
        assert!(!opens_with_failure("", " is the board") && !opens_with_failure("The board at ", " is not working"));
    }
}
