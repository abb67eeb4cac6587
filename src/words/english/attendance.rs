//! What somebody says of being there, which is over with the meeting: "will try and call in from the road".

use std::sync::LazyLock;

use crate::words::pattern::Pattern;

static ATTENDANCE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^\W*(?:(?:will|to|may|might|try|and|also|have|need) )*(?:(?:call|dial|phone|log|tune) in|(?:join|drop off|leave|arrive) (?:late|later|early|from|by phone|remotely|us late|us later|us from))(?:$|\W)",
    )
});

/// "Ada will get the grant": what comes to somebody is no work of theirs.
static GIVEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^\W*(?:will |also |then )*(?:get|receive) (?:the |this |that |her |his |their )?(?:[\w-]+ )?(?:funding|funds|grant|award|prize|stipend|scholarship)(?:$|\W)",
    )
});

/// Whether a name is followed by no more than how somebody takes part in a meeting, or what they are given.
pub fn is_told(rest: &str) -> bool {
    ATTENDANCE.is_match(rest) || GIVEN.is_match(rest)
}

#[cfg(test)]
mod tests {
    use super::is_told;

    #[test]
    fn to_be_there_is_no_work() {
        assert!(is_told(" will try and call in from the train") && is_told("will join late"));
        assert!(is_told(" will get the funding") && !is_told("will get the keys"));
        assert!(!is_told("will call the vendor") && !is_told("to join the working group"));
    }
}
