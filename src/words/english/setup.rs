//! Words of those who tell how to start a thing and where it answers then.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of};

static WORDS: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        "open|opens|load|loads|visit|browse|browser|navigate|navigating|go to|goto|head to|point|points|connect|connects",
        "run|runs|running|start|starts|started|serve|serves|served|server|listen|listens|listening|expose[sd]?|bind|binds",
        "local|locally|localhost|port|ports|proxy|proxied|endpoint|endpoints|origin|cors|callback|redirect|default|defaults",
        "available at|accessible|access|reachable|curl|wget|docker|container|install|set up|setup|configure|dev server",
        "development|steps?|reproduce|repro|login|log in|sign in|base url|url",
    ])
});

/// Whether a line tells to start something, or where it is then found.
pub fn is_told(line: &str) -> bool {
    WORDS.is_match(line)
}
