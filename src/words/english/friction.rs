//! How it sounds when people talk past each other: the same once more, not understood, already said.

use std::ops::Range;
use std::sync::LazyLock;

use crate::words::pattern::{Pattern, any_of};

static FRICTION: LazyLock<Pattern> = LazyLock::new(|| {
    any_of(&[
        r"as (?:i|we)(?:'ve| have)? (?:already |just |previously )?(?:said|wrote|written|explained|stated|pointed out)(?: (?:before|above|earlier|already|repeatedly|several times|multiple times))?",
        r"(?:i|we)(?:'ve| have)? already (?:said|explained|told|answered|stated|pointed out|addressed)|already (?:explained|answered) (?:this|that|it|why|above|here)",
        r"(?:going|go|run|running|talking|argu\w+) (?:round |around )?in circles|full circle|talking past|repeat(?:ing)? myself|said (?:it|this|that) (?:again and again|several times|many times|multiple times|repeatedly)",
        r"you(?:'re| are) (?:still )?(?:missing (?:the|my) point|not (?:listening|answering|reading|addressing))|you (?:still )?(?:haven't|have not|didn't|did not|don't|do not) (?:answer\w*|address\w*|read|explain\w*)|(?:did|have) you (?:even|actually) (?:read|try|tried|look)|please (?:re-?read|read (?:it |this |my )?again)",
        r"that(?:'s| is) not (?:what i|my point|the point|what (?:i'm|i am))|i (?:never|didn't|did not) (?:say|said|claim|suggest)\w*|not what i (?:said|meant|asked)|you (?:keep|kept) \w+ing|misunderst\w+ (?:me|my|what|the point)",
        r"still (?:don't|do not|doesn't|does not) (?:see|understand|get|answer|explain)|my (?:question|point) (?:is|was|remains)(?: still)? (?:unanswered|not answered|that you)|i(?:'m| am) still (?:confused|not (?:sure|convinced|seeing))",
    ])
});

/// Where a sentence says that the talk does not get on.
pub fn find(sentence: &str) -> Option<Range<usize>> {
    FRICTION.find(sentence).map(|found| found.range())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn friction_is_told_from_doubt() {
        for text in [
            "As I already said, it is the cache.",
            "We are going in circles.",
            "You still haven't answered the question.",
            "I still don't see why.",
        ] {
            assert!(find(text).is_some(), "{text}");
        }
        for text in ["I don't understand the error.", "As mentioned in the guide.", "It still fails."] {
            assert!(find(text).is_none(), "{text}");
        }
    }
}
