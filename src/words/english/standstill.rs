//! Orders to leave things as they are, or to let them rest: "Pause new features", "Hold until the team has grown". They start
//! no work.

use std::sync::LazyLock;

use super::{person, verb};
use crate::words::pattern::Pattern;

static REST: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)^\W*(?:please |let's |we (?:will |should )?)?(?:hold (?:off|until|till|on|here|for now)|pause|suspend|stay (?:with|as|on|at)|stick (?:with|to)|leave [^.;]{1,40} as[ -](?:it )?is",
        r"|keep|continue (?:with|as|to use|to hold|to follow|to allow|using|holding|enforcing|following|keeping|allowing|meeting))(?-u:\b)"
    ))
});

/// Whether the whole of it is such an order: "Pause the builds and write a script" is not.
pub fn is_order(text: &str) -> bool {
    let rest = &text[person::leading(text).map_or(0, |it| it.end)..];
    // "Hold: it breaks", "Pause button".
    let has_work = || {
        let parts = rest.split([',', ';', '.']).flat_map(|it| it.split(" and ")).skip(1);
        let acts = |part: &str| verb::opens_surely(part.trim_start().trim_start_matches("then "));
        parts.into_iter().any(acts)
    };
    REST.is_match(rest) && !has_work()
}

#[cfg(test)]
mod tests {
    use super::is_order;

    #[test]
    fn rest_is_no_work() {
        for text in [
            "Hold until the team has grown and the budget is back",
            "Pause new features and long stories",
            "Suspend the intake of ideas",
            "Continue with weekly calls for now",
            "Keep the old runners",
        ] {
            assert!(is_order(text), "{text}");
        }
        for text in [
            "Hold a workshop",
            "Pause the builds and write a script for them",
            "Continue testing the fork",
            "Continue work on the parser",
            "Keeper of the keys",
            "Write it down",
        ] {
            assert!(!is_order(text), "{text}");
        }
    }
}
